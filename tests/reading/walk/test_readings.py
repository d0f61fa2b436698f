"""What formulas are read as, each construct once, in the words of messages."""

import pytest

from mlce_sym import check
from mlce_sym.reading import Reading, ReadingError, Scope, names, parse, propositions, read
from mlce_sym.terms.kinds import kinds
from mlce_sym.terms.terms import REAL
from mlce_sym.terms.terms import parse as parse_term
from mlce_sym.terms.words import in_words


def readings(text: str, scope: Scope | None = None) -> tuple[Reading, ...]:
    return read([part.tree for row in parse(text) for part in row if part.tree is not None], scope)


def words(text: str, scope: Scope | None = None) -> list[str]:
    return [" ~ ".join(map(in_words, reading.terms)) for reading in readings(text, scope)]


JUDGED = {
    # arithmetic
    r"-\frac{1}{n} x y^2": "-x*y**2/n",
    r"\frac12 x": "(1/2)*x",
    r"\frac{\frac{a}{b}}{c}": "a/(b*c)",
    r"{b_0}^{a_0}": "b_0**a_0",
    r"a + {b + c}": "a + b + c",
    r"2^{-1/2}": "2**(-1/2)",
    r"3 \cdot 10^{-2}": "3/10**2",
    r"\sqrt[3]{x} \sqrt{2}": "x**(1/3)*2**(1/2)",
    r"n!/(n-k)!": "factorial(n)/factorial(n - k)",
    r"{n \choose k} + \binom{n}{k} + (n \choose k)": "binomial(n, k) + binomial(n, k) + binomial(n, k)",
    r"0.25 + 25\%": "1/4 + 1/4",
    r"e^{-x} + 2\pi": "exp(-x) + 2*pi",
    r"w^\star + r w^* - x^+ + a^\ast": "w_star + r*w_star - x_plus + a_star",
    r"a + (+b) \cdot -c \cdot +d": "a + b*(-1)*c*d",
    r"a - -b + +c": "a - (-1)*b + c",
    # brackets
    r"\left\lbrace x \right\rbrace \bigl[\, y \,\bigr]": "x*y",
    r"\log\left|x\right| |y|": "log(abs(x))*abs(y)",
    r"|a||b|": "abs(a)*abs(b)",
    r"(1 + |x|)(2)": "(1 + abs(x))*2",
    # functions without brackets
    r"n \log \theta": "n*log(theta)",
    r"\log 2\pi\sigma^2": "log(2*pi*sigma**2)",
    r"\log \frac{a}{b} c": "log(a/b)*c",
    r"\log \log x": "log(log(x))",
    r"\log\theta\sum_{i=1}^n y_i": "log(theta)*Sum(y[i], i in 1..n)",
    r"\log \prod_{i=1}^n p_i + 1": "log(Product(p[i], i in 1..n)) + 1",
    r"\sin 2x \cos y": "sin(2*x)*cos(y)",
    r"\sin^2 x + \tan x": "sin(x)**2 + sin(x)/cos(x)",
    r"\exp -x": "exp(-x)",
    r"\exp\{-x\}^2": "exp(-x)**2",
    r"\log_2 x": "log(x)/log(2)",
    r"\max(0, 1 - x) + \min\{a,b,c\}": "max(0, 1 - x) + min(a, min(b, c))",
    # sums and products
    r"\sum_{i=1}^n a b_i c": "Sum(a*b[i], i in 1..n)*c",
    r"\sum_{i=1}^n a_i \cdot b_i + c": "Sum(a[i]*b[i], i in 1..n) + c",
    r"\sum_{k=0}^\infty \frac{\lambda^k}{k!}": "Sum(lambda**k/factorial(k), k in 0..)",
    r"\sum_{i,j} a_{ij}": "Sum(Sum(a_by_2[i, j], j in 1..size), i in 1..size)",
    r"\sum_i x_i = \sum_j x_j": "Sum(x[i], i in 1..size) ~ Sum(x[j], j in 1..size)",
    r"\sum_{j=1}^k y_j = \sum_j y_j": "Sum(y[j], j in 1..k) ~ Sum(y[j], j in 1..k)",
    r"\sum x_i": "Sum(x[i], i in 1..size)",
    r"\sum_{i<n} i": "Sum(i, i in 1..(n - 1))",
    r"\sum_{1 \le i < j \le n} x_i x_j": "Sum(Sum(x[i]*x[j], i in 1..(j - 1)), j in 1..n)",
    r"\sum_{i=1}^n \sum_{j \ne i} a_{ij}": "Sum(Sum(a_by_2[i, j] if j ≠ i, else 0, j in 1..n), i in 1..n)",
    r"\sum_{y \in \{0,1\}} q^y": "q**0 + q",
    r"\sum_{i \in \{1, \ldots, n\}} x_i": "Sum(x[i], i in 1..n)",
    r"\sum_{x \in \mathcal{X}} g(x)": "Sum(g(elements_cal_X[x]), x in 1..size_cal_X)",
    r"\sum_{i=1}^n \sum_{j=1}^m x_{ij} y_j c": "Sum(Sum(x_by_2[i, j]*y[j], j in 1..m), i in 1..n)*c",
    r"\prod_{i=1}^n a_i \prod_{i=1}^n b_i": "Product(a[i], i in 1..n)*Product(b[i], i in 1..n)",
    r"\prod_{i=1}^n a_i (\sum_{i=1}^n b_i)": "Product(a[i], i in 1..n)*Sum(b[i], i in 1..n)",
    r"\sum_{i=1}^n a_i / \sum_{i=1}^n b_i": "Sum(a[i], i in 1..n)/Sum(b[i], i in 1..n)",
    r"\prod_{i=1}^n \prod_{k=1}^K q_k^{z_{ik}}": "Product(Product(q[k]**z_by_2[i, k], k in 1..K), i in 1..n)",
    r"\sum_{i: y_i=1} x_i": "Sum(x[i] if y[i] = 1, else 0, i in 1..size)",
    r"\sum_{t=1}^T r^t + g^T": "Sum(r**t, t in 1..T) + g**T",
    r"\sum_{k'} a_{k'}": "Sum(a[k_prime], k_prime in 1..size)",
    r"y_1 + y_2 + \ldots + y_n": "Sum(y[k], k in 1..n)",
    r"1 + 2 + \ldots + n": "Sum(k, k in 1..n)",
    r"p_1 \cdot p_2 \cdots p_n": "Product(p[k], k in 1..n)",
    # entries and names
    r"\sum_{i=1}^n y^{(i)}": "Sum(y[i], i in 1..n)",
    r"x_1 y_{\max} \hat{\theta}_{\mathrm{ML}}": "x_1*y_max*hat_theta_ML",
    r"\mathcal{L} + \mathrm{RSS} + \bar{y}": "cal_L + RSS + bar_y",
    r"\sum_{i=1}^n x_{(i)} + x_{(1)} + x_1": "Sum(x_sorted[i], i in 1..n) + x_sorted[1] + x_1",
    r"\theta^{(1-y)} 2^{(n)}": "theta**(1 - y)*2**n",
    r"\theta_0^{(1)} \alpha^{\text{new}} x^{*}": "theta_0_order_1*alpha_new*x_star",
    r"f(y) + \sum_{i=1}^n y_i": "f(all_y) + Sum(y[i], i in 1..n)",
    r"D^2 + D (D + 1) + \mathrm{const.}": "D**2 + D*(D + 1) + const",
    r"\prod_{i=1}^n p_i = p_i^n": "Product(p[i], i in 1..n) ~ p[i]**n",
    # applications
    r"f(x) = f(1 - x)": "f(x) ~ f(1 - x)",
    r"\mathrm{LL}(\lambda) + L(\theta; y)": "LL(lambda) + L(theta, y)",
    r"p_1 (1 - p_2)": "p_1*(1 - p_2)",
    r"p (1 - p)": "p*(1 - p)",
    r"y(x_n, \mathbf{w})": "y(x_n, bold_w)",
    r"\Gamma(x+1) = x\Gamma(x)": "gamma(x + 1) ~ x*gamma(x)",
    r"\psi(x) + B(a, b) + \operatorname{erf}(x)": "digamma(x) + beta(a, b) + erf(x)",
    r"\mathrm{logit}(p)": "log(p/(1 - p))",
    r"\mathrm{Bern}(x;p)": "p**x*(1 - p)**(1 - x)",
    r"\mathcal{N}(x | m, v)": "exp(-(x - m)**2/(2*v))/((2*pi*v)**(1/2))",
    r"p(y_i|x_i,\theta)": "p_y_given_theta_x(y_i, theta, x_i)",
    r"\prod_{i=1}^n p(y_i|\lambda)": "Product(p_y_given_lambda(y[i], lambda), i in 1..n)",
    r"\prod_{i=1}^n p(y_i=1|\theta)^{y_i}": "Product(p_y_given_theta(i, 1, theta)**y[i], i in 1..n)",
    r"\mathbb{1}[y = k] + \mathbb{I}\{a > b\}": "1 if y = k, else 0 + 1 if b < a, else 0",
    r"\mathbf{1}_{\{x>0\}} + \mathbb{1}_{x > 0}": "1 if 0 < x, else 0 + 1 if 0 < x, else 0",
    # calculus
    r"\frac{d}{dx} \log L(x) = \frac{L'(x)}{L(x)}": "Derivative(log(L(x)), x in Reals near x) ~ "
    "Derivative(L(t), t in Reals near x)/L(x)",
    r"\frac{d}{dx} x^2": "Derivative(x**2, x in Reals near x)",
    r"\dv{x} x^2 + \pdv[2]{f(x)}{x}": "Derivative(x**2, x in Reals near x) + "
    "Derivative(Derivative(f(x), x in Reals near x), x in Reals near x)",
    r"\frac{\partial^2 f(x,y)}{\partial x\, \partial y}": "Derivative("
    "Derivative(f(x, y), y in Reals near y), x in Reals near x)",
    r"\frac{\partial}{\partial \theta_j} \sum_{k=1}^K \theta_k": "Derivative(Sum(KroneckerDelta(k, j)*t + "
    "(1 - KroneckerDelta(k, j))*theta[k], k in 1..K), t in Reals near theta[j])",
    r"\frac{\mathrm{d}}{\mathrm{d} t} \Big|_{t=0} t^2": "Derivative(t**2, t in Reals near 0)",
    r"\frac{d}{dx} 1": "Derivative(1, t in Reals near x)",
    r"\frac{d^2}{dx^2} x": "Derivative(Derivative(x, x in Reals near x), x in Reals near x)",
    r"\frac{\partial}{\partial \sigma^2} \log \sigma^2": "Derivative(log(v), v in (0, oo) near sigma**2)",
    r"f^\prime(x) + a^{\prime\prime}": "Derivative(f(t), t in Reals near x) + a_prime_prime",
    r"f'(x)": "Derivative(f(t), t in Reals near x)",
    r"\int_0^\infty x e^{-x} \, dx + 1": "Integral(x*exp(-x), x in (0, oo)) + 1",
    r"\int_0^1 x + 1 \,\mathrm{d}x": "Integral(x + 1, x in (0, 1))",
    r"\sum_{k=0}^n k \int_0^1 x^k \, dx": "Sum(k*Integral(x**k, x in (0, 1)), k in 0..n)",
    r"\sum_{k=0}^n k \int_0^1 x \, dx": "Sum(k, k in 0..n)*Integral(x, x in (0, 1))",
    r"\int_0^1 \frac{\int_0^1 x \, dy}{x} \, dx": "Integral(Integral(x, y in (0, 1))/x, x in (0, 1))",
    r"\int_0^1 -x \, dx": "Integral(-x, x in (0, 1))",
    r"\int_0^1 \frac{dx}{1+x}": "Integral(1/(1 + x), x in (0, 1))",
    r"\int_1^0 x\,dx": "-Integral(x, x in (0, 1))",
    r"\int_a^b \int_c^d x y \,dx\,dy": "Integral(Integral(x*y, x in (c, d)), y in (a, b))",
    r"\int_0^1 x \, dx \int_0^1 y \, dy": "Integral(x, x in (0, 1))*Integral(y, y in (0, 1))",
    r"\int_0^2 d\theta \int_0^1 r dr": "Integral(Integral(r, r in (0, 1)), theta in (0, 2))",
    r"\int_0^1 x + \int_0^1 y \, dy \, dx": "Integral(x + Integral(y, y in (0, 1)), x in (0, 1))",
    r"\int_0^1{x dx} \cdot 2": "Integral(x, x in (0, 1))*2",
    r"\int_{-\infty}^{+\infty} dx\, x": "Integral(x, x in Reals)",
    r"\left. x^2 \right|_0^1": "1**2 - 0**2",
    r"\int_{-\infty-m}^{+\infty-m} (z + m) \, \mathrm{d}(z + m)": "Integral(z + m, z in Reals)",
    r"\int_{(-\infty-m)/r}^{\frac{\infty-m}{r}} z \, \mathrm{d}(r z)": "Integral("
    "z*Derivative(r*z, z in Reals near z), z in Reals)",
    r"\left[ e^{-x} \right]_0^\infty": "Integral(Derivative(exp(-t), t in (0, oo) near x), x in (0, oo))",
    r"\lim_{x \to \infty} e^{-x}": "exp(-1) + Integral(Derivative(exp(-t), t in (1, oo) near x), x in (1, oo))",
    r"\frac{d}{2} \log 2": "d*log(2)/2",
    # cases
    r"\begin{cases} x & \text{if } x \ge 0, \\ -x & \text{otherwise} \end{cases}": "x if 0 <= x, else -x",
    r"\left\{ \begin{array}{rl} x \; , & \text{if} \; x \ge 0 \\ -x \; , & \text{otherwise} \; . \end{array} \right.": (
        "x if 0 <= x, else -x"
    ),
    # never evaluated
    r"(1/2)^{1000000000}": "(1/2)**1000000000",
    r"9^{9^{9^9}}": "9**(9**(9**9))",
}


