"""The multivariate Gaussian with a known covariance: its loss is the mean squared Mahalanobis distance.

The observations are y_i = (y_i1, …, y_id), the mean is a point of Θ with the coordinates μ_j(θ), and A is the precision
matrix, the inverse of the covariance. That the density c exp(−½ Σ_jk (y_j − μ_j) A_jk (y_k − μ_k)) is one for
c = √(det A / (2π)^d) is used nowhere, and not shown: determinants and integrals are not in the language. Dropped are
n log c and the factor n/2. Derivatives are taken on a line m + t u; a partial derivative is the one with u_j = δ_jl.
"""

from functools import cache
from typing import Any

from sympy import Basic, Function, IndexedBase, KroneckerDelta, Lambda, Product, Rational, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, Equals, ForAll, IndexRange, Lt, Member, Without, derivative
from mlce_sym.prover import back, chain, use

from .bernoulli import Theta, k, theta
from .models import a_number, d, j

TITLE = "The multivariate Gaussian"

a, c, h, l, s, t = symbols("a c h l s t")  # noqa: E741
L, Q, D, f, g, ell, mu, ybar = map(Function, ("L", "Q", "D", "f", "g", "ell", "mu", "ybar"))
A, m, u, v = map(IndexedBase, ("A", "m", "u", "v"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
half = Rational(1, 2)
rows, columns = (j, 1, d), (k, 1, d)


def form(left: Lambda, right: Lambda) -> Basic:
    """Σ_j Σ_k left_j A_jk right_k."""
    return Sum(Sum(left(j) * A[j, k] * right(k), columns), rows)


from_mu = Lambda(j, y.base[i, j] - mu(j, theta))
from_mean = Lambda(j, y.base[i, j] - ybar(j))
of_mean = Lambda(j, ybar(j) - mu(j, theta))

distance = Definition(Q(i, theta), form(from_mu, from_mu))
likelihood = Definition(L(theta), Product(c * exp(-Q(i, theta) / 2), observations))
loss = Definition(ell(theta), Sum(Q(i, theta), observations) / n)
mean = Definition(ybar(j), Sum(y.base[i, j], observations) / n)
excess = Definition(D(theta), form(of_mean, of_mean))
DEFINITIONS = (distance, likelihood, loss, mean, excess)
spread = Sum(form(from_mean, from_mean), observations) / n

sizes = (*a_number(n), *a_number(d))
sample = Given(sizes, DEFINITIONS)
model = Given((*sizes, Lt(0, c)), DEFINITIONS)

at_the_mean = ForAll(Equals(ybar(j), mu(j, a)), rows)
positive_definite = ForAll(Lt(0, D(theta)), (theta, Without(Theta, a)))
attained = Given((*model.hypotheses, Member(a, Theta), at_the_mean, positive_definite), DEFINITIONS)
another = Given((*attained.hypotheses, Member(theta, Without(Theta, a))), DEFINITIONS)

symmetric = ForAll(ForAll(Equals(A[j, k], A[k, j]), columns), rows)
line = Lambda((j, theta), m[j] + theta * u[j])
unit = Lambda(j, KroneckerDelta(j, l))
smooth = Given((*sizes, symmetric))
on_a_line = Given(smooth.hypotheses, tuple(definition.instance({mu: line}) for definition in DEFINITIONS))
one_coordinate = Given(
    (*smooth.hypotheses, Member(l, IndexRange(1, d))),
    tuple(definition.instance({u: unit}) for definition in on_a_line.definitions),
)


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), model)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(n * log(c) + Sum(-Q(i, theta) / 2, observations))
        .eq(n * log(c) - Sum(Q(i, theta), observations) / 2, by=use(rules.constant_factor, c=-half))
        .eq(n * log(c) - n / 2 * ell(theta), by=loss)
        .qed(
            "log-likelihood",
            "The log-likelihood of the multivariate Gaussian",
            r"Here $A$ stands for the inverse of the covariance, and $c$ for the square root of the determinant of "
            r"$A / (2\pi)$, which makes the density one; neither is used.",
        )
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), model)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(use(rules.argmax_of_shifted, c=n * log(c)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n / 2 * ell(theta))))
        .by(use(rules.argmin_of_scaled, c=n / 2, f=Lambda(theta, ell(theta))))
        .qed(
            "same-optimum",
            "Maximum likelihood is the least mean squared Mahalanobis distance",
            r"Dropped are the constant $n\log c$ and the factor $n/2$.",
        )
    )


