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
    # Terms of the trusted core: a number, a name, or a head and parts.
    ('known.sign(assumed((), ()), ("Add", "x", 1))', ""),
    ("known.sign(assumed((), ()), x)", "arg-type"),
    ('free(("Sum", "i", ("Range", 1, "n"), "i"))', ""),
    ('free(("Lambda", ("a", "b"), "a"))', ""),
    *((f"free({wrong})", "arg-type") for wrong in ("x", "None", "['Add', 1, 2]", "{}", "Fraction(1, 2)", "1.5")),
    ('free(("log", x))', "arg-type"),
    ('free(("Add", 1, None))', "arg-type"),
    ('free(("Add", 1, ["log", "x"]))', "arg-type"),
    ("free((1, (2, 0)))", "arg-type"),
    ('free(("a", "b"), "c")', "call-arg"),
    ("children(place)", "arg-type"),
    ('equal("x", Given())', "arg-type"),
    ('substitute("x", {"x": x})', "dict-item"),
    ('substitute("x", {"x": ("log", 2)})', ""),
    ('part_at("x", "y")', "arg-type"),
    ("begun(assumed((), ()), x)", "arg-type"),
    ('begun(Given(), "x")', "arg-type"),
    ('assumed(("Lt", 0, x), ())', "arg-type"),
    ('assumed((("Lt", 0, "x"),), ())', ""),
    ('Step("rule", "r", False, False, (), {}, ("log", 1), None)', "arg-type"),
    ("encode(x)[0]", "index"),
    ('encode("x")', "arg-type"),
    ("decode(x)", "arg-type"),
    ("certified(x)", "arg-type"),
    ("written(x)", "arg-type"),
    ("written(encode(x))", ""),
    ("evaluate(x, NOWHERE)", "arg-type"),
    ('opened(assumed((), ()), "x")', "arg-type"),
]
HEAD = """from fractions import Fraction

from sympy import Sum, Symbol, log

from mlce_sym.border.encoding import decode, encode
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Lt
from mlce_sym.certificate.writing import certified
from mlce_sym.coq.terms import written
from mlce_sym.evaluate.meaning import NOWHERE, evaluate
from mlce_sym.kernel.claims import Step
from mlce_sym.kernel.step import begun
from mlce_sym.logic import entailment as known
from mlce_sym.logic.algebra import equal
from mlce_sym.logic.given import assumed, opened
from mlce_sym.verdicts.judge import judge
from mlce_sym.prompt.loss import loss
from mlce_sym.prompt.prove import prove
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.logic import holds
from mlce_sym.terms.places import Place, part_at
from mlce_sym.terms.terms import children, free, substitute

x = Symbol("x")
place: Place = (1, (2, 0))
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


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(PLANTED)), ids=[line for line, _ in PLANTED])
def test_mypy_finds_what_is_of_the_wrong_kind(found, number):
    assert found.get(number, "") == PLANTED[number][1]


def test_what_the_stubs_say_is_there():
    sympy = pytest.importorskip("sympy")
    text = STUBS.read_text(encoding="utf-8")
    said = re.findall(r"^(?:class|def) ([A-Za-z]\w*)|^([A-Za-z]\w*)(?:: | = )", text, re.MULTILINE)
    missing = {name for pair in said for name in pair if name and not hasattr(sympy, name)}
    assert missing == {"Boolean", "Relational", "Truth", "Value"}  # two are in submodules, two are aliases
