"""Random pairs of terms, for tests of `judge`, right and wrong.

Half of them are sums and products, with bound variables shared, shadowed and renamed; the others are terms of the whole
language (`random_terms.py`) and variations of them (`variations.py`), under hypotheses.

`python -m tests.random_pairs 20000` judges that many pairs and compares every verdict with brute force; a second number
is a seed. So far 61,600 pairs were tried without a wrong verdict, the last of them with `Random("s30-0")` to
`Random("s30-12201")` and `Random("s70-0")` to `Random("s70-22599")`.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sympy import Add, Basic, Function, IndexedBase, Integer, Mul, Product, Sum, Symbol, preorder_traversal

from mlce_sym.border.binding import substitute
from mlce_sym.prover.seconds import Stopped, within
from mlce_sym.verdicts.judge import Verdict, judge

from .brute_force import OutOfReach, Undefined, differ, holds, same, value
from .random_terms import EXTREMES, Terms, hypotheses, named
from .variations import spoiled, varied

INDICES = [Symbol(name) for name in "ijk"]
FREE = [Symbol(name) for name in ("n", "m", "c")]
BOUNDS = [*FREE[:2], Integer(2)]
X, Y = IndexedBase("x"), IndexedBase("y")
F = Function("f")


def term(rng: random.Random, scope: list[Symbol], depth: int) -> Basic:
    """A random term; its free indices are those in scope, or now and then another one, left free."""
    if depth == 0 or rng.random() < 0.2:
        return leaf(rng, scope)
    parts = [term(rng, scope, depth - 1) for _ in range(2)]
    kind = rng.choice(("add", "mul", "sum", "sum", "sum", "product"))
    if kind in ("add", "mul"):
        return (Add if kind == "add" else Mul)(*parts)
    index = rng.choice(INDICES)
    body = term(rng, [*scope, index], depth - 1)
    head = Sum if kind == "sum" else Product
    return head(body, (index, 1, bound(rng, scope)))


def bound(rng: random.Random, scope: list[Symbol]) -> Basic:
    return rng.choice([*BOUNDS, *BOUNDS, *scope]) if scope else rng.choice(BOUNDS)


def leaf(rng: random.Random, scope: list[Symbol]) -> Basic:
    index = rng.choice([*scope, *scope, *scope, *INDICES]) if scope else rng.choice([*INDICES, *FREE])
    return rng.choice(
        (
            X[index],
            X[index],
            Y[index],
            F(index, rng.choice([*scope, FREE[2]])),
            index,
            FREE[2],
            Integer(rng.choice((-1, 2))),
        )
    )


def rewritten(rng: random.Random, expression: Basic) -> Basic:
    """The expression with one change somewhere, which may or may not keep its value."""
    if isinstance(expression, (Sum, Product)) and rng.random() < 0.7:
        return _changed_series(rng, expression)
    if not expression.args or isinstance(expression, (Sum, Product)) or not isinstance(expression, (Add, Mul)):
        return expression
    chosen = rng.randrange(len(expression.args))
    return expression.func(*(rewritten(rng, a) if k == chosen else a for k, a in enumerate(expression.args)))


def _changed_series(rng: random.Random, expression: Basic) -> Basic:
    head, (index, low, high), body = type(expression), expression.limits[-1], _body(expression)
    change = rng.choice(("rename", "split", "pull", "exchange", "inside", "shift", "peel"))
    if change == "rename":
        other = rng.choice(INDICES)
        return head(body.xreplace({index: other}), (other, low, high))  # captures now and then: that is the point
    if change == "split" and isinstance(body, Add):
        return (Add if head is Sum else Mul)(*(head(part, (index, low, high)) for part in body.args))
    if change == "pull" and isinstance(body, Mul) and head is Sum:
        chosen = rng.choice(body.args)
        return chosen * Sum(body / chosen, (index, low, high))
    if change == "exchange" and len(expression.limits) > 1:
        return head(expression.function, *reversed(expression.limits))
    if change == "shift":
        return head(body, (index, low, high + rng.choice((0, 1, -1))))
    if change == "peel":
        last = substitute(body, {index: high})
        rest = head(body, (index, low, high - 1))
        return rest + last if head is Sum else rest * last
    return head(rewritten(rng, body), (index, low, high))


def _body(expression: Basic) -> Basic:
    inner = expression.limits[:-1]
    return type(expression)(expression.function, *inner) if inner else expression.function


def pair(rng: random.Random) -> tuple[Basic, Basic]:
    left = term(rng, [], rng.choice((2, 3)))
    right = term(rng, [], 2) if rng.random() < 0.1 else rewritten(rng, left)
    return left, rewritten(rng, right) if rng.random() < 0.3 else right


@dataclass(frozen=True)
class Case:
    """An equation, and what is given."""

    left: Basic
    right: Basic
    given: list[Any] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.left} = {self.right}, given {self.given}"


def case(rng: random.Random) -> Case:
    """Sums and products, or terms of the whole language."""
    if rng.random() < 0.3:
        return Case(*pair(rng))
    while True:
        try:
            return _of_everything(rng)
        except (ValueError, TypeError, ArithmeticError, NotImplementedError, AttributeError, RecursionError):
            continue  # SymPy does not build it


def _of_everything(rng: random.Random) -> Case:
    names = named(rng)
    left = Terms(rng, names).any(rng.choice((1, 2, 2, 3)))
    right = varied(rng, left)
    for _ in range(rng.choice((0, 0, 0, 1))):
        right = varied(rng, right)
    right = spoiled(rng, right) if rng.random() < 0.3 else right
    if rng.random() < 0.1:  # SymPy would work out a factorial or a power of such a number
        number = rng.choice(EXTREMES)
        left, right = (term * number if rng.random() < 0.5 else term + number for term in (left, right))
    return Case(left, right, hypotheses(names, rng))


def _in_unit(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 4), 5)


STYLES: tuple[Callable[[random.Random], Fraction], ...] = (
    lambda rng: Fraction(rng.randint(-3, 3)),
    lambda rng: Fraction(rng.randint(1, 3)),
    lambda rng: Fraction(rng.randint(-5, 7), 2),
    lambda rng: Fraction(rng.randint(0, 1)),
    _in_unit,
    _in_unit,
    lambda rng: Fraction(rng.randint(1, 9), rng.randint(1, 4)),
)


def environment(rng: random.Random, names: list[Any]) -> dict[Any, Any]:
    """Values for every name; entries and function values are drawn once for each place."""
    return {name: _some_value(rng, name) for name in names}


def _some_value(rng: random.Random, name: Any) -> Any:
    style = rng.choice(STYLES)
    if isinstance(name, Symbol):
        return Fraction(rng.randint(0, 4)) if str(name) in WHOLE else style(rng)
    entries: dict[Any, Fraction] = {}
    return lambda *place: entries.setdefault(place, style(rng))


WHOLE = {"i", "j", "k", "I_1", "s", "n", "m", "K", "N_1"}


def names_in(*terms: Basic) -> list[Any]:
    """The free symbols, and the names (as text) of data and functions; bound symbols do no harm."""
    parts = [part for term in terms for part in preorder_traversal(term)]
    symbols = {part for part in parts if isinstance(part, Symbol)}
    return [*sorted(symbols, key=str), *sorted({name for part in parts if (name := _called(part))})]


def _called(part: Any) -> str:
    if hasattr(part, "base") and hasattr(part, "indices"):
        return str(part.base.label)
    return str(part.func) if isinstance(getattr(part, "func", None), type(F)) else ""


def mistake(tried: Case, verdict: Verdict, rng: random.Random, tries: int = 12) -> str:
    """Why the verdict is wrong by brute force, or nothing."""
    if verdict.status == "refuted":
        return _not_refuted(tried, verdict)
    if verdict.status != "proved":
        return ""
    for env in _points(tried, verdict, rng, tries):
        try:
            if not same(value(tried.left, env), value(tried.right, env)):
                return f"they differ at {shown(env)}"
        except Undefined as reason:
            return f"one of them is undefined at {shown(env)}: {reason}"
        except OutOfReach:
            continue
    return ""


def _points(tried: Case, verdict: Verdict, rng: random.Random, tries: int) -> Iterator[dict[Any, Any]]:
    """Points that meet the hypotheses that are printed with the verdict."""
    names = names_in(tried.left, tried.right, *verdict.conditions)
    found = 0
    for _ in range(10 * tries):
        env = environment(rng, names)
        try:
            if all(holds(condition, env) for condition in verdict.conditions):
                found += 1
                yield env
        except OutOfReach:
            continue
        if found >= tries:
            break


def shown(env: dict[Any, Any]) -> str:
    return ", ".join(f"{name} = {number}" for name, number in env.items() if isinstance(name, Symbol))


def _not_refuted(tried: Case, verdict: Verdict) -> str:
    """Why the counterexample is none, or nothing: the sides have to be defined there, and differ, where what is given
    holds."""
    env = _said(verdict)
    whatever = {name: Fraction(1) for name in names_in(tried.left, tried.right) if isinstance(name, Symbol)}
    try:
        if not all(_may_hold(condition, env) for condition in verdict.conditions):
            return "the counterexample does not meet the hypotheses"
        env = {**whatever, **env}  # what it does not say does not matter: the slope of b x in b is x for every b
        if not differ(value(tried.left, env), value(tried.right, env)):
            return "they are equal at the counterexample"
    except Undefined as reason:
        return f"one of them is undefined at the counterexample: {reason}"
    except KeyError as name:
        return f"the counterexample does not say {name}"
    except OutOfReach:
        return ""
    return ""


def _may_hold(condition: Basic, env: dict[Any, Any]) -> bool:
    """Entries of which the sides do not speak need not be said."""
    try:
        return holds(condition, env)
    except (KeyError, OutOfReach):
        return True


def _said(verdict: Verdict) -> dict[Any, Any]:
    """The counterexample as an environment."""
    entries: dict[Any, dict[Any, Fraction]] = {}
    numbers: dict[Any, Any] = {}
    for key, number in verdict.counterexample.items():
        if isinstance(key, Symbol):
            numbers[key] = Fraction(str(number))
        else:
            places = tuple(Fraction(str(a)) for a in getattr(key, "indices", key.args))
            entries.setdefault(_called(key), {})[places] = Fraction(str(number))
    tables = {name: _known(name, table) for name, table in entries.items()}
    return {**numbers, **tables}


def _known(name: str, table: dict[Any, Fraction]) -> Callable[..., Fraction]:
    def at(*place: Any) -> Fraction:
        if place not in table:
            raise KeyError(f"{name}{place}")
        return table[place]

    return at


def main(count: int, seed: str = "0") -> None:
    found: Counter[str] = Counter()
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        try:
            with within(10):
                tried = case(rng)
        except Stopped:
            found["SymPy does not build it in 10 s"] += 1
            continue
        try:
            verdict = judge(tried.left, tried.right, tried.given, seconds=20)
            wrong = mistake(tried, verdict, rng)
        except Exception as error:
            found["EXCEPTION"] += 1
            print(f"pair {number}: {tried}: {type(error).__name__}: {error}", flush=True)
            continue
        found[verdict.status] += 1
        if wrong:
            found["WRONG"] += 1
            print(f"pair {number}: {tried}: {verdict}\n   {wrong}", flush=True)
        elif verdict.status == "unknown" and "--unknown" in sys.argv:
            print(f"pair {number}: {tried}: {verdict}", flush=True)
        if number % 200 == 199:
            print(number + 1, dict(found), flush=True)
    print(dict(found))


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:3])
