"""Vectors and matrices, which are proved by their entries, and refuted by nothing."""

import pytest

from mlce_sym import check
from mlce_sym.documents.equations.arrays import by_entries

A = r"\mathbf{A}"
W, X, T = r"\mathbf{w}", r"\mathbf{x}", r"\mathbf{t}"
OPAQUE = frozenset({"matrix_product", "transpose", "matrix_power", "part", "label_nabla", "gradient"})


def statuses(*links):
    return [link.verdict.status for link in check("\n\n".join(f"$${link}$$" for link in links)).links]


HOLD = [
    rf"{W}^T{X} = {X}^T{W}",
    rf"({A}\mathbf{{B}})^T = \mathbf{{B}}^T{A}^T",
    rf"\|{X}-{W}\|^2 = {X}^T{X} - 2{X}^T{W} + {W}^T{W}",
    rf"{W}^T({X} + {T}){T}^T{W} = ({W}^T{X} + {W}^T{T}){W}^T{T}",
    rf"\mathrm{{tr}}({X}{X}^T{A}) = {X}^T{A}{X}",
    rf"({A}+\mathbf{{I}}){X} = {A}{X} + {X}",
    rf"{A}^{{-1}}{A}{X} + \mathbf{{0}} = {X}",
    rf"\hat{W}^T{X} = {X}^T\mathbf{{\hat w}}",
    rf"\nabla_{W} {W}^T{A}{W} = ({A} + {A}^T){W}",
    rf"\nabla_{W} \|{T}-{A}{W}\|^2 = -2{A}^T({T}-{A}{W})",
    rf"\frac{{\partial}}{{\partial {W}}} \frac{{\lambda}}{{2}}{W}^T{W} = \lambda{W}",
    rf"\nabla_{W} \sum_{{n=1}}^N (t_n - {W}^T{X}_n)^2 = -2\sum_{{n=1}}^N (t_n - {W}^T{X}_n){X}_n",
    rf"\frac{{d}}{{dt}} \|{W} + t{X}\|^2 = 2{X}^T({W} + t{X})",
    rf"\sum_{{n=1}}^N ({W}^T\bm{{\phi}}({X}_n))^2 = \sum_{{m=1}}^N (\bm{{\phi}}({X}_m)^T{W})^2",
]

DO_NOT = [
    rf"{W}^T{X} = {X}^T{T}",
    rf"{W}{X}^T = {X}{W}^T",
    rf"{A}\mathbf{{B}} = \mathbf{{B}}{A}",
    rf"{A}{X} = {X}{A}",
    rf"{A}\hat{W} = \hat{W}{A}",
    rf"{A}\mathbf{{\hat w}} = \mathbf{{\hat w}}{A}",
    rf"x_i^T{A} = {A}x_i^T",
    rf"{X}^T{A}{W} = {W}^T{A}{X}",
    rf"\|{X}-{W}\|^2 = {X}^T{X} + 2{X}^T{W} + {W}^T{W}",
    rf"\|{X}\|_1^2 = {X}^T{X}",
    rf"\mathrm{{tr}}({A}{X}{X}^T) = {X}^T{A}{X} + 1",
    r"\mathrm{tr}(\mathbf{I}) - \mathrm{tr}(\mathbf{I}^T) = 0",
    rf"\mathbf{{1}}^T{X} = {X}",
    rf"\frac{{\partial}}{{\partial {W}}}(\lambda{W}) = \lambda",
    rf"\nabla_{W} {W}^T{A}{W} = 2{A}{W}",
    rf"\nabla_{W} (E + \lambda{W}^T{W}) = 2\lambda{W}",
    rf"\nabla_{W} (g({W}) + {W}^T{X}) = {X}",
    rf"\nabla_{W} {W}^T{X} = {X}^T",
    rf"\frac{{d}}{{dt}} f(t{W}) = t - t",
    rf"\frac{{d}}{{dt}} (f({W}, t) + t{W}^T{W}) = {W}^T{W}",
    rf"\int_0^1 f({W}, t) dt = f({W}, t)",
    rf"{X}_n^T{W} = {X}_m^T{W}",
    rf"\prod_{{n=1}}^N {A}_n = \prod_{{n=1}}^N {A}_{{N+1-n}}",
    rf"{A} \prod_{{n=1}}^N \mathbf{{B}}_n = \left(\prod_{{n=1}}^N \mathbf{{B}}_n\right) {A}",
    rf"\nabla_{X} {W}^T{X}_n = \mathbf{{0}}",
    rf"\nabla_{W} (w_1 + {W}^T{X}) = {X}",
    rf"\nabla_{W} (\sum_{{j=1}}^D w_j^2 + {W}^T{X}) = {X}",
    rf"\frac{{\partial}}{{\partial w_1}} ({W}^T{X} + w_1) = 1",
    rf"\frac{{d}}{{dt}} ({X}_t^T{W} + t^2) = 2t",
    rf"{W}^{{*T}}{X} = {W}^T{X}",
    rf"\nabla_{W} ({W}^T{X} + {T}^T{X}_{{{W}}}) = {X}",
    rf"\nabla_{W} ({W}^T{X} + \log p_{W}(y)) = {X}",
]


WITH_W = [
    rf"Let $y_n = \sigma({W}^T{X}_n)$.",
    rf"$$y_n = \sigma(a_n), \quad a_n = {W}^T{X}_n$$",
    rf"$$\log y_n = {W}^T{X}_n$$",
    rf"Let $y = ({W}, 1)$.",
]


@pytest.mark.parametrize("text", WITH_W)
def test_what_a_text_says_by_a_vector_moves_with_it(text):
    slope = rf"$$\nabla_{W} \sum_{{n=1}}^N (y_n + {W}^T{X}_n) = \sum_{{n=1}}^N {X}_n$$"
    assert check(text + slope).links[-1].verdict.status == "unknown"
    assert check(text + slope.replace("y_n", "t_n")).links[-1].verdict.status == "proved"


@pytest.mark.parametrize("link", HOLD)
def test_what_holds_of_arrays_is_proved(link):
    assert statuses(link) == ["proved"]


@pytest.mark.parametrize("link", DO_NOT)
def test_what_does_not_hold_or_does_not_fit_is_not_proved(link):
    assert statuses(link) == ["unknown"]


def test_nothing_is_proved_of_row_vectors():
    text = rf"Let ${X}$ and ${W}$ be row vectors. $${X}^T{W} = {W}^T{X}$$"
    assert check(text).links[-1].verdict.status == "unknown"


def test_conditions_are_said_of_what_is_written():
    (link,) = check(rf"$$\log(p({X})q) = \log p({X}) + \log q$$").links
    assert link.verdict.status == "proved" and not any("array" in one for one in link.verdict.conditions)


def test_numbers_have_no_entries():
    assert by_entries("a", ("Mul", 2, "a"), OPAQUE) is None
    assert by_entries("bold_a", ("Apply", "part", "bold_a", "label_1"), OPAQUE) is None


@pytest.mark.parametrize("said, then", [(rf"{A}^T = {A}", rf"{W}^T = {W}"), (rf"\|{W}\| = w", rf"\|{X}\| = x")])
def test_no_text_defines_what_a_transpose_or_a_length_is(said, then):
    assert statuses(said, then) == ["unknown", "unknown"]
