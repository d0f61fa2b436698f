r"""H(p), H(p, q) and KL(p ‖ q), of distributions whose outcomes are known, or with their index.

A distribution is a name, as p or P_i(\cdot; θ), or δ_a, which has the outcome a alone.
"""

from __future__ import annotations

from ...terms.terms import Term
from ..signs.nodes import pieces, script, separators, single, spelled, unwrapped
from ..signs.tree import Node, ReadingError
from .line import Line
from .named import parted, subscripts
from .scope import Form, limits
from .values import Value
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
HEADS: dict[str, dict[str, str]] = {"H": {"": "Entropy", ",": "CrossEntropy"}, "KL": {"‖": "KLDivergence"}}
OUTCOME = "outcome"


def information(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    """An entropy, a cross-entropy or a divergence, which is taken off the line."""
    first = line.take()[0]
    bracket = line.take()[0] if line.factors else first
    if bracket.kind != "bracket":
        raise ReadingError(first.end, base.text, "its distributions are expected in brackets after it")
    content = bracket.parts[0]
    bodies, cuts = [part for _, part in pieces(content)], separators(content)
    head = HEADS[base.text].get("".join(cuts))
    if head is None:
        raise ReadingError(bracket.start, base.text, "one or two distributions are expected")
    below, above = script(scripts, "sub"), script(scripts, "sup")
    if below is None or above is None:
        variable, support, terms = _of_distributions(walk, bodies, bracket)
    else:
        variable, support, terms = _with_index(walk, below, above, bodies)
    return Value((head, variable, support, *terms))


def _with_index(walk: Walk, below: Node, above: Node, bodies: list[Node]) -> tuple[str, Term, list[Term]]:
    ((variable, relation, low), *others) = limits(below)
    if others or relation != "=" or low is None:
        raise ReadingError(below.start, "an index", "one = is expected below")
    support: Term = ("Range", walk.term(low), walk.term(above))
    with walk.binding(variable):
        return variable, support, [walk.term(body) for body in bodies]


def _of_distributions(walk: Walk, bodies: list[Node], bracket: Node) -> tuple[str, Term, list[Term]]:
    variable = next(name for name in (OUTCOME, *(f"{OUTCOME}_{k}" for k in range(99))) if name not in walk.scope.known)
    read = [_distribution(walk, body, variable) for body in bodies]
    supports = {support for _, support in read if support is not None}
    if len(supports) != 1:
        raise ReadingError(bracket.start, "distributions", "their outcomes are not known")
    return variable, supports.pop(), [term for term, _ in read]


def _distribution(walk: Walk, body: Node, variable: str) -> tuple[Term, Term | None]:
    """A distribution as a term in the bound variable, and its outcomes (None: any)."""
    first, *after = () if body.kind != "sum" or len(body.parts) != 1 or body.text != "+" else body.parts[0].parts
    base, scripts = unwrapped(first)
    below = script(scripts, "sub")
    if base.kind == "name" and base.text == "delta" and below is not None and "delta" not in walk.scope.known:
        index, *more = subscripts(walk, "", below)
        if more:
            raise ReadingError(body.start, "a distribution", "δ at one point has one index")
        return ("KroneckerDelta", variable, index), None
    if spelled(base) is None or len(after) > 1:
        raise ReadingError(body.start, "a distribution", "a name with known outcomes is expected")
    name, indices, rest = parted(walk, base, scripts)
    form = walk.scope.forms.get(name, Form())
    values = _arguments(walk, after[0], variable, form) if after else [variable]
    if form.support is None or rest or len(indices) != form.subscripts or values.count(variable) != 1:
        raise ReadingError(body.start, name, "it is no distribution with known outcomes")
    return ("Apply", name, *indices, *values), form.support


def _arguments(walk: Walk, bracket: Node, variable: str, form: Form) -> list[Term]:
    content = bracket.parts[0] if bracket.kind == "bracket" else bracket
    parts = [part for _, part in pieces(content)]
    if separators(content) != form.cuts(len(parts)):
        raise ReadingError(bracket.start, "a distribution", "its arguments are not separated as they should be")
    return [variable if _is_blank(part) else walk.term(part) for part in parts]


def _is_blank(part: Node) -> bool:
    one = single(part) if part.kind == "sum" else part
    return one is not None and one.kind in ("times", "sign") and one.text == "*"
