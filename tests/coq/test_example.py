"""Explicit instances of hypotheses: found where there are any, and accepted by Coq."""

from mlce_sym.coq.document import document
from mlce_sym.coq.example import example
from mlce_sym.coq.run import certify
from mlce_sym.prompt.prove import prove
from mlce_sym.terms.terms import REAL, SET


def test_a_function_has_its_values_where_the_hypotheses_ask_for_them():
    two_labels = [["Eq", ["Indexed", "y", 1], 0], ["Eq", ["Indexed", "y", 2], 1]]
    found = example(two_labels, [], {"y": "a data vector of 1"})
    assert found is not None and "delta 2 x1" in found["y"]


def test_no_set_is_empty():
    inside = [["ForAll", "t", "A", ["Lt", 0, "t"]]]
    for _ in range(3):
        assert "Finite [" in example(inside, [], {"A": SET})["A"]


def test_there_is_no_instance_of_a_contradiction():
    assert example([["Lt", 0, "a"], ["Lt", "a", 0]], [], {"a": REAL}) is None


def test_a_contradiction_is_said_in_the_file_and_proves_no_inhabitant():
    prose = {"name": "t", "title": "", "words": "", "role": "theorem", "definitions": [], "steps": [], "lines": []}
    false = {**prose, "hypotheses": [["Lt", 0, "a"], ["Lt", "a", 0]], "lhs": "a", "rhs": "a"}
    head = {"format": "mlce-certificate", "version": 1, "name": "d", "title": "", "notation": {}}
    text = document({**head, "theorems": [false]})
    assert "(* No instance was found that meets the hypotheses of t. *)" in text and "t_inhabited" not in text


def test_every_theorem_of_the_book_has_an_instance(coqc):
    data = prove("remarks").certificate
    text = document(data)
    assert text.count("_inhabited :") == sum(bool(theorem["hypotheses"]) for theorem in data["theorems"])
    assert certify(text).theorems == len(data["theorems"])
