"""Derivatives worked out: the rule for each is chosen by the shape of its function; every step is made by the kernel.

An inner derivative comes before the one around it. A derivative that no rule fits, such as that of an unknown function,
stays.

>>> from sympy import S, symbols
>>> from mlce_sym.prover.derivation import reflexivity
>>> from mlce_sym.border.nodes import derivative
>>> t, x = symbols("t x")
>>> worked_out(reflexivity(Given(), derivative(log(1 + exp(t * x)), t, S.Reals))).rhs
x*exp(t*x)/(exp(t*x) + 1)
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import (
    Abs,
    Add,
    Basic,
    Expr,
    Integer,
    Lambda,
    Max,
    Min,
    Mul,
    Pow,
    Product,
    S,
    Sum,
    Symbol,
    asinh,
    besseli,
    beta,
    cos,
    cosh,
    erf,
    exp,
    factorial,
    gamma,
    log,
    polygamma,
    sign,
    sin,
    sinh,
    tanh,
)
from sympy.core.function import AppliedUndef

from .. import rules
from ..border.binding import Scope, children, fresh, names, opened, rebuilt
from ..border.given import Given
from ..border.nodes import Cases, DerivativeAt
from ..border.places import Place, part_at
from ..border.rule import Rule
from .derivation import Derivation
from .entries import in_place
from .justification import Use, at_place, first_place, use

MOST_STEPS = 300
BY_HEAD: dict[type[Basic], tuple[Rule, ...]] = {
    exp: (rules.derivative_of_exp,),
    Mul: (rules.derivative_of_multiple, rules.derivative_of_product),
    Sum: (rules.derivative_of_finite_sum,),
    Add: (rules.derivative_of_sum,),
    log: (rules.derivative_of_log,),
    Product: (rules.derivative_of_finite_product,),
    sin: (rules.derivative_of_sine,),
    cos: (rules.derivative_of_cosine,),
    sinh: (rules.derivative_of_hyperbolic_sine,),
    cosh: (rules.derivative_of_hyperbolic_cosine,),
    tanh: (rules.derivative_of_hyperbolic_tangent,),
    erf: (rules.derivative_of_error_function,),
    asinh: (rules.derivative_of_inverse_hyperbolic_sine,),
    gamma: (rules.derivative_of_gamma,),
    polygamma: (rules.derivative_of_digamma, rules.derivative_of_polygamma),
    factorial: (rules.derivative_of_factorial,),
    beta: (rules.derivative_of_beta,),
    besseli: (rules.derivative_of_bessel_function,),
    Abs: (rules.derivative_of_absolute_value,),
    Cases: (rules.derivative_of_cases_equal, rules.derivative_of_cases_less, rules.derivative_of_cases_at_most),
}
CHOSEN: dict[type[Basic], Rule] = {Max: rules.derivative_of_larger, Min: rules.derivative_of_smaller}
RULES = (
    *(rules.derivative_of_constant, rules.derivative_of_variable, rules.derivative_of_square),
    *(
        rules.derivative_of_reciprocal,
        rules.derivative_of_power,
        *(rule for found in BY_HEAD.values() for rule in found),
    ),
    *(*CHOSEN.values(), rules.derivative_of_composition),
)


def worked_out(theorem: Derivation) -> Derivation:
    """given ⊢ lhs = rhs, where the derivatives in rhs are worked out as far as the rules and definitions go, within
    `MOST_STEPS` steps (Rudin, Principles of Mathematical Analysis, 5.3 to 5.5)."""
    for _ in range(MOST_STEPS):
        longer = next(_further(theorem), None)
        if longer is None:
            break
        theorem = longer
    return theorem


def without_derivatives(*sides: Derivation) -> tuple[Derivation, ...]:
    """Each worked out; if one has a derivative, entries are taken back to their places, and sgn u is u/|u| in all."""
    if not any(next(_derivatives(side.rhs), None) is not None for side in sides):
        return sides
    return tuple(_signs_out(in_place(worked_out(side))) for side in sides)


def _signs_out(theorem: Derivation) -> Derivation:
    longer = first_place(theorem, use(rules.sign_by_absolute_value)) if theorem.rhs.has(sign) else None
    return theorem if longer is None else _signs_out(longer)


def _further(theorem: Derivation) -> Iterator[Derivation]:
    """One step further, at each derivative, the inner ones first."""
    for place in _derivatives(theorem.rhs):
        scope = opened(part_at(theorem.rhs, place))
        assert scope is not None
        for where, how in _ways(theorem.given, place, scope):
            longer = at_place(theorem, where, how)
            if longer is not None:
                yield longer


def _derivatives(term: Basic) -> Iterator[Place]:
    """Where the derivatives of a term stand, the inner ones first."""
    for index, part in enumerate(children(term)):
        yield from ((index, *place) for place in _derivatives(part))
    if isinstance(term, DerivativeAt):
        yield ()


def _ways(given: Given, place: Place, scope: Scope) -> Iterator[tuple[Place, Use]]:
    """The rules that may fit a derivative, by the shape of its function, or the definition of that function; the
    first that is not refused counts."""
    t, body = scope.variable, scope.bodies[0]
    if t not in names(body):
        yield place, use(rules.derivative_of_constant)
    elif body == t:
        yield place, use(rules.derivative_of_variable)
    elif isinstance(body, Pow) and type(body) is Pow:
        yield from ((place, how) for how in _for_power(t, *body.args))
    elif type(body) in BY_HEAD:
        yield from ((place, use(rule)) for rule in BY_HEAD[type(body)])
    elif type(body) in CHOSEN:
        yield from ((place, how) for how in _of_chosen(CHOSEN[type(body)], t, body))
    else:
        yield from (((*place, 1), use(d)) for d in given.definitions if d.arguments(body) is not None)
        yield from ((place, how) for how in _of_unknown(t, body))


def _of_chosen(rule: Rule, t: Symbol, body: Basic) -> Iterator[Use]:
    """Of the larger or smaller one of several, the derivative of the first, or that of the one of the others."""
    first, *rest = body.args
    others = body.func(*rest)
    yield use(rule, f=Lambda(t, first), g=Lambda(t, others))
    yield use(rule, f=Lambda(t, others), g=Lambda(t, first))


def _of_unknown(t: Symbol, body: Basic) -> Iterator[Use]:
    """The chain rule, where one argument of an unknown function moves, and is more than the variable itself."""
    moved = [number for number, part in enumerate(children(body)) if t in names(part)]
    if isinstance(body, AppliedUndef) and len(moved) == 1 and body.args[moved[0]] != t:
        inner = body.args[moved[0]]
        s = fresh(t, names(body))
        outer = rebuilt(body, (s if part is inner else part for part in body.args))
        yield use(rules.derivative_of_composition, B=S.Reals, f=Lambda(s, outer), g=Lambda(t, inner))


def _for_power(t: Basic, base: Expr, exponent: Expr) -> Iterator[Use]:
    """u^2 and 1/u by their own rules, u^c where u > 0; else as a product, a reciprocal, or e^(v log u)."""
    if exponent in (2, -1):
        yield use(rules.derivative_of_square if exponent == 2 else rules.derivative_of_reciprocal)
    elif t not in names(exponent):
        yield use(rules.derivative_of_power)
    if not isinstance(exponent, Integer):
        yield use(rules.derivative_of_exp, f=Lambda(t, exponent * log(base)))
    elif exponent > 2:
        yield use(rules.derivative_of_product, f=Lambda(t, base), g=Lambda(t, base ** (exponent - 1)))
    elif exponent < -1:
        yield use(rules.derivative_of_reciprocal, f=Lambda(t, base**-exponent))
