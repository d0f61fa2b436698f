"""Powers of any base: what holds where the exponent is an integer, and what does not hold elsewhere."""

import pytest
from sympy import (
    Abs,
    Contains,
    Function,
    Integer,
    Mul,
    Ne,
    Pow,
    Product,
    Rational,
    S,
    Sum,
    binomial,
    cosh,
    exp,
    factorial,
    log,
    oo,
    sqrt,
    symbols,
)

from mlce_sym import judge
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Le, Lt, Member
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.powers import apart, further

a, b, c, k, m, n, r, x, y, z = symbols("a b c k m n r x y z")
f = Function("f")
WHOLE = tuple(Member(name, S.Integers) for name in (k, m, n))
NONZERO = (Different(x, 0), Different(y, 0))
whole = [Contains(name, S.Integers) for name in (k, m, n)]
nonzero = [Ne(x, 0), Ne(y, 0)]

APART = [
    ((), sqrt(a**2), Abs(a)),
    ((), (a**4) ** Rational(3, 2), a**6),
    ((Lt(0, b),), Pow(0, b, evaluate=False), Integer(0)),
    (WHOLE, Integer(-1) ** (2 * k + 1), Integer(-1)),
    (WHOLE, Integer(-1) ** (3 * k - 2 * n), Integer(-1) ** k),
    ((*WHOLE, *NONZERO), (x * y) ** k, x**k * y**k),
    ((*WHOLE, Le(0, k)), (x * y) ** k, x**k * y**k),
    ((*WHOLE, *NONZERO), Pow(x**k, m, evaluate=False), x ** (k * m)),
    ((*WHOLE, Le(0, k)), Pow(x**2, k, evaluate=False), x ** (2 * k)),
    ((*WHOLE, *NONZERO), Abs(x) ** (2 * k), x ** (2 * k)),
    ((*WHOLE, *NONZERO), sqrt(x ** (2 * k)), Abs(x) ** k),
    ((Le(0, x), Lt(0, y), Lt(0, a)), (x * y) ** a, x**a * y**a),
    ((*WHOLE, Le(0, x), Le(0, y)), sqrt(x * y), sqrt(x) * sqrt(y)),
]


@pytest.mark.parametrize("said, power, wanted", APART)
def test_powers_are_taken_apart(said, power, wanted):
    assert apart(reflexivity(Given(said), power)).rhs == wanted


@pytest.mark.parametrize(
    "said, power",
    [
        ((Lt(0, x),), Pow(x**a, b, evaluate=False)),
        (WHOLE, Integer(-1) ** k),
    ],
)
def test_what_is_no_whole_power_stays(said, power):
    assert further(reflexivity(Given(said), power)) is None


