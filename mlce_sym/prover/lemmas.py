"""What lemmas are called that nobody names."""

from __future__ import annotations

from hashlib import sha256

from sympy import Basic

from ..border.encoding import encode
from ..logic.algebra import canonical


def name_for(*terms: Basic) -> str:
    """What the lemmas of an equation are called: a name that those of no other one have, in whatever document.

    >>> from sympy import Symbol
    >>> name_for(Symbol("x"), Symbol("x"))
    'lemma addd91fd75fd'
    """
    return f"lemma {sha256(repr([canonical(encode(term)) for term in terms]).encode()).hexdigest()[:12]}"
