"""Maximum likelihood is minimum cross-entropy: proofs that a machine builds, checks and typesets.

This is the table of contents, for the prompt: `from mlce_sym import *`. Everything is imported at first use.

>>> from mlce_sym import judge
>>> from sympy import log, symbols
>>> a, b = symbols("a b")
>>> print(judge(log(a * b), log(a) + log(b), given=[a > 0, b > 0]).status)
proved
"""

from importlib import import_module
from typing import Any

_NODES = ("ArgMax", "ArgMin", "CrossEntropy", "Different", "Entropy", "Equals", "ForAll", "IndexRange", "KLDivergence")
_HOMES = {
    **dict.fromkeys((*_NODES, "Le", "Lt", "Member", "Smooth", "Without", "derivative"), "border.nodes"),
    **dict.fromkeys(("Definition", "Given"), "border.given"),
    "Exists": "border.existence",
    "Hypothesis": "prover.derivation",
    **dict.fromkeys(("Malformed", "MlceError", "NoSuchName", "Refused", "TooLarge"), "terms.errors"),
    **{"Mistyped": "reading.typed.mistyped", "NotUnderstood": "prover.differentials", "Rejected": "kernel.replay"},
    "Unsupported": "families.family",
    "Rule": "border.rule",
    "Theorem": "kernel.theorem",
    **dict.fromkeys(("Bernoulli", "Data", "Model", "data", "hypotheses", "likelihood"), "families"),
    **dict.fromkeys(("Chain", "back", "chain", "use"), "prover"),
    **dict.fromkeys(("Verdict", "judge"), "verdicts.judge"),
    "assert_identity": "prompt.assert_identity",
    **dict.fromkeys(("check", "check_files"), "prompt.check"),
    **dict.fromkeys(("Checked", "Unreadable"), "documents.checked"),
    "load_ipython_extension": "prompt.magic",
    "loss": "prompt.loss",
    **dict.fromkeys(("Proved", "prove", "verify"), "prompt.prove"),
    "rules": "rules",
}
# SymPy has other meanings for some of these, and IPython calls one: `from mlce_sym import Lt` has to be said.
_BY_NAME_ONLY = ("Le", "Lt", "load_ipython_extension", "use")


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # which takes as long as the rest of a small command

        return version("mlce-sym")
    if name == "__all__":
        return sorted({*_HOMES, *_models()} - {*_BY_NAME_ONLY})
    if name in _HOMES:
        module = import_module(f".{_HOMES[name]}", __name__)
        return module if name == "rules" else getattr(module, name)
    if not name.startswith("_") and name in _models():
        return _models()[name]
    raise AttributeError(f"mlce_sym has no {name!r}{_near(name)}")


def __dir__() -> list[str]:
    return sorted({*_HOMES, *_models()})


def _models() -> dict[str, Any]:
    """The families, each of which is called with its parameters."""
    found: dict[str, Any] = import_module(".families", __name__).models()
    return found


def _near(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, __dir__(), n=3)
    return f"; did you mean {' or '.join(near)}?" if near else "; dir(mlce_sym) lists what it has"
