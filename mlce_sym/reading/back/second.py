r"""latex2sympy2 as a second reader, which shares nothing with this one: of the constructs that it reads right, does it
read them alike?

It reads `\log` as base 10, y_i as one name and `\Gamma(x)` as a product, loses the limits of [F]_a^b, and takes more
behind a `\ln` or a Σ than is meant. So it is given sums, products, quotients, powers and roots as they are written,
`\ln` and `\exp` of a bracket, Σ and Π with limits, with brackets around their bodies; any other factor is a letter.

>>> from mlce_sym.reading.walk.readings import read
>>> from mlce_sym.reading.texts.rows import parse
>>> ((part,),) = parse(r"-n \sum_{i=1}^n i \log f(i)")
>>> [(core.latex, core.letters) for core in cores(read(part.tree)[0])][0]
('(- a \\sum_{b=1}^{a} (b c))', {'a': 'n', 'b': 'i', 'c': ('log', ('Apply', 'f', 'i'))})
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...certificate.writing import plain
from ...terms.errors import MlceError
from ...terms.terms import Term, is_a
from ..signs.nodes import as_sum, inside, single, unwrapped
from ..signs.tree import Node, Unread
from ..walk.readings import Reading
from ..walk.scope import limits
from ..walk.values import Value
from ..walk.walk import Said

Data = Any
LETTERS = (
    "abcfghklmnopqrstuvwxyzABCDFGHJKLMPQRUVWXYZ"  # without those that mean something: d, e, i, j, E, I, N, O, S, T
)


@dataclass(frozen=True)
class Core:
    """A number in a formula as latex2sympy2 is given it, what its letters stand for, and what this reader reads."""

    latex: str
    letters: Mapping[str, Term]
    term: Term
    node: Node


NOTHING = Value(0)


class _Beyond(MlceError):
    """Not among the constructs that latex2sympy2 reads right."""


@dataclass
class _Region:
    said: Said
    letters: dict[Term, str] = field(default_factory=dict)
    inner: set[int] = field(default_factory=set)  # the formulas that are a part of this one

    def letter(self, term: Term) -> str:
        return self.letters.setdefault(term, _letter(len(self.letters)))


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else f"x_{{{place}}}"


def cores(reading: Reading) -> Iterator[Core]:
    """The numbers in what was read, outer ones first; what is a part of one is not given again."""
    inner: set[int] = set()
    for node, term in reversed(reading.said.numbers):
        region = _Region(reading.said)
        if id(inside(node)) in inner:
            continue
        try:
            text = _sum(node, region)
        except _Beyond:
            continue
        inner |= region.inner
        if text not in region.letters.values() and not text.isdigit():
            yield Core(f"({text})", {letter: said for said, letter in region.letters.items()}, term, node)


def answered(core: Core, answer: Data) -> Data:
    """The term that latex2sympy2 reads, as plain data. Raises Unread where it has lost a part."""
    if set(_names(answer)) != set(core.letters):
        raise Unread(f"latex2sympy2 has lost a part of {core.latex}")
    return _spelled_out(answer, {letter: plain(term) for letter, term in core.letters.items()})


def _names(term: Data) -> Iterator[str]:
    if isinstance(term, str):
        yield term
    for part in term[1:] if isinstance(term, list) else ():
        yield from _names(part)


def _spelled_out(term: Data, letters: Mapping[str, Data]) -> Data:
    if isinstance(term, str):
        return letters[term]
    return [term[0], *(_spelled_out(part, letters) for part in term[1:])] if isinstance(term, list) else term


def _sum(node: Node, region: _Region) -> str:
    whole = as_sum(node)
    region.inner.add(id(inside(node)))
    if whole.kind != "sum" or set(whole.text) - set("+-"):
        raise _Beyond
    terms = [_term(list(part.parts), region) for part in whole.parts]
    text = " ".join(f"{sign} {term}" for sign, term in zip(whole.text, terms, strict=True))
    return text.removeprefix("+ ")


def _term(factors: list[Node], region: _Region) -> str:
    found: list[str] = []
    if any(unwrapped(factor)[0].kind == "evaluated" for factor in factors):
        raise _Beyond
    while factors:
        first = factors[0]
        if first.kind == "slash" and len(factors) > 2:
            raise _Beyond  # what is below it is in doubt
        if first.kind == "slash" or (first.kind == "times" and first.text == "*"):
            found.append("/" if first.kind == "slash" else r"\cdot")
            factors = factors[1:]
            continue
        text, count = _factor(factors, region)
        if text.startswith("(") and found and found[-1] in region.letters.values():
            found.append(r"\cdot")  # it may read f (x) as a function
        found.append(text)
        factors = factors[count:]
    return " ".join(found)


def _factor(factors: list[Node], region: _Region) -> tuple[str, int]:
    """The text of the next factor, and how many nodes belong to it."""
    first = factors[0]
    _, count, value = region.said.factors.get(id(first), (first, 0, NOTHING))
    term = value.term
    base, _ = unwrapped(first)
    if first.kind == "number" and first.text.isdigit():
        return first.text, 1
    if not count or value.vector:
        raise _Beyond
    if base.kind == "big" and base.text in ("sum", "prod") and count == len(factors):
        return _big(factors, base, term, region), count
    if count == 1:
        written = _alone(first, term, region)
        if written is not None:
            return written, 1
    if count == 2 and first.kind == "function" and _is_bracket(factors[1]) and is_a(term, "log", "exp"):
        inner = _sum(factors[1].parts[0], region) if term[0] == "log" else region.letter(term[1])
        return rf"\{'ln' if term[0] == 'log' else 'exp'}({inner})", 2
    return region.letter(term), count


def _is_bracket(node: Node) -> bool:
    return node.kind == "bracket" and node.text in ("()", "[]") and node.parts[0].kind == "sum"


def _alone(node: Node, term: Term, region: _Region) -> str | None:
    """A bracket, a fraction, a root or a power of one of them or of a name; None for another factor."""
    if _is_bracket(node):
        return f"({_sum(node.parts[0], region)})"
    if node.kind == "group":
        return f"{{{_sum(node.parts[0], region)}}}"
    if node.kind == "fraction" and not is_a(term, "Derivative", "Apply"):
        return rf"\frac{{{_sum(node.parts[0], region)}}}{{{_sum(node.parts[1], region)}}}"
    if node.kind == "root" and len(node.parts) == 1:
        return rf"\sqrt{{{_sum(node.parts[0], region)}}}"
    if node.kind == "sup" and is_a(term, "Pow") and single(node.parts[1]) is not node:
        base, exponent = node.parts
        below = f"({_sum(base.parts[0], region)})" if _is_bracket(base) else _base(base, term[1], region)
        return f"{below}^{{{_sum(exponent, region)}}}"
    if is_a(term, "exp") and node.kind == "sup":
        return rf"\exp({region.letter(term[1])})"
    return None


def _base(node: Node, term: Term, region: _Region) -> str:
    if node.kind == "number":
        return node.text if node.text.isdigit() else region.letter(term)
    if unwrapped(node)[0].kind not in ("name", "accent"):
        raise _Beyond
    return region.letter(term)


def _big(factors: list[Node], base: Node, term: Term, region: _Region) -> str:
    """Σ or Π with both limits, and with brackets around its body."""
    scripts = dict(unwrapped(factors[0])[1])
    if set(scripts) != {"sub", "sup"} or not is_a(term, "Sum", "Product") or not is_a(term[2], "Range"):
        return region.letter(term)
    ((variable, relation, low), *others) = limits(scripts["sub"])
    if others or relation != "=" or low is None or variable != term[1]:
        return region.letter(term)
    below = f"_{{{region.letter(variable)}={_sum(low, region)}}}"
    return rf"\{base.text}{below}^{{{_sum(scripts['sup'], region)}}} ({_term(factors[1:], region)})"
