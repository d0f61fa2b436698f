r"""Ways in which people write densities, in the one that is read.

>>> in_usual_style(r"\frac{1}{\theta} \mathbf{1}_{[0,\theta]}(y)")
'\\frac{1}{\\theta} \\mathbf{1}_{0 \\le y \\le \\theta}'
>>> in_usual_style(r"\lambda \mathbf 1_{(0,\infty)}(y) 1_{y < 2}")
'\\lambda \\mathbf 1_{0 < y} \\mathbf{1}_{y < 2}'
>>> in_usual_style(r"\begin{cases} p & y = 0 \\ q & y = 1, 2, \dots \end{cases}")
'\\begin{cases} p & y = 0 \\\\ q & y \\ge 1 \\end{cases}'
>>> as_member(r"y = 0, 1, \dots, m"), as_member("y = 0, 1"), as_member("y > 0"), as_member(r"|y| \le b")
('y \\in \\{0, 1, \\dots, m\\}', 'y in {0, 1}', 'y > 0', '-(b) \\le y \\le b')
"""

from __future__ import annotations

import re

BOLD_ONE = r"\\(?:mathbf|mathbb|mathds|mathbbm|boldsymbol|mathrm|bm)\s*(?:\{\s*[1I]\s*\}|\s[1I]|1)"
BARE_ONE = re.compile(rf"{BOLD_ONE}|(?<![A-Za-z0-9_^.\\])1(?=\s*_\s*\{{)")
OF_SET = re.compile(
    rf"({BOLD_ONE}|(?<![A-Za-z\\0-9_^.])[1I]|\\chi)\s*_\s*\{{\s*"
    r"((?:\\left\s*)?(?:[\[(\]][^{}()\[\]]*(?:\\right\s*)?[\])\[]|\\\{[^{}]*\\\}))\s*\}\s*"
    r"(?:\\left\s*)?\(\s*(\\?[A-Za-z]+(?:_\w)?)\s*(?:\\right\s*)?\)"
)
INTERVAL = re.compile(r"(?:\\left\s*)?([\[(\]])([^,]*),([^,]*?)(?:\\right\s*)?([\])\[])")
INFINITE = re.compile(r"\s*[-+]?\s*(?:\\infty|∞)\s*")
DOTS = r"(?:\\(?:[lc]?dots|dotsc|dotsb)|\.\.\.|…)"
ONWARD = re.compile(rf"(\\?[A-Za-z]+)\s*=\s*(\d+(?:\s*,\s*\d+)*)\s*,\s*{DOTS}(?!\s*,)")
OUTCOMES = re.compile(rf"\s*(\\?[A-Za-z]+(?:_\w)?)\s*=\s*((?:[^=<>,]+,)+\s*(?:[^=<>,]+|{DOTS}))\s*")

NAME = r"\s*(\\?[A-Za-z]+(?:_\w)?)\s*"
BARS = rf"(?:(?:\\[lr]?vert|\\left\s*\||\|){NAME}(?:\\r?vert|\\right\s*\||\|)|abs\({NAME}\))"
WITHIN = re.compile(rf"\s*{BARS}\s*(<=?|≤|\\leq?(?![A-Za-z]))([^<>=≤≥]+)")


def in_usual_style(text: str) -> str:
    """1_A(y) as 1_{y ∈ A}, and y = 1, 2, … as y ≥ 1."""
    text = OF_SET.sub(lambda one: f"{one[1]}_{{{_inside(one[3], one[2])}}}", text)
    text = BARE_ONE.sub(lambda one: r"\mathbf{1}" if one[0] == "1" else one[0], text)
    return ONWARD.sub(_onward, text) if "\\" in text else text


def _onward(one: re.Match[str]) -> str:
    """y ≥ 1 for y = 1, 2, …; not for y = 1, 3, …"""
    numbers = [int(number) for number in one[2].split(",")]
    is_every = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return rf"{one[1]} \ge {numbers[0]}" if is_every else one[0]


def _inside(name: str, of_set: str) -> str:
    """That it lies there, by inequalities where this is an interval."""
    ends = INTERVAL.fullmatch(of_set)
    if ends is None:
        return rf"{name} \in {of_set}"
    low, high = (r"\le" if bracket == own else "<" for bracket, own in ((ends[1], "["), (ends[4], "]")))
    before = "" if INFINITE.fullmatch(ends[2]) else f"{ends[2].strip()} {low} "
    after = "" if INFINITE.fullmatch(ends[3]) else f" {high} {ends[3].strip()}"
    return f"{before}{name}{after}" if before or after else rf"{name} \in {of_set}"


def as_member(text: str) -> str:
    """Of outcomes that are listed after a sign of equality, that the name is one of them; of |y| ≤ b, that y lies
    between −b and b."""
    if (within := WITHIN.fullmatch(text)) is not None:
        name, order, end = within[1] or within[2], within[3], within[4].strip()
        return f"-({end}) {order} {name} {order} {end}"
    found = OUTCOMES.fullmatch(text)
    if found is None:
        return text
    return rf"{found[1]} \in \{{{found[2]}\}}" if "\\" in text else f"{found[1]} in {{{found[2]}}}"
