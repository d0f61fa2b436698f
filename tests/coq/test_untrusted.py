"""Names and prose that want to be more: nothing gets into a Coq file but what the certificate proves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mlce_sym.derivations.order import CERTIFIED as BOOK

from mlce_sym.certificate.checked import verify
from mlce_sym.certificate.document import parse_document
from mlce_sym.coq.document import document
from mlce_sym.coq.names import comment, reserved

from .compiled import compiled, needs_coqc
from .mutants import book
from .read_back import Statement, called, same, stated
from .renamed import renamed
from .sentences import code, declared_twice, sentences, strange
from .small import NAMES, small

# Prose


def with_prose(text: str, label: str = "small") -> dict:
    """The small certificate with this text wherever prose may stand, and this name of the document."""
    certificate = deepcopy(small())
    certificate |= {"name": label, "title": text}
    certificate["notation"] = {name: {"latex": text, "text": text} for name in NAMES}
    for theorem in certificate["theorems"]:
        theorem |= {"title": text, "words": text}
        for definition in theorem["definitions"]:
            definition["words"] = text
        for line in theorem["lines"]:
            line["reason"] = text
    return certificate


SMUGGLED = [
    "*) Axiom cheat : False. (*",
    '" *) Axiom cheat : False. (* "',
    '"*)',
    '(* "',
    "(*",
    "*)",
    "(*)",
    "* )",
    "**))",
    "((**",
    "(\u200b*",
    "*\u00ad) Axiom cheat : False.",
    "*\n) Axiom cheat : False.",
    "*$)$ Axiom cheat : False. $(*$",
    "*{)} Axiom cheat : False.",
    "$*{})$ Axiom cheat : False.",
    r"$*\hat)$ $(\bar*$",
    "fine.\nQed.\nAxiom cheat : False.\nLemma",
    "fine.\r\nAxiom cheat : False.",
    "fine.\x0bAxiom cheat : False.\x85\u2028\u2029",
    "＊） Axiom cheat : False. （＊",
    "\\*\\) \\",
    '\\"*)\\"',
    "$\\theta$ $-n$ {0, 1} $*)$",
    "\x00\x07\ud800 \u202e*)",
    "x" * 100_000 + "*)" * 1_000,
]


@cache
def plain_code() -> str:
    return code(document(small()))


def check_prose(text: str, label: str = "small") -> None:
    """Prose changes comments alone."""
    assert code(document(with_prose(text, label))) == plain_code()


@pytest.mark.parametrize("text", SMUGGLED, ids=ascii)
def test_prose_changes_comments_alone(text):
    check_prose(text, "".join(c for c in text if c.isprintable())[:200] or "small")


@pytest.mark.slow
@given(st.text(st.sampled_from("(*)\"'\\${}.x \n") | st.characters(), max_size=40))
@example("$*$)")
def test_any_prose_changes_comments_alone(text):
    check_prose(text)


@pytest.mark.slow
@given(st.text(st.sampled_from('(*)" .\n\t') | st.characters(), max_size=30))
def test_a_comment_is_one_line_that_nothing_closes(text):
    assert code(f"before {comment(text)} after") == "before  after"
    assert "\n" not in comment(text)


@needs_coqc
def test_coq_takes_smuggled_prose_for_comments():
    prose = " ".join(text.replace("\ud800", "")[:300] for text in SMUGGLED)
    answer = compiled(document(with_prose(prose)))
    assert answer.accepted and "cheat" not in answer.output


# The sentences of a file


@pytest.mark.slow
@pytest.mark.parametrize("name", BOOK)
def test_a_file_has_only_sentences_of_a_small_grammar(name):
    text = document(book()[name])
    assert strange(text) == [] and declared_twice(text) == []


def test_other_sentences_are_noticed():
    text = document(small())
    assert strange(f"{text}Axiom cheat : False.\n") == ["Axiom cheat : False"]
    assert strange(f"{text}Hint Resolve x.\n") and strange(f"{text}Definition R := nat.\n")
    assert declared_twice(f"{text}Lemma log : True.\nProof.\nQed.\n") == ["log"]
    assert sentences("A (* . *) b.\nC 0.5. D.") == ["A b", "C 0.5", "D"]
    with pytest.raises(AssertionError):
        code("(* fine *) *) Axiom")


# Names

GROUPS = {
    "keywords": """
        forall fun in Set Type Prop SProp let match fix cofix at as by do else end exists exists2 for if return then
        using where with IF Axiom CoFixpoint Definition Fixpoint Hypothesis Inline Lemma Parameter Qed Theorem Variable
    """,
    "standard": """
        R IZR I S O E Rplus Rmult Rinv Rlt ln exp PI eq eq_refl conj proj1 f_equal not and or iff True In list nil cons
        nat Z lambda delta_1 INR pow Rpower x x1 F H M P Q H0 mod of
    """,
    "generated": """
        given_5 i_in i_in_1 t_in theta_in theta_1 all_theorems log optimum log_proof log_step_1 log_step_2 log_needs_1
        log_defined_0 log_chain log_inhabited optimum_chain Sum_1 Sum same same_1 Prod delta Range
    """,
}
# What a bound name, a set, or a definition has in particular to do with the words around it in a script.
TRICKY = "z i_in given_1 Inline Fixpoint ltac F M"


def batch(words: str, shifts: Iterable[int] = (0, 3, 6)) -> dict:
    """Copies of the small certificate whose things have these names; each name is that of a few different things."""
    theorems, size, names = [], len(NAMES), words.split()
    for shift in shifts:
        wanted = (*names[shift:], *names[:shift], *names[shift : shift + size])
        for start in range(0, len(names), size):
            own = dict(zip(NAMES, wanted[start:], strict=False))
            copy = renamed(small(), own, lambda name, k=(shift, start): f"{name} of copy {k}")
            theorems += copy["theorems"]
    return {**small(), "theorems": theorems}


def check_renamed(certificate: dict) -> None:
    """The checker and Coq accept it, and every copy states what the small certificate states, but for the names."""
    verify(certificate)
    text = document(certificate)
    assert strange(text) == [] and declared_twice(text) == []
    answer = compiled(text)
    assert answer.accepted, answer.output
    plain = stated(document(small()), parse_document(small()))
    copies = stated(text, parse_document(certificate))
    for number, copy in enumerate(copies):
        original = plain[number % len(plain)]
        own = (*original.types, *(name for name, _ in original.definitions))
        assert_same(called(copy, own), original)


def assert_same(one: Statement, other: Statement) -> None:
    assert one.types == other.types
    pairs = [*zip(one.premises, other.premises, strict=True), (one.lhs, other.lhs), (one.rhs, other.rhs)]
    pairs += [(a, b) for (_, a), (_, b) in zip(one.definitions, other.definitions, strict=True)]
    assert [pair for pair in pairs if not same(*pair)] == []


@needs_coqc
@pytest.mark.parametrize("group", GROUPS)
def test_names_of_coq_and_of_the_library_are_names_like_others(group):
    check_renamed(batch(GROUPS[group]))


@needs_coqc
def test_each_of_the_trickiest_names_can_be_that_of_anything():
    check_renamed(batch(TRICKY, shifts=range(len(NAMES))))


@needs_coqc
@pytest.mark.parametrize("name, other", [("i", "until"), ("A", "x")])
def test_a_name_that_means_something_in_a_script_does_not_there(name, other):
    """`intros until until_in`, and `exists x : R, x in x`."""
    check_renamed(renamed(small(), {name: other}))


@needs_coqc
def test_reserved_names_are_names_like_others():
    """Every sixth of them, but for what no certificate may use as a name."""
    names = sorted(reserved() - {"_", "Reals", "Integers"})
    check_renamed(batch(" ".join(names[::6]), shifts=(0,)))


# Names of theorems

LABELS = [
    *("1", "12 3", "===", "-", "a-b", "a b", "a_b", "a--b", "-a_b", "a b 1", "_", "θ", "日本", "x" * 200),
    *("forall", "Theorem", "R", "Sum", "all_theorems", "theta", "y", "L", "t", "given_1", "i_in", "z", "theorem"),
    *("log", "log_step_1", "log-step 1", "log chain", "log-proof", "log inhabited", "log theorem", "log needs 1"),
    *("1. Axiom cheat : False", "*) Axiom cheat : False. (*", '"*)', "(*", "a. b", "Qed.", "theorem 1", "True"),
]


def labelled(labels: Iterable[str]) -> dict:
    """The first theorem of the small certificate under each of these names."""
    one = small()["theorems"][0]
    return {**small(), "theorems": [{**one, "name": label, "title": label} for label in labels]}


def check_labels(labels: list[str]) -> str:
    text = document(labelled(labels))
    assert strange(text) == [] and declared_twice(text) == []
    theorems = re.findall(r"^Theorem (\w+) :", code(text), re.M)
    bound, listed = zip(*re.findall(r"^  let (\w+) := (\w+) in$", text, re.M), strict=True)
    assert len(theorems) == len(labels) == len({*theorems} & {*listed}) and len(listed) == len({*listed})
    assert not {*bound} & {*listed}
    return text


@needs_coqc
def test_theorems_may_be_called_anything():
    certificate = labelled(LABELS)
    verify(certificate)
    answer = compiled(check_labels(LABELS))
    assert answer.accepted, answer.output
    assert "cheat" not in answer.output


WORDS = st.text(st.sampled_from('a1_- .*)("') | st.characters(), min_size=1, max_size=12)
PIECES = "a log theorem theorem_1 step step_1 chain 1 proof needs defined_0 inhabited"
ALIKE = st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=3).map(" ".join)


@pytest.mark.slow
@given(st.lists(WORDS.filter(str.isprintable) | ALIKE, unique=True, min_size=2, max_size=5))
def test_theorems_with_any_names_stay_apart(labels):
    check_labels(labels)


def test_a_theorem_that_is_called_like_a_claim_is_listed():
    check_labels(["a", "claim 1"])
