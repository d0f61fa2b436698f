"""Which infinite sums and integrals are seen to converge, and which are not claimed to."""

import pytest

from mlce_sym.logic.definedness import follows, undefined
from mlce_sym.logic.given import assumed


def add(*parts):
    return ("Add", *parts)


def mul(*parts):
    return ("Mul", *parts)


def power(a, b):
    return ("Pow", a, b)


def exp(a):
    return ("exp", a)


def less(a, b):
    return ("Lt", a, b)


def minus(a):
    return mul(-1, a)


ZERO, ONE, LINE, HALF_LINE, UNIT = ("From", 0), ("From", 1), "Reals", ("Above", 0), ("Interval", 0, 1)
A, B, T = less(0, "a"), less(0, "b"), (less(0, "t"), less("t", 1))
K, U = "k", "u"
FACTORIAL = power(("factorial", K), -1)
BETA = mul(power(U, add("a", -1)), power(add(1, minus(U)), add("b", -1)))
GAMMA = mul(power(U, add("a", -1)), exp(mul(-1, "b", U)))
F_U = ("Apply", "f", U)
LOG_CK2 = ("log", power(K, K))
LOG_U_SQUARED = power(("log", U), 2)
KUMARASWAMY = mul(power(U, add("a", -1)), power(add(1, minus(power(U, "a"))), add("b", -1)))
BELOW_1, WHOLE_C = (less(-1, "a"), less("a", 1)), ("Member", "c", ("From", 1))

