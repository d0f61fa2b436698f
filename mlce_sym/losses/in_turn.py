"""The estimates of several parameters in turn: the best value of one, for any values of the others, is put in.

Where it depends on the others, what is left is the profile likelihood, in means of statistics as known constants. In
the end no other values of all parameters are as good: what is best for each of the others is not as good as the best.

>>> from sympy import Interval, S, exp, oo, pi, sqrt, symbols
>>> y, m, v = symbols("y m v")
>>> normal, positive = exp(-((y - m) ** 2) / (2 * v)) / sqrt(2 * pi * v), Interval.open(0, oo)
>>> family = Family("normal", "Normal", normal, Named(y, S.Reals), (Named(m, S.Reals), Named(v, positive)))
>>> found = of_all(family)
>>> list(found.claims), found.proved
([m, v], True)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import permutations

from sympy import Basic, Expr, S, Symbol, factor, together

from ..families.family import Family, Named, Unsupported
from ..prover.document import Proof
from ..terms.errors import Refused, TooLarge
from .claims import Claim, Proved, put
from .edges import at_the_edge
from .estimate import Estimate, estimate
from .room import in_positive_factors, narrowed
from .room import known as facts_of
from .setting import Setting
from .theorem import Likelihood, log_likelihood, same_optimum, with_lemmas

MOST_MEANS, MOST_PARAMETERS = 3, 3  # in a profile likelihood, which grows with each; of which all orders are tried


@dataclass(frozen=True)
class Estimates:
    """Estimates of parameters; `open` are those that have none, on which these may depend."""

    claims: Mapping[Expr, Claim] = field(default_factory=dict)
    conditions: tuple[Claim, ...] = ()
    proofs: tuple[Proof, ...] = ()
    open: tuple[Symbol, ...] = ()

    @property
    def proved(self) -> bool:
        return all(isinstance(claim, Proved) for claim in self.claims.values())

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """What is better: all parameters, proofs, more of them, fewer others in them."""
        inside = sum(bool(claim.value.free_symbols & {*self.open}) for claim in self.claims.values())
        return bool(self.claims) and not self.open, self.proved, len(self.claims), -inside


def of_one(model: Likelihood, optimum: Proof) -> Estimates:
    """The estimate of the one parameter of a family."""
    found = _estimate(model, optimum)
    return Estimates() if found is None else Estimates({model.point: found.claim}, found.conditions, found.proofs)


def of_all(family: Family) -> Estimates:
    """Those of several parameters, in the first order in which all are proved."""
    best, numbers = Estimates(), family.parameters
    orders = list(permutations(numbers)) if len(numbers) <= MOST_PARAMETERS else [numbers]
    for order, profiled in ((order, profiled) for profiled in (False, True) for order in orders):
        try:
            found = _in_turn(family, order, profiled)
        except (Unsupported, Refused, TooLarge):
            continue
        if found.rank > best.rank:
            best = found
        if best.proved and best.claims and not best.open:
            break
    return best


def _estimate(model: Likelihood, optimum: Proof) -> Estimate | None:
    return estimate(model, optimum) or at_the_edge(model, optimum)


def _in_turn(family: Family, order: tuple[Named, ...], profiled: bool) -> Estimates:
    """The first parameter for any values of the others, then the others at its estimate, which may depend on them if it
    is `profiled`."""
    family = narrowed(family, order[0])
    first, others = next(one for one in family.parameters if one.symbol == order[0].symbol), list(order[1:])
    found, proofs = _alone(family, first)
    if found is None:
        return Estimates()
    here = Estimates({first.symbol: found.claim}, found.conditions, proofs)
    if not others:
        return here
    try:
        rest, means = _rest(family, first, others, found, profiled)
    except (Unsupported, Refused, TooLarge):
        rest, means = Estimates(), {}
    if not rest.claims or rest.open:
        return replace(here, open=tuple(one.symbol for one in others))
    return _together(first.symbol, here, means, rest)


@lru_cache(maxsize=8)
def _alone(family: Family, first: Named) -> tuple[Estimate | None, tuple[Proof, ...]]:
    """The estimate of one parameter for any values of the others, with the proofs; asked for again in another order."""
    others = tuple(one for one in family.parameters if one != first)
    model = Likelihood(
        Setting(replace(family, parameters=(first,), known=(*family.known, *others))), f"-{first.symbol.name}"
    )
    if model.several:
        return None, ()
    of_log = log_likelihood(model)
    optimum = same_optimum(model, of_log)
    found = _estimate(model, optimum)
    return found, () if found is None else (*with_lemmas(of_log), optimum, *found.proofs)


def _rest(
    family: Family, first: Named, others: list[Named], found: Estimate, profiled: bool
) -> tuple[Estimates, dict[Symbol, Claim]]:
    """The estimates of the others where the first parameter is put in, and what stands in them for known numbers: that
    estimate by a name, or where it depends on the others the means that it is made of."""
    if not found.claim.value.free_symbols & {p.symbol for p in others}:
        hat = Named(Symbol(f"{first.symbol.name}hat"), first.domain)
        return _in_turn(*_fixed(family, first, hat.symbol, (hat,), others), profiled), {hat.symbol: found.claim}
    known = {} if found.point is None else {n: c for n, c in found.means.items() if n in found.point.free_symbols}
    moving = {p.symbol for p in others}  # a mean that depends on one of these, as that of (y − m)² does, is not known
    if not profiled or found.point is None or len(known) > MOST_MEANS or _free(known.values()) & moving:
        return Estimates(), {}
    means = tuple(Named(name, S.Reals) for name in known)
    fixed, rest = _fixed(family, first, found.point, means, others)
    constants = {*known, *(one.symbol for one in family.known if not one.each)}
    where = tuple(fact for fact in found.where if fact.free_symbols <= constants)
    fixed = replace(fixed, given=(*fixed.given, *where))
    return _in_turn(replace(fixed, density=_in_factors(fixed, moving)), rest, profiled), known


def _in_factors(family: Family, moving: Set[Symbol]) -> Expr:
    """The density with its sums as products where they are, as 1 − q − s(1 − q) is (1 − q)(1 − s)."""
    about = facts_of(family)

    def factored(total: Expr) -> Expr:
        found = factor(together(total))
        return in_positive_factors(found, about) if found.is_Mul else total

    def is_made(part: Expr) -> bool:
        return part.is_Add and bool(part.free_symbols & moving) and part.has(*(one.symbol for one in family.known))

    found: Expr = family.density.replace(is_made, factored)
    return found


def _free(claims: Iterable[Claim]) -> set[Basic]:
    return {symbol for claim in claims for symbol in claim.value.free_symbols}


def _fixed(
    family: Family, first: Named, value: Expr, more: tuple[Named, ...], others: Iterable[Named]
) -> tuple[Family, tuple[Named, ...]]:
    """The family of the other parameters, where the first one has a value in more known numbers."""
    put_in = {first.symbol: value}
    numbers = {one: replace(one, domain=one.domain.xreplace(put_in)) for one in (*others, *family.known, family.data)}
    rest = tuple(numbers[one] for one in others)
    found = replace(family, parameters=rest, known=(*more, *(numbers[one] for one in family.known)))
    given = tuple(fact.xreplace(put_in) for fact in family.given)
    return replace(found, density=family.density.xreplace(put_in), data=numbers[family.data], given=given), rest


def _together(p: Symbol, here: Estimates, known: Mapping[Symbol, Claim], rest: Estimates) -> Estimates:
    """The estimates of the others in the data, and the first one at these."""

    def at_known(claim: Claim) -> Claim:
        for name, one in known.items():
            claim = put(claim, name, one)
        return claim

    claims = {q: at_known(claim) for q, claim in rest.claims.items()}

    def at_rest(claim: Claim) -> Claim:
        for q, one in claims.items():
            assert isinstance(q, Symbol)
            claim = put(claim, q, one)
        return claim

    conditions = (*map(at_rest, here.conditions), *map(at_known, rest.conditions))
    return Estimates({p: at_rest(here.claims[p]), **claims}, conditions, (*here.proofs, *rest.proofs))
