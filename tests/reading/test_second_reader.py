"""latex2sympy2 and this reader agree on the constructs that both read: arithmetic, ln and exp, Σ and Π with limits.

It reads `\\log` as base 10, y_i as one name, and `[F]_a^b` without its limits, so these are not among them.
"""

import pytest

from mlce_sym.certificate.writing import plain
from mlce_sym.evaluate.numeric import compare
from mlce_sym.evaluate.outcomes import Agreement
from mlce_sym.reading import parse, read
from mlce_sym.reading.engine import Engine, installed

BOTH = (
    r"\frac{a+b}{c}",
    r"a b - c d",
    r"-a^2",
    r"2^{-n}",
    r"\sqrt{a}",
    r"a^{b c}",
    r"\frac{\frac{a}{b}}{c}",
    r"\left( \frac{a}{b} \right)^{2}",
    r"(a - b)(a + b)",
    r"a \cdot (b - 1) - c",
    r"\frac{\theta}{1-\theta} - \theta",
    r"\ln(a b) - \ln a",
    r"\ln \frac{a}{b}",
    r"e^{-a} + \exp(a)",
    r"\frac{1}{n} \sum_{i=1}^{n} (a - i)^2",
    r"\prod_{k=1}^{n} (k + a)",
    r"\sum_{i=1}^{n} \sum_{j=1}^{i} (i j)",
    r"\sum_{k=0}^{n} a^k b^{n-k}",
)


@pytest.fixture(scope="module")
def second():
    if not installed():
        pytest.skip("latex2sympy2 is not installed")
    return Engine().read(BOTH)


@pytest.mark.parametrize("text", BOTH)
def test_both_readers_agree(text, second):
    ((part,),) = parse(text)
    (reading,) = read(part.tree)
    found = compare(plain(reading.terms[0]), second[text], [], tries=8)
    assert isinstance(found, Agreement) and found.tried > 0
