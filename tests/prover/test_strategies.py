"""What each way proves, and what none may."""

import pytest
from sympy import (
    Abs,
    Contains,
    Derivative,
    Eq,
    FiniteSet,
    IndexedBase,
    Max,
    Min,
    Ne,
    Piecewise,
    Product,
    Range,
    Rational,
    S,
    Sum,
    Symbol,
    binomial,
    cosh,
    exp,
    factorial,
    gamma,
    log,
    polygamma,
    sign,
    sinh,
    symbols,
    tanh,
)

from mlce_sym import judge, prove
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Cases, Equals
from mlce_sym.prover.hypotheses import assumed
from mlce_sym.prover.strategies import (
    Goal,
    by_cases,
    by_deltas,
    by_denominators,
    by_factors,
    by_induction,
    by_logarithms,
    by_terms,
    by_values,
)

a, b, k, m, n, s, t, theta, x, y, z = symbols("a b k m n s t theta x y z")
i, j = symbols("i j")
Y = IndexedBase("y")
LABEL, SIGNED = [Contains(y, FiniteSet(0, 1))], [Contains(y, FiniteSet(-1, 1))]

SIGNS = Product(Y[i] ** 3, (i, 1, n))
SHIFTED, APART = Sum(Y[i] + x, (i, 1, n)), n * x + Sum(Y[i], (i, 1, n))
BELOW = [n >= 1, Ne(SHIFTED, 0), Ne(APART, 0)]
TRUE = {
    by_factors: [
        (SIGNS * Product(exp(-a * Y[i]), (i, 1, n)), SIGNS * exp(-a * Sum(Y[i], (i, 1, n))), [n >= 1]),
        (SIGNS * Product(theta, (i, 1, n)) * a, SIGNS * theta**n * a, [theta > 0, n >= 1]),
    ],
    by_denominators: [
        (a / SHIFTED, a / APART, BELOW),
        (Sum(x * Y[i], (i, 1, n)) / SHIFTED**2, x * Sum(Y[i], (i, 1, n)) / APART**2, BELOW),
    ],
    by_logarithms: [
        (Product(theta ** Y[i], (i, 1, n)), theta ** Sum(Y[i], (i, 1, n)), [theta > 0]),
        (Product(a / 2 * exp(-a * Y[i]), (i, 1, n)), (a / 2) ** n * exp(-a * Sum(Y[i], (i, 1, n))), [a > 0]),
        (exp(a + b * log(x)), x**b * exp(a), [x > 0]),
        (Product(i, (i, 1, n)), factorial(n), [n >= 1]),
        (Product(a + i, (i, 0, n - 1)), gamma(a + n) / gamma(a), [a > 0, n >= 1]),
        (Product(n - i, (i, 0, m - 1)), factorial(n) / factorial(n - m), [m >= 0, n >= m]),
    ],
    by_values: [
        (y**2, y, LABEL),
        (a**y * b ** (1 - y), y * a + (1 - y) * b, [*LABEL, a > 0, b > 0]),
        (-y / (1 + exp(y * s)), 1 / (1 + exp(-s)) - (1 + y) / 2, SIGNED),
        (y**3, y, [Contains(y, FiniteSet(-1, 0, 1))]),
        (y * (y - 2) * (y - 5), S.Zero, [Contains(y, FiniteSet(0, 2, 5))]),
        ((y - 1) * (y - 2) * (y - 3), S.Zero, [Contains(y, Range(1, 4))]),
        (Y[1] ** 2, Y[1], [Contains(Y[1], FiniteSet(0, 1))]),
        (y**2 * m, y * m, [*LABEL, Contains(m, FiniteSet(0, 1))]),
    ],
    by_terms: [
        (
            Sum(Y[i] ** 2, (i, 1, n)),
            Sum(Y[j], (j, 1, n)),
            [Contains(Y[i], FiniteSet(0, 1)), Contains(Y[j], FiniteSet(0, 1))],
        ),
        (Sum(Y[i] ** 2, (i, 1, n)), n, [Contains(Y[i], FiniteSet(-1, 1))]),
        (a * Sum(Y[i] ** 4, (i, 1, n)), a * Sum(Y[i] ** 2, (i, 1, n)), [Contains(Y[i], FiniteSet(-1, 0, 1))]),
    ],
    by_cases: [
        (Abs(z) ** 2, z**2, []),
        (Max(a, b), (a + b + Abs(a - b)) / 2, []),
        (Max(a, b) + Min(a, b), a + b, []),
        (log(1 + exp(z)), Max(z, 0) + log(1 + exp(-Abs(z))), []),
        (z * sign(z), Abs(z), []),
    ],
    by_deltas: [
        (Sum(Cases(Equals(i, k), Y[i], 0), (i, 1, n)), Y[k], [k >= 1, k <= n]),
    ],
    by_induction: [
        (Sum(i, (i, 1, n)), n * (n + 1) / 2, [n >= 1]),
        (Sum(i**3, (i, 1, n)), Sum(i, (i, 1, n)) ** 2, [n >= 0]),
        (Sum(a**i, (i, 0, n)), (1 - a ** (n + 1)) / (1 - a), [a > 0, a < 1, n >= 1]),
        (Sum(1 / (i * (i + 1)), (i, 1, n)), n / (n + 1), [n >= 1]),
        (Sum(i, (i, m, n)), (n - m + 1) * (n + m) / 2, [m >= 0, n >= m]),
        (Sum(binomial(i, m), (i, m, n)), binomial(n + 1, m + 1), [m >= 0, n >= m]),
    ],
}


