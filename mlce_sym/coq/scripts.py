"""Scripts of Coq: lists of lines, where braces prove one subgoal, or a fact for what follows.

>>> asserted(("Lt", 0, "a"), ["lra."])
['assert (0 < a).', '{ lra. }']
"""

from __future__ import annotations

from collections.abc import Iterable

from ..terms.terms import Term
from .terms import written

Script = list[str]


def block(script: Script) -> Script:
    """A subgoal's script in braces."""
    first, *rest = script
    lines = [f"{{ {first}", *(f"  {line}" for line in rest)]
    return [*lines[:-1], f"{lines[-1]} }}"]


def blocks(scripts: Iterable[Script]) -> Script:
    return [line for script in scripts for line in block(script)]


def asserted(prop: Term, script: Script, name: str = "") -> Script:
    """A proposition with its proof, as a fact for what follows."""
    return [f"assert ({name + ' : ' if name else ''}{written(prop)}).", *block(script)]
