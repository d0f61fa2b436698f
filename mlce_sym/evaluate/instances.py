"""Random instances of a problem: values for its free names that satisfy its hypotheses.

An `Instance` is a table that is filled when a name is first looked up: values are guessed (within the bound, where a
hypothesis is affine in the value) and tested against every hypothesis about them. Everything follows from the seed.

>>> from mlce_sym.evaluate.plain import plain
>>> from mlce_sym.evaluate.problem import problem_of
>>> coin = (["ForAll", "i", ["Range", 1, "n"], ["Member", ["Indexed", "y", "i"], ["Finite", 0, 1]]],)
>>> problem = problem_of((["Member", "n", "Integers"], ["Le", 1, "n"], *coin))
>>> [number(plain(["Indexed", "y", 1]), world, {}) in (0, 1) for world in instances(problem, tries=3)]
[True, True, True]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias

from flint import arb, fmpq

from .formulas import formulas, integrands
from .guesses import TURNS, Hint, combined, guess_set, guesses
from .hulls import defined_everywhere
from .meaning import Universe, region, sample, truth
from .plain import Compound, Term, is_a, subterms
from .problem import ANYTHING, Prefix, Problem, bounded_over, lazily_met, shifted, speaks_of_all
from .reals import TOO_LARGE, Exact, Label, Real, Undefined, Undetermined, label, labelled
from .sets import INTEGERS, Optimum, Points, Region, Span, Whole, contains
from .world import FUEL, Bound, number

Key: TypeAlias = tuple[str, str, tuple[Label, ...]]
Test: TypeAlias = tuple[Term, Bound]  # a proposition, and the values of its variables
FEW = 2  # points of a range
DRAW = 50  # the fuel that a drawing takes


class Missing(Exception):
    """A name that has no value yet, looked up where none may be drawn."""


class Unsatisfied(Exception):
    """No value was found that meets the hypotheses."""


@dataclass
class Instance(Universe):
    """One instance: values are drawn when they are first asked for, and kept."""

    problem: Problem = field(kw_only=True)
    first: bool = field(kw_only=True)  # the first instances take the edge cases
    small: bool = field(kw_only=True, default=False)  # sizes are mostly the least ones
    random: Random = field(kw_only=True)
    table: dict[Key, Exact] = field(default_factory=dict)
    sets: dict[str, Points] = field(default_factory=dict)
    pending: set[Any] = field(default_factory=set)
    drawing: bool = True

    def entry(self, kind: str, name: str, arguments: tuple[Exact, ...]) -> Exact:
        key = (kind, name, tuple([label(x) for x in arguments]))
        value = self.table.get(key)
        if value is None and "'" in name and not self._is_free(name.partition("'")[0], key[2]):
            raise Undetermined(f"{name}, of which the hypotheses may tell more")
        return self._drawn(key) if value is None else value

    def may_be_smooth(self, name: str) -> bool:
        meaning = self.definitions.get(("Apply", name))
        if meaning is not None:
            return all(self.may_be_smooth(part[1]) for part in subterms(meaning[1]) if is_a(part, "Apply"))
        return self._is_free(name, ())

    def _is_free(self, name: str, places: tuple[Label, ...]) -> bool:
        """May a function be smooth, with the values drawn for it and any slopes at these places too, as far as the
        hypotheses go?"""
        known = (keys for kind, own, keys in self.table if kind == "Apply" and own.partition("'")[0] == name)
        there = {place for keys in (places, *known) for place in keys}
        said = self.problem.about_sets.get(name, ())
        return all(self._leaves_free(h, name, there) for h in said if speaks_of_all(h))

    def _leaves_free(self, proposition: Term, name: str, places: Set[Label]) -> bool:
        """Does it bound the function on an open set at whose ends nothing is drawn?"""
        domain = bounded_over(proposition, name)
        if domain is None:
            return False
        try:
            over = region(domain, self, {})
        except (Undefined, Undetermined, Missing, Unsatisfied, *TOO_LARGE):
            return False
        if not isinstance(over, Span):
            return isinstance(over, (Points, Whole))
        ends = [end for end in (over.low, over.high) if end is not None]
        return all(isinstance(end, (int, fmpq)) and label(end) not in places for end in ends)

    def points(self, name: str) -> Points:
        found = self.sets.get(name)
        return self._drawn_set(name) if found is None else found

    def specials(self) -> tuple[Exact, ...]:
        """The values of variables, of defined ones too, the arguments of functions, and the points of sets."""
        found = dict.fromkeys(key for kind, _, keys in self.table if kind == "Apply" for key in keys)
        found |= dict.fromkeys(map(label, (*self._others(), *self._defined_values())))
        return tuple(map(labelled, found))

    def _defined_values(self) -> Iterator[Exact]:
        for kind, name in self.problem.definitions:
            if kind == "Variable":
                try:
                    value = number(name, self, {})
                except (Undefined, Undetermined, Missing, Unsatisfied):
                    continue
                if isinstance(value, (int, fmpq)):
                    yield value

    def _drawn(self, key: Key) -> Exact:
        if key[0] == "Variable" and key[1] in self.problem.sets:
            raise Undetermined(f"{key[1]} is a set, and used as a number")
        self._begin(key)
        try:
            tests = tuple(self._tests(key))
            known, others = hint(self, key, tests), tuple(self._others())
            refused: set[Label] = set()  # the same few are guessed again and again
            for guess in guesses(
                self.random, known, others, first=self.first, small=self.small, schematic=self.problem.schematic
            ):
                if label(guess) not in refused:
                    self.table[key] = guess
                    if self._meets(tests):
                        return guess
                    refused.add(label(guess))
            self.table.pop(key, None)
            raise Unsatisfied(key[1])
        finally:
            self.pending.discard(key)

    def _others(self) -> Iterator[Exact]:
        """Values that are there already: equal points are an edge case."""
        yield from (x for (kind, _, _), x in self.table.items() if kind == "Variable")
        yield from (x for points in self.sets.values() for x in points.sure if isinstance(x, (int, fmpq)))

    def _drawn_set(self, name: str) -> Points:
        self._begin(name)
        try:
            tests: tuple[Test, ...] = tuple((h, {}) for h in self.problem.about_sets.get(name, ()))
            members = frozenset(self._members(name, tests))
            for _ in range(TURNS):
                guess = guess_set(self.random, first=self.first)
                self.sets[name] = Points(tuple(sorted(members.union(guess))) if members else guess)
                if self._meets(tests):
                    return self.sets[name]
            del self.sets[name]
            raise Unsatisfied(name)
        finally:
            self.pending.discard(name)

    def _members(self, name: str, tests: Iterable[Test]) -> Iterator[Exact]:
        """What the hypotheses say is in a set, where its value is known or can be drawn."""
        for proposition, bound in tests:
            if is_a(proposition, "Member") and proposition[2] == name and self._is_made_of_others(proposition[1]):
                try:
                    value = number(proposition[1], self, bound)
                except (Undefined, Undetermined, Missing, Unsatisfied):
                    continue
                if isinstance(value, (int, fmpq)):
                    yield value

    def _is_made_of_others(self, term: Term) -> bool:
        return not isinstance(term, str) or ("Variable", term) in self.problem.definitions

    def _begin(self, key: Any) -> None:
        if not self.drawing or key in self.pending or len(self.pending) > 50:
            raise Missing(str(key))
        self.spend(DRAW)
        self.pending.add(key)

    def _tests(self, key: Key) -> Iterator[Test]:
        """The hypotheses about one value: plain ones, and those under quantifiers, at this place."""
        kind, name, labels = key
        arguments = tuple(map(labelled, labels))
        for proposition in self.problem.about.get(name, ()):
            yield proposition, {}
        for prefix, proposition, occurrence in self.problem.patterns.get((kind, name), ()):
            for bound in self._matched(prefix, occurrence[2:], arguments):
                yield proposition, bound

    def _matched(self, prefix: Prefix, pattern: tuple[Term, ...], arguments: tuple[Exact, ...]) -> list[Bound]:
        """The values of the quantified variables at which the pattern is that of these arguments; of one variable that
        is not in it, as in ∀ j: Σ_i x_ij r_i = 0 of r, those of a small range."""
        quantified = {variable for variable, _ in prefix}
        if len(pattern) != len(arguments):
            return []
        try:
            bound = dict(self._solved(quantified, pattern, arguments))
            found = self._completed(bound, [(v, s) for v, s in prefix if v not in bound])
            return [one for one in found if self._fits(one, prefix, pattern, arguments)]
        except (Undefined, Undetermined, Missing):
            return []

    def _completed(self, bound: Bound, missing: Sequence[tuple[str, Term]]) -> list[Bound]:
        if not missing:
            return [bound]
        (variable, domain), *more = missing
        over = region(domain, self, bound) if not more and is_a(domain, "Range") else None
        points = over.sure if isinstance(over, Points) and len(over.sure) <= FEW else ()
        return [{**bound, variable: x} for x in points]

    def _fits(self, bound: Bound, prefix: Prefix, pattern: tuple[Term, ...], arguments: tuple[Exact, ...]) -> bool:
        fixed = ((p, x) for p, x in zip(pattern, arguments, strict=True) if p != ANYTHING)
        same = all(number(p, self, bound) == x for p, x in fixed)
        return same and all(contains(bound[v], region(s, self, bound)) for v, s in prefix)

    def _solved(
        self, quantified: set[str], pattern: tuple[Term, ...], arguments: tuple[Exact, ...]
    ) -> Iterator[tuple[str, Real]]:
        """The values of the quantified variables at which the pattern x, or x plus a constant, is the argument."""
        for p, x in zip(pattern, arguments, strict=True):
            variable = shifted(p, quantified)
            if variable is not None:
                yield variable, x if p == variable else x - number(p, self, {variable: 0})

    def _meets(self, tests: Iterable[Test]) -> bool:
        """Are the tests met? What depends on a value that is still missing is tested when that is drawn."""
        return all(self.quietly(proposition, bound) for proposition, bound in tests)

    def quietly(self, proposition: Term, bound: Bound) -> bool:
        drawing, memo = self.drawing, self.memo
        self.drawing, self.memo = False, dict(memo)
        try:
            return truth(proposition, self, bound) is True
        except Missing:
            return True
        except (Undefined, Undetermined):
            return False
        finally:
            self.drawing, self.memo = drawing, memo

    def difference(self, key: Key, guess: int, proposition: Compound, bound: Bound) -> Exact | None:
        """Left side minus right side of a relation, if the value at the key were the guess."""
        drawing, memo = self.drawing, self.memo
        self.drawing, self.memo, self.table[key] = False, dict(memo), guess
        try:
            value = number(proposition[1], self, bound) - number(proposition[2], self, bound)
            return value if isinstance(value, (int, fmpq)) else None
        except (Undefined, Undetermined, Missing):
            return None
        finally:
            self.drawing, self.memo = drawing, memo
            del self.table[key]


def hint(instance: Instance, key: Key, tests: Iterable[Test]) -> Hint:
    """What the hypotheses tell about a value before it is drawn."""
    hints = [Hint(whole=key[1] in instance.problem.whole)]
    for proposition, bound in tests:
        if is_a(proposition, "Member") and _stands_for(proposition[1], key):
            hints.append(_hint_of_set(instance, proposition[2], bound))
        elif is_a(proposition, "Lt", "Le", "Eq"):
            hints.append(_hint_of_relation(instance, key, proposition, bound))
    return combined(hints)


def _stands_for(term: Term, key: Key) -> bool:
    return bool(term == key[1] if isinstance(term, str) else isinstance(term, tuple) and term[:2] == key[:2])


def _hint_of_set(instance: Instance, domain: Term, bound: Bound) -> Hint:
    try:
        over = region(domain, instance, bound)
    except (Undefined, Undetermined, Missing):
        return Hint()
    if isinstance(over, Points):
        return Hint(values=tuple(x for x in over.sure if isinstance(x, (int, fmpq))))
    if isinstance(over, Span):
        low, high = (None if isinstance(end, arb) else end for end in (over.low, over.high))
        return Hint(low=low, high=high)
    return Hint(whole=over == INTEGERS)


def _hint_of_relation(instance: Instance, key: Key, proposition: Compound, bound: Bound) -> Hint:
    """Where left − right = c + s·value, the bound is −c/s."""
    at: list[Exact] = []
    for guess in (0, 1, 2):
        value = instance.difference(key, guess, proposition, bound)
        if value is None:
            return Hint()
        at.append(value)
    slope = at[1] - at[0]
    if slope == 0 or at[2] - at[1] != slope:
        return Hint()
    root = fmpq(-at[0]) / slope
    if proposition[0] == "Eq":
        return Hint(values=(root,))
    return Hint(high=root) if slope > 0 else Hint(low=root)


def holds(instance: Instance, proposition: Term, bound: Bound) -> bool:
    """Does a hypothesis hold? Over an infinite set: certainly; or on a grid, and every entry of the table is drawn to
    comply."""
    if not is_a(proposition, "ForAll"):
        return truth(proposition, instance, bound) is True
    _, variable, domain, body = proposition
    over = region(domain, instance, bound)
    if not isinstance(over, Points) and not _can_be_met(proposition, over, instance, bound):
        return truth(proposition, instance, bound) is True
    return all(holds(instance, body, {**bound, variable: x}) for x in sample(over, instance))


def _can_be_met(proposition: Compound, over: Region, instance: Instance, bound: Bound) -> bool:
    """Is it met over an infinite set where every value that is drawn complies, and nowhere undefined?"""
    _, variable, _, body = proposition
    if is_a(body, "Smooth"):
        return is_a(body[3], "Apply") and ("Apply", body[3][1]) not in instance.definitions
    if isinstance(over, (Points, Optimum)) or not lazily_met(proposition, instance.definitions):
        return False
    return is_a(body, "ForAll") or defined_everywhere(body, variable, over, instance, bound)


def satisfied(instance: Instance) -> bool:
    """Do all hypotheses hold, as far as the table goes? This draws what they mention."""
    try:
        instance.fuel = FUEL
        for name in instance.problem.sets:
            instance.points(name)
        return all(holds(instance, h, {}) for h in instance.problem.hypotheses)
    except (Undefined, Undetermined, Missing, Unsatisfied, *TOO_LARGE):
        return False


def instances(problem: Problem, *, tries: int, seed: int = 0) -> Iterator[Instance]:
    """Up to `tries` instances that satisfy the hypotheses. It ends after 8·tries attempts, or two that are too long;
    where nothing was found there are as many with small sizes, of which the first one is enough."""
    found = long = 0
    unknown = integrands(problem)
    for attempt in range(16 * tries):
        small = attempt >= 8 * tries
        if found == tries or long == 2 or (small and found):
            return
        random = Random(seed * 1_000_003 + attempt)
        definitions = {**problem.definitions, **formulas(unknown, random)} if unknown else problem.definitions
        instance = Instance(definitions, problem=problem, first=found + attempt < 2, small=small, random=random)
        if satisfied(instance):
            found += 1
            yield instance
        long += instance.fuel < 0
