"""Finding what is wrong in a notebook file, and repairing it."""
