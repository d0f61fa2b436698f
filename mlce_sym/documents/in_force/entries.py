"""What is said of entries, and of a number with their name: y_i of the i-th label, y of a label.

>>> label = ("ForAll", "i", "Integers", ("Member", ("Indexed", "y", "i"), ("Finite", 0, 1)))
>>> of_one(label, {"y"})
('Member', 'y', ('Finite', 0, 1))
>>> of_entries(("Lt", 0, "x"), {"x"})
('ForAll', 'i', 'Integers', ('Lt', 0, ('Indexed', 'x', 'i')))
"""

from __future__ import annotations

from ...certificate.names import every_name
from ...terms.terms import Term, free, fresh, is_a, substitute
from ..equations.meaning import exchanged
from ..equations.mentions import plain, with_entries


def of_entries(proposition: Term, data: set[str]) -> Term:
    """What is said of x, said of every x_i where x has entries: as that x > 0 in a density of x. Where entries stand
    beside the number itself, it is another thing."""
    for name in sorted((plain((proposition,)) & data) - with_entries(proposition)):
        entry = ("Indexed", name, fresh("i", every_name(proposition)))
        proposition = ("ForAll", entry[2], "Integers", substitute(proposition, {name: entry}))
    return proposition


def of_one(proposition: Term, names: set[str]) -> Term:
    """What is said of every x_i, said of x, where that is a number: a text may mean one of them by it."""
    if not is_a(proposition, "ForAll"):
        return proposition
    _, index, _, body = proposition
    for name in sorted(with_entries(body) & names):
        body = exchanged(body, ("Indexed", name, str(index)), name)
    return proposition if index in free(body) else body
