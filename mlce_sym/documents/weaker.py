"""The verdict on a ∝ b, and on a = b + const.: equal up to what does not depend on the argument of the first side.

>>> from mlce_sym.documents.meaning import meaning_of
>>> density = ("Mul", ("Pow", "lambda", -1), ("exp", ("Mul", -1, "x", ("Pow", "lambda", -1))))
>>> here = Context().defining(meaning_of(("Apply", "f", "x"), density))
>>> kernel = Reading((("Apply", "f", "x"), ("exp", ("Mul", -1, "x", ("Pow", "lambda", -1)))))
>>> weaker((kernel,), here, "x", "∝").status
'proved'
>>> weaker((kernel,), here, "lambda", "∝").status
'refuted'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..reading.readings import Reading
from ..terms.terms import Term, compound, is_a
from . import judging
from .context import Context
from .doubts import refutable
from .identity import at_point, by_means, decided, is_meant, told
from .links import PROVED, REFUTED, UNKNOWN, Verdict
from .meaning import meaning_of
from .modulo import Pair, constant_in, proportional, up_to_constant, without_constant
from .question import Question, in_force

PROPORTIONAL = "∝"
UP_TO = "up to a constant, and nothing above says what these functions are; what follows takes it as said"


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
