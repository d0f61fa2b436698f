r"""References: the labels of a display's equations, and those that the words around a formula use.

>>> used_in(r"Substituting (2) into Eq.~\eqref{eq:a}, we get"), used_in("Unlike (2), and in case (3) does not hold,")
(('2', 'eq:a'), ())
>>> used_in("Let $x$ be as in Figure (3). By (1) and (2),")
('1', '2')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import DISPLAY, Block, Chain, rows_of
from .prose import is_hedged, sentence
from .vocabulary import CITES, CITING, CITING_BESIDE, NO_CITATION, SAID_TO_FAIL, TAKEN_BACK

NUMBER = r"\((?P<%s>\d{1,3}(?:\.\d{1,3})*[a-z]?'*|[ivx]{1,4}|[A-Z]\d{0,2}|\*{1,3}|†)\)"
LABEL = r"\\(?:eq|auto|[cC])?ref\*?\s*\{(?P<%s>[^{}]*)\}"
NAMED = (
    r"(?:(?:the|our|that|this|both|earlier|above|respective)[\s~]+)?(?:(?:equation|identity|identitie|relation|"
    r"expression|formula|condition|constraint|line|display|result|statement|eqn?)s?\.?[\s~]*)?"
)
ONE = rf"(?:{LABEL % 'key'}|{NUMBER % 'number'})"
USE = re.compile(rf"(?:(?:{CITING.pattern})[\s~]+|[,;(]\s*){NAMED}[(\[$]*\s*{ONE}", CITING.flags)
DENIED = re.compile(
    rf"(?:{TAKEN_BACK.pattern})[^.;⟨]{{0,30}}?{ONE}|(?:{LABEL % 'key_'}|{NUMBER % 'number_'})"
    rf"[^.;,⟨]{{0,30}}?(?:{SAID_TO_FAIL.pattern})",
    TAKEN_BACK.flags,
)
ABOVE_SIGN = re.compile(rf"\\(?:overset|stackrel|underset)\s*\{{[^=]*?(?:{LABEL % 'key'}|{NUMBER % 'number'})")
IN_ROW = re.compile(rf"{LABEL % 'key'}|(?:{CITING_BESIDE.pattern})\.?[\s~]*{NUMBER % 'number'}", CITING_BESIDE.flags)
ROW = re.compile(r"\\\\(?![A-Za-z])")
MARK = re.compile(
    r"\\label\s*\{(?P<label>[^{}]*)\}|\\tag\*?\s*\{\s*\(?(?P<tag>[^{}]*?)\)?\s*\}|"
    rf"(?:\\q?quad|\\hfill|&)\s*(?:\\(?:text|textrm|mathrm)\s*\{{\s*)?{NUMBER % 'written'}\s*\}}?\s*[.,;]?\s*"
    r"(?=\\\\|\\end|$)"
)


def used_in(words: str) -> tuple[str, ...]:
    """The labels that a sentence uses."""
    said = sentence(words)
    if is_hedged(words) or NO_CITATION.search(said):
        return ()
    return tuple(dict.fromkeys(name for found in USE.finditer(said) for name in _names(found)))


def denied_in(words: str) -> frozenset[str]:
    """The labels of what words take back.

    >>> sorted(denied_in("We drop (1), for (2) is wrong. By (3), it does not follow that"))
    ['1', '2']
    """
    found = (one for one in DENIED.finditer(words))
    return frozenset(
        name.strip() for one in found for key in one.groupdict().values() if key for name in key.split(",")
    )


def without_references(words: str) -> str:
    return USE.sub(" ", words)


def uses(block: Block, chain: Chain, place: int) -> tuple[str, ...]:
    """The labels that a link of a chain uses: by the words before its display, above its sign, beside it, behind it."""
    left, right = chain.parts[place : place + 2]
    source = block.text.text
    sign = source[left.end : right.start]
    end = chain.parts[place + 2].start if place + 2 < len(chain.parts) else len(source)
    beside = MARK.sub(" ", ROW.split(source[right.end : end])[0])
    found = [*used_in(block.before)]
    found += [name for one in ABOVE_SIGN.finditer(sign) for name in _names(one)]
    found += [name for one in IN_ROW.finditer(f"{chain.words} {beside}") for name in _names(one)]
    if not source.rstrip().endswith(".") and CITES.match(block.after):
        found += used_in(re.split(r"[.;](?=\s|$)", block.after)[0])
    return tuple(dict.fromkeys(found))


def _names(found: re.Match[str]) -> Iterator[str]:
    if found["key"] is not None:
        yield from (name.strip() for name in found["key"].split(","))
    else:
        yield found["number"] if any(map(str.isdigit, found["number"])) else f"({found['number']})"


def labels(block: Block, chain: Chain, place: int) -> tuple[str, ...]:
    """The labels of a link: those in its row, or in a later one of its chain; of the first chain, those before it; and
    the number that LaTeX gives to its row."""
    if block.kind != DISPLAY:
        return ()
    source, own = block.text.text, chain.parts
    rows = rows_of(source)
    found = []
    for mark in MARK.finditer(source):
        start, end = next(row for row in reversed(rows) if row[0] <= mark.start())
        is_first = chain is block.chains[0] and mark.end() <= own[0].start
        in_row = any(start <= part.start < end for part in own) and own[place + 1].start < end
        if is_first or in_row:
            found.append((mark["label"] or mark["tag"] or mark["written"] or "").strip())
    for (start, end), number in zip(rows if len(block.counted) > 1 else rows[:1], block.counted, strict=False):
        if len(block.counted) == 1 or start <= own[place + 1].start < end:
            found.append(number)
    return tuple(dict.fromkeys(name for name in found if name))
