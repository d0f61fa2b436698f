"""Random formulas, written in both syntaxes, and their values in floating point: all without SymPy.

A formula is a number, a name, or a tuple of a head and formulas.
"""

from __future__ import annotations

import math
from typing import Any

from hypothesis import strategies as st

VALUES = {"y": 0.7, "lambda": 1.3, "E": 0.45, "x_m": 2.1, "i": 1.9}
LATEX = {"lambda": r"\lambda"}
ONE = {"exp": math.exp, "cosh": math.cosh, "cos": math.cos, "tanh": math.tanh, "gamma": math.gamma, "log": math.log}
Formula = Any

CASES = {"cases": "E < y", "otherwise": "x_m < y"}  # in VALUES the first holds, the second does not

leaves = st.one_of(st.integers(0, 12), st.sampled_from(["0.5", "2.25"]), st.sampled_from(sorted(VALUES)))


def _grown(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    pairs = st.tuples(st.sampled_from(["+", "-", "*", "/", "^", "max", "frac", *CASES]), inner, inner)
    singles = st.tuples(st.sampled_from(["neg", "abs", "sqrt", *ONE]), inner)
    return st.one_of(pairs, singles)


formulas = st.recursive(leaves, _grown, max_leaves=12)


def value(f: Formula) -> float:
    """The value; raises ValueError, ZeroDivisionError or OverflowError where there is none."""
    if not isinstance(f, tuple):
        return VALUES[f] if f in VALUES else float(f)
    head, *parts = f
    x, *rest = map(value, parts)
    if head in ONE:
        return ONE[head](x)
    if not rest:
        return {"neg": -x, "abs": abs(x), "sqrt": math.sqrt(abs(x))}[head]
    return _of_two(head, x, *rest)


def _of_two(head: str, x: float, z: float) -> float:
    if head == "^":
        if x <= 0:
            raise ValueError("a power of what is not positive")
        return x**z
    if head in ("/", "frac"):
        return x / z
    return {"+": x + z, "-": x - z, "*": x * z, "max": max(x, z), "cases": x, "otherwise": z}[head]


def plain(f: Formula) -> str:
    """Plain text, with the brackets that Python needs."""
    if not isinstance(f, tuple):
        return str(f)
    head, *parts = f
    texts = [plain(part) for part in parts]
    if head in ("frac", "/"):
        return f"{_factor(texts[0], parts[0])}/{_atom(texts[1], parts[1])}"
    if head in ("sqrt", "abs"):
        inside = f"abs({texts[0]})" if "|" in texts[0] else f"|{texts[0]}|"
        return f"sqrt({inside})" if head == "sqrt" else inside
    if head in CASES:
        return f"Piecewise(({texts[0]}, {CASES[head]}), ({texts[1]}, True))"
    return _common(head, parts, texts) or f"{head}({','.join(texts)})"


def _common(head: str, parts: list[Formula], texts: list[str]) -> str | None:
    if head == "neg":
        return f"-{_factor(texts[0], parts[0])}"
    if head == "+":
        return f"{texts[0]} + {_factor(texts[1], parts[1])}"
    if head == "-":
        return f"{texts[0]} - {_factor(texts[1], parts[1])}"
    if head == "*":
        return f"{_factor(texts[0], parts[0])}*{_factor(texts[1], parts[1])}"
    if head == "^":
        return f"{_atom(texts[0], parts[0])}^{_atom(texts[1], parts[1])}"
    return None


def _is(f: Formula, *heads: str) -> bool:
    return isinstance(f, tuple) and f[0] in heads


def _factor(text: str, f: Formula) -> str:
    return f"({text})" if _is(f, "+", "-", "neg") else text


def _atom(text: str, f: Formula) -> str:
    return f"({text})" if _is(f, "+", "-", "neg", "*", "/", "frac", "^") else text


def latex(f: Formula) -> str:
    """LaTeX with juxtaposed products, fractions, and brackets of all kinds."""
    if not isinstance(f, tuple):
        return LATEX.get(str(f), str(f))
    head, *parts = f
    texts = [latex(part) for part in parts]
    if head == "frac":
        return rf"\frac{{{texts[0]}}}{{{texts[1]}}}"
    if head == "/":
        return rf"({texts[0]})/\bigl[{texts[1]}\bigr]"
    if head == "^":
        return rf"\left({texts[0]}\right)^{{{texts[1]}}}"
    if head == "*":
        return rf"{{\left({texts[0]}\right)}}\,({texts[1]})" if _is(parts[0], "+") else f"({texts[0]})({texts[1]})"
    if head in CASES:
        rows = rf"{texts[0]} & \text{{if }} {CASES[head]} \\ {texts[1]} & \text{{otherwise}}"
        return rf"\begin{{cases}} {rows} \end{{cases}}"
    return _named_latex(head, parts, texts)


def _named_latex(head: str, parts: list[Formula], texts: list[str]) -> str:
    if head in ("+", "-"):
        return f"{texts[0]} {head} {_bracketed(texts[1], parts[1])}"
    if head == "neg":
        return f"-{_bracketed(texts[0], parts[0])}"
    if head == "abs":
        return rf"\left|{texts[0]}\right|"
    if head == "sqrt":
        return rf"\sqrt{{\lvert {texts[0]}\rvert}}"
    return {"gamma": r"\Gamma"}.get(head, f"\\{head}") + rf"\Bigl({','.join(texts)}\Bigr)"


def _bracketed(text: str, f: Formula) -> str:
    return f"({text})" if _is(f, "+", "-", "neg", *CASES) else text
