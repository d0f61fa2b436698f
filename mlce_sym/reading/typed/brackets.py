r"""Brackets and bars in pairs.

A bare bar opens or closes; it is paired if there is one way to do so, and refused if there are two, as in |a|b|c|.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from lark import Token

from .mistyped import Mistyped, Source, end, start

DEEPEST = 60
CLOSING = {"LPAR": "RPAR", "_LBRACE": "_RBRACE", "_LBAR": "_RBAR", "_BEGIN": "_END"}
SAME = {"(": ")", "[": "]", "{": "}", "|": "|"}
ENDS = {"NAME", "NUMBER", "INFINITY", "_BANG", *CLOSING.values()}
STARTS = {"NAME", "NUMBER", "INFINITY", "FUNCTION", "NAMED", "PIECEWISE", "_FRAC", "_ROOT", "_BINOM", "-", *CLOSING}

Path = tuple[str, "Path"] | None
State = tuple[int, bool]  # how many bars are open, and whether a term has just ended
Ways = dict[State, list[Path]]


def paired(source: Source, tokens: list[Token], *, mixed: bool) -> list[Token]:
    """The tokens, each bare bar as an opening or a closing one. Raises Mistyped where brackets or bars do not match.
    `mixed` allows the brackets of half-open intervals."""
    levels: list[list[int]] = [[]]
    kinds: dict[int, str] = {}
    for index, token in enumerate(tokens):
        if token.type in CLOSING.values():
            if len(levels) == 1:
                raise source.wrong(token, f"'{source.shown(token)}' closes nothing; remove it")
            inside = levels.pop()
            _match(source, tokens[levels[-1][-1]], token, mixed)
            kinds |= _bars(source, tokens, inside)
        levels[-1].append(index)
        if token.type in CLOSING:
            levels.append([])
        if len(levels) > DEEPEST:
            raise source.wrong(token, f"brackets are nested more than {DEEPEST} deep; write it with fewer")
    if len(levels) > 1:
        opening = tokens[levels[-2][-1]]
        raise source.wrong(opening, f"'{source.shown(opening)}' is not closed; add {_closing(source, opening)}")
    kinds |= _bars(source, tokens, levels[0])
    return [token.update(type=kinds.get(index, token.type)) for index, token in enumerate(tokens)]


def _closing(source: Source, opening: Token) -> str:
    if opening.type == "_BEGIN":
        return r"'\end{cases}'"
    shown = source.shown(opening)
    size, brace = (r"\right" if shown.startswith(r"\left") else ""), ("\\" if shown.endswith(r"\{") else "")
    return f"'{size}{brace}{SAME[opening.value]}'"


def _match(source: Source, opening: Token, closing: Token, mixed: bool) -> None:
    interval = mixed and opening.value in ("(", "[") and closing.value in (")", "]")
    same = opening.type == "_BEGIN" or interval or SAME[opening.value] == closing.value
    if closing.type != CLOSING[opening.type] or not same:
        shown = source.shown(opening)
        raise source.wrong(
            closing, f"'{shown}' is closed by '{source.shown(closing)}'; close it by {_closing(source, opening)}"
        )
    sized = [source.text.startswith(size, start(token)) for size, token in ((r"\left", opening), (r"\right", closing))]
    if sized[0] != sized[1]:
        raise source.wrong(opening, r"\left and \right go together; write both or none")


def _bars(source: Source, tokens: list[Token], level: list[int]) -> dict[int, str]:
    """What each bare bar of one level is, by its index."""
    kinds = ["-" if tokens[index] == "-" else tokens[index].type for index in level]
    bars = [index for index in level if tokens[index].type == "BAR"]
    if not bars:
        return {}
    ways = _ways(kinds)
    if not ways:
        raise source.wrong(tokens[bars[0]], r"the bars do not pair; write \left|…\right| for each pair")
    if len(ways) > 1:
        raise _two_ways(source, [tokens[bar] for bar in bars], ways)
    return dict(zip(bars, ways[0], strict=True))


def _ways(kinds: list[str]) -> list[list[str]]:
    """At most two ways of pairing the bars among tokens of these kinds."""
    ways: Ways = {(0, False): [None]}
    for kind, after in pairwise([*kinds, ""]):
        moves = _moves(ways, after) if kind == "BAR" else _ended(ways, kind in ENDS)
        ways = {}
        for state, path in moves:
            ways.setdefault(state, [])
            ways[state] = [*ways[state], path][:2]
    return [_listed(path) for (depth, _), paths in ways.items() if not depth for path in paths][:2]


def _ended(ways: Ways, ended: bool) -> Iterable[tuple[State, Path]]:
    return (((depth, ended), path) for (depth, _), paths in ways.items() for path in paths)


def _moves(ways: Ways, after: str) -> Iterable[tuple[State, Path]]:
    for (depth, ended), paths in ways.items():
        for path in paths:
            if depth and ended:
                yield (depth - 1, True), ("_RBAR", path)
            if after in STARTS and depth < DEEPEST:
                yield (depth + 1, False), ("_LBAR", path)


def _listed(path: Path) -> list[str]:
    found = []
    while path is not None:
        kind, path = path
        found.append(kind)
    return found[::-1]


def _two_ways(source: Source, bars: list[Token], ways: list[list[str]]) -> Mistyped:
    first, second = (_written(source, bars, way) for way in ways)
    return source.wrong(bars[0], f"the bars pair in two ways: did you mean '{first}' or '{second}'?")


def _written(source: Source, bars: list[Token], way: list[str]) -> str:
    r"""The text from the first bar to the last, with \lvert and \rvert."""
    text = "".join(
        (r"\lvert " if kind == "_LBAR" else r"\rvert ") + (source.quoted(end(bar), start(after)) if after else "")
        for kind, bar, after in zip(way, bars, [*bars[1:], None], strict=True)
    )
    return text.strip()
