"""A typed density with x_i^T b: its slopes in the coefficients, compared with numbers from the density alone."""

import math
from functools import partial

import pytest
from sympy import Indexed, Rational, Sum

from mlce_sym import loss
from mlce_sym.evidence import ball
from mlce_sym.evidence.balls import rebuilt
from mlce_sym.losses.claims import BySymPy, Proved
from mlce_sym.losses.convexity import NotConvex, NotKnown, Shown
from mlce_sym.reading.typed.mistyped import Mistyped

LOGISTIC = (r"(1+e^{-x_i^T b})^{-y}\left(1-\frac{1}{1+e^{-x_i^T b}}\right)^{1-y}", r"y \in \{0, 1\}")
POISSON = (r"\frac{e^{y b^\top x_i} e^{-\exp(b^\top x_i)}}{y!}", r"y \in \{0, 1, \dots\}")
GAUSS = (r"\frac{1}{\sqrt{2\pi}}\exp\left(-\frac{(y-\langle x_i, b\rangle)^2}{2}\right)", r"y \in \mathbb{R}")
LAD = ("exp(-abs(y - x_i @ b))/2", "y in R")
VECTORS = {"parameters": r"b \in \mathbb{R}^d", "known": r"x_i \in \mathbb{R}^d"}
X = ((1, Rational(1, 2)), (-1, 2), (Rational(1, 3), 1))
B, Y = (Rational(1, 4), Rational(-1, 2)), (1, 0, 1)


def at_data(term, j=0, l=0):  # noqa: E741
    """The term for three observations with two features, as a number."""

    def entry(part):
        name, index = str(part.base), [int(i) - 1 for i in part.indices]
        return {"x": lambda: X[index[0]][index[1]], "b": lambda: B[index[0]], "y": lambda: Y[index[0]]}[name]()

    names = {s: {"n": 3, "d": 2, "j": j + 1, "l": l + 1}[str(s)] for s in term.free_symbols if str(s) in "ndjl"}
    plain = term.xreplace(names)
    while plain.has(Sum):
        plain = plain.replace(lambda part: isinstance(part, Sum) and not part.function.has(Sum), lambda s: s.doit())
    return float(ball(rebuilt(plain.replace(lambda part: isinstance(part, Indexed), entry), {})).mid())


def nll(name, b):
    """The mean loss, from the density as mathematics has it."""
    outputs = [float(x[0]) * b[0] + float(x[1]) * b[1] for x in X]
    of_one = {
        "logistic": lambda y, e: math.log1p(math.exp(e)) - y * e,
        "poisson": lambda y, e: math.exp(e) - y * e,
        "gauss": lambda y, e: (y - e) ** 2,  # half of it is the loss
        "lad": lambda y, e: abs(y - e),
    }[name]
    return sum(of_one(y, e) for y, e in zip(Y, outputs, strict=True)) / 3


CASES = {"logistic": LOGISTIC, "poisson": POISSON, "gauss": GAUSS, "lad": LAD}


def slope(f, b, j, h=1e-4):
    up, down = ([*b] for _ in range(2))
    up[j], down[j] = b[j] + h, b[j] - h
    return (f(up) - f(down)) / (2 * h)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_slopes_are_those_of_the_density(name):
    density, data = CASES[name]
    found = loss(density=density, data=data, **VECTORS)
    f, b = partial(nll, name), [float(one) for one in B]
    assert at_data(found.loss) == pytest.approx(f(b), abs=1e-9)
    ((gradient),), ((second),) = found.gradient.values(), found.hessian.values()
    assert isinstance(gradient, BySymPy if name == "lad" else Proved)
    for j in range(2):
        assert at_data(gradient.value, j) == pytest.approx(slope(f, b, j), abs=1e-6)
        for k in range(2):
            expected = slope(lambda at, k=k: slope(f, at, k), b, j)
            assert at_data(second.value, j, k) == pytest.approx(expected, abs=1e-5)


@pytest.mark.slow
def test_the_gradient_of_logistic_regression_is_a_short_line():
    found = loss(density=LOGISTIC[0], data=LOGISTIC[1], **VECTORS)
    (gradient,) = found.gradient.values()
    assert str(gradient.value) == "Sum((-y[i] + 1/(1 + exp(-Sum(b[k]*x[i, k], (k, 1, d)))))*x[i, j], (i, 1, n))/n"
    (convex,) = found.convexity.values()
    assert isinstance(convex, Shown) and convex.says == "convex"
    assert "x.T @" in found.code("python")


@pytest.mark.slow
def test_what_bends_down_in_the_output_is_not_convex_in_the_coefficients():
    found = loss(density="1/(pi*(1 + (y - x_i^T b)^2))", data="y in R", **VECTORS)
    (one,) = found.convexity.values()
    assert isinstance(one, NotConvex) and {str(s) for s in one.at} >= {"x", "d"}


@pytest.mark.slow
def test_least_absolute_deviations_are_not_called_convex_without_a_theorem():
    (one,) = loss(density=LAD[0], data=LAD[1], **VECTORS).convexity.values()
    assert isinstance(one, NotKnown)


