r"""Vectors in a density that is typed: what declares one; and products x_i^T b, each of which is read as one number.

>>> found = [vector(r"b \in \mathbb{R}^d"), vector("x_i in R^d")]
>>> products(r"e^{-e^{x_i^\top b}}", [one for one in found if one])
('e^{-e^{\\eta_i    }}', (Product(name='eta', x='x', b='b', dimension='d'),))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ..signs.tree import ReadingError
from ..texts.rows import is_latex
from .mistyped import Mistyped, said_of

BOLD = re.compile(r"\\(?:mathbf|boldsymbol|bm|vec)\s*(?:\{\s*(\\?[A-Za-z]+)\s*\}|(\\?[A-Za-z]+))")
DECLARED = re.compile(
    r"\s*(\\?[A-Za-z]+)\s*(_\s*i|_\s*\{\s*i\s*\})?\s*(?:\\in(?![A-Za-z])|∈|\bin\b)\s*(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ|R)\s*\^\s*\{?\s*([A-Za-z])\s*\}?\s*"
)
BARE = re.compile(r"\s*\\?[A-Za-z]+\s*_\s*(?:i|\{\s*i\s*\})\s*")
LETTERS = ("eta", "zeta", "xi", "omega", "chi")
UPRIGHT = r"\\math(?:sf|rm)\s*(?:\{\s*T\s*\}|T)"
TRANSPOSED = rf"\s*\^\s*(?:\{{\s*)?(?:\\top(?![A-Za-z])|\\intercal(?![A-Za-z])|{UPRIGHT}|T)(?:\s*\}})?\s*\*?\s*"
BETWEEN = rf"(?:{TRANSPOSED}|\s*\\cdot(?![A-Za-z])\s*|\s*[@·']\s*)"
ENTRIES = "write others by their entries, each declared (of classes there are `mlce loss softmax` and `categorical`)"
ANY = r"(?:[A-Za-z])"  # a name that is not declared, such as that of x_i


@dataclass(frozen=True)
class Vector:
    """A name with as many entries as the dimension says; with `each` there is one for each observation."""

    name: str
    dimension: str
    each: bool

    @property
    def written(self) -> str:
        """What it looks like in a density."""
        return rf"\\?{self.name}" + (r"\s*_\s*(?:i|\{\s*i\s*\})" if self.each else r"(?![A-Za-z_])")


@dataclass(frozen=True)
class Product:
    """The name that stands for x_i^T b, and the vectors."""

    name: str
    x: str
    b: str
    dimension: str


def vector(text: str) -> Vector | None:
    """The vector that a text declares, if it declares one."""
    found = DECLARED.fullmatch(plain(text))
    return None if found is None else Vector(found[1].lstrip("\\"), found[3], found[2] is not None)


def plain(text: str) -> str:
    """Without what makes letters bold, in as much room."""
    return BOLD.sub(lambda bold: (bold[1] or bold[2]).ljust(len(bold[0])), text)


def products(text: str, vectors: Sequence[Vector], option: str = "--density") -> tuple[str, tuple[Product, ...]]:
    """The text with a number for each product of two of the vectors, and what these numbers are. Raises Mistyped for a
    vector that stands elsewhere."""
    found: list[Product] = []
    text = plain(text)
    vectors = (*vectors, *_undeclared(text, vectors))
    with said_of(option, text):
        for x, b in ((x, b) for x in vectors for b in vectors if x.each and not b.each):
            if x.dimension != b.dimension:
                continue
            name = next(letter for letter in LETTERS if not re.search(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", text))
            shorter = _product(x, b).sub(partial(_short, f"\\{name}_i " if is_latex(text) else f"{name}_i "), text)
            if shorter != text:
                text, found = shorter, [*found, Product(name, x.name, b.name, x.dimension)]
        for one in vectors:
            alone = re.search(rf"(?<![A-Za-z\\]){one.written}", text)
            if alone or one.name not in [name for p in found for name in (p.x, p.b)]:
                what = f"{one.name} is a vector, and is read in products such as x_i^T b alone; {ENTRIES}"
                raise ReadingError(alone.start() if alone else 0, "", what)
    return text, tuple(found)


def numbers(texts: Sequence[str], found: Sequence[Product], option: str = "--known") -> list[str]:
    """What is declared beside the vectors; a bare x_i is no more than the name of one. Raises Mistyped for a vector of
    a product that is declared as a number.

    >>> numbers(["x_i", "s > 0"], [Product("eta", "x", "b", "d")])
    ['s > 0']
    """
    left = []
    for text in (plain(one) for one in texts if vector(one) is None):
        one = next((p for p in found if re.match(rf"\s*\\?{p.x}\s*_\s*(?:i|\{{\s*i\s*\}})(?![A-Za-z0-9])", text)), None)
        if one is None:
            left.append(text)
        elif not BARE.fullmatch(text):
            what = f"{one.x}_i is declared as a number, but its product with {one.b} is one of vectors"
            raise Mistyped.at(option, text, 0, f"{what}; declare '{one.x}_i \\in \\mathbb{{R}}^{one.dimension}'")
    return left


def _undeclared(text: str, vectors: Sequence[Vector]) -> Iterator[Vector]:
    """The x_i of which only a product with coefficients says that it is a vector."""
    declared, found = {one.name for one in vectors}, set[str]()
    for b in (one for one in vectors if not one.each):
        for product in _product(Vector(ANY, b.dimension, True), b).finditer(text):
            (name,) = re.findall(r"([A-Za-z])\s*_", product[0])[:1]
            if name not in declared | found:
                found.add(name)
                yield Vector(name, b.dimension, True)


def _short(name: str, product: re.Match[str]) -> str:
    return name.ljust(len(product[0]))


def _product(x: Vector, b: Vector) -> re.Pattern[str]:
    """x_i^T b, b^T x_i, x_i \\cdot b, ⟨x_i, b⟩ and the like."""
    pairs = ((x.written, b.written), (b.written, x.written))
    infix = [rf"{first}{BETWEEN}{second}" for first, second in pairs]
    angles = [rf"\\langle\s*{first}\s*,\s*{second}\s*\\rangle" for first, second in pairs]
    return re.compile("|".join(rf"(?<![A-Za-z\\])(?:{one})" for one in (*infix, *angles)))
