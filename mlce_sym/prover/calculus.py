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

from sympy import Add, Basic, Expr, Integer, Lambda, Mul, Pow, Sum, exp, log

from .. import rules
from ..border.binding import Scope, children, names, opened
from ..border.given import Given
from ..border.nodes import DerivativeAt
from ..border.places import Place, part_at
from ..border.rule import Rule
from .chain import Use, at_place, use
from .derivation import Derivation

MOST_STEPS = 300
BY_HEAD: dict[type[Basic], tuple[Rule, ...]] = {
    exp: (rules.derivative_of_exp,),
    Mul: (rules.derivative_of_multiple, rules.derivative_of_product),
    Sum: (rules.derivative_of_finite_sum,),
    Add: (rules.derivative_of_sum,),
    log: (rules.derivative_of_log,),
}
RULES = (
    *(rules.derivative_of_constant, rules.derivative_of_variable, rules.derivative_of_square),
    *(
        rules.derivative_of_reciprocal,
        rules.derivative_of_power,
        *(rule for found in BY_HEAD.values() for rule in found),
    ),
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
    else:
        yield from (((*place, 1), use(d)) for d in given.definitions if d.arguments(body) is not None)


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
