r"""What a certificate may have typeset: names and prose that cannot be a command to TeX, a terminal or a browser.

A certificate that is checked may come from anywhere. No check depends on its notation and prose, which the writers put
into documents as they stand; so they are held to a list of what is harmless, and anything else is refused.

>>> check_latex(r"\hat{\theta}_{#1}")
>>> check_latex(r"\input{x}")
Traceback (most recent call last):
...
mlce_sym.terms.errors.Malformed: '\\input' is not typeset
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from ..terms.errors import Malformed
from .context import GREEK

NESTED_IN = {"}": "{", r"\right": r"\left", r"\end": r"\begin"}
ARGUMENTS = """
    left right begin end hat bar tilde vec dot ddot check breve acute grave overline underline widehat widetilde
    mathrm mathit mathbf mathsf mathcal mathbb mathfrak boldsymbol operatorname text textrm textit textbf
    sqrt frac tfrac dfrac binom
"""  # the words that would take the next thing for their argument
SIGNS = """
    varepsilon vartheta varkappa varpi varrho varsigma varphi ell hbar partial nabla infty emptyset varnothing
    prime star ast dagger circ bullet top bot perp sum prod int log ln exp min max arg sup inf lim det dim ker Pr
    sin cos tan sinh cosh tanh cot sec csc arcsin arccos arctan limits nolimits mid parallel lvert rvert lVert
    rVert vert Vert lfloor rfloor lceil rceil langle rangle lbrace rbrace lbrack rbrack big Big bigg Bigg bigl
    bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm middle le leq ge geq ne neq in notin ni subset subseteq
    supset supseteq cup cap setminus sim simeq approx equiv propto ll gg to mapsto rightarrow leftarrow Rightarrow
    Leftarrow iff implies forall exists neg lnot land lor wedge vee cdot times div pm mp otimes oplus odot dots
    ldots cdots vdots ddots colon quad qquad thinspace displaystyle textstyle scriptstyle
