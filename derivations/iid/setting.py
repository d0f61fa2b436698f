"""The constant p_i(θ) = θ on (0, 1), the mean label ȳ, and the share p̂(k) of the label k."""

from typing import Any

from sympy import Function, Interval, KroneckerDelta, Lambda, Sum, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Member
from mlce_sym.families import Bernoulli, hypotheses

from ..bernoulli import setting as bernoulli
from ..bernoulli.setting import i, k, n, observations, theta, y

Q, phat = map(Function, ("Q", "phat"))
ybar = symbols("ybar")
unit = Interval.open(0, 1)
constant: dict[str, Any] = {"p": Lambda((i, theta), theta), "Theta": unit}

model = Definition(Q(k, theta), Bernoulli(theta).probability(k))
mean = Definition(ybar, Sum(y[i], observations) / n)
shares = Definition(phat(k), Sum(KroneckerDelta(k, y[i]), observations) / n)
DEFINITIONS = (*(d.instance({bernoulli.p: constant["p"]}) for d in bernoulli.DEFINITIONS), model, mean, shares)


def for_all_theta() -> Given:
    """n ≥ 1 and y_i in {0, 1}."""
    facts = hypotheses(Bernoulli(theta), y).hypotheses
    return Given(tuple(h for h in facts if not h.has(theta)), DEFINITIONS)


def for_one_theta() -> Given:
    return Given((*for_all_theta().hypotheses, Member(theta, unit)), DEFINITIONS)
