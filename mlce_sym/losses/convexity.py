"""Is a loss convex in each of its parameters: a theorem says so, values refute it, or it is not known.

A theorem says that the second derivative of the mean loss is never negative, or always positive, or that the loss lies
below its chords. Values that refute it
are two points, such that the loss of one observation is greater half-way between them than on the average of the two.

>>> from mlce_sym.families.families import family
>>> from .slopes import gradient, hessian
>>> found = convexity(s := Setting(family("gaussian-mean-variance")), hessian(s, gradient(s)))
>>> [(one.says, one.word) for one in found.values()]
[('strictly convex', 'proved'), ('not convex', 'refuted by values')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sympy import (
    Basic,
    Expr,
    Interval,
    Mul,
    Pow,
    Rational,
    S,
    Set,
    StrictLessThan,
    Sum,
    Symbol,
    cosh,
    exp,
    factor,
    sinh,
    tanh,
    together,
)

from .. import rules
from ..border.binding import in_sympys_nodes
from ..border.encoding import decode
from ..border.nodes import Le, Lt
from ..evidence import Undecided, ball
from ..evidence.balls import rebuilt
from ..evidence.samples import outcomes, samples
from ..kernel.theorem import Theorem
from ..prover import Chain, chain
from ..prover.document import Proof
from ..terms.errors import Refused
from .chords import below_chords
from .claims import Proved
from .setting import Setting
from .slopes import Slope, given_at_a_point

GRID = tuple(Rational(*pair) for pair in ((1, 10), (1, 2), (1, 1), (2, 1), (8, 1)))
WIDE = tuple(map(Rational, (-8, -2, -1, 0, 1, 3, 8)))
INSIDE = tuple(Rational(n, 10) for n in (1, 3, 5, 7, 9))
HYPERBOLIC = {cosh: rules.hyperbolic_cosine, sinh: rules.hyperbolic_sine, tanh: rules.hyperbolic_tangent}
MOST_VALUES, MOST_OUTCOMES = 3, 5


@dataclass(frozen=True)
class Shown:
    """What a theorem says: of the second derivative, or of chords where there are kinks; and what it rests on."""

    claim: Proved
    behind: tuple[Proof, ...] = ()

    @property
    def says(self) -> str:
        return "strictly convex" if isinstance(self.claim.value, StrictLessThan) else "convex"

    @property
    def word(self) -> str:
        return self.claim.word


@dataclass(frozen=True)
class NotConvex:
    """The loss of one observation with these values is greater at (low + high)/2 than the mean of that at low and at
    high."""

    at: Mapping[Symbol, Expr]
    low: Expr
    high: Expr

    says = "not convex"
    word = "refuted by values"


@dataclass(frozen=True)
class NotKnown:
    """Neither proved nor refuted."""

    says = "convex or not"
    word = "not known"


Convexity: TypeAlias = Shown | NotConvex | NotKnown


@dataclass(frozen=True)
class Statement:
    """What a theorem finds to hold: 0 < ∂²ℓ/∂p²."""

    def off(self, theorem: Theorem) -> Any:
        assert decode(theorem.rhs) == S.true, "a theorem that says that it holds"
        return in_sympys_nodes(decode(theorem.lhs))


def convexity(setting: Setting, curvature: Mapping[tuple[Symbol, Symbol], Slope]) -> dict[Symbol, Convexity]:
    """Of each parameter, for any values of the others."""

    def proved(p: Symbol) -> Shown | None:
        return _proved(setting, p, curvature[p, p]) or _by_chords(setting, p)

    return {p: _refuted(setting, p) or proved(p) or NotKnown() for p in setting.symbols}


def _by_chords(setting: Setting, p: Symbol) -> Shown | None:
    """The theorem that the loss lies below its chords."""
    *behind, theorem = below_chords(setting, p) or (None,)
    return Shown(Proved(theorem, Statement()), tuple(filter(None, behind))) if theorem else None


def _proved(setting: Setting, p: Symbol, second: Slope) -> Shown | None:
    """The theorem that 0 < ∂²ℓ/∂p², or that 0 ≤ ∂²ℓ/∂p², where one is found."""
    if second.proof is None:
        return None
    given, slope = given_at_a_point(setting, second.of_one), decode(second.proof.theorem.lhs)
    for order, rule in ((Lt, rules.known_order), (Le, rules.known_bound)):
        for value in dict.fromkeys(_forms(second.value)):
            try:
                line = _written(chain(order(0, slope), given).by(second.proof), order(0, value)).by(rule)
            except Refused:
                continue
            proof = line.qed(f"convex-{p.name}", f"The second derivative in ${p.name}$ has one sign")
            return Shown(Proved(proof, Statement()))
    return None


def _written(line: Chain, target: Basic) -> Chain:
    """The line in that form, hyperbolic functions by exponentials where it has none. Raises Refused."""
    if line.expression == target:
        return line
    for function, rule in HYPERBOLIC.items():
        if line.expression.has(function) and not target.has(function):
            line = line.by(rule)
    return line.eq(target)


def _forms(second: Expr) -> Iterator[Expr]:
    """Ways to write a second derivative, of which one may show its sign."""
    squared = _with_squares(second)
    yield second
    yield from (squared,) if _squares(squared) > _squares(second) else ()
    yield from (_simple(second), _in_exponentials(second))


def _squares(term: Expr) -> int:
    return sum(part.base.is_Add and part.exp == 2 for part in term.atoms(Pow))


def _with_squares(second: Expr) -> Expr:
    """−(a − b)(b − a) as (a − b)²."""

    def signed(product: Expr) -> Expr:
        parts = [(-1, -part) if part.is_Add and part.could_extract_minus_sign() else (1, part) for part in product.args]
        return Mul(*(sign for sign, _ in parts), *(part for _, part in parts))

    found: Expr = second.replace(lambda part: isinstance(part, Mul), signed)
    return found


def _in_exponentials(second: Expr) -> Expr:
    """The same with exponentials for hyperbolic functions."""
    return _simple(second.rewrite(exp)) if second.has(*HYPERBOLIC) else second


def _simple(second: Expr) -> Expr:
    """With one fraction of products in each sum."""
    if not second.has(Sum):
        return factor(together(second))
    found: Expr = second.replace(Sum, lambda term, *limits: Sum(factor(together(term)), *limits))
    return found


def proofs_of(found: Mapping[Symbol, Convexity]) -> Iterator[Proof]:
    yield from (proof for one in found.values() if isinstance(one, Shown) for proof in (*one.behind, one.claim.proof))


# Values


def _refuted(setting: Setting, p: Symbol) -> NotConvex | None:
    """Values of everything else, and a chord that does not lie above the loss."""
    family = setting.family
    if family.moving or family.given:
        return None
    loss = in_sympys_nodes(setting.parts.loss)
    domain = next(one.domain for one in family.parameters if one.symbol == p)
    numbers = (*family.known, *(one for one in family.parameters if one.symbol != p))
    try:
        for others in samples({one.symbol: one.domain for one in numbers}, MOST_VALUES):
            for y in _some(outcomes(rebuilt(family.data.domain, others))):
                at: dict[Symbol, Expr] = {**others, setting.z: y}
                found = next(_bad_chords(rebuilt(loss, at), p, rebuilt(domain, others)), None)
                if found is not None:
                    return NotConvex({s: v for s, v in at.items() if s in loss.free_symbols}, *found)
    except Undecided:
        return None
    return None


def _some(found: list[Expr]) -> list[Expr]:
    """A few of them, from one end to the other."""
    return found[:: max(1, len(found) // MOST_OUTCOMES)]


def _bad_chords(loss: Expr, p: Symbol, domain: Any) -> Iterator[tuple[Expr, Expr]]:
    """The pairs of points half-way between which the loss is certainly greater than on their average."""
    values: dict[Expr, Any] = {}

    def value(point: Expr) -> Any:
        if point not in values:
            values[point] = ball(loss, {p: point})
        return values[point]

    points = _points(domain)
    for place, low in enumerate(points):
        for high in points[place + 1 :]:
            if value((low + high) / 2) > (value(low) + value(high)) / 2:
                yield low, high


def _points(domain: Set) -> list[Expr]:
    if not isinstance(domain, Interval):
        return list(WIDE) if domain == S.Reals else []
    low, high = domain.start, domain.end
    if low.is_finite and high.is_finite:
        return [low + share * (high - low) for share in INSIDE]
    return [low + step for step in GRID] if low.is_finite else list(WIDE)
