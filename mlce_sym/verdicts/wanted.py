"""What would be enough for a proof: the conditions of rules that fit what is judged, and do not follow from what is
given.

>>> from sympy import binomial, symbols
>>> from mlce_sym.border.nodes import Lt
>>> n, k = symbols("n k")
>>> wanted((binomial(n, k), binomial(n, 2)), Given((Lt(1, n),)))
(-1 < k, k < n + 1)
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Basic, LessThan, StrictLessThan

from ..border.binding import names, occurrences, substitute
from ..border.given import Given
from ..border.nodes import Le, Lt, in_words
from ..prover.hypotheses import essential
from ..prover.logic import holds, refuted
from ..prover.matcher import matches
from ..prover.tactics import BY_OTHERS

MOST = 6  # conditions, more than which nobody reads


def wanted(terms: tuple[Basic, ...], given: Given) -> tuple[Basic, ...]:
    """The conditions under which functions of the terms are others, as C(n, k) by Γ; none where one is impossible."""
    free = frozenset[Basic]().union(*map(names, terms))
    parts = dict.fromkeys(part for term in terms for part in occurrences(term) if names(part) <= free)
    found = essential(given, [one for one in dict.fromkeys(_conditions(parts)) if not holds(given, one)])
    return found if len(found) <= MOST and not any(refuted(given, one) for one in found) else ()


def _conditions(parts: Iterable[Basic]) -> Iterable[Basic]:
    for part in parts:
        for rule in (rule for rule in BY_OTHERS if rule.conditions):
            for bindings in matches(rule.lhs, part, rule.schematic):
                yield from (substitute(condition, bindings) for condition in rule.conditions)


def in_brief(condition: Basic) -> str:
    """A condition in words, with its numbers together.

    >>> from sympy import symbols
    >>> from mlce_sym.border.nodes import Le, Lt
    >>> k, n = symbols("k n")
    >>> in_brief(Lt(-1, k - 1)), in_brief(Lt(k, n + 1)), in_brief(Le(0, 1 - k))
    ('0 < k', 'k < n + 1', 'k <= 1')
    """
    if isinstance(condition, (StrictLessThan, LessThan)) and condition.lhs.is_Rational:
        number, rest = condition.rhs.as_coeff_Add()
        sides = (condition.lhs - number, rest)
        sides = (-rest, -sides[0]) if rest.could_extract_minus_sign() else sides
        condition = (Lt if isinstance(condition, StrictLessThan) else Le)(*sides)
    return in_words(condition)
