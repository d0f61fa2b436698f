"""The score equations of coefficients: no others are as good as those that solve them, where the loss bends up and X
has full column rank. Of a square in x_iᵀb they are the normal equations.

On the line from the solution to any others the slope of the loss is 0 at its start, by these equations, and its second
derivative is a sum of squares with positive weights, of which one is not 0.

>>> from sympy import exp, pi, sqrt, symbols
>>> y, eta, d = symbols("y eta d")
>>> normal = exp(-((y - eta) ** 2) / 2) / sqrt(2 * pi)
>>> number, size = Named(eta, S.Reals, each=True), Named(d, S.Naturals)
>>> setting = Setting(Family("squares", "Squares", normal, Named(y, S.Reals), (number,), (size,)))
>>> solved(Composed(setting, (Linear(eta, "x", "b", d),))).equations.value
(Eq(Sum((y[i] - Sum(b[k]*x[i, k], (k, 1, d)))*x[i, j], (i, 1, n)), 0) for all j in 1..d)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sympy import Basic, Expr, Function, IndexedBase, Lambda, S, Sum, Symbol, expand_mul, factor, latex

from .. import rules
from ..border.binding import substitute
from ..border.given import Given
from ..border.nodes import ArgMax, Different, Equals, ForAll, IndexRange, Lt, Member, Without, derivative
from ..families.family import Family, Named, Unsupported
from ..prover import chain, use
from ..prover.derivation import Hypothesis
from ..prover.document import Proof
from ..terms.errors import Refused, TooLarge
from .along import Along
from .claims import Hypothesis as Supposed
from .claims import Proved
from .composed import Composed, Linear
from .in_turn import Estimates, of_all
from .setting import Setting
from .slopes import slope_of_one
from .theorem import Likelihood, log_likelihood, same_optimum, with_lemmas
from .tidy import tidied


@dataclass(frozen=True)
class Solved:
    """The equations that the coefficients solve, and the theorems: no others are as good."""

    equations: Proved
    proofs: tuple[Proof, ...]
    meanings: Mapping[str, str]

    def others(self, composed: Composed) -> Estimates:
        """The estimates of the other parameters for any η_i, and so for those at these coefficients, which do not
        depend on them."""
        (linear,), family = composed.linears, composed.setting.family
        (eta,), rest = _parted(family, linear)
        if not rest or self.equations.value.free_symbols & {one.symbol for one in rest}:
            return Estimates()
        found = of_all(replace(family, parameters=rest, known=(*family.known, eta)))
        return Estimates() if found.open or len(found.claims) > 1 else found


def solved(composed: Composed) -> Solved | None:
    """What the coefficients solve, for any values of the other parameters; None where it is not shown that no others
    are as good."""
    if len(composed.linears) != 1:
        return None
    (linear,), family = composed.linears, composed.setting.family
    own, others = _parted(family, linear)
    alone = Setting(replace(family, parameters=own, known=(*family.known, *others)))
    try:
        return OfCoefficients(alone, f"-{linear.b}", line=Along(Composed(alone, (linear,)), linear, "-alone")).solved()
    except (Refused, TooLarge, Unsupported):
        return None


def as_square(slope: Expr, eta: Symbol, family: Family) -> tuple[Expr, Expr, Expr] | None:
    """c, w and t of a slope c w (η − t) of one observation, where all share c; None where it is no such slope.

    >>> from sympy import exp, symbols
    >>> y, eta, d = symbols("y eta d")
    >>> family = Family("f", "", exp(-y), Named(y, S.Reals), (Named(eta, S.Reals, each=True),))
    >>> as_square(3 * d * (eta - y), eta, family)
    (3*d, 1, y)
    """
    bend = slope.diff(eta)
    if bend == 0 or eta in bend.free_symbols:
        return None
    shared, weight = factor(bend).as_independent(*Setting(family).varying, as_Add=False)
    return shared, weight, factor(expand_mul(eta - slope / bend))


def _parted(family: Family, linear: Linear) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The parameter η, and the others."""
    own = tuple(one for one in family.parameters if one.symbol == linear.eta)
    return own, tuple(one for one in family.parameters if one.symbol != linear.eta)


