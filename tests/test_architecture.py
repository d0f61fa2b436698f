"""The house (DESIGN, section 3): which room may import which, how large things are, and what may not be called."""

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

# A room may import those that are named, and itself; "sympy" and "flint" are rooms too.
TERMS = {"sympy", "nodes", "binding"}
KNOWN = {*TERMS, "presumed", "given", "smoothness"}
FACTS = {*KNOWN, "quotients", "signs", "algebra", "conditions", "definedness", "places"}
KERNEL = {*FACTS, "pattern", "kernel"}
PROVER = {*KERNEL, "rules", "models", "certificate", "assumed", "prover"}
FACE = {
    *PROVER,
    "table",
    "checker",
    "writers",
    "coq",
    "reader",
    "typed",
    "verdict",
    "identity",
    "proving",
    "losses",
    "vectors",
    "derivations",
    "files",
}
MAY_IMPORT = {
    "table": set(),
    "files": set(),
    "nodes": {"sympy"},
    "binding": {"sympy", "nodes"},
    "presumed": TERMS,
    "given": TERMS,
    "quotients": set(),
    "signs": set(),
    "algebra": {*TERMS, "quotients"},
    "smoothness": {*TERMS, "given"},
    "conditions": {*TERMS, "given", "smoothness", "quotients", "signs", "algebra"},
    "definedness": {*TERMS, "presumed", "given", "conditions"},
    "pattern": {*TERMS, "given", "conditions", "definedness"},
    "places": {*TERMS, "given"},
    "evidence": {"sympy", "flint"},
    "kernel": {*FACTS, "pattern"},
    "rules": KERNEL,
    "models": KERNEL,
    "certificate": KERNEL,
    "assumed": {*TERMS, "presumed", "given", "conditions", "definedness"},
    "prover": {*PROVER, "writers"},
    "losses": {*PROVER, "evidence", "writers"},
    "typed": {"sympy", "lark", "nodes"},
    "derivations": PROVER,
    "checker": {"flint", "table"},
    "writers": {"table"},
    "coq": {"table", "checker", "writers"},
    "reader": {*TERMS, "algebra", "given", "certificate", "writers", "latex2sympy2"},
    "verdict": FACE - {"identity", "proving", "derivations", "reader", "writers"},
    "identity": FACE - {"proving", "derivations", "reader", "writers"},
    "proving": FACE - {"reader"},
    "vectors": {*PROVER, "losses", "evidence", "derivations"},
    "deriving": FACE - {"reader", "coq"},
    "book": FACE - {"reader"},
    "cli": {*FACE, "deriving", "click"},
    "__main__": {"cli"},
    "__init__": set(),
}
OUTSIDE = {"sympy", "flint", "latex2sympy2", "click", "antlr4", "lark", "numpy", "mpmath"}


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


PAGES = sorted(BOOK.rglob("*.py"))
MOST_LINES = 65


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
        ("checker/replay.py", "from ..kernel import Rule", {"kernel"}),
        ("checker/replay.py", "def f():\n    import sympy.core", {"sympy"}),
        ("checker/replay.py", "from .. import kernel, table", {"kernel", "table"}),
        ("checker/replay.py", "from mlce_sym.kernel import Rule", {"kernel"}),
        ("kernel.py", "from .prover import chain", {"prover"}),
        ("kernel.py", "from . import verdict", {"verdict"}),
        ("kernel.py", "import mlce_sym.cli", {"cli"}),
        ("kernel.py", "from mlce_sym import rules", {"rules"}),
        ("kernel.py", "import json", set()),
    ],
)
def test_an_arrow_is_seen_however_it_is_written(file, code, found):
    assert set(imported(PACKAGE / file, ast.parse(code))) - {None} == found


def test_the_order_has_no_circle():
    order = {room: set(below) & set(MAY_IMPORT) - {room} for room, below in MAY_IMPORT.items()}
    while order:
        bottom = {room for room, below in order.items() if not below & set(order)}
        assert bottom, f"these import each other: {sorted(order)}"
        order = {room: below for room, below in order.items() if room not in bottom}


def test_every_room_is_there():
    assert set(map(room_of, FILES)) | {"derivations"} == set(MAY_IMPORT)


def test_imports_by_name_go_to_rooms_too():
    """`import_module` hides an arrow from the test above; only these files use it."""
    users = {str(path.relative_to(PACKAGE)) for path in FILES if "import_module" in path.read_text(encoding="utf-8")}
    assert users <= {"__init__.py", "proving.py"}


def functions(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.end_lineno - node.lineno + 1


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_are_short(path):
    assert lines(path) <= (300 if path.name == "kernel.py" else 350)
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
    for name in ("means", "estimate", "slopes", "opaque", "derive", "split", "forms", "kinks", "where")
}
EVIDENCE = {f"evidence/{name}.py" for name in ("moments", "spans", "tails")}
ONLY_AS_A_SUGGESTION = {
    "expand": {"prover/tactics.py", "losses/means.py", "evidence/moments.py"},
    "together": {"conditions.py", *LOSSES},
    "fraction": {"conditions.py"},
    "xreplace": {"prover/tactics.py", "deriving.py", *LOSSES},
    **{name: {*LOSSES, *EVIDENCE} for name in ("diff", "factor", "expand_mul", "solve_linear")},
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_called_that_evaluates_text_or_only_suggests(path):
    here = str(path.relative_to(PACKAGE))
    for name, node in called(path):
        assert name not in NEVER, f"{here}:{node.lineno} calls {name}"
        assert here in ONLY_AS_A_SUGGESTION.get(name, {here}), f"{here}:{node.lineno} calls {name}"
        assert not any(word.arg == "force" for word in node.keywords), f"{here}:{node.lineno} uses force"
        strict = any(word.arg == "strict" and getattr(word.value, "value", None) is True for word in node.keywords)
        reads_text = name in ("sympify", "S") and not strict and here != "verdict.py"  # there, numbers of the checker
        assert not reads_text, f"{here}:{node.lineno}: {name} without strict=True reads text"


@pytest.mark.parametrize(
    "code",
    [
        "from mlce_sym.cli import main; main(['--help'], standalone_mode=False)",
        "import mlce_sym.checker",
        "import mlce_sym.writers",
        "import mlce_sym.checker.replay, mlce_sym.checker.numeric",
        "import mlce_sym.writers.latex, mlce_sym.writers.text, mlce_sym.writers.markdown, mlce_sym.table",
        "import mlce_sym",
    ],
)
def test_what_needs_no_sympy_imports_none(code):
    check = f"import sys\n{code}\nassert 'sympy' not in sys.modules, 'SymPy was imported'"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_each_module_says_what_it_may_import():
    silent = [
        str(path.relative_to(PACKAGE))
        for path in FILES
        if path.name not in ("__init__.py", "__main__.py", "cli.py") and not says(path)
    ]
    assert silent == []


def says(path):
    return "May import" in (ast.get_docstring(tree(path)) or "")
