"""What must hold for a term to be defined (`docs/certificate.md`, Definedness), as closed propositions.

`("Implies", P, c)` says that c holds in the case P, `("IsRange", l, m)` that l and m are integers with l - 1 <= m, and
`("Smooth", x, A, f)` that A is open, and x ↦ f has derivatives of every order at each of its points.
`("OpenInterval", A)` says that A is an open interval, and
`("Continuous", ("Between", a, b), Lambda)` that the function is continuous at each point from a to b.

>>> needs(("Sum", "i", ("Range", 1, "n"), ("log", ("Indexed", "p", "i"))))
(('IsRange', 1, 'n'), ('ForAll', 'i', ('Range', 1, 'n'), ('Lt', 0, ('Indexed', 'p', 'i'))))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from ..functions import FUNCTIONS
from ..logic.given import at_arguments, cases
from ..terms.terms import Compound, Term, alpha, children, free, is_a, is_binder, number
from .scope import values_of

Unfold: TypeAlias = "Callable[[Term], Term | None]"
Own = Callable[[Term], Iterator[Compound]]
OF_FUNCTIONS = ("Derivative", "Integral")
OF_PROBABILITIES = ("Entropy", "CrossEntropy", "KLDivergence")


def needs(term: Term, unfold: Unfold = lambda term: None) -> tuple[Term, ...]:
    """Every condition once, in the order of reading; `unfold` gives what a defined name stands for."""
    return _distinct(_needs(term, unfold, _own))


def formed(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The conditions of index ranges, functions, distributions, series, derivatives and integrals, which no rule
    repeats. That a function is smooth makes sense only where it is defined, so all that its body needs is among them.
    """
    return _distinct(c for term in terms for c in _needs(term, lambda term: None, _of_domain))


def _distinct(conditions: Iterable[Term]) -> tuple[Term, ...]:
    found: dict[Term, Term] = {}
    for condition in conditions:
        found.setdefault(alpha(condition), condition)
    return tuple(c for c in found.values() if not _repeated(c, found))


def _repeated(condition: Term, found: Mapping[Term, Term]) -> bool:
    """Is it said for every value of a variable that it does not mention, and also without?"""
    if not is_a(condition, "ForAll"):
        return False
    _, variable, _, body = condition
    return variable not in free(body) and (alpha(body) in found or _repeated(body, found))


def _needs(term: Term, unfold: Unfold, own: Own) -> Iterator[Term]:
    if type(term) is int:
        return
    if is_binder(term):
        head, variable, domain, *bodies = term
        yield from _needs(domain, unfold, own)
        within = _own if head in OF_FUNCTIONS else own
        inside = [c for body in bodies for c in _needs(body, unfold, within)]
        inside += _of_probabilities(head, bodies)
        yield from (c for condition in inside for c in _for_all(variable, values_of(domain), condition))
        if head == "Derivative":
            yield ("Smooth", variable, values_of(domain), bodies[0])
        elif head == "Integral":
            yield ("Continuous", values_of(domain), ("Lambda", (variable,), bodies[0]))
        elif head == "ImproperIntegral" or (is_a(domain, "From") and head == "Sum"):
            yield from _of_open_interval(domain)
            yield ("Converges", variable, domain, bodies[0])
        return
    if is_a(term, "Cases"):
        yield from _needs(term[1], unfold, own)
        for case, value, other in cases(term):
            if is_a(value, "Undefined"):
                yield _said(other)
            else:
                yield from (("Implies", _said(case), condition) for condition in _needs(value, unfold, own))
        return
    for part in children(term):
        yield from _needs(part, unfold, own)
    yield from (c for c in own(term) if not _evident(c))
    body = unfold(term)
    if body is not None:
        yield from _needs(body, unfold, own)


def _said(case: Term | None) -> Term:
    assert case is not None  # cases by a membership are said to be uncertified
    return case


def _of_open_interval(domain: Term) -> Iterator[Compound]:
    """What makes the domain of an improper integral an open interval, if it is not evident."""
    if is_a(domain, "Interval") and not _evident(("Le", *domain[1:])):
        yield ("Le", *domain[1:])
    elif type(domain) is str and domain != "Reals":
        yield ("OpenInterval", domain)


def _for_all(variable: str, domain: Term, condition: Term) -> Iterator[Term]:
    """The condition for every element of the domain, where it is not that it is an element."""
    if domain == "Reals" and variable not in free(condition):
        yield condition
    elif condition not in (("Member", variable, domain), ("Member", variable, _without_point(domain))):
        yield ("ForAll", variable, domain, condition)


def _without_point(domain: Term) -> Term:
    return domain[1] if is_a(domain, "Without") else domain


def _of_probabilities(head: str, bodies: list[Term]) -> Iterator[Term]:
    if head in OF_PROBABILITIES:
        yield ("Le", 0, bodies[0])
        yield from (("Lt", 0, body) for body in bodies[1:])


def _own(term: Term) -> Iterator[Compound]:
    if is_a(term, "log"):
        yield ("Lt", 0, term[1])
    if is_a(term, "Pow"):
        _, base, exponent = term
        if type(exponent) is not int:
            yield ("Lt", 0, base)
        elif exponent < 0:
            yield ("Ne", base, 0)
    yield from _of_domain(term)


def _of_domain(term: Term) -> Iterator[Compound]:
    if is_a(term, "Range"):
        yield ("IsRange", *term[1:])
    elif is_a(term, "Near") and term[1] != "Reals":
        yield ("Member", term[2], term[1])
    elif is_a(term, "Between"):
        yield ("Le", *term[1:])
    elif is_a(term, "From"):
        yield ("Member", term[1], "Integers")
    elif is_a(term, *FUNCTIONS):
        yield from at_arguments(term, FUNCTIONS[term[0]].where)


def _evident(condition: Compound) -> bool:
    """Is it a fact of numbers alone?"""
    if condition[0] == "Member":
        return condition[2] == "Integers" and type(condition[1]) is int
    values = [number(part) for part in condition[1:]]
    if None in values:
        return False
    low, high = values
    if condition[0] == "IsRange":
        return low.denominator == high.denominator == 1 and low - 1 <= high  # type: ignore[union-attr, operator]
    if condition[0] == "Le":
        return low <= high  # type: ignore[operator]
    return low < high if condition[0] == "Lt" else low != high  # type: ignore[operator]
