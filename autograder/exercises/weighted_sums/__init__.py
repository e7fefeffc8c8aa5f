"""What the two convolutions share."""
