"""Soft labels have no Bernoulli density: p^y (1 − p)^{1 − y} has an integral below 1 over [0, 1].

Normalised, it is the density of the continuous Bernoulli distribution (Loaiza-Ganem and Cunningham, "The continuous
Bernoulli: fixing a pervasive error in variational autoencoders", NeurIPS 2019). Its negative log-likelihood is not the
cross-entropy, which the soft labels' own chapter treats, and it has another optimum.
"""

from functools import cache

from sympy import Basic, Function, Lambda, Product, Rational, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.models import Bernoulli, data
from mlce_sym.nodes import ArgMin, Different, Equals, Lt, Member, derivative, integral
from mlce_sym.prover import Chain, back, chain, use

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
formula = Definition(B(t, p), Bernoulli(p).probability(t))
mass = integral(B(t, p), t, 0, 1)
normaliser = Definition(C(p), 1 / mass)
likelihood = Definition(L(p), Product(C(p) * B(y[i], p), observations))
log_terms = y[i] * log(p) + (1 - y[i]) * log(1 - p)
mean_cross_entropy = Definition(CE(p), -Sum(log_terms, observations) / n)
loss = Definition(N(p), -log(C(p) * B(label, p)))

inside, uneven = (Lt(0, p), Lt(p, 1)), Different(p, half)
of_one, of_many = (log_odds, formula, normaliser), (formula, normaliser, likelihood, mean_cross_entropy)
growth = (
    *(rules.derivative_of_multiple, rules.derivative_of_exp),
    *(rules.derivative_of_multiple, rules.derivative_of_variable),
)
gap, rest = above((1 - p) / p), (2 * p - 1) * (1 - p) / p


def given(*more: Basic, definitions: tuple[Definition, ...] = of_one) -> Given:
    return Given((*inside, *more), definitions)


@cache
def the_integral() -> Proof:
    antiderivative = (1 - p) / logit(p) * exp(t * logit(p))
    return (
        chain(mass, given(uneven))
        .unfold(B)
        .eq(integral((1 - p) * exp(t * logit(p)), t, 0, 1), by=(log_odds, rules.log_of_quotient))
        .eq(integral(derivative(antiderivative, t, S.Reals), t, 0, 1), by=growth)
        .by(rules.fundamental_theorem)
        .unfold(logit)
        .eq((2 * p - 1) / log(p / (1 - p)))
        .fold(logit(p))
        .qed("integral", "The integral", r"The denominator is $\log p - \log(1 - p)$, and not $0$.")
    )


@cache
def odd() -> Proof:
    return (
        chain(logit(1 - p), given())
        .unfold(logit)
        .by(rules.log_of_quotient)
        .eq(-logit(p), by=(log_odds, rules.log_of_quotient))
        .qed("odd", "The log-odds of the other label", role="lemma")
    )


@cache
def symmetric() -> Proof:
    return (
        chain(integral(B(t, 1 - p), t, 0, 1), given(uneven))
        .by(use(the_integral(), p=1 - p))
        .by(odd())
        .eq(mass, by=the_integral())
        .qed("symmetric", r"The integral is the same for $1 - p$", role="lemma")
    )


@cache
def tangent() -> Proof:
    return (
        chain(Lt(0, gap), given(Lt(half, p)))
        .by(rules.log_below_tangent)
        .qed("tangent", "The log-odds lie above a tangent", role="lemma")
    )


@cache
def above_half() -> Proof:
    return (
        chain(Lt(mass, 1), given(Lt(half, p)))
        .by(the_integral())
        .eq(Lt(2 * p - 1, logit(p)), by=back(rules.order_of_multiples, c=logit(p)))
        .by(rules.order_by_difference)
        .by(log_odds, rules.log_of_quotient)
        .eq(Lt(0, gap + rest), by=rules.log_of_quotient, reason="log of a quotient, and the added terms cancel")
        .by(use(rules.positive_sum, u=gap, v=rest, because=tangent()))
        .qed("above-half", r"For $p > 1/2$ it is no density", "Its integral is below $1$.")
    )


