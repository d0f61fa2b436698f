"""`judge`: is an equation between plain SymPy terms proved, refuted, or unknown, and why?

Free symbols, entries and undefined functions stand for real numbers; the bounds of a Sum or Product for integers lo, hi
with hi ≥ lo − 1. Whatever else a term needs (log x needs x > 0) has to follow from `given`.

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
from dataclasses import dataclass, field, replace
from traceback import walk_tb
from typing import Any

from sympy import Basic, Derivative, Expr, FiniteSet, IndexedBase, KroneckerDelta, Lambda, S, Subs, Symbol

from ..border.binding import names, occurrences, opened
from ..border.encoding import encode, encode_given
from ..border.given import Given
from ..border.names import name_of
from ..border.nodes import Cases, ImproperIntegral, IndexRange, Le, as_term, both_sides, in_words
from ..certificate.names import every_name, renamed
from ..certificate.writing import plain
from ..kernel.step import kinds_of
from ..kernel.theorem import Theorem
from ..prover.derivation import Derivation
from ..prover.differentials import NotUnderstood
from ..prover.document import Line
from ..prover.hypotheses import essential
from ..prover.logic import holds, refuted
from ..prover.seconds import SECONDS, Stopped, within
from ..prover.shown import as_latex
from ..prover.strategies import proved
from ..prover.tactics import brought_together
from ..prover.understood import Understood, in_plain_names, plain_names, understood
from ..prover.within import worked_within
from ..terms.errors import Malformed, MlceError, Refused, TooLarge
from ..terms.terms import Term
from ..terms.words import in_words as plainly
from .as_named import as_named
from .optima import at_two_points
from .wanted import in_brief, wanted

FIRST, TRIES, FEWER = 10, 40, 3  # values before a proof is looked for, and after; where integrals take long
LONGEST = 500  # of what is said of how far both sides came
WORKED_OUT = "what derivatives hide or what stands within integrals and series is worked out first, by the rules"
PROVED, REFUTED, UNKNOWN = "proved", "refuted", "unknown"


@dataclass(frozen=True)
class Verdict:
    """The answer to "does lhs = rhs hold, given these assumptions?"

    `status` is "proved" (by the kernel: `theorem` is the proof), "refuted" (`counterexample` maps names to exact
    values at which the sides differ; `values` are the two values) or "unknown". `conditions` are the hypotheses in
    force; where the status is unknown, those that are missing, if any. `sides` is how far the rules bring the two
    sides where these do not meet.
    """

    status: str
    reason: str
    conditions: tuple[Basic, ...] = ()
    counterexample: Mapping[Basic, Basic] = field(default_factory=dict)
    values: tuple[str, str] | None = None
    derivation: Derivation | None = None
    sides: tuple[Basic, Basic] | None = None

    @property
    def theorem(self) -> Theorem | None:
        return self.derivation.theorem if self.derivation else None

    def __str__(self) -> str:
        return f"{self.status}: {self.reason}"

    __repr__ = __str__  # at the prompt

    def _repr_latex_(self) -> str | None:
        """The proof, where there is one."""
        if self.derivation is None:
            return None
        lines = tuple(Line(step) for step in range(1, len(self.derivation.theorem.steps) + 1))
        return as_latex(self.derivation.theorem, lines)

    def _repr_markdown_(self) -> str:
        return "\n\n".join((f"**{self.status}**: {self.reason}", *filter(None, (self._repr_latex_(),))))


def judge(
    lhs: Any, rhs: Any = None, given: Iterable[Any] = (), seconds: float | None = SECONDS, *, values: bool = True
) -> Verdict:
    """Is lhs = rhs, or an equation Eq(lhs, rhs), true wherever `given` holds (SymPy relations, memberships, and the
    assumptions of the symbols)?

    A relation that names an index which is only bound, such as p[i] > 0, is meant for every value of that index.
    What takes more CPU `seconds` (None: however many) is unknown, and says so, as does what has no reading here: no
    MlceError is raised. Without `values` a proof alone is looked for, and nothing is refuted: they are for the
    one who asks.
    """
    left, right = both_sides(lhs, rhs)
    try:
        with within(seconds):
            return _answer(left, right, given, values)
    except Stopped:
        if seconds is None:  # somebody else's time is over
            raise
        return Verdict(UNKNOWN, f"stopped after {seconds:g} s of work")


def _answer(left: Basic, right: Basic, given: Iterable[Any], values: bool) -> Verdict:
    try:
        said = understood(given, left, right)
        _one_meaning((*said.terms, *said.given.hypotheses))
        plainly_named = in_plain_names(said)
        read = worked_within(plainly_named)
        found = _as_named(_judged(read, values), said)
        return found if read.terms == plainly_named.terms else replace(found, reason=f"{found.reason} ({WORKED_OUT})")
    except (NotUnderstood, Malformed, TooLarge, Refused) as reason:
        return Verdict(UNKNOWN, str(reason))
    except RecursionError:
        return Verdict(UNKNOWN, "the two sides are nested too deeply")
    except Exception as problem:
        if isinstance(problem, (MlceError, MemoryError)) or not _is_sympys(problem):
            raise
        return Verdict(UNKNOWN, f"SymPy fails in the search for a proof: {type(problem).__name__}: {problem}")


def _as_named(found: Verdict, said: Understood) -> Verdict:
    """Of the symbols that were asked about, which may have assumptions."""
    if not (called := plain_names(said)):
        return found
    named = as_named((*said.terms, *said.given.hypotheses), called)
    return replace(
        found,
        conditions=tuple(map(named, found.conditions)),
        counterexample={named(name): value for name, value in found.counterexample.items()},
    )


def _is_sympys(problem: Exception) -> bool:
    """Was it raised in SymPy's own code, or in what that stands on? A mistake of ours is to be seen."""
    frames = [frame for frame, _ in walk_tb(problem.__traceback__)]
    return bool(frames) and frames[-1].f_globals.get("__name__", "").partition(".")[0] in ("sympy", "mpmath")


