"""Finding and mending what is wrong in a notebook file."""
