"""What a SymPy user takes for granted, as hypotheses: relations, memberships, and the assumptions of symbols.

A sum's bounds are integers. A relation that names an index which the expressions only bind is meant for every value of
the index:

>>> from sympy import IndexedBase, Sum, Symbol, log, symbols
>>> i, n, p = *symbols("i n"), IndexedBase("p")
>>> assumed([p[i] > 0], Sum(log(p[i]), (i, 1, n))).given.hypotheses
((0 < p[i] for all i in 1..n), n in Integers, 0 <= n)
>>> assumed([], Symbol("k", integer=True, nonnegative=True)).given.hypotheses
(k in Integers, 0 <= k)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from sympy import (
    And,
    Basic,
    Contains,
    Eq,
    Expr,
    FiniteSet,
    GreaterThan,
    Indexed,
    Integer,
    Interval,
    KroneckerDelta,
    LessThan,
    Ne,
    Range,
    S,
    StrictGreaterThan,
    StrictLessThan,
    Symbol,
)
from sympy.core.function import AppliedUndef

from ..border.binding import children, names, occurrences, opened, substitute
from ..border.given import Given, innermost
from ..border.nodes import Converges, DerivativeAt, Different, Equals, ForAll, From, IndexRange, Le, Lt, Member, Smooth
from ..border.presumed import presumed, told, unsaid
from ..terms.terms import Term, free, is_a
from .differentials import NotUnderstood
from .logic import holds, missing, outside, refuted

MOST_CONDITIONS = 20


@dataclass(frozen=True)
class Assumed:
    """The hypotheses, and the assumptions (quoted) that none of them can say, such as "k is even"."""

    given: Given
    unsaid: tuple[str, ...] = ()


def assumed(relations: Iterable[Any], *expressions: Basic) -> Assumed:
    """What the relations and the assumptions of the symbols say about the expressions. Raises NotUnderstood."""
    said = said_by(relations)
    strange = next((why for part in (*expressions, *said) if (why := outside(part)) is not None), None)
    if strange is not None:
        raise NotUnderstood(strange)
    quantified = [each for part in said for each in _for_every_index(part, expressions)]
    bound = {s.variable for term in expressions for part in occurrences(term) if (s := opened(part))}
    indices = bound - {name for term in expressions for name in names(term)}
    parts = (part for term in (*expressions, *said) for part in occurrences(term))
    of_names = [_of_name(part) for part in parts if _is_named(part) and part not in indices]
    hypotheses = dict.fromkeys((*quantified, *(h for hypotheses, _ in of_names for h in hypotheses)))
    unsaid = dict.fromkeys(text for _, texts in of_names for text in texts)
    return Assumed(_with_ranges(Given(tuple(hypotheses)), expressions), tuple(unsaid))


def said_by(relations: Iterable[Any]) -> list[Basic]:
    """The propositions that relations and memberships amount to. Raises NotUnderstood."""
    given = (relations,) if isinstance(relations, (Basic, bool, str)) else relations
    return [part for relation in given for part in _propositions(relation)]


def _with_ranges(given: Given, terms: tuple[Basic, ...]) -> Given:
    """With what sums and products need: integer bounds, and an upper one that is not below lo − 1; and that sums and
    integrals of unknown functions converge."""
    ranges = {part for term in terms for part in occurrences(term) if isinstance(part, (IndexRange, From))}
    wanted = {condition for domain in ranges for condition in of_range(domain)}
    needed = [c for term in terms for c in missing(given, term) if innermost(c) in wanted]
    if impossible := [c for c in needed if refuted(given, c)]:
        raise NotUnderstood(f"a range needs {impossible[0]}, and what is given says the opposite")
    unknown = [c for term in terms for c in missing(given, term) if is_of_unknown(c)]
    whole = (Member(index, S.Integers) for index in dict.fromkeys(_indices(terms)))
    unsaid = (member for member in whole if not holds(given, member))
    said = dict.fromkeys((*map(_of_the_variable, needed), *unknown, *unsaid))
    return Given((*given.hypotheses, *essential(given, said)))


def _of_the_variable(condition: Basic) -> Basic:
    """That n − 1 is an integer, as what it says of n."""
    element = condition.args[0] if isinstance(condition, Member) and condition.args[1] == S.Integers else None
    number, rest = element.as_coeff_Add() if isinstance(element, Expr) else (None, None)
    return Member(rest, S.Integers) if isinstance(number, Integer) and isinstance(rest, Symbol) else condition


def _indices(terms: tuple[Basic, ...]) -> Iterator[Symbol]:
    """The free variables that stand as indices of entries, or of Kronecker's delta: these are integers."""
    free = {name for term in terms for name in names(term)}
    parts = (part for term in terms for part in occurrences(term))
    indexed = (part.indices if isinstance(part, Indexed) else part.args for part in parts if _has_indices(part))
    yield from (index for indices in indexed for index in indices if isinstance(index, Symbol) and index in free)


