"""Random pairs of sums and products, for tests of `judge`: bound variables shared, shadowed and renamed, right and
wrong.

`python -m tests.random_pairs 20000` judges that many pairs and compares every verdict with brute force.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from fractions import Fraction
from typing import Any

from sympy import Add, Basic, Function, IndexedBase, Integer, Mul, Product, Sum, Symbol

from mlce_sym.border.binding import substitute
from mlce_sym.prompt.judge import Verdict, judge

from .brute_force import Undefined, value

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


def environment(rng: random.Random) -> dict[Any, Any]:
    """Values for every name; entries and function values are drawn once for each place."""
    tables: dict[Any, Fraction] = {}

    def drawn(name: str) -> Any:
        return lambda *place: tables.setdefault((name, place), Fraction(rng.randint(-3, 3)))

    numbers = {s: Fraction(rng.randint(0, 3)) for s in (*INDICES, *FREE)}
    return {**numbers, "x": drawn("x"), "y": drawn("y"), "f": drawn("f")}


def mistake(left: Basic, right: Basic, verdict: Verdict, rng: random.Random, tries: int = 12) -> str:
    """Why the verdict is wrong by brute force, or nothing."""
    if verdict.status == "refuted":
        return "" if _differ_at(left, right, dict(verdict.counterexample)) else "no counterexample"
    if verdict.status == "proved":
        for _ in range(tries):
            env = environment(rng)
            try:
                if value(left, env) != value(right, env):
                    return f"they differ at {[(k, v) for k, v in env.items() if isinstance(k, Symbol)]}"
            except Undefined:
                continue
    return ""


def _differ_at(left: Basic, right: Basic, values: dict[Basic, Basic]) -> bool:
    entries = {
        (str(k.base.label if hasattr(k, "base") else k.func), _numbers(k)): v
        for k, v in values.items()
        if not k.is_Symbol
    }

    def known(name: str) -> Any:
        return lambda *place: Fraction(str(entries[name, place]))

    numbers = {k: Fraction(str(v)) for k, v in values.items() if k.is_Symbol}
    env = {**numbers, "x": known("x"), "y": known("y"), "f": known("f")}
    return value(left, env) != value(right, env)


def _numbers(key: Basic) -> tuple[Fraction, ...]:
    return tuple(Fraction(str(a)) for a in (key.indices if hasattr(key, "indices") else key.args))


def main(count: int, seed: int = 0) -> None:
    found: Counter[str] = Counter()
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        left, right = pair(rng)
        verdict = judge(left, right)
        found[verdict.status] += 1
        wrong = mistake(left, right, verdict, rng)
        if wrong:
            found["WRONG"] += 1
            print(f"pair {number}: {left} = {right}: {verdict}\n   {wrong}")
        elif verdict.status == "unknown" and "--unknown" in sys.argv:
            print(f"pair {number}: {left} = {right}: {verdict}")
    print(dict(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
