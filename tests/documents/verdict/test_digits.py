"""Numbers that were rounded before they are put in refute nothing; slips in them are refuted still."""

import pytest

from mlce_sym import check

ROUNDED = [
    (r"\frac{103.2-100}{15/\sqrt{50}} = \frac{3.2}{2.12}", r"\frac{103.2-100}{15/\sqrt{50}} = \frac{3.2}{2.21}"),
    (r"2(56\ln1.12+44\ln0.88) = 2(6.346-5.625)", r"2(56\ln1.12+44\ln0.88) = 2(6.346+5.625)"),
    (
        r"0.63^2\left(\frac1{90}+\frac1{56}+\frac1{20}\right) = 0.3969\times0.07897",
        r"0.63^2\left(\frac1{90}+\frac1{56}+\frac1{20}\right) = 0.3969\times0.07987",
    ),
    (r"\sqrt{20\pi}(10/e)^{10} = 3598696", r"\sqrt{20\pi}(10/e)^{10} = 3598698"),
]


def status(formula):
    return check(f"Check $n = 10$: ${formula}$.", "markdown").links[-1].verdict.status


@pytest.mark.parametrize("right, wrong", ROUNDED)
def test_what_was_rounded_before_refutes_nothing(right, wrong):
    assert status(right) in ("unknown", "assumption")
    assert status(wrong) == "refuted"


@pytest.mark.parametrize("wrong", ["4 - 0.6 * 3 = 2.3", "0.5 * 0.5 = 0.26", "2 * 0.35 = 0.71", r"\frac{29}{2} 7 = 101"])
def test_exact_numbers_are_not_rounded(wrong):
    assert status(wrong) == "refuted"


@pytest.mark.parametrize(
    "formula",
    [
        r"e^{x - x^2/n + O(n^{-2})} = e^x (1 - x^2/n + O(n^{-2}))",
        r"x + O(n^{-1}) = x + x/n + O(n^{-1})",
        r"O(n^{-1}) - O(n^{-1}) = 0",
    ],
)
def test_an_order_of_magnitude_is_another_one_wherever_it_stands(formula):
    assert check(f"So ${formula}$.", "markdown").links[-1].verdict.status in ("unknown", "assumption")


@pytest.mark.parametrize(
    "right, wrong",
    [
        (r"\tanh'z = 1 - \tanh^2 z", r"\tanh'z = 1 + \tanh^2 z"),
        (r"\log'(x) = 1/x", r"\log'(x) = \log(x)"),
        (r"\exp'(2x) = e^{2x}", r"\exp'(2x) = 2 e^{2x}"),
        (r"\sin''(x) = -\sin x", r"\sin''(x) = \sin x"),
    ],
)
def test_a_prime_after_a_function_that_is_set_upright(right, wrong):
    assert [check(f"So ${one}$.", "markdown").links[-1].verdict.status for one in (right, wrong)] == [
        "proved",
        "refuted",
    ]
