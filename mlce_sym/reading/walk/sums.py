r"""Sums and products of factors that stand beside each other: what belongs to a Σ, a Π, an integral, a logarithm.

A Σ or Π takes the factors after it up to the last that mentions its index, across \cdot; where a further term of the
sum mentions it, too, there are two readings.
"""

from __future__ import annotations

from ...terms.terms import CALLS, Term, free, is_a
from ..signs.nodes import as_sum, beside, inside, names_in, single, termed, unwrapped
from ..signs.tree import Node, ReadingError
from .applied import is_called
from .dots import dotted
from .enclosed import listed
from .factors import next_factor
from .line import Line, Signed
from .values import Value, added, is_bold, multiplied
from .walk import Walk, divided, signed


def total(walk: Walk, node: Node) -> Value:
    """The value of a sum of terms."""
    shortened = dotted(walk, node)
    if shortened is not None:
        return shortened
    strict = walk.scope.closed and not walk.scope.plain
    wide = next(filter(None, (_wide(*one, strict) for one in zip(node.text, node.parts, strict=True))), None)
    if wide is not None:
        if walk.scope.closed:
            raise ReadingError(wide.start, "", "braces are not printed; write ( ) around what belongs together")
        walk.unjudged["braces that are not printed"] = None
    found: list[Value] = []
    todo: list[Signed] = list(zip(node.text, node.parts, strict=True))
    while todo:
        (sign, term), *later = todo
        if _is_after_all(walk, found, term):
            found = [walk.opaque("between", *found, why="a bar after a sum")]
        line = Line(list(term.parts), later)
        value = product(walk, line)
        found.append(signed(walk, sign, value))
        todo = line.later
    return _sum(walk, found)


def _is_after_all(walk: Walk, before: list[Value], term: Node) -> bool:
    """Whether the bar of x² + x|_{x=1} stands after all of it, of which there are both readings."""
    bars = [(base, scripts) for base, scripts in map(unwrapped, term.parts) if base.kind == "evaluated"]
    below = [inside(node) for _, scripts in bars for _, node in scripts]
    equal = [node.parts[0] for node in below if node.kind == "relation"]
    names = {name for node in equal or term.parts for name in names_in(node)} if below else set()
    if walk.scope.closed or not any(names & free(value.term) for value in before):
        return False
    readings = ("a bar stands after the term before it", "a bar stands after all the terms before it")
    return walk.choose(("bar", bars[0][0].start, "sum"), *readings) == 1


def _wide(sign: str, term: Node, strict: bool) -> Node | None:
    """The factor that is a sum in braces, which reads otherwise than it looks."""
    for part in term.parts:
        base, scripts = unwrapped(part)
        inner = as_sum(base) if base.kind == "group" else base
        if inner.kind == "sum" and (len(inner.parts) > 1 or inner.text != "+" or (strict and _is_long(inner))):
            return part if scripts or len(term.parts) > 1 or sign != "+" else None
    return None


def _is_long(inner: Node) -> bool:
    """Whether a sum of one term has several factors, or a power."""
    parts = inner.parts[0].parts
    return len(parts) > 1 or any(part.kind == "sup" for part in parts)


def _sum(walk: Walk, values: list[Value]) -> Value:
    if len(values) > 1 and any(value.vector for value in values):
        walk.unjudged["a sum of vectors"] = None
    return added(values)


def product(walk: Walk, line: Line) -> Value:
    """The value of the factors of a line, and of the terms after it that belong to its last operator."""
    over = True
    before: Node | None = None
    first: Node | None = None
    start = line.factors[0].start if line.factors else 0
    while line.factors:
        last, first = first, line.factors[0]
        if walk.scope.closed:
            _check(before, line, start)
        if first.kind == "times":
            line.take()
            before = first if walk.scope.closed else before
            if first.text != "*":
                return _operated(walk, first, line)
        elif first.kind == "slash":
            line.take()
            over, before = False, first
            _denominator(walk, line, first)
        else:
            if first.kind == "number" and before is not None and _runs_on(before, first):
                walk.unjudged["a script of one digit, with another after it"] = None
            mixed = _is_mixed(walk, last, line)
            before = first
            value = next_factor(walk, line)
            if over:
                line.values.append(added([line.values.pop(), value]) if mixed else value)
            else:
                line.values = [divided(walk, _times(walk, line.values or [Value(1)]), value)]
                over = True
    if not over or not line.values:
        raise ReadingError(start, "a product", "a factor is missing")
    return _times(walk, line.values)


