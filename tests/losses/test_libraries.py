"""The code for PyTorch and JAX, run where they are installed, beside NumPy's, which is compared with balls."""

import types
from functools import cache

import pytest

from mlce_sym.families.families import FAMILIES
from mlce_sym.losses.vector_families import VECTORS
from tests import derived
from tests.losses.test_code import NAMES, check, code, is_constant

TIMES = {"torch": 8, "jax": 8}  # their functions are not as exact as those of the C library


@cache
def library(target):
    found = pytest.importorskip(target)
    if target == "jax":
        found.config.update("jax_enable_x64", True)
    else:
        found.set_default_dtype(found.float64)
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if name != "von-mises"])
@pytest.mark.parametrize("target", TIMES)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_the_code_is_as_exact_as_the_library_can_be(name, target):
    library(target)
    for what in ("loss", "gradient", "hessian"):
        nine_digits = target == "torch" and "polygamma" in code(name).module(target)
        times = 2**20 if nine_digits else TIMES[target]
        assert check(name, target, what, times) >= 2 or is_constant(name, what)


def drawn(name, numpy):
    """Observations, parameters and what is known, in the order of the arguments."""
    random, classes, count = numpy.random.default_rng(0), 4, 5
    labels, logits = random.integers(0, classes, count), 100 * random.standard_normal((count, classes))
    shares, counts = random.dirichlet(numpy.ones(classes), count), random.integers(0, 5, (count, classes))
    means, spread = random.standard_normal((count, classes)), random.standard_normal((classes, classes))
    return {
        "softmax": (labels, logits),
        "categorical": (labels, shares),
        "multinomial": (counts, shares),
        "multivariate-gaussian": (means, means[0], spread @ spread.T),
    }[name]


@cache
def of_vectors(name, target):
    made = types.ModuleType(name)
    text = derived.of_vectors(VECTORS[name]).code(target)
    exec(compile(text, f"{name}.py", "exec"), made.__dict__)
    return made


@pytest.mark.parametrize("name", VECTORS)
@pytest.mark.parametrize("target", TIMES)
@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_the_same_arrays(name, target, reduction):
    numpy = pytest.importorskip("numpy")
    found, data = library(target), drawn(name, numpy)
    weights = numpy.arange(1.0, 1 + len(data[0]))
    make = found.numpy.asarray if target == "jax" else found.as_tensor
    for what in ("loss", "gradient", "hessian"):
        ours = getattr(of_vectors(name, "numpy"), what)(*data, weights=weights, reduction=reduction)
        theirs = getattr(of_vectors(name, target), what)(*map(make, data), weights=make(weights), reduction=reduction)
        assert ours.shape == tuple(theirs.shape)
        numpy.testing.assert_allclose(numpy.asarray(theirs), ours, rtol=1e-12)


@pytest.mark.parametrize("target", TIMES)
def test_derivatives_by_the_library_itself(target):
    numpy = pytest.importorskip("numpy")
    found, (labels, logits) = library(target), drawn("softmax", numpy)
    made = of_vectors("softmax", target)
    if target == "jax":
        own = found.grad(lambda z: made.loss(labels, z, reduction="sum"))(found.numpy.asarray(logits))
    else:
        z = found.tensor(logits, requires_grad=True)
        made.loss(found.as_tensor(labels), z, reduction="sum").backward()
        own = z.grad
    numpy.testing.assert_allclose(
        numpy.asarray(own), of_vectors("softmax", "numpy").gradient(labels, logits), atol=1e-12
    )


def test_every_family_has_code():
    assert {f.name for f in FAMILIES} == set(NAMES) and set(VECTORS) == {
        *("categorical", "softmax", "multinomial", "multivariate-gaussian")
    }
