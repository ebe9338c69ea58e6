"""Out of and into other tools: one module a format."""
