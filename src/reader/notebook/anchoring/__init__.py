"""Finding annotations again when the text of their article has changed."""
