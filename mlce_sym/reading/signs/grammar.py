r"""The grammar of formulas. It knows the signs of mathematics and no names: `f(x)` is a name and a bracket beside each
other, and what that is says the second walk.

>>> node = tree(tokens(r"-\frac{1}{n} f(x)", {}))
>>> node.kind, node.text, [part.kind for part in node.parts[0].parts]
('sum', '-', ['fraction', 'name', 'bracket'])
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedToken

from .bars import paired, wrong
from .nodes import SCRIPTS, unwrapped
from .tokens import tokens, unread
from .tree import Node, ReadingError

__all__ = ["tokens", "tree"]

GRAMMAR = r"""
start: body
body: piece | body separator piece -> more
separator: COMMA | SEMI | MID | COLON | CHOOSE | OVER | ROW | AMP | PROSE
piece: | entry | SIGN -> sign | REL -> sign | PRIME -> sign
entry: sum | REL sum -> related | entry REL sum -> related
sum: term | SIGN term | sum SIGN term
term: factor | term factor
?factor: scripted | TIMES -> times | SLASH -> slash | NEG scripted -> negative
?scripted: atom
    | scripted SUB argument -> sub
    | scripted SUP argument -> sup
    | scripted PRIME -> prime
    | scripted BANG -> factorial
    | scripted PERCENT -> percent
?atom: NUMBER -> number
    | NAME -> name
    | INFINITY -> infinity
    | DOTS -> dots
    | FUNC -> function
    | BIG -> big
    | EVAL -> evaluated
    | ACCENT argument -> accent
    | FRAC argument argument -> fraction
    | BINOM argument argument -> binomial
    | ROOT argument -> root
    | ROOT LB body RB argument -> root
    | DV1 argument -> derivative
    | DV2 argument argument -> derivative
    | DV3 argument argument argument -> derivative
    | opening body closing -> bracket
    | BEGIN body END -> environment
    | group
opening: LB | NULLLB
closing: RB | NULLRB
group: LBRACE body RBRACE
?argument: NUMBER -> number
    | NAME -> name
    | INFINITY -> infinity
    | DOTS -> dots
    | TIMES -> sign
    | SIGN -> sign
    | FUNC -> function
    | PRIME -> sign
    | ACCENT argument -> accent
    | FRAC argument argument -> fraction
    | BINOM argument argument -> binomial
    | ROOT argument -> root
    | group
