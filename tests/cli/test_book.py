"""`make book`: book.tex and book.pdf in a folder, or one line that says why not."""

import pytest

from mlce_sym.cli import book, files
from tests.proved import proved


def small(monkeypatch):
    monkeypatch.setattr(book, "NAMES", ("gibbs", "soft-labels"))


@pytest.mark.slow
def test_it_writes_the_book_and_its_pdf(tmp_path, monkeypatch, capsys):
    small(monkeypatch)
    monkeypatch.setattr(files, "typeset", lambda path, *beside: f"{path.with_suffix('.pdf')}: made")
    assert book.main(tmp_path / "new") == 0
    path = tmp_path / "new" / "book.tex"
    assert path.read_text(encoding="utf-8") == book.book([proved("gibbs"), proved("soft-labels")])
    assert capsys.readouterr().out == f"{path}: 2 chapters\n{path.with_suffix('.pdf')}: made\n"


@pytest.mark.slow
def test_what_cannot_be_written_is_said_in_one_line(tmp_path, monkeypatch, capsys):
    small(monkeypatch)
    (tmp_path / "file").write_text("x")
    assert book.main(tmp_path / "file") == 2
    said = capsys.readouterr()
    assert not said.out and said.err.startswith("mlce: ") and said.err.count("\n") == 1


@pytest.mark.slow
def test_the_title_page_says_how_it_was_checked():
    text = book.book(map(proved, ("gibbs", "soft-labels")))
    assert (
        "Every proof has been replayed from its certificate, and both sides of every step have been evaluated" in text
    )
    assert "2 chapters, " in text
