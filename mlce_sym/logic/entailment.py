"""What follows from what is given: the signs of real terms, integers, members of sets, propositions.

`holds` says True only of a proposition that is true wherever the hypotheses hold and the proposition is defined; that
it is defined is for `definedness.py` to show. The procedure is small: signs are followed through sums, products and
powers, hypotheses are used for every index that they are stated for, and multiples of known inequalities are
subtracted. `depth` bounds the search.

>>> from mlce_sym.logic.given import assumed
>>> given = assumed((("Lt", 0, "theta"), ("Lt", "theta", 1)), ())
>>> holds(given, ("Lt", 0, ("Add", 1, ("Mul", -1, "theta")))), holds(given, ("Lt", "theta", ("Pow", "theta", 2)))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial, reduce

from ..functions import FUNCTIONS, Function
from ..terms.caching import lru_cache
from ..terms.terms import CALLS, Compound, Term, children, free, is_a, is_binder, number, rebuilt, substitute
from .algebra import canonical, equal, minus, normal
from .bounds import BY_SIGN, Interval, narrowed, signs_within, where
from .comparison import by_comparison, by_values
from .given import (
    UNREADABLE,
    Given,
    at_arguments,
    calls,
    cases,
    ends_of,
    instances,
    opened,
    opened_as,
    readable,
    supposing,
)
from .polynomials import EMPTY, UNIT, Monomial, Poly, Quotient, added, ordered, primitive, proportion, term_of
from .signs import ANY, NONNEGATIVE, NONZERO, POSITIVE, SIGNS, ZERO, Signs, mirrored, product_of_signs, sum_of_signs
from .squares import by_atom

DEPTH, MOST_RESTS, MOST_TRIED, MOST_FACTS = 3, 30, 200, 200


@lru_cache(maxsize=600)
def about(given: Given, atoms: tuple[Compound, ...], depth: int) -> tuple[Term, ...]:
    """The atomic facts without variables, and instances of the others that speak of these entries and applications."""
    found: dict[Term, None] = {("Le", atom, 1): None for atom in atoms if is_a(atom, "KroneckerDelta")}
    plain = [fact.statement for fact in given.facts if not fact.variables]
    said = (call for statement in plain for call in calls(statement))
    bounds = (b for a in (*atoms, *said) if a[0] in FUNCTIONS for b in at_arguments(a, FUNCTIONS[a[0]].bounds))
    found |= {form: None for bound in bounds if (form := readable(bound)) is not None}
    members = tuple(dict.fromkeys(statement[1] for statement in plain if is_a(statement, "Member")))
    for fact in given.facts:
        if not fact.variables:
            found[fact.statement] = None
        elif depth > 0:
            for values in instances(fact, atoms, members):
                one = substitute(fact.statement, values)
                domains = (("Member", values[v], substitute(domain, values)) for v, domain in fact.variables)
                if _stays_defined(given, one, depth - 1) and all(holds(given, m, depth - 1) for m in domains):
                    found |= {form: None for form in (readable(one),) if form is not None}
        if len(found) >= MOST_FACTS:
            break
    sums = (atom for atom in atoms if depth > 0 and is_a(atom, "Sum") and is_a(atom[2], "Range"))
    return tuple(found | {form: None for whole in sums for form in _of_sum(given, whole, depth - 1)})


def _of_sum(given: Given, whole: Compound, depth: int) -> Iterator[Term]:
    """If each term is at most c, or at least c, a sum is so with c times their number; of none, c may be 1/n, n = 0."""
    inside, variable, (body,) = opened_as(given, whole)
    count = ("Add", whole[2][2], ("Mul", -1, whole[2][1]), 1)
    others = {variable}.union(() if holds(given, ("Le", whole[2][1], whole[2][2]), depth) else free(whole[2]))
    for one in about(inside, calls(body), depth):
        if is_a(one, "Lt", "Le") and body in one[1:] and all(s == body or others.isdisjoint(free(s)) for s in one[1:]):
            form = readable(("Le", *(whole if side == body else ("Mul", count, side) for side in one[1:])))
            yield from () if form is None else (form,)


@lru_cache(maxsize=600)
def _difference(statement: Compound) -> Quotient | None:
    """Right side − left side, where algebra can give it, its terms in order."""
    try:
        top, bottom = minus(normal(statement[2]), normal(statement[1]))
    except UNREADABLE:
        return None
    return Quotient(dict(ordered(top)), bottom)


@lru_cache(maxsize=600)
def known(given: Given, atoms: tuple[Compound, ...], depth: int) -> tuple[tuple[Quotient, Signs], ...]:
    """The quotients whose signs are stated."""
    stated = (one for one in about(given, atoms, depth) if is_a(one, *SIGNS) and _stays_defined(given, one, depth - 1))
    return tuple((q, SIGNS[one[0]]) for one in stated if (q := _difference(one)) is not None)


@lru_cache(maxsize=600)
def sign(given: Given, term: Term, depth: int = DEPTH) -> Signs:
    """The signs that a real term can have where it is defined, as far as they can be told."""
    signs = _by_structure(given, term, depth)
    if len(signs) > 1 and depth >= 0 and _stays_defined(given, term, depth):
        signs = _by_what_is_known(given, term, depth, signs)
    body = given.unfolded(term) if len(signs) > 1 else None
    return signs if body is None else signs & sign(given, body, depth)


@lru_cache(maxsize=600)
def _stays_defined(given: Given, term: Term, depth: int) -> bool:
    """Is its normal form defined where the term is? (x − y)^(n + 1) is 1 for x = y, n = −1; 0·0^n is not defined."""
    base = term[1] if is_a(term, "Pow") and number(term[2]) is None else ""
    if type(base) is tuple and not is_a(base, *CALLS) and not sign(given, base, depth - 1) <= NONZERO:
        return False
    inside, bodies = opened(given, term) if is_binder(term) else (given, children(term))
    return all(_stays_defined(inside, body, depth) for body in bodies if type(body) is tuple)


def _by_what_is_known(given: Given, term: Term, depth: int, signs: Signs) -> Signs:
    try:
        top, bottom = normal(term)
    except UNREADABLE:
        return signs
    atoms = calls(canonical(term))
    plain = sign(given, term_of(Quotient(top)), depth - 1) if bottom != UNIT else ANY  # the numerator as a sum
    above = plain & _sign_of_poly(given, top, atoms, depth, term)
    below = POSITIVE if bottom == UNIT else _sign_of_poly(given, bottom, atoms, depth, term) - ZERO
    signs &= product_of_signs(above, below) & _by_quotients(given, Quotient(top, bottom), atoms, depth)
    if len(signs) > 1 and depth > 0 and is_a(term, "Add") and (meant := _meant(given, term)) != term:
        signs &= sign(given, meant, depth - 1)
    if len(signs) > 1 and is_a(term, "Add"):
        ask, lies = partial(sign, given), partial(interval, given, atoms)
        signs &= by_comparison(ask, term, depth)
        signs &= by_atom(ask, lies, term, depth) if len(signs) > 1 else ANY
        if len(signs) > 1 and depth >= DEPTH - 1:
            signs &= by_values(ask, about(given, atoms, depth), canonical(term), depth)
    return signs


def _meant(given: Given, term: Term) -> Term:
    """The term with the definitions unfolded that stand in its sums, products and powers."""
    body = given.unfolded(term)
    if body is None and is_a(term, "Add", "Mul", "Pow"):
        return rebuilt(term, (_meant(given, part) for part in children(term)))
    return term if body is None else body


def _by_structure(given: Given, term: Term, depth: int) -> Signs:
    value = number(term)
    if value is not None:
        return frozenset(((value > 0) - (value < 0),))
    head, *parts = term if type(term) is tuple else ("",)
    if head in ("Add", "Mul"):
        combine = sum_of_signs if head == "Add" else product_of_signs
        return reduce(combine, (sign(given, part, depth) for part in parts))
    if head == "Pow":
        return _sign_of_power(given, parts[0], parts[1], depth)
    if head in ("exp", "Constant"):
        return POSITIVE
    if head == "log":
        return sign(given, ("Add", parts[0], -1), depth)
    if is_a(term, "Sum", "Product", "Integral", "ImproperIntegral"):
        return _sign_of_series(given, term, depth)
    if head == "KroneckerDelta":
        return NONNEGATIVE
    if is_a(term, "Cases"):
        return frozenset().union(*(sign(inside, value, depth) for inside, value in _possible(given, term, depth)))
    if head in FUNCTIONS:
        return _sign_of_function(given, term, FUNCTIONS[head], depth)
    return ANY


def _possible(given: Given, term: Compound, depth: int) -> Iterator[tuple[Given, Term]]:
    """The cases that are not seen to be impossible, each with what is given there."""
    for case, value, other in cases(term):
        if other is None or not holds(given, other, depth - 1):
            yield supposing(given, case), value


def _sign_of_function(given: Given, term: Term, declared: Function, depth: int) -> Signs:
    """As it is declared, where what that supposes is shown."""
    signs = ANY if declared.like is None else sign(given, at_arguments(term, (declared.like,))[0], depth)
    for fact in declared.signs:
        if not signs <= SIGNS[fact.kind] and all(
            holds(given, condition, depth - 1) for condition in at_arguments(term, fact.conditions)
        ):
            signs &= SIGNS[fact.kind]
    return signs


def _sign_of_power(given: Given, base: Term, exponent: Term, depth: int) -> Signs:
    """Where it is defined: a root has no negative base, and 0^b is 0 or 1."""
    value, signs = number(exponent), sign(given, base, depth) if exponent != 0 else POSITIVE
    if value is not None:
        signs = (signs - ZERO if value < 0 else signs) & (ANY if value.denominator == 1 else NONNEGATIVE)
        return signs if value % 2 else frozenset(s * s for s in signs)
    half = readable(("Mul", ("Rational", 1, 2), exponent))
    is_even = signs != POSITIVE and half is not None and integer(given, half, depth - 1)
    at_zero = 0 if signs >= ZERO and sign(given, exponent, depth - 1) == POSITIVE else 1
    return frozenset(s * s or at_zero for s in signs) | (signs & ZERO if is_even else signs)


def _sign_of_series(given: Given, binder: Compound, depth: int) -> Signs:
    """Of a sum, product or integral, by the signs of its body; an interval of an integral may be a point, or empty."""
    inside, (body,) = opened(given, binder)
    signs = sign(inside, body, depth)
    if binder[0] == "Product":
        return signs | POSITIVE if signs <= NONNEGATIVE else ANY
    if signs >= NONZERO:
        return ANY
    return signs if signs and _is_some(given, binder[2], depth) else signs | ZERO


def _is_some(given: Given, domain: Term, depth: int) -> bool:
    """Is there more than a point in an interval, and an integer in a range?"""
    if is_a(domain, "Range", "Between", "Interval"):
        return holds(given, ("Le" if domain[0] == "Range" else "Lt", *domain[1:]), depth - 1)
    return domain == "Reals" or is_a(domain, "From", "Above", "Below")


def _sign_of_poly(given: Given, poly: Poly, atoms: tuple[Compound, ...], depth: int, term: Term) -> Signs:
    """The signs of a polynomial; `term` is what is being asked about, so that an atom is not asked about itself."""
    signs = ANY if poly.keys() == {frozenset(((term, 1),))} else _term_by_term(given, poly, depth)
    if len(signs) > 1 and depth > 0:
        signs &= _by_subtraction(given, poly, atoms, depth)
    if len(signs) > 1 and len(poly) > 1:
        signs &= signs_within(poly, partial(interval, given, atoms, depth=depth)) if depth > 0 else ANY
        content, core = primitive(poly)
        if content:
            rest = sign(given, term_of(Quotient(core)), depth)
            signs &= product_of_signs(_sign_of_monomial(given, content, depth), rest)
    return signs


def interval(given: Given, atoms: tuple[Compound, ...], atom: Term, depth: int) -> Interval:
    """Where an atom lies, by its sign and what is stated of it."""
    own = (found for other, found in _stated_bounds(given, atoms, depth) if other == atom)
    return reduce(narrowed, own, BY_SIGN.get(sign(given, atom, depth - 1), Interval()))


@lru_cache(maxsize=600)
def _stated_bounds(given: Given, atoms: tuple[Compound, ...], depth: int) -> tuple[tuple[Term, Interval], ...]:
    return tuple(found for q, s in known(given, atoms, depth) if q.bottom == UNIT and (found := where(q.top, s)))


def _term_by_term(given: Given, poly: Poly, depth: int) -> Signs:
    total = ZERO
    for monomial, coefficient in ordered(poly):
        signs = mirrored(_sign_of_monomial(given, monomial, depth), coefficient < 0)
        total = sum_of_signs(total, signs)
        if total == ANY:
            break
    return total


def _sign_of_monomial(given: Given, monomial: Monomial, depth: int) -> Signs:
    signs = (sign(given, a, depth) if e == 1 else _sign_of_power(given, a, e, depth) for a, e in monomial)
    return reduce(product_of_signs, signs, POSITIVE)


def _by_quotients(given: Given, form: Quotient, atoms: tuple[Compound, ...], depth: int) -> Signs:
    """By a known quotient that differs in monomial factors alone: (b − a)/a is not 0, since b ≠ a."""
    if len(form.top) < 2:
        return ANY
    (content, core), signs = primitive(form.top), ANY
    for quotient, stated in known(given, atoms, depth):
        factor, same = primitive(quotient.top)
        ratio = proportion(core, same) if len(same) > 1 else None
        if ratio is not None:
            others = _sign_of_monomial(given, factor, depth - 1)
            for bottom in (form.bottom, quotient.bottom) if form.bottom != quotient.bottom else ():
                others = product_of_signs(others, _term_by_term(given, bottom, depth - 1) - ZERO)
            own = frozenset(s for s in ANY if product_of_signs(frozenset((s,)), others) & stated)
            signs &= product_of_signs(mirrored(own, ratio < 0), _sign_of_monomial(given, content, depth - 1))
    return signs


def _by_subtraction(given: Given, poly: Poly, atoms: tuple[Compound, ...], depth: int) -> Signs:
    """By subtracting multiples of what is known, where that leaves no more terms: n > 0 since n = (n − 1) + 1."""
    facts = [(q.top, s) for q, s in known(given, atoms, depth) if q.bottom == UNIT]
    signs, waiting, seen = ANY, [(poly, ZERO)], {(frozenset(poly.items()), ZERO)}
    for rest, so_far in waiting:  # grows while it is read
        for left, total in _remainders(given, rest, so_far, facts, depth - 1):
            key = (frozenset(left.items()), total)
            if len(seen) > MOST_TRIED:
                return signs
            if key not in seen:
                seen.add(key)
                signs &= sum_of_signs(total, _term_by_term(given, left, depth - 1))
                if len(signs) <= 1:
                    return signs
                if len(waiting) < MOST_RESTS and not total >= NONZERO:
                    waiting.append((left, total))
    return signs


def _remainders(
    given: Given, rest: Poly, so_far: Signs, facts: list[tuple[Poly, Signs]], depth: int
) -> Iterator[tuple[Poly, Signs]]:
    """What is left without multiples of what is known, by numbers and by monomials whose sign is known."""
    wholes = [m for m, _ in ordered(rest)]
    for known_poly, stated in facts:
        for monomial, coefficient in known_poly.items():
            for whole in (m for m in wholes if EMPTY < monomial <= m):
                others = whole - monomial
                moved = {m | others: c for m, c in known_poly.items()} if others else known_poly
                more = 2 * len(moved.keys() - rest.keys() - {EMPTY}) > len(moved)
                if more or (others and {a for a, _ in others} & {a for m in known_poly for a, _ in m}):
                    continue
                factor = rest[whole] * coefficient if abs(coefficient) == 1 else Fraction(rest[whole]) / coefficient
                left = added(rest, {m: -factor * c for m, c in moved.items()})
                if len(left.keys() - {EMPTY}) <= len(rest.keys() - {EMPTY}):
                    signs = product_of_signs(stated, _sign_of_monomial(given, others, depth))
                    yield left, sum_of_signs(so_far, mirrored(signs, factor < 0))


@lru_cache(maxsize=600)
def integer(given: Given, term: Term, depth: int = DEPTH) -> bool:
    """Is the term shown to be an integer?"""
    value = number(term)
    if value is not None:
        return value.denominator == 1
    if is_a(term, "KroneckerDelta") or _stated(given, term, "Integers", depth):
        return True
    if is_a(term, "Add", "Mul"):
        return all(integer(given, part, depth) for part in term[1:])
    if is_a(term, "Pow"):
        return all(integer(given, part, depth) for part in term[1:]) and holds(given, ("Le", 0, term[2]), depth)
    if is_a(term, "Cases"):
        return all(integer(inside, value, depth) for inside, value in _possible(given, term, depth))
    if is_a(term, *FUNCTIONS):
        whole = FUNCTIONS[term[0]].whole
        return whole is not None and all(holds(given, condition, depth) for condition in at_arguments(term, whole))
    if is_a(term, "Sum", "Product") and is_a(term[2], "Range"):
        inside, (body,) = opened(given, term)
        return integer(inside, body, depth)
    meant = given.unfolded(term)
    return meant is not None and integer(given, meant, depth)


def _stated(given: Given, element: Term, domain: Term, depth: int) -> bool:
    form = readable(element)
    facts = () if form is None else about(given, calls(form), depth)
    return any(is_a(s, "Member") and s[1] == form and equal(s[2], domain) for s in facts)


@lru_cache(maxsize=600)
def member(given: Given, element: Term, domain: Term, depth: int = DEPTH) -> bool:
    """Is a real term shown to lie in a set?"""
    if domain == "Integers":
        return integer(given, element, depth)
    if domain == "Reals" or _stated(given, element, domain, depth):
        return True
    if is_a(domain, "Without"):
        return member(given, element, domain[1], depth) and holds(given, ("Ne", element, domain[2]), depth)
    if is_a(domain, "Finite"):
        return _in_finite(given, element, domain[1:], depth)
    said = ends_of(element, domain)
    return bool(said) and all(holds(given, one, depth) for one in said)


def _in_finite(given: Given, element: Term, values: tuple[Term, ...], depth: int) -> bool:
    """One of the values, or an integer between two bounds all of whose integers are values."""
    if any(equal(element, value) for value in values):
        return True
    known = {value for term in values if (value := number(term)) is not None}
    for low in (v for v in known if v - 1 not in known and v.denominator == 1):
        high = next(v for v in range(int(low), int(low) + len(known)) if v + 1 not in known)
        if member(given, element, ("Range", int(low), high), depth):
            return True
    return False


@lru_cache(maxsize=600)
def holds(given: Given, statement: Term, depth: int = DEPTH) -> bool:
    """Is the proposition shown to be true, provided that it is defined?"""
    if is_a(statement, "True") or readable(statement) in given.stated:
        return True
    if is_a(statement, "Member"):
        return member(given, statement[1], statement[2], depth)
    if not is_a(statement, *SIGNS):
        return False
    head, low, high = statement
    if (head == "Eq" and equal(low, high)) or (depth > 1 and holds(given, statement, 1)):  # the short search first
        return True
    rest = ("Add", high, ("Mul", -1, low))
    if sign(given, rest, depth) <= SIGNS[head]:
        return True
    whole = head == "Le" and integer(given, low, depth) and integer(given, high, depth)
    return whole and sign(given, ("Add", rest, 1), depth) <= POSITIVE
