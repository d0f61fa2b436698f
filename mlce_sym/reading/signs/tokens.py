r"""LaTeX as tokens with places. What a name stands for is not known here.

>>> " ".join(token.type for token in tokens(r"\mathrm{LL}(\theta_{10}) \leq \mathbf{x}^T", {}))
'NAME LB NAME SUB LBRACE NUMBER RBRACE RB REL NAME SUP NAME'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lark import Token

from .commands import (
    ACCENTS,
    BRACKETS,
    CASES,
    DISPLAYS,
    FONTS,
    FUNCTIONS,
    GREEK,
    MATRICES,
    SIGNS,
    SILENT,
    SILENT_WITH,
    SIZES,
    SPACES,
    TEXTS,
)
from .macros import Macros, Piece, argument, expanded, pieces
from .scripts import with_braces
from .tree import ReadingError
from .upright import with_words

PROSE = frozenset(
    re.findall(
        r"\S+",
        "for if and or where when with otherwise else all since by from so as that such then thus hence let is are on "
        "in of the an at we i.e. e.g. iff not only both which every each any some given therefore because using",
    )
)
UNREAD = "UNREAD"
TOGETHER = r"\left and \right go together; write both or none"
MARKS = {"*": "star", "+": "plus", "-": "minus", "±": "plusminus", "∓": "minusplus"}
CUT = ("FRAC", "BINOM", "ROOT", "SUB", "SUP", "ACCENT")  # after these TeX takes one character without braces


@dataclass
class Scan:
    r"""What is still to be read (its end is what comes next), and what has been found."""

    todo: list[Piece]
    found: list[Token] = field(default_factory=list)
    left: list[Piece] = field(default_factory=list)  # each \left without its \right
    arrays: list[bool] = field(default_factory=list)  # of each \begin{array} without its \end, whether it has cases

    def add(self, kind: str, value: str, first: Piece, last: Piece | None = None) -> None:
        if kind in ("TIMES", "SIGN") and self.before in ("SUP", "SUB"):  # the mark of x^*, which is no operator
            kind, value = "NAME", MARKS.get(value, value)
        self.found.append(Token(kind, value, start_pos=first.start, end_pos=(last or first).end))

    def skip_spaces(self) -> None:
        while self.todo and self.todo[-1].text == " ":
            self.todo.pop()

    def peek(self) -> str:
        self.skip_spaces()
        return self.todo[-1].text if self.todo else ""

    @property
    def before(self) -> str:
        return self.found[-1].type if self.found else ""


def tokens(source: str, given: Macros) -> list[Token]:
    """The tokens of a text, with an UNREAD one in the place of what is none. Raises ReadingError for a text that is too
    long, or for macros that go on for ever."""
    scan = Scan(list(reversed([*with_braces(expanded(pieces(source), given))])))
    while scan.todo:
        piece = scan.todo.pop()
        if piece.text == " ":
            continue
        count = len(scan.found)
        try:
            _scanned(scan, piece)
        except ReadingError as error:
            told = f"{error.place}\x1f{error.construct}\x1f{error.message}"
            scan.found[count:] = [Token(UNREAD, told, start_pos=piece.start, end_pos=piece.end)]
        if piece.text.startswith("\\") and len(scan.found) > count:
            scan.found[-1].end_pos = scan.todo[-1].start if scan.todo else len(source)
    for piece in scan.left:
        told = f"{piece.start}\x1f\\left\x1f{TOGETHER}"
        scan.found.append(Token(UNREAD, told, start_pos=piece.start, end_pos=piece.end))
    return _primed(with_words(scan.found))


def _primed(found: list[Token]) -> list[Token]:
    r"""f^\prime and f^{\prime\prime} as f' and f''."""
    out: list[Token] = []
    place = 0
    while place < len(found):
        end = place + 1
        braced = found[place].type == "SUP" and end < len(found) and found[end].type == "LBRACE"
        end += braced
        while found[place].type == "SUP" and end < len(found) and found[end] == "prime":
            end += 1
        marks = found[place + 1 + braced : end]
        closed = not braced or (end < len(found) and found[end].type == "RBRACE")
        if marks and closed and (braced or len(marks) == 1):
            out.extend(Token("PRIME", "'", start_pos=one.start_pos, end_pos=one.end_pos) for one in marks)
            place = end + braced
        else:
            out.append(found[place])
            place += 1
    return out


