"""The verdict on a ∝ b, and on a = b + const.: equal up to what does not depend on the argument of the first side.

Each says the same as an equation: a ∝ b in x where a(x) b(z) = a(z) b(x); a = b + const. where a(x) - b(x) = a(z) -
b(z).

>>> from mlce_sym.documents.equations.meaning import meaning_of
>>> density = ("Mul", ("Pow", "lambda", -1), ("exp", ("Mul", -1, "x", ("Pow", "lambda", -1))))
>>> here = Context(meanings=(meaning_of(("Apply", "f", "x"), density),))
>>> kernel = Reading((("Apply", "f", "x"), ("exp", ("Mul", -1, "x", ("Pow", "lambda", -1)))))
>>> weaker((kernel,), here, "x", "∝").status
'proved'
>>> weaker((kernel,), here, "lambda", "∝").status
'refuted'
>>> up_to_constant(("Pow", "x", 2), ("Add", ("Pow", "x", 2), "c", "const"), "x")[1]
('Add', ('Add', ('Pow', 'x', 2), 'c'), ('Mul', -1, ('Add', ('Pow', 'x_1', 2), 'c')))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...certificate.names import every_name
from ...reading.walk.readings import Reading
from ...terms.terms import Term, children, compound, free, fresh, is_a, substitute
from ..equations import judging
from ..equations.links import PROVED, REFUTED, UNKNOWN, Verdict
from ..equations.meaning import meaning_of
from ..in_force.context import Context
from ..in_force.derivatives import Pair, at_point
from .doubts import refutable
from .identity import by_means, decided, is_meant, told
from .question import Question, in_force

PROPORTIONAL = "∝"
UP_TO = "up to a constant, and nothing above says what these functions are; what follows takes it as said"
CONSTANTS = frozenset(("const", "constant", "cst"))


def with_kernel(context: Context, reading: Reading, line: int) -> Context | None:
    """With what a density is up to a factor, where the text says nothing of it before, as p(θ|y) ∝ p(y|θ) p(θ)."""
    left, right = reading.terms
    if constant_in(right) is not None:  # log p(θ|y) = … + const.
        left, right = compound(left)[1] if is_a(left, "log") else 0, ("exp", without_constant(right))
    if not is_a(left, "Apply") or left[1] in reading.opaques or context.up_to_factors.unfolded(left)[1]:
        return None
    meaning = meaning_of(left, right, line)
    return None if meaning is None else replace(context, kernels=(*context.kernels, meaning))


def weaker(readings: tuple[Reading, ...], context: Context, argument: str | None, relation: str) -> Verdict:
    """The verdict in a reading that is meant if it holds there, or in all. `relation` is ∝, or = where there is a
    constant."""
    if argument is None:
        return Verdict(UNKNOWN, "up to a factor or constant, it is not said of what")
    found = [_in_reading(reading, context, argument, relation) for reading in readings]
    pairs = zip(readings, found, strict=True)
    sure = [verdict for one, verdict in pairs if verdict.status == PROVED and is_meant(one)]
    if sure and len(set(map(decided, readings))) == 1:
        return sure[0]
    if len({verdict.status for verdict in found}) == 1:
        return found[0]
    return Verdict(UNKNOWN, "two readings")


def _in_reading(reading: Reading, context: Context, argument: str, relation: str) -> Verdict:
    what = "factor" if relation == PROPORTIONAL else "constant"
    reason = f"up to a {what} that does not depend on {argument}"
    pair: Callable[[Term, Term, str], Pair] = proportional if relation == PROPORTIONAL else up_to_constant
    context = context.up_to_factors if relation == PROPORTIONAL else context
    left, right = (context.unfolded(at_point(term)) for term in reading.terms)
    one, other = pair(left[0], right[0], argument)
    used = tuple(dict.fromkeys((*left[1], *right[1])))
    question = Question(one, other, context.about(one, other), used, maybe=context.possibly(one, other))
    if not reading.unjudged:
        apart = judging.apart(one, other, (*question.facts, *question.maybe))
        if apart.status == REFUTED:
            found = refutable(question, apart)
            if found.status != REFUTED and (known := by_means(question, None)) is not None:
                return replace(known, reason=reason)
            return Verdict(found.status, f"{reason}: {found.reason}", found.conditions, found.counterexample)
    supposed = judging.unsaid((one, other), question.facts)
    answer = judging.proof(one, other, question.facts, supposed)
    return (
        Verdict(answer.status, reason, in_force(question, answer.conditions))
        if answer.status == PROVED
        else told(question, answer)
    )


def constant_in(term: Term) -> str | None:
    """The name of the constant that a term is meant up to."""
    return next((name for name in sorted(free(term)) if name in CONSTANTS), None)


def up_to_constant(left: Term, right: Term, variable: str) -> Pair:
    """That both sides, without `const.`, move alike with the variable."""
    sides = without_constant(left), without_constant(right)
    other = fresh(variable, every_name(left) | every_name(right))
    one, two = (("Add", side, ("Mul", -1, substitute(side, {variable: other}))) for side in sides)
    return one, two


def without_constant(term: Term) -> Term:
    if is_a(term, "Add"):
        kept = [part for part in term[1:] if not (isinstance(part, str) and part in CONSTANTS)]
        return kept[0] if len(kept) == 1 else ("Add", *kept) if kept else 0
    return 0 if isinstance(term, str) and term in CONSTANTS else term


def proportional(left: Term, right: Term, variable: str) -> Pair:
    """That the ratio of both sides is the same at all values of the variable."""
    other = fresh(variable, every_name(left) | every_name(right))
    there = [substitute(side, {variable: other}) for side in (left, right)]
    return ("Mul", left, there[1]), ("Mul", there[0], right)


def argument(term: Term) -> str | None:
    """The variable of which a side is a function: of p(θ|y) or log p(θ|y) it is θ."""
    if is_a(term, "Apply"):
        return next((part for part in term[2:] if isinstance(part, str)), None)
    return next((found for part in children(term) if (found := argument(part)) is not None), None)
