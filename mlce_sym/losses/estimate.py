"""The maximum-likelihood estimate of one parameter: found by SymPy, proved by the kernel to be the only maximiser.

The slope of the loss is negative before the estimate and positive after it, or it is 0 there and the second derivative
is positive everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sympy import Basic, Dummy, Expr, Lambda, S, Symbol, expand_power_exp, factor, powsimp, solve_linear, together

from .. import rules
from ..border.binding import substitute
from ..border.given import Definition, Given
from ..border.nodes import Above, ArgMax, Equals, Le, Lt, Member, Without, derivative
from ..border.rule import Rule
from ..prover import Chain, chain, use
from ..prover.calculus import worked_out
from ..prover.derivation import Derivation
from ..prover.document import Line, Proof
from ..prover.document import lemmas as lemmas_of
from ..prover.justification import onto
from ..prover.logic import holds
from ..prover.tactics import common_form
from ..terms.errors import Refused, TooLarge
from .claims import BySymPy, Claim, Hypothesis, Meaning, OnlyElement, Proved
from .means import Means, in_means, stationary
from .room import in_positive_factors
from .side_conditions import Where
from .theorem import Likelihood

STATIONARY = ": a stationary point; maximality is not shown"


@dataclass(frozen=True)
class Estimate:
    """The estimate in terms of the data, the conditions under which it is one, and the proofs, if there are any."""

    claim: Claim
    conditions: tuple[Claim, ...] = ()
    proofs: tuple[Proof, ...] = ()
    point: Expr | None = None  # in means of statistics, where it is proved
    means: Mapping[Symbol, Claim] = field(default_factory=dict)  # what these are
    where: tuple[Basic, ...] = ()  # the conditions in these means


def estimate(model: Likelihood, optimum: Proof) -> Estimate | None:
    """The estimate of the one parameter; without proofs where maximality is not shown; None where none is found."""
    s = model.setting
    means = None if model.open_set is None else in_means(s.parts.loss, model.point, s.varying, s.names)
    if means is None:
        return None
    points = (Attempt(model, means, point) for point in stationary(means.loss, model.point))
    attempts = [attempt for attempt in points if not attempt.is_outside]
    by_cases = means.spread != s.parts.loss  # roots of quadratic equations beside cases: a proof is not seen
    for attempt in [] if by_cases and len(attempts) > 1 else attempts:
        try:
            return attempt.proved(optimum)
        except (Refused, TooLarge):
            continue
    return attempts[0].unproved() if attempts else None


@dataclass(frozen=True)
class Attempt:
    """One point, which may be the estimate."""

    model: Likelihood
    means: Means
    point: Expr

    @property
    def p(self) -> Symbol:
        return self.model.point

    @property
    def where(self) -> Where:
        return Where(self.model.setting, self.means, self.point)

    @property
    def known(self) -> Given:
        """What is given, with the means by their names."""
        names = (Definition(name, self.model.setting.mean(value)) for name, value in self.means.statistics.items())
        return Given(self.model.everywhere.hypotheses, (*self.model.definitions, *names))

    @property
    def is_outside(self) -> bool:
        """Whether no data bring the point into the domain, as −1/c never lies in (0, 1) for c > 0."""
        domain, point = self.where.domain, self.point
        beyond = ((domain.inf, Le(point, domain.inf)), (domain.sup, Le(domain.sup, point)))
        return any(end.is_finite is not False and holds(self.known, fact) for end, fact in beyond)

    def unproved(self) -> Estimate:
        """The point with its conditions."""
        means = {name: self.model.setting.mean(value) for name, value in self.means.statistics.items()}
        shown = (self.point, *self.where.conditions(self.known))
        value, *conditions = (self.model.setting.shown(substitute(term, means)) for term in shown)
        return Estimate(BySymPy(value, STATIONARY), tuple(map(BySymPy, conditions)))

    def proved(self, optimum: Proof) -> Estimate:
        """The theorem that the point is the only maximiser. Raises Refused."""
        known = self.known
        conditions = self.where.conditions(known)
        given = Given((*known.hypotheses, *conditions), known.definitions)
        return replace(self, point=in_positive_factors(self.point, given))._proved(optimum, known, given)

    def _proved(self, optimum: Proof, known: Given, given: Given) -> Estimate:
        """The same, with what is given beside what is known."""
        by_means, limit = self.in_means(known), (self.p, self.model.domain)
        line = (
            chain(ArgMax(self.model.L, limit), given).by(optimum, reason="the loss has the same optimum").by(by_means)
        )
        lemmas, rule = self.by_slopes(given)
        because = [lemma if "stationary" in lemma.name else (lemma, self.p) for lemma in lemmas]
        line = line.by(use(rule, a=self.point, f=Lambda(self.p, self.means.loss), because=because))
        theorem = line.qed(f"estimate{self.model.suffix}", "The maximum-likelihood estimate")
        names, first = self.model.own_names, len(known.hypotheses)
        conditions = given.hypotheses[first:]
        supposed = (Proved(theorem, Hypothesis(first + place, names)) for place in range(len(conditions)))
        means = {name: Proved(theorem, Meaning(name.name, names)) for name in self.means.statistics}
        by_cases = (Proof(lemma, role="lemma") for lemma in lemmas_of(by_means.derivation))
        proofs = (*by_cases, by_means, *lemmas, theorem)
        return Estimate(Proved(theorem, OnlyElement(names)), tuple(supposed), proofs, self.point, means, conditions)

    def in_means(self, known: Given) -> Proof:
        """ℓ(θ) in means of statistics."""
        here = Given((*known.hypotheses, Member(self.p, self.model.domain)), known.definitions)
        line = chain(self.model.ell, here).unfold(self.model.functions[2])
        if self.means.spread != self.model.setting.parts.loss:
            line = line.eq(self.model.setting.mean(self.means.spread), reason="cases by indicators")
        spread = common_form(line.derivation)
        means = chain(self.means.loss, here)
        folded = common_form(
            means.unfold(*self.means.statistics).derivation if self.means.statistics else means.derivation
        )
        whole = onto(_same(spread, folded), folded)
        lines = (*line.lines, Line(len(whole.steps), "the sum taken apart"))
        return self._lemma(Chain(whole, lines), "in-means", "The loss in means of statistics")

    def by_slopes(self, given: Given) -> tuple[tuple[Proof, ...], Rule]:
        """Lemmas on the slope, and the rule that they meet the conditions of."""
        try:
            return (self._signs_of_slopes(given),), _rule(self.model.domain)
        except Refused:
            if self.model.domain != S.Reals:
                raise
            return (self._stationary(given), self._curved(given)), rules.stationary_minimiser

    def _slope(self, at: Expr) -> Expr:
        t = self.model.setting.name("t")
        return derivative(substitute(self.means.loss, {self.p: t}), t, self.model.domain, at=at)

    def _signs_of_slopes(self, given: Given) -> Proof:
        """(θ − θ̂)·(slope at θ) is positive for every other θ: a square times what is positive."""
        apart = Given((*given.hypotheses, Member(self.p, Without(self.model.domain, self.point))), given.definitions)
        line = _differentiated(chain(Lt(0, (self.p - self.point) * self._slope(self.p)), apart))
        if (powers := self._in_powers(line)) is not None:
            return self._lemma(powers, "slopes", "The slopes on both sides of the estimate")
        quotient = self._quotient(right_of(line) / (self.p - self.point))
        line = line.eq(Lt(0, quotient * (self.p - self.point) ** 2), reason="a square")
        return self._lemma(line.by(rules.known_order), "slopes", "The slopes on both sides of the estimate")

    def _in_powers(self, line: Chain) -> Chain | None:
        """Where the estimate is a root b^(1/k): that the slope has the sign of θ^k − b, and so of θ − b^(1/k)."""
        base, root = self.point.as_base_exp()
        if root.is_number:
            return None
        k, apart = abs_of(1 / root), self.p - self.point
        both = apart * (self.p**k - self.point**k)
        c = _factored(right_of(line) / apart / (self.p**k - base ** (root * k)))
        line = line.eq(Lt(0, c * both), reason="a difference of powers")
        return line.by(use(rules.same_order_of_powers, a=self.p, b=self.point, u=k, c=c))

    def _lemma(self, line: Chain, name: str, title: str) -> Proof:
        return line.qed(f"{name}{self.model.suffix}", title, role="lemma")

    def _quotient(self, slope: Expr) -> Expr:
        """The slope divided by θ − θ̂, as SymPy simplifies it, where one mean is what the estimate makes of it."""
        w = Dummy("w")
        for name in self.means.statistics:
            mean, in_estimate = solve_linear(substitute(slope, {self.p: w}), symbols=[name])
            if mean == name:
                quotient = substitute(slope, {name: powsimp(in_estimate)}) / (self.p - w)
                return substitute(_factored(quotient), {w: self.point})
        return _factored(slope / (self.p - self.point))

    def _stationary(self, given: Given) -> Proof:
        line = _differentiated(chain(Equals(self._slope(self.point), 0), given))
        return self._lemma(line.by(rules.known_equation), "stationary", "The slope at the estimate")

    def _curved(self, given: Given) -> Proof:
        inside = Given((*given.hypotheses, Member(self.p, self.model.domain)), given.definitions)
        s = self.model.setting.name("s")
        line = _differentiated(chain(Lt(0, derivative(self._slope(s), s, self.model.domain, at=self.p)), inside))
        line = line.eq(Lt(0, factor(right_of(line))))
        return self._lemma(line.by(rules.known_order), "curved", "The second derivative")


def abs_of(exponent: Expr) -> Expr:
    """Without its minus sign, where it is written with one."""
    return -exponent if exponent.could_extract_minus_sign() else exponent


def _factored(quotient: Expr) -> Expr:
    """As a product, where x^a x^(1 - a) is x."""
    return factor(powsimp(factor(together(expand_power_exp(quotient)))))


def _differentiated(line: Chain) -> Chain:
    worked = worked_out(line.derivation)
    return Chain(worked, (*line.lines, Line(len(worked.steps), "calculus")))


def _same(one: Derivation, other: Derivation) -> Derivation:
    """The first theorem, with its right side written as that of the other one."""
    return Chain(one).eq(other.rhs).derivation


def _rule(domain: Basic) -> Rule:
    if domain == S.Reals:
        return rules.minimiser_on_line
    return rules.minimiser_on_half_line if isinstance(domain, Above) else rules.minimiser_on_interval


def right_of(line: Chain) -> Expr:
    """The right side of the inequality that a line has reached."""
    right = line.expression.args[1]
    assert isinstance(right, Expr)
    return right
