"""Factorials, binomial coefficients and the beta function by the gamma function, and its recurrence."""

from sympy import Product, Rational, S, beta, binomial, digamma, factorial, gamma, pi, polygamma, sqrt, symbols

from ..border.nodes import Lt
from ..border.rule import Rule

i, k, m, n, x, y = symbols("i k m n x y")

TABLES = "NIST Digital Library of Mathematical Functions"

factorial_by_gamma = Rule(
    "factorial by the gamma function",
    factorial(x),
    gamma(x + 1),
    words="Γ(x + 1) = x! for every number, whole or not.",
    reference=f"{TABLES}, 5.4.1",
    lemma="factorial_by_gamma",
)

factorial_by_product = Rule(
    "factorial by a product",
    Product(i, (i, 1, m)),
    factorial(m),
    words="That is how factorials of natural numbers are defined.",
    reference=f"{TABLES}, 5.4.1",
    lemma="factorial_by_product",
)

binomial_by_gamma = Rule(
    "binomial coefficient by the gamma function",
    binomial(n, k),
    gamma(n + 1) / (gamma(k + 1) * gamma(n - k + 1)),
    (Lt(-1, k), Lt(k, n + 1)),
    needs="k above -1 and below n + 1",
    words="The number is n!/(k! (n - k)!).",
    reference=f"{TABLES}, 1.2.6 and 5.4.1",
    lemma="binomial_by_gamma",
)

beta_by_gamma = Rule(
    "beta function by the gamma function",
    beta(x, y),
    gamma(x) * gamma(y) / gamma(x + y),
    words="Euler's integral of the first kind, by those of the second.",
    reference=f"{TABLES}, 5.12.1",
    lemma="beta_by_gamma",
)

gamma_recurrence = Rule(
    "recurrence of the gamma function",
    gamma(x + 1),
    x * gamma(x),
    (Lt(0, x),),
    needs="a positive number",
    words="By integration by parts.",
    reference=f"{TABLES}, 5.5.1",
    lemma="gamma_recurrence",
)

digamma_recurrence = Rule(
    "recurrence of the digamma function",
    digamma(x + 1),
    digamma(x) + 1 / x,
    (Lt(0, x),),
    needs="a positive number",
    words="The logarithmic derivative of Γ(x + 1) = x Γ(x).",
    reference=f"{TABLES}, 5.5.2",
    lemma="digamma_recurrence",
)

trigamma_recurrence = Rule(
    "recurrence of the trigamma function",
    polygamma(1, x + 1),
    polygamma(1, x) - 1 / x**2,
    (Lt(0, x),),
    needs="a positive number",
    words="The derivative of the recurrence of the digamma function.",
    reference=f"{TABLES}, 5.15.5",
    lemma="trigamma_recurrence",
)

gamma_at_one = Rule(
    "gamma function at 1",
    gamma(S.One, evaluate=False),
    S.One,
    words="The exponential density has total 1.",
    reference=f"{TABLES}, 5.4.1",
    lemma="gamma_at_one",
)

gamma_at_half = Rule(
    "gamma function at 1/2",
    gamma(Rational(1, 2), evaluate=False),
    sqrt(pi),
    words="The integral of the Gaussian density.",
    reference=f"{TABLES}, 5.4.6",
    lemma="gamma_at_half",
)

gamma_duplication = Rule(
    "duplication formula of the gamma function",
    gamma(2 * x),
    2 ** (2 * x - 1) / sqrt(pi) * gamma(x) * gamma(x + Rational(1, 2)),
    words="Legendre's formula.",
    reference=f"{TABLES}, 5.5.5",
    uncertified="it is not proved in Coq yet",
)

binomial_by_product = Rule(
    "binomial coefficient by a product",
    binomial(n, k),
    Product((n - k + i) / i, (i, 1, k)),
    (Lt(-1, n),),
    needs="n above -1; that k is whole and not negative the product needs",
    words="The number is n (n - 1) ... (n - k + 1)/k!, with both products from the last factor on.",
    reference=f"{TABLES}, 1.2.6",
    uncertified="it is not proved in Coq yet",
)
