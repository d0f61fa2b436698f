"""Cases: SymPy's `Piecewise` judged against other forms, and what must not be proved of it."""

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from sympy import (
    Abs,
    Contains,
    Derivative,
    Eq,
    FiniteSet,
    Function,
    IndexedBase,
    Integer,
    Integral,
    Interval,
    KroneckerDelta,
    Max,
    Min,
    Ne,
    Piecewise,
    Rational,
    S,
    Sum,
    exp,
    factorial,
    log,
    sign,
    symbols,
)

from mlce_sym import judge, prove
from mlce_sym.evaluate.numeric import check_document
from mlce_sym.prompt.prove import verify
from mlce_sym.reading.back.readback import installed, read_back
from mlce_sym.writers import latex_terms, text_terms

a, b, d, i, k, n, p, q, t, u, x, y = symbols("a b d i k n p q t u x y")
rate, label = symbols("lambda label")
Y, f = IndexedBase("y"), Function("f")


def cases(*rows):
    return Piecewise(*rows, evaluate=False)


pinball = cases((p * u, u >= 0), ((p - 1) * u, True))
huber = cases((u**2 / 2, Abs(u) <= d), (d * (Abs(u) - d / 2), True))
inflated = cases((q + (1 - q) * exp(-rate), Eq(y, 0)), ((1 - q) * exp(-rate) * rate**y / factorial(y), True))
MIXED = [q > 0, q < 1, rate > 0, y >= 0]

PROVED = [
    (cases((x, x >= 0), (-x, True)), Abs(x), []),
    (cases((x, x > y), (y, True)), Max(x, y), []),
    (cases((x, x < y), (y, True)), Min(x, y), []),
    (cases((1, x > 0), (0, Eq(x, 0)), (-1, True)), sign(x), []),
    (
        cases((-log(q), Eq(label, 1)), (-log(1 - q), Eq(label, 0))),
        -label * log(q) - (1 - label) * log(1 - q),
        [q > 0, q < 1, Contains(label, FiniteSet(0, 1))],
    ),
    (pinball, Max(p * u, (p - 1) * u), [p > 0, p < 1]),
    (huber, Min(Abs(u), d) * (Abs(u) - Min(Abs(u), d) / 2), [d > 0]),
    (huber, cases((u**2 / 2, Contains(u, Interval(-d, d))), (d * Abs(u) - d**2 / 2, True)), [d > 0]),
    (cases((1, Eq(x, y)), (0, True)), KroneckerDelta(x, y), []),
    (cases((0, Ne(x, y)), (1, True)), KroneckerDelta(x, y), []),
    (cases((1, x > 0), (1, x <= 0)), Integer(1), []),
    (cases((1, Contains(x, FiniteSet(2, 3))), (0, True)), cases((1, Eq(x, 2) | Eq(x, 3)), (0, True)), []),
    (cases((a, ~(x > 0)), (b, True)), cases((b, x > 0), (a, True)), []),
    (cases((a, x < 1), (b, x < 2), (0, True)), cases((a, x < 1), (b, (x >= 1) & (x < 2)), (0, True)), []),
    (log(cases((exp(-x), x >= 0), (0, True))), -x, [x >= 0]),
    (log(inflated), cases((log(q + (1 - q) * exp(-rate)), Eq(y, 0)), (log(inflated.args[1][0]), True)), MIXED),
    (Sum(pinball.xreplace({u: Y[i]}), (i, 1, n)) / n, Sum(Max(p * Y[i], (p - 1) * Y[i]), (i, 1, n)) / n, [n >= 1]),
    (Sum(cases((1, Eq(Y[i], k)), (0, True)), (i, 1, n)), Sum(KroneckerDelta(Y[i], k), (i, 1, n)), []),
    (Derivative(cases((t**2, Eq(y, 1)), (t, True)), t), cases((2 * t, Eq(y, 1)), (1, True)), []),
    (Max(x, y, p, u), Max(Max(x, y), Max(p, u), evaluate=False), [x < p, y < p]),
]


@pytest.mark.slow
@pytest.mark.parametrize("case", PROVED, ids=range(len(PROVED)))
def test_what_is_equal_in_each_case_is_proved_and_replayed(case):
    assert judge(*case).status == "proved"
    certificate = prove(*case).certificate
    verify(certificate)
    assert check_document(certificate).unevaluated == ()


