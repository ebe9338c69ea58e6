"""Words that mean the opposite of each other."""

from typing import Final

from reader.text.en import pair_up, split_rows

ANTONYMS: Final = split_rows("""
    increase fall, support oppose, support opposition, win lose, accept reject, approve reject, allow ban,
    guilty innocent, open close, admit deny, buy sell, arrive leave, survive die, praise criticise,
    resume suspend, success failure, strengthen weaken, hire sack
""")
"""Pairs of words that tell two sentences apart when matches are looked for."""

_OPPOSED: Final = """
    leav return, evacua return, open clos, open shut, ris fall, increa decrea, increa fall, accept reject,
    approv reject, win los, start end, begin end, began end, allow ban, convic acquit, guilty innoce,
    suppor oppos, deny admit, deni admit, deny confir, deni confir, arrest releas, profit los, gain los,
    hire sack, aliv die, find miss, succe fail
"""
OPPOSITE_STEMS: Final = pair_up(split_rows(_OPPOSED))
"""Stems of the opposite words, by stem, for claiming that two accounts contradict each other."""
