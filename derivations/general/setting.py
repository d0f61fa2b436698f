"""One density f(y; θ) for all observations: the likelihood, the cross-entropy, and the counts and shares of classes.

A class is one of 1, …, K. N_k is the number of observations in the class k, and p̂_k = N_k/n its share.
"""

from sympy import Function, KroneckerDelta, Product, S, Sum, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ForAll, IndexRange, Le, Lt, Member
from mlce_sym.families import data

theta, Theta, k, K, z = symbols("theta Theta k K z")
f, L, CE, N, phat = map(Function, ("f", "L", "CE", "N", "phat"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
classes = (k, 1, K)
is_k = KroneckerDelta(k, y[i])

likelihood = Definition(L(theta), Product(f(y[i], theta), observations))
over_observations = Definition(CE(theta), -Sum(log(f(y[i], theta)), observations) / n)
counts = Definition(N(k), Sum(is_k, observations))
shares = Definition(phat(k), N(k) / n)
DEFINITIONS = (likelihood, over_observations, counts, shares)

size = (Member(n, S.Integers), Le(1, n))
in_classes = (Member(K, S.Integers), Le(1, K), ForAll(Member(y[i], IndexRange(1, K)), observations))
with_classes = Given((*size, *in_classes), DEFINITIONS)

of_classes = ForAll(ForAll(Lt(0, f(z, theta)), (z, 1, K)), (theta, Theta))
for_all_theta_of_classes = Given((*size, *in_classes, of_classes), DEFINITIONS)
