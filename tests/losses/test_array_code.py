"""The code of losses of vectors against values that are computed entry by entry in balls."""

import math

import pytest
from flint import arb, ctx

from mlce_sym import loss
from mlce_sym.losses.array_code import array_code
from mlce_sym.losses.vector_families import VECTORS
from mlce_sym.terms.errors import NoSuchName
from tests.derived import of_vectors

numpy = pytest.importorskip("numpy")
LOGITS = [[800.0, 0.0, -800.0], [1e-8, 0.0, 1e-300], [1e9, 1e9, -1e9], [0.3, -37.5, 2.0]]
LABELS = [2, 0, 1, 1]
SHARES = [[1e-300, 1 - 2.0**-53, 1e-17], [0.2, 0.3, 0.5], [0.0, 1.0, 0.0]]
ULPS = 8


def made(name):
    return of_vectors(VECTORS[name]).function()


def near(value, true, largest):
    assert abs(float((true - arb(float(value))).mid())) <= ULPS * math.ulp(largest), (value, true)


@pytest.mark.slow
@pytest.mark.parametrize("row, label", list(zip(LOGITS, LABELS, strict=True)))
def test_softmax(row, label):
    f, K = made("softmax"), len(row)
    with ctx.workprec(6000):
        powers = [arb(x).exp() for x in row]
        p = [power / sum(powers) for power in powers]
        near(f.loss(label, row), sum(powers).log() - arb(row[label]), max(1.0, *map(abs, row)))
        slopes, curves = f.gradient(label, row), f.hessian(label, row)
        for k in range(K):
            near(slopes[k], p[k] - (k == label), 1.0)
            for l in range(K):  # noqa: E741
                near(curves[k][l], p[k] * ((k == l) - p[l]), 1.0)


@pytest.mark.parametrize("row", SHARES)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_class_probabilities(row):
    f, g = made("categorical"), made("multinomial")
    y = [0 if x == 0 else 3 for x in row]
    with ctx.workprec(300):
        for label, x in enumerate(row):
            if x:
                near(f.loss(label, row), -arb(x).log(), abs(math.log(x)))
                near(f.gradient(label, row)[label], -1 / arb(x), 1 / x)
        true = -sum((3 * arb(x).log() for x in row if x), arb(0))
        near(g.loss(y, row), true, max(1.0, abs(float(true.mid()))))
    assert f.gradient([0, 1], [0.2, 0.8]).tolist() == [[-5.0, 0.0], [0.0, -1.25]]
    assert f.hessian(1, [0.2, 0.8]).tolist() == [[0.0, 0.0], [0.0, pytest.approx(1.5625)]]


@pytest.mark.slow
def test_the_multivariate_gaussian():
    f, A = made("multivariate-gaussian"), numpy.array([[2.0, 1.0], [1.0, 3.0]])
    y, mu = numpy.array([[1.0, 2.0], [0.0, -1.0]]), numpy.array([0.5, 0.0])
    r = y - mu
    assert numpy.allclose(f.loss(y, mu, A, reduction="none"), [0.5 * one @ A @ one for one in r])
    assert numpy.allclose(f.gradient(y, mu, A), -(r @ A)) and f.hessian(y, mu, A).shape == (2, 2, 2)
    assert numpy.allclose(f.gradient(y, mu, A, weights=[1.0, 3.0], reduction="mean"), -(r[0] + 3 * r[1]) @ A / 4)


@pytest.mark.slow
@pytest.mark.parametrize("name", VECTORS)
def test_every_formula_is_proved(name):
    code = array_code(of_vectors(VECTORS[name]))
    assert len(code.forms) == 3 and all(form.proved for form in code.forms.values())
    with pytest.raises(NoSuchName, match="for vectors there is code for numpy, torch, jax, not for 'python'"):
        code.module("python")


def test_functions_of_numbers():
    f = loss("poisson").function()
    assert f.gradient([0, 2], 4.0).tolist() == [1.0, 0.5] and f.loss(3, 1.0) == 1.0
    assert "proved to be the loss" in f.__doc__


def test_weights_of_classes_and_labels_that_are_ignored():
    f, z = made("softmax"), numpy.array([[0.3, -1.0, 2.0], [0.0, 0.5, 1.0], [1.0, 1.0, -2.0], [2.0, 0.1, 0.2]])
    y, w, own = numpy.array([2, 0, -100, 1]), numpy.array([1.0, 2.0, 0.5]), numpy.array([1.0, 3.0, 5.0, 2.0])
    each = [math.log(sum(map(math.exp, row))) - row[max(k, 0)] for row, k in zip(z, y, strict=True)]
    kept = [0.5, 1.0, 0.0, 2.0]
    mean = sum(a * b for a, b in zip(kept, each, strict=True)) / sum(kept)
    assert f.loss(y, z, class_weights=w, ignored=-100) == pytest.approx(mean)
    both = [a * b for a, b in zip(kept, own, strict=True)]
    mean = sum(a * b for a, b in zip(both, each, strict=True)) / sum(both)
    assert f.loss(y, z, weights=own, class_weights=w, ignored=-100) == pytest.approx(mean)
    assert f.gradient(y, z, ignored=-100)[2].tolist() == [0.0, 0.0, 0.0]
    plain = f.gradient(y[:2], z[:2])
    assert f.gradient(y, z, class_weights=w, ignored=-100)[:2] == pytest.approx(plain * numpy.array([[0.5], [1.0]]))
    assert f.loss(y[:2], z[:2], class_weights=w, reduction="sum") == pytest.approx(0.5 * each[0] + each[1])
