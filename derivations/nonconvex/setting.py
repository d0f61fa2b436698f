"""The loss of two hidden units at one observation, and the line through a point of the weights and its copy."""

from sympy import Function, Rational, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Different

from ..models.setting import logistic, phi, sigma

a, c, r, t = symbols("a c r t")
a1, a2, c1, c2 = symbols("a_1 a_2 c_1 c_2")
ell, g = map(Function, ("ell", "g"))
half, loss_there = Rational(1, 2), log(Rational(4, 3))

loss = Definition(ell(a1, a2, c1, c2), -log(sigma(c1 * phi(a1) + c2 * phi(a2))))
output_weight = Definition(c, log(3) / (phi(a + r) - phi(a - r)))
on_the_line = Definition(g(t), ell(a + t * r, a - t * r, t * c, -t * c))


def not_constant() -> Given:
    return Given((Different(phi(a + r), phi(a - r)),), (logistic, loss, output_weight, on_the_line))
