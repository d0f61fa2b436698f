"""Labels that the direction v separates, at the weights w_j(θ), and a point θ_1 whose weights are w_j(θ) + v_j."""

from sympy import Basic, Expr, FiniteSet, Function, exp, log, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals, ForAll, Lt, Member

from ..bernoulli.setting import theta
from ..logistic.setting import along, features, i, model, observations, sizes, v, y
from ..models.setting import j

beyond, w = symbols("theta_1"), Function("w")

labels = ForAll(Member(y[i], FiniteSet(0, 1)), observations)
separated = ForAll(Lt(0, (2 * y[i] - 1) * along(v)), observations)
moved = ForAll(Equals(w(j, beyond), w(j, theta) + v[j]), features)


def margin(y: Expr, z: Expr) -> Expr:
    """log(1 + exp(−(2y − 1) z)): the loss at the output z, where (2y − 1) z is the margin."""
    return log(1 + exp(-(2 * y - 1) * z))


def given(*more: Basic) -> Given:
    """The model at the parameter θ, whose weights are w_j(θ); those of θ_1 are w_j(θ) + v_j."""
    return Given((*sizes, labels, *more), model(w(j, theta), theta))
