"""Real numbers: exact rationals as long as possible, else balls (python-flint `arb`) that surely contain the number.

What a ball cannot decide is None, or raises `Undetermined`; what has no real value raises
`Undefined`. In an integral a number depends on the variable: there a `Real` may also be a power series around a point
(`arb_series`), which is calculated with like a number, but compared with nothing.

>>> logarithm(1), power(fmpq(4, 9), fmpq(1, 2)), power(0, 0)
(0, 2/3, 1)
>>> less(logarithm(2), fmpq(7, 10)), less(logarithm(2), logarithm(2)) is None
(True, True)
"""

from __future__ import annotations

from typing import TypeAlias

from flint import arb, arb_series, fmpq, fmpz

BITS = 128
EXACT_BITS = 8192  # a longer rational is rounded to a ball, so that no number grows without bound

Exact: TypeAlias = int | fmpq
Real: TypeAlias = int | fmpq | arb
INEXACT = (arb, arb_series)
Truth: TypeAlias = bool | None


Label: TypeAlias = int | tuple[int, int]


def label(x: Exact) -> Label:
    """A rational as a key of tables: hashing it is several times faster than hashing an fmpq."""
    if isinstance(x, int):
        return x
    top, bottom = int(x.p), int(x.q)
    return top if bottom == 1 else (top, bottom)


def labelled(key: Label) -> Exact:
    """The rational that has this label."""
    return key if isinstance(key, int) else fmpq(*key)


class Undefined(Exception):
    """The term certainly has no real value here; the message says why."""


class Undetermined(Exception):
    """It cannot be decided, in balls or within bounded effort, what the value is."""


TOO_LARGE = (RecursionError, OverflowError, MemoryError)


def ball(x: Real) -> arb:
    if isinstance(x, arb_series):
        raise Undetermined("a number that depends on the variable of an integral")
    return x if isinstance(x, arb) else arb(x)


def coefficient(x: Real, place: int) -> arb:
    """The coefficient of a power series, a constant being one as well."""
    if not isinstance(x, arb_series):
        return arb(0) if place else ball(x)
    if place >= x.prec:
        raise Undetermined("too short a power series")
    return finite(x[place])


def less(a: Real, b: Real) -> Truth:
    """Is a < b? None where the balls overlap."""
    if not (isinstance(a, INEXACT) or isinstance(b, INEXACT)):
        return bool(a < b)
    left, right = ball(a), ball(b)
    if left < right:
        return True
    return False if left >= right else None


def at_most(a: Real, b: Real) -> Truth:
    """Is a ≤ b?"""
    return negation(less(b, a))


def equal(a: Real, b: Real) -> Truth:
    """Is a = b? Balls can tell numbers apart, but tell them equal only where both have radius 0."""
    if not (isinstance(a, INEXACT) or isinstance(b, INEXACT)):
        return bool(a == b)
    left, right = ball(a), ball(b)
    if left == right:
        return True
    return None if left.overlaps(right) else False


def close(a: Real, b: Real) -> bool:
    """Do two numbers that are not told apart agree to about nine digits?"""
    left, right = ball(a), ball(b)
    return left.is_finite() and right.is_finite() and left.rad() + right.rad() < (1 + abs(left.mid())) * arb("1e-9")


def negation(truth: Truth) -> Truth:
    return None if truth is None else not truth


def integer(x: Real) -> int | None:
    """The integer that x is, or None where it certainly is not one."""
    if isinstance(x, int):
        return x
    if isinstance(x, fmpq):
        return int(x.p) if x.q == 1 else None
    x = ball(x)
    if not abs(x) < 2**EXACT_BITS:
        raise Undetermined("too large to tell whether it is an integer")
    whole = x.unique_fmpz() if x.is_exact() and x.is_integer() else None
    if whole is not None:
        return int(whole)
    if x.contains_integer():
        raise Undetermined("an integer or not?")
    return None