@pytest.mark.parametrize("text", JUDGED)
def test_what_the_language_has_is_read_as_it(text):
    assert words(text) == [JUDGED[text]]
    (reading,) = readings(text)
    assert reading.unjudged == ()
    for term in reading.terms:
        assert parse_term(term) == term
        kinds(term, REAL)


@pytest.mark.parametrize(
    "text, alone, together",
    [
        (r"\log \frac{1}{b} e^{-y}", "log(1/b)*exp(-y)", "log(exp(-y)/b)"),
        (r"\log \binom{n}{y} p^y", "log(binomial(n, y))*p**y", "log(binomial(n, y)*p**y)"),
    ],
)
def test_a_power_beside_a_fraction_may_belong_to_the_logarithm(text, alone, together):
    assert words(text) == [alone, together]


UNJUDGED = {
    r"\mathbf{A} \mathbf{B}": "matrix_product(bold_A, bold_B)",
    r"x^T A x": "matrix_product(matrix_product(transpose(x), A), x)",
    r"\mathrm{tr}(A B)": "tr(matrix_product(A, B))",
    r"|\mathbf{\Sigma}|^{1/2}": "determinant(bold_Sigma)**(1/2)",
    r"\mathrm{E}[X^2] - \mathbb{E}[X]^2": "E(X**2) - bb_E(X)**2",
    r"\left\langle x^2 \right\rangle": "E(x**2)",
    r"\mathrm{KL}[P\,||\,Q]": "KL_from(P, Q)",
    r"\mathrm{H}(X|Y) + I(X;Y)": "H_given(X, Y) + I_and(X, Y)",
    r"\mathrm{Li}(3) + I_0(\kappa) + \Gamma(a, x)": "Li_of_1(3) + I_0_of_1(kappa) + Gamma_of_2(a, x)",
    r"\Phi^{-1}(p)": "inverse_Phi(p)",
    r"\int x \, dx": "antiderivative(x, x)",
    r"du": "differential(label_u)",
    r"\frac{\partial L}{\partial \theta}": "derivative(L, theta)",
    r"\operatorname*{arg\,min}_{\theta \in \Theta} L(\theta)": "ArgMin(L(theta), theta in Theta)",  # it refutes nothing
    r"\operatorname*{arg\,min}_{a, b} L(a, b)": "argmin_a_b(L(a, b))",
    r"\frac{d}{dt} (t v) + \frac{dv}{dt}": "derivative(t*v, t) + derivative(v, t)",
    r"\frac{\partial}{\partial \theta} (\theta h_\theta(x))": "derivative(theta*h_theta(x), theta)",
    r"\nabla L(\theta)": "gradient(label_nabla, L(theta))",
    r"\lim_{x \to 0} \frac{\sin x}{x}": "lim_x_to_0(sin(x)/x)",
    r"\prod_{k=1}^\infty a_k": "infinite_product(a[k], k, 1)",
    r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}": "matrix_2_by_2(a, b, c, d)",
    r"\left( \begin{array}{cc} a & b \\ c & d \end{array} \right)": "matrix_2_by_2(a, b, c, d)",
    r"p(x|y) p(y)": "p_x_given_y(x, y)*p_y(y)",
    r"p(y=1) + p(y=0)": "p_y(1) + p_y(0)",
    r"a \pm b": "a + plus_or_minus(b)",
    r"{a + b} c": "(a + b)*c",
    r"x^12": "x*2",
    r"\frac{1}23": "(1/2)*3",
    r"x^-1": "x_minus*1",
    r"(X'X)^{-1} X'y": "matrix_product(matrix_product(matrix_power(matrix_product(X_prime, X), -1), X_prime), y)",
    r"\mathcal{N}(x | \mu, \Sigma)": "density_cal_N(x, mu, Sigma)",
    r"\mathcal{N}(\mathbf{x}; \bm{\mu}, \bm{\Sigma})": "density_cal_N(bold_x, bold_mu, bold_Sigma)",
}


