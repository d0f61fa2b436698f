"""A formula as a line of Python for one of the libraries of `targets.py`.

>>> from sympy import Rational, symbols
>>> from .targets import TARGETS
>>> y, s = symbols("y sigma2")
>>> written((y - 1) ** 2 / s + log(2 * s) / 2, {y: "y", s: "sigma2"}, TARGETS["numpy"])
'0.5*np.log(2.0*sigma2) + (y - 1.0)**2/sigma2'
>>> written(Piecewise((y, y < 1), (Rational(1, 3), True)), {y: "y"}, TARGETS["python"])
'(y if y < 1.0 else 1.0/3.0)'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sympy import (
    Add,
    And,
    Basic,
    Eq,
    Integer,
    Mul,
    Ne,
    Number,
    Or,
    Piecewise,
    Pow,
    Rational,
    S,
    Symbol,
    exp,
    log,
    pi,
    polygamma,
)
from sympy.core.relational import Relational

from ..terms.errors import NoSuchName
from .primitives import PRIMITIVES
from .targets import Target

Names = Mapping[Symbol, str]
SUM, PRODUCT, POWER, ATOM = range(4)  # how tightly a text is bound
MOST_DIVISIONS = 3
RELATIONS = {Eq: "==", Ne: "!="}


def written(term: Basic, names: Names, target: Target) -> str:
    """The text of a term. Raises NoSuchName for a function that the library does not have."""
    return _text(term, names, target)[0]


def _text(term: Basic, names: Names, target: Target) -> tuple[str, int]:
    if isinstance(term, Symbol):
        return names[term], ATOM
    if isinstance(term, Number):
        return _number(term)
    if isinstance(term, Add):
        return _sum(term, names, target), SUM
    if isinstance(term, (Mul, Pow)) and not isinstance(term, exp):
        return _product(term, names, target)
    if term == S.Exp1 and not target.takes_numbers:
        return _constant(term), ATOM
    if term in (pi, S.Exp1):
        return (target.pi if term == pi else _applied("exp", (S.One,), names, target)), ATOM
    if isinstance(term, Piecewise):
        return _cases(term, names, target), ATOM
    return _call(term, names, target), ATOM


def _constant(term: Any) -> str:
    """A number by its digits, for a library whose functions take none."""
    return repr(float(term.evalf(30)))


def _number(term: Number) -> tuple[str, int]:
    if isinstance(term, Integer):
        return f"{int(term)}.0", ATOM if term >= 0 else SUM
    assert isinstance(term, Rational)
    if term.q & (term.q - 1) == 0:
        return repr(term.p / term.q), ATOM if term >= 0 else SUM
    return f"{term.p}.0/{term.q}.0", PRODUCT if term >= 0 else SUM


def _within(term: Basic, level: int, names: Names, target: Target) -> str:
    """The text, in brackets where it is bound less tightly."""
    text, own = _text(term, names, target)
    return text if own >= level else f"({text})"


def _sum(term: Any, names: Names, target: Target) -> str:
    parts = _in_order(term.as_ordered_terms())
    text = _within(parts[0], SUM, names, target)
    for part in parts[1:]:
        minus = part.could_extract_minus_sign()
        text += f" {'-' if minus else '+'} {_within(-part if minus else part, PRODUCT, names, target)}"
    return text


def _in_order(parts: list[Any]) -> list[Any]:
    """Without a minus sign in front; but 1 − y first of all, for which there may be no rounding."""
    ordered = sorted(parts, key=lambda part: part.could_extract_minus_sign())
    exact = [part for part in ordered if (isinstance(part, Number) and part > 0) or isinstance(-part, Symbol)]
    is_difference = len(exact) == 2 and isinstance(exact[0], Number)
    return [*exact, *(part for part in ordered if part not in exact)] if is_difference else ordered


def _product(term: Any, names: Names, target: Target) -> tuple[str, int]:
    """A product; one factor is divided by after the other, and squares are quotients squared, lest they overflow."""
    minus = isinstance(term, Mul) and term.could_extract_minus_sign()
    powers = list(map(_base_and_exponent, Mul.make_args(-term if minus else term)))
    above = [(base, exponent) for base, exponent in powers if not _is_below(exponent)]
    below = [(base, -exponent) for base, exponent in powers if _is_below(exponent)]
    factors = []
    for base, exponent in above:
        same = [one for one in below if one[1] == exponent and exponent.is_Integer and exponent > 1]
        if same:
            below.remove(same[0])
            quotient = f"{_within(base, POWER, names, target)}/{_within(same[0][0], POWER, names, target)}"
            factors.append(f"({quotient})**{exponent}")
        else:
            factors.append(_power(base, exponent, names, target))
    text = "*".join(factors) if factors else "1.0"
    for base, exponent in below:
        times = int(exponent) if exponent.is_Integer and exponent <= MOST_DIVISIONS else 1
        divisor = _power(base, exponent / times, names, target)
        text += f"/{divisor}" * times
    single = len(factors) == 1 and not below and not minus
    return (f"-{text}", SUM) if minus else (text, POWER if single and "**" in text else ATOM if single else PRODUCT)


def _base_and_exponent(part: Any) -> tuple[Any, Any]:
    return (part.base, part.exp) if isinstance(part, Pow) and not isinstance(part, exp) else (part, S.One)


def _is_below(exponent: Any) -> bool:
    return bool(exponent.is_number and exponent.is_negative)


def _power(base: Any, exponent: Any, names: Names, target: Target) -> str:
    if exponent == 1:
        return _within(base, POWER, names, target)
    if exponent == S.Half and base.is_number and not target.takes_numbers:
        return _constant(base**exponent)
    if exponent == S.Half:
        return _applied("sqrt", (base,), names, target)
    script = str(exponent) if isinstance(exponent, Integer) else _within(exponent, ATOM, names, target)
    return f"{_within(base, ATOM, names, target)}**{script}"


def _call(term: Basic, names: Names, target: Target) -> str:
    name = term.func.__name__
    if name in PRIMITIVES:
        template = PRIMITIVES[name].written(target.name)
        if target.name != "numpy" and "special.ive" in template:
            raise NoSuchName(f"{target.name} has no Bessel functions of every order; take --code numpy")
        return template.format(*(_argument(part, names, target) for part in term.args))
    if term.is_number and not target.takes_numbers:
        return _constant(term)
    if isinstance(term, polygamma) and term.args[0] == 0:
        return _applied("digamma", term.args[1:], names, target)
    if isinstance(term, polygamma):
        order = str(term.args[0])
        return target.functions["polygamma"].format(order, _text(term.args[1], names, target)[0])
    return _applied(name, term.args, names, target)


def _argument(part: Any, names: Names, target: Target) -> str:
    text = _text(part, names, target)[0]
    return f"torch.as_tensor({text})" if part.is_number and not target.takes_numbers else text


def _applied(name: str, arguments: tuple[Basic, ...], names: Names, target: Target) -> str:
    if name not in target.functions:
        lacking = "a sum over an index is not written as code" if name == "Sum" else f"no function {name}"
        raise NoSuchName(f"{target.name}: {lacking}")
    return target.functions[name].format(*(_text(part, names, target)[0] for part in arguments))


def _cases(term: Piecewise, names: Names, target: Target) -> str:
    *rows, (last, otherwise) = term.args
    text = _text(last, names, target)[0]
    if otherwise != S.true:
        text = f"{target.where}".format(text, _condition(otherwise, names, target), "float('nan')")
    for value, condition in reversed(rows):
        text = target.where.format(_text(value, names, target)[0], _condition(condition, names, target), text)
    return text


def _condition(condition: Basic, names: Names, target: Target) -> str:
    if isinstance(condition, (And, Or)):
        parts = [f"({_condition(part, names, target)})" for part in condition.args]
        words = {"And": " and ", "Or": " or "} if target.name == "python" else {"And": " & ", "Or": " | "}
        return words[type(condition).__name__].join(parts)
    assert isinstance(condition, Relational)
    sign = RELATIONS.get(type(condition)) or condition.rel_op
    left, right = (_text(side, names, target)[0] for side in condition.args)
    return f"{left} {sign} {right}"


__all__ = ["log", "written"]
