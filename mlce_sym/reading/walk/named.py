r"""Names and numbers with their scripts: entries y_i, powers, transposes, marks as in \hat\theta^{(t)}.

y_i is an entry where i is bound, in the formula or in its block, or where y has entries elsewhere; else it is one name.
"""

from __future__ import annotations

from fractions import Fraction

from ...terms.terms import Term, free, written
from ..signs.commands import GREEK
from ..signs.nodes import (
    as_sum,
    beside_each_other,
    factors,
    flat,
    inside,
    names_in,
    pieces,
    script,
    single,
    spelled,
    termed,
    unwrapped,
)
from ..signs.tree import Node, ReadingError, Unknown
from .apart import SUFFIX
from .inner import among_matrices
from .line import Line
from .propositions import indicator
from .scope import is_sorted
from .values import MOST_DIGITS, ONE, Value, function, is_bold, multiplied, power, quotient
from .walk import IMAGINARY, Walk

Scripts = tuple[tuple[str, Node], ...]
TRANSPOSES = frozenset(("T", "top", "dagger"))
INDICATORS = frozenset(("bb_1", "bb_I", "bold_1", "I", "ind"))
MARKS = frozenset(("star", "prime", "new", "old", "dagger", "plus", "minus", "circ", "opt", "ML", "MAP", "bullet"))


def fixed(walk: Walk, node: Node) -> Value:
    """A number that is written out; a decimal is exact, and rounded to the digits shown."""
    whole, _, decimals = node.text.partition(".")
    if len(node.text) > MOST_DIGITS:
        raise ReadingError(node.start, "a long number", f"it has more than {MOST_DIGITS} digits")
    value = written(Fraction(int((whole or "0") + decimals), 10 ** len(decimals)))
    if decimals:
        walk.rounded[value] = written(Fraction(1, 2 * 10 ** len(decimals)))
    return Value(value)


def named(walk: Walk, base: Node, scripts: Scripts) -> Value:
    """A name with its scripts."""
    below = script(scripts, "sub")
    if below is not None and spelled(base) in INDICATORS and (said := _statement(below)) is not None:
        return scripted(walk, Value(indicator(walk, said)), tuple(one for one in scripts if one[1] is not below))
    name, rest = identified(walk, base, scripts)
    return scripted(walk, name, rest)


def _statement(below: Node) -> Node | None:
    """The relation below an indicator: of 1_{x > 0}, with braces that are printed or without."""
    one = single(below)
    node = inside(one.parts[0] if one is not None and one.kind == "bracket" else below)
    return node if node.kind == "relation" else None


def identified(walk: Walk, base: Node, scripts: Scripts) -> tuple[Value, Scripts]:
    """What a name with its subscripts and marks stands for, and the scripts that are powers."""
    delta = _kronecker(walk, base, scripts)
    if delta is not None:
        return delta
    stem, indices, rest = parted(walk, base, scripts)
    if stem in walk.averaged:
        indices = (*indices, "omega")
    if indices:
        name = stem if walk.scope.closed else entries_name(stem, len(indices))
        name = f"{name}_{SUFFIX['Indexed']}" if stem in walk.scope.twofold else name
        return Value(("Indexed", name, *indices), is_bold(stem) and not walk.scope.closed), rest
    return _constant(walk, stem, base, rest)


def _kronecker(walk: Walk, base: Node, scripts: Scripts) -> tuple[Value, Scripts] | None:
    """δ_{ij}, which is 1 where i = j and 0 elsewhere, if it is not an entry of something that is called δ."""
    below = script(scripts, "sub")
    if base.kind != "name" or base.text != "delta" or below is None:
        return None
    known = {name.partition("_")[0] for name in walk.scope.known} if walk.scope.closed else walk.scope.vectors
    if "delta" in known:
        return None
    indices = _beside_each_other(walk, base.text, below) or subscripts(walk, base.text, below)
    readings = ("δ with two indices is Kronecker's", "δ with two indices is something that has entries")
    if len(indices) != 2 or (not walk.scope.closed and walk.choose("delta", *readings) == 1):
        return None
    rest = tuple((kind, node) for kind, node in scripts if kind != "sub")
    return Value(("KroneckerDelta", *indices)), rest


def entries_name(stem: str, count: int) -> str:
    return stem if count == 1 else f"{stem}_by_{count}"


