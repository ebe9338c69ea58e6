"""Words around quotations: verbs of saying, and who speaks to whom."""

from __future__ import annotations

from typing import Final

SAYING: Final = frozenset(
    """
    said say says saying told tell tells added adds adding wrote writes confirmed confirms continued
    continues announced announcing explained stated remarked insisted argued posted replied responded
    concluded noted
    """.split()
)
"""Verbs that tell who says what."""

REPORTING: Final = SAYING | frozenset(
    """
    admitted admits asked asks boasted claimed claims commented complained conceded confessed cried
    declared demanded denied exclaimed fumed joked lamented laughed pleaded promised recalled raged
    revealed shouted shrugged sighed snapped stormed stressed suggested urged vowed warned warns writes
    """.split()
)
"""All verbs that can frame a quotation."""

DESCRIBING: Final = frozenset(
    """
    described describes called calls branded brands dubbed dubs labeled labels hailed hails praised praises
    accused accuses blamed blames spoke speaks condemned condemns denounced denounces dismissed dismisses
    criticized criticizes attacked blasted slammed likened referred refers compared voiced expressed cited
    welcomed mocked explained insisted argued quipped thought considered
    """.split()
)
"""Verbs whose object may be quoted: she called it “a disgrace”."""

NEUTRAL: Final = frozenset(
    """
    said say says saying told tell tells added adds adding wrote writes asked asks continued continues posted
    concluded replied responded stated remarked commented recalled
    """.split()
)
"""Verbs that frame a quotation and take no side."""

PERSONAL_PRONOUNS: Final = frozenset("i we he she they".split())

SPEAKER_PRONOUNS: Final = frozenset("he she they it i we who".split())

ANONYMOUS: Final = frozenset("source sources insider insiders friend friends".split())
"""Speakers who are kept nameless: not the person that a "she" stands for."""

TITLES: Final = frozenset("the a an mr mrs ms dr sir lord lady".split())
"""Small words inside the name of a speaker: "the Home Office", "Mr Hale"."""

OFFICES: Final = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame professor prof president prime minister secretary chancellor
    government council councillor leader mayor judge justice captain chief director party state
    parliament department ministry office court king queen prince princess senator governor home foreign
    business high general police baker boss manager chairman chairwoman spokesman spokeswoman god
    first second
    """.split()
)
"""Words with a capital that name an office, not who holds it."""

HEARERS: Final = frozenset(
    "reporters journalists press news conference interview statement email e mail".split()
)
"""To whom and by what way something is said, which names no speaker."""

DOUBT: Final = frozenset(
    """
    not no never nor neither none nobody nothing hardly scarcely barely almost nearly may might could would
    should must can cannot will if unless only reportedly allegedly supposedly apparently seemingly
    purportedly possibly probably perhaps maybe likely falsely wrongly jokingly sarcastically
    after although as because before but despite since though until when while
    am are be been being did do does had has have is was were
    """.split()
)
"""Words in the frame of a quotation that make it say more than who said it: "he never said", "she said when
the police had left"."""
