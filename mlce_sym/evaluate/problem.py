"""A problem: hypotheses and definitions, sorted by the names that they are about.

Nothing is evaluated here.

>>> positive = ["ForAll", "i", ["Range", 1, "n"], ["Lt", 0, ["Indexed", "x", "i"]]]
>>> found = problem_of([["Le", 1, "n"], positive])
>>> found.about["n"], sorted(found.whole)
((('Le', 1, 'n'),), ['i', 'n'])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from .plain import BINDERS, Compound, NotATerm, Term, free_names, is_a, plain, subterms

Name: TypeAlias = tuple[str, str]  # ("Variable" | "Indexed" | "Apply", name)
Definitions: TypeAlias = Mapping[Name, tuple[tuple[str, ...], Term]]  # parameters and body
Prefix: TypeAlias = tuple[tuple[str, Term], ...]  # ∀ x ∈ S, ∀ z ∈ T, …
Pattern: TypeAlias = tuple[Prefix, Term, Compound]  # a quantified proposition, and one occurrence of a name in it
ANYTHING = ("Anything",)
SET_PLACE = {"Member": 2, "Without": 1, "Near": 1, **dict.fromkeys(BINDERS, 2)}


@dataclass(frozen=True, eq=False)
class Problem:
    """Hypotheses and definitions, sorted by the names that they are about."""

    hypotheses: tuple[Term, ...]  # those without quantifiers first, so that variables are drawn before functions
    definitions: Definitions
    about: Mapping[str, tuple[Term, ...]]  # the unquantified hypotheses that mention a name, be it through definitions
    about_sets: Mapping[str, tuple[Term, ...]]  # all hypotheses that mention a name
    patterns: Mapping[Name, tuple[Pattern, ...]]  # under quantifiers: prefix, proposition, occurrence
    whole: frozenset[str]  # variables that stand in the bounds of ranges, or as indices
    sets: tuple[str, ...]  # variables that stand for sets
    schematic: bool


def problem_of(
    hypotheses: Iterable[Any], definitions: Iterable[Any] = (), terms: Iterable[Any] = (), *, schematic: bool = False
) -> Problem:
    """The problem of drawing values for the names in hypotheses, definitions (of certificates) and terms."""
    known = tuple(plain(h) for h in hypotheses)
    if not all(isinstance(h, tuple) for h in known):
        raise NotATerm("a hypothesis is a proposition")
    meanings = tuple((plain(d["left"]), plain(d["right"])) for d in definitions)
    everything = (*known, *(right for _, right in meanings), *map(plain, terms))
    _refuse_two_arities((*everything, *(left for left, _ in meanings)))
    whole = frozenset[str]().union(*map(_whole, everything))
    return _problem(known, meanings, whole, frozenset[str]().union(*map(_sets, everything)), schematic)


def _refuse_two_arities(terms: Iterable[Term]) -> None:
    """A function or data vector has one number of arguments everywhere."""
    known: dict[Name, int] = {}
    for kind, name, arity in frozenset[Any]().union(*map(_arities, terms)):
        if known.setdefault((kind, name), arity) != arity:
            raise NotATerm(f"{name} with {known[kind, name]} and with {arity} argument(s)")


@lru_cache(maxsize=1000)
def _arities(term: Term) -> frozenset[tuple[str, str, int]]:
    calls = (part for part in subterms(term) if is_a(part, "Apply", "Indexed"))
    return frozenset((call[0], call[1], len(call) - 2) for call in calls)


@lru_cache(maxsize=256)
def _problem(
    hypotheses: tuple[Term, ...],
    meanings: tuple[tuple[Term, Term], ...],
    whole: frozenset[str],
    sets: frozenset[str],
    schematic: bool,
) -> Problem:
    definitions = {_name(left): (tuple(left[2:]) if isinstance(left, tuple) else (), right) for left, right in meanings}
    mentions = {h: _mentioned(h, definitions) for h in hypotheses}
    names = sorted(set().union(*mentions.values()))
    about = {name: tuple(h for h in hypotheses if name in mentions[h]) for name in names}
    plainly = {name: tuple(h for h in held if not is_a(h, "ForAll")) for name, held in about.items()}
    ordered = tuple(sorted(hypotheses, key=lambda h: is_a(h, "ForAll")))
    return Problem(ordered, definitions, plainly, about, _patterns(hypotheses), whole, tuple(sorted(sets)), schematic)


def _name(left: Term) -> Name:
    if isinstance(left, str):
        return ("Variable", left)
    if is_a(left, "Apply", "Indexed"):
        return (left[0], left[1])
    raise NotATerm("a definition's left side is a variable, or applied to variables")


def _mentioned(term: Term, definitions: Mapping[Name, Any]) -> frozenset[str]:
    """The names in a term, those in the definitions of its names included."""
    bodies = {name: (parameters, body) for (_, name), (parameters, body) in definitions.items()}
    found: set[str] = set()
    waiting = [*free_names(term)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if name in bodies:
                waiting += free_names(bodies[name][1]) - set(bodies[name][0])
    return frozenset(found)


def _patterns(hypotheses: tuple[Term, ...]) -> dict[Name, tuple[Pattern, ...]]:
    found: dict[Name, list[Pattern]] = {}
    for hypothesis in hypotheses:
        prefix, body = _stripped(hypothesis)
        for part in _occurrences(body, frozenset()) if prefix else ():
            found.setdefault((part[0], part[1]), []).append((prefix, body, part))
    return {name: tuple(entries) for name, entries in found.items()}


def _occurrences(term: Term, bound: frozenset[str]) -> Iterator[Compound]:
    """The entries and applications in a term; an argument that a binder around it moves, which may be anything, is
    `ANYTHING`."""
    if not isinstance(term, tuple):
        return
    if term[0] in BINDERS:
        yield from _occurrences(term[2], bound)
        bound |= {term[1]}
        parts = term[3:]
    else:
        parts = term[1:]
    if term[0] in ("Apply", "Indexed"):
        yield (term[0], term[1], *(ANYTHING if free_names(part) & bound else part for part in term[2:]))
    for part in parts:
        yield from _occurrences(part, bound)


def _stripped(proposition: Term) -> tuple[Prefix, Term]:
    prefix: list[tuple[str, Term]] = []
    while is_a(proposition, "ForAll"):
        _, variable, domain, proposition = proposition
        prefix.append((variable, domain))
    return tuple(prefix), proposition


@lru_cache(maxsize=1000)
def _whole(term: Term) -> frozenset[str]:
    """The names in the bounds of ranges, and in the indices of data vectors."""
    found: set[str] = set()
    for part in subterms(term):
        if isinstance(part, tuple) and part[0] in ("Range", "From", "Indexed"):
            bounds = part[2:] if part[0] == "Indexed" else part[1:]
            found |= {name for bound in bounds for name in subterms(bound) if isinstance(name, str)}
    return frozenset(found)


@lru_cache(maxsize=1000)
def _sets(term: Term) -> frozenset[str]:
    """The variables that stand where a set is expected."""
    parts = [part for part in subterms(term) if isinstance(part, tuple)]
    places = [part[SET_PLACE[part[0]]] for part in parts if part[0] in SET_PLACE]
    return frozenset(place for place in places if isinstance(place, str)) - {"Reals", "Integers"}


def lazily_met(proposition: Term, definitions: Definitions) -> bool:
    """Is ∀ x: P about undefined functions of x alone, so that it is met by drawing each of their values to meet it?

    Or about one of x plus a constant: then its value at each point is bound by P at one x.
    """
    prefix, body = _stripped(proposition)
    quantified = {variable for variable, _ in prefix}
    calls = {part for part in subterms(body) if is_a(part, "Apply", "Indexed")}
    calls = {call for call in calls if free_names(call) & quantified}
    if not calls or any((call[0], call[1]) in definitions for call in calls):
        return False
    inner = {part[1] for part in subterms(body) if is_a(part, *BINDERS)}
    if len(calls) == 1 and not any(free_names(call) & inner for call in calls):
        return all(quantified <= {shifted(part, quantified) for part in call[2:]} for call in calls)
    return all(all(isinstance(p, str) for p in call[2:]) and quantified <= set(call[2:]) for call in calls)


def shifted(term: Term, variables: Set[str]) -> str | None:
    """The variable of which the term is the value, or the value plus what none of the variables moves."""
    if isinstance(term, str):
        return term if term in variables else None
    if not is_a(term, "Add"):
        return None
    moved = [part for part in term[1:] if free_names(part) & variables]
    return shifted(moved[0], variables) if len(moved) == 1 else None


def bounded_over(proposition: Term, name: str) -> Term | None:
    """The set for all of whose elements t the proposition bounds f(t), f the function of that name, by a strict
    inequality with something continuous in t. Then f may be smooth with any slopes and values that comply, inside the
    set and outside; at its ends it keeps to the bound's limit. None for whatever else infinitely many points are said.
    """
    prefix, body = _stripped(proposition)
    infinite = [pair for pair in prefix if _is_infinite(pair)]
    if len(infinite) != 1 or _has_infinite(body):
        return None
    ((variable, domain),) = infinite
    if free_names(domain) & {v for v, _ in prefix}:
        return None
    if is_a(body, "Member") and is_a(body[2], "Interval", "Above", "Below"):
        sides = [(body[1], part) for part in body[2][1:]]
    else:
        sides = [(body[1], body[2]), (body[2], body[1])] if is_a(body, "Lt") else []
    fits = [_is_value(a, name, variable) and _is_continuous(b, name, variable) for a, b in sides]
    return domain if fits and (all(fits) if is_a(body, "Member") else any(fits)) else None


def _is_value(term: Term, name: str, variable: str) -> bool:
    """Is it f(…, t, …), where the other arguments do not move?"""
    if not is_a(term, "Apply") or term[1] != name:
        return False
    moved = [part for part in term[2:] if variable in free_names(part)]
    return moved == [variable] and not any(name in free_names(part) for part in term[2:])


def _is_continuous(term: Term, name: str, variable: str) -> bool:
    """Is it seen to be continuous in the variable, and not made of the function itself?"""
    if name in free_names(term):
        return False
    if term == variable or variable not in free_names(term):
        return True
    return is_a(term, "Add", "Mul", "exp") and all(_is_continuous(part, name, variable) for part in term[1:])


def speaks_of_all(proposition: Term) -> bool:
    """Does it say anything of infinitely many points, but that a function is smooth, or real?"""
    prefix, body = _stripped(proposition)
    is_plain = is_a(body, "Smooth") or (is_a(body, "Member") and body[2] == "Reals")
    return not is_plain and (any(map(_is_infinite, prefix)) or _has_infinite(body))


def _is_infinite(pair: tuple[str, Term]) -> bool:
    return not is_a(pair[1], "Range", "Finite")


def _has_infinite(term: Term) -> bool:
    """Does it speak of all points of an infinite set, rather than of values and slopes at single points?"""
    binders = (part for part in subterms(term) if is_a(part, *BINDERS))
    return any(part[0] != "Derivative" and _is_infinite((part[1], part[2])) for part in binders)
