"""The loss along lines b + t v of coefficients: its first and second derivative there.

>>> from sympy import exp, factorial
>>> from mlce_sym.families.family import Family, Named
>>> y, eta, d = symbols("y eta d")
>>> rate = Family("counts", "Counts", exp(y * eta - exp(eta)) / factorial(y), Named(y, S.Naturals0),
...     (Named(eta, S.Reals, each=True),), (Named(d, S.Naturals),))
>>> linear = Linear(eta, "x", "b", d)
>>> line = Along(Composed(Setting(rate), (linear,)), linear)
>>> line.bend.derivation.rhs
Sum(exp(Sum((t*v[k] + b[k])*x[i, k], (k, 1, d)))*Sum(v[k]*x[i, k], (k, 1, d))**2, (i, 1, n))/n
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from sympy import Dummy, Expr, IndexedBase, Lambda, S, Sum, Symbol, symbols

from ..border.given import Given
from ..border.nodes import derivative
from ..prover import Chain, chain
from ..prover.calculus import worked_out
from ..prover.document import Proof
from ..prover.logic import equal
from .composed import Composed, Linear
from .convexity import forms
from .setting import Setting
from .slopes import given_at_a_point
from .tidy import tidied


@dataclass(frozen=True)
class Along:
    """ℓ(b + t v) as a function of t, for any b and v. Raises Refused where the rules of calculus do not do."""

    composed: Composed
    linear: Linear
    suffix: str = ""  # of the names of the lemmas

    @property
    def setting(self) -> Setting:
        return self.composed.setting

    @cached_property
    def t(self) -> Symbol:
        return self.composed.name("t")

    @cached_property
    def v(self) -> IndexedBase:
        return IndexedBase(self.composed.name("v").name)

    @cached_property
    def moved(self) -> Lambda:
        k = self.composed.indices[1]
        return Lambda(k, self.linear.B[k] + self.t * self.v[k])

    @cached_property
    def loss(self) -> Expr:
        return self.composed.along({self.linear: self.moved})

    @cached_property
    def ahead(self) -> Expr:
        """x_iᵀ(b + t v)"""
        return self.composed.product(self.linear, self.moved)

    @cached_property
    def step(self) -> Expr:
        """x_iᵀv"""
        return self.composed.product(self.linear, self.v)

    @cached_property
    def first(self) -> Expr:
        return derivative(self.loss, self.t, S.Reals)

    @cached_property
    def second(self) -> Expr:
        return derivative(self.first, self.t, S.Reals)

    @cached_property
    def given(self) -> Given:
        return given_at_a_point(self.setting)

    @cached_property
    def slope(self) -> Proof:
        found = self._neat(Chain(worked_out(chain(self.first, self.given).derivation)), 1)
        return found.qed(f"slope-along-{self.linear.b}{self.suffix}", "The derivative along a line", role="lemma")

    @cached_property
    def bend(self) -> Proof:
        start = chain(self.second, self.given).by(self.slope)
        found = self._neat(Chain(worked_out(start.derivation)), 2)
        return found.qed(f"bend-{self.linear.b}{self.suffix}", "The second derivative along a line", role="lemma")

    def bends(self) -> Iterator[Expr]:
        """Ways to write the second derivative, of which one may show its sign."""
        value = cast(Expr, self.bend.derivation.rhs)
        yield from (form for form in dict.fromkeys(self._forms(value, 2)) if equal(value, form))

    def _neat(self, worked: Chain, power: int) -> Chain:
        """The slope, or the second derivative, as a sum of c_i times that power of Σ_k x_ik v_k."""
        value = cast(Expr, worked.expression)
        target = next(self._forms(value, power), value)
        return worked if target == value else worked.eq(target, reason="simplified")

    def _forms(self, value: Expr, power: int) -> Iterator[Expr]:
        """Σ_i c_i (Σ_k x_ik v_k)^power, with c_i in some forms."""
        w, u = symbols("w u", cls=Dummy)
        for total in value.atoms(Sum):
            if total.limits[0][0] == self.setting.i:
                c = total.function.xreplace({self.ahead: w}).xreplace({self.step: u}).diff(u, power) / power
                for form in (tidied(c), *forms(c)) if not c.has(u) else ():
                    yield value.xreplace({total: Sum(form.xreplace({w: self.ahead}) * self.step**power, *total.limits)})
