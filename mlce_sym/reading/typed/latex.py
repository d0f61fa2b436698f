r"""LaTeX as tokens.

Spaces and the sizes of brackets carry no meaning.

>>> [(token.type, str(token)) for token in tokens(Source("--density", r"k\,x_{\min}^k \bigl["), {})]
[('NAME', 'k'), ('NAME', 'x_min'), ('_POWER', '^'), ('NAME', 'k'), ('LPAR', '[')]
"""

from __future__ import annotations

import re

from lark import Token

from .latex_names import UPRIGHT, letters, named, token
from .mistyped import Mistyped, Source, end
from .names import FUNCTIONS, GREEK, LETTERS, PREFIXES, Known, is_known
from .plain import BRACKETS, SIGNS

SIZE = r"(?:\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])\s*)?"
PIECE = re.compile(
    rf"""(?P<space>\s+|~|\\[,;:!>\ ]|\\q?quad(?![A-Za-z])|\\displaystyle(?![A-Za-z]))
    | (?P<row>\\\\(?:\s*\[[^\]]*\])?)
    | (?P<cases>\\(?:begin|end)\s*\{{\s*cases\s*\}})
    | (?P<set>(?:\\mathbb\s*(?:[A-Z]|\{{\s*[A-Z]\s*\}})|\\[RNZ](?![A-Za-z]))(?:\s*[_^]\s*(?:\{{[^{{}}]*\}}|[0-9+*]))?)
    | (?P<bracket>{SIZE}(?:[()\[\]|]|\\[{{}}]|\\[lr]?vert(?![A-Za-z])))
    | (?P<word>{UPRIGHT})
    | (?P<command>\\[A-Za-z]+)
    | (?P<letter>[A-Za-z{"".join(LETTERS)}])
    | (?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    | (?P<sign>\.\.\.|<=|>=|[-+−*·×/^<>=≤≥≠,!&∈…∞{{}}])""",
    re.VERBOSE,
)
COMMANDS = {
    **dict.fromkeys(("frac", "tfrac", "dfrac"), ("_FRAC", "frac")),
    **dict.fromkeys(("binom", "tbinom", "dbinom"), ("_BINOM", "binom")),
    **dict.fromkeys(("cdot", "times"), ("TIMES", "*")),
    **dict.fromkeys(("le", "leq", "leqslant"), ("RELATION", "<=")),
    **dict.fromkeys(("ge", "geq", "geqslant"), ("RELATION", ">=")),
    **dict.fromkeys(("ne", "neq"), ("RELATION", "!=")),
    **dict.fromkeys(("land", "wedge"), ("_AND", "and")),
    **dict.fromkeys(("dots", "ldots", "cdots"), ("DOTS", "...")),
    **{"lt": ("RELATION", "<"), "gt": ("RELATION", ">"), "max": ("NAMED", "max"), "min": ("NAMED", "min")},
    **{"sqrt": ("_ROOT", "sqrt"), "in": ("IN", "in"), "infty": ("INFINITY", "oo")},
}
ALONE = {"{": ("_LBRACE", "{"), "}": ("_RBRACE", "}"), "&": ("_AMP", "&")}
TEXTS = {
    **dict.fromkeys(("if", "for", "when", "where"), "_IF"),
    **dict.fromkeys(("otherwise", "else"), "_OTHERWISE"),
    "and": "_AND",
}
KNOWN_FUNCTIONS = "the functions are " + ", ".join(PREFIXES)
HINTS = {
    **dict.fromkeys(("hat", "bar", "tilde", "widehat", "vec"), "give the name without an accent"),
    **dict.fromkeys(("left", "right", "bigl", "bigr", "big"), r"a bracket has to follow, one of ( ) [ ] \{ \} |"),
    **dict.fromkeys(("sum", "prod", "int"), "write the density of one observation, in closed form"),
    **dict.fromkeys(("operatorname", "mathrm", "text"), KNOWN_FUNCTIONS),
    **{"choose": r"write \binom{n}{y}", "over": r"write \frac{a}{b}", "begin": "only cases may begin"},
    **{"mathbb": r"the sets are \mathbb{R}, \mathbb{Z} and \mathbb{N}_0", "'": "give the name without a prime"},
    **{"_": "a subscript is a letter, a number or a word, as in x_m, x_{10}, x_{\\min}"},
}
GENERAL_HINT = r"write it with \frac, \sqrt, \exp, \log, \Gamma, \binom, \cdot and Greek letters"