@pytest.mark.parametrize("text", UNJUDGED)
def test_what_the_language_lacks_is_a_name_of_which_nothing_is_known(text):
    (reading,) = readings(text)
    assert " ~ ".join(map(in_words, reading.terms)) == UNJUDGED[text]
    assert reading.unjudged


@pytest.mark.parametrize(
    "text",
    [
        r"\int_A f(\mathbf{x}) \, d\mathbf{x} = \int_B f(\mathbf{x}) \, d\mathbf{x}",
        r"\int_A f(\mathbf{x}) \, d\mathbf{x} = \int_A f(\mathbf{x}) \, d\mathbf{y}",
        r"\int_C x \, dx = \int_D x \, dx",
        r"\left. a b \right|_0^1 = \left. a b \right|_0^2",
        r"\lim_{x \to 0} f(x) = \lim_{x \to 1} f(x)",
        r"\mathrm{E}[X | Y = 1] = \mathrm{E}[X | Y \le 1]",
        r"\Pr(X \le 1) = \Pr(X = 1)",
        r"P(|X - m| \ge 1) = P(X - m \ge 1)",
        r"P(a < X < b) = P(a < Y < b)",
        r"\prod_{k=1}^\infty a_k = \prod_{k=2}^\infty a_k",
        r"a \pm b = a \mp b",
        r"f'(x, y) = f''(x, y)",
        r"\int f(x) = \int_0^1 f(x)",
        r"\bigcup_{i=1}^n A = \bigcup_{i=1}^m A",
        r"\max_{x < 1} f(x) = \max_{x > 1} f(x)",
        r"\max_{x^2} f = \max_{x_2} f",
        r"(a, b) = [a, b)",
        r"\|x\|_1 = \|x\|_2",
        r"\nabla_x f = \nabla_y f",
        r"\mathbf{A} \mathbf{B} = \mathbf{B} \mathbf{A}",
        r"A^T B = B A^T",
    ],
)
def test_two_things_of_which_nothing_is_known_are_not_one(text):
    for reading in readings(text):
        assert reading.terms[0] != reading.terms[1]
        assert reading.unjudged


