r"""A law that a text writes by a mean: "E[x²] = ∫₀¹ x² f(x) dx" says that x has the density f on (0, 1), and p(x) = …
is the density of x in E[x²] where the text does not say more.

It is where f is known, adds up to 1, and no other law of x is. Nothing is refuted by it, for a text may take the next
mean under another density, as that of a posterior.

>>> from mlce_sym.documents.walking import checked
>>> text = "Let $f(x) = 2x$. Then $$E[x] = \\int_0^1 x f(x) dx = \\frac23, \\quad E[x^2] = \\frac12.$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'definition', 'proved', 'proved']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...terms.terms import Term, compound, free, is_a, substitute
from ..equations.mentions import subterms
from ..in_force.context import Context, differ_as_densities
from ..in_force.followed import MEANS, VALUE, Followed
from ..in_force.laws import ENTROPIES, is_moment
from .written_laws import is_whole, positive

MOST = 9  # powers that are taken apart
ENDS = {"Between": "Interval"}  # of a set of which the ends have no weight


def averaged_law(context: Context, left: Term, right: Term, line: int) -> Followed | None:
    """The law that E[g(x)] = ∫ g(x) f(x) dx says; None where it says none."""
    if not (is_a(left, "Apply") and len(left) == 3 and MEANS.fullmatch(str(left[1]))):
        return None
    if not is_a(right, "Sum", "Integral", "ImproperIntegral"):
        return None
    head, variable, domain, body = compound(right)
    weight = _without(body, left[2])
    known = [law for law in context.laws if law.is_of(variable)]
    if weight is None or variable not in free(left[2]) or not all(law.is_unsure for law in known):
        return None
    support = (ENDS[str(domain[0])], *domain[1:]) if head != "Sum" and is_a(domain, *ENDS) else domain
    law = _law(context, str(variable), weight, support, line)
    return None if law is None or any(_is_same(one, law) for one in known) else law


def _is_same(one: Followed, other: Followed) -> bool:
    """May they be the same law?"""
    return one.support == other.support and not differ_as_densities(one.density, other.density, VALUE, one.support)


def with_densities(context: Context, sides: Sequence[Term]) -> Context:
    """With the laws of the variables in means and entropies of which p(x) alone is known, over all numbers: what is 1
    there in all is a density."""
    averaged = (part for side in sides for part in subterms(side) if is_moment(part) or _is_entropy(part))
    for name in sorted({name for part in averaged for one in compound(part)[2:] for name in free(one)}):
        own = [one for one in context.meanings if is_a(one.pattern, "Apply") and name in compound(one.pattern)[2:]]
        is_alone = [one.pattern for one in own] == [("Apply", f"p_{name}", name)] and not own[0].soft
        if not is_alone or any(law.is_of(name) for law in context.laws):
            continue
        law = _law(context, name, own[0].pattern, "Reals", own[0].line)
        context = context if law is None else context.with_law(law)
    return context


def _is_entropy(term: Term) -> bool:
    return is_a(term, "Apply") and term[1] in ENTROPIES


def _law(context: Context, variable: str, weight: Term, support: Term, line: int) -> Followed | None:
    """The law, if the density adds up to 1; what is said in other sections of its names serves where it has to."""
    name = str(weight[1]) if is_a(weight, "Apply") else "E"  # whatever says another thing of it ends the law
    own = replace(context, meanings=tuple(one for one in context.meanings if not one.soft))
    for here in (own, context):
        density = here.forgetting(variable).unfolded(weight)[0]
        if VALUE in (free(density) | free(support)) - {variable}:
            return None
        law = Followed(variable, substitute(density, {variable: VALUE}), support, line, name=name)
        if is_whole(law, here):
            return replace(law, given=tuple(positive(law, here)))
    return None


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
    """The factors; x³ as three of them."""
    if is_a(term, "Mul"):
        return tuple(factor for part in compound(term)[1:] for factor in _factors(part))
    count = term[2] if is_a(term, "Pow") else 0
    return (compound(term)[1],) * count if isinstance(count, int) and 1 < count <= MOST else (term,)
