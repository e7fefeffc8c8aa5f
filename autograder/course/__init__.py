"""What people hand in, type, and carry back."""
