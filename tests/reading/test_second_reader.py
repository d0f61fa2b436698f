"""latex2sympy2 and this reader agree on the constructs that both read: sums, products, quotients, powers, roots, ln and
exp of a bracket, Σ and Π with limits. What else stands in a formula is a letter for it, or is not asked about."""

import pytest

from mlce_sym.certificate.writing import plain
from mlce_sym.evaluate.numeric import compare
from mlce_sym.evaluate.outcomes import Agreement
from mlce_sym.reading import Scope, names, parse, read
from mlce_sym.reading.back.comparison import same
from mlce_sym.reading.back.second import answered, cores
from mlce_sym.reading.signs.tree import Unread

# As they are written, these say the same to both readers.
WHOLE = (
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
# Of these latex2sympy2 reads a part otherwise than it is meant, and gets letters for it.
WITH_LETTERS = (
    r"\log(1 + \frac{y_i}{2}) - \frac{1}{2} \log 2\pi",
    r"\frac{1}{n} \sum_{i=1}^{n} y_i \log p_i + (1 - y_i) \log(1 - p_i)",
    r"\Gamma(x) (x + 1)^{2} - \Gamma(x + 2)",
    r"\ln \frac{a}{b} c + \hat\theta^2 \bar{y}",
    r"-\frac{(y - \mu)^2}{2\sigma^2} - \frac{d}{dx} x^2",
    r"\int_0^1 x^2 + x \, dx \cdot \frac{a}{2}",
    r"f(x + 1)^2 - 3 f(x) (x - 1) + x!",
    r"2 \binom{n}{k} p^k (1 - p)^{n - k}",
    r"\prod_{i=1}^{n} \theta^{y_i} (1 - \theta)^{1 - y_i} = \theta^{\sum_{i=1}^n y_i}",
    r"\sum_{k=0}^\infty k \frac{\lambda^k}{k!} e^{-\lambda}",
)
NOT_ASKED = (
    r"\mathbf{x}^T \mathbf{y}",
    r"\left. x^2 \right|_0^1",
    r"F(x) \Big|_0^1 \cdot 2",
    r"y_i",
    r"a \pm b",
    "7",
)


def numbers(text):
    trees = [part.tree for row in parse(text) for part in row]
    reading = read(trees, Scope().seeing(*map(names, trees)))[0]
    return list(cores(reading))


@pytest.mark.parametrize("text", WHOLE)
def test_both_readers_read_the_whole_formula_alike(text, engine):
    ((part,),) = parse(text)
    (reading,) = read(part.tree)
    found = compare(plain(reading.terms[0]), engine.read([text])[text], [], tries=8)
    assert isinstance(found, Agreement) and found.tried > 0


@pytest.mark.parametrize("text", [*WHOLE, *WITH_LETTERS])
def test_both_readers_agree_on_what_the_second_is_asked(text, engine):
    asked = numbers(text)
    assert asked
    known = engine.read([one.latex for one in asked])
    for one in asked:
        assert not isinstance(known[one.latex], Unread), known[one.latex]
        assert same(answered(one, known[one.latex]), plain(one.term)), one.latex


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_it_reads_otherwise_is_not_asked(text):
    assert not [one for one in numbers(text) if one.node.start == 0 and len(one.letters) != 1]


def test_a_lost_part_is_noticed():
    (one,) = numbers("a b")
    with pytest.raises(Unread, match="has lost a part"):
        answered(one, "a")
