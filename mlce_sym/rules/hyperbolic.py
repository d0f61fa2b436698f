"""Hyperbolic functions by exponentials, absolute values, and the larger and the smaller of two numbers."""

from sympy import Abs, Basic, Max, Min, S, cosh, exp, sign, sinh, symbols, tanh

from ..border.nodes import Le, Lt
from ..border.rule import Rule

a, b, c, x = symbols("a b c x")

TABLES = "NIST Digital Library of Mathematical Functions"
BY_DEFINITION = "By definition."

hyperbolic_cosine = Rule(
    "cosh by exponentials",
    cosh(x),
    (exp(x) + exp(-x)) / 2,
    words=BY_DEFINITION,
    reference=f"{TABLES}, 4.28.2",
    lemma="hyperbolic_cosine",
)

hyperbolic_sine = Rule(
    "sinh by exponentials",
    sinh(x),
    (exp(x) - exp(-x)) / 2,
    words=BY_DEFINITION,
    reference=f"{TABLES}, 4.28.1",
    lemma="hyperbolic_sine",
)

hyperbolic_tangent = Rule(
    "tanh by exponentials",
    tanh(x),
    (exp(x) - exp(-x)) / (exp(x) + exp(-x)),
    words="The quotient of sinh and cosh.",
    reference=f"{TABLES}, 4.28.4",
    lemma="hyperbolic_tangent",
)

absolute_value_of_nonnegative = Rule(
    "absolute value of a number that is not negative",
    Abs(a),
    a,
    (Le(0, a),),
    needs="a number that is not negative",
    words=BY_DEFINITION,
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.32",
    lemma="absolute_value_of_nonnegative",
)

absolute_value_of_nonpositive = Rule(
    "absolute value of a number that is not positive",
    Abs(a),
    -a,
    (Le(a, 0),),
    needs="a number that is not positive",
    words=BY_DEFINITION,
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.32",
    lemma="absolute_value_of_nonpositive",
)

triangle_inequality = Rule(
    "triangle inequality",
    Le(Abs(a + b), Abs(a) + Abs(b)),
    S.true,
    words="Both a + b and -a - b are at most |a| + |b|.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 1.33",
    lemma="triangle_inequality",
)

sign_of_positive = Rule(
    "sign of a positive number",
    sign(a),
    S.One,
    (Lt(0, a),),
    needs="a positive number",
    words=BY_DEFINITION,
    reference=f"{TABLES}, front matter",
    lemma="sign_of_positive",
)

sign_of_negative = Rule(
    "sign of a negative number",
    sign(a),
    S.NegativeOne,
    (Lt(a, 0),),
    needs="a negative number",
    words=BY_DEFINITION,
    reference=f"{TABLES}, front matter",
    lemma="sign_of_negative",
)

maximum_is_first = Rule(
    "the first number is the larger one",
    Max(a, b),
    a,
    (Le(b, a),),
    needs="a second number that is not larger",
    words=BY_DEFINITION,
    reference=f"{TABLES}, front matter",
    lemma="maximum_is_first",
)

maximum_is_second = Rule(
    "the second number is the larger one",
    Max(a, b),
    b,
    (Le(a, b),),
    needs="a first number that is not larger",
    words=BY_DEFINITION,
    reference=f"{TABLES}, front matter",
    lemma="maximum_is_second",
)

minimum_is_first = Rule(
    "the first number is the smaller one",
    Min(a, b),
    a,
    (Le(a, b),),
    needs="a second number that is not smaller",
    words=BY_DEFINITION,
    reference=f"{TABLES}, front matter",
    lemma="minimum_is_first",
)

minimum_is_second = Rule(
    "the second number is the smaller one",
    Min(a, b),
    b,
    (Le(b, a),),
    needs="a first number that is not smaller",
    words=BY_DEFINITION,
    reference=f"{TABLES}, front matter",
    lemma="minimum_is_second",
)


def _without_one(name: str, largest: type[Basic], kept: Basic, condition: Basic, words: str) -> Rule:
    whole = "maximum" if largest is Max else "minimum"
    return Rule(
        f"{whole} of three without the {name}",
        largest(a, b, c),
        kept,
        (condition,),
        needs=f"a number that is not {'larger' if largest is Max else 'smaller'} than another",
        words=words,
        reference=f"{TABLES}, front matter",
        lemma=f"{whole}_without_{name}",
    )


maximum_without_first = _without_one("first", Max, Max(b, c), Le(a, b), "The second is at least the first.")
maximum_without_second = _without_one("second", Max, Max(a, c), Le(b, a), "The first is at least the second.")
minimum_without_first = _without_one("first", Min, Min(b, c), Le(b, a), "The second is at most the first.")
minimum_without_second = _without_one("second", Min, Min(a, c), Le(a, b), "The first is at most the second.")
