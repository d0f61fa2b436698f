"""Cases and induction: the case that holds counts, and what is 0 in each case is 0.

Induction does not say that a and n are integers with n ≥ a: the range from a to n − 1 is defined only there.
"""

from sympy import Basic, FiniteSet, Function, KroneckerDelta, S, Symbol, log, symbols

from ..border.nodes import Cases, DerivativeAt, Different, Equals, ForAll, Le, Lt, Member, Near, Without
from ..border.rule import Rule

A, a, b, k, n, t, u, v, y = symbols("A a b k n t u v y")
f, g = Function("f"), Function("g")
NEAR = (t, Near(A, a))

BY_DEFINITION = "Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1 and 2.2"

only_element = Rule(
    "only element of a set",
    a,
    u,
    (Member(a, FiniteSet(u)),),
    needs="an element of a set with one element",
    words="The set has no other element.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.3",
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
    (Equals(f(a), 0), ForAll(Equals(f(k + 1), g(k) * f(k)), (k, a, n - 1))),
    needs="that it is so at the beginning, and a multiple of it from one integer to the next",
    words="By induction.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 1.1",
    lemma="induction",
)


def _counts(name: str, cases: Cases, value: Symbol, condition: Basic, lemma: str) -> Rule:
    return Rule(
        name,
        cases,
        value,
        (condition,),
        needs="to know which case it is",
        words="This is the case that holds.",
        reference=BY_DEFINITION,
        lemma=lemma,
    )


def _alike(name: str, condition: Basic, lemma: str) -> Rule:
    words = "It is the same in both cases."
    return Rule(name, Cases(condition, a, a), a, words=words, reference=BY_DEFINITION, lemma=lemma)


case_less = _counts("case of a smaller number", Cases(Lt(u, v), a, b), a, Lt(u, v), "case_less")
case_not_less = _counts("case of no smaller number", Cases(Lt(u, v), a, b), b, Le(v, u), "case_not_less")
case_at_most = _counts("case of at most a number", Cases(Le(u, v), a, b), a, Le(u, v), "case_at_most")
case_not_at_most = _counts("case of more than a number", Cases(Le(u, v), a, b), b, Lt(v, u), "case_not_at_most")
case_equal = _counts("case of equal numbers", Cases(Equals(u, v), a, b), a, Equals(u, v), "case_equal")
case_not_equal = _counts(
    "case of numbers that are not equal", Cases(Equals(u, v), a, b), b, Different(u, v), "case_not_equal"
)
case_different = _counts(
    "case of different numbers", Cases(Different(u, v), a, b), a, Different(u, v), "case_different"
)
case_not_different = _counts(
    "case of numbers that are not different", Cases(Different(u, v), a, b), b, Equals(u, v), "case_not_different"
)


def _within(name: str, condition: Basic, lemma: str) -> tuple[Rule, Rule]:
    """The logarithm of cases, and the derivative of cases between which the variable does not choose."""
    words = "In each case both sides are the same."
    of_log = Rule(
        f"log of cases, {name}",
        log(Cases(condition, a, b)),
        Cases(condition, log(a), log(b)),
        words=words,
        reference=BY_DEFINITION,
        lemma=f"log_of_cases_{lemma}",
    )
    slopes = (DerivativeAt(f(t), NEAR), DerivativeAt(g(t), NEAR))
    of_slope = Rule(
        f"derivative of cases, {name}",
        DerivativeAt(Cases(condition, f(t), g(t)), NEAR),
        Cases(condition, *slopes),
        words=words,
        reference=BY_DEFINITION,
        lemma=f"derivative_of_cases_{lemma}",
    )
    return of_log, of_slope


log_of_cases_less, derivative_of_cases_less = _within("by order", Lt(u, v), "less")
log_of_cases_at_most, derivative_of_cases_at_most = _within("by order or equality", Le(u, v), "at_most")
log_of_cases_equal, derivative_of_cases_equal = _within("by equality", Equals(u, v), "equal")

case_member = Rule(
    "case of a member",
    Cases(Member(u, A), a, b),
    a,
    (Member(u, A),),
    needs="a member of the set",
    words="This is the case that holds.",
    reference=BY_DEFINITION,
    lemma="case_member",
)

alike_by_order = _alike("either smaller or not", Lt(u, v), "alike_by_order")
alike_by_equality = _alike("either equal or not", Equals(u, v), "alike_by_equality")

delta_by_cases = Rule(
    "Kronecker delta by cases",
    KroneckerDelta(u, v),
    Cases(Equals(u, v), 1, 0),
    words="By definition.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1 (Iverson's convention)",
    lemma="delta_by_cases",
)