def _judged(read: Understood, values: bool) -> Verdict:
    unmet = essential(read.given, read.unmet_at_points)
    left, right = read.start.terms
    sizes, told = _sizes(read), read.start.given
    of_data = Given((*told.hypotheses, *sizes), told.definitions)  # nobody means a sum from 0 to -1
    sought = values and not read.known.unsaid
    at_once = sought and _tries((left, right)) == TRIES  # integrals take longer to evaluate than a proof to find
    against = _counterexample(left, right, of_data, FIRST) if at_once else None
    if against is not None:
        return against
    found = _attempt(read.where(unmet))
    if found is not None and not unmet:
        return _proved(found, told)
    if found is None and sizes and (found := _attempt(read.where((*unmet, *sizes)))) is not None:
        unmet = (*unmet, *sizes)
    if sought and not found:
        against = _counterexample(left, right, of_data) or _between_optima(left, right, of_data)
    if against is not None:
        return against
    if found is None and (more := wanted(read.terms, read.where(unmet).given)):
        found = _attempt(read.where((*unmet, *more)))
        unmet = unmet if found is None else (*unmet, *more)
    if read.known.unsaid or found:
        return Verdict(UNKNOWN, _why(unmet, found, read, None), unmet)
    where = read.where(unmet)
    sides = _brought_together(where)
    if sides and values:
        against = _counterexample(*sides, where.given) or _by_difference(*sides, where.given)
    shown = None if unmet else sides
    return against or Verdict(UNKNOWN, _why(unmet, found, read, shown), unmet, sides=shown)


def _sizes(read: Understood) -> tuple[Basic, ...]:
    """That the variables which are upper ends of ranges are not negative, and those with which Kronecker's delta
    compares an index lie in its range, where that is not known."""
    scopes = [scope for side in read.start.terms for part in occurrences(side) if (scope := opened(part))]
    ranges = [(scope, *scope.domain.args) for scope in scopes if isinstance(scope.domain, IndexRange)]
    free = frozenset().union(*map(names, read.start.terms))
    wanted = [Le(0, end) for _, _, end in ranges if isinstance(end, Symbol) and end in free]
    for scope, low, high in ranges:
        deltas = (delta.args for body in scope.bodies for delta in body.atoms(KroneckerDelta))
        compared = {one for pair in deltas if scope.variable in pair for one in pair if isinstance(one, Symbol)}
        within = sorted(compared & free - {scope.variable}, key=str) if names(scope.domain) <= free else []
        wanted += [one for k in within for one in (Le(low, k), Le(k, high))]
    return tuple(one for one in dict.fromkeys(wanted) if not holds(read.given, one))


def _proved(derivation: Derivation, told: Given) -> Verdict:
    """Proved, if the hypotheses can be met: from what contradicts itself everything would follow."""
    conditions = derivation.given.hypotheses
    said = "; ".join(map(in_words, conditions))
    if not _can_be_met(told.hypotheses):
        return Verdict(UNKNOWN, f"no values were found that meet what is assumed: {said}", conditions)
    return Verdict(
        PROVED, f"by the kernel, where {said}" if said else "by the kernel", conditions, derivation=derivation
    )


