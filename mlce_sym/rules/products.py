"""Rules of finite products over l ≤ i ≤ m; equal numbers, and equality on the scale of the logarithm.

That l and m are integers with m ≥ l − 1 is part of a product's being defined, so no rule repeats it; nor that no factor
is 0 where their reciprocals are taken.
"""

from sympy import Abs, Function, Product, S, Sum, exp, log, symbols

from ..border.nodes import Different, Equals, ForAll, Le, Lt, Member
from ..border.rule import Rule

c, i, l, m, r, u, v = symbols("c i l m r u v")  # noqa: E741
f, g = Function("f"), Function("g")

INDUCTION = "Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.1; by induction on the number of factors"

product_of_product = Rule(
    "product of a product",
    Product(f(i) * g(i), (i, l, m)),
    Product(f(i), (i, l, m)) * Product(g(i), (i, l, m)),
    words="A finite product may be taken factor by factor.",
    reference=INDUCTION,
    lemma="product_of_product",
)

product_of_reciprocals = Rule(
    "product of reciprocals",
    Product(1 / f(i), (i, l, m)),
    1 / Product(f(i), (i, l, m)),
    words="The product of the reciprocals is the reciprocal of the product.",
    reference=INDUCTION,
    lemma="product_of_reciprocals",
)

product_of_squares = Rule(
    "product of squares",
    Product(f(i) ** 2, (i, l, m)),
    Product(f(i), (i, l, m)) ** 2,
    words="The product of the squares is the square of the product.",
    reference=INDUCTION,
    lemma="product_of_squares",
)

product_of_constant = Rule(
    "product of a constant",
    Product(c, (i, l, m)),
    c ** (m - l + 1),
    (Lt(0, c),),
    needs="a positive factor",
    words="There are m - l + 1 equal factors.",
    reference=INDUCTION,
    lemma="product_of_constant",
)

product_of_exponentials = Rule(
    "product of exponentials",
    Product(exp(f(i)), (i, l, m)),
    exp(Sum(f(i), (i, l, m))),
    words="The exponents add up.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6",
    lemma="product_of_exponentials",
)

product_of_powers = Rule(
    "product of powers of one base",
    Product(c ** f(i), (i, l, m)),
    c ** Sum(f(i), (i, l, m)),
    (Le(0, c), ForAll(Le(0, f(i)), (i, l, m))),
    needs="neither the base nor an exponent negative",
    words="The exponents add up; of the base 0, both sides are 1 if every exponent is 0, and 0 if not.",
    reference=f"{INDUCTION}; Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6",
    lemma="product_of_powers",
)

reversal_of_product = Rule(
    "a product in reverse order",
    Product(f(i), (i, l, m)),
    Product(f(l + m - i), (i, l, m)),
    words="The factors are the same, from the last to the first.",
    reference=INDUCTION,
    lemma="reversal_of_product",
)

shift_of_product = Rule(
    "a product with its index shifted",
    Product(f(i), (i, l, m)),
    Product(f(i - c), (i, l + c, m + c)),
    words="The factors are the same, and counted from another integer on.",
    reference=INDUCTION,
    lemma="shift_of_product",
)

split_product = Rule(
    "a product in two parts",
    Product(f(i), (i, l, m)),
    Product(f(i), (i, l, r)) * Product(f(i), (i, r + 1, m)),
    (Member(r, S.Integers), Le(l - 1, r), Le(r, m)),
    needs="an integer at which it is split",
    words="First the factors up to r, then those after it.",
    reference=INDUCTION,
    lemma="split_product",
)

telescoping_product = Rule(
    "telescoping product",
    Product(f(i + 1) / f(i), (i, l, m)),
    f(m + 1) / f(l),
    (ForAll(Different(f(i), 0), (i, l, m)), Different(f(l), 0)),
    needs="no number but the last to be 0",
    words="All but the first and the last are multiplied and divided by.",
    reference="Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition, 2.6 (2.48); by induction",
    lemma="telescoping_product",
)

absolute_value_of_product = Rule(
    "absolute value of a product of many",
    Abs(Product(f(i), (i, l, m))),
    Product(Abs(f(i)), (i, l, m)),
    words="The absolute value of a product is the product of the absolute values.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.33 (c); by induction",
    lemma="absolute_value_of_product",
)

equal_parts = Rule(
    "algebra within a term",
    u,
    v,
    (Equals(u, v),),
    needs="two equal numbers",
    words="Equal numbers may be put for each other.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.12",
    lemma="equal_parts",
)

equal_logarithms = Rule(
    "equal logarithms",
    u,
    v,
    (Lt(0, u), Lt(0, v), Equals(log(u), log(v))),
    needs="two positive numbers with the same logarithm",
    words="The logarithm is one-to-one.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (40)",
    lemma="equal_logarithms",
)
