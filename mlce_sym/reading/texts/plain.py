r"""Plain text, as one types it in Python, as the same tokens as LaTeX: `k*y^(k-1)`, `Sum(y[i], (i, 1, n))`, `0 < p`.

A word is one name, or the product of its letters where it is said to be read `apart`; a function of the language is
no name, unless that is declared. `y_i` and `y[i]` are y with a subscript; an exponent goes as far as in Python.

>>> " ".join(token.type for token in plain_tokens("2*rate^-x_1!"))
'NUMBER TIMES NAME SUP LBRACE SIGN NAME SUB LBRACE NUMBER RBRACE BANG RBRACE'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from lark import Token

from ...functions import ABBREVIATIONS, FUNCTIONS
from ..signs.bars import CLOSING, OPENING
from ..signs.commands import FUNCTIONS as WORDS
from ..signs.commands import GREEK, RELATIONS, SIGNS, UNICODE_LETTERS
from ..signs.macros import LONGEST
from ..signs.tree import ReadingError, quoted
from ..walk.moments import MOMENTS
from ..walk.scope import DENSITIES
from ..walk.usual import WORDS as USUAL
from .infixes import SLOPE, slope_tokens, with_choices

PIECE = re.compile(
    r"""(?P<space>\s+)
    | (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3}(?![0-9A-Za-z_]))?)
    | (?P<accented>[A-Za-zα-ω][\u0302-\u0305]|[^\W\d_A-Za-zΑ-Ωα-ωℓ])
    | (?P<word>[A-Za-zΑ-Ωα-ωℓ][A-Za-zΑ-Ωα-ωℓ0-9]*(?:_[A-Za-zΑ-Ωα-ωℓ0-9]+)*)
    | (?P<sign>\*\*|\.\.\.|\.\.|<>|<=|>=|==|!=|:=|\|\||.)""",
    re.VERBOSE | re.DOTALL,
)
# A letter with a number or a letter as its index; two of them or more, as in x_1x_2 and x_iy_i, are a product.
NUMBERED = re.compile("[A-Za-z](?:_[0-9]+|_[A-Za-z]|[0-9]+)")
WITHOUT_SPACE = re.compile(f"(?:{NUMBERED.pattern}){{2,}}")
# Words before a bracket that are functions, by SymPy's names and the language's own.
CALLED = {
    **{name: name for name in (*WORDS, *FUNCTIONS, "sqrt", "Sum", "Product", "Integral", "Derivative", "Piecewise")},
    **{one.sympy: name for name, one in FUNCTIONS.items() if not one.leading} | {name: name for name in ABBREVIATIONS},
    **{"Abs": "abs", "Max": "max", "Min": "min", "ln": "log", "diff": "Derivative", "product": "Product"},
    **{"sum": "Sum", "prod": "Product", "integrate": "Integral", "int": "Integral", "integral": "Integral"},
    **{"Gamma": "gamma", "KroneckerDelta": "KroneckerDelta"},
}
KEPT = {
    **{"in": ("REL", "∈"), "and": ("COMMA", ","), "oo": ("INFINITY", "∞"), "inf": ("INFINITY", "∞")},
    **{"infinity": ("INFINITY", "∞")},
}
MARKS = {
    **{"(": ("LB", "("), ")": ("RB", ")"), "[": ("LB", "["), "]": ("RB", "]"), "{": ("LB", "{"), "}": ("RB", "}")},
    **{
        "**": ("SUP", "^"),
        "==": ("REL", "="),
        "!=": ("REL", "!="),
        "<>": ("REL", "!="),
        "<=": ("REL", "<="),
        ">=": ("REL", ">="),
    },
    **{
        ":=": ("REL", ":="),
        "~": ("REL", "∼"),
        "...": ("DOTS", "…"),
        "..": ("COMMA", ".."),
        "|": ("BAR", "|"),
        "||": ("BAR", "‖"),
        "&": ("COMMA", ","),
    },
    **{"²": ("SUP", "2"), "³": ("SUP", "3"), "Σ": ("BIG", "sum"), "Π": ("BIG", "prod")},
    **{"sum": ("BIG", "sum"), "prod": ("BIG", "prod")},
}
BIG = ("sum", "prod")
ABOVE = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar"}
SETS = {"R": "bb_R", "Z": "bb_Z", "N": "bb_N"}  # behind "in"
RELATED = {"Eq": "=", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
NAMED = {**UNICODE_LETTERS, "lamda": "lambda"}
OF_THE_LANGUAGE = frozenset(CALLED) - frozenset(GREEK)  # never names, unless they are declared
AVERAGES = frozenset(name for name in MOMENTS if name == "E" or len(name) > 1)  # never with entries
KNOWN = frozenset((*CALLED, *KEPT, *RELATED, *GREEK, *NAMED, *MOMENTS, *DENSITIES, *USUAL))
ARGUMENT = re.compile(r"[^\W_]|[.\[{|]")  # how what a function takes without brackets begins
Names = frozenset[str] | None  # those that are declared, and stand for what they are declared as; None: any word is one


def juxtaposed(sources: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of plain texts that may be one name or a product of letters; those of which each letter stands alone
    there, too, and the others.

    >>> juxtaposed(["(a+b)^2 = a^2 + 2ab + b^2 + log(rate)*pi"])
    (frozenset({'ab'}), frozenset({'rate'}))
    """
    every = [
        match for source in sources for match in PIECE.finditer(SLOPE.sub(" ", source)) if match.lastgroup == "word"
    ]
    stems = {match[0].partition("_")[0] for match in every}
    words = {stem for stem in stems if len(stem) > 1 and stem.isalpha() and stem not in KNOWN}
    alone = {word for word in words if set(word) <= stems}
    return frozenset(alone), frozenset(words - alone)


