r"""The notation of the book: how a proof is read, the words of the field, and the symbols.

The symbols are spelled by the writer that spells the theorems.

>>> print(symbol(["Entropy", "k", CLASSES, ["Apply", "p", "k"]]))
$H(p)$
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from .context import Notation
from .latex_terms import term
from .layout import sections
from .prose import escape, small
from .setting import defined

Data = Any

CLASSES, EACH, HERE = ["Range", 1, "K"], ["Range", "l", "m"], ["Apply", "f", "t"]
P, Q = ["Apply", "p", "k"], ["Apply", "q", "k"]
NOTATION: Notation = {
    "p": {"support": CLASSES},
    "q": {"support": CLASSES},
    "f": {"parameters": 1, "support": CLASSES},
    "w": {"subscripts": 1},
}
MODEL = ["Apply", "f", "k", "theta"]

READING = (
    "All quantities are real numbers, and all sets are sets of real numbers. "
    "A theorem supposes what stands in the setting above it, and what it says itself. In its proof each line equals "
    "the one above, or is equivalent to it, and the reason stands at the right: the name of a rule, which the rule "
    "reference at the end states, with the rule's condition in brackets; a definition, a hypothesis, or an earlier "
    "theorem. What the laws of arithmetic and of powers give, and $\\log e^a = a$, is called algebra where it has a "
    "line of its own, and is not mentioned elsewhere. The sign $\\square$ ends a proof. A lemma is a theorem that "
    "serves another one."
)

WORDS = (
    ("likelihood", "the probability, or the density, of the data as a function of the parameter $\\theta$"),
    ("log-likelihood", "the natural logarithm of the likelihood"),
    ("label", "an observation that is one of finitely many: 0 or 1, or one of the classes $1, \\dots, K$"),
    ("empirical distribution", "the distribution of the data: it gives each class its share of the observations"),
    ("nat", "the unit of entropies that are taken with the natural logarithm; a nat is $1/\\log 2$ bits"),
)

SYMBOLS: tuple[tuple[tuple[Data, ...], str], ...] = (
    ((["log", "a"], ["exp", "a"]), "natural logarithm of a number $a > 0$; exponential function, also $\\exp(a)$"),
    (
        (["Pow", "a", "b"],),
        "a power; where the exponent is not a literal integer number, the base is positive and $a^b = e^{b \\log a}$",
    ),
    (
        (["Sum", "i", EACH, ["Apply", "g", "i"]], ["Product", "i", EACH, ["Apply", "g", "i"]]),
        "sum and product over the integers from $l$ to $m$; the empty ones, with $m = l - 1$, are 0 and 1",
    ),
    ((["Indexed", "y", "i"], ["Entries", "y", 1, "n"]), "an observation; all observations, that is, the data"),
    ((["Apply", "w", "j", "theta"],), "the value of a function of an index and of the parameter"),
    ((MODEL,), "the probability of $k$ in a model, or the density at $k$, with the parameter after the semicolon"),
    (
        (["abs", "a"], ["sign", "a"]),
        "absolute value; sign, which is $-1$, 0 or 1",
    ),
    ((["max", "a", "b"], ["min", "a", "b"]), "the larger and the smaller of two numbers"),
    (
        (["Cases", ["Eq", "a", "b"], "u", "v"],),
        "the number that stands beside the case that holds",
    ),
    ((["KroneckerDelta", "k", "c"],), "Kronecker's delta: 1 if $k = c$, otherwise 0"),
    (
        (["Entropy", "k", CLASSES, P],),
        "entropy of a distribution, in nats: $-\\sum_k p(k) \\log p(k)$ with $0 \\log 0 = 0$",
    ),
    (
        (["CrossEntropy", "k", CLASSES, P, Q],),
        "cross-entropy, in nats: $-\\sum_k p(k) \\log q(k)$, where every $q(k)$ is positive",
    ),
    (
        (["KLDivergence", "k", CLASSES, P, Q],),
        "divergence of Kullback and Leibler, in nats: $\\sum_k p(k) \\log (p(k)/q(k))$, where $p(k) = 0$ contributes 0",
    ),
    (
        (["CrossEntropy", "k", CLASSES, ["KroneckerDelta", "k", "c"], MODEL],),
        "the cross-entropy of the distribution with mass 1 at $c$ and the model; the dot stands for the outcome",
    ),
    (
        (["CrossEntropy", "k", EACH, ["Apply", "r", "k"], ["Apply", "s", "k"]],),
        "cross-entropy with the index and its range written out; likewise for entropy and divergence",
    ),
    (
        (["ArgMax", "t", "A", HERE], ["ArgMin", "t", "A", HERE]),
        "the set of all maximisers, and of all minimisers, over the set $A$; it is empty where there is none",
    ),
    (
        (["Derivative", "t", ["Near", "A", "t"], HERE], ["Derivative", "t", ["Near", "A", "a"], HERE]),
        "the derivative at $t$, and at the point $a$; it is local, so that the open set where $t$ runs is not written",
    ),
    (
        (["Integral", "t", ["Between", "a", "b"], HERE],),
        "the integral of a smooth function over the closed interval from $a$ to $b$, where $a \\le b$",
    ),
    (
        (["Sum", "k", ["From", 0], P], ["ImproperIntegral", "t", ["Above", 0], HERE]),
        "an infinite sum, and an integral over an open interval; each converges absolutely",
    ),
    (
        (["Smooth", "t", "A", HERE], ["Converges", "k", ["From", 0], P]),
        "all derivatives exist on the open set $A$; the sum converges absolutely, and likewise for an integral",
    ),
    ((EACH, ["Finite", "a", "b"]), "the integers from $l$ to $m$; the set of $a$ and $b$"),
    ((["Interval", "a", "b"], ["Above", "a"], "Reals"), "open interval; the numbers greater than $a$; real numbers"),
    ((["Empty"], ["Without", "A", "c"]), "empty set; the set $A$ without the element $c$"),
)


def notation_page(certificates: Iterable[Mapping[str, Data]] = ()) -> str:
    """The page, below its heading; the names that several of the documents define are read off them."""
    names = _names(certificates)
    return "\n".join(
        (
            f"{escape(READING)}\n",
            _table(r"\textit{Words}", [(escape(word), meaning) for word, meaning in WORDS]),
            _table(r"\textit{Symbols}", [(", ".join(map(symbol, terms)), meaning) for terms, meaning in SYMBOLS]),
            *([_table(r"\textit{Names}", names)] if names else []),
        )
    )


SEVERAL = 3  # chapters


def _names(certificates: Iterable[Mapping[str, Data]]) -> list[tuple[str, str]]:
    """The names with one meaning in several chapters, each with the arguments that it has most often; what a chapter
    alone defines stands in its settings."""
    written: dict[tuple[str, str], Counter[str]] = {}
    for one in certificates:
        own = {(defined(d), d["words"]): d["left"] for s in sections(one) for d in s.definitions}
        for key, left in own.items():
            written.setdefault(key, Counter())[small(term(left, one["notation"]))] += 1
    known = ((forms.most_common(1)[0][0], words) for (_, words), forms in written.items() if forms.total() >= SEVERAL)
    return sorted((f"${left}$", words) for left, words in known)


def symbol(data: Data) -> str:
    """A term as it stands in a line of text."""
    return f"${small(term(data, NOTATION))}$"


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    column = r">{\raggedright\arraybackslash}p{%s}"
    body = " \\\\\n".join(f"{left} & {escape(right)}" for left, right in rows)
    return (
        f"\\bigskip\n\\noindent\n\\begin{{tabular}}{{@{{}}{column % '4.4cm'}{column % '11.75cm'}@{{}}}}\n"
        f"\\toprule\n{title} & \\\\\n\\midrule\n{body} \\\\\n\\bottomrule\n\\end{{tabular}}\n"
    )
