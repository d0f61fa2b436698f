r"""A formula's tree as MathML, which browsers typeset without any script.

>>> from mlce_sym.reading.rows import parse
>>> (row,) = parse(r"\frac{1}{n} y_i^2")
>>> mathml(row[0].tree)
'<mrow><mfrac><mn>1</mn><mi>n</mi></mfrac><msubsup><mi>y</mi><mi>i</mi><mn>2</mn></msubsup></mrow>'
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from ..reading.nodes import SEPARATOR
from ..reading.tree import Node
from ..writers.context import GREEK

RELATIONS = {"<=": "≤", ">=": "≥", "!=": "≠", ":=": "≔", "<": "&lt;", ">": "&gt;", "|": "∣"}
BIG = {"sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮", "bigcup": "⋃", "bigcap": "⋂"}
ACCENTS = {
    **{"hat": "^", "widehat": "^", "bar": "‾", "overline": "‾", "tilde": "~", "widetilde": "~", "vec": "→", "dot": "˙"},
    **{"ddot": "¨", "check": "ˇ", "breve": "˘"},
}
ALPHABETS = {"cal": "script", "bold": "bold", "bb": "double-struck", "frak": "fraktur", "sf": "sans-serif"}
SIGNS = {"-": "−", "+": "+", "±": "±", "∓": "∓"}
BRACKETS = {"⟨": "⟨", "⟩": "⟩", "|": "|", "‖": "‖", ".": ""}
WORDS = {"partial": "∂", "ell": "ℓ", "nabla": "∇", "emptyset": "∅", "hbar": "ℏ", "infty": "∞", "forall": "∀"}


def mathml(node: Node) -> str:
    """The element of a formula."""
    return MAKERS.get(node.kind, _row)(node)


def _row(node: Node) -> str:
    return _joined([mathml(part) for part in node.parts])


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>"


def _operator(text: str) -> str:
    return f"<mo>{text}</mo>"


def _sum(node: Node) -> str:
    parts: list[str] = []
    for place, (sign, part) in enumerate(zip(node.text, node.parts, strict=True)):
        if place or sign != "+":
            parts.append(_operator(SIGNS.get(sign, escape(sign))))
        parts.append(mathml(part))
    return _joined(parts)


def name(text: str) -> str:
    r"""An identifier: of \mathcal{L} the script letter, of words upright ones."""
    alphabet, _, letter = text.partition("_")
    if letter and alphabet in ALPHABETS:
        return f'<mi mathvariant="{ALPHABETS[alphabet]}">{_letter(letter)}</mi>'
    return f"<mi>{_letter(text)}</mi>"


def _letter(text: str) -> str:
    return GREEK.get(text) or WORDS.get(text) or escape(text.removeprefix("var"))


def _script(node: Node) -> str:
    """Subscripts and superscripts of one base, together; those of Σ and Π below and above."""
    below, above, base = "", "", node
    while base.kind in ("sub", "sup") and not (below if base.kind == "sub" else above):
        if base.kind == "sub":
            below = mathml(base.parts[1])
        else:
            above = mathml(base.parts[1])
        base = base.parts[0]
    limits = base.kind == "big" and base.text in ("sum", "prod", "bigcup", "bigcap")
    inner = mathml(base)
    if below and above:
        tag = "munderover" if limits else "msubsup"
        return f"<{tag}>{inner}{below}{above}</{tag}>"
    tag = ("munder" if limits else "msub") if below else ("mover" if limits else "msup")
    return f"<{tag}>{inner}{below or above}</{tag}>"


def _bracket(node: Node) -> str:
    left, right = node.text[:1], node.text[1:2] or node.text[:1]
    parts = [f'<mo stretchy="true">{escape(BRACKETS.get(left, left))}</mo>', mathml(node.parts[0])]
    return f'<mrow>{"".join(parts)}<mo stretchy="true">{escape(BRACKETS.get(right, right))}</mo></mrow>'


def _list(node: Node) -> str:
    separators = node.text.split(SEPARATOR)
    parts = [mathml(node.parts[0])]
    for separator, part in zip(separators, node.parts[1:], strict=False):
        parts += [_operator(escape(RELATIONS.get(separator, separator))), mathml(part)]
    return _joined(parts)


def _relation(node: Node) -> str:
    parts = [mathml(node.parts[0])]
    for relation, part in zip(node.text.split(" "), node.parts[1:], strict=False):
        parts += [_operator(RELATIONS.get(relation, escape(relation))), mathml(part)]
    return _joined(parts)


def _environment(node: Node) -> str:
    """Cases and matrices as tables."""
    inside = node.parts[0]
    rows: list[list[str]] = [[mathml(inside.parts[0] if inside.kind == "list" else inside)]]
    if inside.kind == "list":
        for separator, part in zip(inside.text.split(SEPARATOR), inside.parts[1:], strict=False):
            if separator == "\\\\":
                rows.append([])
            rows[-1] += [] if separator in ("&", "\\\\") else [f"<mtext>{escape(separator)}</mtext>"]
            rows[-1].append(mathml(part))
    table = "".join(f"<mtr>{''.join(f'<mtd>{cell}</mtd>' for cell in row)}</mtr>" for row in rows)
    left, right = {"cases": ("{", ""), "bmatrix": ("[", "]"), "vmatrix": ("|", "|")}.get(node.text, ("(", ")"))
    return f"<mrow><mo>{left}</mo><mtable>{table}</mtable><mo>{right}</mo></mrow>"


def _derivative(node: Node) -> str:
    sign = "∂" if node.text == "partial" else "d"
    *top, below = [mathml(part) for part in node.parts]
    return f"<mfrac><mrow><mi>{sign}</mi>{''.join(top)}</mrow><mrow><mi>{sign}</mi>{below}</mrow></mfrac>"


def _root(node: Node) -> str:
    radicand = mathml(node.parts[0])
    return f"<msqrt>{radicand}</msqrt>" if len(node.parts) == 1 else f"<mroot>{radicand}{mathml(node.parts[1])}</mroot>"


def _accent(node: Node) -> str:
    mark = ACCENTS.get(node.text)
    inside = _row(node)
    return inside if mark is None else f'<mover accent="true">{inside}<mo>{mark}</mo></mover>'


def _binomial(node: Node) -> str:
    top, below = map(mathml, node.parts)
    return f'<mrow><mo>(</mo><mfrac linethickness="0">{top}{below}</mfrac><mo>)</mo></mrow>'


def _after(mark: str) -> Callable[[Node], str]:
    return lambda node: f"<mrow>{mathml(node.parts[0])}<mo>{mark}</mo></mrow>"


MAKERS: dict[str, Callable[[Node], str]] = {
    **{"sum": _sum, "sub": _script, "sup": _script, "bracket": _bracket, "list": _list, "relation": _relation},
    **{"environment": _environment, "derivative": _derivative, "root": _root, "accent": _accent, "binomial": _binomial},
    "number": lambda node: f"<mn>{escape(node.text)}</mn>",
    "name": lambda node: name(node.text),
    "function": lambda node: f"<mi>{escape(node.text)}</mi><mo>&#x2061;</mo>",
    "big": lambda node: _operator(BIG.get(node.text, escape(node.text))),
    "infinity": lambda node: "<mi>∞</mi>",
    "dots": lambda node: "<mo>…</mo>",
    "times": lambda node: _operator("⋅" if node.text == "*" else escape(node.text)),
    "slash": lambda node: _operator("/"),
    "sign": lambda node: _operator(escape(node.text)),
    "negative": lambda node: f"<mrow><mo>−</mo>{_row(node)}</mrow>",
    "fraction": lambda node: f"<mfrac>{''.join(map(mathml, node.parts))}</mfrac>",
    "prime": _after("′"),
    "factorial": _after("!"),
    "percent": _after("%"),
    "nothing": lambda node: "<mrow></mrow>",
}
