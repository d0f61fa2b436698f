r"""The atoms of a formula: names, entries of data vectors, function values, derivatives, integrals, entropies, deltas.

>>> from .tokens import tree; from .vocabulary import vocabulary
>>> v = vocabulary([["Apply", "P", "i", "k", "theta"]], {"P": {"subscripts": 1, "parameters": 1}})
>>> atom(tree(r"P_i(k; \theta) + 1"), v)[1]
4
"""

from __future__ import annotations

from typing import Any

from . import arithmetic
from .tokens import Group, Item, Items, Unread, group, shown, split
from .vocabulary import DECLARED, DECLARED_BRACKETS, Vocabulary, bound_name, found

Data = Any
OTHERWISE, UNDEFINED = (r"\text{otherwise}",), (r"\text{undefined}",)
BLANK = (r"\cdot",)
DIFFERENTIAL = r"\mathrm{d}"
MOST_DERIVATIVES = 20


def atom(items: Items, v: Vocabulary) -> tuple[Data, int]:
    """The atom at the start of the items, and how many of them it takes. Raises Unread."""
    if isinstance(items[0], Group) and items[0].opening in v.brackets:
        return _bracketed(items[0], v), 1
    match = found(items, v) or _braced(items, v)
    if match:
        return _named(*match, items, v)
    if isinstance(items[0], Group) and items[0].opening == r"\begin{cases}":
        return _cases(items[0].items, v), 1
    if items[0] in ("H", r"\mathrm{KL}"):
        return _information(items, v)
    if items[0] == r"\delta":
        return _delta(items, v)
    if items[0] == r"\pi":
        return ["Constant", "pi"], 1
    if declared := _declared(items, v):
        return declared
    raise Unread(f"{shown(items[:1])} is not understood in {shown(items)}")


def _declared(items: Items, v: Vocabulary) -> tuple[Data, int] | None:
    """A declared function: its name before its arguments, or bars around its argument."""
    if isinstance(items[0], Group) and items[0].opening in DECLARED_BRACKETS:
        return [DECLARED_BRACKETS[items[0].opening], arithmetic.expression(items[0].items, v)], 1
    used = next((n for n in range(1, len(items)) if items[:n] in DECLARED), 0)
    if not used:
        return None
    runs, _ = split(group(items, used, ("(",)), (",",))
    return [DECLARED[items[:used]], *(arithmetic.expression(run, v) for run in runs)], used + 1


def _bracketed(item: Group, v: Vocabulary) -> Data:
    """A function that is written as brackets around its argument."""
    name, *others = v.brackets[item.opening]
    if others:
        raise Unread(f"{item.opening} is ambiguous: it may stand for {' or '.join((name, *others))}")
    return ["Apply", name, arithmetic.expression(item.items, v)]


def name(items: Items, v: Vocabulary) -> str:
    """A variable, alone."""
    match = found(items, v)
    if match is None or match[1] != len(items) or "variable" not in v.kinds[match[0]]:
        raise Unread(f"{shown(items)} is no variable")
    return match[0]


def _braced(items: Items, v: Vocabulary) -> tuple[str, int] | None:
    """A name in braces before its index, as in {x_1}_i."""
    item = items[0]
    match = found(item.items, v) if isinstance(item, Group) and item.opening == "{" and items[1:2] == ("_",) else None
    return (match[0], 1) if match and isinstance(item, Group) and match[1] == len(item.items) else None


def _named(label: str, used: int, items: Items, v: Vocabulary) -> tuple[Data, int]:
    kinds = v.kinds[label]
    indices: list[Data] = []
    if items[used : used + 1] == ("_",):
        indices = [arithmetic.expression(index, v) for index in split(group(items, used + 1), (",",))[0]]
        used += 2
    follows = items[used] if used < len(items) else ""
    if "Apply" in kinds and len(indices) == v.count(label, "subscripts"):
        if isinstance(follows, Group) and follows.opening == "(":
            return ["Apply", label, *indices, *_arguments(label, follows.items, v)], used + 1
        if indices:
            return ["Apply", label, *indices], used
    if indices and "Indexed" in kinds:
        return ["Indexed", label, *indices], used
    if indices or "variable" not in kinds:
        raise Unread(f"{shown(items[:used])} is not how {label} is used")
    return label, used


