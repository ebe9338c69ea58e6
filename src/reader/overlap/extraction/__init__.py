"""What stands in a sentence: quantities, dates, names, quotes, hedges, who is quoted."""
