"""Every declared function, by numbers: where it is defined, its signs, bounds and derivatives, and SymPy's values."""

import random
from fractions import Fraction
from itertools import pairwise, product

import pytest
import sympy
from flint import arb, ctx, fmpq
from sympy import Rational

from mlce_sym.border.encoding import decode, encode
from mlce_sym.border.names import NotPlain
from mlce_sym.evaluate.differentials import differentiated
from mlce_sym.evaluate.functions import DERIVATIVES
from mlce_sym.evaluate.meaning import Universe, truth
from mlce_sym.evaluate.reals import Undefined, Undetermined
from mlce_sym.evaluate.world import number
from mlce_sym.functions import ABBREVIATIONS, FUNCTIONS
from mlce_sym.logic import exact
from mlce_sym.logic.algebra import equal
from mlce_sym.logic.definedness import missing
from mlce_sym.logic.entailment import integer, sign
from mlce_sym.logic.given import assumed
from mlce_sym.terms.errors import Malformed, TooLarge
from mlce_sym.terms.kinds import kinds
from mlce_sym.terms.terms import PROP, REAL, parse
from mlce_sym.writers import latex_terms, text_terms

HALVES = (-6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 10)
EDGES = [fmpq(p, 2) for p in HALVES]
NAMES = sorted(FUNCTIONS)


@pytest.fixture(autouse=True)
def precise():
    with ctx.workprec(128):
        yield


def points(declared):
    """Arguments of the function: all edges, for two arguments all pairs of them."""
    return [
        dict(zip(declared.parameters, chosen, strict=True))
        for chosen in product(EDGES, repeat=len(declared.parameters))
    ]


def value_at(term, point):
    return number(term, Universe(), dict(point))


def defined_at(declared, point):
    try:
        value_at(declared.applied, point)
    except Undefined:
        return False
    return True


def true_at(proposition, point):
    return truth(proposition, Universe(), dict(point))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_defined_just_where_it_is_declared(name):
    declared = FUNCTIONS[name]
    for point in points(declared):
        stated = all(true_at(condition, point) for condition in declared.where)
        assert defined_at(declared, point) == stated, point


@pytest.mark.parametrize("name", NAMES)
def test_its_signs_bounds_and_whole_values_are_as_declared(name):
    declared = FUNCTIONS[name]
    for point in points(declared):
        if not defined_at(declared, point):
            continue
        value = value_at(declared.applied, point)
        for bound in declared.bounds:
            assert true_at(bound, point) is not False, (point, bound)
        for fact in declared.signs:
            if all(true_at(condition, point) for condition in fact.conditions):
                assert {"Lt": value > 0, "Le": value >= 0, "Eq": value == 0}[fact.kind], (point, fact)
        if declared.like is not None:
            other = value_at(declared.like, point)
            assert (value > 0, value < 0) == (other > 0, other < 0), point
        if declared.whole is not None and all(true_at(condition, point) for condition in declared.whole):
            assert int(value) == value, point


@pytest.mark.parametrize("name", [name for name in NAMES if FUNCTIONS[name].increasing])
def test_a_greater_argument_has_a_greater_value(name):
    declared = FUNCTIONS[name]
    values = [value_at(declared.applied, point) for point in points(declared) if defined_at(declared, point)]
    assert all(low < high for low, high in pairwise(values))


@pytest.mark.parametrize("name", NAMES)
def test_its_arguments_may_be_exchanged_just_where_it_is_declared(name):
    declared = FUNCTIONS[name]
    if len(declared.parameters) == 2:
        x, y = declared.parameters
        assert equal((name, "a", "b"), (name, "b", "a")) == declared.symmetric
        if declared.symmetric:
            for point in points(declared):
                turned = {x: point[y], y: point[x]}
                if defined_at(declared, point):
                    difference = value_at(declared.applied, point) - value_at(declared.applied, turned)
                    assert abs(arb(difference)) < arb("1e-20")


@pytest.mark.parametrize("name", [name for name in NAMES if FUNCTIONS[name].exact])
def test_its_exact_values_are_its_values(name):
    declared, known = FUNCTIONS[name], 0
    for point in points(declared):
        found = getattr(exact, declared.exact)(*(Fraction(int(v.p), int(v.q)) for v in point.values()))
        if found is not None and defined_at(declared, point):
            assert value_at(declared.applied, point) == fmpq(found.numerator, found.denominator), point
            known += 1
    assert known


@pytest.mark.parametrize("name", [name for name in NAMES if FUNCTIONS[name].parity])
def test_it_is_even_or_odd_as_declared(name):
    for v in EDGES:
        value, turned = (value_at((name, "x"), {"x": w}) for w in (v, -v))
        assert abs(arb(turned - FUNCTIONS[name].parity * value)) < arb("1e-20")
    assert equal(
        (name, ("Add", "b", ("Mul", -1, "a"))), ("Mul", FUNCTIONS[name].parity, (name, ("Add", "a", ("Mul", -1, "b"))))
    )
    assert not equal((name, "a"), ("Mul", -1, (name, "a")))