@pytest.mark.parametrize("way, case", [(way, case) for way, cases in TRUE.items() for case in cases])
def test_each_way_leads_to_its_theorems(way, case):
    lhs, rhs, given = case
    known = assumed(given, lhs, rhs).given
    found = next(way(Goal(lhs, rhs, known)))
    assert (found.lhs, found.rhs, found.given) == (lhs, rhs, known)


@pytest.mark.slow
@pytest.mark.parametrize("way, case", [(way, case) for way, cases in TRUE.items() for case in cases])
def test_no_way_leads_to_what_is_a_little_off(way, case):
    lhs, rhs, given = case
    known = assumed(given, lhs, rhs).given
    for wrong in (rhs + 1, 2 * rhs + 1, rhs - 3):
        assert next(way(Goal(lhs, wrong, known)), None) is None
        assert judge(lhs, wrong, given).status == "refuted"


def test_a_case_that_is_missing_is_missed():
    """Two of the three signs, one of the two values, the step but not the beginning."""
    assert judge(Abs(z), z).status == "refuted"
    assert next(by_cases(Goal(Abs(z), z, Given())), None) is None
    assert next(by_cases(Goal(sign(z) ** 2, z / z, Given())), None) is None
    assert next(by_values(Goal(y**2, y, assumed(SIGNED, y).given)), None) is None
    assert next(by_values(Goal(y, 2 * y, assumed(LABEL, y).given)), None) is None
    assert judge(Sum(Piecewise((Y[i], Eq(i, k)), (0, True)), (i, 1, n)), Y[k], [n >= 1]).status == "refuted"  # k > n
    off = Sum(i, (i, 1, n)) + 1
    assert next(by_induction(Goal(off, n * (n + 1) / 2, assumed([n >= 1], off).given)), None) is None


def test_induction_begins_where_what_is_given_begins():
    assert judge(Sum(i, (i, 2, n)), n * (n + 1) / 2 - 1, [n >= 2]).status == "proved"