TWO_READINGS = {
    r"\log \sum_{k=1}^K q_k f(x)": ["log(Sum(q[k], k in 1..K)*f(x))", "log(Sum(q[k], k in 1..K))*f(x)"],
    r"e^{-x^2/2\sigma^2}": ["exp(-x**2/(2*sigma**2))", "exp(-x**2*sigma**2/2)"],
    r"1/2 x": ["(1/2)*x", "1/(2*x)"],
    r"\log p/q": ["log(p)/q", "log(p/q)"],
    r"\prod_{i=1}^n x_i/c": ["Product(x[i]/c, i in 1..n)", "Product(x[i], i in 1..n)/c"],
    r"\prod_{i=1}^n x_i y": ["Product(x[i]*y, i in 1..n)", "Product(x[i], i in 1..n)*y"],
    r"\prod_{i=1}^n x_i y^n": ["Product(x[i], i in 1..n)*y**n", "Product(x[i]*y**n, i in 1..n)"],
    r"\prod_{i=1}^n x_i f(y)": ["Product(x[i], i in 1..n)*f(y)", "Product(x[i]*f(y), i in 1..n)"],
    r"\sum_{i=1}^n -x_i + y_i": ["Sum(-x[i], i in 1..n) + y[i]", "Sum(-x[i] + y[i], i in 1..n)"],
    r"x^{(t+1)} - x^{(t)}": ["x_t_plus_1 - x_t", "x**(t + 1) - x**t"],
    r"\sum_i a_i - b_i": ["Sum(a[i], i in 1..size) - b[i]", "Sum(a[i] - b[i], i in 1..size)"],
    r"\sum_{i=1}^n y_i \log p + (1 - y_i) q": [
        "Sum(y[i], i in 1..n)*log(p) + (1 - y[i])*q",
        "Sum(y[i]*log(p) + (1 - y[i])*q, i in 1..n)",
    ],
    r"\log x y": ["log(x)*y", "log(x*y)"],
    r"\ln (2)^2": ["log(2)**2", "log(2**2)"],
    r"n(1-y)": ["n*(1 - y)", "n(1 - y)"],
    r"\sigma(z)": ["sigma(z)", "1/(1 + exp(-z))"],
    r"\Phi(z)": ["Phi(z)", "(1/2)*(1 + erf(z*2**(-1/2)))"],
    r"\delta_{ij}": ["KroneckerDelta(i, j)", "delta_ij"],
    r"\sum_{i=1}^n \delta_{ij} x_i": [
        "Sum(KroneckerDelta(i, j)*x[i], i in 1..n)",
        "Sum(delta_by_2[i, j]*x[i], i in 1..n)",
    ],
    r"\sum_{j=1}^n x_{1j} - x_{12}": [
        "Sum(x[1*j], j in 1..n) - x[12]",
        "Sum(x_by_2[1, j], j in 1..n) - x_by_2[1, 2]",
    ],
    r"\frac{d}{dx}[x^2] x": [
        "Derivative(x**2, x in Reals near x)*x",
        "Derivative(x**2*x, x in Reals near x)",
    ],
    r"\mathrm{Exp}(x; a)": ["a*exp(-a*x)", "exp(-x/a)/a"],
    r"x - 1\frac12": ["x - 1*(1/2)", "x - (1 + 1/2)"],
    r"3\frac14 x": ["3*(1/4)*x", "(3 + 1/4)*x"],
}


