r"""Deliberately wrong printers: each takes right LaTeX and spoils it in one place after the other.

>>> list(flipped("-x + y"))
['x + y', '-x - y']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Spoiler = Callable[[str], Iterator[str]]


def replaced(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Spoiler:
    """Each match replaced, one at a time."""

    def spoil(tex: str) -> Iterator[str]:
        for match in re.finditer(pattern, tex):
            new = replacement(match) if callable(replacement) else match.expand(replacement)
            yield tex[: match.start()] + new + tex[match.end() :]

    return spoil


def unbracketed(opening: str) -> Spoiler:
    """Each pair of such brackets dropped, one at a time."""

    def spoil(tex: str) -> Iterator[str]:
        for match in re.finditer(opening, tex):
            depth = 0
            for bracket in re.finditer(r"(?:\\(?:big|Big|bigg)[lr])?[()\[\]]", tex[match.end() :]):
                depth += 1 if bracket[0][-1] in "([" else -1
                if depth < 0:
                    start, end = match.end() + bracket.start(), match.end() + bracket.end()
                    yield tex[: match.start()] + " " + tex[match.end() : start] + " " + tex[end:]
                    break

    return spoil


def _other_sign(match: re.Match[str]) -> str:
    return match[0].replace("+", "-") if "+" in match[0] else match[0].replace("-", "+" if match[0][0] == " " else "")


flipped = replaced(r"(?:(?<=\S) )?[-+]", _other_sign)
SIZE = r"(?:\\(?:big|Big|bigg)l)?"

SPOILERS: dict[str, Spoiler] = {
    "a bracket is dropped": unbracketed(SIZE + r"(?<![a-zE}\d])\("),
    "the bracket of a sum's body is dropped": unbracketed(SIZE + r"\["),
    # Around a single sum or product it makes no difference: that ends with its term all the same.
    "the bracket of a log is dropped": unbracketed(rf"(?<=\\log){SIZE}\((?!\\(?:sum|prod))"),
    "a minus sign is dropped or a sign changed": flipped,
    "log to base 10": replaced(r"\\log(?![a-z])", r"\\log_{10}"),
    "a log is lost": replaced(r"\\log(?![a-z]) ?", " "),
    "another index": replaced(r"y_i", "y_n"),
    "a shifted index": replaced(r"y_i", "y_{i+1}"),
    "the index of a function is lost": replaced(r"([pP])_i", r"\1"),
    "the sum starts at 0": replaced(r"(\\(?:sum|prod))_\{i=1\}", r"\1_{i=0}"),
    "the sum runs over another variable": replaced(r"(\\(?:sum|prod))_\{i=(?=1\}\^\{n\} \S*_\{?i)", r"\1_{n="),
    "the sum ends early": replaced(r"\^\{n\}", "^{n - 1}"),
    "the integral starts elsewhere": replaced(r"\\int_\{0\}", r"\\int_{p}"),
    "the integral ends elsewhere": replaced(r"(\\int_\{0\})\^\{1\}", r"\1^{p}"),
    "the integral ends early": replaced(r"(B\(t; p\)) \\, \\mathrm\{d\} t", r"\\, \\mathrm{d} t \1"),
    "an integral that does not end": replaced(r" \\, \\mathrm\{d\} t(?! f)", ""),
    "an integral in another variable": replaced(r"(?<=\\, \\mathrm\{d\}) t", " p"),
    "a sum for a product": replaced(r"\\prod", r"\\sum"),
    "a product for a sum": replaced(r"\\sum", r"\\prod"),
    "arg max for arg min": replaced("min", "max"),
    "arg min for arg max": replaced("max", "min"),
    "< for >": replaced("<", ">"),
    "> for <": replaced(">", "<"),
    "≤ for ≥": replaced(r"\\ge", r"\\le"),
    "< for ≥": replaced(r"\\ge", "<"),
    "= for ≠": replaced(r"\\ne(?![a-z])", "="),
    "the other order of distributions": replaced(
        r"(H|KL\})\\bigl\((.*?)(, | \\,\\\|\\, )(?=[PQ])(.*?)\\bigr", r"\1\\bigl(\4\3\2\\bigr"
    ),
    "H for KL": replaced(r"\\mathrm\{KL\}\\bigl\((.*) \\,\\\|\\, ", r"H\\bigl(\1, "),
    "1 − p for p": replaced(r"(?<![-a-z] )p_i\(\\theta\)", r"(1 - p_i(\\theta))"),
    "p for 1 − p": replaced(r"\(1 - (\\theta|p_i\(\\theta\))\)", r"(\1)"),
    "a lost exponent": replaced(r"\^(\{[^{}]*\}|[a-z0-9])(?= |$)", ""),
    "braces around an exponent are lost": replaced(r"\^\{(1 - [^{}]*)\}", r"^\1"),
    "a fraction upside down": replaced(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\\frac{\2}{\1}"),
    "1/n is lost": replaced(r"\\frac\{1\}\{n\} ", ""),
    "another parameter": replaced(r"\\bar y", r"\\theta"),
    "another set": replaced(r"\\Theta", r"(0, 1)"),
    "the quantifier is lost": replaced(r" \\text\{ for all \}.*", ""),
    "true for false": replaced("false", "true"),
    "something is added": replaced("$", " + n"),
    "something follows": replaced("$", ")"),
}
