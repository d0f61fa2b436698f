"""What single formulas of a document are: cases, lists, entries with indices; and how they are written.

>>> for_every(("Lt", 0, ("Indexed", "y", "i")), frozenset("i"))
('ForAll', 'i', 'Integers', ('Lt', 0, ('Indexed', 'y', 'i')))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ...reading.signs.nodes import factors, flat, is_dots, pieces, script, single, spelled, unwrapped
from ...reading.signs.tree import Node
from ...reading.texts.rows import Part
from ...reading.walk.laws import LAWS
from ...reading.walk.scope import Scope, names
from ...terms.terms import Term, free, is_a
from ..text.blocks import DISPLAY, INLINE, Block, Chain
from ..text.pieces import BRACE, group
from ..text.prose import SENTENCE, is_restricted, sentence
from ..text.vocabulary import A_FUNCTION, IS_FUNCTION, LOGISTIC, NO_LOGISTIC
from ..text.words_of_laws import DISCRETE
from .meaning import INDICES
from .mentions import is_number
from .roles import SIZES

SAYING = ("<", "<=", ">", ">=", "!=", "∈")


def written(part: Part) -> str:
    """A formula without its spaces."""
    return "".join(part.text.split())


def whole(part: Part, source: str) -> str:
    """A formula as it is written, with the arguments of a macro at its end."""
    end = part.end
    depth = sum({"{": 1, "}": -1}.get(brace[0], 0) for brace in BRACE.finditer(source, part.start, end))
    while depth > 0 and (close := BRACE.search(source, end)) is not None:
        depth += {"{": 1, "}": -1}.get(close[0], 0)
        end = close.end()
    while (argument := group(source, end)) is not None:
        end = argument[2]
    return source[part.start : end]


def label_of(block: Block, chain: Chain) -> str:
    """The name before a formula and a colon, as P in P: X ∼ D(a, b); "" where there is none."""
    first, *_ = chain.parts
    for before, other in pairwise(block.chains):
        last = before.parts[-1]
        if other is chain and last is before.parts[0] and last.tree is not None:
            return (spelled(last.tree) or "") if ":" in block.text.text[last.end : first.start] else ""
    return ""


def is_case(left: Term, right: Term) -> bool:
    """A name, an entry or a value at a number, as y = 1 in the midst of a sentence."""
    return is_number(right) and (isinstance(left, str) or is_a(left, "Indexed"))


def is_progression(tree: Node | None) -> bool:
    """Is it a list such as 1, …, n, or {y_1, …, y_n}?"""
    if tree is None:
        return False
    inside = tree
    while inside.kind in ("sum", "term", "bracket", "group") and len(inside.parts) == 1:
        inside = inside.parts[0]
    return inside.kind == "list" and any(node.kind == "dots" for node in inside.walk())


def index_letters(tree: Node) -> frozenset[str]:
    """The single letters below names, which are indices there: i of y_i; not the n of y_1, …, y_n."""
    if is_progression(tree):
        return frozenset()
    below = (scripts for _, scripts in names(tree).entries)
    return frozenset(letter for scripts in below for letter in scripts if len(letter) == 1 and letter.isalpha())


def with_family(scope: Scope, left: Node, right: Node) -> Scope:
    """The scope for p_k = …, where the right side has entries z_k of data: then p has an entry for every k."""
    one = single(left)
    if one is None or one.kind != "sub":
        return scope
    mentioned = names(right)
    shared = index_letters(left) & index_letters(right)
    data = scope.vectors | {stem for stem, scripts in mentioned.entries if mentioned.bound & set(scripts)}
    found = {letter for stem, scripts in mentioned.entries if stem in data for letter in scripts if letter in shared}
    return replace(scope, bound=scope.bound | found, vectors=scope.vectors | data) if found else scope


def with_own_density(scope: Scope, left: Node, right: Node) -> Scope:
    """The scope for Exp(x; λ) = { λ exp(-λx) if x ≥ 0, 0 else }, where a text says in cases what the density is: then
    it is this function from there on."""
    found = factors(left) or ()
    name = spelled(found[0]) if len(found) == 2 and found[1].kind == "bracket" else None
    in_cases = any(one.kind == "environment" and one.text == "cases" for one in right.walk())
    return replace(scope, functions=scope.functions | {name}) if name in LAWS and in_cases else scope


def is_aside(block: Block, chain: Chain) -> bool:
    """Is it a condition after a display's formula, as in M(t) = …, t < λ: a relation of names and numbers alone?"""
    if block.kind != DISPLAY or chain.words or chain is block.chains[0] or len(chain.parts) < 2:
        return False
    trees = [part.tree for part in chain.parts]
    return all(part.relation in SAYING for part in chain.parts[1:]) and all(map(_is_plain, trees))


