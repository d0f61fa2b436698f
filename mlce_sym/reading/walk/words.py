r"""Functions that are set upright, and what they are applied to: \log p without brackets, \cos^2 x, \max\{a, b\}.

Without brackets a function takes one factor, or a number and the names beside it; of names alone there are two
readings.
"""

from __future__ import annotations

from ..signs.nodes import as_sum, flat, inside, pieces, script, single, spelled, termed, unwrapped
from ..signs.tree import Node, ReadingError
from .applied import differentiated, is_called
from .big import reach
from .calculus import limit
from .integrals import end
from .line import Line
from .named import scripted
from .optima import optimum
from .sets import OPTIMA, extremum
from .values import DECLARED, Value, function, is_function, multiplied, power, quotient
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
OVER = frozenset(("max", "min", "sup", "inf", "lim", "arg", "argmax", "argmin", "limsup", "liminf"))
TOWARDS, SIDES = {"→": 0, "↓": 1, "↑": -1}, {"plus": 1, "minus": -1}
UNITS = ("name", "accent", "number", "root")
TALL = ("fraction", "binomial")


def word(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    r"""A function that is set upright, such as \log, and what it is applied to."""
    first = line.take()[0]
    below, above = script(scripts, "sub"), script(scripts, "sup")
    if walk.scope.closed and base.text in walk.scope.numbers:
        raise ReadingError(base.start, "", f"{base.text} is declared as a number, no function; write {base.text}*(…)")
    if base.text == "lim" and below is not None and (found := _limit(walk, line, below, first)) is not None:
        return found
    if base.text in OVER:
        return _over(walk, line, base, below)
    arguments, after = _arguments(walk, line, base, first)
    exponent = None if above is None else walk.value(above)
    if exponent is not None and (exponent.term == -1 or not isinstance(exponent.term, int)):
        inverse = walk.opaque(f"{base.text}_to", *arguments, exponent, why=f"a power of \\{base.text} without brackets")
        return inverse
    value = _applied_word(walk, base, below, arguments)
    if primes := sum(kind == "prime" for kind, _ in scripts):
        value = _slope(walk, base, arguments, value, primes)
    return scripted(walk, value if exponent is None else power(value, exponent), after)


def _slope(walk: Walk, base: Node, arguments: list[Value], value: Value, primes: int) -> Value:
    r"""\tanh' z, of a function that still stands there, applied to what is written."""
    if value.term == (DECLARED.get(base.text, base.text), *(argument.term for argument in arguments)):
        return differentiated(walk, value, primes)
    return walk.opaque(f"{base.text}_slope_{primes}", *arguments, why="a prime")


def _applied_word(walk: Walk, base: Node, below: Node | None, arguments: list[Value]) -> Value:
    name = DECLARED.get(base.text, base.text)
    if any(argument.vector for argument in arguments):
        return walk.opaque(base.text, *arguments, why=f"\\{base.text} of what is no number")
    term = function(name, *(argument.term for argument in arguments))
    if term is None and walk.scope.closed:
        takes = f"does not take {len(arguments)} arguments" if is_function(name) else "is no function that is known"
        raise ReadingError(base.start, "", f"{base.text} {takes}")
    if term is None or (below is not None and name not in ("log",)):
        label = base.text if below is None else f"{base.text}_{flat(below)}"
        return walk.opaque(label, *arguments, why=f"\\{base.text}")
    if below is not None:
        return quotient(Value(term), Value(("log", walk.term(below))))
    return Value(term)


def _limit(walk: Walk, line: Line, below: Node, first: Node) -> Value | None:
    r"""\lim_{x \to \infty}, and \lim_{x \to 0^+}, of what follows; None for other limits."""
    below = inside(below)
    variable = spelled(below.parts[0]) if below.kind == "relation" and below.text in TOWARDS else None
    if variable is None or not (line.factors or line.later):
        return None
    node, side = _sided(single(as_sum(below.parts[-1])))
    side = side or TOWARDS[below.text]
    point = end(walk, below) if node is None or not side else walk.term(node)
    if not side and point not in ("∞", "−∞"):
        return None
    body = reach(walk, line, (variable,), "\\lim", first)
    with walk.binding(variable):
        value = walk.value(body)
    return None if value.vector else limit(walk, value, variable, point, side)


def _sided(point: Node | None) -> tuple[Node | None, int]:
    """The point of 0^+, and 1, or of 0^-, and -1; other points have no side."""
    above = spelled(point.parts[1]) if point is not None and point.kind == "sup" else None
    if point is None or above not in SIDES:
        return point, 0
    return point.parts[0], SIDES[above]


def _over(walk: Walk, line: Line, base: Node, below: Node | None) -> Value:
    r"""\max, \lim and their kin: the larger of two numbers, or else nothing that is computed."""
    bracket = unwrapped(line.factors[0])[0] if line.factors else None
    if walk.scope.closed and base.text in ("argmax", "argmin") and below is not None:
        return extremum(walk, line, base, below)
    if below is None and bracket is not None and bracket.kind == "bracket" and base.text in ("max", "min"):
        parts = pieces(bracket.parts[0])
        if len(parts) > 1:
            scripts = unwrapped(line.take()[0])[1]
            return scripted(walk, _largest(walk, base.text, [walk.value(part) for _, part in parts]), scripts)
    if base.text in ("arg", *OPTIMA) and (found := optimum(walk, line, base.text, below)) is not None:
        return found
    label = f"{base.text}_{flat(below)}" if below is not None and flat(below) else base.text
    body = walk.value(line.everything()) if line.factors else Value(f"label_{label}", True)
    return walk.opaque(label, body, why=f"\\{base.text}")


def _largest(walk: Walk, name: str, values: list[Value]) -> Value:
    if any(value.vector for value in values):
        return walk.opaque(name, *values, why=f"\\{name} of what is no number")
    term = values[-1].term
    for value in reversed(values[:-1]):
        term = (name, value.term, term)
    return Value(term)


def _arguments(walk: Walk, line: Line, base: Node, first: Node) -> tuple[list[Value], Scripts]:
    """What a function without or with brackets is applied to; it is taken off the line."""
    if not line.factors:
        raise ReadingError(first.end, f"\\{base.text}", "it has no argument; write it in brackets")
    inner, scripts = unwrapped(line.factors[0])
    if inner.kind == "bracket" and inner.text[:1] in "([{" and inner.text not in ("(]", "[)"):
        return _in_bracket(walk, line, base, inner, scripts)
    if line.factors[0].kind in ("times", "slash"):
        raise ReadingError(first.end, f"\\{base.text}", "it has no argument; write it in brackets")
    before = list(line.factors)
    if walk.scope.closed and line.factors[0].kind == "negative":
        raise ReadingError(first.start, f"\\{base.text}", "it is not clear what it is applied to; write it in brackets")
    count = _unit(walk, line.factors)
    more = _more(walk, line.factors, count)
    if more > count and not walk.scope.closed and inner.kind != "number":
        name = f"\\{base.text}"
        readings = (f"{name} takes the first factor after it alone", f"{name} takes the factors after it")
        count = (count, more)[walk.choose(("argument", first.start), *readings)]
    elif walk.scope.closed and len(line.factors) > count and inner.kind != "bracket":
        readings = (f"\\{base.text} takes the first factor after it alone", f"\\{base.text} takes all that follows")
        count = (count, len(line.factors))[walk.choose(("argument", first.start), *readings)]
    elif more > count:
        count = more
    if count < len(line.factors) - 1 and line.factors[count].kind == "slash":
        name = f"\\{base.text}"
        readings = (f"{name} ends before the slash", f"{name} takes the quotient after it")
        if walk.choose(("quotient", first.start), *readings) == 1:
            count += 1 + _unit(walk, line.factors[count + 1 :])
    return [_taken(walk, line, before, count)], ()


def _in_bracket(walk: Walk, line: Line, base: Node, inner: Node, scripts: Scripts) -> tuple[list[Value], Scripts]:
    line.take()
    parts = [walk.value(part) for _, part in pieces(inner.parts[0])]
    if not scripts:
        return parts, ()
    if any(kind == "sub" for kind, _ in scripts):
        raise ReadingError(inner.start, f"\\{base.text}", "a subscript stands after its bracket")
    after = f"\\{base.text}(…) is raised to the power after it"
    whole = f"the power after \\{base.text}(…) is within it"
    is_within = scripts[0][0] == "factorial" and single(inner.parts[0]) is None  # as in log (n-k)!
    if is_within or (
        (base.text != "exp" or walk.scope.closed) and walk.choose(("power", inner.start), after, whole) == 1
    ):
        return [scripted(walk, parts[0], scripts)], ()
    return parts, scripts


def _unit(walk: Walk, factors: list[Node]) -> int:
    """How many nodes the first factor is: a name and its bracket are two; an operator takes all that follows."""
    inner = unwrapped(factors[0])[0]
    if inner.kind in ("big", "derivative"):
        return len(factors)
    if inner.kind == "function":
        return 1 + (_unit(walk, factors[1:]) if len(factors) > 1 else 0)
    if inner.kind in ("name", "accent") and len(factors) > 1:
        after = unwrapped(factors[1])[0]
        number = walk.scope.closed and not is_called(walk, factors[0], factors[1])
        if after.kind == "bracket" and after.text[:1] in "([" and not number:
            return 2
    return 1


def _more(walk: Walk, factors: list[Node], count: int) -> int:
    r"""How many nodes stand beside each other, bare names and numbers without a sign between; or a fraction and powers,
    as in \log \frac{1}{b} e^{-y/b}."""
    kind, beside = unwrapped(factors[0])[0].kind, factors[count : count + 1]
    is_before_a_power = kind in TALL and any(part == "sup" for one in beside for part, _ in unwrapped(one)[1])
    if kind not in UNITS and not is_before_a_power:
        return count
    while count < len(factors) and unwrapped(factors[count])[0].kind in UNITS:
        count += _unit(walk, factors[count:])
    return count


def _taken(walk: Walk, line: Line, before: list[Node], count: int) -> Value:
    if count == len(before) and unwrapped(before[0])[0].kind in ("big", "function", "derivative"):
        inner = Line(line.take(len(line.factors)), line.later)
        value = walk.one(walk, inner)
        if unwrapped(before[0])[0].kind == "big":
            value = _with_rest(walk, inner, value)
        line.factors, line.later = inner.factors, inner.later
        return value
    return walk.value(termed(line.take(count)))


def _with_rest(walk: Walk, line: Line, value: Value) -> Value:
    r"""Of \log \sum_k a_k b the b, too, or not: what stands beside a Σ without a sign has two readings."""
    count = next((place for place, one in enumerate(line.factors) if one.kind in ("times", "slash")), len(line.factors))
    if not count:
        return value
    readings = ("a function takes all that stands beside its Σ or Π", "a function takes its Σ or Π alone")
    if walk.choose(("beside", line.factors[0].start), *readings) == 1:
        return value
    rest = walk.value(termed(line.take(count)))
    if rest.vector and value.vector:
        return walk.opaque("matrix_product", value, rest, vector=True, why="a product of vectors or matrices")
    return multiplied([value, rest])
