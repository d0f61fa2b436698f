"""How a term is arranged: signs, order of terms and factors, fractions, brackets. The formats only spell the result.

A term is plain data (`docs/certificate.md`, Terms).

>>> arrange(["Mul", "x", ["Pow", "n", -1]], {})
Box(kind='frac', parts=(Box(kind='name', parts=('x',)), Box(kind='name', parts=('n',))))
"""

from __future__ import annotations

from ..functions import FUNCTIONS
from .arithmetic import exp, log, mul, power, terms
from .binders import big, converges, delta, derivative, extremum, improper, information, integral
from .boxes import Box
from .context import Arranger, Data, Notation, Unprintable, arranged, constant, entry, function, plain, survey, value
from .propositions import (
    RELATIONS,
    cases,
    chain,
    denied,
    entries,
    for_all,
    index_range,
    mapping,
    onward,
    ranging,
    relation,
    smooth,
    without,
)


def arrange(data: Data, notation: Notation) -> Box:
    """The arrangement of a term, set, proposition or Lambda. Raises Unprintable."""
    try:
        return arranged(data, survey(data, notation, ARRANGERS))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise error if isinstance(error, Unprintable) else Unprintable(f"not a term: {str(data)[:80]}") from None


CLAIMS = ("ForAll", "Smooth", "Converges")


def is_proposition(data: Data) -> bool:
    return isinstance(data, list) and data[0] in (*RELATIONS, *CLAIMS, "Chain", "Not", "True", "False")


ARRANGERS: dict[str, Arranger] = {
    **{"Constant": constant, "Indexed": entry, "Apply": value, "KroneckerDelta": delta},
    **{"Add": terms, "Mul": mul, "Pow": power, "Rational": lambda parts, c: mul([["Rational", *parts]], c)},
    **{"log": log, "exp": exp, "Sum": big("sum"), "Product": big("product")},
    **{"ArgMax": extremum("max"), "ArgMin": extremum("min")},
    **{"Derivative": derivative, "Integral": integral, "ImproperIntegral": improper, "Converges": converges},
    **{
        "Entropy": information("entropy"),
        "CrossEntropy": information("entropy"),
        "KLDivergence": information("divergence"),
    },
    **{
        "Range": index_range,
        "Interval": plain("interval"),
        "From": onward,
        "Above": plain("above"),
        "Below": plain("below"),
        "Finite": plain("set"),
        "Empty": plain("empty"),
        "Without": without,
    },
    **{"Cases": cases, "Undefined": plain("undefined")},
    **{head: relation(head) for head in RELATIONS},
    **{name: function(declared) for name, declared in FUNCTIONS.items()},
    **{
        "Chain": chain,
        "Entries": entries,
        "Ranging": ranging,
        "Not": denied,
        "ForAll": for_all,
        "Smooth": smooth,
        "True": plain("true"),
        "False": plain("false"),
        "Lambda": mapping,
    },
}
