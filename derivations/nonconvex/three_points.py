"""The loss is log(4/3) at a point and at its permuted copy, and log 2 half-way between them.

The units have the input weights a + r and a − r, where φ differs, and the output weights c and −c, so that the output
is log 3; exchanging the units changes nothing. Half-way the output is 0.
"""

from functools import cache

from sympy import log

from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from ..models.setting import phi, sigma
from .setting import a, c, ell, loss_there, not_constant, r


@cache
def output() -> Proof:
    return (
        chain(c * phi(a + r) - c * phi(a - r), not_constant())
        .unfold(c)
        .eq(log(3))
        .qed("output", "The output at a point", role="lemma")
    )


@cache
def at_the_point() -> Proof:
    return (
        chain(ell(a + r, a - r, c, -c), not_constant())
        .unfold(ell)
        .by(output())
        .unfold(sigma)
        .eq(loss_there)
        .qed(
            "point",
            "The loss at a point",
            "The value is about $0.288$.",
            idea=r"At this point both units have known values, and $\sigma$ is $3/4$.",
        )
    )


@cache
def at_the_copy() -> Proof:
    return (
        chain(ell(a - r, a + r, -c, c), not_constant())
        .unfold(ell)
        .fold(ell(a + r, a - r, c, -c))
        .by(at_the_point())
        .qed("copy", "The same loss at its permuted copy")
    )


@cache
def half_way() -> Proof:
    return (
        chain(ell(a, a, 0, 0), not_constant())
        .unfold(ell)
        .unfold(sigma)
        .eq(log(2))
        .qed("half-way", "The loss half-way between them", "The value is about $0.693$.")
    )
