"""Rules of arg max and arg min, as equalities of sets, over an arbitrary set A.

An arg set may be empty, or hold many points; no rule assumes that an optimum exists.
"""

from sympy import Abs, Basic, FiniteSet, Function, Interval, S, Sum, log, symbols

from ..border.nodes import Above, ArgMax, ArgMin, Cases, Different, Equals, ForAll, Le, Lt, Member, Without, derivative
from ..border.rule import Rule

A, a, b, c, i, n, s, t, u = symbols("A a b c i n s t u")
f, g = Function("f"), Function("g")

ORDER = "Boyd and Vandenberghe, Convex Optimization, 4.1.3 (equivalent problems)"

argmax_of_log = Rule(
    "log is strictly increasing",
    ArgMax(log(f(t)), (t, A)),
    ArgMax(f(t), (t, A)),
    (ForAll(Lt(0, f(t)), (t, A)),),
    needs="a positive function",
    words="log u < log v if and only if u < v, for u, v > 0, so the same points are optimal.",
    reference=ORDER,
    lemma="argmax_of_log",
)

argmax_of_negative = Rule(
    "arg max of the negative",
    ArgMax(-f(t), (t, A)),
    ArgMin(f(t), (t, A)),
    words="A change of sign reverses the order.",
    reference=ORDER,
    lemma="argmax_of_negative",
)

argmax_of_shifted = Rule(
    "a constant changes no optimum",
    ArgMax(c + f(t), (t, A)),
    ArgMax(f(t), (t, A)),
    words="Adding the same number everywhere keeps the order.",
    reference=ORDER,
    lemma="argmax_of_shifted",
)

argmin_of_shifted = Rule(
    "a constant changes no minimiser",
    ArgMin(c + f(t), (t, A)),
    ArgMin(f(t), (t, A)),
    words="Adding the same number everywhere keeps the order.",
    reference=ORDER,
    lemma="argmin_of_shifted",
)

argmin_of_scaled = Rule(
    "a positive factor changes no optimum",
    ArgMin(c * f(t), (t, A)),
    ArgMin(f(t), (t, A)),
    (Lt(0, c),),
    needs="a positive factor",
    words="Multiplication by a positive number keeps the order.",
    reference=ORDER,
    lemma="argmin_of_scaled",
)

argmin_of_square = Rule(
    "least squares and least absolute values",
    ArgMin(f(t) ** 2, (t, A)),
    ArgMin(Abs(f(t)), (t, A)),
    words="Since u^2 < v^2 if and only if |u| < |v|.",
    reference=ORDER,
    lemma="argmin_of_square",
)


def _monotone(name: str, lemma: str, domain: Basic, falls: bool = False) -> Rule:
    slope = derivative(g(u), u, domain, at=s)
    sign, order = ("negative", "falls, so it reverses") if falls else ("positive", "rises, so it keeps")
    return Rule(
        name,
        ArgMin(g(f(t)), (t, A)),
        (ArgMax if falls else ArgMin)(f(t), (t, A)),
        (
            *(() if domain == S.Reals else (ForAll(Member(f(t), domain), (t, A)),)),
            ForAll(Lt(slope, 0) if falls else Lt(0, slope), (s, Without(domain, c))),
        ),
        needs=f"values in the set, and a slope that is {sign} there, but for one point",
        words=f"By the mean value theorem the outer function {order} the order.",
        reference=f"{ORDER}; Rudin, Principles of Mathematical Analysis, 3rd edition, 5.10",
        lemma=lemma,
    )


rising_on_line = _monotone("rising on the line", "rising_on_line", S.Reals)
rising_on_half_line = _monotone("rising on a half-line", "rising_on_half_line", Above(a))
rising_on_interval = _monotone("rising on an interval", "rising_on_interval", Interval.open(a, b))
falling_on_half_line = _monotone("falling on a half-line", "falling_on_half_line", Above(a), falls=True)

unique_minimiser = Rule(
    "unique minimiser",
    ArgMin(f(t), (t, A)),
    FiniteSet(a),
    (Member(a, A), ForAll(Lt(f(a), f(t)), (t, Without(A, a)))),
    needs="a point of the set with a value below all others",
    words="No other point attains the least value.",
    reference="definition of arg min",
    lemma="unique_minimiser",
)

not_a_minimiser = Rule(
    "a better point",
    Member(a, ArgMin(f(t), (t, A))),
    S.false,
    (Member(b, A), Lt(f(b), f(a))),
    needs="a point of the set with a smaller value",
    words="A minimiser has no point below it.",
    reference="definition of arg min",
    lemma="not_a_minimiser",
)

every_point_is_beaten = Rule(
    "every point is beaten",
    ArgMin(f(t), (t, A)),
    S.EmptySet,
    (ForAll(Member(g(t), A), (t, A)), ForAll(Lt(f(g(t)), f(t)), (t, A))),
    needs="for every point of the set another one with a smaller value",
    words="A minimiser has no point below it.",
    reference="definition of arg min",
    lemma="every_point_is_beaten",
)

equally_good = Rule(
    "a point with the same value",
    Member(b, ArgMin(f(t), (t, A))),
    Member(a, ArgMin(f(t), (t, A))),
    (Member(a, A), Member(b, A), Equals(f(a), f(b))),
    needs="two points of the set with the same value",
    words="Whatever has no point below it shares that with every point of the same value.",
    reference="definition of arg min",
    lemma="equally_good",
)

as_good_as_a_minimiser = Rule(
    "as good as a minimiser",
    Member(b, ArgMin(f(t), (t, A))),
    Le(f(b), f(a)),
    (Member(a, ArgMin(f(t), (t, A))), Member(b, A)),
    needs="a minimiser, and a point of the set",
    words="A point is a minimiser just if its value is not above the least one.",
    reference="definition of arg min",
    lemma="as_good_as_a_minimiser",
)

sample_quantile = Rule(
    "a sample quantile",
    Le(
        Sum(b * Abs(f(i) - a) + c * (f(i) - a), (i, 1, n)),
        Sum(b * Abs(f(i) - t) + c * (f(i) - t), (i, 1, n)),
    ),
    S.true,
    (
        Le(0, b),
        Le(2 * b * Sum(Cases(Lt(f(i), a), 1, 0), (i, 1, n)), (b + c) * n),
        Le(2 * b * Sum(Cases(Lt(a, f(i)), 1, 0), (i, 1, n)), (b - c) * n),
    ),
    needs="a number with few enough others below it, and few enough above it",
    words="One above a adds b + c to the slope before it, one below takes b - c away; and after it as well.",
    reference="Koenker, Quantile Regression, 1.3",
    lemma="sample_quantile",
)

member_without_a_point = Rule(
    "member of a set without a point",
    Member(a, Without(A, b)),
    Member(a, A),
    (Different(a, b),),
    needs="another point than the one that is taken away",
    words="All other points stay in the set.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.3",
    lemma="member_without_a_point",
)

no_least_number = Rule(
    "an open interval has no least number",
    ArgMin(t, (t, Interval.open(a, b))),
    S.EmptySet,
    words="Between the lower end and any number of the interval lies a smaller one.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.20",
    lemma="no_least_number",
)

no_greatest_number = Rule(
    "an open interval has no greatest number",
    ArgMax(t, (t, Interval.open(a, b))),
    S.EmptySet,
    words="Between any number of the interval and the upper end lies a greater one.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.20",
    lemma="no_greatest_number",
)
