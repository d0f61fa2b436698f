r"""The names that a theorem speaks of, and how each is written: what a reader learns from the text around a formula.

The vocabulary knows which names there are, and whether each is a variable, a data vector or a function; it knows
nothing of the formula that is read. Two names that are written alike are ambiguous, and are refused.

>>> v = vocabulary([["Add", ["Indexed", "y", "i"], "ybar"]], {"ybar": {"latex": r"\bar y"}})
>>> sorted(v.scope.numbers), sorted(v.scope.vectors), v.names["bar_y"]
(['bar_y', 'i'], ['y'], 'ybar')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...certificate.names import renamed
from ...terms.terms import CALLS, Term, is_a
from ...terms.terms import parse as parse_term
from ..signs.commands import GREEK
from ..signs.grammar import tokens, tree
from ..signs.nodes import flat, single, spelled
from ..signs.tree import ReadingError
from ..walk.scope import Form, Scope

Data = Any
Notation = Mapping[str, Mapping[str, Any]]
SETS = ("Reals", "Integers")
BARS = r"\lvert #1 \rvert"


@dataclass(frozen=True)
class Vocabulary:
    """A closed scope in which names are spelled as the reader spells them; the name behind each spelling, and the kinds
    of its uses; the functions that are written as bars around their argument."""

    scope: Scope
    names: Mapping[str, str]
    kinds: Mapping[str, frozenset[str]]
    bars: tuple[str, ...] = field(default=())

    def named(self, term: Term) -> Term:
        """A term that was read, in the names of the theorem. Raises ReadingError for bars that may be two functions."""
        return self._used(renamed(term, self.names))

    def _used(self, term: Term) -> Term:
        if not isinstance(term, tuple):
            return term
        head, *parts = term
        if head == "abs" and self.bars:
            if len(self.bars) > 1:
                raise ReadingError(0, "bars", f"they are ambiguous: it may stand for {' or '.join(self.bars)}")
            return ("Apply", self.bars[0], *map(self._used, parts))
        if is_a(term, "Indexed") and self.kinds.get(term[1], frozenset()) == {"Apply"}:
            head = "Apply"
        start = 1 if head in CALLS else 0
        inner: tuple[Term, ...] = (*parts[:start], *map(self._used, parts[start:]))
        return (str(head), *inner)


def vocabulary(terms: Sequence[Data], notation: Notation) -> Vocabulary:
    """The vocabulary of terms. Raises ReadingError for names that are written alike."""
    kinds: dict[str, set[str]] = {}
    for name, kind in (use for term in terms for use in _uses(term)):
        kinds.setdefault(name, set()).add(kind)
    written = {name: str(notation.get(name, {}).get("latex", "")) for name in sorted(kinds)}
    bars = tuple(name for name, latex in written.items() if latex == BARS)
    names: dict[str, str] = {}
    squares: dict[str, str] = {}
    for name in (name for name in written if name not in bars):
        spelling, square = _spelling(name, written[name])
        if names.setdefault(spelling, name) != name:
            raise ReadingError(0, spelling, f"it is ambiguous: it may stand for {names[spelling]} or {name}")
        squares |= {square: spelling} if square else {}
    most: dict[str, int] = {}
    for name, count in (one for term in terms for one in _arities(term)):
        most[name] = max(count, most.get(name, 0))
    forms = {spelling: _form(notation.get(name, {}), most.get(name, 0)) for spelling, name in names.items()}
    of = {kind: frozenset(s for s, name in names.items() if kind in kinds[name]) for kind in ("variable", *CALLS)}
    subscripted = frozenset(spelling for spelling in of["Apply"] if forms[spelling].subscripts)
    scope = Scope(
        of["variable"],
        of["Indexed"] | subscripted,
        of["Apply"],
        frozenset(),
        closed=True,
        squares=squares,
        forms=forms,
    )
    return Vocabulary(scope, names, {name: frozenset(of_name) for name, of_name in kinds.items()}, bars)


def _form(written: Mapping[str, Any], arity: int) -> Form:
    support = written.get("support")
    subscripts, parameters = (int(written.get(what, 0)) for what in ("subscripts", "parameters"))
    return Form(subscripts, parameters, None if support is None else parse_term(support), 0 < arity <= subscripts)


def _arities(term: Data) -> Iterator[tuple[str, int]]:
    """The functions that are applied, each with the number of its arguments."""
    if isinstance(term, list):
        if term[:1] == ["Apply"]:
            yield term[1], len(term) - 2
        for part in term:
            yield from _arities(part)


def _uses(term: Data) -> Iterator[tuple[str, str]]:
    if isinstance(term, str) and term not in SETS:
        yield term, "variable"
    elif isinstance(term, list) and term and term[0] != "Constant":
        named = term[0] in CALLS
        if named:
            yield term[1], term[0]
        for part in term[2:] if named else term[1:]:
            yield from _uses(part)


def _spelling(name: str, latex: str) -> tuple[str, str]:
    """How the reader spells a name, and of what it is the square, if it is written as one."""
    if not latex:
        return _usual(name), ""
    one = single(tree(tokens(latex, {})))
    if one is not None and one.kind == "sup" and (stem := spelled(one.parts[0])) is not None:
        mark = flat(one.parts[1])
        if mark == "2":
            return f"{stem}_squared", stem
        return (f"inverse_{stem}" if mark == "minus_1" else f"{stem}_{mark}"), ""
    spelling = spelled(one) if one is not None else None
    if spelling is None:
        raise ReadingError(0, name, f"{latex} is no name that can be read")
    return spelling, ""


def _usual(name: str) -> str:
    """Without a notation of its own: x1 is written as x_1, and ybar with a bar."""
    stem, *scripts = re.sub(r"^([A-Za-z]+)([0-9]+)$", r"\1_\2", name).split("_")
    return "_".join((_accented(stem), *map(_accented, scripts)))


def _accented(text: str) -> str:
    accent = re.fullmatch(r"(.+?)(hat|bar|tilde)", text)
    return f"{accent[2]}_{accent[1]}" if accent and (len(accent[1]) == 1 or accent[1] in GREEK) else text