def parted(walk: Walk, base: Node, scripts: Scripts) -> tuple[str, tuple[Term, ...], Scripts]:
    """The name, the indices of an entry, and the scripts that are left."""
    stem = spelled(base)
    assert stem is not None
    below = script(scripts, "sub")
    stem, scripts = squared(walk, stem, scripts)
    indices: tuple[Term, ...] = ()
    rest = tuple((kind, node) for kind, node in scripts if kind != "sub")
    if below is not None:
        if is_sorted(below):
            stem = f"{stem}_sorted"
            below = (single(below) or below).parts[0]
        if _has_entries(walk, stem, below):
            indices = subscripts(walk, stem, below)
        else:
            stem = f"{stem}_{flat(below)}" if flat(below) else stem
            stem, rest = squared(walk, stem, rest)
    above = script(rest, "sup")
    if above is not None and (power := _beside_star(above)) is not None:
        stem, rest = f"{stem}_star", tuple((kind, power if node is above else node) for kind, node in rest)
        above = power
    if above is not None and (mark := _mark(walk, above)) is not None:
        rest = tuple((kind, node) for kind, node in rest if node is not above)
        if mark and walk.is_index(mark):
            return stem, (*indices, mark), rest
        number = mark.removeprefix("order_")
        if number.isdigit() and any(name == stem and walk.is_index(index) for name, index in walk.seen.above):
            return stem, (*indices, int(number)), rest
        stem = f"{stem}_{mark or flat(above)}"
    primes = sum(kind == "prime" for kind, _ in rest)
    rest = tuple((kind, node) for kind, node in rest if kind != "prime")
    return stem + "_prime" * primes, indices, rest


def squared(walk: Walk, stem: str, scripts: Scripts) -> tuple[str, Scripts]:
    """The name of the square, where it has one and it is the square that stands there."""
    above = script(scripts, "sup")
    one = single(above) if above is not None and stem in walk.scope.squares else None
    if one is None or one.text != "2":
        return stem, scripts
    return walk.scope.squares[stem], tuple((kind, node) for kind, node in scripts if node is not above)


def _has_entries(walk: Walk, stem: str, below: Node) -> bool:
    if walk.scope.closed:
        if stem in walk.scope.vectors and f"{stem}_{flat(below)}" in walk.scope.numbers:
            raise ReadingError(below.start, stem, "it is ambiguous: an entry of it, and a name of its own, look alike")
        return stem in walk.scope.vectors
    return (
        stem in walk.scope.vectors
        or any(map(walk.is_index, names_in(below)))
        or any(name == stem and any(map(walk.is_index, scripts)) for name, scripts in walk.seen.entries)
    )


def subscripts(walk: Walk, stem: str, below: Node) -> tuple[Term, ...]:
    """The indices of an entry: of x_{ij}, x_{i,j}, x_{i+1}, x_{12}."""
    found: list[Term] = []
    for _, piece in pieces(below):
        several = () if walk.scope.closed else _beside_each_other(walk, stem, piece)
        if several:
            found.extend(several)
        elif piece.kind in ("nothing", "sign", "relation"):
            raise ReadingError(below.start, "a subscript", "an index is needed")
        else:
            found.append(walk.term(piece))
    return tuple(found)


def _beside_each_other(walk: Walk, stem: str, piece: Node) -> tuple[Term, ...]:
    """The indices of x_{ij}, where only names and digits stand beside each other."""
    parts = beside_each_other(piece)
    several = len(parts) > 1 and (all(map(_is_letter, parts)) or _are_several(walk, stem, parts))
    return tuple(walk.term(part) if isinstance(part, Node) else part for part in parts) if several else ()


def _is_letter(part: Node | int) -> bool:
    return isinstance(part, Node)


def _are_several(walk: Walk, stem: str, parts: tuple[Node | int, ...]) -> bool:
    """Is a digit an index of its own? It is behind a letter, as in x_{i1}, in δ_{1j}, and where x has so many indices
    elsewhere; it is none of an x that has one; 2n of x_{2n} may be one index or two."""
    if walk.scope.closed:
        return False
    if _is_letter(parts[0]) or stem == "delta":
        return True
    counts = {count for name, count in walk.seen.counts if name == stem}
    if 1 in counts or counts.isdisjoint((0, len(parts))):
        return False
    readings = ("a number beside an index is its factor", "a number beside an index is an index")
    return len(parts) in counts or walk.choose("beside", *readings) == 1


