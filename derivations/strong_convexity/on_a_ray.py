"""On the ray t v, t > 0, the curvature is below 4n/t², whatever the data: each observation adds less than 4/t²."""

from functools import cache

from sympy import Lambda, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.curvature import curvature_on_a_line
from ..logistic.setting import along, curvature, eta, i, m, n, observations, on_a_line, p, spread, t, v, w
from ..models.setting import j, sigma
from .setting import is_observation
from .squared_output import below_four

origin = {w: Lambda(j, 0)}
sizes, ray = on_a_line.hypotheses, tuple(q.instance(origin) for q in on_a_line.definitions)
beyond = Lt(0, t)


@cache
def output_on_a_ray() -> Proof:
    return (
        chain(eta(i, t), Given(sizes, ray))
        .unfold(eta)
        .eq(t * along(v), by=use(rules.constant_factor, c=t))
        .qed("output-on-a-ray", "The output on a ray", role="lemma")
    )


@cache
def term_on_a_ray() -> Proof:
    output = t * along(v, m)
    scaled = output**2 * (sigma(output) * (1 - sigma(output)))
    return (
        chain(Lt(p(m, t) * (1 - p(m, t)) * along(v, m) ** 2, 4 / t**2), Given((*sizes, is_observation, beyond), ray))
        .unfold(p)
        .eq(Lt(1 / t**2 * scaled, 1 / t**2 * 4), by=use(output_on_a_ray(), i=m))
        .by(use(rules.order_of_multiples, c=1 / t**2, u=scaled, v=4))
        .by(use(below_four(), h=output / 2))
        .qed(
            "term-on-a-ray",
            "One observation on a ray",
            role="lemma",
            idea="A product $p (1 - p)$ falls faster than the inverse square of the output.",
        )
    )


@cache
def curvature_on_a_ray() -> Proof:
    terms = Sum(spread(t) * along(v) ** 2, observations)
    return (
        chain(Lt(curvature, 4 * n / t**2), Given((*sizes, beyond), ray))
        .by(use(curvature_on_a_line(), w=origin[w]))
        .eq(Lt(terms, Sum(4 / t**2, observations)), by=rules.sum_of_constant)
        .by(use(rules.greater_terms, because=(term_on_a_ray(), m)))
        .qed("curvature-on-a-ray", "On every ray the loss straightens out")
    )
