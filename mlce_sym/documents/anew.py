r"""A name that is said to be something else: a second model's likelihood, which the first one's does not refute.

>>> from mlce_sym.documents.walking import checked
>>> found = checked("First, $L(a) = a^2$. Instead we take $$L(a) = a^3.$$ So $$\\log L(a) = \\log a^3.$$")
>>> [link.verdict.status for link in found], found[1].verdict.reason
(['definition', 'definition', 'proved'], 'defined anew, for it is not what L is in line 1')
"""

from __future__ import annotations

from ..reading.readings import Reading
from ..terms.terms import CALLS, Term, compound, is_a
from .context import Context
from .links import DEFINITION, REFUTED, UNKNOWN, Verdict
from .meaning import Meaning, is_square, meaning_of
from .modulo import applied
from .roles import stem
from .wording import said_name


def anew(context: Context, verdict: Verdict, reading: Reading, line: int) -> tuple[Context, Verdict]:
    """Where an equation says of a defined name, or of a function at its own arguments, what that is not: a definition
    from here on. Whether it is meant, or is a slip, is not certain: it refutes nothing."""
    left, right = reading.terms
    known = next((one for one in context.unfolded(left)[1] if _is_head(left, one, context)), None)
    meaning = meaning_of(left, right, line, soft=True)
    differs = verdict.status == REFUTED or bool(verdict.warnings)
    if known is None or meaning is None:
        return context, verdict
    if not differs and verdict.status == UNKNOWN and reading.opaques.intersection(applied(right)):
        return context.defining(meaning), verdict  # it may be another one, of what is not understood
    if not differs:
        return context, verdict
    why = f"defined anew, for it is not what {said_name(known.name)} is in line {known.line}"
    return context.defining(meaning), Verdict(DEFINITION, why, warnings=verdict.warnings)


def _is_head(term: Term, known: Meaning, context: Context) -> bool:
    """Is it what an equation defines again: the name, or it of its own arguments, or of names without a meaning; not
    its value at a number, at what has been defined, or at an estimate?"""
    if isinstance(term, str) or not is_a(term, *CALLS):
        return term == known.name
    own = compound(known.pattern)[2:] if isinstance(known.pattern, tuple) else ()
    free_ = (one in own or is_a(one, "Indexed") or _is_open(one, context) for one in compound(term)[2:])
    return compound(term)[1] == known.name and all(free_)


def _is_open(argument: Term, context: Context) -> bool:
    name = argument[1] if is_square(argument) else argument
    return isinstance(name, str) and stem(name) == name and context.meaning(name) is None
