r"""A document cut into prose, formulas and what is said to `mlce`; comments and verbatim text are left out.

>>> from mlce_sym.documents.text.places import Files
>>> files = Files()
>>> text = files.add("a.md", "Let $x > 0$. `$no$`\n<!-- mlce: given a > 1 -->\n$$x = x$$")
>>> [(piece.kind, piece.text.text.strip()) for piece in pieces(text, MARKDOWN, {}) if piece.text]
[('prose', 'Let'), ('inline', 'x > 0'), ('prose', '.'), ('said', 'given a > 1'), ('display', 'x = x')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass

from ...reading.signs.macros import Macro, macros
from .places import Text, joined

TEX, MARKDOWN = "tex", "markdown"
PROSE, INLINE, DISPLAY, SAID, MARK, TROUBLE, INPUT = "prose", "inline", "display", "said", "mark", "trouble", "input"

ONE_ROW = ("equation", "displaymath", "math", "dmath")
ROWS = ("align", "gather", "multline", "eqnarray", "alignat", "flalign", "dgroup")
DISPLAYS = "|".join((*ONE_ROW, *ROWS))
VERBATIM = "verbatim|Verbatim|lstlisting|minted|comment|filecontents|tikzpicture|alltt"
CLAIMS = "theorem|proposition|lemma|corollary|claim|thm|prop|lem|cor|exercise|problem|question"
PROOFS = "proof|solution|answer|derivation"

COMMON = rf"""
    (?P<escape>\\[\\$%`{{}}_&\#])
  | (?P<display>\$\$|\\\[) | (?P<inline>\$|\\\()
  | \\begin\{{(?P<environment>(?:{DISPLAYS})\*?)\}}
  | \\begin\{{(?P<verbatim>(?:{VERBATIM})\*?)\}}
  | \\(?P<edge>begin|end)\{{(?P<mark>{CLAIMS}|{PROOFS})\*?\}}
  | (?P<macro>\\(?:(?:re|provide)?newcommand|renewcommand|providecommand|def|let|DeclareMathOperator
        |DeclarePairedDelimiter|(?:New|Renew)DocumentCommand)(?![A-Za-z]))
"""
TOKENS = {
    TEX: re.compile(
        COMMON
        + r"""
  | (?P<comment>%[^\n]*)
  | \\verb\*?(?P<bar>[^\w\s])
  | \\(?:input|include|subfile)\s*\{(?P<input>[^{}\n]*)\}
  | (?P<section>\\(?:sub)*section|\\chapter|\\paragraph)(?![A-Za-z])
  | (?P<stop>\\end\{document\})
""",
        re.VERBOSE,
    ),
    MARKDOWN: re.compile(
        COMMON
        + r"""
  | (?P<html><!--)
  | (?P<fence>^[ \t]*(?P<ticks>```+|~~~+)[^\n]*\n)
  | (?P<code>`+)
  | ^[ \t]*(?P<comment>%\s*mlce:[^\n]*)
  | (?P<section>^\#{1,6}\s)
""",
        re.VERBOSE | re.MULTILINE | re.DOTALL,
    ),
}
DIRECTIVE = re.compile(r"(?:%|<!--)\s*mlce:")
SIGNATURE = re.compile(
    r"\*?\s*(?:\{\s*\\(?:[A-Za-z]+|.)\s*\}|\\(?:[A-Za-z]+|.))\s*=?\s*(?:\\[A-Za-z]+|(?:\[[^\]]*\]\s*)*"
    r"(?:\{[^{}]*(?:\{[^{}]*\})?[^{}]*\}\s*(?=\{))?(?:\#[1-9]|#[1-9])*\s*)|"
)
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(\n|\Z)", re.DOTALL)
COMMENT = re.compile(r"(?<!\\)(?:\\\\)*(%[^\n]*(?:\n[ \t]*)?)")


@dataclass(frozen=True)
class Piece:
    """Prose, a formula (`name`: its environment), a directive, where a claim or proof begins or ends, or what is
    wrong."""

    kind: str
    text: Text
    name: str = ""


def pieces(text: Text, syntax: str, known: MutableMapping[str, Macro]) -> Iterator[Piece]:
    """The pieces in order; the macros that are defined on the way are put into `known`."""
    start = end = 0
    if syntax == MARKDOWN and (front := FRONT_MATTER.match(text.text)):
        start = end = front.end()
    while token := TOKENS[syntax].search(text.text, end):
        if token["escape"]:
            end = token.end()
            continue
        if token.start() > start:
            yield Piece(PROSE, text[start : token.start()])
        if token.groupdict().get("stop"):
            return
        if token["macro"]:
            text, end = _defined(text, token.start(), token.end(), known)
        else:
            piece, end = _piece(text, token, syntax)
            if piece is not None:
                yield piece
        start = end
    if start < len(text):
        yield Piece(PROSE, text[start:])


def _defined(text: Text, start: int, end: int, known: MutableMapping[str, Macro]) -> tuple[Text, int]:
    r"""The document after a macro's definition; one that stands for \begin{equation} and the like is written out in
    it."""
    signature = SIGNATURE.match(text.text, end)
    assert signature is not None
    body = group(text.text, signature.end())
    end = body[2] if body else signature.end()
    if text.text.startswith(r"\DeclarePairedDelimiter", start) and (other := group(text.text, end)):
        end = other[2]
    for name, macro in macros(text.text[start:end]).items():
        if macro.arity == 0 and re.fullmatch(r"\s*\\(begin|end)\{[A-Za-z]+\*?\}\s*", macro.body):
            call = re.compile(re.escape(f"\\{name}") + r"(?![A-Za-z])")
            return text[end:].replaced(call, macro.body), 0
        known[name] = macro
    return text, end


def group(source: str, start: int) -> tuple[int, int, int] | None:
    """Where the inside of a braced group begins and ends, and what comes after it; None where there is none."""
    if not source.startswith("{", start):
        return None
    depth = 0
    for brace in BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return start + 1, brace.start(), brace.end()
    return None


def _piece(text: Text, token: re.Match[str], syntax: str) -> tuple[Piece | None, int]:
    """What begins at a token, and where it ends."""
    found = token.groupdict()
    if token["display"] or token["inline"]:
        return _formula(text, token, syntax)
    if token["environment"]:
        return _between(text, token, token["environment"])
    if token["verbatim"]:
        return None, _after(text, rf"\end{{{token['verbatim']}}}", token.end())
    if token["edge"]:
        return Piece(MARK, text[token.start() : token.end()], f"{token['edge']} {token['mark']}"), token.end()
    if found.get("comment") or found.get("html"):
        end = _after(text, "-->", token.end()) if found.get("html") else token.end()
        inside = text[token.start() : end]
        return (_said(inside) if DIRECTIVE.match(inside.text) else None), end
    if found.get("bar"):
        return None, _after(text, token["bar"], token.end())
    if found.get("input") is not None:
        return Piece(INPUT, text[token.start("input") : token.end("input")]), token.end()
    if found.get("section"):
        return Piece(MARK, text[token.start() : token.end()], "section"), token.end()
    return _code(text, token)


def _said(comment: Text) -> Piece:
    """What a directive says, where it says it."""
    found = re.search(r"mlce:\s*(.*?)\s*(?:-->)?\s*$", comment.text, re.DOTALL)
    assert found is not None
    return Piece(SAID, comment[found.start(1) : found.end(1)])


def _code(text: Text, token: re.Match[str]) -> tuple[Piece | None, int]:
    """Code in Markdown, of which only a fence that says `math` is a formula."""
    if token["code"]:
        close = text.text.find(token["code"], token.end())
        return None, token.end() if close < 0 else close + len(token["code"])
    found = re.compile(rf"^[ \t]*{re.escape(token['ticks'])}[^\n]*$", re.MULTILINE).search(text.text, token.end())
    end, after = found.span() if found else (len(text), len(text))
    if re.match(r"\s*[`~]+\s*math\s*$", token["fence"]):
        return Piece(DISPLAY, uncommented(text[token.end() : end]), "math"), after
    return None, after


