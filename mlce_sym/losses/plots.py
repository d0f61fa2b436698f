"""A loss as a picture: the loss of one observation, its slope, and the log-likelihood of a sample with its estimate.

Matplotlib is an extra (`pip install 'mlce-sym[plot]'`), and is imported here alone. The same loss gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sympy import Expr, Float, S, Symbol, expand_mul

from ..border.binding import in_sympys_nodes
from ..evidence import Undecided
from ..families.family import Named
from ..terms.errors import NoSuchName
from .code import Code, code_of
from .derived import Derived
from .functions import functions
from .points import at_sample, observations, others, sample, span, support_at
from .positive import where_positive
from .report import as_latex
from .setting import Setting
from .split import Parts

POINTS, INCHES, LARGEST = 400, (10.5, 3.3), 1e6
STYLE: Any = {
    **{"svg.hashsalt": "mlce", "svg.fonttype": "path", "font.size": 9, "font.family": "DejaVu Sans"},
    **{"axes.spines.top": False, "axes.spines.right": False, "axes.grid": True, "grid.alpha": 0.25},
}
SUFFIXES = ("svg", "png", "pdf")


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a loss: it depends on the first parameter, the others have values."""

    found: Derived

    @property
    def moving(self) -> Named:
        return self.found.family.parameters[0]

    @cached_property
    def fixed(self) -> dict[Symbol, Expr]:
        return others(self.found.family, self.moving)

    @cached_property
    def code(self) -> Code:
        return code_of(self.found.family)

    @cached_property
    def module(self) -> Any:
        return functions(self.code.module("python"), "drawn")

    @property
    def in_residual(self) -> bool:
        """Whether the loss depends on y − μ alone, as it does where both are any real numbers and it says so."""
        support, family = self.support, self.found.family
        if support != S.Reals or self.moving.domain != S.Reals:
            return False
        y, mu, shift = family.data.symbol, self.moving.symbol, Symbol("shift")
        moved = family.density.xreplace({y: y + shift, mu: mu + shift})
        return bool(expand_mul(moved - family.density) == 0)

    @cached_property
    def support(self) -> Any:
        return support_at(self.found.family, self.fixed)

    def value(self, what: str, y: float, point: float) -> float:
        """That of the loss, or its slope; not a number where there is none."""
        numbers = {self.found.family.data.symbol: y, self.moving.symbol: point, **self.fixed}
        try:
            found = getattr(self.module, what)(**{self.code.names[s]: _float(v) for s, v in numbers.items()})
        except (ArithmeticError, ValueError):
            return float("nan")
        return float(found[0] if isinstance(found, tuple) else found)

    @cached_property
    def grid(self) -> list[float]:
        low, high = span(self.moving.domain)
        return [low + (high - low) * place / (POINTS - 1) for place in range(POINTS)]

    def likelihood(self, point: float) -> float:
        """log L of the sample: −factor · loss − constant of each."""
        return -sum(self.factor * self.value("loss", y, point) + constant for y, constant in self.constants)

    @cached_property
    def parts(self) -> Parts:
        return Setting(where_positive(self.found.family)).parts

    @cached_property
    def factor(self) -> float:
        return float(in_sympys_nodes(self.parts.factor).xreplace(self.fixed))

    @cached_property
    def constants(self) -> list[tuple[float, float]]:
        """The observations of the sample, each with what is dropped of −log f."""
        dropped, y = in_sympys_nodes(self.parts.constant).xreplace(self.fixed), self.found.family.data.symbol
        return [(one, float(dropped.xreplace({y: Float(one)}))) for one in self.sample]

    @cached_property
    def sample(self) -> tuple[float, ...]:
        return sample(self.support)

    @cached_property
    def estimate(self) -> float | None:
        """That of the sample, where the derived one can be computed for it."""
        claim = self.found.estimates.get(self.moving.symbol)
        if claim is None:
            return None
        return at_sample(claim, self.found.family.data.symbol.name, self.sample, self.fixed)


def _float(value: Any) -> float:
    return float(value)


