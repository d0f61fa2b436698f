r"""Two grammars, for LaTeX and for plain text, that make the same small tree.

The nodes are the names of the rules.

>>> print(parsed(Source("--density", r"2\theta"), "expression", {}).children[0])
Tree('product', [Tree('number', [Token('NUMBER', '2')]), Tree('name', [Token('NAME', 'theta')])])
"""

from __future__ import annotations

import re
from functools import cache

from lark import Lark, Token, Tree, UnexpectedToken

from . import latex, plain
from .brackets import ENDS, STARTS, paired
from .doubts import refuse_doubts
from .mistyped import Mistyped, Node, Source, end
from .mistyped import start as begin
from .names import Known

LONGEST, DEEPEST = 2000, 200

SHARED = r"""
expression: sum
declaration: relation | sum IN set | sum
set: SET | LPAR element (_COMMA element)* RPAR
?element: sum | DOTS -> dots
relation: sum (RELATION sum)+
condition: _relation (_AND _relation)*

?atom: NUMBER -> number
    | NAME -> name
    | INFINITY -> infinity
    | LPAR sum RPAR -> bracket
    | _LBAR sum _RBAR -> absolute
    | special
?postfix: atom
    | atom _BANG -> faculty
%declare NUMBER NAME INFINITY LPAR RPAR _LBAR _RBAR _BANG _COMMA RELATION IN SET DOTS SIGN TIMES SLASH _POWER
%declare FUNCTION _OTHERWISE _AND
"""
LATEX = r"""
?sum: summand
    | summand (SIGN product)+ -> sum
?summand: product
    | SIGN product -> signed
?product: factor
    | factor (factor | TIMES factor | SLASH factor)+ -> product
?factor: postfix
    | postfix _POWER argument -> power
    | FUNCTION factor -> prefix
    | FUNCTION _POWER argument factor -> prefix
?argument: group | NUMBER -> number | NAME -> name
group: _LBRACE sum _RBRACE
?special: group
    | _FRAC argument argument -> fraction
    | _BINOM argument argument -> binomial
    | _ROOT argument -> root
    | _ROOT LPAR sum RPAR argument? -> root
    | NAMED LPAR sum (_COMMA sum)* RPAR -> call
    | _BEGIN _row (_ROW _row)* _ROW? _END -> cases
_row: case | otherwise
case: sum _COMMA? _AMP _IF? condition _COMMA?
otherwise: sum _COMMA? _AMP _OTHERWISE
_relation: relation
%declare _LBRACE _RBRACE _FRAC _BINOM _ROOT NAMED _BEGIN _END _ROW _AMP _IF
"""
PLAIN = r"""
?sum: product
    | product (SIGN product)+ -> sum
?product: unary
    | unary ((TIMES | SLASH) unary)+ -> product
?unary: power
    | SIGN unary -> signed
?power: postfix
    | postfix _POWER unary -> power
?special: FUNCTION LPAR sum (_COMMA sum)* RPAR -> call
    | NAME LPAR sum (_COMMA sum)* RPAR -> unknown
    | PIECEWISE LPAR _row (_COMMA _row)* RPAR -> cases
_row: case | otherwise
case: LPAR sum _COMMA condition RPAR
otherwise: LPAR sum _COMMA _OTHERWISE RPAR
_relation: relation | LPAR relation RPAR
%declare PIECEWISE
"""
EXPECTED = {
    "SIGN": "write what it is applied to in brackets, as in a (-b)",
    "RELATION": "write the density alone, without '=' or '<' (and without 'f(y) =')",
    "_POWER": "write what the exponent belongs to in brackets, as in (a^b)^c",
    "_BANG": "write what the factorial is of in brackets, as in (x^2)!",
    "_COMMA": "write a decimal as 0.5, and one expression alone",
    "INFINITY": "infinity is an end of an interval, no number",
    "_RBRACE": "something is missing before it",
    "RPAR": "something is missing before it",
}


BRACES = r"the braces of a set are written \{ and \}"
FORM = r"a declaration is written like 'y > 0', '0 < \theta < 1', '\mu \in \mathbb{R}' or 'y \in \{0, 1\}'"


