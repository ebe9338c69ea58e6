"""The notebook in memory."""
