"""Chains: lines forwards and backwards, and refusals that explain themselves."""

import pytest
from sympy import Function, IndexedBase, Integer, Lambda, Product, S, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Equals, ForAll, Le, Lt, Member
from mlce_sym.prover import Chain, back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Line, Proof
from mlce_sym.terms.errors import Refused

a, b, i, j, n, t, x, y = symbols("a b i j n t x y")
f, L, w = Function("f"), Function("L"), IndexedBase("w")
positive = [a > 0, b > 0, x > 0]
data = Given((Member(n, S.Integers), Le(1, n), ForAll(Lt(0, w[i]), (i, 1, n))))


def test_a_proof_line_by_line():
    product = Product(w[i], (i, 1, n))
    proof = (
        chain(log(product**2), data)
        .by(rules.log_of_power)
        .eq(2 * Sum(log(w[j]), (j, 1, n)), by=rules.log_of_product, reason="the logarithm")
        .qed("name", "Title")
    )
    assert isinstance(proof, Proof)
    assert (proof.derivation.lhs, proof.derivation.rhs) == (log(product**2), 2 * Sum(log(w[j]), (j, 1, n)))
    assert proof.lines == (Line(1), Line(3, "the logarithm"))
    assert [getattr(step.by, "name", "algebra") for step in proof.derivation.steps] == [
        "log of a power",
        "log of a product",
        "algebra",
    ]
    assert (proof.derivation.name, proof.title, proof.role) == ("name", "Title", "theorem")


def test_the_names_of_bound_variables_are_kept():
    reached = chain(Sum(w[j] + 1, (j, 1, n)), data).by(rules.sum_of_sum).expression
    assert reached == Sum(w[j], (j, 1, n)) + Sum(1, (j, 1, n))


def test_a_line_may_be_reached_backwards():
    line = chain(log(a) + log(b), positive).eq(log(a * b), by=rules.log_of_two_factors)
    assert line.expression == log(a * b)
    (step,) = line.derivation.steps
    assert step.reverse and (step.before, step.after) == (log(a) + log(b), log(a * b))


def test_definitions_are_unfolded_and_folded():
    given = Given((Lt(0, t),), (Definition(L(x), x**2),))
    line = chain(L(t) + 1, given).unfold(L)
    assert line.expression == t**2 + 1
    assert line.fold(L(t)).expression == L(t) + 1
    with pytest.raises(Refused, match="f is not defined here"):
        line.unfold(f)


def test_hypotheses_and_theorems_are_used_like_rules():
    line = chain(Sum(f(i) * x, (i, 1, 3)), Given((ForAll(Equals(f(j), 2), (j, 1, 5)),)))
    assert line.by(Hypothesis(ForAll(Equals(f(j), 2), (j, 1, 5)))).expression == Sum(2 * x, (i, 1, 3))
    square = chain(log(a**2), [a > 0]).by(rules.log_of_power).qed("square")
    assert chain(log(b**2) + x, positive).by(square).expression == 2 * log(b) + x
    assert chain(2 * log(b), positive).by(back(square)).expression == log(b**2)
    assert chain(log(b**2), positive).by(use(square, a=b)).expression == 2 * log(b)


REFUSALS = [
    (
        lambda: chain(
            log(Product(w[i], (i, 1, n)) * x), Given((*data.hypotheses[:2], Lt(0, x * Product(w[i], (i, 1, n)))))
        ).by(rules.log_of_product),
        "log of a product fits no part of",
    ),
    (
        lambda: (
            chain(log(Product(w[i] ** 2, (i, 1, n))), Given((*data.hypotheses, Lt(0, 1))))
            .by(use(rules.log_of_product))
            .by(use(rules.log_of_power))
            .by(rules.log_of_two_factors)
        ),
        "log of two factors fits no part of",
    ),
    (
        lambda: chain(log(Product(w[i], (i, 1, n))), Given((*data.hypotheses[:2], Lt(0, Product(w[i], (i, 1, n)))))).by(
            rules.log_of_product
        ),
        r"^log of a product needs every factor positive; nothing says that 0 < w\[i\] for all i in 1..n$",
    ),
    (
        lambda: chain(log(a * b), [a * b > 0]).by(rules.log_of_two_factors),
        "^log of two factors needs both factors positive; nothing says that 0 < [ab]$",
    ),
    (lambda: chain(log(a * b)), r"^log\(a\*b\) is defined only where 0 < a\*b, and nothing says so$"),
    (lambda: chain(log(a), positive).by(use(rules.log_of_power, z=a)), "^log of a power has no z; it speaks of a, b$"),
    (
        lambda: chain(a, positive).eq(b),
        "^no rules lead from this line to the one written out; they differ in\n  here:  a\n  there: b$",
    ),
    (lambda: chain(a, positive).by(Hypothesis(Lt(0, a))), "0 < a is not an equation"),
    (lambda: chain(a, positive).by(Definition(a, b)), "is not defined here|fits no part"),
]


@pytest.mark.parametrize("attempt, reason", REFUSALS)
def test_a_refused_line_says_why(attempt, reason):
    with pytest.raises(Refused, match=reason):
        attempt()


def test_a_line_with_nothing_new_is_no_line():
    line = chain(a + b)
    assert line.eq(b + a) is line
    assert isinstance(line, Chain) and line.lines == ()


def test_a_chain_from_sympy_relations_and_assumptions():
    s = symbols("s", positive=True)
    assert chain(log(s * a), [a > 0]).by(rules.log_of_two_factors).derivation.given.hypotheses == (Lt(0, a), Lt(0, s))
    assert chain(3).expression == Integer(3)


def test_because_names_theorems_and_pairs():
    lemma = chain(Lt(0, t**2), Given((Lt(t, 0),))).by(rules.positive_square).qed("lemma")
    (plain,) = use(rules.positive_sum, because=lemma).because
    (pair,) = use(rules.positive_sum, because=(lemma, t)).because
    assert (plain.derivation, plain.variable) == (lemma.derivation, None)
    assert (pair.derivation, pair.variable) == (lemma.derivation, t)
    assert len(use(rules.positive_sum, because=(lemma, (lemma, t))).because) == 2


def test_bindings_of_functions():
    mass = Lambda(t, a**t * (1 - a) ** (1 - t))
    between = (Lt(0, a), Lt(a, 1), Le(0, y), Le(y, 1))
    used = use(rules.binary_cases, f=mass, y=y)
    assert chain(mass(y), Given((*between, Member(y, S.Integers)))).by(used).expression == mass(y)
    with pytest.raises(Refused, match=r"a label in \{0, 1\} and both values positive; nothing says that y in \{0, 1\}"):
        chain(mass(y), Given(between)).by(used)
