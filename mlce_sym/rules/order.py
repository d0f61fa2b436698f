"""Rules of the order of the reals, as equivalences between propositions."""

from sympy import Function, S, exp, log, sign, symbols

from ..border.nodes import Different, Equals, ForAll, Le, Lt, Member
from ..border.rule import Rule

A, a, b, c, t, u, v = symbols("A a b c t u v")
f, g = Function("f"), Function("g")

EXPONENTIAL = "Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6"
FIELD = "Rudin, Principles of Mathematical Analysis, 3rd edition, 1.17 and 1.18"

order_of_logs = Rule(
    "log keeps the order",
    Lt(log(u), log(v)),
    Lt(u, v),
    (Lt(0, u), Lt(0, v)),
    needs="both numbers positive",
    words="The logarithm is strictly increasing.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6",
    lemma="order_of_logs",
)

order_of_exponentials = Rule(
    "exp keeps the order",
    Lt(exp(u), exp(v)),
    Lt(u, v),
    words="The exponential is strictly increasing.",
    reference=EXPONENTIAL,
    lemma="order_of_exponentials",
)

exponentials_at_most = Rule(
    "exp keeps the order, equality included",
    Le(exp(u), exp(v)),
    Le(u, v),
    words="The exponential is strictly increasing.",
    reference=EXPONENTIAL,
    lemma="exponentials_at_most",
)

order_of_multiples = Rule(
    "a positive factor keeps the order",
    Lt(c * u, c * v),
    Lt(u, v),
    (Lt(0, c),),
    needs="a positive factor",
    words="Both sides may be divided by a positive number.",
    reference=FIELD,
    lemma="order_of_multiples",
)

order_of_negatives = Rule(
    "a change of sign reverses the order",
    Lt(-u, -v),
    Lt(v, u),
    words="Adding u + v to both sides turns one inequality into the other.",
    reference=FIELD,
    lemma="order_of_negatives",
)

same_order_of_powers = Rule(
    "powers in the order of their bases",
    Lt(0, c * (a - b) * (a**u - b**u)),
    S.true,
    (Lt(0, a), Lt(0, b), Different(a, b), Lt(0, u), Lt(0, c)),
    needs="two positive bases, a positive exponent and a positive factor",
    words="The power a^u is greater than b^u just if a is greater than b, so that the differences have the same sign.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (43)",
    lemma="same_order_of_powers",
)

order_by_difference = Rule(
    "positive difference",
    Lt(u, v),
    Lt(0, v - u),
    words="Subtract the smaller side.",
    reference=FIELD,
    lemma="order_by_difference",
)

positive_sum = Rule(
    "sum of positive numbers",
    Lt(0, u + v),
    S.true,
    (Lt(0, u), Lt(0, v)),
    needs="both terms positive",
    words="Positive numbers add up to a positive one.",
    reference=FIELD,
    lemma="positive_sum",
)

positive_by_sign = Rule(
    "positive by the sign",
    Lt(0, u),
    Equals(sign(u), 1),
    words="The sign is 1 of positive numbers alone.",
    reference="NIST Digital Library of Mathematical Functions, front matter",
    lemma="positive_by_sign",
)

positive_square = Rule(
    "a square is positive",
    Lt(0, u**2),
    S.true,
    (Different(u, 0),),
    needs="a number other than 0",
    words="A nonzero real number has a positive square.",
    reference=FIELD,
    lemma="positive_square",
)

known_order = Rule(
    "order of known numbers",
    Lt(u, v),
    S.true,
    (Lt(u, v),),
    needs="an inequality that what is given implies",
    words="It follows from what is given.",
    reference=FIELD,
    lemma="known_order",
)

known_equation = Rule(
    "equation of known numbers",
    Equals(u, v),
    S.true,
    (Equals(u, v),),
    needs="an equation that what is given implies",
    words="It follows from what is given.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.12",
    lemma="known_equation",
)

different_values = Rule(
    "different values",
    Different(a, b),
    S.true,
    (Different(f(a), f(b)),),
    needs="a function with different values",
    words="Equal arguments have equal values.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 2.1",
    lemma="different_values",
)

known_difference = Rule(
    "difference of known numbers",
    Different(u, v),
    S.true,
    (Different(u, v),),
    needs="a difference that what is given implies",
    words="It follows from what is given.",
    reference=FIELD,
    lemma="known_difference",
)

at_most_by_difference = Rule(
    "difference that is not negative",
    Le(u, v),
    Le(0, v - u),
    words="Subtract the smaller side.",
    reference=FIELD,
    lemma="at_most_by_difference",
)

known_bound = Rule(
    "bound on known numbers",
    Le(u, v),
    S.true,
    (Le(u, v),),
    needs="a bound that what is given implies",
    words="It follows from what is given.",
    reference=FIELD,
    lemma="known_bound",
)

bound_in_two_steps = Rule(
    "a number in between",
    Le(u, v),
    S.true,
    (Le(u, b), Le(b, v)),
    needs="a number between the two",
    words="The order is transitive.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.5",
    lemma="bound_in_two_steps",
)

bound_times_nonnegative = Rule(
    "a factor that is not negative keeps a bound",
    Le(c * u, c * v),
    S.true,
    (Le(0, c), Le(u, v)),
    needs="a factor that is not negative, and a bound",
    words="Both sides may be multiplied by a number that is not negative.",
    reference=FIELD,
    lemma="bound_times_nonnegative",
)

nonnegative_multiple = Rule(
    "a positive factor keeps the sign",
    Le(0, c * u),
    Le(0, u),
    (Lt(0, c),),
    needs="a positive factor",
    words="Both sides may be divided by a positive number.",
    reference=FIELD,
    lemma="nonnegative_multiple",
)

counterexample = Rule(
    "counterexample",
    ForAll(Le(f(t), g(t)), (t, A)),
    S.false,
    (Member(a, A), Lt(g(a), f(a))),
    needs="an element of the set for which the inequality fails",
    words="What fails for one element does not hold for all.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.5",
    lemma="counterexample",
)
