"""When a term is defined, and what belongs to the language of theorems."""

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
    I,
    Idx,
    IndexedBase,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
    MatrixSymbol,
    Mul,
    Or,
    Pow,
    Product,
    Rational,
    S,
    Sum,
    Symbol,
    Wild,
    exp,
    log,
    nan,
    oo,
    pi,
    sqrt,
    symbols,
    zoo,
)

from mlce_sym.border.encoding import decode, encode, encode_given
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.names import name_of
from mlce_sym.border.nodes import (
    ArgMax,
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
)
from mlce_sym.logic import definedness
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.logic import holds, missing, outside
from mlce_sym.terms.errors import Refused
from mlce_sym.terms.terms import substitute

from ..model import Terms, defined, environment

a, b, i, j, k, n, t, v, x, y, z, Theta, D = symbols("a b i j k n t v x y z Theta D")
f, g, h, w = Function("f"), Function("g"), Function("h"), IndexedBase("w")
whole = (Member(n, S.Integers), Le(1, n))
NOTHING = Given()
i_1 = Symbol("i_1")

CONDITIONS = [
    (x + y * 2, []),
    (log(x), [Lt(0, x)]),
    (1 / x, [Different(x, 0)]),
    (x**-2, [Different(x, 0)]),
    (x**3, []),
    (sqrt(x), [Le(0, x)]),
    (x**y, [Lt(0, x)]),
    (x ** (-y), [Lt(0, x)]),
    (Pow(0, -1, evaluate=False), [Different(0, 0)]),
    (Pow(-8, Rational(1, 3), evaluate=False), [Le(0, -8)]),
    (exp(x), []),
    (Mul(0, 1 / x, evaluate=False), [Different(x, 0)]),
    (Sum(w[i], (i, 1, n)), [Member(1, S.Integers), Member(n, S.Integers), Le(0, n)]),
    (
        Sum(1 / w[i], (i, 1, 2)),
        [Member(1, S.Integers), Member(2, S.Integers), Le(0, 2), ForAll(Different(w[i], 0), (i, 1, 2))],
    ),
    (Entropy(f(k), (k, 0, 1)), [*[Member(m, S.Integers) for m in (0, 1)], Le(-1, 1), ForAll(Le(0, f(k)), (k, 0, 1))]),
    (
        CrossEntropy(f(k), g(k), (k, 0, 1)),
        [
            *[Member(m, S.Integers) for m in (0, 1)],
            Le(-1, 1),
            ForAll(Le(0, f(k)), (k, 0, 1)),
            ForAll(Lt(0, g(k)), (k, 0, 1)),
        ],
    ),
    (
        KLDivergence(f(k), g(k), (k, 0, 1)),
        [
            *[Member(m, S.Integers) for m in (0, 1)],
            Le(-1, 1),
            ForAll(Le(0, f(k)), (k, 0, 1)),
            ForAll(Lt(0, g(k)), (k, 0, 1)),
        ],
    ),
    (ArgMax(log(t * a), (t, Theta)), [ForAll(Lt(0, a * t), (t, Theta))]),
    (ArgMax(t * log(a), (t, Theta)), [Lt(0, a)]),
    (Lt(0, 1 / x), [Different(x, 0)]),
    (Symbol("x", positive=True), [Lt(0, Symbol("x", positive=True))]),
    (Symbol("x", real=True), []),
]


@pytest.mark.parametrize("term, conditions", CONDITIONS)
def test_the_conditions_of_definedness(term, conditions):
    assert set(missing(NOTHING, term)) == {c for c in conditions if not holds(NOTHING, c)}


