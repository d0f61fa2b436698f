"""The form Σ_jk f_j A_jk g_k of a symmetric matrix A is the same with f and g exchanged: exchange the two sums."""

from functools import cache

from sympy import Function, Lambda

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.prover import chain
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..models.setting import a_number, d, j
from .setting import form, symmetric

f, g = map(Function, ("f", "g"))


@cache
def symmetry() -> Proof:
    left, right = Lambda(j, f(j)), Lambda(j, g(j))
    return (
        chain(form(left, right), Given((*a_number(d), symmetric)))
        .by(rules.exchange_of_sums)
        .eq(form(right, left), by=Hypothesis(symmetric))
        .qed("symmetry", "Left and right may be exchanged", role="lemma")
    )
