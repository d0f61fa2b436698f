"""The question that a link is: its two sides with the definitions written out, and what is in force for them.

>>> from mlce_sym.documents.equations.meaning import meaning_of
>>> question = asked("s", ("Add", "a", "b"), Context(meanings=(meaning_of("s", ("Add", "a", "b"), line=3),)))
>>> question.left, in_force(question)
(('Add', 'a', 'b'), ('s as in line 3',))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...certificate.names import every_name
from ...terms.terms import Term, children, compound, free, fresh, is_a, is_binder, rebuilt, substitute
from ..equations.links import BAR, BY, SOLVED, TOLD, USUAL
from ..equations.meaning import Meaning
from ..equations.mentions import subterms
from ..equations.parted import parted
from ..equations.roles import SIZE as A_SIZE
from ..equations.roles import Supposed
from ..equations.wording import said as written
from ..equations.wording import said_name as written_name
from ..in_force.context import Context
from ..in_force.derivatives import in_defined, is_slope, resolved
from ..in_force.followed import Followed, Laws
from ..in_force.laws import needed as values_needed
from ..in_force.laws import within_support, written_out
from ..in_force.moving import with_moving, with_running
from ..in_force.premises import sample_means, whole_means
from ..said.models import at_random, conditional

VALUE = "a value of the variable"


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
    (one, moved), (other, moving) = (with_moving(side, context) for side in within)
    (one, run), (other, running) = (with_running(side, context) for side in (one, other))
    (one, before), (other, earlier) = (in_defined(side, context) for side in (one, other))
    (one, first), (other, second) = (context.unfolded(side, forms) for side in (one, other))
    limits = tuple(fact for side in (one, other) for fact in values_needed(side, context.own_laws))
    averages = sample_means((one, other), context)
    one, other = substitute(one, averages), substitute(other, averages)
    (one, other), given_laws = conditional((one, other), context.conditionals)
    (one, some), (other, more) = (written_out(side, context.own_laws) for side in resolved(one, other))
    one, other = resolved(one, other)  # as d Var(X)/dp
    some = (*given_laws, *some)
    taken = free(one) | free(other)
    one, other = bound_apart(one, taken), bound_apart(other, taken)
    bars = whole_means((one, other), context)
    one, other = substitute(one, bars), substitute(other, bars)
    said = context.about(one, other)
    whole, (one, other) = (one, other), (parted(side, said) for side in (one, other))
    followed = (Meaning(law.variable, (), law.density, law.line, soft=not law.written) for law in (*some, *more))
    told_means = (
        *(Meaning(name, (), mean) for name, mean in bars.items()),
        *(Meaning(name, (), mean, soft=True) for name, mean in averages.items()),
    )
    used = tuple(
        dict.fromkeys((*moved, *moving, *run, *running, *before, *earlier, *first, *second, *followed, *told_means))
    )
    given = (fact for law in (*some, *more) for fact in law.given)
    said = said if whole != (one, other) else ()
    facts = tuple(dict.fromkeys((*said, *context.about(one, other), *given, *limits)))
    laws = tuple(dict.fromkeys((*some, *more)))
    return Question(one, other, facts, used, laws, limits, context.possibly(one, other), context.alone, context.since)


def by_entries_alone(left: Term, right: Term, context: Context) -> Iterator[Question]:
    """The question with z_k as a mere name, if all derivatives are taken in entries of z, and of what z is made nothing
    else speaks: what holds for all z holds of those that are defined, as z_k = w_k^T x."""
    slopes = (part for term in (left, right) for part in subterms(term) if is_slope(part))
    names = {str(one[1]) if is_a(one, "Indexed") else "" for one in map(_point, slopes)}
    known = context.meaning(names.pop()) if len(names) == 1 else None
    if known is not None:
        kept = (tuple(one for one in some if one.name != known.name) for some in (context.meanings, context.forms))
        meanings, forms = kept
        found = asked(left, right, replace(context, meanings=meanings, forms=forms))
        if not (free(known.body) - {*known.variables}) & (free(found.left) | free(found.right)):
            yield found


def _point(slope: Term) -> Term:
    """Where it is taken, or in what."""
    parts = compound(slope)
    return compound(parts[2])[2] if is_a(slope, "Derivative") else parts[-1]


def bound_apart(term: Term, taken: frozenset[str]) -> Term:
    """With other names for bound variables that are free elsewhere, as j of Σ_j in what is differentiated by z_j."""
    if is_binder(term) and term[0] != "Derivative" and term[1] in taken:
        other = fresh(term[1], every_name(term) | taken)
        term = (term[0], other, term[2], *(substitute(body, {term[1]: other}) for body in term[3:]))
    return rebuilt(term, tuple(bound_apart(part, taken) for part in children(term)))


def in_force(question: Question, supposed: Iterable[Supposed] = ()) -> tuple[str, ...]:
    """What is supposed for a verdict: what the text says, roles, needs, and the definitions that were used. That what
    counts observations is a whole number goes without saying."""
    facts = (f"{written(fact)} ({_source(fact, question)})" for fact in question.facts)
    more = (one for one in supposed if one.words != A_SIZE or not is_a(one.proposition, "Member"))
    meanings = (_said(one) for one in question.used)
    laws = map(_said_of, question.laws)
    return tuple(
        dict.fromkeys((*facts, *(f"{written(one.proposition)} ({one.words})" for one in more), *meanings, *laws))
    )


def _said_of(law: Followed) -> str:
    """What is said of a variable."""
    name = written_name(law.variable)
    if law.moments is None:
        return f"{name} has the density {written(law.density)}"
    mean, spread = law.moments
    return f"{name} has the mean {written(mean)}" + ("" if spread is None else f" and the variance {written(spread)}")


def _source(fact: Term, question: Question) -> str:
    if fact in question.limits:
        return VALUE
    needed_there = any(fact in law.given for law in question.laws)
    return "so that there is such a law" if needed_there else "from the text"


def _said(meaning: Meaning) -> str:
    if meaning.solved:
        return f"{written(('Eq', meaning.pattern, meaning.body))}{SOLVED}{meaning.line})"
    if not meaning.line:
        why = USUAL if is_a(meaning.pattern, "Apply") else f" ({BAR})" if meaning.soft else TOLD
        return f"{written(('Eq', meaning.pattern, meaning.body))}{why}"
    return f"{written_name(meaning.name)}{BY}{meaning.line}"
