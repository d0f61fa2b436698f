"""With a weight h, the integral of what makes the formula concave is a weighted sum of the total masses m."""

from functools import cache

from sympy import Lambda

from mlce_sym import rules
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .any_weight import h, m, of_any_weight, total, weighted
from .concave_in_p import r
from .setting import B, over, p, t
from .tangent_in_p import q

parts = ((r - p) * h(t) * B(t, q), (q - r) * h(t) * B(t, p), (p - q) * h(t) * B(t, r))


@cache
def sum_of_integrals() -> Proof:
    first, second, third = (Lambda(t, part) for part in parts)
    return (
        chain(over(weighted), of_any_weight())
        .eq(over(sum(parts)))
        .by(use(rules.improper_integral_of_sum, f=Lambda(t, parts[0] + parts[1]), g=third))
        .by(use(rules.improper_integral_of_sum, f=first, g=second))
        .by(*(use(rules.constant_out_of_improper_integral, c=factor) for factor in (r - p, q - r, p - q)))
        .eq((r - p) * m(q) - (r - q) * m(p) - (q - p) * m(r), by=total)
        .qed("sum-of-integrals", "The integral term by term", role="lemma", idea="The integral is linear.")
    )
