"""The product rule of densities, p(x, y) = p(x | y) p(y), of which Bayes' theorem is made: with conditional densities
as quotients of joint ones, both sides are the same. It is named, and not proved: nothing else says what p is.

>>> from mlce_sym.reading.texts.rows import parse
>>> from mlce_sym.reading.walk.readings import read
>>> for text in (r"p(y|a) p(a) = p(y, a)", r"p(y|a) p(a)/p(y) = p(a|y)", r"p(y|a) p(y) = p(y, a)"):
...     (left, right), = parse(text)
...     print(is_product_rule(read((left.tree, right.tree))[0]))
True
True
False
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...reading.walk.readings import Reading
from ...terms.terms import Term, compound, is_a
from ..equations.links import ASSUMPTION, Verdict
from ..equations.meaning import meaning_of
from ..in_force.context import Context
from ..in_force.defining import defining

PRODUCT_RULE = Verdict(ASSUMPTION, "the product rule of densities")
Joint = tuple[str, frozenset[tuple[str, Term]]]  # the letter, and what stands for each of the arguments
Densities = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


def is_product_rule(reading: Reading) -> bool:
    """Are both sides products and quotients of densities, and the same ones of joint densities?"""
    densities = {name: (first, given) for name, first, given in reading.densities}
    try:
        left, right = (_joint(side, densities) for side in reading.terms)
    except ValueError:
        return False
    return bool(left) and left == right


def by_product_rule(context: Context, sides: tuple[Term, ...], line: int) -> Context:
    """With the right side, where it is a density of which nothing is said above, as what the left one is."""
    left, right = sides
    form = meaning_of(right, left, line)
    if form is None or context.meaning(form.name) is not None:
        return context
    return defining(context, replace(form, soft=True))


def _joint(side: Term, densities: Densities) -> dict[Joint, int]:
    """How often each joint density is a factor; ValueError where there is another factor."""
    found = Counter[Joint]()
    for joint, times in _factors(side, 1, densities):
        found[joint] += times
    return {joint: times for joint, times in found.items() if times and joint[1]}


def _factors(term: Term, times: int, densities: Densities) -> Iterator[tuple[Joint, int]]:
    if is_a(term, "Mul"):
        for factor in compound(term)[1:]:
            yield from _factors(factor, times, densities)
    elif is_a(term, "Pow") and isinstance(power := compound(term)[2], int):
        yield from _factors(compound(term)[1], times * power, densities)
    else:
        letter, own, given = _density(term, densities)
        yield (letter, own | given), times
        yield (letter, given), -times


def _density(term: Term, densities: Densities) -> tuple[str, frozenset[tuple[str, Term]], frozenset[tuple[str, Term]]]:
    """The letter of a density, and its arguments before and after the bar."""
    name, *values = compound(term)[1:] if is_a(term, "Apply") else ("",)
    first, given = densities.get(str(name), ((), ()))
    names = (*first, *given)
    if not names or len({*names}) != len(names) or len(values) != len(names):
        raise ValueError
    label = "_".join(first) + "_given_" * bool(given) + "_".join(given)
    pairs = [*zip(names, values, strict=True)]
    return str(name).removesuffix(label), frozenset(pairs[: len(first)]), frozenset(pairs[len(first) :])