@pytest.mark.parametrize("name", NAMES)
def test_its_values_are_those_of_sympy(name):
    declared = FUNCTIONS[name]
    tried = 0
    for point in points(declared):
        if defined_at(declared, point):
            arguments = [Rational(int(v.p), int(v.q)) for v in point.values()]
            theirs = getattr(sympy, declared.sympy)(*declared.leading, *arguments).evalf(30)
            assert abs(arb(value_at(declared.applied, point)) - arb(str(theirs))) < arb("1e-12"), point
            tried += 1
    assert tried > 3


@pytest.mark.parametrize("name", sorted(DERIVATIVES))
def test_its_derivative_is_the_limit_of_its_slopes(name):
    declared = FUNCTIONS[name]
    rng = random.Random(name)
    for parameter in declared.still:
        with pytest.raises(Undetermined):
            differentiated(declared.applied, parameter)
    for parameter in set(declared.parameters) - set(declared.still):
        slope = differentiated(declared.applied, parameter)
        for _ in range(5):
            point = {
                p: fmpq(rng.randint(3, 9)) if p in declared.still else fmpq(rng.randint(3, 30), 10)
                for p in declared.parameters
            }
            h = fmpq(1, 10**12)
            above, below = ({**point, parameter: point[parameter] + s * h} for s in (1, -1))
            secant = arb(value_at(declared.applied, above) - value_at(declared.applied, below)) / (2 * arb(h))
            assert abs(secant - value_at(slope, point)) < arb("1e-12"), point


def test_what_the_logic_says_of_them():
    given = assumed((("Lt", 0, "x"), ("Member", "n", "Integers"), ("Le", 0, "n")), ())
    assert missing(given, ("gamma", ("Add", "x", 1))) == ()
    assert missing(given, ("gamma", "n")) == (("Lt", 0, "n"),)
    assert sign(given, ("abs", "x")) == sign(given, ("tanh", "x")) == frozenset((1,))
    assert sign(given, ("abs", "y")) == frozenset((0, 1))
    assert sign(given, ("Add", 1, ("Mul", -1, ("tanh", "y")))) == frozenset((1,))
    assert sign(given, ("Add", ("max", "x", "y"), ("Mul", -1, "x"))) == frozenset((0, 1))
    assert sign(given, ("Add", ("max", "x", "y"), ("Mul", -1, "z"))) == frozenset((-1, 0, 1))
    assert integer(given, ("factorial", "n")) and not integer(given, ("factorial", "x"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_and_written(name):
    declared = FUNCTIONS[name]
    names = {p: p for p in declared.parameters}
    term = (name, *names)
    assert kinds(term, REAL) == frozenset((p, REAL) for p in names)
    assert encode(decode(term)) == term
    for proposition in (*declared.where, *declared.bounds, *(declared.whole or ())):
        kinds(proposition, PROP)
    assert all(p in latex_terms.term(list(term)) and p in text_terms.term(list(term)) for p in names)
    assert bool(declared.coq) != bool(declared.uncertified)


@pytest.mark.parametrize("name", sorted(ABBREVIATIONS))
def test_an_abbreviation_has_the_value_of_what_it_stands_for(name):
    short = ABBREVIATIONS[name]
    whole = {"zeta": Rational(40), "harmonic": Rational(4)}  # where its series converges fast, or has terms
    at = whole.get(name, Rational(7, 10))
    arguments = [at for _ in short.parameters]
    symbols = [sympy.Symbol(p) for p in short.parameters]
    written = encode(getattr(sympy, name)(*symbols, evaluate=False))
    ours = number(written, Universe(), dict.fromkeys(short.parameters, fmpq(at.p, at.q)))
    assert abs(arb(ours) - arb(str(getattr(sympy, name)(*arguments).evalf(30)))) < arb("1e-12")


def test_what_would_be_worked_out_at_length_is_refused():
    x = sympy.Symbol("x")
    for huge in (sympy.factorial(10**9, evaluate=False), x + sympy.gamma(10**9, evaluate=False)):
        with pytest.raises(NotPlain, match="too large a number"):
            encode(huge)
    with pytest.raises(TooLarge, match="too long to write"):
        decode(("factorial", 10**9))


def test_a_maximum_of_several_numbers_is_taken_two_by_two():
    a, b, c = sympy.symbols("a b c")
    assert encode(sympy.Max(a, b, c)) == ("max", "a", ("max", "b", "c"))
    assert decode(encode(sympy.Max(a, b, c))) == sympy.Max(a, b, c)


def test_every_function_has_a_value_and_its_slope_or_is_not_smooth():
    assert set(FUNCTIONS) <= set(Universe.meanings)
    assert {name for name, declared in FUNCTIONS.items() if declared.smooth} - set(DERIVATIVES) == {"binomial"}


@pytest.mark.parametrize("name", NAMES)
def test_another_number_of_arguments_is_refused(name):
    with pytest.raises(Malformed, match=f"{name} takes"):
        parse([name, *["x"] * (len(FUNCTIONS[name].parameters) + 1)])