@pytest.mark.parametrize("text", TWO_READINGS)
def test_a_writing_with_two_readings_has_both(text):
    assert words(text) == TWO_READINGS[text]
    assert len({reading.doubts for reading in readings(text)}) == 2


ONE_READING = {
    r"\sum_{i=1}^n x_{ij} - x_{1j} - x_{12}": "Sum(x_by_2[i, j], i in 1..n) - x_by_2[1, j] - x_by_2[1, 2]",
    r"\sum_{i=1}^n x_{i1}": "Sum(x_by_2[i, 1], i in 1..n)",
    r"\sum_{i=1}^{2n} x_i - x_{2n} - x_{12}": "Sum(x[i], i in 1..2*n) - x[2*n] - x[12]",
    r"\sum_{i=1}^n x_{i-k} - x_{2n}": "Sum(x[i - k], i in 1..n) - x[2*n]",
}


@pytest.mark.parametrize("text", ONE_READING)
def test_digits_below_a_name_are_indices_where_it_has_so_many(text):
    assert words(text) == [ONE_READING[text]]


def test_a_number_in_brackets_above_is_an_index_where_a_letter_there_is():
    assert words(r"\sum_{i=1}^n x^{(i)} - x^{(1)}") == ["Sum(x[i], i in 1..n) - x[1]"]
    assert words(r"\sum_{i=1}^n x_i - x^{(1)}") == ["Sum(x[i], i in 1..n) - x_order_1"]


