"""The verdict on an identity between two sides, as they are read, with the definitions of the document written out.

A false refutation is what must not happen: what is refuted is a statement about names that both sides speak of, in
every reading, at values in the usual ranges of its letters, and no premise that texts leave unsaid makes it hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace

from ...reading.signs.tree import Node
from ...reading.walk.calculus import UNRELATED
from ...reading.walk.densities import TOGETHER
from ...reading.walk.partial import is_left_out
from ...reading.walk.readings import Reading, read
from ...terms.errors import MlceError
from ...terms.terms import Term, children, compound, free, is_a, substitute
from ..equations import judging
from ..equations.addends import by_names
from ..equations.arrays import DIMENSION, by_entries
from ..equations.information import written_out
from ..equations.judging import Answer, unsaid
from ..equations.links import BAR, PROVED, REFUTED, UNKNOWN, USUAL, Verdict
from ..equations.mentions import applied, bound, subterms
from ..equations.roles import Supposed
from ..equations.symmetric import has_arrays, said_symmetric
from ..equations.tied import tied
from ..equations.values import can_hold, differ, difference, is_long, undefined
from ..equations.wording import said as written
from ..equations.wording import said_name
from ..in_force.context import Context
from ..in_force.derivatives import at_point, definite, slopes
from ..in_force.laws import sure_of
from ..in_force.premises import means
from ..in_force.usual import with_usual, with_usual_in_defined
from .digits import rounded
from .doubts import NOT_SURE, refutable
from .question import Question, asked, by_entries_alone, in_force

ORDERS = ("O", "o", "O_p", "o_p", "O_P", "o_P")
FIRST = ("dot", "call", "delta", "whole")
LENIENT = (*FIRST, "rest", "law", "function", "total", "beside")
BY_ENTRIES = "by the entries of the vectors, which are columns, and of the matrices"
WORDS = "for random variables with finitely many values"


def identity(readings: Iterable[Reading], context: Context, seconds: float | None = None) -> Verdict:
    """The verdict on left = right, in one reading or in several."""
    found = [(reading, _in_reading(reading, context, seconds)) for reading in readings]
    verdicts = [verdict for _, verdict in found]
    if (len({verdict.status for verdict in verdicts}) == 1 and verdicts[0].status != UNKNOWN) or len(found) == 1:
        return verdicts[0]
    said = tuple(f"{_named(reading, found)}: {verdict.status}" for reading, verdict in found)
    meant = [verdict for reading, verdict in found if is_meant(reading) and verdict.status == PROVED]
    if meant and len({decided(reading) for reading, _ in found}) == 1:
        return replace(meant[0], readings=said)
    if all(verdict.status == UNKNOWN for verdict in verdicts):
        return Verdict(UNKNOWN, verdicts[0].reason, verdicts[0].conditions, readings=said)
    return Verdict(UNKNOWN, "it has two readings: " + "; ".join(said), readings=said)


def is_meant(reading: Reading) -> bool:
    """Is a reading meant if the equation holds in it? A Π that ends where it seems to, a number beside a bracket, δ as
    Kronecker's; a law with either parameter, σ as the logistic function, ∂L/∂z as the total derivative; dL/dz is no
    partial one."""
    return not any(taken for kind, _, taken in _lenient(reading) if kind in FIRST)


def _lenient(reading: Reading) -> Iterator[tuple[str, object, int]]:
    """The choices, with their kinds, between readings of which one that makes an equation hold is meant."""
    for key, taken in reading.chosen:
        kind = str(next(iter(key))) if isinstance(key, tuple) else str(key)
        if kind in LENIENT:
            yield kind, key, taken


def decided(reading: Reading) -> frozenset[tuple[object, int]]:
    """The other choices."""
    return frozenset(reading.chosen) - {(key, taken) for _, key, taken in _lenient(reading)}


def _named(reading: Reading, found: list[tuple[Reading, Verdict]]) -> str:
    """What tells a reading from the others."""
    others = [set(other.doubts) for other, _ in found if other is not reading]
    own = [doubt for doubt in reading.doubts if not all(doubt in other for other in others)]
    return ", ".join(own) or "as it is written"


def _in_reading(reading: Reading, context: Context, seconds: float | None) -> Verdict:
    names = frozenset[str]().union(*map(free, reading.terms))
    if (moving := _moves_by(reading, context)) is not None:
        name, line = moving
        return Verdict(
            UNKNOWN, f"{said_name(name)} was defined by the other in line {line}: which of them moves is not said"
        )
    context = with_usual(context, reading)
    verdict = in_both(lambda here: _in_context(reading, here, seconds), context, names)
    if verdict.status == REFUTED and _has_law_and_cases(reading):
        return Verdict(UNKNOWN, "the other side speaks of values that the law of a density does not take")
    if verdict.status == UNKNOWN and not reading.unjudged and _are_names(reading, context):
        alone = _in_context(reading, replace(context, meanings=(), forms=()), seconds)
        verdict = alone if alone.status == PROVED else verdict
    if verdict.status == UNKNOWN and (known := _as_usual(reading, context, seconds)) is not None:
        return known
    if verdict.status != UNKNOWN or verdict.reason != NOT_SURE:
        return verdict
    return _by_every_form(reading, context, seconds) or verdict


def _as_usual(reading: Reading, context: Context, seconds: float | None) -> Verdict | None:
    """The proof with what names usually are of which the text does not say it."""
    known = with_usual_in_defined(context, reading)
    found = None if known is None else _in_context(reading, known, seconds)
    return found if found is not None and found.status == PROVED else _by_information(reading, context, seconds)


def _by_information(reading: Reading, context: Context, seconds: float | None) -> Verdict | None:
    """The proof with entropies and divergences as what they usually are, where the text says nothing of them."""
    terms, said = written_out(reading.terms)
    names = {name.partition("_of_")[0] for one in said for name in applied(one[1])}
    is_other = bool(names & context.scope.functions)  # which the text defines
    found = None if is_other or not said else _in_context(replace(reading, terms=terms), context, seconds)
    if found is None or found.status != PROVED:
        return None
    return replace(found, conditions=(*found.conditions, *(f"{written(one)}{USUAL}" for one in said)))


def _have_values(terms: tuple[Term, ...], facts: tuple[Term, ...]) -> bool:
    """Can the terms be defined where the facts hold? 1/0 and log(−1) are not."""
    try:
        needed = undefined(terms, facts)
    except (MlceError, ZeroDivisionError, RecursionError):
        return False
    return not needed or can_hold((*facts, *needed))


def _moves_by(reading: Reading, context: Context) -> tuple[str, int] | None:
    """A name that varies, in a derivative or an integral, beside a name by which it was defined, and the line: of
    q = 1 − p, d(pq)/dq is neither p nor 1 − 2q until it is said which of them moves."""
    for part in (part for term in reading.terms for part in subterms(term)):
        if is_a(part, "Derivative", "Integral", "ImproperIntegral"):
            known = context.meaning(str(part[1]))
            if known is not None and not (known.soft or known.solved):
                entries = {one[1] for one in subterms(known.body) if is_a(one, "Indexed")}
                if (free(known.body) - entries) & {*_outside(part[3])}:
                    return known.name, known.line
    return None


def _outside(term: Term) -> Iterator[str]:
    """The names in a term, but for the arguments of functions: ∂L(a, z)/∂a is taken in the first."""
    if isinstance(term, str):
        yield term
    elif not is_a(term, "Apply"):
        for part in children(term):
            yield from _outside(part)


def _are_names(reading: Reading, context: Context) -> bool:
    """May names of what is defined be taken as mere names, for what holds so holds whatever they are? Not where these
    move with what is bound: Σ_i r is not n r where r = y_i − x_i, nor dr/dx 0."""
    parts = [part for term in reading.terms for part in subterms(term)]
    if any(is_a(part, "Derivative") for part in parts):
        return False
    inside = {name for term in reading.terms for name in bound(term)}
    used = [one for term in reading.terms for one in context.unfolded(term)[1]]
    spoken = {name for one in used for name in (*free(one.body), *free(one.pattern))}
    may_be_none = context.partial & {name for one in used for name in (*applied(one.body), *free(one.body))}
    if not _have_values(tuple(one.body for one in used), tuple(fact.proposition for fact in context.facts)):
        return False
    return bool(used) and not may_be_none and not inside & (spoken | {name.rpartition("_")[2] for name in spoken})


def _has_law_and_cases(reading: Reading) -> bool:
    """Is there the density of a law, which is 0 where its formula is not, beside what is said in cases?"""
    has_law = any(isinstance(key, tuple) and key[0] == "law" for key, _ in reading.chosen)
    return has_law and any(is_a(one, "Cases") for term in reading.terms for one in subterms(term))


def _by_every_form(reading: Reading, context: Context, seconds: float | None) -> Verdict | None:
    """The refutation of what is said of means or probabilities, if it fails by all that the names of laws may mean."""
    own = sure_of(tuple(context.unfolded(side)[0] for side in reading.terms), context.laws)
    if not own:
        return None
    found = [_in_context(reading, here, seconds) for here in replace(context, laws=own).with_certain_laws()]
    return found[0] if found and all(one.status == REFUTED for one in found) else None


def _in_context(reading: Reading, context: Context, seconds: float | None) -> Verdict:
    left, right = definite(*map(at_point, reading.terms))
    note = ""
    unjudged = reading.unjudged
    if (pair := slopes(left, right)) is not None:
        (left, right), note = pair, "up to a constant, by the derivative"
        unjudged = tuple(what for what in unjudged if "indefinite" not in what)
    context = context.knowing(reading.given, 0)
    question = asked(left, right, context)
    spoken = {name for side in (question.left, question.right) for name in (*free(side), *applied(side))}
    unjudged = (*left_over(question, reading, unjudged), *sorted(context.partial & spoken), *_orders(question))
    if (close := rounded(question.left, question.right, reading)) is not None:
        return close
    if unjudged and (entries := of_entries(_as_written(left, right, context), reading.opaques, context, seconds)):
        return entries
    slow = any(map(is_long, (question.left, question.right)))
    questions = dict.fromkeys((asked(left, right, context, forms=True), question))
    proved = proof(questions, seconds, bool(unjudged)) if slow else None  # which is found before there are values
    if not unjudged and not (proved and proved.status != UNKNOWN):
        apart = judging.apart(question.left, question.right, (*question.facts, *question.maybe))
        if apart.status == REFUTED:
            verdict = refutable(question, apart)
            return verdict if verdict.status == REFUTED else by_means(question, seconds) or verdict
    alone = proof(by_entries_alone(left, right, context), seconds) if not (unjudged or proved) else None
    proved = alone if alone is not None and alone.status == PROVED else proved
    open_ = (one for one in questions if not unjudged or not (_is_alone(one, reading.opaques) or _is_apart(one)))
    proved = proved or proof(open_, seconds)
    if not unjudged and (proved is None or proved.status == UNKNOWN):
        for other in (one for one in questions if one != question):  # by what names were proved to be
            apart = judging.apart(other.left, other.right, (*other.facts, *other.maybe))
            if apart.status == REFUTED and (verdict := refutable(other, apart)).status == REFUTED:
                return verdict
    left_out = is_left_out(question.left, question.right, reading.partial | context.partial) or _orders(question)
    if proved is not None and (not unjudged or (proved.status == PROVED and not left_out)):
        return replace(proved, reason=proved.reason or note)
    if (entries := of_entries(question, reading.opaques, context, seconds)) is not None:
        return entries
    return Verdict(UNKNOWN, f"{unjudged[0]}: it is read, but nothing is known of it here")


def _as_written(left: Term, right: Term, context: Context) -> Question:
    """The question with the names as mere names: what holds so of entries holds whatever they are."""
    return Question(left, right, context.about(left, right), maybe=context.possibly(left, right))


def _is_apart(question: Question) -> bool:
    """Are there values, and functions for what nothing is known of, at which the sides differ? Then there is no proof,
    though what is not known may be such that they are the same."""
    roles = (one.proposition for one in unsaid((question.left, question.right), question.facts))
    return differ(question.left, question.right, (*question.facts, *roles), told=False) is not None


def _is_alone(question: Question, opaques: Set[str]) -> bool:
    """Is a side one thing of which nothing is known, of which neither the other side nor a fact speaks?"""
    pairs = (question.left, question.right), (question.right, question.left)
    return any(
        is_a(one, "Apply") and one[1] in opaques and all(one not in subterms(it) for it in (other, *question.facts))
        for one, other in pairs
    )


def of_entries(question: Question, opaques: Set[str], context: Context, seconds: float | None) -> Verdict | None:
    """A proof of what vectors and matrices have for entries, if there is one: first of those of each product in a sum,
    then of all."""
    if by_entries(question.left, question.right, opaques) is None or context.by_rows:
        return None

    def is_same(one: Term, other: Term) -> bool:
        return _of_entries(replace(question, left=one, right=other), opaques, context, seconds) is not None

    named = by_names(question.left, question.right, is_same)
    if named is not None:
        sides = replace(question, left=named[0], right=named[1])
        answer = None if _is_apart(sides) else proof((sides,), seconds)
        if answer is not None and answer.status == PROVED:
            return replace(answer, reason=BY_ENTRIES, conditions=(*answer.conditions, *_symmetric(question, context)))
    return _of_entries(question, opaques, context, seconds)


def _equations(context: Context) -> list[Term]:
    return [one.proposition for one in context.facts if is_a(one.proposition, "Eq")]


def _symmetric(question: Question, context: Context) -> Iterator[str]:
    own = context.symmetric | said_symmetric(_equations(context))
    spoken = free(question.left) | free(question.right)
    return (f"{said_name(name)} is symmetric (from the text)" for name in sorted(own & spoken))


def _of_entries(question: Question, opaques: Set[str], context: Context, seconds: float | None) -> Verdict | None:
    equations = _equations(context)
    sides = (compound(one)[1:] for one in equations)
    ties = (*context.ties, *(one for left, right in sides if (one := tied(left, right)) is not None))
    found = by_entries(question.left, question.right, opaques, ties, context.symmetric | said_symmetric(equations))
    if found is None:
        return None
    size: tuple[Term, ...] = (("Member", DIMENSION, "Integers"), ("Le", 1, DIMENSION))
    facts = (*(one for one in question.facts if not has_arrays(one)), *size, *found.facts)
    entries = replace(question, left=found.left, right=found.right, facts=facts)
    if _is_apart(entries):
        return None
    answer = judging.proof(found.left, found.right, facts, unsaid((found.left, found.right), facts), seconds)
    if answer.status != PROVED:
        return None
    said = (replace(one, proposition=substitute(one.proposition, found.names)) for one in answer.conditions)
    verdict = told(question, replace(answer, conditions=tuple(said)))
    return replace(verdict, reason=BY_ENTRIES, conditions=(*verdict.conditions, *_symmetric(question, context)))


def _orders(question: Question) -> list[str]:
    """O(1/n), of which nothing says what it is: another quantity wherever it stands."""
    named = {name for side in (question.left, question.right) for name in applied(side)}
    return [f"{name}(…) is an order of magnitude" for name in ORDERS if name in named]


def left_over(question: Question, reading: Reading, unjudged: Iterable[str]) -> Iterator[str]:
    """The constructs of which nothing is known once definitions and laws are written out."""
    applied_there = {name for side in (question.left, question.right) for name in applied(side)}
    told = not applied_there & reading.opaques
    for what in unjudged:
        is_told = told and (what == UNRELATED or "moment" in what)
        if not is_told and (applied_there or what != TOGETHER):
            yield what


def by_means(question: Question, seconds: float | None) -> Verdict | None:
    """A proof with x̄ as the mean of the x_i, where the text does not say what it is."""
    bars = means((question.left, question.right))
    if not bars:
        return None
    values = {str(bar[1]): bar[2] for bar in map(compound, bars)}
    left, right = (substitute(side, values) for side in (question.left, question.right))
    supposed = unsaid((left, right), question.facts)
    if differ(left, right, (*question.facts, *(one.proposition for one in supposed)), told=False) is not None:
        return None
    answer = judging.proof(left, right, question.facts, supposed, seconds)
    if answer.status != PROVED:
        return None
    said = tuple(Supposed(bar, BAR) for bar in bars)
    return told(question, replace(answer, conditions=(*said, *answer.conditions)))


def proof(questions: Iterable[Question], seconds: float | None, alone: bool = True) -> Verdict | None:
    """The first proof of a question, or why there is none where that is worth saying; if not a proof alone is wanted,
    also that the values differ that the rules bring series and integrals to."""
    why: Verdict | None = None
    for question in questions:
        supposed = unsaid((question.left, question.right), question.facts)
        answer = judging.proof(question.left, question.right, question.facts, supposed, seconds)
        if answer.status == PROVED:
            return told(question, answer)
        if not alone and answer.sides is not None and (apart := _in_values(question, answer.sides, answer)) is not None:
            return apart
        why = why or Verdict(UNKNOWN, answer.reason)
    return why


def _in_values(question: Question, sides: tuple[Term, Term], answer: Answer) -> Verdict | None:
    """The refutation by what both sides are, where the conditions of the answer hold."""
    supposed = (*unsaid((question.left, question.right), question.facts), *answer.conditions)
    facts = (*question.facts, *question.maybe, *(one.proposition for one in supposed))
    found = difference(*sides, facts)
    if found is None:
        return None
    verdict = refutable(question, replace(answer, status=REFUTED, difference=found))
    return verdict if verdict.status == REFUTED else None


def told(question: Question, answer: Answer) -> Verdict:
    """The verdict of an answer, with what is in force."""
    conditions = judging.independent(answer.conditions, question.facts)
    return Verdict(answer.status, answer.reason, in_force(question, conditions))


def in_both(judged: Callable[[Context], Verdict], context: Context, names: Set[str]) -> Verdict:
    """The verdict, and where there is none that with the names as mere names: what holds so holds whatever they are; it
    is refuted where it holds neither by what they are above nor so."""
    if not any(one.soft and one.name in names for one in context.meanings):
        return judged(context)
    meanings, forms = (tuple(one for one in some if not one.soft) for some in (context.meanings, context.forms))
    alone = judged(replace(context, meanings=meanings, forms=forms))
    if alone.status == PROVED:
        return alone
    verdict = judged(context)
    return alone if alone.status == REFUTED and verdict.reason == NOT_SURE else verdict


def finitely_many(left: Node | None, right: Node | None, context: Context) -> Verdict | None:
    """The proof, or None."""
    if left is None or right is None:
        return None
    readings = read((left, right), replace(context.scope, finite=True))
    found = identity(readings, replace(context, meanings=(), forms=()))
    return replace(found, reason=WORDS) if found.status == PROVED else None
