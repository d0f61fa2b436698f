r"""Derivatives, in all the ways they are written, and F(x)|_a^b.

The d of \frac{d}{dx} is no name. A derivative in an entry θ_j is one in a number that stands in its place. Where what
is differentiated does not mention the variable, it depends on it in a way that the formula does not say: nothing is
known of that derivative, and it is not 0.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from ...certificate.names import every_name
from ...terms.terms import Term, children, compound, free, fresh, is_a, is_binder, lambda_of, rebuilt, substitute
from ..signs.nodes import as_sum, factors, flat, inside, mentions, script, single, spelled, squared, termed, unwrapped
from ..signs.tree import Node, ReadingError
from .integrals import USUAL, end
from .line import Line
from .named import identified, scripted
from .values import HALF, Value, added, is_bold, may_move, multiplied, negative
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
MOST_TIMES = 10
UNRELATED = "a derivative of what is not said to depend on its variable"


def is_derivative(walk: Walk, node: Node) -> bool:
    r"""Whether a fraction is \frac{d}{dx}, \frac{\partial f}{\partial x} or the like."""
    top, bottom = factors(node.parts[0]), factors(node.parts[1])
    if not top or not bottom or len(bottom) < 2:
        return False
    sign = unwrapped(top[0])[0].text
    same = unwrapped(bottom[0])[0].text == sign and unwrapped(bottom[0])[0].kind == "name"
    alone = walk.scope.closed and len(top) == 1 and len(bottom) == 2
    return same and (sign == "partial" or (sign == "d" and ("d" not in walk.scope.numbers or alone)))


def derivative(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    r"""\frac{d f}{dx}, or \frac{d}{dx} with what follows."""
    line.take()
    top, bottom = list(factors(base.parts[0]) or ()), list(factors(base.parts[1]) or ())
    variables, is_whole = _below(bottom, _order(top[0])[0]), _order(top[0])[1].text == "d"
    if len(top) > 1:
        return scripted(walk, _derived(walk, termed(top[1:]), variables, is_whole), scripts)
    if scripts:
        raise ReadingError(base.start, "a derivative", "write its order beside the d")
    return _applied(walk, line, variables, base, is_whole)


def _below(bottom: list[Node], order: int) -> list[Node]:
    """The variables below: x twice of dx^2, a and b of ∂a ∂b; with one d above, as in ∂/∂σ^2, it is a square."""
    found: list[Node] = []
    place = 1
    while place < len(bottom):
        node = bottom[place]
        count, base = _order(node) if order > 1 else (1, node)
        found.extend([base] * count)
        place += 1
        if place < len(bottom) and unwrapped(bottom[place])[0].text in ("d", "partial"):
            place += 1
        elif place < len(bottom):
            raise ReadingError(bottom[place].start, "a derivative", "a d is missing before it")
    return found


def _order(node: Node) -> tuple[int, Node]:
    if node.kind == "sup" and (above := single(node.parts[1])) is not None and above.kind == "number":
        if not above.text.isdigit() or not 1 <= int(above.text) <= MOST_TIMES:
            raise ReadingError(node.start, "a derivative", f"its order has to be from 1 to {MOST_TIMES}")
        return int(above.text), node.parts[0]
    return 1, node


def slope(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    r"""\pdv{f}{x} and \pdv{x} of the physics package."""
    line.take()
    below = base.parts[1:] if len(base.parts) > 1 else base.parts
    nothing = inside(base.parts[0]).kind == "nothing"
    order = base.text.removeprefix("partial").removeprefix("d") or "1"
    if order not in map(str, range(1, MOST_TIMES + 1)):
        raise ReadingError(base.start, "a derivative", f"its order has to be from 1 to {MOST_TIMES}")
    variables = [single(as_sum(part)) or part for part in below] * int(order)
    if len(base.parts) > 1 and not nothing:
        return scripted(walk, _derived(walk, base.parts[0], variables, base.text.startswith("d")), scripts)
    return _applied(walk, line, variables, base, base.text.startswith("d"))


def _applied(walk: Walk, line: Line, variables: list[Node], base: Node, is_whole: bool = False) -> Value:
    r"""An operator before what it differentiates: one bracket, or the rest of the term up to a bar, at which the
    derivative is taken: d/dx x²|_{x=1} is 2."""
    while line.factors and line.factors[0].kind == "times":
        line.take()
    if not line.factors:
        label = "_".join(spelled(variable) or "variable" for variable in variables)
        return walk.opaque(f"derivative_by_{label}", vector=True, why="a derivative of nothing that is written")
    first, scripts = unwrapped(line.factors[0])
    if first.kind == "evaluated":
        line.take()
        return between(walk, _applied(walk, line, variables, base, is_whole), scripts, first)
    rest = _up_to_bar(walk, line.factors)
    if first.kind == "bracket" and first.text not in ("||", "‖‖") and not walk.scope.closed:
        body = line.take()
        later = [part for part in line.factors[: rest - 1] if mentions(part, filter(None, map(spelled, variables)))]
        if later and line.factors[0].kind != "times":
            readings = ("a derivative is that of the bracket after it", "a derivative is that of all that follows")
            if walk.choose(("derivative", base.start), *readings):
                body += line.take(rest - 1)
    else:
        body = line.take(rest)
    return _derived(walk, termed(body), variables, is_whole)


def _up_to_bar(walk: Walk, parts: list[Node]) -> int:
    """How many factors there are before a bar that is not that of another operator d/dt|_{t=0}."""
    kinds = [unwrapped(part)[0] for part in parts]
    operators = [one.kind == "fraction" and is_derivative(walk, one) and _is_bare(one) for one in kinds]
    bars = (i for i, one in enumerate(kinds) if i and one.kind == "evaluated" and not operators[i - 1])
    return next(bars, len(parts))


def _is_bare(fraction: Node) -> bool:
    top = factors(fraction.parts[0])
    return top is not None and len(top) == 1


def _derived(walk: Walk, node: Node, variables: list[Node], is_whole: bool) -> Value:
    """The derivative of a formula; df/dx is the total one, in which what depends on x moves."""
    value = walk.value(node)
    if not free(value.term) and any(one.kind == "bracket" and one.text[:1] == "." for one in node.walk()):
        walk.unjudged["a derivative of what is taken at a value"] = None
    for variable in reversed(variables):
        value = _once(walk, value, variable, is_whole)
    return value


def _once(walk: Walk, value: Value, node: Node, is_whole: bool) -> Value:
    base = squared(node)
    moved = free(_variable(walk, base or node).term)
    value = replace(value, term=_with_arguments(walk, value.term, moved, node.start, is_whole))
    if base is not None:
        return _by_square(walk, value, base)
    point = _variable(walk, node)
    if walk.scope.closed and isinstance(point.term, str):
        return Value(at(walk, value.term, point.term, point.term))
    stem = point.term[1] if is_a(point.term, "Indexed") else point.term
    if not free(value.term) and not point.vector:
        return Value(at(walk, value.term, fresh("t", every_name(point.term)), point.term))
    if (
        value.vector
        or point.vector
        or stem not in free(_undifferentiated(value.term, point.term))
        or (_hidden(walk, value.term, str(stem)))
    ):
        why = "a derivative of or by a vector" if value.vector or point.vector else UNRELATED
        return walk.opaque("derivative", value, point, vector=value.vector or point.vector, why=why)
    walk.suppose("in a derivative the other names are constants")
    if isinstance(point.term, str):
        return Value(at(walk, value.term, point.term, point.term))
    if not is_a(point.term, "Indexed"):
        return walk.opaque("derivative", value, point, why="a derivative by what is no name")
    domain = walk.scope.domains.get(str(stem), "Reals")
    return Value(_by_entry(value.term, point.term, domain))


def _undifferentiated(term: Term, point: Term) -> Term:
    """What was differentiated in the same variable before, if nothing is known of that: f of d²f/dx²."""
    if is_a(term, "Apply") and term[1] == "derivative" and term[2:][1:] == (point,):
        return _undifferentiated(term[2:][0], point)
    return term


def derivative_in(body: Term, point: Term, moving: Set[str] = frozenset()) -> Term | None:
    """The derivative of a body in a name or an entry, where it is seen to depend on that, and nothing in it may depend
    on it unseen, as what is `moving`; else None."""
    stem = point[1] if is_a(point, "Indexed") else point
    if isinstance(body, str) or not isinstance(stem, str) or stem not in free(body):
        return None
    if (point == stem and is_bold(stem)) or may_move(body, stem) or moving & free(body):  # of a vector it is a vector
        return None
    if is_a(point, "Indexed"):
        return _by_entry(body, point, "Reals")
    return ("Derivative", stem, ("Near", "Reals", stem), body)


def _by_entry(body: Term, entry: Term, domain: Term) -> Term:
    moving = fresh("t", every_name(body) | every_name(entry))
    return ("Derivative", moving, ("Near", domain, entry), with_entry(body, entry, moving))


def _with_arguments(
    walk: Walk, term: Term, moved: frozenset[str], at: int, is_whole: bool, passed: frozenset[str] = frozenset()
) -> Term:
    """With the arguments of functions that are left away, of those that depend on what moves, and so with their own:
    J(p(z)), where J is a function of p, and p of z. Of L(a(z), z) ∂L/∂z may be that in which a stays, or the total one;
    dL/dz is the total one, unless something is held fixed."""
    if not isinstance(term, str):
        return rebuilt(term, tuple(_with_arguments(walk, part, moved, at, is_whole, passed) for part in children(term)))
    if not _depends(walk, term, moved, passed):
        return term
    arguments, passed = walk.scope.arguments[term], passed | {term}
    others = [one for one in arguments if isinstance(one, str) and _depends(walk, one, moved, passed)]
    if moved & set(arguments) and others:
        names = ", ".join(others), ", ".join(sorted(moved))
        readings = f"in a derivative by {names[1]} {names[0]} stays", f"in a derivative by {names[1]} {names[0]} moves"
        kind, readings = ("whole", readings[::-1]) if is_whole else ("total", readings)
        others = others if walk.choose((kind, at), *readings) != is_whole else []
    inner = (_with_arguments(walk, one, moved, at, is_whole, passed) if one in others else one for one in arguments)
    return ("Apply", term, *inner)


def _depends(walk: Walk, name: str, moved: frozenset[str], passed: frozenset[str]) -> bool:
    """Whether a function that is written without its arguments has one of these names among them, or one that depends
    on it."""
    own = frozenset[str]().union(*map(free, walk.scope.arguments.get(name, ())))
    own |= {one.removeprefix("all_") for one in own}
    return bool(own & moved) or any(_depends(walk, one, moved, passed | {name}) for one in own - passed - {name})


def _hidden(walk: Walk, body: Term, variable: str) -> bool:
    """Whether a name may depend on the variable: by a subscript, as h_θ(x), or since a derivative is taken of it."""
    told = {name for known in walk.densities.values() for name, _ in known}
    own = told | frozenset(walk.scope.arguments)
    return bool((free(body) - own) & walk.seen.dependent) or may_move(body, variable, own)


def _by_square(walk: Walk, value: Value, base: Node) -> Value:
    """The derivative by σ² for σ > 0: σ² is v, and σ its root."""
    root = _variable(walk, base).term
    if value.vector or not isinstance(root, str) or root not in free(value.term) or _hidden(walk, value.term, root):
        return walk.opaque(
            "derivative_by_square", value, Value(root), vector=value.vector, why="a derivative by a square"
        )
    walk.suppose(f"{root} is positive, and the other names are constants in a derivative by its square")
    moving = fresh("v", every_name(value.term))
    inner = substitute(_with_square(value.term, root, moving), {root: ("Pow", moving, HALF)})
    return Value(("Derivative", moving, ("Near", ("Above", 0), ("Pow", root, 2)), inner))


def _with_square(term: Term, root: str, square: str) -> Term:
    """The term with one name for the square of another, where no binder has that name."""
    if term == ("Pow", root, 2):
        return square
    if not isinstance(term, tuple) or (is_binder(term) and term[1] == root):
        return term
    return rebuilt(term, (_with_square(part, root, square) for part in children(term)))


def _variable(walk: Walk, node: Node) -> Value:
    one = single(as_sum(node))
    base, scripts = unwrapped(one) if one is not None else (node, ())
    if base.kind not in ("name", "accent") or spelled(base) is None:
        raise ReadingError(node.start, "a derivative", "the name of a variable is needed below")
    value, rest = identified(walk, base, scripts)
    return scripted(walk, value, rest)


def at(walk: Walk, body: Term, variable: str, point: Term) -> Term:
    """The derivative at a point, on the open set in which it is said to lie."""
    stem = point if isinstance(point, str) else point[1] if is_a(point, "Indexed") else ""
    domain = walk.scope.domains.get(str(stem), "Reals")
    return ("Derivative", variable, ("Near", domain, point), body)


def with_entry(body: Term, entry: Term, value: str) -> Term:
    """The term with another value for one entry, wherever an index may be that of the entry."""
    whole = compound(entry)
    stem, places = str(whole[1]), whole[2:]
    names = tuple(fresh(f"a_{number}", every_name(body) | every_name(entry)) for number in range(1, len(places) + 1))
    deltas = [("KroneckerDelta", name, place) for name, place in zip(names, places, strict=True)]
    here: Term = deltas[0] if len(deltas) == 1 else ("Mul", *deltas)
    other = ("Mul", ("Add", 1, negative(Value(here)).term), ("Indexed", stem, *names))
    return substitute(body, {stem: lambda_of(names, ("Add", ("Mul", here, value), other))})


def evaluated(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    """F|_a^b of all that stands before the bar."""
    line.take()
    if not line.values:
        raise ReadingError(base.start, "'|'", "nothing stands before it")
    below = script(scripts, "sub")
    variable = None if below is None else _moving(walk, multiplied(line.values).term, below)
    if (
        not walk.scope.closed
        and variable is not None
        and any(_moves(walk, value.term, variable) for value in line.values[:-1])
    ):
        readings = ("a bar stands after all the factors before it", "a bar stands after the factor before it")
        if walk.choose(("bar", base.start), *readings) == 0:
            line.values = [multiplied(line.values)]
    before, line.values = line.values[-1], line.values[:-1]
    return between(walk, before, scripts, base)


def _moves(walk: Walk, term: Term, variable: str) -> bool:
    return any(name == variable or _depends(walk, name, frozenset((variable,)), frozenset()) for name in free(term))


def between(walk: Walk, value: Value, scripts: Scripts, node: Node) -> Value:
    """F(b) − F(a); at an infinite end a limit, of which nothing is known."""
    below, above = script(scripts, "sub"), script(scripts, "sup")
    if below is None:
        raise ReadingError(node.start, "'|'", "it is not said between which values")
    variable = _moving(walk, value.term, below)
    if variable is not None:  # with u = x + 1 u² at x = 1 is 4
        value = replace(value, term=_with_arguments(walk, value.term, frozenset((variable,)), node.start, True))
    if variable is None or value.vector or _is_within(walk, value.term, variable):
        why = "a difference in a variable that is not said"
        return walk.opaque("between", value, walk.label(below, above), vector=value.vector, why=why)
    low, high = end(walk, below), None if above is None else end(walk, above)
    if high is None:
        return limit(walk, value, variable, low)
    domain = between_ends(low, high)
    if domain is not None:
        return Value(total_change(value.term, variable, domain))
    return added([_put(value, variable, high), negative(_put(value, variable, low))])


def _is_within(walk: Walk, term: Term, variable: str) -> bool:
    """Whether a variable occurs in something of which nothing is known, which may bind it, or is applied: no value is
    put there."""
    if is_a(term, "Apply") and (term[1] == variable or (term[1] in walk.opaques and variable in free(term))):
        return True
    return any(_is_within(walk, part, variable) for part in children(term))


def _put(value: Value, variable: str, point: Term) -> Value:
    return Value(substitute(value.term, {variable: point}))


def between_ends(low: Term, high: Term) -> Term | None:
    """The interval between two ends one of which is infinite; None where none is, or they are in no order."""
    if low == "−∞":
        return "Reals" if high == "∞" else ("Below", high)
    return ("Above", low) if high == "∞" else None


def total_change(body: Term, variable: str, domain: Term) -> Term:
    """The limit of F at the upper end of an open interval less that at the lower end: the integral of F′."""
    moving = fresh("t", every_name(body) | every_name(domain) | {variable})
    inner = substitute(body, {variable: moving})
    return ("ImproperIntegral", variable, domain, ("Derivative", moving, ("Near", domain, variable), inner))


def limit(walk: Walk, value: Value, variable: str, point: Term, side: int = 0) -> Value:
    """F where its variable is a number; the limit at ∞ is F(1) and all that F changes from there, and that at a from
    above is F(a + 1) less all that F changes on the way from a."""
    if _is_within(walk, value.term, variable):
        ends = {"∞": "label_infinity", "−∞": "label_minus_infinity"}
        return walk.opaque("limit", value, Value(variable), Value(ends.get(str(point), point)))
    if not side and point not in ("∞", "−∞"):
        return _put(value, variable, point)
    start: Term = added([Value(point), Value(side)]).term if side else 1
    between_them = (point, start) if side > 0 else (start, point)
    domain: Term = ("Interval", *between_them) if side else ("Above", 1) if point == "∞" else ("Below", 1)
    change = Value(total_change(value.term, variable, domain))
    is_upper = side < 0 or point == "∞"
    return added([_put(value, variable, start), change if is_upper else negative(change)])


def _moving(walk: Walk, term: Term, below: Node) -> str | None:
    """The variable of F|_a^b: the one that is named, or is a variable of integration, or is alone."""
    below = inside(below)
    if below.kind == "relation":
        return spelled(below.parts[0])
    there = sorted(name for name in free(term) if name not in walk.bound)
    moved = [name for name in there if name in walk.seen.variables | walk.scope.variables]
    usual = [name for name in there if name in USUAL]
    found = moved or (there if len(there) == 1 else usual)
    if len(found) != 1:
        return None
    walk.suppose(f"a difference is taken in {found[0]}")
    return found[0]


def gradient(walk: Walk, line: Line) -> Value:
    """∇ of the rest of the term, of which nothing is known."""
    first, *rest = line.take(len(line.factors))
    label = Value(f"label_{flat(first) or 'all'}", True)
    parts = [walk.value(termed(rest))] if rest else []
    return walk.opaque("gradient", label, *parts, vector=True, why="a gradient")


def partial(walk: Walk, line: Line, scripts: Scripts) -> Value:
    r"""\partial_x before what it differentiates."""
    first, below = line.take()[0], script(scripts, "sub")
    assert below is not None
    return _applied(walk, line, [single(as_sum(below)) or below], first)
