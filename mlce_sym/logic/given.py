"""What is assumed: hypotheses and definitions, the atomic facts in them, and what is left of them under a binder.

>>> given = assumed((("ForAll", "i", ("Range", 1, "n"), ("Member", ("Indexed", "y", "i"), ("Finite", 0, 2))),), ())
>>> for fact in given.facts[1:]:
...     print(fact.variables, fact.statement)
(('i', ('Range', 1, 'n')),) ('Member', ('Indexed', 'y', 'i'), 'Integers')
(('i', ('Range', 1, 'n')),) ('Le', 0, ('Indexed', 'y', 'i'))
(('i', ('Range', 1, 'n')),) ('Le', ('Indexed', 'y', 'i'), 2)
>>> under(given, "n", "Reals").facts
(Fact(variables=(), statement=('Member', 'n', 'Reals')),)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeAlias

from ..functions import FUNCTIONS
from ..terms.caching import lru_cache
from ..terms.errors import TooLarge
from ..terms.terms import (
    CALLS,
    Compound,
    Names,
    Term,
    applied,
    children,
    compound,
    free,
    fresh,
    is_a,
    is_binder,
    number,
    substitute,
    written,
)
from .algebra import canonical

Size: TypeAlias = tuple[int, ...]
MOST_UNFOLDED = 20_000
UNREADABLE = (TooLarge, ZeroDivisionError)  # what algebra raises


@dataclass(frozen=True)
class Definition:
    """name := right, or name(parameters) := right; `head` is Apply or Indexed, and "" for a variable."""

    head: str
    name: str
    parameters: tuple[str, ...]
    right: Term

    @cached_property
    def meaning(self) -> Term:
        """The right side, as a Lambda where there are parameters."""
        return ("Lambda", self.parameters, self.right) if self.parameters else self.right

    @property
    def left(self) -> Term:
        return (self.head, self.name, *self.parameters) if self.parameters else self.name

    def unfolded(self, term: Term) -> Term | None:
        """What a term is by the definition, or None."""
        if not self.parameters:
            return self.right if term == self.name else None
        if is_a(term, self.head) and term[1] == self.name and len(term) - 2 == len(self.parameters):
            return applied(self.meaning, term[2:])
        return None


@dataclass(frozen=True)
class Fact:
    """An atomic proposition that holds for all values of its variables in their domains."""

    variables: tuple[tuple[str, Term], ...]
    statement: Term


@dataclass(frozen=True)
class Given:
    """Hypotheses and definitions; `assumed` keeps those that were made last, with what was worked out of them."""

    hypotheses: tuple[Term, ...]
    definitions: tuple[Definition, ...]

    def __reduce__(self) -> Any:
        return assumed, (self.hypotheses, self.definitions)  # a hash is good for one process

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Worked out once: what is given is a key of every cache of the logic."""
        return hash((self.hypotheses, self.definitions))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for hypothesis in self.hypotheses for fact in facts_of(hypothesis))

    @cached_property
    def names(self) -> Names:
        """Every name that something given is about."""
        meanings = (d.meaning for d in self.definitions)
        return frozenset(d.name for d in self.definitions).union(*map(free, self.hypotheses), *map(free, meanings))

    @cached_property
    def stated(self) -> frozenset[Term]:
        """The hypotheses, word for word up to algebra."""
        return frozenset(key for h in self.hypotheses if (key := readable(h)) is not None)

    def defined(self, name: str) -> Definition | None:
        return next((d for d in self.definitions if d.name == name), None)

    @cached_property
    def unfolded_sizes(self) -> Mapping[str, Size]:
        """The nodes of each definition, all others unfolded, its parameters apart, and how often each of them occurs.
        Raises TooLarge where one reaches itself."""
        sizes: dict[str, Size] = {}
        waiting = list(self.definitions)
        while waiting:
            names = {d.name for d in waiting}
            ready = [d for d in waiting if not free(d.meaning) & names]
            if not ready:
                raise TooLarge(f"the definition of {min(names)} reaches itself")
            for d in ready:
                none: dict[Term, int] = dict.fromkeys(("", *d.parameters), 0)
                sizes[d.name] = tuple(_size(d.right, sizes, {**none, name: 1}) for name in none)
            waiting = [d for d in waiting if d not in ready]
        return sizes

    def unfolded(self, term: Term) -> Term | None:
        """What a variable, entry or application is by its definition, or None."""
        definition = self.defined(term if type(term) is str else term[1] if is_a(term, *CALLS) else "")
        return None if definition is None else definition.unfolded(term)


def readable(term: Term) -> Term | None:
    """The canonical term, or None where algebra cannot give one."""
    try:
        return canonical(term)
    except UNREADABLE:
        return None


def at_arguments(term: Term, declared: tuple[Any, ...]) -> tuple[Any, ...]:
    """What is declared of a function, of its arguments in this application."""
    head, *parts = compound(term)
    values = dict(zip(FUNCTIONS[head].parameters, parts, strict=True))
    return tuple(substitute(item, values) for item in declared)


