"""Losses of libraries: theorems, the formulas beside the libraries themselves, and totals that rule a density out."""

import math

import pytest
from click.testing import CliRunner
from sympy import lambdify

from mlce_sym.border.binding import in_own_nodes
from mlce_sym.border.encoding import encode
from mlce_sym.cli import main
from mlce_sym.families.shipped import SHIPPED, Shipped, delta, mu, q, tau, u, v, x, y
from mlce_sym.losses.audit import NO_FAMILY, audit, shipped
from mlce_sym.terms.errors import NoSuchName

NAMES = [one.names[0] for one in SHIPPED]
NONE = {
    *("sklearn.hinge_loss", "keras.SquaredHinge", "sklearn.ExponentialLoss", "sklearn.brier_score_loss"),
    "keras.BinaryFocalCrossentropy",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_each_is_proved_or_says_why_not(name):
    found = audit(shipped(name))
    if name in NONE:
        assert found.proof is None and found.word.startswith("none as it stands")
    elif name == "xgboost.reg:pseudohubererror":
        assert found.word == NO_FAMILY
    else:
        assert found.proof.theorem.lhs == encode(in_own_nodes(found.shipped.formula)) and found.word == "proved"


def test_fifty_names_are_known_once():
    names = [name for one in SHIPPED for name in one.names]
    assert len(set(names)) == len(names) >= 50


def test_a_formula_that_is_not_the_loss_is_not_called_proved():
    wrong = Shipped(("wrong",), 3 * u**2, "gaussian", {mu: x})
    assert audit(wrong).word == "not shown to be the loss of gaussian" and audit(wrong).proof is None


def value(name, **at):
    one = shipped(name)
    numbers = {x: at["x"], y: at["y"], delta: at.get("delta", 1), tau: at.get("tau", 0.3), v: at.get("v", 1), q: 1.5}
    return lambdify(list(numbers), one.formula, "math")(*numbers.values())


TORCH = [
    ("MSELoss", {}, (0.3, 1.2)),
    ("L1Loss", {}, (0.3, 1.2)),
    ("HuberLoss", {"delta": 0.5}, (0.3, 1.2)),
    ("SmoothL1Loss", {"beta": 0.5}, (0.3, 1.2)),
    ("BCELoss", {}, (0.3, 1.0)),
    ("BCEWithLogitsLoss", {}, (0.3, 1.0)),
    ("SoftMarginLoss", {}, (0.3, -1.0)),
    ("PoissonNLLLoss", {}, (0.3, 2.0)),
]


@pytest.mark.parametrize("name, arguments, numbers", TORCH)
def test_the_formulas_are_those_of_torch(name, arguments, numbers):
    torch = pytest.importorskip("torch")
    made = getattr(torch.nn, name)(**arguments)
    given, target = (torch.tensor([one], dtype=torch.float64) for one in numbers)
    ours = value(f"torch.{name}", x=numbers[0], y=numbers[1], delta=0.5)
    assert float(made(given, target)) == pytest.approx(ours, rel=1e-12)


def test_the_formulas_are_those_of_torch_with_a_variance():
    torch = pytest.importorskip("torch")
    made = torch.nn.GaussianNLLLoss()(*(torch.tensor([one], dtype=torch.float64) for one in (0.3, 1.2, 0.7)))
    assert float(made) == pytest.approx(value("torch.GaussianNLLLoss", x=0.3, y=1.2, v=0.7), rel=1e-12)


SKLEARN = [
    *(("mean_squared_error", 0.3), ("mean_absolute_error", 0.3), ("mean_squared_log_error", 0.3)),
    *(("mean_poisson_deviance", 0.3), ("mean_gamma_deviance", 0.3), ("mean_pinball_loss", 0.3)),
]


@pytest.mark.parametrize("name, predicted", SKLEARN)
def test_the_formulas_are_those_of_sklearn(name, predicted):
    metrics = pytest.importorskip("sklearn.metrics")
    extra = {"alpha": 0.3} if name == "mean_pinball_loss" else {}
    theirs = getattr(metrics, name)([2.0], [predicted], **extra)
    assert theirs == pytest.approx(value(f"sklearn.{name}", x=predicted, y=2.0), rel=1e-12)


def test_the_halves_of_sklearn_are_theirs_up_to_what_depends_on_y_alone():
    losses, numpy = pytest.importorskip("sklearn._loss"), pytest.importorskip("numpy")
    for name, made in {
        "HalfSquaredError": losses.HalfSquaredError(),
        "HalfPoissonLoss": losses.HalfPoissonLoss(),
        "HalfGammaLoss": losses.HalfGammaLoss(),
        "HalfTweedieLoss": losses.HalfTweedieLoss(power=1.5),
        "HalfBinomialLoss": losses.HalfBinomialLoss(),
    }.items():
        label = 1.0
        theirs = [
            float(made.loss(y_true=numpy.array([label]), raw_prediction=numpy.array([raw]))[0]) for raw in (0.3, 0.9)
        ]
        ours = [value(f"sklearn.{name}", x=raw, y=label) for raw in (0.3, 0.9)]
        assert theirs[1] - theirs[0] == pytest.approx(ours[1] - ours[0], rel=1e-9), name


def test_on_the_command_line():
    result = CliRunner().invoke(main, ["loss", "--shipped", "torch.GaussianNLLLoss"])
    assert result.exit_code == 0 and "1/2 times its loss   [proved]" in result.output
    assert math.isclose(value("keras.LogCosh", x=0.0, y=0.0), 0.0)
    with pytest.raises(NoSuchName, match=r"did you mean torch\.nn\.MSELoss"):
        shipped("torch.MSELos")
