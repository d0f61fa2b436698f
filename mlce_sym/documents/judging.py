"""Is an equation between terms proved, refuted or unknown, what a text leaves out being supposed and reported?

Values are looked for first, in the usual ranges of the letters; then a proof, from what the text says, then also from
what the letters' roles say, then also from what the formulas need to be defined.

>>> answer = judged(("log", ("Pow", "lambda", 2)), ("Mul", 2, ("log", "lambda")))
>>> answer.status, [(condition.proposition, condition.words) for condition in answer.conditions]
('proved', [(('Lt', 0, 'lambda'), 'a rate or scale')])
>>> judged(("log", ("Pow", "lambda", 2)), ("log", "lambda")).difference.values
{'lambda': 2}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from ..border.encoding import decode, encode
from ..border.nodes import in_words
from ..certificate.names import every_name, renamed
from ..certificate.writing import plain
from ..evaluate.instances import instances
from ..evaluate.numeric import compare
from ..evaluate.outcomes import Agreement, Difference
from ..evaluate.plain import NotATerm, TooDeep
from ..evaluate.problem import problem_of
from ..logic.definedness import follows, missing
from ..logic.given import assumed
from ..prover.derivation import Derivation
from ..terms.caching import lru_cache
from ..terms.errors import MlceError
from ..terms.terms import CALLS, Term, alpha, compound, free, fresh, is_a, is_binder
from ..terms.terms import children as parts
from ..terms.terms import rebuilt as remade
from ..terms.terms import substitute as put
from ..verdicts.judge import PROVED, REFUTED, UNKNOWN, judge
from .as_read import alike
from .changes import worked
from .roles import Supposed, general, leaves, roles
from .slopes import at_values, has_derivative, spoken, worked_in_totals

TRIES, SEEDS, MET = 12, 8, 3
OF_RULES = frozenset("stu")  # what the rules of calculus bind
FEW, AGREED = 4, 2  # where integrals or infinite sums take long to evaluate
SIMPLE: tuple[Term, ...] = (1, 2, ("Rational", 1, 2), 0, -1)
NEEDED = "so that both sides are defined"
EXISTING = "it holds where the derivatives in it exist, and nothing says where they do"
UNMET = "no values were found that meet what is assumed"
NO_PROOF = "the rules do not lead from one side to the other, and no counterexample was found"


@dataclass(frozen=True)
class Answer:
    """`status` is proved, refuted or unknown; `conditions` are what was supposed, each with the reason."""

    status: str
    reason: str = ""
    conditions: tuple[Supposed, ...] = ()
    difference: Difference | None = None
    derivation: Derivation | None = None


def judged(left: Term, right: Term, facts: Iterable[Term] = (), seconds: float | None = None) -> Answer:
    """The answer for left = right, where the facts hold; values at which they differ are in the range of every role."""
    known = tuple(facts)
    found = apart(left, right, known)
    return found if found.status == REFUTED else proof(left, right, known, unsaid((left, right), known), seconds)


def apart(left: Term, right: Term, facts: tuple[Term, ...]) -> Answer:
    """Refuted, if there are values at which the two sides differ."""
    supposed = unsaid((left, right), facts)
    found = difference(left, right, (*facts, *(one.proposition for one in supposed)))
    return Answer(UNKNOWN, NO_PROOF) if found is None else Answer(REFUTED, found.why, supposed, found)


def unsaid(terms: Iterable[Term], facts: Iterable[Term]) -> tuple[Supposed, ...]:
    """The roles of the letters of which the facts say nothing."""
    spoken = frozenset[str]().union(*(_spoken_of(fact) for fact in facts if not _compares(fact)))
    return tuple(role for role in roles(terms) if not _subjects(role.proposition) & spoken)


def _compares(fact: Term) -> bool:
    """Does it say two names apart, as j ≠ k and j < k? That leaves each of them where it usually is."""
    return is_a(fact, "Ne", "Lt", "Le") and all(isinstance(side, str) for side in parts(fact))


def _subjects(proposition: Term) -> frozenset[str]:
    """Of what a role says something: of j ∈ {1, …, K} that is j."""
    if not is_a(proposition, "Member"):
        return free(proposition)
    _, element, domain = compound(proposition)
    return free(element) if is_a(domain, "Range") else free(proposition)


def difference(left: Term, right: Term, facts: Iterable[Term]) -> Difference | None:
    """Values at which the facts hold, both sides are defined, and they certainly differ: the shortest of several, or
    the first short ones where it takes long to evaluate."""
    known = tuple(facts)
    short = (*known, *roundly((left, right)))
    if is_long(left) or is_long(right):
        return differ(left, right, short, tries=1) or differ(left, right, known)
    first = differ(left, right, known)
    if first is None:
        return None
    data = [plain(one) for one in short]
    found = (compare(plain(left), plain(right), data, tries=2, seed=seed) for seed in range(SEEDS))
    return min((*(one for one in found if isinstance(one, Difference)), first), key=_size)


def differ(left: Term, right: Term, facts: tuple[Term, ...], tries: int = 0, told: bool = True) -> Difference | None:
    """The first values that are found of that kind: that there are some may be all that is to be told."""
    slow = is_long(left) or is_long(right)
    tries = tries or (FEW if slow else TRIES)
    data = [plain(fact) for fact in facts]
    sides = plain(left), plain(right)
    if not can_be_met(facts):
        return None
    try:
        first = compare(*sides, data, tries=tries, told=told, enough=AGREED if slow else None)
        if isinstance(first, Agreement) and first.tried < tries // 2 and (more := natural((left, right), facts)):
            data += [plain(one) for one in more]  # both sides were often undefined
            first = compare(*sides, data, tries=tries, told=told, enough=AGREED if slow else None)
    except (NotATerm, TooDeep, RecursionError):
        return None
    return first if isinstance(first, Difference) else None


@lru_cache(maxsize=500)
def can_be_met(facts: tuple[Term, ...]) -> bool:
    """Are values found at which the facts hold, without much ado? Else no values refute anything, and nothing is
    proved, for from what contradicts itself everything would follow."""
    if any(map(is_convergence, facts)):  # of an unknown function, which has to be thought of
        return True
    try:
        data = [plain(fact) for fact in facts]
        return next(instances(problem_of(data), tries=MET), None) is not None
    except (NotATerm, TooDeep, RecursionError):
        return False


def is_convergence(term: Term) -> bool:
    return is_a(term, "Converges") or any(map(is_convergence, parts(term)))


def is_long(term: Term) -> bool:
    """Does it take long to evaluate?"""
    return is_a(term, "ImproperIntegral", "Integral", "From") or any(map(is_long, parts(term)))


def _size(apart: Difference) -> int:
    """How much there is to write, and to put in."""
    digits = re.findall(r"\d+", str(apart.values))
    return sum(map(int, digits)) + 2 * len(digits)


def roundly(terms: Iterable[Term]) -> Iterator[Term]:
    """That the names have values that are easily put in."""
    for part in dict.fromkeys(leaf for term in terms for leaf in leaves(term)):
        one, quantified = general(part)
        yield quantified(("Member", one, ("Finite", *SIMPLE)))


def proof(
    left: Term, right: Term, facts: tuple[Term, ...], supposed: tuple[Supposed, ...], seconds: float | None = None
) -> Answer:
    """A proof from the facts, the roles of those names of which more is needed, and what is needed besides."""
    names = _apart_from_rules((left, right, *facts, *(one.proposition for one in supposed)))
    if names:
        left, right, *facts_ = (renamed(one, names) for one in (left, right, *facts))
        said = tuple(replace(one, proposition=renamed(one.proposition, names)) for one in supposed)
        answer = _proof(left, right, tuple(facts_), said, seconds)
        back = {other: name for name, other in names.items()}
        own = (replace(one, proposition=renamed(one.proposition, back)) for one in answer.conditions)
        return replace(answer, conditions=tuple(own), derivation=None)
    return _proof(left, right, facts, supposed, seconds)


def _apart_from_rules(terms: tuple[Term, ...]) -> dict[str, str]:
    """Other names for those that the rules of calculus bind, where these may be used: data t beside a d/dt of a rule
    would be one name for two things."""
    if not any(map(has_derivative, terms)) and not any(map(is_long, terms)):
        return {}
    taken = frozenset[str]().union(*map(every_name, terms))
    spoken = frozenset[str]().union(*map(free, terms))
    return {name: fresh(f"data_{name}", taken) for name in sorted(spoken & OF_RULES)}


def _proof(
    left: Term, right: Term, facts: tuple[Term, ...], supposed: tuple[Supposed, ...], seconds: float | None
) -> Answer:
    if not can_be_met(facts):
        return Answer(UNKNOWN, UNMET)
    known = (*facts, *(one.proposition for one in supposed))
    (first, some), (second, more_of_them) = at_values(left, known), at_values(right, known)
    supposed = tuple(dict.fromkeys((*some, *more_of_them, *supposed)))
    sides = worked_in_totals(worked(first, known), known), worked_in_totals(worked(second, known), known)
    conditions = _needed(sides, facts, supposed) if sides == (left, right) else supposed
    left, right = sides
    one, other = spoken(left), spoken(right)
    brief = not (is_long(left) or is_long(right))
    for _ in range(2):
        lacking = not set(supposed) <= set(conditions)  # such as that there is an observation
        known = (*facts, *(one.proposition for one in conditions))
        if brief and lacking and differ(left, right, known, told=False) is not None:
            conditions, lacking = tuple(dict.fromkeys((*supposed, *conditions))), False
        said = [decode(one.proposition) for one in conditions]
        verdict = judge(one, other, given=[*map(decode, facts), *said], seconds=seconds, values=False)
        in_force = (*facts, *(one.proposition for one in conditions), *map(encode, verdict.conditions))
        if verdict.status == PROVED and _is_as_read((left, right), in_force):
            return Answer(PROVED, "", conditions, derivation=verdict.derivation)
        if verdict.status == PROVED and any(map(has_derivative, (left, right))):
            return Answer(UNKNOWN, EXISTING, conditions)
        if verdict.status == UNKNOWN and verdict.conditions:
            needed = (encode(one) for one in verdict.conditions)
            more = tuple(Supposed(one, NEEDED) for one in needed if not is_a(one, "Converges"))
            conditions = tuple({one.proposition: one for one in (*more, *conditions)}.values())
        elif lacking and not brief:
            conditions = tuple(dict.fromkeys((*supposed, *conditions)))
        else:
            break
    return Answer(UNKNOWN, verdict.reason if verdict.status == UNKNOWN else NO_PROOF, conditions)


def independent(conditions: Iterable[Supposed], facts: tuple[Term, ...]) -> tuple[Supposed, ...]:
    """Without what the sides need to be defined that follows from the rest, as m ≥ 0 where m > 0 is said, too."""
    kept = list(conditions)
    for one in [condition for condition in kept if condition.words == NEEDED]:
        others = (*facts, *(other.proposition for other in kept if other is not one))
        with suppress(MlceError, ZeroDivisionError, RecursionError):
            if follows(assumed(others, ()), one.proposition):
                kept.remove(one)
    return tuple(kept)


def _is_as_read(sides: tuple[Term, Term], known: tuple[Term, ...]) -> bool:
    """Is what was proved said of the sides as they are read? SymPy makes 1 of x/x, which needs x ≠ 0."""
    if any(cancelled(side, known) for side in sides):
        return False
    others = ((side, encode(decode(side))) for side in sides if not has_derivative(side))
    return all(alike(*pair, known, partial(differ, told=False)) for pair in others)


def cancelled(side: Term, known: tuple[Term, ...]) -> str:
    """What a term needs to be defined, where SymPy has left out of it what needs that; nothing for what is known."""
    if len(_derivatives(encode(decode(side)))) < len(_derivatives(side)):
        return "the derivative that cancels exists"  # as in D - D
    return "; ".join(in_words(decode(one)) for one in left_out(side, known))


def left_out(side: Term, known: tuple[Term, ...]) -> tuple[Term, ...]:
    """The same, as propositions."""
    needed = () if encode(decode(side)) == side else undefined((_at_points(side),), known)
    return tuple(one for one in needed if is_a(one, "Converges") or not taken_for_granted(one))


def _at_points(term: Term) -> Term:
    """The term with what is differentiated, at the point, for each derivative: that is to be defined at the least."""
    if is_a(term, "Derivative"):
        _, variable, near, body = compound(term)
        return put(_at_points(body), {str(variable): compound(near)[2]})
    return remade(term, map(_at_points, parts(term)))


def _needed(sides: Iterable[Term], facts: tuple[Term, ...], supposed: tuple[Supposed, ...]) -> tuple[Supposed, ...]:
    """The roles of the names that are not seen to lie where the sides are defined; then what is needed besides."""
    terms = [*sides]
    if any(has_derivative(term) for term in terms):
        return supposed
    try:
        names = frozenset[str]().union(*map(_spoken_of, undefined(terms, facts)))
        own = tuple(one for one in supposed if free(one.proposition) & names)
        more = undefined(terms, (*facts, *(one.proposition for one in own)))
    except (MlceError, ZeroDivisionError, RecursionError):
        return supposed
    return (*own, *(Supposed(condition, NEEDED) for condition in more if not taken_for_granted(condition)))


def natural(terms: Iterable[Term], facts: tuple[Term, ...]) -> tuple[Term, ...]:
    """What the terms need to be defined, as far as that is seen."""
    try:
        return tuple(one for one in undefined(terms, facts) if not taken_for_granted(one))
    except (MlceError, ZeroDivisionError, RecursionError):
        return ()


def undefined(terms: Iterable[Term], facts: tuple[Term, ...]) -> tuple[Term, ...]:
    """What the terms need to be defined, and does not follow."""
    given = assumed(facts, ())
    return tuple(dict.fromkeys(condition for term in terms for condition in missing(given, term)))


def _spoken_of(condition: Term) -> frozenset[str]:
    """The names of which a condition says something, for whatever index, and wherever a sum ends."""
    if is_a(condition, "ForAll"):
        return _spoken_of(condition[3])
    if is_binder(condition):
        return frozenset[str]().union(*map(_spoken_of, condition[3:])) - {condition[1]}
    own = free(condition) if isinstance(condition, str) or is_a(condition, *CALLS) else frozenset[str]()
    return own.union(*map(_spoken_of, parts(condition)))


def taken_for_granted(condition: Term) -> bool:
    """Is it that the ends of a sum are integers, or that it converges, unless someone says otherwise?"""
    is_whole = is_a(condition, "Member") and condition[2] == "Integers" and bool(free(condition))
    return is_whole or is_a(condition, "Converges")


def _derivatives(term: Term) -> frozenset[Term]:
    """The derivatives in a term, whatever their variables are called."""
    own = frozenset([alpha(term)]) if is_a(term, "Derivative") else frozenset[Term]()
    return own.union(*map(_derivatives, parts(term)))


__all__ = ["PROVED", "REFUTED", "UNKNOWN", "Answer", "difference", "judged", "proof", "unsaid"]
