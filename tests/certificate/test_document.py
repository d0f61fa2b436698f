"""Reading documents: each refusal, word for word; and whatever is put anywhere, the answer is one line, soon."""

from __future__ import annotations

import copy
import json
import time

import pytest

from derivations import bernoulli
from mlce_sym.certificate.checked import verify
from mlce_sym.certificate.document import Faulty, label, listed, one_of, parse_document, record, text
from mlce_sym.kernel.claims import Claim, Condition, Step
from mlce_sym.kernel.replay import Rejected
from mlce_sym.logic.given import Definition
from mlce_sym.prover.document import certificate
from mlce_sym.terms.errors import Malformed

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
NOT_NEEDED = ("theorems", 0, "hypotheses", 5)  # that θ is in Θ: p^y is defined for every p where y is 0 or 1
CHANGED = [
    path
    for path in paths(DOCUMENT)
    if 1 < len(path) < 6 and not any(key in READERS for key in path) and path[:4] != NOT_NEEDED
]


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


STEP = {
    **{"by": {"rule": "log of a power"}, "direction": "backward", "at": "after", "place": [0, [0, 1]]},
    **{"bindings": {"a": "x", "f": ["Lambda", ["u"], "u"]}, "before": "x", "after": "y"},
    "conditions": [
        {"prop": ["Lt", 0, "x"], "by": "entailed"},
        {"prop": ["Lt", 1, "x"], "by": {"theorem": "s", "variable": None}},
        {"prop": ["ForAll", "t", "A", ["True"]], "by": {"theorem": "s", "variable": "v"}},
    ],
}
THEOREM = {
    **{"name": "t", "title": "", "words": "", "role": "lemma", "hypotheses": [["Lt", 0, "x"]]},
    "definitions": [
        {"left": "D", "right": 1, "words": ""},
        {"left": ["Apply", "f", "u"], "right": "u", "words": ""},
        {"left": ["Indexed", "y", "i", "j"], "right": 2, "words": ""},
    ],
    **{"lhs": "x", "rhs": "y", "steps": [STEP], "lines": [{"step": 1, "reason": None}]},
}
SMALL = {"format": "mlce-certificate", "version": 1, "name": "d", "title": "", "notation": {}, "theorems": [THEOREM]}


def test_what_a_document_states():
    conditions = (
        Condition(("Lt", 0, "x")),
        Condition(("Lt", 1, "x"), "s"),
        Condition(("ForAll", "t", "A", ("True",)), "s", "v"),
    )
    bindings = {"a": "x", "f": ("Lambda", ("u",), "u")}
    step = Step("rule", "log of a power", True, True, (0, (0, 1)), bindings, "x", "y", conditions)
    definitions = (
        Definition("", "D", (), 1), Definition("Apply", "f", ("u",), "u"), Definition("Indexed", "y", ("i", "j"), 2)
    )  # fmt: skip
    assert parse_document(SMALL) == (Claim("t", (("Lt", 0, "x"),), definitions, "x", "y", (step,)),)
    later = {**SMALL, "version": 2, "theorems": [{**THEOREM, "idea": "how"}]}
    assert parse_document(later) == parse_document(SMALL)
    forward = {**STEP, "direction": "forward", "at": "before"}
    (claim,) = parse_document({**SMALL, "theorems": [{**THEOREM, "steps": [forward]}]})
    assert (claim.steps[0].backward, claim.steps[0].reverse) == (False, False)
    for by, kind, what in (
        ({"hypothesis": 0}, "hypothesis", 0), ({"definition": "D"}, "definition", "D"),
        ({"theorem": "s t"}, "theorem", "s t"), ({"procedure": "algebra"}, "procedure", "algebra"),
    ):  # fmt: skip
        (claim,) = parse_document({**SMALL, "theorems": [{**THEOREM, "steps": [{**STEP, "by": by}]}]})
        assert (claim.steps[0].kind, claim.steps[0].by) == (kind, what)


