"""What the project prints of random terms is read back to them, in one of its readings."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlce_sym.certificate.writing import plain
from mlce_sym.evaluate.numeric import compare
from mlce_sym.evaluate.outcomes import Difference
from mlce_sym.reading import Scope, parse, read
from mlce_sym.terms.terms import alpha
from mlce_sym.terms.terms import parse as parse_term
from mlce_sym.writers.latex_terms import term as latex

from .terms import entries, fractions, several

NAMES = ("x", "theta", "theta_0", "sigma", "n")
SCOPE = Scope(functions=frozenset("f"), vectors=frozenset("y"), numbers=frozenset(NAMES))
leaves = st.one_of(st.integers(-3, 12), fractions, st.sampled_from(NAMES), st.just(["Constant", "pi"]), entries)
exponents = st.one_of(st.integers(-3, 3), st.sampled_from(["x", ["Mul", -1, "x"], ["Rational", 1, 2]]))
ranges = st.tuples(st.just("Range"), st.integers(0, 2), st.sampled_from(["n", 3])).map(list)


def larger(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        several("Add", parts),
        several("Mul", parts),
        st.tuples(st.just("Pow"), parts, exponents).map(list),
        st.sampled_from(["log", "exp", "gamma", "factorial", "abs", "sin"]).flatmap(lambda f: several(f, parts, 1, 1)),
        st.sampled_from(["max", "binomial", "beta"]).flatmap(lambda f: several(f, parts, 2, 2)),
        st.tuples(st.just("Apply"), st.just("f"), parts).map(list),
        st.tuples(st.sampled_from(["Sum", "Product"]), st.sampled_from(["i", "j"]), ranges, parts).map(list),
        st.tuples(st.just("Derivative"), st.just("x"), st.just(["Near", "Reals", "x"]), parts).map(list),
    )


@pytest.mark.slow
@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.recursive(leaves, larger, max_leaves=8))
def test_random_terms_are_read_back(data: Any) -> None:
    tree = parse(latex(data))[0][0].tree
    assert tree is not None
    readings = read(tree, SCOPE)
    assert any(reading.unjudged or _same(reading.terms[0], parse_term(data)) for reading in readings)


def _same(term: Any, known: Any) -> bool:
    """Whether they are one, or at least have no different values."""
    return alpha(term) == alpha(known) or not isinstance(compare(plain(term), plain(known), [], tries=6), Difference)
