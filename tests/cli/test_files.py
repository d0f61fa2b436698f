"""Files are written whole or not at all; what cannot be read or written is said in one line."""

import io
import os
import sys
from pathlib import Path

import pytest

from mlce_sym.certificate.reading import LARGEST
from mlce_sym.cli import files


def test_the_target_is_a_file_or_a_name_in_a_folder(tmp_path):
    assert files.target(None, "a.tex", default=False) is None
    assert files.target(None, "a.tex", default=True) == Path("a.tex")
    assert files.target(tmp_path, "a.tex", default=False) == tmp_path / "a.tex"
    assert files.target(Path("new/"), "a.tex", default=False) == Path("new/a.tex")
    assert files.target(Path("b.tex"), "a.tex", default=False) == Path("b.tex")


def test_writing_makes_folders_and_leaves_nothing_else_behind(tmp_path):
    path = tmp_path / "deep" / "er" / "a.txt"
    files.write(path, "old\n")
    files.write(path, "σ\n")
    assert path.read_text(encoding="utf-8") == "σ\n"
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]
    umask = os.umask(0)
    os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_what_cannot_be_written_is_left_as_it_was(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(files.Trouble, match=r"cannot be written .*choose another place with -o"):
        files.write(tmp_path / "file" / "a.txt", "text")
    with pytest.raises(files.Trouble, match="cannot be written"):
        files.write(folder, "text")
    assert not list(folder.iterdir()) and sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


def test_a_certificate_is_read_or_what_is_wrong_is_named(tmp_path, monkeypatch):
    path = tmp_path / "c.json"
    path.write_text('{"a": [1, 2]}')
    assert files.certificate_of(path) == {"a": [1, 2]}
    path.write_text('{"a": [1,\n  2,]}')
    with pytest.raises(files.Trouble, match=r"c\.json: is not JSON: .* \(line 2, column \d+\)"):
        files.certificate_of(path)
    path.write_bytes(b'{"a": "\xff"}')
    with pytest.raises(files.Trouble, match="is not UTF-8"):
        files.certificate_of(path)
    with pytest.raises(files.Trouble, match="cannot be read"):
        files.certificate_of(tmp_path / "missing.json")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"a": 3}')))
    assert files.certificate_of(Path("-")) == {"a": 3}


def test_no_more_is_read_than_a_certificate_may_have(tmp_path, monkeypatch):
    path = tmp_path / "c.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(files.Trouble, match="is larger than 16 MiB"):
        files.certificate_of(path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" " * (LARGEST + 1))))
    with pytest.raises(files.Trouble, match="-: is larger than 16 MiB"):
        files.certificate_of(Path("-"))


def test_without_a_tex_engine_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no PDF, for none of latexmk, pdflatex, tectonic is installed" in files.typeset(tmp_path / "a.tex")
