"""A term in Unicode, for the terminal.

>>> term(["Mul", -1, "n", ["log", ["Add", 1, ["Mul", -1, "theta"]]]])
'−n log(1 − θ)'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from ..terms.caching import lru_cache
from .arrange import arrange
from .boxes import Box, bracket, slashed
from .context import GREEK, Data, Notation, split_name

BREAK = "\x1f"  # where a long line may be broken; never in what `term` returns
ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}
RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠", "=": "=", "in": "∈", "notin": "∉", "+": "+", "-": "−"}
BIG = {"sum": "Σ", "product": "Π"}
Speller = Callable[[tuple[Any, ...], Notation], str]


def term(data: Data, notation: Mapping[str, Mapping[str, Any]] | None = None) -> str:
    """Any term, set or proposition of the certificate's language in Unicode. Raises Unprintable."""
    return breakable(data, notation).replace(BREAK, "")


def breakable(data: Data, notation: Mapping[str, Mapping[str, Any]] | None = None) -> str:
    """The same, with a mark wherever a long line may be broken."""
    return _spell(arrange(data, notation or {}), notation or {})


def _spell(box: Box, notation: Notation) -> str:
    return SPELLERS[box.kind](box.parts, notation)


def _whole(box: Box, notation: Notation) -> str:
    return _spell(box, notation).replace(BREAK, "")


def _spelled(template: str) -> Speller:
    """A speller that puts the spelled parts, unbroken, into a template."""
    return lambda parts, notation: template.format(*(_whole(part, notation) for part in parts))


def _listed(parts: tuple[Box, ...], notation: Notation) -> str:
    return ", ".join(_whole(part, notation) for part in parts)


@lru_cache(maxsize=1000)
def name(text: str) -> str:
    """A name in Unicode.

    >>> name("theta_1"), name("ybar"), name("Theta"), name("ReLU")
    ('θ_1', 'ȳ', 'Θ', 'ReLU')
    """
    stem, subscripts = split_name(text)
    return _stem(stem) + (_script("_", ",".join(map(_stem, subscripts))) if subscripts else "")


def _stem(text: str) -> str:
    for accent, mark in ACCENTS.items():
        letter = text.removesuffix(accent)
        if letter != text and (letter in GREEK or len(letter) == 1) and text not in GREEK:
            return unicodedata.normalize("NFC", _stem(letter) + mark)
    return GREEK.get(text, text)


def _name(parts: tuple[Any, ...], notation: Notation) -> str:
    return str(notation.get(parts[0], {}).get("text") or name(parts[0]))


def _script(mark: str, text: str) -> str:
    return f"{mark}{text}" if len(text) == 1 else f"{mark}{{{text}}}"


def _sub(parts: tuple[Any, ...], notation: Notation) -> str:
    return _spell(parts[0], notation) + _script("_", ",".join(_whole(part, notation) for part in parts[1:]))


def _formed(parts: tuple[Any, ...], notation: Notation) -> str:
    """A function in a form of its own, such as |u|: #1 stands for its first argument."""
    forms, arguments = parts
    return re.sub("#([1-9])", lambda place: _argument(arguments, int(place[1]), notation), forms.get("text", ""))


def _symbol(parts: tuple[Any, ...], notation: Notation) -> str:
    """The name of a declared function."""
    return str(parts[0]["text"])


def _argument(arguments: tuple[Box, ...], place: int, notation: Notation) -> str:
    return _whole(arguments[place - 1], notation) if place <= len(arguments) else ""


def _call(parts: tuple[Any, ...], notation: Notation) -> str:
    head, arguments, parameters = parts
    inside = "; ".join(_listed(part, notation) for part in (arguments, parameters) if part)
    return f"{_spell(head, notation)}({inside})"


def _terms(parts: tuple[Any, ...], notation: Notation) -> str:
    (sign, first), *rest = parts
    start = ("−" if sign == "-" else "") + (_whole if rest else _spell)(first, notation)
    return start + "".join(f" {BREAK}{SIGNS[sign]} {_whole(box, notation)}" for sign, box in rest)


def _product(parts: tuple[Any, ...], notation: Notation) -> str:
    *first, last = [bracket(part, "(") if part.kind == "frac" else part for part in parts]
    return " ".join([*(_whole(part, notation) for part in first), _spell(last, notation)])


def _frac(parts: tuple[Any, ...], notation: Notation) -> str:
    over, under = parts
    return _whole(slashed(bracket(over, "(") if over.kind == "frac" else over, under), notation)


def _power(parts: tuple[Any, ...], notation: Notation) -> str:
    base, exponent = (_whole(part, notation) for part in parts)
    return base + (RAISED[exponent] if exponent in RAISED else _script("^", exponent))


def _bracket(parts: tuple[Any, ...], notation: Notation) -> str:
    opening, box = parts
    inside = _spell(box, notation)
    return f"[{inside}]" if opening == "[" else f"({inside.replace(BREAK, '')})"


def _function(parts: tuple[Any, ...], notation: Notation) -> str:
    head, argument = parts
    inside = _whole(bracket(argument, "(") if argument.kind == "frac" else argument, notation)
    return f"{head}{inside}" if inside.startswith("(") else f"{head} {inside}"


def _sqrt(parts: tuple[Any, ...], notation: Notation) -> str:
    plain = parts[0].kind in ("name", "number", "sub", "call", "pi", "e")
    return "√" + _whole(parts[0] if plain else bracket(parts[0], "("), notation)


def _limits(parts: tuple[Any, ...], notation: Notation) -> str:
    variable, low, high = (_whole(part, notation) for part in parts)
    return f"_{{{variable}={low}}}^{{{high}}}"