def _is_plain(tree: Node | None) -> bool:
    if tree is None or names(tree).applied:
        return False
    return all(one.kind not in ("big", "function", "derivative", "accent") for one in tree.walk())


NEXT = 4  # formulas of a sentence that are looked at


def variables_of(block: Block, chain: Chain) -> Iterator[tuple[str, bool]]:
    """What follows a law in `X ∼ D`, `X, Y ∼ D` and `X_1, …, X_n ∼ D`, and whether it stands for all X_i."""
    label = label_of(block, chain)
    is_other = "\\{" in chain.parts[-1].text or DISCRETE.search(sentence(block.before))  # U{a, b} is the discrete one
    if is_restricted(block.before, block.after) or is_other:
        return
    left = chain.parts[0].tree
    above = reversed(block.chains[: block.chains.index(chain)])
    listed = takewhile(lambda one: len(one.parts) == 1 and not one.words, above)
    before = [one.parts[0].tree for one in listed][::-1]
    if any(tree is not None and known_in(tree) for tree in (left, *before)):
        return  # a law once something else is known, as in Y | a, b ∼ D
    for tree in before:
        if tree is not None and spelled(tree) not in (None, label):
            yield from variables_in(tree)
    if left is not None:
        yield from variables_in(left)


def known_in(tree: Node) -> tuple[str, ...]:
    """What is known where a law holds, as x in θ | x ∼ D; "?" for what is no name."""
    listed = pieces(tree)
    bar = next((place for place, (cut, _) in enumerate(listed) if cut == "|"), len(listed))
    return tuple(spelled(part) or "?" for _, part in listed[bar:])


def variables_given(chain: Chain) -> Iterator[tuple[str, bool]]:
    """The random variable before the bar of θ | x ∼ D."""
    tree = chain.parts[0].tree
    before = [part for _, part in pieces(tree)] if tree is not None else []
    if tree is not None and len(before) == len(known_in(tree)) + 1:
        yield from variables_in(before[0])


def said_after(listed: Sequence[Block]) -> str:
    """The rest of the sentence after the first of the formulas, in which ⟨3⟩ stands for the inline formula 3."""
    words = ""
    for block, after in pairwise((*listed[: NEXT + 1], None)):
        words += block.after if block is not None else ""
        if SENTENCE.search(f"{words} ") or after is None or after.kind != INLINE:
            break
        words += f"⟨{after.number}⟩"
    end = SENTENCE.search(f"{words} ")
    return words[: end.start()] if end else words


def variables_in(tree: Node) -> Iterator[tuple[str, bool]]:
    """The random variables of X, of X_i and of X_1, …, X_n, and whether these are all X_i."""
    every = [part for _, part in pieces(tree)]
    entries = {stem for stem, scripts in names(tree).entries if len(every) > 1 or {*scripts} & {*INDICES}}
    dotted = any(map(is_dots, every)) or any(node.kind == "dots" for node in tree.walk())
    if (dotted or len(every) == 1) and entries:
        yield from ((stem, True) for stem in sorted(entries))
    elif not dotted:
        yield from ((name, False) for part in every if (name := spelled(part)) is not None)


def lengths(chain: Chain) -> Iterator[tuple[str, str]]:
    """Of how many entries z has in z ∈ ℝ^K, if K is a name, and X in X_1, …, X_n."""
    first = chain.parts[0].tree
    if first is not None and is_progression(first):
        yield from _listed(first)
    if len(chain.parts) == 1:
        return
    left, right = (part.tree for part in chain.parts[:2])
    base, scripts = unwrapped(single(right) or right) if right is not None else (None, ())
    above = script(scripts, "sup")
    name, size = (spelled(one) if one is not None else None for one in (left, above))
    if (
        chain.parts[1].relation == "∈"
        and name is not None
        and size is not None
        and base is not None
        and spelled(base) == "bb_R"
    ):
        yield name, size


def _listed(tree: Node) -> Iterator[tuple[str, str]]:
    """X and n of X_1, …, X_n."""
    listed = [part for _, part in pieces(tree)]
    (one, low), (other, high) = map(_entry, (listed[0], listed[-1]))
    if one is not None and one == other and low == "1" and high is not None and high.isalpha():
        yield one, high


