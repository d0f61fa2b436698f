"""Rules of the derivatives of declared functions (`functions/`), of unknown ones at what moves, and of products.

Of a function that is smooth apart from its kinks, such as |x|, the rule says what the slope is where there is one:
that there is none at a kink is part of the derivative's being defined.
"""

from sympy import (
    Abs,
    Function,
    KroneckerDelta,
    Max,
    Min,
    Product,
    Sum,
    asinh,
    besseli,
    beta,
    cos,
    cosh,
    digamma,
    erf,
    exp,
    factorial,
    gamma,
    pi,
    polygamma,
    sign,
    sin,
    sinh,
    sqrt,
    symbols,
    tanh,
)

from ..border.nodes import DerivativeAt, Different, ForAll, Le, Near
from ..border.rule import Rule

A, B, a, i, k, l, m, s, t = symbols("A B a i k l m s t")  # noqa: E741
f, g = Function("f"), Function("g")
near = (t, Near(A, a))
slope, other_slope = DerivativeAt(f(t), near), DerivativeAt(g(t), near)

TABLES = "NIST Digital Library of Mathematical Functions"

derivative_of_sine = Rule(
    "derivative of a sine",
    DerivativeAt(sin(f(t)), near),
    cos(f(a)) * slope,
    words="The chain rule: sin has slope cos u at u.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.7",
    lemma="derivative_of_sine",
)

derivative_of_cosine = Rule(
    "derivative of a cosine",
    DerivativeAt(cos(f(t)), near),
    -sin(f(a)) * slope,
    words="The chain rule: cos has slope -sin u at u.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 8.7",
    lemma="derivative_of_cosine",
)

square_of_sine = Rule(
    "square of a sine",
    sin(t) ** 2,
    1 - cos(t) ** 2,
    words="The point (cos t, sin t) lies on the unit circle.",
    reference=f"{TABLES}, 4.21.12",
    lemma="square_of_sine",
)

derivative_of_hyperbolic_sine = Rule(
    "derivative of a hyperbolic sine",
    DerivativeAt(sinh(f(t)), near),
    cosh(f(a)) * slope,
    words="The chain rule: sinh has slope cosh u at u.",
    reference=f"{TABLES}, 4.34.1",
    lemma="derivative_of_hyperbolic_sine",
)

derivative_of_hyperbolic_cosine = Rule(
    "derivative of a hyperbolic cosine",
    DerivativeAt(cosh(f(t)), near),
    sinh(f(a)) * slope,
    words="The chain rule: cosh has slope sinh u at u.",
    reference=f"{TABLES}, 4.34.2",
    lemma="derivative_of_hyperbolic_cosine",
)

derivative_of_hyperbolic_tangent = Rule(
    "derivative of a hyperbolic tangent",
    DerivativeAt(tanh(f(t)), near),
    (1 - tanh(f(a)) ** 2) * slope,
    words="The chain rule: tanh has slope 1 - tanh^2 u at u.",
    reference=f"{TABLES}, 4.34.3",
    lemma="derivative_of_hyperbolic_tangent",
)

derivative_of_error_function = Rule(
    "derivative of an error function",
    DerivativeAt(erf(f(t)), near),
    2 / sqrt(pi) * exp(-(f(a) ** 2)) * slope,
    words="The chain rule: erf is an integral of its slope.",
    reference=f"{TABLES}, 7.10.1",
    lemma="derivative_of_erf",
)

derivative_of_inverse_hyperbolic_sine = Rule(
    "derivative of an inverse hyperbolic sine",
    DerivativeAt(asinh(f(t)), near),
    1 / sqrt(1 + f(a) ** 2) * slope,
    words="The chain rule: the inverse of sinh, whose slope is the root of 1 + sinh^2.",
    reference=f"{TABLES}, 4.38.9",
    lemma="derivative_of_asinh",
)

derivative_of_gamma = Rule(
    "derivative of a gamma function",
    DerivativeAt(gamma(f(t)), near),
    gamma(f(a)) * digamma(f(a)) * slope,
    words="The chain rule: the digamma function is the slope of log gamma.",
    reference=f"{TABLES}, 5.2.2",
    lemma="derivative_of_gamma",
)

derivative_of_digamma = Rule(
    "derivative of a digamma function",
    DerivativeAt(digamma(f(t)), near),
    polygamma(1, f(a)) * slope,
    words="The chain rule: the trigamma function is the slope of the digamma function.",
    reference=f"{TABLES}, 5.15",
    lemma="derivative_of_digamma",
)

