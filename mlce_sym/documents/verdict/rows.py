"""Which equations of a document are to be solved, and what follows from them.

>>> from mlce_sym.documents.in_force.context import Context
>>> above = Context(rows=(("Eq", ("Mul", 2, "x"), 6),))
>>> row(above, "hat_x", 3, "", "").status
'follows'
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...certificate.names import renamed
from ...terms.terms import Term, compound, free, is_a, substitute
from ..equations.judging import Answer, independent
from ..equations.links import ASSUMPTION, BAR, FAILS, FOLLOWS, UNKNOWN, Verdict
from ..equations.meaning import is_square, meaning_of
from ..equations.mentions import applied, is_number
from ..equations.roles import Supposed, is_accented, stem
from ..equations.wording import said_name
from ..in_force.context import Context
from ..in_force.defining import defining
from ..in_force.derivatives import is_open, is_slope
from ..in_force.premises import means
from ..text.vocabulary import DEFINE, SOLVE
from .doubts import entries, needed
from .question import Question, bound_apart, in_force
from .solved import followed, renamed_for

FORMS = (None, True, False)  # of definitions: as they stand, with what is proved of them, as they are said
OF_ANOTHER = "the row above is of another unknown, and the text may mean another derivative"
ENTRY = 3  # parts of an entry with one index
GOES_ON = "and so"
SET_TO_ZERO = "the derivative above, set to zero"


def row(
    context: Context, left: Term, right: Term, said: str, words: str, seconds: float | None = None
) -> Verdict | None:
    """The verdict on an equation as a row of a solved one; None where it is none."""
    at_estimate = said == SOLVE and any(map(is_accented, free(left)))  # as in A'(η̂) = x̄
    if (is_slope(left) and right != 0 and (not at_estimate or is_open(left))) or _is_named(context, left, said):
        return None
    if not context.rows and context.slope is not None:
        if is_zero_row(left, right):
            return _set_to_zero(context, left, right, said, seconds)
        context = _all_set_to_zero(context) if said == SOLVE else context.without_rows()
    if said == SOLVE and is_zero_row(left, right) and _closing(context, ("Eq", left, right)):
        return Verdict(ASSUMPTION, "an equation to be solved")
    if not context.rows:
        return Verdict(ASSUMPTION, "an equation to be solved") if said == SOLVE and is_zero_row(left, right) else None
    if not _is_row(context, left, right, said, words):
        found = words == GOES_ON and _speaks_of_it(context, left, right) and from_rows(context, left, right, seconds)
        return found if found and found.status != UNKNOWN else None
    return from_rows(context, left, right, seconds)


def _is_named(context: Context, left: Term, said: str) -> bool:
    """Is it a new name that the text says to be something, as in "with N = …"?"""
    name = compound(left)[1] if is_a(left, "Indexed") else left
    return said == DEFINE and isinstance(name, str) and not is_accented(name) and name not in context.seen


def _all_set_to_zero(context: Context) -> Context:
    """With the last derivative set to zero, and those in other names before it, which may be meant, too."""
    return replace(_set(context), zeros=(*context.zeros, *_of_others(context)))


def _set(context: Context) -> Context:
    """With the last derivative set to zero as the row above."""
    assert context.slope is not None
    taken = next((variable for variable, slope in reversed(context.slopes) if slope == context.slope), "")
    return replace(context, rows=(("Eq", context.slope, 0),), taken=taken)


def _of_others(context: Context) -> tuple[Term, ...]:
    """Those derivatives before the last one that are taken in other names, set to zero."""
    own = {variable for variable, slope in context.slopes if slope == context.slope}
    return tuple(("Eq", slope, 0) for variable, slope in context.slopes if variable not in own)


def from_rows(context: Context, left: Term, right: Term, seconds: float | None = None) -> Verdict:
    """Does an equation follow from the rows above, or from another equation that was set to zero? It may be meant of
    these where there are several."""
    verdict = _followed(context, left, right, seconds)
    if verdict.status != FOLLOWS and (sums := _summed(context)):
        found = _followed(replace(context, rows=(*context.rows, *sums)), left, right, seconds)
        verdict = found if found.status == FOLLOWS else verdict
    others = [one for one in reversed(context.zeros) if one not in context.rows]
    if verdict.status == FOLLOWS or not others:
        return verdict
    for other in others:
        found = _followed(replace(context, rows=(other,)), left, right, seconds)
        if found.status == FOLLOWS:
            return found
    return verdict if verdict.status == UNKNOWN else Verdict(UNKNOWN, "it does not follow from the row above alone")


def _summed(context: Context) -> tuple[Term, ...]:
    """The rows such as π_k = n_k/λ, summed over k, where it is said what the π_k add up to."""
    totals = [
        one.proposition for one in context.facts if is_a(one.proposition, "Eq") and is_a(one.proposition[1], "Sum")
    ]
    found = []
    for row_ in (one for one in context.rows if is_a(one, "Eq") and is_a(one[1], "Indexed") and len(one[1]) == ENTRY):
        for _, whole, total in map(compound, totals):
            _, index, domain, entry = compound(whole)
            if entry == ("Indexed", row_[1][1], index) and isinstance(row_[1][2], str):
                found.append(("Eq", ("Sum", row_[1][2], domain, row_[2]), total))
    return tuple(found)


def is_zero_row(left: Term, right: Term) -> bool:
    """0 on one side, and on the other something with a name in it: what has none is true or false, and not solved."""
    return any(one == 0 and bool(free(other)) for one, other in ((left, right), (right, left)))


def _is_row(context: Context, left: Term, right: Term, said: str, words: str) -> bool:
    unknowns = {stem(name) for one in context.rows for name in free(one)}
    name = _unknown(left)
    solves = name is not None and context.meaning(name) is None and stem(name) in unknowns
    return solves or is_zero_row(left, right) or words == "so" or said == SOLVE


def _speaks_of_it(context: Context, left: Term, right: Term) -> bool:
    """Has an equation a name of the rows above?"""
    unknowns = {stem(name) for one in context.rows for name in free(one)}
    return any(stem(name) in unknowns for name in free(left) | free(right))


def _set_to_zero(context: Context, left: Term, right: Term, said: str, seconds: float | None) -> Verdict | None:
    """The derivative above set to zero, if this is it, as λ̂ or as λ."""
    assert context.slope is not None
    if _is_last(left, context):
        return Verdict(FOLLOWS, SET_TO_ZERO)
    verdict = _followed(_set(context), left, right, seconds)
    if verdict.status == FOLLOWS:
        return replace(verdict, reason=SET_TO_ZERO)
    return Verdict(ASSUMPTION, "an equation to be solved") if said == SOLVE else None


def _is_last(left: Term, context: Context) -> bool:
    """Is it the derivative above, or that at estimates, ∂ℓ(μ̂, σ̂²)/∂σ²?"""
    last = context.derivative
    if last is None or left == last or not (is_slope(left) and is_a(left, "Apply") and is_a(last, "Derivative")):
        return left == last
    _, moving, (_, _, point), body = last
    by = ("derivative_by_square", point[1]) if is_square(point) else ("derivative", point)
    here = renamed_for(left[2], 0, ("Eq", substitute(body, {moving: point}), 0))
    return here == ("Eq", left[2], 0) and (left[1], left[3]) == by


def zero_of_slope(context: Context, left: Term, right: Term, said: str) -> tuple[Context, Verdict | None]:
    """The verdict on the end of a chain such as "f′(x) = 2 x = 0", if what was worked out is set to zero there."""
    fresh = context.without_rows()
    verdict = None if context.slope is None else row(fresh, left, right, said, "")
    if verdict is None or verdict.status != FOLLOWS:
        return context, None
    return after(fresh, left, right, verdict, said), verdict


def _followed(context: Context, left: Term, right: Term, seconds: float | None) -> Verdict:
    """First as it is written, then with the definitions written out; that it fails is said of the latter."""
    answer = Answer(UNKNOWN)
    said: tuple[Supposed, ...] = ()
    tried = dict.fromkeys(_unfolded(context, left, right, how) for how in reversed(FORMS))
    for rows, sides, facts, question in reversed(tried):
        answer, said = followed(rows, *sides, facts, seconds), ()
        if answer.status != FOLLOWS and (bars := means((*sides, *rows))):
            values = {str(bar[1]): bar[2] for bar in map(compound, bars)}
            rows = tuple(substitute(one, values) for one in rows)
            sides = substitute(sides[0], values), substitute(sides[1], values)
            answer, said = followed(rows, *sides, facts, seconds), tuple(Supposed(bar, BAR) for bar in bars)
        if answer.status == FOLLOWS:
            conditions = independent((*said, *answer.conditions), question.facts)
            return Verdict(FOLLOWS, answer.reason, in_force(question, conditions))
    if answer.status != FAILS or answer.difference is None:
        return Verdict(UNKNOWN, answer.reason)
    names = frozenset[str]().union(*(free(renamed_for(sides[0], sides[1], one)) for one in rows))
    strangers = sorted((free(sides[0]) | free(sides[1])) - names)
    if strangers:
        return Verdict(UNKNOWN, f"{', '.join(strangers)} is not in the row above")
    hidden = sorted({name for one in rows for name in applied(one)} - {*applied(sides[0]), *applied(sides[1])})
    if hidden:
        return Verdict(UNKNOWN, f"nothing above says what {said_name(hidden[0])} is, of which the row above speaks")
    if _is_of_another(context, left):
        return Verdict(UNKNOWN, OF_ANOTHER)
    known = (*facts, *(one.proposition for one in answer.conditions), *rows)
    if context.gap:
        return Verdict(
            UNKNOWN, f"it does not follow from the rows above alone, and line {context.gap} is not understood"
        )
    premise = needed(sides[0], sides[1], known, facts)
    if premise:
        return Verdict(UNKNOWN, f"it needs {premise}, which the text does not say")
    maybe = context.possibly(*sides, *rows)
    if maybe and followed(rows, *sides, (*facts, *maybe), seconds).status != FAILS:
        return Verdict(UNKNOWN, "it fails at some values, at which what the text says elsewhere does not hold")
    apart = answer.difference
    return Verdict(FAILS, answer.reason, in_force(question), dict(entries(apart.values)), (apart.left, apart.right))


def _is_of_another(context: Context, left: Term) -> bool:
    """Is it said of another unknown than the one in which the derivative was taken that is set to zero?"""
    name = _unknown(left)
    return bool(context.taken) and name is not None and stem(name) not in map(stem, re.findall(r"\w+", context.taken))


def _unknown(left: Term) -> str | None:
    """The name for which a row is solved, as x, x_i or x²; None where it is solved for none."""
    name = compound(left)[1] if is_square(left) or is_a(left, "Indexed") else left
    return name if isinstance(name, str) else None


def _unfolded(
    context: Context, left: Term, right: Term, forms: bool | None
) -> tuple[tuple[Term, ...], tuple[Term, Term], tuple[Term, ...], Question]:
    """The rows, the sides and the facts; with the definitions written out, unless `forms` is None."""
    if forms is None:
        facts = tuple(fact.proposition for fact in context.facts)
        rows, sides = context.rows, (left, right)
        names = frozenset[str]().union(*map(free, (*rows, *sides)))
        facts = tuple(one for one in facts if free(one) <= names)
        return rows, sides, facts, Question(left, right, facts)
    for solved in (one.name for one in context.meanings if one.solved and stem(one.name) in map(stem, free(left))):
        context = context.forgetting(solved)  # the row that it solves says nothing of it once it is written out there
    at = (_at_estimates(context, left, right, one) for one in context.rows)
    rows = tuple(context.unfolded(one, forms)[0] for one in at)
    (one, first), (other, second) = (context.unfolded(side, forms) for side in (left, right))
    taken = free(one) | free(other)
    one, other, *rows_ = (bound_apart(term, taken) for term in (one, other, *rows))
    rows = tuple(rows_)
    facts = context.about(one, other, *rows)
    return rows, (one, other), facts, Question(one, other, facts, tuple(dict.fromkeys((*first, *second))))


def _at_estimates(context: Context, left: Term, right: Term, row_: Term) -> Term:
    """A row at what other unknowns in it were solved for: at α̂, where α̂ is known, and α is not."""
    solved = {stem(one.name): one.name for one in context.meanings if one.solved and is_accented(one.name)}
    known = {name: at for name, at in solved.items() if name in free(row_) and context.meaning(name) is None}
    return renamed(renamed_for(left, right, row_), known) if known else row_


def ended(context: Context, first: Term, last: Term) -> Context:
    """With a chain such as 1 = Σ_k n_k/λ = n/λ, which has been proved, as a row: it gives the unknown λ, too."""
    unknowns = frozenset[str]().union(*map(free, context.rows))
    one, other = (first, last) if is_number(first) else (last, first)
    is_row = is_number(one) and one != 0 and not is_number(other) and free(other) & unknowns
    return replace(context, rows=(*context.rows, ("Eq", one, other))) if is_row else context


def after(context: Context, left: Term, right: Term, verdict: Verdict, said: str) -> Context:
    """What is in force after a row: it may be solved further, and what solves it is a name for the solution."""
    equation: Term = ("Eq", left, right)
    if verdict.status == FOLLOWS and not context.rows and context.slope is not None:
        context = _unknown_again(_set(context))
    if (
        verdict.status == FOLLOWS
        and (isinstance(left, str) or is_a(left, "Indexed"))
        and (meaning := meaning_of(left, right)) is not None
    ):
        itself = not is_accented(meaning.name) and any(meaning.name in free(one) for one in context.rows)
        context = defining(context, replace(meaning, soft=itself, solved=True))
    fresh = said == SOLVE and verdict.status == ASSUMPTION
    if fresh and (names := _closing(context, equation)):
        context = replace(_without_solved(context, names), zeros=())
    gap = 0 if fresh else context.gap
    if verdict.reason == SET_TO_ZERO:  # and what was worked out before it may be meant, too
        context = replace(context, zeros=(*context.zeros, *_of_others(context)))
    if _is_last(left, context) and verdict.reason == SET_TO_ZERO:  # which says no more than the row that is there
        return replace(context, slopes=(), gap=gap)
    zeros = (*context.zeros, equation) if is_zero_row(left, right) else context.zeros
    return replace(context, rows=(equation,) if fresh else (*context.rows, equation), zeros=zeros, slopes=(), gap=gap)


def _unknown_again(context: Context) -> Context:
    """Without what the name is in which a derivative is set to zero, where another one was before."""
    solved = {one.name for one in context.meanings if one.solved and stem(one.name) == stem(context.taken)}
    is_another = context.taken and solved and not {*context.rows} & {*context.zeros}
    return replace(_without_solved(context, frozenset(solved)), zeros=()) if is_another else context


def _closing(context: Context, equation: Term) -> frozenset[str]:
    """The solved names by which nothing is left in an equation that is to be solved: they are unknown again."""
    solved = tuple(one for one in context.meanings if one.solved)
    left = replace(context, meanings=solved, forms=()).unfolded(equation)[0]
    return frozenset() if free(left) else frozenset(one.name for one in solved if one.name in free(equation))


def _without_solved(context: Context, names: frozenset[str]) -> Context:
    return replace(context, meanings=tuple(one for one in context.meanings if not (one.solved and one.name in names)))


def of_new_function(context: Context, left: Term) -> Context:
    """Without the rows, what they were solved for, and what was set to zero, where a function of that is defined after
    them: what is solved from here on is another equation."""
    arguments = {one for one in compound(left)[2:] if isinstance(one, str)} if is_a(left, "Apply") else set[str]()
    unknowns = frozenset[str]().union(*map(free, (*context.rows, *context.zeros)))
    if not arguments & (unknowns | {one.name for one in context.meanings if one.solved}):
        return context
    context = _without_solved(context.without_rows(), frozenset(arguments))
    return replace(context, zeros=(), slopes=(), slope=None, derivative=None)
