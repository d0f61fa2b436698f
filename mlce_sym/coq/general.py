"""Powers of what may be other than positive: `Power` in the lemmas of rules, and scripts that lead to it.

A power in a certificate is an `Rpower`, of a positive base. Rules say more; so a power whose base the conditions of a
rule do not make positive is a `Power` in its lemma, which is an `Rpower` for positive bases (`MLCE.v`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..logic.entailment import holds
from ..logic.given import Given, assumed, inside
from ..terms.terms import REAL, Compound, Term, children, compound, is_a, is_binder, rebuilt, substitute
from .equality import extensionality
from .facts import prove
from .parts import at_part, in_steps
from .scope import Scope
from .scripts import Script, asserted
from .terms import argument


def in_general(terms: Iterable[Term], conditions: Iterable[Term]) -> tuple[Term, ...]:
    """Terms with a `Power` where the conditions do not say that the base is positive.

    >>> in_general([("Pow", "a", "b"), ("Pow", "c", "b"), ("Pow", "c", 2)], [("Lt", 0, "a")])
    (('Pow', 'a', 'b'), ('Power', 'c', 'b'), ('Pow', 'c', 2))
    """
    given = assumed(tuple(c for c in conditions if _is_plain(c)), ())
    return tuple(_in_general(given, term) for term in terms)


def _is_plain(condition: Term) -> bool:
    """Is it a proposition that the logic reads?"""
    return _is_plain(condition[3]) if is_a(condition, "ForAll") else is_a(condition, "Lt", "Le", "Ne", "Eq", "Member")


def _in_general(given: Given, term: Term) -> Term:
    if is_a(term, "Lambda"):
        return ("Lambda", term[1], _in_general(given, term[2]))
    parts = [_in_general(inside(given, term, place), part) for place, part in enumerate(children(term))]
    if is_a(term, "Pow") and type(term[2]) is not int and not holds(given, ("Lt", 0, term[1])):
        return ("Power", *parts)
    return rebuilt(term, parts)


def generally(scope: Scope, term: Term, general: Term) -> Script:
    """A script for the equation of a term with its writing in general, where every base is positive."""
    if term == general:
        return ["reflexivity."]
    if is_binder(term):
        return _in_body(scope, term, compound(general))
    if any(map(_has_binder, children(term))):
        return _part_by_part(scope, compound(term), compound(general))
    return [*(line for power in _powers(general) for line in _as_general(scope, power)), "reflexivity."]


def _has_binder(term: Term) -> bool:
    return is_binder(term) or any(map(_has_binder, children(term)))


def _in_body(scope: Scope, term: Compound, general: Compound) -> Script:
    inner, own, member = scope.under(term[1], term[2])
    bodies = zip(term[3:], general[3:], strict=True)
    sides = [(substitute(a, {term[1]: own}), substitute(b, {general[1]: own})) for a, b in bodies]
    return extensionality(scope, term, [[f"intros {own} {member}.", *generally(inner, a, b)] for a, b in sides])


def _part_by_part(scope: Scope, term: Compound, general: Compound) -> Script:
    terms, scripts, current = [term], list[Script](), list(children(term))
    for place, (a, b) in enumerate(zip(children(term), children(general), strict=True)):
        if a != b:
            scripts.append([at_part(scope, rebuilt(term, current), place, REAL), *generally(scope, a, b)])
            current[place] = b
            terms.append(compound(rebuilt(term, current)))
    return in_steps(terms, scripts)


def _powers(term: Term) -> Iterator[Compound]:
    """Those in general, those around others first, as they stand in a certificate."""
    if is_a(term, "Power"):
        yield compound(_as_power(term))
    yield from (found for part in children(term) for found in _powers(part))


def _as_power(term: Term) -> Term:
    parts = map(_as_power, children(term))
    return ("Pow", *parts) if is_a(term, "Power") else rebuilt(term, parts)


def _as_general(scope: Scope, power: Compound) -> Script:
    _, base, exponent = power
    name = scope.fresh("base")
    known = asserted(("Lt", 0, base), prove(scope, ("Lt", 0, base)), name)
    return [*known, f"rewrite <- ?(Power_positive {argument(base)} {argument(exponent)} {name}).", f"clear {name}."]
