"""`prove` gives nothing that has not been checked, in every format."""

import pytest
from sympy import Eq, log, symbols

from mlce_sym import Bernoulli, Refused, chain, data, hypotheses, judge, likelihood, prove, rules, verify
from mlce_sym.certificate.checked import Rejected
from mlce_sym.coq.document import document
from mlce_sym.evaluate.outcomes import Difference
from mlce_sym.prompt.prove import FORMATS, written

a, b, theta = symbols("a b theta")
y = data("y")


def a_chain():
    return chain(log(likelihood(Bernoulli(theta), y)), hypotheses(Bernoulli(theta), y)).by(rules.log_of_product)


def test_a_name_a_chain_a_proof_a_theorem_and_an_equation_can_be_proved():
    assert prove("gibbs").report.theorems == 5
    assert prove(a_chain()).report.steps == 1
    assert prove(a_chain().qed("mine", "A title")).document.title == "A title"
    assert prove(a_chain().derivation).report.steps == 1
    assert prove(log(a * b), log(a) + log(b), given=[a > 0, b > 0]).report.conditions == 2
    assert prove(Eq(log(a * b), log(a) + log(b)), given=[a > 0, b > 0]).report.conditions == 2


def test_what_has_no_proof_is_refused_with_the_verdict():
    with pytest.raises(Refused, match=r"^refuted: the values differ"):
        prove(a, b)
    with pytest.raises(Refused, match=r"^unknown: it holds where 0 < a; 0 < b"):
        prove(log(a * b), log(a) + log(b))
    with pytest.raises(LookupError, match="there is no document 'bernouli'; did you mean bernoulli"):
        prove("bernouli")
    with pytest.raises(TypeError, match="is nothing to prove"):
        prove(3)
    with pytest.raises(TypeError, match=r"^log\(a\) is no equation; give both sides, or Eq\(lhs, rhs\)$"):
        prove(log(a))
    with pytest.raises(TypeError, match=r"^'a = a' is no SymPy term; .* mlce judge does on the command line$"):
        prove("a = a", "b")
    with pytest.raises(TypeError, match=r"^'a = a' is no SymPy term; build it from symbols, for text is never"):
        judge("a = a")


def test_an_equation_is_proved_without_idle_lines():
    text = prove(log(a * b), log(a) + log(b), given=[a > 0, b > 0]).write()
    assert text.startswith("A proof\n=======\n") and "algebra" not in text


def test_every_format_and_no_other():
    proved = prove(a_chain())
    for form in FORMATS:
        assert proved.write(form).strip()
    assert proved.write("coq") == document(proved.certificate)
    with pytest.raises(ValueError, match="'docx' is no format"):
        written(proved.certificate, "docx")
    assert str(proved).endswith(f"{proved.report}\n")


def test_notebooks_show_mathematics():
    for shown in (a_chain(), prove(a_chain())):
        assert shown._repr_latex_().startswith("$$\n\\begin{aligned}\n\\log\\prod_{i=1}^{n}")
    assert "**Theorem 1" in prove("gibbs")._repr_markdown_() or "**Lemma 1" in prove("gibbs")._repr_markdown_()


def test_the_certificate_is_verified_without_the_kernel():
    certificate = prove(a_chain()).certificate
    assert verify(certificate) == prove(a_chain()).report
    certificate["theorems"][0]["rhs"] = 0
    with pytest.raises(Rejected):
        verify(certificate)


def test_a_chain_from_what_cannot_be_is_stopped():
    impossible = chain(log(a * b), [a > 0, b > 0, theta > 0, theta < 0]).by(rules.log_of_two_factors)
    with pytest.raises(Rejected, match="no values were found that meet what is assumed"):
        prove(impossible)


def test_a_replay_that_fails_stops_the_proof(monkeypatch):
    found = a_chain()
    monkeypatch.setattr("mlce_sym.kernel.step.equal", lambda *_: False)
    with pytest.raises(Rejected, match=r"is not .*, the side of the rule 'log of a product' at that place"):
        prove(found)


def test_an_evaluation_that_differs_stops_the_proof_and_shows_where(monkeypatch):
    found = Difference({"n": 1}, "2", "3", "the values differ", "t, step 1")
    monkeypatch.setattr("mlce_sym.evaluate.numeric.check_document", lambda _: found)
    with pytest.raises(Rejected, match=r"t, step 1: the values differ: 2 against 3, where n = 1"):
        prove(a_chain())


def test_tab_completion_on_rules():
    assert "log_of_product" in dir(rules) and not [name for name in dir(rules) if name.startswith("_")]
