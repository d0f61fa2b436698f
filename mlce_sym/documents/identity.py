"""The verdict on an identity between two sides, as they are read, with the definitions of the document written out.

A false refutation is what must not happen: what is refuted is a statement about names that both sides speak of, in
every reading, at values in the usual ranges of its letters, and no premise that texts leave unsaid makes it hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..certificate.names import every_name
from ..reading.big import SIZE
from ..reading.calculus import UNRELATED
from ..reading.densities import TOGETHER
from ..reading.partial import is_left_out
from ..reading.readings import Reading
from ..terms.terms import (
    Term,
    children,
    compound,
    free,
    fresh,
    is_a,
    is_binder,
    rebuilt,
    substitute,
)
from . import judging
from .agreement import agree, needed
from .calls import bound, calls, has_entry
from .context import Context
from .digits import rounded
from .followed import Laws
from .gone import dropped, idle
from .judging import Answer, unsaid
from .laws import needed as values_needed
from .laws import within_support, written_out
from .links import BY, PROVED, REFUTED, SOLVED, TOLD, UNKNOWN, Verdict
from .meaning import Meaning, exchanged
from .models import at_random, conditional
from .modulo import applied, definite, in_defined, resolved, slopes
from .premises import means, sample_means, whole_means
from .roles import SIZE as A_SIZE
from .roles import Supposed, stem
from .slips import hints
from .unsure import NOT_SURE, in_both
from .wording import said as written
from .wording import said_call, tidied
from .wording import said_name as written_name

ORDERS = ("O", "o", "O_p", "o_p", "O_P", "o_P")
BAR = "as a bar is used"
FIRST = ("dot", "call", "delta", "whole")
LENIENT = (*FIRST, "rest", "law", "function", "total", "beside")


@dataclass(frozen=True)
class Question:
    """Two terms with the definitions written out, what is in force, and the definitions that were used; of the facts
    those that say of limits of events that they are values of the variable; what may hold, too, where they differ."""

    left: Term
    right: Term
    facts: tuple[Term, ...]
    used: tuple[Meaning, ...] = ()
    laws: Laws = ()
    limits: tuple[Term, ...] = ()
    maybe: tuple[Term, ...] = ()
    alone: bool = False  # without any text around
    since: int = 0  # the line since which no words say what a name is


def asked(left: Term, right: Term, context: Context, forms: bool = False) -> Question:
    """The question that a link is, here."""
    within = (within_support(at_random(side, context), context.laws) for side in (left, right))
    (one, before), (other, earlier) = (in_defined(side, context) for side in within)
    (one, first), (other, second) = (context.unfolded(side, forms) for side in (one, other))
    limits = tuple(fact for side in (one, other) for fact in values_needed(side, context.own_laws))
    averages = sample_means((one, other), context)
    one, other = substitute(one, averages), substitute(other, averages)
    (one, other), given_laws = conditional((one, other), context.conditionals)
    (one, some), (other, more) = (written_out(resolved(side), context.own_laws) for side in (one, other))
    some = (*given_laws, *some)
    taken = free(one) | free(other)
    one, other = _bound_apart(one, taken), _bound_apart(other, taken)
    bars = whole_means((one, other), context)
    one, other = substitute(one, bars), substitute(other, bars)
    followed = (Meaning(law.variable, (), law.density, law.line, soft=not law.written) for law in (*some, *more))
    told_means = (
        *(Meaning(name, (), mean) for name, mean in bars.items()),
        *(Meaning(name, (), mean, soft=True) for name, mean in averages.items()),
    )
    used = tuple(dict.fromkeys((*before, *earlier, *first, *second, *followed, *told_means)))
    given = (fact for law in (*some, *more) for fact in law.given)
    facts = tuple(dict.fromkeys((*context.about(one, other), *given, *limits)))
    laws = tuple(dict.fromkeys((*some, *more)))
    return Question(one, other, facts, used, laws, limits, context.possibly(one, other), context.alone, context.since)


def _bound_apart(term: Term, taken: frozenset[str]) -> Term:
    """With other names for bound variables that are free elsewhere, as j of Σ_j in what is differentiated by z_j."""
    if is_binder(term) and term[0] != "Derivative" and term[1] in taken:
        other = fresh(term[1], every_name(term) | taken)
        term = (term[0], other, term[2], *(substitute(body, {term[1]: other}) for body in term[3:]))
    return rebuilt(term, tuple(_bound_apart(part, taken) for part in children(term)))


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
    return in_both(lambda here: _in_context(reading, here, seconds), context, names)


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
    unjudged = (*_left_over(question, reading, unjudged), *sorted(context.partial & spoken), *_orders(question))
    if (close := rounded(question.left, question.right, reading)) is not None:
        return close
    is_long = any(map(judging.is_long, (question.left, question.right)))
    questions = dict.fromkeys((asked(left, right, context, forms=True), question))
    proved = proof(questions, seconds) if is_long else None  # which is found before there are values
    if not unjudged and not (proved and proved.status == PROVED):
        apart = judging.apart(question.left, question.right, (*question.facts, *question.maybe))
        if apart.status == REFUTED:
            verdict = refutable(question, apart)
            return verdict if verdict.status == REFUTED else by_means(question, seconds) or verdict
    proved = proved or proof(questions, seconds)
    left_out = is_left_out(question.left, question.right, reading.partial | context.partial) or _orders(question)
    if proved is not None and (not unjudged or (proved.status == PROVED and not left_out)):
        return replace(proved, reason=proved.reason or note)
    return Verdict(UNKNOWN, f"{unjudged[0]}: it is read, but nothing is known of it here")


def _orders(question: Question) -> list[str]:
    """O(1/n), of which nothing says what it is: another quantity wherever it stands."""
    named = {name for side in (question.left, question.right) for name in applied(side)}
    return [f"{name}(…) is an order of magnitude" for name in ORDERS if name in named]


def _left_over(question: Question, reading: Reading, unjudged: Iterable[str]) -> Iterator[str]:
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
    answer = judging.proof(left, right, question.facts, supposed, seconds)
    if answer.status != PROVED:
        return None
    said = tuple(Supposed(bar, BAR) for bar in bars)
    return told(question, replace(answer, conditions=(*said, *answer.conditions)))


def proof(questions: Iterable[Question], seconds: float | None) -> Verdict | None:
    """The first proof of a question, or why there is none where that is worth saying."""
    why: Verdict | None = None
    for question in questions:
        supposed = unsaid((question.left, question.right), question.facts)
        answer = judging.proof(question.left, question.right, question.facts, supposed, seconds)
        if answer.status == PROVED:
            return told(question, answer)
        why = why or Verdict(UNKNOWN, answer.reason)
    return why


def at_point(term: Term) -> Term:
    """With df(a)/dx, and d²f(a)/dx², as derivatives of f(x) in x at a, where a is x with an accent."""
    if not is_a(term, "Apply") or term[1] != "derivative" or not isinstance(term[-1], str):
        return rebuilt(term, map(at_point, children(term)))
    variable, body, count = term[-1], term[2], 1
    while is_a(body, "Apply") and body[1] == "derivative" and body[-1] == variable:
        body, count = body[2], count + 1
    points = [name for name in sorted(free(body)) if name != variable and stem(name) == stem(variable)]
    if variable in free(body) or len(points) != 1:
        return rebuilt(term, map(at_point, children(term)))
    inside = exchanged(body, points[0], variable)
    for number in range(1, count + 1):
        inside = ("Derivative", variable, ("Near", "Reals", points[0] if number == count else variable), inside)
    return inside


def told(question: Question, answer: Answer) -> Verdict:
    """The verdict of an answer, with what is in force."""
    conditions = judging.independent(answer.conditions, question.facts)
    return Verdict(answer.status, answer.reason, in_force(question, conditions))


def in_force(question: Question, supposed: Iterable[Supposed] = ()) -> tuple[str, ...]:
    """What is supposed for a verdict: what the text says, roles, needs, and the definitions that were used. That what
    counts observations is a whole number goes without saying."""
    facts = (f"{written(fact)} ({_source(fact, question)})" for fact in question.facts)
    more = (one for one in supposed if one.words != A_SIZE or not is_a(one.proposition, "Member"))
    meanings = (_said(one) for one in question.used)
    laws = (f"{written_name(one.variable)} has the density {written(one.density)}" for one in question.laws)
    return tuple(
        dict.fromkeys((*facts, *(f"{written(one.proposition)} ({one.words})" for one in more), *meanings, *laws))
    )


def _source(fact: Term, question: Question) -> str:
    if fact in question.limits:
        return "a value of the variable"
    needed_there = any(fact in law.given for law in question.laws)
    return "so that there is such a law" if needed_there else "from the text"


def _said(meaning: Meaning) -> str:
    if meaning.solved:
        return f"{written(('Eq', meaning.pattern, meaning.body))}{SOLVED}{meaning.line})"
    if not meaning.line:
        return f"{written(('Eq', meaning.pattern, meaning.body))}{f' ({BAR})' if meaning.soft else TOLD}"
    return f"{written_name(meaning.name)}{BY}{meaning.line}"


def refutable(question: Question, answer: Answer) -> Verdict:
    """What becomes of a difference in values: it refutes, unless the text may mean something else."""
    assert answer.difference is not None
    roles = (one.proposition for one in unsaid((question.left, question.right), question.facts))
    supposed = (*question.facts, *question.maybe, *roles)
    why, warnings = doubtful(question, supposed)
    if why:
        return Verdict(UNKNOWN, why, in_force(question), warnings=warnings)
    premise = needed(question.left, question.right, supposed, question.facts)
    if premise:
        return Verdict(UNKNOWN, f"it needs {premise}, which the text does not say", in_force(question))
    bars = means((question.left, question.right))
    if bars and (better := judging.difference(question.left, question.right, (*supposed, *bars))) is not None:
        answer = replace(answer, difference=better)  # at which the bars are the means that everybody takes them for
    assert answer.difference is not None
    values, sides = answer.difference.values, (value(answer.difference.left), value(answer.difference.right))
    table = dict(entries(values))
    names = free(question.left) | free(question.right)
    left, right = (tidied(side, names) for side in (question.left, question.right))
    words = hints(left, right, lambda one, other: agree(one, other, (*supposed, *bars)))
    reason = f"the sides are {sides[0]} and {sides[1]}"
    return Verdict(REFUTED, reason, in_force(question), table, sides, warnings=warnings, hints=words)


def value(text: str) -> str:
    """A value, of which a ball around 0 is 0 for whoever reads it."""
    return "≈ 0" if text.startswith("≈ 0 ± ") else text


def entries(values: dict[str, object]) -> Iterator[tuple[str, str]]:
    """A counterexample as a table: each name, entry or value of a function, and what it is."""
    for name, value in values.items():
        if isinstance(value, list):
            yield from ((written(("Indexed", name, place)), str(one)) for place, one in enumerate(value, 1))
        elif isinstance(value, dict):
            for place, one in value.items():
                arguments = place if isinstance(place, tuple) else (place,)
                yield said_call(name, [*map(str, arguments)]), str(one)
        else:
            yield written_name(name), str(value)


def doubtful(question: Question, supposed: tuple[Term, ...]) -> tuple[str, tuple[str, ...]]:
    """Why values do not refute here, or "", and what to warn of."""
    left, right = free(question.left), free(question.right)
    sides, text = (question.left, question.right), ""
    gone = sorted((left ^ right) - {SIZE}) or sorted(left ^ right)
    indices = {name for side in sides for name in bound(side)}
    if gone == [SIZE]:
        return "a Σ or Π has no limits, and nothing above says how many terms it has", ()
    if gone and set(gone) <= indices:
        text = f"{', '.join(map(written_name, gone))}, bound on one side, is free on the other"
        return text, (text,)
    if gone:
        side, own = ("left", left - right) if gone[0] in left else ("right", right - left)
        names = sorted({written_name(name) for name in own.intersection(gone)})
        text = f"only the {side} side has {', '.join(names)}"
        if not _means_nothing(question, tuple(gone), supposed):
            return f"{text}, and nothing above says what is meant by {'it' if len(names) == 1 else 'them'}", (text,)
    if any(meaning.soft for meaning in question.used):
        return NOT_SURE, ()
    one, other = (frozenset(calls(side, ())) for side in sides)
    found = (*((call, sides[1]) for call in one - other), *((call, sides[0]) for call in other - one))
    unknown = sorted((call for call, side in found if not has_entry(side, call)), key=str)
    if unknown:
        return f"nothing says what {written(unknown[0])} is, which only one side has", ()
    return "", (text,) if text else ()


def _means_nothing(question: Question, gone: tuple[str, ...], supposed: tuple[Term, ...]) -> bool:
    """Do the sides differ whatever is meant by the names that one of them has alone?"""
    left, right = question.left, question.right
    needed_there = judging.natural((left, right), supposed)
    supposed = (*supposed, *(one for one in needed_there if not is_a(one, "ForAll") or is_a(one[2], "Range")))
    moving = tuple(name for name in gone if not idle(left if name in free(left) else right, (name,), supposed, agree))
    told = [one for one in question.used if set(moving) & free(one.body)]
    is_new = bool(told) and all(not one.soft and one.line >= question.since > 0 for one in told)
    if (question.alone or is_new) and moving and dropped(left, right, moving, supposed, agree) is not None:
        return True
    return idle(left if set(gone) <= free(left) else right, gone, supposed, agree)