CLOSING = {"$$": r"\$\$", "\\[": r"\\\]", "\\(": r"\\\)", "$": r"\$"}


def _formula(text: Text, token: re.Match[str], syntax: str) -> tuple[Piece | None, int]:
    r"""What stands between $ and $, $$ and $$, \[ and \], \( and \), with no empty line in it."""
    start, opening = token.end(), token[0]
    is_single = opening == "$"
    if is_single and syntax == MARKDOWN and text.text[start : start + 1].isspace():
        return None, start
    comment = "" if is_single else r"|%[^\n]*"
    end = start
    stops = re.compile(rf"\\[\\$]|(?P<close>{CLOSING[opening]})|\\.|(?P<gap>\n[ \t]*\n){comment}", re.DOTALL)
    for found in stops.finditer(text.text, start):
        end = found.start()
        if found["gap"]:
            break
        if found["close"]:
            inside = text[start : found.start()]
            if is_single and syntax == MARKDOWN and _is_money(text.text, found):
                break
            kind = DISPLAY if token["display"] else INLINE
            return Piece(kind, uncommented(inside), "$$" if kind == DISPLAY else "$"), found.end()
    if is_single and syntax == MARKDOWN:
        return None, start
    return Piece(TROUBLE, text[token.start() : start], f"{opening} is not closed before the paragraph ends"), end


def _is_money(source: str, close: re.Match[str]) -> bool:
    """As in Pandoc: a $ after a space, or before a digit, closes nothing."""
    return source[close.start() - 1].isspace() or source[close.end() : close.end() + 1].isdigit()


def _between(text: Text, token: re.Match[str], name: str) -> tuple[Piece, int]:
    close = text.text.find(rf"\end{{{name}}}", token.end())
    if close < 0:
        return Piece(
            TROUBLE, text[token.start() : token.end()], rf"\begin{{{name}}} has no \end{{{name}}}"
        ), token.end()
    start = token.end()
    if name.startswith("alignat") and (columns := group(text.text, start)):
        start = columns[2]
    return Piece(DISPLAY, uncommented(text[start:close]), name), close + len(name) + 6


def _after(text: Text, close: str, start: int) -> int:
    found = text.text.find(close, start)
    return len(text) if found < 0 else found + len(close)


def uncommented(formula: Text) -> Text:
    """The formula without its comments, but for what they say to `mlce`."""
    if "%" not in formula.text:
        return formula
    kept, end = [], 0
    for found in COMMENT.finditer(formula.text):
        if not re.match(r"%\s*mlce:\s*ignore", found[1]):
            kept.append(formula[end : found.start(1)])
            end = found.end(1)
    return joined((*kept, formula[end:]))