PROVED = [
    (sqrt(a**2), Abs(a), []),
    (sqrt(a**-2), 1 / Abs(a), [Ne(a, 0)]),
    (sqrt(a**2 / b**2), Abs(a / b), [Ne(b, 0)]),
    (sqrt(a**2 * c - 2 * a * b * c + b**2 * c), Abs(a - b) * sqrt(c), [c > 0]),
    (sqrt(exp(2 * x) + 2 + exp(-2 * x)), exp(x) + exp(-x), []),
    (sqrt(c) * sqrt(a**2 * b**2), Abs(a * b * sqrt(c)), [c > 0]),
    (sqrt(x * y**2 / y**4), sqrt(x) / Abs(y), [x > 0, Ne(y, 0)]),
    ((1 / (x * y) ** 2) ** a, Abs(x) ** (-2 * a) * Abs(y) ** (-2 * a), [Ne(x, 0), Ne(y, 0)]),
    (x * x**k, x ** (k + 1), [*whole, Ne(x, 0)]),
    (x * x**k, x ** (k + 1), [*whole, k >= 0]),
    ((-x) ** (2 * k + 1), -(x ** (2 * k + 1)), [*whole, Ne(x, 0)]),
    (log(x ** (2 * k)), 2 * k * log(Abs(x)), [*whole, Ne(x, 0)]),
    (log(1 / b**2), -2 * log(Abs(b)), [Ne(b, 0)]),
    (log(a / b**4), log(a) - 4 * log(Abs(b)), [a > 0, Ne(b, 0)]),
    (log(z**4), 4 * log(-z), [z < 0]),
    (Product(x, (k, 1, n)), x**n, [n >= 0]),
    (Product(-k * x, (k, 1, n)), (-x) ** n * factorial(n), [n >= 0]),
    (Sum(x**k, (k, 0, n)), (1 - x ** (n + 1)) / (1 - x), [n >= 0, Ne(x, 1)]),
    (Sum((-1) ** k * binomial(n, k), (k, 0, n)), 0, [n >= 1]),
    (Sum((-1) ** k * x**k, (k, 0, oo)), 1 / (1 + x), [Abs(x) < 1]),
    (Sum((-x) ** k / factorial(k), (k, 0, oo)), exp(-x), []),
    (Sum((-1) ** (k + 1) * x**k / k, (k, 1, oo)), log(1 + x), [x > -1, x < 1]),
    (Sum(r ** (2 * k), (k, 0, oo)), 1 / (1 - r**2), [r > -1, r < 1]),
    (log(1 - r**2), log(1 - r) + log(1 + r), [r > -1, r < 1]),
    (log(r**2 + 2 * r + 1), 2 * log(r + 1), [r > 0]),
    (log(1 + exp(x)) + log(1 + exp(-x)), 2 * log(2 * cosh(x / 2)), []),
    (Product(f(k + 1) / f(k), (k, 1, n)), f(n + 1) / f(1), [f(k) > 0, n >= 1]),
    (Product(f(k) / f(k + 1), (k, 1, n)), f(1) / f(n + 1), [f(k) > 0, f(k + 1) > 0, n >= 1]),
]


@pytest.mark.parametrize("left, right, given", PROVED)
def test_judge_proves(left, right, given):
    assert judge(left, right, given).status == "proved"


REFUTED = [
    (sqrt(a**2), a, []),
    (sqrt(a**-2), 1 / a, [Ne(a, 0)]),
    (sqrt(a**2 * b**2), Abs(a) * b, []),
    (sqrt(a**2 + 2 * a * b + b**2), a + b, []),
    ((-x) ** k, x**k, [*whole, Ne(x, 0)]),
    (sqrt(x ** (2 * k)), x**k, [*whole, Ne(x, 0)]),
    (Integer(-1) ** k, 1, whole),
    (Sum((-1) ** k * binomial(n, k), (k, 0, n)), 0, [n >= 0]),  # at n = 0 it is 1
    (Sum((-x) ** k / factorial(k), (k, 0, oo)), exp(x), []),
    (Sum((-1) ** k * x**k / k, (k, 1, oo)), log(1 + x), [x > -1, x < 1, Ne(x, 0)]),
]


@pytest.mark.parametrize("left, right, given", REFUTED)
def test_judge_refutes(left, right, given):
    assert judge(left, right, given).status == "refuted"


NOT_PROVED = [
    (x * x**k, x ** (k + 1), whole),  # at x = 0 and k = -1 the left side has no value
    (Mul(x**k, x ** (-k), evaluate=False), 1, whole),
    (Pow(x**a, b, evaluate=False), x ** (a * b), []),
    (0**b, 0, [b >= 0]),
    (Sum(x**k, (k, 0, oo)), 1 / (1 - x), [x < 1]),
    (Sum(x**k, (k, 0, oo)), 1 / (1 - x), [x >= -1, x < 1]),
]


@pytest.mark.parametrize("left, right, given", NOT_PROVED)
def test_what_need_not_hold_is_not_proved(left, right, given):
    assert judge(left, right, given).status != "proved"
