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
    **{"Mistyped": "reading.mistyped", "NotUnderstood": "prover.differentials", "Rejected": "kernel.replay"},
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
__all__ = sorted(set(_HOMES) - set(_BY_NAME_ONLY))


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # which takes as long as the rest of a small command

        return version("mlce-sym")
    if name not in _HOMES:
        raise AttributeError(f"mlce_sym has no {name!r}; it has {', '.join(__all__)}")
    module = import_module(f".{_HOMES[name]}", __name__)
    return module if name == "rules" else getattr(module, name)


def __dir__() -> list[str]:
    return sorted(_HOMES)
