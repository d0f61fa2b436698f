"""Observations y_i with the coordinates y_i1, …, y_id, and a mean with the coordinates μ_j(θ): likelihood and loss.

A squared distance is Mahalanobis's: Σ_jk r_j A_jk r_k for a residual r, with the precision matrix A.
"""

from sympy import Expr, Function, IndexedBase, KroneckerDelta, Lambda, Product, Sum, exp, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Equals, ForAll
from mlce_sym.families import data

from ..bernoulli.setting import k, theta
from ..models.setting import a_number, d, j

c, l, t = symbols("c l t")  # noqa: E741
L, Q, D, ell, mu, ybar = map(Function, ("L", "Q", "D", "ell", "mu", "ybar"))
A, m, u = map(IndexedBase, ("A", "m", "u"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
rows, columns = (j, 1, d), (k, 1, d)


def form(left: Lambda, right: Lambda) -> Expr:
    """Σ_j Σ_k left_j A_jk right_k."""
    return Sum(Sum(left(j) * A[j, k] * right(k), columns), rows)


from_mu = Lambda(j, y.base[i, j] - mu(j, theta))
from_mean = Lambda(j, y.base[i, j] - ybar(j))
of_mean = Lambda(j, ybar(j) - mu(j, theta))

distance = Definition(Q(i, theta), form(from_mu, from_mu))
likelihood = Definition(L(theta), Product(c * exp(-Q(i, theta) / 2), observations))
loss = Definition(ell(theta), Sum(Q(i, theta), observations) / n)
mean = Definition(ybar(j), Sum(y.base[i, j], observations) / n)
excess = Definition(D(theta), form(of_mean, of_mean))
DEFINITIONS = (distance, likelihood, loss, mean, excess)
spread = Sum(form(from_mean, from_mean), observations) / n

sizes = (*a_number(n), *a_number(d))
symmetric = ForAll(ForAll(Equals(A[j, k], A[k, j]), columns), rows)
smooth = Given((*sizes, symmetric))
unit = Lambda(j, KroneckerDelta(j, l))
