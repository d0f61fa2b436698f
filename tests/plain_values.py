"""The value of a plain-data term by brute force, for tests: rational where that is exact, else a float.

It shares nothing with the checker.
"""

from __future__ import annotations

import math
from fractions import Fraction


class Undefined(Exception):
    """The term has no value here."""


class OutOfReach(Exception):
    """Floats cannot say what the value is, or it takes too long."""


CLOSE = 1e-9
LONGEST = 30  # of a range: sums over ranges that sums make would take for ever


def value(term, env):
    """The value where env gives names Fractions, or functions of their arguments. Propositions are True or False."""
    if isinstance(term, int):
        return Fraction(term)
    if isinstance(term, str):
        return env[term]
    head, *parts = term
    if head in ("Sum", "Product", "ForAll"):
        return _series(head, parts, env)
    if head in ("Rational", "Constant"):
        return Fraction(*parts) if head == "Rational" else math.pi
    if head in ("Apply", "Indexed"):
        return env[parts[0]](*(value(part, env) for part in parts[1:]))
    if head == "Member":
        return contains(parts[1], value(parts[0], env), env)
    if head == "Pow":
        return power(value(parts[0], env), parts[1], env)
    return _simple(head, [value(part, env) for part in parts])


def _simple(head, values):
    if head == "Add":
        return sum(values)
    if head == "Mul":
        return math.prod(values)
    if head == "KroneckerDelta":
        return Fraction(values[0] == values[1])
    if head == "log":
        if values[0] <= 0:
            raise Undefined
        return Fraction(0) if values[0] == 1 else math.log(values[0])
    if head == "exp":
        return Fraction(1) if values[0] == 0 else _finite(lambda: math.exp(values[0]))
    if head in ("Lt", "Le", "Ne", "Eq"):
        return relation(head, *values)
    assert head == "True", head
    return True


def relation(head, a, b):
    close = (
        a == b if isinstance(a, Fraction) and isinstance(b, Fraction) else abs(a - b) <= CLOSE * max(1, abs(a), abs(b))
    )
    return {"Lt": a < b and not close, "Le": a <= b or close, "Ne": not close, "Eq": close}[head]


def _finite(make):
    try:
        result = make()
    except OverflowError:
        raise OutOfReach from None
    if not (1e-4 < abs(result) < 1e4) and result != 0:
        raise OutOfReach
    return result


def power(base, exponent, env):
    e = value(exponent, env)
    if abs(e) > 200 or (base <= 0 and not isinstance(e, Fraction)):
        raise OutOfReach
    whole = isinstance(e, Fraction) and e.denominator == 1
    if (base == 0 and e < 0) or (base < 0 and not whole):
        raise Undefined
    if whole:
        return _finite(lambda: base ** int(e))
    return Fraction(base) if base in (0, 1) else _finite(lambda: float(base) ** float(e))


def members(domain, env):
    """The elements of a finite set."""
    head, *parts = domain
    values = [value(part, env) for part in parts]
    if head == "Range":
        if values[0].denominator != 1 or values[1].denominator != 1 or values[1] < values[0] - 1:
            raise Undefined
        if values[1] - values[0] > LONGEST:
            raise OutOfReach
        return [Fraction(i) for i in range(int(values[0]), int(values[1]) + 1)]
    assert head == "Finite", head
    return values


def contains(domain, element, env):
    if domain == "Reals":
        return True
    if domain == "Integers":
        return element == int(element)
    if domain[0] == "Interval":
        return value(domain[1], env) < element < value(domain[2], env)
    if domain[0] == "Without":
        return contains(domain[1], element, env) and element != value(domain[2], env)
    return element in members(domain, env)


def _series(head, parts, env):
    variable, domain, body = parts
    values = [value(body, {**env, variable: element}) for element in members(domain, env)]
    return {"Sum": sum, "Product": math.prod, "ForAll": all}[head](values)


def same(a, b):
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a == b
    return abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))
