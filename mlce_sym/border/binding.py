"""Bound variables: one view of every binder, children and rebuilding, and substitution that cannot capture.

SymPy writes Σ_j Σ_i f as one `Sum` with two limits; here it is always seen nested, one variable at a
time, outermost first. SymPy's own `subs` captures bound variables, so nothing in this project calls it:

>>> from sympy import IndexedBase, Sum, symbols
>>> i, j, n = symbols("i j n"); p = IndexedBase("p")
>>> substitute(Sum(j * p[i], (i, 1, n)), {j: i})
Sum(i*p[i_1], (i_1, 1, n))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, overload

import sympy
from sympy import (
    Add,
    Basic,
    Eq,
    Expr,
    Function,
    Indexed,
    Integer,
    Interval,
    Lambda,
    Max,
    Min,
    Mul,
    Piecewise,
    Pow,
    Product,
    Rational,
    S,
    Sum,
    Symbol,
    gamma,
)
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.integrals.integrals import Integral
from sympy.polys.polyerrors import BasePolynomialError

from ..functions import FUNCTIONS
from ..terms.caching import lru_cache
from ..terms.errors import Refused
from .nodes import (
    Above,
    Below,
    Between,
    Binder,
    Cases,
    From,
    ImproperIntegral,
    IndexRange,
    IntegralOver,
    Near,
    Undefined,
    index_domain,
)
from .piecewise import nested

LEADING = {getattr(sympy, declared.sympy): declared.leading for declared in FUNCTIONS.values() if declared.leading}


@dataclass(frozen=True)
class Scope:
    """A binder seen one variable at a time: `head` binds `variable`, over `domain`, in `bodies`."""

    head: type[Basic]
    variable: Symbol
    domain: Basic
    bodies: tuple[Basic, ...]


def opened(term: Basic) -> Scope | None:
    """The outermost binder of a term, or None where the term binds nothing (or something other than a `Symbol`)."""
    return _opened(term) if isinstance(term, (Binder, Sum, Product, Integral)) else None


@lru_cache(maxsize=600)
def _opened(term: Binder | Sum | Product | Integral) -> Scope | None:
    if isinstance(term, Binder):
        return Scope(type(term), term.variable, term.domain, term.bodies)
    if not all(isinstance(limit[0], Symbol) and len(limit) == 3 for limit in term.limits):
        return None
    *inner, (variable, low, high) = term.limits
    body = type(term)(term.function, *inner) if inner else term.function
    if isinstance(term, Integral):
        domain = _open_interval(low, high)
        return Scope(IntegralOver if isinstance(domain, Between) else ImproperIntegral, variable, domain, (body,))
    return Scope(type(term), variable, index_domain(low, high), (body,))


def _open_interval(low: Expr, high: Expr) -> Basic:
    """The open interval between two ends of SymPy's; the closed one where it knows that no points are between them."""
    if low == S.NegativeInfinity:
        return S.Reals if high == S.Infinity else Below(high)
    if high == S.Infinity:
        return Above(low)
    between = Interval.open(low, high)  # without points, for SymPy, from 1 to 1 and from 2 to 1
    return Between(low, high) if between == S.EmptySet else between


@lru_cache(maxsize=600)
def closed(scope: Scope) -> Basic:
    """The inverse of `opened`."""
    if issubclass(scope.head, Binder):
        made: Basic = scope.head(*scope.bodies, (scope.variable, scope.domain))
        return made
    if not isinstance(scope.domain, (IndexRange, From)):
        raise Refused(f"SymPy has no {scope.head.__name__} over {scope.domain}")
    low, *high = scope.domain.args
    return scope.head(scope.bodies[0], (scope.variable, low, *(high or [S.Infinity])))


@lru_cache(maxsize=600)
def in_own_nodes(term: Basic) -> Basic:
    """The same term with integrals, cases and half-lines of this project for SymPy's."""
    if not term.has(Integral, Piecewise, Interval):
        return term
    if isinstance(term, Interval):
        return _open_interval(term.start, term.end) if term.left_open and term.right_open else term
    if isinstance(term, Piecewise):
        return in_own_nodes(nested(term))
    scope = opened(term)
    if scope is None:
        return as_written(term, map(in_own_nodes, children(term)))
    bodies = tuple(map(in_own_nodes, scope.bodies))
    return closed(Scope(scope.head, scope.variable, in_own_nodes(scope.domain), bodies))


