"""How NumPy with SciPy, PyTorch and JAX write what is peculiar to arrays of vectors: entries, labels, softmax.

>>> sorted(ARRAY_TARGETS), ARRAY_TARGETS["torch"].softmax.format("z")
(['jax', 'numpy', 'torch'], 'torch.softmax(z, -1)')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .targets import JAX, NUMPY, TORCH, Target

REDUCED = '''
def _reduced(each: {array}, trailing: int, weights: {given} | None, reduction: str) -> {array}:
    """The weighted mean or sum over the observations, or what there is of each; its last axes are those of entries."""
    if weights is not None:
        each = each * {read}[(..., *(None,) * trailing)]
    axes = tuple(range(each.ndim - trailing))
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"reduction is 'mean', 'sum' or 'none', not {{reduction!r}}")
    if reduction == "none" or not axes:
        return each
    if reduction == "sum" or weights is None:
        return each.sum(axes) if reduction == "sum" else each.mean(axes)
    return each.sum(axes) / ({ones} * {read}[(..., *(None,) * trailing)]).sum(axes)
'''


OF_CLASSES = '''
def _of_classes(y, weights, class_weights, ignored):
    """The labels, 0 for one that is ignored, and the weights of the observations: those of their classes, too."""
    if class_weights is None and ignored is None:
        return y, weights
    kept = {kept}
    y = {lib}.where(kept, y, 0)
    own = {one} if class_weights is None else {of_class}
    return y, {lib}.where(kept, own, 0.0) * (1.0 if weights is None else {weights})
'''


@dataclass(frozen=True)
class ArrayTarget:
    """A library; {0} is an array in what it writes."""

    of_numbers: Target
    label: str  # a label as an array of integers
    softmax: str
    logsumexp: str
    reduced: str
    helpers: Mapping[str, str]


def _of_classes(lib: str, read: str) -> str:
    ones = f"{lib}.ones_like(y, dtype=bool)" if lib != "torch" else "torch.ones_like(y, dtype=torch.bool)"
    return OF_CLASSES.format(
        lib=lib,
        kept=f"{ones} if ignored is None else y != ignored",
        one=read.format("1.0"),
        of_class=f"{read.format('class_weights')}[y]",
        weights=read.format("weights"),
    )


def _helpers(lib: str, read: str, entry: str, one_hot: str, eye: str, zeros: str) -> dict[str, str]:
    return {
        "_of_classes": _of_classes(lib, read),
        "_entry": (
            "def _entry(x, y):\n"
            '    """The entry of the label, for each observation."""\n'
            f"    wide = {lib}.broadcast_to(x, tuple(y.shape) + tuple(x.shape[-1:]))\n"
            f"    return {entry}[..., 0]\n"
        ),
        "_one_hot": f"def _one_hot(y, like):\n    return {one_hot}\n",
        "_eye": f"def _eye(like):\n    return {eye}\n",
        "_nothing": (
            f'def _nothing(y):\n    """0 for each observation, as a matrix."""\n    return {zeros}[..., None, None]\n'
        ),
    }


_NUMPY = ArrayTarget(
    NUMPY,
    "np.asarray({0})",
    "special.softmax({0}, axis=-1)",
    "special.logsumexp({0}, axis=-1)",
    REDUCED.format(array=NUMPY.result, given=NUMPY.array, read="np.asarray(weights)", ones="np.ones_like(each)"),
    _helpers(
        "np",
        "np.asarray({0}, dtype=float)",
        "np.take_along_axis(wide, y[..., None], -1)",
        "(y[..., None] == np.arange(like.shape[-1])).astype(float)",
        "np.eye(like.shape[-1])",
        "np.zeros(y.shape[:-1])",
    ),
)
_JAX = ArrayTarget(
    JAX,
    "jnp.asarray({0})",
    "jax.nn.softmax({0}, axis=-1)",
    "special.logsumexp({0}, axis=-1)",
    REDUCED.format(array=JAX.result, given=JAX.array, read="jnp.asarray(weights)", ones="jnp.ones_like(each)"),
    _helpers(
        "jnp",
        "jnp.asarray({0})",
        "jnp.take_along_axis(wide, y[..., None], -1)",
        "(y[..., None] == jnp.arange(like.shape[-1])).astype(float)",
        "jnp.eye(like.shape[-1])",
        "jnp.zeros(y.shape[:-1])",
    ),
)
_TORCH = ArrayTarget(
    TORCH,
    "torch.as_tensor({0})",
    "torch.softmax({0}, -1)",
    "torch.logsumexp({0}, -1)",
    REDUCED.format(array="Tensor", given="Tensor", read="torch.as_tensor(weights)", ones="torch.ones_like(each)"),
    _helpers(
        "torch",
        "torch.as_tensor({0})",
        "torch.take_along_dim(wide, y[..., None], -1)",
        "(y[..., None] == torch.arange(like.shape[-1], device=y.device)).to(like.dtype)",
        "torch.eye(like.shape[-1], dtype=like.dtype, device=like.device)",
        "torch.zeros(y.shape[:-1], dtype=y.dtype, device=y.device)",
    ),
)
ARRAY_TARGETS: Mapping[str, ArrayTarget] = {one.of_numbers.name: one for one in (_NUMPY, _TORCH, _JAX)}
