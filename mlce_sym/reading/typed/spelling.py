r"""How the names of terms are written: hat_theta is \hat{\theta} in LaTeX, and θ̂ in text.

>>> [latex_of(name) for name in ("hat_theta", "bold_w", "cal_L", "bar_y_max", "sigma_1", "theta_order_2", "LL", "x_star")]
['\\hat{\\theta}', '\\mathbf{w}', '\\mathcal{L}', '\\bar{y}_{\\max}', '\\sigma_1', '\\theta^{(2)}', '\\mathrm{LL}', 'x^{*}']
>>> [latex_of(name) for name in ("mu_0", "x_min", "beta10", "rate", "scale_left", "x_mu")]
['\\mu_0', 'x_{\\min}', '\\beta_{10}', '\\mathrm{rate}', '\\mathrm{scale}_{\\mathrm{left}}', 'x_\\mu']
>>> [text_of(name) for name in ("hat_theta", "bar_y_1", "cal_L", "bold_w")]
['θ̂', 'ȳ_1', 'L', 'w']
"""  # noqa: E501

from __future__ import annotations

import re
import unicodedata

from ..signs.commands import ACCENTS, GREEK, UNICODE_LETTERS

STYLES = {"bold": "mathbf", "cal": "mathcal", "bb": "mathbb", "frak": "mathfrak"}
WIDE = {"under": "underline", "ring": "mathring"}
COMBINING = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308"}
MARKS = {"star": "*", "prime": "\\prime", "plus": "+", "minus": "-"}
SCRIPTS = ("min", "max", "inf", "sup")
LETTERS = {name: letter for letter, name in UNICODE_LETTERS.items()}


def canonical(name: str) -> str:
    """The spelling that x1 and x_1 share."""
    return re.sub(r"^([A-Za-z]+)([0-9]+)$", r"\1_\2", name)


def latex_of(name: str) -> str:
    """The LaTeX of a name that was read."""
    before, stem, after = _parted(canonical(name))
    text = _letter(stem)
    for word in reversed(before):
        command = STYLES.get(word, WIDE.get(word, word))
        text = f"\\{command}{{{text}}}"
    above = [MARKS[word] for word in after if word in ("star", "prime")]
    if "order" in after and after[-1] != "order":
        place = after.index("order")
        after, above = after[:place], [*above, f"({after[place + 1]})"]
    below = [_script(word) for word in after if word not in ("star", "prime")]
    return text + _below(below) + (f"^{{{''.join(above)}}}" if above else "")


def text_of(name: str) -> str:
    """A name that was read as plain text."""
    before, stem, after = _parted(name)
    text = LETTERS.get(stem, stem)
    for word in reversed(before):
        text += COMBINING.get(word, "")
    return unicodedata.normalize("NFC", text) + "".join(f"_{LETTERS.get(word, word)}" for word in after)


def _parted(name: str) -> tuple[list[str], str, list[str]]:
    """The accents and styles before the letter, the letter, and what stands below and above it."""
    words = name.split("_")
    count = 0
    while count < len(words) - 1 and words[count] in (*STYLES, *ACCENTS.values()):
        count += 1
    return words[:count], words[count], words[count + 1 :]


def _below(words: list[str]) -> str:
    if not words:
        return ""
    return (
        f"_{words[0]}"
        if len(words) == 1 and (len(words[0]) == 1 or words[0][1:] in GREEK)
        else f"_{{{','.join(words)}}}"
    )


def _script(word: str) -> str:
    return f"\\{word}" if word in SCRIPTS else MARKS.get(word, _letter(word))


def _letter(word: str) -> str:
    if word in GREEK:
        return f"\\{word}"
    return word if len(word) == 1 or word.isdigit() else rf"\mathrm{{{word}}}"
