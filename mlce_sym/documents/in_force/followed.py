"""A random variable that follows a law: density and support, what a text calls them, means and probabilities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...certificate.names import every_name
from ...terms.terms import Term, fresh, is_a, substitute
from ..equations.meaning import exchanged

MEANS = re.compile(r"(?:bb_|cal_)?E(?:_(\w+))?")
ENTRY = re.compile(r"(\w+?)_(?:\d+|[a-w])")
VALUE = "x"  # in a density, where no parameter is called so
FIRST = "P"  # the distribution of which a mean is taken, where there are two


@dataclass(frozen=True)
class Form:
    """A density that D(a, b) may mean, and the parameters, each with what words may call it, as the mean."""

    density: Term
    parameters: tuple[tuple[Term, str], ...] = ()


@dataclass(frozen=True)
class Followed:
    """A random variable, its density in x, the values that it takes, the line that says so, what the distribution is
    called, as in P: X ∼ D(a, b), whether the text writes the density itself, and whether X_1, X_2, … follow it, too;
    all that D(a, b) may mean, of which the density is the first; what the text calls the density where that alone says
    what the law is, and what such a law needs; where it holds once something is known, what that is; the names of
    variables that are independent of it, with its own one if the X_i are; mean and variance, if no more is known."""

    variable: str
    density: Term
    support: Term
    line: int
    label: str = ""
    written: bool = False
    entries: bool = False
    forms: tuple[Form, ...] = ()
    name: str = ""
    given: tuple[Term, ...] = ()
    known: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    moments: tuple[Term, Term | None] | None = None
    value: str = VALUE  # in the density

    @property
    def parameters(self) -> tuple[tuple[Term, str], ...]:
        return self.forms[0].parameters if self.forms else ()

    def as_one_of(self, forms: Iterable[Form]) -> Followed | None:
        """The law, if it is one of these; None if there are none."""
        kept = tuple(forms)
        return replace(self, forms=kept, density=kept[0].density) if kept else None

    def certainly(self) -> Iterator[Followed]:
        """The law as each that may be meant, as if the text wrote its density."""
        yield from (replace(self, density=form.density, written=True) for form in self.forms)

    @property
    def names(self) -> frozenset[str]:
        """What a text may call the density: p(x), f_X(x), Pr(X = x)."""
        variables = self.variable.lower(), self.variable
        if self.moments:
            return frozenset()
        if self.label:
            return frozenset(f"{self.label.lower()}_{name}" for name in variables)
        chances = variables if self.is_discrete else (self.variable.lower(),)  # P(T = 1) is 0 elsewhere
        own = (f"{letter}_{name}" for letter in ("p", "f") for name in variables)
        return frozenset((*own, *(f"{letter}_{name}" for letter in ("P", "Pr", "bb_P") for name in chances)))

    def at(self, value: Term) -> Term:
        return substitute(self.density, {self.value: value})

    def is_averaged(self, name: str) -> bool:
        """Is E, E_X, E_{p(x)} or E_{X ∼ P} a mean over it? Without a subscript it is that of the first of several."""
        found = MEANS.fullmatch(name)
        if found is None:
            return False
        said = set((found[1] or "").split("_")) - {"", "open", "close", "like"}
        own = {self.variable, self.variable.lower()}
        labels = {self.label, self.label.lower()} if self.label else {"p", "f", "P"}
        return said <= own | labels and (self.is_first or bool(said & labels))

    def is_of(self, atom: Term) -> bool:
        """Is it the variable, or one of those that follow the same law?"""
        if is_a(atom, "Indexed"):
            return self.entries and atom[1] in (self.variable, self.variable.lower())
        found = ENTRY.fullmatch(atom) if isinstance(atom, str) and self.entries else None  # X_max is none
        return atom in (self.variable, self.variable.lower()) or (found is not None and found[1] == self.variable)

    @property
    def is_unsure(self) -> bool:
        """Is it one that the text says by a mean, or as p(x) alone? Another one takes its place."""
        return bool(self.name) and not self.written

    @property
    def is_first(self) -> bool:
        return self.label in ("", FIRST)

    @property
    def is_discrete(self) -> bool:
        return is_a(self.support, "Range", "From")

    def average(self, term: Term, atom: Term) -> Term:
        """The expectation of a function of the variable, which stands there as this."""
        if self.moments:
            return self.moments[0]
        value = fresh(
            self.value,
            (every_name(term) | every_name(self.density)) - {self.value, *([atom] if atom == self.value else [])},
        )
        return self.total(value, ("Mul", _with(term, atom, value), self.at(value)))

    def between(self, low: Term | None, high: Term | None) -> Term:
        """The probability of the values from one limit to another, in the support."""
        limits = frozenset[str]().union(*(every_name(one) for one in (low, high) if one is not None))
        value = fresh(self.value, limits | (every_name(self.density) - {self.value}))
        domain = _cut(self.support, low, high)
        return ("Sum" if self.is_discrete else "ImproperIntegral", value, domain, self.at(value))

    def holds(self, limit: Term) -> tuple[Term, ...]:
        """That a limit lies where the variable does, or at its ends."""
        head, ends = _parted(self.support)
        lows = (ends[0],) if head in ("Range", "From", "Above", "Interval") else ()
        highs = (ends[1],) if head in ("Range", "Interval") else ()
        whole: tuple[Term, ...] = (("Member", limit, "Integers"),) if self.is_discrete else ()
        return (*whole, *(("Le", low, limit) for low in lows), *(("Le", limit, high) for high in highs))

    def total(self, value: str, body: Term) -> Term:
        """The sum or integral over all values."""
        return ("Sum" if self.is_discrete else "ImproperIntegral", value, self.support, body)


Laws = tuple[Followed, ...]


def _parted(support: Term) -> tuple[str, tuple[Term, ...]]:
    """The kind of a set, and its ends."""
    return (str(support[0]), support[1:]) if isinstance(support, tuple) else (str(support), ())


def _cut(support: Term, low: Term | None, high: Term | None) -> Term:
    """The part of a support between two limits in it, of which either may be missing."""
    head, ends = _parted(support)
    first = low if low is not None else ends[0] if ends and head != "Below" else None
    last = high if high is not None else ends[-1] if head in ("Range", "Interval", "Below") else None
    if head in ("Range", "From"):
        assert first is not None
        return ("From", first) if last is None else ("Range", first, last)
    if first is None or last is None:
        return ("Above", first) if first is not None else "Reals" if last is None else ("Below", last)
    return ("Interval", first, last)


def _with(term: Term, atom: Term, value: str) -> Term:
    """The term with a value for a variable, or for an entry of it."""
    return substitute(term, {atom: value}) if isinstance(atom, str) else exchanged(term, atom, value)