def tokens(source: Source, known: Known) -> list[Token]:
    """The tokens of a text. Raises Mistyped at what is none."""
    found: list[Token] = []
    at = 0
    while at < len(source.text):
        piece = PIECE.match(source.text, at)
        if piece is None:
            raise _unknown(source, at)
        if piece.lastgroup != "space":
            found.append(_read(source, piece, found, known))
        at = end(found[-1]) if piece.lastgroup != "space" else piece.end()
    return found


def _unknown(source: Source, at: int) -> Mistyped:
    command = re.compile(r"\\?[A-Za-z]+|.", re.DOTALL).match(source.text, at)
    assert command
    hint = HINTS.get(command[0].removeprefix("\\"), GENERAL_HINT)
    return source.wrong(at, f"'{source.quoted(*command.span())}' is not understood; {hint}")


def _read(source: Source, piece: re.Match[str], found: list[Token], known: Known) -> Token:
    before = found[-1].type if found else ""
    match piece.lastgroup:
        case "set":
            return token("SET", piece[0], *piece.span())
        case "number":  # TeX reads \frac12 digit by digit
            one = piece.start() + 1 if before in ("_FRAC", "_BINOM", "_ROOT") else piece.end()
            return token("NUMBER", source.text[piece.start() : one], piece.start(), one)
        case "command":
            return _command(source, piece, known)
        case "word":
            return _word(source, piece, known)
        case "letter":
            return letters(source, piece.start(), before, known)
    return token(*_sign(piece[0], str(piece.lastgroup)), *piece.span())


def _sign(text: str, group: str) -> tuple[str, str]:
    if group == "row":
        return "_ROW", text
    if group == "cases":
        return ("_BEGIN" if text.startswith(r"\begin") else "_END"), text
    return _bracket(text) if group == "bracket" else (SIGNS | ALONE)[text]


def _bracket(text: str) -> tuple[str, str]:
    r"""A bracket, by its last character; a bar says by its size, or as \lvert, on which side it stands."""
    if text[-1] in BRACKETS:
        return BRACKETS[text[-1]], text[-1]
    if re.match(r"\\left|\\lvert|\\[bB]igg?l", text):
        return "_LBAR", "|"
    return ("_RBAR" if re.match(r"\\right|\\rvert|\\[bB]igg?r", text) else "BAR"), "|"


def _command(source: Source, piece: re.Match[str], known: Known) -> Token:
    name = piece[0][1:]
    if name in COMMANDS:
        return token(*COMMANDS[name], *piece.span())
    if name in PREFIXES:
        return _function(source, name, piece)
    if name not in GREEK:
        raise _unknown(source, piece.start())
    return named(source, name, piece.start(), piece.end(), known)


def _function(source: Source, name: str, piece: re.Match[str]) -> Token:
    if source.text[piece.end() :].lstrip().startswith("_"):
        raise source.wrong(piece.start(), rf"a base of {piece[0]} is not read; write \frac{{\log y}}{{\log 2}}")
    return token("FUNCTION", FUNCTIONS[name], *piece.span())


def _word(source: Source, piece: re.Match[str], known: Known) -> Token:
    """An upright word: a name if it is declared, a function, a word between formulas, or else a name."""
    word = next(group for group in re.fullmatch(UPRIGHT, piece[0]).groups())  # type: ignore[union-attr]
    if re.fullmatch("[A-Za-z][A-Za-z0-9]*", word) is None:
        raise _unknown(source, piece.start())
    if known is None or not is_known(word, known):
        if word in PREFIXES:
            return _function(source, word, piece)
        if word in TEXTS:
            return token(TEXTS[word], word, *piece.span())
        if word in ("max", "min"):
            return token("NAMED", word, *piece.span())
    return named(source, word, piece.start(), piece.end(), known)
