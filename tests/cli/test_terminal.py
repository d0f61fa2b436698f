"""What a person meets at a terminal: its width, colours, names at the Tab key, and what they may search for."""

import os

import pytest
from click.testing import CliRunner

from mlce_sym.cli import main, waiting
from mlce_sym.cli.colour import coloured
from mlce_sym.cli.completion import documents, families
from mlce_sym.cli.files import columns


def run(*arguments, **environment):
    return CliRunner().invoke(main, arguments, env={"COLUMNS": None, **environment})


def longest(text):
    return max(map(len, text.splitlines()))


def test_text_is_as_wide_as_the_terminal_and_else_always_the_same():
    narrow, wide = (run("prove", "bernoulli/log-likelihood", COLUMNS=width).output for width in ("70", "130"))
    assert longest(narrow) <= 75 < 80 < longest(wide) <= 130
    plain = run("prove", "bernoulli/log-likelihood").output
    assert plain == run("prove", "bernoulli/log-likelihood", COLUMNS="100").output


def test_a_file_does_not_depend_on_the_terminal(tmp_path, monkeypatch):
    monkeypatch.setitem(os.environ, "COLUMNS", "60")
    assert (columns(tmp_path / "x.txt"), columns(None)) == (100, 60)


@pytest.mark.parametrize(
    "text, start",
    [
        ("a.tex:1:2: proved, where x > 0", "a.tex:1:2: \x1b[32mproved\x1b[0m, where"),
        ("a.tex:1:2: refuted: 1", "a.tex:1:2: \x1b[31mrefuted\x1b[0m: 1"),
        ("unknown: why", "\x1b[33munknown\x1b[0m: why"),
        ("a.tex:7:1: does not follow: x", "a.tex:7:1: \x1b[31mdoes not follow\x1b[0m: x"),
        ("a.tex:1:2: definition", "a.tex:1:2: definition"),
        ("  | $x = proved$", "  | $x = proved$"),
        ("2 links: 1 proved, 1 refuted", "2 links: 1 proved, 1 refuted"),
    ],
)
def test_verdicts_have_colours(text, start, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert coloured(text).startswith(start)
    monkeypatch.setenv("NO_COLOR", "1")
    assert coloured(text) == text


def test_no_colour_goes_into_a_file_or_a_pipe():
    assert "\x1b" not in run("judge", "1 + 1 = 3").output


def test_names_are_completed():
    assert documents(None, None, "log") == ["logistic"]
    assert "logistic/convex" in documents(None, None, "logistic/")
    assert documents(None, None, "none/") == []
    assert "poisson" in families(None, None, "poi") and "mse" in families(None, None, "ms")


def test_rules_can_be_searched():
    found = run("rules", "log of").output
    assert found.startswith("log of a product\n") and "derivative" not in found
    assert run("rules", "log_of_product").output.startswith("log of a product\n")
    missing = run("rules", "logg")
    assert missing.exit_code == 2 and "did you mean log?" in missing.output


class Clock:
    """An event that is set after so many seconds, without waiting for them."""

    def __init__(self, seconds):
        self.left = seconds

    def wait(self, seconds):
        self.left -= seconds
        return self.left < 0


@pytest.mark.parametrize("seconds, shown", [(1, ""), (3, "\rdone … 2 s\rdone … 3 s\r")])
def test_what_takes_long_counts_its_seconds_and_goes_away(seconds, shown, capsys):
    waiting._count("done", Clock(seconds))
    assert capsys.readouterr().err == shown


def test_nothing_is_counted_where_there_is_no_terminal(capsys, monkeypatch):
    monkeypatch.setattr(waiting, "Thread", None)
    with waiting.waiting("done"):
        pass
    assert capsys.readouterr().err == ""
