"""Formulas for unknown functions that are said to have an integral: no values at points would tell that.

>>> from mlce_sym.evaluate.problem import problem_of
>>> problem = problem_of([["Converges", "t", ["Interval", 0, 1], ["Mul", "t", ["Apply", "h", "t"]]]])
>>> integrands(problem)
('h',)
>>> formulas(("h",), Random(0))
{('Apply', 'h'): (('t',), ('Mul', 1, ('Mul', ('Pow', 't', 2), ('exp', ('Mul', -1, ('Pow', 't', 2))))))}
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from .plain import Term, is_a, subterms
from .problem import Definitions, Problem

AT = "t"
SHAPES: tuple[Term, ...] = (
    *(("exp", ("Mul", -1, AT)), ("exp", ("Mul", -1, ("Pow", AT, 2)))),
    *(("Pow", ("Add", 1, ("Pow", AT, 2)), -1), ("Mul", ("Pow", AT, 2), ("exp", ("Mul", -1, ("Pow", AT, 2))))),
)


def integrands(problem: Problem) -> tuple[str, ...]:
    """The functions without a definition that are applied to the variable of a hypothesis `Converges`."""
    found: dict[str, None] = {}
    for hypothesis in problem.hypotheses:
        for part in subterms(hypothesis):
            if is_a(part, "Converges"):
                _, variable, _, body = part
                calls = (call for call in subterms(body) if is_a(call, "Apply") and call[2:] == (variable,))
                found |= dict.fromkeys(call[1] for call in calls if ("Apply", call[1]) not in problem.definitions)
    return tuple(found)


def formulas(names: Iterable[str], random: Random) -> Definitions:
    """A definition for each of them, with small values far out."""
    return {("Apply", name): ((AT,), ("Mul", random.choice((1, 1, 9)), random.choice(SHAPES))) for name in names}
