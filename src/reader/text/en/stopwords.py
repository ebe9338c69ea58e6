"""Words that a text has whatever it says: function words, and formulas of news writing.

Only paraphrases need them: text that was copied is found in any language.
"""

from typing import Final

from reader.text.en import words

STOPWORDS: Final = words("""
    a about above across after again against all almost also although am among an and another any are
    around as at away back be became because become been before began behind being below between both
    but by came can cannot could did do does doing don down during each either else etc even ever every
    few for from further gave get gets getting give go goes going gone got had has have having he her
    here hers herself him himself his how however i if in including instead into is it its itself just
    least less let like ll made make makes making many may me might more most much must my myself near
    neither never no nor not now of off often on once only onto or other others our ours out over own
    per perhaps put quite rather re s same seem seemed seems she should since so some soon still such t
    take taken takes than that the their theirs them themselves then there therefore these they thing
    things this those though through thus to together too took toward towards under until up upon us use
    used using ve very via was way we well went were what when where whether which while who whom whose
    why will with within without would yet you your yours th st nd rd mr mrs ms dr
""")
"""Function words: they make sentences, but no statements."""

NEWS_FORMULA: Final = words("""
    said say says saying told tell tells telling added adds add confirmed confirms announced announces
    announcing according reported reports report reportedly statement spokesman spokeswoman spokesperson
    wrote writes comes monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    morning evening afternoon night day days week weeks month months year years late later early earlier
    last next recent recently time times
""")
"""Who said something, and roughly when: every article on every event has these words."""

NEWS_CLICHES: Final = words("""
    decline declined declines declining comment comments commented
    argue argued argues arguing insist insisted insists explain explained explains
    place places
""")
"""What newsrooms write of every refusal and opinion, and "took place": worth as little as `NEWS_FORMULA`."""

OPTIONAL: Final = words("the that which whom")
"""Words that can be added or dropped without changing a sentence. Not "a": "few" is not "a few"."""
