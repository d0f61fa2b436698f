"""Separable data: the logistic loss has no minimiser.

If the direction v separates the labels, (2 y_i − 1) x_iᵀv > 0 for every observation i, then w + v is better
than w, whatever w is. So no w is a best point of a set that holds w + v too, and on every line in the direction v
there is no best point at all: maximum likelihood has no answer, and the weights of a good fit grow without end.
"""

from functools import cache

from sympy import Basic, FiniteSet, Function, IndexedBase, Lambda, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import ArgMin, Equals, ForAll, IndexRange, Lt, Member
from mlce_sym.prover import back, chain, use

from . import logistic
from .bernoulli import Theta, k, theta
from .logistic import along, ell, eta, features, i, j, label, model, n, observations, one_observation, p, t, v, x, y, z
from .softmax_gradient import success

TITLE = "Separable data: the logistic loss has no minimiser"

beyond = symbols("theta_1")
w, start = Function("w"), IndexedBase("w")
line = start[j] + t * v[j]

labels = ForAll(Member(y[i], FiniteSet(0, 1)), observations)
separated = ForAll(Lt(0, (2 * y[i] - 1) * along(v)), observations)
moved = ForAll(Equals(w(j, beyond), w(j, theta) + v[j]), features)


def margin(y: Basic, z: Basic) -> Basic:
    """log(1 + exp(−(2y − 1) z)): the loss at the output z, where (2y − 1) z is the margin."""
    return log(1 + exp(-(2 * y - 1) * z))


def given(*more: Basic) -> Given:
    """The model at the parameter θ, whose weights are w_j(θ); those of θ_1 are w_j(θ) + v_j."""
    return Given((*logistic.sizes, labels, *more), model(w(j, theta), theta))


def on_a_line() -> Given:
    return Given((*logistic.sizes, labels, separated), logistic.on_a_line.definitions)


@cache
def two_forms() -> Proof:
    return chain(1 + exp(-z), Given()).eq(exp(-z) * (1 + exp(z))).qed("two-forms", "Two forms", role="lemma")


@cache
def in_margins() -> Proof:
    return (
        chain(margin(label, z), Given((Member(label, FiniteSet(0, 1)),)))
        .by(use(rules.binary_cases, f=Lambda(k, 1 + exp(-(2 * k - 1) * z)), y=label))
        .by(rules.log_of_two_factors, rules.log_of_power)
        .by(two_forms())
        .eq(log(1 + exp(z)) - label * z, by=rules.log_of_two_factors)
        .qed("margin", "The loss of one observation in its margin")
    )


@cache
def loss_in_margins() -> Proof:
    term = log(1 + exp(eta(i, theta))) - y[i] * eta(i, theta)
    return (
        chain(ell(theta), given())
        .unfold(ell, p)
        .by(one_observation())
        .eq(Sum(term, observations), by=use(rules.constant_factor, c=-1, f=Lambda(i, -term)))
        .eq(Sum(margin(y[i], eta(i, theta)), observations), by=use(in_margins()))
        .qed("loss-in-margins", "The loss in the margins")
    )


@cache
def output_beyond() -> Proof:
    parts = {"f": Lambda(j, x[i, j] * w(j, theta)), "g": Lambda(j, x[i, j] * v[j])}
    return (
        chain(eta(i, beyond), given(moved))
        .unfold(eta)
        .by(Hypothesis(moved))
        .by(use(rules.sum_of_sum, **parts))
        .fold(eta(i, theta))
        .qed("output-beyond", "The output beyond", role="lemma")
    )


@cache
def better_term() -> Proof:
    here, there = eta(i, theta), eta(i, beyond)
    lower, upper = (exp(-(2 * y[i] - 1) * output) for output in (there, here))
    return (
        chain(Lt(margin(y[i], there), margin(y[i], here)), given(separated, moved, Member(i, IndexRange(1, n))))
        .by(rules.order_of_logs)
        .by(rules.order_by_difference, back(rules.order_by_difference, u=lower, v=upper))
        .by(rules.order_of_exponentials)
        .by(use(output_beyond(), theta_1=beyond))
        .by(rules.known_order)
        .qed("better-term", "Every observation is fitted better", role="lemma")
    )


@cache
def better() -> Proof:
    return (
        chain(Lt(ell(beyond), ell(theta)), given(separated, moved))
        .by(loss_in_margins())
        .by(use(rules.greater_terms, because=(better_term(), i)))
        .qed("better", "The weights $w + v$ are better than $w$")
    )


@cache
def no_best_point() -> Proof:
    both = (Member(theta, Theta), Member(beyond, Theta))
    return (
        chain(Member(theta, ArgMin(ell(t), (t, Theta))), given(separated, moved, *both))
        .by(use(rules.not_a_minimiser, b=beyond, because=better()))
        .qed("no-best-point", "Then $w$ is no minimiser")
    )


@cache
def better_on_a_line() -> Proof:
    how = use(better(), w=Lambda((j, t), line), theta=t, theta_1=t + 1)
    return chain(Lt(ell(t + 1), ell(t)), on_a_line()).by(how).qed("on-a-line", "Better and better along a line")


@cache
def no_minimiser() -> Proof:
    how = use(rules.every_point_is_beaten, g=Lambda(t, t + 1), because=(better_on_a_line(), t))
    return (
        chain(ArgMin(ell(t), (t, S.Reals)), on_a_line())
        .by(how)
        .qed("no-minimiser", "Along a line in the direction $v$ there is no minimiser")
    )


PROOFS = (
    *(two_forms, in_margins, loss_in_margins, output_beyond, better_term, better, no_best_point),
    *(better_on_a_line, no_minimiser),
)
NOTATION = {**logistic.NOTATION, "w": {"subscripts": 1}, "theta_1": {"latex": r"\theta_1", "text": "θ_1"}}
MEANINGS = logistic.MEANINGS


def document() -> Document:
    quoted = (success, logistic.failure, one_observation)
    proofs = (*(proof().as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("separation", TITLE, proofs, NOTATION, MEANINGS)
