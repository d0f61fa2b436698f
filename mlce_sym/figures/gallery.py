"""All figures: the document beside which each stands, its caption, and what it shows in words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..writers.pictures import Picture

DRAWN = Path(__file__).with_name("drawn")


class Figure(NamedTuple):
    """A figure: its name is that of its files, `drawing` is the function that draws it, and `shows` says in words what
    is to be seen, for who cannot see it. The caption and these words are prose with formulas between dollars."""

    name: str
    document: str
    drawing: str
    size: tuple[float, float]
    caption: str
    shows: str

    @property
    def svg(self) -> Path:
        return DRAWN / f"{self.name}.svg"

    @property
    def pdf(self) -> Path:
        return DRAWN / f"{self.name}.pdf"


FIGURES = (
    Figure(
        "one-optimum",
        "bernoulli",
        "probabilities.one_optimum",
        (4.4, 3.3),
        r"Ten labels, of which three are 1, and the simplest model, $p_i(\theta) = \theta$: the likelihood has its "
        r"maximum where the cross-entropy has its minimum.",
        r"Above, the likelihood with its maximum at 0.3; below, the cross-entropy with its minimum at 0.3.",
    ),
    Figure(
        "residual-losses",
        "regression",
        "losses.of_a_residual",
        (5.0, 2.9),
        r"The losses that five densities give to a residual $y_i - m_i$.",
        "Five curves with their minimum at 0: a parabola, two pairs of straight lines, a parabola that goes on as "
        "straight lines, and a curve that flattens out.",
    ),
    Figure(
        "tangent",
        "gibbs",
        "probabilities.tangent",
        (4.4, 2.9),
        r"The logarithm lies below its tangent at $x = 1$. The gap is all that Gibbs' inequality rests on.",
        "The logarithm, the straight line that touches it at 1, and the gap between them.",
    ),
    Figure(
        "mass",
        "continuous-bernoulli",
        "probabilities.mass",
        (4.4, 2.7),
        r"The integral of $p^t (1 - p)^{1 - t}$ over $[0, 1]$: nowhere is it the $1$ of a density, and at no $p$ "
        r"does it exceed $1/2$.",
        "A curve from 0 at p = 0 up to one half at p = 1/2 and down to 0 at p = 1, below a broken line at 1.",
    ),
    Figure(
        "separable",
        "separation",
        "weights.separable",
        (4.4, 2.7),
        r"Six labels and one feature. Where $v$ separates the labels, the loss falls to $0$ along $v$ and has no "
        "minimum; with one label changed it has one.",
        "One curve that falls to 0 without end, and one with a minimum that then rises.",
    ),
    Figure(
        "copies",
        "permutation",
        "weights.copies",
        (3.3, 3.1),
        r"The cross-entropy of five labels in the input weights of two hidden units: level lines. Exchanging the units "
        "mirrors the picture in the diagonal, so the two best points are copies of one another.",
        "Level lines that are mirrored in the diagonal, with two minima off it.",
    ),
    Figure(
        "above-the-chord",
        "nonconvex",
        "weights.line",
        (4.4, 2.7),
        r"The loss on the line through a point and its permuted copy, with logistic units, $a = 0$ and $r = 1$: "
        r"half-way it is $\log 2$, above the chord at $\log(4/3)$.",
        "A curve with a hump in the middle, above the level line that joins the two points.",
    ),
    Figure(
        "penalties",
        "penalty",
        "losses.penalties",
        (4.6, 2.5),
        r"Level lines of a sum of squares, whose minimum is marked +, and of the penalty through the most probable "
        r"weights. The corner of the lasso's penalty makes $w_1$ zero; that of ridge regression is round.",
        "Ellipses that touch a square on its corner on the left, and a circle on the right.",
    ),
)


def pictures(document: str) -> tuple[Picture, ...]:
    """The figures of a document, as the writers need them."""
    own = (figure for figure in FIGURES if figure.document == document)
    return tuple(Picture(f.name, f.caption, f.shows, f.svg.read_text(encoding="utf-8")) for f in own)
