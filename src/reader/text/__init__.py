"""The ground everything stands on: cleaning, sentences, tokens."""
