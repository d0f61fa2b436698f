"""A family of distributions: the density of one observation, its support, its parameters, and what is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sympy import Basic, Expr, FiniteSet, IndexedBase, Interval, Range, S, Set, Symbol, oo

from ..border.nodes import IndexRange, Le, Lt, Member
from ..terms.errors import MlceError


class Unsupported(MlceError, ValueError):
    """A family whose loss cannot be derived; the message says what is missing, in one line."""


@dataclass(frozen=True)
class Named:
    """A number with a name, and the set in which it lies; `latex` where that is not the usual spelling.

    With `each` there is one number for each observation, such as a variance v_i.
    """

    symbol: Symbol
    domain: Set
    latex: str = ""
    each: bool = False

    @property
    def entry(self) -> Expr:
        """The number as it is written: v, or v[i] where there is one for each observation."""
        return IndexedBase(self.symbol.name)[Symbol("i")] if self.each else self.symbol


@dataclass(frozen=True)
class Family:
    """The density (or probability) f(y) of an observation y, for parameters to be estimated and constants known.

    `called` is the name under which its loss is known. A quasi-likelihood has a mean and a variance function like a
    density's, but does not sum or integrate to 1, and nothing is said of its total; nor is it of a contribution to a
    likelihood, such as that of a censored observation. `given` are facts that the domains do not say, such as b < 1.
    `joint` are those of the known numbers that are observed together with y: it is a density of all of them.
    """

    name: str
    title: str
    density: Expr
    data: Named
    parameters: tuple[Named, ...]
    known: tuple[Named, ...] = ()
    called: str = ""
    source: str = ""
    quasi: bool = False
    given: tuple[Basic, ...] = ()
    contribution: bool = False
    joint: tuple[Symbol, ...] = ()

    @property
    def moving(self) -> frozenset[Basic]:
        """The parameters on which it depends where an observation may lie."""
        return frozenset(self.data.domain.free_symbols & {p.symbol for p in self.parameters})


def facts(term: Basic, domain: Set) -> Iterator[Basic]:
    """That a number lies in a set, as the kernel says it. Raises Unsupported for a set that it has no words for."""
    if domain in (S.Reals, S.Integers):
        yield from () if domain == S.Reals else (Member(term, S.Integers),)
    elif domain in (S.Naturals, S.Naturals0):
        yield from (Member(term, S.Integers), Le(0 if domain == S.Naturals0 else 1, term))
    elif isinstance(domain, FiniteSet):
        yield Member(term, domain)
    elif isinstance(domain, Range) and domain.step == 1 and domain.stop == oo:
        yield from (Member(term, S.Integers), Le(domain.start, term))
    elif isinstance(domain, Range) and domain.step == 1:
        yield Member(term, IndexRange(domain.start, domain.stop - 1))
    elif isinstance(domain, Interval):
        yield from _between(term, domain)
    else:
        raise Unsupported(f"{term} in {domain}: a set of another kind than intervals, integers and finite sets")


def _between(term: Basic, domain: Interval) -> Iterator[Basic]:
    if domain.start != -oo:
        yield (Lt if domain.left_open else Le)(domain.start, term)
    if domain.end != oo:
        yield (Lt if domain.right_open else Le)(term, domain.end)
