"""What is said of entries, and of a number with their name: y_i of the i-th label, y of a label.

>>> label = ("ForAll", "i", "Integers", ("Member", ("Indexed", "y", "i"), ("Finite", 0, 1)))
>>> of_one(label, {"y"})
('Member', 'y', ('Finite', 0, 1))
>>> of_entries(("Lt", 0, "x"), {"x"})
('ForAll', 'i', 'Integers', ('Lt', 0, ('Indexed', 'x', 'i')))
"""

from __future__ import annotations

from collections.abc import Mapping

from ...certificate.names import every_name
from ...reading.walk.big import SIZE, entries_at
from ...terms.terms import Term, children, free, fresh, is_a, is_binder, rebuilt, substitute
from ..equations.meaning import exchanged
from ..equations.mentions import plain, with_entries


def of_entries(proposition: Term, data: set[str]) -> Term:
    """What is said of x, said of every x_i where x has entries: as that x > 0 in a density of x. Where entries stand
    beside the number itself, it is another thing."""
    for name in sorted((plain((proposition,)) & data) - with_entries(proposition)):
        entry = ("Indexed", name, fresh("i", every_name(proposition)))
        proposition = ("ForAll", entry[2], "Integers", substitute(proposition, {name: entry}))
    return proposition


def of_size(proposition: Term, lengths: Mapping[str, str]) -> Term:
    """What is said of all entries of q, as Σ_k q_k = 1, with how many there are, where that is known.

    >>> of_size(("Eq", ("Sum", "k", ("Range", 1, SIZE), ("Indexed", "q", "k")), 1), {"q": "K"})
    ('Eq', ('Sum', 'k', ('Range', 1, 'K'), ('Indexed', 'q', 'k')), 1)
    """
    parts = tuple(of_size(part, lengths) for part in children(proposition))
    whole = rebuilt(proposition, parts) if parts else proposition
    if not is_binder(whole) or whole[2] != ("Range", 1, SIZE):
        return whole
    head, index, _, *bodies = whole
    own = {lengths.get(name, SIZE) for body in bodies for name in entries_at(body, index)}
    return (head, index, ("Range", 1, own.pop()), *bodies) if len(own) == 1 else whole


def of_one(proposition: Term, names: set[str]) -> Term:
    """What is said of every x_i, said of x, where that is a number: a text may mean one of them by it."""
    if not is_a(proposition, "ForAll"):
        return proposition
    _, index, _, body = proposition
    for name in sorted(with_entries(body) & names):
        body = exchanged(body, ("Indexed", name, str(index)), name)
    return proposition if index in free(body) else body
