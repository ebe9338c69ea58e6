"""A difference as a sentence for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.overlap.differences.detect import ORDER, SMALL, THROUGHOUT

if TYPE_CHECKING:
    from reader.overlap.differences.detect import Difference

_NO_MARKS: Final = str.maketrans("", "", '“”"')
_AS_A_WHOLE: Final = {THROUGHOUT: "other words throughout", ORDER: "the same, in another order"}
_BOTH: Final = {
    "figure": "figures disagree",
    "time": "times disagree",
    "date": "dates disagree",
    "currency": "other currencies",
    "bound": "figures not equally exact",
    "speaker": "other speakers",
    "naming": "speaker given as",
    "verb": "framed another way",
    "name": "other names",
    "place": "other places",
    "roles": "turned round",
    "contrary": "may contradict",
    "small": "only small words",
    "replaced": "replaced",
}
_ONE: Final = {
    "hedge": "hedged only in",
    "speaker": "speaker named only in",
    "detail": "only in",
    "dropped": "words only in",
    "added": "words only in",
}
LONGEST: Final = 150
"""Characters of a side that a sentence for people shows."""


def describe_difference(difference: Difference, a: str = "the first", b: str = "the second") -> str:
    """Say a difference to a person; `a` and `b` are what the two sides are called."""
    one, other = _shortened(difference.a), _shortened(difference.b)
    where, only = (a, one) if one else (b, other)
    if difference.about in _AS_A_WHOLE:
        return _AS_A_WHOLE[difference.about]
    if one and other:
        return f"{_BOTH[difference.about or difference.type]}: {one} in {a}, {other} in {b}"
    if difference.about == SMALL:
        return f"{_BOTH[SMALL]}: {only} in {where}"
    about = f" ({difference.about})" if difference.type == "detail" and difference.about else ""
    return f"{_ONE[difference.type]} {where}: {only}{about}"


def _shortened(text: str) -> str:
    """In quotation marks, the middle left out where it is long; nothing stays nothing."""
    line = " ".join(text.split()).translate(_NO_MARKS)
    if len(line) > LONGEST:
        line = f"{line[: LONGEST // 2].rsplit(' ', 1)[0]} … {line[-LONGEST // 2 :].split(' ', 1)[-1]}"
    return f"“{line}”" if line else ""
