"""Probabilities of events about what follows a law: P(X > t), P(a < X ≤ b), P(X > s + t | X > s).

The limits are taken to be values of the variable, which is said with the verdict.

>>> from .laws import following
>>> (law,) = following((), "X", ("Apply", "Exp", "lambda"), 1)
>>> probability(("Apply", "P_X_above", "t"), law)[0][:3]
('ImproperIntegral', 'x', ('Above', 't'))
>>> probability(("Apply", "P_X_above", "t"), law)[1]
(('Le', 0, 't'),)
"""

from __future__ import annotations

import re

from ...terms.terms import Term, compound, is_a
from .followed import Followed

WORD = "above|below|from|up_to"
EVENT = re.compile(rf"(?:bb_)?(?:P|Pr|p)_(\w+?)_({WORD})(?:_({WORD}))?")
GIVEN = re.compile(rf"((?:bb_)?(?:P|Pr|p)_(\w+?)_({WORD}))_given_(\2_\3)")
Told = tuple[Term, tuple[Term, ...]]


def probability(term: Term, law: Followed) -> Told | None:
    """The probability as a sum or integral of the density, and what it needs of the limits; None for other events."""
    if not is_a(term, "Apply") or law.moments:
        return None
    name, *limits = compound(term)[1:]
    if (given := GIVEN.fullmatch(str(name))) is not None and len(limits) == 2:
        return _conditional(given, limits, law)
    found = EVENT.fullmatch(str(name))
    count = 2 if found is not None and found[3] else 1
    limits = limits[1:] if law.entries and len(limits) == count + 1 else limits  # P(X_i > t) is the same for every i
    if found is None or not law.is_of(found[1]) or len(limits) != count:
        return None
    words = [word for word in (found[2], found[3]) if word]
    low = [_beyond(word, limit, law) for word, limit in zip(words, limits, strict=True) if word in ("above", "from")]
    high = [_within(word, limit, law) for word, limit in zip(words, limits, strict=True) if word in ("below", "up_to")]
    if len(low) > 1 or len(high) > 1:
        return None
    needed = (
        *(("Le", limits[0], limits[1]) for _ in limits[1:]),
        *(one for limit in limits for one in law.holds(limit)),
    )
    return law.between(low[0] if low else None, high[0] if high else None), needed


def _beyond(word: str, limit: Term, law: Followed) -> Term:
    return ("Add", limit, 1) if word == "above" and law.is_discrete else limit


def _within(word: str, limit: Term, law: Followed) -> Term:
    return ("Add", limit, -1) if word == "below" and law.is_discrete else limit


def _conditional(given: re.Match[str], limits: list[Term], law: Followed) -> Told | None:
    """P(X > a | X > b) = P(X > a)/P(X > b), where a ≥ b."""
    one, other = (probability(("Apply", given[1], limit), law) for limit in limits)
    if one is None or other is None:
        return None
    order: Term = ("Le", limits[1], limits[0]) if given[3] in ("above", "from") else ("Le", limits[0], limits[1])
    return ("Mul", one[0], ("Pow", other[0], -1)), (order, *one[1], *other[1])
