"""Every document is read back completely, and no wrong printer gets through."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from mlce_sym.derivations import NAMES, document

from mlce_sym.prover.document import certificate
from mlce_sym.reading.back import formulas as printed_formulas
from mlce_sym.reading.back.engine import Engine
from mlce_sym.reading.back.formulas import Formula, formulas
from mlce_sym.reading.back.readback import NoReader, Unread, confirm, matches, read, read_back
from mlce_sym.reading.back.vocabulary import vocabulary
from mlce_sym.writers import latex
from mlce_sym.writers.layout import lines_of

from ..wrong_printers import SPOILERS

Data = Any
EACH = 4  # spoiled texts of each kind


@cache
def plain(name: str) -> dict[str, Any]:
    return certificate(document(name))


def theorem(left: Data, right: Data, **more: Any) -> dict[str, Any]:
    one = {
        "name": "t",
        "lhs": left,
        "rhs": right,
        "steps": [],
        "lines": [],
        "hypotheses": [],
        "definitions": [],
        **more,
    }
    return {"theorems": [one], "notation": {}}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_read_back(name: str, engine: Engine) -> None:
    theorems = plain(name)["theorems"]
    lines = sum(len(lines_of(one, full=full)) for one in theorems for full in (True, False))
    others = sum(len(one["hypotheses"]) + 2 * len(one["definitions"]) for one in theorems)
    assert read_back(plain(name), engine) >= lines + others


def uncaught(wrong: list[Formula]) -> list[str]:
    """The wrong formulas that are read and say what is expected all the same, by this reader alone."""
    return [formula.latex for formula in wrong if says_the_same(formula)]


def says_the_same(formula: Formula) -> bool:
    try:
        return bool(matches(formula, read(formula)))
    except Unread:
        return False


@pytest.mark.slow
def test_wrong_printers_are_caught() -> None:
    every = {
        formula.latex: formula for name in NAMES for formula in formulas(plain(name)) if formula.where != "hypotheses"
    }
    wrong: list[Formula] = []
    for kind, spoil in SPOILERS.items():
        changed = [f._replace(latex=tex) for f in every.values() for tex in spoil(f.latex) if tex != f.latex]
        assert changed, f"{kind}: this printer changes nothing, so it shows nothing"
        wrong += changed[:: -(-len(changed) // EACH)]
    assert len(wrong) > 100
    assert uncaught(wrong) == []


def test_a_wrong_printer_stops_the_document(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    right = latex.term
    monkeypatch.setattr(latex, "term", lambda *given: right(*given).replace("1 - y_i", "1 + y_i"))
    with pytest.raises(Unread) as refused:
        read_back(plain("bernoulli"), engine)
    message = str(refused.value)
    assert "1 + y_i" in message and "was read" in message and "was expected" in message and "\n" not in message
    assert message.startswith("theorem ")


WRONG = [
    (["Add", "a", ["Mul", -1, ["Add", "b", "c"]]], "a - b + c"),
    (["Mul", 2, ["Add", "a", "b"]], "2 a + b"),
    (["Pow", ["Pow", "a", 2], "b"], "a^{2^b}"),
    (["Pow", "a", ["Add", "b", "c"]], "a^b + c"),
    (["Pow", "a", 12], "a^12"),
    (["Mul", ["Pow", "b", -1], "a"], r"\frac{b}{a}"),
    (["Mul", "a", ["Pow", ["Mul", "b", "c"], -1]], "a/b c"),
    (["log", ["Mul", "a", "b"]], r"\log a b"),
    (["log", ["Pow", "a", 2]], r"\log a^3"),
    (["log", ["Pow", "a", 2]], r"\log(a)^2"),
    (["log", "a"], r"\log_2 a"),
    (["exp", ["Add", "a", "b"]], "e^a + b"),
    (["Sum", "i", ["Range", 1, "n"], ["Add", "a", "i"]], r"\sum_{i=1}^{n} a + i"),
    (["Sum", "i", ["Range", 1, "n"], "i"], r"\sum_{i=1}^{i} i"),
    (["Sum", "i", ["Range", 1, "n"], "i"], r"\sum_{i} i"),
    (["Indexed", "y", "i", "k"], "y_{i k}"),
    (["Indexed", "y", "i", "k"], "y_{k,i}"),
    (["KroneckerDelta", "i", "k"], r"\delta_{i i}"),
    (["KroneckerDelta", "i", "k"], r"\delta_k"),
    (["Apply", "f", "a", "b"], "f(b, a)"),
    (["Apply", "f", "a", "b"], "f(a; b)"),
    (["Mul", "a", ["Apply", "f", "b"]], "a f b"),
    (["Lt", "a", "b"], "b < a"),
    (["Lt", "a", "b"], r"a \le b"),
    (["Ne", "a", "b"], "a = b"),
    (["Member", "a", ["Interval", 0, 1]], r"a \in \{0, 1\}"),
    (["Member", "a", ["Finite", 0, 1]], "a \\in (0, 1)"),
    (["Member", "a", "Reals"], r"a \in \mathbb{Z}"),
    (["Range", 1, "n"], r"\{1, n\}"),
    (["Without", "S", "a"], r"\{a\} \setminus S"),
    (["ArgMax", "a", "S", "a"], r"\operatorname*{arg\,max}_{a \in S} a + b"),
    (["ForAll", "i", ["Range", 1, "n"], ["Lt", 0, "i"]], r"i > 0 \text{ for all } i = 0, \dots, n"),
    (["Add", "a", 1], "a + 1]"),
    (["Add", "a", 1], "a + 1 +"),
    (["Add", "a", 1], "a + - 1"),
    (["Add", "a", 1], "a + 1 % b"),
    (["Add", "a", 1], "a + 1)("),
    (["Add", "a", 1], r"a + \bigl(1)"),
    (["Mul", "a", "b"], r"a \cdot \cdot b"),
    (["Mul", 2, 3], "2 3"),
]


def test_what_says_something_else_is_caught(engine: Engine) -> None:
    vocabulary_of = [data for data, _ in WRONG if data[0] not in ("Range", "Without")] + [["Member", "a", "S"]]
    v = vocabulary(vocabulary_of, {})
    right = [Formula("t", "line", latex.term(data), "", (data,), v) for data, _ in WRONG]
    readings = [read(f) for f in right]
    assert [matches(f, reading) for f, reading in zip(right, readings, strict=True)] == [{0}] * len(WRONG)
    confirm(right, readings, engine)
    assert uncaught([f._replace(latex=wrong) for f, (_, wrong) in zip(right, WRONG, strict=True)]) == []


def test_names_that_are_written_alike_are_refused(engine: Engine) -> None:
    entry = ["Indexed", "y", 1]
    with pytest.raises(Unread, match="ambiguous"):
        read_back(theorem(entry, entry, hypotheses=[["Lt", 0, "y_1"]]), engine)


def test_bars_are_read_as_the_one_function_that_is_written_so(engine: Engine) -> None:
    def said(*functions: str) -> dict[str, Any]:
        bars = [["Apply", f, ["Add", "a", ["Apply", f, "b"]]] for f in functions]
        left = ["Add", 1, *bars]
        how = {f: {"latex": r"\lvert #1 \rvert"} for f in functions}
        return {**theorem(left, left), "notation": how}

    assert read_back(said("abs"), engine) == 3
    with pytest.raises(Unread, match=r"ambiguous: it may stand for abs or size"):
        read_back(said("abs", "size"), engine)


def test_declared_functions_are_read_by_their_names_and_bars(engine: Engine) -> None:
    of_a = ["abs", ["Add", "a", ["Mul", -1, "b"]]]
    left = ["Add", of_a, ["max", "a", ["erf", "b"]], ["sin", ["Mul", 2, "a"]]]
    assert read_back(theorem(left, left), engine) == 3


@pytest.mark.parametrize("kept", [0, 1])
def test_a_hypothesis_that_is_not_printed_is_missed(kept: int, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    both = theorem("x", "x", hypotheses=[["Lt", 0, "x"], ["Member", "n", "Integers"]])
    assert read_back(both, engine) == 7
    right = printed_formulas.clauses
    monkeypatch.setattr(printed_formulas, "clauses", lambda hypotheses: right(hypotheses)[:kept])
    with pytest.raises(Unread, match=r"hypotheses: .* is not printed"):
        read_back(both, engine)


def test_what_cannot_be_printed_is_unread(engine: Engine) -> None:
    with pytest.raises(Unread, match="cannot be printed"):
        read_back(theorem(["Integral", "x"], "x"), engine)


def test_bound_variables_have_the_scope_in_which_they_are_printed(engine: Engine) -> None:
    shadowed = ["Sum", "i", ["Range", 1, 3], ["Mul", "i", ["Sum", "i", ["Range", 1, "i"], ["Indexed", "y", "i"]]]]
    assert read_back(theorem(shadowed, shadowed), engine) == 3
    formula = next(f for f in formulas(theorem(shadowed, shadowed)))
    renamed = formula._replace(latex=r"\sum_{i=1}^{3} i \sum_{n=1}^{i} y_i", vocabulary=_with("n", shadowed))
    with pytest.raises(Unread):
        matches(renamed, read(renamed))


def _with(name: str, data: Data) -> Any:
    return next(formulas(theorem(data, name))).vocabulary


def test_without_latex2sympy2_there_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mlce_sym.reading.back.engine.installed", lambda: False)
    with pytest.raises(NoReader, match=r"pip install 'mlce-sym\[readback\]'"):
        read_back(theorem(["Add", "x", 1], "x"))
