"""Pictures: the curves are those of the density, the mark is at the greatest likelihood, the same bytes come out."""

import sys

import mpmath
import pytest
from click.testing import CliRunner
from sympy import Symbol, lambdify, log

from mlce_sym import loss
from mlce_sym.cli import main
from mlce_sym.losses.plots import Drawn, save
from mlce_sym.terms.errors import NoSuchName

pytest.importorskip("matplotlib")
NAMES = ["poisson", "gaussian", "huber", "bernoulli-logit", "beta", "binomial", "exponential", "weibull"]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_likelihood_is_that_of_the_density_and_the_mark_at_its_top(name):
    found = loss(name)
    drawn, f = Drawn(found), found.family
    p = f.parameters[0].symbol
    density = log(f.density.xreplace(drawn.fixed))
    value = lambdify((f.data.symbol, p), density, "mpmath")
    for point in drawn.grid[20:380:60]:
        true = sum(value(mpmath.mpf(y), mpmath.mpf(point)) for y in drawn.sample)
        assert drawn.likelihood(point) == pytest.approx(float(true), rel=1e-9)
    if found.estimates:
        top = drawn.likelihood(drawn.estimate)
        assert top >= max(map(drawn.likelihood, drawn.grid)) - 1e-12


@pytest.mark.slow
def test_losses_of_locations_are_drawn_in_the_residual():
    assert Drawn(loss("gaussian")).in_residual and Drawn(loss("huber")).in_residual
    assert not Drawn(loss("bernoulli-logit")).in_residual and not Drawn(loss("poisson-log-rate")).in_residual
    labels = [axes.get_xlabel() for axes in loss("laplace").plot().axes]
    assert labels == ["residual $y - \\mu$", "residual $y - \\mu$", "$\\mu$"]


@pytest.mark.slow
def test_the_same_bytes(tmp_path):
    first, second = tmp_path / "a.svg", tmp_path / "b.svg"
    save(loss("poisson"), first)
    result = CliRunner().invoke(main, ["loss", "poisson", "--plot", str(second)])
    assert result.exit_code == 0 and "Poisson" in result.output
    assert first.read_bytes() == second.read_bytes() and b"<dc:date>" not in first.read_bytes()


def test_what_is_not_drawn_says_why(tmp_path, monkeypatch):
    with pytest.raises(NoSuchName, match="losses of vectors are not drawn"):
        loss("softmax").plot()
    with pytest.raises(NoSuchName, match=r"a picture is written as \.svg, \.png, \.pdf"):
        save(loss("poisson"), tmp_path / "a.gif")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(NoSuchName, match="pip install 'mlce-sym\\[plot\\]'"):
        loss("poisson").plot()


def test_other_parameters_have_values():
    assert Drawn(loss("gamma")).fixed.keys() == {Symbol("k")}
