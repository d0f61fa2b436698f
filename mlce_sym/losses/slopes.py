"""Gradient and Hessian of the mean loss: by the kernel's rules of calculus where it is smooth, else by SymPy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from sympy import (
    Abs,
    Basic,
    Derivative,
    DiracDelta,
    Dummy,
    Expr,
    Heaviside,
    Interval,
    Max,
    Min,
    Piecewise,
    S,
    Symbol,
    latex,
    log,
    sign,
)

from .. import rules
from ..border.binding import in_sympys_nodes, occurrences
from ..border.given import Given
from ..border.nodes import DerivativeAt, IndexRange, Member, derivative
from ..prover import Chain, chain, use
from ..prover.calculus import worked_out
from ..prover.document import Line, Proof
from ..prover.justification import first_place
from ..terms.errors import Refused
from .claims import BySymPy, Claim, Proved, RightSide
from .room import room
from .setting import Setting, open_set
from .tidy import joined, tidied, with_signs

OF_ONE = " of the term of one observation"
ALMOST = "; almost everywhere"


@dataclass(frozen=True)
class Slope:
    """A partial derivative in the kernel's names, with its proof or with none; `smooth` where it is one everywhere,
    `of_one` where it is that of the term of one observation."""

    value: Expr
    proof: Proof | None = None
    smooth: bool = True
    of_one: bool = False

    def claim(self, setting: Setting) -> Claim:
        """The slope as it is reported."""
        of = OF_ONE if self.of_one else ""
        if self.proof is not None:
            return Proved(self.proof, RightSide(setting.own_names), of)
        return BySymPy(setting.shown(self.value), ("" if self.smooth else ALMOST) + of)


def given_at_a_point(setting: Setting, of_one: bool = False) -> Given:
    """What is given, with the parameters as plain numbers in their domains; `of_one`, those of one observation."""
    one = (Member(setting.i, IndexRange(1, setting.n)),) if of_one else ()
    said = setting.of_data if of_one else setting.quantified
    return Given((*setting.about_data, *one, *map(said, setting.about_parameters)))


def gradient(setting: Setting) -> Mapping[Symbol, Slope]:
    """The partial derivatives of the mean loss; in the parameters of one observation, those of its term."""
    starts = {p: _mean(setting, setting.parts.loss, setting.is_of_each(p)) for p in setting.symbols}
    return {p: _slope(setting, start, (p,)) for p, start in starts.items()}


def _mean(setting: Setting, term: Expr, of_one: bool) -> Expr:
    """The mean over the observations; or the term of one observation in it."""
    if of_one:
        return cast(Expr, setting.of_data(term) / setting.n)
    return setting.mean(term) if setting.varying & term.free_symbols else term


def hessian(setting: Setting, slopes: Mapping[Symbol, Slope]) -> Mapping[tuple[Symbol, Symbol], Slope]:
    """The second derivatives: those of the gradient; each pair once. What is of each observation comes first."""
    order = setting.symbols
    pairs = [(p, q) for number, p in enumerate(order) for q in order[number:]]
    first = {p: slope.value if slope.proof else None for p, slope in slopes.items()}
    paths = {pair: tuple(sorted(pair, key=lambda p: not setting.is_of_each(p))) for pair in pairs}
    return {pair: _slope(setting, first[path[0]], path) for pair, path in paths.items()}


def _slope(setting: Setting, before: Expr | None, path: tuple[Symbol, ...]) -> Slope:
    """The derivative, in the last parameter of the path, of what the others have led to by proof."""
    of_one = setting.is_of_each(path[0])
    try:
        worked = _by_calculus(setting, before, path[-1], of_one)
    except Refused:
        return _by_sympy(setting, path, of_one)
    worked = _tidied(setting, worked)
    title = f"The derivative in {' and '.join(f'${latex(q)}$' for q in path)}"
    proof = worked.qed("-".join(("slope", *map(str, path))), title)
    return Slope(cast(Expr, worked.expression), proof, of_one=of_one)


def _tidied(setting: Setting, worked: Chain) -> Chain:
    """In the simplest form of which the kernel sees that it is the same."""
    value = cast(Expr, worked.expression)
    simple = tidied(value)
    for form in dict.fromkeys((with_signs(joined(simple), setting.sign), with_signs(simple, setting.sign), simple)):
        try:
            return worked if form == value else worked.eq(form, reason="simplified")
        except Refused:
            continue
    return worked


def _by_calculus(setting: Setting, before: Expr | None, p: Symbol, of_one: bool) -> Chain:
    """The derivative by the kernel's rules. Raises Refused where they do not do."""
    named = next(one for one in setting.family.parameters if one.symbol == p)
    domain = open_set(room(setting.family, named)) or open_set(named.domain)
    if domain is None or before is None:
        raise Refused("no open set, or what is differentiated is not the kernel's")
    theorem = worked_out(chain(derivative(before, p, domain), given_at_a_point(setting, of_one)).derivation)
    if any(isinstance(part, DerivativeAt) for part in occurrences(theorem.rhs)):
        raise Refused("the rules of calculus do not do")
    theorem = first_place(theorem, use(rules.sum_of_constant)) or theorem
    return Chain(theorem, (Line(len(theorem.steps), "calculus"),) if theorem.steps else ())