@dataclass(frozen=True)
class OfCoefficients(Likelihood):
    """The likelihood as a function of a point θ, whose coordinates b_k are the coefficients."""

    line: Along = field(kw_only=True)

    @cached_property
    def b(self) -> Any:
        return Function(str(self.line.linear.B))

    def product(self, point: Symbol) -> Expr:
        """x_iᵀb at a point."""
        k, linear = self.line.composed.indices[1], self.line.linear
        return Sum(linear.X[self.setting.i, k] * self.b(k, point), (k, 1, linear.d))

    @cached_property
    def coordinates(self) -> dict[Any, Basic]:
        s = self.setting
        return {s.vector(self.line.linear.eta): Lambda(s.i, self.product(self.point))}

    @cached_property
    def own_names(self) -> tuple[tuple[Any, Basic], ...]:
        k, own = self.line.composed.indices[1], self.line.linear
        vectors = ((own.X, IndexedBase(own.x)),) if IndexedBase(own.x) != own.X else ()
        return (*self.setting.own_names, *vectors, (self.b, Lambda((k, self.point), IndexedBase(own.b)[k])))

    @cached_property
    def point(self) -> Symbol:
        return self.line.composed.name("theta")

    @cached_property
    def best(self) -> Symbol:
        return self.line.composed.name("a")

    @cached_property
    def row(self) -> Any:
        return Function(self.line.composed.name("m").name)

    @cached_property
    def residual(self) -> tuple[Expr, Expr]:
        """The derivative of the loss of one observation in η_i, at the best point, as a number times what varies."""
        eta, s = self.line.linear.eta, self.setting
        slope = tidied(slope_of_one(s, (eta,))[0])
        shared, weight, aim = as_square(slope, eta, s.family) or (S.One, S.One, S.Zero)
        number, rest = (-shared, weight * (aim - eta)) if eta not in slope.diff(eta).free_symbols else (S.One, slope)
        return number, substitute(s.of_each(rest), {s.vector(eta): Lambda(s.i, self.product(self.best))})

    @cached_property
    def equation(self) -> Basic:
        """Σ_i x_ij r_i = 0"""
        j, s = self.line.composed.indices[0], self.setting
        return Equals(Sum(self.line.linear.X[s.i, j] * self.residual[1], s.observations), 0)

    @cached_property
    def equations(self) -> Basic:
        return ForAll(self.equation, (self.line.composed.indices[0], 1, self.line.linear.d))

    @cached_property
    def given(self) -> Given:
        """A point that solves these equations, and for every other one an observation that tells them apart."""
        others, at = (self.point, Without(self.domain, self.best)), self.row(self.point)
        gap = substitute(self.between(self.line.step), {self.setting.i: at})
        apart = (Member(at, IndexRange(1, self.setting.n)), Different(gap, 0))
        supposed = (Member(self.best, self.domain), self.equations, *(ForAll(fact, others) for fact in apart))
        return Given((*self.everywhere.hypotheses, *supposed), self.everywhere.definitions)

    @cached_property
    def elsewhere(self) -> Given:
        return Given(
            (*self.given.hypotheses, Member(self.point, Without(self.domain, self.best))), self.given.definitions
        )

    @cached_property
    def gap(self) -> dict[str, Any]:
        """The line from the best point to another one."""
        k, own = self.line.composed.indices[1], self.line.linear
        best, gap = self.b(k, self.best), self.b(k, self.point) - self.b(k, self.best)
        return {str(own.B): Lambda(k, best), str(self.line.v): Lambda(k, gap)}

    def between(self, term: Basic) -> Any:
        """A term on b + t v as one on that line."""
        return substitute(term, {IndexedBase(name): value for name, value in self.gap.items()})

    def bends_up(self) -> Proof:
        """0 < d²ℓ/dt² along b + t v, where an observation has x_mᵀv ≠ 0."""
        line, s = self.line, self.setting
        m = line.composed.name("m")
        at_m = substitute(line.step, {s.i: m})
        given = Given((*line.given.hypotheses, Member(m, IndexRange(1, s.n)), Different(at_m, 0)))
        start = chain(Lt(0, line.second), given).by(line.bend)
        for form in line.bends():
            total = form * s.n
            try:
                found = start.eq(Lt(0, form)).by(use(rules.order_of_multiples, c=1 / s.n, u=S.Zero, v=total))
                found = found.by(use(rules.sum_with_a_positive_term, c=m))
            except Refused:
                continue
            return found.qed(f"bends-up{self.suffix}", "The second derivative is positive along a line", role="lemma")
        raise Refused("the second derivative is not seen to be positive")

    def starts_flat(self) -> Proof:
        """The slope at the best point, on the line to another one, is 0."""
        line, s, (number, residual) = self.line, self.setting, self.residual
        k, own, gap = line.composed.indices[1], line.linear, self.gap[str(line.v)]
        at_start = self.between(derivative(line.loss, line.t, S.Reals, at=S.Zero))
        step = Sum(own.X[s.i, k] * gap(k), (k, 1, own.d))
        found = chain(Equals(at_start, 0), self.elsewhere).by(use(line.slope, t=S.Zero, **self.gap))
        outside = () if number == 1 else use(rules.constant_factor, c=number, f=Lambda(s.i, residual * step))
        found = found.eq(Equals(number * Sum(residual * step, s.observations) / s.n, 0), by=outside)
        found = found.by(self.exchanged(residual, gap)).by(use(Hypothesis(self.equations), j=k))
        found = found.by(rules.sum_of_constant).by(rules.known_equation)
        return found.qed(f"starts-flat{self.suffix}", "The slope is 0 at its start", role="lemma")

    def exchanged(self, r: Expr, v: Lambda) -> Proof:
        """Σ_i r_i Σ_k x_ik v_k = Σ_k v_k Σ_i x_ik r_i."""
        (i, _, n), own, k = self.setting.observations, self.line.linear, self.line.composed.indices[1]
        features, term = (k, 1, own.d), own.X[i, k] * v(k)
        found = chain(Sum(r * Sum(term, features), (i, 1, n)), self.elsewhere)
        found = found.eq(Sum(Sum(r * term, features), (i, 1, n)), by=use(rules.constant_factor, c=r, f=Lambda(k, term)))
        outside = use(rules.constant_factor, c=v(k), f=Lambda(i, own.X[i, k] * r))
        found = found.eq(Sum(v(k) * Sum(own.X[i, k] * r, (i, 1, n)), features), by=(rules.exchange_of_sums, outside))
        return found.qed(f"exchanged{self.suffix}", "Features before observations", role="lemma")

    @cached_property
    def lemmas(self) -> tuple[Proof, ...]:
        """What the last one rests on, and that the slope at the best point is 0 and rises."""
        up, row = self.bends_up(), {self.line.composed.name("m").name: self.row(self.point)}
        bent = chain(Lt(0, self.between(self.line.second)), self.elsewhere).by(use(up, **row, **self.gap))
        here = bent.qed(f"bent{self.suffix}", "The second derivative on the line to another point", role="lemma")
        return (self.line.slope, self.line.bend, up, self.starts_flat(), here)

    def below_all_others(self) -> Proof:
        """ℓ(a) < ℓ(θ): at the two ends of the line between them."""
        line, (*_, flat, bent) = self.line, self.lemmas
        gap = Lambda(line.t, self.between(line.loss))
        start = Lt(substitute(self.ell, {self.point: self.best}), self.ell)
        found = chain(start, self.elsewhere).unfold(self.functions[2])
        found = found.eq(Lt(gap(S.Zero), gap(S.One)), reason="on the line between them")
        found = found.by(use(rules.below_every_other_point, f=gap, a=S.Zero, b=S.One, because=(flat, (bent, line.t))))
        return found.qed(f"below-all-others{self.suffix}", "No other coefficients are as good", role="lemma")

    def solved(self) -> Solved:
        """The theorem that no other coefficients are as good, with what it rests on. Raises Refused."""
        of_log = log_likelihood(self)
        optimum, lemmas = same_optimum(self, of_log), (*self.lemmas, self.below_all_others())
        line = chain(ArgMax(self.L, (self.point, self.domain)), self.given).by(optimum)
        least = use(
            rules.unique_minimiser, a=self.best, f=Lambda(self.point, self.ell), because=(lemmas[-1], self.point)
        )
        theorem = line.by(least).qed(f"estimate{self.suffix}", "The coefficients that solve the score equations")
        place = self.given.hypotheses.index(self.equations)
        return Solved(
            Proved(theorem, Supposed(place, self.own_names)),
            (*with_lemmas(of_log), optimum, *lemmas, theorem),
            self.meanings,
        )

    @property
    def meanings(self) -> dict[str, str]:
        """What the names in the theorem are."""
        apart = rf"an observation of which the outputs at ${latex(self.point)}$ and at ${self.best}$ differ"
        return {self.best.name: "the coefficients that solve the score equations", str(self.row): apart}