SEEN = [
    ((A,), ZERO, mul(power("a", K), FACTORIAL)),
    ((A,), ZERO, mul(power(K, 2), exp(minus("a")), power("a", K), exp(mul("s", K)), FACTORIAL)),
    (T, ZERO, power("t", K)),
    (T, ONE, mul(K, "t", power(add(1, minus("t")), add(K, -1)))),
    (T, ZERO, mul(("binomial", add(K, "r", -1), K), power("t", K))),
    (T, ONE, mul(power("t", K), power(K, -1))),
    (T, ZERO, mul(("log", ("factorial", K)), power("t", K))),
    ((), ONE, power(K, -2)),
    ((), ONE, power(mul(K, add(K, 1)), -1)),
    ((less(1, "s"),), ONE, power(K, minus("s"))),
    ((), LINE, exp(mul(("Rational", -1, 2), power(U, 2)))),
    ((A,), LINE, mul(U, exp(mul(-1, power(add(U, minus("m")), 2), power("a", -2))))),
    ((A,), LINE, exp(mul(-1, ("abs", add(U, minus("m"))), power("a", -1)))),
    ((), LINE, power(add(1, power(U, 2)), -1)),
    ((), LINE, mul(exp(minus(U)), power(add(1, exp(minus(U))), -2))),
    ((A, B), HALF_LINE, GAMMA),
    ((A, B), HALF_LINE, mul(GAMMA, ("log", U))),
    ((A,), HALF_LINE, mul("a", exp(mul(-1, "a", U)), ("log", mul("a", exp(mul(-1, "a", U)))))),
    ((A, B), UNIT, BETA),
    (T, ZERO, mul(power("t", K), ("log", mul(power("t", K), add(1, minus("t")))))),
    # with another variable
    ((A,), HALF_LINE, mul(power(U, "s"), exp(mul(-1, "a", LOG_U_SQUARED)))),
    ((), HALF_LINE, power(mul(U, add(1, LOG_U_SQUARED)), -1)),
    ((), LINE, mul(U, exp(add(minus(U), minus(exp(minus(U))))))),
    ((B,), LINE, exp(add(mul(-1, U, power("b", -1)), minus(exp(mul(-1, U, power("b", -1))))))),
    ((A, B), HALF_LINE, exp(add(mul("b", U), mul(-1, "a", exp(mul("b", U)))))),
    # powers that are no integers, where they are 0 and at infinity
    ((A, B), UNIT, KUMARASWAMY),
    ((A, B), UNIT, mul(KUMARASWAMY, ("log", U))),
    ((A, B), UNIT, mul(KUMARASWAMY, ("log", add(1, minus(power(U, "a")))))),
    ((B,), ("Interval", -1, 1), power(add(1, minus(power(U, 2))), add("b", -1))),
    ((), UNIT, power(add(U, minus(power(U, 2))), ("Rational", -1, 2))),
    ((A, B), HALF_LINE, mul(power(U, add("a", -1)), power(add(1, power(U, "a")), add(minus("b"), -1)))),
    ((A, B), UNIT, mul(BETA, ("log", add(1, minus(U))))),
    ((), UNIT, ("log", U)),
    ((), UNIT, power(U, ("Rational", -1, 2))),
    ((), UNIT, power(add(U, power(U, ("Rational", 1, 2))), -1)),
    ((less("a", "b"),), ("Interval", "a", "b"), mul(U, power(add("b", minus("a")), -1))),
    ((A, less(0, "m")), ("Above", "m"), power(U, add(minus("a"), -1))),
    ((), ("Below", "b"), exp(U)),
    ((("Converges", "v", UNIT, ("Apply", "f", "v")),), UNIT, add(U, mul("c", F_U))),
    ((less(1, "s"),), HALF_LINE, power(add(1, U), minus("s"))),
    ((less(1, "s"), A), HALF_LINE, power(add(1, mul("a", power(U, 2))), minus("s"))),
    ((A,), ONE, mul(power(K, -3), ("log", power("a", K)))),
    ((less(0, "t"), less(add("a", ("log", "t")), 0)), ZERO, mul(exp(mul("a", K)), power("t", K))),
    ((less(0, "s"), less(0, "t"), less(mul("s", "t"), 1)), ZERO, mul(power("s", K), power("t", K))),
    ((), ("Interval", 1, 2), power(("log", add(1, U)), -2)),
    ((*BELOW_1, WHOLE_C), ZERO, power("a", mul("c", K))),
    ((*BELOW_1, WHOLE_C, B), ZERO, mul(exp(mul(-1, "b", K)), power("a", mul("c", K)))),
    (
        (A, B),
        HALF_LINE,
        mul(power(mul(U, power("b", -1)), add("a", -1)), exp(minus(power(mul(U, power("b", -1)), "a")))),
    ),
    ((A,), HALF_LINE, mul(("log", mul(power(U, "a"), exp(minus(power(U, "a"))))), exp(minus(power(U, "a"))))),
    ((A, B), HALF_LINE, mul(power(U, add(minus("a"), -1)), exp(mul(-1, "b", power(U, -1))))),
    ((A, less("a", 1)), HALF_LINE, exp(add(power(U, "a"), minus(U)))),
    ((A, B), HALF_LINE, mul(("log", GAMMA), GAMMA)),
    ((), ZERO, mul(power("a", mul(2, K)), power(("factorial", mul(2, K)), -1))),
    ((), ZERO, mul(power(3, K), power(("factorial", K), 2), power(("factorial", mul(2, K)), -1))),
]
OVER_POWER = power(("factorial", K), minus("b"))
SEEN += [  # Conway and Maxwell's series, its derivatives, and what cancels
    ((A, B), ZERO, mul(power("a", K), OVER_POWER)),
    ((A, B), ZERO, mul(K, power("a", K), OVER_POWER)),
    ((A, B), ZERO, mul(("log", ("factorial", K)), power("a", K), OVER_POWER)),
    (T, ZERO, mul(power("t", K), power(("factorial", K), "b"), power(("gamma", add(K, 1)), minus("b")))),
    ((less(1, "b"),), ZERO, mul(power("a", K), OVER_POWER, ("factorial", K))),
]
BELL = exp(minus(power(U, 2)))
SEEN += [  # as over the line, and as what is larger far out
    ((), ("Below", "t"), exp(add(minus(U), minus(exp(minus(U)))))),
    ((), LINE, mul(("max", 0, U), BELL)),
    ((), HALF_LINE, exp(minus(("max", 1, U)))),
    ((), LINE, exp(("min", U, minus(U)))),
]
OVER_SUM = power(add("a", "b"), -1)  # brought to one fraction, it has powers of 1 - u below the line
SEEN.append(((A, B), UNIT, add(mul(-2, "a", OVER_SUM, U, BETA), mul(power(U, 2), BETA), mul(power(OVER_SUM, 2), BETA))))
NOT_SEEN = [
    ((A,), ZERO, mul(power("a", K), OVER_POWER)),
    ((A, ("Le", 0, "b")), ZERO, mul(power("a", K), OVER_POWER)),
    ((A, B), ZERO, mul(power("a", K), power(OVER_POWER, -1))),
    ((A, B), ZERO, mul(power("a", K), OVER_POWER, ("factorial", K))),
    ((A, B), ZERO, mul(power("a", power(K, 2)), OVER_POWER)),
    ((*T, ("Le", 0, "b")), ZERO, mul(power("t", K), OVER_POWER)),  # but not beside b = 0
    ((A,), HALF_LINE, exp(mul("a", LOG_U_SQUARED))),
    ((), ("Below", "t"), exp(add(minus(U), exp(minus(U))))),
    ((), HALF_LINE, exp(minus(("min", 1, U)))),
    ((), LINE, exp(minus(("max", U, minus(1))))),
    ((), LINE, exp(("max", U, minus(U)))),
    (T, ZERO, mul(power("t", K), ("log", add(power("t", K), minus("t"))))),
    ((), UNIT, mul(power(U, -1), ("log", add(U, minus(U))))),
    ((), HALF_LINE, mul(power(U, -1), exp(minus(power(("log", U), 3))))),
    ((), LINE, exp(add(minus(U), exp(minus(U))))),
    ((), LINE, exp(minus(exp(minus(U))))),
    ((A,), UNIT, KUMARASWAMY),
    ((B,), UNIT, KUMARASWAMY),
    ((A, B), UNIT, mul(KUMARASWAMY, power(U, minus("a")))),
    ((A, B), UNIT, power(add(1, power(U, minus("a"))), add("b", -1))),
    ((A,), UNIT, power(add(power(U, "a"), -1), -1)),
    ((), UNIT, power(add(1, mul(-2, U), power(U, 2)), ("Rational", -1, 2))),
    ((A,), HALF_LINE, mul(power(U, "a"), power(add(1, power(U, "a")), -2))),
    ((A, B), HALF_LINE, mul(power(U, "a"), power(add(1, power(U, "a")), minus("b")))),
    ((A,), UNIT, add(BETA, power(U, -1))),
    ((A, B), UNIT, add(power(U, -1), BETA)),
    ((A,), ZERO, power("a", K)),
    ((), ONE, power(K, -1)),
    ((A,), ONE, power(K, minus("a"))),
    (T, ZERO, mul(LOG_CK2, power("t", K))),
    ((A,), ZERO, mul(("factorial", K), power("a", K))),
    ((A,), LINE, exp(mul(-1, "a", U))),
    ((B,), HALF_LINE, GAMMA),
    ((A,), HALF_LINE, GAMMA),
    ((A,), UNIT, BETA),
    ((), HALF_LINE, ("log", U)),
    ((), UNIT, power(U, -1)),
    ((("Le", 0, "c"),), LINE, power(add(1, mul("c", power(U, 2))), -1)),
    ((), UNIT, F_U),
    ((), UNIT, ("KroneckerDelta", U, 0)),
    ((), "S", exp(minus(power(U, 2)))),
    ((("Converges", "v", UNIT, ("Apply", "f", "v")),), HALF_LINE, F_U),
    ((("Converges", "v", UNIT, ("Apply", "f", "v")),), UNIT, power(F_U, 2)),
    ((), ZERO, exp(mul(-1, K, power(add(1, K), -1)))),
    ((less(1, "s"), ("Le", 0, "c")), HALF_LINE, power(add(1, mul("c", U)), minus("s"))),
    ((A,), ONE, mul(power(K, -2), ("log", power("a", K)))),
    ((less(0, "t"), ("Le", add("a", ("log", "t")), 0)), ZERO, mul(exp(mul("a", K)), power("t", K))),
    ((less(0, "s"), less(0, "t"), ("Le", mul("s", "t"), 1)), ZERO, mul(power("s", K), power("t", K))),
    ((), ("Interval", 1, 2), power(("log", U), -1)),
    ((), UNIT, power(("sin", U), -1)),
    ((less("a", 1), WHOLE_C), ZERO, power("a", mul("c", K))),
]


