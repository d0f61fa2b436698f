"""What a certificate states, as data: how a step is called in messages."""

from __future__ import annotations

import pytest

from mlce_sym.kernel.claims import Condition, Step

CALLED = [
    ("rule", "log of a power", "the rule 'log of a power'"),
    ("definition", "L", "the definition 'L'"),
    ("hypothesis", 3, "hypothesis 3"),
    ("theorem", "t", "the theorem 't'"),
    ("procedure", "algebra", "the procedure 'algebra'"),
]


@pytest.mark.parametrize(("kind", "by", "called"), CALLED)
def test_what_a_step_is_called(kind, by, called):
    assert str(Step(kind, by, False, False, (), {}, 0, 0)) == called


def test_a_condition_follows_where_no_theorem_is_named():
    assert (Condition(("True",)).theorem, Condition(("True",)).variable) == (None, None)
    assert Step("rule", "r", False, False, (), {}, 0, 0).conditions == ()
