"""What the Tab key offers for the names of documents, theorems and families."""

from __future__ import annotations

from typing import Any


def documents(context: Any, parameter: Any, begun: str) -> list[str]:
    """The documents, and after a slash the theorems of one."""
    from ..derivations import NAMES, index

    whole, slash, _ = begun.partition("/")
    theorems = [f"{whole}/{name}" for name in index.titles().get(whole, ())] if slash else []
    return [name for name in (*NAMES, *theorems) if name.startswith(begun)]


def families(context: Any, parameter: Any, begun: str) -> list[str]:
    """The families, and the other names that they go by."""
    from ..families.families import ALIASES, FAMILIES
    from ..losses.vector_families import VECTORS

    names = (*(family.name for family in FAMILIES), *VECTORS, *ALIASES)
    return [name for name in names if name.startswith(begun)]
