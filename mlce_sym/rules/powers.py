"""Powers of products and of powers, for positive bases."""

from sympy import symbols

from ..border.nodes import Lt
from ..border.rule import Rule

a, b, c = symbols("a b c")

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
