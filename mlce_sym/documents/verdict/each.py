"""What a product or a sum says of each of its parts: Π_i p(y_i|θ) = Π_i N(y_i; θ, 1), where nothing else says what
p(y_i|θ) is, says that.

>>> from mlce_sym.documents.walking import checked
>>> text = r"$$L(a) = \\prod_i p(y_i|a) = \\prod_i a e^{-a y_i}.$$ Then $$\\log p(y_i|a) = \\log a - a y_i.$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'definition', 'proved']
"""

from __future__ import annotations

from dataclasses import replace

from ...reading.walk.readings import Reading
from ...terms.terms import Term, compound, free, is_a, substitute
from ..equations.mentions import applied
from ..equations.roles import is_accented
from ..in_force.context import Context

OF_EACH = "of each of these"


def of_each(reading: Reading) -> Reading | None:
    """The equation between the parts, p(y_i|θ) = …, if both sides are products, or sums, over the same range, and the
    left one is of values of a function at data, or of their logarithms."""
    left, right = reading.terms
    same = is_a(left, "Sum", "Product") and is_a(right, "Sum", "Product") and (left[0], left[2]) == (right[0], right[2])
    if not same:
        return None
    _, index, _, part = compound(left)
    _, other, _, body = compound(right)
    called = part[1] if is_a(part, "log") else part
    if not is_a(called, "Apply") or not any(_is_datum(one, index) for one in called[2:]):
        return None
    of_all = any(is_accented(name) and name not in called[2:] for name in free(body))  # as ȳ, which is that of the data
    if called[1] in applied(body) or other not in free(body) or (other != index and index in free(body)) or of_all:
        return None
    return replace(reading, terms=(part, substitute(body, {other: index})))


def unsure(context: Context, of: Reading) -> Context:
    """With what was said so of a function as what refutes nothing: the parts may be others that give the same whole."""
    names = {*applied(of.terms[0])}
    return replace(
        context, meanings=tuple(replace(one, soft=True) if one.name in names else one for one in context.meanings)
    )


def _is_datum(term: Term, index: str) -> bool:
    return is_a(term, "Indexed") and term[-1] == index
