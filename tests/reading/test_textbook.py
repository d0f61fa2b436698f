"""The densities of textbooks: in both syntaxes they are read as the reader of densities reads them."""

import re

import pytest

from mlce_sym.border.encoding import encode
from mlce_sym.certificate.names import every_name, renamed
from mlce_sym.certificate.writing import plain
from mlce_sym.evaluate.numeric import compare
from mlce_sym.evaluate.outcomes import Difference
from mlce_sym.reading import Scope, parse, parse_any, read
from mlce_sym.reading.typed.declared import declaration, density

from .typed.textbook import TEXTBOOK


def term_of(rows, entry):
    names = {re.sub(r"\\|\{|\}", "", name) for name in entry.parameters} | {"y"}
    ((part,),) = rows
    return read(part.tree, Scope(numbers=frozenset(names)))[0].terms[0]


def without_marks(term):
    return renamed(term, {name: name.split("\x1f:")[0].removeprefix("\x1f") for name in every_name(term)})


OUTSIDE = ("von Mises",)  # the language has no Bessel function


@pytest.mark.parametrize("entry", [one for one in TEXTBOOK if one.name not in OUTSIDE], ids=lambda entry: entry.name)
def test_a_density_is_read_alike_in_both_syntaxes_and_by_both_readers(entry):
    named = [declaration(entry.data), *(declaration(rf"{name} \in \mathbb{{R}}") for name in entry.parameters)]
    known = without_marks(encode(density(entry.latex, named)))
    for term in (term_of(parse(entry.latex), entry), term_of(parse_any(entry.plain), entry)):
        assert not isinstance(compare(plain(term), plain(known), [], tries=8), Difference)
