"""Estimates whose proofs the second check cannot evaluate: they are given, and not called proved."""

import pytest

from mlce_sym import loss
from mlce_sym.losses.claims import BySymPy, Proved

CASES = r"\begin{cases}p & y=1\\ 2p & y=2 \\ 1-3p & y=3\end{cases}"


@pytest.mark.slow
def test_no_values_that_meet_the_conditions():
    found = loss(density=CASES, data=r"y \in \{1, 2, 3\}", parameters="0 < p < 1/3")
    (estimate,) = found.estimated.values()
    assert isinstance(estimate, BySymPy) and "no values were found" in found.estimate_status
    assert isinstance(found.mean, Proved) and all(isinstance(one, Proved) for one in found.gradient.values())
    assert not any(proof.name.startswith(("estimate", "slopes", "in-means")) for proof in found.proofs)