def _size(term: Term, sizes: Mapping[str, Size], counted: Mapping[Term, int]) -> int:
    """The nodes of a term with definitions unfolded, each as often as it is `counted`, by its name or as any other one
    (""); whatever is above the limit is as good as the limit."""
    if type(term) is not tuple and (term in counted or term not in sizes):
        return counted.get(term, counted[""])
    parts = [_size(part, sizes, counted) for part in children(term)]
    name = term if type(term) is str else term[1] if is_a(term, *CALLS) else ""
    own, *each = sizes.get(name, (1, *[1] * len(parts)))
    return min(
        own * counted[""] + sum(times * part for times, part in zip(each, parts, strict=False)), MOST_UNFOLDED + 1
    )


@lru_cache(maxsize=600)
def check_size(given: Given, term: Term) -> None:
    """Raises TooLarge for a term that would be too large with all definitions unfolded, without unfolding them."""
    sizes = given.unfolded_sizes
    if not sizes.keys().isdisjoint(free(term)) and _size(term, sizes, {"": 1}) > MOST_UNFOLDED:
        raise TooLarge("too large a term, when definitions are unfolded")


@lru_cache(maxsize=1000)
def assumed(hypotheses: tuple[Term, ...], definitions: tuple[Definition, ...]) -> Given:
    return Given(hypotheses, definitions)


@lru_cache(maxsize=600)
def under(given: Given, variable: str, domain: Term) -> Given:
    """What is given inside a binder: its variable lies in its domain (a variable of that name in the domain is another
    one); what was said of another variable of that name, and a definition by it or of it, is dropped."""
    domain = domain[1] if is_a(domain, "Near") else domain
    kept = tuple(h for h in given.hypotheses if variable not in free(h))
    definitions = tuple(d for d in given.definitions if variable != d.name and variable not in free(d.meaning))
    own = ends_of(variable, domain) if is_a(domain, "Between") else (("Member", variable, domain),)
    return assumed((*kept, *(() if variable in free(domain) else own)), definitions)


def ends_of(element: Term, domain: Term) -> tuple[Term, ...]:
    """What membership says of an element by the ends of an interval or a range; of other sets nothing."""
    head, *ends = domain if type(domain) is tuple else ("",)
    whole: tuple[Term, ...] = (("Member", element, "Integers"),) if head in ("From", "Range") else ()
    at_most = "Lt" if head in ("Interval", "Above", "Below") else "Le"
    low = ((at_most, ends[0], element),) if head in ("Interval", "Between", "Range", "Above", "From") else ()
    high = ((at_most, element, ends[-1]),) if head in ("Interval", "Between", "Range", "Below") else ()
    return (*whole, *low, *high)


def opened(given: Given, binder: Compound) -> tuple[Given, tuple[Term, ...]]:
    """What is given inside a binder, and its bodies, with a bound name that loses nothing of what is given."""
    inside, _, bodies = opened_as(given, binder)
    return inside, bodies


def opened_as(given: Given, binder: Compound) -> tuple[Given, str, tuple[Term, ...]]:
    """The same, with that name."""
    _, variable, domain, *bodies = binder
    if variable.startswith("#") or variable in given.names or variable in free(domain):
        taken = given.names.union(free(domain), *map(free, bodies))
        name = fresh("u" if variable.startswith("#") else variable, taken)
        bodies = [substitute(body, {variable: name}) for body in bodies]
        variable = name
    return under(given, variable, domain), variable, tuple(bodies)


OPPOSITES = {"Lt": "Le", "Le": "Lt", "Eq": "Ne", "Ne": "Eq", "True": "False", "False": "True"}


def opposite(proposition: Term) -> Term | None:
    """What holds where the proposition, which is defined, does not; None where no proposition says that."""
    head, *parts = compound(proposition)
    if head not in OPPOSITES:
        return None
    return (OPPOSITES[head], *(reversed(parts) if head in ("Lt", "Le") else parts))


def cases(term: Compound) -> tuple[tuple[Term | None, Term, Term | None], ...]:
    """The two cases, each with what holds there, its value, and what holds in the other one."""
    _, condition, then, otherwise = term
    return (condition, then, opposite(condition)), (opposite(condition), otherwise, condition)


def supposing(given: Given, proposition: Term | None) -> Given:
    """With one hypothesis more, as in a case."""
    return given if proposition is None else assumed((*given.hypotheses, proposition), given.definitions)


def inside(given: Given, term: Term, child: int | tuple[int, ...]) -> Given:
    """What is given in a part of a term: in a binder's body its variable lies in its domain, and in a case its
    condition holds."""
    if is_binder(term) and child != 0:
        return under(given, term[1], term[2])
    if is_a(term, "Cases") and child in (1, 2):
        return supposing(given, cases(term)[child - 1][0])
    return given


