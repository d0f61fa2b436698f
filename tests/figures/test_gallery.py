"""The figures are drawn anew, and are what is committed; and they stand where they belong."""

import re

import pytest
from mlce_sym.derivations import NAMES

from mlce_sym import prove
from mlce_sym.figures.gallery import DRAWN, FIGURES, pictures
from mlce_sym.writers.pictures import in_latex
from mlce_sym.writers.prose import plain

DRAWN_WITH = "3.11"  # matplotlib; with another one a curve may be parted elsewhere
NAMED = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)


@pytest.mark.slow
@NAMED
def test_it_is_drawn_as_it_is_committed_to_the_byte(figure, tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    from mlce_sym.figures.__main__ import draw

    draw(figure, tmp_path)
    if not matplotlib.__version__.startswith(DRAWN_WITH):
        pytest.skip(f"the committed figures are drawn with matplotlib {DRAWN_WITH}")
    for path in (figure.svg, figure.pdf):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), f"run `make figures`, and look at {path.name}"


@NAMED
def test_it_says_what_is_seen_and_has_no_date_nor_script(figure):
    assert figure.document in NAMES
    assert figure.caption.endswith(".") and figure.shows.endswith(".") and "$" not in figure.shows
    assert "\\" not in plain(figure.caption)
    text = figure.svg.read_text(encoding="utf-8")
    assert not re.search(r"20\d\d-|<script|<dc:date|href=\"http", text)
    assert b"CreationDate" not in figure.pdf.read_bytes()


def test_nothing_else_is_kept():
    assert {path.name for path in DRAWN.iterdir()} == {path.name for f in FIGURES for path in (f.svg, f.pdf)}


def test_a_page_has_its_figure_within_it():
    page = prove("gibbs").write("html")
    (figure,) = re.findall(r"<figure id=\"tangent\">(.*?)</figure>", page, re.S)
    assert figure.startswith('<img src="data:image/svg+xml;base64,') and "<figcaption>The logarithm" in figure


def test_the_book_reads_the_file():
    (picture,) = pictures("gibbs")
    assert in_latex(picture).startswith(r"\drawing{tangent}{The logarithm lies below its tangent at $x = 1$")
