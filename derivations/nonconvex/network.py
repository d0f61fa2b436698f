"""A network of m ≥ 2 hidden units at one observation x ≠ 0 with the label 1, and its weights on a line, at the place θ.

The input weights of the first two units are (a + θr) e and (a − θr) e, where x·e = 1, and their output weights θc and
−θc; all other units have the output weight 0.
"""

from sympy import Basic, Function, KroneckerDelta, S, Sum, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Equals, Le, Lt, Member

from ..bernoulli.setting import CE, n, theta, y
from ..models.setting import a_number, d, eta, h, j, m, network, u, v, x
from ..models.setting import given as of_model
from .setting import a, c, not_constant, r

q = symbols("q")
e = Function("e")
side = KroneckerDelta(1, h) - KroneckerDelta(2, h)
size = Definition(q, Sum(x[1, j] ** 2, (j, 1, d)))
direction = Definition(e(j), x[1, j] / q)
observed = (Equals(y[1], 1), Lt(0, q))
sizes = (*a_number(d), Member(m, S.Integers), Le(2, m))


outputs = Definition(v(h, theta), theta * c * side)
inputs = Definition(u(h, j, theta), (a + theta * r * side) * e(j))


def given(*more: Basic) -> Given:
    """The network for one observation, with its weights on the line."""
    known = not_constant()
    own = tuple(q.instance({n: S.One}) for q in of_model(network).definitions if q.head in (eta, CE))
    definitions = (size, direction, *known.definitions, outputs, inputs, *own)
    return Given((*sizes, *observed, *known.hypotheses, *more), definitions)
