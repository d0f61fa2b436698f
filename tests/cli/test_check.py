"""`mlce check`, `mlce judge` and `mlce prove 'LHS = RHS'`: what is printed, and the exit status."""

import json

import pytest
from click.testing import CliRunner

from mlce_sym.cli import main

RIGHT = "Let $a > 0$ and $b > 0$. Then $$\\log(ab) = \\log a + \\log b.$$\n"
WRONG = "Then\n$$(a+b)^2 = a^2 + b^2.$$\n"
UNKNOWN = "$$A^T B = C$$\n"


def run(*arguments, data=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=data)


@pytest.fixture
def document(tmp_path):
    def written(text, name="notes.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_what_is_printed(document):
    found = run("check", document(WRONG))
    assert found.exit_code == 1
    first, source, caret, last = found.output.splitlines()
    assert first.endswith("notes.md:2:3: refuted: the sides are 0 and 2, where a = 1, b = -1")
    assert source == "  | $$(a+b)^2 = a^2 + b^2.$$"
    assert caret == "  |   ^^^^^^^^^^^^^^^^^^^"
    assert last == "1 link: 1 refuted"


@pytest.mark.parametrize(
    "text, options, status",
    [
        (RIGHT, (), 0),
        (WRONG, (), 1),
        (UNKNOWN, (), 0),
        (UNKNOWN, ("--strict",), 1),
        ("", (), 0),
        ("", ("--strict",), 0),
    ],
)
def test_exit_status(document, text, options, status):
    assert run("check", *options, document(text)).exit_code == status


def test_quiet_says_what_is_wrong_alone(document):
    assert run("check", "-q", document(RIGHT)).output == "1 link: 1 proved\n"


def test_standard_input():
    found = run("check", "-", data=WRONG)
    assert found.exit_code == 1 and "text:2:3: refuted" in found.output


def test_several_files_in_several_processes(document):
    found = run("check", "-q", "--jobs", 2, document(RIGHT, "a.md"), document(WRONG, "b.md"))
    assert found.exit_code == 1
    assert found.output.splitlines()[-1] == "2 files, 2 links: 1 proved, 1 refuted"


def test_json_has_an_object_for_each_link(document):
    (line,) = run("check", "--json", document(WRONG)).output.splitlines()
    link = json.loads(line)
    assert (link["line"], link["column"], link["lhs"], link["relation"], link["rhs"]) == (
        *(2, 3, "(a+b)^2", "=", "a^2 + b^2"),
    )
    assert (link["verdict"], link["counterexample"]) == ("refuted", {"a": "1", "b": "-1"})


def test_sarif_has_what_is_wrong(document):
    found = json.loads(run("check", "--sarif", document(WRONG + UNKNOWN)).output)
    results = found["runs"][0]["results"]
    assert found["version"] == "2.1.0" and [one["level"] for one in results] == ["error", "note"]
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 3,
        "endColumn": 22,
    }


def test_the_page_has_no_script_and_needs_no_net(document, tmp_path):
    page = tmp_path / "page.html"
    found = run("check", "--html", "-o", page, document("<script>alert(1)</script> " + WRONG + RIGHT))
    text = page.read_text(encoding="utf-8")
    assert found.exit_code == 1 and found.output == f"{page}: 2 links: 1 proved, 1 refuted\n"
    assert "<math" in text and "<script" not in text and "http" not in text.replace("http://www.w3.org", "")


@pytest.mark.parametrize(
    "form, name, said",
    [
        ("--html", "page.xyz", "--html is not written as .xyz; write .html or .htm"),
        ("--json", "page.html", "--json is not written as .html; write .json or .jsonl"),
        ("-q", "page.html", "the list is not written as .html; write .txt or .log"),
    ],
)
def test_a_file_has_the_ending_of_what_is_written_into_it(document, tmp_path, form, name, said):
    found = run("check", form, "-o", tmp_path / name, document(RIGHT))
    assert found.exit_code == 2 and said in found.output and not (tmp_path / name).exists()


