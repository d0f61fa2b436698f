"""`judge` against known answers, the traps of SymPy, and brute force on random pairs."""

import random

import pytest
from sympy import (
    Abs,
    Add,
    Contains,
    Derivative,
    Eq,
    EulerGamma,
    FiniteSet,
    Float,
    Function,
    I,
    IndexedBase,
    Integer,
    Integral,
    Interval,
    KroneckerDelta,
    Lambda,
    Limit,
    Mul,
    Piecewise,
    Pow,
    Product,
    Rational,
    Sum,
    Symbol,
    airyai,
    binomial,
    cos,
    cosh,
    digamma,
    exp,
    factorial,
    gamma,
    log,
    oo,
    pi,
    sign,
    sinh,
    sqrt,
    symbols,
)

from mlce_sym import ArgMax, ArgMin, CrossEntropy, ForAll, Le, Lt, Member, Verdict, judge
from mlce_sym.border.given import Definition, Given

from .. import random_pairs
from ..brute_force import value
from ..samples import size as of

i, j, k, n, m, theta, a, b = symbols("i j k n m theta a b")
x, y, p = map(IndexedBase, "xyp")
f = Function("f")
in_unit = [theta > 0, theta < 1]
likelihood = Product(theta ** y[i] * (1 - theta) ** (1 - y[i]), (i, 1, n))
log_likelihood = Sum(y[i] * log(theta) + (1 - y[i]) * log(1 - theta), (i, 1, n))

u, c, lam = symbols("u c lambda")
half_line, line = (u, 0, oo), (u, -oo, oo)
weibull = c * u ** (c - 1) * exp(-(u**c))
density = a**b * u ** (b - 1) * exp(-a * u) / gamma(b)
laplace = exp(-Abs(u) / a) / (2 * a)
FIELD = [  # sums, integrals and signs that people meet, with a wrong right side
    (Integral(weibull, half_line), Integer(1), c, [c > 0]),
    (Integral(u * weibull, half_line), gamma(1 + 1 / c), gamma(1 / c), [c > 0]),
    (Integral(a**b / gamma(b) * u ** (-b - 1) * exp(-a / u), half_line), Integer(1), a, [a > 0, b > 0]),
    (
        -Integral(density * log(density), half_line),
        b - log(a) + log(gamma(b)) + (1 - b) * digamma(b),
        b,
        [a > 0, b > 0],
    ),
    (Integral(exp(lam * u) * laplace, line), 1 / (1 - a**2 * lam**2), Integer(1), [a > 0, lam > -1 / a, lam < 1 / a]),
    (Derivative(Sum(theta**k, (k, 0, oo)), theta), Sum(k * theta ** (k - 1), (k, 1, oo)), theta, in_unit),
    (Derivative(Integral(exp(-lam * u), half_line), lam), -1 / lam**2, 1 / lam**2, [lam > 0]),
    (
        Derivative(Integral(exp(lam * u - u**2 / 2), line), lam, 2),
        (1 + lam**2) * sqrt(2 * pi) * exp(lam**2 / 2),
        lam,
        [],
    ),
    (Sum(1 / (k * (k + 1)), (k, 1, oo)), Integer(1), Integer(2), []),
    (Sum(lam ** (2 * k) / factorial(2 * k), (k, 0, oo)), cosh(lam), sinh(lam), []),
    (Sum(exp(-lam) * lam ** (2 * k) / factorial(2 * k), (k, 0, oo)), (1 + exp(-2 * lam)) / 2, exp(-lam), [lam > 0]),
    (gamma(a) * gamma(a + Rational(1, 2)), 2 ** (1 - 2 * a) * sqrt(pi) * gamma(2 * a), gamma(2 * a), [a > 0]),
    (binomial(n, 2), n * (n - 1) / 2, n * (n + 1) / 2, [n >= 0]),
    (log((u**2 + 2 * u + 5) / 2), log(u**2 + 2 * u + 5) - log(2), log(u**2 + 2 * u + 5), []),
    (log(2 * (1 + a**2 - 2 * a * cos(u))), log(2) + log(1 + a**2 - 2 * a * cos(u)), log(2), [a > -1, a < 1]),
    (digamma(2), 1 - EulerGamma, 1 + EulerGamma, []),
]


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, wrong, given", FIELD, ids=range(len(FIELD)))
def test_the_field_s_own_sentences(lhs, rhs, wrong, given):
    assert judge(lhs, rhs, given, seconds=None).status == "proved"
    assert judge(lhs, wrong, given, seconds=None).status == "refuted"


