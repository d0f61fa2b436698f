"""What is wrong in a text that was typed for an option, with its place, on one line.

>>> str(Mistyped.at("--density", "a +\\n b", 5, "b is wrong"))
'--density:2:2: b is wrong'
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ...terms.errors import MlceError
from ..signs.tree import ReadingError, place_in


class Mistyped(MlceError, ValueError):
    """Text that cannot be read; the message is one line: `WHERE:LINE:COLUMN: what; what to do instead`."""

    @classmethod
    def at(cls, option: str, text: str, place: int, what: str) -> Mistyped:
        """The exception for what is wrong at that place."""
        line, column = place_in(text, place)
        return cls(f"{option}:{line}:{column}: {what}")


@contextmanager
def said_of(option: str, text: str) -> Iterator[None]:
    """An error of the reader as one that says for which option the text was typed."""
    try:
        yield
    except ReadingError as error:
        raise Mistyped.at(option, text, error.place, str(error)) from None
