"""The index of the book: what a reader looks for, and the pages of the theorems and chapters that it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .prose import escape

# Words that are written with capitals: abbreviations, and the names of persons.
CAPITALS = ("bce", "cce", "glm", "irls", "kl", "l1", "l2", "mae", "map", "mle", "mlp", "mse", "nll", "vae")
NAMES = (
    *(
        "bayes",
        "brier",
        "gaussian",
        "gibbs",
        "hessian",
        "huber",
        "jacobian",
        "jensen",
        "kullback",
        "laplace",
        "leibler",
    ),
    *("mahalanobis", "newton", "poisson", "student"),
)


def index(places: Mapping[str, Sequence[str]]) -> str:
    """The words in the order of the alphabet, each with the labels of the places where it is treated."""
    ordered = sorted(places, key=lambda word: heading(word).casefold())
    rows = (rf"\indexed{{{escape(heading(word))}{''.join(map(_at, places[word]))}}}" for word in ordered)
    return "\\begin{multicols}{3}\\small\\raggedright\\parindent0pt\n" + "\n".join(rows) + "\n\\end{multicols}\n"


def heading(word: str) -> str:
    """A word as it is written in the index.

    >>> [heading(word) for word in ("kl", "weight-decay", "kullback-leibler", "logistic")]
    ['KL', 'weight decay', 'Kullback–Leibler', 'logistic']
    """
    parts = word.split("-")
    written = [part.upper() if part in CAPITALS else part.capitalize() if part in NAMES else part for part in parts]
    return ("–" if all(part in NAMES for part in parts) else " ").join(written)


def _at(label: str) -> str:
    return rf"\at{{{label}}}"
