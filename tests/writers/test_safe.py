"""What a certificate from elsewhere has typeset cannot be a command to TeX, a terminal or a browser."""

import copy
import json
import shutil
import subprocess

import pytest

from mlce_sym.coq.document import document as coq
from mlce_sym.losses.derived import FUNCTIONS
from mlce_sym.prompt.prove import written
from mlce_sym.terms.errors import Malformed
from mlce_sym.writers import book
from mlce_sym.writers.prose import in_markdown, plain
from mlce_sym.writers.safe import WORDS, check_latex, check_prose, check_text
from tests.proved import proved

TEX = ("tex", "md", "text", "html")
ESCAPE = "\x1b[2J"


@pytest.fixture(scope="module")
def gibbs():
    return json.loads(json.dumps(proved("gibbs").certificate))


HOSTILE = [
    *(r"\input{/etc/passwd}", r"\input /etc/passwd", r"\immediate\write18{id}", r"\write18{id}", r"\def\x{}"),
    *(r"\csname input\endcsname x", r"\catcode`\%=0", "^^5cinput{x}", "^^5c", "x % y", "}{", "{", "}", r"\{{", "{x}}"),
    *(r"\left( x", r"x \right)", r"{\left(}\right)", r"\begin{cases} x", r"\begin{verbatim}\end{verbatim}", "a & b"),
    *(r"a \\ b", r"\begin{cases} a \\[-9cm] b \end{cases}", "~", "é", "\u202e", "\x00", "\n", ESCAPE, "`", '"', "@"),
    *("##", "#", "#0", "x_", "x^", r"\hat", r"\frac", r"{\hat}", r"x_{}^", r"\href{javascript:alert(1)}{x}", "\\"),
    *("<script>", "a <b", "</p>", "<!--", "x<", r"\newcommand{\x}{}", r"\hatx", r"\include{x}", r"\usepackage{x}"),
    *(
        r"\openin5=x",
        r"\read5",
        r"\jobname",
        r"\special{x}",
        r"\loop",
        r"\@ifnextchar",
        r"\verb|x|",
        r"\$",
        r"\%",
        r"\&",
    ),
    *(r"\directlua{x}", r"\includegraphics{x}", r"\unicode{x}", r"\class{a}{b}", r"\style{a}{b}", r"\require{x}"),
]


@pytest.mark.parametrize("tex", HOSTILE, ids=range(len(HOSTILE)))
def test_a_formula_that_could_be_a_command_is_refused_in_one_line(tex):
    with pytest.raises(Malformed) as caught:
        check_latex(tex)
    assert str(caught.value).isprintable() and len(str(caught.value)) < 120


@pytest.mark.parametrize(
    "tex",
    [
        *("", "p", r"\hat{\theta}_{#1}", r"\lvert #1 \rvert", "#1!", r"\binom{#1}{#2}", r"I_{#1}(#2)", r"\sigma^2"),
        *(r"\operatorname*{sign}(#1)", r"\left( \frac{a}{b} \right)^{2}", r"a < b <= 2", r"x_{\min}", r"\{0, 1\}"),
        *(r"\begin{cases} #1 & \text{if } u \le 1 \\ 2 & \text{otherwise} \end{cases}", r"\mathrm{scale\_left}", "f'"),
    ],
)
def test_a_formula_is_typeset(tex):
    check_latex(tex)


def test_what_the_project_writes_itself_is_typeset():
    for how in FUNCTIONS.values():
        check_latex(how.get("latex", ""))
        check_text(how.get("text", ""))


def test_no_word_of_the_list_reads_writes_or_defines():
    for word in (
        "input",
        "write",
        "def",
        "let",
        "csname",
        "catcode",
        "read",
        "openin",
        "openout",
        "include",
        "special",
    ):
        assert "\\" + word not in WORDS


def with_text(data, path, text):
    changed = copy.deepcopy(data)
    *outer, last = path
    inner = changed
    for key in outer:
        inner = inner[key]
    inner[last] = text
    return changed


