"""Equations up to algebra: random terms and other writings of them, all in one file that Coq has to accept."""

import random

import pytest

from mlce_sym.certificate.checked import verify
from mlce_sym.coq.document import document
from mlce_sym.coq.run import NotAccepted, certify
from mlce_sym.logic.algebra import equal

POSITIVE = [["Lt", 0, "a"], ["Lt", 0, "b"], ["Member", "n", "Integers"], ["Le", 1, "n"]]
ENTRIES = ["ForAll", "i", ["Range", 1, "n"], ["Lt", 0, ["Indexed", "x", "i"]]]


def leaf(rng, bound):
    return rng.choice(["a", "b", "n", 2, 3, ["Rational", 1, 2], *([["Indexed", "x", bound]] * 3 if bound else [])])


def positive(rng, bound):
    """A term that is positive, as the base of a power, below, or in a logarithm."""
    return rng.choice(["a", "b", ["Add", "a", "b"], ["Mul", 2, "a"], *([["Indexed", "x", bound]] if bound else [])])


def term(rng, depth, bound=None):
    if depth == 0:
        return leaf(rng, bound)
    kind = rng.choice(("add", "mul", "over", "power", "log", "whole", "sum"))
    if kind in ("add", "mul"):
        return [kind.capitalize(), *(term(rng, depth - 1, bound) for _ in range(rng.choice((2, 3))))]
    if kind == "over":
        return ["Mul", term(rng, depth - 1, bound), ["Pow", positive(rng, bound), -1]]
    if kind == "power":
        return ["Pow", positive(rng, bound), rng.choice(["n", ["Add", "n", 1], ["Add", 2, ["Mul", -1, "b"]]])]
    if kind == "log":
        return ["log", rng.choice([positive(rng, bound), 6, ["Rational", 3, 4]])]
    if kind == "whole" or bound:
        return ["Pow", ["Add", leaf(rng, bound), leaf(rng, bound)], 2]
    return ["Sum", "i", ["Range", 1, "n"], term(rng, depth - 1, "i")]


def rewritten(rng, data):
    """Another writing of a term: parts in another order, products multiplied out, powers and logs taken apart."""
    if not isinstance(data, list) or data[0] in ("Rational", "Indexed"):
        return data
    if data[0] == "Sum":
        return [*data[:3], rewritten(rng, data[3])]
    parts = [rewritten(rng, part) for part in data[1:]]
    if data[0] in ("Add", "Mul"):
        rng.shuffle(parts)
    if data[0] == "Mul" and isinstance(parts[0], list) and parts[0][0] == "Add" and rng.random() < 0.7:
        return ["Add", *(["Mul", summand, *parts[1:]] for summand in parts[0][1:])]
    if data[0] == "Pow" and parts[1] == 2:
        return ["Mul", parts[0], parts[0]]
    if data[0] == "Pow" and isinstance(parts[1], list) and parts[1][0] == "Add":
        return ["Mul", *(["Pow", parts[0], exponent] for exponent in parts[1][1:])]
    if data[0] == "log" and parts[0] == 6:
        return ["Add", ["log", 3], ["log", 2]]
    return [data[0], *parts]


def theorem(name, left, right):
    prose = {"name": name, "title": "", "words": "", "role": "theorem"}
    proof = {"definitions": [], "steps": [], "lines": []}
    return {**prose, **proof, "hypotheses": [*POSITIVE, ENTRIES], "lhs": left, "rhs": right}


def certificate(*theorems):
    head = {"format": "mlce-certificate", "version": 1, "name": "algebra", "title": "", "notation": {}}
    return {**head, "theorems": list(theorems)}


def as_tuple(data):
    return tuple(map(as_tuple, data)) if isinstance(data, list) else data


def pairs(count):
    rng = random.Random("algebra")
    while count:
        left = term(rng, 3)
        right = rewritten(rng, left)
        if left != right and equal(as_tuple(left), as_tuple(right)):
            count -= 1
            yield left, right


def test_other_writings_of_random_terms_are_equal_in_coq(coqc):
    data = certificate(*(theorem(f"t{k}", *pair) for k, pair in enumerate(pairs(40))))
    verify(data)
    assert certify(document(data)).theorems == 40


@pytest.mark.parametrize(
    "left, right",
    [
        (["Mul", ["Pow", "a", "n"], ["Pow", "a", ["Add", 1, ["Mul", -1, "n"]]]], "a"),
        (["Pow", "a", ["Add", 1, ["Mul", -1, 1]]], 1),
        (["log", ["Mul", "a", ["Pow", "a", -1]]], 0),
        (["log", ["exp", ["Mul", "a", "b"]]], ["Mul", "b", "a"]),
        (["exp", ["Mul", -1, "n", ["Pow", "a", -1]]], ["Pow", ["exp", ["Mul", "n", ["Pow", "a", -1]]], -1]),
        (["exp", ["Add", ["Mul", 2, "a"], "b"]], ["Mul", ["exp", "b"], ["Pow", ["exp", "a"], 2]]),
        (
            ["exp", ["Mul", "n", ["Add", "a", ["exp", ["Mul", -1, "b"]]]]],
            ["Mul", ["exp", ["Mul", "n", "a"]], ["exp", ["Mul", "n", ["exp", ["Mul", -1, "b"]]]]],
        ),
        (["exp", ["Mul", -1, ["log", 3]]], ["Rational", 1, 3]),
        (["exp", ["Add", "b", ["Mul", -1, ["log", "a"]]]], ["Mul", ["exp", "b"], ["Pow", "a", -1]]),
        (["exp", ["Add", "a", ["Mul", -1, "a"]]], 1),
        (["KroneckerDelta", ["Add", "n", 1], ["Add", 1, "n"]], 1),
        (["KroneckerDelta", "a", "b"], ["KroneckerDelta", "b", "a"]),
        (["Add", ["log", ["Rational", 8, 9]], ["Mul", 2, ["log", 3]]], ["Mul", 3, ["log", 2]]),
    ],
)
def test_what_algebra_takes_apart(coqc, left, right):
    data = certificate(theorem("t", left, right))
    verify(data)
    assert certify(document(data)).theorems == 1


@pytest.mark.parametrize("wrong", [["Add", "a", "b"], ["Mul", 2, "a"], ["Pow", "a", 2]])
def test_what_is_not_equal_is_not_accepted(coqc, wrong):
    with pytest.raises(NotAccepted):
        certify(document(certificate(theorem("t", "a", wrong))))