def test_an_index_that_is_compared_with_another_one_is_an_integer_in_its_range():
    chosen, inside = Sum(KroneckerDelta(i, j) * y[i], (i, 1, n)), [j >= 1, j <= n]
    assert judge(Sum(KroneckerDelta(i, j), (i, 1, n)), 1, inside).status == "proved"
    assert str(judge(chosen, y[j], [n >= 1])) == "unknown: it holds where 1 <= j; j <= n, and nothing given says so"
    assert judge(chosen, 2 * y[j], [n >= 1]).status == "refuted"
    assert judge(chosen, y[1], inside).status == "refuted"


def test_what_would_be_enough_for_a_proof_is_named():
    lhs, rhs = binomial(n, k) + binomial(n, k - 1), binomial(n + 1, k)
    assert str(judge(lhs, rhs, [n >= 0])) == "unknown: it holds where k < n + 1; 0 < k, and nothing given says so"
    assert judge(lhs, rhs, [n >= 0, k >= 1, k <= n]).status == "proved"
    assert judge(lhs, binomial(n + 1, k + 1), [n >= 0]).status == "refuted"
    assert "holds" not in judge(lhs, rhs, [n >= 0, k < -1]).reason


def test_a_message_shows_what_people_write():
    found = judge(Derivative(Integral(f(u), (u, 0, a)), a), f(a))
    assert found.status == "unknown" and "Integral(f(u), (u, 0, a)) is smooth in a" in found.reason
    assert "u in (0, a) converges" in found.reason and "Improper" not in found.reason


PROVED = [
    (log(likelihood), log_likelihood, in_unit),
    (log(likelihood), log(theta) * Sum(y[j], (j, 1, n)) + (n - Sum(y[k], (k, 1, n))) * log(1 - theta), in_unit),
    (log(a * b), log(a) + log(b), [a > 0, b > 0]),
    (log(Product(p[i], (i, 1, n))), Sum(log(p[i]), (i, 1, n)), [p[i] > 0]),
    (Sum(x[i], (i, 1, n)), Sum(x[j], (j, 1, n)), []),
    (Sum(x[i], (i, 1, n)), Sum(x[j], (j, 1, n - 1)) + x[n], []),
    (Sum(x[i] * y[j], (i, 1, n), (j, 1, m)), Sum(x[i], (i, 1, n)) * Sum(y[i], (i, 1, m)), []),
    (Sum(f(i, j), (i, 1, n), (j, 1, m)), Sum(f(j, i), (i, 1, m), (j, 1, n)), []),
    (Sum((x[i] - a) ** 2, (i, 1, n)), Sum(x[i] ** 2, (i, 1, n)) - 2 * a * Sum(x[i], (i, 1, n)) + n * a**2, []),
    (Sum(x[i], (i, 1, 0)), Integer(0), []),
    (Product(x[i], (i, 1, 0)), Integer(1), []),
    (log(Product(exp(-x[i]), (i, 1, n))), -Sum(x[i], (i, 1, n)), []),
    (sqrt(a) * sqrt(a), a, [a > 0]),
    (
        CrossEntropy(x[k], p[k], (k, 1, m)),
        -Sum(x[i] * log(p[i]), (i, 1, m)),
        [ForAll(Le(0, x[k]), (k, 1, m)), p[k] > 0],
    ),
    (ArgMax(likelihood, (theta, Interval.open(0, 1))), ArgMax(log_likelihood, (theta, Interval.open(0, 1))), []),
]


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, given", PROVED)
def test_right_identities_are_proved_with_a_theorem(lhs, rhs, given):
    verdict = judge(lhs, rhs, given)
    assert verdict.status == "proved", verdict
    assert (verdict.derivation.lhs, verdict.derivation.rhs) == (lhs, rhs)
    assert verdict.conditions == verdict.derivation.given.hypotheses


