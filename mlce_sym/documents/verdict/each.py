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
from ..equations.mentions import applied, subterms
from ..equations.roles import is_accented
from ..in_force.context import Context

OF_EACH = "of each of these"


def of_each(reading: Reading) -> Reading | None:
    """The equation between the factors, p(y_i|θ) = …, if both sides are products over the same range, or sums of which
    the left one is of logarithms, and the left one is of densities of data of which the right one speaks. The score
    Σ_i p(x_i) = Σ_i y_i, and what speaks of all the data as ȳ does, say nothing of each."""
    left, right = reading.terms
    if not (
        is_a(left, "Sum", "Product") and is_a(right, "Sum", "Product") and (left[0], left[2]) == (right[0], right[2])
    ):
        return None
    _, index, _, part = compound(left)
    _, other, _, body = compound(right)
    density: Term = part if is_a(left, "Product") else part[1] if is_a(part, "log") else 0
    if not is_a(density, "Apply") or density[1] not in {name for name, *_ in reading.densities}:
        return None
    body = substitute(body, {other: index}) if other == index or index not in free(body) else 0
    data = [one for one in density[2:] if is_a(one, "Indexed") and one[-1] == index]
    of_all = any(is_accented(name) and name not in density[2:] for name in free(body))
    if not data or of_all or density[1] in applied(body) or not {*data} <= {*subterms(body)}:
        return None
    return replace(reading, terms=(part, body))


def unsure(context: Context, of: Reading) -> Context:
    """With what was said so of a function as what refutes nothing: the parts may be others that give the same whole."""
    names = {*applied(of.terms[0])}
    return replace(
        context, meanings=tuple(replace(one, soft=True) if one.name in names else one for one in context.meanings)
    )
