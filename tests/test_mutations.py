"""The planted errors of `python -m benchmarks mutations`: they compile, have names that last, and one is noticed."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import asdict

import pytest

from benchmarks import corpus, mutants
from benchmarks.mutations import ROOT, Result, chosen, digest, has_lemma, logged, survivors, table

SMALL = '''
LONGEST_NAME = 100
HEADS = ("Add", "Mul")

def shown(data):
    return data[:50]

def below(term: tuple[int, ...] = (1, 2)) -> bool:
    """Is 1 < 2?"""
    if term[0] not in HEADS and not term:
        raise ValueError("is 3 < 4")
    check(term, f"{1 + 2}")
    return all(part < 7 for part in term if part)
'''


def kinds(source):
    return {(m.kind, m.before, m.after) for m in mutants.of_source("room/file.py", source)}


@pytest.fixture(scope="module")
def everything():
    return list(mutants.of_rooms())


@pytest.mark.slow
def test_at_least_three_hundred_with_names_of_their_own(everything):
    assert len(everything) > 300
    assert len({m.id for m in everything}) == len(everything)
    assert {m.room for m in everything} == set(mutants.ROOMS)
    assert [m.id for m in mutants.of_rooms()] == [m.id for m in everything]


@pytest.mark.slow
def test_they_are_python_or_a_rule_table(everything):
    for mutant in everything[::50]:
        read = json.loads if mutant.file.endswith(".json") else ast.parse
        read(mutant.source)


def test_every_kind_is_planted():
    assert kinds(SMALL) == {
        ("dropped head", "('Add', 'Mul')", "('Mul',)"),
        ("dropped head", "('Add', 'Mul')", "('Add',)"),
        ("exchanged head", "'Add'", "'Mul'"),
        ("exchanged head", "'Mul'", "'Add'"),
        ("swapped arguments", "(1, 2)", "(2, 1)"),
        ("off by one", "1", "2"),
        ("off by one", "2", "3"),
        ("off by one", "0", "1"),
        ("off by one", "7", "8"),
        ("dropped condition", "term[0] not in HEADS and (not term)", "True"),
        ("dropped condition", "term[0] not in HEADS and (not term)", "False"),
        ("dropped condition", "term[0] not in HEADS and (not term)", "not term"),
        ("dropped condition", "term[0] not in HEADS and (not term)", "term[0] not in HEADS"),
        ("negated condition", "term[0] not in HEADS and (not term)", "not (term[0] not in HEADS and (not term))"),
        ("flipped comparison", "term[0] not in HEADS", "term[0] in HEADS"),
        ("negated condition", "not term", "term"),
        ("skipped check", "check(term, f'{1 + 2}')", "pass"),
        ("skipped check", "all((part < 7 for part in term if part))", "True"),
        ("skipped check", "all((part < 7 for part in term if part))", "False"),
        ("skipped check", "all", "any"),
        ("flipped comparison", "part < 7", "part <= 7"),
        ("dropped condition", "part", "True"),
        ("negated condition", "part", "not part"),
    }


def test_sets_and_signs():
    assert {after for _, _, after in kinds("x = a | b")} == {"a & b", "a - b"}
    assert {after for _, _, after in kinds("x = a - {b}")} == {"a | {b}", "a & {b}"}
    assert {after for _, _, after in kinds("x = a - b")} == {"a + b"}


def test_what_means_nothing_is_not_planted():
    """The order of exceptions, of the terms of a sum, and whether a limit is just reached."""
    source = (
        'try:\n    pass\nexcept (A, B):\n    plus(a, b)\n    x = "Mul", a, b\n    if n > MOST_TERMS:\n        pass\n'
    )
    assert {kind for kind, _, _ in kinds(source)} == {
        "skipped check",
        "dropped condition",
        "negated condition",
        "exchanged head",
    }


def test_a_larger_sample_has_the_smaller_one_in_it(everything):
    small, large = (chosen(everything, "logic", number) for number in (20, 50))
    assert len(small) == 20 and len(large) == 50 and {m.id for m in small} < {m.id for m in large}
    assert large == [m for m in everything if m in large]
    assert chosen(small, "logic", 30) == chosen(small, "", 20) == small


@pytest.mark.slow
def test_a_warm_process_runs_modules():
    asked = [[["this"], 60, True], [["no_such_module"], 60, False],
             [["timeit", "-n1", "-r1", "import time; time.sleep(60)"], 0.5, False]]  # fmt: skip
    lines = "".join(json.dumps(line) + "\n" for line in asked)
    ran = subprocess.run(
        (sys.executable, "-m", "benchmarks.warm"), input=lines, capture_output=True, text=True, cwd=ROOT, check=True
    )
    (zen, nothing, late) = map(json.loads, ran.stdout.splitlines())
    assert zen[0] == 0 and "Zen of Python" in zen[1] and zen[2] > 0 and zen[3] >= 0
    assert nothing[0] == 1 and "No module named no_such_module" in nothing[1]
    assert late[0] is None and 0.5 < late[2] < 30


def test_a_name_does_not_depend_on_other_functions():
    moved = SMALL.replace("def shown", "def other(n):\n    return n < 3\n\n\ndef shown")
    names = {m.id: (m.before, m.after) for m in mutants.of_source("room/file.py", moved)}
    assert all(names[m.id] == (m.before, m.after) for m in mutants.of_source("room/file.py", SMALL))


def test_the_rest_of_the_file_stays_as_it_is():
    source = 'é = "ü"  # ö\ndef f(a):\n    return (a\n        < 1)  # ß\n'
    (flipped, _) = mutants.of_source("room/file.py", source)
    assert flipped.source == 'é = "ü"  # ö\ndef f(a):\n    return ((a <= 1))  # ß\n'


def test_an_error_in_a_small_function_is_noticed():
    def passes(source):
        names = {}
        exec(source, names)
        return names["least"]([3, 1, 2]) == 1 and names["least"]([]) is None

    source = "def least(values):\n    return min(values) if len(values) > 0 else None\n"
    assert passes(source)
    flipped, *_ = (m for m in mutants.of_source("room/file.py", source) if m.kind == "flipped comparison")
    with pytest.raises(ValueError, match="empty"):
        passes(flipped.source)


def test_a_changed_rule_has_no_lemma(everything):
    rules = [m for m in everything if m.id.startswith("kernel/rules.json:log of a power:")]
    assert {m.kind for m in rules} >= {"dropped condition", "exchanged head", "swapped arguments"}
    assert not any(map(has_lemma, rules))


def test_certificates_that_are_not_true_are_made():
    theorem = {
        "hypotheses": [["Lt", 0, "x"]],
        "lhs": ["log", "x"],
        "rhs": ["log", "x"],
        "steps": [
            {
                "by": {"hypothesis": 0},
                "bindings": {},
                "before": ["log", "x"],
                "after": ["log", "x"],
                "conditions": [{}],
            }
        ],
    }
    found = dict(corpus.false_certificates({"theorems": [theorem]}))
    assert found.keys() == {
        *("hypothesis dropped", "hypothesis: number", "hypothesis: relation", "hypothesis: order"),
        *("line: sign", "condition dropped"),
    }
    (signed,) = found["line: sign"]["theorems"]
    assert signed["steps"][-1]["after"] == signed["rhs"] or signed["steps"][0]["before"] == signed["lhs"]


def test_the_report(everything, tmp_path, monkeypatch):
    few = chosen(everything, "terms", 3)
    assert len(few) == 3 and {m.room for m in few} == {"terms"}
    found = {
        few[0].id: Result(few[0].id, "", "a", "b", "mirrored"),
        few[1].id: Result(few[1].id, "", "a", "b", "all", timeout=True, alone=["crash"]),
        few[2].id: Result(few[2].id, "", "a", "b"),
    }
    assert table(found.values())[-1].split() == ["terms", "in", "all", "3", "1", "0", "1", "1", "67%", "33%", "0", "0"]
    monkeypatch.setattr("benchmarks.mutations.REASONS", {})
    lines, wrong = survivors(found, found)
    assert lines[-1].strip() == "NOT EXPLAINED" and wrong == 1
    monkeypatch.setattr("benchmarks.mutations.REASONS", {few[2].id: "it is the same"})
    assert survivors(found, found)[1] == 0
    monkeypatch.setattr("benchmarks.mutations.REASONS", {few[0].id: "?", "gone": "?"})
    assert survivors(found, found)[1] == 3
    assert logged(tmp_path / "none", few) == {}


def test_what_a_log_answers(everything, tmp_path, monkeypatch):
    """What a test noticed, or what has a reason; in the file as it is; asked of evaluation, if that is wanted."""
    one, other, third = chosen(everything, "terms", 3)
    log, seconds = tmp_path / "log", {"alone": 1.0}
    found = [
        Result(one.id, digest(one), "a", "b", "mirrored", seconds=seconds),
        Result(other.id, digest(other), "a", "b", stages=1, seconds=seconds),
        Result(third.id, "another", "a", "b", "mirrored", seconds=seconds),
    ]
    log.write_text("".join(json.dumps(asdict(result)) + "\n" for result in found), encoding="utf-8")
    assert logged(log, (one, other, third)) == {one.id: found[0]}
    monkeypatch.setattr("benchmarks.mutations.REASONS", {other.id: "it is the same"})
    assert set(logged(log, (one, other, third), 1)) == {one.id, other.id} and set(logged(log, (one, other), 2)) == {
        one.id
    }
    log.write_text(json.dumps(asdict(Result(one.id, digest(one), "a", "b", "mirrored"))) + "\n", encoding="utf-8")
    assert logged(log, (one,)) == {} and set(logged(log, (one,), only_tests=True)) == {one.id}