@pytest.mark.parametrize("text", [r"e^{i\pi} = -1", r"e^{ix} = \cos x + i \sin x", "i^2 = -1"])
def test_i_may_be_the_imaginary_unit(text):
    """These are right, and false of a real number."""
    assert readings(text)[0].unjudged == ("i, which may be the imaginary unit",)


@pytest.mark.parametrize("text", ["y_i = i", r"\sum_{i=1}^n i = n", r"\sum_{k=1}^i k = i^2", "f(i) = i", "j^2 = -1"])
def test_an_index_is_none(text):
    assert not readings(text)[0].unjudged


def test_a_letter_has_one_meaning_on_both_sides():
    assert words(r"\sigma(-z) = 1 - \sigma(z)") == [
        "sigma(-z) ~ 1 - sigma(z)",
        "1/(1 + exp(-(-z))) ~ 1 - 1/(1 + exp(-z))",
    ]


def test_the_scope_says_what_a_name_is():
    assert words("n(1-y)", Scope(functions=frozenset("n"))) == ["n(1 - y)"]
    assert words("n(1-y)", Scope(numbers=frozenset("n"))) == ["n*(1 - y)"]
    assert words(r"\sigma(z)", Scope(logistic=frozenset(("sigma",)))) == ["1/(1 + exp(-z))"]
    assert words(r"p(x) + p(y)", Scope(functions=frozenset("p"))) == ["p(x) + p(y)"]
    assert words("y_i", Scope(bound=frozenset("i"))) == ["y[i]"]
    assert words("y_1 + y_i", Scope(vectors=frozenset("y"))) == ["y[1] + y[i]"]
    assert words(r"\sum_i y_i", Scope(ranges={"i": (0, "m")})) == ["Sum(y[i], i in 0..m)"]
    assert words(r"\frac{d}{dp} p^2", Scope(domains={"p": ("Interval", 0, 1)})) == [
        "Derivative(p**2, p in (0, 1) near p)"
    ]
    assert words(r"\pi (1 - \pi)", Scope(numbers=frozenset(("pi",)))) == ["pi*(1 - pi)"]


