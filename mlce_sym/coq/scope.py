"""What is known at a place of a proof: hypotheses under their Coq names, and what is given to the entailment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..logic.given import Definition, Given, assumed, supposing, under
from ..terms.terms import (
    CALLS,
    Compound,
    Term,
    alpha,
    children,
    compound,
    free,
    fresh,
    is_a,
    lambda_of,
    rebuilt,
    substitute,
)
from .terms import guarded

Values = Mapping[str, Term]


@dataclass(frozen=True)
class Scope:
    """`named` are the hypotheses with their Coq names, `taken` all names that may not be given again."""

    given: Given
    named: tuple[tuple[str, Term], ...]
    taken: frozenset[str]

    def fresh(self, wanted: str) -> str:
        return fresh(wanted, self.taken)

    def name_of(self, prop: Term) -> str | None:
        """The Coq name of a hypothesis that states the proposition, as it stands or with definitions unfolded."""
        return self._named(alpha, prop) or self._named(self._plain, prop)

    def _named(self, form: Callable[[Term], Term], prop: Term) -> str | None:
        key = form(prop)
        return next((name for name, known in self.named if form(known) == key), None)

    def _plain(self, prop: Term) -> Term:
        return alpha(unfolded(self.given, prop))

    def known(self, name: str, prop: Term) -> Scope:
        """The scope with one more named fact."""
        return replace(self, named=(*self.named, (name, prop)), taken=self.taken | {name})

    def supposing(self, prop: Term | None) -> tuple[Scope, str]:
        """The scope in a case, and the name of what holds there."""
        assert prop is not None  # cases of which Coq lacks the opposite are said to be uncertified
        name = self.fresh("case_in")
        return replace(self.known(name, prop), given=supposing(self.given, prop)), name

    def under(self, variable: str, domain: Term) -> tuple[Scope, str, str]:
        """The scope inside a binder, a free name for its variable, and the name of `variable in domain`."""
        own = fresh("k" if variable.startswith("#") else variable, self.taken)  # algebra's names are none
        taken = self.taken | {own}
        member = fresh(f"{own}_in", taken)
        inside = under(self.given, own, domain)
        return Scope(inside, (*self.named, (member, ("Member", own, values_of(domain)))), taken | {member}), own, member


def values_of(domain: Term) -> Term:
    """The set where the variable of a binder runs: a derivative names its point, too. `Between`, which is no set in a
    certificate, is one in Coq."""
    return domain[1] if is_a(domain, "Near") else domain


# Definitions


def instance(definition: Definition, arguments: Sequence[Term]) -> Term:
    """What a definition gives for these arguments, as Coq unfolds it."""
    return substitute(
        definition.right, held(dict(zip(definition.parameters, arguments, strict=True)), (definition.right,))
    )


def unfolded_once(given: Given, term: Term) -> Term | None:
    """What a name, or an application, stands for by its definition, or None."""
    name = term if type(term) is str else term[1] if is_a(term, *CALLS) else None
    definition = None if name is None else given.defined(name)
    return None if definition is None else instance(definition, children(term) if definition.parameters else ())


def unfolded(given: Given, term: Term) -> Term:
    """The term with every definition unfolded, as Coq does it."""
    return _unfolded(Given((), given.definitions), term)


@lru_cache(maxsize=2000)
def _unfolded(given: Given, term: Term) -> Term:
    if free(term).isdisjoint([definition.name for definition in given.definitions]):
        return term
    body = unfolded_once(given, term)
    if body is not None:
        return guarded(_unfolded(given, body))
    return rebuilt(term, [_unfolded(given, part) for part in children(term)])


def unfolded_scope(scope: Scope) -> Scope:
    """The scope with every definition unfolded in all that is known."""
    hypotheses = tuple(unfolded(scope.given, hypothesis) for hypothesis in scope.given.hypotheses)
    named = tuple((name, unfolded(scope.given, known)) for name, known in scope.named)
    return replace(scope, given=assumed(hypotheses, ()), named=named)


def meaning_with(given: Given, definitions: Iterable[Definition], values: Values) -> Given:
    """What is given, where the names that an earlier theorem defines mean what they mean there, for these values."""
    own = tuple(Definition(d.head, d.name, d.parameters, _body(d, values)) for d in definitions)
    names = {d.name for d in own}
    return Given(given.hypotheses, (*own, *(d for d in given.definitions if d.name not in names)))


def _body(definition: Definition, values: Values) -> Term:
    if not definition.parameters:
        return substitute(definition.right, values)
    _, parameters, body = compound(substitute(definition.meaning, values))
    return substitute(body, dict(zip(parameters, definition.parameters, strict=True)))


def held(values: Values, terms: Iterable[Term]) -> dict[str, Term]:
    """Values for the names in terms, each written as Coq writes the argument of a function: Rpower a 2 is no a ^ 2."""
    exponents = {power[2] for term in terms for power in _powers(term) if type(power[2]) is str}
    return {name: _held(value, name in exponents) for name, value in values.items()}


def _held(value: Term, exponent: bool) -> Term:
    if is_a(value, "Lambda"):
        return lambda_of(value[1], guarded(value[2]))
    return ("Add", value) if exponent and type(value) is int else guarded(value)


def _powers(term: Term) -> Iterator[Compound]:
    if is_a(term, "Pow"):
        yield term
    for part in children(term):
        yield from _powers(part)
