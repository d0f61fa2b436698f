"""How convex the logistic loss is: strongly with an L2 penalty, strongly where the outputs are bounded, not everywhere.

A penalty (λ/2) Σ_j w_j² adds λ Σ_j v_j² to the curvature. Without it, p (1 − p) ≥ e^B/(1 + e^B)² where the outputs lie
between −B and B, which gives the constant μ e^B/(1 + e^B)² there, with the least eigenvalue μ of XᵀX. On all weights
there is no such constant: with one observation x = 1 the curvature at w = −log κ is κ/(1 + κ)², which is below κ.
"""

from functools import cache

from sympy import Basic, Function, IndexedBase, Lambda, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import Equals, ForAll, IndexRange, Le, Lt, Member, derivative
from mlce_sym.prover import chain, use

from . import logistic
from .logistic import (
    along,
    curvature,
    curvature_on_a_line,
    d,
    ell,
    eta,
    failure,
    features,
    i,
    j,
    m,
    n,
    observations,
    on_a_line,
    p,
    sigma,
    spread,
    t,
    v,
    w,
    x,
    z,
)
from .softmax_gradient import success

TITLE = "Strong convexity of the logistic loss"

B, kappa, rate, mu, a, b, c = symbols("B kappa lambda mu a b c")
J, r = Function("J"), IndexedBase("r")

squares = Sum(v[j] ** 2, features)
penalty = rate / 2 * Sum((w[j] + t * v[j]) ** 2, features)
penalised = Given((*on_a_line.hypotheses,), (*on_a_line.definitions, Definition(J(t), ell(t) + penalty)))
variances, spanned = Sum(spread(t) * along(v) ** 2, observations), Sum(along(v) ** 2, observations)
variance_of_m, is_observation = p(m, t) * (1 - p(m, t)), Member(m, IndexRange(1, n))
variance_at_B = exp(B) / (1 + exp(B)) ** 2
within = (Le(-B, z), Le(z, B))
at_least_c, weighted = ForAll(Le(c, r[i]), observations), Sum(r[i] * along(v) ** 2, observations)
bounded = (ForAll(Le(-B, eta(i, t)), observations), ForAll(Le(eta(i, t), B), observations))
full_rank = Le(mu * squares, spanned)


def second(term: Basic) -> Basic:
    return derivative(derivative(term, t, S.Reals), t, S.Reals)


@cache
def penalised_curvature() -> Proof:
    return (
        chain(second(J(t)), penalised)
        .unfold(J)
        .by(rules.derivative_of_sum, rules.derivative_of_sum)
        .by(curvature_on_a_line())
        .differentiate(variances + rate * squares, by=use(rules.constant_factor, c=2))
        .qed("penalised-curvature", "The curvature with an L2 penalty", role="lemma")
    )


@cache
def strongly_convex() -> Proof:
    return (
        chain(Le(rate * squares, second(J(t))), penalised)
        .by(penalised_curvature())
        .eq(Le(0, variances), by=rules.at_most_by_difference)
        .unfold(p)
        .by(failure(), success())
        .by(rules.nonnegative_sum)
        .qed("strongly-convex", r"With an L2 penalty the loss is strongly convex with the constant $\lambda$")
    )


@cache
def two_numbers() -> Proof:
    return (
        chain(Le(b / (1 + b) ** 2, a / (1 + a) ** 2), Given((Lt(0, a), Le(a, b), Le(1, a * b))))
        .by(rules.at_most_by_difference)
        .eq(Le(0, (b - a) * (a * b - 1) / ((1 + a) ** 2 * (1 + b) ** 2)))
        .by(rules.known_bound)
        .qed("two-numbers", "Two numbers", role="lemma")
    )


@cache
def below_e_to_the_B() -> Proof:
    return (
        chain(Le(exp(z), exp(B)), Given(within))
        .by(rules.exponentials_at_most)
        .by(rules.known_bound)
        .qed("upper", "The upper bound", role="lemma")
    )


@cache
def above_e_to_the_minus_B() -> Proof:
    return (
        chain(Le(1, exp(z) * exp(B)), Given(within))
        .by(use(rules.exponentials_at_most, u=0, v=B + z))
        .by(rules.known_bound)
        .qed("lower", "The lower bound", role="lemma")
    )


@cache
def least_variance() -> Proof:
    bounds = (below_e_to_the_B(), above_e_to_the_minus_B())
    return (
        chain(Le(variance_at_B, sigma(z) * (1 - sigma(z))), Given(within, (logistic.logistic,)))
        .by(failure(), success())
        .by(use(two_numbers(), a=exp(z), b=exp(B), because=bounds))
        .qed("least-variance", "The least variance of a label")
    )


@cache
def one_observation() -> Proof:
    square = along(v, m) ** 2
    return (
        chain(Le(c * square, r[m] * square), Given((*on_a_line.hypotheses, is_observation, Le(c, r[m]))))
        .by(use(rules.bound_times_nonnegative, c=square, u=c, v=r[m]))
        .qed("one-term", "One observation", role="lemma")
    )


@cache
def all_observations() -> Proof:
    return (
        chain(Le(c * spanned, weighted), Given((*on_a_line.hypotheses, at_least_c)))
        .eq(Le(Sum(c * along(v) ** 2, observations), weighted), by=use(rules.constant_factor, c=c))
        .by(use(rules.terms_at_most, because=(one_observation(), m)))
        .qed("all-observations", "All observations", role="lemma")
    )


