r"""Brackets in pairs, and what each bare bar is: an opening or closing one, a separator as in p(y|θ), or the bar of
F(x)|_a^b.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lark import Token

from .commands import PARTNER
from .tree import ReadingError

DEEPEST = 50
OPENING, CLOSING = ("LB", "NULLLB", "LBRACE", "BEGIN"), ("RB", "NULLRB", "RBRACE", "END")
KIND = dict(zip(CLOSING, OPENING, strict=True))
ENDS = frozenset(("NAME", "NUMBER", "INFINITY", "BANG", "PRIME", "DOTS", "PERCENT", "EVAL", *CLOSING))


@dataclass
class Level:
    """The inside of a bracket: its opening token, and where its bare bars are."""

    opening: Token | None
    bars: list[int] = field(default_factory=list)


def paired(tokens: list[Token]) -> list[Token]:
    """The tokens, with every bare bar as LB, RB, MID or EVAL, and signs that belong to the next factor as NEG. Raises
    ReadingError where brackets or bars do not match."""
    found, levels = list(tokens), [Level(None)]
    for index, token in enumerate(tokens):
        if token.type in OPENING:
            levels.append(Level(token))
            if len(levels) > DEEPEST:
                raise wrong(token, f"brackets are nested more than {DEEPEST} deep; write it with fewer")
        elif token.type in CLOSING:
            if len(levels) == 1:
                raise wrong(token, "it closes nothing; remove it, or add what it closes")
            _match(levels[-1].opening, token)
            _resolve(found, levels.pop())
        elif token.type == "BAR":
            levels[-1].bars.append(index)
    if levels[-1].opening is not None:
        raise wrong(levels[-1].opening, "it is not closed")
    _resolve(found, levels[0])
    return _signs(found)


def wrong(token: Token, message: str) -> ReadingError:
    return ReadingError(int(token.start_pos or 0), f"'{token}'", message)


def _match(opening: Token | None, closing: Token) -> None:
    assert opening is not None
    null = "NULLLB" in (opening.type,) or closing.type == "NULLRB"
    kind = "LB" if opening.type == "NULLLB" else opening.type
    wanted = "LB" if closing.type == "NULLRB" else KIND[closing.type]
    interval = str(opening) in "([" and str(closing) in ")]"
    if kind != wanted or (kind == "LB" and not null and not interval and PARTNER[str(opening)] != closing):
        raise wrong(opening, f"it is closed by '{closing}'")


def _resolve(tokens: list[Token], level: Level) -> None:
    """Say what each bare bar of a level is."""
    open_: list[int] = []
    for number, index in enumerate(level.bars):
        token = tokens[index]
        left = sum(tokens[other] == token for other in level.bars[number:])
        ended = _ended(tokens, index)
        kind = _kind(tokens, index, ended, left, [str(tokens[other]) for other in open_], level.opening is not None)
        if kind == "LB":
            open_.append(index)
        elif kind == "RB":
            open_.pop()
        tokens[index] = token.update(type=kind)
    if open_:
        raise wrong(tokens[open_[0]], r"the bars do not pair; write \left|…\right| for each pair")


def _ended(tokens: list[Token], index: int) -> bool:
    """Whether a factor ends before that token."""
    before = tokens[index - 1].type if index else ""
    scripted = index > 1 and tokens[index - 2].type in ("SUB", "SUP")
    return before in ENDS or (scripted and before in ("TIMES", "SIGN"))


def _kind(tokens: list[Token], index: int, ended: bool, left: int, open_: list[str], inside: bool) -> str:
    token = tokens[index]
    if open_ and open_[-1] == token and ended:
        return "RB"
    after = tokens[index + 1].type if index + 1 < len(tokens) else ""
    if ended and after in ("SUB", "SUP") and not open_:
        return "EVAL"
    if inside and left % 2 and not open_:
        return "MID"
    if ended and left < 2:
        return "MID"
    return "LB"


def _signs(tokens: list[Token]) -> list[Token]:
    """A sign after a sign, a times or a slash belongs to the next factor."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1].type if found else ""
        inner = token.type == "SIGN" and before in ("SIGN", "TIMES", "SLASH", "NEG", "FUNC")
        found.append(token.update(type="NEG") if inner else token)
    return found
