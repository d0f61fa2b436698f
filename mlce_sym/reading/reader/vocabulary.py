r"""The names that a theorem speaks of, and how each is written: what a reader learns from the text around a formula.

The vocabulary knows which names there are, and whether each is a variable, a data vector or a
function; it knows nothing of the formula that is read. Two names that are written alike are ambiguous, and are
refused.

>>> v = vocabulary([["Add", ["Indexed", "y", "i"], "theta_0"]], {})
>>> found(tree(r"\theta_0 + y_i"), v), found(tree("y_i"), v)
(('theta_0', 3), ('y', 1))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...functions import FUNCTIONS
from .tokens import CLOSING, Group, Items, Unread, shown, tree

Data = Any
Notation = Mapping[str, Mapping[str, Any]]

GREEK = re.findall(
    "[A-Za-z]+",
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi "
    "omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega",
)
SETS = ("Reals", "Integers")


@dataclass(frozen=True)
class Vocabulary:
    """Each name's kinds ("variable", "Indexed", "Apply"), and the names that a run of items, or a bracket around an
    argument, may stand for."""

    notation: Notation
    kinds: Mapping[str, frozenset[str]]
    written: Mapping[Items, tuple[str, ...]]
    brackets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def count(self, name: str, what: str) -> int:
        return int(self.notation.get(name, {}).get(what, 0))


def vocabulary(terms: Iterable[Data], notation: Notation) -> Vocabulary:
    """The vocabulary of terms."""
    kinds: dict[str, set[str]] = {}
    for name, kind in (use for term in terms for use in _uses(term)):
        kinds.setdefault(name, set()).add(kind)
    written: dict[Items, tuple[str, ...]] = {}
    brackets: dict[str, tuple[str, ...]] = {}
    for name in sorted(kinds):
        if opening := _bracket(str(notation.get(name, {}).get("latex", ""))):
            brackets[opening] = (*brackets.get(opening, ()), name)
            continue
        for items in dict.fromkeys(_spellings(name, notation)):
            written[items] = (*written.get(items, ()), name)
    return Vocabulary(notation, {name: frozenset(of) for name, of in kinds.items()}, written, brackets)


def _bracket(latex: str) -> str:
    """The opening bracket of a function that is written as bars around its argument; or nothing."""
    opening, _, closing = latex.partition(" #1 ")
    return opening if opening == r"\lvert" and closing == CLOSING[opening] else ""


DECLARED = {tree(declared.latex): name for name, declared in FUNCTIONS.items() if "#" not in declared.latex}
DECLARED_BRACKETS = {bracket: name for name, f in FUNCTIONS.items() if (bracket := _bracket(f.latex))}


def _uses(term: Data) -> Iterator[tuple[str, str]]:
    if isinstance(term, str) and term not in SETS:
        yield term, "variable"
    elif isinstance(term, list) and term and term[0] != "Constant":
        named = term[0] in ("Indexed", "Apply")
        if named:
            yield term[1], term[0]
        for part in term[2:] if named else term[1:]:
            yield from _uses(part)


def _spellings(name: str, notation: Notation) -> Iterator[Items]:
    """The notation's own way to write a name; else the usual way, or the name itself, upright."""
    if latex := notation.get(name, {}).get("latex"):
        yield tree(str(latex))
        return
    yield _upright(name)
    if name == "pi":
        return
    stem, *scripts = re.sub(r"^([A-Za-z]+)([0-9]+)$", r"\1_\2", name).split("_")
    if not scripts:
        yield _glyph(stem)
    elif all((stem, *scripts)):
        listed = [item for script in scripts for item in (",", *_glyph(script))]
        yield (*_glyph(stem), "_", Group("{", tuple(listed[1:])))


def _upright(name: str) -> Items:
    return (rf"\mathrm{{{name.replace('_', chr(92) + '_')}}}",)


def _glyph(text: str) -> Items:
    if len(text) == 1 or text.isdigit():
        return (text,)
    if text in GREEK:
        return (f"\\{text}",)
    accented = re.fullmatch(r"(.+?)(hat|bar|tilde)", text)
    if accented and (len(accented[1]) == 1 or accented[1] in GREEK):
        return (f"\\{accented[2]}", Group("{", _glyph(accented[1])))
    return _upright(text)


def found(items: Items, v: Vocabulary) -> tuple[str, int] | None:
    """The name at the start of the items and how many of them it takes, or None. Raises Unread if there is a choice."""
    lengths = [n for n in range(len(items), 0, -1) if items[:n] in v.written]
    if not lengths:
        return None
    name, *others = v.written[items[: lengths[0]]]
    if others or any(_takes_subscripts(v.written[items[:n]][0], v) for n in lengths[1:]):
        raise Unread(f"{shown(items[: lengths[0]])} is ambiguous: it may stand for two names")
    return name, lengths[0]


def _takes_subscripts(name: str, v: Vocabulary) -> bool:
    return "Indexed" in v.kinds[name] or v.count(name, "subscripts") > 0


def bound_name(v: Vocabulary) -> str:
    """A name for a bound variable that is in no formula."""
    return next(name for name in (f"outcome{k}" for k in range(len(v.kinds) + 1)) if name not in v.kinds)
