"""Double sums in one of their two orders, with what does not move in the inner one taken out of it or not.

>>> from sympy import IndexedBase, S, Sum, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Le, Member
>>> from mlce_sym.prover.derivation import reflexivity
>>> i, j, k, n = symbols("i j k n"); a = IndexedBase("a"); y = IndexedBase("y")
>>> given = Given((Member(n, S.Integers), Le(1, n), Member(k, S.Integers), Le(1, k)))
>>> term = Sum(Sum(a[j] * y[i, j], (j, 1, k)), (i, 1, n))
>>> exchanged(reflexivity(given, term)).rhs
Sum(a[j]*y[i, j], (i, 1, n), (j, 1, k))
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Basic, Lambda, Mul, Sum

from .. import rules
from ..border.binding import Scope, children, opened
from ..border.places import Place
from .derivation import Derivation
from .justification import at_place, use
from .logic import rank


def exchanged(theorem: Derivation) -> Derivation | None:
    """A double sum put in the order whose normal form comes first."""
    for place, inner, factor in _double_sums(theorem.rhs, ()):
        longer: Derivation | None = theorem
        if factor != 1:
            f = Lambda(inner.variable, inner.bodies[0])
            how = use(rules.constant_factor, backward=True, c=factor, f=f)
            longer = at_place(theorem, (*place, 1), how)
        other = longer and at_place(longer, place, use(rules.exchange_of_sums))
        if longer and other and rank(other.rhs) < rank(longer.rhs):
            return other
    return None


def _double_sums(term: Basic, place: Place) -> Iterator[tuple[Place, Scope, Basic]]:
    """Sums of sums, and of sums with a factor: where, the inner sum, and the factor."""
    outer = opened(term)
    if outer is not None and outer.head is Sum:
        parts = Mul.make_args(outer.bodies[0])
        sums = [part for part in parts if isinstance(part, Sum)]
        inner = opened(sums[0]) if len(sums) == 1 else None
        if inner is not None:
            yield place, inner, Mul(*(part for part in parts if part is not sums[0]))
    for number, part in enumerate(children(term)):
        yield from _double_sums(part, (*place, number))
