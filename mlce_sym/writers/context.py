"""What the arrangement of a term depends on, and the arrangement of names, entries and function values.

A term is plain data (`docs/certificate.md`, Terms).

>>> split_name("theta_1"), split_name("x12"), split_name("CE")
(('theta', ('1',)), ('x', ('12',)), ('CE', ()))
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..functions import Function
from ..terms.caching import lru_cache
from ..terms.errors import MlceError
from .boxes import CLOSED, Box, bracket, inline, unless

Data = Any
Notation = Mapping[str, Mapping[str, Any]]


GREEK: dict[str, str] = dict(
    alpha="α", beta="β", gamma="γ", delta="δ", epsilon="ε", zeta="ζ", eta="η", theta="θ", iota="ι", kappa="κ", mu="μ",
    nu="ν", xi="ξ", pi="π", rho="ρ", sigma="σ", tau="τ", upsilon="υ", phi="φ", chi="χ", psi="ψ", omega="ω", Gamma="Γ",
    Delta="Δ", Theta="Θ", Lambda="Λ", Xi="Ξ", Pi="Π", Sigma="Σ", Upsilon="Υ", Phi="Φ", Psi="Ψ", Omega="Ω",
    **{"lambda": "λ"},
)  # fmt: skip
SETS = {"Reals": Box("reals"), "Integers": Box("integers")}


class Unprintable(MlceError, ValueError):
    """What is no term of the certificate's language."""


class Context(NamedTuple):
    """The notation, how the names in the term are used, and how each head is arranged."""

    notation: Notation
    arrangers: Mapping[str, Callable[[Sequence[Data], Context], Box]]
    names: set[str]
    subscripted: set[str]
    applied: set[str]


Arranger = Callable[[Sequence[Data], Context], Box]


def survey(data: Data, notation: Notation, arrangers: Mapping[str, Arranger]) -> Context:
    """The context of a term: one walk through it, for its names."""
    c = Context(notation, arrangers, set(), set(), set())
    stack = [data]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            c.names.add(part)
        elif isinstance(part, list) and part and part[0] != "Constant":
            stack.extend(part[1:])
            _note_use(part, c)
    return c


def _note_use(part: Sequence[Data], c: Context) -> None:
    applied = part[0] == "Apply"
    if applied:
        c.applied.add(part[1])
    if part[0] == "Indexed" or (applied and c.notation.get(part[1], {}).get("subscripts")):
        c.subscripted.add(part[1])


def arranged(data: Data, c: Context) -> Box:
    """The arrangement of a part of the term."""
    if isinstance(data, str):
        return SETS.get(data) or variable(data, c)
    if isinstance(data, int):
        return c.arrangers["Add"]([data], c) if data < 0 else Box("number", (str(data),))
    arranger = c.arrangers.get(data[0])
    if arranger is None:
        raise Unprintable(f"{str(data[0])[:40]!r} is no head of a term")
    return arranger(data[1:], c)


def each(parts: Iterable[Data], c: Context) -> tuple[Box, ...]:
    return tuple(arranged(part, c) for part in parts)


def mentions(parts: Iterable[Data], name: str) -> bool:
    """Whether the name occurs in one of the terms."""
    return any(name in survey(part, {}, {}).names for part in parts)


@lru_cache(maxsize=1000)
def split_name(name: str) -> tuple[str, tuple[str, ...]]:
    """The stem of a name and its subscripts: theta_1 is theta with 1, x12 is x with 12."""
    stem, *subscripts = name.split("_")
    letters = stem.rstrip(string.digits)
    if letters != stem and not subscripts:
        return letters, (stem.removeprefix(letters),)
    return (stem, tuple(subscripts)) if stem and all(subscripts) else (name, ())


def named(name: str, c: Context) -> Box:
    """A name, verbatim where its subscripted form would be taken for an entry of a vector or for another name."""
    stem, subscripts = split_name(name)
    other = "_".join((stem, *subscripts))
    taken = subscripts and (stem in c.subscripted or (other != name and other in c.names))
    return Box("verbatim" if taken and name not in c.notation else "name", (name,))


def variable(name: str, c: Context) -> Box:
    return Box("verbatim", (name,)) if name == "pi" and "pi" not in c.notation else named(name, c)


def entry(parts: Sequence[Data], c: Context) -> Box:
    name, *indices = parts
    return Box("sub", (named(name, c), *each(indices, c))) if indices else named(name, c)


def value(parts: Sequence[Data], c: Context) -> Box:
    name, arguments = parts[0], parts[1:]
    forms = {form: str(text) for form, text in c.notation.get(name, {}).items() if form in ("latex", "text")}
    if "#1" in forms.get("latex", ""):
        return _in_form(forms, arguments, c)
    head, middle, parameters = divided(name, arguments, c)
    inside = (inlined(middle, c), inlined(parameters, c))
    return Box("call", (entry((name, *head), c), *inside)) if any(inside) or not head else entry((name, *head), c)


def function(declared: Function) -> Arranger:
    """The values of a declared function: in its own form, or with its name before the arguments in brackets."""
    forms = {"latex": declared.latex, "text": declared.text}
    if "#1" in declared.latex:
        return lambda parts, c: _in_form(forms, parts, c)
    return lambda parts, c: Box("call", (Box("symbol", (forms,)), inlined(parts, c), ()))


def _in_form(forms: Mapping[str, str], arguments: Sequence[Data], c: Context) -> Box:
    boxes = inlined(arguments, c)
    if forms["latex"].startswith("#1"):
        bound = (bracket(box, "(") if box.kind == "slash" else unless(CLOSED, box, "(") for box in boxes)
        return Box("postfix", (forms, tuple(bound)))
    return Box("formed", (forms, boxes))


def divided(name: str, arguments: Sequence[Data], c: Context) -> tuple[Sequence[Data], Sequence[Data], Sequence[Data]]:
    """The arguments that are written as subscripts, those before the semicolon, those after it."""
    first, last = (int(c.notation.get(name, {}).get(key, 0)) for key in ("subscripts", "parameters"))
    end = max(first, len(arguments) - last)
    return arguments[:first], arguments[first:end], arguments[end:]


def inlined(parts: Iterable[Data], c: Context) -> tuple[Box, ...]:
    """Parts within a line: CE(1/4), {1/2}."""
    return tuple(map(inline, each(parts, c)))


def plain(kind: str) -> Arranger:
    return lambda parts, c: Box(kind, inlined(parts, c))


def constant(parts: Sequence[Data], c: Context) -> Box:
    if list(parts) != ["pi"]:
        raise Unprintable(f"no constant {str(parts)[:40]}")
    return Box("pi")
