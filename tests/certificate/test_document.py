"""Hostile documents: whatever is put anywhere, the answer is one line, soon."""

from __future__ import annotations

import copy
import json
import time

import pytest

from derivations import bernoulli
from mlce_sym.certificate.checked import verify
from mlce_sym.kernel.replay import Rejected
from mlce_sym.prover.document import certificate

WHOLE = json.loads(json.dumps(certificate(bernoulli.document())))
DOCUMENT = {**WHOLE, "theorems": WHOLE["theorems"][:2]}


def nested(depth):
    data = []
    for _ in range(depth):
        data = [data]
    return data


class Odd(dict):
    def __getattr__(self, name):
        raise AssertionError("attributes of the input are not asked for")


STRANGE = [
    *(None, True, 0, -1, 1.5, float("nan"), float("inf"), 10**5000, b"x", [], [[]], {}, {1: 2}),
    *("", "__class__", "x\ny", "x" * 10**6),
    {"rule": "log of a power"}, nested(100_000), Odd(), object, lambda: 1, ["__import__", "os"], ["Add"] * 10_000,
]  # fmt: skip


def paths(data, path=()):
    yield path
    for key in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield from paths(data[key], (*path, key))


def changed(path, new):
    document = copy.deepcopy(DOCUMENT)
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return document


def original(path):
    data = DOCUMENT
    for key in path:
        data = data[key]
    return data


READERS = ("title", "words", "reason", "name", "notation", "right")  # on which no proof here depends
CHANGED = [path for path in paths(DOCUMENT) if 1 < len(path) < 6 and not any(key in READERS for key in path)]


@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
def test_strange_data_anywhere_is_refused_in_one_line(strange):
    for path in CHANGED[:: 1 + len(CHANGED) // 40]:
        if type(original(path)) is not type(strange) or original(path) != strange:
            with pytest.raises(Rejected) as caught:
                verify(changed(path, strange))
            assert "\n" not in str(caught.value) and len(str(caught.value)) < 600


@pytest.mark.parametrize("key", ["name", "title", "notation"])
@pytest.mark.parametrize(
    "strange", [None, True, 1.5, ["x"], {1: 2}, {"p": {"subscripts": "1"}}, {"p": {"rule": 1}}, {"__p": {}}]
)
def test_strange_prose(key, strange):
    with pytest.raises(Rejected):
        verify(changed((key,), strange))


@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
def test_strange_documents(strange):
    with pytest.raises(Rejected):
        verify(strange)


def quick(theorem):
    prose = {"name": "t", "title": "", "words": "", "role": "theorem"}
    prose |= {"hypotheses": [], "definitions": [], "steps": [], "lines": []}
    start = time.process_time()
    with pytest.raises(Rejected) as caught:
        verify({**DOCUMENT, "theorems": [{**prose, **theorem}]})
    assert time.process_time() - start < 3
    return str(caught.value)


def test_powers_are_not_worked_out():
    for tower in (
        ["Pow", 10, 10**600],
        ["Pow", ["Pow", ["Pow", 9, 10**9], 10**9], 10**9],
        ["Pow", ["Rational", 3, 7], -(10**500)],
    ):
        quick({"lhs": tower, "rhs": 1})
    quick({"lhs": ["Pow", ["Add", "x", "y", "z", 1], 40], "rhs": 1})
    quick({"lhs": ["Mul", *[["Add", name, 1] for name in "abcdefghijklmnopqrstuvwxyz"]], "rhs": 1})


def test_definitions_do_not_explode():
    start = [{"left": ["Apply", "D0", "x"], "right": ["Add", "x", "x"], "words": ""}]
    twice = [
        {"left": ["Apply", f"D{n}", "x"], "right": ["Apply", f"D{n - 1}", ["Apply", f"D{n - 1}", "x"]], "words": ""}
        for n in range(1, 40)
    ]
    why = quick({"definitions": start + twice, "lhs": ["log", ["Apply", "D39", "x"]], "rhs": 1})
    assert "too large a term, when definitions are unfolded" in why


def test_many_hypotheses_are_searched_within_bounds():
    names = [f"v{n}" for n in range(60)]
    sums = [["Lt", ["Add", a, b], ["Add", c, "w"]] for a in names[:6] for b in names[6:12] for c in names[:5]]
    claim = ["Lt", ["Add", *names], ["Mul", 2, "w"]]
    step = {
        **{"by": {"rule": "order of known numbers"}, "direction": "forward", "at": "before", "place": []},
        **{"bindings": {"u": claim[1], "v": claim[2]}, "before": claim, "after": ["True"]},
        "conditions": [{"prop": claim, "by": "entailed"}],
    }
    lines = [{"step": 1, "reason": None}]
    assert "nothing says" in quick({"hypotheses": sums, "lhs": claim, "rhs": ["True"], "steps": [step], "lines": lines})


@pytest.mark.parametrize(
    "lines",
    [[], [2], [0], [2, 1], [1, 1, 2], [1, 2, 3], [-1, 2], [1, True], [1, "2"]],
)
def test_lines_lead_to_the_end(lines):
    tampered = copy.deepcopy(DOCUMENT)
    tampered["theorems"][0]["lines"] = [{"step": number, "reason": None} for number in lines]
    if lines == [2]:
        verify(tampered)
    else:
        with pytest.raises(Rejected, match="line"):
            verify(tampered)
