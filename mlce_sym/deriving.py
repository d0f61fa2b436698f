r"""`loss`: the loss of a family by its name, or of a density that is typed in, with every theorem checked.

May import everything but the command line. Nothing that is called proved is passed on unless the
independent checker has replayed and evaluated it.

>>> found = loss(density=r"\lambda e^{-\lambda y}", data="y > 0", parameters=[r"\lambda > 0"])
>>> found.loss, found.estimate_status
(Sum(lambda*y[i] - log(lambda), (i, 1, n))/n, 'proved: the only maximiser')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .losses.derive import Loss, loss_of
from .models.family import Family, Named
from .proving import prove
from .vectors import VECTORS
from .vectors import loss_of as loss_of_vectors


def loss(
    what: Any = None, *, density: str = "", data: str = "", parameters: Sequence[str] = (), known: Sequence[str] = ()
) -> Loss:
    """The loss of a family, or of its name; or of a density in LaTeX or SymPy syntax, with the support of the data, the
    parameters to be estimated and the constants that are known.

    Raises Mistyped for what cannot be read, LookupError for a name that there is not, Unsupported where the logarithm
    of the density cannot be taken apart, and Rejected where the checker does not agree.
    """
    if what in VECTORS:
        found = loss_of_vectors(VECTORS[what])
    else:
        found = loss_of(_typed(density, data, parameters, known) if what is None else _named(what))
    return replace(found, report=str(prove(found.document).report))


def _named(what: Any) -> Family:
    if isinstance(what, Family):
        return what
    from .models.families import family

    return family(what, VECTORS)


def _typed(density: str, data: str, parameters: Sequence[str], known: Sequence[str]) -> Family:
    """The family of a density as it is typed."""
    from . import typed

    y = typed.declaration(data, "--data")
    wanted = [typed.declaration(text, "--parameter") for text in parameters]
    constants = [typed.declaration(text, "--known") for text in known]
    term = typed.density(density, [y, *wanted, *constants])
    named = [Named(one.symbol, one.domain, one.latex) for one in (y, *wanted, *constants)]
    count = 1 + len(wanted)
    return Family("typed", "The density as typed", term, named[0], tuple(named[1:count]), tuple(named[count:]))
