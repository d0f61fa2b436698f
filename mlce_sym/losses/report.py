"""A loss as JSON and as text: every expression as LaTeX and as a plain SymPy string."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from sympy import Basic, Expr, S, Symbol, sstr

from ..border.binding import substitute
from ..border.encoding import encode
from ..certificate.writing import certified
from ..families.family import Named, facts
from ..writers import latex_terms, text_terms
from ..writers.context import GREEK
from .averages import average
from .bends import NotConvex
from .convexity import Convexity, NotKnown
from .derived import Derived
from .kinks import Quantiles
from .roots import in_one_root
from .spelled import in_names, meaning

Said = Callable[[Basic], str]
Rows = Iterator[tuple[str, str]]
FULL_RANK = "there is a solution, and the columns of x are independent: others give another output for some i"
DENSITY = {"differs": "NOT A DENSITY", "negative": "NOT A DENSITY", "undecided": "not shown to be a density"}


def plain(expr: Basic) -> str:
    """A plain SymPy string, such as Sum(lambda*y[i], (i, 1, n))."""
    return str(sstr(expr))


def as_data(found: Derived) -> dict[str, Any]:
    """The loss as JSON data."""
    return {
        "family": found.family.name,
        "title": found.family.title,
        "nll": _expression(found, found.nll),
        "loss": _expression(found, found.loss),
        "dropped": [{"kind": item.kind, **_expression(found, item.value)} for item in found.dropped],
        "gradient": {str(p): {**_expression(found, s.value), "how": s.word} for p, s in found.gradient.items()},
        "hessian": _table(found),
        "convexity": {str(p): _convexity(one) for p, one in found.convexity.items()},
        "score": {str(p): _expression(found, value) for p, value in found.score.items()},
        "fisher_information": _information(found),
        "density": str(found.density),
        "supposed": [{**_expression(found, one.value), "how": one.word} for one in found.besides],
        "estimate": {str(p): _expression(found, value) for p, value in found.estimates.items()} or None,
        "profile": {str(p): {**_expression(found, c.value), "how": c.word} for p, c in found.profile.items()},
        "solving": {str(p): {**_expression(found, c.value), "how": c.word} for p, c in found.solving.items()},
        "quantiles": {str(p): _where(found, one) for p, one in found.quantiles.items()},
        "estimate_status": found.estimate_status,
        "estimate_conditions": [_expression(found, condition) for condition in found.conditions],
        "theorems": [proof.name for proof in found.proofs],
    }


def _information(found: Derived) -> dict[str, dict[str, Any]] | None:
    table: dict[str, dict[str, Any]] = {str(p): {} for p in found.gradient}
    for (p, q), value in found.information.items():
        table[str(p)][str(q)] = table.setdefault(str(q), {})[str(p)] = _expression(found, value)
    return table if found.information else None


def _table(found: Derived) -> dict[str, dict[str, Any]]:
    """The Hessian as rows and columns; what is above the diagonal stands below it as well."""
    table: dict[str, dict[str, Any]] = {str(p): {} for p in found.gradient}
    for (p, q), slope in found.hessian.items():
        entry = {**_expression(found, slope.value), "how": slope.word}
        table[str(p)][str(q)] = table.setdefault(str(q), {})[str(p)] = entry
    return table


def _convexity(one: Convexity) -> dict[str, Any]:
    found: dict[str, Any] = {"says": one.says, "how": one.word}
    if isinstance(one, NotConvex):
        found["at"] = {str(s): plain(v) for s, v in one.at.items()}
        found["chord"] = [plain(one.low), plain(one.high)]
    return found


def _where(found: Derived, one: Quantiles) -> dict[str, Any]:
    """Every m under these conditions is best."""
    conditions = [_expression(found, claim.value) for claim in one.conditions]
    return {"name": str(one.m), "level": plain(one.level), "conditions": conditions, "how": one.conditions[0].word}


def _expression(found: Derived, expr: Basic) -> dict[str, str]:
    return {"latex": as_latex(found, expr), "sympy": plain(expr)}


def as_latex(found: Derived, expr: Basic) -> str:
    return latex_terms.term(certified(encode(_as_shown(found, expr))), found.forms)


def _as_shown(found: Derived, expr: Basic) -> Basic:
    """With one root for products of roots, and σ(u) where it was typed."""
    return cast(Basic, in_one_root(in_names(expr, found.spelled)))


def as_text(found: Derived) -> str:
    """The loss for the terminal."""
    rows, before = [f"{found.family.title}", ""], ""
    for label, content in _rows(found, partial(_plain_text, found)):
        rows.append(f"  {label if label != before else '':<13}{content}")
        before = label
    return "\n".join(rows) + "\n"


def as_markdown(found: Derived) -> str:
    """The loss as a table in Markdown, with its formulas in LaTeX."""
    rows, before = [f"**{found.family.title}**", "", "| | |", "| --- | --- |"], ""
    for label, content in with_formulas(found):
        rows.append(f"| {label if label != before else ''} | {content} |")
        before = label
    return "\n".join(rows) + "\n"


def with_formulas(found: Derived) -> Rows:
    """What is reported, line by line, its formulas in LaTeX between dollar signs."""
    return _rows(found, lambda expr: f"${as_latex(found, expr)}$")


def _plain_text(found: Derived, expr: Basic) -> str:
    return text_terms.term(certified(encode(_as_shown(found, expr))), found.forms)


def formulas(found: Derived) -> str:
    """The negative log-likelihood and the loss, as two lines of text."""
    return f"NLL   {_plain_text(found, found.nll)}\nloss  {_plain_text(found, found.loss)}"


def _rows(found: Derived, said: Said) -> Rows:
    """What is reported, line by line, each with its label."""
    yield from _model(found, said)
    yield "NLL", said(found.nll)
    yield "loss", f"{said(found.loss)}{f'   ({found.family.called})' if found.family.called else ''}"
    yield from (("dropped", f"{item.kind} {said(item.value)}") for item in found.dropped)
    for p, s in found.gradient.items():
        yield "gradient", f"∂/∂{said(p)}: {said(s.value)}   [{s.word}]"
    for (p, q), s in found.hessian.items():
        yield "Hessian", f"∂²/∂{said(p)}∂{said(q)}: {said(s.value)}   [{s.word}]"
    yield from (("convexity", _bent(p, one, said)) for p, one in found.convexity.items())
    yield from (("score", f"∂/∂{said(p)}: {said(value)}") for p, value in found.score.items())
    about = [f"I({said(p)}, {said(q)}) = {said(value)}" for (p, q), value in found.information.items()]
    yield from (("information", text) for text in about or [found.no_information])
    yield from _estimates(found, said)


def _bent(p: Expr, one: Convexity, said: Said) -> str:
    if isinstance(one, NotKnown):
        return f"in {said(p)}: {one.word}"
    text = f"in {said(p)}: {one.says}   [{one.word}"
    if isinstance(one, NotConvex):
        at = " and ".join(f"{said(s)} = {said(v)}" for s, v in one.at.items())
        text += f": {f'with {at} ' if at else ''}it is above its chord from {said(one.low)} to {said(one.high)}"
    return f"{text}]"


def _model(found: Derived, said: Said) -> Rows:
    f = found.family
    joint = [replace(one, each=False) for one in f.known if one.symbol in f.joint]
    own = {one.symbol: one.entry for one in (*f.parameters, *f.known) if one.each and one.symbol not in f.joint}

    def domains(numbers: Iterable[Named]) -> str:
        return "; ".join(_domain(one, own, said) for one in numbers)

    yield "density", f"{said(substitute(f.density, own))}   for {domains([f.data, *joint])}"
    if found.density.kind != "agrees":
        yield "density", f"{DENSITY[found.density.kind]}: {str(found.density).partition(': ')[2]}"
    yield "parameters", domains(f.parameters)
    if known := [one for one in f.known if one.symbol not in f.joint]:
        yield "known", domains(known)
    yield from (("names", said(meaning(name))) for name in found.spelled)
    yield from (("given", said(substitute(fact, own))) for fact in f.given)
    yield from (("supposed", f"{said(substitute(one.value, own))}   [{one.word}]") for one in found.besides)


def _estimates(found: Derived, said: Said) -> Rows:
    mean = average(found)

    def brief(value: Basic) -> str:
        return said(value if mean is None else mean.within(value))

    yield from (("estimate", f"{said(p)} solves {said(c.value)}") for p, c in found.solving.items())
    yield from (("estimate", f"{said(p)} = {brief(value)}") for p, value in found.estimates.items())
    yield from (("profile", f"{said(p)} = {brief(c.value)}   [{c.word}]") for p, c in found.profile.items())
    if mean is not None:
        yield "estimate" if found.estimates else "profile", f"with {said(mean.name)} = {said(mean.value)}"
    yield from (("estimate", _quantile(p, one, said)) for p, one in found.quantiles.items())
    yield "status", _in_own_names(found, found.estimate_status, said)
    yield from (("where", brief(condition)) for condition in found.conditions)
    yield from (("where", FULL_RANK) for _ in found.solving)


def _in_own_names(found: Derived, text: str, said: Said) -> str:
    """A sentence with the Greek letters that stand for numbers as they are written; others may be words of it."""
    declared = (one.symbol for one in (*found.family.parameters, *found.family.known))
    numbers = {str(symbol): symbol for symbol in declared if str(symbol).rstrip("0123456789") in GREEK}
    return re.sub(r"\w+", lambda word: said(numbers[word[0]]) if word[0] in numbers else word[0], text)


def _quantile(p: Expr, one: Quantiles, said: Said) -> str:
    conditions = " and ".join(said(claim.value) for claim in one.conditions)
    what = "median" if one.level == S.Half else f"quantile of level {said(one.level)}"
    return f"{said(p)} = {said(one.m)}, a sample {what}: any with {conditions}   [{one.conditions[0].word}]"


def _domain(named: Named, own: Mapping[Symbol, Expr], said: Any) -> str:
    about = [said(substitute(fact, own)) for fact in facts(named.symbol, named.domain)]
    return " and ".join(about) if about else f"{said(named.entry)} ∈ ℝ"


def as_json(found: Derived) -> str:
    return json.dumps(as_data(found), ensure_ascii=False, indent=1) + "\n"