PROVED = [
    (log(1 - 1 / (1 + exp(-z))), -log(1 + exp(z)), []),
    (log((exp(z) + exp(-z)) / 2), z + log(1 + exp(-2 * z)) - log(2), []),
    (tanh(z), 2 / (1 + exp(-2 * z)) - 1, []),
    (cosh(z) ** 2 - sinh(z) ** 2, 1, []),
    (k * binomial(n, k), n * binomial(n - 1, k - 1), [k >= 1, n >= k]),
    (gamma(a + 3), (a + 2) * (a + 1) * a * gamma(a), [a > 0]),
    (gamma(Rational(1, 2) + 2), Rational(3, 4) * gamma(Rational(1, 2)), []),
    (log(1 + exp(-(2 * y - 1) * z)), log(1 + exp(z)) - y * z, LABEL),
    (y**3, y, [Contains(y, FiniteSet(-1, 0, 1))]),
    (Sum(Y[i] ** 2, (i, 1, n)), n, [Contains(Y[i], FiniteSet(-1, 1))]),
    (log(y * a + (1 - y) * b), y * log(a) + (1 - y) * log(b), [*LABEL, a > 0, b > 0]),
    (Sum((i - (n + 1) / 2) ** 2, (i, 1, n)) / n, (n**2 - 1) / 12, [n >= 1]),
    (Sum(1 / i, (i, 1, n)), polygamma(0, n + 1) - polygamma(0, 1), [n >= 1]),
    (Sum(Piecewise((Y[i], i <= k), (0, True)), (i, 1, n)), Sum(Y[i], (i, 1, k)), [k >= 1, n >= k]),
    (Y[k], Sum(Piecewise((Y[i], Eq(i, k)), (0, True)), (i, 1, n)), [k >= 1, k <= n]),
    (Sum(Piecewise((Y[i], Ne(i, k)), (a, True)), (i, 1, n)), Sum(Y[i], (i, 1, n)) + a - Y[k], [k >= 1, k <= n]),
    (Sum(Sum(Y[i], (i, 1, j)), (j, 1, n)), Sum((n + 1 - i) * Y[i], (i, 1, n)), [n >= 1]),  # by induction, n outside
    (Sum((1 - a) * a ** (k - i), (i, 1, k)), 1 - a**k, [a > 0, k >= 1]),  # counted upwards first
]


@pytest.mark.parametrize("lhs, rhs, given", PROVED)
def test_what_people_write_is_proved_and_its_document_checked(lhs, rhs, given):
    assert judge(lhs, rhs, given).status == "proved"
    if lhs != rhs:
        assert "Checked" in str(prove(lhs, rhs, given).report)
    assert judge(lhs, rhs + 1, given).status == "refuted"


def test_lemmas_stand_before_the_theorem_that_rests_on_them():
    theorems = prove(Max(z, 0), (z + Abs(z)) / 2).certificate["theorems"]
    assert [t["role"] for t in theorems] == ["lemma", "lemma", "theorem"]
    assert [t["name"] for t in theorems] == ["lemma-1", "lemma-2", "theorem"]
    assert theorems[0]["hypotheses"] == [["Lt", 0, "z"]]


def test_a_name_that_is_taken_is_not_taken_again():
    t = Symbol("t")
    assert judge(Abs(t) + Abs(z), Abs(z) + Max(t, -t)).status == "proved"


@pytest.mark.parametrize(
    "lhs, rhs",
    [
        (Sum(i**3, (i, 1, n)), Sum(i, (i, 1, n)) ** 2),  # an induction within an induction within one
        *((Sum(i, (i, 1, k)), k * (k + 1) / 2) for k in [Symbol("k", nonnegative=True, integer=True)]),
        *((Abs(t) + t, 2 * Max(t, 0)) for t in [Symbol("t", real=True)]),
    ],
)
def test_lemmas_of_lemmas_are_met_and_names_with_assumptions_are_told_apart(lhs, rhs):
    assert "Checked" in str(prove(lhs, rhs).report)


def test_a_number_is_no_sum_over_an_empty_range():
    lhs = Sum(Y[i], (i, n, n - 1)) + n
    assert not list(by_terms(Goal(lhs, S.Zero, assumed([n >= 1], lhs, S.Zero).given)))


@pytest.mark.slow
def test_slopes_are_worked_out_before_the_terms_of_sums_are_compared():
    """Of Σ [y log p + (1 − y) log(1 − p)], p = 1/(1 + e^−wx): SymPy cancels in it, and the kernel does not."""
    w, u = Symbol("w"), IndexedBase("u")
    p = 1 / (1 + exp(-w * u[i]))
    loss = Sum(Y[i] * log(p) + (1 - Y[i]) * log(1 - p), (i, 1, n))
    slope = Sum((Y[i] - p) * u[i], (i, 1, n))
    assert judge(Derivative(loss, w), slope).status == "proved"
    assert judge(Derivative(loss / n, w), slope / n, [n >= 1]).status == "proved"
    assert judge(Derivative(loss, w), -slope).status == "refuted"
    assert prove(Derivative(loss, w), slope).certificate
