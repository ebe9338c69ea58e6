"""Words that mean the same, and words that mean the opposite.

What one workspace calls a probe is an investigation at the next.

Only words are here that mean one thing wherever news is written: "house" is also a parliament, "fire" what a
company does to people, and "attorney" an office. For comparing only: to a reader of differences these are
different words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.text.tokens import term

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROWS: Final = """
    lawyer solicitor barrister, jail prison imprison imprisonment, arrest detain detention, assault attack,
    probe inquiry enquiry investigate investigation, verdict judgment, robbery theft steal,
    kill die fatal perish slay, injure injury hurt wound, accuse accusation allege allegation,
    lawmaker legislator, republican gop, vote ballot, poll survey, ban prohibit outlaw forbid,
    resign quit resignation, government administration, pact treaty agreement accord, dispute feud quarrel,
    criticise criticize condemn denounce slam lambast rebuke criticism, praise hail laud,
    pledge promise vow, plan scheme proposal propose, negotiation discussion talks,
    car vehicle automobile, driver motorist, plane aircraft jet airliner airplane aeroplane,
    boat vessel ship, railway railroad rail, crash collision collide, blaze inferno flames,
    rain rainfall downpour, explosion explode, destroy demolish wreck, flee escape, search hunt,
    resident inhabitant, basement cellar, child kid youngster, teenager teen, baby infant, student pupil,
    father dad, mother mum mom, disease illness, vaccine jab, study research, soldier troops,
    worker employee staff, protest protester demonstrator demonstrate, firm company, customer client,
    shop store, buy purchase acquire acquisition, profit earnings, wage salary, cash money,
    increase rise raise hike soar surge, fall drop decrease reduce reduction cut slash slump plunge,
    help assist assistance, try attempt, reveal disclose unveil, discover find discovery,
    choose select pick selection, need require, halt stop, delay postpone, cancel scrap, allow permit,
    end finish, win victory triumph, beat defeat, fight battle, match game fixture,
    anger angry furious fury outrage, danger hazard, illegal unlawful, photo picture photograph image,
    video footage film clip, advertisement ad, tweet twitter
"""
_MEANINGS: Final = {
    term(other): term(word) for word, *others in map(str.split, _ROWS.split(",")) for other in others
}
_OPPOSITES: Final = """
    increase fall, support oppose, support opposition, win lose, accept reject, approve reject, allow ban,
    guilty innocent, open close, admit deny, buy sell, arrive leave, survive die, praise criticise,
    resume suspend, success failure, strengthen weaken, hire sack
"""


_NOTHING: Final[frozenset[str]] = frozenset()
"""One for all: each empty set takes as much memory as a sentence."""


def meaning(word: str) -> str:
    """Give the one term that stands for all that mean what this one means."""
    return _MEANINGS.get(word, word)


def meanings(words: Sequence[str]) -> frozenset[str]:
    """Give what a sentence of these terms says."""
    return frozenset(map(_MEANINGS.get, words, words))


def contrary(said: frozenset[str]) -> frozenset[str]:
    """Give what would contradict a sentence that says this."""
    if said.isdisjoint(_CONTRARY):
        return _NOTHING
    return frozenset(
        opposite for word in said for opposite in _CONTRARY.get(word, ()) if opposite not in said
    )


def _opposites() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in _OPPOSITES.split(","):
        one, other = map(meaning, map(term, row.split()))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


_CONTRARY: Final = _opposites()
