"""Labels y_1, …, y_n among the classes 1, …, K: the likelihood, and the cross-entropy of one-hot labels.

The probability that y_i = k is p_ik(θ); for softmax it is exp z_ik(θ), divided by the sum of these over all classes.
"""

from sympy import Function, KroneckerDelta, Product, Sum, symbols

from mlce_sym.border.given import Definition
from mlce_sym.border.nodes import CrossEntropy, ForAll, IndexRange, Member
from mlce_sym.families import data

from ..bernoulli.setting import CE, L, k, theta
from ..models.setting import a_number

K, l = symbols("K l")  # noqa: E741
p, z = map(Function, ("p", "z"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
classes = (k, 1, K)
one_hot = KroneckerDelta(k, y[i])

likelihood = Definition(L(theta), Product(p(i, y[i], theta), observations))
cross_entropy = Definition(CE(theta), Sum(CrossEntropy(one_hot, p(i, k, theta), classes), observations) / n)
DEFINITIONS = (likelihood, cross_entropy)

labels = (*a_number(n), *a_number(K), ForAll(Member(y[i], IndexRange(1, K)), observations))
