"""Names as text and back: injective, marked only where they have to be, and read back as the same name."""

from __future__ import annotations

import pytest
from sympy import Dummy, Function, Idx, IndexedBase, Integer, Symbol, Tuple, Wild

from mlce_sym.border.names import NotPlain, data_of, facts_of, function_of, name_of, symbol_of
from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.words import MARK, shown

PLAIN = [
    (Symbol("theta"), "theta"),
    (Symbol("x'"), "x'"),
    (Symbol("Reals"), f"{MARK}Reals"),
    (Symbol("Integers"), f"{MARK}Integers"),
    (Symbol("#1"), f"{MARK}#1"),
    (Symbol(""), MARK),
    (Symbol(":x"), ":x"),
    (IndexedBase("w"), "w"),
    (IndexedBase("w", shape=(3,)), f"w{MARK}:shape=(3,)"),
    (Function("f"), "f"),
]


@pytest.mark.parametrize(("name", "text"), PLAIN, ids=range(len(PLAIN)))
def test_the_text_of_a_name(name, text):
    assert name_of(name) == text


SYMBOLS = [
    *map(Symbol, ("x", "Reals", "Integers", "#1", "", ":x", "x,y", "x y", "θ")),
    *(Symbol("x", **{fact: value}) for fact in ("positive", "integer", "real", "zero") for value in (True, False)),
    Symbol("", positive=True),
    Symbol("Reals", real=True),
    Symbol("x", commutative=False),
    Dummy("x"),
    Dummy("x", positive=True),
    Dummy(),
]


def test_symbols_come_back_and_stay_apart():
    texts = [name_of(symbol) for symbol in SYMBOLS]
    assert len(set(texts)) == len(SYMBOLS)
    for symbol, text in zip(SYMBOLS, texts, strict=True):
        assert symbol_of(text) == symbol
        assert shown(text) == symbol.name


@pytest.mark.parametrize("facts", [{}, {"positive": True}, {"real": True}, {"integer": False}])
def test_functions_and_data_come_back(facts):
    function = Function("f", **facts)
    assert function_of(name_of(function)) == function
    data = IndexedBase(Symbol("w", **facts))
    assert data_of(name_of(data)) == data
    assert name_of(data) == name_of(Symbol("w", **facts))


def test_the_facts_of_a_name():
    assert facts_of("x") == ("", {}) and facts_of(f"{MARK}Reals") == ("", {})
    assert facts_of(f"x{MARK}:#12") == ("12", {})
    assert facts_of(f"x{MARK}:#12,positive,!zero") == ("12", {"positive": True, "zero": False})
    assert facts_of(f"w{MARK}:shape=(3,)") == ("", {})
    assert facts_of(f"x{MARK}:!commutative") == ("", {"commutative": False})


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (Symbol(f"x{MARK}:positive"), "'x\\x1f:positive' cannot be a name"),
        (Function(f"{MARK}f"), "'\\x1ff' cannot be a name"),
        (IndexedBase(Idx("i")), "i cannot be the name of data: it is no symbol"),
        (IndexedBase(Integer(1)), "1 cannot be the name of data: it is no symbol"),
        (Wild("x"), "x_ (Wild) is outside the language of theorems; use a Symbol"),
        (Function("f", nargs=1), "f is given nargs, which is outside the language of theorems"),
        (Tuple(Symbol("x"), Symbol("y")), "(x, y) cannot be a name: it is no symbol"),
    ],
    ids=range(7),
)
def test_what_is_no_name(name, why):
    with pytest.raises(NotPlain) as caught:
        name_of(name)
    assert str(caught.value) == why and isinstance(caught.value, Malformed)
