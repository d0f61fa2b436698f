"""An instance of the theorem: a density that is h_i e^{−c ℓ_i(θ)} by algebra, so that h, c and ℓ are to be named."""

from dataclasses import dataclass
from typing import Any

from sympy import Basic, Expr, Lambda, Product, Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMax, ArgMin
from mlce_sym.prover import Chain, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import L, Theta, theta
from ..models.setting import a_number
from .one_theorem import log_likelihood, same_optimum
from .setting import i, mean, n, observations, somewhere


@dataclass(frozen=True)
class Instance:
    """A density, and the loss that it gives: the mean of ℓ_i, or what is `defined`, which equals it by `by`."""

    name: str
    density: Expr
    loss: Expr
    of_each: Expr
    factor: Expr
    base: Expr
    facts: tuple[Any, ...]
    first: tuple[Any, ...] = ()  # what brings the density into the form of an exponential
    defined: Expr | None = None
    by: tuple[Any, ...] = ()
    idea: str = ""  # of the proofs

    @property
    def meaning(self) -> Definition:
        return Definition(self.loss, self.defined or mean(self.of_each))

    @property
    def names(self) -> dict[str, Any]:
        return {"c": self.factor, "h": Lambda(i, self.base), "ell": Lambda((i, theta), self.of_each)}

    def begun(self, term: Basic, *more: Basic) -> Chain:
        likelihood = Definition(L(theta), Product(self.density, observations))
        line = chain(term, Given((*a_number(n), *self.facts, *more), (likelihood, self.meaning)))
        line = line.unfold(L, reason="independent observations")
        return line.by(*self.first) if self.first else line

    def log_likelihood(self, title: str) -> Proof:
        own = i in self.base.free_symbols
        dropped = Sum(log(self.base), observations) if own else n * log(self.base)
        line = self.begun(log(L(theta)), somewhere)
        return (
            line.by(use(log_likelihood(), theta=theta, **self.names), *(() if own else (rules.sum_of_constant,)))
            .eq(dropped - n * self.factor * self.loss, by=(self.meaning, *self.by))
            .qed(f"{self.name}-log-likelihood", title, idea=self.idea)
        )

    def same_optimum(self, title: str, words: str = "") -> Proof:
        line = self.begun(ArgMax(L(theta), (theta, Theta))).by(use(same_optimum(), **self.names))
        least = ArgMin(self.loss, (theta, Theta))
        return line.eq(least, by=(self.meaning, *self.by)).qed(self.name, title, words, idea=self.idea)
