"""The values that a step puts for the names of an earlier theorem, where they are not plain to see.

>>> list(values_put({"n": "n", "c": ["Rational", 1, 2], "h": ["Lambda", ["i"], "a"]}))
[['Eq', 'c', ['Rational', 1, 2]], ['Eq', ['Apply', 'h', 'i'], 'a']]
>>> theorem = {"lhs": ["Indexed", "h", 1], "hypotheses": [], "steps": []}
>>> list(values_put({"h": ["Lambda", ["i"], "a"]}, vectors([theorem])))
[['Eq', ['Indexed', 'h', 'i'], 'a']]
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

Data = Any
LONGEST = 12  # the names and numbers in a value that is printed


def values_put(bindings: Mapping[str, Data], of_vectors: Collection[str] = ()) -> Iterator[Data]:
    """The equations name = value, but for names that stand for themselves, and for what would fill a page."""
    for name, value in bindings.items():
        function = isinstance(value, list) and value[:1] == ["Lambda"]
        head = "Indexed" if name in of_vectors else "Apply"
        left, right = ([head, name, *value[1]], value[2]) if function else (name, value)
        if left != right and atoms(right) <= LONGEST:
            yield ["Eq", left, right]


def vectors(theorems: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The names that stand for vectors in what theorems say."""
    found: set[str] = set()
    todo: list[Data] = [part for t in theorems for part in (t["lhs"], t["hypotheses"])]
    while todo:
        part = todo.pop()
        if isinstance(part, list):
            found |= {part[1]} if part[:1] == ["Indexed"] else set()
            todo.extend(part)
    return frozenset(found)


def atoms(data: Data) -> int:
    """How many names and numbers there are in a term."""
    return sum(map(atoms, data[1:])) if isinstance(data, list) else 1
