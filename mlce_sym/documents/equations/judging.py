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

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ...border.encoding import decode, encode
from ...border.nodes import in_words
from ...certificate.names import every_name, renamed
from ...evaluate.outcomes import Difference
from ...prover.derivation import Derivation
from ...prover.hypotheses import at_end
from ...terms.errors import MlceError
from ...terms.terms import CALLS, Term, alpha, children, compound, free, fresh, is_a, is_binder, rebuilt, substitute
from ...verdicts.judge import LONGEST, PROVED, REFUTED, UNKNOWN, Verdict, judge
from . import wording
from .as_read import alike
from .converging import enough, implied
from .iterated import singly
from .mentions import has, subterms
from .roles import Supposed, roles
from .slopes import EXISTS, at_values, spoken, worked, worked_in_totals
from .values import can_be_met, differ, difference, is_long, taken_for_granted, undefined

OF_RULES = frozenset("stu")  # what the rules of calculus bind
NEEDED = "so that both sides are defined"
INSIDE = "within where both sides are defined"
EXISTING = "it holds where the derivatives in it exist, and nothing says where they do"
UNMET = "no values were found that meet what is assumed"
NO_PROOF = "the rules do not lead from one side to the other, and no counterexample was found"


@dataclass(frozen=True)
class Answer:
    """`status` is proved, refuted or unknown; `conditions` are what was supposed, each with the reason; `sides` are, if
    it is unknown, what the rules make of both sides there."""

    status: str
    reason: str = ""
    conditions: tuple[Supposed, ...] = ()
    difference: Difference | None = None
    derivation: Derivation | None = None
    sides: tuple[Term, Term] | None = None


def judged(left: Term, right: Term, facts: Iterable[Term] = (), seconds: float | None = None) -> Answer:
    """The answer for left = right, where the facts hold; values at which they differ are in the range of every role."""
    known = tuple(facts)
    found = apart(left, right, known)
    return found if found.status == REFUTED else proof(left, right, known, unsaid((left, right), known), seconds)


def apart(left: Term, right: Term, facts: tuple[Term, ...]) -> Answer:
    """Refuted, if there are values at which the two sides differ."""
    supposed = unsaid((left, right), facts)
    known = (*facts, *(one.proposition for one in supposed))
    single = singly(left, right, known)
    if single and not any(cancelled(side, known) for side in (left, right)):
        left, right = single
    found = difference(left, right, known)
    return Answer(UNKNOWN, NO_PROOF) if found is None else Answer(REFUTED, found.why, supposed, found)


def unsaid(terms: Iterable[Term], facts: Iterable[Term]) -> tuple[Supposed, ...]:
    """The roles of the letters of which the facts say nothing."""
    spoken = frozenset[str]().union(*(_spoken_of(fact) for fact in facts if not _compares(fact)))
    return tuple(role for role in roles(terms) if not _subjects(role.proposition) & spoken)


def _compares(fact: Term) -> bool:
    """Does it say two names apart, as j ≠ k and j < k? That leaves each of them where it usually is."""
    return is_a(fact, "Ne", "Lt", "Le") and all(isinstance(side, str) for side in children(fact))


def _subjects(proposition: Term) -> frozenset[str]:
    """Of what a role says something: of j ∈ {1, …, K} that is j."""
    if not is_a(proposition, "Member"):
        return free(proposition)
    _, element, domain = compound(proposition)
    return free(element) if is_a(domain, "Range") else free(proposition)


def proof(
    left: Term, right: Term, facts: tuple[Term, ...], supposed: tuple[Supposed, ...], seconds: float | None = None
) -> Answer:
    """A proof from the facts, the roles of those names of which more is needed, and what is needed besides."""
    names = _apart_from_rules((left, right, *facts, *(one.proposition for one in supposed)))
    if names:
        left, right, *facts_ = (renamed(one, names) for one in (left, right, *facts))
        said = tuple(replace(one, proposition=renamed(one.proposition, names)) for one in supposed)
        back = {other: name for name, other in names.items()}
        answer = _proof(left, right, tuple(facts_), said, seconds, back)
        own = (replace(one, proposition=renamed(one.proposition, back)) for one in answer.conditions)
        return replace(answer, conditions=tuple(own), derivation=None, sides=None)
    return _proof(left, right, facts, supposed, seconds, {})


def _apart_from_rules(terms: tuple[Term, ...]) -> dict[str, str]:
    """Other names for those that the rules of calculus bind, where these may be used: data t beside a d/dt of a rule
    would be one name for two things."""
    if not any(has(one, "Derivative") for one in terms) and not any(map(is_long, terms)):
        return {}
    taken = frozenset[str]().union(*map(every_name, terms))
    spoken = frozenset[str]().union(*map(free, terms))
    return {name: fresh(f"data_{name}", taken) for name in sorted(spoken & OF_RULES)}


