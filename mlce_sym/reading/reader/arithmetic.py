r"""The arithmetic of a formula, normalised for latex2sympy2.

latex2sympy2 reads `\log` as base 10 and `y_i` as a constant, and is unsure of f(x) and of the scope of an open `\log`.
So it is given sums, products, quotients, powers, `\ln`, `\sum` and `\prod`, with brackets around what these take by the
textbook rule, and with a letter for each name, entry or function value:

>>> from .tokens import tree; from .vocabulary import vocabulary
>>> v = vocabulary([["Sum", "i", ["Range", 1, "n"], "i"], ["Apply", "p", "i"]], {})
>>> head, text, letters = expression(tree(r"-n \sum_{i=1}^n i \log p(i)"), v)
>>> print(text); letters
(-a \cdot \sum_{b=1}^{a} (b \cdot \ln(c)))
['n', 'i', ['Apply', 'p', ['Core', '(a)', ['i']]]]

The result is the certificate's plain data, except that `["Core", text, letters]` is left for latex2sympy2. The
textbook rule: a sum or product ends with its term, before the next + or −; a `\log` without bracket takes one atom,
and nothing follows it in its term.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from . import atoms
from .tokens import Group, Items, Unread, group, shown, split
from .vocabulary import Vocabulary, found

Data = Any
LETTERS = (
    "abcfghklmnopqrstuvwxyzABCDFGHJKLMPQRUVWXYZ"  # without those that mean something: d, e, i, j, E, I, N, O, S, T
)


class Region(NamedTuple):
    """The atoms of the formula that is being normalised, in the order of their letters."""

    vocabulary: Vocabulary
    atoms: list[Data]


def expression(items: Items, v: Vocabulary) -> Data:
    """A formula for a number. Raises Unread."""
    region = Region(v, [])
    return ["Core", f"({_sum(items, region)})", region.atoms]


def letter(place: int) -> str:
    """The letter of the atom at that place."""
    return LETTERS[place] if place < len(LETTERS) else f"x_{{{place}}}"


def _letter(data: Data, r: Region) -> str:
    if data not in r.atoms:
        r.atoms.append(data)
    return letter(r.atoms.index(data))


def _sum(items: Items, r: Region) -> str:
    start = "-" if items[:1] == ("-",) else ""
    terms, signs = split(items[len(start) :], ("+", "-"))
    first, *rest = (_product(term, r) for term in terms)
    return start + first + "".join(f" {sign} {term}" for sign, term in zip(signs, rest, strict=True))


def _product(items: Items, r: Region) -> str:
    factors: list[str] = []
    rest, before = items, r"\cdot"
    while rest:
        if rest[0] == "/":
            return rf"{_times(factors)} / {_whole(rest[1:], r)}"
        dot = rest[0] == r"\cdot"
        if dot and (before == r"\cdot" or len(rest) == 1):
            raise Unread(rf"a factor is missing beside \cdot in {shown(items)}")
        if not dot and _is_number(rest[0]) and before not in (r"\cdot", r"\frac"):
            raise Unread(f"a number stands after a factor in {shown(items)}")
        if not dot:
            text, used = _factor(rest, r)
            factors.append(text)
        before, rest = str(rest[0]), rest[1 if dot else used :]
    return _times(factors)


def _times(factors: list[str]) -> str:
    if not factors:
        raise Unread("a factor is missing")
    return r" \cdot ".join(factors)


def _whole(items: Items, r: Region) -> str:
    """A denominator after a slash: a single factor, with nothing after it."""
    text, used = _factor(items, r) if items else ("", 0)
    if not items or used != len(items):
        raise Unread(f"the end of the denominator is ambiguous in / {shown(items)}")
    return text


def _is_number(item: Any) -> bool:
    return isinstance(item, str) and item.isdigit()


def _factor(items: Items, r: Region) -> tuple[str, int]:
    """The factor at the start of the items, and how many of them it takes."""
    if isinstance(items[0], str) and items[0] in FUNCTIONS:
        return FUNCTIONS[items[0]](items, r)
    text, used = _exponential(items, r) or _base(items, r)
    if items[used : used + 1] != ("^",) or text.startswith(r"\exp"):
        return text, used
    return f"({text})^{{{_sum(group(items, used + 1), r)}}}", used + 2


def _base(items: Items, r: Region) -> tuple[str, int]:
    """A number, a bracket or an atom."""
    item = items[0]
    if _is_number(item):
        return str(item), 1
    if isinstance(item, Group) and item.opening in ("(", "["):
        if item.opening == "[" and "=" in item.items:
            return _letter(atoms.indicator(item.items, r.vocabulary), r), 1
        return f"({_sum(item.items, r)})", 1
    data, used = atoms.atom(items, r.vocabulary)
    return _letter(data, r), used


def _bare(items: Items, r: Region) -> tuple[str, int]:
    """The same, or e without an exponent."""
    return _exponential(items[:1], r) or _base(items, r)


def _exponential(items: Items, r: Region) -> tuple[str, int] | None:
    """e or e^x. The exponent has a letter of its own, since latex2sympy2 would evaluate exp(log x)."""
    if items[0] != "e" or found(items, r.vocabulary):
        return None
    power = items[1:2] == ("^",)
    exponent = expression(group(items, 2), r.vocabulary) if power else 1
    return rf"\exp({_letter(exponent, r)})", 3 if power else 1


def _exp(items: Items, r: Region) -> tuple[str, int]:
    return rf"\exp({_letter(expression(group(items, 1, ('(', '[')), r.vocabulary), r)})", 2


def _log(items: Items, r: Region) -> tuple[str, int]:
    r"""\log(…), or \log with one atom, fraction, sum or product, after which the term ends."""
    argument = items[1:]
    if argument and isinstance(argument[0], Group) and argument[0].opening != "{":
        return rf"\ln({_sum(group(items, 1, ('(', '[')), r)})", 2
    if not argument or argument[0] in (r"\log", r"\exp"):
        raise Unread(f"the argument of a log is missing or ambiguous in {shown(items)}")
    text, used = (FUNCTIONS.get(str(argument[0])) or _bare)(argument, r)
    if used != len(argument):
        raise Unread(f"the end of a log's argument is ambiguous in {shown(items)}")
    return rf"\ln({text})", 1 + used


def _fraction(items: Items, r: Region) -> tuple[str, int]:
    if group(items, 1)[:1] == (atoms.DIFFERENTIAL,):
        return _letter(atoms.derivative(items, r.vocabulary), r), len(items)
    return rf"\frac{{{_sum(group(items, 1), r)}}}{{{_sum(group(items, 2), r)}}}", 3


def _integral(items: Items, r: Region) -> tuple[str, int]:
    data, used = atoms.integral(items, r.vocabulary)
    return _letter(data, r), used


def _root(items: Items, r: Region) -> tuple[str, int]:
    return rf"\sqrt{{{_sum(group(items, 1), r)}}}", 2


def _big(items: Items, r: Region) -> tuple[str, int]:
    """A sum or product; its body is all that follows in the term."""
    variable, low, high = atoms.limits(items, r.vocabulary)
    limits = f"_{{{_letter(variable, r)}={_sum(low, r)}}}^{{{_sum(high, r)}}}"
    return f"{items[0]}{limits} ({_product(items[5:], r)})", len(items)


FUNCTIONS: dict[str, Callable[[Items, Region], tuple[str, int]]] = {
    **{r"\frac": _fraction, r"\sqrt": _root, r"\log": _log, r"\exp": _exp},
    **{r"\sum": _big, r"\prod": _big, r"\int": _integral},
}
