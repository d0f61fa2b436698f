"""The loss of one observation as code, where the parameters or the data are vectors: class probabilities, logits, ℝ^d.

Arrays have the observations in their first axes and the entries of a vector in the last one; labels count from 0. A
formula is written entry by entry; log Σ_k exp z_k and exp z_k/Σ_l exp z_l by the library's stable functions.

>>> from .vector_families import VECTORS, loss_of
>>> found = array_code(loss_of(VECTORS["softmax"]))
>>> print(found.module("numpy").partition("def gradient")[2].partition("return ")[2].splitlines()[0])
_reduced(special.softmax(z, axis=-1) - _one_hot(y, z), 1, weights, reduction)

A label may have a weight of its class, or be ignored: it has the weight 0 then, which the mean is divided by as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Expr, Indexed, Sum, Symbol

from ..border.encoding import decode
from ..border.given import Given
from ..families.family import Family, Named, facts
from ..terms.errors import NoSuchName
from .array_targets import ARRAY_TARGETS, ArrayTarget
from .array_text import Arrays
from .claims import Proved
from .code import Form, docstring, header, identifier, joined, needed, returned, says
from .derived import Derived
from .stable import same, stable

i, n = Symbol("i"), Symbol("n")
LAYOUT = "Arrays have the observations in their first axes, the entries of a vector in the last; labels count from 0."


@dataclass(frozen=True)
class ArrayCode:
    """The formulas of one observation: "loss", ("gradient", p), ("hessian", p, q), with their axes."""

    family: Family
    forms: Mapping[Any, Form]
    axes: Mapping[Any, tuple[Symbol, ...]]
    about: str = ""

    @property
    def names(self) -> dict[str, str]:
        """How the data, the parameters, and what is known and used are called."""
        used = set().union(*(form.term.free_symbols for form in self.forms.values()))
        known = [one for one in self.family.known if label(one) in used]
        numbers = map(label, (self.family.data, *self.family.parameters, *known))
        return {one.name: identifier(one.name) for one in numbers}

    @property
    def labelled(self) -> bool:
        """Whether an observation is a label, and no vector."""
        return not isinstance(self.family.data.symbol, Indexed)

    def module(self, target: str) -> str:
        """The text of a module. Raises NoSuchName for a library without arrays, or one that there is not."""
        if target not in ARRAY_TARGETS:
            raise NoSuchName(f"for vectors there is code for {', '.join(ARRAY_TARGETS)}, not for {target!r}")
        return _module(self, ARRAY_TARGETS[target])


def array_code(found: Derived, about: str = "") -> ArrayCode:
    """The loss of one observation and its derivatives, whose means are proved to be what was derived."""
    claims: dict[Any, Expr] = {"loss": found.loss}
    claims |= {("gradient", str(p)): claim.value for p, claim in found.gradient.items()}
    claims |= {("hessian", str(p), str(q)): claim.value for (p, q), claim in found.hessian.items()}
    axes: dict[Any, tuple[Symbol, ...]] = {("gradient", str(p)): _indices(p) for p in found.gradient}
    axes |= {("hessian", str(p), str(q)): (*_indices(p), *_indices(q)) for p, q in found.hessian}
    forms = {what: _form(found, what, value) for what, value in claims.items()}
    return ArrayCode(found.family, forms, {"loss": (), **axes}, about)


def _indices(entry: Any) -> tuple[Symbol, ...]:
    """Those of an entry within one observation."""
    return tuple(index for index in entry.indices if index != i)


def _form(found: Derived, what: Any, value: Expr) -> Form:
    """That of one observation; is it a theorem that the mean of it is the value?"""
    of_each = what != "loss" and any(i in one.symbol.free_symbols for one in found.family.parameters)
    term = stable(value * n if of_each else _of_one(value), {label(found.family.data)})
    return Form(term, same(value, term / n if of_each else Sum(term, (i, 1, n)) / n, _given(found)) is not None)


def _given(found: Derived) -> Given:
    """What the theorem on the log-likelihood supposes, and that the entries are in their domains."""
    assert isinstance(found.whole, Proved)
    entries = {entry for pair in found.hessian for entry in pair}
    domain = found.family.parameters[0].domain
    own = (fact for entry in sorted(entries, key=str) for fact in facts(entry, domain))
    return Given((*map(decode, found.whole.proof.theorem.given.hypotheses), *own))


def _of_one(value: Expr) -> Expr:
    """A mean over the observations as what it is the mean of."""

    def single(total: Any) -> Any:
        inner = [limit for limit in total.limits if limit[0] != i]
        return n * (Sum(total.function, *inner) if inner else total.function)

    found: Expr = value.replace(lambda part: isinstance(part, Sum) and i in {limit[0] for limit in part.limits}, single)
    return found


def label(named: Named) -> Symbol:
    """The name of a number, or of a vector."""
    symbol: Any = named.symbol
    if isinstance(symbol, Indexed):
        symbol = symbol.base.args[0]
    assert isinstance(symbol, Symbol)
    return symbol


def _module(code: ArrayCode, target: ArrayTarget) -> str:
    arrays = Arrays(code.names, next(iter(code.names.values())) if code.labelled else "", target)
    functions = [_function(code, arrays, name) for name in ("loss", "gradient", "hessian")]
    head = docstring(code.family, code.forms, f"{code.about}\n\n{LAYOUT}" if code.about else LAYOUT)
    helpers = needed({**target.of_numbers.helpers, **target.helpers}, "\n".join(functions))
    return joined(head, target.of_numbers.imports, *helpers, target.reduced, *functions)


def _function(code: ArrayCode, arrays: Arrays, name: str) -> str:
    target, own = arrays.target.of_numbers, [what for what in code.forms if what == name or what[0] == name]
    formulas = [
        f"_reduced({text}, {len(code.axes[what])}, weights, reduction)" for what, text in _texts(code, arrays, own)
    ]
    y = next(iter(code.names.values()))
    reads = {one: arrays.target.label if one == y and code.labelled else target.read for one in code.names.values()}
    more = (f"class_weights: {target.array} | None = None", "ignored: int | None = None") if code.labelled else ()
    rows = [
        *header(name, reads, target, len(formulas), more),
        f'    """{says(code.forms, name)}"""',
        *(f"    {one} = {read.format(one)}" for one, read in reads.items()),
        *([f"    {y}, weights = _of_classes({y}, weights, class_weights, ignored)"] if code.labelled else []),
        *returned(formulas),
    ]
    return "\n".join(rows)


def _texts(code: ArrayCode, arrays: Arrays, own: list[Any]) -> Iterator[tuple[Any, str]]:
    """The formulas; one in which no observation is mentioned is repeated for each of them."""
    for what in own:
        term, axes = code.forms[what].term, code.axes[what]
        text = arrays.text(term, axes)
        of_each = any(i in part.indices or part.has(label(code.family.data)) for part in term.atoms(Indexed))
        yield what, text if of_each or code.labelled else f"{text} + _nothing({next(iter(code.names.values()))})"
