r"""H(p), H(p, q), KL(p ‖ q) and E_{x ∼ p}[f(x)], written out as sums or integrals over the values of p that an equation
shows.

A text that says nothing of them means these; only proofs are drawn from that, for H may be in bits.

>>> total = ("Sum", "x", ("Range", 1, "m"), ("Mul", ("Apply", "p_x", "x"), ("log", ("Apply", "q_x", "x"))))
>>> (left, right), said = written_out((("Mul", -1, total), ("Apply", "H_of_2", "p", "q")))
>>> left == right, len(said)
(True, 1)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...reading.walk.big import SIZE
from ...terms.terms import Compound, Term, compound, is_a
from .meaning import exchanged
from .mentions import subterms

Terms = tuple[Term, ...]
Values = tuple[str, str, Term]  # a sum or an integral, its variable, and where that lies
KINDS = {"H": 1, "h": 1, "H_of_2": 2, **dict.fromkeys(("KL_from", "D_KL_from", "kl_from", "dKL_from", "D_from"), 2)}
MEAN = re.compile(r"(?:bb_|cal_)?E_(?:(?P<variable>\w)_like_)?(?P<letter>\w)(?:_open_(?P<argument>\w)_close)?")
ALL: Term = ("Range", 1, SIZE)  # the values, where the equation shows none
ENTRIES = "_entries"
DISTRIBUTIONS = frozenset("pqrfgPQ")


def written_out(sides: Sequence[Term]) -> tuple[Terms, tuple[Compound, ...]]:
    """The sides, and an equation for each of the entropies, divergences and means that are written out in them."""
    terms, said = tuple(sides), list[Compound]()
    for part in dict.fromkeys(part for side in sides for part in subterms(side)):
        body = _body(part, sides) if is_a(part, "Apply") else None
        if body is not None:
            terms = tuple(exchanged(term, part, body) for term in terms)
            said.append(("Eq", part, body))
    return terms, tuple(said)


def _body(part: Compound, sides: Sequence[Term]) -> Term | None:
    if (mean := _mean(part)) is not None:
        letter, variable = mean
        return ("Sum", variable, ALL, ("Mul", ("Apply", f"{letter}_{variable}", variable), part[2]))
    if KINDS.get(part[1]) != len(part) - 2:
        return None
    letters = [str(one).removeprefix("all_") for one in part[2:]]
    if not {*letters} <= DISTRIBUTIONS:
        return None
    shown = [*_shown(letters, sides)]
    if len({values[2] for values, _ in shown[:-1]}) > 1 or is_a(_last(shown[0][0][2]), "Add", "Mul"):
        return None  # a sum to K − 1 is over some of the values
    (head, variable, domain), (first, *others) = shown[0]
    if part[1] in ("H", "h", "H_of_2"):
        return ("Mul", -1, (head, variable, domain, ("Mul", first, ("log", (*others, first)[0]))))
    return (head, variable, domain, ("Mul", first, ("log", ("Mul", first, ("Pow", others[0], -1)))))


def _last(domain: Term) -> Term:
    """The last part of a set: where a range ends."""
    return domain[-1] if isinstance(domain, tuple) else domain


def _mean(term: Term) -> tuple[str, str] | None:
    """The distribution over which a mean is taken, and the variable, as p and x of E_{x ∼ p}, E_{p(x)} and E_p."""
    found = MEAN.fullmatch(str(compound(term)[1])) if is_a(term, "Apply") and len(term) == len("E_p") else None
    if found is None or found["letter"] not in DISTRIBUTIONS:
        return None
    calls = (one for one in subterms(compound(term)[2]) if is_a(one, "Apply"))
    inside = {one[2] for one in calls if one[1] == f"{one[1][0]}_{one[2]}"}
    told = {one for one in (found["variable"], found["argument"]) if one is not None} or inside
    return (found["letter"], str(*told)) if len(told) == 1 and told == inside else None


def _shown(letters: Sequence[str], sides: Sequence[Term]) -> Iterator[tuple[Values, list[Term]]]:
    """The sums and integrals over the values of a distribution, with the probabilities of a value; then those of which
    a mean is taken, or any."""
    parts = [part for side in sides for part in subterms(side)]
    for one in parts:
        if is_a(one, "Sum", "ImproperIntegral"):
            inside = {*subterms(one[3])}
            for forms in (
                _at(letters, one[1]),
                [("Indexed", letter, one[1]) for letter in letters],
                [("Indexed", f"{letter}{ENTRIES}", one[1]) for letter in letters],
            ):
                if inside & {*forms}:
                    yield (one[0], one[1], one[2]), [*forms]
    means = [mean[1] for one in parts if (mean := _mean(one)) is not None]
    yield ("Sum", (variable := (*means, "x")[0]), ALL), _at(letters, variable)


def _at(letters: Sequence[str], variable: str) -> list[Term]:
    return [("Apply", f"{letter}_{variable}", variable) for letter in letters]
