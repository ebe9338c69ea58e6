"""Text: cleaning, sentences, tokens and stems, for all other packages. `en` has the words of English."""