REFUTED = [
    (pinball, Max(p * u, (1 - p) * u), [p > 0, p < 1]),
    (cases((x, x > 0), (-x, True)), x, []),
    (cases((1, x > 0), (2, x > -1), (0, True)), cases((2, x > -1), (1, x > 0), (0, True)), []),  # in order
    (Sum(cases((1, i <= 1), (0, True)), (i, 1, n)), n, [n >= 0]),
    (huber, Min(u**2, d**2) / 2, [d > 0]),
    (Max(x, y, p, u), Max(Max(x, y), Min(p, u), evaluate=False), []),
]


@pytest.mark.parametrize("case", REFUTED, ids=range(len(REFUTED)))
def test_what_differs_in_one_case_is_refuted(case):
    assert judge(*case).status == "refuted"


UNKNOWN = [
    (cases((1, x > 0), (1, x < 0)), Integer(1), [], "x < 0"),  # at 0 no case holds
    (cases((1, 1 / x > 0), (1, True)), Integer(1), [], "x ≠ 0"),  # the condition itself is undefined at 0
    (cases((log(x), y > 0), (0, True)), cases((log(x), y > 0), (0, True)) + 0 * y, [], "0 < x"),
    (Derivative(cases((t**2, t > 0), (-(t**2), True)), t), 2 * Abs(t), [], "smooth"),
    (Derivative(cases((1, t > 0), (0, True)), t), Integer(0), [], "smooth"),
    (Integral(cases((1, t > 0), (0, True)), (t, -1, 1)), Integer(1), [], "converges"),
    (Sum(cases((1, i > 0)), (i, 0, n)), n, [n >= 0], "0 < i"),
    (cases((1, Contains(x, S.Integers))), Integer(1), [], "x in Integers"),
    (cases((a, Sum(1 / k, (k, x, 3)) > 0), (a, True)), a, [], "x"),
]


@pytest.mark.parametrize("case", UNKNOWN, ids=range(len(UNKNOWN)))
def test_what_cannot_be_decided_is_said(case):
    *equation, said = case
    verdict = judge(*equation)
    assert verdict.status == "unknown" and said in verdict.reason


def test_what_one_case_needs_is_not_said_of_both_sides():
    verdict = judge(cases((log(x), y > 0), (0, True)), 0 * exp(y), [x < 0])
    assert verdict.status == "unknown" and "not both defined" not in verdict.reason


@pytest.mark.slow
@pytest.mark.skipif(not installed(), reason="latex2sympy2 is not installed")
def test_what_is_printed_of_cases_is_read_back():
    for case in PROVED[13], PROVED[17]:
        assert read_back(prove(*case).certificate) > 5


def test_what_is_known_of_an_outer_variable_is_not_known_of_a_bound_one():
    """In the case i > 2 the i of the sum is another one."""
    inner = Sum(cases((1, i > 2), (0, True)), (i, 1, 3))
    assert judge(cases((inner, i > 2), (1, True)), Integer(1)).status == "proved"
    assert judge(cases((inner, i > 2), (1, True)), cases((3, i > 2), (1, True))).status == "refuted"


NUMBERS = st.integers(-2, 2)
CONDITIONS = st.tuples(st.sampled_from((Eq, Ne, lambda u, v: u < v, lambda u, v: u <= v)), st.sampled_from((x, y)))


@pytest.mark.slow
@settings(max_examples=15, deadline=None, database=None)
@drawn(st.lists(st.tuples(NUMBERS, CONDITIONS, NUMBERS), min_size=1, max_size=3), NUMBERS, NUMBERS, NUMBERS)
def test_random_cases_are_what_sympy_says_at_numbers(rows, last, at_x, at_y):
    whole = cases(*((value, relation(name, bound)) for value, (relation, name), bound in rows), (last, True))
    here = whole.subs({x: at_x, y: at_y})
    assert judge(whole, here, [Eq(x, at_x), Eq(y, at_y)]).status == "proved"
    assert judge(whole, here + Rational(1, 2), [Eq(x, at_x), Eq(y, at_y)]).status == "refuted"


def test_how_cases_are_written():
    data = ["Cases", ["Lt", "x", 0], ["Mul", -1, "x"], ["Cases", ["Lt", "x", 1], "x", ["Undefined"]]]
    assert latex_terms.term(data) == r"\begin{cases} -x & \text{if } x < 0 \\ x & \text{if } x < 1 \end{cases}"
    assert text_terms.term(data) == "{−x if x < 0; x if x < 1}"
    assert text_terms.term(["Pow", ["Cases", ["Eq", "x", 0], 1, "y"], 2]) == "({1 if x = 0; y otherwise})²"
