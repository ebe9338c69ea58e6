"""What one sentence contains: quantities, dates, names, quotations and their speakers, hedges.

Each module reads a `TokenizedSentence`; nothing here compares whole sentences. The English words that they
look for are data in `reader.text.en`.
"""
