r"""Σ, Π and ∫ with their ranges, and how far each of them reaches.

Without limits Σ_i runs over a range that is not known, the same for every index; Σ over x in a set runs over the
elements of a finite set; what is said of the index below the sign, as i ≠ k, is a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from ...terms.terms import Term, children, compound, free, is_a, substitute
from ..signs.nodes import as_sum, inside, letters, pieces, script, single, spelled, summed, termed, unwrapped
from ..signs.tree import Node, ReadingError
from .integrals import integral, last_place
from .line import Line
from .propositions import condition
from .scope import argument_name, indices, limits
from .values import Value
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
SIZE = "size"
EMPTY = {"Sum": 0, "Product": 1}


@dataclass(frozen=True)
class Bound:
    """A bound index: its name, its domain, what stands for it in the body, and what holds of it besides."""

    name: str
    domain: Term
    stands: Term
    conditions: tuple[Term, ...] = ()


def operated(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    """A big operator with all that belongs to it."""
    if base.text in ("int", "iint", "iiint", "oint"):
        return integral(walk, line, base, scripts)
    first, limits_ = line.take()[0], walk.label(script(scripts, "sub"), script(scripts, "sup"))
    if base.text not in ("sum", "prod"):
        body = walk.value(line.everything()) if line.factors or line.later else Value(0)
        return walk.opaque(base.text, body, limits_, vector=True)
    variables = _variables(walk, line, scripts)
    if not variables:
        raise ReadingError(first.start, f"\\{base.text}", "its index is not said; write it below")
    body_node = reach(walk, line, variables, f"\\{base.text}", first)
    head = "Sum" if base.text == "sum" else "Product"
    bounds = ranges(walk, variables, scripts)
    with walk.binding(*variables):
        walk.running |= {bound.name: bound.domain for bound in bounds}
        body = walk.value(body_node)
    term = substitute(body.term, {one: b.stands for one, b in zip(variables, bounds, strict=True) if b.stands != one})
    if body.vector and head == "Product":  # the order of matrices counts
        return walk.opaque("matrix_product_over", body, limits_, vector=True, why="a product of vectors or matrices")
    if body.vector:
        walk.unjudged["a sum of vectors"] = None
    return replace(body, term=_bound(walk, head, [_sized(walk, bound, body.term) for bound in bounds], term))


def _sized(walk: Walk, bound: Bound, body: Term) -> Bound:
    """Over as many numbers as the vectors have entries whose entries are summed, where nothing else says it."""
    if bound.domain != ("Range", 1, SIZE):
        return bound
    sizes = {walk.scope.sizes[name] for name in entries_at(body, bound.name) if name in walk.scope.sizes}
    return replace(bound, domain=("Range", 1, *sizes)) if len(sizes) == 1 else bound


def entries_at(term: Term, index: str) -> frozenset[str]:
    """The names of the vectors whose entries with this index stand in a term."""
    _, *parts = compound(term) if is_a(term, "Indexed") else ("",)
    own = {str(parts[0])} if parts[1:] == [index] else set()
    return frozenset(own).union(*(entries_at(part, index) for part in children(term)))


def _variables(walk: Walk, line: Line, scripts: Scripts) -> tuple[str, ...]:
    """The indices: those that are named; in i < j the other, too, if it is an index of what follows; or a guess."""
    found = list(indices(scripts) or _guessed(walk, line))
    below = script(scripts, "sub")
    for _, relation, node in limits(below) if below is not None else ():
        other = spelled(node) if node is not None and relation in ("<", "<=", ">", ">=", "!=") else None
        if other is not None and other not in (*found, *walk.bound) and _is_subscript(line.factors, other):
            alone, both = f"{other} is given where {found[0]} is summed", f"{found[0]} and {other} are both summed"
            readings = (alone, both) if relation == "!=" else (both, alone)
            if readings[walk.choose(("indices", line.factors[0].start), *readings)] == both:
                found.append(other)
    return tuple(dict.fromkeys(found))


def _is_subscript(factors: list[Node], name: str) -> bool:
    scripts = (one.parts[1] for part in factors for one in part.walk() if one.kind == "sub")
    return any(name in letters(below) for below in scripts)


def _bound(walk: Walk, head: str, bounds: list[Bound], body: Term) -> Term:
    for said in (one for bound in reversed(bounds) for one in bound.conditions):
        body = ("Cases", said, body, EMPTY[head])
    for bound in reversed(_ordered(bounds)):
        if isinstance(bound.domain, tuple) and bound.domain[0] == "Finite":
            values = [substitute(body, {bound.name: value}) for value in bound.domain[1:]]
            body = ("Add" if head == "Sum" else "Mul", *values) if len(values) > 1 else values[0]
        elif head == "Product" and isinstance(bound.domain, tuple) and bound.domain[0] == "From":
            first = children(bound.domain)[0]
            body = walk.opaque("infinite_product", Value(body), Value(bound.name), Value(first)).term
        else:
            body = (head, bound.name, bound.domain, body)
    return body


def _ordered(bounds: list[Bound]) -> list[Bound]:
    """The ranges, each after those of which it speaks: in Σ over i < j ≤ n j is outside. Raises ReadingError for ranges
    that speak of each other."""
    left, found = list(bounds), list[Bound]()
    while left:
        names = {bound.name for bound in left}
        ready = [bound for bound in left if names.isdisjoint(free(bound.domain) - {bound.name})]
        if not ready:
            raise ReadingError(0, "a range", "two indices run between each other")
        found.append(ready[0])
        left.remove(ready[0])
    return found


def _guessed(walk: Walk, line: Line) -> tuple[str, ...]:
    """The index of a Σ with nothing below it: the one letter that is a subscript in what follows."""
    below = [
        name
        for factor in line.factors
        for part in factor.walk()
        if part.kind == "sub" and (name := spelled(part.parts[1])) is not None and len(name) == 1
    ]
    found = tuple(dict.fromkeys(name for name in below if name not in walk.bound))
    return found if len(found) == 1 else ()


def reach(walk: Walk, line: Line, variables: tuple[str, ...], what: str, first: Node) -> Node:
    """The body of a Σ or Π, which is taken off the line."""
    own = _begun(walk, line, variables, what, first)
    if walk.scope.closed:
        return summed(own)
    further = [place for place, (_, term) in enumerate(line.later) if _mentions_freely(term, variables)]
    if not further:
        return summed(own)
    names = ", ".join(variables)
    short, long = (
        f"{what} over {names} ends before the next + or −, where {names} is free",
        f"{what} over {names} takes the next terms, too, which mention {names}: write brackets",
    )
    if walk.choose(("reach", first.start), short, long) == 0:
        return summed(own)
    count = further[-1] + 1
    taken, line.later = line.later[:count], line.later[count:]
    if line.factors:
        own[-1] = (own[-1][0], termed([*own[-1][1].parts, *line.take(len(line.factors))]))
    return summed([*own, *taken])


def _begun(walk: Walk, line: Line, variables: tuple[str, ...], what: str, first: Node) -> list[tuple[str, Node]]:
    """The factors up to the last that mentions an index; or the next term, where a sign stands after the Σ."""
    if not line.factors:
        if not line.later:
            raise ReadingError(first.end, what, "nothing stands after it")
        return [line.later.pop(0)]
    count = _last(walk, line.factors, variables)
    dot = next((place for place, part in enumerate(line.factors) if place and part.kind == "times"), None)
    if what == "\\prod" and dot and not walk.scope.closed and not _mentions_freely(termed(line.factors), variables):
        readings = (f"{what} ends before the dot after it, for no index follows", f"{what} takes all that follows")
        count = (dot, count)[walk.choose(("dot", first.start), *readings)]
    if what == "\\prod" and count < len(line.factors) - 1 and line.factors[count].kind == "slash":
        readings = (f"{what} takes the quotient after it", f"{what} ends before the slash")
        if walk.choose(("quotient", first.start), *readings) == 0:
            count = len(line.factors)
    elif what == "\\prod" and count < len(line.factors) and not dot and not walk.scope.closed:
        count = _with_rest(walk, line, first, count)
    return [("+", termed(line.take(count)))]


def _with_rest(walk: Walk, line: Line, first: Node, count: int) -> int:
    """How many factors belong to a Π after whose last index others stand: all, as in Π λ^{y_i} e^{-λ}; perhaps none
    of these where they speak of how many there are, as e^{-nλ} does, are a function, or have a power of what has one
    before, such as a prior."""
    above, rest = script(unwrapped(first)[1], "sup"), line.factors[count:]
    of_size = above is not None and not set(letters(above)).isdisjoint(letters(termed(rest)))
    readings = ("\\prod takes the factors after it, without an index, too", "\\prod ends with its last index")
    if any(part.kind == "big" for one in rest for part in one.walk()):
        return count
    calls = (_base(one).kind == "name" and _is_call(walk, _base(one), after) for one, after in pairwise(rest))
    again = _raised(rest) & _raised(line.factors[:count])
    if of_size or any(calls) or again:
        return (count, len(line.factors))[walk.choose(("rest", first.start), *reversed(readings))]
    return (len(line.factors), count)[walk.choose(("dot", first.start), *readings)]


def _raised(factors: list[Node]) -> set[str]:
    """The names that have powers."""
    powers = (one.parts[0] for factor in factors for one in factor.walk() if one.kind == "sup")
    return {name for base in powers if (name := spelled(base)) is not None}


def _base(factor: Node) -> Node:
    return unwrapped(factor)[0]


def _last(walk: Walk, factors: list[Node], variables: tuple[str, ...]) -> int:
    """How many of the factors belong to the body: up to the last that mentions an index, and all if none does."""
    if walk.scope.closed:
        return len(factors)
    last = _last_mention(factors, variables)
    base = unwrapped(factors[last])[0]
    if base.kind in ("big", "function", "derivative") or (
        base.kind == "fraction" and last + 1 < len(factors) and _is_operator(base)
    ):
        return len(factors)
    if last + 1 < len(factors) and base.kind in ("name", "accent") and _is_call(walk, base, factors[last + 1]):
        last += 1
    return last + 1


def _last_mention(factors: list[Node], variables: tuple[str, ...]) -> int:
    """The last factor that mentions an index, or one of an operator within the reach; the very last if none does. What
    an operator with the same index binds is not mentioned."""
    again = (place for place, part in enumerate(factors) if place and not set(variables).isdisjoint(_bound_by(part)))
    own = factors[: next(again, len(factors))]
    places = [place for place, factor in enumerate(own) if _mentions_freely(factor, variables)]
    last = places[-1] if places else len(own) - 1
    for place, part in enumerate(own[: last + 1]):
        names = _bound_by(part)
        if names and place + 1 < len(factors):
            last = max(last, place + 1 + _last_mention(factors[place + 1 :], names))
        last = max(last, last_place(factors, place))
    return last


def _bound_by(factor: Node) -> tuple[str, ...]:
    base, scripts = unwrapped(factor)
    return indices(scripts) if base.kind == "big" else ()


def _is_operator(fraction: Node) -> bool:
    top = single(fraction.parts[0])
    return top is not None and unwrapped(top)[0].text in ("d", "partial")


def _is_call(walk: Walk, name: Node, after: Node) -> bool:
    """Whether a name and the bracket after it are one: a function and what only arguments are."""
    bracket = unwrapped(after)[0]
    if bracket.kind != "bracket" or bracket.text[:1] not in "([{":
        return False
    content = bracket.parts[0]
    known = spelled(name) in walk.scope.functions | walk.scope.densities
    return known or content.kind in ("list", "relation") or argument_name(as_sum(content)) != "?"


def _mentions_freely(node: Node, variables: tuple[str, ...]) -> bool:
    """Whether an index occurs where no operator of its own binds it."""
    if node.kind == "term":
        for part in node.parts:
            base, scripts = unwrapped(part)
            if base.kind == "big" and set(indices(scripts)) & set(variables):
                return False
            if _mentions_freely(part, variables):
                return True
        return False
    if node.kind in ("name", "accent", "prime") and spelled(node) in variables:
        return True
    return any(_mentions_freely(part, variables) for part in node.parts)


def ranges(walk: Walk, variables: tuple[str, ...], scripts: Scripts) -> list[Bound]:
    """What each index runs over."""
    below, above = script(scripts, "sub"), script(scripts, "sup")
    said = limits(below) if below is not None else []
    found: list[Bound] = []
    for variable in variables:
        about = [(relation, node) for name, relation, node in said if name == variable and node is not None]
        with walk.binding(*(bound.name for bound in found)):
            found.append(_range(walk, variable, about, above, variables))
    return found


def _range(
    walk: Walk, name: str, about: list[tuple[str, Node]], above: Node | None, together: tuple[str, ...] = ()
) -> Bound:
    member = next((node for relation, node in about if relation == "∈"), None)
    if member is not None:
        return _over_set(walk, name, member)
    low, high, conditions = None, None, list[Term]()
    if above is not None:
        high = _end(walk, above)
    for relation, node in about:
        if relation == "where":
            with walk.binding(name):
                conditions.extend(condition(walk, node))
            continue
        end = walk.term(node) if not _is_list(node) else None
        if end is None:
            return _over_set(walk, name, node)
        if relation == "=":
            low = end
        elif relation in (">=", ">") and low is None:
            low = end if relation == ">=" else ("Add", end, 1)
        elif relation in ("<=", "<") and high is None:
            high = end if relation == "<=" else ("Add", end, -1)
        elif relation == "!=":
            conditions.append(("Ne", name, end))
        else:
            raise ReadingError(node.start, f"the range of {name}", f"'{relation}' is not understood there")
    if (low is None and high is None) or (high is None and not any(r == "=" for r, _ in about) and low is None):
        apart = [compound(condition)[2] for condition in conditions]
        return Bound(name, _unknown(walk, (name, *together), apart), name, tuple(conditions))
    if low is None:
        low = walk.scope.ranges.get(name, (1, high))[0]
        walk.suppose(f"{name} begins at {low}")
    if high is None:
        return _from(walk, name, low, above, conditions, about)
    if high == "∞":
        return Bound(name, ("From", low), name, tuple(conditions))
    return Bound(name, ("Range", low, high), name, tuple(conditions))


def _from(
    walk: Walk, name: str, low: Term, above: Node | None, conditions: list[Term], about: list[tuple[str, Node]]
) -> Bound:
    """A range with a lower end alone: i = 1 below, and nothing above; i > j."""
    known = walk.scope.ranges.get(name)
    last: Term = known[1] if known is not None else SIZE
    walk.suppose(f"{name} ends at {last if known is not None else 'the end of a range that is not said'}")
    if any(relation == "=" for relation, _ in about):
        return Bound(name, ("Range", low, last), name, tuple(conditions))
    first: Term = known[0] if known is not None else 1
    return Bound(name, ("Range", first, last), name, (*conditions, ("Le", low, name)))


def _is_list(node: Node) -> bool:
    return inside(node).kind == "list"


def _end(walk: Walk, above: Node) -> Term:
    one = as_sum(above)
    found = single(one)
    if found is not None and found.kind == "infinity":
        return "∞"
    return walk.term(above)


def _unknown(walk: Walk, names: tuple[str, ...], apart: Iterable[Term] = ()) -> Term:
    """The range of an index without limits: what is said of it, in the document or elsewhere in the formula; that of
    the index from which it differs, or that is summed with it, as in Σ over i < j; or one that is not known."""
    name = names[0]
    if name in walk.scope.ranges:
        return ("Range", *walk.scope.ranges[name])
    if name in walk.scope.values:
        return ("Finite", *walk.scope.values[name])
    for other in apart:
        if isinstance(other, str) and other in walk.bound and other in walk.running:
            return walk.running[other]
    for one in dict.fromkeys(names):
        said = [(low, high) for index, low, high in walk.seen.limits if index == one]
        if len(said) == 1 and inside(said[0][1]).kind != "infinity":
            low, high = said[0]
            ends = walk.term(low), _end(walk, high)
            return ("From", ends[0]) if ends[1] == "∞" else ("Range", *ends)
        if one in walk.scope.ranges:
            return ("Range", *walk.scope.ranges[one])
    walk.suppose("sums without limits run over one and the same range")
    return ("Range", 1, SIZE)


def _over_set(walk: Walk, name: str, node: Node) -> Bound:
    """An index that runs over a finite set: {0, 1}, {1, …, n}, or the elements of a set with a name."""
    one = single(as_sum(node)) if inside(node).kind != "list" else None
    if one is not None and one.kind == "bracket" and one.text == "{}":
        return _over_listed(walk, name, one)
    listed = pieces(node)
    if len(listed) > 1:
        return _listed(walk, name, [part for _, part in listed])
    called = spelled(node) if one is not None else None
    if called is None:
        raise ReadingError(node.start, f"the range of {name}", "write its ends, or the name of a set")
    if called in ("bb_N", "bb_Z", "bb_R"):
        raise ReadingError(node.start, f"the range of {name}", "write its ends")
    walk.suppose(f"{called} is a finite set")
    return Bound(name, ("Range", 1, f"size_{called}"), ("Indexed", f"elements_{called}", name))


def _over_listed(walk: Walk, name: str, bracket: Node) -> Bound:
    return _listed(walk, name, [part for _, part in pieces(bracket.parts[0])])


def _listed(walk: Walk, name: str, parts: list[Node]) -> Bound:
    dots = [place for place, part in enumerate(parts) if (one := _lone(part)) is not None and one.kind == "dots"]
    if dots and 0 < dots[0] < len(parts) - 1:
        return Bound(name, ("Range", walk.term(parts[0]), walk.term(parts[-1])), name)
    return Bound(name, ("Finite", *(walk.term(part) for part in parts)), name)


def _lone(part: Node) -> Node | None:
    return single(part) if part.kind == "sum" else None