def in_sympys_nodes(term: Basic) -> Any:
    """The same term with SymPy's `Piecewise` for the cases of this project, to be shown or to be differentiated by it.

    >>> x = Symbol("x")
    >>> in_sympys_nodes(in_own_nodes(Piecewise((x, x < 1), (1, True))))
    Piecewise((x, x < 1), (1, True))
    """
    if not term.has(Cases):
        return term
    if isinstance(term, (Add, Mul)) and (values := _exclusive(term)):
        other = in_sympys_nodes(_at(term, values, None))
        each = ((in_sympys_nodes(_at(term, values, one)), one) for one in values)
        return Piecewise(*(row for row in each if row[0] != other), (other, True))
    if isinstance(term, Cases):
        condition, then, otherwise = map(in_sympys_nodes, term.args)
        rows = () if otherwise == Undefined() else otherwise.args if isinstance(otherwise, Piecewise) else None
        return Piecewise((then, condition), *(((otherwise, True),) if rows is None else rows))
    return rebuilt(term, map(in_sympys_nodes, children(term)))


def _exclusive(term: Basic) -> tuple[Basic, ...]:
    """The conditions of the cases in it, where they say that one number is 1, or 2, …, no two of which hold at once: of
    k such indicators SymPy would make 2^k cases.

    >>> x = Symbol("x")
    >>> in_sympys_nodes(Add(*(Cases(Eq(x, k), 10 * k, 0) for k in (1, 2))))
    Piecewise((10, Eq(x, 1)), (20, Eq(x, 2)), (0, True))
    """
    found = tuple(dict.fromkeys(_conditions(term)))
    simple = all(isinstance(one, Eq) and isinstance(one.args[1], Rational) for one in found)
    return found if len(found) > 1 and simple and len({one.args[0] for one in found}) == 1 else ()


def _conditions(term: Basic) -> Iterator[Basic]:
    """Those of the cases in it, outside of binders."""
    if isinstance(term, Cases):
        yield term.args[0]
    for part in () if opened(term) else children(term):
        yield from _conditions(part)


def _at(term: Basic, conditions: tuple[Basic, ...], held: Basic | None) -> Basic:
    """The term where that one of these conditions holds, and no other one; in a binder its names may be others."""
    if isinstance(term, Cases) and term.args[0] in conditions:
        condition, then, otherwise = term.args
        return _at(then if condition == held else otherwise, conditions, held)
    inside = term.has(Cases) and not opened(term)
    return rebuilt(term, (_at(part, conditions, held) for part in children(term))) if inside else term


def children(term: Basic) -> tuple[Basic, ...]:
    """The parts of a term: a binder's domain and bodies, the indices of an entry, the first of several numbers and the
    largest of the others, the arguments of anything else."""
    if isinstance(term, Symbol):
        return ()
    parts: tuple[Basic, ...] = term.args
    if isinstance(term, (Add, Mul, Pow)):
        return parts
    if scope := opened(term):
        return (scope.domain, *scope.bodies)
    if isinstance(term, Indexed):
        return tuple(term.indices)
    if isinstance(term, Interval):
        return parts[:2]
    if isinstance(term, (Max, Min)) and len(parts) > 2:  # two by two, as they are encoded
        return (parts[0], term.func(*parts[1:]))
    leading = _leading(term)
    return parts[len(leading) :] if leading else parts


def _leading(term: Basic) -> tuple[int, ...]:
    """The arguments of SymPy's class that are no parts: ψ(x) is polygamma(0, x)."""
    first = () if isinstance(term, AppliedUndef) else LEADING.get(type(term), ())  # whose class takes long to look up
    found: tuple[Any, ...] = term.args[: len(first)]
    return first if first and found == first else ()