def _beside_star(above: Node) -> Node | None:
    """The power of w^{*2}, or the T of w^{*T}, which is of w^*."""
    parts = factors(inside(above)) or ()
    starred = len(parts) > 1 and parts[0].kind == "times" and parts[0].text == "*"
    return termed(list(parts[1:])) if starred else None


def _mark(walk: Walk, above: Node) -> str | None:
    """The word that a superscript is where it is no power: of y^{(i)}, x^*, w^{new}; None for a power."""
    node = inside(above)
    one = single(node)
    if node.kind == "sign" or (one is not None and one.kind in ("times", "sign", "dots")):
        return flat(node) or "mark"
    if one is None:
        return None
    base, scripts = unwrapped(one)
    if base.kind == "bracket" and base.text in ("()", "[]", "⟨⟩") and not scripts:
        return _bracketed_mark(walk, base)
    if one.kind == "name" and (one.text in MARKS or (len(one.text) > 2 and one.text.isalpha() and _is_word(one.text))):
        return one.text
    return None


def _bracketed_mark(walk: Walk, bracket: Node) -> str | None:
    """The mark that a superscript in brackets is: of x^{(i)}, x^{(2)}, x^{(t+1)}; another sum or product is a power."""
    content = as_sum(bracket.parts[0])
    one = single(content)
    if bracket.text != "()":
        return flat(content) if one is not None else None
    if one is not None and one.kind == "number":
        return f"order_{flat(content)}"
    if one is None and not _is_step(walk, content):
        return None
    name = spelled(one) if one is not None else flat(content)
    if name is None:
        return None
    letter = name.partition("_")[0]
    known = walk.is_index(letter) or len(letter) > 1
    readings = ("a superscript in brackets is a mark", "a superscript in brackets is a power")
    return name if known or walk.choose(("mark", letter), *readings) == 0 else None


def _is_step(walk: Walk, content: Node) -> bool:
    """Whether it is the next or the last step of a count, as t + 1, of a letter that is no number elsewhere."""
    if content.kind != "sum" or len(content.parts) != 2 or content.text not in ("++", "+-"):
        return False
    first, second = (single(termed(part.parts)) for part in content.parts)
    name = spelled(first) if first is not None else None
    return second is not None and second.text == "1" and name is not None and name not in walk.seen.numbers


def _is_word(text: str) -> bool:
    return text not in GREEK and text != "top"


def _constant(walk: Walk, stem: str, base: Node, rest: Scripts) -> tuple[Value, Scripts]:
    """A bare name: π and e are numbers that are known, unless they are declared."""
    known = stem in walk.scope.numbers or stem in walk.bound
    if stem == "pi" and (not known or _is_circle(walk, base)):
        return Value(("Constant", "pi")), rest
    above = script(rest, "sup") if stem == "e" else None
    is_raised = stem in walk.scope.numbers and not walk.scope.closed and above is not None
    exponent = walk.value(above) if above is not None and (not known or is_raised) else ONE
    if stem == "e" and (not known or (is_raised and exponent.term != 2)):  # e² is the square of an error e
        if is_raised and not free(exponent.term):
            walk.unjudged["a power of e, which is said to be something"] = None
        term = function("exp", exponent.term)
        assert term is not None
        return Value(term, exponent.vector), tuple((kind, node) for kind, node in rest if node is not above)
    if walk.scope.closed:
        return _of_closed(walk, stem, base, rest)
    if is_bold(stem) or stem in ("nabla", "partial") or stem in walk.scope.matrices:
        return Value(stem, True), rest
    if among_matrices(walk) and not known and (len(base.text) == 1 or base.text in GREEK):
        return Value(stem, True), rest
    if stem == "i" and not known and not _is_counted(walk, stem):
        walk.unjudged[IMAGINARY] = None
    return Value(stem), rest


def _is_circle(walk: Walk, pi: Node) -> bool:
    """Is it the number in a document in which π is a name?"""
    if walk.scope.closed or pi.start not in walk.seen.doubled:
        return False
    readings = ("2π has the name π in it", "2π has the number π in it")
    return pi.start in walk.seen.circles or walk.choose(("pi", pi.start), *readings) == 1


def _is_counted(walk: Walk, name: str) -> bool:
    """Is it an index or an argument somewhere, or an end of a sum?"""
    written = (names_in(end) for _, *both in walk.seen.limits for end in both)
    below = (scripts for _, scripts in walk.seen.entries)
    return walk.is_index(name) or name in walk.seen.bare or any(name in some for some in (*written, *below))


