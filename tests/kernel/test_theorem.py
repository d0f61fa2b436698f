"""The seal: what copies a theorem gives the same one, and nothing that is not the kernel makes another."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from mlce_sym.kernel.rule_table import Rule, shipped
from mlce_sym.kernel.step import begun, named_theorem
from mlce_sym.kernel.theorem import SHIPPED, Known, Theorem, require
from mlce_sym.logic.given import assumed
from mlce_sym.terms.errors import Malformed

GIVEN = assumed((("Lt", 0, "x"),), ())
THEOREM = begun(GIVEN, ("log", "x"))
FIELDS = {field.name: getattr(THEOREM, field.name) for field in dataclasses.fields(THEOREM)}

FORGERIES = [
    lambda: Theorem(GIVEN, 0, 1),
    lambda: Theorem(GIVEN, 0, 1, seal=None),
    lambda: Theorem(GIVEN, 0, 1, seal=True),
    lambda: Theorem(GIVEN, 0, 1, seal=object()),
    lambda: Theorem(**FIELDS),
    lambda: Theorem(**{**FIELDS, "rhs": 1}),
    lambda: dataclasses.replace(THEOREM),
    lambda: dataclasses.replace(THEOREM, rhs=1),
    lambda: dataclasses.replace(THEOREM, name="another"),
    lambda: dataclasses.replace(THEOREM, seal=object()),
    lambda: type(THEOREM)(GIVEN, 0, 1, (), "t", "a real number", frozenset(), frozenset(), "seal"),
]


@pytest.mark.parametrize("forge", FORGERIES, ids=range(len(FORGERIES)))
def test_nobody_else_makes_a_theorem(forge):
    with pytest.raises(TypeError, match=r"^a Theorem is made by the kernel alone: begin with begun\(given, term\)$"):
        forge()


def test_a_copy_with_other_values_is_no_theorem():
    replace = getattr(copy, "replace", None)  # from Python 3.13 on
    if replace is not None:
        with pytest.raises(TypeError, match="made by the kernel alone"):
            replace(THEOREM, rhs=1)
    assert not hasattr(THEOREM, "_replace")


def test_no_other_class_passes_for_theorems():
    with pytest.raises(TypeError, match="no class of theorems but this one"):
        type("Forged", (Theorem,), {"__post_init__": lambda self, seal: None})


@pytest.mark.parametrize("field", [*FIELDS, "seal", "other"])
def test_a_theorem_does_not_change(field):
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(THEOREM, field, 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(THEOREM, field)


def test_the_seal_is_not_kept():
    assert THEOREM.seal is None and "seal" not in vars(THEOREM)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda t: pickle.loads(pickle.dumps(t))])
def test_what_copies_gives_the_same_theorem(copied):
    twin = copied(named_theorem(THEOREM, "t"))
    assert twin == named_theorem(THEOREM, "t") != THEOREM
    assert (twin.given == GIVEN, twin.lhs, twin.rhs, twin.name) == (True, ("log", "x"), ("log", "x"), "t")
    assert vars(twin) == vars(named_theorem(THEOREM, "t"))


def test_a_theorem_shows_what_it_says_and_what_it_rests_on():
    assert repr(THEOREM) == "log(x) = log(x)"
    beyond = copy.copy(THEOREM)
    object.__setattr__(beyond, "beyond", frozenset(("b", "a")))
    assert repr(beyond) == "log(x) = log(x) (by rules not in the table: 'a', 'b')"


def test_the_proof_is_no_part_of_what_a_theorem_says():
    other = copy.copy(THEOREM)
    object.__setattr__(other, "steps", (1,))
    assert other == THEOREM
    for field in ("lhs", "rhs", "name", "sort", "kinds", "beyond"):
        other = copy.copy(THEOREM)
        object.__setattr__(other, field, "else")
        assert other != THEOREM


def test_known_rules_are_those_that_are_shipped_or_those_that_are_said():
    assert Known() == SHIPPED and (SHIPPED.rules, SHIPPED.theorems) == (None, {})
    assert SHIPPED.rule("log of a power") is shipped("log of a power")
    mine = Rule("mine", 1, 1)
    assert Known({"mine": mine}).rule("mine") is mine
    for known, name in ((SHIPPED, "mine"), (Known({}), "log of a power"), (Known({"mine": mine}), "log of a power")):
        with pytest.raises(Malformed, match=f"^there is no rule '{name}'$"):
            known.rule(name)


def test_a_rule_that_equals_one_that_is_shipped_is_the_shipped_one():
    """1 and True are equal, and only one of them is a term."""
    own = shipped("indicator of the label 1")
    assert Known({own.name: dataclasses.replace(own, lhs=("KroneckerDelta", True, "y"))}).rule(own.name) is own
    other = dataclasses.replace(own, rhs=2)
    assert Known({own.name: other}).rule(own.name) is other


def test_known_theorems():
    assert Known(None, {"t": THEOREM}).theorem("t") is THEOREM
    with pytest.raises(Malformed, match=r"^no earlier theorem is called 'u'$"):
        Known(None, {"t": THEOREM}).theorem("u")


def test_a_message_is_written_only_where_it_is_needed():
    assert require(True, "why") is None

    def never():
        raise AssertionError("the message was written")

    require(True, never)
    for why in ("the reason", lambda: "the reason"):
        with pytest.raises(Malformed, match=r"^the reason$"):
            require(False, why)
