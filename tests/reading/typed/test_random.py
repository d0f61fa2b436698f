"""Random formulas are read as what they say, in both syntaxes; and any text is a term or is refused in one line."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sympy import Basic

from mlce_sym.reading.typed.declared import Declared, declaration, density
from mlce_sym.reading.typed.mistyped import Mistyped

from .textbook import TEXTBOOK
from .written import VALUES, formulas, latex, plain, value

NAMES = [declaration(f"{name} > 0") for name in VALUES]
SYMBOLS = {name.symbol: VALUES[name.symbol.name] for name in NAMES}
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@pytest.mark.slow
@settings(deadline=None, max_examples=200, suppress_health_check=SLOW)
@given(formulas, st.sampled_from([plain, latex]))
def test_a_formula_is_read_as_what_it_says(formula, write):
    try:
        wanted = value(formula)
    except (ValueError, ZeroDivisionError, OverflowError):
        assume(False)
    assume(1e-9 < abs(wanted) < 1e9)
    try:
        term = density(write(formula) + (r"\," if write is latex else ""), NAMES)
    except Mistyped as refused:  # what is too large on the way
        assume(not any(why in str(refused) for why in ("too large", "digits", "characters")))
        raise
    assert math.isclose(float(term.evalf(30, subs=SYMBOLS)), wanted, rel_tol=1e-6)


def outcome(text: str) -> Basic | str:
    try:
        return density(text, NAMES)
    except Mistyped as wrong:
        return str(wrong)


def is_a_term_or_one_line(found: Basic | Declared | str) -> bool:
    return not isinstance(found, str) or (found.isprintable() and found.startswith("--"))


PIECES = re.findall(
    r"\S+",
    r"""\ { } ( ) [ ] | ^ _ y E i x_m \lambda \frac \sqrt \log \exp e 2 10 0 - + / * \cdot ! \Gamma B I_0 \max ,
    \left( \right) ' \begin{cases} \end{cases} & \\ < \le \in \{ \} \dots \infty ^{ _{ \binom \cosh \text{if}
    \text{otherwise} \pi 0.5 \lvert \rvert exp( tanh(
    gamma( beta( max( abs( Piecewise(( ** True in R > = \mathbb{R} ... λ ≤ ∞""",
)
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=25).map("".join),
    st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=25).map(" ".join),
)


@pytest.mark.slow
@settings(deadline=None, max_examples=600)
@given(texts)
def test_any_text_is_a_term_or_refused_in_one_line(text):
    found = outcome(text)
    assert is_a_term_or_one_line(found)
    assert outcome(text) == found
    try:
        assert declaration(text).latex
    except Mistyped as wrong:
        assert is_a_term_or_one_line(str(wrong))


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(st.sampled_from(TEXTBOOK), st.booleans(), st.data())
def test_a_textbook_density_with_a_slip_is_a_term_or_refused_in_one_line(entry, is_latex, data):
    text = entry.latex if is_latex else entry.plain
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    slip = text[:at] + data.draw(st.sampled_from(["", *PIECES])) + text[at + cut :]
    names = [declaration(entry.data), *(declaration(rf"{name} > 0\,") for name in entry.parameters)]
    try:
        found: Basic | str = density(slip, names)
    except Mistyped as wrong:
        found = str(wrong)
    assert is_a_term_or_one_line(found)


@pytest.mark.parametrize(
    "text", ["__import__('os').system('false')", "y.__class__", "lambda: 0", "exec(y)", "`y`", "y; y"]
)
def test_python_is_no_formula(text):
    assert isinstance(outcome(text), str)
