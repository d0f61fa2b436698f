"""Small questions about the nodes of a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .tree import Node

SEPARATOR = "\x1f"
SCRIPTS = ("sub", "sup", "prime", "factorial", "percent")


def unwrapped(node: Node) -> tuple[Node, tuple[tuple[str, Node], ...]]:
    """What stands inside of scripts, and the scripts from the inside out."""
    scripts: list[tuple[str, Node]] = []
    while node.kind in SCRIPTS:
        script_ = node.parts[1] if len(node.parts) > 1 else node
        if inside(script_).kind != "nothing":
            scripts.append((node.kind, script_))
        node = node.parts[0]
    return node, tuple(reversed(scripts))


def script(scripts: Iterable[tuple[str, Node]], kind: str) -> Node | None:
    """The first script of a kind."""
    return next((node for name, node in scripts if name == kind), None)


def factors(node: Node) -> tuple[Node, ...] | None:
    """The factors of a formula that is one term without a minus sign, or None."""
    node = inside(node)
    if node.kind == "sum" and len(node.parts) == 1 and node.text == "+":
        return node.parts[0].parts
    return node.parts if node.kind == "term" else (node,) if node.kind not in ("sum", "list", "relation") else None


def single(node: Node) -> Node | None:
    """The one factor that a formula is, or None."""
    found = factors(node)
    return found[0] if found is not None and len(found) == 1 else None


UNITS = ("name", "accent", "number", "root", "bracket")


def beside(factors_: list[Node]) -> int:
    """How many names, numbers and brackets stand beside each other at the beginning; a function's bracket and name are
    one, and so is what is alone."""
    count = 0
    while count < len(factors_) and unwrapped(factors_[count])[0].kind in UNITS:
        count += 1
    called = count == 2 and unwrapped(factors_[0])[0].kind == "name" and unwrapped(factors_[1])[0].kind == "bracket"
    return 1 if called else count


def is_dots(node: Node) -> bool:
    """Whether a formula is an ellipsis."""
    one = single(node) if node.kind == "sum" else None
    return one is not None and one.kind == "dots"


def inside(node: Node) -> Node:
    """What stands in braces."""
    while node.kind == "group":
        node = node.parts[0]
    return node


def separators(node: Node) -> list[str]:
    return node.text.split(SEPARATOR) if node.kind == "list" and len(node.parts) > 1 else []


def pieces(node: Node, *cuts: str) -> list[tuple[str, Node]]:
    """The parts of a list, each with the separator before it; of anything else, itself."""
    node = inside(node)
    if node.kind != "list":
        return [("", node)]
    return list(zip(["", *separators(node)], node.parts, strict=True))


def summed(terms: Iterable[tuple[str, Node]]) -> Node:
    """A sum of terms with their signs."""
    listed = list(terms)
    text, parts = "".join(sign for sign, _ in listed), tuple(term for _, term in listed)
    return Node("sum", parts, text, parts[0].start, parts[-1].end)


def termed(parts: Iterable[Node]) -> Node:
    listed = tuple(parts)
    return Node("term", listed, "", listed[0].start, listed[-1].end)


def as_sum(node: Node) -> Node:
    """Any formula as a sum."""
    node = inside(node)
    if node.kind in ("sum", "list", "relation", "nothing", "sign"):
        return node
    return summed([("+", node if node.kind == "term" else termed([node]))])


def letters(node: Node) -> Iterator[str]:
    """The letters in a formula, bound ones and those of scripts too."""
    return (part.text for part in node.walk() if part.kind == "name")


def names_in(node: Node) -> list[str]:
    """The letters in a formula, and the names that are spelled with them: of k' both k and k_prime."""
    marked = (spelled(part) for part in node.walk() if part.kind in ("accent", "sub", "prime"))
    return [*letters(node), *filter(None, marked)]


def beside_each_other(piece: Node) -> tuple[Node | int, ...]:
    """The names and digits of a subscript, where nothing else stands there: i and j of x_{ij}, 1 and j of x_{1j}."""
    found: list[Node | int] = []
    for part in factors(as_sum(piece)) or ():
        one = single(part)
        if one is None or (one.kind == "number" and not one.text.isdigit()):
            return ()
        if one.kind != "number" and spelled(part) is None:
            return ()
        found.extend(map(int, one.text) if one.kind == "number" else (part,))
    return tuple(found)


