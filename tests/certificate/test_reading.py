"""What a certificate's text may be: JSON that every reader reads alike, within limits; else one line says why not."""

import json

import pytest

from mlce_sym.certificate.reading import DEEPEST, LARGEST, MOST_DIGITS, decode, read
from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.terms import MOST_BITS


def nested(depth):
    return '{"a": ' + "[" * depth + "]" * depth + "}"


@pytest.mark.parametrize(
    "text, why",
    [
        ('{"a": 1, "a": 1}', "the key 'a' stands twice in one object"),
        ('{"b": [{"c": {"a": 1, "d": 2, "a": 3}}]}', "the key 'a' stands twice"),
        ('{"a": 1, "\\u0061": 2}', "the key 'a' stands twice"),
        ('{"\\u001b[2J": 1, "\\u001b[2J": 2}', r"the key '\\x1b\[2J' stands twice"),
        ('{"a": %s}' % ("9" * 5000), "an integer has 5000 digits"),
        ('{"a": -%s}' % ("9" * 5000), "an integer has 5000 digits"),
        ('{"a": %s}' % ("9" * (MOST_DIGITS + 1)), "an integer has 618 digits"),
        ('{"a": 1.5}', "'1.5' is no integer"),
        ('{"a": 1e400}', "'1e400' is no integer"),
        ('{"a": NaN}', "'NaN' is no integer"),
        ('{"a": -Infinity}', "'-Infinity' is no integer"),
        ('{"a": "\\ud800"}', "half of a surrogate pair"),
        ('{"\\udfff": 1}', "half of a surrogate pair"),
        (nested(DEEPEST), "nested too deeply"),
        (nested(100_000), "nested too deeply"),
        ("[" * 100_000, "nested too deeply"),
        ("", "is not JSON: .*line 1, column 1"),
        ("\ufeff{}", "is not JSON"),
        ('{"a": 1} x', "is not JSON: Extra data"),
        ("[1]", "a certificate is a JSON object, not a list"),
        ("null", "a certificate is a JSON object, not None"),
        (" " * (LARGEST + 1), "larger than 16 MiB"),
    ],
    ids=range(22),
)
def test_what_is_no_certificate_is_refused_in_one_line(text, why):
    with pytest.raises(Malformed, match=why) as caught:
        read(text)
    assert str(caught.value).isprintable() and len(str(caught.value)) < 200


def test_what_is_within_the_limits_is_read():
    for text in (nested(DEEPEST - 1), f'{{"a": -{2**MOST_BITS}}}', '{"a": "σ \\ud83d\\ude00"}'):
        assert read(text) == decode(text.encode()) == json.loads(text)


def test_the_size_counts_bytes():
    with pytest.raises(Malformed, match="larger than 16 MiB"):
        decode(("é" * (LARGEST // 2)).encode() + b" ")


def test_what_is_not_utf_8_is_refused():
    for data in (b'{"a": "\xe9"}', '{"a": 1}'.encode("utf-16"), b'{"a": "\xed\xa0\x80"}'):
        with pytest.raises(Malformed, match=r"is not UTF-8 text \(byte \d+\)"):
            decode(data)
