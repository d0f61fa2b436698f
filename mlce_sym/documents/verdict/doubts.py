"""When a difference in values does not refute: what a text leaves unsaid, and what else it may mean.

A name may stand on one side alone. The side may be the same whatever it is; or, if the equation would hold for 1 or 0
in its place, a factor or a term has been dropped, unless the text says that it is.

>>> factor = ("Mul", "n", ("Pow", "a", -1)), ("Pow", "a", -1)
>>> idle(factor[0], ("n",), ()), dropped(*factor, ("n",), ())
(False, 1)
>>> idle(("Add", ("Pow", 1, "n"), "a"), ("n",), ())
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...certificate.names import every_name, renamed
from ...reading.walk.big import SIZE
from ...terms.terms import Term, free, fresh, is_a, substitute
from ..equations.judging import Answer, unsaid
from ..equations.links import REFUTED, UNKNOWN, Verdict
from ..equations.meaning import MOMENT, Meaning
from ..equations.mentions import bound, calls, has_entry, leaves, subterms
from ..equations.slips import hints
from ..equations.values import agree, differ, difference, natural
from ..equations.wording import said as written
from ..equations.wording import said_call, tidied
from ..equations.wording import said_name as written_name
from ..in_force.laws import RANDOM
from ..in_force.premises import means, premises
from .normalised import normalised
from .question import Question, in_force

NOT_SURE = "it does not agree with what is said above, of which it is not certain that it is meant here"


def refutable(question: Question, answer: Answer) -> Verdict:
    """What becomes of a difference in values: it refutes, unless the text may mean something else."""
    assert answer.difference is not None
    roles = (one.proposition for one in unsaid((question.left, question.right), question.facts))
    supposed = (*question.facts, *question.maybe, *roles)
    why, warnings = doubtful(question, supposed)
    premise = "" if why == NOT_SURE else needed(question.left, question.right, supposed, question.facts)
    if why and not premise:
        return Verdict(UNKNOWN, why, in_force(question), warnings=warnings)
    if premise:
        needs = f"it needs {premise}, which the text does not say"
        return Verdict(UNKNOWN, needs, in_force(question), warnings=warnings)
    bars = means((question.left, question.right))
    if bars and (better := difference(question.left, question.right, (*supposed, *bars))) is not None:
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


def _may_be_mean(meaning: Meaning, names: frozenset[str]) -> bool:
    """Is it a function E(w), while here E[2 X] of a random letter is spoken of, which may be a mean all the same?"""
    is_moment = is_a(meaning.pattern, "Apply") and MOMENT.fullmatch(meaning.name) is not None
    return is_moment and bool(RANDOM & (names - {*meaning.variables}))


def doubtful(question: Question, supposed: tuple[Term, ...]) -> tuple[str, tuple[str, ...]]:
    """Why values do not refute here, or "", and what to warn of."""
    left, right = free(question.left), free(question.right)
    sides, text, chosen = (question.left, question.right), "", list[str]()
    gone = sorted((left ^ right) - {SIZE}) or sorted(left ^ right)
    indices = {name for side in sides for name in bound(side)}
    if gone == [SIZE] and not idle(sides[0] if SIZE in left else sides[1], (SIZE,), supposed):
        return "a Σ or Π has no limits, and nothing above says how many terms it has", ()
    gone = [name for name in gone if name != SIZE]
    if gone and set(gone) <= indices:
        text = f"{', '.join(map(written_name, gone))}, bound on one side, is free on the other"
        return text, (text,)
    if gone:
        side, own = ("left", left - right) if gone[0] in left else ("right", right - left)
        names = sorted({written_name(name) for name in own.intersection(gone)})
        text = f"only the {side} side has {', '.join(names)}"
        chosen = gone if question.alone and len(gone) == 1 and whichever(*sides, gone[0], supposed) else []
        if not chosen and not _means_nothing(question, tuple(gone), supposed):
            return f"{text}, and nothing above says what is meant by {'it' if len(names) == 1 else 'them'}", (text,)
    if any(meaning.soft or _may_be_mean(meaning, left | right) for meaning in question.used):
        return NOT_SURE, ()
    one, other = (frozenset(calls(side, ())) for side in sides)
    found = (*((call, sides[1]) for call in one - other), *((call, sides[0]) for call in other - one))
    others = ((call, side) for call, side in found if not free(call) & {*chosen})
    unknown = sorted((call for call, side in others if not has_entry(side, call)), key=str)
    if unknown:
        return f"nothing says what {written(unknown[0])} is, which only one side has", ()
    return "", (text,) if text else ()


def _means_nothing(question: Question, gone: tuple[str, ...], supposed: tuple[Term, ...]) -> bool:
    """Do the sides differ whatever is meant by the names that one of them has alone?"""
    left, right = question.left, question.right
    needed_there = natural((left, right), supposed)
    supposed = (*supposed, *(one for one in needed_there if not is_a(one, "ForAll") or is_a(one[2], "Range")))
    moving = tuple(name for name in gone if not idle(left if name in free(left) else right, (name,), supposed))
    told = [one for one in question.used if set(moving) & free(one.body)]
    is_new = bool(told) and all(not one.soft and one.line >= question.since > 0 for one in told)
    if (question.alone or is_new) and moving and dropped(left, right, moving, supposed) is not None:
        return True
    return idle(left if set(gone) <= free(left) else right, gone, supposed)


def idle(side: Term, names: tuple[str, ...], facts: tuple[Term, ...]) -> bool:
    """Does a side have the same value, whatever the variables, entries and functions of these names are?"""
    taken = frozenset[str]().union(*map(every_name, (side, *facts)))
    others = {name: fresh(f"{name}_2", taken) for name in names}
    said = tuple(renamed(fact, others) for fact in facts if free(fact) & set(names))
    return agree(side, renamed(side, others), (*facts, *said))


def dropped(left: Term, right: Term, names: tuple[str, ...], facts: tuple[Term, ...]) -> int | None:
    """1 or 0, if the equation would hold with that for the variable; None otherwise."""
    (name, *others), kept = names, tuple(fact for fact in facts if not free(fact) & set(names))
    if others or not {name} & {*leaves(left), *leaves(right)}:
        return None
    for value in (1, 0):
        if agree(substitute(left, {name: value}), substitute(right, {name: value}), kept):
            return value
    return None


def whichever(left: Term, right: Term, index: str, facts: tuple[Term, ...]) -> bool:
    """Is it the index of an entry on one side, of data through which a Σ or Π runs on the other, and do the sides
    differ whichever of two entries is meant?

    >>> product = ("Product", "j", ("Range", 1, "n"), ("Indexed", "p", "j"))
    >>> whichever(product, ("Pow", ("Indexed", "p", "i"), "n"), "i", ())
    True
    >>> whichever(product, ("Mul", product, ("Pow", ("Indexed", "p", "i"), 0)), "i", ())
    False
    """
    whole, entry = (left, right) if index in free(right) else (right, left)
    data = {part[1] for part in subterms(entry) if is_a(part, "Indexed") and part[2] == index}
    ends = {end for end, names in _run_through(whole) if names & data}
    if len(ends) != 1:
        return False
    two: dict[str, Term] = {ends.pop(): 2}
    known = tuple(substitute(fact, two) for fact in facts if index not in free(fact))
    total = substitute(whole, two)
    first, second = (substitute(entry, {**two, index: place}) for place in (1, 2))
    return differ(total, first, (*known, ("Ne", total, second)), told=False) is not None


def _run_through(term: Term) -> Iterator[tuple[str, frozenset[str]]]:
    """For each Σ and Π from 1 to a size, that size and the data whose entries it takes."""
    for part in subterms(term):
        if is_a(part, "Sum", "Product") and is_a(part[2], "Range") and part[2][1] == 1 and isinstance(part[2][2], str):
            entries_ = (one for one in subterms(part[3]) if is_a(one, "Indexed") and one[2] == part[1])
            yield part[2][2], frozenset(one[1] for one in entries_)


def needed(left: Term, right: Term, facts: tuple[Term, ...], told: tuple[Term, ...]) -> str:
    """The words of a premise that texts leave unsaid, with which the two sides agree; "" where there is none. Of data
    whose range is told nothing else is supposed."""
    spoken = frozenset[str]().union(*map(free, told))
    for statements, words in premises((left, right), spoken):
        if agree(left, right, (*facts, *statements)) and not _differ(left, right, facts, statements):
            return words
    one, other = normalised((left, right))
    if (one, other) != (left, right) and agree(one, other, facts):
        return "that a mass function adds up to 1"
    return ""


def _differ(left: Term, right: Term, facts: tuple[Term, ...], statements: tuple[Term, ...]) -> bool:
    """Do the sides differ where a premise holds, of two data at least? Of one alone too much holds."""
    ranges = {part[2] for one in statements for part in subterms(one) if is_a(part, "Sum") and is_a(part[2], "Range")}
    several = tuple(sorted(("Le", 2, high) for _, low, high in ranges if low == 1 and isinstance(high, str)))
    return bool(several) and differ(left, right, (*facts, *statements, *several), told=False) is not None
