"""Models, data, and what a likelihood takes for granted."""

import pytest
from sympy import FiniteSet, Function, IndexedBase, Integer, Product, Rational, S, Sum, Symbol, exp, log, symbols

from mlce_sym import families, judge
from mlce_sym.border.nodes import ForAll, Le, Lt, Member
from mlce_sym.families import Bernoulli, Data, data, hypotheses, likelihood
from mlce_sym.families.families import FAMILIES, family
from mlce_sym.families.model import model_of, outcome_variable
from mlce_sym.terms.errors import Malformed

i, k, n, theta, x = symbols("i k n theta x")
p, y = Function("p"), IndexedBase("y")


def test_data_are_a_vector_with_an_index_and_a_size():
    assert data("y") == Data(y, n, i)
    assert data("y")[1] == y[1] and data("y").limit == (i, 1, n)
    assert data("x", 5, "j") == Data(IndexedBase("x"), Integer(5), Symbol("j"))


def test_the_bernoulli_probabilities():
    model = Bernoulli(theta)
    assert [model.probability(outcome) for outcome in (0, 1)] == [1 - theta, theta]
    assert model.probability(y[i]) == theta ** y[i] * (1 - theta) ** (1 - y[i])
    assert model.outcomes == FiniteSet(0, 1) and model.domain == (Lt(0, theta), Lt(theta, 1))
    assert sum(Bernoulli(Rational(1, 3)).probability(outcome) for outcome in (0, 1)) == 1


@pytest.mark.parametrize("parameter", [k, Function("k")(x), IndexedBase("k")[i], k * Symbol("k_1")])
def test_the_outcome_is_no_name_of_the_parameter(parameter):
    model = Bernoulli(parameter)
    assert model.probability(0) == 1 - parameter and model.probability(1) == parameter
    assert str(outcome_variable(parameter)) not in {
        str(getattr(name, "label", name)) for name in parameter.atoms(Symbol)
    }


def test_the_likelihood_is_a_product_over_the_data():
    assert likelihood(Bernoulli(p(i, theta)), data("y")) == Product(
        p(i, theta) ** y[i] * (1 - p(i, theta)) ** (1 - y[i]), (i, 1, n)
    )
    assert likelihood(Bernoulli(theta), data("y", 2)).limits == ((i, 1, 2),)


def test_what_a_likelihood_takes_for_granted():
    labels = ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, n))
    size = (Member(n, S.Integers), Le(1, n))
    assert hypotheses(Bernoulli(theta), data("y")).hypotheses == (*size, labels, Lt(0, theta), Lt(theta, 1))
    q = p(i, theta)
    quantified = (ForAll(Lt(0, q), (i, 1, n)), ForAll(Lt(q, 1), (i, 1, n)))
    assert hypotheses(Bernoulli(q), data("y")).hypotheses == (*size, labels, *quantified)
    assert hypotheses(Bernoulli(theta), data("y", 3)).hypotheses[0] == ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, 3))


def test_a_parameter_may_be_any_term():
    logistic = 1 / (1 + exp(-x * theta))
    assert Bernoulli(logistic).probability(1) == logistic


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_family_is_a_model_at_the_prompt(family):
    name = "".join(map(str.capitalize, family.name.split("-")))
    numbers = [Symbol(f"a{place}") for place in range(len(family.parameters) + len(family.known))]
    made = getattr(families, name)(*numbers)
    sample = data("y")
    density = family.density.subs(
        dict(zip([p.symbol for p in (*family.parameters, *family.known)], numbers, strict=True))
    )
    if family.name != "bernoulli":  # Bernoulli(θ) has its own definition
        assert likelihood(made, sample) == Product(density.subs(family.data.symbol, y[i]), sample.limit)
    assert all(h.free_symbols for h in hypotheses(made, sample).hypotheses)
    with pytest.raises(LookupError, match="are given"):
        model_of(family, *numbers, Symbol("b"))


def test_the_likelihood_of_a_family_is_judged():
    rate, sample = Symbol("r"), data("y")
    model = families.Exponential(rate)
    right = n * log(rate) - rate * Sum(y[i], (i, 1, n))
    verdict = judge(log(likelihood(model, sample)), right, hypotheses(model, sample).hypotheses)
    assert verdict.status == "proved"


def test_what_is_no_model_or_no_data_is_said():
    for no_model, words in (
        (families.Poisson, r"Poisson is a family; it is a model at its parameters: Poisson\(lambda\)"),
        ("poisson", "'poisson' is no model; write one such as"),
    ):
        for made in (likelihood, hypotheses):
            with pytest.raises(TypeError, match=words):
                made(no_model, data("y"))
    with pytest.raises(TypeError, match="'y' is no data; write data"):
        likelihood(Bernoulli(theta), "y")
    with pytest.raises(LookupError, match="Poisson, rate: it takes lambda, and 2 numbers are given"):
        families.Poisson(theta, 2)


def test_models_are_shown_in_one_line():
    assert repr(families.Gaussian) == "Gaussian(mu, sigma2)"
    assert repr(families.Poisson(x)) == ("Poisson, rate: k ↦ x**k*exp(-x)/factorial(k) for k in Naturals0, where 0 < x")


@pytest.mark.parametrize(
    ("name", "numbers", "needed"),
    [
        ("gaussian", (x, -1), "0 < -1"),
        ("poisson", (0,), "0 < 0"),
        ("poisson", (Symbol("r", negative=True),), "0 < r"),
    ],
)
def test_a_parameter_out_of_its_domain_gives_no_model(name, numbers, needed):
    with pytest.raises(Malformed, match=f"there is no such model, for it needs {needed}$"):
        model_of(family(name), *numbers)


def test_a_probability_is_below_one():
    with pytest.raises(Malformed, match="Bernoulli: there is no such model, for it needs 2 < 1"):
        Bernoulli(2)