def plain_tokens(source: str, names: Names = frozenset(), apart: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens of a plain text, with the names that are declared, and the words that are products of their letters.
    E is e, unless it is such a name. Raises ReadingError."""
    if len(source) > LONGEST:
        raise ReadingError(LONGEST, "a long formula", f"it has more than {LONGEST} characters; split it")
    found: list[Token] = []
    slopes = {} if _declared("d", names) else {slope.start(): slope for slope in SLOPE.finditer(source)}
    done = 0
    for match in PIECE.finditer(source):
        if match.start() < done:
            continue
        if match.start() in slopes:
            found.extend(slope_tokens(slopes[match.start()]))
            done = slopes[match.start()].end()
        elif match.lastgroup == "word":
            is_one = _declared(match[0], names) or not WITHOUT_SPACE.fullmatch(match[0])
            parts = [match] if is_one else NUMBERED.finditer(source, *match.span())
            before = str(found[-1]) if found else ""
            found.extend(token for part in parts for token in _word(source, part, names, apart, before))
        elif match.lastgroup == "accented":
            found.extend(_accented(match))
        elif match.lastgroup == "number":
            found.extend(_number(match))
        elif match.lastgroup == "sign":
            found.extend(_sign(match))
    return _exponents(with_choices(_calls(_entries(_relations(_bars_apart(found)), names))))


def _bars_apart(found: list[Token]) -> list[Token]:
    """Where one bar is open, || closes it and opens the next, as in |a||b|; else it is one sign."""
    out, single = list[Token](), [False]
    for token in found:
        if token.type in CLOSING and len(single) > 1:
            single.pop()
        single += [False] * (token.type in OPENING)
        if token == "‖" and single[-1]:
            start, end = token.start_pos or 0, token.end_pos or 0
            out += [token.update(value="|"), Token("BAR", "|", start_pos=start + 1, end_pos=end)]
            continue
        single[-1] ^= token == "|"
        out.append(token)
    return out


def _token(kind: str, value: str, match: re.Match[str]) -> Token:
    return Token(kind, value, start_pos=match.start(), end_pos=match.end())


def _sign(match: re.Match[str]) -> list[Token]:
    text = match[0]
    if text in "²³":
        return [_token("SUP", "^", match), _token("NUMBER", "2" if text == "²" else "3", match)]
    if text in MARKS:
        return [_token(*MARKS[text], match)]
    if text in RELATIONS or text in SIGNS:
        return [_token(*SIGNS[text], match)]
    shown = quoted(text, 0, 1)
    raise ReadingError(
        match.start(), f"the character '{shown}'", "write numbers, names, + - * / ^ and exp(y), or LaTeX"
    )


def _accented(match: re.Match[str]) -> list[Token]:
    """A letter with a mark above, in one character or two; or a letter that is a sign by itself, such as ℝ."""
    letter, *marks = list(normalize("NFD", match[0]))
    accent = ABOVE.get(marks[0]) if len(marks) == 1 else None
    if accent is None:
        return _sign(match)
    return [_token("ACCENT", accent, match), _token("NAME", NAMED.get(letter, letter), match)]


def _number(match: re.Match[str]) -> list[Token]:
    digits, _, power = match[0].lower().partition("e")
    if not power:
        return [_token("NUMBER", digits, match)]
    sign = [_token("SIGN", "-", match)] if power.startswith("-") else []
    exponent = [_token("LBRACE", "{", match), *sign, _token("NUMBER", power.strip("+-"), match)]
    first = [_token("NUMBER", digits, match), _token("TIMES", "*", match), _token("NUMBER", "10", match)]
    return [*first, _token("SUP", "^", match), *exponent, _token("RBRACE", "}", match)]


def _declared(word: str, names: Names) -> bool:
    return names is None or word in names


def _word(source: str, match: re.Match[str], names: Names, apart: frozenset[str], before: str) -> list[Token]:
    text = match[0]
    if before == "∈" and text in SETS and not _declared(text, names):
        return [_token("NAME", SETS[text], match)]
    after = source[match.end() :].lstrip()[:1]
    if text == "E" and not _declared(text, names) and after not in ("(", "["):
        return [_token("NAME", "e", match)]
    if text in KEPT:
        return [_token(*KEPT[text], match)]
    if text in MARKS and (after in ("_", "^")):
        return [_token(*MARKS[text], match)]
    if text in CALLED and after == "(":
        return [_token("FUNC", CALLED[text], match)]
    stem, *below = text.split("_")
    if stem in BIG and below and not (_declared(stem, names) or _declared(text, names)):
        found = [_token(*MARKS[stem], match)]
    elif stem in OF_THE_LANGUAGE and not (_declared(stem, names) or _declared(text, names)):
        found = [_unbracketed(stem, match, bool(below) or ARGUMENT.match(after) is not None)]
    else:
        found = [_token("NAME", NAMED.get(name, name), match) for name in (stem if stem in apart else (stem,))]
    for part in below:
        kind = "NUMBER" if part.isdigit() else "NAME"
        inner = _token(kind, NAMED.get(part, part), match)
        found.extend([_token("SUB", "_", match), _token("LBRACE", "{", match), inner, _token("RBRACE", "}", match)])
    return found


def _unbracketed(word: str, match: re.Match[str], applied: bool) -> Token:
    """A function that may stand before its argument without brackets, as it does in LaTeX."""
    name = CALLED[word]
    if name not in WORDS or not applied:
        raise ReadingError(match.start(), word, f"it is a function, and no name; write what it takes, as in {word}(…)")
    return _token("FUNC", name, match)


def _relations(found: list[Token]) -> list[Token]:
    """SymPy's Eq(a, b) as (a = b), or without brackets where it is all there is; so Ne, Lt, Le, Gt and Ge."""
    for place in reversed(range(len(found) - 1)):
        name, opening = found[place : place + 2]
        if name.type != "NAME" or name not in RELATED or opening.type != "LB":
            continue
        last = _closed(found, place + 1)
        inner = found[place + 2 : last - 1]
        cuts = [at for at, one in enumerate(inner) if one.type == "COMMA" and sum(map(_deepens, inner[:at])) == 0]
        if len(cuts) != 1:
            continue
        inner[cuts[0]] = inner[cuts[0]].update(type="REL", value=RELATED[name])
        whole = place == 0 and last == len(found)
        found = [*found[:place], *(inner if whole else [opening, *inner, found[last - 1]]), *found[last:]]
    return found


def _entries(found: list[Token], names: Names) -> list[Token]:
    """y[i, j] as y with a subscript, but for E[X]; braces after ^ and _ as a group."""
    out, open_ = list[Token](), list[str]()
    for token in found:
        before = out[-1] if out else None
        if token.type in OPENING:
            entry = token == "[" and before is not None and before.type == "NAME" and _has_entries(before, token, names)
            braces = {"{": ("SUP", "SUB"), "(": ("SUB",)}.get(str(token), ())
            group = before is not None and before.type in braces
            if entry and before is not None:
                out.append(token.update(type="SUB", value="_"))
            open_.append("LBRACE" if entry or group else "LB")
            token = token.update(type="LBRACE", value="{") if entry or group else token
        elif token.type in CLOSING and open_ and open_.pop() == "LBRACE":
            token = token.update(type="RBRACE", value="}")
        out.append(token)
    return out


def _has_entries(name: Token, bracket: Token, names: Names) -> bool:
    return name.end_pos == bracket.start_pos and (name not in AVERAGES or _declared(str(name), names))


def _calls(found: list[Token]) -> list[Token]:
    """Every call of a function as a group, so that a power behind it is one of the whole."""
    out: list[Token] = []
    ends: list[tuple[int, Token]] = []
    for index, token in enumerate(found):
        last = _closed(found, index + 1) if token.type == "FUNC" else 0
        if last and found[last - 1].type in CLOSING and sum(map(_deepens, found[index:last])) == 0:
            out.append(Token("LBRACE", "{", start_pos=token.start_pos, end_pos=token.start_pos))
            ends.append((last, found[min(last, len(found)) - 1]))
        out.append(token)
        while ends and ends[-1][0] == index + 1:
            end = ends.pop()[1]
            out.append(Token("RBRACE", "}", start_pos=end.end_pos, end_pos=end.end_pos))
    return out


def _exponents(found: list[Token]) -> list[Token]:
    """Every exponent as a group."""
    out: list[Token] = []
    index = 0
    while index < len(found):
        out.append(found[index])
        index += 1
        if out[-1].type == "SUP" and index < len(found) and found[index].type != "LBRACE":
            last = _unit(found, index)
            first, end = found[index], found[min(last, len(found)) - 1]
            opening = Token("LBRACE", "{", start_pos=first.start_pos, end_pos=first.start_pos)
            closing = Token("RBRACE", "}", start_pos=end.end_pos, end_pos=end.end_pos)
            bracket = first.type == "LB" and _closed(found, index) == last
            inner = found[index + 1 : last - 1] if bracket else found[index:last]
            out.extend([opening, *_exponents(inner), closing])
            index = last
    return out


def _unit(found: list[Token], index: int) -> int:
    """Where the unit ends that begins there: signs, a factor with its brackets and scripts, and a power of it."""
    while index < len(found) and found[index].type == "SIGN":
        index += 1
    called = index < len(found) and found[index].type == "NAME"
    index = _closed(found, index)
    while index < len(found):
        kind = found[index].type
        if called and kind == "LB" and found[index].start_pos == found[index - 1].end_pos:
            index = _closed(found, index)
        elif kind == "BANG":
            index += 1
        elif kind in ("SUB", "SUP"):
            index = _unit(found, index + 1)
        else:
            break
    return index


def _deepens(token: Token) -> int:
    return (token.type in OPENING) - (token.type in CLOSING)


def _closed(found: list[Token], index: int) -> int:
    """The place after a token, or after the bracket that it opens."""
    depth = 0
    for place in range(index, len(found)):
        depth += _deepens(found[place])
        if depth <= 0:
            return place + 1
    return len(found)
