"""Phrases as patterns: where they are looked for, and that words of English are said in one place."""

from pathlib import Path

import pytest

from mlce_sym import documents
from mlce_sym.documents.text.phrases import anywhere, begins, between, ends, numbers

LAWS = anywhere("exponential(ly)? distribut…|prior (law|density)? on #|(?-i:EM)", "base[- ]two$", de="Verteilung")


@pytest.mark.parametrize(
    "words, found",
    [
        ("exponentially  distributed", True),
        ("Exponential\ndistribution", True),
        ("exponentiallydistributed", False),
        ("inexponential distribution", False),
        ("a prior on ⟨3⟩", True),
        ("a prior density on ⟨3⟩", True),
        ("a priordensity on ⟨3⟩", False),
        ("prior on x", False),
        ("by EM", True),
        ("\\em", False),
        ("base-two ", True),
        ("base two logs", False),
        ("die Verteilung", True),
    ],
)
def test_phrases_are_whole_words(words, found):
    assert (LAWS.search(words) is not None) == found


def test_what_may_not_follow():
    positive = anywhere("positive !(semi…|part)|given !(by|as)")
    heard = ["positive", "positive semidefinite", "positive parts", "positive part", "given bytes", "given  by"]
    assert [positive.search(words) is not None for words in heard] == [True, False, True, False, True, False]


def test_phrases_stand_before_a_formula_after_it_or_between_two():
    before, after = ends("sum of|twice"), begins("(is|are)? positive", over=",")
    assert [before.search(words) is not None for words in ("the sum of ", "the sum of it", "checksum of")] == [
        True,
        False,
        False,
    ]
    heard = (" is positive.", ", positive", "; positive", " positively", " is it positive")
    assert [after.match(words) is not None for words in heard] == [True, True, False, False, False]
    alone = between("(and( where)?)?", over=",")
    assert [alone.match(words) is not None for words in (", and where ", " ", " and so", " And")] == [
        True,
        True,
        False,
        False,
    ]


def test_what_is_remembered():
    found = anywhere("<rate|mean>s? <#>|<##>are <positive|negative>").search("⟨1⟩, ⟨2⟩ and ⟨13⟩ are negative")
    assert found.groups() == (None, None, "⟨1⟩, ⟨2⟩ and ⟨13⟩ ", "negative")
    assert numbers(found[3]) == [1, 2, 13]
    assert anywhere("<rate|mean>s? <#>").search("means  ⟨7⟩").groups() == ("mean", "7")


def test_the_words_of_texts_are_said_in_one_place():
    """What is looked for in prose has capital letters or not, and all of it is made of phrases."""
    files = Path(documents.__file__).parent.rglob("*.py")
    found = {path.name for path in files if "re.I" in path.read_text(encoding="utf-8")}
    assert found == {"phrases.py"}
