"""What a name is said to be where it has just been used."""

import pytest

from mlce_sym import check
from mlce_sym.documents.walking import checked


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            r"$$a = x - b y, \quad b = s/t$$ Then $$a = x - s y/t, \quad b t = 2 s$$",
            "definition definition proved refuted",
        ),
        (r"$$y = 2 a - 1, \quad a = \frac{y + 1}{2}$$", "definition proved"),
        (r"$$y = 2 a - 1, \quad a = \frac{y - 1}{2}$$", "definition refuted"),
        (r"Let $b > 0$ be known. $$b = 2 c$$ $$a = x - b y, \quad c = b/3$$", "definition definition refuted"),
    ],
)
def test_a_name_that_is_said_after_its_first_use(text, statuses):
    assert [link.verdict.status for link in checked(text)] == statuses.split()


def test_with_says_what_a_name_is_where_something_is_solved():
    text = (
        r"Let $Q = \sum_{n=1}^N g_n (x_n - \mu)^2 / 2$. Then $$\frac{dQ}{d\mu} = -\sum_{n=1}^N g_n (x_n - \mu).$$"
        r"Setting it to zero, with $G = \sum_{n=1}^N g_n$, gives $$\mu = \sum_{n=1}^N FACTOR g_n x_n / G$$"
    )
    found = [link.verdict.status for link in checked(text.replace("FACTOR", ""))]
    assert found == ["definition", "proved", "definition", "follows"]
    assert checked(text.replace("FACTOR", "2"))[-1].verdict.status == "does not follow"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (r"Let $y = x^2$. Then $$\int_0^1 y \, dx = \frac13$$", "proved"),
        (r"Let $y = x^2$. Then $$\int_0^1 y \, dx = \frac12$$", "refuted"),
        (r"Let $y = x^2$. Then $$\int_0^1 y \, dx = y$$", "unknown"),
        (r"Let $r = y_i - x_i$. Then $$\sum_{i=1}^n r = \sum_{i=1}^n y_i - \sum_{i=1}^n x_i$$", "proved"),
        (r"Let $r = y_i - x_i$. Then $$\sum_{i=1}^n r = n r$$", "unknown"),
    ],
)
def test_what_is_defined_runs_with_the_variable_of_a_sum_or_an_integral(text, status):
    assert checked(text)[-1].verdict.status == status


def test_what_holds_whatever_a_name_is_holds():
    ratio = r"\frac{\sum_{i=1}^n (x_i - \bar x)(y_i - \bar y)}{\sum_{i=1}^n (x_i - \bar x)^2}"
    link = r"\sum_{i=1}^n (y_i^2 SIGN 2 b x_i) = \sum_{i=1}^n y_i^2 - 2 b \sum_{i=1}^n x_i"
    text = f"Let $b = {ratio}$. Then $${link}$$"
    assert checked(text.replace("SIGN", "-"))[-1].verdict.status == "proved"
    assert checked(text.replace("SIGN", "+"))[-1].verdict.status == "refuted"


@pytest.mark.parametrize(
    ("formula", "status"),
    [
        (r"\log\prod_{i=1}^n f_i(t) = \log t \sum_{i=1}^n x_i", "proved"),
        (r"\sum_{i=1}^n \frac{d}{dt} \log f_i(t) = \frac1t \sum_{i=1}^n x_i", "proved"),
        (r"\log\prod_{i=1}^n f_i(t) = n x_1 \log t", "unknown"),
        (r"\frac{d}{dt} \log f_i(t) = \frac{x_i}{t}", "proved"),
        (r"\frac{d}{dt} \log \prod_{i=1}^n f_i(t) = \frac1t \sum_{i=1}^n x_i", "proved"),
    ],
)
def test_functions_with_an_index_are_defined_for_each(formula, status):
    assert check(rf"Let $f_i(t) = t^{{x_i}}$. Then $${formula}$$").links[-1].verdict.status == status


def test_the_share_of_smoothed_labels_is_a_number():
    text = r"Let $\tilde y_k = (1-\epsilon) y_k + \epsilon/K$. "
    text += r"$$\sum_{k=1}^K \tilde y_k = (1-\epsilon) \sum_{k=1}^K y_k + "
    assert check(rf"{text} \epsilon$$").links[-1].verdict.status == "proved"
    assert check(rf"{text} \epsilon/K$$").links[-1].verdict.status == "refuted"


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (r"$$L(r) = r^{\sum_i d_i}$$ $$\log L(r) = d \log r, \quad d = \sum_i d_i$$", "definition proved definition"),
        (r"Let $f(a) = a^2 - 4a$. $$f'(a) = 2a - 4 = 0, \quad a = 2$$", "definition proved follows follows"),
        (r"Let $f(a) = a^2 - 4a$. $$f(a) = a c, \quad c = a - 3$$", "definition definition definition"),
    ],
)
def test_a_name_is_defined_beside_the_formula_with_it(text, statuses):
    assert " ".join(link.verdict.status for link in checked(text)) == statuses


@pytest.mark.parametrize(
    ("formula", "status"),
    [
        (r"\sum_{k=1}^\infty g(k) = 1 - q", "proved"),
        (r"\sum_{k=0}^\infty g(k) = 2 (1 - q)", "unknown"),  # it was proved
        (r"\sum_{k=0}^n g(k) = q + (1 - q) (1 - 2^{-n})", "unknown"),  # it was refuted
    ],
)
def test_a_function_is_defined_where_it_is_said_what_it_is(formula, status):
    text = r"Here $k \ge 1$. Let $g(0) = q$ and $g(k) = (1-q) 2^{-k}$ for $k \ge 1$."
    assert check(f"{text} $${formula}$$").links[-1].verdict.status == status


def test_a_weight_beside_its_complement_is_no_angle():
    text = r"$$P(Y = 0) = \pi + (1-\pi) e^{-r}$$ $$\sqrt{(1-\pi)^2} = 1 - \pi$$"
    assert check(text).links[-1].verdict.status == "proved"
    assert check(r"$$\sqrt{(1-\pi)^2} = 1 - \pi$$").links[-1].verdict.status == "refuted"


def test_what_stands_before_a_colon_and_equals_sign_is_named():
    text = r"$$\frac{d}{dz} \log (1 + e^z) = \frac{e^z}{1 + e^z} =: p$$ $$\frac{dp}{dz} = "
    found = [check(f"{text} {right}$$").links for right in ("p (1 - p)", "p")]
    assert [link.verdict.status for link in found[0]] == ["proved", "definition", "proved"]
    assert (found[0][1].lhs, found[0][1].relation, found[0][1].rhs) == (r"\frac{e^z}{1 + e^z}", "=:", "p")
    assert found[1][-1].verdict.status == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $g_k(t) = z_k$ for $k=1$. $$\sum_{k=1}^n g_k(t) = \sum_{k=1}^n z_k$$",
        r"For some $k$, let $g_k(t) = z_k t$. $$\sum_{k=1}^n g_k(t) = t \sum_{k=1}^n z_k$$",
        r"Fix $k$. Let $p_k = k^2$ for this $k$ only. $$\sum_{k=1}^n p_k = \sum_{k=1}^n k^2$$",
    ],
)
def test_what_is_said_of_one_index_is_not_said_of_all(text):
    assert check(text).links[-1].verdict.status == "unknown"
