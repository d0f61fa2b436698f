"""What `decode` makes of what `encode` says has the value of the term, by an evaluation of SymPy's terms that knows
nothing of either: of terms as SymPy evaluates them, and of the same terms as they are written."""

import random
from collections import Counter

import pytest
from mpmath import cos, mpf
from mpmath import exp as exponential
from sympy import (
    Abs,
    Add,
    Dummy,
    E,
    Eq,
    Expr,
    FiniteSet,
    Function,
    IndexedBase,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
    LessThan,
    Mul,
    Ne,
    Piecewise,
    Pow,
    Product,
    Rational,
    S,
    Set,
    StrictLessThan,
    Sum,
    Symbol,
    exp,
    log,
    oo,
    pi,
    sin,
)

from mlce_sym.border.binding import in_own_nodes
from mlce_sym.border.encoding import decode, encode
from mlce_sym.border.nodes import (
    Above,
    ArgMax,
    ArgMin,
    CrossEntropy,
    Entropy,
    ForAll,
    IndexRange,
    KLDivergence,
    Member,
    Without,
    derivative,
    integral,
)
from mlce_sym.terms.errors import MlceError

from ..model import OutOfReach, Undefined, elements, near, true, value

SEEDS = 400
REALS = [
    *(Symbol(name) for name in ("x", "y", "E", "S", "I", "pi", "lambda", "Reals")),
    *(Symbol("x", positive=True), Symbol("y", real=True), Symbol("y", negative=True), Dummy("x")),
]
WHOLE = [Symbol("n"), Symbol("n", integer=True), Symbol("m", integer=True, positive=True)]
INDICES = [Symbol("i"), Symbol("i"), Symbol("E"), Symbol("S"), Symbol("i", integer=True), Dummy("i")]
FUNCTIONS = [Function("f"), Function("S"), Function("x"), Function("f", positive=True)]
DATA = [IndexedBase("w"), IndexedBase("E"), IndexedBase(Symbol("w", positive=True))]
NUMBERS = [*map(Integer, (-2, -1, 0, 1, 2, 3)), Rational(1, 2), Rational(-2, 3), pi, E]
STRANGERS = [sin(REALS[0]), oo, S.ImaginaryUnit, Piecewise((1, REALS[0] > 0), (0, True)), S.Half.n()]


