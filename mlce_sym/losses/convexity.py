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

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sympy import (
    Basic,
    Dummy,
    Expr,
    Mul,
    Pow,
    S,
    StrictLessThan,
    Sum,
    Symbol,
    cosh,
    exp,
    factor,
    fraction,
    sinh,
    tanh,
    together,
)

from .. import rules
from ..border.binding import in_sympys_nodes
from ..border.encoding import decode
from ..border.nodes import Le, Lt
from ..kernel.theorem import Theorem
from ..prover import Chain, chain, use
from ..prover.document import Proof
from ..prover.logic import equal
from ..terms.errors import Refused
from .bends import NotConvex, Seen, seen
from .chords import below_chords
from .claims import Proved
from .setting import Setting
from .slopes import Slope, given_at_a_point

NO_SIGN = "no proof of the sign of the second derivative was found"
NO_THEOREM = "no theorem speaks of the second derivative, which is SymPy's"
DOWN_AND_UP = "the second derivative is negative somewhere, but no chord that shows it was found"
BOUND = "what is given bounds the parameter by other numbers"
HYPERBOLIC = {cosh: rules.hyperbolic_cosine, sinh: rules.hyperbolic_sine, tanh: rules.hyperbolic_tangent}


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
class NotKnown:
    """Neither proved nor refuted, and why."""

    why: str = NO_SIGN

    says = "convex or not"

    @property
    def word(self) -> str:
        return f"not known: {self.why}"


Convexity: TypeAlias = Shown | NotConvex | NotKnown


@dataclass(frozen=True)
class Statement:
    """What a theorem finds to hold: 0 < ∂²ℓ/∂p²."""

    def off(self, theorem: Theorem) -> Any:
        assert decode(theorem.rhs) == S.true, "a theorem that says that it holds"
        return in_sympys_nodes(decode(theorem.lhs))


def convexity(setting: Setting, curvature: Mapping[tuple[Symbol, Symbol], Slope]) -> dict[Symbol, Convexity]:
    """Of each parameter, for any values of the others."""

    def found(p: Symbol) -> Convexity:
        values = seen(setting, p)
        if values.bad is not None:
            return values.bad
        why = _why(setting, p, curvature[p, p], values)
        return _proved(setting, p, curvature[p, p], values) or _by_chords(setting, p) or NotKnown(why)

    return {p: found(p) for p in setting.symbols}


def _why(setting: Setting, p: Symbol, second: Slope, values: Seen) -> str:
    """Why it may be that neither a theorem nor values tell."""
    if values.negative:
        return DOWN_AND_UP
    if second.proof is None:
        return NO_THEOREM
    return BOUND if any(p in fact.free_symbols for fact in setting.family.given) else NO_SIGN


def _by_chords(setting: Setting, p: Symbol) -> Shown | None:
    """The theorem that the loss lies below its chords."""
    *behind, theorem = below_chords(setting, p) or (None,)
    return Shown(Proved(theorem, Statement()), tuple(filter(None, behind))) if theorem else None


def _proved(setting: Setting, p: Symbol, second: Slope, values: Seen) -> Shown | None:
    """The theorem that 0 < ∂²ℓ/∂p², or that 0 ≤ ∂²ℓ/∂p², where one is found; not sought where values speak against
    it."""
    if second.proof is None or values.negative:
        return None
    given, slope = given_at_a_point(setting, second.of_one), decode(second.proof.theorem.lhs)
    strict = () if values.zero else ((Lt, rules.known_order),)
    for order, rule in (*strict, (Le, rules.known_bound)):
        for value in dict.fromkeys(forms(second.value)):
            try:
                line = _written(chain(order(0, slope), given).by(second.proof), order(0, value)).by(rule)
            except Refused:
                continue
            proof = line.qed(f"convex-{p.name}", f"The second derivative in ${p.name}$ has one sign")
            return Shown(Proved(proof, Statement()))
    return None


def _written(line: Chain, target: Basic) -> Chain:
    """The line in that form, hyperbolic functions by exponentials where it has none. Raises Refused."""
    for function, rule in HYPERBOLIC.items():
        if line.expression.has(function) and not target.has(function):
            line = line.by(rule)
    if not equal(line.expression, target):
        line = _with_bodies(line, target)
    if not equal(line.expression, target):
        raise Refused("algebra does not lead to that form")  # and a search for it is not worth its time
    return line if line.expression == target else line.eq(target)


def _with_bodies(line: Chain, target: Basic) -> Chain:
    """The line with the body of its sum as that of the other one: algebra compares sums by what they are of, and
    multiplies no fractions out there. Raises Refused."""
    pairs = zip(*(sorted(term.atoms(Sum), key=str) for term in (line.expression, target)), strict=False)
    for one, other in pairs:
        if one != other and equal(one.function, other.function):
            return line.by(use(rules.equal_parts, u=one.function, v=other.function))
    return line


def forms(second: Expr) -> Iterator[Expr]:
    """Ways to write a second derivative, of which one may show its sign."""
    squared = _with_squares(second)
    yield second
    yield from (squared,) if _squares(squared) > _squares(second) else ()
    yield from (_simple(second), _in_exponentials(second), _in_sums(second, _over_one))


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
    return _in_sums(second, lambda term: factor(together(term)))


def _over_one(term: Expr) -> Expr:
    """As one fraction: its numerator as a product, its denominator and exponentials as they stand.

    >>> from sympy import symbols
    >>> u, e = symbols("u e")
    >>> root = (e**2 + (u - 1) ** 2) ** S.Half
    >>> _over_one(1 / root - (u - 1) ** 2 / root**3)
    e**2/(e**2 + (u - 1)**2)**(3/2)
    """
    held = {part: Dummy() for part in term.atoms(exp)}
    top, bottom = fraction(together(term.xreplace(held)))
    found: Expr = (factor(top) / bottom).xreplace({dummy: part for part, dummy in held.items()})
    return found


def _in_sums(term: Expr, how: Callable[[Expr], Expr]) -> Expr:
    """What is made of the bodies of its sums, or of it where it has none."""
    if not term.has(Sum):
        return how(term)
    found: Expr = term.replace(Sum, lambda body, *limits: Sum(how(body), *limits))
    return found


def proofs_of(found: Mapping[Any, Convexity]) -> Iterator[Proof]:
    yield from (proof for one in found.values() if isinstance(one, Shown) for proof in (*one.behind, one.claim.proof))
