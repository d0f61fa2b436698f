r"""Integrals: how far they reach (to their dx, across + and −), and over what."""

from __future__ import annotations

from dataclasses import dataclass

from ...terms.terms import Term, free, number
from ..signs.nodes import as_sum, factors, flat, letters, script, single, spelled, summed, termed, unwrapped
from ..signs.tree import Node, ReadingError
from .laws import support_of
from .line import Line
from .values import ONE, Value, is_bold, multiplied, negative
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
BACKWARD = "an integral that begins at infinity"
USUAL = tuple("stuvxyz")  # what people integrate in
INTEGRALS = {"int": 1, "oint": 1, "iint": 2, "iiint": 3}


@dataclass(frozen=True)
class Measure:
    """A dx: at which factor of which later term (-1: of this one) it stands, how many factors it is, its variable, and
    what is left of the fraction in whose numerator it stands."""

    term: int
    place: int
    length: int
    variable: Node
    left: Node | None = None


def integral(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    """An integral with its integrand and its dx, which are taken off the line."""
    line.take()
    _open(line)
    count = INTEGRALS[base.text]
    found = _measures(line, count) or _measures(line, count, wide=True)
    if not found or base.text == "oint":
        body = walk.value(line.everything()) if line.factors or line.later else ONE
        label = walk.label(script(scripts, "sub"), script(scripts, "sup"))
        return walk.opaque(f"{base.text}_without_variable", body, label, why="an integral without its dx")
    body_node, variables = _body(line, found, walk.scope.closed)
    if walk.scope.closed and body_node is None:
        raise ReadingError(base.start, "an integral", "nothing stands between the sign and its d")
    inside = {*letters(body_node)} if body_node is not None else set()
    named = [_variable(variable, inside) for variable in variables]
    names = [name for name in named if name is not None]
    with walk.binding(*names):
        value = walk.value(body_node) if body_node is not None else ONE
        slopes = (_slope(walk, one, name) for one, name in zip(variables, named, strict=True))
        value = multiplied([value, *(slope for slope in slopes if slope != ONE)])
    for name, variable in zip(named, variables, strict=True):
        own = None if body_node is None or name is None else support_of(walk, factors(body_node) or (), name)
        value = _over(walk, value, name, variable, scripts, count, own)
    return value


def _open(line: Line) -> None:
    r"""\int{f dx} without the braces, which are not printed."""
    first = line.factors[0] if line.factors else None
    inner = factors(first) if first is not None and first.kind == "group" else None
    if inner is not None:
        line.factors[:1] = inner


def _measures(line: Line, count: int, wide: bool = False) -> list[Measure]:
    """The dx of this integral, `count` of them: every ∫ that comes later takes the next dx for itself. With `wide`
    there may be d(x + a)."""
    open_, own = count, list[Measure]()
    for term, parts in enumerate([line.factors, *(list(later.parts) for _, later in line.later)], -1):
        for place, part in enumerate(parts):
            found = _measure(term, place, parts, wide)
            if signs := _signs(part):
                open_ += signs
            elif found is not None:
                open_ -= 1
                if open_ < count:
                    own.append(found)
                if not open_:
                    return own if len({one.term for one in own}) == 1 else []
    return []


def _measure(term: int, place: int, parts: list[Node], wide: bool) -> Measure | None:
    """The dx that stands there, if one does."""
    base, scripts = unwrapped(parts[place])
    after = parts[place + 1] if place + 1 < len(parts) else None
    if base.kind == "name" and base.text == "d" and after is not None and _is_moved(after, wide):
        return Measure(term, place, 2, after) if all(kind == "sup" for kind, _ in scripts) else None
    if base.kind != "fraction" or scripts:
        return None
    top = list(factors(base.parts[0]) or ())
    if len(top) < 2 or top[-2].text != "d" or top[-2].kind != "name" or not _is_name(top[-1]):
        return None
    if any(map(_signs, top)):  # whose dx it is
        return None
    rest = termed(top[:-2]) if top[:-2] else Node("number", (), "1", base.start, base.end)
    left = Node("fraction", (as_sum(rest), base.parts[1]), "frac", base.start, base.end)
    return Measure(term, place, 1, top[-1], left)


def _signs(node: Node) -> int:
    """How many integrals a sign begins: ∬ two, any other sign none."""
    base = unwrapped(node)[0]
    return INTEGRALS.get(base.text, 0) if base.kind == "big" else 0


def last_place(factors: list[Node], place: int) -> int:
    """Where the dx ends of an integral that begins at a place; there, where it has none, or no integral begins."""
    count = _signs(factors[place])
    found = _measures(Line(factors[place + 1 :], []), count) if count else []
    return place + found[-1].place + found[-1].length if found else place


def _is_moved(node: Node, wide: bool) -> bool:
    return _is_name(node) or (wide and node.kind == "bracket")


def _is_name(node: Node) -> bool:
    return unwrapped(node)[0].kind in ("name", "accent")


def _body(line: Line, own: list[Measure], closed: bool) -> tuple[Node | None, list[Node]]:
    """The integrand and the variables, inner ones first; they are taken off the line."""
    last = own[-1]
    signs = [("+", line.factors), *((sign, list(term.parts)) for sign, term in line.later)]
    sign, parts = signs[last.term + 1]
    kept = list(parts[: last.place])
    for one in reversed(own[:-1]):
        kept[one.place : one.place + one.length] = [one.left] if one.left else []
    kept.extend([last.left] if last.left else [])
    rest = list(parts[last.place + last.length :])
    before = [(mark, termed(some)) for mark, some in signs[: last.term + 1] if some]
    line.later = line.later[last.term + 1 :]
    if not kept and not before and not closed:  # ∫ dx f(x)
        while rest and rest[0].kind == "times":
            rest.pop(0)
        kept, rest = rest, []
    line.factors = rest
    terms = [*before, (sign, termed(kept))] if kept else before
    return (summed(terms) if terms else None), [one.variable for one in own]


def _variable(node: Node, inside: set[str]) -> str | None:
    """The name of the variable, or None for a vector or an entry; of d(x + a) it is x, and of d(x + t) that one of
    which the integrand speaks."""
    if node.kind == "bracket":
        usual = {*letters(node)} & {*USUAL}
        usual = usual if len(usual) == 1 else usual & inside
        return usual.pop() if len(usual) == 1 else None
    name = spelled(node)
    return None if name is None or is_bold(name) else name


def _slope(walk: Walk, variable: Node, name: str | None) -> Value:
    """What d(g(x)) has more than dx: the derivative of g."""
    if variable.kind != "bracket" or name is None:
        return ONE
    inner = walk.term(variable.parts[0])
    if isinstance(inner, tuple) and inner[0] == "Add" and inner[1:].count(name) == 1:
        rest = [part for part in inner[1:] if part != name]
        if name not in frozenset[str]().union(*map(free, rest)):
            return ONE
    return Value(("Derivative", name, ("Near", "Reals", name), inner))


def _over(
    walk: Walk, value: Value, name: str | None, variable: Node, scripts: Scripts, count: int, own: Term | None
) -> Value:
    """The integral; that of the density of a law, where nothing else is said, is one over its `own` values."""
    below, above = script(scripts, "sub"), script(scripts, "sup")
    if name is None or value.vector or (count > 1 and (below is not None or above is not None)):
        why = "an integral over vectors" if name is None or value.vector else "an integral over a region"
        return walk.opaque("integral_over_region", value, walk.label(variable), walk.label(below, above), why=why)
    if below is None and above is None and own is not None:
        return Value(("ImproperIntegral", name, own, value.term))
    if below is None and above is None:
        return walk.opaque("antiderivative", value, Value(name), why="an indefinite integral")
    if above is None and below is not None and walk.scope.closed:  # as in a rule, of any open interval
        return Value(("ImproperIntegral", name, walk.term(below), value.term))
    if above is None and below is not None and spelled(below) == "bb_R":
        return Value(("ImproperIntegral", name, "Reals", value.term))
    if below is None or above is None:
        region = "_".join(flat(script_) for script_ in (below, above) if script_ is not None)
        walk.unjudged["an integral over a set"] = None
        walk.suppose(f"{region} is an interval")
        return Value(("ImproperIntegral", name, ("Interval", f"lower_{region}", f"upper_{region}"), value.term))
    return _between(walk, value, name, below, above, own or "Reals")


def _between(walk: Walk, value: Value, name: str, below: Node, above: Node, whole: Term) -> Value:
    low, high = end(walk, below), end(walk, above)
    if low in ("∞",) or high == "−∞" or (low == "−∞" and high == "−∞"):
        return walk.opaque("integral_from_infinity", value, Value(name), walk.label(below, above), why=BACKWARD)
    if low == "−∞":
        domain: Term = whole if high == "∞" else ("Below", high)
        return Value(("ImproperIntegral", name, domain, value.term))
    if high == "∞":
        return Value(("ImproperIntegral", name, ("Above", low), value.term))
    first, last = number(low), number(high)
    if first is not None and last is not None and first > last:
        return negative(Value(("ImproperIntegral", name, ("Interval", high, low), value.term)))
    return Value(("ImproperIntegral", name, ("Interval", low, high), value.term))


def end(walk: Walk, node: Node) -> Term:
    """An end of an interval, ∞ and −∞ among them."""
    whole = as_sum(node)
    if whole.kind == "relation":
        whole = as_sum(whole.parts[-1])
    if (far := _far(walk, whole)) is not None:
        return far
    one = single(whole if whole.text != "-" else Node("sum", whole.parts, "+", whole.start, whole.end))
    if one is not None and one.kind == "infinity":
        return "−∞" if whole.text == "-" else "∞"
    return walk.term(whole)


def _far(walk: Walk, whole: Node) -> Term | None:
    """∞ or −∞, of ∞ - a and of (∞ - a)/b, where b is positive; None for what has no ∞ in it."""
    if whole.kind == "sum" and len(whole.parts) > 1:
        signs = {sign for sign, part in zip(whole.text, whole.parts, strict=True) if _is_infinite(part)}
        return {"+": "∞", "-": "−∞"}.get("".join(signs))
    factors_ = factors(whole) or ()
    base = factors_[0] if factors_ else whole
    if base.kind == "fraction" and len(factors_) == 1:
        top, bottom = base.parts
    elif base.kind == "bracket" and [one.kind for one in factors_[1:2]] == ["slash"]:
        top, bottom = base.parts[0], termed(factors_[2:])
    else:
        return None
    found = _far(walk, as_sum(top))
    if found is not None:
        walk.suppose(f"{flat(bottom)} is positive")
    return found


def _is_infinite(term: Node) -> bool:
    one = single(as_sum(term))
    return one is not None and one.kind == "infinity"
