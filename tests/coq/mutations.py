"""What Coq says of certificates with one change each: `python -m tests.coq.mutations` tries them all.

It takes about three hours on two cores for some 13,000 mutants; with names of documents, these alone are tried.
Prints, for each document and each kind of change, how many were tried, rejected by Coq, refused by the writer, and
accepted; each that is accepted with the reason why it is a theorem all the same (`still_proved.py`). Ends with status 1
where one is accepted without a reason, or a reason is given for one that is not accepted.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256

from mlce_sym.coq.run import NotAccepted, certify

from .compiled import compiled
from .mutants import MAKERS, Certificate, Mutant, book, theorems
from .read_back import taken_for_granted
from .still_proved import reason

UNCHANGED = "unchanged"
COLUMNS = ("tried", "rejected", "refused", "stopped", "accepted")


@dataclass(frozen=True)
class Outcome:
    """`rejected` by Coq, `refused` by the writer, `stopped` after a minute, or `accepted`; and what was said."""

    what: str
    words: str = ""


def outcome(mutant: Mutant, seconds: float = 60) -> Outcome:
    """What becomes of a mutant. A file that lacks one of the theorems is not accepted, whatever Coq says.

    To save time, what stands before the changed theorem is at first taken for granted.
    """
    try:
        text = mutant.text()
    except (ValueError, LookupError, ArithmeticError, RecursionError) as problem:
        return Outcome("refused", f"{type(problem).__name__}: {problem}")
    if len(re.findall(r"^Theorem ", text, re.M)) < len(mutant.certificate["theorems"]):
        return Outcome("refused", "the file lacks a theorem")
    answer = compiled(shortened(text), seconds)
    if not answer.accepted:
        return Outcome("stopped" if answer.output.startswith("stopped") else "rejected", answer.output)
    try:
        certify(text, seconds)
    except NotAccepted as problem:
        return Outcome("rejected", str(problem))
    return Outcome("accepted")


def shortened(text: str, first: str = "\nSection ") -> str:
    """What a file says from its last section on, or from the last place with these words, and before that only what its
    theorems state."""
    place, end = text.rindex(first), text.rindex("\nDefinition all_theorems ")
    return taken_for_granted(text[:place])[1] + text[place:end] + "\n"


def judged(mutants: Iterable[Mutant]) -> Iterator[tuple[Mutant, Outcome]]:
    """Every mutant with its outcome, in order; two at a time. What two documents share is tried once."""
    waiting = {_identity(mutant): mutant for mutant in mutants}
    with ProcessPoolExecutor(max_workers=2) as pool:
        found = dict(zip(waiting, pool.map(outcome, waiting.values()), strict=True))
    for mutant in mutants:
        yield mutant, found[_identity(mutant)]


def _identity(mutant: Mutant) -> str:
    return sha256(json.dumps([mutant.certificate["theorems"], mutant.edited]).encode()).hexdigest()


def table(results: Iterable[tuple[Mutant, Outcome]]) -> list[str]:
    """How often each outcome came up, for each kind and in all."""
    counted = Counter((mutant.kind, what) for mutant, result in results for what in ("tried", result.what))
    rows = {kind: [counted[kind, column] for column in COLUMNS] for kind in MAKERS if counted[kind, "tried"]}
    rows["in all of these"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    tried, rejected, *_ = rows["in all of these"]
    lines = [f"{kind:34}" + "".join(f"{count:>10}" for count in row) for kind, row in {"": COLUMNS, **rows}.items()]
    return [*lines, f"rejected by Coq: {rejected / tried:.1%}"]


def unchanged(certificate: Certificate) -> Iterator[Mutant]:
    """The certificate as it is: where Coq does not accept this, that it rejects a mutant says nothing."""
    yield Mutant(certificate["theorems"][-1]["name"], UNCHANGED, "", certificate)


def explained(results: Iterable[tuple[Mutant, Outcome]]) -> tuple[list[str], int]:
    """The mutants that are accepted, or should be, with the reasons; and how many are not as they should be."""
    lines, wrong = [], 0
    for mutant, result in {(mutant.key, result.what): (mutant, result) for mutant, result in results}.values():
        accepted = result.what == "accepted"
        why = "nothing is changed" if mutant.kind == UNCHANGED else reason(mutant)
        if accepted != bool(why) or (accepted and mutant.kind != UNCHANGED):
            said = why or "THERE IS NO REASON"
            lines += [" | ".join(mutant.key), f"    {said if accepted else f'NOT ACCEPTED: {result.words}'}"]
            wrong += accepted != bool(why)
    return lines, wrong


def main(names: list[str]) -> int:
    """Tries the documents of these names, or all. The exit status."""
    chosen = [name for name in book() if not names or name in names]
    if not set(names) <= set(chosen):
        print(f"the documents are {', '.join(book())}", file=sys.stderr)
        return 2
    makers = (unchanged, *MAKERS.values())
    placed = [(name, m) for name in chosen for one in theorems(name) for make in makers for m in make(one)]
    results = list(judged([mutant for _, mutant in placed]))
    for name in chosen:
        print(name, *table(r for (where, _), r in zip(placed, results, strict=True) if where == name), "", sep="\n")
    print("in all documents", *table(results), "", sep="\n")
    refused = Counter(result.words.partition(":")[0] for _, result in results if result.what == "refused")
    print("Refused by the writer:", *(f"    {count} with {words}" for words, count in refused.items()), "", sep="\n")
    lines, wrong = explained(results)
    print("Accepted:", *lines, "", f"{wrong} not as they should be.", sep="\n")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
