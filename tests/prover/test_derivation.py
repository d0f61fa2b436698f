"""The kernel: exact steps, refusals that name what is missing, and attempts to prove what is false."""

import copy
import dataclasses
import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    FiniteSet,
    Float,
    Function,
    I,
    IndexedBase,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
    Mul,
    Product,
    S,
    Sum,
    Symbol,
    exp,
    log,
    oo,
    sqrt,
    symbols,
)

from mlce_sym import rules
from mlce_sym.border.binding import substitute
from mlce_sym.border.encoding import encode
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMax, ArgMin, Different, Equals, ForAll, IndexRange, Le, Lt, Member, Without
from mlce_sym.border.rule import Rule
from mlce_sym.kernel.claims import Condition
from mlce_sym.kernel.theorem import Theorem
from mlce_sym.prover.derivation import Algebra, Evidence, Hypothesis, Step, reflexivity, rewritten
from mlce_sym.rules.extrema import A
from mlce_sym.rules.extrema import a as point
from mlce_sym.rules.extrema import f as height
from mlce_sym.terms.errors import Refused

from ..model import OutOfReach, Terms, Undefined, environment, same
from ..samples import size

a, b, c, i, j, k, n, t, u, v, x, y, z, D = symbols("a b c i j k n t u v x y z D")
f, g, h, w = Function("f"), Function("g"), Function("h"), IndexedBase("w")
whole = (Member(n, S.Integers), Le(1, n))
NOTHING = Given()
unit = Interval.open(0, 1)


def start(term, *facts, definitions=()):
    return reflexivity(Given(tuple(facts), tuple(definitions)), term)


def test_reflexivity_and_one_step():
    theorem = rewritten(
        start(log(a * b), Lt(0, a), Lt(0, b)), (), rules.log_of_two_factors, {rules.logs.a: a, rules.logs.b: b}
    )
    assert (theorem.lhs, theorem.rhs) == (log(a * b), log(a) + log(b))
    (step,) = theorem.steps
    assert step == Step(
        rules.log_of_two_factors,
        False,
        False,
        (),
        ((rules.logs.a, a), (rules.logs.b, b)),
        log(a * b),
        log(a) + log(b),
        (),
    )
    (recorded,) = theorem.theorem.steps
    assert recorded.conditions == (Condition(("Lt", 0, "a")), Condition(("Lt", 0, "b")))
    assert (recorded.kind, recorded.by, recorded.bindings) == ("rule", "log of two factors", {"a": "a", "b": "b"})
    assert theorem.named("t").name == "t" and theorem.named("t") != theorem


def test_a_step_under_a_binder_knows_the_domain():
    term = Sum(log(w[i] ** 2), (i, 1, n))
    theorem = start(term, *whole, ForAll(Lt(0, w[i]), (i, 1, n)))
    theorem = rewritten(theorem, (1,), rules.log_of_power, {rules.logs.a: w[i], rules.logs.b: S(2)})
    assert theorem.rhs == Sum(2 * log(w[i]), (i, 1, n))
    assert theorem.theorem.steps[0].conditions == (Condition(("Lt", 0, ("Indexed", "w", "i"))),)


def test_backward_reverse_and_target():
    theorem = start(log(a) + log(b), Lt(0, a), Lt(0, b))
    values = {rules.logs.a: a, rules.logs.b: b}
    assert rewritten(theorem, (), rules.log_of_two_factors, values, backward=True).rhs == log(a * b)
    assert rewritten(theorem, (), rules.log_of_two_factors, values, target=log(a * b), reverse=True).rhs == log(a * b)
    merged = rewritten(start(1 - a), (), Algebra(), target=Mul(-1, a - 1, evaluate=False))
    assert str(merged.rhs) == "-(a - 1)"


def test_a_theorem_is_an_equation_for_all_values_of_its_free_names():
    double = rewritten(start(log(u**2), Lt(0, u)), (), rules.log_of_power, {rules.logs.a: u, rules.logs.b: S(2)})
    theorem = rewritten(start(log((1 - x) ** 2), Member(x, unit)), (), double, {u: 1 - x})
    assert theorem.rhs == 2 * log(1 - x)
    with pytest.raises(Refused, match=r"nothing says that 0 < -1 \+ x"):
        rewritten(start(log((x - 1) ** 2), Different(x, 1)), (), double, {u: x - 1})


