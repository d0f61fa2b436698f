"""No density on [0, 1] has the cross-entropy for its loss: none can have p^t (1 − p)^{1 − t} as its only factor with p.

For with any weight h the total is strictly concave in p. So it is 1 for two values of p at most; of a density it would
be 1 for all of them.
"""

from functools import cache

from sympy import Expr, Min, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le, Lt
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from .any_weight import m, of_any_weight
from .concave_in_p import r
from .concave_total import chord, concave_total
from .setting import p
from .tangent_in_p import q

NOT_ALL_ONE = "Of a density the total would be $1$ at $p$, at $q$ and at $r$."
smaller: Expr = Min(m(p), m(r))
u, v = symbols("u v")


@cache
def positive_and_more() -> Proof:
    line = chain(Lt(0, u + v), Given((Lt(0, u), Le(0, v)))).by(rules.known_order)
    return line.qed("positive-and-more", "A positive number and one that is not negative", role="lemma")


@cache
def lead_of_the_total() -> Proof:
    lead = (r - p) * m(q) - (r - q) * m(p) - (q - p) * m(r)
    line = chain(Lt(0, lead), of_any_weight()).by(back(rules.order_by_difference, u=chord, v=(r - p) * m(q)))
    return line.by(concave_total()).qed("lead-of-the-total", "The lead of the total over the chord", role="lemma")


@cache
def no_density() -> Proof:
    lead, more = (r - p) * m(q) - chord, (r - q) * (m(p) - smaller) + (q - p) * (m(r) - smaller)
    return (
        chain(Lt(smaller, m(q)), of_any_weight())
        .by(back(rules.order_of_multiples, c=r - p))
        .by(rules.order_by_difference)
        .eq(Lt(0, lead + more))
        .by(use(positive_and_more(), u=lead, v=more, because=lead_of_the_total()))
        .qed(
            "no-density",
            "No density on $[0, 1]$ has this loss",
            NOT_ALL_ONE,
            idea="A strictly concave function is greater between two points than at one of them.",
        )
    )
