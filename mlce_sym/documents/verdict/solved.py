"""Rows of a solved equation: does a row follow from the rows above it?

A = B gives C = D where A - B = m (C - D) with a factor m that is not 0: m is guessed, the identity is proved, and what
m ≠ 0 needs is a condition. A row does not follow where there are values at which the rows above hold and it fails; or
where it gives an unknown a value that does not satisfy the row above.

>>> score = ("Eq", ("Add", ("Mul", "s", ("Pow", "lambda", -1)), ("Mul", -1, "n")), 0)
>>> found = followed((score,), "lambda", ("Mul", "s", ("Pow", "n", -1)))
>>> found.status, [one.proposition for one in found.conditions]
('follows', [('Lt', 0, 'lambda'), ('Le', 1, 'n')])
>>> followed((score,), "lambda", ("Mul", "n", ("Pow", "s", -1))).status
'does not follow'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sympy import Add, Basic, Expr, Mul, Pow, S, Symbol, cancel, expand, fraction, together

from ...border.encoding import decode, encode
from ...border.given import Given
from ...certificate.names import renamed
from ...prover.tactics import brought_together
from ...terms.errors import MlceError
from ...terms.terms import Term, compound, free, is_a, is_binder, substitute
from ..equations.converging import implied
from ..equations.judging import Answer, proof, unsaid
from ..equations.links import FAILS, FOLLOWS, PROVED, UNKNOWN
from ..equations.meaning import exchanged
from ..equations.mentions import plain, with_entries
from ..equations.roles import Supposed, stem, subscripts
from ..equations.values import can_hold, differ, difference, natural
from ..in_force.derivatives import is_open

FAILURES = (MlceError, ArithmeticError, ValueError, TypeError, LookupError, AttributeError, RuntimeError)
NOT_SHOWN = "it is not shown to follow from the row above"
HELD = "the rows above hold, and this one fails"
SURE = (1, -1, 2, -2)  # factors that are defined everywhere, and not 0
FEW = 3  # terms of an equation
NONZERO = "so that no solution is lost"


def followed(
    rows: tuple[Term, ...], left: Term, right: Term, facts: tuple[Term, ...] = (), seconds: float | None = None
) -> Answer:
    """Does left = right follow from the rows, of which the last is the one above?"""
    rows = tuple(renamed_for(left, right, row) for row in rows)
    supposed = unsaid((left, right, *rows), facts)
    divided = False
    for row in reversed([one for one in rows if compound(one)[1] != compound(one)[2] and not is_contradiction(one)]):
        if row in (("Eq", left, right), ("Eq", right, left)):
            return Answer(FOLLOWS, "the same equation")
        known = (*facts, *_said(supposed))
        known = (*known, *natural((*compound(row)[1:], left, right), known))  # for the row holds
        for factor in _factors(row, left, right, known):
            if not _may_lead(factor, left, right, known):
                continue
            answer = _by_factor(row, factor, left, right, facts, supposed, seconds)
            if answer is not None:
                return answer
            divided = divided or _is_multiple(row, factor, left, right, known)
    if any(map(is_open, (left, right, *rows))):
        return Answer(UNKNOWN, NOT_SHOWN, supposed)
    known = (*facts, *(one.proposition for one in supposed))
    apart = None if divided else difference(left, right, (*known, *rows))
    above = next((one for one in reversed(rows) if exchanged(one, left, 0) != one), None)
    if above is None or not is_unknown(left, right):
        return Answer(FAILS, HELD, supposed, apart) if apart is not None else Answer(UNKNOWN, NOT_SHOWN, supposed)
    at_value = [exchanged(side, left, right) for side in compound(above)[1:]]
    kept = tuple(one for one in known if exchanged(one, left, right) == one)
    off = difference(at_value[0], at_value[1], kept)
    if off is None and proof(at_value[0], at_value[1], facts, supposed, seconds).status == PROVED:
        return Answer(UNKNOWN, "it solves the row above; that it is the only solution is not shown", supposed)
    if apart is not None:
        return Answer(FAILS, HELD, supposed, apart)
    if off is not None and isinstance(left, str) and (tied := _of_system(rows, above, known)):
        off = difference(at_value[0], at_value[1], (*kept, *(exchanged(one, left, right) for one in tied)))
    if off is not None and isinstance(left, str):
        return Answer(FAILS, "this value does not satisfy the row above", supposed, off)
    return Answer(UNKNOWN, NOT_SHOWN, supposed)


def _of_system(rows: tuple[Term, ...], above: Term, known: tuple[Term, ...]) -> tuple[Term, ...]:
    """The rows that may fail where the one above holds: they tie other unknowns to this one."""
    others = [compound(one) for one in rows if one != above]
    return tuple(one for one in others if difference(one[1], one[2], (*known, above)) is not None)


def is_unknown(left: Term, right: Term) -> bool:
    """Is it said what a name, an entry or a value of a function is, without itself?"""
    return (isinstance(left, str) or is_a(left, "Indexed", "Apply")) and exchanged(right, left, 0) == right


def renamed_for(left: Term, right: Term, row: Term) -> Term:
    """The row with the unknowns' names of this one: λ becomes λ̂ where this is said of λ̂, but x_1 not x_2, and no x_i
    where it is said of x̄."""
    sides = left, right
    for name in sorted((free(left) | free(right)) - free(row)):
        alike = [other for other in sorted(free(row)) if stem(other) == stem(name) and other not in free(left)]
        alike = [other for other in alike if subscripts(other) <= subscripts(name)]
        if len(alike) == 1 and name != stem(name) and not (alike[0] in with_entries(row) and name in plain(sides)):
            row = renamed(row, {alike[0]: name})
    return row


def _factors(row: Term, left: Term, right: Term, known: tuple[Term, ...]) -> Iterator[Term]:
    """Guesses of the factor between the two equations: 1, 2, and what SymPy cancels to, as they are written and after
    the rules have brought them together."""
    yield from SURE
    below = [part[1] for part in (right[1:] if is_a(right, "Mul") else (right,)) if is_a(part, "Pow") and part[2] == -1]
    yield from (("Mul", number, *below) for number in SURE if any(map(is_binder, below)))  # D of u = C/D
    try:
        above, here = (decode(difference_of(sides)) for sides in (compound(row)[1:], (left, right)))
        u, root = decode(left), decode(right)
        yield from map(encode, _of_two_powers(above, u, root))
        yield from _ratio(above, here, u, root)
        yield from dict.fromkeys(map(encode, _of_terms(above, here)))
        one, other = brought_together(above, here, Given(tuple(map(decode, known))))
        yield from _ratio(one.rhs, other.rhs, u, root)
    except FAILURES:
        return


def _of_two_powers(above: Basic, u: Basic, root: Any) -> Iterator[Basic]:
    """b u^p, and −a/r u^p, where above is a u^p + b u^(p + 1): that is either times u − r, whose root is r = −a/b."""
    powers: dict[int, Expr] = {}
    for term in Add.make_args(above):
        coefficient, moving = term.as_independent(u, as_Add=False)
        base, exponent = moving.as_base_exp()
        if moving != 1 and not (base == u and exponent.is_Integer):
            return
        power = int(exponent) if moving != 1 else 0
        powers[power] = powers.get(power, S.Zero) + coefficient
    low, high = min(powers), max(powers)
    if isinstance(u, Symbol) and len(powers) == 2 and high == low + 1:
        yield from (powers[high] * u**low, -powers[low] / root * u**low)


def _of_terms(above: Basic, here: Basic) -> Iterator[Basic]:
    """What a term is to one of the other equation: with symbolic exponents that cancels where a sum does not."""
    terms = [Add.make_args(one) for one in (above, here)]
    if 1 < len(terms[0]) == len(terms[1]) <= FEW:
        yield from (Mul(one, Pow(other, -1)) for one in terms[0] for other in terms[1])


def _ratio(above: Basic, here: Basic, u: Basic, root: Any) -> Iterator[Term]:
    """What the row is, divided by the equation u = root, where that is defined at the root: else it is no factor."""
    ratio = cancel(Mul(above, Pow(here, -1)))
    below = fraction(ratio)[1]
    if isinstance(u, Symbol) and below.has(u) and expand(fraction(together(below.xreplace({u: root})))[0]) == 0:
        return
    yield encode(ratio)


def is_contradiction(row: Term) -> bool:
    """Is it that a number is 0 that is not? From this all would follow."""
    try:
        whole: Any = decode(difference_of(compound(row)[1:]))
        return bool(whole.expand().is_Number and whole.expand() != 0)
    except FAILURES:
        return False


def difference_of(sides: tuple[Term, ...]) -> Term:
    """What is 0 where the two sides are equal."""
    left, right = sides
    return ("Add", left, ("Mul", -1, right))


def _may_lead(factor: Term, left: Term, right: Term, known: tuple[Term, ...]) -> bool:
    """Is it not 0, or are there values at which the equation holds and it is not? Every row is the equation times their
    quotient, which is 0 or undefined where both hold; values tell that sooner than a proof. Where none are found at
    which the equation holds, none of the factors leads."""
    nonzero: Term = ("Ne", factor, 0)
    if implied(nonzero, known):
        return True
    return _can_hold(left, right, known) and _can_hold(left, right, (*known, nonzero))


def _is_multiple(row: Term, factor: Term, left: Term, right: Term, known: tuple[Term, ...]) -> bool:
    """Is the row the equation times a factor, as far as values tell? It may fail where that is 0, which a text leaves
    out that divides by it."""
    return differ(difference_of(compound(row)[1:]), ("Mul", factor, difference_of((left, right))), known) is None


def _by_factor(
    row: Term,
    factor: Term,
    left: Term,
    right: Term,
    facts: tuple[Term, ...],
    supposed: tuple[Supposed, ...],
    seconds: float | None,
) -> Answer | None:
    """A proof that the row is this equation times the factor, with what it needs."""
    whole, here = difference_of(compound(row)[1:]), difference_of((left, right))
    sides = whole, ("Mul", factor, here)
    if differ(*sides, (*facts, *(one.proposition for one in supposed)), told=False) is not None:
        return None
    answer = proof(*sides, facts, supposed, seconds)
    if answer.status != PROVED:
        return None
    nonzero: Term = ("Ne", factor, 0)
    more = answer.conditions
    if factor not in SURE and not implied(nonzero, (*facts, *_said(more))):
        needed = tuple(one for one in supposed if free(one.proposition) & free(factor))
        follows_then = implied(nonzero, (*facts, *_said(more), *_said(needed)))
        more = (*more, *needed) if follows_then else (*more, Supposed(nonzero, NONZERO))
    known = (*facts, *_said(supposed))
    known = (*known, *natural((*compound(row)[1:], left, right), known))
    # where the equation holds the factor may have no value, or be 0
    of_factor = factor not in SURE and any(not implied(one, known) for one in _said(more))
    if of_factor and not _can_hold(left, right, (*facts, *_said(supposed), *_said(more))):
        return None
    return Answer(FOLLOWS, "", tuple(dict.fromkeys(more)), derivation=answer.derivation)


def _can_hold(left: Term, right: Term, conditions: tuple[Term, ...]) -> bool:
    """Are there values at which the equation and its conditions hold? From what contradicts itself all would follow."""
    if isinstance(left, str) and left not in free(right):
        return can_hold(substitute(one, {left: right}) for one in conditions)
    return can_hold((*conditions, ("Eq", left, right)))


def _said(supposed: Iterable[Supposed]) -> tuple[Term, ...]:
    return tuple(one.proposition for one in supposed)
