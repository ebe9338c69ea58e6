"""Where annotations are when the text of their article has changed."""
