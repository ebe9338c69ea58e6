"""Pages over the articles: lists, tables and the help."""
