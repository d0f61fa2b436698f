"""What is claimed of a loss, and on what ground: read off a theorem, by numbers, by SymPy, or only stated.

A value that is called proved has no place of its own to be written in: it is what its reading makes of the sides, the
definitions and the hypotheses of a theorem, which the kernel alone makes. The printed word comes from the type.

>>> from sympy import Symbol, log, symbols
>>> from mlce_sym import rules
>>> from mlce_sym.prover import chain
>>> a, b = symbols("a b")
>>> theorem = chain(log(a * b), [a > 0, b > 0]).by(rules.log_of_two_factors).qed("log-of-product")
>>> found = Proved(theorem, RightSide())
>>> found.value, found.word, BySymPy(a).word
(log(a) + log(b), 'proved', 'by SymPy, not proved')
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias, cast

from sympy import Add, Basic, Eq, Expr, FiniteSet, Lambda, Mul, S, Symbol

from ..border.binding import hygienic, in_own_nodes, in_sympys_nodes, substitute
from ..border.encoding import decode
from ..border.given import innermost
from ..border.names import function_of, symbol_of
from ..kernel.theorem import Theorem
from ..prover.document import Proof
from .tidy import into_sum

Renamed: TypeAlias = tuple[tuple[Any, Basic], ...]  # what a theorem calls a name, and what it stands for


class Reading(Protocol):
    """How a value is read off a theorem."""

    def off(self, theorem: Theorem) -> Any:
        """The value."""


@dataclass(frozen=True, repr=False)
class Proved:
    """What a theorem says; `of` says of what, where that is a part of the loss."""

    proof: Proof
    read: Reading
    of: str = ""

    def __repr__(self) -> str:
        return f"Proved(value={self.value}, proof={self.proof.name!r})"

    @property
    def value(self) -> Any:
        return self.read.off(self.proof.theorem)

    @property
    def word(self) -> str:
        return f"proved{self.of}"


@dataclass(frozen=True)
class BySymPy:
    """What SymPy makes of it; `but` says where that need not hold."""

    value: Any
    but: str = ""

    @property
    def word(self) -> str:
        return f"by SymPy, not proved{self.but}"


@dataclass(frozen=True)
class ByNumbers:
    """What agrees with certain numbers wherever it was tried."""

    value: Any

    @property
    def word(self) -> str:
        return "by numbers, not proved"


@dataclass(frozen=True)
class Stated:
    """What is said without more."""

    value: Any

    @property
    def word(self) -> str:
        return "stated, not proved"


Claim: TypeAlias = Proved | BySymPy | ByNumbers | Stated


@dataclass(frozen=True)
class RightSide:
    """The right side of the theorem, with these names for its own."""

    names: Renamed = ()

    def off(self, theorem: Theorem) -> Any:
        return _shown(decode(theorem.rhs), self.names)


@dataclass(frozen=True)
class Instance:
    """A factor times the right side, at these values of the names that the theorem is about."""

    names: Renamed
    times: Expr = S.One

    def off(self, theorem: Theorem) -> Any:
        return hygienic(self.times * _shown(decode(theorem.rhs), self.names))


@dataclass(frozen=True)
class AtTheOptimum:
    """Of arg max L = {a}, where it is supposed that s(k) = f(k, a) for all k: that s(k), by its definition."""

    names: Renamed = ()

    def off(self, theorem: Theorem) -> Any:
        (best,) = cast(FiniteSet, decode(theorem.rhs)).args
        said = map(innermost, map(decode, theorem.given.hypotheses))
        (found,) = [one for one in said if isinstance(one, Eq) and best in one.args[1].free_symbols]
        return _shown(_meant(theorem, found.args[0]), self.names)


@dataclass(frozen=True)
class Meaning:
    """What the theorem has defined a function as, at its own arguments."""

    of: str
    names: Renamed = ()

    def off(self, theorem: Theorem) -> Any:
        (definition,) = [d for d in theorem.given.definitions if d.name == self.of]
        return _shown(decode(definition.right), self.names)


@dataclass(frozen=True)
class Negative:
    """Minus the right side, with what it means by its defined names: of log L = …, the negative log-likelihood."""

    names: Renamed = ()

    def off(self, theorem: Theorem) -> Any:
        return _shown(-_meant(theorem, decode(theorem.rhs)), self.names)


@dataclass(frozen=True)
class Factor:
    """Of log L = −c·ℓ − …, that c."""

    of: str
    names: Renamed = ()

    def off(self, theorem: Theorem) -> Any:
        (term,) = [term for term in _terms(theorem) if _speaks_of(term, self.of)]
        return _shown(-Mul(*(part for part in Mul.make_args(term) if not _speaks_of(part, self.of))), self.names)


@dataclass(frozen=True)
class Constant:
    """Of log L = −c·ℓ − a − b − …, the one of a, b, … at this place."""

    of: str
    place: int
    names: Renamed = ()

    def off(self, theorem: Theorem) -> Any:
        return _shown(-[term for term in _terms(theorem) if not _speaks_of(term, self.of)][self.place], self.names)


@dataclass(frozen=True)
class OnlyElement:
    """The element of the right side {a}, with what the names stand for, earlier estimates among them."""

    names: Renamed = ()
    earlier: tuple[tuple[Symbol, Proved], ...] = ()

    def off(self, theorem: Theorem) -> Any:
        only = decode(theorem.rhs)
        assert isinstance(only, FiniteSet) and len(only) == 1, "a theorem on one optimum"
        return _put(_shown(_meant(theorem, only.args[0]), self.names), self.earlier)


@dataclass(frozen=True)
class Hypothesis:
    """What the theorem supposes at this place, with what the names stand for, earlier estimates among them."""

    place: int
    names: Renamed = ()
    earlier: tuple[tuple[Symbol, Proved], ...] = ()

    def off(self, theorem: Theorem) -> Any:
        return _put(_shown(_meant(theorem, decode(theorem.given.hypotheses[self.place])), self.names), self.earlier)


@dataclass(frozen=True)
class Opposite:
    """−c times what one claim says, where c is what another one says, its minus sign within the sum: a score, from the
    slope of a loss and its factor."""

    read: Reading
    factor: Proved

    def off(self, theorem: Theorem) -> Any:
        return into_sum(-self.factor.value * self.read.off(theorem))


def _terms(theorem: Theorem) -> tuple[Expr, ...]:
    found: tuple[Expr, ...] = Add.make_args(decode(theorem.rhs))
    return found


def _speaks_of(term: Basic, name: str) -> bool:
    return term.has(function_of(name), symbol_of(name))


def _meant(theorem: Theorem, term: Basic) -> Any:
    """The term with the defined names in it unfolded, the last ones first."""
    for definition in reversed(theorem.given.definitions):
        right = decode(definition.right)
        if definition.parameters:
            own = Lambda(tuple(map(symbol_of, definition.parameters)), right)
            term = substitute(term, {function_of(definition.name): own})
        else:
            term = substitute(term, {symbol_of(definition.name): right})
    return term


def _shown(term: Basic, names: Renamed) -> Any:
    return _apart(substitute(term, dict(names)) if names else term)


def _apart(term: Basic) -> Any:
    """With different names for bound variables, before SymPy sees a case within another one: it takes the y_i of a sum
    within the case y_i ≠ 0 for that y_i."""
    return in_sympys_nodes(hygienic(term))


def _put(term: Basic, earlier: tuple[tuple[Symbol, Proved], ...]) -> Any:
    """In turn, for what an earlier estimate says may have the later names in it."""
    for name, claim in earlier:
        term = _with(term, name, claim)
    return term


def _with(term: Basic, name: Symbol, earlier: Claim) -> Any:
    """The term with what a claim says in place of a name."""
    return _apart(substitute(in_own_nodes(term), {name: in_own_nodes(earlier.value)}))


def put(claim: Claim, name: Symbol, earlier: Claim) -> Claim:
    """The claim with what an earlier one says for a name: proved where both are."""
    if isinstance(claim, Proved) and isinstance(earlier, Proved) and isinstance(claim.read, (OnlyElement, Hypothesis)):
        return replace(claim, read=replace(claim.read, earlier=(*claim.read.earlier, (name, earlier))))
    but = next((one.but for one in (claim, earlier) if isinstance(one, BySymPy)), "")
    return BySymPy(_with(claim.value, name, earlier), but)


def score(slope: Claim, factor: Proved) -> Claim:
    """The derivative of log L, where that of the loss is known."""
    if isinstance(slope, Proved):
        return replace(slope, read=Opposite(slope.read, factor))
    return replace(slope, value=into_sum(-factor.value * slope.value))
