"""Any text is read, or refused with one error; what is read is a term of the trusted core."""

import os
import re
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlce_sym.reading import ReadingError, Scope, names, parse, parse_any, propositions, read
from mlce_sym.reading.back.second import cores
from mlce_sym.terms.kinds import kinds
from mlce_sym.terms.terms import REAL
from mlce_sym.terms.terms import parse as parse_term

PLAIN = re.findall(
    r"\S+", "Sum( , Piecewise(( True exp( ** y_i y[i] gamma( in R oo 1e9 ² == != >= E x_m Derivative( Integral("
)
PIECES = re.findall(
    r"\S+",
    r"x y i n p f \theta \mathbf{w} \hat{y} 1 2.5 + - \cdot / = < \in , ; | ( ) [ ] \{ \} { } ^ _ ! ' & \\ \left( "
    r"\right) \left. \right| \frac{ \sqrt \sum_{i=1}^n \sum_i \prod_{i} \int_0^1 \int dx \frac{d}{dx} \pdv{x} \log "
    r"\Gamma p(y|\theta) \mathrm{E}[ \ldots \infty \lim_{x\to\infty} \begin{cases} \end{cases} \text{if} \max \| "
    r"\binom \choose y_i ^T ^{(i)} \nabla \partial \mathcal{N}(x;0,1) % ~ \quad \bigg| é ∑ \newcommand \exp",
)


EXAMPLES = int(os.environ.get("MLCE_FUZZ", "300"))  # MLCE_FUZZ=200000 for a long run
NAMED = Scope(
    frozenset("xyinp") | {"theta"}, frozenset("y"), frozenset("f"), closed=True, squares={"theta": "theta_squared"}
)
inputs = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*PIECES, *PLAIN]), max_size=15).map("".join),
    st.text(max_size=40),
)


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(inputs)
def test_any_text_is_read_or_refused(text):
    is_read_or_refused(text)


def is_read_or_refused(text):
    started = process_time()
    for parsed in (parse, parse_any):
        try:
            trees = [part.tree for row in parsed(text) for part in row if part.tree is not None]
        except ReadingError as error:
            assert 0 <= error.place <= len(text) and str(error).isprintable()
            continue
        for left, right in [*pairwise(trees), *zip(trees[:1], trees[:1], strict=True)]:
            for scope in (Scope(finite=True).seeing(*map(names, trees)), NAMED):
                _read(left, right, scope)
    assert process_time() - started < 5


def _read(left, right, scope):
    try:
        for reading in read((left, right), scope):
            for core in cores(reading):
                assert core.latex.isascii() or core.letters is not None
            for term in reading.terms:
                assert parse_term(term) == term
                if not scope.closed:
                    kinds(term, REAL)
    except ReadingError as error:
        assert str(error).isprintable()
    for relation in ("<", "∈", "="):
        try:
            propositions(relation, left, right, scope)
        except ReadingError as error:
            assert str(error)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "x+" * 9999 + "x",
        r"\sum_i " * 2000 + "x",
        r"\log " * 2000 + "x",
        "x" + "'" * 9000,
        "x_" * 5000 + "x",
        "|" * 5000,
        r"\int " * 1000 + "x dx",
        "{" * 9000,
        "-" * 9000 + "x",
        r"\begin{cases} " + r"1 & x>0 \\ " * 1000 + r"\end{cases}",
        "9^{" * 40 + "9" + "}" * 40,
        "9^{9^{9^9}}",
        "9^9^9^9^9",
        "x" * 10**6,
        r"\frac{1}{" * 10**5,
        "\0" * 1000,
        "x\0",
        r"\left(" * 1000 + "x" + r"\right)" * 1000,
        r"\frac1" * 3000 + "2",
        "!" * 3000,
        "|x" * 2499,
        r"\log x y + " * 150 + "1",
    ],
    ids=lambda text: text[:12],
)
def test_large_and_deep_text_is_quickly_refused_or_read(text):
    started = process_time()
    try:
        read([part.tree for row in parse(text) for part in row])
    except ReadingError as error:
        assert error.construct and error.message
    assert process_time() - started < 10
