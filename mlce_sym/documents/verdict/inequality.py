"""The verdict on an inequality, in the ranges of its letters: it follows from what is said, or its contrary does.

That it fails at some values says little, for what a text supposes for an inequality is often said in words.

>>> from mlce_sym.reading.walk.readings import Reading
>>> reading = Reading((("Mul", -1, "n", ("Pow", "lambda", -2)), 0))
>>> verdict = inequality((reading,), Context(), "<")
>>> verdict.status, verdict.conditions
('proved', ('n ≥ 1 (a size)', 'λ > 0 (a rate or scale)'))
>>> inequality((reading,), Context(), ">").status
'refuted'
"""

from __future__ import annotations

from dataclasses import replace

from ...evaluate.outcomes import Difference
from ...reading.walk.partial import is_left_out
from ...reading.walk.readings import Reading
from ...terms.terms import Compound, Term
from ..equations.converging import implied
from ..equations.judging import NEEDED, NO_PROOF, unsaid
from ..equations.links import PROVED, REFUTED, UNKNOWN, Verdict
from ..equations.roles import Supposed
from ..equations.values import can_hold, failing, natural, undefined
from ..in_force.context import Context
from ..in_force.derivatives import at_point
from .doubts import entries
from .question import VALUE, Question, asked, in_force

HEADS = {"<": "Lt", "<=": "Le", "!=": "Ne"}
TURNED = {">": "<", ">=": "<="}


def inequality(readings: tuple[Reading, ...], context: Context, relation: str) -> Verdict:
    """The verdict in the first reading, if there is no other."""
    first, *others = readings
    if others:
        return Verdict(UNKNOWN, "it has several readings", readings=tuple("; ".join(one.doubts) for one in readings))
    left, right = map(at_point, first.terms)
    unjudged = first.unjudged
    if relation in TURNED:
        return inequality((replace(first, terms=(right, left)),), context, TURNED[relation])
    if relation not in HEADS:
        return Verdict(UNKNOWN, f"the relation {relation} is not judged")
    question = asked(left, right, context)
    statement: Compound = (HEADS[relation], question.left, question.right)
    supposed, known = _supposed(question)
    apart = None if unjudged or relation == "!=" else failing(statement, (*known, *question.maybe))
    if apart is not None and implied(_contrary(statement), known):
        return _refuted(question, apart)
    left_out = is_left_out(question.left, question.right, first.partial)
    values = tuple(Supposed(one, VALUE) for one in context.values_of_laws((question.left, question.right)))
    for more in ((), values):
        here = (*known, *(one.proposition for one in more))
        if not left_out and implied(statement, here) and not undefined((question.left, question.right), here):
            return Verdict(PROVED, "", in_force(question, (*supposed, *more)))
    if unjudged:
        return Verdict(UNKNOWN, f"{unjudged[0]}: it is read, but nothing is known of it here")
    return Verdict(UNKNOWN, NO_PROOF if apart is None else _fails(apart))


def _supposed(question: Question) -> tuple[tuple[Supposed, ...], tuple[Term, ...]]:
    """The roles of the letters, and that both sides are defined, where that can be; all that is known with these."""
    sides = question.left, question.right
    roles = unsaid(sides, question.facts)
    known = (*question.facts, *(one.proposition for one in roles))
    needed = natural(sides, known)
    if not needed or not can_hold((*known, *needed)):
        return roles, known
    return (*roles, *(Supposed(one, NEEDED) for one in needed)), (*known, *needed)


def _fails(apart: Difference) -> str:
    at = ", ".join(f"{name} = {value}" for name, value in entries(apart.values))
    return (
        f"it fails{' where ' * bool(at)}{at}, but a text may leave out when it holds, and its contrary does not follow"
    )


def _refuted(question: Question, apart: Difference) -> Verdict:
    if any(meaning.soft for meaning in question.used):
        return Verdict(
            UNKNOWN, "it does not agree with what is said above, of which it is not certain that it is meant"
        )
    return Verdict(REFUTED, "the contrary holds", in_force(question), dict(entries(apart.values)))


def _contrary(statement: Compound) -> Term:
    head, left, right = statement
    return ("Le" if head == "Lt" else "Lt", right, left)
