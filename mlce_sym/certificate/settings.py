"""What the theorems of one document define: no definition stands there for show.

A theorem may list definitions that it does not rest on, those of a setting that it shares with others; but then it
means by them what the others mean.

>>> from ..logic.given import Definition
>>> used = Claim("used", (), (Definition("Apply", "f", ("x",), "x"),), ("Apply", "f", 1), 1, ())
>>> check_definitions((used, Claim("idle", (), (Definition("Apply", "f", ("y",), "y"),), 1, 1, ())))
>>> check_definitions((used, Claim("idle", (), (Definition("Apply", "f", ("y",), 2),), 1, 1, ())))
Traceback (most recent call last):
...
mlce_sym.terms.errors.Malformed: the theorem 'idle' defines f otherwise than 'used' does, and rests on it nowhere
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..kernel.claims import Claim
from ..logic.given import Definition
from ..terms.errors import Malformed
from ..terms.terms import Names, alpha, free, shown


def check_definitions(claims: Sequence[Claim]) -> None:
    """A definition on which its theorem does not rest is an instance of one that a theorem used in it has; or one on
    which another theorem rests; or the only one of that name, if none rests on it. Definitions are the same up to the
    names of their arguments and bound variables.
    """
    rested: dict[str, Names] = {}
    for claim in claims:
        rested[claim.name] = _rested(claim, rested)
    lists = {claim.name: {d.name for d in claim.definitions} for claim in claims}
    everywhere = [(claim, d) for claim in claims for d in claim.definitions]
    meant = [(claim, d) for claim, d in everywhere if d.name in rested[claim.name]]
    for claim, definition in everywhere:
        name = definition.name
        if name in rested[claim.name] or any(name in lists.get(used, ()) for used in _used(claim)):
            continue
        of_it = [(c, d) for c, d in meant if d.name == name]
        if any(_same(d, definition) for _, d in of_it):
            continue
        other = next((c for c, d in of_it or everywhere if d.name == name and not _same(d, definition)), None)
        if other is not None:
            raise Malformed(
                f"the theorem {shown(claim.name)} defines {name} otherwise than {shown(other.name)} does, and rests on "
                "it nowhere"
            )


def _used(claim: Claim) -> list[str]:
    """The theorems that a proof names, more than once perhaps."""
    steps = [str(step.by) for step in claim.steps if step.kind == "theorem"]
    return steps + [c.theorem for step in claim.steps for c in step.conditions if c.theorem]


def _rested(claim: Claim, earlier: Mapping[str, Names]) -> Names:
    """The defined names of a theorem's statement and proof, of what they are defined by, and of the theorems used."""
    terms = [claim.lhs, claim.rhs, *claim.hypotheses]
    found = {str(step.by) for step in claim.steps if step.kind == "definition"}
    for step in claim.steps:
        terms += [step.before, step.after, *step.bindings.values(), *(c.prop for c in step.conditions)]
    found = found.union(*map(free, terms), *(earlier.get(name, ()) for name in _used(claim)))
    return _unfolded(found, claim.definitions)


def _unfolded(names: Iterable[str], definitions: Sequence[Definition]) -> Names:
    """These names among those defined, and what their definitions mention."""
    todo, meanings, found = list(names), {d.name: d.meaning for d in definitions}, set()
    while todo:
        name = todo.pop()
        if name in meanings and name not in found:
            found.add(name)
            todo.extend(free(meanings[name]))
    return frozenset(found)


def _same(one: Definition, other: Definition) -> bool:
    return one.head == other.head and alpha(one.meaning) == alpha(other.meaning)
