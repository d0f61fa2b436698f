"""A family of distributions: the density of one observation, its support, its parameters, and what is known."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Basic, Expr, IndexedBase, Set, Symbol


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

    @property
    def moving(self) -> frozenset[Basic]:
        """The parameters on which it depends where an observation may lie."""
        return frozenset(self.data.domain.free_symbols & {p.symbol for p in self.parameters})
