"""What is dropped of −log f: exact terms, the factor, and that nothing is lost."""

import random

import pytest
from sympy import Eq, I, Lt, Rational, exp, expand_log, log, pi, simplify, sqrt, symbols

from mlce_sym.border.nodes import Cases
from mlce_sym.losses.split import Parts, Unsupported, parts

y, a, b, k, v = symbols("y a b k v", positive=True)  # positive, so that SymPy can say whether two terms are equal


@pytest.mark.parametrize(
    "density, wanted, loss, factor, constant",
    [
        (a * exp(-a * y), (a,), a * y - log(a), 1, 0),
        (a * b * exp(-a * y), (a,), a * y - log(a), 1, -log(b)),
        (exp(-((y - a) ** 2) / (2 * v)) / sqrt(2 * pi * v), (a,), (y - a) ** 2, 1 / (2 * v), log(2 * pi * v) / 2),
        (a**k * y ** (k - 1) * exp(-a * y), (a,), a * y - k * log(a), 1, (1 - k) * log(y)),
        (a**k * y ** (k - 1) * exp(-a * y), (a, k), a * y - k * log(a) - k * log(y), 1, log(y)),
        (exp(-2 * a * y) * a**4, (a,), a * y - 2 * log(a), 2, 0),
        (exp(-3 * a * y) * a**4, (a,), 3 * a * y - 4 * log(a), 1, 0),
        (exp(-k * a * y) * a**k, (a,), a * y - log(a), k, 0),
        (exp(a * y), (a,), -a * y, 1, 0),
        (sqrt(2 / pi) * exp(-a * y) / sqrt(k), (a,), a * y, 1, log(pi * k / 2) / 2),
    ],
)
def test_the_parts_of_a_density(density, wanted, loss, factor, constant):
    assert parts(density, wanted, {y}) == Parts(loss, factor, constant)


def test_cases_leave_what_is_constant_in_each_of_them():
    cases = Cases(Eq(y, 0), 1 - a, a * b * y)
    found = parts(cases, (a,), {y})
    assert found.loss == Cases(Eq(y, 0), -log(1 - a), -log(a))
    assert found.constant == Cases(Eq(y, 0), 0, -log(b) - log(y))
    within = Cases(Eq(y, 1), b, cases)
    assert parts(within, (a,), {y}).constant == Cases(Eq(y, 1), -log(b), found.constant)
    assert parts(Cases(Lt(y, a), a, a * b), (a,), {y}).constant == 0  # it moves with a


def test_a_minus_sign_stays_with_what_is_negative():
    z, s = symbols("z s")
    assert parts((-z / s) ** k, (s,), {z}, {z}) == Parts(log(s), k, -k * log(-z))
    assert parts((-z / s) ** k, (s,), {z}).constant.has(I)  # of z nothing is said


def test_the_parts_make_up_the_whole_of_random_products():
    chosen = random.Random(5)
    pieces = (
        a**k,
        y**b,
        exp(-a * y),
        exp(-((y - b) ** 2) / v),
        sqrt(v),
        1 / (2 * pi),
        1 / (a + y),
        k**v,
        Rational(3, 7),
    )
    for _ in range(25):
        density = 1
        for piece in chosen.sample(pieces, 4):
            density *= piece ** chosen.choice((1, 1, -1, 2))
        if not density.free_symbols & {a, k}:
            continue
        found = parts(density, (a, k), {y})
        whole = found.factor * found.loss + found.constant + log(density)
        assert simplify(expand_log(whole, force=True)) == 0, density
        assert not found.factor.free_symbols & {a, k, y} and not found.constant.free_symbols & {a, k}
        assert found.factor.is_positive


@pytest.mark.parametrize("density", [exp(-y), b * exp(-b * y), 1 / (1 + b)])
def test_a_density_without_the_parameter_is_refused(density):
    with pytest.raises(Unsupported, match="does not depend on a"):
        parts(density, (a,), {y})
