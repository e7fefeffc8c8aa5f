"""What an exercise is, and what its checks are written with."""
