"""The README's promises: what it opens with, and its example of a test. Its prompt sessions run as doctests."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import mlce_sym
from mlce_sym.cli import main

from . import generated

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_it_opens_with_the_two_commands() -> None:
    opening = README.partition("\n## ")[0]
    assert re.search(r"^make proof ", opening, re.M) and re.search(r"^make test ", opening, re.M)
    assert re.findall(r"!\[.*?\]\((.*?)\)", README) == ["mlce_sym/figures/drawn/one-optimum.svg"]  # and no badges


def commands() -> list[str]:
    """Every command line of `mlce` that it shows, without what it says of it."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.M | re.S)
    return [
        line.removeprefix("$ ") for block in blocks for line in block.splitlines() if re.match(r"(\$ )?mlce ", line)
    ]


@pytest.mark.parametrize("line", commands())
def test_its_commands_and_their_options_are_there(line: str) -> None:
    _, name, *arguments = shlex.split(line, comments=True)
    chosen = [argument if argument.startswith("-") else argument.partition("|")[0] for argument in arguments]
    main.commands[name].make_context(name, [one for one in chosen if one != "or"])


@pytest.mark.slow
def test_its_example_of_a_test_passes_and_a_wrong_sign_in_it_fails(tmp_path: Path) -> None:
    example = next(block for block in re.findall(r"```python\n(.*?)```", README, re.S) if "def test_" in block)
    for name, text, status in (("right", example, 0), ("wrong", example.replace("-n * cross", "n * cross"), 1)):
        (tmp_path / f"test_{name}.py").write_text(text)
        command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"test_{name}.py")
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout
    assert "refuted: the values differ" in done.stdout


def test_the_loss_that_is_shown_is_what_comes_out():
    shown = README.partition("$ mlce loss poisson\n")[2].partition("```")[0]
    assert shown == str(mlce_sym.loss("poisson"))


def test_its_table_of_documents_is_what_the_book_has():
    missing = [row for row in generated.contents().splitlines() if row not in README.splitlines()]
    assert missing == [], "run `make output`"
    assert generated.contents() in README, "the table has a row too many, or another order: run `make output`"
