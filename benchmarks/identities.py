"""`python -m benchmarks identities`: what `judge` makes of identities and of wrong versions of them, beside what SymPy
makes of them, in one run.

`--file PATH` takes another file, a Python module with a list `ROWS` of (name, left, right) or (name, left, right,
given), and where it has one, `WRONG`. What stands before the hyphen of a name is its group.

SymPy is told what is given by the assumptions of symbols, and may try `simplify`, `expand_log(force=True)` and
`gammasimp` on the difference of the two sides, each for at most `LIMIT` seconds in a process of its own; it says
"equal" where one of them comes to 0.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sympy import (
    Basic,
    GreaterThan,
    Indexed,
    IndexedBase,
    Product,
    StrictGreaterThan,
    Sum,
    Symbol,
    expand_log,
    gammasimp,
    simplify,
    sympify,
)

LIMIT = 5.0  # seconds, for each of SymPy's ways
WAYS: dict[str, Callable[[Basic], Basic]] = {
    "simplify": simplify,
    "expand_log": lambda term: simplify(expand_log(term, force=True)),
    "gammasimp": lambda term: gammasimp(term.doit()),
}


@dataclass(frozen=True)
class Row:
    """An equation that somebody wrote, and what is given."""

    name: str
    left: Basic
    right: Basic
    given: tuple[Any, ...] = ()

    @property
    def group(self) -> str:
        return self.name.partition("-")[0]


@dataclass(frozen=True)
class Measured:
    """The word of judge and that of SymPy ("equal" or ""), with the seconds that they took."""

    row: Row
    verdict: str
    seconds: float
    sympy: str
    sympy_seconds: float


def rows_of(path: str | None) -> dict[str, list[Row]]:
    """The true ones and the wrong ones, of a file or of this project."""
    if path is None:
        from . import identity_rows as module
    else:
        spec = importlib.util.spec_from_file_location(Path(path).stem, path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    found = {"true": module.ROWS, "wrong": getattr(module, "WRONG", [])}
    return {kind: [_row(*row) for row in rows] for kind, rows in found.items()}


def _row(name: str, left: Any, right: Any, given: Iterable[Any] = ()) -> Row:
    return Row(name, sympify(left), sympify(right), tuple(given))


def measured(row: Row, limit: float = LIMIT) -> Measured:
    from mlce_sym import judge

    start = time.perf_counter()
    verdict = judge(row.left, row.right, row.given).status
    middle = time.perf_counter()
    equal = any(by_sympy(way, row, limit) for way in WAYS)
    return Measured(row, verdict, middle - start, "equal" if equal else "", time.perf_counter() - middle)


def by_sympy(way: str, row: Row, limit: float = LIMIT) -> bool:
    """Does one of SymPy's ways come to 0 in that time? It runs in a process that is stopped then."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    worker = context.Process(target=_try, args=(way, row, sender), daemon=True)
    worker.start()
    sender.close()
    try:
        return receiver.poll(limit) and bool(receiver.recv())
    except EOFError:
        return False
    finally:
        worker.kill()
        worker.join()


def _try(way: str, row: Row, answer: Connection) -> None:
    try:
        left, right = told(row)
        answer.send(left == right or WAYS[way](left - right) == 0)
    except Exception:  # whatever SymPy raises, it has not come to 0
        answer.send(False)


def told(row: Row) -> tuple[Basic, Basic]:
    """The two sides with real symbols: positive ones where that is given, and integers as bounds."""
    positive = {relation.lhs for relation in row.given if _is_positive(relation)}
    series = [part for side in (row.left, row.right) for part in side.atoms(Sum, Product)]
    whole = {symbol for part in series for limit in part.limits for bound in limit for symbol in bound.free_symbols}
    values: dict[Basic, Basic] = {}
    for symbol in sorted(row.left.free_symbols | row.right.free_symbols | whole, key=str):
        if type(symbol) is Symbol:
            facts = {"positive": True} if symbol in positive else {}
            values[symbol] = Symbol(symbol.name, real=True, **facts, **({"integer": True} if symbol in whole else {}))
    entries = {entry.base for entry in positive if isinstance(entry, Indexed)}
    bases = {base: IndexedBase(str(base.label), positive=True) for base in entries}
    return row.left.xreplace({**values, **bases}), row.right.xreplace({**values, **bases})


def _is_positive(relation: Any) -> bool:
    """Is it x > c or x ≥ c that makes x positive?"""
    if not isinstance(relation, (GreaterThan, StrictGreaterThan)) or not relation.rhs.is_number:
        return False
    return bool(relation.rhs > 0) or (isinstance(relation, StrictGreaterThan) and bool(relation.rhs == 0))


def table(found: list[Measured]) -> Iterator[str]:
    """A line for each group, and one for all."""
    groups = dict.fromkeys(one.row.group for one in found)
    for group in groups:
        yield _line(group, [one for one in found if one.row.group == group])
    yield _line("all", found)


def _line(name: str, found: list[Measured]) -> str:
    counts = [sum(one.verdict == status for one in found) for status in ("proved", "refuted", "unknown")]
    times, others = [one.seconds for one in found], [one.sympy_seconds for one in found]
    equal = sum(bool(one.sympy) for one in found)
    shown = "".join(f"{count:>9}" for count in (len(found), *counts))
    ours = f"{1e3 * median(times):>9.0f}{1e3 * late(times):>9.0f}"
    theirs = f"{equal:>9}{1e3 * median(others):>9.0f}{1e3 * late(others):>9.0f}"
    return f"{name:<14}{shown}{ours}{theirs}{median(others) / median(times):>8.2f}"


def late(times: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def main(arguments: list[str]) -> None:
    path = arguments[arguments.index("--file") + 1] if "--file" in arguments else None
    for kind, rows in rows_of(path).items():
        if not rows:
            continue
        print(f"\n{'':<50}{'judge: ms':>18}{'SymPy: ms':>27}")
        heads = (kind, "proved", "refuted", "unknown", "median", "95%", "equal", "median", "95%")
        print(f"{'':<14}{''.join(f'{head:>9}' for head in heads)}{'ratio':>8}", flush=True)
        found = [measured(row) for row in rows]
        print("\n".join(table(found)), flush=True)
        wanted = "proved" if kind == "true" else "refuted"
        for one in found:
            if one.verdict != wanted:
                print(f"    {one.row.name}: {one.verdict}")
