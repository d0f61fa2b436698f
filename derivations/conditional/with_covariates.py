"""Regression: with covariates x_1, …, x_n the density of observation i is r(y; x_i, θ), an instance of f_i(y; θ)."""

from functools import cache

from sympy import Function, IndexedBase, Lambda, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, ForAll, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, L, Theta, theta
from .maximum_likelihood import same_optimum
from .setting import DEFINITIONS, Y, f, i, in_support, observations, z

c, X = symbols("c X")
r, x = Function("r"), IndexedBase("x")

with_covariates = Lambda((i, z, theta), r(z, x[i], theta))
positive_with_covariates = (
    ForAll(Member(x[i], X), observations),
    ForAll(ForAll(ForAll(Lt(0, r(z, c, theta)), (z, Y)), (c, X)), (theta, Theta)),
)


@cache
def covariates() -> Proof:
    definitions = tuple(definition.instance({f: with_covariates}) for definition in DEFINITIONS)
    return (
        chain(ArgMax(L(theta), (theta, Theta)), Given((*in_support, *positive_with_covariates), definitions))
        .eq(ArgMin(CE(theta), (theta, Theta)), by=use(same_optimum(), fi=with_covariates))
        .qed("covariates", "With covariates")
    )
