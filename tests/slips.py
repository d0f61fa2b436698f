"""What a slip of the pen would write: every term that differs from a given one in a single node."""

from __future__ import annotations

SWAPPED = {
    "ArgMax": "ArgMin",
    "Sum": "Product",
    "Add": "Mul",
    "True": "False",
    "log": "exp",
    "CrossEntropy": "KLDivergence",
}
SWAPPED |= {other: head for head, other in SWAPPED.items()}
PLAIN = (
    "Add",
    "Mul",
    "Pow",
    "log",
    "exp",
    "Indexed",
    "Apply",
    "KroneckerDelta",
    "Range",
    "Interval",
    "Between",
    "Finite",
    "Lt",
    "Le",
)
BINDERS = (
    *("Sum", "Product", "Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin"),
    *("Derivative", "Integral", "ImproperIntegral"),
)
REAL = (*PLAIN[:8], *BINDERS[:5])


def mutations(term, number=False):
    """The terms that differ in one node; `number`: the term stands where a number is expected."""
    yield from slips(term, number)
    if isinstance(term, list):
        head, *parts = term
        named = head in (*BINDERS, "ForAll", "Converges", "Indexed", "Apply")
        for place, part in enumerate(parts):
            if not (named and place == 0):
                inside = head in PLAIN or (head in BINDERS and place > 1) or (head == "Member" and place == 0)
                for mutant in mutations(part, inside):
                    yield [head, *parts[:place], mutant, *parts[place + 1 :]]


def slips(term, number):
    """A number off by one, a sign, an exchanged pair, a wrong head."""
    if isinstance(term, int):
        yield from (term + 1, term - 1)
    head = term[0] if isinstance(term, list) else None
    if (number and not isinstance(term, int)) or head in REAL:
        yield ["Mul", -1, term]
    if head in ("Lt", "Le", "Pow", "Range", "Between"):
        yield [head, term[2], term[1]]
    if head in ("CrossEntropy", "KLDivergence"):
        yield [*term[:3], term[4], term[3]]
    if head in SWAPPED and not (head == "Sum" and term[2][0] == "From"):  # no product is infinite
        yield [SWAPPED[head], *term[1:]]
    if head == "Finite":
        yield ["Empty"]
