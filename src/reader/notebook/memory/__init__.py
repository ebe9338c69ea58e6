"""The notebook in memory: what is there, and what stands where in the articles."""