def test_bound_names_of_the_result_are_clean():
    definition = Definition(f(x), Sum(w[i] * x, (i, 1, n)))
    theorem = rewritten(start(Sum(f(i), (i, 1, n)), *whole, definitions=[definition]), (1,), definition, {x: i})
    i_1 = Symbol("i_1")
    assert theorem.rhs == Sum(Sum(i * w[i_1], (i_1, 1, n)), (i, 1, n))


REFUSED = [
    (
        lambda: rewritten(
            start(log(Product(w[i], (i, 1, n))), *whole, Lt(0, Product(w[i], (i, 1, n)))),
            (),
            rules.log_of_product,
            {rules.logs.f: Lambda(i, w[i]), rules.logs.l: S.One, rules.logs.m: n},
        ),
        r"log of a product needs every factor positive; nothing says that 0 < w\[i\] for all i in 1..n$",
    ),
    (lambda: start(log(x)), "log.x. is defined only where 0 < x, and nothing says so"),
    (lambda: start(1 / x), "is defined only where x ≠ 0"),
    (lambda: start(Sum(w[i], (i, 1, n)), Member(n, S.Integers)), "is defined only where 0 <= n"),
    (lambda: start(x + Float(0.5)), "0.5.* .Float. is outside the language of theorems"),
    (lambda: start(x, Equals(x, oo)), "oo .Infinity. is outside"),
    (lambda: start(x, Lt(0, I * x)), "I .ImaginaryUnit. is outside"),
    (lambda: start(x, definitions=[Definition(D, oo)]), "oo .Infinity. is outside"),
    (lambda: start(log(x), Member(x, Interval(0, 1))), "Interval.0, 1. .Interval. is outside"),
    (lambda: start(Symbol("k", even=True)), "no hypothesis can say what SymPy presumes of k: even=True"),
    (lambda: start(Symbol("A", commutative=False)), "presumes of A: commutative=False"),
    (lambda: start(Symbol("x", positive=True)), "x is meant only where 0 < x, and nothing says so"),
    (
        lambda: rewritten(start(x), (), rules.known_order, {rules.order.u: x, rules.order.v: y}),
        "True is a proposition, where a real number is needed",
    ),
    (
        lambda: rewritten(start(Lt(x, y)), (), rules.known_order, {rules.order.u: x, rules.order.v: y}),
        "nothing says that x < y",
    ),
    (
        lambda: rewritten(start(log(x), Lt(0, x)), (), rules.log_of_power, {rules.logs.a: x}),
        "the rule .log of a power.: say what b stands for",
    ),
    (
        lambda: rewritten(start(log(x), Lt(0, x)), (), rules.log_of_power, {rules.logs.a: x, rules.logs.b: S(2)}),
        "log.x. is not log.x..2.",
    ),
    (
        lambda: rewritten(
            start(S.Zero),
            (),
            rules.constant_factor,
            {rules.sums.c: I, rules.sums.f: Lambda(i, i), rules.sums.l: S.One, rules.sums.m: S.Zero},
        ),
        "I .ImaginaryUnit. is outside",
    ),
    (lambda: rewritten(start(x), (), Algebra(), target=x + 1), "x is not 1 . x by algebra"),
    (lambda: rewritten(start(x), (), Hypothesis(Equals(x, 1))), "is not a hypothesis here"),
    (lambda: rewritten(start(x, Lt(0, x)), (), Hypothesis(Lt(0, x))), "is not an equation"),
    (lambda: rewritten(start(f(x)), (), Definition(f(x), x), {x: x}), "f.x. is not defined here"),
    (
        lambda: rewritten(start(f(x), definitions=[Definition(f(t), t)]), (), Definition(f(t), t)),
        "the definition .f.: say what t stands for",
    ),
    (lambda: rewritten(start(x), (), "simplify"), "'simplify' justifies nothing"),
    (
        lambda: rewritten(start(a + b, Equals(a, 1)), (), Hypothesis(Equals(a, 1)), target=2 + b),
        "a . b is not a, the side of hypothesis 0 at that place",
    ),
    (
        lambda: rewritten(start(a + b, Equals(a, 1)), (0,), Hypothesis(Equals(a, 1)), target=b + 2),
        "2 . b does not follow; hypothesis 0 at that place gives 1 . b",
    ),
    (
        lambda: rewritten(
            start(w[k], ForAll(Equals(w[i], 1), (i, 1, n)), *whole),
            (),
            Hypothesis(ForAll(Equals(w[i], 1), (i, 1, n))),
            {i: k},
        ),
        "nothing says that k in 1..n",
    ),
]


