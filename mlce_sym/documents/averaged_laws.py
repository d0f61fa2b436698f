r"""A law that a text writes by a mean: "E[x²] = ∫₀¹ x² f(x) dx" says that x has the density f on (0, 1).

It does where f is known, adds up to 1, and no other law of x is. Nothing is refuted by it, for a text may take the next
mean under another density, as that of a posterior.

>>> from mlce_sym.documents.walking import checked
>>> text = "Let $f(x) = 2x$. Then $$E[x] = \\int_0^1 x f(x) dx = \\frac23, \\quad E[x^2] = \\frac12.$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'definition', 'proved', 'proved']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..terms.terms import Term, compound, free, is_a, substitute
from .context import Context
from .followed import MEANS, VALUE, Followed
from .written_laws import is_whole, positive

ENDS = {"Between": "Interval"}  # of a set of which the ends have no weight


def averaged_law(context: Context, left: Term, right: Term, line: int) -> Followed | None:
    """The law that E[g(x)] = ∫ g(x) f(x) dx says; None where it says none."""
    if not (is_a(left, "Apply") and len(left) == 3 and MEANS.fullmatch(str(left[1]))):
        return None
    if not is_a(right, "Sum", "Integral", "ImproperIntegral"):
        return None
    head, variable, domain, body = compound(right)
    weight = _without(body, left[2])
    if weight is None or variable not in free(left[2]) or any(law.is_of(variable) for law in context.laws):
        return None
    density = context.unfolded(weight)[0]
    support = (ENDS[str(domain[0])], *domain[1:]) if head != "Sum" and is_a(domain, *ENDS) else domain
    if VALUE in (free(density) | free(support)) - {variable}:
        return None
    law = Followed(str(variable), substitute(density, {variable: VALUE}), support, line)
    return replace(law, given=tuple(positive(law, context))) if is_whole(law, context) else None


def _without(product: Term, value: Term) -> Term | None:
    """What is left of a product without the factors of another one."""
    rest: Sequence[Term] = _factors(product)
    for factor in _factors(value):
        if factor not in rest:
            return None
        place = rest.index(factor)
        rest = (*rest[:place], *rest[place + 1 :])
    return ("Mul", *rest) if len(rest) > 1 else rest[0] if rest else None


def _factors(term: Term) -> tuple[Term, ...]:
    return term[1:] if is_a(term, "Mul") else (term,)