def bounded(x: Real) -> Real:
    """The number itself, or a ball around a rational that has grown too long."""
    if isinstance(x, INEXACT):
        return finite(x) if isinstance(x, arb) else x
    long = x.bit_length() if isinstance(x, int) else x.height_bits()
    return x if long <= EXACT_BITS else arb(x)


def finite(x: arb) -> arb:
    if not x.is_finite():
        raise Undetermined("too large for a ball")
    return x


def logarithm(x: Real) -> Real:
    """The natural logarithm."""
    if isinstance(x, arb_series):
        logarithm(coefficient(x, 0))
        return x.log()
    if not isinstance(x, arb):
        if x <= 0:
            raise Undefined(f"log of {x}")
        return 0 if x == 1 else arb(x).log()
    positive = less(0, x)
    if positive is None:
        raise Undetermined("log of a number that may be 0")
    if not positive:
        raise Undefined(f"log of {x.str(6, radius=False)}")
    return x.log()


def exponential(x: Real) -> Real:
    if isinstance(x, arb_series):
        return x.exp()
    if not isinstance(x, arb):
        return 1 if x == 0 else finite(arb(x).exp())
    return finite(x.exp())


def power(a: Real, b: Real) -> Real:
    """a^b: for an integer b by multiplication, with 0^0 = 1; else exp(b log a) for a > 0, and 0^b = 0 for b > 0."""
    if isinstance(a, arb_series) or isinstance(b, arb_series):
        return _power_of_series(a, b)
    n = integer(b) if not isinstance(b, arb) or not less(0, a) else None
    if n is not None:
        return _whole_power(a, n)
    sign = _sign(a)
    if sign < 0:
        raise Undefined("a power of a negative number, with an exponent that is not an integer")
    if sign == 0:
        return _power_of_zero(b)
    root = _exact_root(a, b) if isinstance(b, fmpq) and not isinstance(a, arb) else None
    return root if root is not None else finite((ball(b) * ball(a).log()).exp())


def _power_of_series(a: Real, b: Real) -> Real:
    """By multiplication, or for a > 0 around the whole point."""
    n = None if isinstance(b, INEXACT) else integer(b)
    start = coefficient(a, 0)
    if isinstance(a, arb_series) and n is not None:
        if n < 0:
            power(start, n)
        return a**n if n else 1
    if not less(0, start):
        raise Undetermined("a power of a function that may not be positive")
    return exponential(b * logarithm(a))


def _sign(x: Real) -> int:
    if less(0, x):
        return 1
    if less(x, 0):
        return -1
    if isinstance(x, arb) and equal(x, 0) is None:
        raise Undetermined("a power of a number that may be 0")
    return 0


def _power_of_zero(b: Real) -> Real:
    sign = _sign(b)
    if sign < 0:
        raise Undefined("a negative power of 0")
    return 0 if sign else 1


def _whole_power(a: Real, n: int) -> Real:
    if n == 0:
        return 1
    if n < 0 and _sign(a) == 0:
        raise Undefined("a division by 0")
    if isinstance(a, arb):
        return _power_of_ball(a, n)
    if abs(n) * fmpq(a).height_bits() > EXACT_BITS and a not in (0, 1, -1):
        return _power_of_ball(arb(a), n)
    return a**n if n > 0 else fmpq(a) ** n


def _power_of_ball(a: arb, n: int) -> arb:
    if n.bit_length() > BITS:
        raise Undetermined("a power with too large an exponent")
    if not a.contains(0):
        return finite(a**n)
    top = finite(a.abs_upper() ** n)  # flint does not take powers of a ball around 0
    return top.union(-top if n % 2 else arb(0))


def _exact_root(a: Exact, b: fmpq) -> Exact | None:
    """a^(p/q) where a > 0 is the q-th power of a rational."""
    degree, base = int(b.q), fmpq(a)
    if degree > 64 or abs(int(b.p)) > 64:
        return None
    top, bottom = (fmpz(part).root(degree) for part in (base.p, base.q))
    if top**degree != base.p or bottom**degree != base.q:
        return None
    found: Exact = fmpq(top, bottom) ** int(b.p)
    return found