def _scanned(scan: Scan, piece: Piece) -> None:
    if piece.text.startswith("\\"):
        _command(scan, piece, piece.text[1:])
    else:
        _character(scan, piece)


def unread(found: list[Token]) -> ReadingError | None:
    """The error at the first token that is none."""
    for token in found:
        if token.type == UNREAD:
            place, construct, message = str(token).split("\x1f")
            return ReadingError(int(place), construct, message)
    return None


def _character(scan: Scan, piece: Piece) -> None:
    text = piece.text
    if text.isdigit() or (text == "." and scan.todo and scan.todo[-1].text.isdigit()):
        _number(scan, piece)
    elif text in (".", "~", "$"):
        scan.add("PERIOD", ".", piece) if text == "." else None
    elif text == ":" and scan.peek() == "=":
        scan.add("REL", ":=", piece, scan.todo.pop())
    elif text == "=" and scan.peek() == ":":
        scan.add("REL", "=:", piece, scan.todo.pop())
    elif text == "|" and scan.todo and scan.todo[-1].text == "|" and not _is_open(scan.found):
        scan.add("BAR", "‖", piece, scan.todo.pop())
    elif text in BRACKETS:
        scan.add(*BRACKETS[text], piece)
    elif text in SIGNS:
        scan.add(*SIGNS[text], piece)
    elif text.isalpha() and text.isascii():
        scan.add("NAME", text, piece)
    else:
        raise ReadingError(piece.start, f"the character '{text}'", "it is not understood")


def _is_open(found: list[Token]) -> bool:
    """Whether a bar is open in the bracket that is open: then || closes it and opens another, as in |a||b|."""
    depth, bars = 0, 0
    for token in reversed(found):
        depth += (token.type in ("RB", "RBRACE")) - (token.type in ("LB", "LBRACE"))
        if depth < 0:
            break
        bars += depth == 0 and token.type == "BAR" and token == "|"
    return bars % 2 == 1


def _is_second(found: list[Token]) -> bool:
    """Whether the second argument of a fraction comes next, of which TeX takes one character, too."""
    depth = 0
    for place in range(len(found) - 1, 0, -1):
        depth += (found[place].type == "RBRACE") - (found[place].type == "LBRACE")
        if depth <= 0:
            return depth == 0 and found[place - 1].type in ("FRAC", "BINOM")
    return False


def _number(scan: Scan, piece: Piece) -> None:
    """Digits with one point; after a fraction or a script TeX takes one digit."""
    text, last = piece.text, piece
    cut = scan.before in CUT or _is_second(scan.found)
    while not cut and scan.todo:
        after = scan.todo[-1].text
        point = after == "." and "." not in text and len(scan.todo) > 1 and scan.todo[-2].text.isdigit()
        if not (after.isascii() and after.isdigit()) and not point:
            break
        last = scan.todo.pop()
        text += last.text
    if not text.isascii():
        raise ReadingError(piece.start, f"the digit '{text}'", "write it with 0 to 9")
    scan.add("NUMBER", text, piece, last)


def _command(scan: Scan, piece: Piece, name: str) -> None:
    if name in SPACES:
        scan.add("SPACE", "", piece)
    if name in ("hspace", "hskip") or name in SILENT_WITH:
        for _ in range(SILENT_WITH[name]):
            _dropped(scan, piece)
    elif name in SILENT or name.isspace():
        return
    elif SIZES.fullmatch(name):
        _sized(scan, piece, name)
    elif name in FONTS:
        _font(scan, piece, FONTS[name])
    elif name in TEXTS:
        _text(scan, piece)
    elif name in ACCENTS:
        scan.add("ACCENT", ACCENTS[name], piece)
    elif name in ("begin", "end"):
        _environment(scan, piece, name)
    elif name == "\\":
        _row(scan, piece)
    elif name in ("{", "}", "|"):
        scan.add(*{"{": ("LB", "{"), "}": ("RB", "}"), "|": ("BAR", "‖")}[name], piece)
    elif name in ("overset", "stackrel", "underset"):
        _stacked(scan, piece, name)
    elif name in ("underbrace", "overbrace"):
        _braced(scan, piece)
    elif name in ("pdv", "dv", "partialderivative", "derivative", "fdv"):
        _derivative(scan, piece, "partial" if name.startswith("p") else "d")
    elif name == "not":
        _negated(scan, piece)
    elif name in BRACKETS or name in SIGNS:
        scan.add(*(BRACKETS if name in BRACKETS else SIGNS)[name], piece)
    else:
        raise ReadingError(piece.start, f"the command \\{name}", "it is not understood")


