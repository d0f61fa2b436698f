"""Powers taken apart where their exponents are integers, whatever their bases are; and roots of even powers.

>>> from sympy import S, Symbol, sqrt
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Member
>>> from mlce_sym.prover.derivation import reflexivity
>>> a, k = Symbol("a"), Symbol("k")
>>> further(reflexivity(Given((Member(k, S.Integers),)), Integer(-1) ** (2 * k + 1))).rhs
-1
>>> further(reflexivity(Given(()), sqrt(a**2))).rhs
Abs(a)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Abs, Add, Basic, Expr, Integer, Mul, Pow, Rational, S, Symbol, cancel, factor, fraction, log, together

from .. import rules
from ..border.binding import children, names, occurrences, opened
from ..border.given import Given
from ..border.nodes import From, Member
from ..border.places import Place
from ..border.rule import Rule
from ..terms.errors import Refused
from .derivation import Derivation, rewritten
from .justification import first_place, use
from .logic import holds

Way = tuple[Rule, dict[str, Expr], bool]  # read from right to left?
Names = frozenset[Basic]
MOST_FACTORED = 12  # terms of a sum under a root


def further(theorem: Derivation, everywhere: bool = False) -> Derivation | None:
    """One step further at one of the powers, or None. The power of a product by the index of an infinite sum is one
    ratio there, and stays, but `everywhere`."""
    for place, part, indices in _places(theorem.rhs):
        kept = isinstance(part, Pow) and isinstance(part.base, Mul) and bool(indices & names(part.exp))
        for rule, values, backward in _ways(theorem.given, part) if everywhere or not kept else ():
            try:
                bindings = {Symbol(name): value for name, value in values.items()}
                return rewritten(theorem, place, rule, bindings, backward=backward)
            except Refused:
                continue
    return None


def merged(theorem: Derivation) -> Derivation | None:
    """A logarithm with one power of each base in its product, as log u^(a − c) for log(u^(a − 1) u^(1 − c))."""
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        product = part.args[0] if isinstance(part, log) and isinstance(part.args[0], Mul) else S.One
        exponents: dict[Expr, Expr] = {}
        for base, exponent in (one.as_base_exp() for one in Mul.make_args(product)):
            exponents[base] = exponents.get(base, S.Zero) + exponent
        if len(exponents) < len(Mul.make_args(product)):
            together_ = Mul(*(base**exponent for base, exponent in exponents.items()))
            longer = first_place(theorem, use(rules.equal_parts, u=product, v=together_), product)
            if longer is not None:
                return longer
    return None


def reduced(theorem: Derivation) -> Derivation | None:
    """A root of a fraction in its lowest terms; that of a sum which has a square among its factors, taken apart."""
    for base in _under_roots(theorem):
        lowest = cancel(base) if fraction(base)[1].free_symbols and base.is_rational_function() else base
        if len(fraction(lowest)[1].free_symbols) < len(fraction(base)[1].free_symbols):
            longer = first_place(theorem, use(rules.equal_parts, u=base, v=lowest), base)
            if longer is not None:
                return longer
        squared = _with_squares(base)
        if squared is not None:
            longer = first_place(theorem, use(rules.equal_parts, u=base, v=squared), base)
            taken = longer and further(longer, everywhere=True)
            if taken and squared not in _under_roots(taken):  # else it would be multiplied out again
                return taken
    return None


def _under_roots(theorem: Derivation) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(part.args[0] for part in occurrences(theorem.rhs) if is_root(part)))


def _with_squares(base: Expr) -> Expr | None:
    """A sum as a product, where that has the square of a sum among its factors."""
    product = factor(base) if base.is_Add and 2 < len(base.args) < MOST_FACTORED else S.One
    powers = (one.args for one in Mul.make_args(product) if isinstance(one, Pow) and isinstance(one.args[0], Add))
    return product if any(exponent == 2 for _, exponent in powers) else None


def is_root(part: Basic) -> bool:
    """A power with a fraction as its exponent, of what is no number."""
    fractional = isinstance(part, Pow) and isinstance(part.exp, Rational) and not part.exp.is_Integer
    return fractional and bool(names(part))


def apart(theorem: Derivation) -> Derivation:
    """As far as that goes."""
    while longer := further(theorem, everywhere=True):
        theorem = longer
    return theorem


def _places(term: Basic, place: Place = (), indices: Names = frozenset()) -> Iterator[tuple[Place, Basic, Names]]:
    """The powers and the like, each with the indices of the infinite sums around it."""
    if isinstance(term, (Pow, Abs, log)):
        yield place, term, indices
    scope = opened(term)
    own = {scope.variable} if scope is not None and isinstance(scope.domain, From) else set()
    for number, part in enumerate(children(term)):
        yield from _places(part, (*place, number), indices | own)


def _ways(given: Given, part: Basic) -> Iterator[Way]:
    if isinstance(part, Pow):
        yield from _of_power(given, part.base, part.exp)
    elif isinstance(part, Abs) and isinstance(part.args[0], Pow):
        base, exponent = part.args[0].args
        yield rules.absolute_value_of_power, {"a": base, "c": exponent}, False
    elif isinstance(part, log) and isinstance(part.args[0], Pow):
        base, exponent = part.args[0].args
        if exponent.could_extract_minus_sign():  # |1/a| is SymPy's 1/|a|
            yield rules.log_of_power, {"a": base**-exponent, "b": S.NegativeOne}, False
        yield rules.log_of_square, {"a": base ** (exponent / 2)}, False


def _of_power(given: Given, base: Expr, exponent: Expr) -> Iterator[Way]:
    if isinstance(base, Abs) and holds(given, Member(exponent / 2, S.Integers)):
        yield rules.power_of_square, {"a": base.args[0], "b": exponent / 2}, True
    if isinstance(exponent, Integer):
        return  # algebra does the rest
    if base == 0:
        yield rules.power_of_zero, {"b": exponent}, False
    if base == -1 and (even := _even(exponent)) != 0:
        yield rules.even_power_of_minus_one, {"b": even / 2, "c": exponent - even}, False
    if isinstance(base, Mul):
        first, *others = base.args
        for rule in (rules.whole_power_of_product, rules.power_of_nonnegative_product):
            yield rule, {"a": first, "b": Mul(*others), "c": exponent}, False
    top, bottom = fraction(together(base)) if isinstance(base, Add) else (base, S.One)
    if bottom != 1:
        yield rules.power_of_nonnegative_product, {"a": top, "b": 1 / bottom, "c": exponent}, False
    if isinstance(base, Pow):
        inner, outer = base.args
        yield rules.whole_power_of_power, {"a": inner, "b": outer, "c": exponent}, False
        yield rules.natural_power_of_power, {"a": inner, "b": outer, "c": exponent}, False
        if holds(given, Member(outer / 2, S.Integers)) and outer.could_extract_minus_sign():  # |1/a| is SymPy's 1/|a|
            yield rules.power_of_power, {"a": inner**-outer, "b": S.NegativeOne, "c": exponent}, False
        elif holds(given, Member(outer / 2, S.Integers)):
            yield rules.power_of_square, {"a": inner ** (outer / 2), "b": exponent}, False


def _even(exponent: Expr) -> Expr:
    """The part of a sum that has even coefficients, those that are left being 0 or 1."""
    even: Expr = S.Zero
    for term in Add.make_args(exponent.expand()):
        factor, rest = term.as_coeff_Mul()
        if isinstance(factor, Integer):
            even += 2 * (int(factor) // 2) * rest
    return even
