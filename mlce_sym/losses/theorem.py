"""The loss of a family as theorems: log L(θ) = −(factor) · ℓ(θ) − (constant), and that both have the same optimum.

>>> from sympy import Interval, exp, oo, symbols
>>> from mlce_sym.families.family import Family, Named
>>> y, a = symbols("y a")
>>> positive = Interval.open(0, oo)
>>> family = Family("exponential", "Exponential", a * exp(-a * y), Named(y, positive), (Named(a, positive),))
>>> log_likelihood(Likelihood(Setting(family)))
log-likelihood: log(L(a)) = -n*ell(a)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Add, Basic, Expr, Function, Lambda, Mul, Pow, Product, Symbol, log

from .. import rules
from ..border.binding import names, substitute
from ..border.given import Definition, Given
from ..border.nodes import ArgMax, Cases, ForAll, Member
from ..families.family import Unsupported
from ..prover import back, chain, use
from ..prover.derivation import Algebra, Derivation, rewritten
from ..prover.document import Line, Proof, lemmas
from ..prover.justification import onto
from ..prover.logic import equal
from ..prover.strategies import proved
from ..prover.tactics import common_form
from ..terms.errors import Refused
from .positive import advice
from .setting import INNER, Setting, inner_name, open_set

FINITE = "end the sum at a number, as in \\sum_{j=0}^{100}, and the support as well"


@dataclass(frozen=True)
class Likelihood:
    """The likelihood of a family, and its loss, as functions of one point of a set."""

    setting: Setting
    suffix: str = ""  # of the names of its theorems

    @cached_property
    def several(self) -> bool:
        """Whether the likelihood is one of a point whose coordinates are the parameters."""
        first, *others = self.setting.family.parameters
        return bool(others) or first.each

    @cached_property
    def open_set(self) -> Any:
        """All values of the one parameter, where they are an open set that does not depend on the data."""
        if self.several or self.setting.between:
            return None
        return open_set(self.setting.family.parameters[0].domain)

    @cached_property
    def point(self) -> Symbol:
        return self.setting.name("theta") if self.several else self.setting.symbols[0]

    @cached_property
    def domain(self) -> Basic:
        return self.setting.name("Theta") if self.open_set is None else self.open_set

    @cached_property
    def coordinates(self) -> dict[Any, Basic]:
        """The parameters as functions of the point."""
        if not self.several:
            return {}
        numbers, i = self.setting.family.parameters, self.setting.i
        functions = {p: Function(inner_name(p.symbol)) for p in numbers}
        common = {p.symbol: function(self.point) for p, function in functions.items() if not p.each}
        own = {self.setting.vector(p.symbol): f(i, self.point) for p, f in functions.items() if p.each}
        return {**common, **{vector: Lambda(i, of_one) for vector, of_one in own.items()}}

    @cached_property
    def own_names(self) -> tuple[tuple[Any, Basic], ...]:
        """What the kernel's names stand for, the coordinates of the point among them."""
        i, numbers = self.setting.i, self.setting.family.parameters if self.several else ()
        common = ((Function(inner_name(p.symbol)), Lambda(self.point, p.symbol)) for p in numbers if not p.each)
        own = ((Function(inner_name(p.symbol)), Lambda((i, self.point), p.entry)) for p in numbers if p.each)
        return (*self.setting.own_names, *common, *own)

    def at(self, term: Basic) -> Basic:
        return substitute(term, self.coordinates)

    @cached_property
    def functions(self) -> tuple[Function, Function, Function]:
        """Names for the density, the likelihood and the loss."""
        f, L, ell = (Function(self.setting.name(wanted).name) for wanted in ("f", "L", "ell"))
        return f, L, ell

    @property
    def L(self) -> Expr:
        return self.functions[1](self.point)

    @property
    def ell(self) -> Expr:
        return self.functions[2](self.point)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        s, (f, _, _) = self.setting, self.functions
        z = s.name("z")
        own = (s.i,) if s.indexed else ()
        density = Definition(f(*own, z, self.point), self.at(substitute(s.density, {**s.entries, s.z: z})))
        likelihood = Definition(self.L, Product(f(*own, s.y[s.i], self.point), s.observations))
        return (density, likelihood, Definition(self.ell, self.at(s.mean(s.parts.loss))))

    @cached_property
    def everywhere(self) -> Given:
        """What is given, of all parameters."""
        about = self.setting.about_parameters if self.open_set is None else ()
        return Given(
            (*self.setting.about_data, *(self._for_all(self.at(self.setting.quantified(fact))) for fact in about)),
            self.definitions,
        )

    def _for_all(self, fact: Basic) -> Basic:
        return ForAll(fact, (self.point, self.domain)) if self.point in names(fact) else fact

    @cached_property
    def somewhere(self) -> Given:
        """What is given, and one point."""
        return Given((*self.everywhere.hypotheses, Member(self.point, self.domain)), self.definitions)

    @cached_property
    def factor(self) -> Expr:
        return self.setting.n * self.setting.parts.factor

    @cached_property
    def constants(self) -> tuple[Expr, ...]:
        """The additive constants of the negative log-likelihood: n times a number, and sums over the data."""
        s = self.setting
        terms = Add.make_args(s.parts.constant)
        fixed = Add(*(term for term in terms if not s.varying & term.free_symbols))
        sums = [s.total(term) for term in terms if s.varying & term.free_symbols]
        return tuple(term for term in (s.n * fixed, *sums) if term != 0)


