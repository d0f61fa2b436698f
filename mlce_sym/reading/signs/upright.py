r"""Words that are typed as letters, as log(x), Var(X) and Exp(λ) without a font: one name or function each.

In mathematics letters beside each other are a product, and so only these words are meant, and only before a bracket;
log and ln also before what they are taken of, and abbreviations such as AIC wherever they stand alone. Primes
may stand before the bracket.

>>> from mlce_sym.reading.signs.tokens import tokens
>>> [str(token) for token in tokens(r"n Var(X) - log p + abc(x)", {})]
['n', 'Var', '(', 'X', ')', '-', 'log', 'p', '+', 'a', 'b', 'c', '(', 'x', ')']
"""

from __future__ import annotations

import re

from lark import Token

FUNCTIONS = "log|ln|exp|min|max|sin|cos|tan"
LAWS = "Exp|Expon|Poisson|Poiss|Pois|Bernoulli|Bern|Ber|Binomial|Bin|Beta|Gamma|Normal|Uniform|Unif|Geometric|Geom"
MOMENTS = "Var|Cov|Corr|Bias|KL|SD|SE|Pr|logit|softmax|sigmoid"
ABBREVIATIONS = "AIC|BIC|DIC|MSE|RMSE|MAE|RSS|SSE|SST|SSR|TSS|MLE|MAP|NLL|BCE|ELBO"
BEFORE_BRACKET = re.compile(rf"(?P<letters>[A-Za-z]*?)(?P<word>{FUNCTIONS}|{LAWS}|{MOMENTS}|{ABBREVIATIONS}|LL|CE|FL)")
OF_FUNCTION = re.compile(r"(?P<letters>)(?P<word>log|ln)(?P<name>[LPpqfg])")  # as lnL(θ)
ALONE = re.compile(rf"(?P<letters>)(?P<word>{ABBREVIATIONS})")
BARE = re.compile(r"(?P<letters>[a-z]?)(?P<word>log|ln)")
SHORTEST = 3  # of the words that may stand right behind another letter, as in aVar(X)
TAKEN = frozenset(("NAME", "NUMBER", "FRAC", "ROOT", "BIG", "ACCENT", "BINOM"))
CUT = frozenset(("FRAC", "BINOM", "ROOT", "SUB", "SUP", "ACCENT"))  # after these TeX takes one letter


def with_words(found: list[Token]) -> list[Token]:
    """The tokens with one for each of these words."""
    out: list[Token] = []
    place = 0
    while place < len(found):
        end = _run(found, place)
        cut = bool(out) and out[-1].type in CUT
        out += found[place:end] if cut else _with_word(found[place:end], _after(found, end))
        place = end
    return out


def _run(found: list[Token], place: int) -> int:
    """The end of the letters that stand beside each other without a space from a place on, or of the one token."""
    end = place + 1
    if _is_letter(found[place]):
        while end < len(found) and _is_letter(found[end]) and found[end].start_pos == found[end - 1].end_pos:
            end += 1
    return end


def _after(found: list[Token], place: int) -> Token | None:
    """The token there, but for primes."""
    while place < len(found) and found[place].type == "PRIME":
        place += 1
    return found[place] if place < len(found) else None


def _is_letter(token: Token) -> bool:
    return token.type == "NAME" and len(token) == 1


def _with_word(run: list[Token], after: Token | None) -> list[Token]:
    text = "".join(run)
    if text in ("sum", "prod") and after is not None and after.type == "SUB":
        return [Token("BIG", text, start_pos=run[0].start_pos, end_pos=run[-1].end_pos)]
    found = _word(text, after) if len(run) > 1 else None
    if found is None or (found["letters"] and len(found["word"]) < SHORTEST):
        return run
    start, end = found.span("word")
    kind = "FUNC" if re.fullmatch(FUNCTIONS, found["word"]) else "NAME"
    word = Token(kind, found["word"], start_pos=run[start].start_pos, end_pos=run[end - 1].end_pos)
    return [*run[:start], word, *run[end:]]


def _word(text: str, after: Token | None) -> re.Match[str] | None:
    if after is not None and after.type == "LB" and after in ("(", "[", "{"):
        return BEFORE_BRACKET.fullmatch(text) or OF_FUNCTION.fullmatch(text)
    if after is not None and after.type in TAKEN and (found := BARE.fullmatch(text)) is not None:
        return found
    return ALONE.fullmatch(text)