MISSING = [
    ([Lt(0, x)], log(x), ()),
    ([Le(0, x)], log(x), (Lt(0, x),)),
    ([Lt(x, 0)], 1 / x, ()),
    ([Member(x, Interval.open(0, 1))], log(x) + log(1 - x) / x, ()),
    ([*whole], Sum(1, (i, 1, n)), ()),
    ([Member(n, S.Integers), Le(0, n)], Sum(1, (i, 1, n)), ()),
    ([Member(n, S.Integers)], Sum(1, (i, 1, n)), (Le(0, n),)),
    ([Le(1, n)], Sum(1, (i, 1, n)), (Member(n, S.Integers),)),
    ([], Sum(1, (i, 3, 1)), (Le(2, 1),)),
    ([], Sum(1, (i, 1, Rational(3, 2))), (Member(Rational(3, 2), S.Integers),)),
    ([*whole], Sum(1 / i, (i, 1, n)), ()),
    ([*whole], Sum(1 / i, (i, 0, n)), (ForAll(Different(i, 0), (i, 0, n)),)),
    ([*whole], Sum(Sum(i, (j, 1, i)), (i, 1, n)), ()),
    ([*whole], Sum(Sum(i, (j, 1, i - 1)), (i, 1, n)), ()),
    ([*whole], Sum(Sum(i, (j, 1, i - 2)), (i, 1, n)), (ForAll(Le(0, i - 2), (i, 1, n)),)),
    ([*whole], Sum(Sum(i, (i, 1, i)), (i, 1, n)), ()),
    ([*whole, Lt(0, i)], Sum(log(i), (i, 0, n)), (ForAll(Lt(0, Symbol("i_1")), (Symbol("i_1"), 0, n)),)),
    ([ForAll(Lt(0, w[i]), (i, 1, n)), *whole], log(Product(w[j], (j, 1, n))), ()),
]


@pytest.mark.parametrize("facts, term, conditions", MISSING)
def test_what_is_missing(facts, term, conditions):
    assert missing(Given(tuple(facts)), term) == conditions


def test_the_domain_of_a_binder_is_outside():
    """In (2t, 1) t is the outer one: at t = 0 the inner one is positive, and log(-t) undefined."""
    assert missing(NOTHING, ArgMax(log(-t), (t, Interval.open(2 * t, 1)))) != ()


DEFINED_NAMES = [
    ([Definition(D, log(v))], D, (Lt(0, v),)),
    ([Definition(D, log(v))], Sum(D, (v, 1, n)), (Lt(0, v),)),
    ([Definition(D, log(v)), Definition(f(x), D * x)], ArgMax(f(v), (v, Theta)), (Lt(0, v),)),
    ([Definition(f(x), 1 / x)], f(0), (Different(0, 0),)),
    ([Definition(f(x), 1 / x)], Sum(f(i), (i, 0, n)), (ForAll(Different(i, 0), (i, 0, n)),)),
    ([Definition(f(x), g(x) / g(z))], f(z), (Different(g(z), 0),)),
    ([Definition(f(x, y), x * y), Definition(h(x), f(x, 1 / x))], h(a), (Different(a, 0),)),
    ([Definition(f(x, y), x / y), Definition(h(x), f(x, x))], h(a), (Different(a, 0),)),
    ([Definition(x, Integer(5))], Sum(log(x - 3), (x, 1, n)), None),
]


@pytest.mark.parametrize("definitions, term, conditions", DEFINED_NAMES)
def test_a_defined_name_needs_what_its_body_needs_before_it_is_evaluated(definitions, term, conditions):
    found = missing(Given(whole, tuple(definitions)), term)
    assert found == conditions if conditions is not None else found


INSTANCES = [
    (x * y, {x: a, y: 1 / a}, [Different(a, 0)]),
    (x / y, {x: a, y: a}, [Different(a, 0)]),
    (x - y, {x: log(a), y: log(a)}, [Lt(0, a)]),
    (f(x), {f: Lambda(t, g(t) / g(z)), x: z}, [Different(g(z), 0)]),
    (f(0) * x, {f: Lambda(t, t / b)}, [Different(b, 0)]),
    (f(0), {f: Lambda(t, 1 / t)}, [Different(0, 0)]),
    (Sum(f(i), (i, 1, n)), {f: Lambda(t, 1 / t)}, []),
    (Sum(f(i), (i, 0, n)), {f: Lambda(t, 1 / t)}, [ForAll(Different(i, 0), (i, 0, n))]),
    (Sum(f(i) * x, (i, 1, n)), {f: Lambda(t, t / i), x: i}, [Different(i, 0)]),
    (f(x), {x: KroneckerDelta(1 / a, 1 / b)}, [Different(a, 0), Different(b, 0)]),
    (Lt(0, f(x)), {f: Lambda(t, S.One), x: log(a)}, []),
]


