"""A loss with its estimates as they were found, where the second check has nothing to say about their proofs."""

from __future__ import annotations

from dataclasses import replace

from .claims import BySymPy, Claim, Proved
from .convexity import proofs_of
from .loss import Loss
from .vector_families import needed

UNSEEN = ": no values were found at which its proof can be evaluated"


def has_proved_estimates(found: Loss) -> bool:
    """Whether an estimate, or a best value given other parameters, is called proved."""
    return any(
        isinstance(claim, Proved)
        for claim in (*found.estimated.values(), *found.profile.values(), *found.solving.values())
    )


def with_estimates_unproved(found: Loss) -> Loss:
    """The estimates are not called proved any more; the theorems are those behind everything else."""
    claims = (found.whole, found.mean, *(one.claim for one in found.dropped))
    slopes = (*found.gradient.values(), *found.hessian.values())
    quantiles = (proof for one in found.quantiles.values() for proof in one.proofs)
    others = (claim.proof for claim in (*claims, *slopes) if isinstance(claim, Proved))
    return replace(
        found,
        estimated={p: _unproved(claim) for p, claim in found.estimated.items()},
        profile={p: _unproved(claim) for p, claim in found.profile.items()},
        solving={},
        supposed=tuple(map(_unproved, found.supposed)),
        proofs=needed(found.proofs, [proof.name for proof in (*others, *proofs_of(found.convexity), *quantiles)]),
    )


def _unproved(claim: Claim) -> Claim:
    return BySymPy(claim.value, UNSEEN) if isinstance(claim, Proved) else claim