LEFT = "the left side of a definition is a variable, or a function or data vector of distinct variables"
FAULTS = [
    ((), {"format": "other"}, "", 0, "this is not version 1 or 2 of mlce-certificate"),
    ((), {"version": True}, "", 0, "this is not version 1 or 2 of mlce-certificate"),
    ((), {"version": 3}, "", 0, "this is not version 1 or 2 of mlce-certificate"),
    ((), {"more": 1}, "", 0, "the document has the unknown key 'more'"),
    ((), {"name": ""}, "", 0, "the document's name is not a name of one line, but ''"),
    ((), {"name": "a\nb"}, "", 0, "the document's name is not a name of one line, but 'a\\nb'"),
    ((), {"title": 1}, "", 0, "the document's title is no text, but 1"),
    ((), {"notation": []}, "", 0, "notation is no object"),
    ((), {"notation": {"x": {"latex": 1}}}, "", 0, "the notation of x is not understood"),
    ((), {"notation": {"x": {"colour": "red"}}}, "", 0, "the notation of x is not understood"),
    ((), {"notation": {"_x": {}}}, "", 0, "'_x' is not a name"),
    ((), {"theorems": []}, "", 0, "the document has no theorems"),
    ((), {"theorems": {}}, "", 0, "theorems is no list, but a dict"),
    ((), {"theorems": [THEOREM, THEOREM]}, "t", 0, "another theorem has this name"),
    ((0,), {"idea": 1}, "t", 0, "the idea is no text, but 1"),
    ((0,), {"role": "axiom"}, "t", 0, "the role is theorem or lemma, not 'axiom'"),
    ((0,), {"hypotheses": ["x"]}, "t", 0, "'x' is no proposition"),
    ((0,), {"hypotheses": [["Lt", 0]]}, "t", 0, "a proposition: Lt takes 2 parts, not 1"),
    ((0,), {"lhs": ["log"]}, "t", 0, "lhs: log takes 1 parts, not 0"),
    ((0,), {"rhs": 1.5}, "t", 0, "rhs: 1.5 is not a term"),
    ((0,), {"definitions": [{"left": 1, "right": 1, "words": ""}]}, "t", 0, LEFT),
    ((0,), {"definitions": [{"left": "Reals", "right": 1, "words": ""}]}, "t", 0, LEFT),
    ((0,), {"definitions": [{"left": ["Apply", "f", "x", "x"], "right": 1, "words": ""}]}, "t", 0, LEFT),
    ((0,), {"definitions": [{"left": ["Apply", "f", 1], "right": 1, "words": ""}]}, "t", 0, LEFT),
    ((0,), {"definitions": [{"left": ["log", "x"], "right": 1, "words": ""}]}, "t", 0, LEFT),
    ((0,), {"definitions": [{"left": ["Apply", "f", "Reals"], "right": 1, "words": ""}]}, "t", 0,
     "'Reals' is not a name"),
    ((0,), {"steps": {}}, "t", 0, "steps is no list"),
    ((0,), {"lines": []}, "t", 0, "the last line is not the end of the proof"),
    ((0,), {"lines": [{"step": 2, "reason": None}]}, "t", 0,
     "a line refers to step 2 after 0, where there are 1 steps"),
    ((0,), {"lines": [{"step": 1, "reason": 1}]}, "t", 0, "a reason is no text, but 1"),
    ((0,), {"uncertified": [1]}, "t", 0, "its item is no object, but 1"),
    ((0, 0), {"direction": "up"}, "t", 1, "direction is forward or backward, not 'up'"),
    ((0, 0), {"at": "now"}, "t", 1, "at is before or after, not 'now'"),
    ((0, 0), {"place": 0}, "t", 1, "0 is not a place"),
    ((0, 0), {"bindings": []}, "t", 1, "bindings is no object"),
    ((0, 0), {"bindings": {"1": 1}}, "t", 1, "'1' is not a name"),
    ((0, 0), {"bindings": {"a": ["log"]}}, "t", 1, "a: log takes 1 parts, not 0"),
    ((0, 0), {"before": []}, "t", 1, "before: a list is not a term"),
    ((0, 0), {"after": None}, "t", 1, "after: None is not a term"),
    ((0, 0), {"by": {}}, "t", 1, "a step is by one thing"),
    ((0, 0), {"by": {"rule": "a", "theorem": "b"}}, "t", 1, "a step is by one thing"),
    ((0, 0), {"by": {"magic": "a"}}, "t", 1,
     "a step's justification is rule or definition or hypothesis or theorem or procedure, not 'magic'"),
    ((0, 0), {"by": {"hypothesis": "0"}}, "t", 1, "a hypothesis is named by its number"),
    ((0, 0), {"by": {"definition": "D x"}}, "t", 1, "'D x' is not a name"),
    ((0, 0), {"by": {"rule": 1}}, "t", 1, "the rule is no text, but 1"),
    ((0, 0), {"conditions": [{"prop": ["True"]}]}, "t", 1, "a condition needs the key 'by'"),
    ((0, 0), {"conditions": [{"prop": ["True"], "by": "luck"}]}, "t", 1, "by is entailed, not 'luck'"),
    ((0, 0), {"conditions": [{"prop": ["True"], "by": 1}]}, "t", 1, "the evidence is no object, but 1"),
    ((0, 0), {"conditions": [{"prop": ["True"], "by": {"theorem": "s", "variable": 1}}]}, "t", 1, "1 is not a name"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "change", "theorem", "step", "why"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_found_where_it_is(where, change, theorem, step, why):
    parts = [SMALL, THEOREM, STEP][: len(where) + 1]
    changed = {**parts.pop(), **change}
    for outer, key in zip(reversed(parts), ("theorems", "steps")[: len(parts)][::-1], strict=True):
        changed = {**outer, key: [changed]}
    with pytest.raises(Malformed) as caught:
        parse_document(changed)
    assert str(caught.value) == why
    found = (caught.value.theorem, caught.value.step) if isinstance(caught.value, Faulty) else ("", 0)
    assert found == (theorem, step)


def test_the_small_readers():
    assert record({"a": 1, "c": 2}, "it", "a", "b c") == {"a": 1, "c": 2}
    assert listed([1, 2], "it", str) == ("1", "2") and text("", "it") == "" and one_of("a", "it", "a", "b") == "a"
    assert label("x" * 200, "it") == "x" * 200
    for attempt, why in (
        (lambda: record([], "it", "a"), "it is no object, but a list"),
        (lambda: record({}, "it", "a b"), "it needs the key 'a'"),
        (lambda: record({"a": 1, "b": 1}, "it", "a"), "it has the unknown key 'b'"),
        (lambda: listed((), "it", str), "it is no list, but a list"),
        (lambda: label("x" * 201, "it"), f"it is not a name of one line, but '{'x' * 56}…"),
        (lambda: one_of(1, "it", "a", "b"), "it is a or b, not 1"),
    ):
        with pytest.raises(Malformed) as caught:
            attempt()
        assert str(caught.value) == why
    assert (Faulty("why").theorem, Faulty("why").step, str(Faulty("why", "t", 2))) == ("", 0, "why")
