"""A folder of thousands of articles: the index on disk and the stories in it."""
