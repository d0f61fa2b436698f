"""A loss as a page: every formula of the report is in it; nothing that LaTeX cannot set."""

import pytest
from click.testing import CliRunner
from sympy import log, symbols

from mlce_sym import judge, rules
from mlce_sym.cli import main
from mlce_sym.losses.report import as_latex
from mlce_sym.losses.vector_families import VECTORS
from mlce_sym.writers.mathml import mathml
from tests.derived import of_vectors
from tests.losses.numbers import found

NAMES = ["poisson", "gaussian-heteroscedastic", "beta", "laplace"]


def run(*arguments):
    return CliRunner().invoke(main, ["loss", *arguments])


@pytest.mark.parametrize("name", NAMES)
def test_pages_have_every_formula(name):
    loss = found(name)
    terms = [loss.nll, loss.loss, *(claim.value for claim in loss.gradient.values())]
    tex, html = loss.to_tex(), loss.to_html()
    for term in terms:
        assert as_latex(loss, term) in tex and mathml(as_latex(loss, term)) in html
    assert tex.startswith(r"\documentclass") and tex.endswith("\\end{document}\n")
    assert set(tex) <= set(map(chr, range(10, 127))) and html.startswith("<!DOCTYPE html>")


def test_pages_of_vectors():
    loss = of_vectors(VECTORS["softmax"])
    assert as_latex(loss, loss.nll) in loss.to_tex()


@pytest.mark.slow
def test_the_format_is_that_of_the_file_or_of_the_option(tmp_path):
    page = tmp_path / "p.html"
    assert run("poisson", "-o", str(page)).exit_code == 0 and "<math>" in page.read_text(encoding="utf-8")
    assert run("poisson", "--format", "tex").output == found("poisson").to_tex()
    theorems = run("poisson", "--proof", "--format", "md").output
    assert theorems == run("poisson", "--proof", "md").output != run("poisson", "--format", "md").output
    assert run("--proof", "poisson").output == run("poisson", "--proof").output


@pytest.mark.parametrize(
    "arguments, says",
    [
        (("poisson", "--format", "coq"), "say --proof coq"),
        (("poisson", "--proof", "docx"), "no format of proofs"),
        (("poisson", "--pdf", "--format", "md"), "leave --format"),
        (("poisson", "-o", "a.docx"), "nothing is written as .docx"),
    ],
)
def test_what_cannot_be_written_says_why(arguments, says):
    result = run(*arguments)
    assert result.exit_code == 2 and says in result.output and result.output.count("\n") == 1


def test_verdicts_and_rules_in_notebooks():
    a, b = symbols("a b")
    verdict = judge(log(a * b), log(a) + log(b), [a > 0, b > 0])
    assert verdict._repr_markdown_().startswith("**proved**") and r"\log a + \log b" in verdict._repr_latex_()
    assert judge(a, b)._repr_latex_() is None and judge(a, b)._repr_markdown_().startswith("**refuted**")
    assert r"\log(a b) = \log a + \log b" in rules.log_of_two_factors._repr_markdown_()