def log_likelihood(model: Likelihood) -> Proof:
    """log L = −factor · ℓ − constants. Raises Unsupported, with the condition that is missing."""
    f, L, ell = model.functions
    target = -model.factor * model.ell - sum(model.constants)
    try:
        start = chain(log(model.L), model.somewhere).unfold(L, reason="independent observations")
        start = start.by(rules.log_of_product).unfold(f)
        left = common_form(start.derivation)
        right = common_form(chain(target, model.somewhere).unfold(ell).derivation)
    except Refused as refused:
        what = _in_own_names(str(refused), model)
        instead = advice(model.setting.family) or f"{what}; {FINITE if 'converges' in what else 'narrow the support'}"
        raise Unsupported(f"the density has to be positive on its support: {instead}") from None
    if not equal(left.rhs, right.rhs):
        left = common_form(_with_content_outside(left))
    whole = onto(_joined(model, left, right.rhs), right)
    lines = (
        *start.lines,
        Line(len(left.steps), "the logarithm taken apart"),
        Line(len(whole.steps), "terms collected"),
    )
    return Proof(whole.named(f"log-likelihood{model.suffix}"), "The log-likelihood", lines=_increasing(lines))


def with_lemmas(of_log: Proof) -> tuple[Proof, ...]:
    """It, after what it rests on: cases are taken apart in a theorem of their own."""
    return (*(Proof(lemma, role="lemma") for lemma in lemmas(of_log.derivation)), of_log)


def _joined(model: Likelihood, left: Derivation, target: Basic) -> Derivation:
    """The theorem with its right side written as the target, by algebra or by cases. Raises Unsupported."""
    if left.rhs == target:
        return left
    if equal(left.rhs, target):
        return rewritten(left, (), Algebra(), target=target)
    same = proved(left.rhs, target, model.somewhere, f"cases-apart{model.suffix}") if left.rhs.has(Cases) else None
    if same is None:
        raise Unsupported(f"{left.rhs} and {target} are not seen to be equal")
    return rewritten(left, (), same.named(f"cases-apart{model.suffix}"))


def _in_own_names(text: str, model: Likelihood) -> str:
    """ν for ν(θ), and what the logarithm is of."""
    text = text.replace(f"log({model.L})", "its logarithm")
    for name in map(inner_name, model.setting.symbols):
        text = text.replace(f"{name}({model.point})", name)
    return re.sub(rf"{INNER}\b", "", text)


def _with_content_outside(theorem: Derivation) -> Derivation:
    """The right side with 1/(2y − 2μ) as 1/2 · 1/(y − μ), whose number leaves a sum."""

    def is_of_several(part: Basic) -> bool:
        return isinstance(part, Pow) and part.base.is_Add and part.exp.is_Integer

    def apart(part: Any) -> Expr:
        number, rest = part.base.primitive()
        return Mul(number**part.exp, rest**part.exp, evaluate=False)

    target = theorem.rhs.replace(is_of_several, apart)
    return theorem if target == theorem.rhs else rewritten(theorem, (), Algebra(), target=target)


def _increasing(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        line for line, after in zip(lines, (*lines[1:], None), strict=True) if after is None or after.step > line.step
    )


def same_optimum(model: Likelihood, log_of_likelihood: Proof) -> Proof:
    """arg max L = arg min ℓ: the logarithm keeps the order, and the constants and the factor change no optimum."""
    limit, constants = (model.point, model.domain), sum(model.constants)
    line = chain(ArgMax(model.L, limit), model.everywhere).by(back(rules.argmax_of_log)).by(log_of_likelihood)
    if constants != 0:
        shifted = use(rules.argmax_of_shifted, c=-constants, f=Lambda(model.point, -model.factor * model.ell))
        line = line.by(shifted, reason="the constants are dropped")
    line = line.by(use(rules.argmax_of_negative, f=Lambda(model.point, model.factor * model.ell)))
    scaled = use(rules.argmin_of_scaled, c=model.factor, f=Lambda(model.point, model.ell))
    return line.by(scaled, reason="the factor is dropped").qed(
        f"same-optimum{model.suffix}", "The loss has the same optimum"
    )
