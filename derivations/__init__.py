"""The book: a folder for each document, with a short file for each theorem that reads as a page of a textbook.

>>> document("gibbs").title
"Gibbs' inequality for two Bernoulli distributions"
"""

from importlib import import_module
from typing import Any

from mlce_sym.terms.errors import NoSuchName

# In the order of the book's chapters: a document stands after those that it quotes.
PARTS = (
    ("The theorem", ("bernoulli", "iid", "models", "conditional", "general", "categorical", "regression")),
    ("Information", ("divergence", "gibbs", "soft-labels", "continuous-bernoulli")),
    (
        "Estimates",
        (
            *("closed-form", "remarks", "class-probabilities", "families"),
            *("mean-and-variance", "multivariate-gaussian"),
        ),
    ),
    (
        "Optimisation",
        (
            *("softmax-gradient", "logistic", "strong-convexity", "separation"),
            *("permutation", "nonconvex"),
        ),
    ),
    ("Priors", ("penalty",)),
)
NAMES = tuple(name for _, names in PARTS for name in names)


def page(name: str) -> Any:
    """The module of a document. Raises NoSuchName for a name that the book does not have."""
    if name not in NAMES:
        raise NoSuchName(f"there is no document {name!r}; there are {', '.join(NAMES)}")
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def document(name: str) -> Any:
    """The document of that name: its theorems, each with a proof that the kernel has made."""
    return page(name).document()
