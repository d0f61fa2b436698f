"""The order of terms and factors, as a statistician writes them, and what goes into a fraction.

Terms are plain data (`docs/certificate.md`, Terms).

>>> sorted([["log", "x"], "theta", 2, "n"], key=factor_key)
[2, 'n', 'theta', ['log', 'x']]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Data = Any

NUMBER, CONSTANT, NUMBER_POWER, NAME, NAMES, ENTRY, VALUE, SUM, EXPONENTIAL, BIG, LOG = range(11)
FACTORS = {
    "Rational": NUMBER,
    "Constant": CONSTANT,
    "Indexed": ENTRY,
    "KroneckerDelta": ENTRY,
    "Add": SUM,
    "exp": EXPONENTIAL,
}
FACTORS |= {"Sum": BIG, "Product": BIG, "Derivative": BIG, "Integral": BIG, "log": LOG}
COUNTS = tuple("ijklmn")
SHOWN = ("Apply", "Indexed", "KroneckerDelta", "exp", "log", "Sum", "Product", "Derivative", "Integral", "Piecewise")


def factor_key(data: Data) -> tuple[int, int, str, str]:
    """Numbers, names, sums of these, data, functions, sums, exponentials, Σ and Π, logs; the simpler one first."""
    if isinstance(data, int):
        return NUMBER, 0, "", str(data)
    if isinstance(data, str):
        return NAME, data not in COUNTS, data, ""
    text = repr(data)
    if data[0] == "Add" and not any(head in text for head in SHOWN):
        return NAMES, text.count(","), text, ""
    if data[0] != "Pow":
        return FACTORS.get(data[0], VALUE), text.count(","), text, ""
    kind, order, name, _ = factor_key(data[1])
    if kind == NAME:
        return NAME, order, name, text
    return NUMBER_POWER if kind == NUMBER else min(kind, BIG), text.count(","), text, ""


def term_key(data: Data) -> tuple[int, int, int, str]:
    """Polynomial terms by falling degree, then those with exponentials, logs, Σ or Π; the simpler one first."""
    text = repr(data)
    kind = 3 if has_big(text) else 2 if "['log'," in text else 1 if "['exp'," in text else 0
    return kind, 0 if kind else -degree(data), text.count(","), text


def degree(data: Data) -> int:
    """The degree as a polynomial, where every name, entry and function value has degree 1."""
    if isinstance(data, list) and data[0] == "Mul":
        return sum(map(degree, data[1:]))
    if isinstance(data, list) and data[0] == "Pow":
        return degree(data[1]) * (data[2] if isinstance(data[2], int) else 1)
    return 0 if isinstance(data, int) or data[0] in ("Rational", "Constant") else 1


def has_big(text: str) -> bool:
    return any(f"['{head}'," in text for head in ("Sum", "Product", "Derivative", "Integral"))


def quotient(parts: Sequence[Data]) -> tuple[list[Data], list[Data]]:
    """The factors of the numerator and of the denominator."""
    over: list[Data] = []
    under: list[Data] = []
    for part in parts:
        head = part[0] if isinstance(part, list) else ""
        if head == "Mul":
            above, below = quotient(part[1:])
            over, under = over + above, under + below
        elif head == "Rational":
            over.append(part[1])
            under.append(part[2])
        elif head == "Pow" and (positive := opposite(part[2])):
            under.append(part[1] if positive == 1 else ["Pow", part[1], positive])
        else:
            over.append(part)
    return over, under


def opposite(exponent: Data) -> Data:
    """The exponent without its minus sign if it is a negative number, else None."""
    if isinstance(exponent, int):
        return -exponent if exponent < 0 else None
    negative = isinstance(exponent, list) and exponent[0] == "Rational" and exponent[1] < 0
    return ["Rational", -exponent[1], exponent[2]] if negative else None


def stands_beside(factor: Data, under: Sequence[Data]) -> bool:
    """Whether a factor stands beside the fraction: Σ and Π always; logs and tall exponentials, if none is below."""
    text = repr(factor)
    if isinstance(factor, list) and factor[0] == "exp" and any("['exp'," in repr(part) for part in under):
        return False
    wide = "['log'," in text or ("['exp'," in text and ("-1]" in text or "'Rational'" in text))
    return has_big(text) or (wide and not any("['log'," in repr(part) for part in under))
