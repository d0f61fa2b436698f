"""ȳ for the mean of the data, in what is shown of estimates that have it within another sum, or more than once.

>>> from sympy import log, symbols
>>> i, n, y = *symbols("i n"), IndexedBase("y")
>>> mean = Average(Symbol("ybar"), y, n)
>>> mean.within(log(mean.value / (1 - mean.value))), mean.helps([mean.value]), mean.helps([1 / mean.value**2])
(log(ybar/(1 - ybar)), False, False)
>>> spread = Sum((y[i] - mean.value) ** 2, (i, 1, n)) / n
>>> mean.within(spread), mean.helps([mean.value, spread])
(Sum((-ybar + y[i])**2, (i, 1, n))/n, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Expr, IndexedBase, Sum, Symbol, preorder_traversal

from .derived import Derived


@dataclass(frozen=True)
class Average:
    """The name of the mean, the data, and their number."""

    name: Symbol
    data: IndexedBase
    n: Symbol

    @property
    def value(self) -> Expr:
        i = Symbol("i")
        return Sum(self.data[i], (i, 1, self.n)) / self.n

    def within(self, term: Basic) -> Any:
        """The term with the name in it."""
        return term.replace(self._is_total, lambda *_: self.n * self.name)

    def _is_total(self, part: Basic) -> bool:
        return (
            isinstance(part, Sum)
            and part.limits[0][1:] == (1, self.n)
            and part.function == self.data[part.limits[0][0]]
        )

    def helps(self, terms: Iterable[Basic]) -> bool:
        """Whether the mean stands in one of them more than once, or within another sum."""
        found = [self.within(term) for term in terms]
        sums = (total for term in found for total in term.atoms(Sum))
        return any(term.has(self.name) for term in sums) or any(self._count(term) > 1 for term in found)

    def _count(self, term: Basic) -> int:
        return sum(part == self.name for part in preorder_traversal(term))


def average(found: Derived) -> Average | None:
    """The mean of the data by its name, where the estimates are shorter with it and nothing else is called so."""
    y, name = str(found.family.data.symbol), Symbol(f"{found.family.data.symbol}bar")
    terms = [claim.value for claim in (*found.estimated.values(), *found.profile.values())]
    named = (*found.family.parameters, *found.family.known)
    n = next((total.limits[0][2] for term in terms for total in term.atoms(Sum)), None)
    if len(y) > 1 or any(one.symbol == name for one in named) or not isinstance(n, Symbol):
        return None
    mean = Average(name, IndexedBase(y), n)
    return mean if mean.helps(terms) else None