def _proof(
    left: Term,
    right: Term,
    facts: tuple[Term, ...],
    supposed: tuple[Supposed, ...],
    seconds: float | None,
    called: Mapping[str, str],
) -> Answer:
    if not can_be_met(facts):
        return Answer(UNKNOWN, UNMET)
    known = (*facts, *(one.proposition for one in supposed))
    (first, some), (second, more_of_them) = at_values(left, known), at_values(right, known)
    existing = tuple(dict.fromkeys((*some, *more_of_them)))
    supposed = tuple(dict.fromkeys((*existing, *supposed)))
    sides = worked_in_totals(worked(first, known), known), worked_in_totals(worked(second, known), known)
    there = (*facts, *(one.proposition for one in existing))
    needed = _needed(sides, there, supposed) if sides == (first, second) else supposed
    conditions = by_factors((*existing, *needed), facts)
    left, right = sides
    one, other = spoken(left), spoken(right)
    brief = not (is_long(left) or is_long(right))
    for _ in range(3):
        lacking = not set(supposed) <= set(conditions)  # such as that there is an observation
        known = (*facts, *(one.proposition for one in conditions))
        if brief and lacking and differ(left, right, known, told=False) is not None:
            conditions = tuple(dict.fromkeys((*supposed, *conditions)))
        said = [decode(one.proposition) for one in conditions]
        verdict = judge(one, other, given=[*map(decode, facts), *said], seconds=seconds, values=False)
        in_force = (*facts, *(one.proposition for one in conditions), *map(encode, verdict.conditions))
        if verdict.status == PROVED and _is_as_read((left, right), in_force):
            return Answer(PROVED, "", conditions, derivation=verdict.derivation)
        if verdict.status == PROVED and any(has(one, "Derivative") for one in (left, right)):
            return Answer(UNKNOWN, EXISTING, conditions)
        further = _further(conditions, supposed, verdict, facts)
        if further == conditions:
            break
        conditions = further
    reason = _reason(verdict, called) if verdict.status == UNKNOWN else NO_PROOF
    brought = verdict.sides if verdict.sides and _is_as_read((left, right), in_force) else None
    return Answer(UNKNOWN, reason, conditions, sides=brought and (encode(brought[0]), encode(brought[1])))


def _further(
    conditions: tuple[Supposed, ...], supposed: tuple[Supposed, ...], verdict: Verdict, facts: tuple[Term, ...]
) -> tuple[Supposed, ...]:
    """With what is missing as well, or what the roles of letters say, or without the ends; the same, where all of that
    is said."""
    wanted = map(encode, verdict.conditions if verdict.status == UNKNOWN else ())
    more = tuple(Supposed(one, NEEDED) for one in wanted if not is_a(one, "Converges"))
    if more:
        return by_factors((*more, *conditions), facts)
    if not set(supposed) <= set(conditions):
        return tuple(dict.fromkeys((*supposed, *conditions)))
    return tuple(map(_inside, conditions))


def _inside(condition: Supposed) -> Supposed:
    """At an end of where both sides are defined, an integral may be infinite."""
    if condition.words != NEEDED or not is_a(condition.proposition, "Le"):
        return condition
    return Supposed(("Lt", *compound(condition.proposition)[1:]), INSIDE)


def _reason(verdict: Verdict, called: Mapping[str, str]) -> str:
    """Why it is unknown, in the names of the text."""
    needed, sides = (
        [wording.said(renamed(encode(one), called)) for one in some]
        for some in (verdict.conditions, verdict.sides or ())
    )
    if needed:
        return f"the two sides are defined where {'; '.join(needed)}, and nothing given says so"
    if not sides:
        return verdict.reason
    reason = f"{NO_PROOF}; left: {sides[0]}, right: {sides[1]}"
    return reason if len(reason) <= LONGEST else NO_PROOF


def independent(conditions: Iterable[Supposed], facts: tuple[Term, ...]) -> tuple[Supposed, ...]:
    """Without what the sides need to be defined that follows from the rest, as m ≥ 0 where m > 0 is said, too."""
    kept = list(conditions)
    for one in [condition for condition in kept if condition.words in (NEEDED, EXISTS)]:
        others = (*facts, *(other.proposition for other in kept if other is not one))
        if implied(one.proposition, others):
            kept.remove(one)
    return tuple(kept)


def _is_as_read(sides: tuple[Term, Term], known: tuple[Term, ...]) -> bool:
    """Is what was proved said of the sides as they are read? SymPy makes 1 of x/x, which needs x ≠ 0."""
    if any(cancelled(side, known) for side in sides):
        return False
    others = ((side, encode(decode(side))) for side in sides if not has(side, "Derivative"))
    return all(alike(*pair, known, partial(differ, told=False)) for pair in others)


def cancelled(side: Term, known: tuple[Term, ...]) -> str:
    """What a term needs to be defined, where SymPy has left out of it what needs that; nothing for what is known."""
    there, left = (
        {alpha(one) for one in subterms(term) if is_a(one, "Derivative")} for term in (side, encode(decode(side)))
    )
    if len(left) < len(there):
        return "the derivative that cancels exists"  # as in D - D
    return "; ".join(in_words(decode(one)) for one in left_out(side, known))


