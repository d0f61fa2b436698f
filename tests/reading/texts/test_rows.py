"""Displays as rows of formulas, and the macros of a document."""

import pytest

from mlce_sym.reading import ReadingError, macros, parse, parse_partly, place_in


def rows(text, defined=None):
    return [[(part.relation, part.text) for part in row] for row in parse(text, defined)]


@pytest.mark.parametrize(
    "text, found",
    [
        (r"a = b \\ = c", [[("", "a"), ("=", "b")], [("=", "c")]]),
        (r"a &= b \\ &= c", [[("", "a"), ("=", "b")], [("=", "c")]]),
        (r"a =& b \\ &+ c", [[("", "a"), ("=", "b \\\\ &+ c")]]),
        (r"a &= b \\ &\quad \cdot c = d", [[("", "a"), ("=", r"b \\ &\quad \cdot c"), ("=", "d")]]),
        (r"a &= \\ &= b", [[("", "a"), ("=", "b")]]),
        (
            r"a = \left( b \right. \\ \left. + c \right)",
            [[("", "a"), ("=", r"\left( b \right. \\ \left. + c \right)")]],
        ),
        (r"a &= \bigl( b \\ & + c \bigr)", [[("", "a"), ("=", r"\bigl( b \\ & + c \bigr)")]]),
        (r"a &= b & c &= d", [[("", "a"), ("=", "b"), ("", "c"), ("=", "d")]]),
        (r"a = b, \quad c = d \; .", [[("", "a"), ("=", "b"), ("", "c"), ("=", "d")]]),
        (r"a \le b < c", [[("", "a"), ("<=", "b"), ("<", "c")]]),
        (r"a := b \equiv c \propto d \approx e", [[("", "a"), (":=", "b"), ("≡", "c"), ("∝", "d"), ("≈", "e")]]),
        (r"a \overset{(1)}{=} b \stackrel{def}{=} c", [[("", "a"), ("=", "b"), (":=", "c")]]),
        (r"a = 0 \Rightarrow b \iff c", [[("", "a"), ("=", "0"), ("⇒", "b"), ("⇔", "c")]]),
        (r"a = b \quad \text{for } k > 0", [[("", "a"), ("=", "b"), ("prose", "for"), ("", "k"), (">", "0")]]),
        (r"a = b \quad (k > 0).", [[("", "a"), ("=", "b"), ("", "k"), (">", "0")]]),
        (
            r"a = b \qquad \left(i = 1, \ldots, n\right)",
            [[("", "a"), ("=", "b"), ("", "i"), ("=", r"1, \ldots, n")]],
        ),
        (
            r"a = b \quad (\text{if } k > 0) \\ c = d",
            [[("", "a"), ("=", "b"), ("prose", "if"), ("", "k"), (">", "0")], [("", "c"), ("=", "d")]],
        ),
        (r"a = b \quad (c + d)", [[("", "a"), ("=", "b"), ("", "(c + d)")]]),
        (r"a = b \, (k > 0)", [[("", "a"), ("=", r"b \, (k > 0)")]]),
        (r"i = 1, \ldots, n", [[("", "i"), ("=", r"1, \ldots, n")]]),
        (r"f = g, \quad x = 0, 1, 2, \ldots", [[("", "f"), ("=", "g"), ("", "x"), ("=", r"0, 1, 2, \ldots")]]),
        (r"\boxed{a = b.}", [[("", "a"), ("=", "b")]]),
        (r"a = x^* \\ b = y^+", [[("", "a"), ("=", "x^*")], [("", "b"), ("=", "y^+")]]),
        (r"\label{eq:x} a = b \tag{3}\nonumber", [[("", "a"), ("=", "b")]]),
        (r"\begin{split} a &= b \end{split}", [[("", "a"), ("=", "b")]]),
        (r"X \sim \mathrm{Poiss}(\lambda)", [[("", "X"), ("∼", r"\mathrm{Poiss}(\lambda)")]]),
        ("a % = c\n= b", [[("", "a"), ("=", "b")]]),
        ("", []),
    ],
)
def test_rows(text, found):
    assert rows(text) == found


def test_macros_are_written_out_and_keep_the_place_of_their_call():
    defined = macros(r"\newcommand*\diff{\mathop{}\!\mathrm{d}} \newcommand{\ex}[2][E]{#1[#2]} \def\half{\frac{1}{2}}")
    ((part,),) = parse(r"\half \int x \diff x + \ex{y}", defined)
    assert {node.text for node in part.tree.walk()} >= {"d", "E", "y", "frac"}
    assert [(node.start, node.end) for node in part.tree.walk() if node.kind == "fraction"] == [(0, 5)]


def test_what_a_package_defines_gives_way_to_the_document():
    ((part,),) = parse(r"\abs{x}", macros(r"\newcommand{\abs}[1]{g(#1)}"))
    assert [node.text for node in part.tree.walk() if node.kind in ("name", "bracket")] == ["g", "()", "x"]


@pytest.mark.parametrize(
    "definition, text, same",
    [
        (r"\let\eps\varepsilon", r"\eps", r"\varepsilon"),
        (r"\DeclarePairedDelimiter{\size}{\lvert}{\rvert}", r"\size{x}", "|x|"),
        (r"\NewDocumentCommand{\ex}{O{p} m}{E_{#1}[#2]}", r"\ex{x} + \ex[q]{x}", "E_{p}[x] + E_{q}[x]"),
        (r"\DeclareMathOperator{\LL}{LL}", r"\LL(x)", r"\mathrm{LL}(x)"),
    ],
)
def test_other_ways_to_define_a_command(definition, text, same):
    assert parse(text, macros(definition))[0][0].tree == parse(same)[0][0].tree


@pytest.mark.parametrize(
    "definition", [r"\newcommand{\a}{\a\a}", r"\def\a{\b}\def\b{\a}", r"\newcommand{\a}[1]{\a{#1#1}}"]
)
def test_macros_that_never_end_are_refused(definition):
    with pytest.raises(ReadingError, match="goes on for ever"):
        parse(r"\a{x}", macros(definition))


def test_places_are_lines_and_columns():
    with pytest.raises(ReadingError) as error:
        parse("a = b \\\\\n  c = \\nope")
    assert place_in("a = b \\\\\n  c = \\nope", error.value.place) == (2, 7)


def test_what_cannot_be_read_keeps_nothing_else_from_being_read():
    ((first, second, third), (fourth,)) = parse_partly(r"a &= \foo{b} = c \\ &= d + \; .")
    assert [part.tree is None for part in (first, second, third, fourth)] == [False, True, False, True]
    assert second.error.construct == r"the command \foo" and second.error.place == 5
    assert (fourth.relation, fourth.error.construct) == ("=", "'+'")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (r"a &= b \\ -c &= d", ["a = b", "-c = d"]),  # it was read as a = b - c = d, and refuted
        (r"a &= b \\ - c &= d \\ -e &= f", ["a = b", "- c = d", "-e = f"]),
        (r"a &= b + \\ -c &= d", [r"a = b + \\ -c = d"]),
        (r"a &= b \\ &- c \\ &= d", [r"a = b \\ &- c", "= d"]),
        (r"a &= b \\ & - c &= d", [r"a = b \\ & - c = d"]),
    ],
)
def test_a_row_that_begins_with_a_sign_and_has_a_relation_of_its_own(text, rows):
    assert [" ".join(f"{part.relation} {part.text}".strip() for part in row) for row in parse(text)] == rows
