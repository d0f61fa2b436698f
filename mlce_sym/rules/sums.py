"""Rules of finite sums and products over l ≤ i ≤ m; the empty sum (m = l − 1) is 0, the empty product 1.

That l and m are integers with m ≥ l − 1 is part of a sum's being defined, so no rule repeats it.
"""

from sympy import Function, KroneckerDelta, Product, S, Sum, symbols

from ..border.nodes import Cases, Equals, ForAll, IndexRange, Le, Lt, Member
from ..border.rule import Rule

c, i, j, l, m, r, s = symbols("c i j l m r s")  # noqa: E741
f, g, h = map(Function, ("f", "g", "h"))

INDUCTION = "Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.3; by induction on the number of terms"

sum_of_sum = Rule(
    "linearity of the sum",
    Sum(f(i) + g(i), (i, l, m)),
    Sum(f(i), (i, l, m)) + Sum(g(i), (i, l, m)),
    words="A finite sum may be taken term by term.",
    reference=INDUCTION,
    lemma="sum_of_sum",
)

constant_factor = Rule(
    "constant out of the sum",
    Sum(c * f(i), (i, l, m)),
    c * Sum(f(i), (i, l, m)),
    words="A factor without the index is common to every term.",
    reference=INDUCTION,
    lemma="constant_factor",
)

sum_of_constant = Rule(
    "sum of a constant",
    Sum(c, (i, l, m)),
    (m - l + 1) * c,
    words="There are m - l + 1 equal terms.",
    reference=INDUCTION,
    lemma="sum_of_constant",
)

empty_sum = Rule(
    "empty sum",
    Sum(f(i), (i, l, l - 1)),
    S.Zero,
    words="A sum of no terms is 0.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1",
    lemma="empty_sum",
)

reversal_of_sum = Rule(
    "a sum in reverse order",
    Sum(f(i), (i, l, m)),
    Sum(f(l + m - i), (i, l, m)),
    words="The terms are the same, from the last to the first.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.3, (2.17)",
    lemma="reversal_of_sum",
)

shift_of_sum = Rule(
    "a sum with its index shifted",
    Sum(f(i), (i, l, m)),
    Sum(f(i - c), (i, l + c, m + c)),
    words="The terms are the same, and counted from another integer on.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1",
    lemma="shift_of_sum",
)

split_sum = Rule(
    "a sum in two parts",
    Sum(f(i), (i, l, m)),
    Sum(f(i), (i, l, r)) + Sum(f(i), (i, r + 1, m)),
    (Member(r, S.Integers), Le(l - 1, r), Le(r, m)),
    needs="an integer at which it is split",
    words="First the terms up to r, then those after it.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.3, (2.20)",
    lemma="split_sum",
)

last_term = Rule(
    "last term of a sum",
    Sum(f(i), (i, l, m)),
    Sum(f(i), (i, l, m - 1)) + f(m),
    (Le(l, m),),
    needs="at least one term",
    words="A sum is the sum of all terms but the last, plus the last.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1",
    lemma="last_term",
)

telescoping_sum = Rule(
    "telescoping sum",
    Sum(f(i + 1) - f(i), (i, l, m)),
    f(m + 1) - f(l),
    words="All but the first and the last are added and taken away.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.6 (2.48)",
    lemma="telescoping_sum",
)

exchange_of_sums = Rule(
    "exchange of sums",
    Sum(Sum(f(i, j), (j, r, s)), (i, l, m)),
    Sum(Sum(f(i, j), (i, l, m)), (j, r, s)),
    words="A finite double sum over a rectangle may be taken in either order.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.4 (2.27)",
    lemma="exchange_of_sums",
)

sifting = Rule(
    "sifting by the Kronecker delta",
    Sum(KroneckerDelta(i, c) * f(i), (i, l, m)),
    f(c),
    (Member(c, IndexRange(l, m)),),
    needs="an index in the range",
    words="Every term but the one with index c is 0.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1 (Iverson's convention)",
    lemma="sifting",
)

nonnegative_sum = Rule(
    "sum of nonnegative terms",
    Le(0, Sum(f(i), (i, l, m))),
    S.true,
    (ForAll(Le(0, f(i)), (i, l, m)),),
    needs="no term negative",
    words="A sum of numbers that are at least 0 is at least 0.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.17; by induction on the number of terms",
    lemma="nonnegative_sum",
)

sum_with_a_positive_term = Rule(
    "sum with a positive term",
    Lt(0, Sum(f(i), (i, l, m))),
    S.true,
    (ForAll(Le(0, f(i)), (i, l, m)), Member(c, IndexRange(l, m)), Lt(0, f(c))),
    needs="no term negative and one term positive",
    words="The sum is at least that term.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.17; by induction on the number of terms",
    lemma="sum_with_a_positive_term",
)

zero_at_equality = Rule(
    "sum that is 0 only at equality",
    Equals(Sum(f(i), (i, l, m)), 0),
    ForAll(Equals(g(i), h(i)), (i, l, m)),
    (
        ForAll(Equals(Cases(Equals(g(i), h(i)), f(i), 0), 0), (i, l, m)),
        ForAll(Lt(0, Cases(Equals(g(i), h(i)), 1, f(i))), (i, l, m)),
    ),
    needs="terms that are 0 at equality, and positive elsewhere",
    words="A term that is not 0 is positive, and no other one is negative.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.17; by induction on the number of terms",
    lemma="zero_at_equality",
)

greater_terms = Rule(
    "sum of greater terms",
    Lt(Sum(f(i), (i, l, m)), Sum(g(i), (i, l, m))),
    S.true,
    (Le(l, m), ForAll(Lt(f(i), g(i)), (i, l, m))),
    needs="at least one term, and every term greater",
    words="Inequalities may be added.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.17; by induction on the number of terms",
    lemma="greater_terms",
)

terms_at_most = Rule(
    "sum of terms that are at most as great",
    Le(Sum(f(i), (i, l, m)), Sum(g(i), (i, l, m))),
    S.true,
    (ForAll(Le(f(i), g(i)), (i, l, m)),),
    needs="no term greater",
    words="Inequalities may be added.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.17; by induction on the number of terms",
    lemma="terms_at_most",
)

empty_product = Rule(
    "empty product",
    Product(f(i), (i, l, l - 1)),
    S.One,
    words="A product of no factors is 1.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1",
    lemma="empty_product",
)

last_factor = Rule(
    "last factor of a product",
    Product(f(i), (i, l, m)),
    Product(f(i), (i, l, m - 1)) * f(m),
    (Le(l, m),),
    needs="at least one factor",
    words="A product is the product of all factors but the last, times the last.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1",
    lemma="last_factor",
)