@cache
def below_half() -> Proof:
    return (
        chain(Lt(mass, 1), given(Lt(p, half)))
        .by(back(symmetric()))
        .by(use(above_half(), p=1 - p))
        .qed("below-half", r"For $p < 1/2$ it is no density, either")
    )


@cache
def even() -> Proof:
    fair = Equals(p, half)
    return (
        chain(mass, given(fair))
        .by(Hypothesis(fair))
        .eq(integral(half, t, 0, 1), by=formula)
        .eq(integral(derivative(half * t, t, S.Reals), t, 0, 1), by=growth[2:])
        .eq(half, by=rules.fundamental_theorem)
        .qed("even", r"For $p = 1/2$ the integral is $1/2$")
    )


@cache
def normalised() -> Proof:
    return (
        chain(integral(C(p) * B(t, p), t, 0, 1), given())
        .by(rules.integral_of_multiple)
        .eq(1, by=normaliser)
        .qed("normalised", "The density of the continuous Bernoulli distribution")
    )


@cache
def the_normaliser() -> Proof:
    return chain(C(p), given(uneven)).unfold(C).by(the_integral()).qed("normaliser", "The normalising constant")


@cache
def negative_log_likelihood() -> Proof:
    return (
        chain(-log(L(p)), given(*a_number(n), definitions=of_many))
        .unfold(L)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .unfold(B)
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(use(rules.sum_of_sum, f=Lambda(i, log(C(p)))), rules.sum_of_constant)
        .eq(n * CE(p) - n * log(C(p)), by=mean_cross_entropy)
        .qed(
            "not-the-cross-entropy",
            "The negative log-likelihood is not the cross-entropy",
            r"The labels may be any numbers $y_i$ from $0$ to $1$.",
        )
    )


@cache
def at_label() -> Proof:
    return _constant(label, 3 * log(2)).qed("at-label", r"The constant for $p = 2/3$", role="lemma")


@cache
def at_better() -> Proof:
    return _constant(better, Rational(10, 3) * log(2)).qed("at-better", r"The constant for $p = 4/5$", role="lemma")


def _constant(point: Basic, value: Basic) -> Chain:
    return chain(C(point), Given((), of_one)).by(use(the_normaliser(), p=point)).unfold(logit).eq(value)


@cache
def lower() -> Proof:
    return (
        chain(Lt(N(better), N(label)), Given((), (*of_one, loss)))
        .unfold(N)
        .by(rules.order_of_negatives)
        .by(rules.log_of_two_factors)
        .unfold(B)
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(at_better(), at_label())
        .by(rules.log_of_two_factors)
        .by(rules.order_by_difference)
        .eq(Lt(0, log(Rational(32, 27)) / 3))
        .by(rules.known_order)
        .qed("lower", "For the label $2/3$ the loss is lower at another point", role="lemma")
    )


@cache
def another_optimum() -> Proof:
    return (
        chain(Member(label, ArgMin(N(p), (p, unit))), Given((), (*of_one, loss)))
        .by(use(rules.not_a_minimiser, b=better, because=lower()))
        .qed(
            "another-optimum",
            "Nor has it the same optimum",
            "For the single label $2/3$ the cross-entropy is least at $p = 2/3$, as the chapter on soft labels shows.",
        )
    )


PROOFS = (
    *(the_integral, odd, symmetric, tangent, above_half, below_half, even),
    *(normalised, the_normaliser, negative_log_likelihood, at_label, at_better, lower, another_optimum),
)
NOTATION = {
    "B": {"parameters": 1},
    "logit": {"latex": r"\operatorname{logit}"},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "B": "the formula of the Bernoulli probability, for any number $t$",
    "logit": "the log-odds",
    "C": "the normalising constant",
    "L": "the likelihood of the labels $y_i$",
    "CE": "the mean cross-entropy, in nats",
    "N": "the negative log-likelihood of a single label $2/3$",
}


def document() -> Document:
    return Document("continuous-bernoulli", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
