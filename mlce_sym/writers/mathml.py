r"""LaTeX as MathML, which browsers typeset and screen readers read, without a script.

The translation is latex2mathml's; what browsers would show otherwise than TeX is put right here: limits below max and
arg max, the space around names of functions, names of several letters, arrows.

>>> print(mathml(r"\log p"))
<math><mrow><mi>log</mi><mspace width="0.167em" /><mi>p</mi></mrow></math>
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring, tostring

from ..terms.caching import lru_cache
from ..terms.errors import Malformed

# What latex2mathml does not know, or takes for something else, in words that it knows.
SPELLED = {
    **{r"\operatorname*{arg\,max}": r"\mathrm{argmax}", r"\operatorname*{arg\,min}": r"\mathrm{argmin}"},
    **{r"\arg\max": r"\mathrm{argmax}", r"\arg\min": r"\mathrm{argmin}", r"\operatorname": r"\mathrm"},
    **{r"\iff": r"\Leftrightarrow", r"\implies": r"\Rightarrow", r"\setminus": r"\smallsetminus"},
    **{r"\begin{aligned}": r"\begin{align*}", r"\end{aligned}": r"\end{align*}"},
    **{r"\thinspace": r"\,", r"\lbrace": r"\{", r"\rbrace": r"\}", r"\!": "", r"\tfrac": r"\frac"},
}
SPELLING = re.compile("|".join(re.escape(word) + ("(?![a-z])" if word[-1].isalpha() else "") for word in SPELLED))
SIZED = re.compile(r"\\(?:big|Big|bigg|Bigg)([lr])(?![a-z])")  # \left … \right, if both are in the formula
BAR = re.compile(r"(?<!gl|gr|ft|ht)\\([lr])vert(?![a-z])")  # which latex2mathml has stand like a relation
SIDES = {"l": r"\left", "r": r"\right"}
OPERATORS = frozenset("⇔⟺⇒⟹→↦∖⧵□◻∀∃∣∥")
CAPITALS = frozenset("ΓΔΘΛΞΠΣΥΦΨΩ")
LIMITS = frozenset(("max", "min", "sup", "inf", "lim", "arg max", "arg min", "∑", "∏"))
BELOW = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
APART = {"argmax": "arg max", "argmin": "arg min"}
BOLD = {str(digit): chr(0x1D7CE + digit) for digit in range(10)}
SPACES = {"thinmathspace": "0.167em", "mediummathspace": "0.222em", "thickmathspace": "0.278em"}
THIN = "0.167em"
NO_SPACE, CLOSING = frozenset("([{,.;:)]}=<>≤≥"), frozenset(")]}")


@lru_cache(maxsize=600)
def mathml(tex: str, *, display: bool = False) -> str:
    """The formula as a `math` element, in a line of text or as large as in a display.

    Raises Malformed for what is no LaTeX.
    """
    from latex2mathml.converter import convert

    spelled = SPELLING.sub(lambda m: SPELLED[m[0]], tex)
    if _paired(BAR, spelled):
        spelled = BAR.sub(lambda m: SIDES[m[1]] + "|", spelled)
    if _paired(SIZED, spelled):
        spelled = SIZED.sub(lambda m: SIDES[m[1]], spelled)
    try:
        root = fromstring(convert(spelled, display="block" if display else "inline"))
    except Exception as problem:  # the library raises errors of many kinds, of its own and Python's
        raise Malformed(f"{tex[:60]!r} is no LaTeX formula ({type(problem).__name__})") from problem
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    _put_right(root)
    root.attrib.clear()
    root.attrib.update({"displaystyle": "true"} if display else {})
    return tostring(root, encoding="unicode")


def _paired(pattern: re.Pattern[str], tex: str) -> bool:
    sides = pattern.findall(tex)
    return sides.count("l") == sides.count("r")


def _put_right(element: Element) -> None:
    for part in element:
        _put_right(part)
    _name(element)
    if element.tag == "mi" and element.text in OPERATORS:
        element.tag = "mo"
    if element.tag == "mi" and element.text in CAPITALS:
        element.set("mathvariant", "normal")
    if element.tag == "mspace":
        element.set("width", SPACES.get(element.get("width", ""), element.get("width", "")))
    if element.tag == "mn" and element.get("mathvariant") == "bold":
        element.text = "".join(BOLD.get(digit, digit) for digit in element.text or "")
    if element.tag == "mtd" and element.get("columnalign"):
        element.set("style", f"text-align: {element.attrib.pop('columnalign')}")
    if element.tag in BELOW and element[0].text in LIMITS:
        element.tag = BELOW[element.tag]
    if element.tag in ("mrow", "math", "mtd", "mstyle"):
        element[:] = _spaced(list(element))


def _name(element: Element) -> None:
    """Upright letters in a row are one name."""
    letters = list(element)
    if element.tag == "mrow" and len(letters) > 1 and all(_upright(part) for part in letters):
        text = "".join(part.text or "" for part in letters)
        element.clear()
        element.tag, element.text = "mi", APART.get(text, text)


def _upright(part: Element) -> bool:
    return part.tag == "mi" and part.get("mathvariant") == "normal" and len(part.text or "") == 1


def _letters(part: Element) -> str:
    return "".join("".join(part.itertext()).split())


def _spaced(parts: list[Element]) -> list[Element]:
    """The parts of a row, with the space that stands around the name of a function."""
    row: list[Element] = []
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        if _function(part) and before is not None and _operand(before):
            row.append(Element("mspace", width=THIN))
        row.append(part)
        if _function(part) and after is not None and after.tag != "mspace" and _letters(after)[:1] not in NO_SPACE:
            row.append(Element("mspace", width=THIN))
    return row


def _function(part: Element) -> bool:
    base = part[0] if part.tag in ("msub", "msup", "munder", "munderover") else part
    name = (base.text or "").replace(" ", "")
    return base.tag in ("mi", "mo") and len(name) > 1 and name.isalpha()


def _operand(part: Element) -> bool:
    return part.tag not in ("mo", "mspace") or (part.text or "") in CLOSING
