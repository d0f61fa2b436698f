"""Claims, which are judged where their proofs have ended: by what is in force there.

>>> from mlce_sym.documents.walking import checked
>>> proof = "Let $f(a) = s a - a^2/2$. We solve $$f'(a) = 0, \\\\quad \\\\hat{a} = s.$$"
>>> claim, *_ = checked("**Theorem:** $$\\\\hat{a} = s$$ **Proof:** " + proof)
>>> claim.rhs, claim.verdict.status, claim.verdict.reason
('s', 'proved', 'as the proof shows')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...prover.seconds import within
from ...reading.signs.tree import Node
from ...reading.walk.readings import Reading, read
from ...terms.errors import MlceError
from ..equations.links import ASSUMPTION, PROVED, REFUTED, UNKNOWN, Link, Verdict
from ..in_force.context import Context
from ..text.places import Place
from .identity import identity
from .solved import FAILURES

CLAIMED = Verdict(UNKNOWN, "a claim, which the proof is to show")
SAID = Verdict(ASSUMPTION, "as the text says, which derives it nowhere")
SHOWN = "as the proof shows"
OTHERWISE = "it does not agree with what the proof below says"


@dataclass(frozen=True)
class Claim:
    """An equation that is claimed at a place."""

    place: Place
    left: Node
    right: Node

    def judged(self, context: Context, seconds: float | None = None) -> Verdict:
        """The verdict where its proof has ended. It is not refuted: a name may have got another meaning since."""
        try:
            first, *others = read((self.left, self.right), context.scope)
            with within(seconds):
                found = SAID if _only_said(first, context) else identity((first, *others), context)
        except (*FAILURES, MlceError):
            return CLAIMED
        if found is SAID:
            return found
        if found.status == PROVED:
            return replace(found, reason=SHOWN)
        return Verdict(UNKNOWN, OTHERWISE, found.conditions) if found.status == REFUTED else CLAIMED


def _only_said(reading: Reading, context: Context) -> bool:
    """Does the text give its left side as this without a derivation? What solves an equation has one."""
    left, right = reading.terms
    return any(one.pattern == left and one.body == right and not one.solved for one in context.meanings)


def settled(links: Iterable[Link], claims: dict[Place, Claim], shown: dict[Place, Verdict]) -> Iterator[Link]:
    """The links in their order, each claim with the verdict that it gets later, in `shown`; what comes after a claim
    waits for it."""
    waiting: list[Link] = []
    for link in links:
        waiting.append(link)
        if not claims:
            yield from (_settled(one, shown) for one in waiting)
            waiting = []
    yield from (_settled(one, shown) for one in waiting)


def _settled(link: Link, shown: dict[Place, Verdict]) -> Link:
    verdict = shown.get(link.place) if link.verdict is CLAIMED else None
    return link if verdict is None else replace(link, verdict=verdict)
