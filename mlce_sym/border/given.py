"""What is assumed: hypotheses and definitions, and the atomic facts in them.

A definition is a conservative extension: a new name for a term, never a new assumption.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Basic, FiniteSet, Indexed, Integer, Interval, Lambda, Rational, S, Symbol
from sympy.core.function import AppliedUndef

from ..terms.caching import lru_cache
from ..terms.errors import Malformed
from .binding import Scope, apart, children, fresh, names, opened, substitute
from .nodes import Above, Below, Between, Different, ForAll, From, IndexRange, Le, Lt, Member, Near, Without


@dataclass(frozen=True)
class Definition:
    """left := right, where left is a variable, or a function or data vector of distinct variables."""

    left: Basic
    right: Basic

    @property
    def head(self) -> Any:
        return head_of(self.left)

    @property
    def names(self) -> frozenset[Any]:
        """The free names of its right side, besides the arguments."""
        return names(self.right) - frozenset(children(self.left))

    def arguments(self, term: Basic) -> dict[Any, Basic] | None:
        """What stands for the arguments in a term that has the shape of the left side."""
        if head_of(term) != self.head or len(children(term)) != len(children(self.left)):
            return None
        return dict(zip(children(self.left), children(term), strict=True))

    def instance(self, values: Mapping[Any, Basic]) -> Definition:
        """The definition with other names than the one it defines replaced."""
        parameters = children(self.left)
        if not parameters:
            return Definition(self.left, substitute(self.right, values))
        meaning = substitute(Lambda(parameters, self.right), values)
        assert isinstance(meaning, Lambda)
        return Definition(substitute(self.left, dict(zip(parameters, meaning.signature, strict=True))), meaning.expr)


def head_of(term: Basic) -> Any:
    if isinstance(term, AppliedUndef):
        return term.func
    return term.base if isinstance(term, Indexed) else term


@dataclass(frozen=True)
class Given:
    """Hypotheses (propositions) and definitions.

    Raises Malformed for a definition that is repeated, recursive or ill-formed.
    """

    hypotheses: tuple[Basic, ...] = ()
    definitions: tuple[Definition, ...] = ()

    def __post_init__(self) -> None:
        earlier: set[Any] = set()
        for definition in self.definitions:
            parameters = children(definition.left)
            if not isinstance(definition.left, (Symbol, Indexed, AppliedUndef)):
                raise Malformed(f"{definition.left} is no name, so it cannot be defined")
            if len(set(parameters)) != len(parameters) or not all(isinstance(p, Symbol) for p in parameters):
                raise Malformed(f"the definition of {definition.left} needs distinct variables as arguments")
            later = {d.head for d in self.definitions} - earlier
            if definition.head in earlier or names(definition.right) & later:
                raise Malformed(f"{definition.left} is defined twice, or by itself, or by what is defined later")
            earlier.add(definition.head)

    def under(self, variable: Symbol, domain: Basic) -> Given:
        """What is given inside a binder: the variable lies in the domain.

        What was said of an outer variable of that name is dropped, and the domain too, if it speaks of that one.
        """
        domain = domain.args[0] if isinstance(domain, Near) else domain
        kept = tuple(h for h in self.hypotheses if variable not in names(h))
        definitions = tuple(d for d in self.definitions if variable != d.head and variable not in d.names)
        lost = {d.head for d in self.definitions} - {d.head for d in definitions}
        if lost:
            kept = tuple(h for h in kept if not names(h) & lost)
            definitions = tuple(d for d in definitions if not names(d.right) & lost)
        known = () if variable in names(domain) else _inside(variable, domain)
        return Given((*kept, *known), definitions)

    def inside(self, scope: Scope) -> tuple[Given, Scope]:
        """What is given inside a binder, and the binder with a variable that no definition speaks of."""
        scope = apart(scope, defining(self))
        return self.under(scope.variable, scope.domain), scope

    def meaning(self, term: Basic) -> tuple[Basic, dict[Any, Basic]] | None:
        """The right side of a term's definition and what stands for the arguments in it, or None."""
        if not isinstance(term, (Symbol, Indexed, AppliedUndef)):
            return None
        found = ((d.right, values) for d in self.definitions if (values := d.arguments(term)) is not None)
        return next(found, None)

    def unfolded(self, term: Basic) -> Basic | None:
        """What a term is by its definition, or None."""
        meaning = self.meaning(term)
        return None if meaning is None else substitute(*meaning)


