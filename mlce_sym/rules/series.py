"""Rules of infinite sums over k ≥ l that converge absolutely.

That l is an integer is part of a sum's being defined, and that it converges is, too; a rule says what its other side
needs.
"""

from sympy import Expr, Function, Sum, cosh, exp, factorial, gamma, log, oo, sinh, symbols

from ..border.nodes import Converges, Lt
from ..border.rule import Rule

a, c, k, l, r = symbols("a c k l r")  # noqa: E741
f, g = Function("f"), Function("g")

RUDIN = "Rudin, Principles of Mathematical Analysis, 3rd edition"
KNUTH = "Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition"
DLMF = "NIST Digital Library of Mathematical Functions"
JKK = "Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd edition"

unit = (Lt(-1, r), Lt(r, 1))
BETWEEN = "a ratio between -1 and 1"

series_of_sum = Rule(
    "series of a sum",
    Sum(f(k) + g(k), (k, l, oo)),
    Sum(f(k), (k, l, oo)) + Sum(g(k), (k, l, oo)),
    (Converges(f(k), (k, l, oo)),),
    needs="one of the two series to converge absolutely; then the other does",
    words="Convergent series may be added term by term.",
    reference=f"{RUDIN}, 3.47",
    lemma="series_of_sum",
)

constant_out_of_series = Rule(
    "constant out of the series",
    Sum(c * f(k), (k, l, oo)),
    c * Sum(f(k), (k, l, oo)),
    (Converges(f(k), (k, l, oo)),),
    needs="a series that converges absolutely",
    words="A factor without the index is common to every term.",
    reference=f"{RUDIN}, 3.47",
    lemma="constant_out_of_series",
)

shifted_series = Rule(
    "series counted from 0",
    Sum(f(k), (k, l, oo)),
    Sum(f(k + l), (k, 0, oo)),
    words="The terms are the same ones, with other numbers.",
    reference=f"{KNUTH}, 2.3 (2.18)",
    lemma="shifted_series",
)

series_with_one_term_more = Rule(
    "series with one term more",
    Sum(f(k), (k, l, oo)),
    Sum(f(k), (k, l - 1, oo)) - f(l - 1),
    words="One term is added in front, and taken away.",
    reference=f"{RUDIN}, 3.21",
    lemma="series_with_one_term_more",
)

exponential_series = Rule(
    "exponential series",
    Sum(a**k / factorial(k), (k, 0, oo)),
    exp(a),
    words="This is the power series of exp.",
    reference=f"{RUDIN}, 8.6 (25)",
    lemma="exponential_series",
)

index_out_of_exponential_series = Rule(
    "index out of the exponential series",
    Sum(k * f(k) * a**k / factorial(k), (k, 0, oo)),
    a * Sum(f(k + 1) * a**k / factorial(k), (k, 0, oo)),
    words="The term for k = 0 is 0, and k/k! = 1/(k - 1)!; then the terms are counted from 0 again.",
    reference=f"{JKK}, 4.3 (moments of the Poisson distribution)",
    lemma="index_out_of_exponential_series",
)


def _hyperbolic(name: str, odd: int, value: Expr) -> Rule:
    return Rule(
        f"series of the hyperbolic {name}",
        Sum(a ** (2 * k + odd) / factorial(2 * k + odd), (k, 0, oo)),
        value,
        words=f"Half of the series of exp(a) {'less' if odd else 'and'} that of exp(-a): every other term is left.",
        reference=f"{DLMF}, 4.33.{1 if odd else 2}",
        uncertified="the series of the hyperbolic functions are not taken apart in Coq yet",
    )


hyperbolic_cosine_series = _hyperbolic("cosine", 0, cosh(a))
hyperbolic_sine_series = _hyperbolic("sine", 1, sinh(a))

telescoping_series = Rule(
    "telescoping series",
    Sum(f(k) - f(k + 1), (k, l, oo)),
    f(l),
    (Converges(f(k) ** 2, (k, l, oo)),),
    needs="f(k) to go to 0, as it does where the series of its squares converges",
    words="All but the first and the last are added and taken away, and the last goes to 0.",
    reference=f"{KNUTH}, 2.6 (2.48)",
    uncertified="it is not proved in Coq yet",
)

geometric_series = Rule(
    "geometric series",
    Sum(r**k, (k, 0, oo)),
    1 / (1 - r),
    unit,
    needs=BETWEEN,
    words="The sum of the first n terms is (1 - r^n)/(1 - r).",
    reference=f"{RUDIN}, 3.26",
    lemma="geometric_series",
)

geometric_series_by_differences = Rule(
    "geometric series by differences",
    Sum(f(k) * r**k, (k, 0, oo)),
    (f(0) + r * Sum((f(k + 1) - f(k)) * r**k, (k, 0, oo))) / (1 - r),
    unit,
    needs=BETWEEN,
    words="Summation by parts: the series, less r times itself, has the terms f(0) and (f(k) - f(k - 1)) r^k.",
    reference=f"{KNUTH}, 2.6 (2.56)",
    lemma="geometric_series_by_differences",
)

logarithmic_series = Rule(
    "logarithmic series",
    Sum(r**k / k, (k, 1, oo)),
    -log(1 - r),
    unit[:1],
    needs="a ratio above -1, and below 1 as both sides need it",
    words="The power series of -log(1 - r) around 0.",
    reference=f"{RUDIN}, 8.1 to 8.6; {DLMF}, 4.6.1",
    lemma="logarithmic_series",
)

negative_binomial_series = Rule(
    "negative binomial series",
    Sum(gamma(k + c) * r**k / factorial(k), (k, 0, oo)),
    gamma(c) * (1 - r) ** (-c),
    unit,
    needs=f"{BETWEEN}; that the exponent is positive both sides need",
    words="The binomial series of (1 - r)^(-c), whose coefficients are Γ(k + c)/(k! Γ(c)).",
    reference=f"{KNUTH}, 5.4 (5.56); {RUDIN}, exercise 8.22",
    lemma="negative_binomial_series",
)
