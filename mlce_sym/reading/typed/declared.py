r"""What a person types for a model: declarations of names, and a density or mass function, in LaTeX or in SymPy's
syntax, as SymPy terms. Text is never evaluated.

>>> names = [declaration("y >= 0"), declaration(r"\lambda > 0")]
>>> names[1]
Declared(symbol=lambda, latex='\\lambda', domain=Interval.open(0, oo))
>>> density(r"\lambda e^{-\lambda y}", names) == density("lambda*exp(-lambda*y)", names)
True
>>> density(r"\lambda e^{-\mu y}", names)
Traceback (most recent call last):
mlce_sym.reading.typed.mistyped.Mistyped: --density:1:13: nothing says what \mu is; declare it with --parameter '\mu \in \mathbb{R}' or --known '…'
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from typing import Any, cast

from sympy import Basic, Expr, Range, Set, Sum, Symbol, pi

from ...border.binding import hygienic
from ...certificate.names import renamed
from ...functions import ABBREVIATIONS, FUNCTIONS
from ...terms.terms import Term
from ...terms.words import in_words
from ..signs.nodes import single, spelled
from ..signs.tree import Node, ReadingError, Unknown
from ..texts.rows import Part, is_latex, parse_any
from ..walk.propositions import related
from ..walk.readings import Reading, several
from ..walk.scope import Scope
from ..walk.walk import Walk
from .built import Places, built
from .domains import FORM, domain_of, node_of
from .letters import joined
from .mistyped import said_of
from .spelling import canonical, latex_of
from .styles import as_member, in_usual_style

ALONE = "write the density alone, without '=' or '<' (and without 'f(y) =')"
LONGEST_SHOWN = 80
ENTRY = re.compile(r"_[a-hj-z]$")
ENTRIES = (
    "{0} is read as one number, not as the entries of a vector: write these out, as {1}, {2}, {3}, and declare each"
    " (with any number of classes there are `mlce loss softmax`, `categorical` and `multinomial`)"
)
COMPLEX = ("re", "im", "conjugate")  # which are SymPy's, and no functions that a density is written with

VECTORS = (
    r"this is a product of vectors; declare both, as in --parameter 'b \in \mathbb{R}^d' --known 'x_i \in \mathbb{R}^d'"
)


@dataclass(frozen=True)
class Declared:
    """A name that stands for a real number: its symbol, without assumptions; its LaTeX; the set that it lies in."""

    symbol: Symbol
    latex: str
    domain: Set

    @property
    def square_of(self) -> str:
        r"""How the reader spells the name of which this is the square, as \sigma of \sigma^2; or nothing."""
        return canonical(self.symbol.name[:-1]) if self.latex.endswith("^2") else ""

    @property
    def spelled(self) -> str:
        """How the reader spells it."""
        return f"{self.square_of}_squared" if self.square_of else canonical(self.symbol.name)


def declaration(text: str, option: str = "--parameter") -> Declared:
    r"""The name that a text declares and the set that it lies in, from LaTeX such as `\theta \in (0, 1)`, or from plain
    text such as `theta in (0, 1)`.

    The symbol has no assumptions. Intervals may have symbolic ends; {0, 1, …, n} is `Range(0, n + 1)`. The square of a
    name declares one parameter, with the symbol sigma2 for \sigma^2: in the density \sigma^2 stands for it, and \sigma
    alone for nothing. Raises Mistyped, with the option as WHERE.

    >>> declaration(r"0 < \theta < 1").domain, declaration("y in {0, 1, ..., n}").domain
    (Interval.open(0, 1), Range(0, n + 1, 1))
    >>> declaration(r"\sigma^2 > 0")
    Declared(symbol=sigma2, latex='\\sigma^2', domain=Interval.open(0, oo))
    """
    text = as_member(text)
    with said_of(option, text):
        chain = _chain(re.sub(r"(?<=\s)in(?=\s)", "∈ ", text) if is_latex(text) else text, None)
        name = node_of(chain)
        symbol, latex = _name(name)
        domain = domain_of(chain, name)
        if symbol in domain.free_symbols:
            raise ReadingError(name.start, "", f"the set of {symbol} speaks of {symbol} itself; give known ends")
        return Declared(symbol, latex, domain)


def _name(node: Node) -> tuple[Symbol, str]:
    one = single(node)
    if one is not None and one.kind == "sup":
        stem = spelled(one.parts[0])
        assert stem is not None
        return Symbol(f"{stem}2"), f"{latex_of(stem)}^2"
    name = spelled(node)
    assert name is not None
    return Symbol(name), latex_of(name)


def density(text: str, names: Sequence[Declared], option: str = "--density") -> Expr:
    """The term that a text in LaTeX or plain syntax says, in the symbols of the declared names.

    Numbers are exact; log is the natural logarithm; a name that is declared is never a function or a constant, and of
    the others only pi and e are constants. Raises Mistyped, with the option as WHERE, for a name that is not declared,
    a writing with two readings, a value that is undefined or no real number, and text or numbers that are too long.
    """
    text = in_usual_style(text)
    with said_of(option, text):
        _check(names)
        first, *others = _chain(text, names)
        if others:
            raise ReadingError(others[0].start, "", f"'{others[0].relation}' is not expected here; {ALONE}")
        (found,) = _terms(text, names, [first.tree], lambda walk: (walk.term(first.tree or Node("nothing")),))
        _check_entries(text, found, names)
    term: Expr = found
    return cast(Expr, hygienic(term)) if term.has(Sum) else term  # an index may be called like an observation


def given(text: str, names: Sequence[Declared], option: str = "--given") -> tuple[Basic, ...]:
    r"""The facts about declared names that a text says, such as b < 1, y \ne \mu or 0 < a <= b. Raises Mistyped."""
    with said_of(option, text):
        _check(names)
        chain = _chain(text, names)
        if len(chain) < 2:
            raise ReadingError(0, "", "this compares nothing; write what holds, as in 'b < 1'")
        trees = [part.tree for part in chain]

        def told(walk: Walk) -> tuple[Term, ...]:
            pairs = pairwise(part.tree or Node("nothing") for part in chain)
            links = zip(chain[1:], pairs, strict=True)
            return tuple(one for part, pair in links for one in related(walk, part.relation, *pair))

        return tuple(_terms(text, names, trees, told))


def _chain(text: str, names: Sequence[Declared] | None) -> tuple[Part, ...]:
    """The formulas of one line, and the relations between them; where `names` are declared each word is one name."""
    known = None if names is None else frozenset(kept for name in names for kept in (name.spelled, name.symbol.name))
    spaced = re.sub(r"\\q?quad(?![A-Za-z])", lambda space: " " * len(space[0]), text)
    rows = parse_any(spaced, None, known)
    parts = [part for row in rows for part in row]
    if not parts:
        raise ReadingError(0, "", "nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'")
    hint = FORM if names is None else "write one expression"
    if parts[0].relation and parts[0].tree is not None:
        raise ReadingError(0, "", f"'{parts[0].relation}' is not expected here; {hint}")
    for place, part in enumerate(parts):
        if place and not part.relation:
            before = parts[place - 1].end
            raise ReadingError(before, "", f"'{text[before : before + 1]}' is not expected here; {hint}")
        if part.tree is not None and part.tree.kind == "nothing":
            raise ReadingError(part.end, "", f"the text ends too early; {hint if names is None else 'write the rest'}")
        if part.tree is None:
            raise ReadingError(part.start, "", f"'{part.text}' is not expected here; write a formula without words")
    if not is_latex(text):
        return tuple(parts)
    return tuple(Part(p.relation, joined(p.tree, known), p.text, p.start, p.end) for p in parts if p.tree is not None)


def _check(names: Sequence[Declared]) -> None:
    """Raises ReadingError if a name is declared twice, or a domain speaks of another name."""
    known: set[str] = set()
    for name in names:
        own = {name.spelled, name.square_of or f"{name.spelled}_squared"}
        if own & known or any(name.symbol == other.symbol for other in names if other is not name):
            raise ReadingError(0, "", f"{name.latex} is declared twice; declare it once")
        known.add(name.spelled)
        known |= {name.square_of} if name.square_of else set()
    symbols = {name.symbol for name in names}
    for name in names:
        for symbol in sorted(name.domain.free_symbols - symbols, key=str):
            number = rf": --known '{symbol} \in \{{1, 2, \dots\}}'" if isinstance(name.domain, Range) else ""
            unknown = f"speaks of {symbol}, of which nothing says what it is; declare it, too{number}"
            what = f"the domain of {name.latex} {unknown}"
            raise ReadingError(0, "", what)
        if name.domain.has(pi) and Symbol("pi") in symbols:
            what = rf"\pi is declared, but the domain of {name.latex} means the number; choose another name"
            raise ReadingError(0, "", what)


def _check_entries(text: str, term: Basic, names: Sequence[Declared]) -> None:
    """Raises ReadingError where a number stands in a sum over the letter below it, as t_k in Σ_k t_k does."""
    for total in term.atoms(Sum):
        letters = {f"_{index}" for index, *_ in total.limits}
        for name in names:
            if name.symbol in total.function.free_symbols and any(map(name.spelled.endswith, letters)):
                raise ReadingError(max(text.find(name.latex), 0), "", _as_entries(name.latex))


def _as_entries(entry: str) -> str:
    """What to write for the entries of a vector."""
    return ENTRIES.format(entry, *(re.sub(r"_\{?[a-z]\}?$", f"_{k}", entry) for k in (1, 2, 3)))


def _terms(
    text: str, names: Sequence[Declared], trees: Sequence[Node | None], told: Callable[[Walk], tuple[Term, ...]]
) -> list[Any]:
    """The SymPy terms of the one reading."""
    squares = {name.square_of: name.spelled for name in names if name.square_of}
    spellings = {spelling: name.symbol.name for name in names for spelling in (name.spelled, name.symbol.name)}
    scope = Scope(frozenset(spellings), densities=frozenset(), closed=True, plain=not is_latex(text), squares=squares)
    try:
        reading, *others = several([tree or Node("nothing") for tree in trees], scope, told)
    except Unknown as unknown:
        raise _undeclared(text, unknown, names) from None
    if others:
        raise _two(reading, others[0])
    if reading.unjudged:
        known = {"infinity": "infinity is no number; write what has a value", "a transpose": VECTORS}
        what = known.get(reading.unjudged[0], f"{reading.unjudged[0]}: this is outside the language of densities")
        raise ReadingError(reading.said.first, "", what)
    places = _places(reading, spellings)
    return [built(renamed(term, spellings), places) for term in reading.terms]


def _places(reading: Reading, spellings: dict[str, str]) -> Places:
    """Where the parts of what was read stand."""
    found: dict[Term, int] = {}
    for node, term in reading.said.numbers:
        found.setdefault(renamed(term, spellings), node.start)
    for node, _, value in reading.said.factors.values():
        term = renamed(value.term, spellings)
        found.setdefault(term, node.start)
        found.setdefault(("Pow", term, -1), node.start)
    for term, place in reading.said.stated.items():
        found.setdefault(renamed(term, spellings), place)
    return found


def _two(one: Reading, other: Reading) -> ReadingError:
    """The error for a writing with two readings, which are said."""
    mine, theirs = (next((d for d in a.doubts if d not in b.doubts), "") for a, b in ((one, other), (other, one)))
    shown = [f"'{in_words(term)}'" for term in (*one.terms[:1], *other.terms[:1])]
    first, second = shown if max(map(len, shown)) <= LONGEST_SHOWN else (mine, theirs)
    what = f"this has two readings: did you mean {first} or {second}? write brackets"
    return ReadingError(one.said.places.get(mine, 0), "", what)


def _is_entry(name: Declared, stem: str, text: str) -> bool:
    """Whether it has a letter below it that a sum or a product in the text binds, or another name has another one."""
    if not ENTRY.search(name.spelled):
        return False
    own, letter = name.spelled.rsplit("_", 1)
    return own == stem or re.search(rf"\\(?:sum|prod)[^=]*\b{letter}\s*(?:=|\\in)", text) is not None


def functions_in_text() -> tuple[str, ...]:
    """The names of functions as in Python."""
    usual = (name for name in (*FUNCTIONS, *ABBREVIATIONS) if name not in COMPLEX)
    return tuple(dict.fromkeys(("exp", "log", "sqrt", *usual, "Phi")))


def meant_by(name: str, likeness: float = 0.7) -> str:
    """The function that is called nearly so, or "".

    >>> meant_by("gama"), meant_by("h")
    ('gamma', '')
    """
    return next(iter(get_close_matches(name, functions_in_text(), 1, likeness)), "")


def _undeclared(text: str, unknown: Unknown, names: Sequence[Declared]) -> ReadingError:
    """The error for a name that nothing declares."""
    name, place = unknown.construct, unknown.place
    shown, domain = (latex_of(name), r"\in \mathbb{R}") if is_latex(text) else (name, "in R")
    spelled_, stem = {one.spelled for one in names}, name.partition("_")[0]
    square = next((one.latex for one in names if one.square_of == name), "")
    if square:
        what = f"{square} is declared, as one parameter, and {latex_of(name)} is not"
        return ReadingError(place, "", f"{what}; declare '{latex_of(name)} > 0' instead")
    if not is_latex(text) and text[place + len(name) :].startswith("("):
        near, functions = meant_by(name), ", ".join(functions_in_text())
        hint = f"did you mean {near}?" if near else f"the functions are {functions}"
        return ReadingError(place, "", f"{name} is no function that is known; {hint}")
    instead = f"declare it with --parameter '{shown} {domain}' or --known '…'"
    if name in FUNCTIONS:
        instead = f"declare it, or write {shown}(…) for the function"
    elif entry := next((one.latex for one in names if _is_entry(one, stem, text)), ""):
        instead = _as_entries(entry)
    elif f"{name}_i" in spelled_:
        instead = f"{latex_of(f'{name}_i')} is declared, one for each observation: write that"
    elif name != stem and stem in spelled_:
        instead = f"write the density of one observation, in {latex_of(stem)}, or declare it"
    return ReadingError(place, "", f"nothing says what {shown} is; {instead}")
