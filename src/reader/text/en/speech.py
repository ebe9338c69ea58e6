"""Words around quotations: verbs of saying, and who speaks to whom."""

from typing import Final

from reader.text.en import words
from reader.text.en.stopwords import NEWS_FORMULA, STOPWORDS

SAYING: Final = words("""
    said say says saying told tell tells added adds adding wrote writes confirmed confirms continued
    continues announced announcing explained stated remarked insisted argued posted replied responded
    concluded noted
""")
"""Verbs that attribute a statement to somebody."""

REPORTING: Final = SAYING | words("""
    admitted admits asked asks boasted claimed claims commented complained conceded confessed cried
    declared demanded denied exclaimed fumed joked lamented laughed pleaded promised recalled raged
    revealed shouted shrugged sighed snapped stormed stressed suggested urged vowed warned warns writes
""")
"""Verbs that attribute a quotation to somebody."""

DESCRIBING: Final = words("""
    described describes called calls branded brands dubbed dubs labeled labels hailed hails praised praises
    accused accuses blamed blames spoke speaks condemned condemns denounced denounces dismissed dismisses
    criticized criticizes attacked blasted slammed likened referred refers compared voiced expressed cited
    welcomed mocked explained insisted argued quipped thought considered
""")
"""Verbs whose object may be a quotation: she called it “a disgrace”."""

NEUTRAL: Final = words("""
    said say says saying told tell tells added adds adding wrote writes asked asks continued continues posted
    concluded replied responded stated remarked commented recalled
""")
"""Verbs that attribute a quotation and take no side."""

PERSONAL_PRONOUNS: Final = words("i we he she they")
SPEAKER_PRONOUNS: Final = PERSONAL_PRONOUNS | {"it", "who"}

ANONYMOUS: Final = words("source sources insider insiders friend friends")
"""Speakers who stay unnamed: a "she" never stands for them."""

TITLES: Final = words("the a an mr mrs ms dr sir lord lady")
"""Words without a meaning of their own in the name of a speaker: "the Home Office", "Mr Hale"."""

OFFICES: Final = words("""
    mr mrs ms miss dr sir lord lady dame professor prof president prime minister secretary chancellor
    government council councillor leader mayor judge justice captain chief director party state
    parliament department ministry office court king queen prince princess senator governor home foreign
    business high general police baker boss manager chairman chairwoman spokesman spokeswoman god
    first second
""")
"""Words that are printed with a capital and name an office, not the person who holds it."""

HEARERS: Final = words("reporters journalists press news conference interview statement email e mail")
"""Words that tell to whom and by which way something was said."""

DOUBT: Final = words("""
    not no never nor neither none nobody nothing hardly scarcely barely almost nearly may might could would
    should must can cannot will if unless only reportedly allegedly supposedly apparently seemingly
    purportedly possibly probably perhaps maybe likely falsely wrongly jokingly sarcastically
    after although as because before but despite since though until when while
    am are be been being did do does had has have is was were
""")
"""Words around a quotation that say more than who said it: "he never said", "she said when they had left"."""

CIRCUMSTANCES: Final = (
    (STOPWORDS | NEWS_FORMULA) - SPEAKER_PRONOUNS - {"spokesman", "spokeswoman", "spokesperson", "statement"}
)
"""Words that may stand between a speaker and the verb: "Ada Brill has since said"."""

BEFORE_PARTICIPLES: Final = words("who which was were being been be is to")
"""Words after which a verb of saying does not attribute the quotation: "who asked not to be named"."""

SIDELESS: Final = words("described describes called calls spoke speaks put according words by")
"""More verbs that take no side, and words that do so before the name of a speaker."""
