r"""What X ∼ D(a, b) says; and laws that hold once something is known, as θ | x ∼ D(a, b): what θ is on average given x.

Without what is known nothing is said of the variable by such a law.

>>> from mlce_sym.documents.walking import checked
>>> text = r"So $t | x \sim \mathrm{Bet}(a, b)$. Then $E[t|x] = \frac{a}{a+b}$, and $E[t] = \frac{a}{a+b}$."
>>> [link.verdict.status for link in checked(text)]
['assumption', 'proved', 'unknown']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...reading.walk.laws import as_law
from ...terms.terms import Term, children, compound, is_a, rebuilt
from ..equations.formulas import known_in, label_of, variables_given, variables_of
from ..in_force.context import Context
from ..in_force.followed import Laws
from ..in_force.laws import following, of_parameters, written_out
from ..text.blocks import Block, Chain
from ..text.prose import is_restricted
from ..text.words_of_laws import APART_OVER
from .restricted import without_laws

GIVEN = "_given"


def with_model(context: Context, block: Block, chain: Chain, law: Term, line: int) -> Context:
    """With the laws that X ∼ D(a, b), P: X ∼ D(a, b), or θ | x ∼ D(a, b) says."""
    if chain.parts[-1].relation != "∼":
        return context
    law = as_law(law)
    tree = chain.parts[0].tree
    context = without_laws(context, chain) if tree is not None and not known_in(tree) else context
    over = APART_OVER.search(block.text.text) is not None
    for name, entries in variables_of(block, chain):
        context = context.with_apart([frozenset({name})] if over else [])
        context = with_law(context, name, law, line, label_of(block, chain), entries)
    return context if is_restricted(block.before, block.after) else _with_conditional(context, chain, law, line)


def with_law(context: Context, name: str, law: Term, line: int, label: str = "", entries: bool = False) -> Context:
    """With a law of a variable, and what holds of its parameters."""
    laws = following(context.laws, name, law, line, label, entries)
    return replace(context, laws=laws).knowing(of_parameters(law), line)


def _with_conditional(context: Context, chain: Chain, law: Term, line: int) -> Context:
    """With the law of what stands before the bar of a chain θ | x ∼ D, if there is one."""
    known = known_in(chain.parts[0].tree) if chain.parts[0].tree is not None else ()
    if not known or len(chain.parts) != 2 or "?" in known:
        return context
    for name, entries in variables_given(chain):
        new = (replace(one, known=known) for one in following((), name, law, line, entries=entries))
        others = (one for one in context.conditionals if one.variable != name)
        context = replace(context, conditionals=(*others, *new)).knowing(of_parameters(law), line)
    return context


def at_random(term: Term, context: Context) -> Term:
    """The term with f(x|θ) at X for f(X|θ), where X is a random variable, and nothing is said of f(X|θ) itself."""
    term = rebuilt(term, tuple(at_random(part, context) for part in children(term)))
    if not is_a(term, "Apply") or context.meaning(str(term[1])) is not None:
        return term
    random = {
        law.variable: law.variable.lower() for law in context.laws if not law.entries and law.variable in term[2:]
    }
    name = "_".join(random.get(word, word) for word in str(term[1]).split("_"))
    return term if context.meaning(name) is None else ("Apply", name, *compound(term)[2:])


def conditional(terms: Iterable[Term], laws: Laws) -> tuple[tuple[Term, ...], Laws]:
    """The terms with means and variances given what is known, and the laws that were used."""
    found = [_written_out(term, laws) for term in terms] if laws else [(term, ()) for term in terms]
    return tuple(term for term, _ in found), tuple(dict.fromkeys(law for _, used in found for law in used))


def _written_out(term: Term, laws: Laws) -> tuple[Term, Laws]:
    if is_a(term, "Apply") and str(term[1]).endswith(GIVEN):
        name, value, *known = compound(term)[1:]
        own = tuple(one for one in laws if _is_known(one.known, known))
        mean: Term = ("Apply", str(name).removesuffix(GIVEN), value)
        other, used = written_out(mean, own)
        return (other, used) if used and other != mean else (term, ())
    found = [_written_out(part, laws) for part in children(term)]
    return rebuilt(term, (part for part, _ in found)), tuple(law for _, used in found for law in used)


def _is_known(names: Sequence[str], terms: Sequence[Term]) -> bool:
    """Is what is known the same, in any order?"""
    return sorted(names) == sorted(str(one).removeprefix("all_") for one in terms)
