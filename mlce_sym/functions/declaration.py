"""What is declared of a function of real numbers: one entry for each, as plain data that every room reads.

Facts about a function, such as Γ(x + 1) = x Γ(x), are rules (`rules/`). What is declared here is what every term that
mentions the function is asked for: where it is defined, where it is smooth, what its sign is, how it is written, and
by which names SymPy, the balls of `evaluate/` and Coq know it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sign:
    """Where `conditions` hold, the value is `kind`: "Lt" (0 < f), "Le" (0 ≤ f) or "Eq" (f = 0)."""

    kind: str
    conditions: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Abbreviation:
    """A function of SymPy that is written with other functions: `term`, in the names of `parameters`."""

    sympy: str
    parameters: tuple[str, ...]
    term: Any


@dataclass(frozen=True)
class Function:
    """f(x, …), a real number where every proposition of `where` holds of the arguments.

    Propositions and terms are plain terms (`docs/certificate.md`) in the names of `parameters`.
    """

    name: str
    parameters: tuple[str, ...]
    sympy: str  # the name of its class in SymPy
    ball: str  # the name of its value in `evaluate/functions.py`
    latex: str  # with #1 for the first argument; without a #, the name of the function
    text: str
    source: str  # where a reader finds its definition
    where: tuple[Any, ...] = ()  # it is defined
    smooth: bool = True  # has it derivatives of every order wherever it is defined, which is then an open set?
    apart: tuple[Any, ...] = ()  # or else where these propositions hold besides
    still: tuple[str, ...] = ()  # the arguments in which it is not
    continuous: bool = False  # where it is not smooth: is it continuous, and defined on an open set?
    signs: tuple[Sign, ...] = ()
    like: Any = None  # a term with the same sign
    increasing: bool = False  # is it defined on an interval, where a greater argument has a greater value?
    bounds: tuple[Any, ...] = ()  # propositions about f(x, …) that hold wherever it is defined
    whole: tuple[Any, ...] | None = None  # where these hold it is an integer
    leading: tuple[int, ...] = ()  # the arguments that SymPy's class takes before these
    exact: str = ""  # the name of its value at rational numbers in `logic/exact.py`
    parity: int = 0  # f(-x) is f(x) times that, if it is not 0
    symmetric: bool = False  # may the arguments be exchanged?
    coq: str = ""  # its name there; what is declared above are lemmas of the libraries of `coq/` (`coq/functions.py`)
    uncertified: str = ""  # why Coq has no name for it

    @property
    def applied(self) -> tuple[Any, ...]:
        """The function at its parameters."""
        return (self.name, *self.parameters)
