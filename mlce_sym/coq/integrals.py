"""Scripts for integrals over open intervals: that they exist, in one of the ways of `writers/convergent.py`."""

from __future__ import annotations

from collections.abc import Callable

from ..terms.terms import Compound, Term, compound, is_a, substitute
from ..writers.convergent import Parts, multiples, way
from .parts import NoScript
from .scope import Scope
from .scripts import Script, blocks
from .terms import argument, function

Prove = Callable[[Scope, Term], Script]


def open_interval(domain: Term) -> Script:
    return [f"apply open_interval_{_name(domain)}."]


def convex(domain: Term) -> Script:
    return [f"apply convex_{_name(domain)}."]


def _name(domain: Term) -> str:
    if domain != "Reals" and not is_a(domain, "Interval", "Above", "Below"):
        raise NoScript("an integral over a set of another kind")
    return domain if type(domain) is str else domain[0]


def integrable(prove: Prove, scope: Scope, condition: Compound) -> Script:
    """That the integrand is continuous, with a finite integral of its absolute value."""
    _, variable, domain, body = condition
    if parts := multiples(scope.given, condition):
        _, own, member = scope.under(variable, domain)
        named = [(c, substitute(f, {variable: own}), h) for c, f, h in parts]
        whole, mine = _total(named), substitute(body, {variable: own})
        same = f"apply (Integrable_ext {argument(domain)} {function((own,), whole)} {function((own,), mine)})."
        apart = [f"intros {own} {member}.", "ring."]
        return [same, *blocks([open_interval(domain), apart, _sum(scope, own, domain, named)])]
    if way(scope.given, condition) != "at the ends":
        raise NoScript("an integral that converges in another way")
    _, low, high = compound(domain)
    closed, ends = ("Between", low, high), prove(scope, ("Le", low, high))
    continuous = prove(scope, ("Continuous", closed, ("Lambda", (variable,), body)))
    return ["apply integrable_without_ends.", *blocks([ends, continuous])]


def _total(parts: Parts) -> Term:
    (factor, integrand, _), *rest = parts
    first: Term = ("Mul", ("Add", factor), integrand)
    return ("Add", first, ("Add", _total(rest))) if rest else first


def _sum(scope: Scope, own: str, domain: Term, parts: Parts) -> Script:
    """That the sum of multiples is integrable."""
    (factor, integrand, hypothesis), *rest = parts
    whole = function((own,), integrand)
    multiple = [
        f"apply (Integrable_scal {argument(domain)} {argument(('Add', factor))} {whole}).",
        *blocks([convex(domain), [f"exact {scope.name_of(hypothesis)}."]]),
    ]
    if not rest:
        return multiple
    sides = " ".join(function((own,), _total(side)) for side in (parts[:1], rest))
    split = f"apply (Integrable_plus {argument(domain)} {sides})."
    return [split, *blocks([convex(domain), multiple, _sum(scope, own, domain, rest)])]
