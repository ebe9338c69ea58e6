"""The keys: all of them, what they are called, and those of the reader."""
