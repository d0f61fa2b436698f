"""Derivatives of terms of the certificate language, by the rules of calculus, where the terms are smooth.

It shares nothing with the kernel's rules of calculus: a wrong rule there is noticed here. Nothing is ever substituted:
the k-th partial derivative of a function f, known or defined, is the function f'k, and the slope of a derivative at a
point a is ("At", x, a, slope), so that no name can be captured.

>>> differentiated(("Mul", "x", ("exp", ("Mul", 2, "t"))), "t")
('Mul', 'x', ('Mul', ('exp', ('Mul', 2, 't')), ('Mul', 2, 1)))
"""

from __future__ import annotations

from collections.abc import Iterable

from .functions import DERIVATIVES
from .plain import SCOPES, Compound, Term, free_names
from .reals import Undetermined


def differentiated(term: Term, t: str) -> Term:
    """The derivative in t, as a term in t, which is right where the term is smooth in t.

    Raises Undetermined where t moves an index, a bound, or what is not smooth.
    """

    def of(part: Term) -> Term:
        return differentiated(part, t)

    if not isinstance(term, tuple) or t not in free_names(term):
        return int(term == t)
    head, *parts = term
    if head == "Add":
        return ("Add", *map(of, parts))
    if head == "Mul":
        first, rest = parts[0], parts[1] if len(parts) == 2 else ("Mul", *parts[1:])
        return _sum(_times(of(first), rest), _times(first, of(rest)))
    if head == "log":
        return _times(of(parts[0]), ("Pow", parts[0], -1))
    if head == "exp":
        return _times(term, of(parts[0]))
    if head == "Pow":
        return _of_power(term, *map(of, parts), moved=t in free_names(parts[1]))
    if head == "Apply":
        return _of_call(term, [of(part) for part in parts[1:]])
    if head in SCOPES:
        return _of_scope(term, t)
    if head == "Cases" and t not in free_names(parts[0]):
        return ("Cases", parts[0], of(parts[1]), of(parts[2]))
    if head in DERIVATIVES:
        return _by_chain_rule(DERIVATIVES[head](*parts), map(of, parts))
    raise Undetermined(f"the derivative of {head}")


def partial(name: str) -> tuple[str, int] | None:
    """Of f'k: the function f and the place k of the argument in which it is differentiated."""
    function, mark, place = name.rpartition("'")
    return (function, int(place)) if mark else None


def _partial_of(name: str, place: int) -> str:
    """The name of a partial derivative: in which order they are taken does not matter (Rudin, 9.41)."""
    function, *places = name.split("'")
    return "'".join((function, *map(str, sorted((*map(int, places), place)))))


def _sum(a: Term, b: Term) -> Term:
    return b if a == 0 else a if b == 0 else ("Add", a, b)


def _times(a: Term, b: Term) -> Term:
    return 0 if 0 in (a, b) else ("Mul", a, b)


def _of_power(term: Compound, of_base: Term, of_exponent: Term, *, moved: bool) -> Term:
    """At base 0 it has a value only for an exponent that is written as an integer: others need not be smooth there."""
    _, base, exponent = term
    lowered = ("Pow", base, exponent - 1) if isinstance(exponent, int) else ("Mul", term, ("Pow", base, -1))
    by_base = _times(_times(exponent, lowered), of_base)
    return _sum(by_base, _times(_times(term, ("log", base)), of_exponent)) if moved else by_base


def _by_chain_rule(slopes: Iterable[Term | None], inner: Iterable[Term]) -> Term:
    total: Term = 0
    for slope, derivative in zip(slopes, inner, strict=True):
        if slope is None:
            if derivative != 0:
                raise Undetermined("the derivative in an argument that is an integer")
            continue
        total = _sum(total, _times(slope, derivative))
    return total


def _of_call(term: Compound, inner: list[Term]) -> Term:
    """By the chain rule, one argument after the other; what does not move may be an index, and is left alone."""
    _, name, *arguments = term
    total: Term = 0
    for place, derivative in enumerate(inner):
        total = _sum(total, _times(("Apply", _partial_of(name, place), *arguments), derivative))
    return total


def _of_scope(term: Compound, t: str) -> Term:
    head, variable, domain, *bodies = term
    if head == "Derivative":
        return differentiated(("At", variable, domain[2], differentiated(bodies[0], variable)), t)
    if head == "At":
        return _at_a_moving_point(variable, domain, bodies[0], t)
    if head not in ("Sum", "Product") or domain[0] != "Range" or t in free_names(domain):
        raise Undetermined(f"the derivative of {head}")
    inner = differentiated(bodies[0], t)
    return ("Sum", variable, domain, inner) if head == "Sum" else _of_product(variable, domain, bodies[0], inner)


def _at_a_moving_point(variable: str, point: Term, body: Term, t: str) -> Term:
    """Of f(a, t), where t may move both the point a, at which x in f(x, t) is taken, and f itself."""
    by_body = differentiated(body, t) if t != variable else 0
    by_point = differentiated(point, t)
    moved = 0 if by_point == 0 else differentiated(body, variable)
    return _sum(_at(variable, point, by_body), _times(_at(variable, point, moved), by_point))


def _at(variable: str, point: Term, body: Term) -> Term:
    return 0 if body == 0 else ("At", variable, point, body)


def _of_product(variable: str, domain: Term, body: Term, inner: Term) -> Term:
    """The sum, over the factor that is differentiated, of the products."""
    chosen = _unused(variable, free_names(domain) | free_names(body) | free_names(inner))
    here = ("KroneckerDelta", variable, chosen)
    others = ("Mul", ("Add", 1, ("Mul", -1, here)), body)
    return ("Sum", chosen, domain, ("Product", variable, domain, ("Add", others, ("Mul", here, inner))))


def _unused(name: str, taken: Iterable[str]) -> str:
    """A name that is neither this one nor taken, and that no certificate has."""
    used = {name, *taken}
    while name in used:
        name += "'"
    return name