@pytest.mark.parametrize(
    "name, data, said",
    [
        ("a.pdf", b"%PDF", "it is not known how to read .pdf files"),
        ("a.md", b"a \xff", "a.md:1: is not UTF-8 there"),
        ("a.tex", b"a\n\0", "a.tex:2: has a null byte"),
        ("a.ipynb", b"{}", "is no notebook"),
        ("b.md", None, "cannot be read (No such file or directory)"),
    ],
)
def test_bad_input_is_one_line(tmp_path, name, data, said):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    found = run("check", path)
    assert found.exit_code == 2 and len(found.output.splitlines()) == 1 and said in found.output


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.md", "\ufeffÉté: $a = a$".encode("utf-16-le")),
        ("a.md", "\ufeffÉté: $a = a$".encode()),
        ("a.tex", "\\usepackage[latin1]{inputenc} Été: $a = a$".encode("latin-1")),
        ("a.tex", "\\usepackage[utf8]{inputenc} Été: $a = a$".encode()),
    ],
)
def test_an_encoding_that_a_file_says_itself_is_read(tmp_path, name, data):
    (path := tmp_path / name).write_bytes(data)
    assert run("check", path).output.endswith("1 link: 1 proved\n")


def test_standard_input_is_a_text_though_it_looks_like_a_name():
    assert run("check", "-", data="notes.md").output.splitlines()[-1] == "0 links"


def test_it_is_written_in_one_form(document):
    found = run("check", "--json", "--html", document(RIGHT))
    assert (found.exit_code, found.output) == (2, "mlce: --html and --json are different forms: say one of them\n")


def test_files_that_a_document_reads_lie_in_its_folder(document, tmp_path):
    inner = tmp_path / "part.tex"
    inner.write_text(r"\[ 2 + 2 = 5 + 0x \]" + "\n" + r"\input{paper}", encoding="utf-8")
    paper = document(r"\input{part} \input{../secret} \include{none}", "paper.tex")
    found = run("check", paper)
    assert "part.tex:1:4" in found.output
    assert "../secret is not read, for it lies outside of the document's folder" in found.output
    assert "none.tex: cannot be read" in found.output and "read each other" in found.output


def test_a_notebook_has_its_markdown_cells_checked(document):
    cells = [{"cell_type": "code", "source": ["$$1 = 2$$"]}, {"cell_type": "markdown", "source": [WRONG]}]
    found = run("check", document(json.dumps({"cells": cells}), "n.ipynb"))
    assert "n.ipynb[2]:2:3: refuted" in found.output and "1 link" in found.output


