"""What is in force at a place of a document: definitions, facts, the names that have been seen.

>>> mean = ("Mul", ("Pow", "n", -1), ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i")))
>>> meaning = meaning_of("bar_y", mean)
>>> here = Context().defining(meaning)
>>> here.unfolded(("Mul", "n", "bar_y"))[0] == ("Mul", "n", mean)
True
>>> meaning_of(("Apply", "f", ("Indexed", "y", "i"), "t"), ("Add", ("Indexed", "y", "i"), "t")).value
('Lambda', ('y', 't'), ('Add', 'y', 't'))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..reading.scope import Scope
from ..terms.errors import MlceError
from ..terms.terms import (
    CALLS,
    NAMED_SETS,
    Term,
    compound,
    every_name,
    free,
    fresh,
    is_a,
    is_binder,
    lambda_of,
    rebuilt,
    substitute,
)
from ..terms.terms import children as parts_of

MOST_NODES = 4000


@dataclass(frozen=True)
class Meaning:
    """A name, and what it is by a definition: a term, or a Lambda; whether the definition is from a section before."""

    name: str
    value: Term
    line: int = 0
    old: bool = False


@dataclass(frozen=True)
class Fact:
    """A proposition that the text states, and where."""

    proposition: Term
    line: int = 0


@dataclass(frozen=True)
class Context:
    """Definitions and facts in the order in which they are stated. `forms` are what defined names were proved to be,
    `slope` is the last derivative that was worked out, `rows` are the equations above that are to be solved."""

    scope: Scope = field(default_factory=Scope)
    meanings: tuple[Meaning, ...] = ()
    facts: tuple[Fact, ...] = ()
    seen: frozenset[str] = frozenset()
    forms: tuple[Meaning, ...] = ()
    slope: Term | None = None
    rows: tuple[Term, ...] = ()

    def defining(self, meaning: Meaning) -> Context:
        """With a definition, which takes the place of another one of the name."""
        kept, forms = (tuple(one for one in some if one.name != meaning.name) for some in (self.meanings, self.forms))
        applied = {meaning.name} if is_a(meaning.value, "Lambda") else set()
        scope = replace(self.scope, functions=self.scope.functions | (applied - self.scope.vectors))
        return replace(self, scope=scope, meanings=(*kept, meaning), forms=forms)

    def knowing_form(self, form: Meaning) -> Context:
        """With another expression that a defined name was proved to be."""
        return replace(self, forms=(*(one for one in self.forms if one.name != form.name), form))

    def meaning(self, name: str) -> Meaning | None:
        return next((one for one in self.meanings if one.name == name), None)

    def knowing(self, propositions: Iterable[Term], line: int) -> Context:
        known = {fact.proposition for fact in self.facts}
        more = tuple(Fact(one, line) for one in dict.fromkeys(propositions) if one not in known)
        return replace(self, facts=(*self.facts, *more))

    def having_seen(self, *terms: Term) -> Context:
        return replace(self, seen=self.seen.union(*map(every_name, terms)))

    def in_new_section(self) -> Context:
        """Definitions of earlier sections may be used, but another one may take their place."""
        meanings, forms = (tuple(replace(one, old=True) for one in some) for some in (self.meanings, self.forms))
        scope = Scope(logistic=self.scope.logistic, functions=self.scope.functions)
        return replace(
            self, scope=scope, meanings=meanings, forms=forms, seen=frozenset(), facts=(), rows=(), slope=None
        )

    def unfolded(self, term: Term, forms: bool = False) -> tuple[Term, tuple[Meaning, ...]]:
        """The term with the definitions written out, and those that were; with `forms`, names are what they were last
        proved to be."""
        used: list[Meaning] = []
        proved = {one.name: one for one in self.forms} if forms else {}
        for defined in reversed(self.meanings):
            meaning = proved.get(defined.name, defined)
            if meaning.name not in free(term):
                continue
            try:
                written = substitute(term, {meaning.name: meaning.value})
            except MlceError:
                continue  # another number of arguments: not what was defined
            if _size(written) > MOST_NODES:
                break
            term = written
            used.append(meaning)
        return term, tuple(used)

    def about(self, *terms: Term) -> tuple[Term, ...]:
        """The facts that speak of names of the terms alone, unfolded."""
        names = frozenset[str]().union(*map(every_name, terms))
        found = (self.unfolded(fact.proposition)[0] for fact in self.facts)
        return tuple(dict.fromkeys(one for one in found if free(one) <= names))


def _size(term: Term) -> int:
    return 1 + sum(map(_size, parts_of(term)))


def meaning_of(left: Term, right: Term, line: int = 0) -> Meaning | None:
    """The definition that `left = right` is, if left is a name, or applied to names or entries, and right is without
    it."""
    if isinstance(left, str):
        is_name = left not in NAMED_SETS and left not in free(right)
        return Meaning(left, right, line) if is_name else None
    if not is_a(left, *CALLS) or left[1] in free(right):
        return None
    parameters: list[str] = []
    body = right
    for argument in compound(left)[2:]:
        name = _parameter(argument, body, parameters)
        if name is None:
            return None
        parameters.append(name)
        body = exchanged(body, argument, name)
    indices = {name for argument in compound(left)[2:] if is_a(argument, "Indexed") for name in free(argument)}
    left_over = (indices - set(parameters)) & free(body)
    return None if left_over else Meaning(left[1], lambda_of(tuple(parameters), body), line)


def _parameter(argument: Term, body: Term, taken: list[str]) -> str | None:
    """A name for an argument: its own, or the one of which it is an entry."""
    if isinstance(argument, str):
        return None if argument in taken else argument
    if is_a(argument, "Indexed") and all(isinstance(index, str) for index in argument[2:]):
        return fresh(argument[1], every_name(body) - {argument[1]} | set(taken))
    return None


def exchanged(term: Term, part: Term, by: Term) -> Term:
    """The term with another part wherever that part stands."""
    if term == part:
        return by
    if is_binder(term) and term[1] in free(part):
        return term
    return rebuilt(term, tuple(exchanged(child, part, by) for child in parts_of(term)))


__all__ = ["Context", "Fact", "Meaning", "exchanged", "meaning_of"]
