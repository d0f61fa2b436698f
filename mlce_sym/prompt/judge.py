"""`judge`: is an equation between plain SymPy terms proved, refuted, or unknown, and why?

Free symbols, entries and undefined functions stand for real
numbers; the bounds of a Sum or Product for integers lo, hi with hi ≥ lo − 1. Whatever else a term needs (log x needs
x > 0) has to follow from `given`.

>>> from sympy import IndexedBase, Product, Sum, log, symbols
>>> i, n, theta = symbols("i n theta"); y = IndexedBase("y")
>>> L = Product(theta**y[i] * (1 - theta)**(1 - y[i]), (i, 1, n))
>>> judge(log(L), Sum(y[i]*log(theta) + (1 - y[i])*log(1 - theta), (i, 1, n)), given=[0 < theta, theta < 1]).status
'proved'
>>> judge(log(L), Sum(y[i]*log(theta) + y[i]*log(1 - theta), (i, 1, n)), given=[0 < theta, theta < 1]).status
'refuted'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import Basic, FiniteSet, Function, Indexed, IndexedBase, Product, Sum, Symbol
from sympy.core.function import AppliedUndef

from ..border.binding import Scope, children, closed, names, opened, rebuilt
from ..border.encoding import encode
from ..border.given import Given
from ..border.nodes import as_term, in_words
from ..oracle.conditions import Answer, entails
from ..oracle.definedness import foreign, missing, outside
from ..oracle.kernel import Refused, Theorem
from ..prover.hypotheses import Assumed, NotUnderstood, assumed, essential
from ..prover.tactics import equated

TRIES = 40
PROVED, REFUTED, UNKNOWN = "proved", "refuted", "unknown"


@dataclass(frozen=True)
class Verdict:
    """The answer to "does lhs = rhs hold, given these assumptions?"

    `status` is "proved" (by the kernel: `theorem` is the proof), "refuted" (`counterexample` maps names to exact
    values at which the sides differ; `values` are the two values) or "unknown". `conditions` are the hypotheses in
    force; where the status is unknown, those that are missing, if any.
    """

    status: str
    reason: str
    conditions: tuple[Basic, ...] = ()
    counterexample: Mapping[Basic, Basic] = field(default_factory=dict)
    values: tuple[str, str] | None = None
    theorem: Theorem | None = None

    def __str__(self) -> str:
        return f"{self.status}: {self.reason}"


def judge(lhs: Any, rhs: Any, given: Iterable[Any] = ()) -> Verdict:
    """Is lhs = rhs wherever `given` holds (SymPy relations, memberships, and the assumptions of the symbols)?

    A relation that names an index which is only bound, such as p[i] > 0, is meant for every value of that index.
    """
    left, right = as_term(lhs), as_term(rhs)
    try:
        _refuse_strangers(left, right)
        known = assumed(given, left, right)
        _refuse_strangers(*known.given.hypotheses)
        return _judged(left, right, known)
    except NotUnderstood as reason:
        return Verdict(UNKNOWN, str(reason))
    except RecursionError:
        return Verdict(UNKNOWN, "the two sides are nested too deeply")


def _refuse_strangers(*terms: Basic) -> None:
    for term in terms:
        for part in term.find(lambda t: isinstance(t, (Sum, Product))):
            if any(len(limit) != 3 for limit in part.limits):
                raise NotUnderstood(f"{part} has no lower and upper bound")
        stranger = foreign(term)
        if stranger is not None:
            raise NotUnderstood(outside(stranger))


def _judged(left: Basic, right: Basic, known: Assumed) -> Verdict:
    given = known.given
    unmet = essential(given, dict.fromkeys((*missing(given, left), *missing(given, right))))
    theorem = _attempt(left, right, Given((*given.hypotheses, *unmet)))
    refuted = None if known.unsaid else _counterexample(left, right, given)
    if theorem is not None and not unmet and refuted is None:
        return _proved(theorem)
    if theorem is None and refuted is not None:
        return refuted
    return Verdict(UNKNOWN, _why(unmet, theorem, refuted, known), unmet)


def _proved(theorem: Theorem) -> Verdict:
    """Proved, if the hypotheses can be met: from what contradicts itself everything would follow."""
    conditions = theorem.given.hypotheses
    said = "; ".join(map(str, conditions))
    if not _can_be_met(conditions):
        return Verdict(UNKNOWN, f"no values were found that meet what is assumed: {said}", conditions)
    return Verdict(PROVED, f"by the kernel, where {said}" if said else "by the kernel", conditions, theorem=theorem)


def _can_be_met(hypotheses: tuple[Basic, ...]) -> bool:
    from ..evaluate.numeric import compare
    from ..evaluate.outcomes import Agreement

    plain = _plain_names(hypotheses)
    found = compare(["True"], ["True"], [encode(_spelled(h, plain)) for h in hypotheses], tries=1)
    return isinstance(found, Agreement) and found.tried > 0


def _attempt(left: Basic, right: Basic, given: Given) -> Theorem | None:
    try:
        return equated(left, right, given)
    except Refused:
        return None


def _counterexample(left: Basic, right: Basic, given: Given) -> Verdict | None:
    """Values that meet the hypotheses and at which the sides certainly differ, or None where none were found."""
    from ..evaluate.numeric import compare
    from ..evaluate.outcomes import Difference
    from ..evaluate.plain import NotATerm, TooDeep

    plain = _plain_names((left, right, *given.hypotheses))
    data = [encode(_spelled(term, plain)) for term in (left, right, *given.hypotheses)]
    try:
        found = compare(data[0], data[1], data[2:], tries=TRIES)
    except TooDeep:
        return None
    except NotATerm as stranger:
        raise NotUnderstood(f"it has no meaning in numbers: {stranger}") from None
    if not isinstance(found, Difference):
        return None
    values = dict(_entries(found.values, {short: name for name, short in plain.items()}))
    reason = f"{found.why}: {found.left} and {found.right}, where {', '.join(f'{k} = {v}' for k, v in values.items())}"
    twice = sorted({str(name) for name in plain if sum(str(name) == str(other) for other in plain) > 1})
    reason = reason.removesuffix(", where ") + (f" (two different names print as {twice[0]})" if twice else "")
    return Verdict(REFUTED, reason, given.hypotheses, values, (found.left, found.right))


def _plain_names(terms: Iterable[Basic]) -> dict[Any, str]:
    """A name that certificates allow for every free name."""
    found = sorted({name for term in terms for name in names(term)}, key=lambda name: (str(name), repr(type(name))))
    return {name: f"v{number}" for number, name in enumerate(found)}


def _spelled(term: Basic, plain: Mapping[Any, str], depth: int = 0) -> Basic:
    """The term with these names, and bound variables named by their depth."""
    if isinstance(term, Symbol):
        return Symbol(plain[term])
    if scope := opened(term):
        inner = {**plain, scope.variable: f"b{depth}"}
        bodies = tuple(_spelled(body, inner, depth + 1) for body in scope.bodies)
        return closed(Scope(scope.head, Symbol(f"b{depth}"), _spelled(scope.domain, plain, depth), bodies))
    parts = tuple(_spelled(part, plain, depth) for part in children(term))
    if isinstance(term, Indexed):
        return IndexedBase(plain[term.base])[parts]
    return Function(plain[term.func])(*parts) if isinstance(term, AppliedUndef) else rebuilt(term, parts)


def _entries(values: Mapping[str, Any], originals: Mapping[str, Any]) -> Iterator[tuple[Basic, Basic]]:
    """What each symbol, entry and function value is."""
    for short, value in values.items():
        name = originals[short]
        if isinstance(name, Symbol):
            yield name, FiniteSet(*map(as_term, value)) if isinstance(value, list) else as_term(value)
            continue
        table = dict(enumerate(value, 1)) if isinstance(value, list) else value
        for place, entry in table.items():
            arguments = place if isinstance(place, tuple) else (place,)
            yield name[arguments] if isinstance(name, IndexedBase) else name(*arguments), as_term(entry)


def _why(unmet: tuple[Basic, ...], theorem: Theorem | None, refuted: Verdict | None, known: Assumed) -> str:
    if impossible := [c for c in unmet if entails(known.given, c) is Answer.REFUTED]:
        needs = in_words(impossible[0])
        return f"the two sides are not both defined: they need {needs}, and what is given says the opposite"
    if unmet:
        needs = "; ".join(map(in_words, unmet))
        return f"{'it holds' if theorem else 'the two sides are defined'} where {needs}, and nothing given says so"
    if refuted is not None:
        return f"the kernel and the checker disagree ({refuted.reason}); please report this"
    nothing = "the rules do not lead from one side to the other"
    if known.unsaid:
        return f"{nothing}, and no counterexample is sought, for no hypothesis can say {known.unsaid[0]}"
    return f"{nothing}, and no counterexample was found"
