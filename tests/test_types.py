"""The types say something: mypy, with the project's settings, finds an argument of the wrong kind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STUBS = ROOT / "typings" / "sympy" / "__init__.pyi"

# Each line with the code of the error that mypy must find in it, or "" where there is nothing to find.
PLANTED = [
    ("reflexivity(Given(), x)", ""),
    ('reflexivity(Given(), "x")', "arg-type"),
    ("Given((Lt(0, x),))", ""),
    ("Given(x)", "arg-type"),
    ("holds(Given(), Lt(0, x))", ""),
    ("holds(x, Lt(0, x))", "arg-type"),
    ('holds(Given(), "0 < x")', "arg-type"),
    ("log(x) + IndexRange(1, x)", "operator"),
    ("log(x).limits", "attr-defined"),
    ("Sum(x, (x, 1, 3)).limits", ""),
    ('prove("gibbs", seconds="10")', "arg-type"),
    ('loss("poisson").estmates', "attr-defined"),
    ("judge(x, x).status + 1", "operator"),
]
HEAD = """from sympy import Sum, Symbol, log

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Lt
from mlce_sym.prompt.judge import judge
from mlce_sym.prompt.loss import loss
from mlce_sym.prompt.prove import prove
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.logic import holds

x = Symbol("x")
"""
FOUND = re.compile(r"^[^:\n]*planted\.py:(\d+): error: .*\[([a-z-]+)\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What mypy finds in a file with these lines, by their number."""
    pytest.importorskip("mypy")
    file = tmp_path_factory.mktemp("types") / "planted.py"
    file.write_text(HEAD + "".join(f"{line}\n" for line, _ in PLANTED), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    first = HEAD.count("\n") + 1
    return {int(line) - first: code for line, code in FOUND.findall(done.stdout)}


@pytest.mark.parametrize("number", range(len(PLANTED)), ids=[line for line, _ in PLANTED])
def test_mypy_finds_what_is_of_the_wrong_kind(found, number):
    assert found.get(number, "") == PLANTED[number][1]


def test_what_the_stubs_say_is_there():
    sympy = pytest.importorskip("sympy")
    text = STUBS.read_text(encoding="utf-8")
    said = re.findall(r"^(?:class|def) ([A-Za-z]\w*)|^([A-Za-z]\w*)(?:: | = )", text, re.MULTILINE)
    missing = {name for pair in said for name in pair if name and not hasattr(sympy, name)}
    assert missing == {"Boolean", "Relational", "Truth", "Value"}  # two are in submodules, two are aliases
