"""What is committed and generated is up to date."""

from pathlib import Path

import pytest

from . import generated

RULES = dict(generated.rule_files())
FILES = {**RULES, **dict(generated.document_files())}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_not_stale(path: Path) -> None:
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    command = "make rules" if path in RULES else "make output"
    assert committed == FILES[path], f"{path.name} is stale: run `{command}`, look at it, and commit it"


def test_output_holds_nothing_else() -> None:
    expected = {path for path in FILES if path.parent.name == "output"}
    assert {path for path in (generated.ROOT / "output").iterdir() if path.suffix in (".tex", ".md")} == expected