@pytest.mark.parametrize("attempt, reason", REFUSED)
def test_a_refusal_says_what_is_missing(attempt, reason):
    with pytest.raises(Refused, match=reason):
        attempt()


def test_only_the_kernel_makes_theorems():
    theorem = start(x).theorem
    makers = (
        lambda: Theorem(theorem.given, "x", "y"),
        lambda: Theorem(theorem.given, "x", "y", seal=object()),
        lambda: dataclasses.replace(theorem, rhs="y"),
        lambda: type(theorem)(**{field.name: getattr(theorem, field.name) for field in dataclasses.fields(theorem)}),
    )
    for make in makers:
        with pytest.raises(TypeError, match="made by the kernel alone"):
            make()
    with pytest.raises(dataclasses.FrozenInstanceError):
        theorem.rhs = "y"
    assert not hasattr(theorem, "seal") or theorem.seal is None
    assert repr(copy.deepcopy(theorem)) == repr(pickle.loads(pickle.dumps(theorem))) == repr(theorem)


# What follows would each prove something false; each went through once, unless the comment says otherwise.


def false(attempt, reason):
    with pytest.raises((Refused, ValueError), match=reason):
        attempt()


def test_symbols_with_assumptions_prove_nothing_about_plain_ones():
    """With f(t) := sqrt(t²), SymPy makes f(x) into x for a positive x, also where the only hypothesis is x ≠ 0."""
    positive, root = Symbol("x", positive=True), Definition(f(t), sqrt(t**2))
    false(lambda: start(f(positive), Different(positive, 0), definitions=[root]), "meant only where 0 < x")
    even, odd = Symbol("m", even=True), Symbol("j", odd=True)
    false(lambda: start(Sum(KroneckerDelta(i, odd), (i, 1, even))), "presumes of m|presumes of j")
    false(lambda: start(KroneckerDelta(Symbol("q", rational=True), x)), "presumes of q")
    false(
        lambda: rewritten(start(f(positive), Lt(0, positive), definitions=[root]), (), root, {t: positive}),
        r"x does not follow; the definition 'f' at that place gives \(x\*\*2\)\*\*\(1/2\)",
    )


def test_a_bound_variable_is_not_what_is_defined_under_its_name():
    five = Definition(x, Integer(5))
    false(lambda: rewritten(start(Sum(x, (x, 1, 2)), definitions=[five]), (1,), five), "not defined here")
    theorem = rewritten(start(x, definitions=[five]), (), five)
    false(lambda: rewritten(start(Sum(x, (x, 1, 2)), definitions=[five]), (1,), theorem), "not defined so here")


def test_only_names_can_be_defined():
    false(lambda: start(x + y, definitions=[Definition(x + y, Integer(7))]), "is no name")
    false(lambda: start(S(3), definitions=[Definition(Integer(3), Integer(4))]), "is no name")


def test_a_hypothesis_about_an_outer_variable_says_nothing_about_a_bound_one():
    """(Refused from the beginning.)"""
    false(lambda: start(Sum(log(i), (i, 0, n)), *whole, Lt(0, i)), "defined only where")
    theorem = start(Sum(x * i, (i, 1, n)), *whole, Equals(i, 1))
    false(
        lambda: rewritten(theorem, (1,), Hypothesis(Equals(i, 1)), target=x), "hypothesis 2 is about an outer variable"
    )


def test_the_domain_of_a_binder_speaks_of_the_outer_variable():
    false(lambda: start(ArgMax(log(-t), (t, Interval.open(2 * t, 1)))), "is defined only where")


def test_a_theorem_that_meets_a_condition_for_all_may_not_fix_the_variable_in_a_definition():
    """With D := 1 − v, D·v² > 0 for v in (−1, 1) without 0; that says nothing about D·t² for the v at hand."""
    definition, inside = Definition(D, 1 - v), Without(Interval.open(-1, 1), 0)
    lemma = start(Lt(0, D * v**2), Member(v, inside), definitions=[definition])
    lemma = rewritten(lemma, (), rules.known_order, {rules.order.u: S.Zero, rules.order.v: D * v**2})
    term = ArgMin(D * t**2, (t, Interval.open(-1, 1)))
    values = {point: S.Zero, A: Interval.open(-1, 1), height: Lambda(t, D * t**2)}
    false(
        lambda: rewritten(
            start(term, definitions=[definition]), (), rules.unique_minimiser, values, evidence=(Evidence(lemma, v),)
        ),
        "unique minimiser needs a point of the set with a value below all others",
    )