def count_of_indices(below: Node) -> int | None:
    """How many indices a subscript has: one for a name or a sum, two for x_{ij} and x_{i,j}; 0 where x_{1j} may have
    one or two, and None where nothing is said, as of x_{12}."""
    total = 0
    for _, piece in pieces(below):
        parts = beside_each_other(piece)
        digits = sum(type(part) is int for part in parts)
        if digits and len(parts) > 1:
            return None if digits == len(parts) else 0
        total += max(1, len(parts))
    return total


def mentions(node: Node, variables: Iterable[str]) -> bool:
    """Whether one of the names occurs in it."""
    return not set(variables).isdisjoint(names_in(node))


def spelled(node: Node) -> str | None:
    r"""The name that a letter with accents and fixed scripts spells: \hat\theta_1 is hat_theta_1; None for what is no
    name.

    >>> from mlce_sym.reading.signs.grammar import tokens, tree
    >>> spelled(tree(tokens(r"\bar{y}_{\max}", {})))
    'bar_y_max'
    """
    one = single(node)
    if one is None:
        return None
    if one.kind == "name":
        return one.text
    if one.kind == "prime":
        below = spelled(one.parts[0])
        return None if below is None else f"{below}_prime"
    if one.kind == "accent":
        below = spelled(one.parts[0])
        return None if below is None else f"{one.text}_{below}"
    if one.kind == "sub":
        stem, below = spelled(one.parts[0]), flat(one.parts[1])
        return None if stem is None or not below else f"{stem}_{below}"
    return None


SPOKEN = {
    **{"+": "plus", "-": "minus", "*": "star", "′": "prime", "'": "prime", "|": "given", "=": "is", "±": "plus_minus"},
    **{"<": "below", "<=": "up_to", ">": "above", ">=": "from", "!=": "not", "∈": "in", "→": "to", "∞": "infinity"},
    **{"/": "by", "^": "power", "frac": "over", "∼": "like", ";": "semi", "‖": "from", "…": "dots", ":=": "is"},
}


def squared(node: Node) -> Node | None:
    r"""The base of a square, as of \sigma^2; None for anything else."""
    one = node if node.kind == "sup" else single(node)
    if one is None or one.kind != "sup":
        return None
    above = single(one.parts[1])
    return one.parts[0] if above is not None and above.kind == "number" and above.text == "2" else None


def flat(node: Node) -> str:
    """Every letter, number and sign of a script in one word: of x_{i,j+1} it is i_j_plus_1."""
    return "_".join(filter(None, _words(node)))


def _words(node: Node) -> Iterator[str]:
    node = inside(node)
    if node.kind in ("name", "number", "function"):
        yield node.text.replace(".", "p")
    elif node.kind in ("infinity", "dots", "sign", "times", "slash", "prime", "factorial"):
        yield from (word for part in node.parts for word in _words(part))
        yield _spoken(node.text)
    elif node.kind == "term" and all(part.kind in ("name", "number") and len(part.text) == 1 for part in node.parts):
        yield "".join(part.text for part in node.parts)
    elif node.kind in ("sum", "relation", "list", "sup", "fraction"):
        yield from _with_signs(node)
    elif node.kind == "bracket":
        opening = {"(": "open", "|": "abs", "‖": "norm"}.get(node.text[0], "open")
        yield from (opening, *_words(node.parts[0]), "close")
    else:
        if node.kind in ("accent", "big", "root"):
            yield node.text or node.kind
        yield from (word for part in node.parts for word in _words(part))


def _with_signs(node: Node) -> Iterator[str]:
    """The parts, with the signs between them; of a sum also the one before it."""
    signs = {"sum": list(node.text), "list": ["", *separators(node)], "relation": ["", *node.text.split(" ")]}
    for sign, part in zip(signs.get(node.kind, ["", node.text]), node.parts, strict=False):
        if sign not in ("", ",", "choose", "over") and not (sign == "+" and part is node.parts[0]):
            yield _spoken(sign)
        yield from _words(part)


def _spoken(sign: str) -> str:
    return SPOKEN.get(sign, sign if sign.isalpha() and sign.isascii() else "sign")
