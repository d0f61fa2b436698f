"""A family as the kernel sees it: n observations, what is given about them, the likelihood and the mean loss.

With one parameter the likelihood is a function of it on its domain; with several it is a function of a point θ of a set
Θ, whose coordinates are the parameters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast, overload

from sympy import Abs, Add, Basic, Expr, IndexedBase, Integer, Interval, Lambda, Mul, Pow, S, Set, Sum, Symbol, exp, oo

from ..border.binding import fresh, in_own_nodes, in_sympys_nodes, occurrences, opened, substitute
from ..border.given import Given
from ..border.nodes import Above, ForAll, Le, Lt, Member
from ..families.family import Family, Unsupported, facts
from ..prover.logic import holds
from ..rules import ALL
from .split import Parts, logs, of_logarithm, parts
from .tidy import with_signs

SIDES = tuple(side for rule in ALL for side in (rule.lhs, rule.rhs, *rule.conditions))
INNER = "_values"
BOUND = {scope.variable.name for side in SIDES for part in occurrences(side) if (scope := opened(part))}


@dataclass(frozen=True)
class Setting:
    """The terms that the theorems are about."""

    family: Family

    @cached_property
    def density(self) -> Any:
        """That of one observation, in the nodes that the kernel knows."""
        return in_own_nodes(self.family.density)

    @cached_property
    def parts(self) -> Parts:
        """Those of −log f. Raises Unsupported where f does not depend on the parameters."""
        if self.family.moving and not self.density.free_symbols & set(self.symbols):
            raise Unsupported(self._only_where())
        density = self.density.replace(lambda part: isinstance(part, exp), self._with_logarithms_apart)
        found = parts(density, self.symbols, self.varying, self._negative)
        return replace(found, loss=with_signs(_smooth(found.loss), self.sign))

    def _with_logarithms_apart(self, power: Any) -> Expr:
        """y log(y/m) in an exponent as y log y − y log m, where a part of it is constant, and all of them are
        positive."""
        return exp(Add(*(part for term in Add.make_args(power.exp) for part in self._apart(term))))

    def _apart(self, term: Expr) -> tuple[Expr, ...]:
        coefficient, logarithm = of_logarithm(term)
        factors = Mul.make_args(logarithm.args[0]) if logarithm != 1 else ()
        moving = [bool(one.free_symbols & {*self.symbols}) for one in factors]
        if not any(moving) or all(moving):
            return (term,)
        known = all(holds(Given(self._of_one), Lt(0, one.as_base_exp()[0])) for one in factors)
        return tuple(coefficient * part for one in factors for part in logs(one)) if known else (term,)

    def _only_where(self) -> str:
        """That the parameters say only where an observation lies, as in the uniform distribution on [θ, θ + 1]."""
        named, y = ", ".join(map(str, self.symbols)), self.z
        within = " and ".join(map(str, facts(y, self.family.data.domain)))
        return (
            f"where the density is not 0 it does not depend on {named}: there is no loss, for whatever {named} has"
            f" {within} for every observation {y} is as good as any other"
        )

    @property
    def _negative(self) -> frozenset[Symbol]:
        """The names of negative numbers."""
        family = self.family
        numbers = (family.data, *family.parameters, *family.known)
        ends = ((one.symbol, one.domain.end) for one in numbers if isinstance(one.domain, Interval))
        return frozenset(symbol for symbol, end in ends if end == 0 or end.is_negative)

    def sign(self, term: Expr) -> int:
        """1 where it is known to be at least 0, −1 where it is known to be at most 0, else 0."""
        given = Given(self._of_one)
        return 1 if holds(given, Le(0, term)) else -1 if holds(given, Le(term, 0)) else 0

    @cached_property
    def _of_one(self) -> tuple[Basic, ...]:
        """What is declared and given of the numbers, and of those of observation i."""
        numbers = (self.family.data, *self.family.parameters, *self.family.known)
        said = (*(fact for one in numbers for fact in facts(one.symbol, one.domain)), *self.family.given)
        return tuple(dict.fromkeys((*said, *map(self.of_each, said))))

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        return tuple(parameter.symbol for parameter in self.family.parameters)

    @property
    def z(self) -> Symbol:
        return self.family.data.symbol

    @property
    def varying(self) -> frozenset[Symbol]:
        """What differs from one observation to the next."""
        return frozenset(self.entries)

    @property
    def by_model(self) -> bool:
        """Whether there are parameters for each observation, which a model gives."""
        return any(parameter.each for parameter in self.family.parameters)

    def is_of_each(self, parameter: Symbol) -> bool:
        """Whether it is one of those."""
        return any(p.each for p in self.family.parameters if p.symbol == parameter)

    @property
    def indexed(self) -> bool:
        """Whether observations have densities of their own."""
        return len(self.entries) > 1

    @cached_property
    def entries(self) -> dict[Symbol, Expr]:
        """What varies, each as it is for observation i."""
        numbers = (*self.family.parameters, *self.family.known)
        own = (self.z, *(number.symbol for number in numbers if number.each))
        return {symbol: self.vector(symbol)[self.i] for symbol in own}

    def vector(self, symbol: Symbol) -> IndexedBase:
        """One number for each observation."""
        return IndexedBase(inner_name(symbol))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that the family gives to numbers."""
        return frozenset(n.symbol.name for n in (self.family.data, *self.family.parameters, *self.family.known))

    def name(self, wanted: str) -> Symbol:
        """A variable that is no name of the family's."""
        return fresh(Symbol(wanted), map(Symbol, self.names)) if wanted in self.names else Symbol(wanted)

    @cached_property
    def y(self) -> IndexedBase:
        """The data vector."""
        return self.vector(self.z)

    @cached_property
    def own_names(self) -> tuple[tuple[Any, Basic], ...]:
        """What the kernel's names stand for: data by their own names, what there is one of for each observation as
        v[i]."""
        varying = sorted(self.varying, key=str)
        vectors = ((self.vector(s), Lambda(self.i, IndexedBase(s.name)[self.i])) for s in varying)
        return (*vectors, *((s, IndexedBase(s.name)[self.i]) for s in varying if s != self.z))

    def shown(self, term: Basic) -> Any:
        """A term of the kernel's, in the names that the family gives."""
        return in_sympys_nodes(substitute(term, dict(self.own_names)))

    @cached_property
    def i(self) -> Symbol:
        return self.name("i")

    @cached_property
    def n(self) -> Symbol:
        return self.name("n")

    @property
    def observations(self) -> tuple[Symbol, int, Symbol]:
        return (self.i, 1, self.n)

    @overload
    def of_each(self, term: Expr) -> Expr: ...
    @overload
    def of_each(self, term: Basic) -> Basic: ...
    def of_each(self, term: Basic) -> Basic:
        """A term in what varies as one in y_i and the like."""
        return substitute(term, self.entries)

    def of_data(self, term: Basic) -> Any:
        """The same, but the parameters as numbers: those of the one observation i."""
        return substitute(term, {s: entry for s, entry in self.entries.items() if s not in self.symbols})

    def mean(self, term: Expr) -> Expr:
        return self.total(term) / self.n

    def total(self, term: Expr) -> Expr:
        """The sum over the observations."""
        return with_signs(Sum(self.of_each(term), self.observations), self.sign)

    @cached_property
    def about_data(self) -> tuple[Basic, ...]:
        """n ≥ 1 observations in the support, known constants in their domains, and what else is given of them."""
        own = (fact for fact in self.about_others if not self._speaks_of_parameters(fact))
        return (Member(self.n, S.Integers), Le(1, self.n), *map(self.quantified, own))

    @cached_property
    def about_others(self) -> tuple[Basic, ...]:
        """The domains of known constants, where an observation lies, and what else is given."""
        known = (fact for named in self.family.known for fact in facts(named.symbol, named.domain))
        hull = (fact for fact in facts(self.z, self._hull) if self.family.moving)
        return (*known, *hull, *facts(self.z, self.family.data.domain), *self.family.given)

    @property
    def _hull(self) -> Set:
        """An interval in which an observation lies whatever the parameters are."""
        support, domains = self.family.data.domain, {p.symbol: p.domain for p in self.family.parameters}
        if not isinstance(support, Interval):
            return S.Reals
        low, high = (domains.get(cast(Symbol, end)) for end in (support.start, support.end))
        bottom = low.inf if low is not None else support.start
        top = high.sup if high is not None else support.end
        return Interval(
            bottom, top, support.left_open or (isinstance(low, Interval) and low.left_open), support.right_open
        )

    @cached_property
    def about_parameters(self) -> tuple[Basic, ...]:
        """The domains of the parameters, and what is given of them, or of them and the observations."""
        own = (fact for named in self.family.parameters for fact in facts(named.symbol, named.domain))
        return (*own, *self.between)

    @cached_property
    def between(self) -> tuple[Basic, ...]:
        """What is given of the parameters beyond their domains, such as that all observations lie in the support."""
        return tuple(filter(self._speaks_of_parameters, self.about_others))

    def _speaks_of_parameters(self, fact: Basic) -> bool:
        return bool(fact.free_symbols & {*self.symbols})

    def quantified(self, fact: Basic) -> Basic:
        """A fact about one observation as one about all of them."""
        return ForAll(self.of_each(fact), self.observations) if self.varying & fact.free_symbols else fact


