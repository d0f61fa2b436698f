"""What is declared of a function as lemmas of the libraries, which have their names from the function's.

The first bound of |x| is the lemma `abs_bound_1`, its second sign `abs_sign_2`; that it is an integer where x is one,
`abs_whole`. That tanh x has the sign of x is `tanh_like`, that max(x, y) = max(y, x) `max_symmetric`.

>>> print(statement(FUNCTIONS["abs"], lemmas_of(FUNCTIONS["abs"])[1]))
Lemma abs_sign_2 : forall (x : R),
  x <> 0 ->
  0 < Rabs x.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..functions import FUNCTIONS, Function
from ..logic.entailment import holds, sign
from ..logic.given import at_arguments
from ..logic.signs import NEGATIVE, NONNEGATIVE, NONZERO, POSITIVE, ZERO, mirrored
from ..terms.terms import Compound, Term, children, is_a
from .scope import Scope
from .scripts import Script, asserted, block, blocks
from .terms import ORDER, argument, written

Prove = Callable[[Scope, Term], Script]
TURNED = {"KroneckerDelta": "delta_symmetric"}
TURNED |= {name: f"{name}_symmetric" for name, f in FUNCTIONS.items() if f.symmetric and f.coq}
# What follows from a sign of what a function is like, by which lemma.
LIKE = {
    "like_positive": POSITIVE,
    "like_negative": NEGATIVE,
    "like_zero": ZERO,
    "like_nonnegative": NONNEGATIVE,
    "like_nonpositive": mirrored(NONNEGATIVE),
    "like_nonzero": NONZERO,
}


@dataclass(frozen=True)
class Lemma:
    """What holds of the parameters of a function where the conditions hold."""

    name: str
    conditions: tuple[Term, ...]
    claim: Term


def lemmas_of(declared: Function) -> tuple[Lemma, ...]:
    """All that is declared of a function: its signs, its bounds, and the rest."""
    return (*signs_of(declared), *bounds_of(declared), *_others(declared))


def signs_of(declared: Function) -> tuple[Lemma, ...]:
    return tuple(
        Lemma(f"{declared.name}_sign_{k}", (*declared.where, *fact.conditions), (fact.kind, 0, declared.applied))
        for k, fact in enumerate(declared.signs, 1)
    )


def bounds_of(declared: Function) -> tuple[Lemma, ...]:
    bounds = enumerate(declared.bounds, 1)
    return tuple(Lemma(f"{declared.name}_bound_{k}", declared.where, bound) for k, bound in bounds)


def _others(declared: Function) -> Iterator[Lemma]:
    name, applied = declared.name, declared.applied
    if declared.like is not None:
        yield Lemma(f"{name}_like", declared.where, ("SameSign", declared.like, applied))
    if declared.whole is not None:
        yield _whole(declared)
    if declared.symmetric:
        yield Lemma(f"{name}_symmetric", declared.where, ("Eq", applied, _turned(applied)))


def _whole(declared: Function) -> Lemma:
    conditions = (*declared.where, *(declared.whole or ()))
    return Lemma(f"{declared.name}_whole", conditions, ("Member", declared.applied, "Integers"))


def _turned(term: Compound) -> Term:
    return (term[0], *reversed(term[1:]))


def statement(declared: Function, lemma: Lemma) -> str:
    """The lemma as it must stand in the library."""
    head = f"Lemma {lemma.name} : forall ({' '.join(declared.parameters)} : R),"
    suppositions = [f"  {written(condition, ORDER)} ->" for condition in lemma.conditions]
    return "\n".join([head, *suppositions, f"  {written(lemma.claim)}."])


# What scripts say of an application


def of_signs(prove: Prove, scope: Scope, term: Compound) -> Script:
    """The signs that are declared of an application, where what they suppose is shown."""
    declared = FUNCTIONS[term[0]]
    known = (line for lemma in signs_of(declared) for line in _shown(prove, scope, term, lemma))
    return [*known, *(_of_like(prove, scope, term) if declared.like is not None else ())]


def of_bounds(prove: Prove, scope: Scope, term: Compound) -> Script:
    """The bounds that are declared of an application."""
    return [line for lemma in bounds_of(FUNCTIONS[term[0]]) for line in _shown(prove, scope, term, lemma)]


def whatever_is_given(term: Compound) -> Script:
    """The signs and bounds of an application that suppose nothing."""
    declared = FUNCTIONS[term[0]]
    found = (lemma for lemma in (*signs_of(declared), *bounds_of(declared)) if not lemma.conditions)
    return [_at_arguments(term, lemma) for lemma in found]


def of_integers(prove: Prove, scope: Scope, term: Compound) -> Script:
    """That an application is an integer, where that is so."""
    declared = FUNCTIONS[term[0]]
    return [] if declared.whole is None else list(_shown(prove, scope, term, _whole(declared)))


def turned(term: Term) -> tuple[Term, str] | None:
    """The term with its arguments exchanged, and the lemma that says that both are equal, if they are."""
    return (_turned(term), TURNED[term[0]]) if is_a(term, *TURNED) else None


def _shown(prove: Prove, scope: Scope, term: Term, lemma: Lemma) -> Script:
    conditions = at_arguments(term, lemma.conditions)
    if not all(holds(scope.given, condition) for condition in conditions):
        return []
    if not conditions:
        return [_at_arguments(term, lemma)]
    scripts = [prove(scope, condition) for condition in conditions]
    (claim,) = at_arguments(term, (lemma.claim,))
    return asserted(claim, [f"apply {lemma.name}.", *(blocks(scripts) if len(scripts) > 1 else scripts[0])])


def _at_arguments(term: Term, lemma: Lemma) -> str:
    return f"pose proof ({' '.join([lemma.name, *map(argument, children(term))])})."


def _of_like(prove: Prove, scope: Scope, term: Compound) -> Script:
    (like,) = at_arguments(term, (FUNCTIONS[term[0]].like,))
    signs = sign(scope.given, like)
    lemma = next((name for name, stated in LIKE.items() if signs <= stated), None)
    if lemma is None:
        return []
    conditions = at_arguments(term, FUNCTIONS[term[0]].where)
    same = [f"apply {term[0]}_like.", *(line for condition in conditions for line in block(prove(scope, condition)))]
    scripts = [same, prove(scope, _as_sign(lemma, like))]
    return asserted(_as_sign(lemma, term), [f"apply ({lemma} {argument(like)}).", *blocks(scripts)])


def _as_sign(lemma: str, term: Term) -> Term:
    if LIKE[lemma] <= NONNEGATIVE and LIKE[lemma] != ZERO:
        return ("Lt" if LIKE[lemma] == POSITIVE else "Le", 0, term)
    return ({NEGATIVE: "Lt", ZERO: "Eq", NONZERO: "Ne"}.get(LIKE[lemma], "Le"), term, 0)
