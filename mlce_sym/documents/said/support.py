"""The values of a random variable, from what a text says of them: x > 0, 0 < x < 1, k = 1, 2, …

>>> domain_of("x", (("Lt", 0, "x"), ("Lt", "x", 1))), domain_of("k", (("Member", "k", "Integers"), ("Le", 1, "k")))
(('Interval', 0, 1), ('From', 1))
>>> domain_of("x", (("Lt", 0, "x"), ("Ne", "x", 1))) is None
True
"""

from __future__ import annotations

from collections.abc import Sequence

from ...terms.terms import Term, compound, free, is_a


def domain_of(name: str, said: Sequence[Term], whole: bool = False) -> Term | None:
    """The set of all values of which these propositions are true, which is not empty for most parameters; None where
    it is no range and no interval. With `whole` they are integers in any case."""
    lows: dict[Term, bool] = {}
    highs: dict[Term, bool] = {}
    for one in dict.fromkeys(said):
        if name not in free(one):
            continue
        if is_a(one, "Member") and one[1] == name and name not in free(one[2]):
            if one[2] == "Integers":
                whole = True
            elif (ends := _ends(one[2])) is not None:
                whole, lows[ends[0]], highs[ends[1]] = True, False, False
            elif one[2] != "Reals":
                return None
        elif is_a(one, "Lt", "Le") and one[2] == name and name not in free(one[1]):
            lows[one[1]] = one[0] == "Lt"
        elif is_a(one, "Lt", "Le") and one[1] == name and name not in free(one[2]):
            highs[one[2]] = one[0] == "Lt"
        else:
            return None
    if len(lows) > 1 or len(highs) > 1:
        return None
    return (_range if whole else _interval)([*lows.items()], [*highs.items()])


def _ends(domain: Term) -> tuple[Term, Term] | None:
    """The ends of a range, or of a set of numbers that follow each other."""
    if is_a(domain, "Range"):
        return domain[1], domain[2]
    values = compound(domain)[1:] if is_a(domain, "Finite") else ()
    numbers = [one for one in values if isinstance(one, int)]
    if values and len(numbers) == len(values) and numbers == [*range(numbers[0], numbers[0] + len(numbers))]:
        return numbers[0], numbers[-1]
    return None


Ends = list[tuple[Term, bool]]


def _range(lows: Ends, highs: Ends) -> Term | None:
    if not lows:
        return None
    low, high = (_moved(ends, by) for ends, by in ((lows, 1), (highs, -1)))
    return ("Range", low, high) if highs else ("From", low)


def _moved(ends: Ends, by: int) -> Term:
    """The first integer that belongs to the set, from an end that may belong to it."""
    for end, is_open in ends:
        return end if not is_open else end + by if isinstance(end, int) else ("Add", end, by)
    return 0


def _interval(lows: Ends, highs: Ends) -> Term:
    if not lows and not highs:
        return "Reals"
    if not highs:
        return ("Above", lows[0][0])
    return ("Interval", lows[0][0], highs[0][0]) if lows else ("Below", highs[0][0])