def _smooth(loss: Expr) -> Expr:
    """Powers of quotients |u|/α, which may be 0, as quotients of powers, which are smooth in α; |u|⁴ as u⁴."""

    def is_even(part: Basic) -> bool:
        return (
            isinstance(part, Pow)
            and isinstance(part.base, Abs)
            and isinstance(part.exp, Integer)
            and int(part.exp) % 2 == 0
        )

    def is_kinked(part: Basic) -> bool:
        return isinstance(part, Pow) and part.base.has(Abs) and not part.exp.is_number

    def apart(part: Any) -> Expr:
        powers = (factor.as_base_exp() for factor in Mul.make_args(part.base))
        return Mul(*(base ** (exponent * part.exp) for base, exponent in powers))

    found: Expr = loss.replace(is_even, lambda part: part.base.args[0] ** part.exp).replace(is_kinked, apart)
    return found


def inner_name(symbol: Symbol) -> str:
    """The name of the vector or function that a number becomes: another one where the rules have a bound variable of
    that name."""
    return f"{symbol.name}{INNER}" if symbol.name in BOUND else str(symbol.name)


def open_set(domain: Set) -> Any:
    """The kernel's set for an open interval, or None."""
    if domain == S.Reals:
        return domain
    if isinstance(domain, Interval) and domain.left_open and domain.right_open:
        if domain.start != -oo and domain.end == oo:
            return Above(domain.start)
        return domain if oo not in (domain.end, -domain.start) else None
    return None
