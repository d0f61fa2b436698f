"""Integrals of what is said in cases, as of a density that is 0 for x < 0: the sum of the integrals over their ranges.

>>> density = ("Cases", ("Lt", "z", 0), 0, ("Cases", ("Le", 0, "z"), "a", ("Undefined",)))
>>> parted(("ImproperIntegral", "z", ("Below", "x"), density), (("Le", 0, "x"),))
('Add', ('ImproperIntegral', 'z', ('Below', 0), 0), ('ImproperIntegral', 'z', ('Interval', 0, 'x'), 'a'))
>>> parted(("ImproperIntegral", "z", ("Below", "x"), "z"), ())
('ImproperIntegral', 'z', ('Below', 'x'), 'z')
"""

from __future__ import annotations

from collections.abc import Sequence

from ...terms.terms import Compound, Term, children, compound, free, is_a, number, rebuilt
from .mentions import subterms

LEFT, RIGHT = "−∞", "∞"
Ends = tuple[Term, Term]


def parted(term: Term, facts: Sequence[Term]) -> Term:
    """The term with every integral of cases as those of its cases, where the facts say how their limits are ordered."""
    term = rebuilt(term, tuple(parted(part, facts) for part in children(term)))
    if not is_a(term, "ImproperIntegral"):
        return term
    variable, body = str(term[1]), term[3]
    found = next((one for one in subterms(body) if is_a(one, "Cases") and _limit(one, variable) is not None), None)
    ends = _ends(term[2])
    if found is None or ends is None:
        return term
    limit, below, above = _branches(found, variable)
    ranges = _ranges(*ends, limit, facts)
    branches = (_with(body, found, one) for one in (below, above))
    parts = [_over(variable, over, one) for over, one in zip(ranges, branches, strict=True) if over is not None]
    again = [parted(part, facts) for part in parts]
    return term if not again else again[0] if len(again) == 1 else ("Add", *again)


def _ranges(low: Term, high: Term, limit: Term, facts: Sequence[Term]) -> tuple[Ends | None, Ends | None]:
    """The parts of a range below and above the limit, of which one may be missing; both, if it is not known which."""
    if _is_below(limit, low, facts):
        return None, (low, high)
    if _is_below(high, limit, facts):
        return (low, high), None
    is_inside = _is_below(low, limit, facts) and _is_below(limit, high, facts)
    return ((low, limit), (limit, high)) if is_inside else (None, None)


def _limit(cases: Compound, variable: str) -> Term | None:
    """What the variable is compared with."""
    condition = cases[1]
    if not is_a(condition, "Lt", "Le") or variable not in condition[1:]:
        return None
    other = condition[2] if condition[1] == variable else condition[1]
    return None if variable in free(other) else other


def _branches(cases: Compound, variable: str) -> tuple[Term, Term, Term]:
    """The limit, and what holds below and above it."""
    _, condition, first, second = cases
    limit = _limit(cases, variable)
    assert limit is not None
    return (limit, first, second) if compound(condition)[1] == variable else (limit, second, first)


def _with(body: Term, cases: Term, branch: Term) -> Term:
    return branch if body == cases else rebuilt(body, tuple(_with(part, cases, branch) for part in children(body)))


def _ends(domain: Term) -> Ends | None:
    if is_a(domain, "Below"):
        return LEFT, domain[1]
    if is_a(domain, "Above"):
        return domain[1], RIGHT
    if is_a(domain, "Interval"):
        return domain[1], domain[2]
    return (LEFT, RIGHT) if domain == "Reals" else None


def _over(variable: str, ends: Ends, body: Term) -> Term:
    low, high = ends
    if high == RIGHT:
        return ("ImproperIntegral", variable, "Reals" if low == LEFT else ("Above", low), body)
    return ("ImproperIntegral", variable, ("Below", high) if low == LEFT else ("Interval", low, high), body)


def _is_below(one: Term, other: Term, facts: Sequence[Term]) -> bool:
    """Is one at most the other, for sure?

    >>> _is_below("a", "x", (("Lt", "a", "b"), ("Le", "b", "x"))), _is_below("x", "a", (("Lt", "a", "x"),))
    (True, False)
    """
    if one in (other, LEFT) or other == RIGHT:
        return True
    numbers = number(one), number(other)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] <= numbers[1]
    more = [fact for fact in facts if is_a(fact, "Lt", "Le") and fact[1] == one]
    rest = [fact for fact in facts if fact not in more]
    return any(_is_below(fact[2], other, rest) for fact in more)
