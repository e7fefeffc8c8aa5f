"""One folder for each exercise: what it checks, and the mistakes that it knows."""
