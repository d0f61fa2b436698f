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
    (r"\sum_{k=1}^K q_k - \sum_{k=1}^K p_k = 0", "Σ_{k=1}^{K} q_k = 1, Σ_{k=1}^{K} p_k = 1"),
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


NORMAL = (
    r"Let $f(x) = e^{-(x-m)^2}$. Then $$f'(x) = -2 (x-m) f(x).$$ Setting it to zero, $$x = m.$$ There is a maximum at"
)


@pytest.mark.parametrize(
    "line, wanted", [(r"e^{-(x-m)^2} = \frac{1}{2}", "unknown"), (r"(x-m)^2 = x^2 - 2 m x", "does not follow")]
)
def test_the_point_of_a_maximum_is_not_where_x_is_from_there_on(line, wanted):
    said = f"{NORMAL} $x = m$. Half of it follows from $${line}$$"
    assert check(said).links[-1].verdict.status == wanted


TWICE = r"Let $f(x)=2x$. $$E[x]=\int_0^1 x f(x)\,dx.$$ "


@pytest.mark.parametrize(
    "text",
    [
        # the text says of r or n what it may be, which is more than converges
        r"For all real $r$, $$\sum_{k=0}^\infty r^k = \frac1{1-r}$$",
        r"Let $n$ be a positive integer. $$\sum_{k=0}^\infty n^k = \frac1{1-n}$$",
        # a mean by one density, or p(x) alone, and then words of another law
        TWICE + r"For an exponential variable the second moment is $$E[x^2]=\frac12$$",
        TWICE + r"Let $g(x)=e^{-x}$. Then $$E[x^2]=\frac12$$",
        r"Let $p(z) = \frac1{\sqrt{2\pi}}e^{-z^2/2}$ and $q(z) = \frac1{\sqrt{2\pi}}e^{-(z-1)^2/2}$. Then $$E[z] = 0$$",
        r"Let $p(x) = 2x$ be the price. For $x$ uniform on $(0,2)$ we have $$E[x] = \frac23$$",
        r"Choosing $c = 0$ gives least squares. For ridge regression, $$c w^2 = 0$$",
        r"We choose $x = 3$ first, and later $x$ is another one, so $$x^2 = 9$$",
    ],
)
def test_what_is_not_proved_by_what_is_meant_for_something_else(text):
    assert "proved" not in [link.verdict.status for link in check(text).links][-1:]


@pytest.mark.parametrize(
    "text",
    [
        r"$$(1-\pi)\cos\pi = \pi - 1$$",
        r"$$(1-\pi) < 0$$",
        r"$$\int_1^\pi dx = -(1-\pi), \quad \log \pi > 1$$",
        r"We can choose $c = 1$ or $c = 2$.",
    ],
)
def test_a_number_and_a_choice_are_not_refuted(text):
    assert "refuted" not in [link.verdict.status for link in check(text).links]


def test_a_weight_beside_its_complement_is_a_name():
    text = r"Let $f(\mu) = \log(\pi N(x;\mu,1)) + \log((1-\pi) N(x;0,1))$. Then $$f'(\mu) = x - \mu.$$"
    assert check(text).links[-1].verdict.status == "proved"


def test_what_is_said_for_all_of_a_function_or_a_size_says_of_no_number_that_it_is_real():
    found = check(r"For all $f$, $$f(x) + f(x) = 2 f(x).$$ For all $k$, $$\sum_{i=1}^k i = \frac{k(k+1)}{2}$$").links
    assert [(link.verdict.status, link.verdict.conditions) for link in found] == [
        ("proved", ()),
        ("proved", ("k ≥ 1 (a size)",)),
    ]


@pytest.mark.slow
def test_a_density_is_no_entry_though_its_name_ends_like_one():
    share = r"$$\gamma_k = \frac{\pi_k p(x|k)}{\sum_{j=1}^K \pi_j p(x|j)}$$ Then $$\sum_{k=1}^K \gamma_k = 1.$$"
    assert check(share).links[0].verdict.status == "definition"
    assert "Lambda" not in str([link.verdict.reason for link in check(share).links])


@pytest.mark.parametrize("body", [r"\log(-1)", "1/0", r"\sqrt{-2}"])
def test_what_has_no_value_is_no_mere_name(body):
    assert check(f"Let $b = {body}$. Then $$b - b = 0.$$").links[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    ("link", "status"), [("E[2X] = 2 E[X]", "unknown"), ("E(2a) = 2 E(a)", "refuted"), ("E(2a) = 4 E(a)", "proved")]
)
def test_a_function_e_refutes_nothing_of_random_letters(link, status):
    assert check(f"Let $E(w) = w^2$. Then $${link}.$$", "markdown").links[-1].verdict.status == status
