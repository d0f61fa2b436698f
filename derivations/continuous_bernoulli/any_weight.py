"""Any h ≥ 0 that is positive somewhere between 0 and 1, times p^t (1 − p)^{1 − t}: its integral m(p).

Where p < q < r, the weighted sum of the formulas by which their concavity is stated stays positive times h.
"""

from functools import cache

from sympy import Basic, Function, S, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Converges, ForAll, Le, Lt, Member, Smooth
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..iid.setting import unit
from .concave_in_p import above_the_chord, concave_in_p, r, three_points
from .setting import B, formula, given, over, p, t
from .tangent_in_p import at, q
from .two_means import weaker

c = symbols("c")
h, m = map(Function, ("h", "m"))
total = Definition(m(p), over(h(t) * B(t, p)))
weight = (Smooth(h(t), (t, unit)), ForAll(Le(0, h(t)), (t, unit)), Member(c, unit), Lt(0, h(c)))
exist = tuple(Converges(h(t) * B(t, x), (t, unit)) for x in (p, q, r))
weighted = h(t) * above_the_chord


def of_any_weight(*more: Basic) -> Given:
    return given(*three_points, *weight, *exist, *more, definitions=(formula, total))


@cache
def never_negative() -> Proof:
    not_below = use(weaker(), u=S.Zero, v=above_the_chord, because=concave_in_p())
    line = chain(Le(0, above_the_chord), given(*three_points, at, definitions=(formula,))).by(not_below)
    return line.qed("never-negative", "Nowhere below the chord", role="lemma")


@cache
def weighted_never_negative() -> Proof:
    line = chain(Le(0, weighted), of_any_weight(at))
    line = line.by(use(rules.bound_times_nonnegative, c=h(t), u=S.Zero, v=above_the_chord, because=never_negative()))
    return line.qed("weighted", "Nor with the weight", role="lemma")


@cache
def weighted_at_a_point() -> Proof:
    there = (r - p) * B(c, q) - (r - q) * B(c, p) - (q - p) * B(c, r)
    line = chain(Lt(0, h(c) * there), of_any_weight()).by(use(rules.order_of_multiples, c=h(c), u=S.Zero, v=there))
    return line.by(use(concave_in_p(), t=c)).qed(
        "weighted-there", "Above it where the weight is positive", role="lemma"
    )
