"""latex2sympy2 in its own process: errors, hangs and crashes of it concern one text only."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlce_sym.reading.back import engine as module
from mlce_sym.reading.back.engine import Engine, NoReader
from mlce_sym.reading.signs.tree import Unread

FAKE = """
import json, sys, time
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    if "slow" in line:
        time.sleep(60)
    if "crash" in line:
        sys.exit(3)
    print(json.dumps({"term": "a"}), flush=True)
"""


@pytest.mark.slow
def test_a_bad_text_spoils_no_other(engine: Engine) -> None:
    known = engine.read(["(a + b)", r"(a + \frac{b})", "(a - c)", "(a", r"(\log(a))", "(a)"])
    assert known["(a + b)"] == ["Add", "a", "b"] and known["(a - c)"] == ["Add", "a", ["Mul", -1, "c"]]
    assert known["(a)"] == "a"
    assert all(isinstance(known[text], Unread) for text in (r"(a + \frac{b})", "(a", r"(\log(a))"))


@pytest.mark.slow
def test_nothing_is_evaluated(engine: Engine) -> None:
    texts = [r"(\sum_{a=1}^{3} (a))", "(2 \\cdot 3 + a - a)", r"(\ln(1))", "((a)^{0})", r"(\sqrt{4})"]
    known = engine.read(texts)
    assert [known[text] for text in texts] == [
        ["Sum", "a", ["Range", 1, 3], "a"],
        ["Add", ["Mul", 2, 3], "a", ["Mul", -1, "a"]],
        ["log", 1],
        ["Pow", "a", 0],
        ["Pow", 4, ["Rational", 1, 2]],
    ]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    worker = tmp_path / "fake.py"
    worker.write_text(FAKE)
    monkeypatch.setattr(module, "WORKER", worker)
    monkeypatch.setattr(module, "installed", lambda: True)
    return worker


@pytest.mark.parametrize(("bad", "words"), [("slow", "took too long"), ("crash", "stopped")])
def test_a_hang_or_a_crash_costs_one_text(fake: Path, bad: str, words: str) -> None:
    known = Engine(seconds=1).read(["one", bad, "two"])
    assert known["one"] == known["two"] == "a"
    assert words in str(known[bad])


def test_a_process_that_does_not_start(fake: Path) -> None:
    fake.write_text("import sys; sys.exit(1)")
    with pytest.raises(NoReader, match="when it was started"):
        Engine().read(["(a)"])