def _arguments(label: str, items: Items, v: Vocabulary, blank: str = "") -> list[Data]:
    """The arguments in the brackets; a dot stands for the bound variable of an entropy."""
    runs, marks = split(items, (",", ";")) if items else ([], [])
    parameters = v.count(label, "parameters")
    semicolon = len(runs) - parameters
    expected = [";" if k == semicolon and parameters else "," for k in range(1, len(runs))]
    if marks != expected:
        raise Unread(f"the arguments of {label} are not separated as they should be in ({shown(items)})")
    return [blank if blank and run == BLANK else arithmetic.expression(run, v) for run in runs]


# Cases


def _cases(items: Items, v: Vocabulary) -> Data:
    r"""The rows a & \text{if } P, the last of which may be what is otherwise."""
    from .statements import statement  # which reads arithmetic, and so atoms

    read: Data = ["Undefined"]
    rows = split(items, (r"\\",))[0]
    for place, row in reversed([*enumerate(rows, 1)]):
        (value, condition), _ = sides if len((sides := split(row, ("&",)))[0]) == 2 else (((), ()), None)
        if not value or (condition == OTHERWISE and place < len(rows)):
            raise Unread(f"a value and its condition are expected in {shown(row)}")
        then = ["Undefined"] if value == UNDEFINED else arithmetic.expression(value, v)
        if condition == OTHERWISE:
            read = then
        elif condition[0] == r"\text{if }":
            read = ["Cases", statement(condition[1:], v), then, read]
        else:
            raise Unread(f"'if' is expected in {shown(row)}")
    return read


# Entropies, and the Kronecker delta


def limits(items: Items, v: Vocabulary) -> tuple[str, Items, Items]:
    """The variable, the lower and the upper limit after a sum sign: _{i=1}^{n}."""
    if items[1:2] != ("_",) or items[3:4] != ("^",):
        raise Unread(f"limits are expected in {shown(items)}")
    sides, _ = split(group(items, 2), ("=",))
    if len(sides) != 2:
        raise Unread(f"one = is expected in the limit {shown(group(items, 2))}")
    return name(sides[0], v), sides[1], group(items, 4)


def derivative(items: Items, v: Vocabulary) -> Data:
    r"""\frac{d}{dt} f(t), at t or at \Big|_{t=a}; its body is all that follows in the term. The open set is not
    printed. \frac{d^{2}}{dt^{2}} f(t) is the derivative of the derivative."""
    power, under = group(items, 1)[1:], group(items, 2)
    if power and under[-len(power) :] != power:
        raise Unread(f"the same order above and below is expected in {shown(items)}")
    under = under[: len(under) - len(power)]
    variable, used = name(under[1:], v), 3
    point: Data = variable
    if items[3:5] == (r"\Big|", "_"):
        sides, _ = split(group(items, 5), ("=",))
        if len(sides) != 2 or sides[0] != under[1:]:
            raise Unread(f"one = after {shown(under[1:])} is expected in {shown(group(items, 5))}")
        point, used = arithmetic.expression(sides[1], v), 6
    if under[:1] != (DIFFERENTIAL,) or not items[used:]:
        raise Unread(f"a derivative of something is expected in {shown(items)}")
    body = arithmetic.expression(items[used:], v)
    for _ in range(_order(power) - 1):
        body = ["Derivative", variable, ["Near", "Reals", variable], body]
    return ["Derivative", variable, ["Near", "Reals", point], body]


def _order(power: Items) -> int:
    """The order that ^{2} says; without it, 1."""
    if not power:
        return 1
    text = shown(group(power, 1)) if power[0] == "^" and len(power) == 2 else ""
    if text not in map(str, range(2, MOST_DERIVATIVES + 1)):
        raise Unread(f"an order is expected in {shown(power)}")
    return int(text)