@cache
def deviations() -> Proof:
    return (
        chain(Sum(from_mean(j), observations), sample)
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1), rules.sum_of_constant)
        .by(mean)
        .eq(0)
        .qed("deviations", "Deviations from the mean add up to 0", role="lemma")
    )


@cache
def products() -> Proof:
    (e_j, e_k), (f_j, f_k) = map(from_mean, (j, k)), map(of_mean, (j, k))
    return (
        chain(Sum(from_mu(j) * from_mu(k), observations), sample)
        .eq(Sum(e_j * e_k + e_j * f_k + e_k * f_j + f_j * f_k, observations))
        .by(rules.sum_of_sum, rules.sum_of_sum, rules.sum_of_sum)
        .by(use(rules.constant_factor, c=f_k), use(rules.constant_factor, c=f_j), rules.sum_of_constant)
        .eq(Sum(e_j * e_k, observations) + n * f_j * f_k, by=(use(deviations(), j=j), use(deviations(), j=k)))
        .qed("products", "The products of residuals", role="lemma")
    )


def by_places(r: Lambda) -> tuple[Any, ...]:
    """Σ_i Σ_jk r_ij A_jk r_ik = Σ_jk A_jk Σ_i r_ij r_ik."""
    term = r(j) * A[j, k] * r(k)
    outer, inner = Lambda((i, j), Sum(term, columns)), Lambda((i, k), term)
    exchanged = (use(rules.exchange_of_sums, f=f) for f in (outer, inner))
    return *exchanged, use(rules.constant_factor, c=A[j, k])


@cache
def decomposition() -> Proof:
    scatter = A[j, k] * Sum(from_mean(j) * from_mean(k), observations)
    taken_apart = (rules.sum_of_sum, rules.sum_of_sum, *(use(rules.constant_factor, c=n),) * 2, back(excess))
    return (
        chain(ell(theta), sample)
        .unfold(ell, Q)
        .by(*by_places(from_mu))
        .by(products())
        .eq(Sum(Sum(scatter + n * of_mean(j) * A[j, k] * of_mean(k), columns), rows) / n)
        .eq(Sum(Sum(scatter, columns), rows) / n + D(theta), by=taken_apart)
        .eq(spread + D(theta), by=by_places(from_mean))
        .qed("decomposition", "The loss is the spread about the mean, plus the distance of the mean")
    )


@cache
def below_all_others() -> Proof:
    zero = (use(Hypothesis(at_the_mean), j=j), rules.sum_of_constant, rules.sum_of_constant)
    return (
        chain(Lt(ell(a), ell(theta)), another)
        .by(rules.order_by_difference)
        .by(decomposition())
        .eq(Lt(0, D(theta)), by=(use(excess, theta=a), *zero))
        .by(rules.known_order)
        .qed("below-all-others", "The loss at the mean of the observations", role="lemma")
    )


@cache
def estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), attained)
        .by(same_optimum())
        .by(use(rules.unique_minimiser, a=a, because=(below_all_others(), theta)))
        .qed(
            "estimate",
            "The estimate of the mean is the mean of the observations",
            r"That $D$ is positive at every other point is so where $A$ is positive definite and different points of "
            r"$\Theta$ have different means.",
        )
    )


@cache
def symmetry() -> Proof:
    left, right = Lambda(j, f(j)), Lambda(j, g(j))
    return (
        chain(form(left, right), Given((*a_number(d), symmetric)))
        .by(rules.exchange_of_sums)
        .eq(form(right, left), by=Hypothesis(symmetric))
        .qed("symmetry", "Left and right may be exchanged", role="lemma")
    )