def statement(domain, body):
    return ("Converges", K if domain in (ZERO, ONE) else U, domain, body)


@pytest.mark.parametrize("given, domain, body", SEEN)
def test_what_converges_is_seen_to(given, domain, body):
    assert follows(assumed(given, ()), statement(domain, body))


RATIO = mul(("gamma", K), FACTORIAL)  # which is 1/k
SEEN += [
    ((), ONE, mul(RATIO, power(K, -1))),
    ((), HALF_LINE, mul(("abs", add(power(U, 2), minus(U))), exp(minus(U)))),
]
NOT_SEEN += [
    ((), ONE, RATIO),
    # (c u)^a is c^a u^a, and c^a may be less than 1/2
    (
        (A, less(0, "c"), less("c", ("Rational", 1, 4))),
        HALF_LINE,
        exp(add(mul(("Rational", 1, 2), power(U, "a")), minus(power(mul("c", U), "a")))),
    ),
    ((A,), HALF_LINE, exp(add(power(U, "a"), minus(U)))),  # a may be 2, or 1
    ((), HALF_LINE, exp(minus(power(U, "a")))),  # a may be 0
    ((B,), HALF_LINE, mul(power(U, add(minus("a"), -1)), exp(mul(-1, "b", power(U, -1))))),
    ((A, B), HALF_LINE, mul(power(U, -1), exp(mul("b", power(U, -1))), exp(minus(U)))),
    ((A,), ("Below", 0), exp(minus(power(U, 3)))),
    ((), ZERO, mul(power(4, K), power(("factorial", K), 2), power(("factorial", mul(2, K)), -1))),
    ((), ZERO, mul(power(2, K), power(("factorial", mul(2, K)), -1), ("factorial", mul(2, K)))),
    ((), UNIT, mul(power(U, -1), ("log", exp(power(U, -1))))),
    # the end c may be 0, or a point beside which the exponential is bounded
    (
        (("Le", 0, "c"), less("c", 1)),
        ("Interval", "c", 1),
        mul(exp(minus(power(U, -1))), power(add(U, minus("c")), -2)),
    ),
    # a power of which the sign is not known is no part of what a logarithm is below
    ((less("a", add("s", -1)),), ("Above", 1), mul(power(U, minus("s")), ("log", mul(3, power(2, power(U, "a")))))),
    ((less(-1, add("a", "b")),), UNIT, ("log", mul(power(2, power(U, "a")), power(3, power(U, "b"))))),
    (
        (less("a", add("s", -3)),),
        ONE,
        mul(power(K, minus("s")), ("log", mul(("factorial", K), power(2, power(K, "a"))))),
    ),
]


