r"""\arg\max_\theta, \argmax and \operatorname*{arg\,max} of what follows, over a set that a text need not say.

>>> from mlce_sym.reading.walk.readings import read
>>> from mlce_sym.reading.texts.rows import parse
>>> ((part,),) = parse(r"\arg\max_\theta L(\theta)")
>>> read(part.tree)[0].terms[0]
('ArgMax', 'theta', 'values_theta', ('Apply', 'L', 'theta'))
"""

from __future__ import annotations

from ...terms.terms import is_a
from ..signs.nodes import inside, script, spelled, unwrapped
from ..signs.tree import Node
from .line import Line
from .sets import OPTIMA, set_of
from .values import Value
from .walk import Walk

UNSAID = "arg max, or arg min, over a set that is not said"


def optimum(walk: Walk, line: Line, name: str, below: Node | None) -> Value | None:
    """The set of the optima, where it is clear of what variable; over a set of which nothing is said it refutes
    nothing."""
    count = 0
    if name == "arg" and line.factors:
        base, scripts = unwrapped(line.factors[0])
        name, below, count = f"arg{base.text}", script(scripts, "sub"), 1
    ranging = None if below is None else inside(below)
    is_said = ranging is not None and ranging.kind == "relation" and ranging.text == "∈"
    variable = None if ranging is None else spelled(ranging.parts[0] if is_said else ranging)
    if ranging is None or variable is None or name not in OPTIMA or not (line.factors[count:] or line.later):
        return None
    line.take(count)
    domain = set_of(walk, ranging.parts[1]) if is_said else f"values_{variable}"
    with walk.binding(variable):
        body = walk.value(line.everything())
    if body.vector:
        return walk.opaque(name, body, vector=True, why=f"\\{name} of what is no number")
    if not is_a(domain, "Interval", "Above", "Below", "Finite", "Range"):
        walk.unjudged[UNSAID] = None
    return Value((OPTIMA[name], variable, domain, body.term), True)
