"""Random terms of the certificate's language, as plain data."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Data = Any
NOTATION: dict[str, Any] = {
    "p": {"subscripts": 1},
    "P": {"subscripts": 1, "parameters": 1, "support": ["Range", 0, 1]},
    "q": {"support": ["Range", 0, 1]},
    "ybar": {"latex": r"\bar y"},
    "star": {"latex": r"\theta^*"},
}
VARIABLES = ("x", "theta", "theta_0", "sigma", "ybar", "star", "n", "a12", "rate")
INDICES = ("i", "j", "k")
MASSES = (["Apply", "q", "k"], ["Apply", "P", "i", "k", "x"], ["KroneckerDelta", "k", ["Indexed", "y", "i"]])

indices = st.one_of(st.sampled_from(INDICES), st.integers(0, 3), st.just(["Add", "i", 1]))
ranges = st.tuples(st.just("Range"), st.integers(0, 2), st.sampled_from(["n", 3, ["Add", "n", -1]])).map(list)
entries = st.tuples(st.just("Indexed"), st.just("y"), indices).map(list)
fractions = st.sampled_from([["Rational", 1, 2], ["Rational", -3, 4], ["Rational", 5, 3]])
leaves = st.one_of(
    st.integers(-3, 12),
    fractions,
    st.sampled_from(VARIABLES + INDICES),
    st.just(["Constant", "pi"]),
    entries,
    st.tuples(st.just("KroneckerDelta"), st.sampled_from(INDICES), st.one_of(entries, indices)).map(list),
)
EXPONENTS = (
    "x",
    "k",
    ["Add", 1, ["Mul", -1, ["Indexed", "y", "i"]]],
    ["Mul", -1, "x"],
    ["Mul", ["Rational", 1, 2], "n"],
)
exponents = st.one_of(st.integers(-3, 3), fractions, entries, st.sampled_from(EXPONENTS))  # no towers of numbers


def several(head: str, parts: st.SearchStrategy[Data], least: int = 2, most: int = 3) -> st.SearchStrategy[Data]:
    return st.lists(parts, min_size=least, max_size=most).map(lambda drawn: [head, *drawn])


def _larger(parts: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    mass = st.one_of(parts, st.sampled_from(MASSES))
    near = st.sampled_from(["Reals", ["Above", 0]])
    points = st.tuples(st.just("Near"), near, st.one_of(st.just("x"), parts)).map(list)
    twice = parts.map(lambda body: ["Derivative", "x", ["Near", "Reals", "x"], body])
    between = st.tuples(st.just("Between"), st.one_of(st.just("x"), parts), parts).map(list)
    outcomes = st.one_of(ranges, st.just(["Range", 0, 1]))
    return st.one_of(
        several("Add", parts),
        several("Mul", parts),
        st.tuples(st.just("Pow"), parts, exponents).map(list),
        several("log", parts, 1, 1),
        several("exp", parts, 1, 1),
        st.tuples(st.just("Apply"), st.just("f"), parts).map(list),
        st.tuples(st.just("Apply"), st.just("p"), indices, parts).map(list),
        st.tuples(st.just("Apply"), st.just("P"), indices, indices, parts).map(list),
        st.tuples(st.sampled_from(["Sum", "Product"]), st.sampled_from(INDICES), ranges, parts).map(list),
        st.tuples(st.just("Derivative"), st.sampled_from(["x", "k"]), points, parts).map(list),
        st.tuples(st.just("Derivative"), st.just("x"), points, twice).map(list),
        st.tuples(st.just("Integral"), st.sampled_from(["x", "k"]), between, parts).map(list),
        st.tuples(st.just("Entropy"), st.just("k"), outcomes, mass).map(list),
        st.tuples(st.sampled_from(["CrossEntropy", "KLDivergence"]), st.just("k"), outcomes, mass, mass).map(list),
    )


numbers = st.recursive(leaves, _larger, max_leaves=12)
simple_sets = st.one_of(
    st.sampled_from(["Theta", "Reals", "Integers", ["Empty"]]),
    several("Interval", numbers, 2, 2),
    several("Above", numbers, 1, 1),
    several("Finite", numbers, 1, 3),
    ranges,
)
sets = st.one_of(
    simple_sets,
    st.tuples(st.just("Without"), simple_sets, numbers).map(list),
    st.tuples(st.sampled_from(["ArgMax", "ArgMin"]), st.just("theta"), simple_sets, numbers).map(list),
)
relations = st.one_of(
    st.tuples(st.sampled_from(["Lt", "Le", "Ne", "Eq"]), numbers, numbers).map(list),
    st.tuples(st.just("Member"), numbers, sets).map(list),
)
propositions = st.one_of(
    relations,
    st.tuples(st.just("ForAll"), st.just("theta"), simple_sets, relations).map(list),
    st.tuples(st.just("ForAll"), st.just("i"), ranges, relations).map(list),
    st.sampled_from([["True"], ["False"]]),
)
terms = st.one_of(numbers, numbers, sets, propositions)