def _has_indices(part: Basic) -> bool:
    return isinstance(part, (Indexed, KroneckerDelta))


def is_of_unknown(condition: Basic) -> bool:
    """Is it that a sum or integral of an unknown function converges, which whoever writes it takes for granted?"""
    if not isinstance(condition, Converges) or names(condition.domain) & {condition.variable}:
        return False
    parts = [part for part in occurrences(condition.bodies[0]) if isinstance(part, (Indexed, AppliedUndef))]
    return any(condition.variable in names(part) for part in parts)


def of_range(domain: IndexRange | From) -> tuple[Basic, ...]:
    """Integer bounds, the upper one, if there is one, not below lo − 1 (where the range is empty)."""
    if isinstance(domain, From):
        return (Member(domain.args[0], S.Integers),)
    low, high = domain.args
    return (Member(low, S.Integers), Member(high, S.Integers), Le(low - 1, high))


def essential(given: Given, conditions: Iterable[Basic]) -> tuple[Basic, ...]:
    """The conditions without those that follow from the others, unless there are very many."""
    kept = list(conditions)
    if len(kept) > MOST_CONDITIONS:
        return tuple(kept)
    for condition in sorted(kept, key=lambda c: (-c.count_ops(), str(c))):
        others = [c for c in kept if c != condition]
        if holds(Given((*given.hypotheses, *others)), condition):
            kept = others
    return tuple(kept)


def _propositions(relation: Any) -> Iterator[Basic]:
    if relation in (True, S.true):
        return
    if relation in (False, S.false):
        raise NotUnderstood("one of the assumptions is false")
    if isinstance(relation, And):
        for part in sorted(relation.args, key=str):
            yield from _propositions(part)
    elif isinstance(relation, (StrictGreaterThan, GreaterThan)):
        yield (Lt if isinstance(relation, StrictGreaterThan) else Le)(relation.args[1], relation.args[0])
    elif isinstance(relation, (StrictLessThan, LessThan, Eq, Ne)):
        yield {StrictLessThan: Lt, LessThan: Le, Eq: Equals, Ne: Different}[type(relation)](*relation.args)
    elif isinstance(relation, Contains):
        yield from _membership(*relation.args)
    elif isinstance(relation, (Member, ForAll, Smooth, Converges)):
        yield relation
    else:
        raise NotUnderstood(f"{relation} cannot be taken as an assumption: write a relation such as theta > 0")


def _membership(element: Basic, domain: Basic) -> Iterator[Basic]:
    least: dict[Basic, int] = {S.Naturals: 1, S.Naturals0: 0}
    if domain in least:
        yield from (Member(element, S.Integers), Le(least[domain], element))
    elif domain in (S.Integers, S.Reals) or isinstance(domain, FiniteSet):
        yield Member(element, domain)
    elif isinstance(domain, Range) and domain.step == 1 and domain.size.is_finite and domain.size.is_positive:
        yield Member(element, IndexRange(domain.inf, domain.sup))
    elif isinstance(domain, Interval):
        if domain.start != S.NegativeInfinity:
            yield (Lt if domain.left_open else Le)(domain.start, element)
        if domain.end != S.Infinity:
            yield (Lt if domain.right_open else Le)(element, domain.end)
    else:
        raise NotUnderstood(
            f"{element} in {domain} cannot be taken as an assumption: that kind of set is not known here"
        )