def integral(items: Items, v: Vocabulary) -> tuple[Data, int]:
    r"""\int_{a}^{b} f(t) \mathrm{d} t, and how many items it takes; what stands inside may hold integrals itself."""
    if items[1:2] != ("_",) or items[3:4] != ("^",):
        raise Unread(f"limits are expected in {shown(items)}")
    end = _end_of_integral(items)
    match = found(items[end + 1 :], v)
    if match is None or end == 5:
        raise Unread(f"an integral of something in a variable is expected in {shown(items)}")
    used = end + 1 + match[1]
    low, high = (arithmetic.expression(group(items, place), v) for place in (2, 4))
    body = arithmetic.expression(items[5:end], v)
    return ["Integral", name(items[end + 1 : used], v), ["Between", low, high], body], used


def _end_of_integral(items: Items) -> int:
    r"""The place of the \mathrm{d} that closes the integral sign at the start."""
    opened = 0
    for place, item in enumerate(items):
        opened += (item == r"\int") - (item == DIFFERENTIAL)
        if not opened:
            return place
    raise Unread(f"the end of an integral is missing in {shown(items)}")


def _information(items: Items, v: Vocabulary) -> tuple[Data, int]:
    divergence = items[0] != "H"
    limited = items[1:2] == ("_",)
    end = 5 if limited else 1
    bodies, _ = split(group(items, end, ("(",)), (r"\|" if divergence else ",",))
    if len(bodies) > 2 or (divergence and len(bodies) == 1):
        raise Unread(f"one or two distributions are expected in {shown(items[: end + 1])}")
    head = "KLDivergence" if divergence else ("Entropy", "CrossEntropy")[len(bodies) - 1]
    if limited:
        variable, low, high = limits(items, v)
        domain = ["Range", arithmetic.expression(low, v), arithmetic.expression(high, v)]
        return [head, variable, domain, *(arithmetic.expression(body, v) for body in bodies)], end + 1
    variable = bound_name(v)
    read = [_distribution(body, variable, v) for body in bodies]
    supports = [support for _, support in read if support]
    if not supports or any(support != supports[0] for support in supports):
        raise Unread(f"the outcomes are not known in {shown(items[: end + 1])}")
    return [head, variable, supports[0], *(body for body, _ in read)], end + 1


def _distribution(items: Items, variable: str, v: Vocabulary) -> tuple[Data, Data]:
    """A distribution as a term in the bound variable, and its outcomes: δ_a (None: any), p, or P_i(·; θ)."""
    match = found(items, v)
    if match is None and items[:2] == (r"\delta", "_") and len(items) == 3:
        return ["KroneckerDelta", variable, arithmetic.expression(group(items, 2), v)], None
    if match is None or not v.notation.get(match[0], {}).get("support"):
        raise Unread(f"{shown(items)} is not a distribution with known outcomes")
    label, used = match
    indices: list[Data] = []
    if items[used : used + 1] == ("_",):
        indices = [arithmetic.expression(index, v) for index in split(group(items, used + 1), (",",))[0]]
        used += 2
    rest = items[used:]
    arguments = _arguments(label, group(rest, 0, ("(",)), v, variable) if rest else [variable]
    if len(rest) > 1 or len(indices) != v.count(label, "subscripts") or arguments.count(variable) != 1:
        raise Unread(f"{shown(items)} is not a distribution")
    return ["Apply", label, *indices, *arguments], v.notation[label]["support"]


def _delta(items: Items, v: Vocabulary) -> tuple[Data, int]:
    r"""\delta_{k y_i} or \delta_{1, y_i}."""
    if items[1:2] != ("_",):
        raise Unread(f"indices are expected in {shown(items)}")
    inside = group(items, 2)
    runs, marks = split(inside, (",",))
    if len(marks) == 1:
        return ["KroneckerDelta", *(arithmetic.expression(run, v) for run in runs)], 3
    first, used = atom(inside, v)
    second, end = atom(inside[used:], v) if used < len(inside) else (None, 0)
    if marks or not end or used + end != len(inside):
        raise Unread(f"two indices are expected in {shown(items[:3])}")
    return ["KroneckerDelta", first, second], 3


def indicator(items: tuple[Item, ...], v: Vocabulary) -> Data:
    """[k = y_i], which is 1 if the two are equal, else 0."""
    sides, _ = split(items, ("=",))
    if len(sides) != 2:
        raise Unread(f"one = is expected in [{shown(items)}]")
    return ["KroneckerDelta", *(arithmetic.expression(side, v) for side in sides)]
