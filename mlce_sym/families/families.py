"""All families of `mlce loss`, by name.

>>> family("poisson").called
'Poisson loss'
>>> family("poison")
Traceback (most recent call last):
mlce_sym.terms.errors.NoSuchName: there is no family 'poison'; did you mean poisson?
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..terms.errors import NoSuchName
from .continuous import CONTINUOUS
from .discrete import DISCRETE
from .family import Family
from .location import LOCATION

FAMILIES: tuple[Family, ...] = (*DISCRETE, *LOCATION, *CONTINUOUS)


def family(name: str, others: Iterable[str] = ()) -> Family:
    """The family of that name. Raises NoSuchName, with the names that are near, those of `others` included."""
    names = {one.name: one for one in FAMILIES}
    if name not in names:
        near = get_close_matches(name, [*names, *others], n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "`mlce loss` lists them"
        raise NoSuchName(f"there is no family {name!r}; {hint}")
    return names[name]
