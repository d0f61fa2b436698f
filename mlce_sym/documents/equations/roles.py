"""The usual range of a letter's role: a probability lies in (0, 1), a rate is positive, a size is a whole number.

A role is supposed where nothing is said of a name, and it is reported with the verdict.

>>> product = ("Product", "i", ("Range", 1, "n"), ("Indexed", "p", "i"))
>>> for role in roles((("Mul", ("log", "lambda"), product),)):
...     print(role.proposition, role.words)
('Lt', 0, 'lambda') a rate or scale
('Member', 'n', 'Integers') a size
('Le', 1, 'n') a size
('ForAll', 'i', 'Integers', ('Member', ('Indexed', 'p', 'i'), ('Interval', 0, 1))) a probability
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...terms.terms import Term, children, compound, free, is_a, is_binder
from .mentions import leaves, subterms

PROBABILITIES = frozenset(("p", "q", "pi", "P", "Q", "Pr"))
DENSITIES = frozenset(("p", "q", "P", "Q", "Pr"))
SHARES = frozenset(("theta", "phi", "rho", "mu", "w", "alpha", "beta", "gamma", "lambda", "s", "sigma"))
LABELS = frozenset(("y", "x", "t", "z", "Y", "T"))
POSITIVE = frozenset(("sigma", "tau", "lambda", "kappa", "nu", "alpha", "beta", "Sigma", "Lambda", "s", "psi"))
SIZES = frozenset(("n", "N", "m", "M", "k", "K", "d", "D", "T", "C", "J", "S", "r"))
SIZE = "a size"
ACCENTS = frozenset(("hat", "bar", "tilde", "cal", "bold", "vec", "bb", "widehat", "check", "sf", "tt", "frak", "scr"))


@dataclass(frozen=True)
class Supposed:
    """A proposition, and why it is supposed."""

    proposition: Term
    words: str


def stem(name: str) -> str:
    """The letter of a name, without accents and fixed subscripts.

    >>> stem("hat_p_1"), stem("bar_theta"), stem("sigma_ML")
    ('p', 'theta', 'sigma')
    """
    parts = [part for part in name.split("_") if part not in ACCENTS]
    return parts[0] if parts else name


def subscripts(name: str) -> frozenset[str]:
    """What a name has besides its letter and its accents.

    >>> sorted(subscripts("hat_p_1")), sorted(subscripts("lambda"))
    (['1'], [])
    """
    return frozenset(name.split("_")) - {*ACCENTS, stem(name)}


def is_accented(name: str) -> bool:
    """Is it an estimate, a mean or the like, as λ̂, and not λ?"""
    return name.split("_")[0] in ACCENTS


def roles(terms: Iterable[Term]) -> tuple[Supposed, ...]:
    """What the letters in some terms usually stand for."""
    every = [*terms]
    found: dict[Term, str] = {}
    shares = {part for term in every for part in complements(term)}
    sizes = {name for term in every for name in _bounds(term)}
    least = dict(sorted(pair for term in every for pair in _least(term)))
    ratios = {part for term in every for part in _ratios(term, frozenset())}
    shifted = {name for term in every for name in _shifted_counts(term)} & set(least)
    counts = {part: least.get(part, 0) for part in {*shifted, *(part for term in every for part in _counts(term))}}
    for term in every:
        for part in leaves(term):
            is_value = is_a(part, "Apply")
            said = _of_density(part) if is_value else _role(part, shares, sizes, counts, ratios)
            for proposition, words in said:
                found.setdefault(proposition, words)
    found.update((proposition, "an index") for proposition in _indices(every))
    return tuple(Supposed(proposition, words) for proposition, words in found.items())


def _indices(terms: Iterable[Term]) -> Iterator[Term]:
    """That a free index of data lies where a Σ or Π over the same data runs."""
    every = [*terms]
    ranges = {(name, place): domain for term in every for name, place, domain in _ranges(term, {})}
    for term in every:
        for part in leaves(term):
            if is_a(part, "Indexed"):
                for place, index in enumerate(part[2:]):
                    domain = ranges.get((part[1], place))
                    if isinstance(index, str) and domain is not None and index in free(term):
                        yield ("Member", index, domain)


def _ranges(term: Term, around: dict[str, Term]) -> Iterator[tuple[str, int, Term]]:
    """The data whose entries are taken over a range, at which of their indices, and the range."""
    if is_a(term, "Indexed"):
        found = ((place, around[index]) for place, index in enumerate(term[2:]) if index in around)
        yield from ((term[1], place, domain) for place, domain in found)
    if is_binder(term) and is_a(term[2], "Range") and not free(term[2]) & set(around):
        around = {**around, term[1]: term[2]}
    for part in children(term):
        yield from _ranges(part, around)


def complements(term: Term) -> Iterator[Term]:
    """The names, entries and values x of which the term has 1 - x."""
    for one in subterms(term):
        if is_a(one, "Add") and 1 in one[1:]:
            yield from (part[2] for part in one[1:] if is_a(part, "Mul") and len(part) == 3 and part[1] == -1)


def _ratios(term: Term, bound: frozenset[str]) -> Iterator[Term]:
    """r of Σ_k r^k."""
    if is_a(term, "Pow") and free(term[2]) & bound:
        yield term[1]
    inside = bound | {str(term[1])} if is_a(term, "Sum") else bound
    for part in children(term):
        yield from _ratios(part, inside)


def _counts(term: Term) -> Iterator[str]:
    """The names, and the names of data, of which there are factorials and binomial coefficients."""
    for one in subterms(term):
        for part in one[1:] if is_a(one, "factorial", "binomial") else ():
            if isinstance(part, str) or is_a(part, "Indexed"):
                yield part if isinstance(part, str) else part[1]


def _bounds(term: Term) -> Iterator[str]:
    """The names in the ends of ranges."""
    return (name for one in subterms(term) if is_a(one, "Range", "From") for name in free(one))


def _shifted_counts(term: Term) -> Iterator[str]:
    """n of C(n - 2, k)."""
    for one in subterms(term):
        if is_a(one, "binomial") and is_a(one[1], "Add"):
            yield from (part for part in one[1][1:] if isinstance(part, str))


def _least(term: Term) -> Iterator[tuple[str, int]]:
    """The names in upper ends of ranges, and from where on these are not empty: n ≥ 2 where a sum is from 2 to n, or
    from 0 to n - 2."""
    for one in subterms(term):
        if is_a(one, "Range") and isinstance(one[1], int):
            name, less = _end(one[2])
            if name and one[1] - less > 0:
                yield name, one[1] - less


def _end(term: Term) -> tuple[str, int]:
    """n and -2 of n - 2.

    >>> _end(("Add", "n", -2)), _end(("Mul", 2, "n"))
    (('n', -2), ('', 0))
    """
    if is_a(term, "Add") and len(term) == 3:
        first, second = sorted(term[1:], key=lambda part: isinstance(part, int))
        return (first, second) if isinstance(first, str) and isinstance(second, int) else ("", 0)
    return (term, 0) if isinstance(term, str) else ("", 0)


def _role(
    part: Term, shares: set[Term], sizes: set[str], counts: dict[str, int], ratios: set[Term]
) -> Iterator[tuple[Term, str]]:
    name = part if isinstance(part, str) else str(compound(part)[1])
    letter = stem(name)
    one, quantified = general(part)
    if name in counts:
        yield quantified(("Member", one, "Integers")), "a count"
        yield quantified(("Le", counts[name], one)), "a count"
    elif isinstance(part, str) and part in sizes:
        yield ("Member", part, "Integers"), SIZE
        yield ("Le", 1, part), SIZE
    elif part in shares and letter in LABELS:
        yield quantified(("Le", 0, one)), "a label from 0 to 1"
        yield quantified(("Le", one, 1)), "a label from 0 to 1"
    elif letter in PROBABILITIES or (part in shares and letter in SHARES):
        yield quantified(("Member", one, ("Interval", 0, 1))), "a probability"
    elif letter in POSITIVE:
        yield quantified(("Lt", 0, one)), "a rate or scale"
    elif isinstance(part, str) and letter in SIZES and part not in ratios:
        yield ("Le", 1, part), SIZE


def _of_density(part: Term) -> Iterator[tuple[Term, str]]:
    """That p(x) is not negative; a density has the names of its arguments in its own. Of more than two arguments that
    is not said, for no values are drawn that meet it for all of them."""
    letter, bar, _ = str(compound(part)[1]).partition("_")
    if bar and letter in DENSITIES and len(compound(part)) <= len(("Apply", "p", "x", "y")):
        one, quantified = general(part)
        yield quantified(("Le", 0, one)), "a density or a probability"


def general(part: Term) -> tuple[Term, Callable[[Term], Term]]:
    """The name, or its entry or value at any place; and how something is said for all of these."""
    if isinstance(part, str):
        return part, lambda statement: statement
    head, name, *arguments = compound(part)
    domain = "Integers" if head == "Indexed" else "Reals"
    variables = ["i" if len(arguments) == 1 else f"i_{number}" for number in range(1, len(arguments) + 1)]

    def quantified(statement: Term) -> Term:
        for variable in reversed(variables):
            statement = ("ForAll", variable, domain, statement)
        return statement

    return (head, name, *variables), quantified
