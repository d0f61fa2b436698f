"""SymPy's own derivatives, as those of the language of theorems.

`Derivative(f, z)` is the derivative at z on an open set in which z lies: what is given of z as an open interval, else
all real numbers. Which one does not matter to its value, but its function has to be smooth there, or nothing is
defined.

>>> from sympy import Derivative, IndexedBase, S, Sum, log, symbols
>>> theta, i, n, k = symbols("theta i n k"); x = IndexedBase("x")
>>> read(Derivative(log(theta), theta), {theta: Above(0)})
DerivativeAt(log(theta), (theta, Above(0) near theta))
>>> read(Derivative(Sum(x[i]**2, (i, 1, n)), x[k]), {x[k]: S.Reals}).bodies
(Sum((t*KroneckerDelta(i, k) + (1 - KroneckerDelta(i, k))*x[i])**2, (i, 1, n)),)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sympy import (
    Basic,
    Derivative,
    Dummy,
    Indexed,
    IndexedBase,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
    Mul,
    S,
    StrictLessThan,
    Subs,
    Symbol,
    preorder_traversal,
    symbols,
)

from ..border.binding import as_written, children, names, renamed, substitute
from ..border.encoding import written_out
from ..border.nodes import Above, Below, DerivativeAt, Member, Near
from ..terms.errors import MlceError

MOST_TIMES = 10  # that a term is differentiated


class NotUnderstood(MlceError, ValueError):
    """Something among the assumptions that has no reading here; the message quotes it."""


def is_differential(term: Basic) -> bool:
    return any(isinstance(part, (Derivative, Subs)) for part in preorder_traversal(term))


def points(*terms: Basic) -> tuple[Basic, ...]:
    """The points at which something is differentiated, in the order of reading."""
    found = (point for term in terms for part in preorder_traversal(term) for point in _points(part))
    return tuple(dict.fromkeys(found))


def _points(term: Basic) -> Iterator[Basic]:
    if isinstance(term, Derivative):
        yield from (variable for variable, _ in term.variable_count)
    elif isinstance(term, Subs):
        yield from term.point


def bounds(point: Basic, said: Iterable[Basic]) -> Basic:
    """The open interval in which the point is said to lie: bounded on both sides, on one, or the reals."""
    low, high = None, None
    for statement in said:
        if isinstance(statement, StrictLessThan):
            below, above = statement.args
            low = below if above == point and low is None and not _speaks_of(below, point) else low
            high = above if below == point and high is None and not _speaks_of(above, point) else high
        elif isinstance(statement, Member) and statement.args[0] == point and _is_open(statement.args[1]):
            return statement.args[1]
    if low is None:
        return S.Reals if high is None else Below(high)
    return Above(low) if high is None else Interval.open(low, high)


def _speaks_of(term: Basic, point: Basic) -> bool:
    return bool(names(term) & names(point)) or is_differential(term)


def _is_open(domain: Basic) -> bool:
    return isinstance(domain, (Above, Below)) or (
        isinstance(domain, Interval) and bool(domain.left_open and domain.right_open)
    )


def read(term: Basic, over: Mapping[Basic, Basic]) -> Basic:
    """The term with derivatives on these sets for SymPy's. Raises NotUnderstood."""
    if not is_differential(term) and (plain := written_out(term)) != term:
        return plain
    if not children(term):
        return term
    if isinstance(term, Derivative):
        body = read(term.expr, over)
        for variable, count in term.variable_count:
            if not isinstance(count, Integer) or not 0 <= count <= MOST_TIMES:
                raise NotUnderstood(f"{term} is a derivative of order {count}, which is not understood")
            for _ in range(int(count)):
                body = _slope(body, variable, over.get(variable, S.Reals))
        return body
    if isinstance(term, Subs):
        return _substituted(term, over)
    return as_written(term, (read(part, over) for part in children(term)))


def _slope(body: Basic, variable: Basic, over: Basic) -> Basic:
    if isinstance(variable, Symbol):
        return DerivativeAt(body, (variable, Near(over, variable)))
    if not isinstance(variable, Indexed) or not isinstance(variable.base, IndexedBase):
        raise NotUnderstood(f"a derivative in {variable} is not understood: it is no symbol and no entry")
    moving = _unused("t", body, variable)
    return DerivativeAt(_with_entry(body, variable, moving), (moving, Near(over, variable)))


def _unused(name: str, *terms: Basic) -> Symbol:
    taken = {str(getattr(n, "label", n)) for term in terms for n in names(term)}
    numbered = (Symbol(f"{name}_{k}" if k else name) for k in range(len(taken) + 1))
    return next(symbol for symbol in numbered if symbol.name not in taken)


def _with_entry(body: Basic, entry: Indexed, value: Symbol) -> Basic:
    """The term with another value for one entry, wherever an index may be that of the entry."""
    indices = symbols(f"a_1:{len(entry.indices) + 1}", cls=Dummy)
    here = Mul(*(KroneckerDelta(a, k) for a, k in zip(indices, entry.indices, strict=True)))
    entries = Lambda(indices, here * value + (1 - here) * entry.base[indices])
    return substitute(body, {entry.base: entries})


def _substituted(term: Subs, over: Mapping[Basic, Basic]) -> Basic:
    """SymPy's way to write the derivative at another point than the variable."""
    body: Basic = term.expr
    (variable, *more), (point, *_) = term.variables, term.point
    if more or not isinstance(variable, Symbol) or not isinstance(body, Derivative) or {*body.variables} != {variable}:
        raise NotUnderstood(f"{term} is not understood")
    plain, domain = _unused(variable.name.strip("_") or "t", body.expr, point), over.get(point, S.Reals)
    inner = renamed(read(body.expr, over), variable, plain)
    for _ in body.variables[1:]:
        inner = DerivativeAt(inner, (plain, Near(domain, plain)))
    return DerivativeAt(inner, (plain, Near(domain, read(point, over))))
