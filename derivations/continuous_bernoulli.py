"""Soft labels have no Bernoulli density: p^y (1 − p)^{1 − y} has an integral below 1 over [0, 1].

Normalised, it is the density of the continuous Bernoulli distribution (Loaiza-Ganem and Cunningham, "The continuous
Bernoulli: fixing a pervasive error in variational autoencoders", NeurIPS 2019). Its negative log-likelihood is not the
cross-entropy, and has another optimum.
"""

from functools import cache

from sympy import Basic, Function, Product, Rational, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMin, Different, Lt, Member, derivative, integral
from mlce_sym.prover import back, chain, use

from .gibbs import above
from .iid import unit
from .models import a_number

TITLE = "Soft labels have no Bernoulli density: the continuous Bernoulli distribution"

p, t = symbols("p t")
logit, B, C, L, CE, N = map(Function, ("logit", "B", "C", "L", "CE", "N"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
half, label, better = Rational(1, 2), Rational(2, 3), Rational(4, 5)

log_odds = Definition(logit(p), log(p / (1 - p)))
formula = Definition(B(t, p), p**t * (1 - p) ** (1 - t))
mass = integral(B(t, p), t, 0, 1)
normaliser = Definition(C(p), 1 / mass)
likelihood = Definition(L(p), Product(C(p) * B(y[i], p), observations))
mean_cross_entropy = Definition(CE(p), -Sum(y[i] * log(p) + (1 - y[i]) * log(1 - p), observations) / n)
loss = Definition(N(p), -log(C(p) * B(label, p)))

probability, uneven = (Lt(0, p), Lt(p, 1)), Different(p, half)
between = integral(exp(t * logit(p)), t, 0, 1)


def given(*more: Basic, definitions: tuple[Definition, ...] = (log_odds, formula, normaliser)) -> Given:
    return Given((*probability, *more), definitions)


@cache
def the_integral() -> Proof:
    slope = derivative((1 - p) / logit(p) * exp(t * logit(p)), t, S.Reals)
    return (
        chain(mass, given(uneven))
        .unfold(B)
        .eq(integral((1 - p) * exp(t * logit(p)), t, 0, 1), by=(log_odds, rules.log_of_quotient))
        .eq(
            integral(slope, t, 0, 1),
            by=(rules.derivative_of_multiple, rules.derivative_of_exp, rules.derivative_of_multiple, rules.derivative_of_variable),
        )
        .by(rules.fundamental_theorem)
        .unfold(logit)
        .eq((2 * p - 1) / log(p / (1 - p)))
        .fold(logit(p))
        .qed("integral", "The integral")
    )