class Terms:
    """A random term, which depends on the seed alone; `evaluate` says whether SymPy may write it in another way."""

    def __init__(self, seed, evaluate):
        self.rng = random.Random(f"encoding-{seed}")
        self.how = {} if evaluate else {"evaluate": False}
        self.bound = []

    def drawn(self):
        kind = self.rng.choice((self.number, self.number, self.number, self.finite, self.proposition, self.function))
        return kind(3)

    def function(self, depth):
        parameters = self.rng.sample((REALS[0], REALS[2], WHOLE[0]), self.rng.choice((1, 2)))
        return Lambda(tuple(parameters), self.rng.choice((parameters[0], self.number(depth - 1))))

    def number(self, depth):
        if depth == 0 or self.rng.random() < 0.1:
            return self.leaf()
        kinds = (self.joined, self.joined, self.power, self.logarithm, self.call, self.series, self.series, self.other)
        return self.rng.choice(kinds)(depth - 1)

    def leaf(self):
        if self.rng.random() < 0.01:
            return self.rng.choice(STRANGERS)
        kinds = (REALS, REALS, WHOLE, NUMBERS, self.bound or INDICES)
        return self.rng.choice(self.rng.choice(kinds))

    def joined(self, depth):
        head = self.rng.choice((Add, Mul))
        parts = [self.number(depth) for _ in range(self.rng.choice((2, 2, 3)))]
        return head(*(parts[:1] * 2 if self.rng.random() < 0.25 else parts), **self.how)

    def positive(self, depth):
        number = self.number(depth)
        squared = Add(self.rng.choice(NUMBERS[3:7]), Pow(number, 2, **self.how), **self.how)
        return self.rng.choice((exp(number, **self.how), squared, squared, number, REALS[8]))

    def power(self, depth):
        whole, any_number = self.number(depth), self.positive(depth)
        exponent = self.rng.choice((*NUMBERS[6:8], -S.Half, self.number(depth)))
        return self.rng.choice(
            (
                Pow(whole, self.rng.choice(NUMBERS[:6]), **self.how),
                Pow(any_number, exponent, **self.how),
            )
        )

    def logarithm(self, depth):
        inside = self.rng.choice((self.positive(depth), self.positive(depth), self.number(depth)))
        return self.rng.choice((log(inside, **self.how), exp(self.number(depth), **self.how)))

    def call(self, depth):
        first, second = self.number(depth), self.rng.choice((*NUMBERS[:6], *self.bound, *INDICES))
        pair = (first, second) if self.rng.random() < 0.5 else (second,)
        return self.rng.choice((self.rng.choice(FUNCTIONS)(*pair), self.rng.choice(DATA)[pair]))

    def series(self, depth):
        head, index = self.rng.choice((Sum, Sum, Product)), self.rng.choice(INDICES)
        low, high = self.ends()
        return head(self.under(index, lambda: self.number(depth)), (index, low, high))

    def ends(self):
        return self.rng.choice(NUMBERS[2:4]), self.rng.choice((*NUMBERS[3:6], *WHOLE, *self.bound))

    def under(self, variable, make):
        self.bound.append(variable)
        made = make()
        self.bound.pop()
        return made

    def other(self, depth):
        return self.rng.choice((self.delta, self.entropy, self.entropy, self.slope, self.area))(depth)

    def delta(self, depth):
        return KroneckerDelta(self.number(depth), self.number(depth), **self.how)

    def entropy(self, depth):
        index, (low, high) = self.rng.choice(INDICES), self.ends()
        bodies = [self.under(index, lambda: self.positive(depth)) for _ in range(3)]
        head = self.rng.choice((Entropy, CrossEntropy, KLDivergence))
        return head(*bodies[: head.bodies_expected], (index, low, high))

    def slope(self, depth):
        variable, point = self.rng.choice(REALS), self.number(depth)
        domain = self.rng.choice((S.Reals, Above(-5), Interval.open(-3, 7)))
        return derivative(self.under(variable, lambda: self.number(depth)), variable, domain, point)

    def area(self, depth):
        variable, low = self.rng.choice(REALS), self.rng.choice(NUMBERS[:4])
        high = Add(low, Pow(self.leaf(), 2, **self.how), **self.how)
        return integral(self.under(variable, lambda: self.number(depth)), variable, low, high)

    def finite(self, depth):
        kind = self.rng.choice(("numbers", "numbers", "range", "empty", "optima", "without"))
        if depth <= 1 or kind == "numbers":
            return FiniteSet(*(self.number(depth - 1) for _ in range(self.rng.choice((1, 2, 3)))), **self.how)
        if kind in ("range", "empty"):
            return IndexRange(*self.ends()) if kind == "range" else S.EmptySet
        if kind == "without":
            return Without(self.finite(depth - 1), self.leaf())
        variable, domain = self.rng.choice(REALS), self.finite(depth - 1)
        head = self.rng.choice((ArgMax, ArgMin))
        return head(self.under(variable, lambda: self.number(depth - 1)), (variable, domain))

    def proposition(self, depth):
        kind = self.rng.choice((StrictLessThan, LessThan, Ne, Eq, Member, ForAll))
        if kind is Member or (kind is ForAll and depth <= 1):
            high = self.leaf()
            infinite = (S.Reals, S.Integers, Above(high), Interval.open(-1, high), Without(S.Reals, high))
            return Member(self.number(depth - 1), self.rng.choice((*infinite, self.finite(depth - 1))))
        if kind is ForAll:
            index, limit = self.rng.choice(INDICES), self.rng.choice((self.ends(), (self.finite(depth - 1),)))
            return ForAll(self.under(index, lambda: self.proposition(depth - 1)), (index, *limit))
        return kind(self.number(depth - 1), self.number(depth - 1), **self.how)


def environment(rng):
    """Values for every name, such as SymPy presumes them."""

    def drawn(name):
        phase, least = rng.random(), exponential if getattr(name, "is_positive", False) else mpf
        return lambda *place: least(cos(phase + sum(k * number for k, number in enumerate(place, 1))))

    reals = {name: mpf(rng.choice((0.25, 0.5, 1, 2, 3, 0.5, 1))) for name in REALS}
    for name, number in reals.items():
        if not name.is_positive and (name.is_negative or rng.random() < 0.4):
            reals[name] = -number
    whole = {name: rng.choice((1, 2, 3)) for name in (*WHOLE, *INDICES)}
    return {**reals, **whole, **{name: drawn(name) for name in (*FUNCTIONS, *DATA)}}


def meaning(term, env):
    """A number, the elements of a finite set, or whether a proposition holds; of a function, its value somewhere."""
    if isinstance(term, Lambda):
        places = dict(zip(term.signature, (mpf(2) / 3, mpf(2)), strict=False))
        return [value(term.expr, {**env, **places})]
    if isinstance(term, Expr):
        return [value(term, env)]
    if isinstance(term, (Set, ArgMax, ArgMin, Without, IndexRange)):
        return elements(term, env)
    return [true(term, env)]


