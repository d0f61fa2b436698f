"""What a name is in another problem does not decide here, nor does it hide what is wrong whatever the name is."""

import pytest

from mlce_sym import check

RIDGE = r"""3. With $J(w) = \frac12\sum_{i=1}^n (y_i - w x_i)^2 + \frac{\lambda}{2} w^2$ we get
$$J'(w) = -\sum_{i=1}^n x_i(y_i - w x_i) + \lambda w = 0$$
$$w = \frac{\sum_{i=1}^n x_i y_i}{\sum_{i=1}^n x_i^2 + \lambda}$$

4. """


@pytest.mark.parametrize(
    "line, wanted",
    [
        (r"$\frac{\partial}{\partial w} \frac{1}{2}(y - wx)^2 = -x(y-wx)$", "proved"),
        (r"$\frac{\partial}{\partial w} \frac{1}{2}(y - wx)^2 = x(y-wx)$", "refuted"),
        (r"$w \left(\sum_{i=1}^n x_i^2 + \lambda\right) = \sum_{i=1}^n x_i y_i$", "proved"),  # as it is above
        (r"$w \left(\sum_{i=1}^n x_i^2 + \lambda\right) = 2 \sum_{i=1}^n x_i y_i$", "unknown"),
    ],
)
def test_names_of_another_problem(line, wanted):
    assert check(RIDGE + line).links[-1].verdict.status == wanted


NOTHING_IS_KNOWN = [
    (r"$$\infty - \infty = 0$$", "infinity"),
    (r"$$0 \arcsin x = 0$$", r"\arcsin"),
    (r"Let $a = \infty$. Then $$2a = a.$$", "infinity"),
    (r"Let $a = \infty$. Then $$a - a = 0.$$", "infinity"),
    (r"Let $b = \arcsin 2$. Then $$b - b = 0.$$", "arcsin"),
]


@pytest.mark.parametrize("text, what", NOTHING_IS_KNOWN)
def test_what_may_have_no_value_is_not_left_out(text, what):
    verdict = check(text).links[-1].verdict
    assert verdict.status == "unknown" and verdict.reason == f"{what}: it is read, but nothing is known of it here"


def test_what_has_a_value_on_both_sides_or_on_neither_may_be():
    assert check(r"Let $b = \arcsin x$. Then $$b + b = 2b.$$").links[-1].verdict.status == "proved"
    assert check(r"Let $X$ be a random variable. Then $$E[X] - E[X] = 0.$$").links[-1].verdict.status == "proved"


def test_what_cancels_has_to_converge():
    for series, status in ((r"\frac1k", "unknown"), ("2^{-k}", "proved")):
        both = rf"\sum_{{k=1}}^\infty {series}"
        assert check(f"We have $${both} - {both} = 0.$$").links[-1].verdict.status == status


LINEAR = r"\sum_{x \in \mathcal{X}} (a x + b) f_X(x) = a \sum_{x \in \mathcal{X}} x f_X(x)"
LEFT_UNSAID = [
    (r"\sum_{i=1}^k p_i \log \frac{p_i}{c} = \sum_{i=1}^k p_i \log p_i - \log c", "Σ_{i=1}^{k} p_i = 1"),
    (rf"{LINEAR} + b", "that a mass function adds up to 1"),
    (r"\sum_{x=1}^m p(x) [\log p(x) - a] = \sum_{x=1}^m p(x) \log p(x) - a", "that a mass function adds up to 1"),
    (
        r"\sum_{x=1}^m \sum_{y=1}^n (x + b) p(x,y) = \sum_{x=1}^m \sum_{y=1}^n x p(x,y) + b",
        "that a mass function adds up to 1",
    ),
]


@pytest.mark.parametrize("equation, premise", LEFT_UNSAID)
def test_what_texts_leave_unsaid_of_probabilities(equation, premise):
    verdict = check(f"$$ {equation} $$").links[-1].verdict
    assert (verdict.status, verdict.reason) == ("unknown", f"it needs {premise}, which the text does not say")


@pytest.mark.parametrize(
    "equation, wanted",
    [
        (rf"{LINEAR} - b", "refuted"),
        (r"\sum_{i=1}^k p_i \log \frac{p_i}{c} = \sum_{i=1}^k p_i \log p_i + \log c", "refuted"),
        (r"\prod_{i=1}^n x_i^{y_i} e^{-x_i} = \left(\prod_{i=1}^n x_i^{y_i}\right) e^{-n\sum_{i=1}^n x_i}", "refuted"),
        (r"\int p(x) \log \frac{p(x)}{c} dx = \int p(x) \log p(x) dx - \log c", "unknown"),  # of all x, as it seems
        (r"\int p(x) \log \frac{p(x)}{c} dx = \int p(x) \log p(x) dx - \log c \int p(x) dx", "proved"),
        (r"\int p(x) (x - 1) dx = \int p(x) x dx - 2 \int p(x) dx", "refuted"),
        (r"\int 4 x dx = 2 \int x dx + C", "refuted"),
    ],
)
def test_integrals_and_sums_of_densities(equation, wanted):
    assert check(f"$$ {equation} $$").links[-1].verdict.status == wanted


FALLING = r"\sum_{x=2}^n \frac{n!}{(x-2)!(n-x)!} p^x (1-p)^{n-x} = n^K (n-1) p^2"


@pytest.mark.parametrize("power, status, said", [("1", "proved", "n ≥ 2 (a count)"), ("2", "refuted", "")])
def test_a_sum_is_not_supposed_to_be_empty(power, status, said):
    verdict = check(f"$$ {FALLING.replace('K', power)} $$").links[-1].verdict
    assert verdict.status == status and (said in verdict.conditions or not said)


RATIO = r"\int_0^\infty \lambda_1 e^{-\lambda_1 x} \ln \frac{\lambda_1 e^{-\lambda_1 x}}{\lambda_2 e^{-\lambda_2 x}} dx"


@pytest.mark.parametrize(
    "right, wanted",
    [
        (r"\ln \frac{\lambda_1}{\lambda_2} + \frac{\lambda_2}{\lambda_1} - 1", "proved"),
        (r"\ln \frac{\lambda_1}{\lambda_2} + \frac{\lambda_1}{\lambda_2} - 1", "refuted"),
        (r"\int_0^\infty \lambda_1 e^{-\lambda_1 x} [\ln \frac{\lambda_1}{\lambda_2} + \lambda_2 x] dx", "refuted"),
        (r"\ln \frac{\lambda_1}{\lambda_2} + c", "unknown"),
    ],
)
def test_what_series_and_integrals_are_refutes_where_they_cannot_be_evaluated(right, wanted):
    assert check(f"$$ {RATIO} = {right} $$").links[-1].verdict.status == wanted
