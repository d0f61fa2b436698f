"""Rules for a label y in {0, 1}."""

from sympy import FiniteSet, Function, KroneckerDelta, S, symbols

from ..border.nodes import Lt, Member
from ..border.rule import Rule

y = symbols("y")
f = Function("f")

TWO_CASES = "by cases, y = 0 and y = 1"

binary_cases = Rule(
    "two cases in one formula",
    f(y),
    f(1) ** y * f(0) ** (1 - y),
    (Member(y, FiniteSet(0, 1)), Lt(0, f(0)), Lt(0, f(1))),
    needs="a label in {0, 1} and both values positive",
    words="One exponent is 1 and the other is 0.",
    reference="Bishop, Pattern Recognition and Machine Learning, (2.2); " + TWO_CASES,
    lemma="binary_cases",
)

delta_at_one = Rule(
    "indicator of the label 1",
    KroneckerDelta(1, y),
    y,
    (Member(y, FiniteSet(0, 1)),),
    needs="a label in {0, 1}",
    words="A binary label is its own indicator.",
    reference=TWO_CASES,
    lemma="delta_at_one",
)

delta_at_zero = Rule(
    "indicator of the label 0",
    KroneckerDelta(0, y),
    S.One - y,
    (Member(y, FiniteSet(0, 1)),),
    needs="a label in {0, 1}",
    words="The label 0 is the complement of the label 1.",
    reference=TWO_CASES,
    lemma="delta_at_zero",
)