REFUTED = [
    (log(likelihood), -log_likelihood, in_unit),
    (log(likelihood), Sum(y[i] * log(theta) + y[i] * log(1 - theta), (i, 1, n)), in_unit),
    (log(Sum(p[i], (i, 1, n))), Sum(log(p[i]), (i, 1, n)), [p[i] > 0]),
    (theta**2, theta, in_unit),
    (f(a + b), f(a) + f(b), []),
    (Sum(x[i], (i, 1, n)), Sum(x[i], (i, 0, n)), []),
    (Sum(x[i], (i, 1, n)) ** 2, Sum(x[i] ** 2, (i, 1, n)), []),
    (sqrt(a**2), a, []),
    (log(a**2), 3 * log(a), [a > 0]),
    (ArgMax(f(a), (a, FiniteSet(0, 1, 2))), ArgMin(f(a), (a, FiniteSet(0, 1, 2))), []),
]


@pytest.mark.parametrize("lhs, rhs, given", REFUTED)
def test_wrong_identities_are_refuted_with_two_values(lhs, rhs, given):
    verdict = judge(lhs, rhs, given)
    assert verdict.status == "refuted", verdict
    assert verdict.values is not None and verdict.values[0] != verdict.values[1]
    assert verdict.counterexample


def test_an_equation_has_both_sides_if_sympy_has_left_it_one():
    assert judge(Eq(log(a * b), log(a) + log(b)), given=[a > 0, b > 0]).status == "proved"
    assert judge(Eq(a, b)).status == "refuted"
    with pytest.raises(TypeError, match=r"^True is no equation: SymPy decided Eq\(…\) before it could be judged; give"):
        judge(Eq(a, a))


def test_a_counterexample_can_be_put_in():
    lhs, rhs = Sum(x[i], (i, 1, n)) ** 2, Sum(x[i] ** 2, (i, 1, n))
    at = judge(lhs, rhs).counterexample
    left, right = (side.subs(n, at[n]).doit().subs(dict(at)) for side in (lhs, rhs))
    assert left.is_Rational and right.is_Rational and left != right


SIMPLIFY_CAPTURES = (
    Sum((p[i] - y[i]) * Sum(y[i], (i, 1, n)), (i, 1, k)),
    Sum((p[i] - y[i]) * y[i], (i, 1, n), (i, 1, k)),
)


def test_the_pair_on_which_simplify_captures_is_refuted():
    env = {n: 2, k: 2, "p": lambda i: (1, 5)[int(i) - 1], "y": lambda i: (2, 3)[int(i) - 1]}
    assert [value(side, env) for side in SIMPLIFY_CAPTURES] == [5, 8]
    assert judge(*SIMPLIFY_CAPTURES).status == "refuted"


NEEDS = [
    (log(a * b), log(a) + log(b), [], "0 < a; 0 < b"),
    (log(a**2), 2 * log(a), [], "0 < a"),
    (log((theta - 1) ** 2), 2 * log(theta - 1), [], "1 < theta"),
    (log(likelihood), log_likelihood, [theta > 0], "theta < 1"),
    (log(likelihood), log_likelihood, [theta > 0, Contains(y[i], FiniteSet(0, 1))], "theta < 1"),
    (Sum(x[i], (i, 1, n)) / n, Sum(x[i] / n, (i, 1, n)), [], "n ≠ 0"),
]


