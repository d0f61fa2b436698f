"""A probability model of one observation, data, and the likelihood of n observations.

>>> from sympy import Symbol
>>> from mlce_sym.families import Bernoulli
>>> likelihood(Bernoulli(Symbol("theta")), data("y"))
Product(theta**y[i]*(1 - theta)**(1 - y[i]), (i, 1, n))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from sympy import Basic, Expr, FiniteSet, Indexed, IndexedBase, Lambda, LessThan, Product, S, StrictLessThan, Symbol

from ..border.binding import fresh, names, substitute
from ..border.given import Given
from ..border.nodes import ForAll, Le, Member, as_term
from ..terms.errors import Malformed, NoSuchName
from .family import Family, facts


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
    support: tuple[Basic, ...] = ()  # what holds of an outcome k, where that is more than being a member of a set

    def __post_init__(self) -> None:
        for fact in filter(_is_impossible, self.domain):
            raise Malformed(f"{self.name}: there is no such model, for it needs {fact}")

    def about(self, outcome: Any) -> tuple[Basic, ...]:
        """Where an outcome lies."""
        (k,) = self.mass.signature
        if isinstance(self.outcomes, FiniteSet):
            return (Member(as_term(outcome), self.outcomes),)
        return tuple(substitute(fact, {k: as_term(outcome)}) for fact in self.support)

    def probability(self, outcome: Any) -> Expr:
        """P(outcome), a term in the model's parameters."""
        (k,) = self.mass.signature
        return substitute(self.mass.expr, {k: as_term(outcome)})

    def __repr__(self) -> str:
        (k,) = self.mass.signature
        where = f", where {'; '.join(map(str, self.domain))}" if self.domain else ""
        return f"{self.name}: {k} ↦ {self.mass.expr} for {k} in {self.outcomes}{where}"


def _is_impossible(fact: Basic) -> bool:
    """Is it an inequality between numbers, or symbols with assumptions, that does not hold?"""
    try:
        return isinstance(fact, (StrictLessThan, LessThan)) and fact.func(*fact.args) == S.false
    except TypeError:  # of what is not real
        return True


def likelihood(model: Model, y: Data) -> Basic:
    """L = Π_{i=1}^n P(y_i). The model's parameter may depend on the index i of the data."""
    _check(model, y)
    return Product(model.probability(y[y.index]), y.limit)


def _check(model: Any, y: Any) -> None:
    if isinstance(model, ModelOf):
        raise TypeError(f"{model.name} is a family; it is a model at its parameters: {model}")
    if not isinstance(model, Model):
        raise TypeError(f"{model!r} is no model; write one such as Bernoulli(theta) or Poisson(rate)")
    if not isinstance(y, Data):
        raise TypeError(f'{y!r} is no data; write data("y"), or data("y", 3) for three observations')


def hypotheses(model: Model, y: Data) -> Given:
    """What a likelihood takes for granted: n ≥ 1 an integer, y_i among the outcomes, and the parameter in its
    domain (for each i, if it depends on i)."""
    _check(model, y)
    size = () if y.n.is_Integer else (Member(y.n, S.Integers), Le(1, y.n))
    domain = (ForAll(d, y.limit) if y.index in names(d) else d for d in model.domain)
    return Given((*size, *(ForAll(fact, y.limit) for fact in model.about(y[y.index])), *domain))


@dataclass(frozen=True, repr=False)
class ModelOf:
    """A family, called with its parameters and then its known constants, which gives a model."""

    name: str
    family: Family

    def __call__(self, *numbers: Any) -> Model:
        return model_of(self.family, *numbers)

    def __repr__(self) -> str:
        return f"{self.name}({', '.join(str(one.symbol) for one in (*self.family.parameters, *self.family.known))})"


def model_of(family: Family, *numbers: Any) -> Model:
    """The model of a family at its parameters and then its known constants; each may be any term.

    >>> from mlce_sym.families.families import family
    >>> model_of(family("poisson"), Symbol("r")).probability(0)
    exp(-r)
    """
    named = (*family.parameters, *family.known)
    if len(numbers) != len(named):
        wanted = ", ".join(str(one.symbol) for one in named)
        given = "1 number is" if len(numbers) == 1 else f"{len(numbers)} numbers are"
        raise NoSuchName(f"{family.title}: it takes {wanted}, and {given} given")
    values = dict(zip((one.symbol for one in named), map(as_term, numbers), strict=True))
    k = outcome_variable(*values.values())
    mass = Lambda((k,), substitute(family.density, {**values, family.data.symbol: k}))
    domains = tuple(fact for one in named for fact in facts(values[one.symbol], one.domain.xreplace(values)))
    outcomes = family.data.domain.xreplace(values)
    return Model(family.title, outcomes, mass, domains, tuple(facts(k, outcomes)))


def outcome_variable(*parameters: Basic) -> Symbol:
    """A variable for the outcome that is no name of the parameters."""
    taken = {name for parameter in parameters for name in names(parameter)}
    k, spelled = Symbol("k"), {str(getattr(name, "label", name)) for name in taken}
    return fresh(k, taken) if k.name in spelled else k
