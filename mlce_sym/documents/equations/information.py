r"""H(p), H(p, q) and KL(p ‖ q), written out as sums or integrals over the values of p that an equation shows.

A text that says nothing of them means these; only proofs are drawn from that, for H may be in bits.

>>> total = ("Sum", "x", ("Range", 1, "m"), ("Mul", ("Apply", "p_x", "x"), ("log", ("Apply", "q_x", "x"))))
>>> (left, right), said = written_out((("Mul", -1, total), ("Apply", "H_of_2", "p", "q")))
>>> left == right, len(said)
(True, 1)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading.walk.big import SIZE
from ...terms.terms import Compound, Term, compound, is_a
from .meaning import exchanged
from .mentions import subterms

Terms = tuple[Term, ...]
Values = tuple[str, str, Term]  # a sum or an integral, its variable, and where that lies
KINDS = {"H": 1, "h": 1, "H_of_2": 2, **dict.fromkeys(("KL_from", "D_KL_from", "kl_from", "dKL_from", "D_from"), 2)}
OUTCOMES: Values = ("Sum", "x", ("Range", 1, SIZE))  # where the equation shows none
ENTRIES = "_entries"
DISTRIBUTIONS = frozenset("pqrfgPQ")


def written_out(sides: Sequence[Term]) -> tuple[Terms, tuple[Compound, ...]]:
    """The sides, and an equation for each of the entropies and divergences that are written out in them."""
    terms, said = tuple(sides), list[Compound]()
    for part in dict.fromkeys(part for side in sides for part in subterms(side)):
        body = _body(part, sides)
        if body is not None:
            terms = tuple(exchanged(term, part, body) for term in terms)
            said.append(("Eq", part, body))
    return terms, tuple(said)


def _body(part: Term, sides: Sequence[Term]) -> Term | None:
    if not is_a(part, "Apply") or KINDS.get(str(part[1])) != len(part) - 2:
        return None
    letters = [str(one).removeprefix("all_") for one in compound(part)[2:]]
    if not {*letters} <= DISTRIBUTIONS:
        return None
    shown = next(_shown(letters, sides), None)
    head, variable, domain = OUTCOMES if shown is None else shown[0]
    first, *others = (
        [("Apply", f"{letter}_{variable}", variable) for letter in letters] if shown is None else shown[1]
    )
    if str(part[1]) in ("H", "h", "H_of_2"):
        return ("Mul", -1, (head, variable, domain, ("Mul", first, ("log", (*others, first)[0]))))
    return (head, variable, domain, ("Mul", first, ("log", ("Mul", first, ("Pow", others[0], -1)))))


def _shown(letters: Sequence[str], sides: Sequence[Term]) -> Iterator[tuple[Values, list[Term]]]:
    """The sums and integrals over the values of a distribution, with the probabilities of a value."""
    for one in (part for side in sides for part in subterms(side)):
        if is_a(one, "Sum", "ImproperIntegral"):
            variable = str(one[1])
            inside = {*subterms(one[3])}
            for forms in (
                [("Apply", f"{letter}_{variable}", variable) for letter in letters],
                [("Indexed", letter, variable) for letter in letters],
                [("Indexed", f"{letter}{ENTRIES}", variable) for letter in letters],
            ):
                if inside & {*forms}:
                    yield (str(one[0]), variable, one[2]), [*forms]
