"""The errors that `python -m benchmarks mutations` plants: each changes the trusted base in one place.

A mutant has a name of its own, file:function:kind:ordinal, without line numbers, so that what is said of it in
`survivors.py` stays true while other functions change. Nothing is planted in docstrings, annotations and messages, nor
where `SPARED` says so.

>>> source = "def small(n):\\n    return n < 10 and n != 3\\n"
>>> for mutant in of_source("room/file.py", source):
...     print(mutant.id, "|", mutant.after)
room/file.py:small:dropped condition:1 | n != 3
room/file.py:small:dropped condition:2 | n < 10
room/file.py:small:flipped comparison:1 | n <= 10
room/file.py:small:off by one:1 | 11
room/file.py:small:flipped comparison:2 | n == 3
room/file.py:small:off by one:2 | 4
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent.parent / "mlce_sym"
ROOMS = ("terms", "logic", "kernel")

# Where nothing is planted: constants by how their names begin, functions and files by name; with the reason.
SPARED = {
    "MOST_": "a limit of size: one more or less says nothing about truth",
    "LONGEST_": "a limit of size",
    "LARGEST_": "a limit of the search for small divisors",
    "DEEPEST": "a limit of nesting",
    "VERSION": "the version of the format",
    "words.py": "the words of messages",
    "shown": "how data are shown in messages",
    "name_of": "how a step is called in messages",
}
LIMITS = ("MOST_", "LONGEST_", "LARGEST_", "DEEPEST")
# Calls whose arguments may change places without a change of meaning.
SYMMETRIC = {"equal", "gcd", "lcm", "max", "min", "union", "isinstance", "dict", "frozenset", "_check_sound", "_same"}
SYMMETRIC |= {"_product", "times", "plus", "added", "sum_of_signs", "product_of_signs"}

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
EXCHANGED = {"Lt": "Le", "Ne": "Eq", "Add": "Mul", "Sum": "Product", "ArgMax": "ArgMin", "exp": "log"}
EXCHANGED |= {other: head for head, other in EXCHANGED.items()}
HEAD = re.compile(r"[A-Z][A-Za-z]+|log|exp")


@dataclass(frozen=True)
class Mutant:
    """One error: `before` and `after` show the place; `written` makes the whole file with the error in it."""

    file: str
    function: str
    kind: str
    ordinal: int
    before: str
    after: str
    written: Callable[[], str] = field(repr=False, compare=False)

    @property
    def source(self) -> str:
        return self.written()

    @property
    def id(self) -> str:
        return f"{self.file}:{self.function}:{self.kind}:{self.ordinal}"

    @property
    def room(self) -> str:
        return self.file.partition("/")[0]


def of_rooms(package: Path = PACKAGE) -> Iterator[Mutant]:
    """The mutants of every file in the rooms of the trusted base, in an order that depends on the files alone."""
    for room in ROOMS:
        for path in sorted((package / room).rglob("*")):
            file, spared = path.relative_to(package).as_posix(), path.name in SPARED
            if path.suffix == ".py" and not spared:
                yield from of_source(file, path.read_text(encoding="utf-8"))
            if path.suffix == ".json":
                yield from of_table(file, json.loads(path.read_text(encoding="utf-8")))


# Python


def of_source(file: str, source: str) -> Iterator[Mutant]:
    planter = _Planter(source)
    planter.visit(ast.parse(source))
    counted: Counter[tuple[str, str]] = Counter()
    for function, kind, (start, end), before, after in dict.fromkeys(planter.found):
        counted[function, kind] += 1
        shown = after.removeprefix("(").removesuffix(")") if after[:1] == "(" else after
        written = partial(_with, planter.bytes, start, end, after)
        yield Mutant(file, function, kind, counted[function, kind], before, shown, written)


def _with(source: bytes, start: int, end: int, after: str) -> str:
    return (source[:start] + after.encode() + source[end:]).decode()


class _Planter(ast.NodeVisitor):
    """Finds the places; `found` has the function, the kind, the range in bytes, and what is there before and after."""

    def __init__(self, source: str) -> None:
        self.bytes = source.encode()
        self.starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.names: list[str] = []
        self.truths = False
        self.found: list[tuple[str, str, tuple[int, int], str, str]] = []

    def plant(self, kind: str, node: Any, new: ast.AST | str) -> None:
        text = new if isinstance(new, str) else f"({ast.unparse(new)})"
        if text in (before := ast.unparse(node), f"({before})"):
            return
        place = self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset
        self.found.append((".".join(self.names) or "module", kind, place, before, text))

    # What is passed over: docstrings, annotations, decorators, messages, limits.

    def _body(self, node: Any) -> None:
        self.names.append(node.name)
        for statement in node.body:
            self.visit(statement)
        self.names.pop()

    visit_ClassDef = _body

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in SPARED:
            return
        self.names.append(node.name)
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        self.names.pop()
        self.truths = isinstance(node.returns, ast.Name) and node.returns.id == "bool"
        self._body(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and "TypeAlias" not in ast.unparse(node.annotation):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)]
        if not any(name.startswith(spared) for name in names for spared in SPARED):
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        pass

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pass

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """Which of its exceptions stands first means nothing."""
        for statement in node.body:
            self.visit(statement)

    # Checks

    def visit_Expr(self, node: ast.Expr) -> None:
        calls = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        if all(isinstance(call, ast.Call) for call in calls) and "super()" not in ast.unparse(node):
            self.plant("skipped check", node, "pass")
        if not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_Return(self, node: ast.Return) -> None:
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, bool):
            self.plant("skipped check", value, repr(not value.value))
        elif value is not None:
            if self.truths:
                self.plant("skipped check", value, "True")
                self.plant("skipped check", value, "False")
            self.visit(value)

    def _test(self, test: ast.expr, guards: tuple[str, ...]) -> None:
        for guard in guards:
            self.plant("dropped condition", test, guard)
        flipped = isinstance(test, ast.Compare) and len(test.ops) == 1 and not isinstance(test.ops[0], (ast.Lt, ast.Gt))
        if not flipped and not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)):
            self.plant("negated condition", test, ast.UnaryOp(ast.Not(), test))

    def visit_If(self, node: ast.If | ast.IfExp) -> None:
        self._test(node.test, ("True", "False"))
        self.generic_visit(node)

    visit_IfExp = visit_If

    def visit_While(self, node: ast.While) -> None:
        self._test(node.test, ("False",))
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._test(test, ("True",))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for number in range(len(node.values)):
            rest = [value for place, value in enumerate(node.values) if place != number]
            self.plant("dropped condition", node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Just at a limit, one more or less says nothing; that there is one is planted where it is a condition."""
        limit = any(isinstance(part, ast.Name) and part.id.startswith(LIMITS) for part in ast.walk(node))
        for number, op in enumerate(node.ops if not limit else ()):
            changed = copy(node)
            changed.ops = [*node.ops[:number], OPPOSITE[type(op)](), *node.ops[number + 1 :]]
            self.plant("flipped comparison", node, changed)
        self.visit(node.left)
        for op, part in zip(node.ops, node.comparators, strict=True):
            choices = isinstance(op, (ast.In, ast.NotIn)) and isinstance(part, ast.Tuple)
            for inner in part.elts if choices else [part]:
                self.visit(inner)
            if choices:
                self._dropped(part, part.elts, "elts")

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.plant("negated condition", node, node.operand)
        if isinstance(node.op, ast.USub):
            self.plant("sign", node, node.operand)
        self.generic_visit(node)

    # Terms and sets

    def visit_BinOp(self, node: ast.BinOp) -> None:
        def by(kind: str, op: ast.operator) -> None:
            self.plant(kind, node, ast.BinOp(node.left, op, node.right))

        right = node.right.func if isinstance(node.right, ast.Call) else node.right
        is_set = isinstance(right, ast.Set) or getattr(right, "attr", getattr(right, "id", "")) in (
            *("set", "frozenset", "keys", "free"),
        )
        if isinstance(node.op, ast.BitOr):
            by("set operator", ast.BitAnd())
            by("set operator", ast.Sub())
        elif isinstance(node.op, ast.BitAnd):
            by("set operator", ast.BitOr())
            by("set operator", ast.Sub())
        elif isinstance(node.op, ast.Sub) and is_set:
            by("set operator", ast.BitOr())
            by("set operator", ast.BitAnd())
        elif isinstance(node.op, (ast.Add, ast.Sub)):
            by("sign", ast.Sub() if isinstance(node.op, ast.Add) else ast.Add())
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """A head or a message that changes its place with a term gives no error worth planting."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in ("all", "any"):
            self.plant("skipped check", node.func, "any" if name == "all" else "all")
        if name not in (*SYMMETRIC, "TypeVar"):
            self._swapped(node, node.args, "args")
        self._dropped(node, node.args, "args")
        self.visit(node.func)
        for part in (*node.args, *(word.value for word in node.keywords)):
            self.visit(part)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        if isinstance(node.ctx, ast.Load):
            if not (node.elts and getattr(node.elts[0], "value", None) in ("Add", "Mul")):  # of a sum or a product
                self._swapped(node, node.elts, "elts")
            self._dropped(node, node.elts, "elts")
            self.generic_visit(node)

    def _swapped(self, node: ast.expr, parts: list[ast.expr], what: str) -> None:
        for number in range(len(parts) - 1):
            one, other = parts[number : number + 2]
            if not any(isinstance(part, (ast.Starred, ast.JoinedStr)) or _is_text(part) for part in (one, other)):
                self._with(node, "swapped arguments", what, [*parts[:number], other, one, *parts[number + 2 :]])

    def _dropped(self, node: ast.expr, parts: list[ast.expr], what: str) -> None:
        """An element of a tuple of heads, or of heads that are given one by one; a term keeps its head."""
        first = 1 if what == "args" else 0
        if what == "elts" and not all(_is_head(part) or isinstance(part, ast.Starred) for part in parts):
            return
        for number, part in enumerate(parts):
            if number >= first and (_is_head(part) or (isinstance(part, ast.Starred) and what == "elts")):
                self._with(node, "dropped head", what, [*parts[:number], *parts[number + 1 :]])

    def _with(self, node: ast.expr, kind: str, what: str, parts: list[ast.expr]) -> None:
        changed = copy(node)
        setattr(changed, what, parts)
        self.plant(kind, node, changed)

    def visit_Constant(self, node: ast.Constant) -> None:
        if type(node.value) is int:
            self.plant("off by one", node, str(node.value + 1))
        if node.value in EXCHANGED:
            self.plant("exchanged head", node, repr(EXCHANGED[node.value]))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_head(node: ast.expr) -> bool:
    return _is_text(node) and HEAD.fullmatch(node.value) is not None


# The rule table


def of_table(file: str, table: dict[str, Any]) -> Iterator[Mutant]:
    """The mutants of a rule table: in the name, the rule stands in the place of the function."""
    for number, row in enumerate(table["rules"]):
        counted: Counter[str] = Counter()
        for kind, changed, before, after in _of_row(row):
            counted[kind] += 1
            written = partial(_with_row, table, number, changed)
            yield Mutant(file, row["name"], kind, counted[kind], json.dumps(before), json.dumps(after), written)


def _with_row(table: dict[str, Any], number: int, changed: dict[str, Any]) -> str:
    rules = [*table["rules"][:number], changed, *table["rules"][number + 1 :]]
    return json.dumps({**table, "rules": rules}, indent=1, ensure_ascii=False) + "\n"


def changed_row(mutant: Mutant) -> dict[str, Any]:
    """The row of the table in which the error is."""
    return next(row for row in json.loads(mutant.source)["rules"] if row["name"] == mutant.function)


def _of_row(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], Any, Any]]:
    conditions = row["conditions"]
    for number, condition in enumerate(conditions):
        rest = [*conditions[:number], *conditions[number + 1 :]]
        yield "dropped condition", {**row, "conditions": rest}, condition, None
        for kind, new in _of_term(condition):
            yield kind, {**row, "conditions": [*conditions[:number], new, *conditions[number + 1 :]]}, condition, new
    for side in ("lhs", "rhs"):
        for kind, new in _of_term(row[side]):
            yield kind, {**row, side: new}, row[side], new


ORDERED = ("Lt", "Le", "Pow", "Range", "Interval", "Between", "Rational")


def _of_term(term: Any) -> Iterator[tuple[str, Any]]:
    """The terms of a rule that differ in one node."""
    if type(term) is int:
        yield "off by one", term + 1
        if term != 0:
            yield "sign", -term
    if not isinstance(term, list):
        return
    head, *parts = term
    if head in EXCHANGED:
        yield "exchanged head", [EXCHANGED[head], *parts]
    if head in ORDERED:
        yield "swapped arguments", [head, parts[1], parts[0], *parts[2:]]
    if head in ("CrossEntropy", "KLDivergence"):
        yield "swapped arguments", [*term[:3], term[4], term[3]]
    for place, part in enumerate(term[1:], 1):
        for kind, new in _of_term(part):
            yield kind, [*term[:place], new, *deepcopy(term[place + 1 :])]
