"""What people read, from records alone."""