@pytest.mark.parametrize("lhs, rhs, given, missing", NEEDS)
def test_what_holds_only_in_part_is_not_proved_and_the_condition_is_named(lhs, rhs, given, missing):
    verdict = judge(lhs, rhs, given)
    assert verdict.status == "unknown"
    assert verdict.reason == f"it holds where {missing}, and nothing given says so"
    assert verdict.conditions
    assert judge(lhs, rhs, [*given, *verdict.conditions]).status == "proved"


def cancelling(term):
    """What SymPy, asked to evaluate it, makes 1."""
    return Add(term, Mul(-1, term, evaluate=False), 1, evaluate=False)


@pytest.mark.parametrize(
    "term",
    [
        log(theta),
        Sum(1 / k, (k, 1, oo)),
        Sum(log(k * a), (k, 1, n)),
        Integral(exp(k), (k, 0, oo)),
        Integral(1 / k, (k, a, 1)),
        Derivative(log(theta), theta),
        Piecewise((log(theta), theta > 0)),
    ],
)
def test_what_was_built_without_evaluation_is_judged_as_it_stands(term):
    for lhs, rhs in ((cancelling(term), 1), (Mul(0, term, evaluate=False), 0)):
        verdict = judge(lhs, rhs)
        assert verdict.status == "unknown" and "nothing given says so" in verdict.reason
    verdict = judge(cancelling(Integral(exp(-k), (k, 0, oo))), 1)
    assert verdict.status == "proved" and len(str(verdict.theorem)) > 20


def test_factors_that_are_positive_at_the_point_are_so_around_it():
    fraction = log(u / (u + a))
    assert judge(Derivative(fraction, u), 1 / u - 1 / (u + a), [u >= 1, a > 0]).status == "proved"
    assert judge(Derivative(fraction, u), 1 / u - 2 / (u + a), [u >= 1, a > 0]).status == "refuted"
    assert judge(Derivative(log(u * a), u), 1 / u, [u >= 0, a > 0]).status == "unknown"


def test_where_a_side_is_never_defined_the_verdict_says_so():
    verdict = judge(log(a * b), log(a) + log(b), [a < 0, b < 0])
    assert verdict.status == "unknown"
    assert verdict.reason == "the two sides are not both defined: they need 0 < a, and what is given says the opposite"
    for backwards in (Integral(u, (u, 2, 1)), log(a) + 1 / Integral(exp(a * u), (u, 2, 1))):
        verdict = judge(backwards, a)
        assert verdict.status == "unknown" and "they need 2 <= 1" in verdict.reason, verdict


tower = Pow(Pow(3, 10_000, evaluate=False), 10_000, evaluate=False)  # 50 million digits
UNKNOWN = [
    (airyai(a), a, [], "airyai(a) (airyai) is outside the language of theorems"),
    (a, I * a, [], "I (ImaginaryUnit) is outside the language of theorems: its terms are real numbers"),
    (
        a,
        Float("0.5"),
        [],
        "0.500000000000000 (Float) is outside the language of theorems; write an exact number, such as Rational(1, 2)",
    ),
    (
        Limit(a / n, n, oo),
        0,
        [],
        "Limit(a/n, n, oo, dir='-') (Limit) is outside the language of theorems; "
        "write its value, or what holds for each finite number",
    ),
    (a, oo, [], "oo (Infinity) is outside the language of theorems: its terms are real numbers"),
    (
        Product((-1) ** i, (i, 1, n)),
        (-1) ** (n * (n + 1) / 2),
        [n >= 1],
        "the two sides are defined where n*(n + 1)/2 in Integers, and nothing given says so",
    ),
    (sqrt(a), b, [a < 0], "the two sides are not both defined: they need 0 <= a, and what is given says the opposite"),
    (Lambda(a, a), Lambda(b, b), [], "Lambda(_x, _x) is a function, no number; write its value, as f(x)"),
    (
        cos(2 * a),
        2 * cos(a) ** 2 - 1,
        [],
        "the rules do not lead from one side to the other, and no counterexample was found",
    ),
    (
        Sum(2 * cos(2 * x[i]), (i, 1, n)),
        2 * Sum(2 * cos(x[i]) ** 2 - 1, (i, 1, n)),
        [],
        "the rules do not lead from one side to the other, and no counterexample was found; "
        "left: 2*Sum(cos(2*x[i]), i in 1..n), right: (-2)*n + 4*Sum(cos(x[i])**2, i in 1..n), "
        "the difference left over: "
        "(-4)*Sum(cos(x[i])**2, i in 1..n) + 2*n + 2*Sum(cos(2*x[i]), i in 1..n)",
    ),
    (log(Add(a, tower, evaluate=False), evaluate=False), a, [], "a number in it would be too long to write"),
    (a, b, [airyai(a) > 0], "airyai(a) (airyai) is outside the language of theorems"),
    (a, b, [a < oo], "oo (Infinity) is outside the language of theorems: its terms are real numbers"),
    (a, b, [a > b, False], "one of the assumptions is false"),
    (
        Symbol("z", imaginary=True),
        a,
        [],
        "z is not assumed to be a real number, and only real numbers are spoken of here",
    ),
    (
        Sum(x[i], (i, 1, n)) + x[i],
        a,
        [x[i] > 0],
        "i is an index and also free: rename one of them, so that 0 < x[i] has one meaning",
    ),
]


