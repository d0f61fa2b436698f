"""How sums and products over an index, optima, derivatives, integrals, entropies and the Kronecker delta are arranged.

A body of several terms is bracketed.

>>> from mlce_sym.writers.arrange import arrange
>>> arrange(["Sum", "i", ["Range", 1, "n"], ["Add", ["Indexed", "y", "i"], -1]], {}).parts[-1].kind
'bracket'
"""

from __future__ import annotations

from collections.abc import Sequence

from .boxes import PRODUCT, Box, bracket, contains, inline, unless
from .context import Arranger, Context, Data, Unprintable, arranged, divided, each, entry, inlined, mentions, named

INFINITY = Box("infinity")


def delta(parts: Sequence[Data], c: Context) -> Box:
    """δ_{k y_i}, or [k = y_i] where delta is the name of something else."""
    first, second = sorted(parts, key=lambda part: (not isinstance(part, int), not isinstance(part, str)))
    one, other = each((first, second), c)
    if "delta" in c.names:
        return bracket(Box("relation", (one, "=", other)), "[")
    plain = {one.kind, other.kind} <= {"name", "sub"}
    return Box("delta", (one, other) if plain else (Box("list", (one, other)),))


def limits(variable: str, domain: Data, c: Context) -> tuple[Box, Box, Box]:
    head, low, *high = domain
    if head not in ("Range", "From"):
        raise Unprintable(f"an index runs over a Range or From, not over {str(head)[:40]!r}")
    return named(variable, c), arranged(low, c), arranged(high[0], c) if high else INFINITY


def _body(box: Box) -> Box:
    """The body of a sum, in square brackets if it has several terms and is more than a plain 1 − y_i."""
    return unless(PRODUCT, box, "[" if contains(box, ("call", "bracket", "big", "function", "frac")) else "(")


def big(name: str) -> Arranger:
    def arrange(parts: Sequence[Data], c: Context) -> Box:
        variable, domain, body = parts
        return Box("big", (name, *limits(variable, domain, c), _body(arranged(body, c))))

    return arrange


def extremum(name: str) -> Arranger:
    def arrange(parts: Sequence[Data], c: Context) -> Box:
        variable, domain, body = parts
        return Box("extremum", (name, named(variable, c), arranged(domain, c), _body(arranged(body, c))))

    return arrange


def derivative(parts: Sequence[Data], c: Context) -> Box:
    """d/dθ of a term in θ; at a point of another name, that is said. The open set makes no difference to the value.

    The derivative of a derivative in the same variable is the second one.
    """
    variable, (_, _, point), body = parts
    at, order = () if point == variable else (inline(arranged(point, c)),), 1
    while isinstance(body, list) and body[0] == "Derivative" and body[1] == body[2][2] == variable:
        body, order = body[3], order + 1
    inside = _body(arranged(body, c))
    shown = bracket(inside) if inside.kind == "frac" else inside
    return Box("derivative", (named(variable, c), at, order, shown))


def integral(parts: Sequence[Data], c: Context) -> Box:
    variable, (head, *ends), body = parts
    if head != "Between":
        raise Unprintable(f"an integral runs over a Between, not over {str(head)[:40]!r}")
    return Box("integral", (*inlined(ends, c), _body(arranged(body, c)), named(variable, c)))


def improper(parts: Sequence[Data], c: Context) -> Box:
    """With its two ends, or with a set below the sign."""
    variable, domain, body = parts
    ends = _ends(domain, c)
    inside = (_body(arranged(body, c)), named(variable, c))
    return Box("integral", (*ends, *inside)) if ends else Box("integral_over", (arranged(domain, c), *inside))


def _ends(domain: Data, c: Context) -> tuple[Box, ...]:
    """The ends of an open interval; nothing for another set."""
    if domain == "Reals":
        return Box("minus_infinity"), INFINITY
    head, *ends = domain if isinstance(domain, list) else ("",)
    low, *high = inlined(ends, c) or (INFINITY,)
    if head == "Below":
        return Box("minus_infinity"), low
    return (low, *(high or [INFINITY])) if head in ("Above", "Interval") else ()


def converges(parts: Sequence[Data], c: Context) -> Box:
    """Σ|f| < ∞, or ∫|f| < ∞, which says that f is continuous, too."""
    variable, domain, body = parts
    series = isinstance(domain, list) and domain[0] == "From"
    whole = (big("sum") if series else improper)((variable, domain, ["abs", body]), c)
    finite = Box("relation", (whole, "<", INFINITY))
    return finite if series else Box("continuous", (finite,))


def information(name: str) -> Arranger:
    """H(p, q) and the like: of named distributions where the notation gives their outcomes, else with the index."""

    def arrange(parts: Sequence[Data], c: Context) -> Box:
        variable, domain, *bodies = parts
        named = [_distribution(body, variable, domain, c) for body in bodies]
        points = [_point_mass(body, variable, c) for body in bodies]
        if any(named) and all(one or other for one, other in zip(named, points, strict=True)):
            return Box(name, ((), tuple(one or other for one, other in zip(named, points, strict=True))))
        return Box(name, (limits(variable, domain, c), each(bodies, c)))

    return arrange


def _point_mass(body: Data, variable: str, c: Context) -> Box | None:
    """k ↦ δ_{k a} as δ_a."""
    if not isinstance(body, list) or body[0] != "KroneckerDelta" or "delta" in c.names:
        return None
    others = [part for part in body[1:] if part != variable]
    return Box("point", (arranged(others[0], c),)) if len(others) == 1 and not mentions(others, variable) else None


def _distribution(body: Data, variable: str, domain: Data, c: Context) -> Box | None:
    """k ↦ P_i(k; θ) as P_i(·; θ), and k ↦ p(k) as p."""
    if not isinstance(body, list) or body[0] != "Apply" or c.notation.get(body[1], {}).get("support") != domain:
        return None
    _, name, *arguments = body
    head, middle, parameters = divided(name, arguments, c)
    if (
        list(middle).count(variable) != 1
        or mentions([a for a in arguments if a != variable], variable)
        or variable in (*head, *parameters)
    ):
        return None
    name_alone = entry((name, *head), c)
    inside = tuple(Box("blank") if part == variable else arranged(part, c) for part in middle)
    return Box("call", (name_alone, inside, each(parameters, c))) if parameters or len(middle) > 1 else name_alone