def test_an_index_without_limits_takes_those_of_the_index_that_is_summed_with_it():
    both, _ = words(r"\sum_{i<j} y_i y_j + \sum_{i=1}^m y_i")
    assert both == "Sum(Sum(y[i]*y[j], i in 1..(j - 1)), j in 1..m) + Sum(y[i], i in 1..m)"


def test_a_bare_name_is_a_number_though_it_has_entries_elsewhere():
    scope = Scope(vectors=frozenset("x"), bound=frozenset("i"))
    assert words(r"\int_0^1 x^2 \, dx + x", scope) == ["Integral(x**2, x in (0, 1)) + x"]
    assert words(r"p(x)", scope) == ["p_all_x(all_x)"]


def test_densities_are_told_with_the_names_of_their_arguments():
    (reading,) = readings(r"\prod_{i=1}^n p(y_i|x_i, \theta)")
    assert reading.densities == (("p_y_given_theta_x", ("y",), ("theta", "x")),)


def test_entries_are_seen_in_the_formulas_of_the_same_block():
    block = [part.tree for row in parse(r"\sum_{i=1}^n y_i = 1") for part in row]
    assert words("y_i + x_i", Scope().seeing(*map(names, block))) == ["y[i] + x[i]"]


def test_an_expectation_may_be_a_sum_over_finitely_many_values():
    (reading,) = readings(r"\mathrm{E}[(X - \mathrm{E}[X])^2]", Scope(finite=True))
    mean = "Sum(weight[omega]*X[omega], omega in 1..size_omega)"
    assert in_words(reading.terms[0]) == f"Sum(weight[omega]*(X[omega] - {mean})**2, omega in 1..size_omega)"
    assert list(map(in_words, reading.given)) == ["Sum(weight[omega], omega in 1..size_omega) = 1"]
    assert reading.unjudged


