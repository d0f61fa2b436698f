"""Proofs that a search has found, made fit to be read."""

from __future__ import annotations

import pytest
from sympy import IndexedBase, Product, S, Sum, binomial, exp, factorial, gamma, log, pi, sqrt, symbols

from mlce_sym import chain, judge, prove, rules
from mlce_sym.border.nodes import ForAll, Le, Lt, Member
from mlce_sym.prover.derivation import Algebra
from mlce_sym.prover.shortening import ideas, shortened
from mlce_sym.terms.errors import Refused

i, k, n, K, m = symbols("i k n K m")
p, mu, sigma, rate, shape = symbols("p mu sigma r a")
y, q = IndexedBase("y"), IndexedBase("q")
total = Sum(y[i], (i, 1, n))
counts = (ForAll(Member(y[i], S.Integers), (i, 1, n)), ForAll(Le(0, y[i]), (i, 1, n)))


def likelihood(factor):
    return log(Product(factor, (i, 1, n)))


BERNOULLI = likelihood(p ** y[i] * (1 - p) ** (1 - y[i]))
TEXTBOOK = {  # the log-likelihood, what it comes to, what is given, and how many lines a textbook gives it
    "bernoulli": (BERNOULLI, total * log(p) + (n - total) * log(1 - p), (p > 0, p < 1), 2),
    "binomial": (
        likelihood(binomial(m, y[i]) * p ** y[i] * (1 - p) ** (m - y[i])),
        Sum(log(binomial(m, y[i])), (i, 1, n)) + total * log(p) + (n * m - total) * log(1 - p),
        (p > 0, p < 1, *counts, ForAll(Le(y[i], m), (i, 1, n)), Member(m, S.Integers), Le(0, m)),
        2,
    ),
    "poisson": (
        likelihood(rate ** y[i] * exp(-rate) / factorial(y[i])),
        total * log(rate) - n * rate - Sum(log(factorial(y[i])), (i, 1, n)),
        (rate > 0, *counts),
        2,
    ),
    "exponential": (likelihood(rate * exp(-rate * y[i])), n * log(rate) - rate * total, (rate > 0,), 2),
    "gaussian": (
        likelihood(exp(-((y[i] - mu) ** 2) / (2 * sigma**2)) / sqrt(2 * pi * sigma**2)),
        -n / 2 * log(2 * pi * sigma**2) - Sum((y[i] - mu) ** 2, (i, 1, n)) / (2 * sigma**2),
        (sigma > 0,),
        3,
    ),
    "gamma": (
        likelihood(rate**shape / gamma(shape) * y[i] ** (shape - 1) * exp(-rate * y[i])),
        n * shape * log(rate) - n * log(gamma(shape)) + (shape - 1) * Sum(log(y[i]), (i, 1, n)) - rate * total,
        (shape > 0, rate > 0, ForAll(Lt(0, y[i]), (i, 1, n))),
        2,
    ),
    "categorical": (
        likelihood(Product(q[k] ** y[i, k], (k, 1, K))),
        Sum(y[i, k] * log(q[k]), (k, 1, K), (i, 1, n)),
        (ForAll(Lt(0, q[k]), (k, 1, K)), K >= 1),
        1,
    ),
}


@pytest.mark.parametrize("name", TEXTBOOK)
def test_a_log_likelihood_has_as_few_lines_as_in_a_textbook(name):
    lhs, rhs, given, lines = TEXTBOOK[name]
    proved = prove(lhs, rhs, [*given, n >= 1])
    (proof,) = proved.document.proofs
    assert len(proof.lines) == lines and proof.lines[-1].step == len(proof.derivation.steps)
    assert proved.write() != proved.write(full=True)


@pytest.mark.parametrize("name", TEXTBOOK)
def test_a_shorter_proof_proves_the_same(name):
    lhs, rhs, given, _ = TEXTBOOK[name]
    found = judge(lhs, rhs, [*given, n >= 1]).derivation
    short = shortened(found)
    assert (short.lhs, short.rhs, short.given) == (found.lhs, found.rhs, found.given)
    assert len(short.steps) <= len(found.steps) and short.theorem.given == found.theorem.given
    assert len({step.before for step in short.steps}) == len(short.steps)
    assert shortened(short).steps == short.steps


