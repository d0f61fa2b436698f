"""Densities of which the logic does not see that they are positive: it is supposed, and said, where numbers agree."""

import pytest

from mlce_sym import MlceError, loss
from mlce_sym.losses.claims import ByNumbers

WAVE = (r"\frac{1}{2s}\left(1+\cos\left(\frac{y-\mu}{s}\pi\right)\right)", r"\mu-s < y < \mu+s")


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
        (r"\theta + \cos(y)", "0 < y < 6", r"\theta > 0"),  # false for small θ
    ],
)
def test_what_is_false_somewhere_is_not_supposed(density, data, parameter):
    with pytest.raises(MlceError, match="positive on its support: nothing says that 0 <"):
        loss(density=density, data=data, parameters=parameter)
