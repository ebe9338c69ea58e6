"""What differs inside a match."""
