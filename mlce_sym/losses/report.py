"""A loss as JSON and as text: every expression as LaTeX and as a plain SymPy string."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sympy import Basic, Expr, Symbol, sstr

from ..border.binding import substitute
from ..border.encoding import encode
from ..certificate.writing import certified
from ..families.family import Named
from ..writers import latex_terms, text_terms
from .derive import Loss
from .setting import facts

DENSITY = {"differs": "NOT A DENSITY", "negative": "NOT A DENSITY", "undecided": "not shown to be a density"}


def plain(expr: Basic) -> str:
    """A plain SymPy string, such as Sum(lambda*y[i], (i, 1, n))."""
    return str(sstr(expr))


def as_data(found: Loss) -> dict[str, Any]:
    """The loss as JSON data."""
    return {
        "family": found.family.name,
        "title": found.family.title,
        "nll": _expression(found, found.nll),
        "loss": _expression(found, found.loss),
        "dropped": [{"kind": item.kind, **_expression(found, item.value)} for item in found.dropped],
        "gradient": {str(p): {**_expression(found, s.value), "how": s.word} for p, s in found.gradient.items()},
        "hessian": _table(found),
        "score": {str(p): _expression(found, value) for p, value in found.score.items()},
        "fisher_information": _information(found),
        "density": str(found.density),
        "estimate": {str(p): _expression(found, value) for p, value in found.estimates.items()} or None,
        "estimate_status": found.estimate_status,
        "estimate_conditions": [_expression(found, condition) for condition in found.conditions],
        "theorems": [proof.name for proof in found.proofs],
    }


def _information(found: Loss) -> dict[str, dict[str, Any]] | None:
    table: dict[str, dict[str, Any]] = {str(p): {} for p in found.gradient}
    for (p, q), value in found.information.items():
        table[str(p)][str(q)] = table[str(q)][str(p)] = _expression(found, value)
    return table if found.information else None


def _table(found: Loss) -> dict[str, dict[str, Any]]:
    """The Hessian as rows and columns; what is above the diagonal stands below it as well."""
    table: dict[str, dict[str, Any]] = {str(p): {} for p in found.gradient}
    for (p, q), slope in found.hessian.items():
        entry = {**_expression(found, slope.value), "how": slope.word}
        table[str(p)][str(q)] = table.setdefault(str(q), {})[str(p)] = entry
    return table


def _expression(found: Loss, expr: Basic) -> dict[str, str]:
    return {"latex": as_latex(found, expr), "sympy": plain(expr)}


def as_latex(found: Loss, expr: Basic) -> str:
    return latex_terms.term(certified(encode(expr)), found.forms)


def as_text(found: Loss) -> str:
    """The loss for the terminal."""
    how = found.forms

    def said(expr: Basic) -> str:
        return text_terms.term(certified(encode(expr)), how)

    return "\n".join(_lines(found, said)) + "\n"


def formulas(found: Loss) -> str:
    """The negative log-likelihood and the loss, as two lines of text."""

    def said(expr: Basic) -> str:
        return text_terms.term(certified(encode(expr)), found.forms)

    return f"NLL   {said(found.nll)}\nloss  {said(found.loss)}"


def _lines(found: Loss, said: Any) -> Iterator[str]:
    f = found.family
    yield f.title
    yield ""
    own = {one.symbol: one.entry for one in (*f.parameters, *f.known) if one.each}

    def domains(numbers: Iterable[Named]) -> str:
        return "; ".join(_domain(one, own, said) for one in numbers)

    yield f"  density      {said(substitute(f.density, own))}   for {domains([f.data])}"
    if found.density.kind != "agrees":
        yield f"               {DENSITY[found.density.kind]}: {str(found.density).partition(': ')[2]}"
    yield f"  parameters   {domains(f.parameters)}"
    if f.known:
        yield f"  known        {domains(f.known)}"
    yield from _each("given", (said(substitute(fact, own)) for fact in f.given))
    yield f"  NLL          {said(found.nll)}"
    yield f"  loss         {said(found.loss)}{f'   ({f.called})' if f.called else ''}"
    yield from _each("dropped", (f"{item.kind} {said(item.value)}" for item in found.dropped))
    yield from _each("gradient", (f"∂/∂{said(p)}: {said(s.value)}   [{s.word}]" for p, s in found.gradient.items()))
    second = (f"∂²/∂{said(p)}∂{said(q)}: {said(s.value)}   [{s.word}]" for (p, q), s in found.hessian.items())
    yield from _each("Hessian", second)
    yield from _each("score", (f"∂/∂{said(p)}: {said(value)}" for p, value in found.score.items()))
    about = (f"I({said(p)}, {said(q)}) = {said(value)}" for (p, q), value in found.information.items())
    yield from _each("information", about if found.information else [found.no_information])
    yield from _each("estimate", (f"{said(p)} = {said(value)}" for p, value in found.estimates.items()))
    yield f"  status       {found.estimate_status}"
    yield from _each("where", map(said, found.conditions))


def _each(label: str, items: Iterable[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"  {label if number == 0 else '':<13}{item}"


def _domain(named: Named, own: Mapping[Symbol, Expr], said: Any) -> str:
    about = [said(substitute(fact, own)) for fact in facts(named.symbol, named.domain)]
    return " and ".join(about) if about else f"{said(named.entry)} ∈ ℝ"


def as_json(found: Loss) -> str:
    return json.dumps(as_data(found), ensure_ascii=False, indent=1) + "\n"
