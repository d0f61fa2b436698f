"""With the penalty (λ/2) Σ_j w_j² the loss is strongly convex with the constant λ.

The penalty adds λ Σ_j v_j² to the curvature, and the curvature of the loss itself is never negative.
"""

from functools import cache

from sympy import Expr, Function, S, Sum, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Le, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.curvature import curvature_on_a_line
from ..logistic.observation import failure
from ..logistic.setting import along, ell, features, observations, on_a_line, p, spread, t, v, w
from ..models.setting import j
from ..softmax_gradient.two_classes import success
from .setting import squares

rate, J = symbols("lambda"), Function("J")
penalty = rate / 2 * Sum((w[j] + t * v[j]) ** 2, features)
penalised = Given((*on_a_line.hypotheses,), (*on_a_line.definitions, Definition(J(t), ell(t) + penalty)))
variances = Sum(spread(t) * along(v) ** 2, observations)


def second(term: Expr) -> Expr:
    return derivative(derivative(term, t, S.Reals), t, S.Reals)


@cache
def penalised_curvature() -> Proof:
    return (
        chain(second(J(t)), penalised)
        .unfold(J)
        .by(rules.derivative_of_sum, rules.derivative_of_sum)
        .by(curvature_on_a_line())
        .differentiate(variances + rate * squares, by=use(rules.constant_factor, c=2))
        .qed(
            "penalised-curvature",
            "The curvature with an L2 penalty",
            role="lemma",
            idea="The second derivative of a sum is that of its terms, and that of a square on the line is constant.",
        )
    )


@cache
def strongly_convex() -> Proof:
    return (
        chain(Le(rate * squares, second(J(t))), penalised)
        .by(penalised_curvature())
        .eq(Le(0, variances), by=rules.at_most_by_difference)
        .unfold(p)
        .by(failure(), success())
        .by(rules.nonnegative_sum)
        .qed(
            "strongly-convex",
            r"With an L2 penalty the loss is strongly convex with the constant $\lambda$",
            r"That is, $J''(t) \ge \lambda \|v\|^2$ on every line $w + t v$. The bound holds for every $\lambda$.",
            idea="Without the penalty's part the curvature is a sum of squares with positive weights.",
        )
    )