@pytest.mark.parametrize("term, values, conditions", INSTANCES)
def test_an_instance_is_looked_at_before_it_is_evaluated(term, values, conditions):
    plain = substitute(encode(term), {name_of(name): encode(value) for name, value in values.items()})
    assert list(map(decode, definedness.missing(encode_given(Given(whole)), plain))) == conditions


@pytest.mark.slow
@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_a_term_with_nothing_missing_is_defined_in_every_model(seed):
    rng = random.Random(seed)
    terms, env = Terms(rng), environment(rng)
    known = Given(tuple(terms.facts(env, rng.randint(0, 6))))
    for term in (terms.term(2), terms.term(), log(terms.term(1) ** 2 + 1)):
        assert outside(term) is not None or missing(known, term) or defined(term, env), (term, known)


MINE = [
    *(x, Dummy("x"), Integer(3), Rational(1, 2), pi, E, S.true, S.false, S.Integers, S.Reals, S.EmptySet),
    *(
        x + y,
        x * y,
        x**y,
        log(x),
        exp(x),
        w[i, j],
        f(x),
        KroneckerDelta(i, j),
        Sum(w[i], (i, 1, n)),
        Product(w[i], (i, 1, n)),
    ),
    *(
        Interval.open(0, x),
        FiniteSet(0, x),
        Without(Theta, x),
        IndexRange(1, n),
        ArgMax(t, (t, Theta)),
        ArgMax(t, (t, IndexRange(0, 1))),
    ),
    *(Lt(0, x), Member(x, Theta), ForAll(Member(t, Interval.open(0, 1)), (t, Theta)), Member(x, ArgMax(t, (t, Theta)))),
]


@pytest.mark.parametrize("term", MINE)
def test_the_language(term):
    assert outside(term) is None


M = MatrixSymbol("M", 2, 2)
OTHERS = [
    *[(x + each, each) for each in (Float(0.5), I)],
    *[(each, each) for each in (oo, -oo, nan, zoo, Wild("x"), M, M * M, Lambda(x, x), S.Naturals, S.Complexes)],
    (Interval(0, 1), Interval(0, 1)),
    (Interval.Lopen(0, 1), Interval.Lopen(0, 1)),
    (Or(Lt(0, x), Lt(x, 0), evaluate=False), Or(Lt(0, x), Lt(x, 0), evaluate=False)),
    (KroneckerDelta(x, y, (1, 3)), (1, 3)),
    (Sum(x, (Idx("i"), 1, n)), (Idx("i"), 1, n)),
    (Entropy(f(t), (t, S.Reals)), S.Reals),
    (Entropy(f(t), (t, Theta)), Theta),
    (ArgMax(t, (t, x + 1)), x + 1),
    (ForAll(x, (t, Theta)), x),
    (Member(Theta, 1 + x), 1 + x),
    (Without(Lt(0, x), x), Lt(0, x)),
    (Equals(S.Reals, S.Integers), None),
    (Equals(Lt(0, x), S.true), None),
    (FiniteSet(FiniteSet(x)), FiniteSet(x)),
    (f(ArgMax(t, (t, Theta))), ArgMax(t, (t, Theta))),
]


@pytest.mark.parametrize("term, part", OTHERS)
def test_what_is_outside_the_language(term, part):
    with pytest.raises(Refused) as refused:
        reflexivity(NOTHING, term)
    if part is not None and not isinstance(part, tuple) and outside(term):
        assert str(part) in str(refused.value) or type(part).__name__ in str(refused.value)