derivative_of_polygamma = Rule(
    "derivative of a polygamma function",
    DerivativeAt(polygamma(m, f(t)), near),
    polygamma(m + 1, f(a)) * slope,
    words="The chain rule: each polygamma function is the slope of the one before.",
    reference=f"{TABLES}, 5.15",
    lemma="derivative_of_polygamma",
)

derivative_of_factorial = Rule(
    "derivative of a factorial",
    DerivativeAt(factorial(f(t)), near),
    factorial(f(a)) * digamma(f(a) + 1) * slope,
    words="The chain rule, and u! is the gamma function at u + 1.",
    reference=f"{TABLES}, 5.2.2 and 5.4.1",
    lemma="derivative_of_factorial",
)

derivative_of_beta = Rule(
    "derivative of a beta function",
    DerivativeAt(beta(f(t), g(t)), near),
    beta(f(a), g(a))
    * ((digamma(f(a)) - digamma(f(a) + g(a))) * slope + (digamma(g(a)) - digamma(f(a) + g(a))) * other_slope),
    words="The logarithm of the beta function is differentiated as one of gamma functions.",
    reference=f"{TABLES}, 5.2.2 and 5.12.1",
    lemma="derivative_of_beta",
)

derivative_of_bessel_function = Rule(
    "derivative of a modified Bessel function",
    DerivativeAt(besseli(m, f(t)), near),
    (besseli(m - 1, f(a)) + besseli(m + 1, f(a))) / 2 * slope,
    words="The chain rule, and the slope is half the sum of the neighbours.",
    reference=f"{TABLES}, 10.29.1",
    uncertified="Coq's library of real numbers has no Bessel functions",
)

derivative_of_absolute_value = Rule(
    "derivative of an absolute value",
    DerivativeAt(Abs(f(t)), near),
    f(a) / Abs(f(a)) * slope,
    words="The chain rule: |u| has slope u/|u|, which is 1 above 0 and -1 below.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 5.1",
    lemma="derivative_of_absolute_value",
)

derivative_of_larger = Rule(
    "derivative of the larger function",
    DerivativeAt(Max(f(t), g(t)), near),
    slope,
    (Le(g(a), f(a)),),
    needs="a function that is not the smaller one at the point",
    words="Where the larger one of two functions has a slope, it touches the other from above.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 5.8",
    lemma="derivative_of_larger",
)

derivative_of_smaller = Rule(
    "derivative of the smaller function",
    DerivativeAt(Min(f(t), g(t)), near),
    slope,
    (Le(f(a), g(a)),),
    needs="a function that is not the larger one at the point",
    words="Where the smaller one of two functions has a slope, it touches the other from below.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 5.8",
    lemma="derivative_of_smaller",
)

derivative_of_composition = Rule(
    "chain rule",
    DerivativeAt(f(g(t)), near),
    DerivativeAt(f(s), (s, Near(B, g(a)))) * other_slope,
    words="The slope of the outer function at the inner one, times that of the inner one.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 5.5",
    lemma="derivative_of_composition",
)

derivative_of_finite_product = Rule(
    "derivative of a product of many",
    DerivativeAt(Product(f(i, t), (i, l, m)), near),
    Product(f(i, a), (i, l, m)) * Sum(DerivativeAt(f(i, t), near) / f(i, a), (i, l, m)),
    (ForAll(Different(f(i, a), 0), (i, l, m)),),
    needs="no factor 0 at the point",
    words="One factor moves at a time: the slope of the logarithm is a sum.",
    reference="Rudin, Principles of Mathematical Analysis, 3rd edition, 5.3 to 5.5",
    lemma="derivative_of_finite_product",
)

sign_by_absolute_value = Rule(
    "sign by the absolute value",
    sign(a),
    a / Abs(a),
    (Different(a, 0),),
    needs="a number that is not 0",
    words="By definition.",
    reference=f"{TABLES}, front matter",
    lemma="sign_by_absolute_value",
)

entry_in_its_place = Rule(
    "an entry in its place",
    (1 - KroneckerDelta(i, k)) * f(i) + KroneckerDelta(i, k) * f(k),
    f(i),
    words="An entry that is put where it stands changes nothing.",
    reference=f"{TABLES}, front matter",
    lemma="entry_in_its_place",
)