def _is_mixed(walk: Walk, number: Node | None, line: Line) -> bool:
    r"""Is 1\frac12 one and a half, and no product? There are both readings, but for 2\frac12 f, where 2 cancels."""
    fraction, *more = line.factors
    if number is None or walk.scope.closed or number.kind != "number" or fraction.kind != "fraction":
        return False
    whole, top, bottom = (part and part.text for part in (number, *map(single, fraction.parts)))
    if not all(text and text.isdecimal() and len(text) < 10 for text in (whole, top, bottom)):
        return False
    readings = ("a number is a factor of the fraction beside it", "a number and a fraction beside it are added")
    cancels = bool(more) and int(bottom or 0) > 0 and int(whole or 0) % int(bottom or 1) == 0
    return not cancels and walk.choose(("mixed", fraction.start), *readings) == 1


def _check(before: Node | None, line: Line, start: int) -> None:
    r"""No number stands after a factor, and a factor on either side of each \cdot. Raises ReadingError."""
    first = line.factors[0]
    if first.kind == "times" and (before is None or before.kind == "times" or len(line.factors) == 1):
        raise ReadingError(first.start, f"'{first.text}'", "a factor is missing beside it")
    if unwrapped(first)[0].kind == "number" and before is not None and before.kind not in ("times", "slash"):
        clear = (
            "TeX takes one character without braces"
            if _runs_on(before, first)
            else r"write a product with \cdot, a power with ^{…}"
        )
        raise ReadingError(first.start, "a number after a factor", f"it is not clear what it belongs to; {clear}")


def _denominator(walk: Walk, line: Line, slash: Node) -> None:
    r"""Of x^2/2\sigma^2 there are two readings: what stands beside each other after the slash may be below it."""
    count = len(line.factors) if walk.scope.closed and not walk.scope.plain else beside(line.factors)
    if count < 2 or (walk.scope.closed and count == 2 and is_called(walk, line.factors[0], line.factors[1])):
        return
    number = line.factors[0].kind == "number" and all(isinstance(value.term, int) for value in line.values)
    readings = ("all factors after a slash are below it", "the first factor after a slash is below it")
    wide = walk.choose(("slash", slash.start), *(reversed(readings) if number else readings))
    if (wide == 0) != number:
        whole = termed(line.take(count))
        line.factors.insert(0, Node("group", (as_sum(whole),), "", whole.start, whole.end))


def _runs_on(before: Node, number: Node) -> bool:
    """Whether a digit stands beside a script without braces: x^12 is printed as x to the 1, times 2, and so is x^-1; or
    beside a fraction: \\frac{1}23 is half of 3."""
    if before.kind in ("fraction", "binomial"):
        return before.end == number.start
    script = before.parts[1] if before.kind in ("sub", "sup") else before
    return (script.kind == "number" or script.text in ("minus", "plus")) and before.end == number.start


def _operated(walk: Walk, sign: Node, line: Line) -> Value:
    r"""Signs such as \otimes, of which nothing is known."""
    if not line.values or not line.factors:
        raise ReadingError(sign.start, f"\\{sign.text}", "a factor is missing beside it")
    left = _times(walk, line.values)
    return walk.opaque(sign.text, left, product(walk, Line(line.factors, [])), vector=True)


def _times(walk: Walk, values: list[Value]) -> Value:
    """A product; two vectors have a product of which nothing is known."""
    vectors = [value for value in values if value.vector]
    if len(vectors) < 2:
        if vectors and len(values) > 1:
            walk.unjudged["a vector times a number"] = None
        return multiplied(values)
    together = vectors[0]
    for other in vectors[1:]:
        together = walk.opaque("matrix_product", together, other, vector=True, why="a product of vectors or matrices")
    if is_a(vectors[0].term, "Apply") and vectors[0].term[1] == "transpose" and len(vectors[0].term) == 3:
        number = _is_column(vectors[0].term[2]) and _is_column(vectors[-1].term)
        together = Value(together.term, not number)
    numbers = [value for value in values if not value.vector]
    return multiplied([*numbers, together]) if numbers else together


def _is_column(term: Term) -> bool:
    """Whether it is written as a vector: by a small bold letter, as a name, an entry or a function."""
    name = term[1] if is_a(term, *CALLS) else term
    letter = str(name).rpartition("bold_")[2]
    return is_bold(str(name)) and letter[:1].islower() and not letter.startswith("all_")


def value_of(walk: Walk, node: Node) -> Value:
    """The value of any formula that is one number, vector or set."""
    place, node = node.start, inside(node)
    if node.kind == "sum":
        return total(walk, node)
    if node.kind == "term":
        return product(walk, Line(list(node.parts), []))
    if node.kind == "list":
        return listed(walk, node)
    if node.kind == "relation":
        raise ReadingError(node.start, f"the relation '{node.text}'", "a number is needed here, not a relation")
    if node.kind in ("nothing", "sign"):
        raise ReadingError(place, "nothing" if node.kind == "nothing" else f"'{node.text}'", "a number is needed")
    return total(walk, as_sum(node))
