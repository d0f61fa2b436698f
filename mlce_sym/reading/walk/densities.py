r"""Densities and probabilities, told apart by the names of their arguments: p(y|x) and p(x) are two functions."""

from __future__ import annotations

import re

from ...terms.terms import Term, children, is_a
from ..signs.nodes import flat, is_dots, pieces, single, squared
from ..signs.tree import Node
from .named import all_of
from .scope import argument_name
from .values import Value
from .walk import Walk

TOGETHER = "densities that hang together"
Told = tuple[str, tuple[Term, ...]]
EVENTS = {"<": "below", "<=": "up_to", ">": "above", ">=": "from", "!=": "not"}

BETWEEN: dict[tuple[str, ...], str] = {
    ("<", "<"): "above_below",
    ("<", "<="): "above_up_to",
    ("<=", "<"): "from_below",
    ("<=", "<="): "from_up_to",
}


def density(walk: Walk, stem: str, indices: tuple[Term, ...], content: Node) -> Value:
    """A density or probability, told apart by the names of its arguments: p(y|x) and p(x) are two functions."""
    listed = pieces(content)
    given = next((place for place, (cut, _) in enumerate(listed) if cut in ("|", ";")), len(listed))
    first, second = (
        sorted(_group(walk, [part for _, part in group]), key=lambda told: told[0])
        for group in (listed[:given], listed[given:])
    )
    label = "_".join(name for name, _ in first)
    if second:
        label += "_given_" + "_".join(name for name, _ in second)
    values: list[Term] = [*indices, *(term for _, terms in (*first, *second) for term in terms)]
    density = f"{stem}_{label}"
    walk.functions[density] = (tuple(name for name, _ in first), tuple(name for name, _ in second))
    _hang_together(walk, stem, density, tuple(values) if "relation" in {part.kind for _, part in listed} else ())
    return Value(("Apply", density, *values))


def _group(walk: Walk, parts: list[Node]) -> list[Told]:
    """The arguments before or after the bar; y_1, …, y_n are one."""
    found: list[Told] = []
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        if is_dots(part):
            name = f"all_{argument_name(before) if before is not None else 'of_them'}"
            found.append((name, (name,)))
        elif not any(one is not None and is_dots(one) for one in (before, after)):
            found.append(_told(walk, part))
    return found


def _hang_together(walk: Walk, letter: str, name: str, values: tuple[Term, ...]) -> None:
    """p(y|x), p(x) and p(y), or p(y = 0) and p(y = 1), are not any functions and numbers: nothing is refuted."""
    walk.densities.setdefault(letter, {})[(name, values)] = None
    if len(walk.densities[letter]) > 1:
        walk.unjudged[TOGETHER] = None


def _told(walk: Walk, part: Node) -> Told:
    """The name of an argument, and what stands for it."""
    relations = BETWEEN.get(tuple(part.text.split(" "))) if part.kind == "relation" else None
    if relations is not None and (between := argument_name(part.parts[1])) != "?":
        return f"{between}_{relations}", (walk.term(part.parts[0]), walk.term(part.parts[2]))
    name = argument_name(part)
    if part.kind == "relation" and (name == "?" or len(part.parts) > 2 or part.text not in ("=", *EVENTS)):
        walk.unjudged["the probability of an event"] = None
        return flat(part), ()
    base = squared(part)
    if base is not None and (root := argument_name(base)) != "?":
        return f"{root}_squared", (walk.term(part),)
    if name == "?":
        walk.unjudged["a density of an expression"] = None
        return "expression", (argument(walk, part).term,)
    if part.kind == "relation":
        left = walk.term(part.parts[0])
        if part.text != "=":
            name = f"{_variable(name, left)}_{EVENTS[part.text]}"
        lost = children(left) if is_a(left, "Indexed") and _each_indexed(walk, name) else ()
        return name, (*lost, walk.term(part.parts[-1]))
    every = all_of(walk, part)
    value = walk.value(part) if every is None else every
    return (f"all_{name}" if every is not None else name), (value.term,)


def _variable(name: str, left: Term) -> str:
    """The variable of an event: X for X_1 and X_i, but X_max is another one."""
    is_other = isinstance(left, str) and not re.fullmatch(rf"{re.escape(name)}(?:_(?:\d+|[a-z]))?", left)
    return str(left) if is_other else name


def _each_indexed(walk: Walk, name: str) -> bool:
    """Whether the variable stands in every density with a subscript: then each entry has a density of its own."""
    return name not in walk.seen.bare


def argument(walk: Walk, part: Node) -> Value:
    if part.kind == "relation":
        return walk.value(part.parts[-1])
    one = single(part)
    if part.kind == "sign" or (one is not None and one.kind in ("times", "sign")):
        return Value("label_blank", True)
    every = all_of(walk, part)
    return walk.value(part) if every is None else every