@cache
def along_a_line() -> Proof:
    direction, ahead = Lambda(j, u[j]), Lambda(j, m[j] + t * u[j] - ybar(j))
    at_t = chain(derivative(ell(t) / 2, t, S.Reals), on_a_line).by(use(decomposition(), theta=t, mu=line))
    written_out = derivative((form(ahead, ahead) + spread) / 2, t, S.Reals)
    return (
        at_t.eq(written_out, by=on_a_line.definitions[-1])
        .differentiate()
        .eq(Sum(Sum(u[j] * A[j, k] * ahead(k) + ahead(j) * A[j, k] * u[k], columns), rows) / 2)
        .by(rules.sum_of_sum, rules.sum_of_sum)
        .eq(form(direction, ahead), by=use(symmetry(), f=ahead, g=direction))
        .qed("along-a-line", "The derivative of half the loss on the line $m + t u$")
    )


@cache
def gradient() -> Proof:
    return (
        chain(derivative(ell(t) / 2, t, S.Reals, at=0), one_coordinate)
        .by(use(along_a_line(), t=0, u=unit))
        .eq(Sum(A[l, k] * (m[k] - ybar(k)), columns), by=(use(rules.constant_factor, c=unit(j)), rules.sifting))
        .qed("gradient", r"The partial derivative of half the loss at $m$: the gradient is $A (m - \bar y)$")
    )


def second_derivative(u: Lambda, v: Lambda) -> Basic:
    """Of half the loss at m, along u and v."""
    r = Lambda(j, y.base[i, j] - m[j] - s * u(j) - t * v(j))
    half_the_loss = Sum(form(r, r), observations) / (2 * n)
    return derivative(derivative(half_the_loss, t, S.Reals, at=0), s, S.Reals, at=0)


@cache
def hessian() -> Proof:
    direction, other = Lambda(j, u[j]), Lambda(j, v[j])
    return (
        chain(second_derivative(direction, other), smooth)
        .differentiate()
        .by(rules.sum_of_constant)
        .eq(Sum(Sum(u[j] * A[j, k] * v[k] + v[j] * A[j, k] * u[k], columns), rows) / 2)
        .by(rules.sum_of_sum, rules.sum_of_sum)
        .eq(form(direction, other), by=use(symmetry(), f=other, g=direction))
        .qed("hessian", "The second derivative of half the loss along two directions")
    )


@cache
def entry() -> Proof:
    other = Lambda(j, KroneckerDelta(j, h))
    two_coordinates = Given((*smooth.hypotheses, *(Member(index, IndexRange(1, d)) for index in (l, h))))
    return (
        chain(second_derivative(unit, other), two_coordinates)
        .by(use(hessian(), u=unit, v=other))
        .eq(A[l, h], by=(use(rules.constant_factor, c=unit(j)), rules.sifting, rules.sifting))
        .qed("hessian-entry", "The second partial derivatives: the Hessian is $A$")
    )


PROOFS = (
    *(log_likelihood, same_optimum, deviations, products, decomposition, below_all_others, estimate),
    *(symmetry, along_a_line, gradient, hessian, entry),
)
NOTATION: dict[str, dict[str, Any]] = {
    **{name: {"subscripts": 1} for name in ("Q", "f", "g")},
    "mu": {"latex": r"\mu", "text": "μ", "subscripts": 1},
    "ybar": {"latex": r"\bar y", "text": "ȳ", "subscripts": 1},
    "ell": {"latex": r"\ell", "text": "ℓ"},
}
MEANINGS = {
    "L": "the likelihood",
    "Q": "the squared Mahalanobis distance of the observation $i$ from the mean",
    "ell": "the mean squared Mahalanobis distance",
    "ybar": "the mean of the observations",
    "D": r"the squared Mahalanobis distance of $\bar y$ from the mean",
}


def document() -> Document:
    return Document("multivariate-gaussian", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
