"""A loss that is typed without a density: what follows from it, and whether exp(−loss) is a density up to a factor."""

import math

import pytest
from click.testing import CliRunner

from mlce_sym import loss
from mlce_sym.cli import main
from mlce_sym.losses.claims import Proved

REAL = {"data": r"y \in \mathbb{R}", "parameters": r"m \in \mathbb{R}"}


def test_a_focal_loss_is_none_of_a_density():
    found = loss(formula=r"-(1-p)^g \log p", data=r"y \in \{0, 1\}", parameters="0 < p < 1", known="g > 0")
    assert found.density.kind == "differs"
    assert all(isinstance(claim, Proved) for claim in (found.mean, *found.gradient.values(), *found.hessian.values()))
    f, p, g = found.function(), 0.3, 2.0
    assert f.loss(1, p, g) == pytest.approx(-(0.7**2) * math.log(0.3))
    assert f.gradient(1, p, g) == pytest.approx(2 * 0.7 * math.log(0.3) - 0.7**2 / 0.3)


def test_a_loss_of_a_residual_is_that_of_a_density_up_to_a_factor():
    found = loss(formula="3*(y-m)^2", **REAL)
    assert found.density.kind == "undecided" and "1.02333, whatever the parameters were" in str(found.density)
    assert (
        found.estimate_status == "proved: the only maximiser" and str(found.loss) == "Sum((-m + y[i])**2, (i, 1, n))/n"
    )
    assert loss(formula="(y-m)^2 + log(pi)/2", **REAL).density.kind == "agrees"


def test_on_the_command_line():
    numbers = ("--data", "y in Reals", "--parameter", "m in Reals")
    result = CliRunner().invoke(main, ["loss", "--loss", "(y-m)^2", *numbers])
    assert result.exit_code == 0 and result.output.startswith("The loss as typed")
    for wrong in (["poisson", "--loss", "y"], ["--loss", "y", "--density", "y", *numbers]):
        result = CliRunner().invoke(main, ["loss", *wrong])
        assert result.exit_code == 2 and "not both" in result.output
    result = CliRunner().invoke(main, ["loss", "--loss", "(y-m)^2"])
    assert result.exit_code == 2 and "--loss needs --data" in result.output


def test_what_is_worked_on_is_told():
    told = []
    loss(density="l*exp(-l*y)", data="y > 0", parameters="l > 0", progress=told.append)
    assert told[0] == "the likelihood" and told[-1] == "the theorems are checked" and len(told) == 7
