"""The Bernoulli formula B(t, p) for any number t in [0, 1], its integral, and the constant C(p) that normalises it."""

from sympy import Basic, Expr, Function, Rational, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Different, ImproperIntegral, Lt, integral
from mlce_sym.families import Bernoulli

from ..iid.setting import unit

p, t = symbols("p t")
logit, B, C = map(Function, ("logit", "B", "C"))
half, label, better = Rational(1, 2), Rational(2, 3), Rational(4, 5)


def over(body: Expr) -> Expr:
    """The integral over t between 0 and 1, which may be improper."""
    return ImproperIntegral(body, (t, unit))


log_odds = Definition(logit(p), log(p / (1 - p)))
formula = Definition(B(t, p), Bernoulli(p).probability(t))
mass = integral(B(t, p), t, 0, 1)
normaliser = Definition(C(p), 1 / mass)

inside, uneven = (Lt(0, p), Lt(p, 1)), Different(p, half)
of_one = (log_odds, formula, normaliser)


def given(*more: Basic, definitions: tuple[Definition, ...] = of_one) -> Given:
    return Given((*inside, *more), definitions)
