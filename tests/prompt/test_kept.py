"""Proofs that are kept are replayed, never believed."""

import json

import pytest
from sympy import log, symbols

from mlce_sym import assert_identity
from mlce_sym.prompt import assert_identity as module
from mlce_sym.prompt.kept import is_kept, key_of

a, b = symbols("a b")
RIGHT = (log(a * b), log(a) + log(b), [a > 0, b > 0])
WRONG = (log(a * b), log(a) + 2 * log(b), [a > 0, b > 0])


@pytest.fixture
def folder(tmp_path):
    assert_identity(*RIGHT, kept=tmp_path / "kept")
    return tmp_path / "kept"


def file_of(folder, asked):
    return folder / f"{key_of(*asked)}.json"


def test_the_second_time_nothing_is_searched(folder, monkeypatch):
    assert file_of(folder, RIGHT).is_file() and (folder / ".gitignore").is_file()
    monkeypatch.setattr(module, "judge", None)
    assert_identity(*RIGHT, kept=folder)
    with pytest.raises(TypeError, match="not callable"):
        assert_identity(*RIGHT)


def test_the_certificate_of_another_theorem_is_worth_nothing(folder):
    file_of(folder, WRONG).write_text(file_of(folder, RIGHT).read_text())
    assert not is_kept(key_of(*WRONG), folder)
    with pytest.raises(AssertionError, match="refuted"):
        assert_identity(*WRONG, kept=folder)


@pytest.mark.parametrize("given", [[], [a > 0], [a > 0, b >= 0], [a > 0, b > 0, a < 0]])
def test_what_is_given_is_part_of_what_is_asked(folder, given):
    asked = (*RIGHT[:2], given)
    assert key_of(*asked) != key_of(*RIGHT)
    file_of(folder, asked).write_text(file_of(folder, RIGHT).read_text())
    with pytest.raises(AssertionError):
        assert_identity(*asked, kept=folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["theorems"][-1].update(steps=[]),
        lambda data: data["theorems"][-1].update(hypotheses=[]),
        lambda data: data["theorems"][-1].update(rhs="a"),
        lambda data: data.update(theorems=[]),
        lambda data: data.clear(),
    ],
)
def test_a_certificate_that_was_changed_is_made_anew(folder, change):
    path = file_of(folder, RIGHT)
    data = json.loads(before := path.read_text())
    change(data)
    path.write_text(json.dumps(data))
    assert not is_kept(key_of(*RIGHT), folder)
    assert_identity(*RIGHT, kept=folder)
    assert path.read_text() == before


def test_what_no_theorem_can_say_has_no_key_and_a_place_where_nothing_can_be_written_keeps_nothing(tmp_path):
    assert key_of(a, 0.5 * a, []) == ""
    (tmp_path / "file").write_text("")
    assert_identity(*RIGHT, kept=tmp_path / "file")
