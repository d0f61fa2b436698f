"""The terms of a loss in η_i at η_i = Σ_k x_ik b_k, which the theorems on coefficients are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Basic, Expr, IndexedBase, Lambda, Sum, Symbol

from ..border.binding import fresh, in_sympys_nodes, substitute
from ..border.given import Given
from ..border.nodes import IndexRange, Member
from .setting import Setting, inner_name
from .slopes import given_at_a_point


@dataclass(frozen=True)
class Linear:
    """η_i = Σ_k x_ik b_k, for k from 1 to d: the names of η, of the vectors, and of d."""

    eta: Symbol
    x: str
    b: str
    d: Symbol

    @property
    def X(self) -> IndexedBase:
        return IndexedBase(inner_name(Symbol(self.x)))

    @property
    def B(self) -> IndexedBase:
        return IndexedBase(inner_name(Symbol(self.b)))


@dataclass(frozen=True)
class Composed:
    """The terms that the theorems are about."""

    setting: Setting
    linears: tuple[Linear, ...]

    @cached_property
    def indices(self) -> tuple[Symbol, Symbol, Symbol]:
        j, k, l = map(self.name, ("j", "k", "l"))  # noqa: E741
        return j, k, l

    def name(self, wanted: str) -> Symbol:
        """A variable that is no name of the family's, and none of the vectors'."""
        vectors = {str(vector) for one in self.linears for vector in (one.X, one.B, one.x, one.b)}
        taken = self.setting.names | vectors
        return fresh(Symbol(wanted), map(Symbol, sorted(taken))) if wanted in taken else Symbol(wanted)

    def product(self, linear: Linear, coefficients: Any = None) -> Expr:
        """Σ_k x_ik b_k."""
        k, b = self.indices[1], coefficients or linear.B
        return Sum(linear.X[self.setting.i, k] * (b(k) if callable(b) else b[k]), (k, 1, linear.d))

    @cached_property
    def loss(self) -> Expr:
        return self.along({})

    def along(self, moved: dict[Linear, Lambda]) -> Expr:
        """The mean loss, where the coefficients of some products are others."""
        i = self.setting.i
        put = {self.setting.vector(one.eta): Lambda(i, self.product(one, moved.get(one))) for one in self.linears}
        return substitute(self.setting.mean(self.setting.parts.loss), put)

    @cached_property
    def given(self) -> Given:
        j, _, l = self.indices  # noqa: E741
        entries = (Member(index, IndexRange(1, one.d)) for one in self.linears for index in (j, l))
        return Given((*given_at_a_point(self.setting).hypotheses, *dict.fromkeys(entries)))

    @cached_property
    def names(self) -> tuple[tuple[Any, Basic], ...]:
        """What the kernel's names stand for."""
        vectors = ((old, IndexedBase(new)) for one in self.linears for old, new in ((one.X, one.x), (one.B, one.b)))
        return (*self.setting.own_names, *((old, new) for old, new in vectors if old != new))

    def shown(self, term: Basic) -> Any:
        return in_sympys_nodes(substitute(term, dict(self.names)))

    def variable(self, p: Symbol, index: Symbol) -> Expr:
        """A parameter; or the entry of the coefficients that stand for it."""
        found = next((one for one in self.linears if one.eta == p), None)
        return p if found is None else found.B[index]

    def variables(self, path: Sequence[Symbol]) -> list[Expr]:
        return [self.variable(p, index) for p, index in zip(path, (self.indices[0], self.indices[2]), strict=False)]

    def entries(self, path: Sequence[Symbol]) -> list[Expr]:
        """x_ij for the coefficients in a path, in this order of j and l."""
        at = zip(path, (self.indices[0], self.indices[2]), strict=False)
        by_eta = {one.eta: one.X for one in self.linears}
        return [by_eta[p][self.setting.i, index] for p, index in at if p in by_eta]
