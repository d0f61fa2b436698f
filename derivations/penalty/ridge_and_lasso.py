"""With Gaussian observations of variance σ²: ridge regression and the lasso, when the factor 2σ² is dropped."""

from functools import cache

from sympy import Expr, Lambda, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .gaussian_likelihood import b, log_likelihood, n, observed, residuals, v
from .gaussian_prior import gaussian_penalty
from .laplace_prior import laplace_penalty
from .setting import beta, gaussian_prior, laplace_prior, most_probable, positive, s, sizes, squares


def penalised_squares(prior: Given, penalty: Proof, loss: Expr, name: str, title: str) -> Proof:
    facts = (fact for fact in prior.hypotheses if fact != positive)  # which follows from the definition of L
    given = Given((*facts, *observed.hypotheses), (*prior.definitions, *observed.definitions))
    return (
        chain(most_probable, given)
        .by(use(penalty))
        .by(log_likelihood())
        .by(back(rules.argmax_of_negative))
        .by(use(rules.argmax_of_shifted, c=n * log(b)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, loss / (2 * v))))
        .by(use(rules.argmin_of_scaled, c=1 / (2 * v), f=Lambda(theta, loss)))
        .qed(name, title, idea=r"Multiply by $2\sigma^2$: the squares are left with the factor 1.")
    )


@cache
def ridge() -> Proof:
    loss = residuals + v / s * squares
    title = "With Gaussian observations: ridge regression"
    return penalised_squares(gaussian_prior, gaussian_penalty(), loss, "ridge", title)


@cache
def lasso() -> Proof:
    loss = residuals + 2 * v / beta * sizes
    return penalised_squares(laplace_prior, laplace_penalty(), loss, "lasso", "With Gaussian observations: the lasso")
