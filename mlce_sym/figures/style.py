"""How figures look, in print and on a screen: thin black and grey lines, two colours, the letters of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BLUE, RED, GREY = "#1a3380", "#b3372b", "#8a8a8a"
SETTINGS: Any = {
    **{"font.family": "serif", "font.serif": ["cmr10"], "mathtext.fontset": "cm", "font.size": 10},
    **{"axes.formatter.use_mathtext": True, "axes.spines.top": False, "axes.spines.right": False},
    **{"axes.linewidth": 0.6, "lines.linewidth": 1.3, "xtick.major.width": 0.6, "ytick.major.width": 0.6},
    **{"xtick.labelsize": 9, "ytick.labelsize": 9, "axes.titlesize": 10, "legend.frameon": False},
    **{"svg.hashsalt": "mlce", "svg.fonttype": "path", "pdf.fonttype": 3, "figure.constrained_layout.use": True},
}
DARK = "@media (prefers-color-scheme: dark) { svg { filter: invert(1) hue-rotate(180deg) } }"
UNDATED = {"svg": {"Date": None, "Creator": None}, "pdf": {"CreationDate": None, "Creator": None, "Producer": None}}

Drawing = Callable[[Any], None]


@contextmanager
def canvas(width: float, height: float) -> Iterator[Any]:
    """An empty figure of that size in inches. Raises ImportError where matplotlib is not installed."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"backend": "agg"}):
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        yield Figure(figsize=(width, height))


def save(draw: Drawing, width: float, height: float, *paths: Path) -> None:
    """The drawing as files of the paths' endings, svg or pdf: the same bytes at every run."""
    with canvas(width, height) as figure:
        draw(figure)
        for path in paths:
            figure.savefig(path, transparent=True, metadata=UNDATED[path.suffix.removeprefix(".")])
    for path in (path for path in paths if path.suffix == ".svg"):
        text = path.read_text(encoding="utf-8").replace("</style>", f"\n{DARK}</style>", 1)
        path.write_text("\n".join(map(str.rstrip, text.splitlines())) + "\n", encoding="utf-8")
