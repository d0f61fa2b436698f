r"""Figures on probabilities: one optimum, the tangent of the logarithm, and the mass of $p^t (1 - p)^{1 - t}$."""

from __future__ import annotations

from typing import Any

from sympy import log

from ..border.given import Definition
from ..derivations.bernoulli import setting as bernoulli
from ..derivations.continuous_bernoulli import setting as continuous
from ..derivations.gibbs.setting import above
from ..derivations.models.setting import z
from .style import BLUE, GREY, RED
from .values import curve, grid, inside

LABELS = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0]


def one_optimum(figure: Any) -> None:
    """The likelihood above, the cross-entropy below, of ten labels of which three are 1."""
    theta, model = bernoulli.theta, Definition(bernoulli.p_i, bernoulli.theta)
    thetas, known = inside(0, 1, 200), (model, *bernoulli.DEFINITIONS)
    given = {"y": LABELS, "n": len(LABELS)}
    upper, lower = figure.subplots(2, sharex=True)
    likelihood = curve(bernoulli.L(theta), theta, thetas, known, **given)
    cross_entropy = curve(bernoulli.CE(theta), theta, thetas, known, **given)
    upper.plot(thetas, [value / max(likelihood) for value in likelihood], color=BLUE)
    lower.plot(thetas, cross_entropy, color=RED)
    mean = sum(LABELS) / len(LABELS)
    for axes in (upper, lower):
        axes.axvline(mean, color=GREY, linewidth=0.8, linestyle=(0, (4, 3)))
    upper.set(ylim=(0, 1.12), yticks=[0, 1], ylabel=r"$L(\theta) \,/\, L(\bar y)$")
    lower.set(ylim=(0.4, 2.4), yticks=[1, 2], ylabel=r"$\mathrm{CE}(\theta)$", xlim=(0, 1), xlabel=r"$\theta$")
    lower.set_xticks([0, mean, 1], labels=["$0$", r"$\bar y = 0.3$", "$1$"])
    upper.plot([mean], [1], "o", color=BLUE, markersize=4)
    lower.plot([mean], [min(cross_entropy)], "o", color=RED, markersize=4)


def tangent(figure: Any) -> None:
    """The logarithm below its tangent at 1, and the gap between them at one place."""
    axes, places, at = figure.subplots(), grid(0.05, 3.2, 200), 2.4
    logarithm = curve(log(z), z, places)
    line = [height + gap for height, gap in zip(logarithm, curve(above(z), z, places), strict=True)]
    axes.plot(places, line, color=GREY)
    axes.plot(places, logarithm, color=BLUE)
    bottom, gap = curve(log(z), z, [at])[0], curve(above(z), z, [at])[0]
    axes.annotate(
        "", (at, bottom), (at, bottom + gap), arrowprops={"arrowstyle": "<->", "linewidth": 0.7, "color": RED}
    )
    axes.text(at + 0.15, bottom - 0.25, r"$x - 1 - \log x$", color=RED, ha="center", va="top")
    axes.text(1.72, 0.95, "$x - 1$", color="#555555", ha="right")
    axes.text(0.42, -1.35, r"$\log x$", color=BLUE)
    axes.axhline(0, color="black", linewidth=0.5)
    axes.plot([1], [0], "o", color="black", markersize=3)
    axes.set(xlim=(0, 3.2), ylim=(-2, 2.2), xticks=[0, 1, 2, 3], yticks=[-1, 0, 1, 2], xlabel="$x$")


def mass(figure: Any) -> None:
    """The integral of the Bernoulli formula over [0, 1], far below the 1 of a density."""
    axes, p = figure.subplots(), continuous.p
    points = [x for x in inside(0, 1, 200) if x != continuous.half]
    total = (2 * p - 1) / continuous.logit(p)
    axes.axhline(1, color=GREY, linewidth=0.8, linestyle=(0, (4, 3)))
    axes.text(0.02, 0.97, "the integral of a density", color="#555555", va="top")
    axes.plot([0, *points, 1], [0, *curve(total, p, points, continuous.of_one), 0], color=BLUE)
    axes.plot([0.5], [0.5], "o", color=BLUE, markersize=4)
    axes.set(xlim=(0, 1), ylim=(0, 1.08), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1], xlabel="$p$")
    axes.set_ylabel(r"$\int_0^1 p^t (1 - p)^{1 - t}\, dt$")
