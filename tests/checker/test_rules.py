"""Every rule of the table is true, needs each of its conditions, and no slip in it goes unnoticed."""

from __future__ import annotations

import pytest

from mlce_sym import table
from mlce_sym.checker.numeric import Agreement, Difference, check_rule

from .slips import mutations

ROWS = table.rows()


@pytest.mark.parametrize("name", ROWS)
def test_every_rule_agrees(name):
    found = check_rule(ROWS[name])
    assert isinstance(found, Agreement) and found.tried >= 30


# The other condition and a side's being defined imply it; or an ordinary power is defined where a certificate's is not.
REDUNDANT = {
    ("log of two factors", 0): "log(ab) and log a + log b are both defined, b being positive, just where a > 0",
    ("log of two factors", 1): "as for a",
    ("log of a quotient", 0): "log(a/b) and log a - log b are both defined, b being positive, just where a > 0",
    ("log of a quotient", 1): "as for a",
    ("two cases in one formula", 1): "f(0)^(1-y) is a power with exponent 0 or 1, and 0^0 = 1",
    ("two cases in one formula", 2): "f(1)^y is a power with exponent 0 or 1, and 0^0 = 1",
    ("sum with a positive term", 2): "is needed, but only where all terms are 0, and such values are not drawn",
}
CONDITIONS = [(name, number) for name in ROWS for number in range(len(ROWS[name]["conditions"]))]


@pytest.mark.parametrize("name, number", CONDITIONS)
def test_every_dropped_condition_is_noticed(name, number):
    found = check_rule(ROWS[name], without=number)
    assert isinstance(found, Difference) != ((name, number) in REDUNDANT)


def test_no_redundant_condition_has_been_dropped():
    assert set(REDUNDANT) <= set(CONDITIONS)


@pytest.mark.parametrize("name", sorted({name for name, _ in REDUNDANT if name.startswith("log")}))
def test_conditions_that_imply_each_other_are_noticed_together(name):
    found = check_rule({**ROWS[name], "conditions": []})
    assert isinstance(found, Difference) and "undefined" in found.why


Y_I = ["Indexed", "y", "i"]
X, T, F_T, F_I = "x", "t", ["Apply", "f", "t"], ["Apply", "f", "i"]


def neg(term):
    return ["Mul", -1, term]


EMPTY_RANGE = ["Range", "l", ["Add", -1, "l"]]
OPEN = ["Interval", "a", "b"]
# True equations too: (rule, side): the mutants, and why.
EQUIVALENT = {
    ("log lies below its tangent", "lhs"): [
        ["Lt", -1, ["Add", -1, X, neg(["log", X])]],  # weaker
        ["Lt", 0, ["Add", 0, X, neg(["log", X])]],  # weaker
    ],
    ("log lies on or below its tangent", "lhs"): [
        ["Le", -1, ["Add", -1, X, neg(["log", X])]],  # weaker
        ["Le", 0, ["Add", 0, X, neg(["log", X])]],  # weaker
    ],
    ("sum of nonnegative terms", "lhs"): [
        ["Le", -1, ["Sum", "i", ["Range", "l", "m"], F_I]],  # weaker
        ["Le", 0, ["Product", "i", ["Range", "l", "m"], F_I]],  # their product is not negative either
    ],
    ("sum with a positive term", "lhs"): [["Lt", -1, ["Sum", "i", ["Range", "l", "m"], F_I]]],  # weaker
    ("a constant changes no minimiser", "lhs"): [["ArgMin", T, "A", ["Add", neg("c"), F_T]]],  # a constant as well
    ("empty sum", "lhs"): [  # of nothing
        neg(["Sum", "i", EMPTY_RANGE, F_I]),
        ["Sum", "i", EMPTY_RANGE, neg(F_I)],
        ["Sum", "i", EMPTY_RANGE, ["Apply", "f", neg("i")]],
    ],
    ("empty product", "lhs"): [  # of nothing
        ["Product", "i", EMPTY_RANGE, neg(F_I)],
        ["Product", "i", EMPTY_RANGE, ["Apply", "f", neg("i")]],
    ],
    ("indicator of the label 0", "lhs"): [["KroneckerDelta", 0, neg("y")]],  # -y = 0 where y = 0
    ("log is strictly increasing", "lhs"): [["ArgMax", T, "A", ["exp", F_T]]],  # so is exp
    ("arg max of the negative", "lhs"): [["ArgMax", T, "A", ["Mul", -2, F_T]]],  # a negative factor as well
    ("a constant changes no optimum", "lhs"): [["ArgMax", T, "A", ["Add", neg("c"), F_T]]],  # a constant as well
    ("a positive factor changes no optimum", "lhs"): [["ArgMin", T, "A", ["Add", "c", F_T]]],  # a constant as well
    **{
        (f"an open interval has no {word} number", "lhs"): [  # nor the other end, of any open interval
            [other, T, OPEN, T],
            [head, T, ["Interval", neg("a"), "b"], T],
            [head, T, ["Interval", "a", neg("b")], T],
            [head, T, OPEN, neg(T)],
        ]
        for word, head, other in (("least", "ArgMin", "ArgMax"), ("greatest", "ArgMax", "ArgMin"))
    },
    ("sum of positive numbers", "lhs"): [
        ["Lt", -1, ["Add", "u", "v"]],  # weaker
        ["Lt", 0, ["Mul", "u", "v"]],  # their product is positive, too
    ],
    ("a square is positive", "lhs"): [
        ["Lt", -1, ["Pow", "u", 2]],  # weaker
        ["Lt", 0, ["Pow", 2, "u"]],  # any power of 2 is positive
        ["Lt", 0, ["Pow", neg("u"), 2]],  # the same square
    ],
    # with p <= 0 assumed, since -p must be a distribution, and p > 0 a condition, the range is empty
    ("entropy of a positive distribution", "lhs"): [["Entropy", "k", ["Range", "l", "m"], neg(["Apply", "p", "k"])]],
    ("KL divergence", "lhs"): [
        ["KLDivergence", "k", ["Range", "l", "m"], neg(["Apply", "p", "k"]), ["Apply", "q", "k"]],
    ],
}


@pytest.mark.parametrize("side", ("lhs", "rhs"))
@pytest.mark.parametrize("name", ROWS)
def test_every_slip_in_a_rule_is_noticed(name, side):
    missed = []
    for mutant in mutations(ROWS[name][side]):
        found = check_rule({**ROWS[name], side: mutant})
        if isinstance(found, Agreement) and found.tried:
            missed.append(mutant)
    assert missed == EQUIVALENT.get((name, side), [])
