"""Terms and names in messages, as a person writes them.

>>> said(("Lt", 0, "hat_theta")), said_name("p_y_given_theta"), said(("Indexed", "bar_y", 2))
('θ̂ > 0', 'p(y|θ)', 'ȳ_2')
"""

from __future__ import annotations

import re

from ..certificate.names import every_name, renamed
from ..certificate.writing import plain
from ..reading.big import SIZE
from ..reading.spelling import text_of
from ..terms.terms import Term
from ..writers.text_terms import term as written

UNSAID = "its end"  # of a Σ without limits


def said(term: Term) -> str:
    """A term, or a proposition."""
    return written(plain(renamed(term, {name: said_name(name) for name in every_name(term)})))


def said_name(name: str) -> str:
    """A name; of a density, what it is the density of; of data, without how many indices it has."""
    name = UNSAID if name == SIZE else re.sub(r"^all_|_by_\d+$|_(of|entries)(_\d+)?$", "", name)
    what, bar, given = name.partition("_given_")
    letter, _, of = what.partition("_")
    if bar and of:
        return f"{text_of(letter)}({_listed(of)}|{_listed(given)})"
    return text_of(name)


def _listed(names: str) -> str:
    return ", ".join(text_of(name) for name in names.replace("all_", "").split("_"))
