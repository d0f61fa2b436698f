r"""Names in certificates: plain and short ones, in the place of those that carry a mark; and terms with such names.

>>> written(frozenset(("x\x1f:positive", "theta")))
{'theta': 'theta', 'x\x1f:positive': 'x'}
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..terms.caching import lru_cache
from ..terms.errors import Malformed
from ..terms.terms import LITERALS, Names, Term, children, free, is_a, is_binder, lambda_of, named, parse
from ..terms.terms import shown as data_shown
from ..terms.words import shown

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
DOCUMENT_NODES, DOCUMENT_DEPTH, DOCUMENT_NAME = 4000, 60, 100


def written_name(data: object) -> str:
    """A name that may stand in a certificate."""
    if len(named(data)) > DOCUMENT_NAME or not NAME.fullmatch(str(data)):
        raise Malformed(f"{data_shown(data)} is not a name")
    return str(data)


def parse_written(data: object, *, top: bool = False) -> Term:
    """The term of a certificate, with its tighter limits. Raises Malformed."""
    term = parse(data, top=top, nodes=DOCUMENT_NODES, deepest=DOCUMENT_DEPTH)
    for name in every_name(term):
        written_name(name)
    return term


@lru_cache(maxsize=600)
def every_name(term: Term) -> Names:
    """The names in a term or Lambda, free or bound."""
    bound = term[1] if is_a(term, "Lambda") else term[1:2] if is_binder(term) else ()
    body = term[2:] if is_a(term, "Lambda") else children(term)
    return free(term).union(bound, *map(every_name, body))


def written(names: Names) -> Mapping[str, str]:
    """What each name is called where there are no marks. Raises Malformed where two would be called the same."""
    called: dict[str, str] = {}
    for name in sorted(names):
        if called.setdefault(shown(name), name) != name:
            raise Malformed(f"two different things are called {shown(name)}; rename one of them")
    return {name: text for text, name in called.items()}


def renamed(term: Term, names: Mapping[str, str]) -> Term:
    """The term with every name, bound ones too, written as `names` says."""
    if type(term) is str:
        return names.get(term, term)
    if type(term) is not tuple or term[0] in LITERALS:
        return term
    if is_a(term, "Lambda"):
        return lambda_of(tuple(names.get(v, v) for v in term[1]), renamed(term[2], names))
    head, *parts = term
    return (head, *(renamed(part, names) for part in parts))