@pytest.mark.parametrize("density", ["exp(-(y - b)^2/2)", "exp(-x_i^T b) * x_i", "exp(-y)"])
def test_a_vector_that_stands_alone_is_refused(density):
    with pytest.raises(Mistyped, match="is a vector, and is read in products such as x_i"):
        loss(density=density, data="y > 0", **VECTORS)


@pytest.mark.parametrize(
    ("parameter", "known", "says"),
    [
        (r"b \in \mathbb{R}", "x_i", r"declare both, as in --parameter 'b \in \mathbb{R}^d'"),
        (r"b \in \mathbb{R}^d", r"x_i \in \mathbb{R}", r"declare 'x_i \in \mathbb{R}^d'"),
    ],
)
def test_vectors_that_are_declared_as_numbers(parameter, known, says):
    with pytest.raises(Mistyped) as raised:
        loss(
            density=GAUSS[0].replace(r"\langle x_i, b\rangle", "x_i^T b"),
            data=GAUSS[1],
            parameters=parameter,
            known=known,
        )
    assert says in str(raised.value)


@pytest.mark.slow
def test_a_bare_name_is_the_vector():
    found = loss(density=LAD[0], data=LAD[1], parameters=VECTORS["parameters"], known="x_i")
    assert [str(one.symbol) for one in found.family.known] == ["d", "x[i, k]"]


SCALED = r"\frac{1}{\sqrt{2\pi\sigma^2}}\exp\left(-\frac{(y - x_i^T b)^2}{2\sigma^2}\right)"
WEIGHTED = r"\sqrt{\frac{w_i}{2\pi}}\exp\left(-\frac{w_i(y - x_i^T b)^2}{2}\right)"
LOG_NORMAL = r"\frac{1}{y\sqrt{2\pi}}\exp\left(-\frac{(\log y - x_i^T b)^2}{2}\right)"


def squares(density, *parameters, data="y in R", known=()):
    vectors = {"parameters": [VECTORS["parameters"], *parameters], "known": [VECTORS["known"], *known]}
    return loss(density=density, data=data, **vectors)


@pytest.mark.slow
def test_a_gaussian_has_the_score_equations():
    found = squares(SCALED, r"\sigma^2 > 0")
    ((equations),) = found.solving.values()
    assert isinstance(equations, Proved)
    assert (
        str(equations.value)
        == "(Eq(Sum((y[i] - Sum(b[k]*x[i, k], (k, 1, d)))*x[i, j], (i, 1, n)), 0) for all j in 1..d)"
    )
    theorem = equations.proof.theorem
    assert str(theorem.lhs[0]) == "ArgMax" and theorem.rhs == ("Finite", "a")
    assert found.estimate_status == "proved: the only maximiser (in b, then sigma2)"
    ((variance),) = found.estimates.values()
    assert str(variance) == "Sum((y[i] - Sum(b[k]*x[i, k], (k, 1, d)))**2, (i, 1, n))/n"
    assert "b_k solves Σ" in str(found) and "the columns of x are independent" in str(found)
    assert '"solving"' in found.to_json()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("density", "known", "data", "weight", "aim"),
    [
        (SCALED, (r"\sigma^2 > 0",), "y in R", None, lambda y: y),
        (WEIGHTED, ("w_i > 0",), "y in R", (1.0, 4.0, 0.25), lambda y: y),
        (LOG_NORMAL, (), "y > 0", None, lambda y: [math.log(one) for one in y]),
    ],
)
def test_the_code_solves_them(density, known, data, weight, aim):
    numpy = pytest.importorskip("numpy")
    pytest.importorskip("scipy")
    x, y = numpy.array([[float(one) for one in row] for row in X]), [0.5, 2.0, 1.25]
    solve = squares(density, known=known, data=data).function().coefficients
    best = solve(x, y) if weight is None else solve(x, y, weight)
    gaps = numpy.array(aim(y)) - x @ best
    assert x.T @ (gaps * (1.0 if weight is None else numpy.array(weight))) == pytest.approx([0, 0], abs=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["logistic", "poisson"])
def test_others_solve_the_score_equations(name):
    """Σ_i x_ij (p_i − y_i) = 0; what is no square has no code that solves them."""
    density, data = CASES[name]
    found = loss(density=density, data=data, **VECTORS)
    ((equations),), ((gradient),) = found.solving.values(), found.gradient.values()
    (inside, _) = equations.value.bodies[0].args
    assert at_data(inside, 0) / 3 == pytest.approx(at_data(gradient.value, 0))
    assert found.estimate_status == "proved: the only maximiser" and "def coefficients" not in found.code()


@pytest.mark.slow
def test_what_bends_down_has_no_score_equations():
    found = loss(density="1/(pi*(1 + (y - x_i^T b)^2))", data="y in R", **VECTORS)
    assert not found.solving and found.estimate_status.startswith("no closed form")


@pytest.mark.slow
def test_vectors_may_be_called_as_the_theorems_call_a_point():
    found = loss(density="exp(-(y - m_i @ a)^2/2)/sqrt(2*pi)", data="y in R", parameters="a in R^d", known="m_i in R^d")
    assert isinstance(*found.solving.values(), Proved)
