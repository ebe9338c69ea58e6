"""The reading screen: what every key of it does, and the lines around the articles."""