@pytest.mark.parametrize(
    "equation, given, status, said",
    [
        (r"\log(ab) = \log a + \log b", ("a > 0", "b > 0"), 0, "proved"),
        ("log(a*b) = log(a) + log(b)", ("a > 0", "b > 0"), 0, "proved"),
        (r"\log(ab) = \log a + \log b", (), 1, "unknown: it holds where 0 < a; 0 < b"),
        ("log(a*b) = log(a) + log(b)", ("a, b > 0",), 0, "proved: by the kernel, where 0 < a; 0 < b"),
        (r"\log(ab) = \log a + \log b", (r"a,b \in (0, 1)",), 0, "proved"),
        ("(a+b)^2 = a^2 + b^2", (), 1, "refuted"),
        ("a + b", (), 2, "is no equation; write both sides with one ="),
        ("a < b", (), 2, "is an inequality; this is for equations"),
        ("x == x", (), 0, "proved"),
        ("x = x", ("a+b",), 2, "'a+b' is no relation; write one, such as 'x > 0', and each with a --given"),
        ("log(a b) = log a + log b", ("a>0,b>0",), 0, "proved"),
        (r"\infty - \infty = 0", (), 1, "unknown: infinity: it is read, but nothing is known of it here"),
        (r"0 \cdot \infty = 0", (), 1, "unknown: infinity: it is read, but nothing is known of it here"),
        (r"1^\infty = 1", (), 1, "unknown: infinity: it is read, but nothing is known of it here"),
        (r"\infty - x = \infty - x", (), 0, "proved: by the kernel"),
        ("x_1x_2 = x_2x_1", (), 0, "proved: by the kernel"),
        (r"\sqrt{x} \sqrt{x} = |x|", (), 1, "unknown: it holds where 0 <= x, and nothing given says so"),
        (r"\frac{x}{x} = \operatorname{sgn}(x)^2", (), 1, "unknown: it holds where x ≠ 0, and nothing given says so"),
        (r"\frac{x}{x} = 2", (), 1, "refuted: the values differ: 1 and 2, where x = 1/3"),
        (
            r"0 \cdot \sum_{k=1}^\infty \frac1k = 0",
            (),
            1,
            "unknown: it holds where the sum of 1/k over k in 1.. converges absolutely, and nothing given says so",
        ),
        (r"0 \cdot \sum_{k=1}^\infty 2^{-k} = 0", (), 0, "proved: by the kernel"),
        (
            r"0 \cdot \sum_{k=1}^{1/2} k = 0",
            (),
            1,
            "unknown: it holds where 1/2 in Integers, and nothing given says so",
        ),
        (r"2\frac{1}{2} x = x", (), 0, "proved: by the kernel"),
        (r"\psi(1) = -\gamma", (), 1, "unknown: nothing given says what γ, which may be Euler's constant, is"),
        (r"0 \lg x = 0", (), 1, r"unknown: \lg: it is read, but nothing is known of it here"),
        (r"\lfloor x\rfloor - \lfloor x\rfloor = 0", (), 0, "proved: by the kernel"),
        (r"A^T = B", (), 1, "unknown: a transpose: it is read, but nothing is known of it here"),
        ("E[X] = mu", (), 1, "unknown: the moment or entropy E: it is read, but nothing is known of it here"),
        ("a + E[X] = E[X] + a", (), 0, "proved"),
        ("Var(X) = s", (), 1, "unknown: the moment or entropy Var"),
        ("P(A) = 1/2", (), 1, "unknown: nothing given says what P_A is"),
        ("log(a*b) = log a + log b", ("a>0", "b>0"), 0, "proved"),
        ("a = sqrt b", (), 2, "equation:1:5: sqrt: it is a function, and no name"),
        ("a = log + 1", (), 2, "equation:1:5: log: it is a function, and no name"),
        ("x = x", ("sum > 0",), 2, "--given:1:1: sum: it is a function, and no name"),
        ("(a+b)^2 = a^2+2ab+b^2", (), 0, "(ab is read as a·b)"),
        ("ab = 3a - b", (), 1, "(ab is read as a·b)"),
        ("rate*exp(y) = rate*exp(-y)", (), 1, "refuted: the values differ"),
        ("log(rate^2) = 2*log(rate)", ("rate > 0",), 0, "proved: by the kernel, where 0 < rate"),
        ("foo(x) = 2", (), 1, "unknown: nothing given says what foo is"),
        ("lgo(x) = 2", (), 1, "unknown: nothing given says what lgo (did you mean log?) is"),
        (r"\sum_{i=1}^n (x_i - mean(x)) = 0", (), 1, "unknown: nothing given says what the function n is"),
        (r"\lim_{x \to \infty} x e^{-x} = 0", (), 0, "proved"),
        (r"\lim_{x \to 0^+} x \log x = 1", (), 1, "refuted"),
    ],
)
def test_judge(equation, given, status, said):
    found = run("judge", equation, *(part for one in given for part in ("--given", one)))
    assert (found.exit_code, len(found.output.splitlines())) == (status, 1) and said in found.output


@pytest.mark.parametrize(
    "equation, given, name, product",
    [
        ("np(1-p) = np - np^2", (), "np is one name: refuted", "np is read as n·p: proved"),
        ("2xy = xy + yx", (), "yx is one name: refuted", "yx is read as y·x: proved"),
        ("Sum(ai, (i, 1, n)) = n*ai", ("--given", "n >= 1"), "ai is one name: proved", "ai is read as a·i: refuted"),
    ],
)
def test_a_word_may_be_one_name_or_a_product(equation, given, name, product):
    done = run("judge", equation, *given)
    assert done.exit_code == 1 and done.output.startswith("unknown: it may be read in two ways")
    assert name in done.output and product in done.output


def test_prove_writes_the_proof_of_an_equation():
    found = run("prove", r"\log(ab) = \log a + \log b", "--given", "a > 0", "--given", "0 < b", "--format", "tex")
    assert found.exit_code == 0 and r"\log a + \log b" in found.output
    assert run("prove", "(a+b)^2 = a^2 + b^2").exit_code == 1


@pytest.mark.parametrize("equation, needed", [("x/x = 1", "x ≠ 0"), (r"0 \cdot \log x = 0", "0 < x")])
def test_an_equation_is_judged_as_it_is_written(equation, needed):
    """SymPy makes 1 of x/x when it builds it."""
    done = run("judge", equation)
    assert (done.exit_code, done.output) == (1, f"unknown: it holds where {needed}, and nothing given says so\n")
    assert run("judge", equation, "--given", "x > 0").exit_code == 0
    assert run("prove", equation).exit_code == 1 and run("prove", equation, "--given", "x > 0").exit_code == 0


