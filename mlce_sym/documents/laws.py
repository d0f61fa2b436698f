r"""What follows a law, as X ∼ Poisson(λ): its density by whatever name a text uses, its expectations and variances.

They are used where the text itself does not say otherwise; nothing is refuted by them, for p may be another density.

>>> here = following((), "X", ("Apply", "Poiss", "lambda"), 3)
>>> written_out(("Apply", "E", ("Pow", "X", 2)), here)[0][:3]
('Sum', 'x', ('From', 0))
>>> written_out(("Apply", "p_x", 2), here)[0]
('Mul', ('Pow', 'lambda', 2), ('exp', ('Mul', -1, 'lambda')), ('Pow', ('factorial', 2), -1))
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..certificate.names import every_name
from ..reading.laws import LAWS, NORMAL, formula_of
from ..reading.readings import read
from ..terms.terms import Term, children, compound, free, fresh, is_a, rebuilt, substitute
from .events import probability
from .expectations import atoms, expected

MEANS = re.compile(r"(?:bb_|cal_)?E(?:_(\w+))?")
VARIANCES = frozenset(("Var", "var", "bb_V", "V"))
DIVERGENCES = frozenset(("KL_from", "D_KL_from", "kl_from", "dKL_from"))
ENTROPIES = frozenset(("h", "H"))
DEVIATIONS = frozenset(("SD", "sd", "std"))
VALUE = "x"  # in a density
ONE = 3  # parts of the application of a function to one argument
FIRST = "P"  # the distribution of which a mean is taken, where there are two


@dataclass(frozen=True)
class Followed:
    """A random variable, its density in x, the values that it takes, the line that says so, what the distribution is
    called, as in P: X ∼ D(a, b), whether the text writes the density itself, and whether X_1, X_2, … follow it, too."""

    variable: str
    density: Term
    support: Term
    line: int
    label: str = ""
    written: bool = False
    entries: bool = False

    @property
    def names(self) -> frozenset[str]:
        """What a text may call the density: p(x), f_X(x), Pr(X = x)."""
        variables = self.variable.lower(), self.variable
        letters = (self.label.lower(),) if self.label else ("p", "f", "P", "Pr", "bb_P")
        return frozenset(f"{letter}_{name}" for letter in letters for name in variables)

    def at(self, value: Term) -> Term:
        return substitute(self.density, {VALUE: value})

    def is_averaged(self, name: str) -> bool:
        """Is E, E_X, E_{p(x)} or E_{X ∼ P} a mean over it? Without a subscript it is that of the first of several."""
        found = MEANS.fullmatch(name)
        said = set((found[1] or "").split("_")) - {"", "open", "close", "like"} if found else {name}
        own = {self.variable, self.variable.lower()}
        labels = {self.label, self.label.lower()} if self.label else {"p", "f", "P"}
        return said <= own | labels and (self.is_first or bool(said & labels))

    def is_of(self, atom: Term) -> bool:
        """Is it the variable, or one of those that follow the same law?"""
        if is_a(atom, "Indexed"):
            return self.entries and atom[1] in (self.variable, self.variable.lower())
        stem = atom.rpartition("_")[0] if isinstance(atom, str) and self.entries else ""
        return atom in (self.variable, self.variable.lower()) or (bool(stem) and stem == self.variable)

    @property
    def is_first(self) -> bool:
        return self.label in ("", FIRST)

    @property
    def is_discrete(self) -> bool:
        return is_a(self.support, "Range", "From")

    def average(self, term: Term, atom: Term) -> Term:
        """The expectation of a function of the variable, which stands there as this."""
        value = fresh(
            VALUE, (every_name(term) | every_name(self.density)) - {VALUE, *([atom] if atom == VALUE else [])}
        )
        return self.total(value, ("Mul", _with(term, atom, value), self.at(value)))

    def between(self, low: Term | None, high: Term | None) -> Term:
        """The probability of the values from one limit to another, in the support."""
        limits = frozenset[str]().union(*(every_name(one) for one in (low, high) if one is not None))
        value = fresh(VALUE, limits | (every_name(self.density) - {VALUE}))
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
    if isinstance(atom, str):
        return substitute(term, {atom: value})
    return value if term == atom else rebuilt(term, tuple(_with(part, atom, value) for part in children(term)))


def following(laws: Laws, left: Term, right: Term, line: int, label: str = "", entries: bool = False) -> Laws:
    """The laws with what X ∼ D(a, b) says, if D has a known density; with `entries` it is said of all X_1, X_2, …"""
    if not isinstance(left, str) or not is_a(right, "Apply") or right[1] not in LAWS:
        return laws
    law, values = LAWS[str(right[1])], right[2:]
    unclear = law is NORMAL and isinstance(values[-1], str)  # it may be a standard deviation
    if len(values) != len(law.parameters) or unclear or VALUE in frozenset[str]().union(*map(free, values)):
        return laws
    given = dict(zip(law.parameters, values, strict=True))
    density, support = read(formula_of(law.formulas[0]))[0].terms[0], law.support
    density, support = (substitute(one, given) for one in (density, support))
    others = (one for one in laws if one.variable != left or (one.label not in ("", label) and label))
    return (*others, Followed(left, density, support, line, label, entries=entries))


def is_distribution(left: Term, right: Term) -> bool:
    """Is it p = N(μ, v): a letter for a density, and a law with its parameters alone?"""
    if left not in ("p", "q", "f", "g", "P", "Q") or not is_a(right, "Apply") or right[1] not in LAWS:
        return False
    return len(right) - 2 == len(LAWS[str(right[1])].parameters)


def of_parameters(right: Term) -> tuple[Term, ...]:
    """What D(a, b) says of those of its parameters that are names.

    >>> of_parameters(("Apply", "Exp", "theta")), of_parameters(("Apply", "U", 0, "theta"))
    ((('Lt', 0, 'theta'),), (('Lt', 0, 'theta'),))
    """
    if not is_a(right, "Apply") or right[1] not in LAWS or len(right) - 2 != len(LAWS[str(right[1])].parameters):
        return ()
    law = LAWS[str(right[1])]
    given = {
        name: value for name, value in zip(law.parameters, right[2:], strict=True) if isinstance(value, (str, int))
    }
    own = (one for one in law.given if free(one) <= set(given))
    return tuple(said for one in own if free(said := substitute(one, given)))


def written_out(term: Term, laws: Laws) -> tuple[Term, Laws]:
    """The term with expectations, variances and densities of what follows a law, and the laws that were used."""
    for law in laws:
        over = _over_support(term, law)
        if over is not None:
            again, used = written_out(over, laws)
            return again, tuple(dict.fromkeys((law, *used)))
    found = [written_out(part, laws) for part in children(term)]
    whole = rebuilt(term, tuple(part for part, _ in found))
    used = tuple(law for _, some in found for law in some)
    for law in laws:
        other = _meant(whole, law, laws)
        if other is not None:
            return other, tuple(dict.fromkeys((*used, law)))
    return whole, tuple(dict.fromkeys(used))


def within_support(term: Term, laws: Laws) -> Term:
    """The term with integrals over all numbers that have a density in them over those where it is not 0."""
    term = rebuilt(term, tuple(within_support(part, laws) for part in children(term)))
    if not is_a(term, "ImproperIntegral") or term[2] != "Reals":
        return term
    for law in laws:
        if any(("Apply", name, term[1]) in _factors(term[3]) for name in law.names):
            return ("ImproperIntegral", term[1], law.support, term[3])
    return term


def is_of_law(term: Term, laws: Laws) -> bool:
    """Is it a probability, a mean or the like of what follows a law? Then what is said of it is a claim. A density at
    any value is none, for a text may mean its own parameters.

    >>> is_of_law(("Apply", "P_X_above", "t"), following((), "X", ("Apply", "Exp", "lambda"), 1))
    True
    """
    return any(_is_averaged(term, law) or _is_probability(term, law) for law in laws)


def unworked(term: Term, laws: Laws) -> bool:
    """Is it such a thing, and not written out by the law?"""
    return is_of_law(term, laws) and written_out(term, laws)[0] == term


def _is_averaged(term: Term, law: Followed) -> bool:
    if not is_a(term, "Apply") or not any(atoms(term, (law,))):
        return False
    name = str(compound(term)[1])
    return name in (*VARIANCES, *ENTROPIES, *DEVIATIONS) or bool(MEANS.fullmatch(name))


def _is_probability(term: Term, law: Followed) -> bool:
    letter, *words = str(compound(term)[1]).removeprefix("bb_").split("_") if is_event(term) else ["", ""]
    return letter in ("P", "Pr", "p") and bool({law.variable, law.variable.lower()} & {*words})


def is_event(term: Term) -> bool:
    """Is it P(X = 2), P(X > t), or P(1 < X < 2), and no P(X = x)?"""
    if not is_a(term, "Apply"):
        return False
    letter, *words = str(term[1]).removeprefix("bb_").split("_")
    at_name = len(words) == 1 and isinstance(term[-1], str)
    return letter in ("P", "Pr", "p") and bool(words) and "given" not in words and not at_name


def _factors(term: Term) -> tuple[Term, ...]:
    return term[1:] if is_a(term, "Mul") else (term,)


def _over_support(term: Term, law: Followed) -> Term | None:
    r"""A sum or integral over \mathcal{X} over the values of X."""
    values = f"cal_{law.variable.upper()}"
    if is_a(term, "ImproperIntegral") and term[2] == ("Interval", f"lower_{values}", f"upper_{values}"):
        return law.total(str(term[1]), term[3])
    if is_a(term, "Sum") and term[2] == ("Range", 1, f"size_{values}"):
        return law.total(str(term[1]), _with_values(term[3], ("Indexed", f"elements_{values}", term[1]), term[1]))
    return None


def _with_values(term: Term, element: Term, value: Term) -> Term:
    if term == element:
        return value
    return rebuilt(term, tuple(_with_values(part, element, value) for part in children(term)))


def _meant(term: Term, law: Followed, laws: Laws) -> Term | None:
    if is_a(term, "Apply") and term[1] in DIVERGENCES:
        return _divergence(term, law, laws)
    if (event := probability(term, law)) is not None:
        return event[0]
    if not is_a(term, "Apply") or len(term) != ONE:
        return None
    if term[1] in law.names:
        return law.at(term[2])
    if term[1] in ENTROPIES and term[2] == law.variable:
        return ("Mul", -1, law.total(VALUE, ("Mul", law.density, ("log", law.density))))
    own = [other for other in laws if other.is_averaged(str(term[1])) or (term[1] in VARIANCES and other.is_first)]
    if law not in own or (term[1] in ("E", *VARIANCES) and not any(atoms(term[2], own))):
        return None
    mean = expected(term[2], own)
    if term[1] not in VARIANCES or mean is None:
        return mean
    square = expected(("Pow", term[2], 2), own)
    return None if square is None else ("Add", square, ("Mul", -1, ("Pow", mean, 2)))


def needed(term: Term, laws: Laws) -> tuple[Term, ...]:
    """That the limits of events in a term are values of the variables."""
    own = (one for law in laws if (found := probability(term, law)) is not None for one in found[1])
    return tuple(dict.fromkeys((*own, *(one for part in children(term) for one in needed(part, laws)))))


def _divergence(term: Term, law: Followed, laws: Laws) -> Term | None:
    """KL(P ‖ Q), where the law is P, and there is one for Q."""
    first, *others = compound(term)[2:]
    for other in laws:
        if others == [other.label] and first == law.label and other.support == law.support:
            ratio: Term = ("Mul", law.density, ("Pow", other.density, -1))
            return law.total(VALUE, ("Mul", law.density, ("log", ratio)))
    return None
