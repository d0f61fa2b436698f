"""Ways in which something false could be asserted: each is refused, unknown, or one clear line."""

import itertools

import pytest
from sympy import (
    Abs,
    Add,
    Array,
    Basic,
    Contains,
    Derivative,
    FiniteSet,
    Function,
    IndexedBase,
    Interval,
    KroneckerDelta,
    Lambda,
    Max,
    Min,
    Mul,
    Pow,
    Rational,
    S,
    Sum,
    Symbol,
    airyai,
    evaluate,
    exp,
    log,
    oo,
    polylog,
    sqrt,
    symbols,
)

from mlce_sym import MlceError, Rule, Smooth, back, chain, judge, prove, rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import (
    Above,
    ArgMax,
    Between,
    Different,
    Entropy,
    Equals,
    ForAll,
    IndexRange,
    Le,
    Lt,
    Member,
    Near,
    Without,
    derivative,
    integral,
)

i, j, k, n, t, x, y, D = symbols("i j k n t x y D")
f, g, p, q = Function("f"), Function("g"), IndexedBase("p"), IndexedBase("q")
NO_NUMBERS = {
    "an equation": Equals(x, 1),
    "an order": Lt(x, 1),
    "a quantified proposition": ForAll(Lt(0, p[i]), (i, 1, n)),
    "true": S.true,
    "false": S.false,
    "a membership": Member(x, S.Reals),
    "a finite set": FiniteSet(1, 2),
    "an interval": Interval.open(0, 1),
    "all reals": S.Reals,
    "the integers": S.Integers,
    "the empty set": S.EmptySet,
    "a range": IndexRange(1, n),
    "a set without a point": Without(S.Reals, 0),
    "a half-line": Above(0),
    "a neighbourhood": Near(S.Reals, 0),
    "a closed interval": Between(0, 1),
    "an arg max": ArgMax(t, (t, S.Reals)),
    "infinity": oo,
    "undefined": S.NaN,
    "complex": S.ImaginaryUnit,
    "a float": S(0.5) * 1.0,
}