PROSE = [("title",), ("theorems", 0, "title"), ("theorems", 0, "words"), ("theorems", 0, "lines", 0, "reason")]
PROSE += [("theorems", 0, "steps", 0, "by", "rule"), ("theorems", 0, "name")]
WORDY = [
    r"$\input{x}$",
    r"\input{x}",
    "$",
    "a $ b",
    "<script>alert(1)</script>",
    ESCAPE,
    "a\nb",
    "\u202e",
    "a}b",
    "{{}}",
]


@pytest.mark.parametrize("form", TEX)
@pytest.mark.parametrize("words", WORDY, ids=range(len(WORDY)))
def test_prose_that_could_be_a_command_is_not_written(gibbs, form, words):
    for path in PROSE:
        with pytest.raises(Malformed) as caught:
            written(with_text(gibbs, path, words), form)
        assert str(caught.value).isprintable() and len(str(caught.value)) < 250


@pytest.mark.parametrize("form", TEX)
def test_the_notation_that_is_at_fault_is_named(gibbs, form):
    for how in ({"latex": r"\input{x}"}, {"text": ESCAPE}, {"latex": ["x"]}, {"text": {"x": 1}}):
        with pytest.raises(Malformed, match=r"^the notation of 'p': "):
            written(with_text(gibbs, ("notation", "p"), how), form)


@pytest.mark.parametrize("form", TEX)
@pytest.mark.parametrize(
    "path, text",
    [
        (("role",), "filecontents"),
        (("role",), "theorem}\\input{x"),
        (("lhs",), "x}\\input{x"),
        (("rhs",), ["Apply", "$x$", 1]),
        (("steps", 0, "after"), ["Add", 1, "a b"]),
        (("steps", 0, "by"), {"definition": "$x$"}),
        (("hypotheses",), [["Lt", 0, ESCAPE]]),
    ],
)
def test_names_are_names_without_a_check_before(gibbs, form, path, text):
    for data in (gibbs, with_text(gibbs, ("theorems", 0, "title"), text if isinstance(text, str) else "")):
        with pytest.raises(Malformed):
            written(with_text(data, ("theorems", 0, *path), text), form)


def test_the_book_is_as_careful(gibbs):
    for path in PROSE:
        with pytest.raises(Malformed):
            book.document([with_text(gibbs, path, r"$\input{x}$")])


def test_no_command_is_put_together_where_braces_are_left_out():
    assert plain(r"$\{input x\} \, \| \hat{y}$") == "{input x}   ‖ ŷ".replace("ŷ", "y\u0302")
    check_prose(r"$\{input x$")
    assert "\\" not in plain(r"$\{input x$")


def test_markdown_has_no_links_and_no_html_of_a_certificate():
    assert in_markdown(("see [x](javascript:y) 1 < 2 ![z](w)",), {}) == r"see \[x](javascript:y) 1 \< 2 !\[z](w)"


@pytest.mark.slow
def test_in_coq_it_is_a_comment(gibbs):
    one = {**gibbs, "theorems": gibbs["theorems"][:1]}
    for words in (*WORDY, "*) Axiom a : False. (*", '"'):
        for path in PROSE[:4]:
            one = with_text(one, path, words)
        text = coq(one)
        assert ESCAPE not in text and "\u202e" not in text
        assert [line for line in text.splitlines() if "Axiom" in line and not line.startswith("(* ")] == []


def test_the_prose_is_what_tex_reads(gibbs, tmp_path):
    """What is accepted does typeset, be it strange."""
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not installed")
    strange = '100% of #1 & {a_b} ~ ^ < 2 > 1 | $\\{a \\le b\\}$ [x] `y` "z"'
    data = gibbs
    for path in PROSE[:4]:
        data = with_text(data, path, strange.replace("[x] ", "") if path[-1] == "title" else strange)
    data["notation"]["p"] = {"latex": r"\hat{p}"}
    (tmp_path / "a.tex").write_text(written(data, "tex"), encoding="utf-8")
    command = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