def figure(found: Derived) -> Any:
    """A figure with three panels. Raises NoSuchName where Matplotlib is not installed, or nothing can be drawn."""
    drawn = _checked(found)
    with _context():
        from matplotlib.figure import Figure

        made = Figure(figsize=INCHES, layout="constrained")
        axes = made.subplots(1, 3)
        p = as_latex(found, drawn.moving.entry)
        _curves(axes[0], drawn, "loss", rf"loss $\ell({p})$")
        _curves(axes[1], drawn, "gradient", rf"$\partial \ell/\partial {p}$")
        _sample(axes[2], drawn, p)
        title = found.family.title
        values = ", ".join(f"${as_latex(found, s)} = {v}$" for s, v in drawn.fixed.items())
        made.suptitle(f"{title}{f' ({values})' if values else ''}", fontsize=10)
        return made


def _checked(found: Derived) -> Drawn:
    named = found.family.parameters[0].symbol
    if not isinstance(named, Symbol):
        raise NoSuchName(f"{found.family.title}: losses of vectors are not drawn")
    drawn = Drawn(found)
    try:
        drawn.module, drawn.sample  # noqa: B018
    except Undecided as reason:
        raise NoSuchName(f"there is no picture: {reason}") from None
    return drawn


def _context() -> Any:
    try:
        from matplotlib import rc_context
    except ImportError:
        raise NoSuchName("Matplotlib is not installed: pip install 'mlce-sym[plot]'") from None
    return rc_context(STYLE)


def _curves(axes: Any, drawn: Drawn, what: str, title: str) -> None:
    """One curve for each of a few observations."""
    y = as_latex(drawn.found, drawn.found.family.data.symbol)
    p = as_latex(drawn.found, drawn.moving.entry)
    for one in observations(drawn.support):
        values = [drawn.value(what, one, point) for point in drawn.grid]
        if drawn.in_residual:
            axes.plot([one - point for point in drawn.grid], values)
        else:
            axes.plot(drawn.grid, values, label=f"${y} = {one:g}$")
    axes.set_xlabel(f"residual ${y} - {p}$" if drawn.in_residual else f"${p}$")
    axes.set_title(title, fontsize=9)
    _bounded(axes)
    if not drawn.in_residual:
        axes.legend(fontsize=7)


def _sample(axes: Any, drawn: Drawn, p: str) -> None:
    axes.plot(drawn.grid, [drawn.likelihood(point) for point in drawn.grid], color="black")
    estimate = drawn.estimate
    if estimate is not None and drawn.grid[0] <= estimate <= drawn.grid[-1]:
        axes.plot([estimate], [drawn.likelihood(estimate)], "o", color="C3", label=rf"$\hat{{{p}}} = {estimate:.4g}$")
        axes.legend(fontsize=7)
    axes.set_xlabel(f"${p}$")
    axes.set_title(f"log-likelihood of {', '.join(f'{y:g}' for y in drawn.sample)}", fontsize=9)
    _bounded(axes)


def _bounded(axes: Any) -> None:
    """Without the steep parts near the ends of a domain, which would flatten the rest."""
    values = sorted(v for line in axes.lines for v in line.get_ydata() if abs(v) < LARGEST)
    if not values:
        return
    low, high = values[len(values) // 20], values[-1 - len(values) // 20]
    room = 0.35 * (high - low) or 1.0
    axes.set_ylim(max(low - room, values[0] - 0.05 * room), min(high + room, values[-1] + 0.05 * room))


def save(found: Derived, path: Path) -> None:
    """The picture as a file, of the kind that its name says."""
    kind = path.suffix.removeprefix(".")
    if kind not in SUFFIXES:
        raise NoSuchName(f"{path}: a picture is written as {', '.join(f'.{one}' for one in SUFFIXES)}")
    with _context():
        own = {"svg": {"Date": None, "Creator": None}, "pdf": {"CreationDate": None, "Creator": None, "Producer": None}}
        figure(found).savefig(path, format=kind, dpi=150, metadata=own.get(kind, {"Software": None}))