def test_a_decimal_is_rounded_to_the_digits_shown():
    (reading,) = readings("0.0589")
    assert reading.rounded == ((("Rational", 589, 10000), ("Rational", 1, 20000)),)


@pytest.mark.parametrize(
    "text, place, construct",
    [
        (r"x + ", 3, "'+'"),
        (r"x + (y", 4, "'('"),
        (r"x)", 1, "')'"),
        (r"\frac{1", 5, "'{'"),
        (r"\foo x", 0, r"the command \foo"),
        (r"\begin{tikzcd} x \end{tikzcd}", 0, "the environment tikzcd"),
        (r"\log", 4, r"\log"),
        (r"x_1 + \ldots", 6, "'…'"),
        (r"a + b + \ldots + z", 4, "'…'"),
        (r"\sum 1", 0, r"\sum"),
        (r"a b c + |x", 8, "'|'"),
        (r"\sum_{i=1}^n", 12, r"\sum"),
        ("x\x00y", 1, r"the character '\x00'"),
        (r"x = \left.", 4, r"\left"),
        (r"x = (y\right)", 6, r"\right"),
        ("x + y!!", 4, "'!'"),
        ("x (a + b]", 2, "'('"),
        ("|a|b|c|", 0, "'|'"),
        (r"\begin{cases} 1 & \text{otherwise} \\ 2 & x > 0 \end{cases}", 14, "a case"),
        (r"\pdv[99]{f(x)}{x}", 0, "a derivative"),
        ("9" * 700, 0, "a long number"),
        ("x" * 30_000, 20_000, "a long formula"),
        ("(" * 80 + ")" * 80, 49, "'('"),
        (r"\left( x \right]^{", 17, "'{'"),
    ],
)
def test_an_error_names_the_construct_and_the_place(text, place, construct):
    with pytest.raises(ReadingError) as error:
        readings(text)
    assert (error.value.place, error.value.construct) == (place, construct)
    assert str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text, said",
    [
        (r"0 < p", ["0 < p"]),
        (r"p \ge 1", ["1 <= p"]),
        (r"y_i \in \{0, 1\}", ["y_i in {0, 1}"]),
        (r"x \in (0, 1]", ["0 < x", "x <= 1"]),
        (r"x \in [0, \infty)", ["0 <= x"]),
        (r"n \in \mathbb{N}", ["n in Integers", "0 <= n"]),
        (r"x \in \mathbb{R}", ["x in Reals"]),
        (r"i = 1, \ldots, n", ["i in 1..n"]),
        (r"\theta \in \Theta", ["theta in Theta"]),
        (r"a \ne b", ["a ≠ b"]),
        (r"x \in \emptyset", ["x in Empty"]),
        (r"x < \infty", []),
        (r"-\infty \le x", []),
        (r"x \ne \infty", []),
    ],
)
def test_a_relation_is_a_proposition(text, said):
    ((left, right),) = parse(text)
    assert list(map(in_words, propositions(right.relation, left.tree, right.tree))) == said


NOTHING_TRUE = (r"x = \infty", r"x > \infty", r"\infty < x", r"x \le -\infty")


@pytest.mark.parametrize("text", [*NOTHING_TRUE, r"X \sim N", r"x \in A \times B", r"\mathbf{x} < 1 + \mathrm{E}[X]"])
def test_what_is_no_proposition_is_refused(text):
    ((left, right),) = parse(text)
    with pytest.raises(ReadingError):
        propositions(right.relation, left.tree, right.tree)


def test_a_small_phi_beside_a_capital_one_is_its_density():
    slope = r"$$\frac{d}{db} \log \Phi(b x) = SIGN \frac{x \phi(b x)}{\Phi(b x)}$$"
    assert check(slope.replace("SIGN", "")).links[-1].verdict.status == "proved"
    assert check(slope.replace("SIGN", "-")).links[-1].verdict.status == "unknown"  # Φ may be another function
    assert check(r"$$\frac{d}{db} \phi(b x) = - b x^2 \phi(b x)$$").links[-1].verdict.status == "unknown"
