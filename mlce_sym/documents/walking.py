"""A document from its beginning to its end: the verdict on each link, and what is in force at the next one.

>>> for link in checked("Let $0 < p < 1$. Then $$\\\\log p^2 = 2 \\\\log p = \\\\log p.$$"):
...     print(link.place, link.lhs, link.relation, link.rhs, link.verdict.status)
text:1:25 \\log p^2 = 2 \\log p proved
text:1:36 2 \\log p = \\log p refuted
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..prover.seconds import Stopped, within
from ..reading.back.second import cores
from ..reading.signs.macros import Macro
from ..reading.signs.tree import Node, ReadingError
from ..reading.texts.rows import Part
from ..reading.walk.readings import Reading, read
from ..reading.walk.scope import names
from ..terms.terms import Term, free
from .equations.formulas import (
    SAYING,
    is_aside,
    is_function_named,
    is_progression,
    lengths,
    logistic_in,
    said_after,
    seen_in,
    until_section,
    with_family,
    with_own_density,
    written,
)
from .equations.links import ASSUMPTION, DEFINITION, FAILS, PROVED, REFUTED, UNKNOWN, Link, Verdict, linked, trouble
from .equations.meaning import meaning_of
from .in_force.bare import as_applied
from .in_force.context import Context
from .in_force.defining import defining
from .in_force.derivatives import at_point, may_be_zero, moved_in
from .in_force.laws import is_moment
from .in_force.moving import moved
from .said.averaged_laws import averaged_law
from .said.cases import in_case, possible, without_condition
from .said.kinds import as_said
from .said.parameter import with_pi
from .said.stated import beside, directive, is_assumed, of_each, stated, with_condition
from .said.told import told, told_after
from .said.worded_laws import with_moments
from .said.written_laws import with_written_law
from .text.blocks import DISPLAY, INPUT, MARKDOWN, SAID, TEX, TROUBLE, Block, Chain, blocks
from .text.places import Files, Place, Text
from .text.prose import cue, is_hedged, is_put_in, sentence, wordless
from .text.sources import Unreadable, included, read_file
from .text.vocabulary import ASSUME, CASE, CLAIM, DEFINE, EXPLAINED, OF_CASE, SOLVE
from .verdict.ahead import ahead
from .verdict.array_rows import is_in_vector
from .verdict.citing import by_citation, remembered, without_denied
from .verdict.claims import CLAIMED, Claim, settled
from .verdict.conditions import FURTHER, below, cue_of, may_hold
from .verdict.deciding import EQUAL, Standing, decide
from .verdict.held import held_in
from .verdict.rows import ended, of_new_function
from .verdict.solved import FAILURES
from .verdict.weaker import argument

SOUND = (PROVED, DEFINITION)
NAMES_IT = "=:"


def checked(text: str, syntax: str = MARKDOWN, name: str = "text", seconds: float | None = None) -> list[Link]:
    """The links of a text, with their verdicts."""
    return [*Walk(files := Files(), seconds).links(files.add(name, text), syntax)]


@dataclass
class Walk:
    """A document on the way: the files, and what is in force at this place."""

    files: Files
    seconds: float | None = None
    context: Context = field(default_factory=Context)
    folder: Path | None = None
    notes: list[str] = field(default_factory=list)
    twice: bool = False  # is what is read kept for a second reader?
    depth: int = 0
    argument: str | None = None  # of the first side of the chain
    macros: dict[str, Macro] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)  # the first sides of chains outside of claims, in a claim
    below: tuple[Chain, ...] = ()  # what comes after the chain
    solving: bool = False  # has the block a row of a solved equation?
    solved: set[int] = field(default_factory=set)  # the inline formulas that are such rows
    claims: dict[Place, Claim] = field(default_factory=dict)  # whose proofs have not ended
    shown: dict[Place, Verdict] = field(default_factory=dict)  # of claims whose proofs have ended
    after: str = ""  # what the sentence says after the formula
    trees: dict[int, Node] = field(default_factory=dict)  # the inline formulas that are no relations
    given: bool = False  # do words say that the display, or the one before, is assumed?

    def links(self, text: Text, syntax: str) -> Iterator[Link]:
        """The links in their order; a claim has its verdict from where its proof has ended."""
        yield from settled(self._links(text, syntax), self.claims, self.shown)

    def _links(self, text: Text, syntax: str) -> Iterator[Link]:
        listed = [*blocks(text, syntax, self.macros)]
        derived = {written(chain.parts[0]) for block in listed if not block.claim for chain in block.chains}
        alone = not self.depth and wordless(text.text, (block.text.text for block in listed if block.kind != SAID))
        scope = seen_in(self.context.scope, listed)
        self.context = self._in_section(replace(self.context, scope=scope, alone=alone), listed, scope.logistic)
        for place, block in enumerate(listed):
            if block.kind == "section" or (block.claim and place and not listed[place - 1].claim):
                self._settle()
            self.context = ahead(self.context, listed[place:], self._line)
            if block.kind == "section":
                self.context = self._in_section(self.context.in_new_section(), listed[place + 1 :], scope.logistic)
            elif block.kind == "problem":
                self.context = replace(self.context, laws=(), apart=frozenset())
            elif block.kind == SAID:
                self._said(block)
            elif block.kind == TROUBLE:
                yield trouble(self.files, block, f"not read: {block.why}")
            elif block.kind == INPUT:
                yield from self._input(block)
            elif block.error is not None:
                yield trouble(self.files, block, f"not read: {block.error}", block.error.place)
            else:
                self.after = said_after(listed[place:])
                self.given = is_assumed(block, self.given)
                self._notice(block)
                self.derived = derived if block.claim else set()
                before = self.context
                here = told_after(before, listed[place : place + 1 + 2 * FURTHER], self.trees, self._line(block))
                self.context = within = with_condition(here, listed[place : place + 2])
                for chain in block.chains:
                    self._limit(block, chain)
                for number, chain in enumerate(block.chains):
                    self.below = below(block, number, listed[place + 1 : place + 1 + FURTHER])
                    yield from self._chain(block, chain)
                self.context = without_condition(self.context, before, within)
                self.context = with_written_law(self.context, listed[place : place + 2], self.trees)
                self.context = beside(self.context, block, before, within, self.given).defined_since(before)
        self._settle()

    def _in_section(self, context: Context, listed: Sequence[Block], logistic: frozenset[str]) -> Context:
        """The context with what the names π, e and σ are up to the next section."""
        section = until_section(listed)
        scope = replace(context.scope, logistic=logistic | logistic_in(section))
        return with_pi(replace(context, scope=scope), section)

    def _settle(self) -> None:
        """The claims whose proofs have ended are judged."""
        self.shown |= {place: claim.judged(self.context, self.seconds) for place, claim in self.claims.items()}
        self.claims.clear()

    def _line(self, block: Block) -> int:
        return self.files.place(block.text.at[0]).line if len(block.text) else 0

    def _notice(self, block: Block) -> None:
        """The indices that a block binds, and the names that have entries in it."""
        goes_on = any(f"⟨{number}⟩" in sentence(block.before) for number in self.solved)
        self.solving = block.kind == DISPLAY and goes_on
        said = cue(block.before) if block.before.strip() and not goes_on else CLAIM
        if block.kind == DISPLAY and said not in (SOLVE, CLAIM) and not is_put_in(block.before):
            self.context = self.context.without_rows()
        scope = replace(self.context.scope, bound=frozenset())
        chains = () if is_function_named(block) else block.chains
        mentioned = [names(part.tree) for chain in chains for part in chain.parts if part.tree is not None]
        self.context = replace(self.context, scope=scope.seeing(*mentioned), before=self.context.seen).entered
        sizes = (pair for chain in block.chains if chain.parts for pair in lengths(chain))
        here = self.context.with_sizes(sizes).in_sentence(block.before, self.after, self._line(block))
        here = without_denied(replace(here, fixed=here.fixed | held_in(block.before, self.trees)), block.before)
        self.context = told(here, block, self.trees, self._line(block))

    def _said(self, block: Block) -> None:
        """`given 0 < p < 1`, in LaTeX or text."""
        said, problem = directive(self.context.scope, block.text.text)
        if problem:
            self.notes.append(f"{self.files.place(block.text.at[0])}: {problem}")
        self.context = self.context.knowing(said, self._line(block))

    def _limit(self, block: Block, chain: Chain) -> None:
        """What is said with `for`, `if` or `where` of a display's other formulas, before these are judged."""
        is_said = block.kind == DISPLAY and bool(chain.words) and cue(chain.words) in (ASSUME, DEFINE)
        related = all(part.relation in SAYING for part in chain.parts[1:])
        if (is_said or is_aside(block, chain)) and related and not chain.ignored:
            self.context = self.context.knowing(self._stated(block, chain), self._line(block))

    def _chain(self, block: Block, chain: Chain) -> Iterator[Link]:
        said = cue_of(block, chain)
        relations = [part.relation for part in chain.parts[1:]]
        if not relations:
            yield from self._unread(block, chain)
            return
        if relations == ["="] and is_progression(chain.parts[1].tree):
            self.context = self.context.knowing(self._stated(block, chain), self._line(block))
            return
        is_said = (block.kind != DISPLAY or said == ASSUME or bool(chain.words)) and said != CLAIM
        if (is_said or is_aside(block, chain)) and all(relation in SAYING for relation in relations):
            case = block.number if block.kind != DISPLAY and CASE.search(block.before) else None
            before = self.context if case is None else in_case(self.context, sentence(block.before))
            found = self._stated(block, chain)
            condition = block.number if block.kind != DISPLAY and OF_CASE.search(block.before) else case
            now = possible(before, found).knowing(found, self._line(block), case, condition)
            is_said = not is_hedged(f"{block.before} {chain.words}", block.after)
            self.context = now if is_said else self.context.doubting(found, hedged=True)
            return
        if not chain.ignored:
            yield from self._related(block, chain, said)

    def _unread(self, block: Block, chain: Chain) -> Iterator[Link]:
        """An equation of which the sides are not told apart, as where a bracket is not closed."""
        (part,) = chain.parts
        if part.error is not None and "=" in part.text and not chain.ignored:
            yield trouble(self.files, block, f"not read: {part.error}", part.error.place)

    def _related(self, block: Block, chain: Chain, said: str) -> Iterator[Link]:
        """The links of a chain; what its first side is proved to be is kept with that name."""
        head: Term | None = None
        first: Term = 0
        for place, (left, right) in enumerate(zip(chain.parts, chain.parts[1:], strict=False)):
            if right.relation == NAMES_IT:
                yield self._named_after(block, chain, left, right)
                continue
            link, terms = self._link(block, chain, place, left, right, said)
            yield link
            first = terms[0] if terms is not None and not place else first
            if terms is not None and (is_in_vector(first) or may_be_zero(first)):
                self._worked_out(right, terms[1], first, link.verdict.status)
            sound = terms is not None and (place == 0 or head is not None) and right.relation in EQUAL
            sound = sound and link.verdict.general
            head = (head if place else terms[0]) if sound and terms and link.verdict.status in SOUND else None
            if head is not None and terms is not None:
                self._learn(block, head, terms[1], link.verdict.status)
                if place == len(chain.parts) - 2 and link.verdict.status == PROVED:
                    self.context = ended(self.context, head, terms[1])

    def _named_after(self, block: Block, chain: Chain, left: Part, right: Part) -> Link:
        """a =: b, which says what b is."""
        sides = replace(right, relation=""), replace(left, relation=":=")
        link, _ = self._link(block, chain, 0, *sides, DEFINE)
        return linked(self.files, self.macros, block, left, right, link.verdict)

    def _worked_out(self, right: Part, slope: Term, first: Term, status: str) -> None:
        """What a derivative is said to be, which may be set to zero, whether it is proved or not."""
        if is_in_vector(first):
            self.context = replace(self.context.without_rows(), array_slope=slope, slope=None, derivative=None)
        elif slope != 0 and right.tree is not None and not read((right.tree,), self.context.scope)[0].unjudged:
            slopes, named = (*self.context.slopes, (moved_in(first), slope)), None if status == REFUTED else first
            now = replace(self.context, slope=slope, derivative=named, slopes=slopes, array_slope=None)
            self.context = now.without_rows()

    def _learn(self, block: Block, head: Term, right: Term, status: str) -> None:
        """A name that is defined is this, too; a mean that is proved to be one by a density says the law."""
        form = meaning_of(head, right, self._line(block))
        if status == PROVED and (law := averaged_law(self.context, head, right, self._line(block))) is not None:
            self.context = self.context.with_law(law)
        if status != PROVED or form is None:
            return
        if self.context.meaning(form.name) is not None:
            self.context = self.context.knowing_form(form)
        elif isinstance(head, str) and head not in free(self.context.unfolded(right)[0]):  # as of a bar, a mean
            self.context = defining(self.context, form)

    def _stated(self, block: Block, chain: Chain) -> tuple[Term, ...]:
        return tuple(one for each in of_each(block, chain) for one in stated(self.context.scope, each))

    def _link(
        self, block: Block, chain: Chain, place: int, left: Part, right: Part, said: str
    ) -> tuple[Link, tuple[Term, ...] | None]:
        here = self.files, self.macros
        if left.tree is None or right.tree is None:
            error = left.error or right.error
            return linked(*here, block, left, right, Verdict(UNKNOWN, f"not read: {error or 'words'}")), None
        try:
            if not place:
                own = with_own_density(self.context.scope, left.tree, right.tree)
                self.context = replace(self.context, scope=own)
            scope = self.context.scope if place else with_family(self.context.scope, left.tree, right.tree)
            readings = as_applied(read((left.tree, right.tree), scope), self.context)
        except ReadingError as error:
            return linked(*here, block, left, right, Verdict(UNKNOWN, f"not read: {error}")), None
        try:
            return self._judged(block, chain, place, left, right, readings, said)
        except FAILURES as problem:
            return linked(*here, block, left, right, _unjudged(problem)), None

    def _judged(
        self,
        block: Block,
        chain: Chain,
        place: int,
        left: Part,
        right: Part,
        readings: tuple[Reading, ...],
        said: str,
    ) -> tuple[Link, tuple[Term, ...] | None]:
        """A link that is read, with its verdict, and what is in force after it."""
        self.argument = argument(readings[0].terms[0]) if not place else self.argument
        derived, line = written(chain.parts[0]) in self.derived, self._line(block)
        of_chain = self.argument, self.below, derived, self.solving, self.given
        verdict = self._decided(Standing(block, chain, place, (left, right), readings, said, line, *of_chain))
        verdict = as_said(self.context, block, readings[0], verdict)
        if verdict.status == FAILS and len(readings) > 1:
            verdict = Verdict(UNKNOWN, "it has several readings, and does not follow in the first")
        if verdict.status == UNKNOWN and right.relation in EQUAL:
            self.context = self.context.with_gap(readings[0].terms, line)
        self.context = self.context.placed(line).having_seen(
            *readings[0].terms, claim=block.claim, defines=verdict.status == DEFINITION
        )
        if verdict.status == DEFINITION and not EXPLAINED.search(sentence(block.before)):
            self.context = of_new_function(self.context, readings[0].terms[0])
        if verdict.status == DEFINITION and is_moment(readings[0].terms[0]):
            self.context = with_moments(self.context, readings[0].terms[0], line)
        if right.relation in EQUAL and verdict.status in (UNKNOWN, DEFINITION, ASSUMPTION):
            self.context = self.context.tying(*readings[0].terms)
        self.context = remembered(self.context, block, chain, place, readings, verdict, line)
        if may_hold(block, right.relation, verdict):
            self.context = self.context.doubting(stated(self.context.scope, Chain((left, right))))
        link = linked(self.files, self.macros, block, left, right, verdict)
        if verdict is CLAIMED and left.tree is not None and right.tree is not None:
            self.claims[link.place] = Claim(link.place, left.tree, right.tree)
        if self.twice:
            link = replace(link, numbers=tuple(cores(readings[0])))
        return link, moved(map(at_point, readings[0].terms), self.context)

    def _decided(self, here: Standing) -> Verdict:
        """The verdict on a link; with what is in force after it the walk goes on."""
        try:
            with within(self.seconds):
                found = decide(here, self.context)
                now = self.context, found.context
                context, verdict = by_citation(*now, here.block, here.chain, here.place, here.readings, found.verdict)
        except Stopped:
            return Verdict(UNKNOWN, f"stopped after {self.seconds:g} s of work")
        except MemoryError:
            return Verdict(UNKNOWN, "it needs more memory than there is for a link")
        except FAILURES as problem:
            return _unjudged(problem)
        self.context = context
        self.solving = self.solving or found.is_row or found.is_condition
        self.solved |= {here.block.number} if found.is_row and here.is_inline else set()
        return verdict

    def _input(self, block: Block) -> Iterator[Link]:
        r"""The links of a file that is read with \input, if it lies in the folder of the document."""
        name = block.text.text.strip()
        place = self.files.place(block.text.at[0]) if name else "?"
        try:
            path = included(self.folder, name, self.depth)
            text = read_file(path)
        except Unreadable as problem:
            self.notes.append(f"{place}: {problem}")
            return
        self.depth += 1
        yield from self.links(self.files.add(str(path), text), TEX)
        self.depth -= 1


def _unjudged(problem: Exception) -> Verdict:
    return Verdict(UNKNOWN, f"it cannot be judged: {problem}")