def test_steps_that_undo_each_other_are_left_out():
    start = chain(log(p * mu), [p > 0, mu > 0])
    detour = start.by(rules.log_of_two_factors).eq(log(mu * p), by=rules.log_of_two_factors)
    assert len(detour.derivation.steps) == 2 and shortened(detour.derivation).steps == ()
    onwards = detour.by(rules.log_of_two_factors).eq(log(p) + 2 * log(mu) - log(mu))
    assert [step.by for step in shortened(onwards.derivation).steps] == [rules.log_of_two_factors]


def test_what_algebra_does_is_one_step():
    short = shortened(chain((p + 1) ** 2).eq(p**2 + 2 * p + 1).eq(p * (p + 2) + 1).derivation)
    assert [type(step.by) for step in short.steps] == [Algebra] and len(ideas(short)) == 1


def test_lemmas_come_first_with_their_lines():
    proved = prove(Sum(k * factorial(k), (k, 1, n)), factorial(n + 1) - 1, [n >= 1])
    *lemmas, last = proved.document.proofs
    assert [proof.role for proof in lemmas] == ["lemma", "lemma"] and all(proof.lines for proof in (*lemmas, last))


# A line of a chain without a justification


def test_a_line_without_a_justification_is_searched_for():
    both = chain(BERNOULLI, [p > 0, p < 1, n >= 1])
    both = both.eq(Sum(y[i] * log(p) + (1 - y[i]) * log(1 - p), (i, 1, n)))
    both = both.eq(total * log(p) + (n - total) * log(1 - p), reason="linearity")
    assert [line.reason for line in both.lines] == [None, "linearity"] and len(both.derivation.steps) == 10
    assert "2 theorems" not in str(prove(both))


def test_the_lemmas_of_a_search_are_in_the_document_of_a_chain():
    of_first, of_second = Sum(k * factorial(k), (k, 1, n)), Sum((k**2 + 1) * factorial(k), (k, 1, n))
    one = chain(of_first + mu, [n >= 1]).eq(factorial(n + 1) - 1 + mu)
    assert [proof.role for proof in prove(one).document.proofs] == ["lemma", "lemma", "theorem"]
    two = chain(of_second, [n >= 1]).eq(n * factorial(n + 1))
    first, second = one.qed("first"), two.qed("second")
    both = (
        chain(of_first + mu - of_second, [n >= 1])
        .by(second)
        .eq(factorial(n + 1) - 1 + mu - n * factorial(n + 1), by=first)
    )
    roles = [proof.role for proof in prove(both).document.proofs]
    assert roles == ["lemma"] * 6 + ["theorem"]


def test_two_lemmas_of_one_name_are_refused():
    one = chain(log(p * mu), [p > 0, mu > 0]).by(rules.log_of_two_factors)
    two = chain(log(mu**p), [mu > 0]).by(rules.log_of_power)
    start = chain(log(p * mu) + log(mu**p), [p > 0, mu > 0])
    with pytest.raises(Refused, match="two different theorems are called 'same'"):
        prove(start.by(one.qed("same")).by(two.qed("same")))


@pytest.mark.slow
def test_a_line_that_does_not_follow_is_refused_with_the_difference():
    with pytest.raises(Refused) as caught:
        chain(BERNOULLI, [p > 0, p < 1, n >= 1]).eq(total * log(p) + (n + total) * log(1 - p))
    first, here, there = str(caught.value).splitlines()
    assert first.endswith("they differ in")
    assert (here, there) == (f"  here:  {-total * log(1 - p)}", f"  there: {total * log(1 - p)}")


def test_a_line_may_not_need_what_is_not_given():
    with pytest.raises(Refused, match="is defined only where"):
        chain(mu).eq(exp(log(mu), evaluate=False))
