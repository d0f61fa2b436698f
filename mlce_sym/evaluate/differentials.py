"""Derivatives of terms of the certificate language, by the rules of calculus, where the terms are smooth.

It shares nothing with the kernel's rules of calculus: a wrong rule there is noticed here.

>>> differentiated(("Mul", "x", ("exp", ("Mul", 2, "t"))), "t", {})
('Mul', 'x', ('Mul', ('exp', ('Mul', 2, 't')), ('Mul', 2, 1)))
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..terms.terms import fresh, substitute
from .plain import BINDERS, Term, free_names
from .reals import Undetermined


def differentiated(term: Term, t: str, definitions: Mapping[Any, Any]) -> Term:
    """The derivative in t, as a term in t. The k-th partial derivative of an unknown function f is called f'k.

    Raises Undetermined where t moves an index, a bound, or what is not smooth.
    """

    def of(part: Term) -> Term:
        return differentiated(part, t, definitions)

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
        return _of_call(term, [of(part) for part in parts[1:]], definitions)
    if head in BINDERS:
        return _of_binder(term, t, definitions)
    raise Undetermined(f"the derivative of {head}")


def _sum(a: Term, b: Term) -> Term:
    return b if a == 0 else a if b == 0 else ("Add", a, b)


def _times(a: Term, b: Term) -> Term:
    return 0 if 0 in (a, b) else ("Mul", a, b)


def _of_power(term: Term, of_base: Term, of_exponent: Term, *, moved: bool) -> Term:
    _, base, exponent = term
    less = exponent - 1 if isinstance(exponent, int) else ("Add", exponent, -1)
    by_base = _times(_times(exponent, ("Pow", base, less)), of_base)
    return _sum(by_base, _times(_times(term, ("log", base)), of_exponent)) if moved else by_base


def _of_call(term: Term, inner: list[Term], definitions: Mapping[Any, Any]) -> Term:
    """By the chain rule, one argument after the other."""
    _, name, *arguments = term
    total: Term = 0
    for place, derivative in enumerate(inner):
        if derivative != 0:  # what does not move need not be differentiable: it may be an index
            partial = _partial(name, arguments, place, definitions)
            total = _sum(total, _times(partial, derivative))
    return total


def _partial(name: str, arguments: list[Term], place: int, definitions: Mapping[Any, Any]) -> Term:
    if ("Apply", name) not in definitions:
        return ("Apply", f"{name}'{place}", *arguments)
    parameters, body = definitions["Apply", name]
    return substitute(
        differentiated(body, parameters[place], definitions), dict(zip(parameters, arguments, strict=True))
    )


def _of_binder(term: Term, t: str, definitions: Mapping[Any, Any]) -> Term:
    head, variable, domain, body = term[:4]
    if head == "Derivative":
        slope = substitute(differentiated(body, variable, definitions), {variable: domain[2]})
        return differentiated(slope, t, definitions)
    if head not in ("Sum", "Product") or t in free_names(domain):
        raise Undetermined(f"the derivative of {head}")
    if variable == t or variable in free_names(domain):
        name = fresh(variable, {t, *free_names(domain), *free_names(body)})
        variable, body = name, substitute(body, {variable: name})
    inner = differentiated(body, t, definitions)
    return ("Sum", variable, domain, inner) if head == "Sum" else _of_product(variable, domain, body, inner)


def _of_product(variable: str, domain: Term, body: Term, inner: Term) -> Term:
    """The sum, over the factor that is differentiated, of the products."""
    chosen = fresh(variable, {variable, *free_names(domain), *free_names(body), *free_names(inner)})
    here = ("KroneckerDelta", variable, chosen)
    others = ("Mul", ("Add", 1, ("Mul", -1, here)), body)
    return ("Sum", chosen, domain, ("Product", variable, domain, ("Add", others, ("Mul", here, inner))))
