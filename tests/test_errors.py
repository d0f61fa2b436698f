"""Errors: whoever calls a public function has one class to catch, and finds the others in `mlce_sym`."""

import importlib
import inspect
import pkgutil

import pytest
from sympy import Function, Symbol, log

import mlce_sym
from mlce_sym import MlceError, assert_identity, chain, judge, loss, prove, verify

a, b = Symbol("a"), Symbol("b")

# Control flow inside the logic, the evaluation and the search, and what is click's.
INSIDE = {
    *(
        "Diverges",
        "Missing",
        "NotATerm",
        "Over",
        "TooDeep",
        "Undefined",
        "Undetermined",
        "Unsatisfied",
        "Unseen",
        "Usage",
    ),
}


def modules():
    for found in pkgutil.walk_packages(mlce_sym.__path__, "mlce_sym."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def errors():
    for module in modules():
        for name, value in vars(module).items():
            own = inspect.isclass(value) and value.__module__ == module.__name__
            if own and issubclass(value, BaseException):
                yield name, value


def test_every_error_that_leaves_the_package_has_one_base():
    found = dict(errors())
    assert {"Malformed", "Mistyped", "NotUnderstood", "Rejected", "Trouble", "Undecided", "Unsupported"} <= set(found)
    assert {name for name, error in found.items() if not issubclass(error, MlceError)} == INSIDE


def test_where_there_is_what_is_kept_inside():
    assert {error.__module__.split(".")[1] for name, error in errors() if name in INSIDE} == {
        "cli",
        "evaluate",
        "logic",
        "prover",
    }


@pytest.mark.parametrize(
    "call, expected",
    [
        (lambda: prove("bernouli"), "NoSuchName"),
        (lambda: prove(log(a * b), log(a) + log(b)), "Refused"),
        (lambda: prove(a, a).write("docx"), "NoSuchName"),
        (lambda: verify({"format": "mlce-certificate"}), "Rejected"),
        (lambda: verify(None), "Rejected"),
        (lambda: loss("poison"), "NoSuchName"),
        (lambda: loss(), "NoSuchName"),
        (lambda: loss(density="p +", data="y > 0", parameters="p > 0"), "Mistyped"),
        (lambda: loss(density="y", data="0 < y < 1", parameters="p > 0"), "Unsupported"),
        (lambda: chain(log(a)), "Refused"),
        (lambda: chain(log(a), ["a > 0"]), "NotUnderstood"),
        (lambda: chain(log(a), [a > 0]).by(mlce_sym.rules.log_of_product), "Refused"),
    ],
)
def test_a_public_function_raises_what_is_exported(call, expected):
    with pytest.raises(MlceError) as raised:
        call()
    assert type(raised.value) is getattr(mlce_sym, expected)
    assert "\n" not in str(raised.value)


def deep(term):
    f = Function("f")
    for _ in range(170):
        term = f(term)
    return term


@pytest.mark.parametrize(
    "lhs, rhs, given",
    [(log(a), b, ["a > 0"]), (a, a, [deep(a) > 0]), (deep(a), a, ()), (deep(a), deep(a), [deep(b) > 0])],
)
def test_judge_answers_whatever_it_is_asked(lhs, rhs, given):
    assert judge(lhs, rhs, given).status == "unknown"
    with pytest.raises(AssertionError):
        assert_identity(lhs, rhs, given)


@pytest.mark.parametrize("function", [prove, verify, loss, chain])
def test_what_a_docstring_says_is_raised_is_exported(function):
    words = inspect.getdoc(function).partition("Raises ")[2].replace(",", " ").split()
    said = {word.strip(".;()") for word in words} & {name for name, _ in errors()}
    assert said and said <= set(mlce_sym.__all__)
