"""Cases and induction: what is 0 in each case is 0.

Induction does not say that a and n are integers with n ≥ a: the range from a to n − 1 is defined only there.
"""

from sympy import FiniteSet, Function, S, symbols

from ..border.nodes import Above, Equals, ForAll, Member, Without
from ..border.rule import Rule

A, a, k, n, t, u, v, y = symbols("A a k n t u v y")
f = Function("f")

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

by_first_value = Rule(
    "by the first value",
    f(y),
    S.Zero,
    (Member(y, A), Equals(f(u), 0), ForAll(Equals(f(t), 0), (t, Without(A, u)))),
    needs="that it is so for one element of a set, and for all others",
    words="It is that element, or another one.",
    reference="by cases",
    lemma="by_first_value",
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