half_to_two = Interval.open(S.Half, 2)


def gap(r):
    return r - 1 - log(r)


def tangent_lemma(domain):
    lemma = start(Lt(0, gap(v)), Member(v, Without(domain, 1)))
    return rewritten(lemma, (), rules.log_below_tangent, {rules.logs.x: v}).named("tangent")


def least_gap(evidence):
    values = {point: S.One, A: half_to_two, height: Lambda(t, gap(t))}
    return rewritten(start(ArgMin(gap(t), (t, half_to_two))), (), rules.unique_minimiser, values, evidence=(evidence,))


def test_a_theorem_meets_a_condition_for_all():
    evidence = Evidence(tangent_lemma(half_to_two), v)
    theorem = least_gap(evidence)
    assert theorem.rhs == FiniteSet(1)
    statement = ForAll(Lt(0, gap(t)), (t, Without(half_to_two, 1)))
    first, second = theorem.theorem.steps[0].conditions
    assert first == Condition(encode(Member(1, half_to_two)))
    assert second == Condition(encode(statement), evidence.derivation.name, "v")


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(tangent_lemma(half_to_two)),
        Evidence(tangent_lemma(half_to_two), u),
        Evidence(tangent_lemma(Interval.open(1, 2)), v),
        Evidence(reflexivity(Given((Member(v, Without(half_to_two, 1)),)), Lt(0, gap(v))), v),
        Evidence(reflexivity(Given(), S.true), v),
    ],
)
def test_another_theorem_does_not(evidence):
    with pytest.raises(
        Refused, match="unique minimiser needs a point of the set with a value below all others; nothing says that"
    ):
        least_gap(evidence)


UNDEFINED = [
    # u = w ⊢ u·v = w·v, at u = x, v = 1/x, w = 0: x = 0 ⊢ 1 = 0
    ({u: x, v: 1 / x, c: S.Zero}, S.One),
    ({u: x, v: exp(-log(x)), c: S.Zero}, S.One),
]


@pytest.mark.parametrize("values, side", UNDEFINED)
def test_names_stand_only_for_what_is_defined(values, side):
    theorem = start(u * v, Equals(u, c))
    theorem = rewritten(theorem, (theorem.rhs.args.index(u),), Hypothesis(Equals(u, c)))
    false(lambda: rewritten(start(side, Equals(x, 0)), (), theorem, values), "is defined only where x ≠ 0")


def test_functions_stand_only_for_what_is_defined_where_they_are_applied():
    """f(c) = 0 ⊢ f(c)·g(c) = 0, at f(t) = t and g(t) = 1/t: the hypothesis x = 0 and 1 = 0."""
    theorem = start(f(c) * g(c), Equals(f(c), 0))
    theorem = rewritten(theorem, (theorem.rhs.args.index(f(c)),), Hypothesis(Equals(f(c), 0)))
    values = {f: Lambda(t, t), g: Lambda(t, 1 / t), c: x}
    false(lambda: rewritten(start(S.One, Equals(x, 0)), (), theorem, values), "defined only where x ≠ 0")


def test_what_a_theorem_defines_has_to_be_defined_before_it_is_evaluated():
    """With h(t) := t·g(t), c = 0 ⊢ h(c) = 0. For g(t) = 1/t that h is SymPy's constant 1."""
    definition = Definition(h(t), t * g(t))
    theorem = rewritten(start(h(c), Equals(c, 0), definitions=[definition]), (), definition, {t: c})
    theorem = rewritten(theorem, (theorem.rhs.args.index(c),), Hypothesis(Equals(c, 0)))
    values = {c: x, g: Lambda(t, 1 / t)}
    one = Definition(h(t), S.One)
    false(
        lambda: rewritten(start(h(x), Equals(x, 0), definitions=[one]), (), theorem, values),
        "defined only where x ≠ 0",
    )


def test_what_is_defined_here_is_looked_at_before_it_is_evaluated():
    ratio = Definition(f(t), g(t) / g(z))
    false(lambda: start(f(z), definitions=[ratio]), "only where g.z. ≠ 0")
    assert rewritten(start(f(z), Lt(0, g(z)), definitions=[ratio]), (), ratio, {t: z}).rhs == 1


def test_a_rule_is_not_used_on_what_is_undefined():
    values = {rules.sums.c: x, rules.sums.f: Lambda(i, 1 / x), rules.sums.l: S.One, rules.sums.m: n}
    false(lambda: rewritten(start(Sum(1, (i, 1, n)), *whole), (), rules.constant_factor, values), "only where x ≠ 0")


