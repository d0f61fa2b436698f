"""Rules of the natural logarithm, on the positive reals.

Every rule is an equation between SymPy terms; `f`, `a`, `b`, `l`, `m` are schematic.
"""

from sympy import Abs, Function, Product, S, Sum, log, symbols

from ..border.nodes import Different, ForAll, Le, Lt
from ..border.rule import Rule

a, b, i, l, m, x = symbols("a b i l m x")  # noqa: E741
f = Function("f")

log_of_product = Rule(
    "log of a product",
    log(Product(f(i), (i, l, m))),
    Sum(log(f(i)), (i, l, m)),
    (ForAll(Lt(0, f(i)), (i, l, m)),),
    needs="every factor positive",
    words="The logarithm turns products of positive numbers into sums.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (40); by induction on the factors",
    lemma="log_of_product",
)

log_of_two_factors = Rule(
    "log of two factors",
    log(a * b),
    log(a) + log(b),
    (Lt(0, a), Lt(0, b)),
    needs="both factors positive",
    words="The logarithm of a product of two positive numbers is the sum of their logarithms.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (40)",
    lemma="log_of_two_factors",
)

log_of_power = Rule(
    "log of a power",
    log(a**b),
    b * log(a),
    (Lt(0, a),),
    needs="a positive base",
    words="By definition a^b = exp(b log a) for a > 0.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (43)",
    lemma="log_of_power",
)

log_of_quotient = Rule(
    "log of a quotient",
    log(a / b),
    log(a) - log(b),
    (Lt(0, a), Lt(0, b)),
    needs="numerator and denominator positive",
    words="log(a/b) + log b = log a.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (40)",
    lemma="log_of_quotient",
)

log_of_square = Rule(
    "log of a square",
    log(a**2),
    2 * log(Abs(a)),
    words="The square of a is that of |a|, and log(|a| |a|) = log |a| + log |a|.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (43)",
    lemma="log_of_square",
)

log_below_tangent = Rule(
    "log lies below its tangent",
    Lt(0, x - 1 - log(x)),
    S.true,
    (Lt(0, x), Different(x, 1)),
    needs="a positive argument other than 1",
    words="The logarithm is strictly concave, and x - 1 is its tangent at x = 1.",
    reference="Hardy, Littlewood and Polya, Inequalities, 2nd edition, theorem 142",
    lemma="log_below_tangent",
)

log_on_or_below_tangent = Rule(
    "log lies on or below its tangent",
    Le(0, x - 1 - log(x)),
    S.true,
    (Lt(0, x),),
    needs="a positive argument",
    words="The logarithm is concave, and x - 1 is its tangent at x = 1.",
    reference="Hardy, Littlewood and Polya, Inequalities, 2nd edition, theorem 142",
    lemma="log_on_or_below_tangent",
)
