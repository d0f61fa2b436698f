"""The two models: the output η_i(θ) of a logistic regression and of a network, and p_i(θ) = σ(η_i(θ))."""

from sympy import Basic, Expr, Function, IndexedBase, Lambda, S, Sum, exp, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Le, Member

from ..bernoulli.setting import for_all_theta, i, p, theta

j, h, d, m, z = symbols("j h d m z")
x = IndexedBase("x")
sigma, eta, phi, u, v, w = map(Function, ("sigma", "eta", "phi", "u", "v", "w"))

logistic = Definition(sigma(z), 1 / (1 + exp(-z)))
probability = Lambda((i, theta), sigma(eta(i, theta)))

linear = Sum(x[i, j] * w(j, theta), (j, 1, d))
hidden = phi(Sum(x[i, j] * u(h, j, theta), (j, 1, d)))
network = Sum(v(h, theta) * hidden, (h, 1, m))


def a_number(size: Expr) -> tuple[Basic, Basic]:
    return Member(size, S.Integers), Le(1, size)


def given(output: Expr | None, *sizes: Basic) -> Given:
    """The setting of the general theorem with p_i(θ) = σ(η_i(θ)), where η is that output, or any function."""
    known = for_all_theta()
    facts = tuple(fact for fact in known.hypotheses if not fact.has(p))
    instances = tuple(definition.instance({p: probability}) for definition in known.definitions)
    outputs = () if output is None else (Definition(eta(i, theta), output),)
    return Given((*facts, *sizes), (logistic, *outputs, *instances))
