"""Where derivatives and integrals are defined: which terms have derivatives of every order in one of their variables.

The open set is an interval, a half-line or all reals. A term is smooth in t if it
is built from t and from terms without t by sums, products, powers, log, exp, finite sums and products over a range
without t, definitions, and derivatives in other variables: wherever it is defined on the whole open set, it then has
derivatives of every order there. That it is defined there is for `definedness` to show. A closed
interval will do as well: what is built so is defined on an open set, so that it is smooth on some open interval around.
No integral is seen to be smooth in a variable that is free in it.

>>> from sympy import Function, S, Symbol, log
>>> from mlce_sym.border.nodes import Near
>>> t, f = Symbol("t"), Function("f")
>>> near = (t, Near(S.Reals, 0))
>>> smooth(Given(), Smooth(log(1 + t**2), near)), smooth(Given(), Smooth(f(t), near))
(True, False)
"""

from __future__ import annotations

from sympy import Add, Basic, Interval, Mul, Pow, Product, S, Sum, Symbol, exp, log

from ..border.binding import apart, children, names, opened
from ..border.given import Given
from ..border.nodes import Above, Between, DerivativeAt, Near, Smooth

OPERATIONS = (Add, Mul, Pow, log, exp)


def smooth(given: Given, statement: Smooth) -> bool:
    """Is the function shown to have derivatives of every order on the open set, provided that it is defined there?"""
    scope = opened(statement)
    assert scope is not None
    if isinstance(scope.domain, Near) and not is_open(scope.domain.args[0]):
        return False
    assert isinstance(scope.domain, (Near, Between))
    inside, scope = given.inside(scope)
    return _smooth(inside, scope.bodies[0], scope.variable)


def is_open(domain: Basic) -> bool:
    if isinstance(domain, Interval):
        return bool(domain.left_open and domain.right_open)
    return domain == S.Reals or isinstance(domain, Above)


def _smooth(given: Given, term: Basic, t: Symbol) -> bool:
    if term == t or t not in names(term):
        return True
    if isinstance(term, OPERATIONS):
        return all(_smooth(given, part, t) for part in term.args)
    if isinstance(term, (Sum, Product, DerivativeAt)):
        scope = opened(term)
        assert scope is not None
        inside, scope = given.inside(apart(scope, {t}))
        fixed, moving = scope.domain.args if isinstance(term, DerivativeAt) else (scope.domain, S.Zero)
        return t not in names(fixed) and _smooth(given, moving, t) and _smooth(inside, scope.bodies[0], t)
    meaning = given.meaning(term)
    if meaning is None:
        return False
    body, arguments = meaning
    moved = (argument for argument, part in arguments.items() if t in names(part))
    parts_are_smooth = all(_smooth(given, part, t) for part in children(term))
    return parts_are_smooth and all(_smooth(given, body, argument) for argument in moved)