def _can_be_met(hypotheses: tuple[Basic, ...]) -> bool:
    from ..evaluate.numeric import compare
    from ..evaluate.outcomes import Agreement
    from ..evaluate.plain import TooDeep

    _, *plain = _without_marks((("True",), *map(encode, hypotheses)))[0]
    try:
        found = [compare(["True"], ["True"], plain, made, tries=1) for made in _witnesses(plain)]
    except TooDeep:
        return False
    return any(isinstance(one, Agreement) and one.tried > 0 for one in found)


def _witnesses(hypotheses: list[Any]) -> Iterator[list[Any]]:
    """Definitions of the unknown functions of which it is assumed that a sum or integral of theirs converges: 0, and
    something positive. Without such ones, none."""
    calls = {(part[0], part[1], len(part) - 2) for h in hypotheses for part in _calls(h, within="Converges")}
    for value in (0, ["exp", ["Mul", -1, ["Pow", "x0", 2]]]) if calls else (0,):
        yield [
            {"left": [head, name, *(f"x{place}" for place in range(count))], "right": value}
            for head, name, count in sorted(calls)
        ]


def _calls(data: Any, within: str = "") -> Iterator[Any]:
    """The applications and entries inside of terms with that head."""
    if isinstance(data, list) and data:
        inside = "" if data[0] == within else within
        if not inside and data[0] in ("Apply", "Indexed"):
            yield data
        for part in data[1:]:
            yield from _calls(part, inside)


def _attempt(read: Understood) -> Derivation | None:
    left, right = read.terms
    try:
        return proved(left, right, read.given)
    except Refused:
        return None


def _counterexample(left: Basic, right: Basic, given: Given, most: int = TRIES) -> Verdict | None:
    """Values that meet the hypotheses and at which the sides are defined and certainly differ, or None where none were
    found."""
    from ..evaluate.numeric import compare
    from ..evaluate.outcomes import Difference
    from ..evaluate.plain import NotATerm, TooDeep

    defined = [side for d in given.definitions for side in (d.left, d.right)]
    said = (left, right, *defined, *given.hypotheses)
    (first, second, *data), originals = _without_marks(tuple(map(encode, said)))
    lefts, meanings, hypotheses = data[: len(defined) : 2], data[1 : len(defined) : 2], data[len(defined) :]
    made = [{"left": name, "right": meaning} for name, meaning in zip(lefts, meanings, strict=True)]
    try:
        found = compare(first, second, hypotheses, made, tries=min(most, _tries((left, right))))
    except TooDeep:
        return None
    except NotATerm as stranger:
        raise NotUnderstood(f"it has no meaning in numbers: {stranger}") from None
    if not isinstance(found, Difference):
        return None
    heads = {name: head for term in said for name, head in _heads(term)}
    values = dict(_entries({_original(name, originals): value for name, value in found.values.items()}, heads))
    at = ", ".join(f"{in_words(name)} = {value}" for name, value in values.items())
    reason = f"{found.why}: {found.left} and {found.right}" + f", where {at}" * bool(at)
    twice = sorted({str(name) for name in heads.values() if [*map(str, heads.values())].count(str(name)) > 1})
    reason += f" (two different names print as {twice[0]})" if twice else ""
    return Verdict(REFUTED, reason, given.hypotheses, values, (found.left, found.right))


def _by_difference(left: Basic, right: Basic, given: Given) -> Verdict | None:
    """Values at which left − right is not 0, where both are known to be defined: what stands in both cancels, though
    nobody can evaluate it."""
    if not isinstance(left, Expr) or not isinstance(right, Expr):
        return None
    found = _counterexample(left - right, S.Zero, given)
    return found and replace(found, reason=f"of left - right and 0, {found.reason}", values=None)


def _between_optima(left: Basic, right: Basic, given: Given) -> Verdict | None:
    """Values of unknown functions at two points, and at all others as at the second, with which the optima differ."""
    reduced = at_two_points(left, right, given)
    found = None if reduced is None else _counterexample(*reduced)
    if found is None or reduced is None:
        return None
    scope = opened(reduced[0])
    assert scope is not None
    c, d = scope.domain.args
    reason = f"{found.reason}, and everywhere else as at {d}; of the optima, those are named that are {c} or {d}"
    return replace(found, reason=reason, values=None)