@lru_cache(maxsize=600)
def facts_of(hypothesis: Term) -> tuple[Fact, ...]:
    """The atomic facts in a hypothesis. A quantifier's variable gets a name that is free nowhere in the hypothesis."""
    return tuple(_facts(hypothesis, (), free(hypothesis)))


def _facts(statement: Term, variables: tuple[tuple[str, Term], ...], taken: Names) -> Iterator[Fact]:
    if not is_a(statement, "ForAll"):
        yield from (Fact(variables, fact) for item in _spread(statement) if (fact := readable(item)) is not None)
        return
    _, variable, domain, body = statement
    name = fresh(variable, taken | free(body) - {variable})
    yield from _facts(substitute(body, {variable: name}), (*variables, (name, domain)), taken | {name})


def _spread(statement: Term) -> Iterator[Term]:
    """An atomic proposition and its plain consequences, which for an interval, a half-line or a range say the same."""
    yield statement
    if not is_a(statement, "Member") or type(statement[2]) is str:
        return
    element, domain = statement[1], statement[2]
    yield from ends_of(element, domain)
    if domain[0] in ("ArgMax", "ArgMin"):
        yield from _spread(("Member", element, domain[2]))
    elif domain[0] == "Without":
        yield ("Ne", element, domain[2])
        yield from _spread(("Member", element, domain[1]))
        left = _left(domain)
        yield from _spread(("Member", element, ("Finite", *left))) if left else ()
    elif domain[0] == "Finite":
        yield from _of_finite(element, [number(value) for value in domain[1:]])


def _left(domain: Term) -> tuple[Term, ...]:
    """The elements, as they are written, of a finite set from which some are taken away; none of other sets."""
    if is_a(domain, "Without"):
        return tuple(value for value in _left(domain[1]) if value != domain[2])
    return domain[1:] if is_a(domain, "Finite") else ()


def _of_finite(element: Term, values: list[Fraction | int | None]) -> Iterator[Term]:
    known = [value for value in values if value is not None]
    if len(known) != len(values):
        return
    if all(value.denominator == 1 for value in known):
        yield ("Member", element, "Integers")
    yield from (("Le", written(min(known)), element), ("Le", element, written(max(known))))


def instances(fact: Fact, atoms: tuple[Compound, ...], members: tuple[Term, ...] = ()) -> Iterator[Mapping[str, Term]]:
    """The values of a fact's variables for which it speaks of one of the atoms (entries and applications), or, where
    it is about one of its variables itself or under a binder as among the atoms, of a member of some set."""
    wanted = {variable for variable, _ in fact.variables}
    if len(wanted) == 1 and wanted & {part for part in children(fact.statement) if type(part) is str}:
        yield from ({fact.variables[0][0]: member} for member in members)
    bare = wanted.difference(*(free(call) for call in calls(fact.statement) if is_a(call, *CALLS)))
    binders = {call[0] for call in calls(fact.statement) if is_binder(call)}
    if len(bare) == 1 and (not binders or binders & {atom[0] for atom in atoms}):
        others = [{}] if bare == wanted else [*_of_calls(fact, atoms, wanted - bare)]
        yield from ({**values, **dict.fromkeys(bare, member)} for values in others for member in members)
    elif not bare:
        yield from _of_calls(fact, atoms, wanted)


def _of_calls(fact: Fact, atoms: tuple[Compound, ...], wanted: set[str]) -> Iterator[Mapping[str, Term]]:
    """The values of these variables for which the fact speaks of one of the atoms."""
    for pattern in calls(fact.statement):
        own = wanted.intersection(children(pattern)) if is_a(pattern, *CALLS) else set()
        for values in filter(None, (matched(pattern, atom, own) for atom in atoms if own)):
            rest = _of_calls(fact, atoms, wanted - own) if own != wanted else ({},)
            yield from ({**values, **others} for others in rest)


def matched(pattern: Term, atom: Term, wanted: set[str]) -> Mapping[str, Term] | None:
    """The values of the wanted variables with which their places in the pattern, a call, become those in the atom."""
    if not is_a(pattern, *CALLS) or not is_a(atom, *CALLS) or pattern[:2] != atom[:2] or len(pattern) != len(atom):
        return None
    pairs = list(zip(pattern[2:], atom[2:], strict=True))
    values = {p: value for p, value in pairs if type(p) is str and p in wanted}
    return values if all((values[p] if type(p) is str and p in wanted else p) == value for p, value in pairs) else None


@lru_cache(maxsize=600)
def calls(term: Term) -> tuple[Compound, ...]:
    """The entries, applications, indicators and binders in a term that lie in no binder's body and in no case, in the
    order of reading."""
    parts = term[2:3] if is_binder(term) else term[1:2] if is_a(term, "Cases") else children(term)
    own = (term,) if is_a(term, *CALLS, "KroneckerDelta", *FUNCTIONS) or is_binder(term) else ()
    return tuple(dict.fromkeys((*own, *(call for part in parts for call in calls(part)))))
