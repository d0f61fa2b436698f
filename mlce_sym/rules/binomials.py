"""Rules of sums with binomial coefficients.

That n is an integer is part of a sum's being defined; so is n ≥ −1, and a sum up to −1 is 0.
"""

from sympy import Function, Sum, binomial, gamma, symbols

from ..border.nodes import Different, Le, Lt
from ..border.rule import Rule

a, b, k, m, n, r = symbols("a b k m n r")
f = Function("f")

KNUTH = "Graham, Knuth and Patashnik, Concrete Mathematics, 2nd edition"

binomial_theorem = Rule(
    "binomial theorem",
    Sum(binomial(n, k) * a**k * b ** (n - k), (k, 0, n)),
    (a + b) ** n,
    (Le(0, n),),
    needs="an exponent that is not negative",
    words="Of n factors a + b, there are C(n, k) ways to choose the k from which a is taken.",
    reference=f"{KNUTH}, 5.1 (5.12)",
    lemma="binomial_theorem",
)

index_out_of_binomial_sum = Rule(
    "index out of a binomial sum",
    Sum(k * f(k) * binomial(n, k) * a**k * b ** (n - k), (k, 0, n)),
    a / (a + b) * Sum((n * f(k + 1) - k * (f(k + 1) - f(k))) * binomial(n, k) * a**k * b ** (n - k), (k, 0, n)),
    (Different(a + b, 0),),
    needs="a + b not to be 0",
    words="Since k C(n, k) = (n - k + 1) C(n, k - 1), b times the sum is a times that of (n - k) f(k + 1) with the "
    "same weights; a times the sum is added to both sides.",
    reference=f"{KNUTH}, 5.1 (5.6) to (5.8)",
    lemma="index_out_of_binomial_sum",
)

vandermonde = Rule(
    "Vandermonde's convolution",
    Sum(binomial(m, k) * binomial(n, r - k), (k, 0, r)),
    binomial(m + n, r),
    (Le(0, m), Le(0, n)),
    needs="m and n not negative",
    words="To choose r of m + n things is to choose k of the first m, and r - k of the others.",
    reference=f"{KNUTH}, 5.1 (5.22)",
    lemma="vandermonde",
)

index_out_of_vandermonde = Rule(
    "index out of Vandermonde's convolution",
    Sum(k * f(k) * binomial(m, k) * binomial(n, r - k), (k, 0, r)),
    m * Sum(f(k + 1) * binomial(m - 1, k) * binomial(n, r - 1 - k), (k, 0, r - 1)),
    (Lt(0, m), Lt(-1, n), Le(0, r)),
    needs="a positive m, n above -1, and r not negative",
    words="The term for k = 0 is 0, and in the others k C(m, k) = m C(m - 1, k - 1).",
    reference=f"{KNUTH}, 5.1 (5.5) and 5.2",
    uncertified="it is not proved in Coq yet",
)

beta_binomial_sum = Rule(
    "beta-binomial sum",
    Sum(binomial(n, k) * gamma(a + k) * gamma(b + n - k), (k, 0, n)),
    gamma(a) * gamma(b) * gamma(a + b + n) / gamma(a + b),
    (Le(0, n),),
    needs="n not negative; that a and b are positive both sides need",
    words="Vandermonde's convolution for rising powers, as Γ(a + k)/Γ(a) is a (a + 1) ... (a + k - 1).",
    reference="NIST Digital Library of Mathematical Functions, 15.4.24 and 5.2.5",
    uncertified="it is not proved in Coq yet",
)
