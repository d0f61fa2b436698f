r"""Brackets in pairs, and what each bare bar is: an opening or closing one, a separator as in p(y|θ), or the bar of
F(x)|_a^b.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from lark import Token

from .commands import PARTNER
from .tree import ReadingError

DEEPEST, MOST_BARS = 50, 60
OPENING, CLOSING = ("LB", "NULLLB", "LBRACE", "BEGIN"), ("RB", "NULLRB", "RBRACE", "END")
KIND = dict(zip(CLOSING, OPENING, strict=True))
STARTS = ("NAME", "NUMBER", "INFINITY", "FUNC", "BIG", "FRAC", "BINOM", "ROOT", "ACCENT", *OPENING)
ENDS = frozenset(("NAME", "NUMBER", "INFINITY", "BANG", "PRIME", "DOTS", "PERCENT", "EVAL", *CLOSING))

Path = tuple[str, "Path"] | None
State = tuple[int, bool]  # how many bars are open, and whether a term has just ended
Ways = dict[State, list[Path]]


@dataclass
class Level:
    """The inside of a bracket: its opening token, where that is, and where its bare bars are."""

    opening: Token | None
    start: int
    bars: list[int] = field(default_factory=list)


def paired(tokens: list[Token]) -> list[Token]:
    """The tokens, with every bare bar as LB, RB, MID or EVAL, and signs that belong to the next factor as NEG. Raises
    ReadingError where brackets or bars do not match."""
    found, levels = list(tokens), [Level(None, -1)]
    for index, token in enumerate(tokens):
        if token.type in OPENING:
            levels.append(Level(token, index))
            if len(levels) > DEEPEST:
                raise wrong(token, f"brackets are nested more than {DEEPEST} deep; write it with fewer")
        elif token.type == "BAR" or _is_bare(token, levels[-1].opening):
            found[index] = token.update(type="BAR")
            levels[-1].bars.append(index)
        elif token.type in CLOSING:
            if len(levels) == 1:
                raise wrong(token, "it closes nothing; remove it, or add what it closes")
            _match(levels[-1].opening, token)
            _resolve(found, levels[-1], range(levels.pop().start + 1, index))
    if levels[-1].opening is not None:
        raise wrong(levels[-1].opening, f"it is not closed; add '{_closing(levels[-1].opening)}'")
    _resolve(found, levels[0], range(len(tokens)))
    return _signs(found)


def _is_bare(closing: Token, opening: Token | None) -> bool:
    r"""Is it a \rvert that closes nothing, as the bar of F(x)\bigg\rvert_{x=0}?"""
    return closing == "|" and closing.type == "RB" and (opening is None or str(opening) not in "|.")


def wrong(token: Token, message: str) -> ReadingError:
    return ReadingError(int(token.start_pos or 0), f"'{token}'", message)


def _closing(opening: Token) -> str:
    if opening.type == "BEGIN":
        return rf"\end{{{opening}}}"
    closing = PARTNER[str(opening)]
    return "\\}" if opening.type == "LB" and closing == "}" else closing


def _match(opening: Token | None, closing: Token) -> None:
    assert opening is not None
    null = "NULLLB" in (opening.type,) or closing.type == "NULLRB"
    kind = "LB" if opening.type == "NULLLB" else opening.type
    wanted = "LB" if closing.type == "NULLRB" else KIND[closing.type]
    interval = str(opening) in "([" and str(closing) in ")]"
    if kind != wanted or (kind == "LB" and not null and not interval and PARTNER[str(opening)] != closing):
        raise wrong(opening, f"it is closed by '{closing}'")


def _resolve(tokens: list[Token], level: Level, place: range) -> None:
    """Say what each bare bar of a level is."""
    if 3 < len(level.bars) < MOST_BARS and not len(level.bars) % 2:
        ways = _ways(_kinds(tokens, place))
        if len(ways) > 1:
            first, second = (_written(tokens, level.bars, way) for way in ways)
            raise wrong(tokens[level.bars[0]], f"the bars pair in two ways: did you mean {first} or {second}?")
        if ways:
            for index, kind in zip(level.bars, ways[0], strict=True):
                tokens[index] = tokens[index].update(type=kind)
            return
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


def _kinds(tokens: list[Token], place: range) -> list[str]:
    """The kinds of the tokens of a level; what stands in a bracket is one."""
    found: list[str] = []
    depth = 0
    for index in place:
        kind = tokens[index].type
        depth -= kind in CLOSING
        if not depth:
            found.append(kind)
        depth += kind in OPENING
    return found


def _ways(kinds: list[str]) -> list[list[str]]:
    """At most two ways of pairing the bars among tokens of these kinds."""
    ways: Ways = {(0, False): [None]}
    for kind, after in pairwise([*kinds, ""]):
        moves = _moves(ways, after) if kind == "BAR" else _past(ways, kind in ENDS)
        ways = {}
        for state, path in moves:
            ways[state] = [*ways.get(state, []), path][:2]
    return [_listed(path) for (depth, _), paths in ways.items() if not depth for path in paths][:2]


def _past(ways: Ways, ended: bool) -> Iterable[tuple[State, Path]]:
    return (((depth, ended), path) for (depth, _), paths in ways.items() for path in paths)


def _moves(ways: Ways, after: str) -> Iterable[tuple[State, Path]]:
    for (depth, ended), paths in ways.items():
        for path in paths:
            if depth and ended:
                yield (depth - 1, True), ("RB", path)
            if after in STARTS and depth < DEEPEST:
                yield (depth + 1, False), ("LB", path)


def _listed(path: Path) -> list[str]:
    found = []
    while path is not None:
        kind, path = path
        found.append(kind)
    return found[::-1]


def _written(tokens: list[Token], bars: list[int], way: list[str]) -> str:
    """The bars with what stands between them, opening ones and closing ones told apart."""
    signs = [r"\lvert " if kind == "LB" else r"\rvert " for kind in way]
    between = [*map(range, (bar + 1 for bar in bars), bars[1:]), range(0)]
    words = (
        sign + " ".join(map(str, (tokens[k] for k in span)))[:20] for sign, span in zip(signs, between, strict=True)
    )
    return f"'{''.join(words).strip()}'"


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
