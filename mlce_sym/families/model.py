"""A probability model of one observation, data, and the likelihood of n observations.

>>> from sympy import Symbol
>>> from mlce_sym.families import Bernoulli
>>> likelihood(Bernoulli(Symbol("theta")), data("y"))
Product(theta**y[i]*(1 - theta)**(1 - y[i]), (i, 1, n))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from sympy import Basic, Expr, Indexed, IndexedBase, Lambda, Product, S, Symbol

from ..border.binding import fresh, names, substitute
from ..border.given import Given
from ..border.nodes import ForAll, Le, Member, as_term


@dataclass(frozen=True)
class Data:
    """Observations y_1, …, y_n: `y[i]` is the i-th one. n ≥ 1 is symbolic unless it is given."""

    base: IndexedBase
    n: Expr
    index: Symbol

    def __getitem__(self, index: Any) -> Indexed:
        return self.base[index]

    @property
    def limit(self) -> tuple[Symbol, int, Expr]:
        return (self.index, 1, self.n)


def data(name: str, n: Any = "n", index: str = "i") -> Data:
    """The data vector of that name, with n observations."""
    return Data(IndexedBase(name), Symbol(n) if isinstance(n, str) else cast(Expr, as_term(n)), Symbol(index))


@dataclass(frozen=True)
class Model:
    """The distribution of one observation, k ↦ P(k) on the `outcomes`, for a parameter with the properties in
    `domain`."""

    name: str
    outcomes: Basic
    mass: Lambda
    domain: tuple[Basic, ...]

    def probability(self, outcome: Any) -> Expr:
        """P(outcome), a term in the model's parameters."""
        (k,) = self.mass.signature
        return substitute(self.mass.expr, {k: as_term(outcome)})


def likelihood(model: Model, y: Data) -> Basic:
    """L = Π_{i=1}^n P(y_i). The model's parameter may depend on the index i of the data."""
    return Product(model.probability(y[y.index]), y.limit)


def hypotheses(model: Model, y: Data) -> Given:
    """What a likelihood takes for granted: n ≥ 1 an integer, y_i among the outcomes, and the parameter in its
    domain (for each i, if it depends on i)."""
    size = () if y.n.is_Integer else (Member(y.n, S.Integers), Le(1, y.n))
    domain = (ForAll(d, y.limit) if y.index in names(d) else d for d in model.domain)
    return Given((*size, ForAll(Member(y[y.index], model.outcomes), y.limit), *domain))


def outcome_variable(*parameters: Basic) -> Symbol:
    """A variable for the outcome that is no name of the parameters."""
    taken = {name for parameter in parameters for name in names(parameter)}
    k, spelled = Symbol("k"), {str(getattr(name, "label", name)) for name in taken}
    return fresh(k, taken) if k.name in spelled else k
