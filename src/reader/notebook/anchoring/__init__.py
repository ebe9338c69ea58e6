"""Which article of the notebook an open one is, and where its annotations are when its text has changed."""
