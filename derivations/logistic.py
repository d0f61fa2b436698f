"""Logistic regression: the gradient is Xᵀ(p − y), the Hessian XᵀDX, and the loss is convex.

The weights move along a line, w_j + t v_j. The slope is Σ_i (p_i − y_i) x_iᵀv, so its gradient is Xᵀ(p − y);
a second direction gives the Hessian, XᵀDX with p_i (1 − p_i) on the diagonal of D. The curvature is a sum of squares
with positive weights: never negative, so that the loss is convex, and positive as soon as x_mᵀv ≠ 0 for some
observation m. That is so for every v ≠ 0 if X has full column rank: then the loss is strictly convex.
"""

from functools import cache

from sympy import Basic, Function, IndexedBase, KroneckerDelta, Lambda, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import Different, IndexRange, Le, Lt, Member, derivative
from mlce_sym.prover import Chain, chain, use

from .models import a_number, d, j, logistic, sigma, x
from .softmax_gradient import success

TITLE = "Logistic regression: gradient, Hessian, convexity"

c, k, l, m, s, t, z, label = symbols("c k l m s t z y")  # noqa: E741
ell, eta, p = map(Function, ("ell", "eta", "p"))
u, v, w = map(IndexedBase, ("u", "v", "w"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
features = (j, 1, d)


def along(direction: IndexedBase, row: Basic = i) -> Basic:
    """x_iᵀv"""
    return Sum(x[row, j] * direction[j], features)


def model(weights: Basic, *at: Basic) -> tuple[Definition, ...]:
    """The output, the probability of y_i = 1, and the loss, where the weights move."""
    likelihood = y[i] * log(p(i, *at)) + (1 - y[i]) * log(1 - p(i, *at))
    return (
        logistic,
        Definition(eta(i, *at), Sum(x[i, j] * weights, features)),
        Definition(p(i, *at), sigma(eta(i, *at))),
        Definition(ell(*at), -Sum(likelihood, observations)),
    )


sizes = (*a_number(n), *a_number(d))
on_a_line = Given(sizes, model(w[j] + t * v[j], t))
on_a_plane = Given(sizes, model(w[j] + s * u[j] + t * v[j], s, t))
slope = derivative(ell(t), t, S.Reals)
curvature = derivative(slope, t, S.Reals)
full_rank = (Member(m, IndexRange(1, n)), Different(along(v, m), 0))
chord = {"f": Lambda(t, ell(t)), "a": 0, "b": 1, "c": c}


def is_feature(index: Basic) -> Basic:
    return Member(index, IndexRange(1, d))


@cache
def failure() -> Proof:
    return (
        chain(1 - sigma(z), Given((), (logistic,)))
        .eq(1 / (1 + exp(z)), by=success())
        .qed("failure", "The probability of the label 0", role="lemma")
    )


@cache
def complement() -> Proof:
    return (
        chain(sigma(z), Given((), (logistic,)))
        .eq(1 - 1 / (1 + exp(z)), by=success())
        .qed("complement", "The probability of the label 1 as that of the complement", role="lemma")
    )


@cache
def one_observation() -> Proof:
    return (
        chain(label * log(sigma(z)) + (1 - label) * log(1 - sigma(z)), Given((), (logistic,)))
        .by(failure(), success())
        .eq(label * z - log(1 + exp(z)), by=(rules.log_of_quotient, rules.log_of_power))
        .qed("one-observation", "The log-likelihood of one observation", role="lemma")
    )


def _loss(given: Given, *at: Basic) -> Chain:
    term = log(1 + exp(eta(i, *at))) - y[i] * eta(i, *at)
    return (
        chain(ell(*at), given)
        .unfold(ell, p)
        .by(one_observation())
        .eq(Sum(term, observations), by=use(rules.constant_factor, c=-1, f=Lambda(i, -term)))
    )


@cache
def loss_on_a_line() -> Proof:
    return _loss(on_a_line, t).qed("loss", "The loss on a line", role="lemma")


@cache
def loss_on_a_plane() -> Proof:
    return _loss(on_a_plane, s, t).qed("loss-on-a-plane", "The loss on a plane", role="lemma")


def _slope(loss: Proof, *at: Basic) -> Chain:
    odds = exp(eta(i, *at))
    return (
        chain(derivative(ell(*at), t, S.Reals), loss.theorem.given)
        .by(loss)
        .differentiate(Sum(odds / (1 + odds) * along(v) - y[i] * along(v), observations))
        .eq(Sum((p(i, *at) - y[i]) * along(v), observations), by=(loss.theorem.given.definitions[2], success()))
    )


@cache
def slope_on_a_line() -> Proof:
    return _slope(loss_on_a_line(), t).qed("slope", "The slope along a line")


@cache
def slope_on_a_plane() -> Proof:
    return _slope(loss_on_a_plane(), s, t).qed("slope-on-a-plane", "The slope on a plane", role="lemma")


@cache
def gradient() -> Proof:
    unit = {v: Lambda(j, KroneckerDelta(j, l))}
    given = Given((*sizes, is_feature(l)), tuple(q.instance(unit) for q in on_a_line.definitions))
    return (
        chain(derivative(ell(t), t, S.Reals, at=0), given)
        .by(use(slope_on_a_line(), t=0, v=unit[v]))
        .eq(Sum(x[i, l] * (p(i, 0) - y[i]), observations), by=rules.sifting)
        .qed(
            "gradient",
            "The gradient is $X^T (p - y)$",
            "The weight $w_l$ moves alone; $p_i(0)$ is the probability at $w$.",
        )
    )


def spread(*at: Basic) -> Basic:
    """The variance of the label."""
    return p(i, *at) * (1 - p(i, *at))


def if_full_rank(*more: Basic) -> Given:
    return Given((*sizes, *full_rank, *more), on_a_line.definitions)


@cache
def hessian_form() -> Proof:
    return (
        chain(derivative(derivative(ell(s, t), t, S.Reals), s, S.Reals), on_a_plane)
        .by(slope_on_a_plane())
        .by(on_a_plane.definitions[2], complement())
        .differentiate(
            Sum(spread(s, t) * along(u) * along(v), observations), by=(on_a_plane.definitions[2], complement())
        )
        .qed("hessian-form", "The mixed second derivative")
    )


@cache
def hessian() -> Proof:
    units = {u: Lambda(j, KroneckerDelta(j, k)), v: Lambda(j, KroneckerDelta(j, l))}
    given = Given((*sizes, *map(is_feature, (k, l))), tuple(q.instance(units) for q in on_a_plane.definitions))
    return (
        chain(derivative(derivative(ell(s, t), t, S.Reals, at=0), s, S.Reals, at=0), given)
        .by(use(hessian_form(), s=0, t=0, **{str(name): unit for name, unit in units.items()}))
        .eq(Sum(x[i, k] * spread(0, 0) * x[i, l], observations), by=rules.sifting)
        .qed("hessian", "The Hessian is $X^T D X$", "Here $D$ is the diagonal matrix of $p_i(0, 0) (1 - p_i(0, 0))$.")
    )


@cache
def curvature_on_a_line() -> Proof:
    return (
        chain(curvature, on_a_line)
        .by(slope_on_a_line())
        .by(on_a_line.definitions[2], complement())
        .differentiate(Sum(spread(t) * along(v) ** 2, observations), by=(on_a_line.definitions[2], complement()))
        .qed("curvature", "The curvature along a line")
    )


@cache
def never_negative() -> Proof:
    return (
        chain(Le(0, curvature), on_a_line)
        .by(curvature_on_a_line())
        .unfold(p)
        .by(failure(), success())
        .by(rules.nonnegative_sum)
        .qed("never-negative", "The Hessian is positive semidefinite")
    )


@cache
def convex() -> Proof:
    weight = (Le(0, c), Le(c, 1))
    return (
        chain(Le(ell(c), (1 - c) * ell(0) + c * ell(1)), Given((*sizes, *weight), on_a_line.definitions))
        .by(use(rules.below_chord, **chord, because=(never_negative(), t)))
        .qed(
            "convex",
            "The loss is convex",
            "The points $w$ and $w + v$ are any two, and $w + c v$ lies between them.",
        )
    )


@cache
def positive() -> Proof:
    return (
        chain(Lt(0, curvature), if_full_rank())
        .by(curvature_on_a_line())
        .unfold(p)
        .by(failure(), success())
        .by(use(rules.sum_with_a_positive_term, c=m))
        .qed(
            "positive",
            "The Hessian is positive definite if $X$ has full column rank",
            "If it has, every $v$ other than 0 has such an observation $m$.",
        )
    )


@cache
def strictly_convex() -> Proof:
    weight = (Lt(0, c), Lt(c, 1))
    return (
        chain(Lt(ell(c), (1 - c) * ell(0) + c * ell(1)), if_full_rank(*weight))
        .by(use(rules.strictly_below_chord, **chord, because=(positive(), t)))
        .qed("strictly-convex", "Then the loss is strictly convex")
    )


LEMMAS = (failure, complement, one_observation, loss_on_a_line)
PROOFS = (
    *(*LEMMAS, slope_on_a_line, curvature_on_a_line, never_negative, convex, positive, strictly_convex, gradient),
    *(loss_on_a_plane, slope_on_a_plane, hessian_form, hessian),
)
NOTATION = {
    "sigma": {"latex": r"\sigma", "text": "σ"},
    "eta": {"latex": r"\eta", "text": "η", "subscripts": 1},
    "p": {"subscripts": 1},
    "ell": {"latex": r"\ell", "text": "ℓ"},
}
MEANINGS = {
    "sigma": "the logistic function",
    "eta": "the output at observation $i$",
    "p": "the probability that $y_i = 1$",
    "ell": "the negative log-likelihood",
}


def document() -> Document:
    proofs = (success().as_lemma(), *(proof() for proof in PROOFS))
    return Document("logistic", TITLE, proofs, NOTATION, MEANINGS)
