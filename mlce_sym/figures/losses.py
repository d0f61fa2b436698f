"""Figures on losses and priors: the losses of a residual, and the penalties of ridge regression and the lasso."""

from __future__ import annotations

from typing import Any

from sympy import Abs, KroneckerDelta, symbols

from ..border.given import Definition
from ..derivations.models.setting import j, linear, w
from ..derivations.penalty import setting as penalty
from ..derivations.penalty.gaussian_likelihood import i, mu, residuals
from ..derivations.regression.absolute_error import asymmetric, laplace
from ..derivations.regression.huber import huber
from ..derivations.regression.setting import m, theta
from ..derivations.regression.squared_error import common
from ..derivations.regression.student import student
from ..families import data
from .style import BLUE, GREY, RED
from .values import curve, grid, surface

Heights = list[list[float]]

SOLID, DASHED, DOTTED, MIXED = "-", (0, (5, 2)), (0, (1, 1.4)), (0, (5, 2, 1, 2))
OF_A_RESIDUAL = (
    (common, "squared", "black", SOLID, (1.4, 3.06)),
    (laplace, "absolute", BLUE, SOLID, (3.1, 2.95)),
    (asymmetric, r"quantile, $\tau = 0.8$", BLUE, DASHED, (3.1, 2.28)),
    (huber, r"Huber, $\delta = 1$", RED, SOLID, (3.1, 2.55)),
    (student(), r"Student's $t$, $\nu = 3$", RED, DASHED, (3.1, 1.3)),
)


def of_a_residual(figure: Any) -> None:
    """The losses of one observation y = u with the mean 0."""
    axes, u = figure.subplots(), data("y")
    residual = grid(-3, 3, 240)
    for instance, name, colour, line, place in OF_A_RESIDUAL:
        zero = Definition(m(u.index, theta), 0 * theta)
        fixed = {"i": 1, "tau": 0.8, "delta": 1, "nu": 3, "s": 1, "theta": 0}
        losses = [curve(instance.of_each, theta, [0], (zero,), **{**fixed, "y": [x]})[0] for x in residual]
        axes.plot(residual, losses, color=colour, linestyle=line)
        axes.text(*place, name, color=colour, fontsize=9)
    axes.set(xlim=(-3, 3), ylim=(0, 3), xticks=[-2, 0, 2], yticks=[0, 1, 2, 3])
    axes.set(xlabel="residual $y_i - m_i$", ylabel=r"loss of one observation")


# Two weights, and three observations of two features.
THREE = {"x": ((1.0, 0.4), (0.5, 0.9), (-0.3, 0.8)), "y": (0.9, 1.7, 0.9), "n": 3, "d": 2, "theta": 0}
first, second, letter = symbols("first second letter")
TWO_WEIGHTS = (
    Definition(w(j, theta), first * KroneckerDelta(j, 1) + second * KroneckerDelta(j, 2)),
    Definition(mu(i, theta), linear),
    Definition(penalty.absolute(letter), Abs(letter)),
)
PLACES = grid(-1.25, 2, 65)


def penalties(figure: Any) -> None:
    """The level lines of the sum of squares, and that of the penalty through the most probable weights."""
    squares = surface(residuals, (first, second), PLACES, TWO_WEIGHTS, **THREE)
    sides = ((penalty.sizes, 1.6, "lasso", BLUE), (penalty.squares, 0.8, "ridge regression", RED))
    for axes, (size, weight, title, colour) in zip(figure.subplots(1, 2, sharey=True), sides, strict=True):
        sizes = surface(size, (first, second), PLACES, TWO_WEIGHTS, **THREE)
        up, across = _least(squares, sizes, weight)
        here, area = squares[up][across], sizes[up][across]
        axes.contourf(PLACES, PLACES, sizes, levels=[0, area], colors=[colour], alpha=0.12)
        axes.contour(PLACES, PLACES, sizes, levels=[area], colors=colour, linewidths=1.2)
        axes.contour(PLACES, PLACES, squares, levels=[here / 4, here, 3 * here], colors=GREY, linewidths=0.8)
        axes.axhline(0, color="black", linewidth=0.5)
        axes.axvline(0, color="black", linewidth=0.5)
        lowest = _least(squares, sizes, 0)
        axes.plot([PLACES[lowest[1]]], [PLACES[lowest[0]]], "+", color="black", markersize=6)
        axes.plot([PLACES[across]], [PLACES[up]], "o", color=colour, markersize=4)
        axes.set(aspect="equal", xticks=[], yticks=[], xlabel="$w_1$", title=title)
    figure.axes[0].set_ylabel("$w_2$", rotation=0, labelpad=8)


def _least(squares: Heights, sizes: Heights, weight: float) -> tuple[int, int]:
    """The row and the column where the sum of squares and the penalty are least."""
    places = ((up, across) for up in range(len(PLACES)) for across in range(len(PLACES)))
    return min(places, key=lambda at: squares[at[0]][at[1]] + weight * sizes[at[0]][at[1]])
