"""What a definition of a document says of a name, or of a function of anything.

>>> meaning = meaning_of(("Apply", "f", ("Indexed", "y", "i"), "t"), ("Add", ("Indexed", "y", "i"), "t"))
>>> meaning.pattern, meaning.variables, meaning.written_into(("Apply", "f", 3, "s"))
(('Apply', 'f', 'y', 't'), ('y', 't'), ('Add', 3, 's'))
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass, replace
from typing import TypeGuard

from ...certificate.names import every_name
from ...reading.walk.apart import SUFFIX
from ...terms.errors import MlceError
from ...terms.terms import (
    CALLS,
    NAMED_SETS,
    Compound,
    Term,
    children,
    compound,
    free,
    fresh,
    is_a,
    is_binder,
    rebuilt,
    substitute,
)
from .mentions import applied, plain, subterms, with_entries
from .ranges import is_range, reaches
from .values import can_hold, differ

INDICES = ("i", "j", "k", "l")


@dataclass(frozen=True)
class Meaning:
    """A definition: every instance of `pattern`, in which `variables` stand for anything, is `body`; whether it is from
    a section before, or says what an expectation, an entropy or the like is (`soft`): then it refutes nothing; whether
    it is the solution of an equation (`solved`), which a parameter may be meant to be, or not; what was said where it
    was proved (`given`), if it was; what is said of the variables (`domain`); and whether it is said of every index,
    if it is said of one (`whole`)."""

    pattern: Term
    variables: tuple[str, ...]
    body: Term
    line: int = 0
    soft: bool = False
    solved: bool = False
    kept: Term | None = None
    given: tuple[Term, ...] = ()
    domain: tuple[Term, ...] = ()
    whole: bool = False

    @property
    def with_fixed(self) -> Meaning:
        """Where what else is defined does not move."""
        return self if self.kept is None else replace(self, body=self.kept)

    @property
    def name(self) -> str:
        return self.pattern if isinstance(self.pattern, str) else str(compound(self.pattern)[1])

    @property
    def kind(self) -> tuple[str, str, int]:
        """Its name, and whether this is applied, or has an index, and to how many: H(p) and H(p, q) are two."""
        head, *arguments = ("", self.name) if isinstance(self.pattern, str) else compound(self.pattern)
        return self.name, str(head), len(arguments)

    def on(self, said: Iterable[Term]) -> Meaning:
        """With what is said of the arguments of a function, as that x > 0, or of an index: elsewhere it is not said
        what it is."""
        own = {*self.variables}
        of_own = (one for one in said if plain((one,)) & own and not own & {*with_entries(one), *applied(one)})
        new = (one for one in of_own if not is_a(one, "Eq"))
        return replace(self, domain=tuple(dict.fromkeys((*self.domain, *new)))) if own else self

    def over(self, ranged: Collection[str], said: Iterable[Term]) -> Meaning:
        """With those of the arguments and indices as variables too of which it is said where they lie, as x in f(x) =
        1/2 for 0 < x < 2, k in p_k = 1/K: what does not speak of k is the same for all of them, and E[c] no less."""
        stem, _, index = self.pattern.rpartition("_") if isinstance(self.pattern, str) else ("", "", "")
        pattern = ("Indexed", stem, index) if index in ranged and not as_entries(self) else self.pattern
        own = compound(pattern)[2:] if is_a(pattern, *CALLS) and not MOMENT.fullmatch(self.name) else ()
        new = tuple(name for name in ranged if name in own and name not in self.variables)
        return replace(self, pattern=pattern, variables=(*self.variables, *new)).on(said) if new else self

    @property
    def _is_entry(self) -> bool:
        return is_a(self.pattern, "Indexed")

    def called_in(self, term: Term) -> Meaning:
        """By the name that it has in a formula where a number has the same one."""
        if not isinstance(self.pattern, tuple):
            return self
        head, _, *arguments = compound(self.pattern)
        own = f"{self.name}_{SUFFIX.get(head, '')}"
        other = next((name for name in (own, f"{own}_{len(arguments)}") if name in free(term)), None)
        return self if other is None else replace(self, pattern=(head, other, *arguments))

    def replaces(self, other: Meaning) -> bool:
        """Is it said of the same name? H(p) and H(p, q) are two functions."""
        own, its = self.pattern, other.pattern
        apart = (
            isinstance(own, tuple) and isinstance(its, tuple) and own[0] == its[0] == "Apply" and len(own) != len(its)
        )
        return self.name == other.name and not apart

    def instance(self, term: Term, known: tuple[Term, ...] = ()) -> Term | None:
        """What the term is by the definition, where it is `known` of which numbers indices are; None where it is no
        instance of the pattern."""
        values: dict[str, Term] = {}
        is_one = self._matches(self.pattern, term, values) and self._holds_at(values, known)
        return substitute(self.body, values) if is_one else None

    def _holds_at(self, values: dict[str, Term], known: tuple[Term, ...]) -> bool:
        """May what is said of the variables hold there, or of all indices of a sum, or of what is integrated over,
        where it has these? It says nothing of values of which it certainly does not hold."""
        for one in self.domain:
            here = substitute(one, values)
            if not free(here) and not can_hold((here,), unless=True):
                return False
            at = [value for variable, value in values.items() if variable in free(one) and not with_entries(value)]
            bound = free(here) if self._is_entry else frozenset[str]().union(*map(free, at))
            over = [each for each in map(compound, known) if each[1] in bound]
            if here not in known and not all(reaches(here, str(each[1]), each[2]) for each in over):
                return False
        return True

    def _matches(self, pattern: Term, term: Term, values: dict[str, Term]) -> bool:
        if isinstance(pattern, str) and pattern in self.variables:
            return values.setdefault(pattern, term) == term
        if is_square(pattern) and pattern[1] in self.variables and not (is_a(term, "Pow") and term[2] == 2):
            root = ("Pow", term, ("Rational", 1, 2))  # f(v) for what is said of f(σ²)
            return values.setdefault(pattern[1], root) == root
        if not isinstance(pattern, tuple) or not isinstance(term, tuple):
            return pattern == term
        parts = zip(pattern[1:], term[1:], strict=False)
        same = pattern[0] == term[0] and len(pattern) == len(term)
        return same and all(self._matches(one, other, values) for one, other in parts)

    def written_into(self, term: Term, known: tuple[Term, ...] = ()) -> Term:
        """The term with the body for every instance."""
        whole = self.instance(term, known)
        if whole is not None:
            return whole
        if is_binder(term) and term[1] in (free(self.body) | free(self.pattern)) - {*self.variables}:
            other = fresh(term[1], every_name(term) | every_name(self.body) | every_name(self.pattern))
            bodies = (substitute(body, {term[1]: other}) for body in term[3:])
            term = (term[0], other, term[2], *bodies)
        if self.domain and is_binder(term) and is_range(term[2]):
            known = (*(one for one in known if compound(one)[1] != term[1]), ("Member", term[1], term[2]))
        return rebuilt(term, tuple(self.written_into(part, known) for part in children(term)))


def as_entries(meaning: Meaning) -> tuple[Meaning, ...]:
    """What is said of a name μ_i by names x_i, of all entries of μ by those of x; so of f(y_i), if it speaks of x_i.

    >>> as_entries(meaning_of("mu_i", ("Mul", "beta", "x_i")))[0].written_into(("Indexed", "mu", 3))
    ('Mul', 'beta', ('Indexed', 'x', 3))
    >>> as_entries(meaning_of(("Apply", "f", "y_i"), ("Mul", "x_i", "y_i")))[0].pattern
    ('Apply', 'f', ('Indexed', 'y', 'i'))
    >>> of_each = replace(meaning_of(("Apply", "g_k", "t"), ("Mul", "t", ("Indexed", "z", "k"))), whole=True)
    >>> as_entries(of_each)[0].pattern
    ('Apply', 'g', 'k', 't')
    """
    if meaning.whole and (family := _as_family(meaning)) is not None:
        return (family,)
    head, name, *arguments = ("", meaning.pattern) if isinstance(meaning.pattern, str) else compound(meaning.pattern)
    of_entries = [one for one in (arguments or [name]) if isinstance(one, str)]
    indices = {index for index in INDICES for one in of_entries if one.endswith(f"_{index}") and one != f"_{index}"}
    if head not in ("", "Apply") or len(indices) != 1:
        return ()
    (index,) = indices
    spoken = sorted(one for one in free(meaning.body) if one.endswith(f"_{index}"))
    if not {*spoken} - {*of_entries} and not (meaning.whole and index in free(meaning.body)):
        return ()
    values: dict[str, Term] = {
        one: ("Indexed", one.removesuffix(f"_{index}"), index)
        for one in (*spoken, *of_entries)
        if one.endswith(f"_{index}")
    }
    of_all: Term = ("Apply", name, *(values.get(str(one), one) for one in arguments)) if head else values[str(name)]
    others = (one for one in meaning.variables if one not in values)
    return (replace(meaning, pattern=of_all, variables=(index, *others), body=substitute(meaning.body, values)),)


MOMENT = re.compile(r"((bb_|cal_)?E|[Vv]ar|bb_V|Cov|cov|SD|sd|std)(_\w+)?")


def meaning_of(left: Term, right: Term, line: int = 0, soft: bool = False) -> Meaning | None:
    """The definition that `left = right` is, if left is a name, or applied to names or entries, and right is without
    it; what log f(x) or 1/σ² is says what f(x) or σ² is. An argument that right speaks of may be anything, but E[c] =
    c says nothing of E[X], as E(w) = w² does of E(v); of an entry y_i that it speaks of otherwise, i may."""
    if is_a(right, "ArgMax", "ArgMin"):
        return None  # a set of optima; the name is that of its one element
    if isinstance(left, str):
        is_name = left not in NAMED_SETS and left not in free(right)
        return Meaning(left, (), right, line, soft) if is_name else None
    if is_square(left):
        return None if left[1] in free(right) else Meaning(left, (), right, line, soft)
    if is_a(left, "Pow") and left[2] == -1 and (isinstance(left[1], str) or is_square(left[1])):
        return meaning_of(left[1], ("Pow", right, -1), line, soft)
    if (name := inverted(left)) is not None:
        return meaning_of(name, ("Apply", "matrix_power", right, -1), line, soft)
    if (below := logged(left)) is not None and (isinstance(below, str) or is_a(below, *CALLS)):
        return meaning_of(below, ("exp", right if is_a(left, "log") else ("Mul", -1, right)), line, soft)
    right = alike(left, right)
    if not is_a(left, *CALLS) or left[1] in free(right):
        return None
    arguments: list[Term] = []
    variables: list[str] = []
    body = right
    is_moment = MOMENT.fullmatch(str(left[1])) is not None
    for argument in compound(left)[2:]:
        if is_a(argument, "Indexed"):
            argument, body, names = _entry(argument, body, {*variables})
            variables += names
        elif isinstance(argument, str) and argument in free(body):
            variables += [] if is_moment and _is_proportional(body, argument) else [argument]
        elif is_square(argument) and argument[1] in free(body):
            variables.append(argument[1])
        elif not isinstance(argument, (str, int)) and not is_a(argument, "Rational"):
            return None
        arguments.append(argument)
    named = tuple(dict.fromkeys(variables))
    return Meaning((left[0], left[1], *arguments), named, body, line, soft) if len(named) == len(variables) else None


def _is_proportional(body: Term, name: str) -> bool:
    """Is it a number times what has that name, as the mean of a constant, or its sum with weights?"""
    try:
        return differ(substitute(body, {name: ("Mul", 2, name)}), ("Mul", 2, body), (), told=False) is None
    except MlceError:
        return True


def _as_family(meaning: Meaning) -> Meaning | None:
    """What is said of g_k(t), by what has an index k, of all of the functions g_k."""
    if not is_a(meaning.pattern, "Apply"):
        return None
    _, name, *arguments = compound(meaning.pattern)
    words = name.split("_")
    own = [one for one in INDICES if one in words[1:]]
    spoken = {word for one in arguments for part in every_name(one) for word in part.split("_")}
    if len(own) != 1 or own[0] in spoken:  # p(x_i) is the density of x_i
        return None
    (index,) = own
    values: dict[str, Term] = {
        one: ("Indexed", one.removesuffix(f"_{index}"), index)
        for one in plain((meaning.body,))
        if one.endswith(f"_{index}") and one != f"_{index}"
    }
    body = substitute(meaning.body, values)
    if not any(is_a(one, "Indexed") and index in one[2:] for one in subterms(body)):
        return None
    words.remove(index)
    pattern: Term = ("Apply", "_".join(words), index, *arguments)
    return replace(meaning, pattern=pattern, variables=(index, *meaning.variables), body=body)


def as_entry(meaning: Meaning, vectors: Set[str], bound: Set[str]) -> Meaning:
    """What y_n is, said before a formula with Σ_n y_n shows that it is the n-th of several: it is said of each.

    >>> known = replace(meaning_of("y_n", ("Pow", "a_n", 2)), whole=True)
    >>> as_entry(known, {"y"}, {"n"}).body, as_entry(known, {"y"}, {"i"}) == known
    (('Pow', ('Indexed', 'a', 'n'), 2), True)
    """
    stem, _, index = meaning.pattern.rpartition("_") if isinstance(meaning.pattern, str) else ("", "", "")
    if stem not in vectors or index not in bound or not meaning.whole:
        return meaning
    entry = meaning_of(("Indexed", stem, index), meaning.body, meaning.line, meaning.soft)
    return meaning if entry is None else replace(entry, solved=meaning.solved, given=meaning.given)


def alike(left: Term, right: Term) -> Term:
    """What y_n is, with names such as a_n as entries of a: they are not the same for all n."""
    indices = {*compound(left)[2:]} if is_a(left, "Indexed") else set()
    numbers = (plain((right,)) & free(right)) - with_entries(right) - {*applied(right)}
    parts = {name: name.rpartition("_") for name in numbers}
    return substitute(right, {one: ("Indexed", a, n) for one, (a, _, n) in parts.items() if a and n in indices})


def logged(term: Term) -> Term | None:
    """What T is in log T and −log T.

    >>> logged(("Mul", -1, ("log", ("Apply", "p", "x")))), logged(("Mul", 2, ("log", "x")))
    (('Apply', 'p', 'x'), None)
    """
    whole = term[2] if is_a(term, "Mul") and len(term) == 3 and term[1] == -1 else term
    return whole[1] if is_a(whole, "log") else None


def inverted(term: Term) -> str | None:
    """The name of the matrix A where the term is A^{-1}.

    >>> inverted(("Apply", "matrix_power", "bold_A", -1)), inverted(("Apply", "matrix_power", "bold_A", 2))
    ('bold_A', None)
    """
    if not is_a(term, "Apply") or compound(term)[1] != "matrix_power" or compound(term)[3] != -1:
        return None
    base = compound(term)[2]
    return base if isinstance(base, str) else None


def is_square(term: Term) -> TypeGuard[Compound]:
    """Is it the square of a name, as σ² among the arguments of ℓ(μ, σ²)?"""
    return is_a(term, "Pow") and term[2] == 2 and isinstance(term[1], str)


def _entry(entry: Term, body: Term, taken: set[str]) -> tuple[Term, Term, list[str]]:
    """An entry as an argument: a variable for it, where the body speaks of it alone; else its indices are variables."""
    name, *indices = compound(entry)[1:]
    own = [index for index in indices if isinstance(index, str)]
    variable = fresh(str(name), (every_name(body) - {str(name)}) | taken)
    without = exchanged(body, entry, variable)
    if without != body and not {str(name), *own} & free(without) - {variable}:
        return variable, without, [variable]
    return entry, body, [index for index in own if index not in taken]


def exchanged(term: Term, part: Term, by: Term) -> Term:
    """The term with another part wherever that part stands."""
    if term == part:
        return by
    if is_binder(term) and term[1] in free(part):
        return term
    return rebuilt(term, tuple(exchanged(child, part, by) for child in children(term)))