%declare NUMBER NAME INFINITY DOTS FUNC BIG EVAL ACCENT FRAC BINOM ROOT DV1 DV2 DV3 LB RB NULLLB NULLRB BEGIN END
%declare LBRACE RBRACE SUB SUP PRIME BANG PERCENT TIMES SLASH NEG SIGN REL COMMA SEMI MID COLON
%declare CHOOSE OVER ROW AMP PROSE
"""
WORDS = {
    **{"RB": "a bracket", "RBRACE": "a group", "END": "an environment", "SUP": "a power", "SUB": "a subscript"},
    **{"SIGN": "a sum", "TIMES": "a product", "SLASH": "a quotient", "REL": "a relation", "COMMA": "a list"},
    **{"FRAC": "a fraction", "ROOT": "a root", "$END": "a formula", "MID": "a bar", "BANG": "a factorial"},
}


MOST_TOKENS, MOST_SCRIPTS = 2500, 20


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, parser="lalr", lexer="basic", maybe_placeholders=False, transformer=Build())


def tree(found: list[Token]) -> Node:
    """The tree of the tokens of one formula. Raises ReadingError."""
    parser = _parser().parse_interactive(start="start")
    error = unread(found)
    if error is not None:
        raise error
    given = paired(found)
    for index, token in enumerate(given):
        try:
            parser.feed_token(token)
        except UnexpectedToken:
            raise _unexpected(given[index - 1] if index else None, token) from None
    try:
        parsed = parser.feed_token(Token("$END", ""))
    except UnexpectedToken:
        raise _ended(given) from None
    node: Node = parsed
    return node


def _ended(given: list[Token]) -> ReadingError:
    """The error where a formula ends too early."""
    root = next((one for one, after in pairwise(given) if one.type == "ROOT" and after.type == "LB"), None)
    if root is not None:
        return wrong(root, r"it is not clear how far the root goes; write \sqrt{…}")
    return ReadingError(int(given[-1].end_pos or 0), f"'{given[-1]}'", "the formula ends too early after it")


def _unexpected(before: Token | None, token: Token) -> ReadingError:
    if before is None:
        return wrong(token, "a formula cannot begin with it")
    braces = f"; write {before}{{…}}" if before.type in ("SUP", "SUB") and token.type == "LB" else ""
    return wrong(token, f"it is not expected after '{before}'{braces}")


def _span(children: list[Any]) -> tuple[int, int]:
    starts = [int((c.start_pos if isinstance(c, Token) else c.start) or 0) for c in children]
    ends = [int((c.end_pos if isinstance(c, Token) else c.end) or 0) for c in children]
    return min(starts, default=0), max(ends, default=0)


class Build(Transformer[Token, Node]):
    """Nodes from what the grammar found, signs and separators as nodes of their own."""

    def __default__(self, data: Any, children: list[Any], meta: Any) -> Node:
        start, end = _span(children)
        tokens_ = [child for child in children if isinstance(child, Token)]
        parts = tuple(child for child in children if isinstance(child, Node))
        if str(data) in SCRIPTS and len(unwrapped(parts[0])[1]) > MOST_SCRIPTS:
            raise ReadingError(start, "many scripts", f"a factor has more than {MOST_SCRIPTS} of them")
        return Node(str(data), parts, str(tokens_[0]) if tokens_ else "", start, end)

    def start(self, children: list[Any]) -> Node:
        return _single(children[0])

    def body(self, children: list[Any]) -> Node:
        start, end = _span(children)
        return Node("list", (children[0],), "", start, end)

    def more(self, children: list[Any]) -> Node:
        before, separator, piece = children
        start, end = _span(children)
        text = f"{before.text}\x1f{separator.text}" if len(before.parts) > 1 else separator.text
        return Node("list", (*before.parts, piece), text, start, end)

    def piece(self, children: list[Any]) -> Node:
        return children[0] if children else Node("nothing")

    def entry(self, children: list[Any]) -> Node:
        node: Node = children[0]
        return node

    def related(self, children: list[Any]) -> Node:
        """A chain of relations: its parts, and the relations in its text."""
        start, end = _span(children)
        relation = next(str(child) for child in children if isinstance(child, Token))
        if isinstance(children[0], Token):
            return Node("relation", (Node("nothing"), children[1]), relation, start, end)
        first: Node = children[0]
        if first.kind == "relation":
            return Node("relation", (*first.parts, children[2]), f"{first.text} {relation}", start, end)
        return Node("relation", (first, children[2]), relation, start, end)

    def sum(self, children: list[Any]) -> Node:
        """Terms, each with its sign in the text (a + where none is written)."""
        start, end = _span(children)
        if len(children) == 1:
            node: Node = children[0]
            return node if node.kind == "sum" else Node("sum", (node,), "+", start, end)
        if isinstance(children[0], Token):
            return Node("sum", (children[1],), str(children[0]), start, end)
        before: Node = children[0]
        return Node("sum", (*before.parts, children[2]), before.text + str(children[1]), start, end)

    def term(self, children: list[Any]) -> Node:
        """Factors beside each other."""
        start, end = _span(children)
        before = children[0].parts if len(children) > 1 else ()
        return Node("term", (*before, children[-1]), "", start, end)

    def group(self, children: list[Any]) -> Node:
        start, end = _span(children)
        return Node("group", (_single(children[1]),), "", start, end)

    def bracket(self, children: list[Any]) -> Node:
        start, end = _span(children)
        content, text = _single(children[1]), children[0].text + children[2].text
        if text in ("(]", "[)") and content.kind != "list":
            raise ReadingError(start, f"'{text[0]}'", f"it is closed by '{text[1]}'; close it by its own kind")
        return Node("bracket", (content,), text, start, end)

    def environment(self, children: list[Any]) -> Node:
        start, end = _span(children)
        return Node("environment", (children[1],), str(children[0]), start, end)

    def root(self, children: list[Any]) -> Node:
        start, end = _span(children)
        if len(children) == 5 and str(children[1]) != "[":
            raise wrong(children[0], r"it is not clear how far the root goes; write \sqrt{…}")
        parts = (children[1],) if len(children) == 2 else (children[4], _single(children[2]))
        return Node("root", parts, "", start, end)


def _single(node: Node) -> Node:
    return node.parts[0] if node.kind == "list" and len(node.parts) == 1 else node
