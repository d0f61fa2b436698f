"""A loss that is typed without a density: what follows from it, and whether exp(−loss) is a density up to a factor."""

import math

import pytest
from click.testing import CliRunner
from sympy import IndexedBase, Sum, oo

from mlce_sym import loss
from mlce_sym.cli import main
from mlce_sym.losses.claims import Proved
from mlce_sym.terms.errors import MlceError

REAL = {"data": r"y \in \mathbb{R}", "parameters": r"m \in \mathbb{R}"}


@pytest.mark.slow
def test_a_focal_loss_is_none_of_a_density():
    found = loss(formula=r"-(1-p)^g \log p", data=r"y \in \{0, 1\}", parameters="0 < p < 1", known="g > 0")
    assert found.density.kind == "differs"
    assert all(isinstance(claim, Proved) for claim in (found.mean, *found.gradient.values(), *found.hessian.values()))
    f, p, g = found.function(), 0.3, 2.0
    assert f.loss(1, p, g) == pytest.approx(-(0.7**2) * math.log(0.3))
    assert f.gradient(1, p, g) == pytest.approx(2 * 0.7 * math.log(0.3) - 0.7**2 / 0.3)


@pytest.mark.slow
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


@pytest.mark.slow
def test_what_is_worked_on_is_told():
    told = []
    loss(density="l*exp(-l*y)", data="y > 0", parameters="l > 0", progress=told.append)
    assert told[0] == "the likelihood" and told[-1] == "the theorems are checked" and len(told) == 7


@pytest.mark.slow
def test_a_mass_function_may_be_divided_by_a_sum():
    found = loss(
        density=r"\frac{k^{-s}}{\sum_{k=1}^{N} k^{-s}}",  # the index is called like the observation
        data=r"k \in \{1, \dots, N\}",
        parameters="s > 0",
        known=r"N \in \{1, 2, \dots\}",
    )
    assert found.density.kind == "agrees" and all(isinstance(one, Proved) for one in found.hessian.values())
    (gradient,) = found.gradient.values()
    at = {"s": 2, "N": 3, "n": 1}
    names = (symbol for symbol in gradient.value.free_symbols if str(symbol) in at)
    value = gradient.value.xreplace({symbol: at[str(symbol)] for symbol in names})
    expected = math.log(2) - (math.log(2) / 4 + math.log(3) / 9) / (1 + 1 / 4 + 1 / 9)
    assert float(value.doit().xreplace({IndexedBase("k")[1]: 2})) == pytest.approx(expected)


@pytest.mark.slow
@pytest.mark.parametrize("density", [r"\frac{k^{-s}}{\zeta(s)}", r"\frac{k^{-s}}{\sum_{j=1}^{\infty} j^{-s}}"])
def test_zeta_is_its_series(density):
    found = loss(density=density, data=r"k \in \{1, 2, \dots\}", parameters="s > 1")
    assert isinstance(found.mean, Proved) and found.density.kind != "differs"
    series = found.loss.atoms(Sum)
    assert any(limit[2] == oo for total in series for limit in total.limits)
    (gradient,) = found.gradient.values()
    assert gradient.word == "by SymPy, not proved"


@pytest.mark.slow
def test_a_series_over_powers_of_factorials_is_that_of_conway_and_maxwell():
    density = r"\frac{\lambda^y}{(y!)^\nu} \frac{1}{\sum_{j=0}^{\infty} \frac{\lambda^j}{(j!)^\nu}}"
    found = loss(density=density, data=r"y \in \{0, 1, \dots\}", parameters=r"\lambda > 0", known=r"\nu > 0")
    assert isinstance(found.mean, Proved) and found.density.kind != "differs" and not found.besides
    said = (
        r"its logarithm is defined only where the sum of factorial\(j\)\*\*\(-nu\)\*lambda\*\*j over j in 0.. converges"
    )
    with pytest.raises(MlceError, match=said):
        loss(density=density, data=r"y \in \{0, 1, \dots\}", parameters=[r"\lambda > 0", r"\nu \ge 0"])


@pytest.mark.parametrize("density", [r"\left(\sum_{j=1}^{9} j^{-2}\right) k s", r"\sum_{j=1}^{\infty} s^{j}"])
def test_sums_that_are_no_part_of_a_density(density):
    with pytest.raises(MlceError, match=r"this sum is a number|converges absolutely"):
        loss(density=density, data=r"k \in \{1, 2, \dots\}", parameters="s > 1")