def _for_every_index(statement: Basic, expressions: tuple[Basic, ...]) -> Iterator[Basic]:
    """The statement, for all values of the indices in it that the expressions bind and do not leave free; the variable
    of a derivative is no index."""
    free = {name for term in expressions for name in names(term)}
    domains: dict[Symbol, dict[Basic, None]] = {}
    for scope in (s for term in expressions for part in occurrences(term) if (s := opened(part))):
        if scope.head is DerivativeAt:
            continue
        domains.setdefault(scope.variable, {})[scope.domain] = None
    indices = sorted((v for v in names(statement) if v in domains), key=str)
    if ambiguous := [v for v in indices if v in free]:
        raise NotUnderstood(
            f"{ambiguous[0]} is an index and also free: rename one of them, so that {statement} has one meaning"
        )
    plain = {v: [d if not names(d) & set(domains) else S.Integers for d in domains[v]] for v in indices}
    for choice in dict.fromkeys(product(*plain.values())):
        quantified = statement
        for variable, domain in zip(plain, choice, strict=True):
            quantified = _for_all(quantified, variable, domain)
        yield quantified


def _for_all(statement: Basic, variable: Symbol, domain: Basic) -> Basic:
    """What is said of y_{i + c} for i from l to m is said of y_i for i from l + c to m + c."""
    parts = (part for part in occurrences(statement) if isinstance(part, (Indexed, AppliedUndef)))
    places = {place for part in parts for place in children(part) if variable in names(place)}
    ahead = [place - variable for place in places if isinstance(place, Expr)]
    if len(ahead) == 1 and isinstance(ahead[0], Integer) and isinstance(domain, (IndexRange, From)):
        statement = substitute(statement, {variable: variable - ahead[0]})
        domain = domain.func(*(end + ahead[0] for end in domain.args))
    return ForAll(statement, (variable, domain))


NOT_REAL = {"commutative": False, "real": False, "extended_real": False, "imaginary": True, "infinite": True}


def _is_named(part: Basic) -> bool:
    return isinstance(part, (Symbol, Indexed, AppliedUndef))


def _of_name(part: Basic) -> tuple[list[Basic], tuple[str, ...]]:
    """The hypotheses that the assumptions of a name amount to, and those that cannot be said."""
    if NOT_REAL.items() & told(part).items():
        raise NotUnderstood(f"{part} is not assumed to be a real number, and only real numbers are spoken of here")
    everywhere, domains = _anywhere(part)
    return [_quantified(statement, domains) for statement in presumed(everywhere)], unsaid(part)


def _anywhere(part: Basic) -> tuple[Basic, dict[Symbol, Basic]]:
    """The name with variables for its arguments, where it has any, and the domains of these."""
    variables = tuple(Symbol(f"a_{number}") for number in range(1, len(children(part)) + 1))
    if not variables:
        return part, {}
    if isinstance(part, Indexed):
        return part.base[variables], dict.fromkeys(variables, S.Integers)
    return part.func(*variables), dict.fromkeys(variables, S.Reals)


def _quantified(statement: Basic, domains: dict[Symbol, Basic]) -> Basic:
    for variable, domain in domains.items():
        statement = ForAll(statement, (variable, domain))
    return statement


def at_end(condition: Term) -> Term | None:
    """What an inequality between a number and all that lies beyond an end says of that end; None for another one.

    >>> at_end(("ForAll", "x", ("Above", "a"), ("Lt", 0, "x")))
    ('Le', 0, 'a')
    """
    if not is_a(condition, "ForAll") or not is_a(condition[2], "Above", "Below") or not is_a(condition[3], "Lt"):
        return None
    _, variable, (side, end), (_, low, high) = condition
    number, beyond = (low, high) if side == "Above" else (high, low)
    if beyond != variable or variable in free(number):
        return None
    return ("Le", number, end) if side == "Above" else ("Le", end, number)
