"""The notebooks of `examples/` are run again, and give what is committed; and they show no place and no time."""

import re

import pytest

from website.notebooks import executed, pages, paths

NOTEBOOKS = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)


@pytest.mark.notebooks
@NOTEBOOKS
def test_it_runs_and_gives_what_is_committed(path):
    pytest.importorskip("nbclient")
    assert executed(path) == path.read_text(encoding="utf-8"), "run `make examples`, and look at what changed"


@NOTEBOOKS
def test_it_has_no_place_no_time_and_no_traceback(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/(home|root|tmp|work)/|20\d\d-\d\d|Traceback|0x[0-9a-f]{6}", text)


def test_every_notebook_has_a_page_with_what_came_out():
    written = dict(pages())
    assert set(written) == {f"examples/{path.stem}.md" for path in paths()}
    assert "does not follow" in written["examples/student.md"]
    assert all(text.startswith("# ") and len(re.findall("^# ", text, re.M)) >= 1 for text in written.values())


def test_they_are_all_shown():
    assert set(paths()) == set(paths()[0].parent.glob("*.ipynb"))