def means_the_same(term, back, rng, tries=4):
    """Has what came back the value of the term? None where none was found at which it is defined."""
    for _ in range(tries):
        env = environment(rng)
        try:
            here = meaning(term, env)
        except Undefined:
            continue
        try:
            there = meaning(back, env)
        except OutOfReach:
            continue
        except Undefined:
            return False
        return len(here) == len(there) and all(map(near, here, there))
    return None


def tried(seed, evaluate):
    """What became of a term: nothing but its value may be lost where SymPy evaluates it first, when it is read back."""
    try:
        term = Terms(seed, evaluate).drawn()
    except (TypeError, ValueError):  # SymPy compares no numbers that are not real
        return "not built"
    try:
        plain = encode(term)
    except MlceError as refusal:
        assert "is outside the language of theorems" in str(refusal)
        return "refused"
    back = decode(plain)
    outcome = means_the_same(term, back, random.Random(seed))
    assert outcome is not False, f"{seed}: {term} is {plain}, and comes back as {back}"
    if evaluate:
        assert back == in_own_nodes(term) and encode(back) == plain
    elif outcome:  # where it has a value, what comes back is in the language, too, and stays as it is
        once_more = _encoded(back)
        assert once_more is None or decode(once_more) == back
    return "undefined" if outcome is None else "compared"


def _encoded(term):
    """The plain term, or None where SymPy made an absolute value of it, which plain terms cannot say."""
    try:
        return encode(term)
    except MlceError:
        assert term.has(Abs)
        return None


@pytest.mark.slow
@pytest.mark.parametrize("evaluate", (True, False))
def test_random_terms_keep_their_values(evaluate):
    found = Counter(tried(seed, evaluate) for seed in range(SEEDS))
    assert found["compared"] > SEEDS * 0.85 and 0 < found["refused"] < SEEDS * 0.05, found


i, n, x, y = INDICES[0], WHOLE[0], REALS[0], REALS[1]
AS_WRITTEN = [
    Add(x, x, evaluate=False),
    Mul(2, Add(x, 1), evaluate=False),
    Mul(2, Add(x, x, evaluate=False), x, evaluate=False),
    Pow(x, 0, evaluate=False),
    Pow(0, 0, evaluate=False),
    Pow(Pow(x, -1, evaluate=False), -1, evaluate=False),
    Pow(Pow(REALS[9], 2, evaluate=False), S.Half, evaluate=False),
    Pow(E, x, evaluate=False),
    exp(1, evaluate=False),
    exp(log(x, evaluate=False), evaluate=False),
    log(exp(x, evaluate=False), evaluate=False),
    Mul(0, log(x, evaluate=False), evaluate=False),
    Mul(REALS[3], REALS[2], REALS[4], pi, E, REALS[5]),
    KroneckerDelta(x, x, evaluate=False),
    FiniteSet(x, x, 1, evaluate=False),
    Sum(Eq(x, i), (i, 1, n)),
    Sum(Sum(i * x, (i, 1, i)), (i, 1, n)),
    Sum(i, (i, 1, 3), (i, 1, 2)),
    Sum(i**2 * Product(i + x, (i, 1, 2)), (i, 1, n)),
    derivative(x**3, x, S.Reals),
    derivative(x**3 * integral(x, x, 0, x), x, S.Reals, y),
    ForAll(ForAll(LessThan(i, i, evaluate=False), (i, 1, i)), (i, 1, 3)),
    ArgMin((x - y) ** 2, (x, FiniteSet(-1, 0, y, y + 1))),
    Lambda((x, y), x - y),
    Lambda(x, x),
]


@pytest.mark.parametrize("term", AS_WRITTEN, ids=str)
def test_terms_as_they_are_written_keep_their_values(term):
    assert means_the_same(term, decode(encode(term)), random.Random(1), tries=20)


def test_what_has_no_value_is_not_compared():
    for term in (Mul(0, log(0, evaluate=False), evaluate=False), Pow(0, -1, evaluate=False)):
        assert means_the_same(term, decode(encode(term)), random.Random(1)) is None


def test_another_value_is_noticed():
    for term, other in ((x - y, y - x), (Lambda((x, y), x - y), Lambda((y, x), x - y)), (IndexRange(1, 2), S.EmptySet)):
        assert means_the_same(term, other, random.Random(1)) is False
