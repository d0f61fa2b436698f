"""Figures on the weights of a network and of a logistic regression: copies, the line between them, separable labels."""

from __future__ import annotations

from typing import Any

from sympy import KroneckerDelta, symbols, tanh

from ..border.given import Definition
from ..derivations.bernoulli import setting as bernoulli
from ..derivations.logistic import setting as logistic
from ..derivations.models import setting as models
from ..derivations.nonconvex import setting as nonconvex
from .style import BLUE, GREY, RED
from .values import curve, grid, surface


def line(figure: Any) -> None:
    """The loss on the line through a point and its permuted copy, above the chord."""
    axes, t = figure.subplots(), nonconvex.t
    activation = Definition(models.phi(models.z), models.sigma(models.z))
    known = (activation, *nonconvex.not_constant().definitions)
    points, given = grid(-1.5, 1.5, 150), {"a": 0, "r": 1}
    axes.plot(points, curve(nonconvex.g(t), t, points, known, **given), color=BLUE)
    low, high = curve(nonconvex.g(t), t, [1, 0], known, **given)
    axes.plot([-1, 1], [low, low], color=RED, linewidth=0.9)
    axes.plot([-1, 1], [low, low], "o", color=RED, markersize=4)
    axes.plot([0], [high], "o", color=BLUE, markersize=4)
    axes.set(xlim=(-1.5, 1.5), ylim=(0, 0.8), xlabel="$t$", ylabel=r"$g(t)$")
    axes.set_xticks([-1, 0, 1], labels=["$-1$\ncopy", "$0$\nhalf-way", "$1$\npoint"])
    axes.set_yticks([0, low, high], labels=["$0$", r"$\log(4/3)$", r"$\log 2$"])


# Five labels, and two units of the activation tanh(z + 1), both of output weight 2.
FIVE = {"x": [[x] for x in (-2, -1, 0, 1, 2)], "y": [0, 1, 1, 1, 0], "n": 5, "m": 2, "d": 1, "theta": 0}
first, second = symbols("first second")
TWO_UNITS = (
    Definition(models.u(models.h, models.j, bernoulli.theta), first + KroneckerDelta(models.h, 2) * (second - first)),
    Definition(models.v(models.h, bernoulli.theta), 2 + 0 * models.h),
    Definition(models.phi(models.z), tanh(models.z + 1)),
)


def copies(figure: Any) -> None:
    """Level lines of the cross-entropy in the input weights of two units: mirrored in the diagonal."""
    axes, weights = figure.subplots(), grid(-3, 3, 60)
    known = (*TWO_UNITS, *models.given(models.network).definitions)
    heights = surface(bernoulli.CE(bernoulli.theta), (first, second), weights, known, **FIVE)
    least = min(min(row) for row in heights)
    shades = [least + 0.02 * 1.55**k for k in range(12)]
    axes.contour(weights, weights, heights, levels=shades, colors=GREY, linewidths=0.7)
    axes.plot([-3, 3], [-3, 3], color="black", linewidth=0.5, linestyle=(0, (4, 3)))
    best, other = next(
        (weights[k], y) for y, row in zip(weights, heights, strict=True) for k in range(61) if row[k] == least
    )
    axes.plot([best], [other], "o", color=RED, markersize=4)
    axes.plot([other], [best], "o", color=BLUE, markersize=4)
    axes.set(aspect="equal", xlim=(-3, 3), ylim=(-3, 3), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    axes.set(xlabel="$u_1$", ylabel="$u_2$")


# Six observations of one feature; without the last label the direction v = 1 separates them.
FEATURES = [[x] for x in (-2, -1.2, -0.5, 0.4, 1, 1.8)]
APART, MIXED = [0, 0, 0, 1, 1, 1], [0, 1, 0, 1, 1, 1]


def separable(figure: Any) -> None:
    """The loss in the direction v: for separable labels it falls to 0, with one label changed it has a minimum."""
    axes, t, points = figure.subplots(), logistic.t, grid(-1, 8, 180)
    for labels, colour, name, place in (
        (APART, BLUE, "separable", (7.9, 0.4)),
        (MIXED, RED, "one label changed", (5.6, 8)),
    ):
        given = {"x": FEATURES, "y": labels, "n": 6, "d": 1, "w": [0], "v": [1]}
        losses = curve(logistic.ell(t), t, points, logistic.on_a_line.definitions, **given)
        axes.plot(points, losses, color=colour)
        least = min(range(len(points)), key=losses.__getitem__)
        if least < len(points) - 1:
            axes.plot([points[least]], [losses[least]], "o", color=colour, markersize=4)
        axes.text(*place, name, color=colour, ha="right")
    axes.set(xlim=(-1, 8), ylim=(0, 10), xticks=[0, 4, 8], yticks=[0, 5, 10], xlabel="$t$", ylabel=r"$\ell(w + t v)$")