@pytest.mark.parametrize("lhs, rhs, given, reason", UNKNOWN)
def test_what_is_not_understood_or_not_decided_is_unknown_with_the_reason(lhs, rhs, given, reason):
    verdict = judge(lhs, rhs, given)
    assert (verdict.status, verdict.reason) == ("unknown", reason)


def test_assumptions_of_symbols_count_and_those_that_no_hypothesis_says_forbid_a_refutation():
    t = Symbol("t", positive=True)
    assert judge(log(t * t), 2 * log(t)).status == "proved"
    assert judge(log(a * t), log(a) + log(t), [a > 0]).status == "proved"
    e = Symbol("e", even=True)
    assert judge((-1) ** e, Integer(1)).status == "proved"  # by SymPy, on construction
    assert judge(e**2, e).reason.endswith("no counterexample is sought, for no hypothesis can say e: even=True")
    assert judge(Symbol("q", integer=True) * Rational(1, 2), Rational(1, 2)).status == "refuted"


def test_symbols_with_assumptions_are_judged_like_plain_ones_and_named_as_they_were():
    sd, size, rate = Symbol("sd", positive=True), Symbol("n", integer=True, positive=True), Symbol("r", real=True)
    bell = exp(-((u - rate) ** 2) / (2 * sd**2)) / sqrt(2 * pi * sd**2)
    assert judge(Integral(bell, line), 1).status == "proved"
    assert judge(Integral(u * bell, line), rate).status == "proved"
    proved = judge(Derivative(log(f(rate)), rate), Derivative(f(rate), rate) / f(rate), [f(rate) > 0])
    assert proved.status == "proved" and any(rate in one.free_symbols for one in proved.conditions)
    refuted = judge(Sum(sd, (i, 1, size)), size * sd + 1)
    assert refuted.status == "refuted" and set(refuted.counterexample) == {sd, size}
    g, data = Function("g", positive=True), IndexedBase("w", shape=(size,))
    refuted = judge(Sum(data[i], (i, 1, size)), g(sd))
    assert {getattr(one, "base", one.func) for one in refuted.counterexample} == {data, g, Symbol}
    assert judge(f(rate), f(Symbol("r"))).status == "refuted"  # two symbols of one name


@pytest.mark.parametrize("name", ["i", "E", "S", "lambda", "I", "pi", "N", "O", "Q", "x'", "θ", "y_{i}", "Sum"])
def test_no_name_of_a_symbol_has_a_meaning(name):
    s = Symbol(name)
    assert judge(log(s**2), 2 * log(s), [s > 0]).status == "proved"
    assert judge(s + 1, s).status == "refuted"
    assert judge(Sum(x[s], (s, 1, n)), Sum(x[k], (k, 1, n))).status == "proved"


