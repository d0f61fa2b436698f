r"""The LaTeX of a term.

>>> term(["Mul", -1, "n", ["log", ["Add", 1, ["Mul", -1, "theta"]]]])
'-n \\log(1 - \\theta)'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..terms.caching import lru_cache
from .arrange import arrange
from .boxes import Box
from .context import GREEK, Data, Notation, split_name

BREAK = "\x1f"  # where a long line may be broken; never in what `term` returns
ACCENTS = {"hat": r"\hat", "bar": r"\bar", "tilde": r"\tilde"}
SIGNS = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "!=": r"\ne", "=": "=", "in": r"\in", "notin": r"\notin"}
BIG = {"sum": r"\sum", "product": r"\prod"}
TALL = re.compile(r"\\(frac|sum|prod|int|operatorname|begin|Big\|)")
NESTED = re.compile(r"\)\)| \(|^\(|log\(|; |\\bigl")
Speller = Callable[[tuple[Any, ...], Notation], str]


def term(data: Data, notation: Mapping[str, Mapping[str, Any]] | None = None) -> str:
    """The LaTeX of any term, set or proposition of the certificate's language. Raises Unprintable."""
    return breakable(data, notation).replace(BREAK, "")


def breakable(data: Data, notation: Mapping[str, Mapping[str, Any]] | None = None) -> str:
    """The same, with a mark wherever a long line may be broken."""
    return _spell(arrange(data, notation or {}), notation or {})


def _spell(box: Box, notation: Notation) -> str:
    return SPELLERS[box.kind](box.parts, notation)


def _spelled(template: str) -> Speller:
    """A speller that puts the spelled parts, unbroken, into a template."""
    return lambda parts, notation: template.format(*(_whole(part, notation) for part in parts))


def _whole(box: Box, notation: Notation) -> str:
    return _spell(box, notation).replace(BREAK, "")


def _listed(parts: tuple[Box, ...], notation: Notation) -> str:
    return ", ".join(_whole(part, notation) for part in parts)


# Names


@lru_cache(maxsize=1000)
def name(text: str) -> str:
    r"""The LaTeX of a name: theta_1 is \theta_1, ybar is \bar y, and a word is upright.

    >>> name("theta_1"), name("ybar"), name("Theta"), name("ReLU")
    ('\\theta_1', '\\bar{y}', '\\Theta', '\\mathrm{ReLU}')
    """
    stem, subscripts = split_name(text)
    return _stem(stem) + _script("_", ",".join(map(_stem, subscripts))) if subscripts else _stem(text)


def _stem(text: str) -> str:
    accent = next((a for a in ACCENTS if text.endswith(a) and _is_letter(text.removesuffix(a))), None)
    if accent and not _is_letter(text):
        return f"{ACCENTS[accent]}{{{_stem(text.removesuffix(accent))}}}"
    return f"\\{text}" if text in GREEK else text if len(text) == 1 or text.isdigit() else _upright(text)


def _is_letter(text: str) -> bool:
    return len(text) == 1 or text in GREEK


def _upright(text: str) -> str:
    return rf"\mathrm{{{text.replace('_', chr(92) + '_')}}}"


def _name(parts: tuple[Any, ...], notation: Notation) -> str:
    return str(notation.get(parts[0], {}).get("latex") or name(parts[0]))


def _script(mark: str, text: str) -> str:
    """A subscript or superscript, without braces where it is a single character."""
    return f"{mark}{text}" if len(text) == 1 else f"{mark}{{{text}}}"


def _sub(parts: tuple[Any, ...], notation: Notation) -> str:
    base = _spell(parts[0], notation)
    return (f"{{{base}}}" if "_" in base else base) + _script(
        "_", ",".join(_whole(part, notation) for part in parts[1:])
    )


def _formed(parts: tuple[Any, ...], notation: Notation) -> str:
    """A function in a form of its own, such as |u|: #1 stands for its first argument."""
    forms, arguments = parts
    return re.sub("#([1-9])", lambda place: _argument(arguments, int(place[1]), notation), forms.get("latex", ""))


def _symbol(parts: tuple[Any, ...], notation: Notation) -> str:
    """The name of a declared function."""
    return str(parts[0]["latex"])


def _argument(arguments: tuple[Box, ...], place: int, notation: Notation) -> str:
    return _whole(arguments[place - 1], notation) if place <= len(arguments) else ""


