"""The second reader's doubts are said with the verdict, and decide nothing."""

import pytest

from mlce_sym.documents import checked
from mlce_sym.documents.checked import check_text
from mlce_sym.documents.verdict.second_reader import read_twice
from mlce_sym.documents.walking import Walk
from mlce_sym.reading.back.engine import Engine, NoReader

TEXT = "Let $0 < p < 1$. Then $$\\frac{p + 1}{2} = \\frac{p}{2} + \\frac{1}{2}.$$"


class Fake(Engine):
    """A reader that reads everything as one letter of it."""

    def read(self, texts):
        self.known.update((text, "a") for text in texts)
        return self.known


@pytest.fixture
def links(monkeypatch):
    monkeypatch.setattr(checked, "read_twice", lambda links: read_twice(links, Fake()))
    return check_text(TEXT, twice=True).links


def test_both_readings_are_said_and_the_verdict_stays(links):
    assert [link.verdict.status for link in links] == ["proved"]
    assert links[0].verdict.readings == (
        "p/2 + 1/2; by latex2sympy2 p",
        "(p + 1)/2; by latex2sympy2 p",
    )
    assert links[0].numbers == ()


def test_without_it_nothing_is_kept():
    assert [link.numbers for link in check_text(TEXT).links] == [()]
    assert not Walk.__dataclass_fields__["twice"].default


def test_without_latex2sympy2_there_is_one_clear_line(monkeypatch):
    monkeypatch.setattr("mlce_sym.reading.back.engine.installed", lambda: False)
    with pytest.raises(NoReader, match="pip install"):
        check_text(TEXT, twice=True)


@pytest.mark.slow
def test_where_both_agree_nothing_is_said():
    try:
        found = check_text(TEXT, twice=True)
    except NoReader:
        pytest.skip("latex2sympy2 is not installed")
    assert [link.verdict.readings for link in found.links] == [()]