def _dropped(scan: Scan, piece: Piece) -> None:
    if scan.peek() == "[":
        while scan.todo and scan.todo.pop().text != "]":
            pass
    argument(scan.todo, piece)


def _sized(scan: Scan, piece: Piece, size: str) -> None:
    r"""A bracket behind \left, \bigl, …: of a bar it says on which side it stands."""
    scan.skip_spaces()
    if not scan.todo:
        raise ReadingError(piece.start, f"\\{size}", "a bracket has to follow")
    if size == "left":
        scan.left.append(piece)
    elif size == "right" and not scan.left:
        raise ReadingError(piece.start, r"\right", TOGETHER)
    elif size == "right":
        scan.left.pop()
    bracket = scan.todo.pop()
    name = bracket.text.removeprefix("\\")
    side = {"l": "LB", "r": "RB", "m": "MID"}.get("l" if size == "left" else "r" if size == "right" else size[-1], "")
    side = "MID" if size == "middle" else side
    if bracket.text == "." and side in ("LB", "RB"):
        scan.add("NULL" + side, ".", piece, bracket)
        return
    sign = {"\\{": "{", "\\}": "}", "\\|": "‖"}.get(bracket.text)
    kind, value = ("BAR", sign) if sign == "‖" else BRACKETS.get(name, ("", "")) if sign is None else ("LB", sign)
    if bracket.text in ("{", "}") or not kind:
        kind, value = SIGNS.get(name, ("", ""))
        if name in ("/", "backslash"):
            scan.add(kind, value, piece, bracket)
            return
        raise ReadingError(piece.start, f"\\{size}", r"a bracket has to follow, one of ( ) [ ] \{ \} | \langle \rangle")
    if sign == "}":
        kind = "RB"
    scan.add(side if kind == "BAR" and side else kind, value, piece, bracket)


def _font(scan: Scan, piece: Piece, style: str) -> None:
    """An upright, bold or calligraphic word is one name, with an accent as without; of anything else the font is
    dropped."""
    if not scan.peek():
        return
    inside = [part for part in argument(scan.todo, piece) if part.text not in (" ", "~", r"\,", r"\!", r"\;", r"\:")]
    if inside and inside[0].text.removeprefix("\\") in ACCENTS:
        braces = Piece("{", piece.start, piece.end), Piece("}", piece.end, piece.end)
        rest = [one for one in inside[1:] if one.text not in ("{", "}")]
        scan.todo.extend(reversed([inside[0], braces[0], piece, braces[0], *rest, braces[1], braces[1]]))
        return
    text = "".join(part.text for part in inside).rstrip(".")
    word = text.removeprefix("\\") if text.removeprefix("\\") in GREEK else text
    if len(inside) == 1 and inside[0].text.startswith("\\") and word in FUNCTIONS:
        text = word
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", word) and not (style in ("bold", "bb") and text.isdigit()):
        scan.todo.extend(reversed([Piece("{", piece.start, piece.end), *inside, Piece("}", piece.end, piece.end)]))
        if not inside or text.startswith(r"\mathop"):
            del scan.todo[-len(inside) - 2 :]
        return
    scan.skip_spaces()
    last = inside[-1]
    if not style and word in FUNCTIONS:
        scan.add("FUNC", word, piece, last)
    else:
        scan.add("NAME", f"{style}_{word}" if style else word, piece, last)


def _text(scan: Scan, piece: Piece) -> None:
    """Words in mathematics: prose, or a name."""
    inside = argument(scan.todo, piece)
    text = " ".join("".join(part.text for part in inside).split())
    last = inside[-1] if inside else piece
    plain = text.strip(".,;: $()")
    if not plain:
        return
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", plain) and plain not in PROSE:
        scan.add("FUNC" if plain in FUNCTIONS else "NAME", plain, piece, last)
    elif scan.before in CUT:
        scan.add("NAME", re.sub(r"[^A-Za-z0-9]+", "", plain) or "text", piece, last)
    else:
        scan.add("PROSE", text, piece, last)


