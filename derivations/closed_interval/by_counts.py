"""With n_1 ones and n_0 zeros among the labels the likelihood is θ^{n_1} (1 − θ)^{n_0}, for every θ from 0 to 1."""

from functools import cache

from sympy import Basic, Expr, Product, Sum, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Le
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import L, P, i, n, observations, theta, y
from ..iid import setting as iid
from ..iid.setting import mean

ones, zeros = symbols("ones zeros")
the_ones = Definition(ones, Sum(y[i], observations))
the_zeros = Definition(zeros, Sum(1 - y[i], observations))
probability, likelihood = iid.DEFINITIONS[0], iid.DEFINITIONS[1]

a_probability = (Le(0, theta), Le(theta, 1))


def given(*more: Basic) -> Given:
    """n ≥ 1, y_i in {0, 1}, and how many of them are 1, and how many 0."""
    definitions = (probability, likelihood, the_ones, the_zeros, mean)
    return Given((*iid.for_all_theta().hypotheses, *more), definitions)


def by_counts(at: Expr) -> Expr:
    found: Expr = at**ones * (1 - at) ** zeros
    return found


@cache
def number_of_zeros() -> Proof:
    return (
        chain(zeros, given())
        .unfold(zeros)
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1), rules.sum_of_constant)
        .eq(n - ones, by=the_ones)
        .qed("zeros", "The zeros are the other labels", role="lemma")
    )


@cache
def likelihood_by_counts() -> Proof:
    parts = Product(theta ** y[i], observations) * Product((1 - theta) ** (1 - y[i]), observations)
    return (
        chain(L(theta), given(*a_probability))
        .unfold(L)
        .unfold(P)
        .eq(parts, by=rules.product_of_product)
        .by(rules.product_of_powers)
        .eq(by_counts(theta), by=(the_ones, the_zeros))
        .qed(
            "by-counts",
            "The likelihood by the numbers of ones and zeros",
            idea="Powers of one base are multiplied by adding their exponents, and these add up to the counts.",
        )
    )
