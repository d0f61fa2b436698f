r"""Which theorems have a common setting, and what of it has been said before.

A theorem that uses no definition, and speaks of other names than the setting around it, stands there with all that it
supposes: it needs no setting of its own.

>>> gap = {"lhs": ["Lt", 0, "u"], "rhs": ["True"], "hypotheses": [["Lt", 1, "u"]], "definitions": [], "steps": []}
>>> free_names(gap)
frozenset({'u'})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..terms.terms import free, parse

Plain = Mapping[str, Any]
Data = Any


class Run(NamedTuple):
    """Theorems in their order, and the names of those among them that the setting is not for."""

    theorems: tuple[Plain, ...]
    apart: frozenset[str] = frozenset()

    @property
    def main(self) -> tuple[Plain, ...]:
        return tuple(t for t in self.theorems if t["name"] not in self.apart)

    @property
    def common(self) -> list[Data]:
        """The hypotheses that all but those have."""
        first, *others = self.main or ({"hypotheses": []},)
        return [h for h in first["hypotheses"] if all(h in t["hypotheses"] for t in others)]

    @property
    def definitions(self) -> list[Plain]:
        return needed({defined(d): d for t in self.main for d in t["definitions"]}, self.main)


def runs(theorems: Sequence[Plain]) -> list[Run]:
    """The theorems in runs with a common setting."""
    found: list[Run] = []
    for theorem in theorems:
        last = found[-1] if found else Run(())
        with_it = Run((*last.theorems, theorem), last.apart)
        own = frozenset((theorem["name"],)) if _alone(theorem) else frozenset()
        if own and not free_names(theorem) & _names(last):
            found[-1:] = [with_it._replace(apart=last.apart | own)]
        elif last.main and _share(last, theorem) and not _names(with_it) & _apart(last):
            found[-1:] = [with_it]
        else:
            found.append(Run((theorem,), frozenset() if found else own))
    return found


def _alone(theorem: Plain) -> bool:
    return not needed({defined(d): d for d in theorem["definitions"]}, [theorem])


def _names(run: Run) -> frozenset[str]:
    """The names of which the setting may speak."""
    definitions = run.definitions
    meant = (_free([d["right"]]) - (_free([d["left"]]) - {defined(d)}) for d in definitions)
    hypotheses = _free([h for t in run.main for h in t["hypotheses"]])
    return hypotheses.union(map(defined, definitions), *meant)


def _apart(run: Run) -> frozenset[str]:
    return frozenset().union(*(free_names(t) for t in run.theorems if t["name"] in run.apart))


def free_names(theorem: Plain) -> frozenset[str]:
    """The names of the numbers, functions and sets of which a theorem speaks."""
    return _free([theorem["lhs"], theorem["rhs"], *theorem["hypotheses"]])


def _free(parts: Sequence[Data]) -> frozenset[str]:
    return frozenset().union(*(free(parse(part, top=True)) for part in parts))


def _undefined(theorem: Plain) -> frozenset[str]:
    """The names of which it speaks, itself or in its definitions, and that these do not define."""
    definitions = {defined(d): d for d in theorem["definitions"]}
    meant = _free([d["right"] for d in needed(definitions, [theorem])])
    return (free_names(theorem) | meant) - {*definitions}


def _share(run: Run, theorem: Plain) -> bool:
    """No name is defined twice, with as many arguments or with others, or is defined in one theorem and means anything
    in another, and there are common hypotheses (or none)."""
    known = {defined(d): (d["left"], d["right"]) for t in run.main for d in t["definitions"]}
    own = {defined(d): (d["left"], d["right"]) for d in theorem["definitions"]}
    compatible = all(known.get(name, meaning) == meaning for name, meaning in own.items())
    common = Run((*run.main, theorem)).common
    anything = [_undefined(t) for t in (*run.main, theorem)]
    return (
        compatible
        and not any(names & {*known, *own} for names in anything)
        and (bool(common) or not any(t["hypotheses"] for t in (*run.main, theorem)))
    )


def defined(definition: Plain) -> str:
    """The name that is defined."""
    left = definition["left"]
    return str(left if isinstance(left, str) else left[1])


def needed(definitions: Mapping[str, Plain], theorems: Sequence[Plain]) -> list[Plain]:
    """The definitions of the names that are printed, directly or in another definition."""
    used: dict[str, Plain] = {}
    todo: list[Data] = [[t["lhs"], t["hypotheses"], *(step["after"] for step in t["steps"])] for t in theorems]
    while todo:
        text = repr(todo)
        new = {name: d for name, d in definitions.items() if name not in used and f"'{name}'" in text}
        used |= new
        todo = [definition["right"] for definition in new.values()]
    return [definition for name, definition in definitions.items() if name in used]
