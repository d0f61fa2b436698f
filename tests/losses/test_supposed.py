"""Densities of which the logic does not see that they are positive: it is supposed, and said, where numbers agree."""

import pytest

from mlce_sym import MlceError, loss
from mlce_sym.losses.claims import ByNumbers

WAVE = (r"\frac{1}{2s}\left(1+\cos\left(\frac{y-\mu}{s}\pi\right)\right)", r"\mu-s < y < \mu+s")


@pytest.mark.slow
def test_it_is_a_hypothesis_of_every_theorem_and_printed():
    found = loss(density=WAVE[0], data=WAVE[1], parameters=r"\mu \in \mathbb{R}", known="s > 0")
    (fact,) = found.besides
    assert isinstance(fact, ByNumbers) and str(fact.value) == "0 < cos(pi*(-mu + y)/s) + 1"
    assert all(any("cos" in str(h) for h in proof.theorem.given.hypotheses) for proof in found.proofs)
    (line,) = [line for line in str(found).splitlines() if line.startswith("  supposed")]
    assert line.endswith("[by numbers, not proved]") and found.density.kind == "agrees"


@pytest.mark.parametrize(
    ("density", "data", "parameter"),
    [
        (r"\lambda e^{-\lambda y}", "y > 0", r"\lambda \in \mathbb{R}"),  # false for negative λ
        (r"\lambda e^{-\lambda y}", "y > 0", r"\lambda \ge 0"),  # false at the end of the domain
        (r"\theta + \cos(y)", "0 < y < 6", r"\theta > 0"),  # false for small θ
        (r"e^{-y} (\theta - 11 + (y - 40)^2)", "y > 0", r"\theta > 11 - 1/9"),  # where y is 40 and θ near its end
    ],
)
def test_what_is_false_somewhere_is_not_supposed(density, data, parameter):
    with pytest.raises(MlceError, match="positive on its support: nothing says that 0 <"):
        loss(density=density, data=data, parameters=parameter)


@pytest.mark.slow
def test_a_series_that_is_not_seen_to_converge_may_be_cut():
    density = r"\frac{\lambda^y y^{-y}}{\sum_{j=1}^{%s} \lambda^j j^{-j}}"
    with pytest.raises(MlceError, match="end the sum at a number"):
        loss(density=density % r"\infty", data=r"y \in \{1, 2, \dots\}", parameters=r"\lambda > 0")
    found = loss(density=density % 20, data=r"y \in \{1, \dots, 20\}", parameters=r"\lambda > 0")
    assert found.gradient and found.dropped
