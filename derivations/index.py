"""What a reader looks for, and where it stands: the theorems by their titles, and the words that documents go by.

The titles are generated (`titles.json`), so that no proof has to be made to find one.

>>> [name for name, _ in found("mse")]
['regression']
>>> nearest("softmax")
('categorical', 'softmax-gradient')
"""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from . import NAMES, page
from .aliases import ALIASES, ONLY_TYPED

TITLES = Path(__file__).with_name("titles.json")


@cache
def titles() -> dict[str, dict[str, str]]:
    """Of each document the theorems, by their names, with their titles; without the lemmas."""
    known: dict[str, dict[str, str]] = json.loads(TITLES.read_text(encoding="utf-8"))
    return known


def found(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The documents that a word leads to, each with the names of those of its theorems that have it in their titles."""
    together = _plain(word).replace("-", "")
    for name in NAMES:
        own = tuple(t for t, title in titles()[name].items() if _speaks_of(f"{t} {title}", word))
        about = f"{name} {page(name).TITLE} {page(name).SUMMARY}"
        if own or _speaks_of(about, word) or together in ALIASES[name].replace("-", "").split():
            yield name, own


def words() -> tuple[str, ...]:
    """The words that documents go by, besides their names, for an index."""
    return tuple(word for word in _aliases() if word not in ONLY_TYPED)


def _aliases() -> dict[str, None]:
    return dict.fromkeys(alias for aliases in ALIASES.values() for alias in aliases.split())


def nearest(word: str) -> tuple[str, ...]:
    """The documents whose names or other words are near."""
    wanted = _plain(word)
    by_word = {alias: [n for n in NAMES if alias in (n, *ALIASES[n].split())] for alias in (*NAMES, *_aliases())}
    near = [wanted] if wanted in by_word else get_close_matches(wanted, by_word, n=2, cutoff=0.75)
    return tuple(dict.fromkeys(name for alias in near for name in by_word[alias]))[:4]


def _speaks_of(text: str, word: str) -> bool:
    """Is the word in the text, or, written together, words of it from the beginning of one on?"""
    parts = _plain(text).split("-")
    rests = ("".join(parts[start:]) for start in range(len(parts)))
    return _plain(word) in _plain(text) or any(rest.startswith(_plain(word).replace("-", "")) for rest in rests)


def _plain(text: str) -> str:
    return text.casefold().replace("_", "-").replace(" ", "-")
