"""The shipped documents in every format: as they were looked at (golden files), deterministic, typeset without error.

After a wanted change: `MLCE_GOLDEN=write pytest tests/writers/test_documents.py`, then look at the pages again.
"""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from mlce_sym.prover.document import certificate
from mlce_sym.writers import latex, layout, markdown, text

GOLDEN = Path(__file__).parent / "golden"
REPORT = "Checked: every step, every condition, and numeric instances of each line."
WRITERS: dict[str, Callable[..., str]] = {"tex": latex.document, "md": markdown.document, "txt": text.document}
SAMPLES = ("bernoulli", "iid")
SHIPPED = (*SAMPLES, "gibbs", "closed_form", "remarks")
FORMS = ("brief", "full")


@functools.cache
def plain(name: str) -> dict[str, Any]:
    return certificate(import_module(f"mlce_sym.derivations.{name}").document())


def written(name: str, form: str, suffix: str) -> str:
    return WRITERS[suffix](plain(name), full=form == "full", report=REPORT)


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name: str, form: str, suffix: str) -> None:
    path, now = GOLDEN / f"{name}-{form}.{suffix}", written(name, form, suffix)
    if os.environ.get("MLCE_GOLDEN") == "write":
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8"), "look at the page, then MLCE_GOLDEN=write"


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_setting_of_definitions_alone_begins_without_a_blank(suffix: str) -> None:
    shown = written("softmax_gradient", "brief", suffix)
    assert re.search(r"\n(\\setting\{.*\.\} )?Write\n", shown) and "\n Write" not in shown


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_output_does_not_depend_on_the_run(suffix: str) -> None:
    script = (
        "import json, sys; from mlce_sym.writers import latex, markdown, text; "
        "c = json.load(sys.stdin); sys.stdout.reconfigure(encoding='utf-8'); "
        f"print({WRITERS[suffix].__module__.rsplit('.', 1)[1]}.document(c), end=''); assert 'sympy' not in sys.modules"
    )
    run = functools.partial(subprocess.run, [sys.executable, "-c", script], capture_output=True, check=True)
    data = json.dumps(plain("iid")).encode()
    outputs = {run(input=data, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")}
    assert outputs == {WRITERS[suffix](plain("iid")).encode()}


# TeX


def pdflatex(source: str, folder: Path) -> str:
    """The log of pdflatex. Where it is missing the test is skipped, but on the build server it must be there."""
    if shutil.which("pdflatex") is None:
        assert not os.environ.get("CI"), "pdflatex is missing"
        pytest.skip("pdflatex is not installed")
    (folder / "page.tex").write_text(source, encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    log = (folder / "page.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-2000:]
    return log


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SHIPPED)
def test_it_compiles_without_an_overfull_box(name: str, form: str, tmp_path: Path) -> None:
    log = pdflatex(written(name, form, "tex"), tmp_path)
    assert "Overfull" not in log
    assert "undefined" not in log


def test_an_overfull_box_would_be_seen(tmp_path: Path) -> None:
    page = r"\documentclass{article}\begin{document}\hbox to 1cm{much too long for this box}\end{document}"
    assert "Overfull" in pdflatex(page, tmp_path)


MEASURE = r"""
\newsavebox{\cell}\newlength{\leftside}\newlength{\whole}
\newcommand{\leftcell}[1]{\sbox{\cell}{$\displaystyle #1$}\ifdim\wd\cell>\leftside\setlength{\leftside}{\wd\cell}\fi}
\newcommand{\rightcell}[1]{\sbox{\cell}{$\displaystyle #1$}\setlength{\whole}{\leftside}\addtolength{\whole}{\wd\cell}%
  \typeout{ROW \the\whole.}}
\renewcommand{\wide}[1]{#1}
"""


ROW_CELL = re.compile(r"&(?! \\text\{(?:if|otherwise))")  # those of cases begin so


def measured(display: str) -> str:
    """TeX that tells how wide the wide rows of a display are, from the left margin on."""
    cells = [ROW_CELL.split(row) for row in display.split("\\\\\n")]
    lefts = "".join(rf"\leftcell{{{row[0]}}}" for row in cells)
    rights = "".join(rf"\rightcell{{{row[1]}}}" for row in cells if r"\wide" in row[1])
    return rf"\setlength{{\leftside}}{{0pt}}{lefts}{rights}"


@pytest.mark.slow
def test_no_formula_that_reaches_into_the_column_of_reasons_leaves_the_page(tmp_path: Path) -> None:
    """TeX does not complain of these, as they count as having no width: so they are measured."""
    pages = [written(name, form, "tex") for name in SHIPPED for form in FORMS]
    displays = re.findall(r"\\begin\{flalign\*\}\n(.*?)\n\\end\{flalign\*\}", "\n".join(pages), re.DOTALL)
    body = "\n".join(map(measured, displays))
    preamble = pages[0].split(r"\begin{document}")[0]
    log = pdflatex(
        rf"{preamble}{MEASURE}\begin{{document}}\typeout{{TEXT \the\textwidth.}}{body} x\end{{document}}", tmp_path
    )
    (available,) = map(float, re.findall(r"TEXT ([\d.]+)pt", log))
    widths = list(map(float, re.findall(r"ROW ([\d.]+)pt", log)))
    assert len(widths) == sum(display.count(r"\wide{") for display in displays) > 0
    assert 0.5 * available < max(widths) < available


# Structure


def test_lines_are_the_expressions_of_the_proof() -> None:
    theorem = plain("bernoulli")["theorems"][2]
    full, brief = layout.lines_of(theorem, full=True), layout.lines_of(theorem)
    assert full == (theorem["lhs"], *(step["after"] for step in theorem["steps"]))
    assert brief[0] == theorem["lhs"]
    assert brief[-1] == theorem["rhs"]
    assert set(map(str, brief)) < set(map(str, full))


def test_a_proof_without_steps_is_by_algebra() -> None:
    theorem = {"name": "t", "title": "", "words": "", "role": "theorem", "hypotheses": [], "definitions": []}
    document = {
        "title": "T",
        "notation": {},
        "theorems": [{**theorem, "lhs": "a", "rhs": "b", "steps": [], "lines": []}],
    }
    assert "a = b\n\nProof. Algebra. ∎" in text.document(document)


def test_every_line_of_a_proof_is_printed() -> None:
    for name in SHIPPED:
        page, notation = written(name, "full", "tex"), plain(name)["notation"]
        for theorem in plain(name)["theorems"]:
            lines = [line for line in layout.lines_of(theorem, full=True) if line not in (["True"], ["False"])]
            squeezed = re.sub(r"\s|\\\\|&|\\qquad|\\quad|\\wide|[{}]", "", page)
            for line in lines if len(theorem["steps"]) > 1 else []:
                assert re.sub(r"\s|\\\\|&|[{}]", "", latex.term(line, notation)) in squeezed


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_proof_of_one_line_does_not_write_the_theorem_again(suffix: str) -> None:
    shown = written("iid", "brief", suffix)
    assert re.search(r"(Proof\.\*? |\\atonce\{)The general theorem, (Theorem|Lemma)", shown)


@pytest.mark.slow
def test_text_fits_the_terminal() -> None:
    pages = [written(name, form, "txt") for name in SHIPPED for form in FORMS]
    assert max(text.width(line) for page in pages for line in page.splitlines()) <= text.PAGE.width


def test_markdown_has_nothing_that_github_refuses() -> None:
    for name in SHIPPED:
        page = written(name, "full", "md")
        assert not re.search(r"\\operatorname|\\tag|\\intertext|\\mbox|\\\{|\\,|\\\|", page)
        assert page.count("$$") % 2 == 0