def rebuilt(term: Basic, parts: Iterable[Basic]) -> Basic:
    """The term with other parts, in the order of `children`; relations, and Γ(1/2), are kept as they are written."""
    parts = tuple(parts)
    if parts == children(term):
        return term
    if scope := opened(term):
        return closed(Scope(scope.head, scope.variable, parts[0], parts[1:]))
    if isinstance(term, Indexed):
        return term.base[parts]
    if isinstance(term, Interval):
        return Interval(*parts, *term.args[2:])
    if isinstance(term, Relational) or (isinstance(term, gamma) and _is_fraction(parts[0])):
        return term.func(*parts, evaluate=False)
    try:
        return term.func(*_leading(term), *parts)
    except (ValueError, TypeError, BasePolynomialError) as problem:  # as of the larger of x and nan
        raise Refused(f"SymPy makes no {term.func} of {parts}: {problem}") from None


def as_written(term: Basic, parts: Iterable[Basic]) -> Basic:
    """The same for what a person wrote: what was built without evaluation stays so, since x − x + 1, whatever stands in
    the place of x, is defined where x is.

    >>> x, y = Symbol("x"), Symbol("y")
    >>> as_written(Add(x, Mul(-1, x, evaluate=False), 1, evaluate=False), (y, -y, S.One))
    -y + y + 1
    """
    parts = tuple(parts)
    if parts != children(term) and isinstance(term, (Add, Mul, Pow, Function)) and term.func(*term.args) != term:
        return term.func(*parts, evaluate=False)
    return rebuilt(term, parts)


def _is_fraction(term: Basic) -> bool:
    """At which SymPy would work Γ out, by no rule."""
    return isinstance(term, Rational) and not isinstance(term, Integer)


@lru_cache(maxsize=600)
def names(term: Basic) -> frozenset[Any]:
    """The free names of a term: variables, data vectors and undefined functions."""
    if isinstance(term, Symbol):
        return frozenset({term})
    if isinstance(term, Lambda):
        return names(term.expr) - frozenset(term.signature)
    if scope := opened(term):
        inside = frozenset().union(*map(names, scope.bodies))
        return (inside - {scope.variable}) | names(scope.domain)
    found = frozenset().union(*map(names, children(term)))
    if isinstance(term, Indexed):
        return found | {term.base}
    return found | {term.func} if isinstance(term, AppliedUndef) else found


def _spelled(name: Any) -> str:
    """How a variable, data vector or function is printed, without SymPy's printer for what is a plain variable."""
    label = getattr(name, "label", name)
    return label.name if type(label) is Symbol else str(label)


def fresh(wanted: Symbol, taken: Iterable[Any]) -> Symbol:
    """A variable named like `wanted`, with a number where the name is taken."""
    used = set(map(_spelled, taken))
    stem, number = wanted.name, 1
    while (name := f"{stem}_{number}") in used:
        number += 1
    return Symbol(name, **wanted._assumptions_orig)


def called(variable: Symbol, taken: Iterable[Any]) -> bool:
    """Is the variable among the names taken, or a function or data vector of the same name?"""
    return any(name == variable or (not isinstance(name, Symbol) and _spelled(name) == variable.name) for name in taken)


def apart(scope: Scope, taken: Iterable[Any]) -> Scope:
    """The same binder with a variable that is not among the names taken, nor free in its own domain."""
    used = frozenset(taken) | names(scope.domain)
    if scope.variable not in used:
        return scope
    variable = fresh(scope.variable, used.union(*map(names, scope.bodies)))
    bodies = tuple(renamed(body, scope.variable, variable) for body in scope.bodies)
    return Scope(scope.head, variable, scope.domain, bodies)


def _applied(function: Basic, arguments: tuple[Basic, ...]) -> Basic:
    if not isinstance(function, Lambda):
        raise TypeError(f"{function} is applied, and is no Lambda")
    if len(function.signature) != len(arguments):
        raise ValueError(f"{function} applied to {len(arguments)} arguments")
    return substitute(function.expr, dict(zip(function.signature, arguments, strict=True)))