def test_two_symbols_of_one_name_are_two_symbols():
    plain, positive = Symbol("s"), Symbol("s", positive=True)
    verdict = judge(plain, positive)
    assert verdict.status == "refuted" and verdict.reason.endswith("(two different names print as s)")
    assert set(verdict.counterexample) == {plain, positive}
    assert judge(log(positive), log(positive)).status == "proved"


def test_what_is_presumed_of_a_bound_variable_has_to_follow_from_where_it_ranges():
    """SymPy has made Σ_t t of Σ_t |t| already, and 0 of a Kronecker delta."""
    t, e, s = Symbol("t", positive=True), Symbol("t", even=True), Symbol("t", nonzero=True)
    wrong = [
        (Integral(Abs(t), (t, -1, 1)), 0),
        (Sum((-1) ** e, (e, 1, 3)), 3),
        (Sum(KroneckerDelta(s, 0), (s, -2, 2)), 0),
    ]
    right = [(Integral(sqrt(t**2), (t, -1, 1)), 1), (a + Sum((-1) ** e, (e, 1, 3)), a - 1)]
    for lhs, rhs in (*wrong, *right):
        verdict = judge(lhs, rhs)
        assert verdict.status == "unknown" and verdict.reason.startswith(("SymPy presumes t", "SymPy presumes 0 < t"))
    assert judge(Sum(Abs(t), (t, 1, n)), n * (n + 1) / 2, [n >= 1]).status == "proved"
    assert judge(Integral(t, (t, k, 2 * k)), 3 * k**2 / 2, [k > 0]).status == "proved"


def test_logarithms_of_odds_of_two_weighted_masses():
    """r is the posterior probability of the first of two Poisson distributions, at k."""
    one, other = theta * a**k * exp(-a), (1 - theta) * b**k * exp(-b)
    odds, positive = one / (one + other), [*in_unit, a > 0, b > 0]
    wanted = log(theta / (1 - theta)) + k * log(a / b) - (a - b)
    assert judge(log(odds / (1 - odds)), wanted, positive).status == "proved"
    assert judge(log(odds / (1 - odds)), wanted - 2 * a, positive).status == "refuted"
    assert judge(log(1 - odds), log(other) - log(one + other), positive).status == "proved"
    assert judge(log(b**k - theta * b**k), k * log(b) + log(1 - theta), [b > 0, theta < 1]).status == "proved"
    assert judge(log(b**k - theta * b**k), k * log(b) + log(1 - theta), [b > 0]).status == "unknown"


def test_equations_that_are_given_are_used():
    assert judge(x[1], 5, [Eq(x[1], 5)]).status == "proved"
    assert judge(Sum(x[i], (i, 1, n)), x[1] + x[2], [Eq(n, 2)]).status == "proved"
    assert judge(Sum(y[i], (i, 1, n)), n, [Eq(y[i], 1)]).status == "proved"
    assert judge(a, b, [Eq(a**2, b**2)]).status == "refuted"


def test_a_range_that_cannot_be_is_not_assumed():
    verdict = judge(Sum(1, (i, 1, n)), n, [n < 0])
    assert (verdict.status, verdict.reason) == ("unknown", "a range needs 0 <= n, and what is given says the opposite")


@pytest.mark.parametrize(
    "lhs, rhs, given, assumed",
    [
        (Sum(a, (i, 1, Rational(7, 2))), a * Rational(7, 2), [], "7/2 in Integers"),
        (Sum(a, (i, 1, n)), a * n, [Eq(n, Rational(1, 2))], "n = 1/2; n in Integers"),
        (Sum(a, (i, 1, n)), a * n, [n > 0, n < 1], "0 < n; n < 1; n in Integers"),
        (a, a, [a < 0, a > 0], "a < 0; 0 < a"),
    ],
)
def test_nothing_is_proved_from_what_cannot_be(lhs, rhs, given, assumed):
    verdict = judge(lhs, rhs, given)
    assert verdict.status == "unknown"
    assert verdict.reason == f"no values were found that meet what is assumed: {assumed}"


