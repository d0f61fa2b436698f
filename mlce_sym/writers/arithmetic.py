"""How sums, products, quotients, powers, logs and exponentials are arranged.

The body of a sum reaches to the end of its product, and nothing follows a sum or a log that could be taken for its
part.

>>> from mlce_sym.writers.arrange import arrange
>>> arrange(["Add", -1, "x"], {}).parts
(('+', Box(kind='name', parts=('x',))), ('-', Box(kind='number', parts=('1',))))
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .boxes import CLOSED, PRODUCT, Box, bracket, closed, contains, ends_in_sum, inline, unless
from .context import Context, Data, arranged
from .order import factor_key, opposite, quotient, stands_beside, term_key

BARE = ("number", "name", "verbatim", "sub", "call", "formed", "delta", "pi")  # they take an exponent as they are


def terms(parts: Sequence[Data], c: Context) -> Box:
    signed = [(*_signed(part, c), term_key(part)) for part in parts]
    signed.sort(key=lambda term: (term[0] == "-", *term[2]))
    boxes = [unless(PRODUCT, box) for _, box, _ in signed]
    for k in range(len(boxes) - 1):
        if ends_in_sum(boxes[k]) and not ends_in_sum(boxes[k + 1]):
            boxes[k] = closed(boxes[k])
    return Box("terms", tuple((sign, box) for (sign, _, _), box in zip(signed, boxes, strict=True)))


def _signed(data: Data, c: Context) -> tuple[str, Box]:
    """The sign of a term, and the term without it."""
    if isinstance(data, int):
        return "-" if data < 0 else "+", Box("number", (str(abs(data)),))
    if isinstance(data, list) and data[0] in ("Mul", "Rational", "Pow"):
        return _product([data], c)
    return "+", arranged(data, c)


def mul(parts: Sequence[Data], c: Context) -> Box:
    sign, box = _product(parts, c)
    return Box("terms", (("-", unless(PRODUCT, box)),)) if sign == "-" else box


def _product(parts: Sequence[Data], c: Context) -> tuple[str, Box]:
    """The sign of a product, and the product without it."""
    over, under = quotient(parts)
    sign = "-" if sum(n < 0 for n in over if isinstance(n, int)) % 2 else "+"
    over = [abs(f) if isinstance(f, int) else f for f in over if f not in (1, -1)]
    beside = [f for f in over if stands_beside(f, under)] if under else over
    factors = _ordered(beside, c)
    if under:
        inside = [f for f in over if f not in beside]
        factors.insert(0, Box("frac", (_juxtaposed(_ordered(inside, c), c), _juxtaposed(_ordered(under, c), c))))
    return sign, _juxtaposed(factors, c)


def _ordered(factors: Sequence[Data], c: Context) -> list[Box]:
    return [arranged(factor, c) for factor in sorted(factors, key=factor_key)]


def _juxtaposed(factors: Sequence[Box], c: Context) -> Box:
    if len(factors) < 2:
        return factors[0] if factors else Box("number", ("1",))
    *first, last = [unless(PRODUCT, factor) for factor in factors]
    boxes = [*map(closed, first), last]
    parts = boxes[:1]
    for before, box in pairwise(boxes):
        parts += [Box("dot"), box] if _needs_dot(before, box, c) else [box]
    return Box("product", tuple(parts))


def _needs_dot(before: Box, box: Box, c: Context) -> bool:
    """2·3, and f·(x) where f is also a function."""
    digit = box.kind == "number" or (box.kind == "power" and box.parts[0].kind == "number")
    return (digit and before.kind != "frac") or (
        box.kind == "bracket" and before.kind == "name" and before.parts[0] in c.applied
    )


def power(parts: Sequence[Data], c: Context) -> Box:
    base, exponent = parts
    if opposite(exponent) is not None:
        return mul([["Pow", base, exponent]], c)
    inside = arranged(base, c)
    if exponent == ["Rational", 1, 2]:
        return Box("sqrt", (inside,))
    bare = inside.kind in BARE and not _is_raised(inside, c)
    return Box("power", (inside if bare else bracket(inside), inline(arranged(exponent, c))))


def _is_raised(box: Box, c: Context) -> bool:
    """Whether a name's own notation has a superscript."""
    return box.kind == "name" and "^" in str(c.notation.get(box.parts[0], {}).get("latex", ""))


def log(parts: Sequence[Data], c: Context) -> Box:
    (argument,) = parts
    box = arranged(argument, c)
    return Box("function", ("log", box if box.kind == "big" else unless(CLOSED, box, "(")))


def exp(parts: Sequence[Data], c: Context) -> Box:
    (argument,) = parts
    box = arranged(argument, c)
    if "e" in c.names or contains(box, ("frac", "big", "sqrt", "extremum", "derivative", "integral")):
        return Box("function", ("exp", bracket(box, "(")))
    return Box("e") if argument == 1 else Box("epower", (box,))
