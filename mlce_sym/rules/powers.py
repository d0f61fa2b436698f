"""Powers of products and of powers: for positive bases, and, where the exponent is an integer, for any.

That a power is defined is part of both sides, so no rule repeats it: a whole power of 0 has no negative exponent.
"""

from sympy import Abs, Integer, Pow, S, symbols

from ..border.nodes import Different, Le, Lt, Member
from ..border.rule import Rule

a, b, c = symbols("a b c")

WHOLE = "Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6, and 1.12 to 1.16; Lang, Algebra, I.1"
POSITIVE_BASES = "the powers of Coq's library with a real exponent have a positive base"

power_of_product = Rule(
    "power of a product",
    (a * b) ** c,
    a**c * b**c,
    (Lt(0, a), Lt(0, b)),
    needs="both factors positive",
    words="By definition both are exp(c log a + c log b).",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6 and 8.6 (43)",
    lemma="power_of_product",
)

power_of_nonnegative_product = Rule(
    "power of a product of numbers that are not negative",
    (a * b) ** c,
    a**c * b**c,
    (Le(0, a), Le(0, b)),
    needs="neither factor negative",
    words="Where a factor is 0 both sides are 0 for c > 0, and c = 0 leaves 1.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6 and 8.6 (43)",
    uncertified=POSITIVE_BASES,
)

power_of_power = Rule(
    "power of a power",
    (a**b) ** c,
    a ** (b * c),
    (Lt(0, a),),
    needs="a positive base",
    words="By definition both are exp(b c log a), since log(a^b) = b log a.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6 and 8.6 (43)",
    lemma="power_of_power",
)

whole_power_of_product = Rule(
    "whole power of a product",
    (a * b) ** c,
    a**c * b**c,
    (Member(c, S.Integers),),
    needs="an integer for the exponent",
    words="The c factors are taken one kind after the other.",
    reference=WHOLE,
    uncertified=POSITIVE_BASES,
)

whole_power_of_power = Rule(
    "whole power of a power",
    (a**b) ** c,
    a ** (b * c),
    (Different(a, 0), Member(b, S.Integers), Member(c, S.Integers)),
    needs="a base other than 0, and two integers for the exponents",
    words="There are c factors a^b, or one over that many.",
    reference=WHOLE,
    uncertified=POSITIVE_BASES,
)

natural_power_of_power = Rule(
    "natural power of a power",
    (a**b) ** c,
    a ** (b * c),
    (Member(b, S.Integers), Le(0, b), Member(c, S.Integers)),
    needs="two integers for the exponents, of which the inner one is not negative",
    words="There are c factors a^b.",
    reference=WHOLE,
    uncertified=POSITIVE_BASES,
)

power_of_square = Rule(
    "power of a square",
    (a**2) ** b,
    Abs(a) ** (2 * b),
    words="The square of a is that of |a|, which is not negative.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6 and 1.33",
    lemma="power_of_square",
)

absolute_value_of_power = Rule(
    "absolute value of a whole power",
    Abs(a**c),
    Abs(a) ** c,
    (Member(c, S.Integers),),
    needs="an integer for the exponent",
    words="The absolute value of a product is that of its factors.",
    reference=WHOLE,
    uncertified=POSITIVE_BASES,
)

even_power_of_minus_one = Rule(
    "even power of -1",
    Integer(-1) ** (2 * b + c),
    Integer(-1) ** c,
    (Member(b, S.Integers),),
    needs="an even integer",
    words="The square of -1 is 1, and so is every power of that.",
    reference=WHOLE,
    uncertified=POSITIVE_BASES,
)

power_of_zero = Rule(
    "power of 0",
    Pow(0, b, evaluate=False),
    S.Zero,
    (Lt(0, b),),
    needs="a positive exponent",
    words="By definition.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, exercise 1.6",
    uncertified=POSITIVE_BASES,
)