def _environment(scan: Scan, piece: Piece, which: str) -> None:
    name = "".join(part.text for part in argument(scan.todo, piece))
    if name in MATRICES or name in CASES:
        is_cases = name in CASES or (name == "array" and _has_cases(scan, piece, which))
        scan.add("BEGIN" if which == "begin" else "END", "cases" if is_cases else name, piece)
    elif name in DISPLAYS:
        if which == "begin" and name.startswith(("alignat", "alignedat")):
            argument(scan.todo, piece)
        if which == "begin" and scan.peek() == "[":
            _option(scan)
        if scan.found and scan.before not in ("ROW", "AMP", "REL"):
            scan.add("BREAK", "", piece)
    else:
        raise ReadingError(piece.start, f"the environment {name}", "it is not understood")


def _has_cases(scan: Scan, piece: Piece, which: str) -> bool:
    r"""Is it an array of values and conditions, as two columns behind \left\{ are?"""
    if which == "begin":
        columns = [one.text for one in argument(scan.todo, piece) if one.text in ("l", "c", "r")]
        scan.arrays.append(len(columns) == len("rl") and scan.before == "LB" and scan.found[-1] == "{")
        return scan.arrays[-1]
    return bool(scan.arrays) and scan.arrays.pop()


def _option(scan: Scan) -> None:
    while scan.todo and scan.todo.pop().text != "]":
        pass


def _row(scan: Scan, piece: Piece) -> None:
    if scan.todo and scan.todo[-1].text == "*":
        scan.todo.pop()
    if scan.todo and scan.todo[-1].text == "[":
        inside = "".join(part.text for part in reversed(scan.todo[-12:]))
        if re.match(r"\[\s*-?[0-9.]+\s*[a-z]{2}\s*\]", inside):
            _option(scan)
    scan.add("ROW", "\\\\", piece)


def _stacked(scan: Scan, piece: Piece, name: str) -> None:
    r"""\overset{(1)}{=} is the relation; \underset{x}{\max} has a subscript."""
    over, under = argument(scan.todo, piece), argument(scan.todo, piece)
    above = "".join(part.text for part in over)
    text = "".join(part.text for part in under).strip()
    defines = text == "=" and re.search(r"def|!|\\triangle", above)
    if defines:
        scan.add("REL", ":=", piece)
        return
    last = piece
    after = [Piece("_", last.start, last.end), Piece("{", last.start, last.end), *over, Piece("}", last.end, last.end)]
    is_relation = SIGNS.get(text.removeprefix("\\"), ("", ""))[0] == "REL"
    scan.todo.extend(reversed([*under, *(after if name == "underset" and "\\" in text and not is_relation else [])]))


def _braced(scan: Scan, piece: Piece) -> None:
    r"""What stands over an \underbrace, without what is written below."""
    inside = argument(scan.todo, piece)
    if scan.peek() in ("_", "^"):
        scan.todo.pop()
        below = argument(scan.todo, piece)
        if len(below) == 1 and below[0].text[1:] in (*TEXTS, *FONTS):
            argument(scan.todo, piece)
    scan.todo.extend(reversed([Piece("{", piece.start, piece.end), *inside, Piece("}", piece.end, piece.end)]))


def _derivative(scan: Scan, piece: Piece, sign: str) -> None:
    r"""\dv{f}{x} and \dv{x} of the physics package, with an order in square brackets."""
    order = ""
    if scan.peek() == "[":
        while scan.todo and (text := scan.todo.pop().text) != "]":
            order += text.strip("[ ")
    count = 0
    groups: list[Piece] = []
    while count < (3 if sign == "partial" else 2) and (scan.peek() == "{" or not count):
        part = argument(scan.todo, piece)
        groups.extend([Piece("{", piece.start, piece.end), *part, Piece("}", piece.end, piece.end)])
        count += 1
    scan.add(f"DV{count}", f"{sign}{order}", piece)
    scan.todo.extend(reversed(groups))


def _negated(scan: Scan, piece: Piece) -> None:
    after = scan.peek()
    negated = {"=": "!=", "\\in": "∉", "\\equiv": "!="}.get(after)
    if negated is None:
        raise ReadingError(piece.start, r"\not", "it is read before = and \\in alone")
    scan.add("REL", negated, piece, scan.todo.pop())
