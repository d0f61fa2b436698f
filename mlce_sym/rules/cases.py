"""Cases and induction: the case that holds counts, and what is 0 in each case is 0.

Induction does not say that a and n are integers with n ≥ a: the range from a to n − 1 is defined only there.
"""

from sympy import FiniteSet, Function, KroneckerDelta, S, symbols

from ..border.nodes import Above, Cases, Different, Equals, ForAll, Le, Lt, Member
from ..border.rule import Rule

A, a, b, k, n, t, u, v, y = symbols("A a b k n t u v y")
f = Function("f")

BY_DEFINITION = "Graham, Knuth and Patashnik, Concrete Mathematics, 2.1 and 2.2"

by_sign = Rule(
    "by the sign",
    f(a),
    S.Zero,
    (
        ForAll(Equals(f(t), 0), (t, Above(0))),
        ForAll(Equals(f(t), 0), (t, FiniteSet(0))),  # not f(0) = 0, which SymPy would work out
        ForAll(Equals(f(-t), 0), (t, Above(0))),
    ),
    needs="that it is so for a positive number, for 0, and for a negative one",
    words="A number is positive, zero or negative.",
    reference="Rudin, Principles of Mathematical Analysis, 1.5",
    lemma="by_sign",
)

only_element = Rule(
    "only element of a set",
    a,
    u,
    (Member(a, FiniteSet(u)),),
    needs="an element of a set with one element",
    words="The set has no other element.",
    reference="Rudin, Principles of Mathematical Analysis, 1.3",
    lemma="only_element",
)

by_two_values = Rule(
    "by two values",
    f(y),
    S.Zero,
    (Member(y, FiniteSet(u, v)), Equals(f(u), 0), Equals(f(v), 0)),
    needs="one of two values, and that it is so for both",
    words="There are no other values.",
    reference="by cases",
    lemma="by_two_values",
)

induction = Rule(
    "induction",
    f(n),
    S.Zero,
    (Equals(f(a), 0), ForAll(Equals(f(k + 1), f(k)), (k, a, n - 1))),
    needs="that it is so at the beginning, and does not change from one integer to the next",
    words="By induction.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 1.1",
    lemma="induction",
)

HOLDS = {"needs": "that the condition holds", "words": "This is the case that holds.", "reference": BY_DEFINITION}
FAILS = {"needs": "that the condition fails", "words": "This is the case that holds.", "reference": BY_DEFINITION}
ALIKE = {"words": "It is the same in both cases.", "reference": BY_DEFINITION}

case_less = Rule("case of a smaller number", Cases(Lt(u, v), a, b), a, (Lt(u, v),), lemma="case_less", **HOLDS)

case_not_less = Rule("case of no smaller number", Cases(Lt(u, v), a, b), b, (Le(v, u),), lemma="case_not_less", **FAILS)

case_at_most = Rule("case of at most a number", Cases(Le(u, v), a, b), a, (Le(u, v),), lemma="case_at_most", **HOLDS)

case_not_at_most = Rule(
    "case of more than a number", Cases(Le(u, v), a, b), b, (Lt(v, u),), lemma="case_not_at_most", **FAILS
)

case_equal = Rule("case of equal numbers", Cases(Equals(u, v), a, b), a, (Equals(u, v),), lemma="case_equal", **HOLDS)

case_not_equal = Rule(
    "case of numbers that are not equal",
    Cases(Equals(u, v), a, b),
    b,
    (Different(u, v),),
    lemma="case_not_equal",
    **FAILS,
)

case_different = Rule(
    "case of different numbers", Cases(Different(u, v), a, b), a, (Different(u, v),), lemma="case_different", **HOLDS
)

case_not_different = Rule(
    "case of numbers that are not different",
    Cases(Different(u, v), a, b),
    b,
    (Equals(u, v),),
    lemma="case_not_different",
    **FAILS,
)

case_member = Rule(
    "case of a member",
    Cases(Member(u, A), a, b),
    a,
    (Member(u, A),),
    uncertified="whether a number lies in a set is not decided in Coq without a further axiom",
    **HOLDS,
)

alike_by_order = Rule("either smaller or not", Cases(Lt(u, v), a, a), a, lemma="alike_by_order", **ALIKE)

alike_by_equality = Rule("either equal or not", Cases(Equals(u, v), a, a), a, lemma="alike_by_equality", **ALIKE)

delta_by_cases = Rule(
    "Kronecker delta by cases",
    KroneckerDelta(u, v),
    Cases(Equals(u, v), 1, 0),
    words="By definition.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2.1 (Iverson's convention)",
    lemma="delta_by_cases",
)