@pytest.mark.parametrize("given, domain, body", NOT_SEEN)
def test_what_may_diverge_is_not(given, domain, body):
    assert not follows(assumed(given, ()), statement(domain, body))


def test_an_infinite_sum_or_integral_is_defined_where_it_converges():
    nothing = assumed((), ())
    of_power = ("ImproperIntegral", U, UNIT, power(U, -1))
    assert undefined(nothing, of_power) == ("Converges", *of_power[1:])
    assert undefined(nothing, ("Sum", K, ONE, power(K, -1))) == ("Converges", K, ONE, power(K, -1))
    assert undefined(nothing, ("Sum", K, ONE, power(K, -2))) is None
    assert undefined(nothing, ("Sum", K, ("From", "m"), 0)) == ("Member", "m", "Integers")
    assert undefined(nothing, ("ImproperIntegral", U, ("Interval", "a", "b"), U)) == ("Le", "a", "b")


UNIT, LEFT, F_U = ("Interval", 0, 1), ("Interval", -1, 0), ("Apply", "f", "u")
FLAT_AT_0 = (("Smooth", "u", "Reals", F_U), ("ForAll", "u", LEFT, ("Lt", 0, F_U)), ("Lt", 0, ("Apply", "f", -1)))


AWAY = ("abs", ("Add", "u", ("Rational", -1, 2)))


