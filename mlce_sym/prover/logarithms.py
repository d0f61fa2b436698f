"""Logarithms of sums of exponentials and of fractions, and equality on the scale of the logarithm.

log(e^a + e^b) is a + log(1 + e^(b − a)) and also b + log(1 + e^(a − b)): of all exponentials that may be taken out,
that one is, which leaves the sum that comes first in an order of terms.

>>> from sympy import exp, log, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.prover.derivation import reflexivity
>>> z = symbols("z")
>>> one, other = (reflexivity(Given(), log(1 + exp(w))) for w in (z, -z))
>>> [exponential_out(side) is None for side in (one, other)]
[True, False]
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Add, Basic, Expr, Integer, Mul, Pow, cancel, exp, expand_mul, factor, log

from .. import rules
from ..border.binding import children
from ..border.nodes import Lt
from ..border.places import Place, given_at, part_at
from .derivation import Derivation
from .justification import at_place, first_place, use
from .logic import equal, holds, rank

MOST_FACTORED = 6  # terms of a polynomial under a logarithm


def exponential_out(theorem: Derivation) -> Derivation | None:
    """log(Σ e^…) as a + log(Σ e^(… − a)), where the sum that is left comes first in the order of terms."""
    for place, total in _logs_of(Add, theorem.rhs):
        taken = {_exponent(part): None for part in Add.make_args(total)}
        left = {a: expand_mul(Add(*(part * exp(-a) for part in Add.make_args(total)))) for a in taken}
        first = min(left, key=lambda a: rank(left[a]))
        number, rest = left[first].as_content_primitive()
        if number * exp(first) != 1:
            longer = _split(theorem, place, number * exp(first), rest)
            if longer is not None:
                return longer
    return None


def _split(theorem: Derivation, place: Place, first: Expr, rest: Expr) -> Derivation | None:
    """The logarithm at the place as that of two factors, taken apart."""
    longer = _written(theorem, (*place, 0), Mul(first, rest, evaluate=False))
    how = use(rules.log_of_two_factors, a=first, b=rest)
    return longer and (at_place(longer, place, how) or first_place(longer, how))  # SymPy may have put it elsewhere


def _written(theorem: Derivation, place: Place, part: Expr) -> Derivation | None:
    """The part at the place as another one, to which it is equal."""
    return at_place(theorem, place, use(rules.equal_parts, u=part_at(theorem.rhs, place), v=part))


def signs_in_log(theorem: Derivation) -> Derivation | None:
    """The logarithm of -u^e times the rest, u negative and e odd, as that of (-u)^e and that of the rest."""
    for place, product in _logs_of(Mul, theorem.rhs):
        number, factors = product.as_coeff_Mul()
        given = given_at(theorem.given, theorem.rhs, place)
        for one in Mul.make_args(factors) if number.is_negative else ():
            base, exponent = one.as_base_exp()
            if isinstance(exponent, Integer) and int(exponent) % 2 and holds(given, Lt(base, 0)):
                turned, rest = Pow(-base, exponent), -product / one
                how = use(rules.log_of_two_factors, a=turned, b=rest)
                how = use(rules.log_of_power, a=-base, b=exponent) if rest == 1 else how
                if not rest == exponent == 1:
                    return at_place(theorem, place, how)
    return None


def fraction_in_log(theorem: Derivation) -> Derivation | None:
    """The logarithm of a sum with fractions as that of one fraction."""
    for place, total in _logs_of(Add, theorem.rhs):
        if any(map(_has_denominator, Add.make_args(total))):
            whole = cancel(total)
            if whole != total and equal(whole, total):
                longer = _written(theorem, (*place, 0), whole)
                if longer is not None:
                    return longer
    return None


def factors_in_log(theorem: Derivation) -> Derivation | None:
    """The logarithm of a short sum without exponentials, which are taken out before, as that of its factors."""
    for place, total in _logs_of(Add, theorem.rhs):
        if len(total.args) <= MOST_FACTORED and total.free_symbols and not total.has(exp):
            whole = factor(total)
            if isinstance(whole, (Mul, Pow)) and whole.as_coeff_Mul()[1] not in (total, -total):
                longer = _written(theorem, (*place, 0), whole)
                if longer is not None:
                    return longer
    return None


def _has_denominator(term: Expr) -> bool:
    """Is one of its factors a fraction, or does a sum stand below a line somewhere in it?"""
    factors = (p for p in Mul.make_args(term) if type(p) is Pow)
    sums = (p for p in term.atoms(Pow) if isinstance(p.base, Add))
    return any(p.exp.is_negative for p in (*factors, *sums))


def _logs_of(head: type[Expr], term: Basic, place: Place = ()) -> Iterator[tuple[Place, Expr]]:
    if isinstance(term, log) and isinstance(term.args[0], head):
        yield place, term.args[0]
    for number, part in enumerate(children(term)):
        yield from _logs_of(head, part, (*place, number))


def _exponent(term: Expr) -> Expr:
    """a, where the term is e^a times what has no exponential."""
    return Add(*(factor.exp for factor in Mul.make_args(term) if isinstance(factor, exp)), Integer(0))
