"""The values that a step puts for the names of an earlier theorem, where they are not plain to see.

>>> list(values_put({"n": "n", "c": ["Rational", 1, 2], "h": ["Lambda", ["i"], "a"]}))
[['Eq', 'c', ['Rational', 1, 2]], ['Eq', ['Apply', 'h', 'i'], 'a']]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Data = Any
LONGEST = 10  # the names and numbers in a value that is printed


def values_put(bindings: Mapping[str, Data]) -> Iterator[Data]:
    """The equations name = value, but for names that stand for themselves, and for what would fill a page."""
    for name, value in bindings.items():
        function = isinstance(value, list) and value[:1] == ["Lambda"]
        left, right = (["Apply", name, *value[1]], value[2]) if function else (name, value)
        if left != right and atoms(right) <= LONGEST:
            yield ["Eq", left, right]


def atoms(data: Data) -> int:
    """How many names and numbers there are in a term."""
    return sum(map(atoms, data[1:])) if isinstance(data, list) else 1