def _entry(node: Node) -> tuple[str | None, str | None]:
    """The name and the index of X_i."""
    base, scripts = unwrapped(single(node) or node)
    below = script(scripts, "sub")
    return spelled(base), flat(below) if below is not None and len(scripts) == 1 else None


def twofold_in(blocks: Iterable[Block]) -> frozenset[str]:
    """The names of sizes that are also those of entries in one formula, as in Σ_k n_k = n."""
    found: set[str] = set()
    for chain in (chain for block in blocks for chain in block.chains):
        trees = [part.tree for part in chain.parts if part.tree is not None]
        seen = [names(tree) for tree in trees]
        entries = {stem for one in seen for stem, scripts in one.entries if any(map(str.isalpha, scripts))}
        found |= entries & SIZES & frozenset[str]().union(*(one.numbers for one in seen))
    return frozenset(found)


def seen_in(scope: Scope, blocks: Sequence[Block]) -> Scope:
    """With what the formulas of a document show of its names: which are sizes and entries; that Q is no density where
    it is differentiated, as in the M-step; that σ is the logistic function where words speak of that, and it is no
    number anywhere, and that it may be where nothing says what it is."""
    trees = (part.tree for block in blocks for chain in block.chains for part in chain.parts if part.tree is not None)
    seen = [names(tree) for tree in trees]
    moved = {name for one in seen for name in one.dependent}
    return replace(
        scope,
        twofold=scope.twofold | twofold_in(blocks),
        densities=scope.densities - (moved & {"Q"}),
        logistic=scope.logistic | logistic_in(blocks),
        unsaid=frozenset() if any(map(_tells_sigma, blocks)) else frozenset(("sigma",)),
    )


def _tells_sigma(block: Block) -> bool:
    """May it say what σ is: is it named without a relation or defined, or do words speak of another function, or of a
    deviation?"""
    alone = (chain.parts[0] for chain in block.chains if len(chain.parts) == 1 or written(chain.parts[0]) == r"\sigma")
    return any(r"\sigma" in part.text for part in alone) or bool(NO_LOGISTIC.search(f"{block.before} {block.after}"))


def logistic_in(blocks: Sequence[Block]) -> frozenset[str]:
    """σ, where these blocks show that it is the logistic function."""
    trees = (part.tree for block in blocks for chain in block.chains for part in chain.parts if part.tree is not None)
    spoken = any(LOGISTIC.search(f"{block.before} {block.after}") for block in blocks)
    called = spoken and any("sigma" in dict(names(tree).applied) for tree in trees)
    return frozenset(("sigma",) if called and not any(map(_is_otherwise, blocks)) else ())


def until_section(blocks: Iterable[Block]) -> list[Block]:
    """The blocks before the next section."""
    return [*takewhile(lambda block: block.kind != "section", blocks)]


def _is_otherwise(block: Block) -> bool:
    """Is σ a number there, or defined, or a function of which something else is said?"""
    trees = [part.tree for chain in block.chains for part in chain.parts if part.tree is not None]
    defined = (chain.parts[0].tree for chain in block.chains if len(chain.parts) > 1)
    if any(tree is not None and names(tree).applied and _is_sigma(tree) for tree in defined):
        return True
    return not is_function_named(block) and any("sigma" in names(tree).numbers for tree in trees)


def _is_sigma(tree: Node) -> bool:
    """Is it σ(z), and nothing else?"""
    return {name for name, _ in names(tree).applied} == {"sigma"} and len(pieces(tree)) == 1


def is_function_named(block: Block) -> bool:
    """Does a formula name a function, which words call one, and nothing else?"""
    tree = block.chains[0].parts[0].tree if len(block.chains) == 1 and len(block.chains[0].parts) == 1 else None
    words = A_FUNCTION.search(sentence(block.before)) or IS_FUNCTION.match(block.after)
    return tree is not None and spelled(tree) is not None and words is not None


def for_every(proposition: Term, indices: frozenset[str]) -> Term:
    """The proposition for all values of the indices of entries in it."""
    for index in sorted(indices & free(proposition)):
        proposition = ("ForAll", index, "Integers", proposition)
    return proposition


def name_of(block: Block) -> str:
    return block.labels[0] if block.labels else f"{block.kind} {block.number + 1}"
