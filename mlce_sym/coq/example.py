"""An explicit instance of what a theorem supposes, so that the theorem does not speak of nothing.

A function is given by the values that the hypotheses ask for, with its most frequent value everywhere else.

>>> coin = ["ForAll", "i", ["Range", 1, "n"], ["Member", ["Indexed", "y", "i"], ["Finite", 0, 1]]]
>>> example([["Member", "n", "Integers"], ["Le", 1, "n"], coin], [], {"n": "a real number", "y": "a data vector of 1"})
{'n': '1', 'y': '(fun _ => 1)'}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ..evaluate.formulas import integrands
from ..evaluate.instances import Instance, instances
from ..evaluate.plain import NotATerm, is_a, plain, subterms
from ..evaluate.problem import problem_of
from ..evaluate.reals import Exact, labelled
from ..terms.terms import REAL, SET, Term
from ..terms.terms import written as as_term
from .terms import argument, written

TRIES = 12
Values = dict[tuple[Exact, ...], Exact]


def example(hypotheses: Sequence[Any], definitions: Sequence[Any], kinds: Mapping[str, str]) -> dict[str, str] | None:
    """Coq terms for the names, in order, that meet the hypotheses, with no set empty; None where none is found."""
    return next(iter(examples(hypotheses, definitions, kinds)), None)


def examples(hypotheses: Sequence[Any], definitions: Sequence[Any], kinds: Mapping[str, str]) -> list[dict[str, str]]:
    """All of them that are found, the shortest first. A function that has an integral is 1 everywhere, and so smooth;
    none are found where another one has to be smooth, which these are not."""
    try:
        ones = integrands(problem_of(hypotheses, definitions))
        if any(is_a(h, "Smooth") and not names_of(h) <= {*ones} for h in map(plain, hypotheses)):
            return []
        constant = [{"left": ["Apply", name, "t"], "right": 1} for name in ones]
        found = list(instances(problem_of(hypotheses, [*constant, *definitions]), tries=TRIES))
    except NotATerm:
        return []
    full = [texts for instance in found if (texts := _texts(instance, kinds)) is not None]
    full = [{**texts, **dict.fromkeys(ones, "(fun _ => 1)")} for texts in full]
    distinct = [texts for number, texts in enumerate(full) if texts not in full[:number]]
    return sorted(distinct, key=lambda texts: sum(map(len, texts.values())))


def names_of(term: Any) -> set[str]:
    """The functions in a term."""
    return {part[1] for part in subterms(term) if is_a(part, "Apply")}


def _texts(instance: Instance, kinds: Mapping[str, str]) -> dict[str, str] | None:
    """The instance in Coq, or None where one of its sets is empty or not known."""
    texts: dict[str, str] = {}
    for name, kind in kinds.items():
        if kind == SET:
            points = instance.sets[name].sure if name in instance.sets else None
            if points is not None and not points:
                return None
            texts[name] = "Reals" if points is None else written(("Finite", *map(_number, points)))
        else:
            values = _values(instance, name)
            texts[name] = argument(_number(values.get((), 0))) if kind == REAL else _function(values, kind)
    return {name: f"({text})" if " " in text and text[0] != "(" else text for name, text in texts.items()}


def _values(instance: Instance, name: str) -> Values:
    return {tuple(map(labelled, key)): value for (_, known, key), value in instance.table.items() if known == name}


def _number(value: Any) -> Term:
    return as_term(value) if isinstance(value, int) else as_term(_fraction(value))


def _fraction(value: Any) -> Any:
    return Fraction(int(value.p), int(value.q))


def _function(values: Values, kind: str) -> str:
    """The most frequent value, and what is added to it at the other points."""
    arguments = [f"x{k}" for k in range(1, int(kind.rsplit(" ", 1)[1]) + 1)]
    usual = Counter(values.values()).most_common(1)[0][0] if values else 0
    special = {point: value for point, value in values.items() if value != usual}
    if not special:
        return f"(fun {' '.join('_' for _ in arguments)} => {written(_number(usual))})"
    terms = [_number(usual), *(_bump(point, value - usual, arguments) for point, value in special.items())]
    return f"(fun {' '.join(arguments)} => {written(('Add', *terms))})"


def _bump(point: Iterable[Exact], height: Exact, arguments: Iterable[str]) -> Term:
    """The height at one point, and 0 elsewhere."""
    deltas = (("KroneckerDelta", _number(x), name) for x, name in zip(point, arguments, strict=True))
    return ("Mul", _number(height), *deltas)
