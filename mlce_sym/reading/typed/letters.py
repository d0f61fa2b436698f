r"""Words in LaTeX without a command: as in print each letter is a name of its own, unless the word is declared.

>>> from mlce_sym.reading.texts.rows import parse
>>> ((part,),) = parse(r"ab^y \, x_min")
>>> [one.text or one.kind for one in joined(part.tree, frozenset(("ab", "x_min"))).parts[0].parts]
['^', 'x_min']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..signs.commands import FUNCTIONS, GREEK
from ..signs.nodes import flat, unwrapped
from ..signs.tree import Node, ReadingError

SQRT = ("sqrt", "abs", "gamma", "beta", "binomial", "factorial")
Names = frozenset[str] | None  # None where every run of letters is one name


def joined(node: Node, names: Names) -> Node:
    """The formula with each declared word as one name. Raises ReadingError for a word that may be a product, too, and
    for a function or a Greek letter without its backslash."""
    parts = tuple(joined(part, names) for part in node.parts)
    if node.kind == "term":
        parts = tuple(_of_term(parts, names))
    return replace(node, parts=parts)


def _of_term(parts: tuple[Node, ...], names: Names) -> Iterator[Node]:
    place = 0
    while place < len(parts):
        run = _run(parts[place:])
        count = next((n for n in range(len(run), 1, -1) if names is None or _words(run[:n]) & names), 1)
        if count > 1:
            yield _one(run[:count], names)
        else:
            _refuse_word(run, names)
            yield parts[place]
        place += count


def _run(parts: tuple[Node, ...]) -> list[Node]:
    """The letters that stand beside each other; the first may have a subscript, and the last one scripts."""
    found: list[Node] = []
    for part in parts:
        base, scripts = unwrapped(part)
        if base.kind != "name" or len(base.text) != 1 or (found and found[-1].end != base.start):
            break
        found.append(part)
        if scripts and not (len(found) == 1 and part.kind == "sub" and part.parts[0].kind == "name"):
            break
    return found


def _spelling(part: Node) -> str:
    base, scripts = unwrapped(part)
    return base.text + "".join(f"_{flat(below)}" for kind, below in scripts if kind == "sub")


def _words(run: list[Node]) -> set[str]:
    """As what the run may be declared: with the last one's subscript, or without."""
    before = "".join(map(_spelling, run[:-1]))
    return {before + _spelling(run[-1]), before + unwrapped(run[-1])[0].text}


def _one(run: list[Node], names: Names) -> Node:
    word = "".join(map(_spelling, run[:-1])) + unwrapped(run[-1])[0].text
    if names is not None and all(_spelling(part) in names for part in run):
        product = r" \cdot ".join(map(_spelling, run))
        readings = f"did you mean '\\mathrm{{{word}}}' or '{product}'?"
        raise ReadingError(run[0].start, "", f"'{word}' has two readings: {readings}")
    return _put(run[-1], Node("name", (), word, run[0].start, unwrapped(run[-1])[0].end))


def _put(part: Node, name: Node) -> Node:
    """The scripts of a letter, on a name."""
    if part.kind == "name":
        return name
    return replace(part, parts=(_put(part.parts[0], name), *part.parts[1:]), start=name.start)


def _refuse_word(run: list[Node], names: Names) -> None:
    word = "".join(unwrapped(part)[0].text for part in run)
    if names is not None and word in (*FUNCTIONS, *GREEK, *SQRT) and not all(_spelling(part) in names for part in run):
        instead = f"write \\{word}" if word in (*FUNCTIONS, *GREEK, "sqrt") else "write its usual sign"
        raise ReadingError(run[0].start, "", f"'{word}' is printed as a product of letters; {instead}")
