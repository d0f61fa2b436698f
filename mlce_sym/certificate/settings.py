"""What the theorems of one document define: two of them mean different things by a name only where both are needed.

A theorem may list definitions that its proof does not use, those of a setting that it shares with others. But what no
proof uses could say anything: so it has to be what the others say.

>>> from mlce_sym.logic.given import Definition
>>> def claim(name, meaning, *steps):
...     return Claim(name, (), (Definition("Apply", "f", ("x",), meaning),), 1, 1, steps)
>>> unfolded = Step("definition", "f", False, False, (0,), {"x": 1}, ("Apply", "f", 1), 1)
>>> check_definitions((claim("used", "x", unfolded), claim("idle", "x")))
>>> check_definitions((claim("used", "x", unfolded), claim("idle", 2)))
Traceback (most recent call last):
...
mlce_sym.terms.errors.Malformed: the theorem 'idle' defines f otherwise than 'used' does, and no proof uses that
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..kernel.claims import Claim, Step
from ..terms.errors import Malformed
from ..terms.terms import Names, alpha, free, shown


def check_definitions(claims: Sequence[Claim]) -> None:
    """Of a name that theorems define differently, each definition is used in the proof of a theorem that has it.

    Definitions are the same up to the names of their arguments and of bound variables. Raises Malformed.
    """
    defined = {claim.name: frozenset(d.name for d in claim.definitions) for claim in claims}
    used = {claim.name: _used(claim, defined) for claim in claims}
    variants: dict[str, dict[object, list[str]]] = {}
    for claim in claims:
        for d in claim.definitions:
            variants.setdefault(d.name, {}).setdefault((d.head, alpha(d.meaning)), []).append(claim.name)
    for name, meanings in variants.items():
        idle = next((ts for ts in meanings.values() if not any(name in used[t] for t in ts)), None)
        if idle and len(meanings) > 1:
            other = next(ts for ts in meanings.values() if ts is not idle)
            raise Malformed(
                f"the theorem {shown(idle[0])} defines {name} otherwise than {shown(other[0])} does, and no proof uses "
                "that"
            )


def _used(claim: Claim, defined: Mapping[str, Names]) -> Names:
    """The names whose definitions a proof unfolds, puts into another theorem, or must have for that theorem's sake."""
    return frozenset().union(*(_used_in(step, defined) for step in claim.steps))


def _used_in(step: Step, defined: Mapping[str, Names]) -> Names:
    cited = frozenset().union(*(defined.get(c.theorem or "", frozenset()) for c in step.conditions))
    if step.kind == "definition":
        return cited | {str(step.by)}
    if step.kind == "theorem":
        return cited.union(defined.get(str(step.by), frozenset()), *map(free, step.bindings.values()))
    return cited
