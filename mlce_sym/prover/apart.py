"""Where two terms differ."""

from __future__ import annotations

from sympy import Add, Basic, Indexed, Mul, S
from sympy.core.function import AppliedUndef

from ..border.binding import children, opened, renamed
from ..border.given import Given, head_of
from ..terms.errors import Refused
from .logic import equal
from .matcher import numbered_names, with_bound_names
from .tactics import brought_together


def first_difference(left: Basic, right: Basic) -> tuple[Basic, Basic]:
    """The subterms, from outside in, down to where more than one part differs.

    >>> from sympy import Sum, log, symbols
    >>> i, j, n, x, y = symbols("i j n x y")
    >>> first_difference(Sum(i * log(x), (i, 1, n)), Sum(j * log(x + y), (j, 1, n)))
    (x, x + y)
    """
    apart = [pair for pair in _pairs(left, right) if not equal(*pair)]
    return first_difference(*apart[0]) if len(apart) == 1 else (left, right)


def parted(left: Basic, right: Basic, given: Given) -> tuple[Basic, Basic]:
    """Where they differ as they stand, or, if that is the whole of both, once the rules have brought them together.

    >>> from sympy import log, symbols
    >>> a, b = symbols("a b")
    >>> parted(log(a * b), log(a) + 2 * log(b), Given((a > 0, b > 0)))
    (log(b), 2*log(b))
    """
    here, there = first_difference(left, right)
    if (here, there) != (left, right):
        return here, there
    try:
        one, other = brought_together(left, right, given)
    except (Refused, ValueError):
        return left, right
    return first_difference(*(with_bound_names(side, numbered_names(side, S.Zero)) for side in (one.rhs, other.rhs)))


def _pairs(left: Basic, right: Basic) -> list[tuple[Basic, Basic]]:
    """Parts that correspond; none where the heads differ."""
    if isinstance(left, (Add, Mul)) and type(left) is type(right):
        return _uncommon(left, right)
    one, other = opened(left), opened(right)
    if one and other and one.head is other.head:
        bodies = (renamed(body, other.variable, one.variable) for body in other.bodies)
        return [(one.domain, other.domain), *zip(one.bodies, bodies, strict=True)]
    parts = children(left), children(right)
    same = type(left) is type(right) and len(parts[0]) == len(parts[1]) > 0
    renamed_head = isinstance(left, (AppliedUndef, Indexed)) and head_of(left) != head_of(right)
    return list(zip(*parts, strict=True)) if same and not renamed_head else []


def _uncommon(left: Basic, right: Basic) -> list[tuple[Basic, Basic]]:
    """The terms or factors that the two do not share, if there are some that they do; a factor that one side alone
    has says little without the others."""
    rest = [a for a in left.args if a not in right.args], [b for b in right.args if b not in left.args]
    shared = len(rest[0]) < len(left.args) and (isinstance(left, Add) or all(rest))
    return [(left.func(*rest[0]), right.func(*rest[1]))] if shared else []