def _tries(sides: Iterable[Basic]) -> int:
    """Integrals take long to evaluate."""
    parts = (scope.head for side in sides for part in occurrences(side) if (scope := opened(part)) is not None)
    return FEWER if any(head is ImproperIntegral for head in parts) else TRIES


def _without_marks(terms: tuple[Term, ...]) -> tuple[list[Any], dict[str, str]]:
    """The terms with names that an evaluation can read, and what they were."""
    names = sorted(frozenset().union(*map(every_name, terms)))
    short = {name: f"v{number}" for number, name in enumerate(names)}
    return [plain(renamed(term, short)) for term in terms], {text: name for name, text in short.items()}


def _original(name: str, originals: Mapping[str, str]) -> tuple[str, tuple[int, ...]]:
    """The name that was evaluated under this one, and the places of arguments: f'0 is the slope of f in its first."""
    short, *places = name.split("'")
    return originals[short], tuple(map(int, places))


def _heads(term: Basic) -> Iterator[tuple[str, Any]]:
    return ((name_of(name), name) for name in names(term))


def _entries(
    values: Mapping[tuple[str, tuple[int, ...]], Any], heads: Mapping[str, Any]
) -> Iterator[tuple[Basic, Basic]]:
    """What each symbol, entry, function value and slope is."""
    for (text, places), value in values.items():
        name = heads[text]
        if isinstance(name, Symbol):
            yield name, FiniteSet(*map(as_term, value)) if isinstance(value, list) else as_term(value)
            continue
        table = dict(enumerate(value, 1)) if isinstance(value, list) else value
        for place, entry in table.items():
            arguments = place if isinstance(place, tuple) else (place,)
            at = name[arguments] if isinstance(name, IndexedBase) else _slope(name, arguments, places)
            yield at, as_term(entry)


def _slope(function: Any, arguments: tuple[Any, ...], places: tuple[int, ...]) -> Basic:
    """The value of a function, or of its derivative in the arguments in these places, one after the other."""
    moved = {place: Symbol(f"t_{place + 1}" if len(set(places)) > 1 else "t") for place in places}
    term = function(*(moved.get(place, value) for place, value in enumerate(arguments)))
    for place in places:
        term = Derivative(term, moved[place])
    for place, variable in moved.items():
        term = Subs(term, variable, as_term(arguments[place]))
    return as_term(term)


def _one_meaning(terms: tuple[Basic, ...]) -> None:
    """Every name stands for one kind of thing, and no side for a function. Raises Malformed."""
    for function in (term for term in terms if isinstance(term, Lambda)):
        raise Malformed(f"{function} is a function, no number; write its value, as f(x)")
    kinds_of(encode_given(Given(terms[2:])), tuple(map(encode, terms[:2])))


def _why(
    unmet: tuple[Basic, ...], found: Derivation | None, read: Understood, sides: tuple[Basic, Basic] | None
) -> str:
    known, in_cases = read.known, any(term.has(Cases) for term in read.terms)  # what one case needs, others need not
    if not in_cases and (impossible := [c for c in unmet if refuted(known.given, c)]):
        needs = in_words(impossible[0])
        return f"the two sides are not both defined: they need {needs}, and what is given says the opposite"
    if unmet:
        needs = "; ".join(map(in_brief, unmet))
        return f"{'it holds' if found else 'the two sides are defined'} where {needs}, and nothing given says so"
    nothing = "the rules do not lead from one side to the other"
    if known.unsaid:
        return f"{nothing}, and no counterexample is sought, for no hypothesis can say {known.unsaid[0]}"
    return f"{nothing}, and no counterexample was found{_how_far(sides)}"


def _brought_together(read: Understood) -> tuple[Basic, Basic] | None:
    """What the rules make of both sides, where that is more than what was asked: it is proved to be equal to them, so
    that where it differs, they do; what was an infinite sum or integral has values then."""
    try:
        lhs, rhs = read.terms
        left, right = (side.rhs for side in brought_together(lhs, rhs, read.given))
    except Refused:
        return None
    return None if (left, right) == read.terms else (left, right)


def _how_far(sides: tuple[Basic, Basic] | None) -> str:
    """What the rules make of both sides, and what is left over."""
    if sides is None or not all(isinstance(side, Expr) for side in sides):
        return ""
    left, right = sides
    assert isinstance(left, Expr) and isinstance(right, Expr)
    try:
        said = [plainly(encode(term)) for term in (left, right, left - right)]
    except (Malformed, TooLarge):
        return ""
    text = f"; left: {said[0]}, right: {said[1]}, the difference left over: {said[2]}"
    return text if len(text) <= LONGEST else ""
