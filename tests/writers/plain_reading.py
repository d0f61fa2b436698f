"""The value of printed LaTeX as a reader takes it, and of the plain term itself; the two share nothing.

A reader takes a sum's body to reach to the end of its product, and the argument of a log to be the next factor, or a
sum or product with its body.

>>> value_of_tex(r"a - \\frac{b}{2} x", {"a": 1, "b": 4, "x": 3})
(-5+0j)
"""

from __future__ import annotations

import cmath
import math
import re
from collections.abc import Mapping
from typing import Any

TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+|[^\s]")
SIZES = {r"\bigl", r"\bigr", r"\Bigl", r"\Bigr", r"\biggl", r"\biggr", r"\,"}
ENDS = {"+", "-", ")", "]", "}", ",", "", "/"}
Values = Mapping[str, Any]


def value_of_tex(tex: str, values: Values) -> complex:
    tokens = [token for token in TOKEN.findall(tex) if token not in SIZES] + [""]
    tokens.reverse()
    found = _sum(tokens, values)
    assert tokens == [""], f"unread: {tokens[::-1]} of {tex}"
    return found


def _sum(tokens: list[str], values: Values) -> complex:
    total, sign = 0j, -1 if tokens[-1] == "-" else 1
    if sign < 0:
        tokens.pop()
    while True:
        term = _product(tokens, values)
        while tokens[-1] == "/":
            tokens.pop()
            term /= _factor(tokens, values)
        total += sign * term
        if tokens[-1] not in ("+", "-"):
            return total
        sign = -1 if tokens.pop() == "-" else 1


def _product(tokens: list[str], values: Values) -> complex:
    product = 1 + 0j
    while tokens[-1] not in ENDS:
        if tokens[-1] == r"\cdot":
            tokens.pop()
        product *= _factor(tokens, values)
    return product


def _factor(tokens: list[str], values: Values) -> complex:
    if tokens[-1] in (r"\log", r"\exp"):
        function = {r"\log": cmath.log, r"\exp": cmath.exp}[tokens.pop()]
        return function(_big(tokens, values) if tokens[-1] in (r"\sum", r"\prod") else _power(tokens, values))
    return _big(tokens, values) if tokens[-1] in (r"\sum", r"\prod") else _power(tokens, values)


def _power(tokens: list[str], values: Values) -> complex:
    base = _atom(tokens, values)
    if tokens[-1] != "^":
        return base
    tokens.pop()
    return base ** _argument(tokens, values)


def _argument(tokens: list[str], values: Values) -> complex:
    """What stands in braces, or the next token."""
    if tokens[-1] != "{":
        return _atom(tokens, values)
    return _enclosed(tokens, values)


def _enclosed(tokens: list[str], values: Values) -> complex:
    closing = {"(": ")", "[": "]", "{": "}"}[tokens.pop()]
    inside = _sum(tokens, values)
    assert tokens.pop() == closing
    return inside


def _atom(tokens: list[str], values: Values) -> complex:
    if tokens[-1] in ("(", "[", "{"):
        return _enclosed(tokens, values)
    token = tokens.pop()
    if token == r"\frac":
        over = _argument(tokens, values)
        return over / _argument(tokens, values)
    if token == r"\sqrt":
        return cmath.sqrt(_argument(tokens, values))
    if token.isdigit():
        return complex(int(token))
    if tokens[-1] == "_":
        tokens.pop()
        return complex(values[token][int(_argument(tokens, values).real)])
    return complex({"e": math.e, r"\pi": math.pi}[token] if token in ("e", r"\pi") else values[token.lstrip("\\")])


def _big(tokens: list[str], values: Values) -> complex:
    combine = {r"\sum": sum, r"\prod": math.prod}[tokens.pop()]
    assert [tokens.pop() for _ in "_{"] == ["_", "{"]
    index = tokens.pop()
    assert tokens.pop() == "="
    low = _sum(tokens, values)
    assert [tokens.pop() for _ in "}^"] == ["}", "^"]
    high = _argument(tokens, values)
    body, found = list(tokens), []
    for k in range(int(low.real), int(high.real) + 1):
        tokens[:] = body
        found.append(_product(tokens, {**values, index: k}))
    return complex(combine(found))


def value_of_term(term: Any, values: Values) -> complex:
    if isinstance(term, (int, str)):
        return complex(term if isinstance(term, int) else values[term])
    head, *parts = term
    if head in ("Sum", "Product"):
        (_, low, high), body = parts[1:]
        found = [value_of_term(body, {**values, parts[0]: k}) for k in range(low, high + 1)]
        return complex(sum(found) if head == "Sum" else math.prod(found))
    if head == "Indexed":
        return complex(values[parts[0]][int(value_of_term(parts[1], values).real)])
    if head == "Constant":
        return complex(math.pi)
    arguments = [value_of_term(part, values) for part in parts]
    if head in ("Add", "Mul"):
        return complex(sum(arguments) if head == "Add" else math.prod(arguments))
    if head == "log" or (head == "Pow" and arguments[1].real % 1):
        _must_be_positive(arguments[0])
    functions = {"log": cmath.log, "exp": cmath.exp, "Pow": lambda a, b: a**b, "Rational": lambda a, b: a / b}
    return complex(functions[head](*arguments))


def _must_be_positive(number: complex) -> None:
    """log a and a^b, b no integer, are defined for a > 0 only (docs/certificate.md)."""
    if number.real <= 0:
        raise ValueError(number)
