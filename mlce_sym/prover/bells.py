"""Integrals of densities that are no exponentials of polynomials: Cauchy's over the line, and the logistic one, over
half-lines, too.

>>> from sympy import Integral, exp, oo, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.prover.derivation import reflexivity
>>> from mlce_sym.prover.improper import further
>>> u = symbols("u")
>>> further(reflexivity(Given(), Integral(1 / (1 + u**2), (u, -oo, oo)))).rhs
pi
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Dummy, Expr, S, cancel, exp, fraction

from .. import rules
from ..border.binding import names
from ..border.rule import Rule
from .justification import Use, use
from .logic import equal
from .series import Part
from .weights import coefficients


def ways(part: Part) -> Iterator[Use]:
    """A constant out of such an integral, then its value."""
    if part.domain == S.Reals:
        yield from _cauchy(part)
    yield from _logistic(part)


def _cauchy(part: Part) -> Iterator[Use]:
    """c/(α u² + β u + γ), where u² + (β/α) u + γ/α is v + (u − m)²."""
    u = part.variable
    if not part.body.is_rational_function(u):
        return
    top, bottom = fraction(cancel(part.body))
    known = coefficients(bottom, u)
    if known is None or max(known, default=0) != 2 or u in names(top):
        return
    alpha, beta, gamma = (known.get(degree, S.Zero) for degree in (2, 1, 0))
    m = cancel(-beta / (2 * alpha))
    v = cancel(gamma / alpha - m**2)
    yield closing(part, cancel(top / alpha), 1 / (v + (u - m) ** 2), rules.cauchy_integral, v=v, m=m)


def _logistic(part: Part) -> Iterator[Use]:
    """c E/(1 + E)², where E is e^(b u + d)."""
    u = part.variable
    for power in sorted((p for p in part.body.atoms(exp) if u in names(p)), key=str):
        known = coefficients(power.exp, u)
        if known is None or set(known) - {0, 1}:
            continue
        constant = _free_of(power, part.body / power * (1 + power) ** 2)
        for sign in (1, -1) if u not in names(constant) else ():  # it is the same for 1/E; one slope is positive
            b, d = sign * known[1], sign * known.get(0, S.Zero)
            plain = exp(b * u + d) / (1 + exp(b * u + d)) ** 2
            rule = rules.logistic_integral if part.domain == S.Reals else rules.logistic_over_half_line
            yield closing(part, constant, plain, rule, b=b, d=d)


def _free_of(power: exp, quotient: Expr) -> Expr:
    """The quotient, reduced as a fraction of polynomials in an exponential."""
    held = Dummy()
    ratios = {one: cancel(one.exp / power.exp) for one in quotient.atoms(exp)}
    plain = quotient.xreplace({one: held**ratio for one, ratio in ratios.items() if ratio.is_Integer})
    assert isinstance(plain, Expr)
    reduced: Expr = cancel(plain).xreplace({held: power})
    return reduced


def closing(part: Part, constant: Expr, plain: Expr, rule: Rule, **bindings: Expr) -> Use:
    """The rule for what is left, once the constant is out."""
    if equal(constant, S.One):
        return Use(rule, bindings)
    return use(rules.constant_out_of_improper_integral, c=constant, f=part.function(plain))
