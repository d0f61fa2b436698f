"""A small certificate with every kind of name: number, data vector, function, set, definition, bound names, lemma."""

from __future__ import annotations

from functools import cache
from typing import Any

from sympy import Function, IndexedBase, Product, S, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMax, ForAll, Le, Lt, Member
from mlce_sym.prover import back, chain
from mlce_sym.prover.document import Document, certificate

NAMES = ("n", "y", "f", "A", "theta", "t", "i", "L")
n, theta, t, i, A = symbols("n theta t i A")
y, f, L = IndexedBase("y"), Function("f"), Function("L")


@cache
def small() -> dict[str, Any]:
    """The log of a likelihood, and that its maximum is where that of the likelihood is."""
    likelihood = Definition(L(t), Product(y[i] * f(i, t), (i, 1, n)))
    factors = (ForAll(Lt(0, y[i]), (i, 1, n)), ForAll(ForAll(Lt(0, f(i, t)), (i, 1, n)), (t, A)))
    known = (Member(n, S.Integers), Le(1, n), *factors)
    point = Given((*known, Member(theta, A)), (likelihood,))
    logs = chain(log(L(theta)), point).unfold(L).by(rules.log_of_product).qed("log")
    every = Given(known, (likelihood,))
    optimum = chain(ArgMax(L(theta), (theta, A)), every).by(back(rules.argmax_of_log)).by(logs).qed("optimum")
    return certificate(Document("small", "Small", (logs, optimum)))
