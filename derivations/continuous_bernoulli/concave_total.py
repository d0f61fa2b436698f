"""With a weight h ≥ 0, positive somewhere between 0 and 1, the integral of h(t) p^t (1 − p)^{1 − t} is strictly concave
in p, as the formula itself is for each t.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .any_weight import c, m, of_any_weight, weighted, weighted_at_a_point, weighted_never_negative
from .concave_in_p import r
from .setting import over, p, t
from .tangent_in_p import q
from .total import sum_of_integrals

chord = (r - q) * m(p) + (q - p) * m(r)


@cache
def positive_integral() -> Proof:
    because = (weighted_at_a_point(), (weighted_never_negative(), t))
    line = chain(Lt(0, over(weighted)), of_any_weight())
    line = line.by(use(rules.improper_integral_with_a_positive_value, c=c, because=because))
    return line.qed("positive-integral", "That integral is positive", role="lemma")


@cache
def concave_total() -> Proof:
    return (
        chain(Lt(chord, (r - p) * m(q)), of_any_weight())
        .by(rules.order_by_difference)
        .eq(Lt(0, over(weighted)), by=sum_of_integrals())
        .by(positive_integral())
        .qed("concave-total", r"With any weight $h$ the integral is strictly concave in $p$")
    )
