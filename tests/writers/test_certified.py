"""Where a rule has no lemma, every format says which steps have no formal proof."""

import copy
import json

import pytest
from sympy import log, symbols

from mlce_sym import prove, rules
from mlce_sym.coq.document import document
from mlce_sym.kernel import rule_table as table
from mlce_sym.kernel.rule_table import rows
from mlce_sym.prompt.prove import written
from mlce_sym.prover.document import certificate
from mlce_sym.writers.certified import note, uncertified

RULE = "a positive factor changes no optimum"


@pytest.fixture
def bernoulli(monkeypatch):
    """The Bernoulli document, as if one of its rules had no lemma."""
    data = prove("bernoulli").certificate
    rows = copy.deepcopy(table.rows())
    rows[RULE] |= {"lemma": "", "uncertified": "nobody has proved it yet"}
    monkeypatch.setattr("mlce_sym.writers.certified.rule_rows", lambda: rows)
    return data


def test_nothing_is_lacking_in_the_book():
    assert uncertified(prove("remarks").certificate) == {}
    assert note(None) == ""


def test_the_step_and_the_rule_are_named(bernoulli):
    assert uncertified(bernoulli) == {"same-optimum": f"step 4, rule {RULE}"}


@pytest.mark.parametrize("form", ["text", "tex", "md"])
def test_every_format_says_so_once(bernoulli, form):
    text = " ".join(written(bernoulli, form).split())
    assert text.count(f"Not formally certified: step 4, rule {RULE}.") == 1


def test_the_coq_file_leaves_the_theorem_out_and_says_why(bernoulli):
    text = document(bernoulli)
    assert f"(* Theorem 6. Not formally certified: step 4, rule {RULE}. *)" in text
    assert "same_optimum" not in text and "Theorem log_likelihood :" in text


def test_what_uses_such_a_theorem_is_not_certified_either(bernoulli):
    data = copy.deepcopy(bernoulli)
    again = copy.deepcopy(data["theorems"][-1])
    again["name"] = "again"
    again["steps"] = [{**again["steps"][0], "by": {"theorem": "same-optimum"}, "conditions": []}]
    again["lines"] = []
    data["theorems"].append(again)
    assert uncertified(data)["again"] == "step 1, Theorem 6"


def test_the_certificate_says_so_too_and_is_still_read(monkeypatch):
    a, b = symbols("a b")
    proved = prove(log(a * b), log(a) + log(b), given=[a > 0, b > 0])
    assert "uncertified" not in certificate(proved.document)["theorems"][0]
    without = {"log of two factors": {**rows()["log of two factors"], "lemma": "", "uncertified": "a test"}}
    monkeypatch.setattr("mlce_sym.certificate.writing.rows", lambda: {**rows(), **without})
    data = json.loads(json.dumps(certificate(proved.document)))
    assert data["theorems"][0]["uncertified"] == [{"step": 1, "rule": "log of two factors"}]
    from mlce_sym import verify

    assert verify(data).theorems == 1


def test_every_rule_of_the_book_has_a_lemma():
    without = [rule.name for rule in rules.ALL if bool(rule.lemma) == bool(rule.uncertified)]
    assert without == [], "these need a `lemma`, or else an `uncertified` that says why there is none"
