"""The vectors whose entries are under a Σ or Π, and how many entries these have.

>>> total = ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i"))
>>> list(vectors(total)) == [total], list(sizes(total))
(True, [('y', 'n')])
"""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.big import SIZE, entries_at
from ..terms.terms import Compound, Term, is_a
from ..terms.terms import children as parts_of


def vectors(term: Term) -> Iterator[Compound]:
    """Σ_j y_j for the vectors y whose entries are under a Σ or Π over j."""
    if is_a(term, "Sum", "Product") and is_a(term[2], "Range"):
        for name in sorted(entries_at(term[3], term[1])):
            yield ("Sum", term[1], term[2], ("Indexed", name, term[1]))
    for part in parts_of(term):
        yield from vectors(part)


def sizes(term: Term) -> Iterator[tuple[str, str]]:
    """The vectors with entries from 1 to a name in a term, and that name."""
    if is_a(term, "Sum", "Product", "ForAll") and is_a(term[2], "Range") and term[2][1] == 1:
        last = term[2][2]
        if isinstance(last, str) and last != SIZE:
            yield from ((name, last) for name in sorted(entries_at(term[3], term[1])))
    for part in parts_of(term):
        yield from sizes(part)
