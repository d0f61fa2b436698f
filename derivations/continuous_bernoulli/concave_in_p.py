"""For each t between 0 and 1, p^t (1 − p)^{1 − t} is a strictly concave function of p: it lies below its tangents."""

from functools import cache

from sympy import S, symbols

from mlce_sym import rules
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import B, formula, given, p, t
from .tangent_in_p import at, below_the_tangent, q, tangent

r = symbols("r")
three_points = (Lt(p, q), Lt(q, r), Lt(r, 1))
above_the_chord = (r - p) * B(t, q) - (r - q) * B(t, p) - (q - p) * B(t, r)


@cache
def first_part() -> Proof:
    lead = tangent(q, p) - B(t, p)
    line = chain(Lt(0, (r - q) * lead), given(*three_points, at, definitions=(formula,)))
    line = line.by(use(rules.order_of_multiples, c=r - q, u=S.Zero, v=lead)).by(below_the_tangent())
    return line.qed("first-part", "The lead of the tangent at the first point", role="lemma")


@cache
def second_part() -> Proof:
    lead = tangent(q, r) - B(t, r)
    line = chain(Lt(0, (q - p) * lead), given(*three_points, at, definitions=(formula,)))
    line = line.by(use(rules.order_of_multiples, c=q - p, u=S.Zero, v=lead)).by(use(below_the_tangent(), p=r))
    return line.qed("second-part", "The lead of the tangent at the second point", role="lemma")


@cache
def concave_in_p() -> Proof:
    parts = (r - q) * (tangent(q, p) - B(t, p)), (q - p) * (tangent(q, r) - B(t, r))
    return (
        chain(Lt(0, above_the_chord), given(*three_points, at, definitions=(formula,)))
        .eq(Lt(0, sum(parts)))
        .by(use(rules.positive_sum, u=parts[0], v=parts[1], because=(first_part(), second_part())))
        .qed("concave-in-p", r"$p^t (1 - p)^{1 - t}$ is strictly concave in $p$")
    )
