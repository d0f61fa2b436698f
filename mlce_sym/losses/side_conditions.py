"""What has to hold of the data so that a point is defined and lies in the domain: enough, and no more.

That conditions are enough is shown by the kernel's rules; those that are too much are told by trials: data for which
the point is a number in the domain, but the condition fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations
from random import Random
from typing import cast

from sympy import Add, Basic, Expr, S, Set, Symbol, factor, oo, together
from sympy.core.relational import Relational

from ..border.binding import in_sympys_nodes
from ..border.given import Given
from ..border.nodes import Lt, Member
from ..evidence import Undecided, ball
from ..evidence.balls import rebuilt, told
from ..evidence.samples import outcomes, samples
from ..families.family import Named
from ..prover.logic import holds, missing
from .means import Means
from .setting import Setting, open_set

VECTORS, LONGEST, MOST_CONDITIONS, MOST_CHOICES = 8, 4, 2, 20
Values = Mapping[Symbol, Expr]


@dataclass(frozen=True)
class Where:
    """A point in means of statistics, which may be the estimate of the one parameter."""

    setting: Setting
    means: Means
    point: Expr

    @property
    def domain(self) -> Set:
        return self.setting.family.parameters[0].domain

    @property
    def inside(self) -> Basic:
        return Member(self.point, open_set(self.domain))

    def conditions(self, given: Given) -> tuple[Basic, ...]:
        """The first conditions that are enough and not too much; else that the point is defined, and in the domain."""
        needed = missing(given, self.point)
        several = (chosen for size in (1, MOST_CONDITIONS) for chosen in combinations(self.needed, size))
        found = (chosen for chosen in chain(((),), several, (needed,)) if self._enough(given, chosen))
        return next(found, (*needed, self.inside))

    def _enough(self, given: Given, conditions: tuple[Basic, ...]) -> bool:
        more = Given((*given.hypotheses, *conditions), given.definitions)
        return not missing(more, self.point) and holds(more, self.inside)

    @cached_property
    def needed(self) -> list[Basic]:
        """The candidates that hold in every trial with the point in the domain."""
        tried = [values for values in self.trials() if self._in_domain(values)]
        return [c for c in dict.fromkeys(self.candidates()) if tried and all(_holds(c, values) for values in tried)]

    def candidates(self) -> Iterator[Basic]:
        """Means between 0, 1 and known constants, and signs of the sums that the point is made of."""
        about = self.point.free_symbols | self.setting.family.data.domain.free_symbols
        known = (one for one in self.setting.family.known if not one.each)
        constants = [one.symbol for one in known if one.symbol in about]  # trials of a binomial
        names = tuple(self.means.statistics)
        for name in names:
            yield from (Lt(0, name), *(Lt(name, end) for end in (*constants, S.One)), Lt(1, name))
        yield from (Lt(end, name) for name in names for end in (*names, *constants) if end != name)
        below, above = self._ends()
        yield from (*(Lt(end, self.point) for end in below), *(Lt(self.point, end) for end in above))
        parts = (self.point, *(self.point - end for end in below), *(end - self.point for end in above))
        sums = {total for part in parts for total in factor(together(part)).atoms(Add)}
        yield from (fact for total in sorted(sums, key=str) for fact in (Lt(0, total), Lt(total, 0)))

    def _ends(self) -> tuple[list[Expr], list[Expr]]:
        """The finite ends of the domain, on the left and on the right."""
        below, above = self.domain.inf, self.domain.sup
        return [below] if below != -oo else [], [above] if above != oo else []

    # Trials

    def trials(self) -> Iterator[Values]:
        """Values of the known constants, and of the statistics for some data in the support."""
        chosen, family = Random(0), self.setting.family
        statistics = self.means.statistics
        try:
            for known in samples({k.symbol: k.domain for k in family.known if not k.each}):
                for _ in range(VECTORS if self._is_given(known) else 0):
                    each = [self._observation(known, chosen) for _ in range(chosen.randint(1, LONGEST))]
                    means = {
                        n: Add(*(rebuilt(in_sympys_nodes(t), {**known, **one}) for one in each)) / len(each)
                        for n, t in statistics.items()
                    }
                    yield {**known, **means}
        except Undecided:
            return

    def _observation(self, known: Values, chosen: Random) -> Values:
        family = self.setting.family
        for _ in range(MOST_CHOICES):
            own = {one.symbol: chosen.choice(_some(one, known)) for one in family.known if one.each}
            found = self._outcomes(cast(Set, rebuilt(family.data.domain, {**known, **own})))
            found = [y for y in found if self._is_given({**known, **own, self.setting.z: y})]
            if found:
                return {**own, self.setting.z: chosen.choice(found)}
        raise Undecided("no outcomes are known")

    def _outcomes(self, support: Set) -> list[Expr]:
        """Those of the support, and as many of each that cases tell apart: of y in [0, 1] that y = 0 and that y = 1."""
        usual, z = outcomes(support), self.setting.z
        told = {c for statistic in self.means.statistics.values() for c in statistic.atoms(Relational) if z in c.args}
        ends = {end for condition in told for end in condition.args if end != z and support.contains(end) == S.true}
        return usual + sorted(ends - {*usual}, key=str) * (1 + len(usual) // 2)

    def _is_given(self, values: Values) -> bool:
        """Whether what is given holds there, as far as it speaks of these numbers alone."""
        about = (fact for fact in self.setting.family.given if fact.free_symbols <= {*values})
        return all(told(fact, values) for fact in about)

    def _in_domain(self, values: Values) -> bool:
        below, above = self._ends()
        try:
            finite = ball(rebuilt(self.point, values)).is_finite()
        except Undecided:
            return False
        limits = (*(Lt(end, self.point) for end in below), *(Lt(self.point, end) for end in above))
        return finite and all(_holds(limit, values) for limit in limits)


def _some(number: Named, known: Values) -> list[Expr]:
    return [values[number.symbol] for values in samples({number.symbol: rebuilt(number.domain, known)})]


def _holds(condition: Basic, values: Values) -> bool:
    low, high = (cast(Expr, side) for side in condition.args)
    try:
        return bool(ball(rebuilt(high - low, values)) > 0)
    except Undecided:
        return False