def _big(parts: tuple[Any, ...], notation: Notation) -> str:
    return f"{BIG[parts[0]]}{_limits(parts[1:4], notation)} {_spell(parts[4], notation)}"


def _derivative(parts: tuple[Any, ...], notation: Notation) -> str:
    variable, at, order, body = parts
    name, power = _whole(variable, notation), "".join(RAISED[c] for c in str(order)) if order > 1 else ""
    point = f"|_{{{name}={_whole(at[0], notation)}}}" if at else ""
    return f"d{power}/d{name}{power}{point} {_spell(body, notation)}"


def _integral(parts: tuple[Any, ...], notation: Notation) -> str:
    low, high, body, variable = parts
    limits = f"_{{{_whole(low, notation)}}}^{{{_whole(high, notation)}}}"
    return f"∫{limits} {_spell(body, notation)} d{_whole(variable, notation)}"


def _integral_over(parts: tuple[Any, ...], notation: Notation) -> str:
    domain, body, variable = parts
    return f"∫_{{{_whole(domain, notation)}}} {_spell(body, notation)} d{_whole(variable, notation)}"


def _extremum(parts: tuple[Any, ...], notation: Notation) -> str:
    head, variable, domain, body = parts
    return f"arg {head}_{{{_whole(variable, notation)} ∈ {_whole(domain, notation)}}} {_spell(body, notation)}"


def _information(head: str, separator: str) -> Speller:
    def spelled(parts: tuple[Any, ...], notation: Notation) -> str:
        limits, bodies = parts
        inside = separator.join(_whole(body, notation) for body in bodies)
        return f"{head}{_limits(limits, notation) if limits else ''}({inside})"

    return spelled


def _delta(parts: tuple[Any, ...], notation: Notation) -> str:
    return f"δ_{{{' '.join(_whole(part, notation) for part in parts)}}}"


def _point(parts: tuple[Any, ...], notation: Notation) -> str:
    return "δ" + _script("_", _whole(parts[0], notation))


def _set(parts: tuple[Any, ...], notation: Notation) -> str:
    return f"{{{_listed(parts, notation)}}}"


def _relation(parts: tuple[Any, ...], notation: Notation) -> str:
    first, *rest = parts
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return _spell(first, notation) + "".join(f" {BREAK}{SIGNS[sign]} {_spell(box, notation)}" for sign, box in pairs)


def _forall(parts: tuple[Any, ...], notation: Notation) -> str:
    proposition, variables = parts
    ranging = " and ".join(_whole(variable, notation) for variable in variables)
    return f"{_spell(proposition, notation)} {BREAK}for all {ranging}"


def _cases(parts: tuple[Any, ...], notation: Notation) -> str:
    rows = (
        f"{_whole(value, notation)} {'otherwise' if condition is None else f'if {_whole(condition, notation)}'}"
        for value, condition in parts
    )
    return f"{{{f'; {BREAK}'.join(rows)}}}"


def _smooth(parts: tuple[Any, ...], notation: Notation) -> str:
    body, *rest = (_whole(part, notation) for part in parts)
    return f"{body} is smooth in {' on '.join(rest)}"


def _map(parts: tuple[Any, ...], notation: Notation) -> str:
    variables, body = parts
    names = _listed(variables, notation)
    return f"{names if len(variables) == 1 else f'({names})'} ↦ {_spell(body, notation)}"


def _word(text: str) -> Speller:
    return lambda parts, notation: text


SPELLERS: dict[str, Speller] = {
    **{"name": _name, "verbatim": lambda parts, _: str(parts[0]), "number": lambda parts, _: str(parts[0])},
    **{
        "sub": _sub,
        "call": _call,
        "formed": _formed,
        "symbol": _symbol,
        "postfix": _formed,
        "pi": _word("π"),
        "e": _word("e"),
        "blank": _word("·"),
        "dot": _word("·"),
    },
    **{"terms": _terms, "product": _product, "power": _power, "bracket": _bracket},
    **{"frac": _frac, "slash": _spelled("{}/{}"), "sqrt": _sqrt, "epower": _spelled("exp({})")},
    **{
        "function": _function,
        "big": _big,
        "extremum": _extremum,
        "derivative": _derivative,
        "integral": _integral,
        "integral_over": _integral_over,
        "infinity": _word("∞"),
        "minus_infinity": _word("−∞"),
        "delta": _delta,
        "list": _listed,
        "point": _point,
    },
    **{"entropy": _information("H", ", "), "divergence": _information("KL", " ‖ ")},
    "entries": _spelled("{}, …, {}"),
    **{
        "set": _set,
        "range": _spelled("{{{}, …, {}}}"),
        "interval": _spelled("({}, {})"),
        "onward": _spelled("{{{}, {}, …}}"),
        "above": _spelled("({}, ∞)"),
        "below": _spelled("(−∞, {})"),
        "empty": _word("∅"),
    },
    **{"without": _spelled("{} ∖ {}"), "reals": _word("ℝ"), "integers": _word("ℤ")},
    **{
        "relation": _relation,
        "forall": _forall,
        "ranging": _spelled("{} = {}, …, {}"),
        "ranging_onward": _spelled("{} = {}, {}, …"),
        "continuous": _spelled("{} (of a continuous function)"),
        "not": _spelled("¬{}"),
        "map": _map,
        "smooth": _smooth,
        "cases": _cases,
        "undefined": _word("undefined"),
    },
    **{"true": _word("true"), "false": _word("false")},
}