def test_a_hypothesis_whose_variable_is_also_free_is_not_used():
    """∀ i in i..n: w_i = 1 says nothing about indices below the outer i. (That hole lasted an hour.)"""
    for statement in (ForAll(Equals(w[i], 1), (i, i, n)), ForAll(ForAll(Equals(w[i], 1), (i, 1, i)), (i, 1, n))):
        theorem = start(w[1], *whole, statement)
        false(
            lambda theorem=theorem, s=statement: rewritten(theorem, (), Hypothesis(s), {i: S.One}),
            "i has two meanings|which needs 1 in i..n",
        )


def test_parts_of_a_sum_are_chosen_by_their_places():
    false(lambda: rewritten(start(x + y), ((0, -1),), Algebra(), target=x + y), "has no parts")


def test_a_theorem_does_not_define_anew():
    definition = Definition(f(t), t**2)
    theorem = rewritten(start(f(x), definitions=[definition]), (), definition, {t: x})
    false(lambda: rewritten(start(f(x)), (), theorem), "not defined so here")
    false(lambda: rewritten(start(f(x), definitions=[Definition(f(t), t)]), (), theorem), "not defined so here")
    false(
        lambda: rewritten(start(f(x), definitions=[definition]), (), theorem, {f: Lambda(t, t)}),
        "f cannot be bound",
    )
    assert rewritten(start(f(y), definitions=[Definition(f(v), v * v)]), (), theorem, {x: y}).rhs == y**2


def test_nothing_is_proved_of_an_empty_range_or_by_a_range_that_makes_no_sense():
    false(
        lambda: rewritten(
            start(Sum(w[i], (i, 1, n)), Member(n, S.Integers), Le(0, n)),
            (),
            rules.last_term,
            {rules.sums.f: Lambda(i, w[i]), rules.sums.l: S.One, rules.sums.m: n},
        ),
        "last term of a sum needs at least one term",
    )
    false(lambda: start(Sum(1, (i, 3, 1))), "only where 2 <= 1")
    values = {rules.sums.c: S.One, rules.sums.l: S.One, rules.sums.m: S.Zero}
    assert rewritten(start(Sum(1, (i, 1, 0))), (), rules.sum_of_constant, values).rhs == 0


def test_a_rule_of_the_users_own_is_an_assumption_that_the_rule_table_does_not_have():
    """The kernel takes any `Rule`: a declaration is an axiom. The checker knows only the table (tests/rules)."""
    theorem = rewritten(start(S.One), (), Rule("nonsense", S.One, S(2)))
    assert theorem.rhs == 2 and theorem.steps[0].by not in rules.ALL


def random_bindings(rule, terms):
    rng = terms.rng
    for name in sorted(rule.schematic, key=str):
        if not isinstance(name, Symbol):
            parameters = tuple(rng.sample((i, j, k, t), 2 if rule is rules.exchange_of_sums else 1))
            body = terms.term(rng.choice((0, 1, 2)), list(parameters))
            yield name, Lambda(parameters, rng.choice((body, body**2, exp(body) if terms.rng.random() < 0.5 else body)))
        elif str(name) == "A":
            yield name, rng.choice((IndexRange(1, n), IndexRange(0, 1)))
        elif str(name) in "lrms":
            yield name, S(rng.choice((0, 1))) if str(name) in "lr" else rng.choice((n, n - 1, S(2), i))
        else:
            yield name, terms.term(rng.choice((0, 1, 2)))


@pytest.mark.slow
@pytest.mark.long
@settings(deadline=None, max_examples=size(200))
@given(st.integers(0, 2**32))
def test_instances_of_rules_hold_in_every_model_of_what_is_given(seed):
    rng = random.Random(seed)
    terms, env = Terms(rng, tame=rng.random() < 0.5), environment(rng)
    known = Given(tuple(terms.facts(env, rng.randint(2, 8))))
    for rule in rng.sample(rules.ALL, 4):
        bindings = dict(random_bindings(rule, terms))
        try:
            theorem = rewritten(reflexivity(known, substitute(rule.lhs, bindings)), (), rule, bindings)
        except (Refused, ValueError):
            continue
        try:
            assert same(theorem.lhs, theorem.rhs, env), (theorem, known)
        except Undefined as reason:
            assert isinstance(reason, OutOfReach) or "not finite" in str(reason), (theorem, known)