@pytest.mark.parametrize(
    "statement, hypotheses",
    [
        (("Converges", "k", ("From", 0), ("Pow", -2, "k")), ()),
        (("Converges", "k", ("From", 0), ("Pow", "a", "k")), (("Lt", "a", 0),)),
        (("Converges", "k", ("From", 0), ("Pow", "a", "k")), (("Lt", "a", 1),)),
        (("Converges", "k", ("From", 1), ("Mul", ("Pow", -1, "k"), ("Pow", "k", -1))), ()),
        (
            ("Converges", "u", UNIT, ("log", F_U)),  # f may be exp(−1/u²), and 0 at 0
            (("Smooth", "u", "Reals", F_U), ("ForAll", "u", UNIT, ("Lt", 0, F_U)), ("Lt", 0, ("Apply", "f", 1))),
        ),
        (("Converges", "u", UNIT, F_U), (("Smooth", "u", UNIT, F_U),)),
        (("Converges", "u", LEFT, ("Pow", F_U, "u")), FLAT_AT_0),  # exp(−1/u²)^u is exp(−1/u)
        (("Converges", "u", LEFT, ("log", ("Pow", F_U, "u"))), FLAT_AT_0),
        (
            ("Converges", "u", UNIT, ("Pow", ("Add", ("Pow", "u", "a"), ("Pow", "u", "b")), -1)),
            (("Lt", 0, "a"), ("Lt", 0, "b")),  # they may be 1
        ),
        (
            (
                "Converges",
                "u",
                UNIT,
                (
                    "Pow",
                    ("Add", ("exp", minus(("Pow", "u", -1))), ("exp", ("Mul", -2, ("Pow", "u", -1)))),
                    -1,
                ),
            ),
            (),
        ),
        (("Converges", "u", UNIT, ("digamma", ("Add", 1, ("Mul", -1, ("sign", "u")), "u"))), ()),
        (("Converges", "u", UNIT, ("Pow", ("Add", "u", ("Pow", 0, "u")), -1)), ()),  # 0^u is 1 at 0 and 0 beside it
        (("Converges", "u", UNIT, ("Pow", ("Add", AWAY, ("Pow", 0, AWAY)), -1)), ()),
    ],
    ids=str,
)
def test_what_looks_small_and_need_not_converge(statement, hypotheses):
    """A base that may be negative, functions that differ at an end from what they are beside it, and powers, which are
    positive beside an end and have no value there."""
    assert not follows(assumed(hypotheses, ()), statement)


def test_a_question_about_an_end_inside_of_another_has_another_name_for_it():
    at_end = assumed((("Eq", "#end", 0),), ())  # as while a body is asked for that is an integral itself
    assert not follows(at_end, ("Converges", "u", UNIT, ("Pow", ("Add", 1, minus("u")), -1)))
