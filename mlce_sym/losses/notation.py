"""How the functions are written that the kernel knows by their names alone.

A function that stands for more than a SymPy function, such as one with cases, is written as what it stands for, with
#1, #2, … for its arguments.

>>> from sympy import Abs, Piecewise, symbols
>>> u, d = symbols("u delta")
>>> hidden = opaque(Piecewise((u, Abs(u) <= d), (d, True)))
>>> forms(hidden.meaning)["piecewise"]["text"]
'{#2 if |#2| ≤ #1; #1 otherwise}'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sympy import And, Basic, GreaterThan, Lambda, Piecewise, StrictGreaterThan, Symbol, true

from ..border.encoding import encode
from ..border.nodes import Le, Lt
from ..certificate.writing import certified
from ..writers import latex_terms, text_terms
from .opaque import opaque

Write = Callable[[Any, Mapping[str, Mapping[str, Any]]], str]
FUNCTIONS: dict[str, dict[str, Any]] = {
    "f": {"parameters": 1},
    "ell": {"latex": r"\ell", "text": "ℓ"},
    "abs": {"latex": r"\lvert #1 \rvert", "text": "|#1|"},
    "Gamma": {"latex": r"\Gamma", "text": "Γ"},
    "Beta": {"latex": r"\mathrm{B}", "text": "B"},
    "factorial": {"latex": "#1!", "text": "#1!"},
    "binomial": {"latex": r"\binom{#1}{#2}", "text": "C(#1, #2)"},
    "besselI": {"latex": "I_{#1}(#2)", "text": "I_#1(#2)"},
    "polygamma": {"latex": r"\psi^{(#1)}(#2)", "text": "ψ^(#1)(#2)"},
    "sign": {"latex": r"\operatorname{sign}(#1)", "text": "sign(#1)"},
}


def forms(meaning: Mapping[Any, Lambda]) -> dict[str, dict[str, str]]:
    """The forms of those functions that stand for more than a SymPy function of the same arguments."""
    composed = {f: value for f, value in meaning.items() if value.expr.args != value.signature}
    return {str(f): {"latex": _latex(value), "text": _text(value)} for f, value in composed.items()}


def _latex(value: Lambda) -> str:
    def write(term: Basic) -> str:
        return latex_terms.term(certified(encode(term)), _notation(value))

    body = _named(value)
    if not isinstance(body, Piecewise):
        return _application(body, write, r"\mathrm{%s}(%s)")
    rows = (f"{write(opaque(e).term)} & {_condition(c, write, chr(92) + 'text{if } ')}" for e, c in body.args)
    return r"\begin{cases} " + r" \\ ".join(rows).replace("otherwise", r"\text{otherwise}") + r" \end{cases}"


def _text(value: Lambda) -> str:
    def write(term: Basic) -> str:
        return text_terms.term(certified(encode(term)), _notation(value))

    body = _named(value)
    if not isinstance(body, Piecewise):
        return _application(body, write, "%s(%s)")
    return "{" + "; ".join(f"{write(opaque(e).term)} {_condition(c, write, 'if ')}" for e, c in body.args) + "}"


def _condition(condition: Basic, write: Callable[[Basic], str], word: str) -> str:
    if condition == true:
        return "otherwise"
    parts = condition.args if isinstance(condition, And) else (condition,)
    return word + ", ".join(write(_relation(opaque(part).term)) for part in parts)


def _relation(relation: Basic) -> Basic:
    """a ≥ b as b ≤ a, which is how a certificate says it."""
    turned: dict[type[Basic], Callable[[Basic, Basic], Basic]] = {GreaterThan: Le, StrictGreaterThan: Lt}
    kept = turned.get(type(relation))
    return kept(relation.args[1], relation.args[0]) if kept else relation


def _application(body: Basic, write: Callable[[Basic], str], template: str) -> str:
    return template % (type(body).__name__, ", ".join(write(opaque(part).term) for part in body.args))


def _named(value: Lambda) -> Basic:
    """What it stands for, with names for the arguments that are written as #1, #2, …"""
    return value.expr.xreplace({slot: Symbol(f"slot{k}") for k, slot in enumerate(value.signature, 1)})


def _notation(value: Lambda) -> dict[str, dict[str, Any]]:
    slots = range(1, len(value.signature) + 1)
    return {**FUNCTIONS, **{f"slot{k}": {"latex": f"#{k}", "text": f"#{k}"} for k in slots}}
