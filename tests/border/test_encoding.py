"""SymPy terms as plain terms and back: every node, injectivity, and refusals by name."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Dummy,
    E,
    FiniteSet,
    Float,
    Function,
    Idx,
    IndexedBase,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
    MatrixSymbol,
    Pow,
    Product,
    Rational,
    S,
    Sum,
    Symbol,
    Wild,
    airyai,
    exp,
    log,
    pi,
    symbols,
)

from mlce_sym.border.encoding import decode, encode, encode_definition, encode_given
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.names import NotPlain
from mlce_sym.border.nodes import (
    Above,
    ArgMax,
    ArgMin,
    CrossEntropy,
    Different,
    Entropy,
    Equals,
    ForAll,
    IndexRange,
    KLDivergence,
    Le,
    Lt,
    Member,
    Without,
    derivative,
    integral,
)
from mlce_sym.logic.given import Definition as PlainDefinition
from mlce_sym.logic.given import assumed
from mlce_sym.prover import logic
from mlce_sym.prover.logic import outside
from mlce_sym.terms.errors import TooLarge

from ..model import Terms

a, b, i, j, k, n, t, x, Theta, D = symbols("a b i j k n t x Theta D")
f, g, w = Function("f"), Function("g"), IndexedBase("w")

PLAIN = [
    (Integer(-7), -7),
    (Rational(-2, 6), ["Rational", -1, 3]),
    (x, "x"),
    (pi, ["Constant", "pi"]),
    (E, ["exp", 1]),
    (x + 1, ["Add", 1, "x"]),
    (2 * x, ["Mul", 2, "x"]),
    (1 / x, ["Pow", "x", -1]),
    (log(x), ["log", "x"]),
    (exp(x), ["exp", "x"]),
    (w[i, 1], ["Indexed", "w", "i", 1]),
    (f(x, 1), ["Apply", "f", "x", 1]),
    (KroneckerDelta(1, x), ["KroneckerDelta", 1, "x"]),
    (
        Sum(f(i, j), (j, 1, i), (i, 1, n)),
        ["Sum", "i", ["Range", 1, "n"], ["Sum", "j", ["Range", 1, "i"], ["Apply", "f", "i", "j"]]],
    ),
    (Product(w[i], (i, 0, 1)), ["Product", "i", ["Range", 0, 1], ["Indexed", "w", "i"]]),
    (Entropy(f(k), (k, 0, 1)), ["Entropy", "k", ["Range", 0, 1], ["Apply", "f", "k"]]),
    (
        CrossEntropy(f(k), g(k), (k, 0, 1)),
        ["CrossEntropy", "k", ["Range", 0, 1], ["Apply", "f", "k"], ["Apply", "g", "k"]],
    ),
    (
        KLDivergence(f(k), g(k), (k, 0, 1)),
        ["KLDivergence", "k", ["Range", 0, 1], ["Apply", "f", "k"], ["Apply", "g", "k"]],
    ),
    (ArgMax(f(t), (t, Theta)), ["ArgMax", "t", "Theta", ["Apply", "f", "t"]]),
    (derivative(t**2, t, Above(0), at=x), ["Derivative", "t", ["Near", ["Above", 0], "x"], ["Pow", "t", 2]]),
    (integral(t**2, t, 0, x), ["Integral", "t", ["Between", 0, "x"], ["Pow", "t", 2]]),
    (ArgMin(t, (t, Interval.open(0, x))), ["ArgMin", "t", ["Interval", 0, "x"], "t"]),
    (FiniteSet(0, 1), ["Finite", 0, 1]),
    (S.EmptySet, ["Empty"]),
    (Without(S.Reals, x), ["Without", "Reals", "x"]),
    (S.Integers, "Integers"),
    (Lt(0, x), ["Lt", 0, "x"]),
    (Le(x, x), ["Le", "x", "x"]),
    (Different(x, 0), ["Ne", "x", 0]),
    (Equals(0, 1), ["Eq", 0, 1]),
    (Member(x, IndexRange(1, n)), ["Member", "x", ["Range", 1, "n"]]),
    (ForAll(Lt(0, w[i]), (i, 1, n)), ["ForAll", "i", ["Range", 1, "n"], ["Lt", 0, ["Indexed", "w", "i"]]]),
    (S.true, ["True"]),
    (S.false, ["False"]),
    (Lambda((i, t), f(t)), ["Lambda", ["i", "t"], ["Apply", "f", "t"]]),
    (Lambda(x, x), ["Lambda", ["x"], "x"]),
]


def as_json(term):
    return json.loads(json.dumps(term))


@pytest.mark.parametrize("term, data", PLAIN)
def test_plain_data_and_back(term, data):
    assert as_json(encode(term)) == data and hash(encode(term)) is not None
    assert decode(encode(term)) == term
    assert outside(term) is None


@pytest.mark.slow
@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_random_terms_come_back(seed):
    term = Terms(random.Random(seed)).term()
    if outside(term) is None:
        back = decode(encode(term))
        assert back == term or logic.equal(back, term)


@pytest.mark.parametrize("data", ["__import__('os').system('true')", "exit()", "().__class__", "x + y"])
def test_reading_evaluates_nothing(data):
    assert decode(data) == Symbol(data)
    assert decode(("Apply", data, 1)).func.__name__ == data
    assert str(decode(("Indexed", data, 1)).base.label) == data


x_positive, dummy = Symbol("x", positive=True), Dummy("x")
APART = [
    x, x_positive, dummy, Dummy("x"), Symbol("x", real=True), Symbol("x", positive=False),
    Symbol("x", commutative=False),
    Symbol("Reals"), Symbol("Integers"), S.Reals, S.Integers, Symbol("#1"), Symbol("1"), Integer(1), Symbol(""),
    w[i], f(i), w[i, 1], Function("w")(i), IndexedBase("f")[i], IndexedBase("w", shape=(3,))[i],
    Function("f", positive=True)(i), Rational(1, 2), S.true, S.false, E, exp(x), pi, Symbol("pi"),
    Lambda(x, x), Lambda(i, 1), Lambda((i, j), 1), Lt(a, b), Lt(b, a), Le(a, b), Equals(a, b), Different(a, b),
    FiniteSet(a), Interval.open(a, b), IndexRange(a, b), S.EmptySet, Member(a, S.Reals), Member(a, S.Integers),
    Sum(w[i], (i, 1, n)), Sum(w[j], (j, 1, n)), Product(w[i], (i, 1, n)), log(a), a + b, a * b, a**b, b**a,
]  # fmt: skip


def test_what_sympy_tells_apart_stays_apart():
    texts = [encode(term) for term in APART]
    assert len(set(texts)) == len(texts) == len(set(APART))
    for term in APART:
        assert decode(encode(term)) == term or "shape=" in str(encode(term))  # a shape is not read back


REFUSED = [
    (Float(0.5), "0.500000000000000 (Float) is outside the language of theorems; write an exact number, such as "
     "Rational(1, 2)"),
    (S.ImaginaryUnit, "I (ImaginaryUnit) is outside the language of theorems: its terms are real numbers"),
    (MatrixSymbol("A", 2, 2).T,
     "A.T (Transpose) is outside the language of theorems: its terms are real numbers, and no "
     "matrices; write the entries"),
    (airyai(x), "airyai(x) (airyai) is outside the language of theorems"),
    (Interval(0, 1), "Interval(0, 1) (Interval) is outside the language of theorems"),
    (Interval.Lopen(0, 1), "Interval.Lopen(0, 1) (Interval) is outside the language of theorems"),
    (Interval.Ropen(0, 1), "Interval.Ropen(0, 1) (Interval) is outside the language of theorems"),
    (log(8, 2, evaluate=False), "log(8, 2) (log) takes 1 parts in the language of theorems, not 2"),
    (f(), "f() has no arguments, and needs one in the language of theorems"),
    (Wild("x"), "x_ (Wild) is outside the language of theorems; use a Symbol"),
    (Pow(2, 10_001, evaluate=False),
     "2**10001 (Pow) is too large a power of a number for the language of theorems"),
    (Integer(2) ** 5000, "a number in it is too long for the language of theorems"),
    (Sum(x, (Idx("i"), 1, n)), "Sum(x, (i, 1, n)) has no lower and upper bound"),
    (Lambda(((x, t), k), x), "(x, t) cannot be a name: it is no symbol"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "why"), REFUSED, ids=range(len(REFUSED)))
def test_what_plain_terms_cannot_say_is_refused_by_name(term, why):
    with pytest.raises(NotPlain) as caught:
        encode(term)
    assert str(caught.value) == why


def test_powers_of_moderate_size_are_plain():
    assert encode(Pow(2, 10_000, evaluate=False)) == ("Pow", 2, 10_000)
    assert encode(x ** (10**9)) == ("Pow", "x", 10**9)
    assert encode(Integer(2) ** 2000) == 2**2000


POWER = ("Pow", ("Pow", 3, 8000), 10_000)


@pytest.mark.parametrize(
    "data",
    (
        *(POWER, ("log", ("Add", "x", POWER)), ("Pow", 3, POWER), ("Pow", ("Mul", 3, "x"), 10**9)),
        *(("Pow", 3, ("Rational", 10**9, 7)), ("Pow", 3, 10_000), ("Mul", ("Pow", 3, 8000), ("Pow", 2, 8000), "x")),
    ),
    ids=range(7),
)
def test_decoding_works_out_no_number_that_is_too_long_to_write(data):
    with pytest.raises(TooLarge, match="number in it"):
        decode(data)


def test_decoding_works_out_what_can_be_written():
    assert decode(("Pow", 3, 8000)) == 3**8000
    assert decode(("Pow", ("Pow", "x", 10**9), 10**9)) == x ** (10**18)
    assert decode(("Pow", -1, 10**9)) == 1


def test_definitions_and_what_is_given():
    assert encode_definition(Definition(D, a**b)) == PlainDefinition("", "D", (), ("Pow", "a", "b"))
    assert encode_definition(Definition(f(x), x)) == PlainDefinition("Apply", "f", ("x",), "x")
    assert encode_definition(Definition(w[i, j], i)) == PlainDefinition("Indexed", "w", ("i", "j"), "i")
    known = Given((Lt(0, a),), (Definition(D, a),))
    assert encode_given(known) is assumed((("Lt", 0, "a"),), (PlainDefinition("", "D", (), "a"),))
