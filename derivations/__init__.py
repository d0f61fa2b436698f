"""The book: a folder for each document, with a short file for each theorem that reads as a page of a textbook.

>>> document("gibbs").title
"Gibbs' inequality for two Bernoulli distributions"
>>> [proof.name for proof in document("logistic/convex").proofs][-1]
'convex'
"""

from dataclasses import replace
from importlib import import_module
from typing import Any

from mlce_sym.terms.errors import NoSuchName

from .order import NAMES, PARTS

__all__ = ["NAMES", "PARTS", "document", "page"]


def page(name: str) -> Any:
    """The module of a document. Raises NoSuchName for a name that the book does not have."""
    if name not in NAMES:
        from .index import nearest

        near = nearest(name)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise NoSuchName(f"there is no document {name!r}; {hint}`mlce list` has them all, `mlce list WORD` searches")
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def document(name: str) -> Any:
    """The document of that name: its theorems, each with a proof that the kernel has made. `logistic/convex` is one
    theorem of `logistic`, after those that it rests on."""
    whole, _, theorem = name.partition("/")
    found = page(whole).document()
    return _one(found, theorem) if theorem else found


def _one(whole: Any, theorem: str) -> Any:
    from difflib import get_close_matches

    from mlce_sym.prover.document import lemmas

    proofs = {proof.name: proof for proof in whole.proofs}
    if theorem not in proofs:
        near = get_close_matches(theorem, proofs, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(proofs)}"
        raise NoSuchName(f"the document {whole.name!r} has no theorem {theorem!r}; {hint}")
    wanted = {*(lemma.name for lemma in lemmas(proofs[theorem].derivation)), theorem}
    kept = (proof if name == theorem else proof.as_lemma() for name, proof in proofs.items() if name in wanted)
    named = replace(whole, name=f"{whole.name}-{theorem}", proofs=tuple(kept))
    return replace(named, title=proofs[theorem].title or whole.title)
