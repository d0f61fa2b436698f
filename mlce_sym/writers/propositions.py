"""How sets, propositions and functions are arranged.

Beside the certificate's heads there are four of the writers' own: `Chain`, `Entries`, `Not` and `Ranging`.

>>> from mlce_sym.writers.arrange import arrange
>>> [part for part in arrange(["Chain", 0, "Lt", "x", "Le", "b"], {}).parts if isinstance(part, str)]
['<', '<=']
"""

from __future__ import annotations

from collections.abc import Sequence

from .boxes import CLOSED, Box, bracket, inline, unless
from .context import Arranger, Context, Data, arranged, each, entry, inlined, named

RELATIONS = {"Lt": "<", "Le": "<=", "Ne": "!=", "Eq": "=", "Member": "in"}
FLIPPED = {"Lt": ">", "Le": ">="}  # a number goes to the right: n ≥ 1
DENIED = {"Lt": ">=", "Le": ">", "Ne": "=", "Eq": "!=", "Member": "notin"}


def index_range(parts: Sequence[Data], c: Context) -> Box:
    low, high = parts
    if isinstance(low, int) and isinstance(high, int) and low <= high <= low + 1:
        return Box("set", each(range(low, high + 1), c))
    return Box("range", each(parts, c))


def onward(parts: Sequence[Data], c: Context) -> Box:
    """The integers from one on: l, l + 1, …; of a number, the next one is written out."""
    (low,) = parts
    return Box("onward", each((low, low + 1 if isinstance(low, int) else ["Add", low, 1]), c))


def without(parts: Sequence[Data], c: Context) -> Box:
    whole, point = parts
    return Box("without", (unless(CLOSED, arranged(whole, c), "("), Box("set", inlined([point], c))))


def relation(head: str) -> Arranger:
    def arrange(parts: Sequence[Data], c: Context) -> Box:
        left, right = each(parts, c)
        if isinstance(parts[0], int) and head in FLIPPED and not isinstance(parts[1], int):
            return Box("relation", (right, FLIPPED[head], left))
        return Box("relation", (left, RELATIONS[head], right))

    return arrange


def chain(parts: Sequence[Data], c: Context) -> Box:
    """["Chain", a, "Lt", b, "Le", c] is a < b ≤ c: the writers' own way to say several relations at once."""
    return Box("relation", tuple(RELATIONS[p] if k % 2 else arranged(p, c) for k, p in enumerate(parts)))


def entries(parts: Sequence[Data], c: Context) -> Box:
    """["Entries", y, 1, n] is y_1, …, y_n: the writers' own way to speak of all entries at once."""
    name, *ends = parts
    return Box("entries", tuple(entry((name, end), c) for end in ends))


def denied(parts: Sequence[Data], c: Context) -> Box:
    """["Not", P]: the writers' own way to say P = False."""
    head, *sides = parts[0]
    if head not in DENIED:
        return Box("not", (bracket(arranged(parts[0], c), "("),))
    left, right = each(sides, c)
    return Box("relation", (left, DENIED[head], right))


def cases(parts: Sequence[Data], c: Context) -> Box:
    """The rows of cases within cases, each with its condition; the last one may be what is otherwise."""
    rows: list[tuple[Box, Box | None]] = []
    rest: Data = ["Cases", *parts]
    while isinstance(rest, list) and rest[0] == "Cases":
        _, condition, then, rest = rest
        rows.append((inline(arranged(then, c)), arranged(condition, c)))
    if rest != ["Undefined"]:
        rows.append((inline(arranged(rest, c)), None))
    return Box("cases", tuple(rows))


def for_all(parts: Sequence[Data], c: Context) -> Box:
    variables: list[Box] = []
    proposition: Data = ["ForAll", *parts]
    while proposition[0] == "ForAll":
        _, variable, domain, proposition = proposition
        variables.append(ranging((variable, domain), c))
    return Box("forall", (arranged(proposition, c), tuple(variables)))


def smooth(parts: Sequence[Data], c: Context) -> Box:
    """f(t) is smooth in t on S, where S is not all reals."""
    variable, domain, body = parts
    where = () if domain == "Reals" else (arranged(domain, c),)
    return Box("smooth", (arranged(body, c), named(variable, c), *where))


def ranging(parts: Sequence[Data], c: Context) -> Box:
    """["Ranging", θ, Θ] is θ ∈ Θ, and with a Range i = 1, …, n: the writers' own way for a variable."""
    name, domain = parts
    inside, variable = arranged(domain, c), named(name, c)
    kinds = {"range": "ranging", "onward": "ranging_onward"}
    if inside.kind in kinds:
        return Box(kinds[inside.kind], (variable, *inside.parts))
    return Box("relation", (variable, "in", inside))


def mapping(parts: Sequence[Data], c: Context) -> Box:
    variables, body = parts
    return Box("map", (tuple(named(v, c) for v in variables), arranged(body, c)))