def _inside(variable: Symbol, domain: Basic) -> tuple[Basic, ...]:
    """That the variable lies in the domain."""
    if isinstance(domain, Between):
        return (Le(domain.args[0], variable), Le(variable, domain.args[1]))
    return (Member(variable, domain),)


@lru_cache(maxsize=600)
def defining(given: Given) -> frozenset[Any]:
    """The names that are defined, and those that they are defined by."""
    return frozenset(d.head for d in given.definitions).union(*(d.names for d in given.definitions))


MOST_MEMBERSHIPS = 3


@dataclass(frozen=True)
class Fact:
    """An atomic proposition that holds for all values of its variables in their domains, by one hypothesis."""

    variables: tuple[tuple[Symbol, Basic], ...]
    statement: Basic
    place: int = 0


def _spread(statement: Basic) -> Iterator[Basic]:
    """An atomic proposition and its plain consequences."""
    yield statement
    if not isinstance(statement, Member):
        return
    element, domain = statement.args
    if isinstance(domain, Interval):
        yield (Lt if domain.left_open else Le)(domain.start, element)
        yield (Lt if domain.right_open else Le)(element, domain.end)
    elif isinstance(domain, (Above, Below)):
        yield Lt(domain.args[0], element) if isinstance(domain, Above) else Lt(element, domain.args[0])
    elif isinstance(domain, From):
        yield from (Le(domain.args[0], element), Member(element, S.Integers))
    elif isinstance(domain, IndexRange):
        yield from (Le(domain.args[0], element), Le(element, domain.args[1]), Member(element, S.Integers))
    elif isinstance(domain, Without):
        yield Different(element, domain.args[1])
        yield from _spread(Member(element, domain.args[0]))
    elif isinstance(domain, FiniteSet) and all(isinstance(value, Rational) for value in domain.args):
        yield from (Le(min(domain), element), Le(element, max(domain)))
        if all(isinstance(value, Integer) for value in domain.args):
            yield Member(element, S.Integers)


def _facts_of(hypothesis: Basic, place: int, variables: tuple[tuple[Symbol, Basic], ...] = ()) -> Iterator[Fact]:
    if isinstance(hypothesis, ForAll):
        scope = opened(hypothesis)
        assert scope is not None
        taken = {variable for variable, _ in variables} | names(hypothesis)
        variable = fresh(scope.variable, taken | names(scope.bodies[0])) if scope.variable in taken else scope.variable
        body = substitute(scope.bodies[0], {scope.variable: variable})
        yield from _facts_of(body, place, (*variables, (variable, scope.domain)))
    else:
        yield from (Fact(variables, statement, place) for statement in _spread(hypothesis))


@lru_cache(maxsize=2000)
def facts(given: Given) -> tuple[Fact, ...]:
    return tuple(fact for place, hypothesis in enumerate(given.hypotheses) for fact in _facts_of(hypothesis, place))


@lru_cache(maxsize=2000)
def without(given: Given, place: int) -> Given:
    """What is given, but for one hypothesis; of the others "for all", only memberships are kept, and only a few."""
    others = [h for other, h in enumerate(given.hypotheses) if other != place]
    memberships = [h for h in others if isinstance(h, ForAll) and isinstance(innermost(h), Member)]
    kept = memberships if len(memberships) <= MOST_MEMBERSHIPS else []
    return Given(tuple(h for h in others if not isinstance(h, ForAll) or h in kept), given.definitions)


def innermost(statement: Basic) -> Basic:
    """What is said for all values of some variables."""
    return innermost(statement.bodies[0]) if isinstance(statement, ForAll) else statement
