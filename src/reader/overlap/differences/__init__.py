"""What differs between the two sentences of a match: figures, hedges, speakers, details, words.

`detect.differences(a, b)` looks for every kind of difference in turn; the list of the kinds is
`detect.FINDERS`. To make a new kind of difference:

1. Write a finder: a function in a module of its own here that takes a `SentencePair` (`facts.py`), which has
   the words, quantities, dates, names and hedges of both sentences, and yields differences by
   `pair.report(...)`. `one_sided_hedges.py` is the shortest example. What only
   needs to be found in a sentence, without comparing, belongs in `reader.overlap.extraction`.
2. Add the finder to `detect.FINDERS`, in the place in which it counts.
3. In `difference.py`, add what it is `about` to `PHRASES`: how it is said to a person. For a new type, also
   add it to `DifferenceType` and `SUGGESTED_TAGS`, and to `KEY_TYPES` if it counts in a paraphrase.

Nothing else needs to change: the differences pane, `reader compare`, its JSON, `--plain`, the filter for
differing sentences and the notebook take what they show from there. Tests are in `tests/overlap/differences`.
"""