"""
TAKES = frozenset(("_", "^", *(rf"\{word}" for word in ARGUMENTS.split())))
WORDS = frozenset(rf"\{word}" for word in (*GREEK, *SIGNS.split(), *ARGUMENTS.split(), *r",;:!{}|_ ", "\\"))
TOKEN = re.compile(r"\\[A-Za-z]+|\\.|#[1-9]|<(?=[ =0-9])|\^(?!\^)|[A-Za-z0-9 +\-*/=>()\[\]|,.:;!?'_&{}]", re.DOTALL)
FIRST = re.compile(r"\\[A-Za-z]+|\\?.", re.DOTALL)
CASES = "{cases}"
CLOSING = frozenset(("}", "_", "^", "&", r"\\", r"\right", r"\end", r"\middle"))
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
Check = Callable[[str], None]
ROLES = ("theorem", "lemma")
SIDES = ("lhs", "rhs", "left", "right", "before", "after")
TERMS = frozenset((*SIDES, "prop", "hypotheses", "bindings", "definition", "variable"))


def check(certificate: Mapping[str, Any]) -> None:
    """Refuse a certificate with something that is not typeset, saying what and where. Raises Malformed."""
    for name, how in certificate["notation"].items():
        _check(check_latex, how.get("latex", ""), f"the notation of {ascii(name)[:60]}")
        _check(check_text, how.get("text", ""), f"the notation of {ascii(name)[:60]}")
    _check(check_prose, certificate["title"], "the title of the document")
    for theorem in certificate["theorems"]:
        for (text, check_one), key in _texts(theorem).items():
            _check(check_one, text, f"{key} in the theorem {ascii(theorem.get('name'))[:60]}")


def _texts(theorem: Mapping[str, Any]) -> dict[tuple[str, Check], str]:
    """Every text in a theorem, with what it has to be, and the key below which it stands."""
    found: dict[tuple[str, Check], str] = {}
    stack: list[tuple[Any, str]] = [(theorem, "")]
    while stack:
        data, key = stack.pop()
        if isinstance(data, Mapping):
            stack.extend((part, key if key in TERMS else below) for below, part in data.items())
        elif isinstance(data, (list, tuple)):
            stack.extend((part, key) for part in data)
        elif isinstance(data, str):
            found.setdefault((data, check_name if key in TERMS else OTHERWISE.get(key, check_prose)), key)
    return found


def _check(check_one: Check, text: Any, where: str) -> None:
    try:
        if type(text) is not str:
            raise Malformed("it is no text")
        check_one(text)
    except Malformed as problem:
        raise Malformed(f"{where}: {problem}") from None


def check_role(text: str) -> None:
    if text not in ROLES:
        raise Malformed(f"the role of a theorem is {' or '.join(ROLES)}")


def check_name(text: str) -> None:
    """A head or a name in a term."""
    if not NAME.fullmatch(text):
        raise Malformed(f"{ascii(text)[:60]} is not a name")


def check_text(text: str) -> None:
    """One line without control characters, such as those that move a cursor or turn the direction of writing."""
    odd = next((c for c in text if not c.isprintable() and c != "\u00a0"), None)
    if odd is not None:
        raise Malformed(f"the character {odd!a} is not printed")


def check_prose(text: str) -> None:
    """Words, with LaTeX between dollar signs."""
    check_text(text)
    pieces = text.split("$")
    if len(pieces) % 2 == 0:
        raise Malformed("a dollar sign is alone")
    for formula in pieces[1::2]:
        check_latex(formula)
    for words in pieces[::2]:
        _check_words(words)


def _check_words(words: str) -> None:
    if "\\" in words:
        raise Malformed("a backslash stands outside of dollar signs")
    if re.search(r"<(?![ =0-9])", words):
        raise Malformed("after < stands no space, as it would in HTML")
    if re.search("[{}]", re.sub(r"\{[^{}]*\}", "", words)):
        raise Malformed("a brace is alone, or within others")


def check_latex(tex: str) -> None:
    """A formula of the commands and characters that are listed, with all braces paired, that ends where it ends."""
    check_text(tex)
    tokens = list(_tokens(tex))
    solid = [token for token in tokens if token != " "]
    for token, after in zip_longest(solid, solid[1:], fillvalue="}"):
        if token in TAKES and after in CLOSING:
            raise Malformed(f"{token!a} has nothing after it")
    _check_nesting(tokens)


def _tokens(tex: str) -> Iterator[str]:
    at = 0
    while at < len(tex):
        found = TOKEN.match(tex, at)
        if found is None or (found[0].startswith("\\") and found[0] not in WORDS):
            first = FIRST.match(tex, at)
            raise Malformed(f"{ascii(first[0] if first else '')[:60]} is not typeset")
        yield found[0]
        at = found.end()


def _check_nesting(tokens: list[str]) -> None:
    """Braces, \\left and \\right, and cases close what they open; rows and columns stand within cases only."""
    opened: list[str] = []
    for k, token in enumerate(tokens):
        if token in NESTED_IN and (not opened or opened.pop() != NESTED_IN[token]):
            raise Malformed(f"{token!a} closes nothing")
        if token in NESTED_IN.values():
            opened.append(token)
        if token in (r"\begin", r"\end") and "".join(tokens[k + 1 : k + 8]) != CASES:
            raise Malformed(f"after {token!a} stands {CASES}")
        if token in ("&", r"\\") and opened[-1:] != [r"\begin"]:
            raise Malformed(f"{token!a} stands outside of {CASES}")
        if token == r"\\" and tokens[k + 1 : k + 2] and "".join(tokens[k + 1 :]).lstrip()[:1] in ("[", "*"):
            raise Malformed("a row begins with a bracket or a star")
    if opened:
        raise Malformed(f"{opened[-1]!a} is left open")


OTHERWISE: dict[str, Check] = {"role": check_role}
