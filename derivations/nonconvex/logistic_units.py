"""The same in numbers, with logistic units: a = 0 and r = log 3 give the output weights 2 log 3 and −2 log 3."""

from functools import cache

from sympy import Lambda, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..models.setting import logistic, phi, sigma, z
from .setting import ell, half, loss, loss_there


@cache
def in_numbers() -> Proof:
    known = Given((), (logistic, loss.instance({phi: Lambda(z, sigma(z))})))
    inner, outer = log(3), 2 * log(3)
    one, other = ell(inner, -inner, outer, -outer), ell(-inner, inner, -outer, outer)
    return (
        chain(Lt(half * one + half * other, ell(0, 0, 0, 0)), known)
        .unfold(ell)
        .by(use(logistic, z=inner), use(logistic, z=-inner))
        .unfold(sigma)
        .eq(Lt(loss_there, log(2)))
        .by(rules.order_of_logs)
        .by(rules.known_order)
        .qed(
            "in-numbers",
            "In numbers, with logistic units",
            r"Here $a = 0$ and $r = \log 3$, so that $c = 2 \log 3$. The values are about $0.288$ and $0.693$.",
            idea=r"All values of $\sigma$ are fractions, and $2 > 4/3$.",
        )
    )
