"""`python -m mlce_sym.figures`: draw all figures, or those whose names are given."""

import sys
from importlib import import_module
from pathlib import Path

from .gallery import DRAWN, FIGURES, Figure
from .style import save


def draw(figure: Figure, folder: Path) -> None:
    """The two files of a figure in a folder."""
    module, _, function = figure.drawing.partition(".")
    drawing = getattr(import_module(f".{module}", __package__), function)
    save(drawing, *figure.size, *(folder / path.name for path in (figure.svg, figure.pdf)))


if __name__ == "__main__":
    for figure in FIGURES:
        if figure.name in (sys.argv[1:] or figure.name):
            draw(figure, DRAWN)
            print(figure.svg.name, figure.pdf.name)
