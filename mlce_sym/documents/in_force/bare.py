r"""Functions that are written without their arguments: log L is log L(a), ∂L/∂y is ∂L(a)/∂y, where L(a) was defined.

>>> from mlce_sym.documents.in_force.defining import defining
>>> from mlce_sym.documents.equations.meaning import meaning_of
>>> context = defining(Context(), meaning_of(("Apply", "L", "a"), ("exp", ("Mul", -2, "a"))))
>>> with_arguments((("log", "L"), ("Mul", -2, "a")), context)[0]
('log', ('Apply', 'L', 'a'))

A density and a number may have one name, as p(y) and p = ȳ; a value that does not speak of the arguments is one at a
point.

>>> with_arguments((("log", "L"), -5), context)[0]
('log', 'L')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading.walk.readings import Reading
from ...reading.walk.scope import DENSITIES
from ...terms.terms import Term, children, free, is_a, rebuilt
from ..equations.meaning import exchanged
from ..equations.mentions import leaves, subterms
from .context import Context
from .derivatives import is_open_slope

Sides = tuple[Term, Term]


def as_applied(readings: tuple[Reading, ...], context: Context) -> tuple[Reading, ...]:
    """The readings of an equation with the arguments of such functions."""
    applied = (with_arguments((one.terms[0], one.terms[1]), context) for one in readings)
    moving = (tuple(_differentiated(side, context) for side in sides) for sides in applied)
    return tuple(replace(one, terms=terms) for one, terms in zip(readings, moving, strict=True))


def _differentiated(term: Term, context: Context) -> Term:
    """With ∂E(w)/∂y for ∂E/∂y, where E(w) was defined."""
    term = rebuilt(term, (_differentiated(part, context) for part in children(term)))
    if not is_open_slope(term) or not isinstance(term[2], str) or not _is_function(term[2], context):
        return term
    known = context.meaning(term[2])
    return term if known is None else rebuilt(term, (known.pattern, *term[3:]))


def with_arguments(sides: Sides, context: Context) -> Sides:
    """The sides of an equation with the arguments of such functions, if the equation speaks of one of them."""
    spoken = frozenset[str]().union(*map(free, sides))
    for name, whole in _functions(context):
        if name in spoken and free(whole) & spoken - {name} and _is_under_log(name, sides):
            sides = exchanged(sides[0], name, whole), exchanged(sides[1], name, whole)
    return sides


def _functions(context: Context) -> Iterator[tuple[str, Term]]:
    """What may be written without arguments, and with them; a density, where p(y | μ, v) is the only one of which it is
    said what it is."""
    for name, arguments in context.scope.arguments.items():
        if _is_function(name, context):
            yield name, ("Apply", name, *arguments)
    for letter in DENSITIES:
        own = [one for one in context.meanings if one.name.startswith(f"{letter}_")]
        if len(own) == 1 and "_given_" in own[0].name and not _is_number(letter, own[0].body, context):
            yield letter, own[0].pattern


def _is_number(letter: str, body: Term, context: Context) -> bool:
    """Is anything said of a number of that name?"""
    spoken = frozenset[str]().union(context.seen, free(body), *(free(fact.proposition) for fact in context.facts))
    return letter in spoken or context.meaning(letter) is not None


def _is_function(name: str, context: Context) -> bool:
    """Is it said what it is of its arguments, and not as a number?"""
    patterns = [one.pattern for one in context.meanings if one.name == name]
    return name not in DENSITIES and bool(patterns) and all(is_a(one, "Apply") for one in patterns)


def _is_under_log(name: str, sides: Sides) -> bool:
    """Does it stand in logarithms alone where it has no arguments?"""
    places = [sum(leaf == name for leaf in leaves(side)) for side in sides]
    logs = [sum(one == ("log", name) for one in subterms(side)) for side in sides]
    return any(logs) and places == logs
