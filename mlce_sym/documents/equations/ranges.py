"""Where what is said of an index or an argument holds over a whole range, or an interval, of its values.

>>> small = ("Lt", "x", 1)
>>> [reaches(small, "x", ("Interval", 0, end)) for end in (1, 2, "t")]
[True, False, True]
>>> [reaches(("Lt", 0, "y"), "y", ("Above", low)) for low in (0, -1, "t")], reaches(small, "x", ("Above", "t"))
([True, False, True], False)
"""

from __future__ import annotations

from ...reading.walk.big import SIZE
from ...terms.terms import NAMED_SETS, Term, compound, free, is_a, substitute
from .values import can_hold, failing

INTERVALS = ("Interval", "Between", "Above", "Below")


def is_range(domain: Term) -> bool:
    """Is it a set of numbers over which a sum or an integral may go?"""
    return domain == "Reals" or is_a(domain, "Range", "From", *INTERVALS)


def reaches(said: Term, index: str, domain: Term) -> bool:
    """Does what is said of an index hold of all of its values? Of what is integrated over between two ends it is enough
    that it does where it holds at these, if an end has a name of its own, as t of ∫_0^t and ∫_t^∞."""
    if is_a(said, "Member") and isinstance(said[2], str) and said[2] not in NAMED_SETS:
        return False  # a set of which only the name is known
    if SIZE in free(domain) and free(said) != {index}:
        return True  # how many there are is not said
    within: Term = ("Member", index, _inner(domain))
    if not is_a(domain, *INTERVALS) or not _is_of_ends(said) or free(domain) <= free(said):
        return failing(said, (within,)) is None
    held = tuple(substitute(_closed(said), {index: end}) for end in compound(domain)[1:])
    return can_hold((within, *held), unless=True) and failing(said, (within, *held)) is None


def _is_of_ends(said: Term) -> bool:
    """Does it hold between two numbers if it holds of these?"""
    return is_a(said, "Lt", "Le") or (is_a(said, "Member") and is_a(said[2], "Interval", "Between"))


def _closed(said: Term) -> Term:
    """With the ends, at which an integral is the same."""
    if is_a(said, "Member") and is_a(said[2], "Interval"):
        return ("Member", said[1], ("Between", *said[2][1:]))
    return ("Le", *said[1:]) if is_a(said, "Lt") else said


def _inner(domain: Term) -> Term:
    return ("Interval", *domain[1:]) if is_a(domain, "Between") else domain