def test_an_equation_with_two_readings_is_judged_in_both():
    done = run("judge", r"\sigma(-z) = 1 - \sigma(z)")
    assert done.exit_code == 1 and done.output.startswith("unknown: it may be read in two ways")
    assert "logistic" in done.output and "proved" in done.output and "refuted" in done.output
    proof = run("prove", r"\sigma(-z) = 1 - \sigma(z)")
    assert (proof.exit_code, proof.stderr) == (1, f"mlce: it is not proved: {done.output}")


def test_a_side_that_is_empty_is_said():
    assert run("judge", "a = ").stderr == "mlce: 'a = ': a side of it is empty; write both\n"


@pytest.mark.parametrize(
    "equation", [r"\frac{d}{dp}(p\log p) = \log p + 1", r"\frac{d}{dp}[p\log p + (1-p)\log(1-p)] = \log\frac{p}{1-p}"]
)
def test_a_typed_derivative_is_taken_where_what_is_given_says(equation):
    assert run("judge", equation, "--given", "0 < p < 1").output.startswith("proved")


def test_a_derivative_that_cancels_is_not_proved_away():
    assert "the derivative that cancels exists" in run("judge", r"\frac{d}{dx}\log x - \frac{d}{dx}\log x = 0").output


@pytest.mark.slow
def test_a_bar_is_not_refuted_as_any_number():
    right = r"\sum_{i=1}^n (y_i-\bar y)^2 = \sum_{i=1}^n y_i^2 - n \bar y^2"
    done = run("judge", right)
    assert done.output.startswith("unknown: it needs ȳ = (1/n) Σ_{i=1}^{n} y_i")
    assert run("prove", right).stderr == f"mlce: it is not proved: {done.output}"
    assert run("judge", right, "--given", r"\bar y = \frac1n \sum_{i=1}^n y_i", "--given", "n >= 1").exit_code == 0
    assert run("judge", right.replace("- n", "+ n")).output.startswith("refuted")


def test_nothing_is_refuted_by_a_function_of_which_one_side_alone_speaks():
    assert run("judge", "g(x) = 2").output == "unknown: nothing given says what g is\n"
    assert run("judge", "f(x + y) = f(x) + f(y)").output.startswith("refuted")


def test_nothing_is_refuted_by_where_a_sum_without_limits_ends():
    done = run("judge", r"\sum_j p_j = \sum_{i=1}^n x_i")
    assert done.output == "unknown: nothing given says what the end of a sum without limits is\n"


@pytest.mark.parametrize(
    "equation",
    [
        r"\frac{x}{x} + \frac{d}{dp}(p\log p) = 2 + \log p",
        r"\frac{d}{dp}(p x/x) = 1",
        r"\frac{d}{dx}(x^2/x) = 1",
        r"\sum_{i=1}^n \frac{d}{dp}(p x/x) = n",
    ],
)
def test_what_cancels_beside_or_in_a_derivative_is_asked_for(equation):
    given = ("--given", "p > 0", "--given", "n >= 1")
    assert run("judge", equation, *given).output.startswith("unknown: it holds where")
    assert run("judge", equation, *given, "--given", "x > 0").exit_code == 0


@pytest.mark.parametrize(
    "text, name, said",
    [
        ("", "notes.md", "notes.md: it is empty"),
        ("\n \n", "paper.tex", "paper.tex: it is empty"),
        ("a = b, in words alone\n", "notes.txt", "notes.txt: no equation was found; formulas stand in $…$"),
        ("\\section{A}\n", "paper.tex", "paper.tex: no equation was found"),
        (
            "For all $x$, $e^x \\ge 1 + x$.",
            "notes.md",
            "notes.md: nothing is to be judged; what a sentence says with for",
        ),
    ],
)
def test_a_file_without_equations_says_so(document, text, name, said):
    found = run("check", document(text, name))
    first, last = found.output.splitlines()
    assert found.exit_code == 0 and said in first and last == "0 links"


def test_other_kinds_of_files_are_bad_input(document):
    found = run("check", document("x", "notes.docx"))
    assert found.exit_code == 2
    assert "notes.docx: it is not known how to read .docx files; give a .tex, .md or .ipynb file" in found.stderr