def _call(parts: tuple[Any, ...], notation: Notation) -> str:
    head, arguments, parameters = parts
    inside = "; ".join(_listed(part, notation) for part in (arguments, parameters) if part)
    size = _tall(inside)
    return f"{_spell(head, notation)}{size}({inside}{size.replace('gl', 'gr')})"


# Sums, products, powers


def _terms(parts: tuple[Any, ...], notation: Notation) -> str:
    (sign, first), *rest = parts
    start = ("-" if sign == "-" else "") + (_whole if rest else _spell)(first, notation)
    return start + "".join(f" {BREAK}{sign} {_whole(box, notation)}" for sign, box in rest)


def _product(parts: tuple[Any, ...], notation: Notation) -> str:
    words = [*(_whole(part, notation) for part in parts[:-1]), _spell(parts[-1], notation)]
    spaced = [r"\, " + w if w.startswith(r"\mathrm") and w is not words[0] else w for w in words]
    return " ".join(spaced)


def _power(parts: tuple[Any, ...], notation: Notation) -> str:
    base, exponent = parts
    return _whole(base, notation) + _script("^", _whole(exponent, notation))


def _bracket(parts: tuple[Any, ...], notation: Notation) -> str:
    opening, box = parts
    inside = _spell(box, notation)
    size = _size(inside)
    kept = inside if opening == "[" else inside.replace(BREAK, "")
    right = size.replace("gl", "gr")
    return f"{size}{opening}{kept}{right}{')' if opening == '(' else ']'}"


def _size(inside: str) -> str:
    """Brackets grow with what they hold."""
    return _tall(inside) or (r"\bigl" if NESTED.search(inside) else "")


def _tall(inside: str) -> str:
    large = r"\Bigl" in inside or r"\begin" in inside
    return r"\biggl" if large else r"\Bigl" if TALL.search(inside) else ""


# Functions and binders


def _function(parts: tuple[Any, ...], notation: Notation) -> str:
    head, argument = parts
    inside = _whole(argument, notation)
    return rf"\{head}{inside}" if inside.startswith(("(", "\\")) else rf"\{head} {inside}"


def _big(parts: tuple[Any, ...], notation: Notation) -> str:
    head, variable, low, high, body = parts
    limits = f"_{{{_whole(variable, notation)}={_whole(low, notation)}}}^{{{_whole(high, notation)}}}"
    return f"{BIG[head]}{limits} {_spell(body, notation)}"


def _derivative(parts: tuple[Any, ...], notation: Notation) -> str:
    variable, at, order, body = parts
    name, power = _whole(variable, notation), f"^{{{order}}}" if order > 1 else ""
    point = rf"\Big|_{{{name}={_whole(at[0], notation)}}} " if at else ""
    return rf"\frac{{\mathrm{{d}}{power}}}{{\mathrm{{d}} {name}{power}}} {point}{_spell(body, notation)}"


def _integral(parts: tuple[Any, ...], notation: Notation) -> str:
    low, high, body, variable = parts
    limits = f"_{{{_whole(low, notation)}}}^{{{_whole(high, notation)}}}"
    return rf"\int{limits} {_spell(body, notation)} \, \mathrm{{d}} {_whole(variable, notation)}"


def _integral_over(parts: tuple[Any, ...], notation: Notation) -> str:
    domain, body, variable = parts
    inside = rf"{_spell(body, notation)} \, \mathrm{{d}} {_whole(variable, notation)}"
    return rf"\int_{{{_whole(domain, notation)}}} {inside}"


def _extremum(parts: tuple[Any, ...], notation: Notation) -> str:
    head, variable, domain, body = parts
    under = rf"{_whole(variable, notation)} \in {_whole(domain, notation)}"
    return rf"\operatorname*{{arg\,{head}}}_{{{under}}} {_spell(body, notation)}"


def _information(head: str, separator: str) -> Speller:
    def spelled(parts: tuple[Any, ...], notation: Notation) -> str:
        limits, bodies = parts
        index = "_{{{}={}}}^{{{}}}".format(*(_whole(part, notation) for part in limits)) if limits else ""
        inside = separator.join(_whole(body, notation) for body in bodies)
        size = _size(inside)
        return f"{head}{index}{size}({inside}{size.replace('gl', 'gr')})"

    return spelled