@cache
def _parser(grammar: str) -> Lark:
    starts = ["expression", "declaration"]
    return Lark(grammar + SHARED, parser="lalr", lexer="basic", start=starts, propagate_positions=True)


def is_latex(text: str, start: str) -> bool:
    """Whether a text is LaTeX: it has a backslash, a group in braces, or a script in braces. In a declaration braces
    may be those of a set."""
    return re.search(r"\\|[_^]\s*\{" if start == "declaration" else r"\\|[{}]", text) is not None


class SideBySide(Mistyped):
    """A product without a sign, but with a space."""


def parsed(source: Source, start: str, known: Known) -> Node:
    """The tree of a text that is an "expression" or a "declaration". A formula without a backslash whose factors stand
    side by side, with spaces between them, is read as it is printed. Raises Mistyped."""
    try:
        return _parsed(source, start, known, is_latex(source.text, start))
    except SideBySide as first:
        try:
            return _parsed(source, start, known, True)
        except Mistyped:
            raise first from None


def _parsed(source: Source, start: str, known: Known, is_tex: bool) -> Node:
    if len(source.text) > LONGEST:
        raise source.wrong(LONGEST, f"the text has more than {LONGEST} characters; write it shorter")
    tokens = (latex if is_tex else plain).tokens(source, known)
    if not tokens:
        raise source.wrong(0, "nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'")
    tokens = paired(source, tokens, mixed=start == "declaration")
    tree = _tree(source, tokens, start, LATEX if is_tex else PLAIN)
    if _depth(tree) > DEEPEST:
        raise source.wrong(0, "the formula is nested too deeply; write it with fewer signs, powers and brackets")
    if is_tex:
        refuse_doubts(source, tree)
    return tree


def _tree(source: Source, tokens: list[Token], start: str, grammar: str) -> Node:
    """The tree of the tokens, which are fed one by one: how a text is cut depends on what is declared."""
    parser = _parser(grammar).parse_interactive(start=start)
    for index, token in enumerate(tokens):
        try:
            parser.feed_token(token)
        except UnexpectedToken:
            before = tokens[index - 1] if index else None
            raise _unexpected(source, before, token, start == "declaration") from None
    try:
        tree: Node = parser.feed_token(Token("$END", ""))
        return tree
    except UnexpectedToken:
        hint = FORM if start == "declaration" else "write the rest"
        needed = _needed(source, tokens[-1]) or f"the text ends too early; {hint}"
        raise source.wrong(len(source.text), needed) from None


def _unexpected(source: Source, before: Token | None, token: Token, declares: bool) -> Mistyped:
    shown = source.shown(token)
    if before is not None and before.type in ("FUNCTION", "NAMED", "PIECEWISE"):
        return source.wrong(before, _needed(source, before, token) or "")
    if declares:
        return source.wrong(token, f"'{shown}' is not expected here; {BRACES if shown == '{' else FORM}")
    if before is not None and before.type in ENDS and token.type in STARTS:
        left = source.shown(before)
        wrong = source.wrong(token, f"'{shown}' follows '{left}' without a sign; write a product as {left}*{shown}")
        return SideBySide(str(wrong)) if end(before) < begin(token) and not declares else wrong
    hint = EXPECTED.get(token.type, "a number, a name or a bracket has to stand here")
    return source.wrong(token, f"'{shown}' is not expected here; {hint}")


def _needed(source: Source, function: Token, after: Token | None = None) -> str | None:
    """What to say of a function without an argument."""
    if function.type not in ("FUNCTION", "NAMED", "PIECEWISE"):
        return None
    shown = source.shown(function)
    if after is not None and after.type == "SIGN":
        two = f"'{shown}({after}…)' or '{shown}(…) {after} …'"
        return f"it is not clear what {shown} is applied to: did you mean {two}?"
    return f"{shown} has no argument; write it in brackets, as in {shown}(y)"


def _depth(tree: Node) -> int:
    depths: dict[int, int] = {}
    for node in tree.iter_subtrees():  # children first
        below = (depths[id(child)] for child in node.children if isinstance(child, Tree))
        depths[id(node)] = 1 + max(below, default=0)
    return depths[id(tree)]