@cache
def least_eigenvalue() -> Proof:
    return (
        chain(Le(c * mu * squares, c * spanned), Given((*on_a_line.hypotheses, Le(0, c), full_rank)))
        .by(use(rules.bound_times_nonnegative, c=c, u=mu * squares, v=spanned))
        .qed("least-eigenvalue", "The least eigenvalue", role="lemma")
    )


@cache
def weighted_squares() -> Proof:
    return (
        chain(Le(c * mu * squares, weighted), Given((*on_a_line.hypotheses, Le(0, c), at_least_c, full_rank)))
        .by(use(rules.bound_in_two_steps, b=c * spanned, because=(least_eigenvalue(), all_observations())))
        .qed(
            "weighted-squares",
            "Weighted sums of squares",
            r"The least eigenvalue of $X^T X$ is such a number $\mu$; it is positive if $X$ has full column rank.",
            role="lemma",
        )
    )


@cache
def variance_at_one() -> Proof:
    facts = (*on_a_line.hypotheses, is_observation, Le(-B, eta(m, t)), Le(eta(m, t), B))
    return (
        chain(Le(variance_at_B, variance_of_m), Given(facts, on_a_line.definitions))
        .unfold(p)
        .by(use(least_variance(), z=eta(m, t)))
        .qed("at-one", "The variance of one label", role="lemma")
    )


@cache
def strongly_convex_where_bounded() -> Proof:
    facts = (*on_a_line.hypotheses, *bounded, full_rank)
    return (
        chain(Le(variance_at_B * mu * squares, curvature), Given(facts, on_a_line.definitions))
        .by(curvature_on_a_line())
        .by(
            use(
                weighted_squares(),
                c=variance_at_B,
                mu=mu,
                d=d,
                n=n,
                r=Lambda(i, spread(t)),
                because=(variance_at_one(), m),
            )
        )
        .qed("bounded", "Where the outputs are bounded the loss is strongly convex")
    )


one = {n: S.One, d: S.One}
observed = (Equals(x[1, 1], 1), Equals(v[1], 1), Equals(w[1], 0))
at_one = Given(observed, tuple(q.instance(one) for q in on_a_line.definitions))


@cache
def output_of_one() -> Proof:
    return (
        chain(eta(1, t), at_one)
        .unfold(eta)
        .by(rules.last_term, rules.empty_sum)
        .eq(t, by=tuple(map(Hypothesis, observed)))
        .qed("output-of-one", "The output at one observation", role="lemma")
    )


@cache
def curvature_of_one() -> Proof:
    return (
        chain(curvature, at_one)
        .by(use(curvature_on_a_line(), n=1, d=1))
        .by(rules.last_term, rules.empty_sum)
        .by(rules.last_term, rules.empty_sum)
        .eq(p(1, t) * (1 - p(1, t)), by=tuple(map(Hypothesis, observed[:2])))
        .unfold(p)
        .by(output_of_one())
        .eq(exp(t) / (1 + exp(t)) ** 2, by=(failure(), success()))
        .qed("curvature-of-one", "The curvature at one observation", role="lemma")
    )


@cache
def far_out() -> Proof:
    there = derivative(derivative(ell(t), t, S.Reals), t, S.Reals, at=-log(kappa))
    return (
        chain(Lt(there, kappa), Given((*observed, Lt(0, kappa)), at_one.definitions))
        .by(use(curvature_of_one(), t=-log(kappa)))
        .eq(Lt(kappa / (1 + kappa) ** 2, kappa))
        .eq(Lt(0, kappa**2 * (2 + kappa) / (1 + kappa) ** 2), by=rules.order_by_difference)
        .by(rules.known_order)
        .qed("far-out", "Far out the loss is almost straight", role="lemma")
    )


@cache
def not_strongly_convex() -> Proof:
    how = use(rules.counterexample, a=-log(kappa), f=Lambda(t, kappa), g=Lambda(t, curvature), because=far_out())
    return (
        chain(ForAll(Le(kappa, curvature), (t, S.Reals)), Given((*observed, Lt(0, kappa)), at_one.definitions))
        .by(how)
        .qed("not-everywhere", "On all weights the loss is strongly convex with no constant")
    )


PROOFS = (
    *(penalised_curvature, strongly_convex, two_numbers, below_e_to_the_B, above_e_to_the_minus_B, least_variance),
    *(one_observation, all_observations, least_eigenvalue, weighted_squares),
    *(variance_at_one, strongly_convex_where_bounded),
    *(output_of_one, curvature_of_one, far_out, not_strongly_convex),
)
NOTATION = {
    **logistic.NOTATION,
    "kappa": {"latex": r"\kappa", "text": "κ"},
    "lambda": {"latex": r"\lambda", "text": "λ"},
    "mu": {"latex": r"\mu", "text": "μ"},
}
MEANINGS = {**logistic.MEANINGS, "J": "the loss with an L2 penalty"}


def document() -> Document:
    quoted = (success, *logistic.LEMMAS, logistic.slope_on_a_line, curvature_on_a_line)
    proofs = (*(proof().as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("strong-convexity", TITLE, proofs, NOTATION, MEANINGS)
