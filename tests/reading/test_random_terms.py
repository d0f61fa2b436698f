"""Random terms of the certificate's language are printed, and read back to themselves."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import nan, zoo

from mlce_sym.border.encoding import decode
from mlce_sym.reading.back.engine import Engine
from mlce_sym.reading.back.formulas import Formula
from mlce_sym.reading.back.readback import confirm, matches, read
from mlce_sym.reading.back.vocabulary import vocabulary
from mlce_sym.writers import latex

from .terms import NOTATION, terms

Data = Any


def is_term(data: Data) -> bool:
    """Whether SymPy makes a term of it, and not, for instance, of 1/0."""
    try:
        return not decode(data).has(nan, zoo)
    except (TypeError, ValueError):
        return False


@pytest.mark.slow
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(terms.filter(is_term), min_size=50, max_size=50))
def test_random_terms_are_read_back(drawn: list[Data], engine: Engine) -> None:
    formulas = [Formula("random", str(t), latex.term(t, NOTATION), "", (t,), vocabulary([t], NOTATION)) for t in drawn]
    readings = [read(formula) for formula in formulas]
    for formula, reading in zip(formulas, readings, strict=True):
        assert matches(formula, reading) == {0}
    confirm(formulas, readings, engine)
