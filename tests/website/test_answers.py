"""What the playground answers; that it does so in a browser is looked at in `tests/site`."""

import json
import subprocess
import sys

import pytest

from mlce_sym import prove
from website.playground.answers import answer

EXPONENTIAL = {"text": r"\lambda e^{-\lambda y}", "data": "y > 0", "parameters": r"\lambda > 0"}
BERNOULLI = {"text": "p^y (1-p)^{1-y}", "parameters": "0 < p < 1"}


def asked(kind, **fields):
    return json.loads(answer(json.dumps({"kind": kind, **fields})))


def density(**fields):
    return asked("density", **{"known": "", "given": "", **fields})


def test_an_identity_is_proved_where_that_is_given_and_its_certificate_can_be_checked():
    found = asked("identity", text=r"\log(ab) = \log a + \log b", given="a > 0\n\n b > 0 ")
    assert found["says"].startswith("proved. Checked: 1 theorem, ")
    assert "<h3>Theorem 1</h3>" in found["html"] and "Coq: <code>" in found["html"]
    checked = asked("certificate", text=found["certificate"])
    assert checked["says"] == found["says"].replace("proved", "accepted") and checked["html"] == found["html"]


@pytest.mark.parametrize(
    "text, says, read",
    [
        ("log(a*b) = log(a) + log(b)", "unknown: it holds where 0 < a; 0 < b, and", "<mi>log</mi>"),
        ("x/x = 1", "unknown: it holds where x ≠ 0, and nothing given says so", "<mfrac>"),
        ("(a+b)^2 = a^2 + b^2", "refuted: the values differ: ", "<msup>"),
    ],
)
def test_what_is_not_proved_is_shown_as_it_was_read(text, says, read):
    found = asked("identity", text=text, given="")
    assert found["says"].startswith(says) and read in found["html"] and not found["certificate"]


@pytest.mark.slow
def test_a_density_has_a_loss_with_code_and_theorems():
    found = density(**EXPONENTIAL)
    assert found["says"].startswith("The loss. Checked: ")
    assert all(part in found["html"] for part in ('<th scope="row">loss</th>', "import numpy", "<h3>Theorem 1"))
    assert asked("certificate", text=found["certificate"])["says"].startswith("accepted. ")


@pytest.mark.slow
def test_what_is_no_density_is_called_so():
    assert density(**BERNOULLI, data="0 < y < 1")["says"].startswith("this is no density: at p = 1/3 the total is 0.48")
    assert density(**BERNOULLI, data=r"y \in \{0, 1\}")["says"].startswith("The loss.")


def test_a_derivation_has_a_verdict_for_each_line():
    found = asked("derivation", text=r"Let $0 < p < 1$. Then $\log p^2 = 2 \log p$ and $\log (2p) = 2 \log p$.")
    assert found["says"] == "2 links: 1 proved, 1 refuted"
    assert 'class="link proved"' in found["html"] and 'class="link refuted"' in found["html"]


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "identity", "text": "a = ", "given": ""},
        {"kind": "identity", "text": "a + b", "given": ""},
        {"kind": "identity", "text": "a = b", "given": "nothing"},
        {"kind": "density", **EXPONENTIAL, "known": "", "given": "", "data": "somewhere"},
        {"kind": "certificate", "text": "[1"},
    ],
)
def test_bad_input_is_answered_in_words(question):
    assert json.loads(answer(json.dumps(question)))["says"].startswith("not understood: ")


@pytest.mark.slow
def test_a_certificate_that_is_wrong_is_rejected_and_one_is_checked_without_sympy(tmp_path):
    right = json.dumps(prove("remarks").certificate)
    (tmp_path / "asked.json").write_text(json.dumps({"kind": "certificate", "text": right}))
    code = f"""
import json, sys
from website.playground.answers import answer, ready
ready("certificate")
question = open({str(tmp_path / "asked.json")!r}).read()
assert json.loads(answer(question))["says"].startswith("accepted. ")
assert "sympy" not in sys.modules, "SymPy was imported"
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    wrong = right.replace('"Mul", -1', '"Mul", -2', 1)
    assert wrong != right and asked("certificate", text=wrong)["says"].startswith("rejected: ")
