r"""Plain text, in SymPy's syntax, as tokens.

A word that is declared is a name, whatever else it may mean in Python or in SymPy; a word before an opening bracket may
be a function.

>>> [(token.type, str(token)) for token in tokens(Source("--density", "gamma(k)^2"), {})]
[('FUNCTION', 'gamma'), ('LPAR', '('), ('NAME', 'k'), ('RPAR', ')'), ('_POWER', '^'), ('NUMBER', '2')]
>>> [(token.type, str(token)) for token in tokens(Source("--parameter", "gamma > 0"), None)]
[('NAME', 'gamma'), ('RELATION', '>'), ('NUMBER', '0')]
"""

from __future__ import annotations

import re

from lark import Token

from .mistyped import Source
from .names import FUNCTIONS, LETTERS, Known, is_known

PIECE = re.compile(
    rf"""(?P<space>\s+)
    | (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]{{1,3}}(?![0-9A-Za-z_]))?)
    | (?P<word>(?:[A-Za-z][A-Za-z0-9]*|[{"".join(LETTERS)}])(?:_[A-Za-z0-9]+)*)
    | (?P<sign>\*\*|\.\.\.|<=|>=|==|!=|[-+−*·×/^()\[\]{{}}<>=≤≥≠|,!&∈…∞])""",
    re.VERBOSE,
)
BRACKETS = {**dict.fromkeys("([{", "LPAR"), **dict.fromkeys(")]}", "RPAR")}
RELATIONS = {
    "<": "<",
    ">": ">",
    "<=": "<=",
    ">=": ">=",
    "=": "=",
    "==": "=",
    "!=": "!=",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
}
SIGNS = {
    **{sign: (kind, sign) for sign, kind in BRACKETS.items()},
    **{sign: ("RELATION", relation) for sign, relation in RELATIONS.items()},
    **{"-": ("SIGN", "-"), "−": ("SIGN", "-"), "+": ("SIGN", "+"), "/": ("SLASH", "/"), "|": ("BAR", "|")},
    **dict.fromkeys("*·×", ("TIMES", "*")),
    **{"^": ("_POWER", "^"), "**": ("_POWER", "^"), ",": ("_COMMA", ","), "!": ("_BANG", "!"), "&": ("_AND", "&")},
    **{"...": ("DOTS", "..."), "…": ("DOTS", "..."), "∈": ("IN", "in"), "∞": ("INFINITY", "oo")},
}
WORDS = {"True": "_OTHERWISE", "and": "_AND"}
DECLARING = {**dict.fromkeys(("oo", "inf", "infinity"), "INFINITY"), "in": "IN"}


def tokens(source: Source, known: Known) -> list[Token]:
    """The tokens of a text. Raises Mistyped at what is none."""
    found: list[Token] = []
    at = 0
    while at < len(source.text):
        piece = PIECE.match(source.text, at)
        if piece is None:
            raise source.wrong(at, f"'{source.quoted(at, at + 1)}' is not understood; {_instead(source.text[at])}")
        if piece.lastgroup != "space":
            kind, value = _read(piece, found, known)
            found.append(Token(kind, value, start_pos=at, end_pos=piece.end()))
        at = piece.end()
    return found


def _instead(character: str) -> str:
    if character in "\"'_":
        return "a name is letters and digits, and may have one part after _, as in x_m"
    return "write numbers, names, + - * / ^ and functions such as exp(y), or LaTeX"


def _read(piece: re.Match[str], found: list[Token], known: Known) -> tuple[str, str]:
    text = piece[0]
    if piece.lastgroup == "sign":
        return SIGNS[text]
    if piece.lastgroup == "number":
        return "NUMBER", text
    return _word(LETTERS.get(text[0], text[0]) + text[1:], piece, found, known)


def _word(name: str, piece: re.Match[str], found: list[Token], known: Known) -> tuple[str, str]:
    called = piece.string[piece.end() :].lstrip().startswith("(")
    if known is None and found and found[-1].type == "IN":
        return "SET", name
    if known is not None and is_known(name, known):
        return "NAME", name
    if called and name in (*FUNCTIONS, "Piecewise"):
        return ("FUNCTION", FUNCTIONS[name]) if name in FUNCTIONS else ("PIECEWISE", name)
    return (DECLARING | WORDS if known is None else WORDS).get(name, "NAME"), name