def test_the_words_of_a_verdict_say_what_it_rests_on():
    assert str(judge(a + a, 2 * a)) == "proved: by the kernel"
    assert str(judge(Sum(1, (i, 1, n)), n)) == "proved: by the kernel, where n in Integers; 0 <= n"


def test_one_relation_need_not_be_in_a_list():
    assert judge(log(a * a), 2 * log(a), a > 0).status == "proved"


def test_edges():
    assert judge(Sum(x[i], (i, 1, 1)), x[1]).status == "proved"
    assert judge(Product(a, (i, 1, 1)), a).status == "proved"
    assert judge(log(Product(p[i], (i, 1, n))), Integer(0), [p[i] > 0, Contains(n, FiniteSet(0))]).status != "refuted"
    assert judge(Sum(1, (i, 1, n)), n).status == "proved"
    assert judge(theta ** y[i], Integer(1), [Member(y[i], FiniteSet(0)), Lt(0, theta)]).status != "refuted"


@pytest.mark.slow
@pytest.mark.long
def test_random_pairs_never_get_a_wrong_verdict():
    """More of them are tried by `python -m tests.random_pairs`."""
    statuses = set()
    for number in range(of(200)):
        rng = random.Random(f"suite-{number}")
        tried = random_pairs.case(rng)
        verdict = judge(tried.left, tried.right, tried.given)
        assert not random_pairs.mistake(tried, verdict, rng), (number, str(tried), verdict)
        statuses.add(verdict.status)
    assert statuses == {"proved", "refuted", "unknown"}


def test_brute_force_notices_a_wrong_verdict():
    """An equation that does not hold, a term that is not defined everywhere, a counterexample that is none."""
    rng, proved = random.Random(0), Verdict("proved", "")
    pair = random_pairs.Case
    for left, right in (
        (Sum(x[i], (i, 1, n)), Sum(x[i], (i, 1, m))),
        (log(a), log(a)),
        (a ** (i - k), a ** (i - k)),
        (Sum(1 / i, (i, 1, oo)), Sum(1 / i, (i, 1, oo))),
        (Derivative(Abs(a), a), sign(a)),
    ):
        assert random_pairs.mistake(pair(left, right), proved, rng, tries=40)
    counterexample = Verdict("refuted", "", counterexample={n: Integer(0)})
    left = Sum(x[i], (i, 1, n))
    assert random_pairs.mistake(pair(left, left), counterexample, rng)
    assert not random_pairs.mistake(pair(log(a), log(a)), Verdict("proved", "", (Lt(0, a),)), rng)


def test_an_error_of_sympy_s_own_is_unknown_with_its_reason_and_one_of_ours_is_seen(monkeypatch):
    monkeypatch.setattr("mlce_sym.verdicts.judge.proved", lambda *_: Integer([]))
    found = judge(log(a**2), 2 * log(a), given=[a > 0])
    assert found.status == "unknown" and found.reason.startswith("SymPy fails in the search for a proof: TypeError: ")
    monkeypatch.setattr("mlce_sym.verdicts.judge.proved", lambda *_: [][0])
    with pytest.raises(IndexError):
        judge(log(a**2), 2 * log(a), given=[a > 0])


def test_without_values_a_proof_alone_is_looked_for():
    assert judge((a + b) ** 2, a**2 + 2 * a * b + b**2, values=False).status == "proved"
    assert judge(a * b, 2 * a, values=False).status == "unknown"
    assert judge(a * b, 2 * a).status == "refuted"


def test_what_is_defined_is_so_in_a_counterexample():
    given = Given((), (Definition(f(b), 2 * b),))
    assert judge(f(a), 2 * a, given).status != "refuted"
    assert judge(f(a), 3 * a, given).status == "refuted"
