"""The book: every theorem once, under the number that LaTeX gives it, referred to by that number; and it compiles."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from mlce_sym.derivations import NAMES, index

from mlce_sym.cli.book import places
from mlce_sym.kernel.rule_table import rows
from mlce_sym.writers import book, latex
from mlce_sym.writers.bibliography import OWN, WORKS, cited, work
from mlce_sym.writers.layout import rules_used
from mlce_sym.writers.notation_page import SYMBOLS
from mlce_sym.writers.prose import escape
from tests.proved import proved

from .test_documents import pdflatex

Plain = dict[str, Any]
ENVIRONMENT = re.compile(
    r"\\chapter\{(?P<chapter>.*)\}\n"
    r"|\\begin\{(?P<role>theorem|lemma)\}(?:\[(?P<title>.*?)\])?\\label\{(?P<label>[\d.]+)\}(?P<rest>.*)\n"
    r"(?P<statement>(?:.*\n)*?)\\end\{(?:theorem|lemma)\}\n+\\begin\{derivation\}\n"
    r"(?P<proof>(?:.*\n)*?)\\end\{derivation\}"
)
REFERENCE = re.compile(r"\\hyperref\[([\d.]+)\]\{(Theorem|Lemma)~([\d.]+)\}")


class Printed(NamedTuple):
    """A theorem as it stands in the text, with the number that LaTeX counts."""

    number: str
    label: str
    role: str
    title: str
    statement: str
    proof: str


@functools.cache
def certificates() -> tuple[Plain, ...]:
    return tuple(proved(name).certificate for name in NAMES)


@functools.cache
def text() -> str:
    return book.document(certificates(), report="Checked.")


@functools.cache
def printed() -> tuple[Printed, ...]:
    """The theorems in the order of the text, counted as LaTeX does: by chapters, theorems and lemmas alike."""
    chapter, count, found = 0, 0, []
    for match in ENVIRONMENT.finditer(text().split("\\begin{document}")[1]):
        if match["chapter"] is not None:
            chapter, count = chapter + 1, 0
        else:
            count += 1
            title = re.sub(r"^\{(.*)\}$", r"\1", match["title"] or "")  # which keeps a bracket in it from ending it
            said = (match["role"], title, match["statement"], match["proof"])
            found.append(Printed(f"{chapter}.{count}", match["label"], *said))
    return tuple(found)


def key(theorem: Plain) -> str:
    return json.dumps({**theorem, "role": ""})


def first_places() -> Iterator[tuple[int, Plain]]:
    """Each theorem of the documents once, with the number of the chapter that has it first."""
    seen = set()
    for chapter, certificate in enumerate(certificates(), 1):
        for theorem in certificate["theorems"]:
            if key(theorem) not in seen:
                seen.add(key(theorem))
                yield chapter, theorem


@functools.cache
def by_key() -> dict[str, Printed]:
    return {key(theorem): place for (_, theorem), place in zip(first_places(), printed(), strict=True)}


# Theorems and numbers


@pytest.mark.slow
def test_every_theorem_stands_once_in_the_first_chapter_that_has_it() -> None:
    expected = [(str(chapter), escape(theorem["title"])) for chapter, theorem in first_places()]
    assert [(place.number.split(".")[0], place.title) for place in printed()] == expected
    body = text().split("\\begin{document}")[1]
    assert len(re.findall(r"\\begin\{(theorem|lemma)\}", body)) == len(expected) > 50


@pytest.mark.slow
def test_every_statement_is_printed_where_its_theorem_stands() -> None:
    for (chapter, theorem), place in zip(first_places(), printed(), strict=True):
        left = latex.term(theorem["lhs"], certificates()[chapter - 1]["notation"])
        squeezed = re.sub(r"\s|\\\\|&|\\qquad|\\quad|[{}]", "", place.statement.replace(r"\notin", r"\in"))
        assert re.sub(r"\s|\\\\|&|[{}]", "", left) in squeezed


@pytest.mark.slow
def test_a_theorem_is_printed_by_the_document_that_has_it_as_a_theorem() -> None:
    """So a document stands after those that it quotes; otherwise change the order in `derivations/__init__.py`."""
    roles: dict[str, set[str]] = {}
    for certificate in certificates():
        for theorem in certificate["theorems"]:
            roles.setdefault(key(theorem), set()).add(theorem["role"])
    for (_, theorem), place in zip(first_places(), printed(), strict=True):
        assert place.role == theorem["role"] == max(roles[key(theorem)])


@pytest.mark.slow
def test_the_numbers_are_those_that_latex_counts() -> None:
    assert [place.label for place in printed()] == [place.number for place in printed()]


@pytest.mark.slow
def test_a_theorem_reads_alike_in_every_document_that_has_it() -> None:
    """So nothing is lost when it is printed in one of them."""
    seen: dict[str, list[str]] = {}
    for certificate in certificates():
        for theorem in certificate["theorems"]:
            terms = (theorem["lhs"], *theorem["hypotheses"], *(step["after"] for step in theorem["steps"]))
            spelled = [latex.term(term, certificate["notation"]) for term in terms]
            assert seen.setdefault(key(theorem), spelled) == spelled


# References


def used(theorem: Plain) -> set[str]:
    """The names of the theorems that the steps rest on, and of those that meet their conditions."""
    by = [step["by"] for step in theorem["steps"]]
    evidence = [c["by"] for step in theorem["steps"] for c in step["conditions"] if c["by"] != "entailed"]
    return {found["theorem"] for found in (*by, *evidence) if "theorem" in found}


def test_a_proof_refers_to_the_theorems_that_it_uses_and_to_no_others() -> None:
    for certificate in certificates():
        named = {theorem["name"]: by_key()[key(theorem)] for theorem in certificate["theorems"]}
        for theorem in certificate["theorems"]:
            found = REFERENCE.findall(named[theorem["name"]].proof)
            expected = {(p.number, p.role.capitalize(), p.number) for p in map(named.__getitem__, used(theorem))}
            assert set(found) == expected


def test_a_reference_points_backwards() -> None:
    order = [place.number for place in printed()]
    references = [(place.number, number) for place in printed() for _, _, number in REFERENCE.findall(place.proof)]
    assert len(references) > 40
    assert all(order.index(to) < order.index(at) for at, to in references)
    assert any(to.split(".")[0] != at.split(".")[0] for at, to in references)


def test_every_reference_is_a_link() -> None:
    body = text().split("\\begin{document}")[1]
    assert not re.search(r"(Theorem|Lemma) \d", "".join(line for line in body.splitlines() if r"\why" in line))


def test_the_setting_names_the_theorems_that_it_is_of() -> None:
    assert r"\section*{Setting of Theorems 7.3 and 7.4}" in text()
    assert r"\setting{Setting of Theorem 7.5.} Let" in text()


# Contents, notation, rules


def test_the_contents_have_every_theorem() -> None:
    numbers = re.findall(r"\\numberline\{([\d.]+)\}", text().split("\\begin{document}")[1])
    assert numbers == [place.number for place in printed() if place.role == "theorem"]


ARITHMETIC = {"Add", "Mul", "Rational", "Lt", "Le", "Ne", "Eq", "Member", "ForAll", "True", "False"}


def heads(data: Any) -> set[str]:
    if not isinstance(data, list) or not data:
        return set()
    return {data[0]}.union(*map(heads, data[1:]))


def test_the_notation_page_has_every_symbol_that_occurs() -> None:
    theorems = [theorem for certificate in certificates() for theorem in certificate["theorems"]]
    occurring = set().union(*(heads(step["after"]) for theorem in theorems for step in theorem["steps"]))
    occurring = occurring.union(*(heads(hypothesis) for theorem in theorems for hypothesis in theorem["hypotheses"]))
    explained = set().union(*(heads(term) for terms, _ in SYMBOLS for term in terms))
    assert occurring - ARITHMETIC - explained == set()
    assert len(occurring) > 20


def test_the_rule_reference_has_every_rule_that_is_used() -> None:
    reference = text().split(r"\listed{Rule reference}")[1].split(r"\listed{Bibliography}")[0]
    columns = re.compile(r" & (?!\\text\{)")  # those of cases begin with "if" or "otherwise"
    cells = [columns.split(line) for line in reference.splitlines() if r"\newline" in line]
    names = [cell[0].split(r" \newline ")[0] for cell in cells]
    used = {row["name"]: row for certificate in certificates() for row in rules_used(certificate)}
    assert 80 < len(used) < len(rows())
    shown = {name: escape(re.sub("^(a|an|the) ", "", name)) for name in used}
    assert [name.split("}{")[1].rstrip("}") for name in names] == sorted(shown.values(), key=str.lower)
    for name, row in used.items():
        (cell,) = (cell for cell in cells if rf"}}{{{shown[name]}}} \newline" in cell[0])
        why = rf"\texttt{{{escape(row['lemma'])}}}" if row["lemma"] else escape(f"no lemma: {row['uncertified']}")
        assert why in cell[0].replace(r"\allowbreak ", "")
        assert cell[2:] == [escape(row["needs"] or "–"), cited(row["reference"]) + r" \\"]


def test_a_reason_is_a_link_to_its_rule() -> None:
    at = set(re.findall(r"\\hypertarget\{(rule:.*?)\}", text()))
    to = re.findall(r"\\hyperlink\{(rule:.*?)\}|\\byrule\{(.*?)\}\{(.*?)\}", text().split(r"\begin{document}")[1])
    assert len(to) > 300 and {f"rule:{anchor}" for _, anchor, _ in to} <= at
    assert ("", "log-of-a-product", "log of a product") in to and ("", "algebra", "algebra") not in to


def test_a_rule_without_a_lemma_says_why() -> None:
    row = {**rows()["log of a power"], "lemma": "", "uncertified": "nobody has proved it"}
    assert "no lemma: nobody has proved it" in next(book._cells(row))


@pytest.mark.parametrize("reference", sorted({row["reference"] for row in rows().values()}))
def test_what_a_rule_refers_to_is_in_the_bibliography(reference: str) -> None:
    """If not, add the work to `writers/bibliography.py`."""
    assert all(work(part) or OWN.match(part) for part in reference.split("; "))


def test_every_work_is_referred_to_and_can_be_found() -> None:
    used = {work(part) for row in rows().values() for part in row["reference"].split("; ")}
    assert set(WORKS) == used - {None}
    assert all(escape(known.key) in text().split(r"\listed{Bibliography}")[1] for known in WORKS)
    assert all(re.search(r", (1|2)\d{3}\b|dlmf", known.entry) for known in WORKS)


@pytest.mark.slow
def test_the_index_leads_to_theorems_and_chapters_that_are_there() -> None:
    words = {word: places(word) for word in index.words()}
    whole = book.document(certificates(), front=book.Front(words=words))
    listed = whole.split(r"\listed{Index}")[1]
    assert r"\indexed{KL\at{" in listed and r"\indexed{weight decay\at{" in listed
    led_to = set(re.findall(r"\\at\{(.*?)\}", listed))
    assert led_to <= set(re.findall(r"\\label\{(.*?)\}", whole)) and len(led_to) > 50


# Where lines and pages end


def test_a_page_never_ends_within_a_statement_nor_between_a_formula_and_its_reason() -> None:
    displays = re.findall(r"\\begin\{flalign\*\}\n(.*?)\n\\end\{flalign\*\}", text(), re.DOTALL)
    for display in displays:
        ends = re.findall(r"(\\\\\*?)\n(\\quad &)?", display)
        assert all(end == r"\\*" for end, goes_on in ends if goes_on or r"\why" not in display)
        assert all(end == r"\\*" for end, _ in (ends[:1] + ends[-1:]))
    assert sum(re.search(r"\\\\\n", display) is not None for display in displays) > 10


def test_a_title_with_a_formula_has_words_for_the_bookmark() -> None:
    assert (
        book._heading("The gap is 100% of $-n$") == r"\texorpdfstring{The gap is 100\% of $-n$}{The gap is 100\% of −n}"
    )
    assert book._heading("The gap") == "The gap"


# TeX


@pytest.mark.slow
def test_it_compiles_in_two_runs_without_an_overfull_box_or_a_missing_reference(tmp_path: Path) -> None:
    pdflatex(text(), tmp_path)
    contents = (tmp_path / "page.toc").read_text(encoding="utf-8")
    log = pdflatex(text(), tmp_path)
    assert "Overfull" not in log
    assert "undefined" not in log
    assert "Warning" not in log
    assert (tmp_path / "page.toc").read_text(encoding="utf-8") == contents
    anchors = re.findall(r"\\newlabel\{([\d.]+)\}\{\{([\d.]+)\}", (tmp_path / "page.aux").read_text(encoding="utf-8"))
    assert anchors == [(place.label, place.number) for place in printed()]


@pytest.mark.slow
def test_the_text_does_not_depend_on_the_run() -> None:
    script = (
        "import json, sys; from mlce_sym.writers.book import document; sys.stdout.reconfigure(encoding='utf-8'); "
        "print(document(json.load(sys.stdin), report='Checked.'), end=''); assert 'sympy' not in sys.modules"
    )
    run = functools.partial(subprocess.run, [sys.executable, "-c", script], capture_output=True, check=True)
    data = json.dumps(certificates()).encode()
    outputs = {run(input=data, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")}
    assert outputs == {text().encode()}


@pytest.mark.parametrize("word", [r"\today", r"\date", "tmp"])
def test_it_has_no_date_and_no_path(word: str) -> None:
    assert word not in text()
