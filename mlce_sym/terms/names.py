r"""Names behind a mark: SymPy's names differ in more than their letters, and a mark keeps apart what looks alike.

>>> written(frozenset(("x\x1f:positive", "theta")))
{'theta': 'theta', 'x\x1f:positive': 'x'}
"""

from __future__ import annotations

from collections.abc import Mapping

from .errors import Malformed
from .terms import LITERALS, Names, Term, is_a, lambda_of

MARK = "\x1f"


def shown(text: str) -> str:
    """The name as it is written, without its mark."""
    return text.removeprefix(MARK).partition(f"{MARK}:")[0]


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
