r"""The works that rules refer to, and how a reference is written where there is a list of them.

>>> cited("Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (40); by induction on the factors")
'\\work{Rudin}, 8.6 (40); by induction on the factors'
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .prose import escape


class Work(NamedTuple):
    """A work by the name that references give it, the key that stands for it in print, and what one looks for."""

    name: str
    key: str
    entry: str


WORKS = (
    Work(
        "Bishop, Pattern Recognition and Machine Learning",
        "Bishop",
        "C. M. Bishop, Pattern Recognition and Machine Learning, Springer, 2006",
    ),
    Work(
        "Boyd and Vandenberghe, Convex Optimization",
        "Boyd–Vandenberghe",
        "S. Boyd and L. Vandenberghe, Convex Optimization, Cambridge University Press, 2004",
    ),
    Work(
        "Cover and Thomas, Elements of Information Theory",
        "Cover–Thomas",
        "T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd edition, Wiley, 2006",
    ),
    Work(
        "NIST Digital Library of Mathematical Functions",
        "DLMF",
        "NIST Digital Library of Mathematical Functions, F. W. J. Olver et al. (eds.), dlmf.nist.gov",
    ),
    Work(
        "Goodfellow, Bengio and Courville, Deep Learning",
        "Goodfellow",
        "I. Goodfellow, Y. Bengio and A. Courville, Deep Learning, MIT Press, 2016",
    ),
    Work(
        "Graham, Knuth and Patashnik, Concrete Mathematics",
        "GKP",
        "R. L. Graham, D. E. Knuth and O. Patashnik, Concrete Mathematics, 2nd edition, Addison-Wesley, 1994",
    ),
    Work(
        "Hardy, Littlewood and Polya, Inequalities",
        "HLP",
        "G. H. Hardy, J. E. Littlewood and G. Pólya, Inequalities, 2nd edition, Cambridge University Press, 1952",
    ),
    Work(
        "Johnson, Kemp and Kotz, Univariate Discrete Distributions",
        "JKK",
        "N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd edition, Wiley, 2005",
    ),
    Work(
        "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions",
        "JKB",
        "N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions, 2nd edition, Wiley, "
        "volume 1, 1994, and volume 2, 1995",
    ),
    Work(
        "Koenker, Quantile Regression",
        "Koenker",
        "R. Koenker, Quantile Regression, Cambridge University Press, 2005",
    ),
    Work("Lang, Algebra", "Lang", "S. Lang, Algebra, revised 3rd edition, Springer, 2002"),
    Work(
        "Rudin, Principles of Mathematical Analysis",
        "Rudin",
        "W. Rudin, Principles of Mathematical Analysis, 3rd edition, McGraw-Hill, 1976",
    ),
)
# What of the places was compared with the works themselves: said, since a wrong number is hard to see.
CHECKED = (
    "The formula numbers of the NIST library, and 8.6 (40), (43) and (44) of Rudin on p. 181, were compared with the "
    "works. The sections and numbers in the other books were not."
)
OWN = re.compile(r"by |definition of ")  # a reason of its own, which refers to no work


def work(reference: str) -> Work | None:
    """The work that a reference begins with."""
    return next((known for known in WORKS if reference.startswith(known.name)), None)


def cited(reference: str) -> str:
    """A reference in LaTeX: each work by its key, with what is said of the place."""
    return "; ".join(map(_one, reference.split("; ")))


def _one(part: str) -> str:
    known = work(part)
    if known is None:
        return escape(part)
    place = re.sub(r"^, \d(st|nd|rd|th) edition", "", part.removeprefix(known.name))
    return rf"\work{{{escape(known.key)}}}{escape(place)}"


def bibliography() -> str:
    """The list of works, in the order of their keys, each a target of links; and what was checked."""
    ordered = sorted(WORKS, key=lambda known: known.key.lower())
    items = "\n".join(rf"\item[\target{{{escape(known.key)}}}] {escape(known.entry)}." for known in ordered)
    return f"\\begin{{description}}\n{items}\n\\end{{description}}\n{escape(CHECKED)}\n"
