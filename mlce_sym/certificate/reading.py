r"""A certificate read from text: JSON that every reader of JSON reads alike, within stated limits.

>>> read('{"version": 1}')
{'version': 1}
>>> read('{"version": 1, "version": 2}')
Traceback (most recent call last):
...
mlce_sym.terms.errors.Malformed: the key 'version' stands twice in one object
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from ..terms.errors import Malformed
from ..terms.terms import shown

LARGEST = 16 * 2**20  # bytes
MOST_DIGITS = 617  # those of 2^2048, the largest integer of a term
DEEPEST = 100  # a term of the largest depth, with what it stands in
TOO_LARGE = f"is larger than {LARGEST // 2**20} MiB, the most that a certificate may have"


def decode(data: bytes) -> dict[str, Any]:
    """The certificate that these bytes hold. Raises Malformed."""
    if len(data) > LARGEST:
        raise Malformed(TOO_LARGE)
    try:
        return read(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Malformed(f"is not UTF-8 text (byte {error.start}); a certificate is JSON in UTF-8") from None


def read(text: str) -> dict[str, Any]:
    """The certificate that a text holds, not yet checked. Raises Malformed, saying why in one line."""
    if len(text) > LARGEST:
        raise Malformed(TOO_LARGE)
    try:
        data = json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=_no_float, parse_constant=_no_float
        )
    except json.JSONDecodeError as error:
        raise Malformed(f"is not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise Malformed("is nested too deeply") from None
    _check_parts(data)
    if type(data) is not dict:
        raise Malformed(f"a certificate is a JSON object, not {shown(data)}")
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object no key of which stands twice: some readers take the first one, others the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for number, key in enumerate(keys) if key in keys[:number])
        raise Malformed(f"the key {shown(twice)} stands twice in one object")
    return found


def _integer(digits: str) -> int:
    length = len(digits.lstrip("-"))
    if length > MOST_DIGITS:
        raise Malformed(f"an integer has {length} digits, more than the {MOST_DIGITS} that are read")
    return int(digits)


def _no_float(text: str) -> NoReturn:
    raise Malformed(f"{shown(text)} is no integer, and a certificate has no other numbers")


def _check_parts(data: Any) -> None:
    """No deeper than the limit, and no half of a surrogate pair, which no file in UTF-8 can hold; without recursion."""
    level, depth = [data], 0
    while level:
        if any(type(part) is str and not _is_whole(part) for part in level):
            raise Malformed("a text has half of a surrogate pair, which is no character")
        lists = [part for part in level if type(part) is list]
        lists += [[*part, *part.values()] for part in level if type(part) is dict]
        depth += bool(lists)
        if depth > DEEPEST:
            raise Malformed("is nested too deeply")
        level = [part for item in lists for part in item]


def _is_whole(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)
