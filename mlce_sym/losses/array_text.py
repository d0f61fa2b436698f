"""A formula in entries of vectors as an expression of arrays, each index being an axis.

>>> from sympy import IndexedBase, Sum, symbols
>>> from .array_targets import ARRAY_TARGETS
>>> k, l, K = symbols("k l K")
>>> p, q = IndexedBase("p"), IndexedBase("q")
>>> arrays = Arrays({"p": "p", "q": "q"}, "", ARRAY_TARGETS["numpy"])
>>> arrays.text(Sum(p[k] * q[k], (k, 1, K)), ()), arrays.text(p[k] - q[l], (k, l))
('(p*q).sum(-1)', 'p[..., :, None] - q[..., None, :]')
>>> from sympy import exp, log
>>> arrays.text(log(Sum(exp(p[k] + 1), (k, 1, K))), ())
'special.logsumexp(p + 1.0, axis=-1)'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Expr, Indexed, KroneckerDelta, Mul, Pow, Sum, Symbol, exp, log

from ..border.binding import children, rebuilt, substitute
from ..terms.errors import NoSuchName
from .array_targets import ArrayTarget
from .formulas import written

Axes = tuple[Symbol, ...]
i = Symbol("i")


@dataclass(frozen=True)
class Arrays:
    """What vectors and numbers are called, which of them is a label, and the library."""

    names: Mapping[str, str]
    label: str
    target: ArrayTarget

    def text(self, term: Basic, axes: Axes) -> str:
        """The term with these free indices, as an array with these last axes. Raises NoSuchName."""
        own: dict[Symbol, str] = {}
        plain = self._named(term, axes, own)
        numbers = {s: self.names[s.name] for s in plain.free_symbols if s not in own}
        return written(plain, {**numbers, **own}, self.target.of_numbers)

    def _named(self, term: Any, axes: Axes, own: dict[Symbol, str]) -> Any:
        """The term with symbols for what is written as an array."""
        text = self._array(term, axes)
        if text is not None:
            symbol = Symbol(f"@{len(own):03}")
            own[symbol] = text
            return symbol
        if isinstance(term, Mul):
            term = self._with_softmax(term, axes, own)
        return rebuilt(term, [self._named(part, axes, own) for part in children(term)]) if children(term) else term

    def _array(self, term: Any, axes: Axes) -> str | None:
        if isinstance(term, Indexed):
            return self._entry(term, axes)
        if isinstance(term, KroneckerDelta):
            return self._delta(axes, *term.args)
        if isinstance(term, log) and isinstance(term.args[0], Sum) and isinstance(term.args[0].function, exp):
            return self.target.logsumexp.format(self._over(term.args[0], axes, term.args[0].function.exp))
        return f"({self._over(term, axes, term.function)}).sum(-1)" if isinstance(term, Sum) else None

    def _over(self, total: Any, axes: Axes, function: Expr) -> str:
        """What is summed, its last axis being that of the outermost index of a sum."""
        *inner, (index, _, _) = total.limits
        return self.text(Sum(function, *inner) if inner else function, (*axes, index))

    def _entry(self, entry: Any, axes: Axes) -> str:
        name, own = self.names[entry.base.name], tuple(index for index in entry.indices if index != i)
        if any(isinstance(index, Indexed) for index in own):
            return _at_axes(f"_entry({name}, {self.label})", (), axes)
        return _at_axes(name, own, axes)

    def _delta(self, axes: Axes, one: Any, other: Any) -> str:
        like = next(name for name in self.names.values() if name != self.label)
        labels = [index for index in (one, other) if isinstance(index, Indexed)]
        if not labels:
            return _at_axes(f"_eye({like})", tuple(index for index in axes if index in (one, other)), axes)
        return _at_axes(f"_one_hot({self.label}, {like})", ((other if labels == [one] else one),), axes)

    def _with_softmax(self, term: Any, axes: Axes, own: dict[Symbol, str]) -> Any:
        """exp(u_k)/Σ_l exp(u_l) among the factors, as the library's softmax."""
        for above, below in _quotients(term):
            (index, _, _) = below.limits[0]
            inner = below.function.exp
            for axis in axes:
                if above.exp == substitute(inner, {index: axis}):
                    symbol = Symbol(f"@{len(own):03}")
                    softmax = self.target.softmax.format(self.text(inner, (index,)))
                    own[symbol] = _at_axes(softmax, (axis,), axes)
                    return symbol * (term / above * below)
        return term


def _quotients(term: Any) -> Iterator[tuple[Any, Any]]:
    """Exponentials above, and sums of exponentials below."""
    factors = Mul.make_args(term)
    below = [one.base for one in factors if isinstance(one, Pow) and one.exp == -1 and isinstance(one.base, Sum)]
    yield from (
        (above, total)
        for above in factors
        for total in below
        if isinstance(above, exp) and isinstance(total.function, exp) and len(total.limits) == 1
    )


def _at_axes(text: str, own: Axes, axes: Axes) -> str:
    """The array with the axes `own` as one with these axes, of length 1 where it has none. Raises NoSuchName."""
    if tuple(axis for axis in axes if axis in own) != own:
        raise NoSuchName(f"{text}: the axes {own} are not in the order of {axes}")
    if own == axes:
        return text
    return f"{text}[..., {', '.join(':' if axis in own else 'None' for axis in axes)}]"