def _by_sympy(setting: Setting, path: tuple[Symbol, ...], of_one: bool) -> Slope:
    """The derivative of the loss of one observation, as SymPy finds it for real numbers; the sum is taken after."""
    value, smooth = slope_of_one(setting, path)
    return Slope(_mean(setting, value, of_one), smooth=smooth, of_one=of_one)


def slope_of_one(setting: Setting, path: tuple[Symbol, ...]) -> tuple[Expr, bool]:
    """A derivative of the loss of one observation, almost everywhere, and whether that is everywhere."""
    found, smooth, real = _in_reals(setting, path)
    value = found.replace(DiracDelta, lambda *_: S.Zero)
    return value.xreplace({dummy: symbol for symbol, dummy in real.items()}), smooth


@lru_cache(maxsize=100)
def _in_reals(setting: Setting, path: tuple[Symbol, ...]) -> tuple[Any, bool, dict[Basic, Expr]]:
    """The same in names of real numbers, and what these stand for."""
    if not path:
        return _of_real_numbers(setting)
    *others, last = list(path)
    before, smooth, real = _in_reals(setting, tuple(others))
    p = real[last]
    found = before.diff(p).replace(_is_of_sign, lambda *_: DiracDelta(Dummy("u")))
    return found, smooth and not found.has(sign, Heaviside, DiracDelta) and not _has_cases_of(found, p), real


def _of_real_numbers(setting: Setting) -> tuple[Any, bool, dict[Basic, Expr]]:
    """The loss of one observation, of which SymPy then knows that its names are real numbers."""
    loss = in_sympys_nodes(setting.parts.loss)
    above = _positive(setting) if any(part.has(log) for part in loss.atoms(Abs)) else set()
    real: dict[Basic, Expr] = {
        symbol: Dummy(str(symbol), positive=True) if symbol in above else Dummy(str(symbol), real=True)
        for symbol in sorted(loss.free_symbols, key=str)
    }
    return loss.xreplace(real).replace(lambda part: isinstance(part, (Max, Min)), _as_cases), True, real


def _has_cases_of(term: Expr, p: Basic) -> bool:
    """Whether what is the case depends on it."""
    return any(p in condition.free_symbols for part in term.atoms(Piecewise) for _, condition in part.args)


def _positive(setting: Setting) -> set[Basic]:
    """The names of numbers whose domains say that they are positive, the observation among them."""
    named = (setting.family.data, *setting.family.parameters, *setting.family.known)
    domains = {one.symbol: one.domain for one in named}
    return {s for s, d in domains.items() if isinstance(d, Interval) and d.left_open and d.start.is_nonnegative}


def _is_of_sign(part: Basic) -> bool:
    """Whether it is the slope of a step, which SymPy leaves as it is where it does not see that log y is real."""
    return isinstance(part, Derivative) and isinstance(part.args[0], sign)


def _as_cases(extreme: Expr) -> Expr:
    """The larger or the smaller of two numbers as cases, whose derivative has no step function in it."""
    first, *others = extreme.args
    rest = extreme.func(*others)
    return Piecewise((first, first >= rest if isinstance(extreme, Max) else first <= rest), (rest, True))


def of_information(setting: Setting) -> dict[tuple[Symbol, Symbol], Expr]:
    """What has the Fisher information as its expectation, for each pair of parameters: −∂² log f/∂θ∂θ' where that is
    smooth, else ∂ log f/∂θ · ∂ log f/∂θ', which is defined almost everywhere."""
    pairs = [(p, q) for number, p in enumerate(setting.symbols) for q in setting.symbols[number:]]
    factor, scores = in_sympys_nodes(setting.parts.factor), {p: slope_of_one(setting, (p,)) for p in setting.symbols}
    if all(smooth for _, smooth in scores.values()):
        return {pair: factor * slope_of_one(setting, pair)[0] for pair in pairs}
    return {(p, q): factor**2 * scores[p][0] * scores[q][0] for p, q in pairs}