@pytest.mark.parametrize("value", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_a_name_for_numbers_stands_for_numbers(value):
    """Of a rule, of a definition, and in a body that a Lambda binds."""
    bound = back(rules.empty_sum, f=Lambda(i, value), l=1)
    for attack in (
        lambda: chain(S.Zero).by(bound),
        lambda: chain(S.Zero).by(back(rules.empty_product, f=Lambda(i, value), l=1)),
        lambda: chain(f(2), Given((), (Definition(f(x), value),))).unfold(f),
        lambda: chain(y, Given((), (Definition(y, value),))).unfold(y),
        lambda: chain(p[1], Given((), (Definition(p[i], value),))).unfold(p),
    ):
        with pytest.raises(MlceError):
            attack()


@pytest.mark.parametrize("value", [Lambda((i, j), p[i]), Lambda((i, j), i + j), x, p[1]], ids=str)
def test_a_function_has_as_many_arguments_as_its_name(value):
    with pytest.raises((MlceError, ValueError)):
        chain(S.Zero).by(back(rules.empty_sum, f=value, l=1))


def unevaluated():
    """A node of every head with another number of arguments than the language says, or parts of another kind."""
    with evaluate(False):
        yield from (log(x, 2), log(8, 2), KroneckerDelta(i, j, k), Pow(x - x, -1), Pow(0, 0), Pow(0, -1))
        yield from (
            Basic.__new__(Add, x, Equals(x, 1)),
            Basic.__new__(Mul, x, FiniteSet(1)),
            Basic.__new__(log, S.Reals),
        )
    yield from (Array([1, 0])[i], IndexedBase(p[i])[1], IndexedBase(Array([1]))[0], p[i, 1] * p[1])
    yield from (f(x) * f(x, y), f(x) * Symbol("f"), p[1] * Symbol("p"), f(x) * IndexedBase("f")[1])
    yield from (
        polylog(2, x),
        airyai(x),
        S(2) ** 0.5,
        Interval(0, 1),
        S.ComplexInfinity,
        S.NaN,
        Symbol("A", commutative=False),
    )


@pytest.mark.parametrize("term", list(unevaluated()), ids=lambda term: type(term).__name__)
def test_what_the_language_does_not_say_is_never_decided(term):
    for other in (term, x, S.One, S.Zero, log(x), log(8)):
        for pair in ((term, other), (other, term)):
            if term != 1:  # an unevaluated 0**0 is 1, and may be said to be
                assert judge(*pair).status == "unknown" or term == Pow(0, 0, evaluate=False)


def test_a_power_with_exponent_zero_is_one():
    zero = Pow(x, 0, evaluate=False)
    assert judge(zero, 1).status == "proved" and judge(zero, 0).status == "refuted"
    with pytest.raises(MlceError):
        chain(Equals(1, 0), given=[Equals(x, 0)]).eq(Equals(zero, 0)).by(rules.known_equation)


S1, S2 = Sum(p[i], (i, 1, n)), Sum(p[j], (j, 1, n))


@pytest.mark.parametrize(
    "lhs, rhs",
    [
        (log(S1) - log(S2), sqrt(S1**2) - S1),
        (S1 / S2, 1 - KroneckerDelta(S1, 0)),
        (exp(log(x), evaluate=False), sqrt(x**2)),
        (1 / log(Add(x, -x, evaluate=False)), 5),
        (Mul(x, Pow(x, -1, evaluate=False), evaluate=False), 1 - KroneckerDelta(x, 0)),
        (log(x**2) - 2 * log(x), KroneckerDelta(x, 0)),
    ],
)
def test_where_a_side_is_undefined_nothing_is_refuted(lhs, rhs):
    assert judge(lhs, rhs).status == "unknown"


NAMES = ("i", "E", "S", "N", "I", "O", "Q", "pi", "lambda", "Sum", "log", "v0", "b0", "#1", "#:0", "Reals", "Integers")


@pytest.mark.parametrize("name", [*NAMES, "", " ", "x y", r"\input{x}", "θ", "True", "1"])
def test_no_name_means_anything(name):
    """Free, bound, as data and as a function: a true statement is proved, and a false one is not."""
    a, data, h = Symbol(name), IndexedBase(Symbol(name)), Function(name or "h")
    total = Sum(a * i, (i, 1, n)) if a != i else Sum(a * j, (j, 1, n))
    assert judge(total, a * Sum(k, (k, 1, n))).status == "proved"
    assert judge(total, a * Sum(k, (k, 1, n)) + 1).status == "refuted"
    assert judge(Sum(a**2, (a, 1, n)), Sum(k**2, (k, 1, n))).status == "proved"
    assert judge(Sum(data[k], (k, 1, n)), Sum(data[t], (t, 1, n))).status == "proved"
    assert judge(Sum(data[k], (k, 1, n)), Sum(data[t], (t, 2, n))).status != "proved"
    assert judge(h(x) + h(y), h(y) + h(x)).status == "proved"


def test_names_that_sympy_tells_apart_stay_apart():
    plain, positive, whole = Symbol("x"), Symbol("x", positive=True), Symbol("x", integer=True)
    for one, other in itertools.permutations((plain, positive, whole), 2):
        assert judge(one, other).status != "proved"
        assert judge(Sum(one * i, (i, 1, n)), other * Sum(i, (i, 1, n))).status != "proved"


def test_a_name_captured_by_a_binder_is_not_confused():
    assert judge(Sum(j * p[i], (i, 1, n)), j * Sum(p[i], (i, 1, n))).status == "proved"
    assert judge(Sum(Sum(i * j, (i, 1, j)), (j, 1, n)), Sum(Sum(i * j, (i, 1, i)), (j, 1, n))).status != "proved"
    nested = Sum(Sum(i**2, (i, 1, n)) * i, (i, 1, n))
    assert judge(nested, Sum(i, (i, 1, n)) * Sum(k**2, (k, 1, n))).status == "proved"


def test_a_theorem_that_rests_on_a_rule_of_ones_own_says_so():
    oops = Rule("oops", S.Zero, S.One)
    false = chain(S.Zero).by(oops)
    assert "oops" in repr(false.theorem) and "not in the table" in str(false)
    shown = false._repr_latex_()
    assert r"0 &= 1 && \text{oops}" in shown and "not in the table" in shown and r"\text{\text" not in shown
    resting = chain(S.Zero).eq(S.One, by=false.qed("false"))
    assert "oops" in repr(resting.theorem)
    with pytest.raises(MlceError):
        prove(false)


def test_a_shipped_name_does_not_make_a_rule_shipped():
    false = Rule(rules.log_of_power.name, log(x**y), log(x), (Lt(0, x),))
    made = chain(log(x**2), [x > 0]).by(false)
    assert made.theorem.beyond == {rules.log_of_power.name} and "not in the table" in str(made)
    with pytest.raises(MlceError):
        prove(made)


def test_a_condition_that_fails_is_named():
    with pytest.raises(MlceError, match="0 < a"):
        a, b = symbols("a b")
        chain(log(a * b), [b > 0, Different(a * b, 0), Lt(0, a * b)]).by(rules.log_of_two_factors)


@pytest.mark.parametrize("low, high", [(1, 0), (2, 0), (n, n - 2), (S.Half, 3), (1, oo), (-oo, 1), (1, x)])
def test_ranges_that_are_none(low, high):
    total = Sum(p[i], (i, low, high))
    assert judge(total, 1 + total).status != "proved"
    if (low, high) == (1, 0):
        assert judge(total, 0).status == "proved"
    elif (low, high) == (2, 0) or low == n:
        assert judge(total, 0).status == "unknown" and judge(total, 1).status == "unknown"


def test_derivatives_integrals_and_entropies_at_their_edges():
    assert judge(derivative(log(t), t, S.Reals, at=1), 1).status == "unknown"
    assert judge(derivative(1 / t, t, S.Reals, at=1), -1).status == "unknown"
    assert judge(integral(1 / t, t, -1, 1), 0).status == "unknown"
    assert judge(integral(t, t, 1, 0), -S.Half).status != "proved"
    assert judge(Entropy(p[i], (i, 1, 1)), 0).status != "proved"


@pytest.mark.slow
def test_given_that_contradicts_itself_proves_nothing():
    for given in ([x > 0, x < 0], [Lt(x, x)], [Equals(x, x + 1)], [Le(1, n), Lt(n, 1)]):
        assert judge(x, x + 1, given=given).status != "proved"


@pytest.mark.slow
def test_a_case_of_which_sympy_can_make_no_term_is_no_crash():
    """2x²/|x| is nan at 0, and SymPy raises ValueError for the smaller one of that and y."""
    for given in ([Contains(x, FiniteSet(0, 1))], [Contains(x, FiniteSet(0, 1)), Different(x, 0)], []):
        assert judge(Min(y, 2 * x**2 / Abs(x)), Min(y, 2 * Abs(x)), given).status != "refuted"


def test_what_is_assumed_of_all_entries_can_be_met():
    positive = IndexedBase("y", positive=True)
    assert judge(log(positive[1] * positive[2]), log(positive[1]) + log(positive[2])).status == "proved"


UNIT = Interval.open(0, 1)
SMOOTH_F = Smooth(f(t), t)


@pytest.mark.parametrize(
    "given",
    [
        [ForAll(Lt(f(t), KroneckerDelta(t, 0)), (t, S.Reals)), SMOOTH_F],  # below 0 beside 0, and so at 0
        [ForAll(Lt(f(t), 0), (t, UNIT)), SMOOTH_F],  # at the end of an interval
        [ForAll(Lt(f(t), g(t)), (t, S.Reals)), Equals(g(1), 1), SMOOTH_F],
    ],
)
def test_values_that_no_smooth_function_has_are_no_counterexample(given):
    """max(f(0), 0) = 0, or of the last it is not told."""
    assert judge(Max(f(0), 0), 0, given).status == "unknown"


def test_a_smooth_function_without_zeros_keeps_its_sign():
    given = [ForAll(Different(f(t), 0), (t, S.Reals)), SMOOTH_F]
    assert judge(Abs(f(0) * f(1)), f(0) * f(1), given).status == "unknown"


@pytest.mark.slow
def test_a_slope_at_the_end_of_an_interval_is_not_free():
    given = [ForAll(Lt(f(t), 0), (t, UNIT)), Equals(f(0), 0)]
    assert judge(Max(Derivative(f(x), x), 0), 0, [*given, Equals(x, 0)]).status == "unknown"


def test_slopes_are_free_where_values_are_bounded_on_an_open_set():
    given = [ForAll(Lt(0, f(t)), (t, UNIT)), Equals(x, Rational(1, 2))]
    assert judge(Derivative(f(x), x), 0, given).status == "refuted"
    assert judge(Derivative(f(x), x), 0, [f(x) > 0]).status == "refuted"