# What these words are, where they are no names.
WORDS: dict[str, Term] = {
    **{"true": ("True",), "false": ("False",), "undefined": ("Undefined",), "emptyset": ("Empty",)},
    **{"bb_R": "Reals", "bb_Z": "Integers"},
}


def _of_closed(walk: Walk, stem: str, base: Node, rest: Scripts) -> tuple[Value, Scripts]:
    """A name that is known, or a word; no other."""
    if stem in walk.scope.known or stem in walk.bound:
        return Value(stem), rest
    if stem in WORDS:
        return Value(WORDS[stem]), rest
    raise Unknown(base.start, stem, "nothing says what it is")


def _has_entries_here(walk: Walk, stem: str) -> bool:
    return any(name == stem and any(map(walk.is_index, scripts)) for name, scripts in walk.seen.entries)


def all_of(walk: Walk, node: Node) -> Value | None:
    """As an argument, a name that has entries in the document stands for all of them; None for other arguments."""
    name = spelled(node)
    if name is None or name in walk.bound or name in walk.scope.numbers or is_bold(name):
        return None
    return Value(f"all_{name}", True) if name in walk.scope.vectors or _has_entries_here(walk, name) else None


def scripted(walk: Walk, value: Value, scripts: Scripts) -> Value:
    """A value with powers, factorials, transposes."""
    powers = [node for kind, node in scripts if kind == "sup"]
    if len(powers) > 1:
        raise ReadingError(powers[1].start, "a second power", "write in brackets what each belongs to, as in (a^b)^c")
    for before, (kind, node) in zip((None, *scripts), scripts, strict=False):
        if kind == "factorial" and before is not None and (before[0] == kind or walk.scope.closed):
            raise ReadingError(node.start, "'!'", "write what the factorial is of in brackets, as in (x^2)! and (n!)!")
        value = _with_script(walk, value, kind, node)
    return value


def _with_script(walk: Walk, value: Value, kind: str, node: Node) -> Value:
    if kind == "sup":
        return raised(walk, value, node)
    if kind == "percent":
        return _percent(walk, value)
    if kind == "factorial":
        term = function("factorial", value.term)
        assert term is not None
        return Value(term, value.vector)
    if kind == "sub" and value.term == 1 and (said := _statement(node)) is not None:
        return Value(indicator(walk, said))
    if kind == "sub":
        return walk.opaque(
            "part", value, walk.label(node), vector=value.vector, total=True, why="a subscript of an expression"
        )
    return walk.opaque("primed", value, vector=True)


def _percent(walk: Walk, value: Value) -> Value:
    hundredth = quotient(value, Value(100))
    walk.rounded.setdefault(hundredth.term, ("Rational", 1, 200))
    return hundredth


def raised(walk: Walk, value: Value, above: Node) -> Value:
    r"""A power; ^T is a transpose, and never a number, unless T is declared."""
    one = single(above)
    letter = one.text if one is not None and one.kind == "name" else ""
    if letter in TRANSPOSES and letter not in walk.scope.numbers | walk.seen.numbers:
        return walk.opaque("transpose", value, vector=True, why="a transpose")
    if not (one is not None and one.kind == "bracket") and _mark(walk, above) is not None:
        return walk.opaque(
            "marked", value, walk.label(above), vector=value.vector, total=True, why="a mark on an expression"
        )
    exponent = walk.value(above)
    if value.vector:
        return walk.opaque("matrix_power", value, exponent, vector=True, why="a power of a vector or matrix")
    if exponent.vector:
        return walk.opaque("power", value, exponent, vector=True, why="a power that is no number")
    return power(value, exponent)


def is_differential(walk: Walk, line: Line) -> bool:
    """Whether dx stands next, d being no name of the document."""
    first, *rest = line.factors
    base, scripts = unwrapped(first)
    if base.text not in ("d", "partial") or base.kind != "name" or not rest or "d" in walk.scope.numbers:
        return False
    if any(kind != "sup" for kind, _ in scripts):
        return False
    return rest[0].kind != "times" and unwrapped(rest[0])[0].kind in ("name", "accent") and not _called(rest)


def _called(rest: list[Node]) -> bool:
    return False


def differential(walk: Walk, line: Line) -> Value:
    """A dx outside of an integral: a thing of which nothing is known."""
    _, variable = line.take(2)
    return walk.opaque("differential", walk.label(variable), vector=True, why="a differential")


def together(values: list[Value]) -> Value:
    return multiplied(values)