def left_out(side: Term, known: tuple[Term, ...]) -> tuple[Term, ...]:
    """The same, as propositions. What is left may need that an integral of another one converges, too: then it has been
    judged with that."""
    left = encode(decode(side))
    needed = () if left == side else undefined((_at_points(side),), known)
    kept = {alpha(one) for one in (undefined((_at_points(left),), known) if needed else ()) if _converges(one)}
    wanted = (one for one in needed if is_a(one, "Converges") or not taken_for_granted(one))
    return tuple(one for one in wanted if not kept or alpha(encode(decode(one))) not in kept)


def _converges(condition: Term) -> bool:
    return _converges(condition[3]) if is_a(condition, "ForAll") else is_a(condition, "Converges")


def _at_points(term: Term) -> Term:
    """The term with what is differentiated, at the point, for each derivative: that is to be defined at the least."""
    if is_a(term, "Derivative"):
        _, variable, near, body = compound(term)
        return substitute(_at_points(body), {str(variable): compound(near)[2]})
    return rebuilt(term, map(_at_points, children(term)))


def _needed(sides: Iterable[Term], facts: tuple[Term, ...], supposed: tuple[Supposed, ...]) -> tuple[Supposed, ...]:
    """The roles of the names that are not seen to lie where the sides are defined; then what is needed besides."""
    terms = [_at_points(side) for side in sides]
    try:
        names = frozenset[str]().union(*map(_spoken_of, undefined(terms, facts)))
        own = tuple(one for one in supposed if free(one.proposition) & names)
        more = undefined(terms, (*facts, *(one.proposition for one in own)))
        if not all(can_be_met((one,)) for one in more):  # as 0^k, of which no more than a role of k is needed
            own, more = supposed, undefined(terms, (*facts, *(one.proposition for one in supposed)))
    except (MlceError, ZeroDivisionError, RecursionError):
        return supposed
    plain = tuple(condition for condition in more if not taken_for_granted(condition))
    known = (*facts, *(one.proposition for one in own), *plain)
    where = tuple(one for condition in more for one in enough(condition, known))
    told = frozenset[str]().union(*map(free, facts))
    where = () if any(free(one) <= told for one in where) else where  # a text that says what r is says all of it
    return (*own, *(Supposed(condition, NEEDED) for condition in dict.fromkeys((*plain, *where))))


def by_factors(conditions: Iterable[Supposed], facts: tuple[Term, ...]) -> tuple[Supposed, ...]:
    """With S > 0 for what is needed, S/n > 0, where n > 0 follows from the rest, n > 1 for n ≠ 1, where n ≥ 1 does, and
    a ≥ 0 for x > 0 for all x > a; so where n > 0 is such a condition itself."""
    listed = tuple(conditions)
    known = (*facts, *(one.proposition for one in listed if one.words != NEEDED))
    simpler = _by_factors(listed, known)
    signs = (one.proposition for one in simpler if one.words == NEEDED and not _is_of_factors(one.proposition))
    return tuple({one.proposition: one for one in _by_factors(simpler, (*known, *signs))}.values())


def _by_factors(conditions: Iterable[Supposed], known: tuple[Term, ...]) -> tuple[Supposed, ...]:
    return tuple(
        replace(one, proposition=_by_factor(one.proposition, known)) if one.words == NEEDED else one
        for one in conditions
    )


def _is_of_factors(condition: Term) -> bool:
    return not is_a(condition, "Lt") or is_a(condition[2], "Mul", "Pow")


def _by_factor(condition: Term, known: tuple[Term, ...]) -> Term:
    said = condition = at_end(condition) or condition
    if is_a(condition, "Ne") and condition[2] == 0 and implied(("Le", 0, condition[1]), known):
        condition = ("Lt", 0, condition[1])
    if not is_a(condition, "Lt") or condition[1] != 0 or not is_a(condition[2], "Mul", "Pow"):
        return condition
    open_ = [one for one in _factors(condition[2]) if not implied(("Lt", 0, one), known)]
    return ("Lt", 0, open_[0]) if len(open_) == 1 else condition if open_ else said


def _factors(term: Term) -> Iterator[Term]:
    """The factors of a product or a quotient, above and below."""
    if is_a(term, "Pow") and term[2] == -1:
        yield from _factors(term[1])
    elif is_a(term, "Mul"):
        yield from (one for part in children(term) for one in _factors(part))
    else:
        yield term


def _spoken_of(condition: Term) -> frozenset[str]:
    """The names of which a condition says something, for whatever index, and wherever a sum ends."""
    if is_a(condition, "ForAll"):
        return _spoken_of(condition[3])
    if is_binder(condition):
        return frozenset[str]().union(*map(_spoken_of, condition[3:])) - {condition[1]}
    own = free(condition) if isinstance(condition, str) or is_a(condition, *CALLS) else frozenset[str]()
    return own.union(*map(_spoken_of, children(condition)))


__all__ = ["PROVED", "REFUTED", "UNKNOWN", "Answer", "difference", "judged", "proof", "unsaid"]