def _under(scope: Scope, mapping: Mapping[Any, Basic]) -> Basic:
    domain = substitute(scope.domain, mapping)
    inner = {name: value for name, value in mapping.items() if name != scope.variable}
    inside = {name for body in scope.bodies for name in names(body)}
    active = {name: value for name, value in inner.items() if name in inside}
    incoming = {name for value in active.values() for name in names(value)}
    variable = scope.variable
    if called(variable, incoming):
        variable = fresh(variable, incoming | inside)
        active[scope.variable] = variable
    bodies = tuple(substitute(body, active) for body in scope.bodies)
    return closed(Scope(scope.head, variable, domain, bodies))


@overload
def substitute(term: Expr, mapping: Mapping[Any, Basic]) -> Expr: ...
@overload
def substitute(term: Basic, mapping: Mapping[Any, Basic]) -> Basic: ...
def substitute(term: Basic, mapping: Mapping[Any, Basic]) -> Basic:
    """Replace names all at once: variables by terms, functions and data vectors by `Lambda`s, renaming bound variables
    where they would capture."""
    if isinstance(term, Symbol):
        return mapping.get(term, term)
    if names(term).isdisjoint(mapping):
        return term
    if isinstance(term, Lambda):
        return _substituted_lambda(term, mapping)
    if scope := opened(term):
        return _under(scope, mapping)
    parts = tuple(substitute(part, mapping) for part in children(term))
    if isinstance(term, AppliedUndef) and term.func in mapping:
        return _applied(mapping[term.func], parts)
    if isinstance(term, Indexed) and term.base in mapping:
        return _applied(mapping[term.base], parts)
    return rebuilt(term, parts)


@lru_cache(maxsize=600)
def renamed(term: Basic, old: Symbol, new: Symbol) -> Basic:
    """The term with one variable for another."""
    return substitute(term, {old: new})


def _substituted_lambda(term: Lambda, mapping: Mapping[Any, Basic]) -> Lambda:
    active = {name: value for name, value in mapping.items() if name in names(term)}
    incoming = {name for value in active.values() for name in names(value)}
    parameters = {v: fresh(v, incoming | names(term.expr)) if v in incoming else v for v in term.signature}
    renamed = {v: new for v, new in parameters.items() if v != new}
    return Lambda(tuple(parameters.values()), substitute(term.expr, {**active, **renamed}))


def hygienic(term: Basic, taken: frozenset[Any] = frozenset()) -> Basic:
    """The same term with every bound variable different from all free names and from those bound around it; only that
    of a derivative may have the name of the point, as in d/dθ.

    >>> from sympy import Sum, symbols
    >>> i, n = symbols("i n")
    >>> hygienic(Sum(i * Sum(i**2, (i, 1, n)), (i, 1, n)))
    Sum(i*Sum(i_1**2, (i_1, 1, n)), (i, 1, n))
    """
    return _hygienic(term, frozenset(taken) | frozenset(names(term)))


@lru_cache(maxsize=600)
def _hygienic(term: Basic, taken: frozenset[Any]) -> Basic:
    scope = opened(term)
    if scope is None:
        return rebuilt(term, (_hygienic(part, taken) for part in children(term)))
    variable = scope.variable
    bodies = scope.bodies
    at_its_own = isinstance(scope.domain, Near) and scope.domain.args[1] == variable
    if not at_its_own and any(_spelled(name) == variable.name for name in taken):
        variable = fresh(variable, taken | {name for body in bodies for name in names(body)})
        bodies = tuple(renamed(body, scope.variable, variable) for body in bodies)
    inner = taken | {variable}
    domain = _hygienic(scope.domain, taken)
    return closed(Scope(scope.head, variable, domain, tuple(_hygienic(body, inner) for body in bodies)))


@lru_cache(maxsize=600)
def occurrences(term: Basic) -> tuple[Basic, ...]:
    """The term and all its parts, outermost first."""
    found, waiting = list[Basic](), [term]
    while waiting:
        found.append(part := waiting.pop())
        waiting += reversed(children(part))
    return tuple(found)
