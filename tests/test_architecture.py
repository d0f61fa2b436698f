"""The house: which room may import which, how large things are, and what may not be called."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median

import pytest

import mlce_sym

PACKAGE = Path(mlce_sym.__file__).parent
BOOK = PACKAGE.parent / "derivations"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "derivations" not in path.parts)

# The one place where the arrows are written: what a room may import, besides itself; "sympy" and "flint" are rooms too.
BASE = {"terms", "logic", "kernel"}
SYMBOLIC = {"sympy", *BASE, "certificate", "border"}
PROVING = {*SYMBOLIC, "evaluate", "rules", "families", "prover"}
MAY_IMPORT = {
    "functions": set(),
    "terms": {"functions"},
    "logic": {"terms", "functions"},
    "kernel": {"terms", "logic"},
    "border": {"sympy", *BASE, "certificate", "functions", "writers"},
    "evaluate": {"flint", "functions"},
    "certificate": {*BASE, "evaluate"},
    "rules": {"sympy", "border"},
    "families": {"sympy", "terms", "border"},
    "prover": {*SYMBOLIC, "rules", "families", "writers"},
    "evidence": {"sympy", "flint", "terms"},
    "derivations": PROVING,
    "figures": {"sympy", "flint", "matplotlib", "border", "evaluate", "families", "derivations", "writers"},
    "writers": {"kernel", "logic", "terms", "functions"},
    "coq": {*BASE, "functions", "certificate", "evaluate", "writers"},
    "reading": {*SYMBOLIC, "functions", "prover", "writers", "latex2sympy2", "lark"},
    "losses": {"matplotlib", *PROVING, "evidence", "writers", "derivations"},
    "verdicts": {*BASE, *PROVING},
    "documents": {*BASE, *PROVING, "functions", "reading", "verdicts", "writers"},
    "prompt": {*PROVING, "verdicts", "documents", "losses", "reading", "coq", "derivations", "figures", "writers"},
    "cli": {
        "click",
        "terms",
        "kernel",
        "border",
        "certificate",
        "prompt",
        "verdicts",
        "documents",
        "rules",
        "families",
        "losses",
        "reading",
        "coq",
        "writers",
        "derivations",
        "figures",
    },
    "__main__": {"cli"},
    "__init__": set(),
}
# A room of many files has parts; each may import those before it, and files that stand in none may import them all.
PARTS = {
    "reading": ("signs", "walk", "texts", "typed", "back"),
    "documents": ("text", "equations", "in_force", "said", "verdict"),
}
OUTSIDE = {"sympy", "flint", "matplotlib", "latex2sympy2", "click", "antlr4", "lark", "numpy", "mpmath"}


def room_of(path):
    if BOOK in path.parents:
        return "derivations"
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path, code=None):
    """The rooms, and the packages that count, which a file imports, at its top or later."""
    for node in ast.walk(code or tree(path)):
        if isinstance(node, ast.Import):
            yield from (target(alias.name.split("."), ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield target((node.module or "").split("."), tuple(alias.name for alias in node.names))
        elif isinstance(node, ast.ImportFrom):
            parts = path.relative_to(PACKAGE.parent).parts
            base = (("mlce_sym", *parts) if BOOK in path.parents else parts)[: -node.level]
            for alias in node.names:
                yield target((*base, *(node.module.split(".") if node.module else ())), (alias.name,))


def target(parts, names):
    if parts[0] != "mlce_sym":
        return parts[0] if parts[0] in OUTSIDE else None
    return (*parts, *names)[1] if (*parts, *names)[1:] else "__init__"


TRUSTED = [path for path in FILES if room_of(path) in ("terms", "logic", "kernel")]


def test_what_has_to_be_trusted_is_little():
    assert {room_of(path) for path in TRUSTED} == BASE
    total = sum(map(lines, TRUSTED))
    assert total <= 3500
    assert f"{total} lines of Python" in (PACKAGE.parent / "README.md").read_text(encoding="utf-8")


def test_what_has_to_be_trusted_imports_no_sympy():
    assert not [path for path in TRUSTED if {"sympy", "flint"} & set(imported(path))]
    modules = ", ".join(
        ".".join(("mlce_sym", *path.relative_to(PACKAGE).with_suffix("").parts))
        for path in TRUSTED
        if path.stem != "__init__"
    )
    check = f"import sys, {modules}\nassert 'sympy' not in sys.modules, 'SymPy was imported'"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


PAGES = sorted(BOOK.rglob("*.py"))
MOST_LINES = 70


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(BOOK)))
def test_every_theorem_of_the_book_is_a_page(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", [*FILES, *PAGES], ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_no_arrow_runs_against_the_order_of_the_rooms(path):
    room = room_of(path)
    assert room in MAY_IMPORT, f"{path} is in no room: say in this test what it may import"
    forbidden = {name for name in imported(path) if name} - MAY_IMPORT[room] - {room}
    assert not forbidden, f"{path} imports {sorted(forbidden)}"


@pytest.mark.parametrize(
    "file, code, found",
    [
        ("logic/given.py", "from ..kernel import Rule", {"kernel"}),
        ("logic/given.py", "def f():\n    import sympy.core", {"sympy"}),
        ("logic/given.py", "from .. import kernel, rules", {"kernel", "rules"}),
        ("logic/given.py", "from mlce_sym.kernel import Rule", {"kernel"}),
        ("kernel/replay.py", "from ..prover import chain", {"prover"}),
        ("kernel/replay.py", "from .. import prompt", {"prompt"}),
        ("kernel/replay.py", "import mlce_sym.cli", {"cli"}),
        ("kernel/replay.py", "from mlce_sym import rules", {"rules"}),
        ("kernel/replay.py", "import json", set()),
    ],
)
def test_an_arrow_is_seen_however_it_is_written(file, code, found):
    assert set(imported(PACKAGE / file, ast.parse(code))) - {None} == found


def circle(below):
    """Those that stand on each other, of things and what each stands on."""
    while edge := {one for one, others in below.items() if not others & set(below)} | set(below) - set().union(
        *below.values()
    ):
        below = {one: others for one, others in below.items() if one not in edge}
    return sorted(below)


def test_the_order_has_no_circle():
    assert not circle({room: set(below) - {room} for room, below in MAY_IMPORT.items()})


def beside(path, code=None):
    """The files of its own room that a file imports, at its top, later, or for the sake of types."""
    for node in ast.walk(code or tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1].joinpath(*(node.module.split(".") if node.module else ()))
            found = (folder.with_suffix(".py"), *(folder / f"{alias.name}.py" for alias in node.names))
            yield from (file for file in found if file.is_file() and room_of(file) == room_of(path))


def test_no_file_stands_on_one_that_stands_on_it():
    assert not circle({path: set(beside(path)) - {path} for path in FILES})


def part_of(path):
    """The part of its room in which a file stands, by its place among the parts."""
    room, *inside = path.relative_to(PACKAGE).parts
    parts = PARTS[room]
    return parts.index(inside[0]) if inside[0] in parts else len(parts)


@pytest.mark.parametrize("room", PARTS)
def test_no_arrow_runs_against_the_order_of_the_parts(room):
    files = [path for path in FILES if room_of(path) == room]
    assert {path.parent.name for path in files} == {room, *PARTS[room]}
    assert not [(path, other) for path in files for other in beside(path) if part_of(other) > part_of(path)]


def test_a_circle_is_seen_however_it_is_written():
    one, other = PACKAGE / "logic" / "signs.py", PACKAGE / "logic" / "given.py"
    for code in ("from .signs import ANY", "from . import signs", "def f():\n    from ..logic.signs import ANY"):
        assert list(beside(other, ast.parse(code))) == [one]
    assert circle({one: {other}, other: {one}, PACKAGE: {one}}) == [other, one]


def test_every_room_is_there():
    assert set(map(room_of, FILES)) | {"derivations"} == set(MAY_IMPORT)


def test_imports_by_name_go_to_rooms_too():
    """`import_module` hides an arrow from the test above; only these files use it."""
    users = {str(path.relative_to(PACKAGE)) for path in FILES if "import_module" in path.read_text(encoding="utf-8")}
    assert users <= {"__init__.py", "figures/__main__.py", "prompt/prove.py", "rules/__init__.py"}


def functions(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.end_lineno - node.lineno + 1


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_are_short(path):
    assert lines(path) <= 400
    assert [(name, length) for name, length in functions(path) if length > 40] == []


def test_most_files_and_functions_are_very_short():
    assert median(map(lines, FILES)) <= 140
    assert median(length for path in FILES for _, length in functions(path)) <= 7


def called(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


NEVER = {
    "eval",
    "exec",
    "simplify",
    "parse_expr",
    "subs",
    "doit",
    "lambdify",
    "expand_log",
    "logcombine",
    "powdenest",
}
LOSSES = {
    f"losses/{name}.py"
    for name in (
        "means",
        "estimate",
        "slopes",
        "derive",
        "split",
        "kinks",
        "chords",
        "tidy",
        "side_conditions",
        "vector_families",
        *("stable", "quotients", "positive", "in_turn", "convexity", "points", "plots"),
        *("coefficients", "edges", "composed", "along", "score_equations", "spelled", "room"),
    )
}
EVIDENCE = {f"evidence/{name}.py" for name in ("moments", "spans", "tails")}
ONLY_AS_A_SUGGESTION = {
    "expand": {
        *(
            f"prover/{name}.py"
            for name in ("tactics", "gammas", "strategies", "weights", "series", "improper", "substituted", "powers")
        ),
        *(
            "losses/means.py",
            "losses/stable.py",
            "evidence/moments.py",
            "documents/verdict/solved.py",
            "documents/verdict/citing.py",
        ),
        "documents/equations/converging.py",  # of where a series converges, which the logic then shows
    },
    "together": {"prover/powers.py", "documents/verdict/solved.py", *LOSSES},
    "xreplace": {
        *(
            "documents/verdict/solved.py",
            "prover/antiderivatives.py",
            "prover/bells.py",
            "prover/tactics.py",
            "prover/term_by_term.py",
            "prompt/loss.py",
            "verdicts/as_named.py",  # of values that were found, in the symbols that were asked about
            "families/links.py",
            "families/model.py",
        ),
        *LOSSES,
    },
    "expand_mul": {"prover/logarithms.py", "prover/term_by_term.py", *LOSSES, *EVIDENCE},
    "diff": {"prover/optima.py", *LOSSES, *EVIDENCE},
    "solve_linear": {*LOSSES, *EVIDENCE},
    "factor": {"prover/joining.py", "prover/logarithms.py", "prover/powers.py", *LOSSES, *EVIDENCE},
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_called_that_evaluates_text_or_only_suggests(path):
    here = str(path.relative_to(PACKAGE))
    for name, node in called(path):
        assert name not in NEVER, f"{here}:{node.lineno} calls {name}"
        assert here in ONLY_AS_A_SUGGESTION.get(name, {here}), f"{here}:{node.lineno} calls {name}"
        assert not any(word.arg == "force" for word in node.keywords), f"{here}:{node.lineno} uses force"
        strict = any(word.arg == "strict" and getattr(word.value, "value", None) is True for word in node.keywords)
        reads_text = (
            name in ("sympify", "S") and not strict and here != "verdicts/judge.py"
        )  # there, numbers of the checker
        assert not reads_text, f"{here}:{node.lineno}: {name} without strict=True reads text"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_cache_is_large(path):
    """A process that judges pair after pair grows by what they may hold (`python -m benchmarks memory`)."""
    for name, node in called(path):
        if name == "lru_cache":
            assert [word.value.value <= 2000 for word in node.keywords if word.arg == "maxsize"] == [True]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and "cache" in map(ast.unparse, node.decorator_list):
            assert not ast.unparse(node.args), f"{node.name} keeps a result for each argument that it ever had"


@pytest.mark.parametrize(
    "code",
    [
        "from mlce_sym.cli import main; main(['--help'], standalone_mode=False)",
        "import mlce_sym.certificate.checked",
        "import mlce_sym.writers",
        "import mlce_sym.kernel.replay, mlce_sym.evaluate.numeric",
        "import mlce_sym.writers.latex, mlce_sym.writers.text, mlce_sym.writers.markdown, mlce_sym.kernel.rule_table",
        "import mlce_sym",
    ],
)
def test_what_needs_no_sympy_imports_none(code):
    check = f"import sys\n{code}\nassert 'sympy' not in sys.modules, 'SymPy was imported'"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
