"""What texts leave unsaid: that probabilities add up to 1, counts to n, that labels are one-hot, that a bar is a mean,
that two indices are different.

>>> counts = ("Sum", "j", ("Range", 1, "k"), ("Indexed", "y", "j"))
>>> [words for _, words in premises((("Mul", counts, ("log", "n")), ("Mul", "n", ("log", "n"))))][:2]
['Σ_{j=1}^{k} y_j = 1', 'Σ_{j=1}^{k} y_j = n']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from ...reading.walk.big import SIZE
from ...terms.terms import Term, children, compound, free, is_a
from ..equations.mentions import indices, plain, sizes, subterms, totals
from ..equations.roles import PROBABILITIES, SIZES, stem
from ..equations.wording import said as written
from .context import Context

MOST = 24
LABELS = frozenset(("y", "t", "z", "x", "r", "c", "d", "u", "Y", "T", "Z", "I"))  # what may be 0 or 1
Premise = tuple[tuple[Term, ...], str]


def premises(sides: Iterable[Term], spoken: frozenset[str] = frozenset()) -> Iterator[Premise]:
    """Propositions that would do, each with its words; the likeliest first. Names that are `spoken` of are no labels
    unless the text says so."""
    terms = tuple(sides)
    bars = means(terms)
    several = (one for one in (bars, *_sized(terms, bars), _distributions(terms)) if one)
    found = dict([*((one, ", ".join(map(written, one))) for one in several), *_all(terms, spoken)])
    yield from list(found.items())[:MOST]


def _sized(terms: tuple[Term, ...], bars: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """That n counts the terms of the sums without limits, beside the means."""
    names = frozenset[str]().union(*map(free, terms)) if terms else frozenset[str]()
    if SIZE in names:
        for size in sorted(name for name in names - {SIZE} if stem(name) in SIZES and _is_number(name, terms)):
            yield (("Eq", SIZE, size), *bars)


def _distributions(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """That the probabilities p and the q add up to 1, where there are both."""
    found = dict.fromkeys(total for term in terms for total in totals(term))
    ones = tuple(("Eq", one, 1) for one in found if stem(compound(compound(one)[3])[1]) in PROBABILITIES)
    return ones if len(ones) > 1 else ()


def means(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """That every x̄ is the mean of the x_i, where the terms have both."""
    numbers = {name for term in terms for name in free(term) if _is_number(name, terms)}
    found: dict[str, Term] = {}
    for total in dict.fromkeys(total for term in terms for total in totals(term)):
        entry, domain = compound(total)[3], compound(total)[2]
        for name in (f"bar_{compound(entry)[1]}", f"{compound(entry)[1]}_bar"):
            if name in numbers and name not in free(total):
                found.setdefault(name, ("Eq", name, ("Mul", ("Pow", compound(domain)[2], -1), total)))
    return tuple(found[name] for name in sorted(found))


def whole_means(terms: tuple[Term, ...], context: Context) -> dict[str, Term]:
    """What the bars are that words call means, where the terms sum the data from 1 to one size alone: a sum of some of
    them is no mean of all."""
    bars = {str(bar[1]): bar[2] for bar in map(compound, means(terms)) if bar[1] in context.averages}
    ranges: dict[str, set[Term]] = {}
    for _, _, domain, entry in (compound(total) for term in terms for total in totals(term)):
        ranges.setdefault(str(compound(entry)[1]), set()).add(domain)
    return {name: mean for name, mean in bars.items() if _is_whole(ranges, name, context)}


def sample_means(terms: tuple[Term, ...], context: Context) -> dict[str, Term]:
    """X̄ as the mean of the X_i, where these follow a law and the text says how many there are."""
    found: dict[str, Term] = {}
    spoken = plain(terms)
    shown = [pair for term in terms for pair in sizes(term)]
    for law in context.own_laws:
        size = context.scope.sizes.get(law.variable) or dict(shown).get(law.variable)
        for name in (f"bar_{law.variable}", f"{law.variable}_bar"):
            if law.entries and name in spoken and isinstance(size, str) and size != SIZE and not context.meaning(name):
                total = ("Sum", "i", ("Range", 1, size), ("Indexed", law.variable, "i"))
                found[name] = ("Mul", ("Pow", size, -1), total)
    return found


def _is_whole(ranges: dict[str, set[Term]], bar: str, context: Context) -> bool:
    data = bar.removeprefix("bar_").removesuffix("_bar")
    found = ranges.get(data, set())
    size = next((compound(domain)[2] for domain in found if compound(domain)[1] == 1), None)
    return len(found) == 1 and isinstance(size, str) and context.scope.sizes.get(data, size) == size


def _all(terms: tuple[Term, ...], spoken: frozenset[str]) -> Iterator[Premise]:
    numbers = sorted({name for term in terms for name in free(term) if _is_number(name, terms)})
    counts = {name for term in terms for name in _counted(term)}
    others = counts | spoken | {name for term in terms for name in _in_logs(term)}
    vectors = dict.fromkeys(total for term in terms for total in totals(term))
    for one, other in combinations(sorted({name for term in terms for name in indices(term) & free(term)}), 2):
        yield (("Ne", one, other),), written(("Ne", one, other))
    for _, variable, domain, entry in map(compound, vectors):
        total = ("Sum", variable, domain, entry)
        name = compound(entry)[1]
        for value in (
            *((1,) if name not in counts or name in spoken else ()),
            *(number for number in numbers if stem(number) in SIZES and number not in free(domain)),
        ):
            yield (("Eq", total, value),), written(("Eq", total, value))
        if name in others or stem(name) not in LABELS or any(_multiplies(term, entry) for term in terms):
            continue
        labels = ("ForAll", variable, domain, ("Member", entry, ("Finite", 0, 1)))
        yield (labels,), written(labels)
        yield (labels, ("Eq", total, 1)), f"{written(labels)}, {written(('Eq', total, 1))}"
    shares = [name for name in numbers if stem(name) in PROBABILITIES]
    for place, one in enumerate(shares):
        for other in shares[place + 1 :]:
            complement = ("Eq", ("Add", one, other), 1)
            yield (complement,), written(complement)


def _is_number(name: str, terms: tuple[Term, ...]) -> bool:
    return any(name in subterms(term) for term in terms)


def _counted(term: Term) -> Iterator[str]:
    """The names of data in factorials and binomial coefficients, which are counts."""
    for one in subterms(term):
        if is_a(one, "factorial", "binomial", "gamma"):
            yield from (name for part in one[1:] for name in free(part))


def _in_logs(term: Term) -> Iterator[str]:
    """Those of whose entries there are logarithms: no labels, of which some are 0, but maybe probabilities."""
    return (one[1][1] for one in subterms(term) if is_a(one, "log") and is_a(one[1], "Indexed"))


def _multiplies(term: Term, entry: Term) -> bool:
    """Is the entry a factor of a Π, which is 0 for most labels?"""
    if is_a(term, "Product"):
        factors = compound(term[3])[1:] if is_a(term[3], "Mul") else (term[3],)
        return any(one == entry or (is_a(one, "Pow") and one[1] == entry) for one in factors)
    return any(_multiplies(part, entry) for part in children(term))
