"""What is committed and generated is up to date."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from . import generated


@cache
def files() -> Mapping[Path, str]:
    return {**dict(generated.rule_files()), **dict(generated.document_files())}


@pytest.mark.slow
def test_it_is_not_stale() -> None:
    stale = [path for path, text in files().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    command = "make rules" if {*stale} & {*dict(generated.rule_files())} else "make output"
    names = ", ".join(path.name for path in stale)
    assert not stale, f"stale: {names}; run `{command}`, look at it, and commit it"


@pytest.mark.slow
def test_output_holds_nothing_else() -> None:
    expected = {path for path in files() if path.parent.name == "output"}
    assert {path for path in (generated.ROOT / "output").iterdir() if path.suffix in (".tex", ".md")} == expected
