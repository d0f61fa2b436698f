r"""Reading text: what a person writes or types, and what the project itself has printed.

- `parse(source, macros)` gives the rows of a display: formulas as trees with places, and the relations between them.
- `parse_partly(source, macros)` has the error beside what cannot be read, and reads the rest.
- `parse_any(source)` does the same for LaTeX and for plain text, as one types it in Python.
- `names(tree)` says what names and applications a formula speaks of, from its syntax alone.
- `Scope` is what a document says of its names: numbers, functions, vectors, ranges of indices, domains.
- `read((left, right), scope)` gives the readings of formulas that stand together: terms of the trusted core, with what
  was supposed, and what the language lacks. Where a writing has two readings there are two.
- `propositions(relation, left, right, scope)` says what a relation says, as hypotheses.
- `typed.declared` reads declarations and densities for `mlce loss`, `back.printed` what is printed; there the scope is
  closed.
- `back.readback` compares what is printed with what it is to say, and has latex2sympy2, in its own process, confirm
  it.
- `ReadingError` is raised for what cannot be read, with the place and the name of the construct.
"""

from .signs.macros import Macro, macros
from .signs.tree import Node, ReadingError, place_in
from .texts.rows import Part, Row, Rows, parse, parse_any, parse_partly
from .walk.readings import Reading, propositions, read
from .walk.scope import Mentioned, Scope, names

__all__ = [
    "Macro",
    "Mentioned",
    "Node",
    "Part",
    "Reading",
    "ReadingError",
    "Row",
    "Rows",
    "Scope",
    "macros",
    "names",
    "parse",
    "parse_any",
    "parse_partly",
    "place_in",
    "propositions",
    "read",
]
