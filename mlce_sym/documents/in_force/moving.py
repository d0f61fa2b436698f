"""What moves with a variable inside of a derivative, where it is written as a name: s in ∂/∂z_j (e^{z_j} / s), where s
is said to be Σ_k e^{z_k}. It is written out there before the derivative is taken.

>>> from mlce_sym.documents.in_force.defining import defining
>>> from mlce_sym.documents.equations.meaning import meaning_of
>>> context = defining(Context(), meaning_of("s", ("Pow", "w", 2)))
>>> slope = ("Derivative", "w", ("Near", "Reals", "w"), ("Add", "s", "w"))
>>> with_moving(slope, context)[0]
('Derivative', 't', ('Near', 'Reals', 'w'), ('Add', ('Pow', 't', 2), 't'))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...certificate.names import every_name
from ...reading.walk.calculus import with_entry
from ...terms.terms import CALLS, Term, children, compound, free, fresh, is_a, is_binder, rebuilt, substitute
from ..equations.meaning import Meaning, alike
from .context import Context

ALL = ""  # among the names that are held fixed: all but what is maximised in, as in the M-step


def with_moving(term: Term, context: Context) -> tuple[Term, tuple[Meaning, ...]]:
    """The term with what moves in its derivatives written out there, and the definitions that were used."""
    found = [with_moving(part, context) for part in children(term)]
    term = rebuilt(term, (part for part, _ in found))
    used = tuple(one for _, some in found for one in some)
    if not is_a(term, "Derivative"):
        return term, used
    own = tuple(moving(term, context))
    return (_written_out(term, own, context) if own else term), (*used, *own)


def with_running(term: Term, context: Context) -> tuple[Term, tuple[Meaning, ...]]:
    """The term with what runs with the variable of its integrals, sums and products written out there, as y = x² in
    ∫ y dx; and the definitions that were used.

    >>> from mlce_sym.documents.in_force.defining import defining
    >>> from mlce_sym.documents.equations.meaning import meaning_of
    >>> context = defining(Context(), meaning_of("y", ("Pow", "x", 2)))
    >>> with_running(("ImproperIntegral", "x", "Reals", "y"), context)[0]
    ('ImproperIntegral', 'x', 'Reals', ('Pow', 'x', 2))
    >>> context = defining(Context(), meaning_of("r", ("Mul", 2, "y_i")))
    >>> with_running(("Sum", "i", ("Range", 1, "n"), "r"), context)[0]
    ('Sum', 'i', ('Range', 1, 'n'), ('Mul', 2, ('Indexed', 'y', 'i')))
    """
    found = [with_running(part, context) for part in children(term)]
    term = rebuilt(term, (part for part, _ in found))
    used = tuple(one for _, some in found for one in some)
    if not is_binder(term) or is_a(term, "Derivative"):
        return term, used
    head, variable, domain, body = compound(term)
    names = [one for one in context.meanings if isinstance(one.pattern, str) and one.name in free(body) - {variable}]
    entry = ("Indexed", variable, variable)  # beside which y_i is an entry
    values = {one.name: alike(entry, context.unfolded(one.name)[0]) for one in names}
    own = tuple(one for one in names if variable in free(values[one.name]))
    inside = substitute(body, {one.name: values[one.name] for one in own})
    return (head, variable, domain, inside), (*used, *own)


def moved(terms: Iterable[Term], context: Context) -> tuple[Term, ...]:
    """The terms so written out, but for what words say is held fixed."""
    free_ = () if ALL in context.fixed else tuple(one for one in context.meanings if one.name not in context.fixed)
    here = replace(context, meanings=free_)
    return tuple(with_moving(term, here)[0] for term in terms)


def moving(slope: Term, context: Context) -> Iterator[Meaning]:
    """The definitions of names in what is differentiated that speak of the variable, other than as an argument."""
    _, variable, near, body = compound(slope)
    point, stem = compound(near)[2], _stem(slope)
    inside = {_shape(leaf) for leaf in _spoken(body, context)} - {_shape(point), variable}
    for meaning in context.meanings:
        if _shape(meaning.pattern) in inside and meaning.name != stem:
            inner = context.forgetting(stem).unfolded(meaning.body)[0]
            if stem in free(inner) - {*meaning.variables}:
                yield meaning


def _spoken(term: Term, context: Context) -> Iterator[Term]:
    """The names, entries and values in a term, without the arguments of functions that the reader has written out: it
    has decided which of these move."""
    if is_a(term, "Apply") and context.scope.arguments.get(str(term[1])) == term[2:]:
        yield term
        return
    if isinstance(term, str) or is_a(term, *CALLS):
        yield term
    for part in children(term):
        yield from _spoken(part, context)


def moving_names(term: Term, context: Context) -> Iterator[str]:
    if is_a(term, "Derivative"):
        yield from (meaning.name for meaning in moving(term, context))
    for part in children(term):
        yield from moving_names(part, context)


def _stem(slope: Term) -> str:
    """The name in which a derivative is taken, or of whose entries in one; of f'(μ) that is none that is written."""
    _, variable, near, _ = compound(slope)
    point = compound(near)[2]
    return str(compound(point)[1] if is_a(point, "Indexed") else variable)


def _shape(term: Term) -> Term:
    """A name, or how often it is applied or has an index."""
    return (term[0], str(compound(term)[1]), len(term)) if isinstance(term, tuple) else term


def _written_out(slope: Term, own: tuple[Meaning, ...], context: Context) -> Term:
    _, variable, near, body = compound(slope)
    point = compound(near)[2]
    known = context.forgetting(_stem(slope))
    inner = [(meaning, known.unfolded(meaning.body)[0]) for meaning in own]
    taken = frozenset[str]().union(every_name(slope), *(every_name(one) for _, one in inner))
    value = fresh("t", taken)
    body = substitute(body, {str(variable): value})
    for meaning, whole in inner:
        names = {name: fresh(f"{name}_1", taken | {value}) for name in meaning.variables}
        whole, pattern = substitute(whole, {**names}), _renamed(meaning.pattern, names)
        moved = with_entry(whole, point, value) if is_a(point, "Indexed") else substitute(whole, {str(variable): value})
        body = replace(meaning, pattern=pattern, variables=tuple(names.values()), body=moved).written_into(body)
    return ("Derivative", value, near, body)


def _renamed(pattern: Term, names: dict[str, str]) -> Term:
    if isinstance(pattern, str):
        return names.get(pattern, pattern)
    return rebuilt(pattern, (_renamed(part, names) for part in children(pattern)))
