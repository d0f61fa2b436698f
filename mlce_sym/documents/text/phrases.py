"""Phrases, written as they are read, as patterns for the words around a formula.

A space is any white space, "…" the rest of a word, "#" a formula in the text, and "##" a list of some; "(a|b)" is one
of two, "(a|b)? c" is c with one of them before it, or none, "<a|b>" is remembered; "a !(b|c)" is a where neither b nor
c comes next; "$" is the end. A full stop is one, and all else is that of regular expressions.

>>> total = anywhere("(a|the)? sum… of # !(or|and)", de="Summe von #")
>>> [bool(total.search(words)) for words in ("the sums  of ⟨3⟩", "the sum of ⟨3⟩ or", "die Summe von ⟨2⟩", "sum it")]
[True, False, True, False]
>>> numbers(begins("is the sum of <##>", over=",").match(", is the sum of ⟨1⟩, ⟨2⟩ and ⟨7⟩")[1])
[1, 2, 7]
"""

from __future__ import annotations

import re
from string import ascii_letters

LIST = r"(?:⟨\d+⟩[\s,;]*(?:and\s+)?)+"
TOKEN = re.compile(r"\\.|\[\^?[^\]]*\]|\(\?-?[a-z]*(?::|<?[=!])| ?!\(|<##>|<#>|## ?|\)\? |[().<>#…$ ]")
OPENING = {"(": ("(?:(?:", "))"), "<": ("(", ")"), " !(": (r"(?!\s+(?:", r")(?!\w))"), "!(": (r"(?!(?:", r")(?!\w))")}
STANDING = {
    **{" ": r"\s+", "…": r"\w*", ".": r"\.", "$": r"\s*$", "#": r"⟨\d+⟩", "<#>": r"⟨(\d+)⟩"},
    **{"##": LIST, "## ": LIST, "<##>": f"({LIST})"},
}
ENDS_OF_WORDS = f"{ascii_letters}…)?"
NUMBER = re.compile(r"⟨(\d+)⟩")


def anywhere(*phrases: str, **others: str) -> re.Pattern[str]:
    """One of the phrases, as whole words; those of other languages have the name of theirs."""
    return _pattern("|".join(map(_whole, (*phrases, *others.values()))))


def ends(*phrases: str) -> re.Pattern[str]:
    """One of the phrases at the end of the words before a formula."""
    return _pattern(rf"(?:{'|'.join(map(_whole, phrases))})\s*$")


def begins(*phrases: str, over: str = "") -> re.Pattern[str]:
    """One of the phrases at the beginning of the words after a formula; `over` are signs that may stand before it."""
    return _pattern(rf"\A[\s{over}]*(?:{'|'.join(map(_whole, phrases))})")


def between(*phrases: str, over: str = "") -> re.Pattern[str]:
    """One of the phrases, if it is all that stands between two formulas of a sentence."""
    return re.compile(rf"\A[\s{over}]*(?:{'|'.join(map(_regex, phrases))})\s*\Z")


def numbers(words: str) -> list[int]:
    """The numbers of the formulas that stand in some words."""
    return [*map(int, NUMBER.findall(words))]


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _whole(phrase: str) -> str:
    """With no letter right before or after it, if it begins or ends with words."""
    before = r"(?<!\w)" if re.match(r"[\w(<…]", phrase) else ""
    after = r"(?!\w)" if re.search(r"[\w)>…?*$]$", phrase) else ""
    return f"{before}(?:{_regex(phrase)}){after}"


def _regex(phrase: str) -> str:
    open_: list[tuple[str, bool]] = []  # how each bracket closes, and whether it stands for the end of a word

    def written(found: re.Match[str]) -> str:
        token = found[0]
        if token in OPENING or token.startswith("(?"):
            opening, closing = OPENING.get(token, (token, ")"))
            open_.append((closing, found.start() > 0 and phrase[found.start() - 1] in ENDS_OF_WORDS))
            return opening
        if token not in (")", ">", ")? "):
            return STANDING.get(token, token)
        closing, is_end = open_.pop()
        return closing if token != ")? " else rf"{closing}?\s+" if is_end else r")\s+)?"

    return TOKEN.sub(written, phrase)
