"""Two distributions Q(k, a) and Q(k, b) on {0, 1}, their divergence, and the gap between the logarithm and its tangent.

The divergence is the gap at 1 plus the gap at 0.
"""

from sympy import Expr, Function, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import KLDivergence, Lt
from mlce_sym.families import Bernoulli

a, b, k = symbols("a b k")
Q = Function("Q")
model = Definition(Q(k, a), Bernoulli(a).probability(k))

two_distributions = Given((Lt(0, a), Lt(a, 1), Lt(0, b), Lt(b, 1)), (model,))
divergence = KLDivergence(Q(k, a), Q(k, b), (k, 0, 1))


def above(x: Expr) -> Expr:
    """How far the tangent lies above the logarithm, x − 1 − log x."""
    return x - 1 - log(x)


at_one = a * above(b / a)
at_zero = (1 - a) * above((1 - b) / (1 - a))
