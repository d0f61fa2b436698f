"""latex2sympy2 and `simplify` beside our verdicts, in `python -m benchmarks check`."""

import pytest

from benchmarks.beside import beside
from mlce_sym.reading.back.engine import installed


@pytest.mark.slow
@pytest.mark.skipif(not installed(), reason="latex2sympy2 is not installed")
def test_what_they_make_of_some_equations():
    """After what cannot be read the process is begun anew, and nothing is lost."""
    pairs = [(r"\frac{a+b}{2}", r"\frac{a}{2} + \frac{b}{2}"), (r"\foo{", "a"), ("(a+b)^2", "a^2 + b^2")]
    assert beside(pairs) == "1 simplified to 0, 1 not 0, 1 not read"
    assert beside([]) == ""