def _delta(parts: tuple[Any, ...], notation: Notation) -> str:
    return rf"\delta_{{{' '.join(_whole(part, notation) for part in parts)}}}"


# Sets, propositions, functions


def _set(parts: tuple[Any, ...], notation: Notation) -> str:
    inside = _listed(parts, notation)
    size = _tall(inside)
    return rf"{size}\{{{inside}{size.replace('gl', 'gr')}\}}"


def _relation(parts: tuple[Any, ...], notation: Notation) -> str:
    first, *rest = parts
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return _spell(first, notation) + "".join(f" {BREAK}{SIGNS[sign]} {_spell(box, notation)}" for sign, box in pairs)


def _forall(parts: tuple[Any, ...], notation: Notation) -> str:
    proposition, variables = parts
    ranging = r" \text{ and } ".join(_whole(variable, notation) for variable in variables)
    return rf"{_spell(proposition, notation)} {BREAK}\text{{ for all }} {ranging}"


def _cases(parts: tuple[Any, ...], notation: Notation) -> str:
    rows = (
        f"{_whole(value, notation)} & "
        + (r"\text{otherwise}" if condition is None else rf"\text{{if }} {_whole(condition, notation)}")
        for value, condition in parts
    )
    return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"


def _smooth(parts: tuple[Any, ...], notation: Notation) -> str:
    body, *rest = (_whole(part, notation) for part in parts)
    return rf"{body} \text{{ is smooth in }} " + r" \text{ on } ".join(rest)


def _map(parts: tuple[Any, ...], notation: Notation) -> str:
    variables, body = parts
    names = _listed(variables, notation)
    return rf"{names if len(variables) == 1 else f'({names})'} \mapsto {_spell(body, notation)}"


def _word(text: str) -> Speller:
    return lambda parts, notation: text


SPELLERS: dict[str, Speller] = {
    "entries": _spelled(r"{}, \dots, {}"),
    **{"name": _name, "verbatim": lambda parts, _: _upright(parts[0]), "number": lambda parts, _: str(parts[0])},
    **{
        "sub": _sub,
        "call": _call,
        "formed": _formed,
        "symbol": _symbol,
        "postfix": _formed,
        "pi": _word(r"\pi"),
        "e": _word("e"),
        "blank": _word(r"\cdot"),
        "dot": _word(r"\cdot"),
    },
    **{"terms": _terms, "product": _product, "power": _power, "bracket": _bracket},
    **{
        "frac": _spelled(r"\frac{{{}}}{{{}}}"),
        "slash": _spelled("{}/{}"),
        "sqrt": _spelled(r"\sqrt{{{}}}"),
        "epower": _spelled("e^{{{}}}"),
    },
    **{
        "function": _function,
        "big": _big,
        "extremum": _extremum,
        "derivative": _derivative,
        "integral": _integral,
        "integral_over": _integral_over,
        "infinity": _word(r"\infty"),
        "minus_infinity": _word(r"-\infty"),
        "delta": _delta,
        "list": _listed,
        "point": _spelled(r"\delta_{{{}}}"),
    },
    **{"entropy": _information("H", ", "), "divergence": _information(r"\mathrm{KL}", r" \,\|\, ")},
    **{
        "set": _set,
        "range": _spelled(r"\{{{}, \dots, {}\}}"),
        "interval": _spelled("({}, {})"),
        "onward": _spelled(r"\{{{}, {}, \dots\}}"),
        "above": _spelled(r"({}, \infty)"),
        "below": _spelled(r"(-\infty, {})"),
        "empty": _word(r"\varnothing"),
    },
    **{"without": _spelled(r"{} \setminus {}"), "reals": _word(r"\mathbb{R}"), "integers": _word(r"\mathbb{Z}")},
    **{
        "relation": _relation,
        "forall": _forall,
        "ranging": _spelled(r"{} = {}, \dots, {}"),
        "ranging_onward": _spelled(r"{} = {}, {}, \dots"),
        "continuous": _spelled(r"{} \text{{ (of a continuous function)}}"),
        "not": _spelled(r"\lnot {}"),
        "map": _map,
        "smooth": _smooth,
        "cases": _cases,
        "undefined": _word(r"\text{undefined}"),
    },
    **{"true": _word(r"\text{true}"), "false": _word(r"\text{false}")},
}
