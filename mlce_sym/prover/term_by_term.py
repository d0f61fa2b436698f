"""A difference of sums over the same range as one sum, whose terms are compared one by one.

>>> from sympy import IndexedBase, Symbol, symbols
>>> j, k, n = symbols("j k n"); x = IndexedBase("x")
>>> one_sum(2 * Sum(x[j], (j, 1, n)) - Sum(x[k] ** 2, (k, 1, n)), Symbol("i"))
Sum(-x[i]**2 + 2*x[i], (i, 1, n))
"""

from __future__ import annotations

from typing import Any

from sympy import Add, Basic, Dummy, Expr, Mul, S, Sum, Symbol, expand_mul

from ..border.binding import occurrences, opened, substitute
from ..border.given import Given
from ..border.nodes import IndexRange
from .derivation import Algebra, Derivation, reflexivity, rewritten
from .justification import onto
from .logic import equal
from .tactics import linear


def linearly_equal(given: Given, lhs: Expr, rhs: Expr) -> Derivation | None:
    """lhs = rhs, where the terms of the sums need not be looked into."""
    left, right = (linear(reflexivity(given, side)) for side in (lhs, rhs))
    if not equal(left.rhs, right.rhs):
        return None
    return onto(left if left.rhs == right.rhs else rewritten(left, (), Algebra(), target=right.rhs), right)


def one_sum(difference: Expr, i: Symbol) -> Sum | None:
    """The difference as one sum with the index i, where it is linear in sums over the same range."""
    terms = [Mul.make_args(term) for term in Add.make_args(_multiplied_out(difference))]
    sums = [(term, [part for part in term if isinstance(part, Sum)]) for term in terms]
    scopes = [scope for _, found in sums for part in found if (scope := opened(part)) is not None]
    ranges = {scope.domain for scope in scopes}
    if len(ranges) != 1 or any(len(found) > 1 for _, found in sums):
        return None
    (domain,) = ranges
    if not isinstance(domain, IndexRange) or (length := domain.args[1] - domain.args[0] + 1) == 0:
        return None
    body: Expr = S.Zero
    for term, found in sums:
        others = Mul(*(part for part in term if part not in found))
        scope = opened(found[0]) if found else None
        term_of_sum: Any = substitute(scope.bodies[0], {scope.variable: i}) if scope else 1 / length
        body += others * term_of_sum
    return Sum(body, (i, *domain.args))


def _multiplied_out(term: Expr) -> Expr:
    """The term with what is not in a sum multiplied out."""
    held: dict[Basic, Dummy] = {part: Dummy() for part in occurrences(term) if isinstance(part, Sum)}
    return expand_mul(term.xreplace(held)).xreplace({dummy: part for part, dummy in held.items()})
