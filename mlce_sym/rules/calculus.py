"""Rules of the derivative at a point, of the integral, of convex functions, and of minimisers by slopes.

A derivative is taken at a point a of an open set A; that f is smooth on A is part of the
derivative's being defined, so no rule repeats it. Likewise an integral is one of a smooth function, from a to b ≥ a.
"""

from sympy import Basic, FiniteSet, Function, Interval, S, Sum, exp, log, symbols

from ..border.nodes import (
    Above,
    ArgMin,
    DerivativeAt,
    Different,
    Equals,
    ForAll,
    Le,
    Lt,
    Member,
    Near,
    Without,
    derivative,
    integral,
)
from ..border.rule import Rule

A, a, b, c, i, l, m, s, t, u = symbols("A a b c i l m s t u")  # noqa: E741
f, g = Function("f"), Function("g")
near = (t, Near(A, a))

_second = derivative(derivative(f(t), t, S.Reals, at=s), s, S.Reals, at=u)

RULES_OF_DERIVATIVES = "Rudin, Principles of Mathematical Analysis, 3rd edition, 5.3 to 5.5"
MEAN_VALUE = "Rudin, Principles of Mathematical Analysis, 3rd edition, 5.10 and 5.11 (mean value theorem)"

derivative_of_constant = Rule(
    "derivative of a constant",
    DerivativeAt(c, near),
    S.Zero,
    words="What does not move has slope 0.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_constant",
)

derivative_of_variable = Rule(
    "derivative of the variable",
    DerivativeAt(t, near),
    S.One,
    words="The identity has slope 1.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_variable",
)

derivative_of_sum = Rule(
    "derivative of a sum",
    DerivativeAt(f(t) + g(t), near),
    DerivativeAt(f(t), near) + DerivativeAt(g(t), near),
    words="Derivatives are taken term by term.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_sum",
)

derivative_of_multiple = Rule(
    "derivative of a multiple",
    DerivativeAt(c * f(t), near),
    c * DerivativeAt(f(t), near),
    words="A constant factor stays.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_multiple",
)

derivative_of_product = Rule(
    "derivative of a product",
    DerivativeAt(f(t) * g(t), near),
    DerivativeAt(f(t), near) * g(a) + f(a) * DerivativeAt(g(t), near),
    words="One factor moves at a time.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_product",
)

derivative_of_finite_sum = Rule(
    "derivative under the sum",
    DerivativeAt(Sum(f(i, t), (i, l, m)), near),
    Sum(DerivativeAt(f(i, t), near), (i, l, m)),
    words="A finite sum is differentiated term by term; its index is bound, and no variable of the derivative.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_finite_sum",
)

derivative_of_log = Rule(
    "derivative of a logarithm",
    DerivativeAt(log(f(t)), near),
    DerivativeAt(f(t), near) / f(a),
    words="The chain rule: log has slope 1/u at u.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6",
    lemma="derivative_of_log",
)

derivative_of_exp = Rule(
    "derivative of an exponential",
    DerivativeAt(exp(f(t)), near),
    exp(f(a)) * DerivativeAt(f(t), near),
    words="The chain rule: exp is its own derivative.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6",
    lemma="derivative_of_exp",
)

derivative_of_reciprocal = Rule(
    "derivative of a reciprocal",
    DerivativeAt(1 / f(t), near),
    -DerivativeAt(f(t), near) / f(a) ** 2,
    words="The chain rule: 1/u has slope -1/u^2 at u.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_reciprocal",
)

derivative_of_square = Rule(
    "derivative of a square",
    DerivativeAt(f(t) ** 2, near),
    2 * f(a) * DerivativeAt(f(t), near),
    words="The chain rule: u^2 has slope 2u at u.",
    reference=RULES_OF_DERIVATIVES,
    lemma="derivative_of_square",
)

derivative_of_power = Rule(
    "derivative of a power",
    DerivativeAt(f(t) ** c, near),
    c * f(a) ** (c - 1) * DerivativeAt(f(t), near),
    words="The chain rule: u^c has slope c u^(c - 1) at u > 0.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (44)",
    lemma="derivative_of_power",
)

fundamental_theorem = Rule(
    "fundamental theorem of calculus",
    integral(derivative(f(t), t, A), t, a, b),
    f(b) - f(a),
    words="The integral of a derivative is what the function has gained from the one end to the other.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 6.21",
    lemma="fundamental_theorem",
)

integral_of_multiple = Rule(
    "integral of a multiple",
    integral(c * f(t), t, a, b),
    c * integral(f(t), t, a, b),
    words="A constant factor may be taken out.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 6.12 (a)",
    lemma="integral_of_multiple",
)

below_chord = Rule(
    "a convex function lies below its chords",
    Le(f((1 - c) * a + c * b), (1 - c) * f(a) + c * f(b)),
    S.true,
    (Le(0, c), Le(c, 1), ForAll(Le(0, _second), (u, S.Reals))),
    needs="a second derivative that is nowhere negative, and a weight from 0 to 1",
    words="Where the second derivative is not negative, the slope never falls.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercises 4.23 and 5.14",
    lemma="below_chord",
)

strictly_below_chord = Rule(
    "a strictly convex function lies strictly below its chords",
    Lt(f((1 - c) * a + c * b), (1 - c) * f(a) + c * f(b)),
    S.true,
    (Lt(0, c), Lt(c, 1), Different(a, b), ForAll(Lt(0, _second), (u, S.Reals))),
    needs="a positive second derivative, two points, and a weight between 0 and 1",
    words="Where the second derivative is positive, the slope rises.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercises 4.23 and 5.14",
    lemma="strictly_below_chord",
)


def _by_slope(name: str, lemma: str, domain: Basic) -> Rule:
    slope = derivative(f(t), t, domain, at=s)
    inside = () if domain == S.Reals else (Member(a, domain),)
    return Rule(
        name,
        ArgMin(f(t), (t, domain)),
        FiniteSet(a),
        (*inside, ForAll(Lt(0, (s - a) * slope), (s, Without(domain, a)))),
        needs="a point of the set with negative slopes before it, and positive ones after it",
        words="By the mean value theorem the function falls before the point, and rises after it.",
        reference=MEAN_VALUE,
        lemma=lemma,
    )


stationary_minimiser = Rule(
    "stationary point of a strictly convex function",
    ArgMin(f(t), (t, S.Reals)),
    FiniteSet(a),
    (Equals(derivative(f(t), t, S.Reals, at=a), 0), ForAll(Lt(0, _second), (u, S.Reals))),
    needs="a point with slope 0, and a positive second derivative",
    words="The slope rises, so that it is negative before the point and positive after it.",
    reference=MEAN_VALUE,
    lemma="stationary_minimiser",
)

below_every_other_point = Rule(
    "a stationary point of a strictly convex function lies below every other point",
    Lt(f(a), f(b)),
    S.true,
    (
        Different(a, b),
        Equals(derivative(f(t), t, S.Reals, at=a), 0),
        ForAll(Lt(0, _second), (u, S.Reals)),
    ),
    needs="two points, slope 0 at the first one, and a positive second derivative",
    words="The slope rises, so that the function falls before the point and rises after it.",
    reference=MEAN_VALUE,
    lemma="below_every_other_point",
)

minimiser_on_interval = _by_slope("slopes on an interval", "minimiser_on_interval", Interval.open(b, c))
minimiser_on_half_line = _by_slope("slopes on a half-line", "minimiser_on_half_line", Above(b))
minimiser_on_line = _by_slope("slopes on the line", "minimiser_on_line", S.Reals)
