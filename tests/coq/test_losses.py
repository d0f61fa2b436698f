"""The theorems behind a loss are accepted by Coq: roots, pi, and signs by parts."""

from __future__ import annotations

import pytest
from sympy import Interval, S, exp, gamma, oo, pi, sqrt, symbols

from mlce_sym.coq.run import AXIOMS, certified
from mlce_sym.families.family import Family, Named
from mlce_sym.losses.derive import loss_of
from mlce_sym.prompt.prove import prove

from .compiled import needs_coqc

y, a, m, mu, theta, v = symbols("y a m mu theta v")
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)
NORMAL = exp(-((y - mu) ** 2) / (2 * v)) / sqrt(2 * pi * v)
FAILURES = theta**2 * (y + 1) * (1 - theta) ** y  # before the second success
FAMILIES = {
    "roots and pi": Family("normal", "", NORMAL, Named(y, S.Reals), (Named(mu, S.Reals),), (Named(v, POSITIVE),)),
    "a nonzero square": Family("failures", "", FAILURES, Named(y, S.Naturals0), (Named(theta, UNIT),)),
    "the gamma function": Family(
        "gamma",
        "",
        theta**a * y ** (a - 1) * exp(-theta * y) / gamma(a),
        Named(y, POSITIVE),
        (Named(theta, POSITIVE),),
        (Named(a, POSITIVE),),
    ),
    "an instance with logs": Family(
        "pareto",
        "",
        a * m**a / y ** (a + 1),
        Named(y, Interval.open(m, oo)),
        (Named(a, POSITIVE),),
        (Named(m, POSITIVE),),
    ),
}


@needs_coqc
@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_coq_accepts_the_theorems_behind_a_loss(family):
    loss = loss_of(family)
    accepted = certified(prove(loss.document).certificate)
    assert accepted.theorems == len(loss.proofs) > 1
    assert accepted.axioms == AXIOMS
