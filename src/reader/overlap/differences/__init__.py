"""What differs between the two sentences of a match: figures, hedges, speakers, details, words.

`detect.differences(a, b)` runs one finder for each kind of difference; `detect.FINDERS` lists them. To make a
new kind of difference:

1. Write a finder in a module of its own here: a function that takes a `SentencePair` (`facts.py`), with the
   words, quantities, dates, names and hedges of both sentences, and yields `pair.report(...)` for each
   difference. `one_sided_hedges.py` is the shortest example. Code that reads one sentence, without comparing
   two, belongs in `reader.overlap.extraction`, and lists of English words in `reader.text.en`.
2. Add the finder to `detect.FINDERS`, before the kinds that count less.
3. In `difference.py`, add to `PHRASES` how the difference is said to a person. A new type also needs
   `DifferenceType` and `SUGGESTED_TAGS`, `KEY_TYPES` if it counts in a paraphrase, and a line in docs/cli.md
   and docs/reading.md.

Nothing else changes: the differences pane, `reader compare`, its JSON, `--plain`, the filter for differing
sentences and the notebook show what `differences` returns. Tests are in tests/overlap/differences.
"""
