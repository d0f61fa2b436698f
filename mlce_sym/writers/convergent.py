"""Why an integral over an open interval exists, as far as Coq is told: it is supposed; or it is a sum of multiples of
such ones; or the function is continuous on the closed interval, too. Of other convergence there is no certificate.

>>> from mlce_sym.logic.given import assumed
>>> square = ("Converges", "t", ("Interval", 0, 1), ("Pow", "t", 2))
>>> way(assumed((), ()), square)
'at the ends'
>>> way(assumed((), ()), ("Converges", "t", ("Above", 0), ("exp", ("Mul", -1, "t"))))
''
"""

from __future__ import annotations

from ..logic.algebra import equal, normal
from ..logic.definedness import undefined
from ..logic.given import Given, readable
from ..logic.polynomials import UNIT, Monomial, Quotient, ordered, term_of
from ..terms.terms import Compound, Term, compound, free, is_a, substitute

Parts = list[tuple[Term, Term, Term]]  # a coefficient, what is multiplied, and the hypothesis about it


def way(given: Given, condition: Compound) -> str:
    """How Coq is shown that an integral exists; nothing where it is not."""
    _, variable, domain, body = condition
    if readable(condition) in given.stated:
        return "given"
    if multiples(given, condition):
        return "multiples"
    return "at the ends" if is_a(domain, "Interval") and _to_the_ends(given, variable, domain, body) else ""


def _to_the_ends(given: Given, variable: str, domain: Compound, body: Term) -> bool:
    closed = ("Integral", variable, ("Between", *domain[1:]), body)
    return undefined(given, closed) is None


def multiples(given: Given, condition: Compound) -> Parts:
    """The sum of multiples of supposed integrands that the integrand is; nothing if it is none."""
    _, variable, domain, body = condition
    form = normal(body)
    known = [h for h in given.hypotheses if is_a(h, "Converges") and equal(h[2], domain)]
    found: Parts = []
    for monomial, times in ordered(form.top) if form.bottom == UNIT else ():
        part = next((p for h in known if (p := _multiple(monomial, compound(h), variable))), None)
        if part is None:
            return []
        factor, integrand, hypothesis = part
        found.append((("Mul", term_of(Quotient({frozenset(): times})), factor), integrand, hypothesis))
    return found


def _multiple(monomial: Monomial, hypothesis: Compound, variable: str) -> tuple[Term, Term, Term] | None:
    _, own, _, body = hypothesis
    integrand = substitute(body, {own: variable})
    form = normal(integrand)
    if form.bottom != UNIT or len(form.top) != 1 or set(form.top.values()) != {1}:
        return None
    (base,) = form.top
    rest = term_of(Quotient({monomial - base: next(iter(form.top.values()))}))
    return (rest, integrand, hypothesis) if base <= monomial and variable not in free(rest) else None
