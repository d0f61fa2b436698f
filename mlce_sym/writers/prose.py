r"""Prose with formulas in it, in each format.

Between dollar signs prose has LaTeX.

>>> fragments = ("the $i$-th, 100% sure, in {0, 1}: ", Maths(["Le", 1, "n"]))
>>> print(in_latex(fragments, {}), in_markdown(fragments, {}), in_text(fragments, {}), sep="\n")
the $i$-th, 100\% sure, in \{0,~1\}: $n \ge 1$
the $i$-th, 100% sure, in {0, 1}: $n \ge 1$
the i-th, 100% sure, in {0, 1}: n ≥ 1
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..terms.caching import lru_cache
from . import latex_terms, text_terms
from .context import GREEK, Notation
from .words import Maths, Prose

# LaTeX

TIED = re.compile(r"\{[^{}$]*\}|\w = \w")  # no line ends within {0, 1} and y = 0
SPECIAL = {
    **{c: f"\\{c}" for c in "&%#_{}"},
    **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~"},
    **{"–": "--", "—": "---", "…": r"\dots{}", "’": "'", "≤": r"$\le$", "≥": r"$\ge$", "‖": r"$\|$"},
    **{letter: rf"$\{name}$" for name, letter in GREEK.items()},
}


def in_latex(fragments: Prose, notation: Notation) -> str:
    return joined(fragments, lambda data: f"${small(latex_terms.term(data, notation))}$", escape)


def joined(fragments: Prose, formula: Callable[[Any], str], words: Callable[[str], str]) -> str:
    """The fragments one after the other, formulas and words each in their way."""
    return "".join(formula(f.data) if isinstance(f, Maths) else words(f) for f in fragments)


@lru_cache(maxsize=600)
def escape(text: str) -> str:
    """Prose in LaTeX; what stands between dollar signs is LaTeX already."""
    pieces = text.split("$")
    tied = (TIED.sub(lambda m: m[0].replace(" ", "\u00a0"), p) if k % 2 == 0 else p for k, p in enumerate(pieces))
    return "$".join("".join(SPECIAL.get(c, c) for c in p) if k % 2 == 0 else p for k, p in enumerate(tied))


def small(tex: str) -> str:
    """In a line of text brackets need not be as large as in a display."""
    return re.sub(r"\\(Big|bigg)([lr])(?![a-z])", r"\\big\2", tex)


# Markdown: GitHub takes a backslash before punctuation for its own, and forbids \operatorname.

GITHUB = {
    **{r"\operatorname*{arg\,max}": r"\arg\max", r"\operatorname*{arg\,min}": r"\arg\min"},
    **{r"\operatorname": r"\mathrm", r"\{": r"\lbrace ", r"\}": r"\rbrace ", r"\,": r"\thinspace ", r"\|": r"\Vert "},
}
REFUSED = re.compile("|".join(map(re.escape, GITHUB)))
MATHS = re.compile(r"(\$[^$]*\$|\{[^{}$]*\})")


def github(tex: str) -> str:
    r"""The formula without what GitHub would not render.

    >>> github(r"\{0, 1\}")
    '\\lbrace 0, 1\\rbrace '
    """
    return REFUSED.sub(lambda m: GITHUB[m[0]], tex).replace("  ", " ")


def in_markdown(fragments: Prose, notation: Notation) -> str:
    return joined(fragments, lambda data: f"${small(github(latex_terms.term(data, notation))).strip()}$", _marked)


def _marked(text: str) -> str:
    """Prose in Markdown, with what Markdown would take for a sign of its own escaped."""
    pieces = text.split("$")
    return "$".join(re.sub(r"([*_<|\\`[])", r"\\\1", p) if k % 2 == 0 else github(p) for k, p in enumerate(pieces))


def in_formula(fragments: Prose, notation: Notation) -> str:
    r"""Prose within a formula, where no dollar sign may stand: \text{definition of }L."""
    text = joined(fragments, lambda data: f"${latex_terms.term(data, notation)}$", str)
    return github("".join(_in_formula(piece) for piece in MATHS.split(text) if piece))


def _in_formula(piece: str) -> str:
    if piece.startswith("$"):
        return piece.strip("$")
    return rf"\{{{piece[1:-1]}\}}" if piece.startswith("{") else rf"\text{{{piece}}}"


# Text


def in_text(fragments: Prose, notation: Notation) -> str:
    return joined(fragments, lambda data: text_terms.term(data, notation), plain)


@lru_cache(maxsize=600)
def plain(text: str) -> str:
    r"""Prose without LaTeX.

    >>> plain(r"is $-n$ times $\mathrm{CE}$ at $\theta$")
    'is −n times CE at θ'
    >>> plain(r"$\nabla\ell$ has the entries $\partial\ell/\partial z_j = \sum_i p_i$")
    '∇ℓ has the entries ∂ℓ/∂ z_j = Σ_i p_i'
    >>> plain(r"$1/\sqrt{2\pi\sigma^2}$, $\pi^{-1}$ and $1, \dots, m$")
    '1/√(2πσ²), π⁻¹ and 1, …, m'
    """
    pieces = text.split("$")
    return "".join(p if k % 2 == 0 else _plain_formula(p) for k, p in enumerate(pieces))


def _plain_formula(tex: str) -> str:
    raised = re.sub(r"\^(\{-?\d+\}|\d)", lambda m: "".join(RAISED[c] for c in m[1].strip("{}")), tex)
    rooted = re.sub(r"\\sqrt\{([^{}]*)\}", r"√(\1)", raised)
    named = re.sub(r"\\([A-Za-z]+)|\\(.)|[{}\\]", lambda m: WORDS.get(m[1] or m[2], ""), rooted)
    return re.sub("([\u0302\u0303\u0304]) *(.)", r"\2\1", named.replace("-", "−"))


RAISED = {**text_terms.RAISED, "-": "⁻"}
ACCENTS = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304"}
SIGNS = {
    **{"cdot": "·", "le": "≤", "ge": "≥", "in": "∈", "log": "log", "dots": "…"},
    **{"partial": "∂", "nabla": "∇", "ell": "ℓ", "sum": "Σ"},
}
SYMBOLS = {"{": "{", "}": "}", "|": "‖", ",": " "}
WORDS = {**GREEK, **ACCENTS, **SIGNS, **SYMBOLS}
