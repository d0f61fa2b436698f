r"""Names of SymPy's symbols, data vectors and functions as the text that stands in plain terms, and back.

Equal names have the same text, and different ones different texts: what SymPy presumes of a name, or that it is a
dummy, stands behind a mark that no name has otherwise. One name space holds all three, for in a theorem a name stands
for one kind of thing.

>>> name_of(Symbol("theta")), name_of(Symbol("x", positive=True)) == name_of(Symbol("x"))
('theta', False)
>>> symbol_of(name_of(Symbol("x", positive=True))) == Symbol("x", positive=True)
True
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sympy import Dummy, Function, IndexedBase, Symbol
from sympy.core.function import UndefinedFunction

from ..terms.caching import lru_cache
from ..terms.errors import Malformed
from ..terms.terms import MARK, NAMED_SETS
from ..terms.words import shown


class NotPlain(Malformed):
    """A term that the language of theorems cannot say; the message says which part of it."""


@lru_cache(maxsize=600)
def name_of(name: Any) -> str:
    """The text of a Symbol, IndexedBase or undefined function. Raises NotPlain for another label."""
    if isinstance(name, IndexedBase):
        if not isinstance(name.label, Symbol):
            raise NotPlain(f"{name.label} cannot be the name of data: it is no symbol")
        shape = "" if name.shape is None else f"shape={name.shape}"
        return _joined(name_of(name.label), shape)
    if isinstance(name, Symbol):
        if type(name) not in (Symbol, Dummy):
            raise NotPlain(f"{name} ({type(name).__name__}) is outside the language of theorems; use a Symbol")
        facts = {fact: value for fact, value in name.assumptions0.items() if fact != "commutative" or not value}
        own = f"#{name.dummy_index}" if isinstance(name, Dummy) else ""
        return _joined(_plain(name.name), ",".join([own] * bool(own) + list(_said(facts))))
    if not isinstance(name, UndefinedFunction):
        raise NotPlain(f"{name} cannot be a name: it is no symbol")
    options = [option for option, value in name._kwargs.items() if not isinstance(value, (bool, type(None)))]
    if options:
        raise NotPlain(f"{name} is given {options[0]}, which is outside the language of theorems")
    facts = {fact: value for fact, value in name._kwargs.items() if value is not None and fact != "commutative"}
    return _joined(_plain(name.__name__), ",".join(_said(facts)))


def _plain(text: str) -> str:
    """Text that is no kept name: a mark stands before what a set is called, before #, and alone for no text."""
    if MARK in text:
        raise NotPlain(f"{text!r} cannot be a name")
    return MARK + text if not text or text in NAMED_SETS or text.startswith("#") else text


def _said(facts: Mapping[str, bool]) -> Iterator[str]:
    return (f"{'' if value else '!'}{fact}" for fact, value in sorted(facts.items()))


def _joined(name: str, more: str) -> str:
    return f"{name}{MARK}:{more}" if more else name


def facts_of(text: str) -> tuple[str, dict[str, bool]]:
    """The number of a dummy ("" for another name), and what SymPy presumes of the name."""
    _, *marked = text.split(f"{MARK}:")
    parts = [part for more in marked if not more.startswith("shape=") for part in more.split(",")]
    dummy = next((part[1:] for part in parts if part.startswith("#")), "")
    facts = (part for part in parts if not part.startswith("#"))
    return dummy, {fact.removeprefix("!"): not fact.startswith("!") for fact in facts}


def symbol_of(text: str) -> Symbol:
    """The symbol that a text names."""
    dummy, facts = facts_of(text)
    return Dummy(shown(text), dummy_index=int(dummy), **facts) if dummy else Symbol(shown(text), **facts)


def data_of(text: str) -> IndexedBase:
    """The data vector that a text names."""
    return IndexedBase(symbol_of(text))


def function_of(text: str) -> Any:
    """The undefined function that a text names."""
    return Function(shown(text), **facts_of(text)[1])
