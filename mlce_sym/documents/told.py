"""What the words around an inline name say of it: that it is positive, a probability, a whole number, one-hot, a
sample mean, or follows a law.

>>> from mlce_sym.documents.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.places import Files
>>> found = blocks(Files().add("a.md", "Let $y$ be a one-hot vector, and $s$ a positive number."), MARKDOWN)
>>> here, trees = Context(), {}
>>> for block in found:
...     here = told(here, block, trees, 1)
>>> sorted(here.one_hot), [fact.proposition for fact in here.facts]
(['y'], [('Lt', 0, 's')])
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading.grammar import tokens, tree
from ..reading.laws import LAWS, law_called
from ..reading.nodes import spelled
from ..reading.readings import read
from ..reading.tree import Node, ReadingError
from ..terms.errors import MlceError
from ..terms.terms import Term
from .blocks import DISPLAY, INLINE, Block
from .context import Context
from .formulas import SAYING, is_progression, variables_in
from .hedges import is_hedged, is_of_another
from .intervals import of_interval
from .kinds import strange, strange_in
from .laws import following, of_parameters
from .meaning import INDICES
from .prose import sentence
from .restricted import around, without_restricted
from .stated import possible

PLAIN = (  # a word that is none of these may change what is said, as "not", "half an", "truncated", "first" do
    r"(?:an?|the|all|each|both|some|any|its|their|our|this|strictly|always|also|again|now|only|fixed|given|known|"
    r"unknown|real|constant|common|same|respective|arbitrary|small|large|finite|scalar|true|single|new)"
)
IS = rf"\s*(?:is|are|be|denotes?|being)?\s+(?:{PLAIN}\s+){{0,3}}?"
ONE_HOT = re.compile(rf"{IS}one[- ]hot\b|\s*\(one[- ]hot", re.IGNORECASE)
ONE_HOT_BEFORE = re.compile(r"\bone[- ]hot\s+(?:encoded\s+)?(?:vectors?\s+|labels?\s+|targets?\s+)?$", re.IGNORECASE)
ALWAYS = r"(?!\s+(?:or|if|when|unless|only|except|almost|with)\b|\s*,\s*(?:negative|zero|or)\b)"
SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{IS}positive\b(?!\s+(?:semi\w*|part|definite)\b){ALWAYS}", re.IGNORECASE), "positive"),
    (re.compile(rf"{IS}(?:not\s+positive|non-?positive)\b{ALWAYS}", re.IGNORECASE), "not positive"),
    (
        re.compile(rf"{IS}(?:(?:zero|0)\s+or\s+positive|positive\s+or\s+zero|non-?negative)\b{ALWAYS}", re.IGNORECASE),
        "not negative",
    ),
    (re.compile(rf"{IS}negative\b{ALWAYS}", re.IGNORECASE), "negative"),
    (re.compile(rf"{IS}(?:integer|natural\s+number)s?\b{ALWAYS}", re.IGNORECASE), "integer"),
    (re.compile(rf"{IS}probability\b(?!\s+(?:density|distribution|mass|measure|vector)){ALWAYS}", re.I), "probability"),
)
MEAN = re.compile(
    r"\s*(?:is|are|be|denotes?|being|for|[,(])\s*(?:the\s+)?(?:(?:sample|empirical|arithmetic|observed)\s+)?"
    r"(?:mean|average)s?\b(?=\s*(?:$|[.,;:)]|(?:and|for|so|then|hence|we|here)\b|(?:of|over)\s+"
    rf"(?:{PLAIN}\s+)*(?:observed\s+)?(?:data|sample|observations|entries|labels|targets|counts|values)\b"
    r"(?!\s+(?:set|from|but|except|without)\b)))",
    re.IGNORECASE,
)
IS_SAID = re.compile(r"\s*(?:is|are|be|denotes?|stands?\s+for)\s+\w", re.IGNORECASE)
OF_MEAN = re.compile(r"\b(?:sample|empirical|arithmetic)\s+(?:mean|average)\s+(?:(?:is|be|by)\s+)?$", re.IGNORECASE)
NEW_LAW = re.compile(  # after which a variable may follow another law than before
    r"\s*(?:now\s+)?(?:be|denotes?|represents?|counts?|follows?|(?:has|have)\s+(?!mean|finite|expect|variance|moment)|"
    r"(?:is|are)\s+(?!positive|non-?neg|discrete|continuous|bounded|finite|random|always|in\b|at\b|greater|less|indep))",
    re.IGNORECASE,
)
OF_IT = re.compile(r"\b(?:of|for|from|in|by|with|on|about|around)\s+$", re.IGNORECASE)  # as in "the mean of X is …"
LISTED = r"(?:⟨\d+⟩[\s,;]*(?:and\s+)?)*"
LISTED_BEFORE = re.compile(rf"{LISTED}$")
ANEW = re.compile(rf"\blet\s+(?:now\s+)?{LISTED}$", re.IGNORECASE)
EVERY = re.compile(rf"\bfor\s+(?:any|every|arbitrary|all)\s+((?:[\w-]+\s+){{0,3}}){LISTED}$", re.IGNORECASE)
BE = re.compile(r"(?:[\s,;]|\band\b)*(?:now\s+)?(?:be\b(?!\s+(?:as|the\s+same|given|fixed|known))|$)")
OF_LAW = re.compile(
    r"\s*(?:now\s+)?(?:is|are|be|has|have|follows?)\s+(?:[\w-]+\s+){0,2}(?:uniform|normal|gaussian|poisson|bernoulli|"
    r"binomial|exponential|gamma|beta|geometric|truncated|censored|mixture|constant|degenerate)",
    re.IGNORECASE,
)
RESPECTIVELY = re.compile(r"[^.⟨]*\brespectively\b")
LIMITED = re.compile(
    r"\s*(?:lies?\s+outside|not|does\s+not|(?:is|are|be)\s+(?:outside|at\s+(?:least|most)|less|greater|larger|smaller|more|fewer|above|below|between|even|odd|"
    r"non\w*|never|not(?!\s+(?:known|given|important))|different|divisible|(?:an?\s+|the\s+)?(?:root|solution|"
    r"fixed\s+point|indicator|projection)s?|orthogonal|uncorrelated|idempotent|nilpotent|small|large|equal|unit)|exceeds?)\b",
    re.IGNORECASE,
)
LIST = r"((?:⟨\d+⟩[\s,;]*(?:and\s+)?)+)"
FILL = (
    rf"(?:(?:[\s,]|(?<=d)\.|\b(?:{PLAIN}|and|as|to|i\.?i\.?d|independent(?:ly)?|mutually|identically|according|"
    r"distributed|distributions?|law|random|variables?|observations?|samples?|data|counts?|labels?|trials?|drawn|"
    r"draws|from|assumed|taken|be)\b)*\s)?"
)
LAW = rf"{LIST}{FILL}\b(?:follow|follows|has|have|be|is|are|from){FILL}\b(%s)\b{FILL}"
NUMBERS = rf"(?:with|of)\s+(?:{PLAIN}\s+){{0,2}}?(%s)\s*,?\s*{LIST}$"
OTHERS = re.compile(  # what is said of a sum of them, of none of them, or once something else is known
    r"\b(?:given|condition\w*|neither|not|were)\b|(?<!\bnumber )(?<!\bnumbers )\bof\b[^,;:]*$", re.I
)
GOES_ON = re.compile(  # after which the law is as it was said
    r"\s*(?:$|[.]|(?:[,;:)]|(?:and|so|then|hence|thus|for|where|under)\b)"
    r"(?![^.]*\b(?:truncat|shift|censor|condition|given|inflat|log)))",
    re.I,
)
SORTS = "rates?|success probability|probability|probabilities|means?|parameters?"
RATES = re.compile(LAW % "Poisson|Bernoulli|exponential(?:ly)?" + NUMBERS % SORTS, re.I)
NORMALS = re.compile(LAW % "normal|normally|Gaussian" + rf"with\s+mean\s+{LIST}\s*variance\s+{LIST}$", re.I)
NAMES = {"poisson": "Poisson", "bernoulli": "Bernoulli", "exponential": "Exp", "exponentially": "Exp"}
MEANT = {"Poisson": ("rate", "mean", "parameter"), "Exp": ("rate", "mean")}  # a parameter may be either
FOLLOWS = r"\b(?:follow|follows|has|have|be|is|are|from)"
LONG = {"Exponential": "Exp", "Gamma": "Gam", "Beta": "Bet"}
CALLED = re.compile(  # by its law as a formula, or by a name with the parameters after it
    rf"{LIST}{FILL}{FOLLOWS}{FILL}(?:({'|'.join((*LONG, *LAWS))})\s*(\()?\s*)?{LIST}$"
)
KIND = re.compile(r"\s*(?:random\s+variables?|distributions?|populations?|laws?)\b", re.IGNORECASE)
NUMBER = re.compile(r"⟨(\d+)⟩")
AFTER = re.compile(r"[\s,.;)]*(?:where|with|for|here|in\s+which|if|when|provided|assuming)\b", re.IGNORECASE)
OF_INDEX = re.compile(r"⟨\d+⟩\s*,?\s+(?:for|if|when|whenever)\s+$", re.IGNORECASE)  # "$x_i > 0$ for $i < m$"
ENDS = re.compile(r"[.?!](?:\s|$)")


def told(context: Context, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of an inline formula, if it is a name; `trees` has the formulas before it by their numbers."""
    parts = block.chains[0].parts if block.kind == INLINE and block.chains else ()
    tree = parts[0].tree if parts and all(part.relation in SAYING for part in parts[1:]) else None
    if tree is not None:
        trees[block.number] = tree
    context = without_restricted(context, block, trees)
    others = strange(around(block), lambda one: _name(trees.get(one))) | strange_in(block)
    context = replace(context, strange=context.strange | others)
    limits = [part for part in parts[1:] if part.relation in SAYING and not is_progression(part.tree)]
    if OF_INDEX.search(block.before) and limits and (index := _name(parts[0].tree)) in INDICES:
        context = context.of_some(index, line)
    if tree is None:
        return context
    name = spelled(tree)
    within = of_interval(block.before, tree, context.scope)
    context = (
        context.doubting(within, hedged=True) if is_hedged(block.before, block.after) else context.knowing(within, line)
    )
    if name is not None and len(parts) == 1 and len(block.chains) == 1:
        context = _of_name(context, name, block, trees, line)
    for variable, entries, law in _laws(block, trees, context):
        laws = following(context.laws, variable, law, line, entries=entries, sure=True)
        context = replace(context, laws=laws).knowing(of_parameters(law), line)
    return context


def _of_name(context: Context, name: str, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of a name: what it is, where it lies, what it follows."""
    context = _renewed(context, name, block)
    is_new = NEW_LAW.match(block.after) and not OF_IT.search(block.before)
    context = context.without_law(name) if is_new else context
    found = LISTED_BEFORE.search(block.before)
    names = (*(_name(trees.get(int(one))) for one in NUMBER.findall(found[0] if found else "")), name)
    said = tuple(one for each in names if each is not None for one in _propositions(each, block.after))
    is_sure = not (is_hedged(block.before) or is_of_another(block.before) or RESPECTIVELY.match(block.after))
    context = possible(context, said).knowing(said, line) if is_sure else context.doubting(said, hedged=True)
    if not said and LIMITED.match(block.after):
        context = replace(context, limited=context.limited | {name})
    bars = frozenset(one for one in names if one is not None and "bar" in one.split("_"))
    if MEAN.match(block.after) or OF_MEAN.search(block.before):
        context = replace(context, averages=context.averages | bars | {name})
    elif IS_SAID.match(block.after):
        context = replace(context, strange=context.strange | bars)
    if ONE_HOT.match(block.after) or ONE_HOT_BEFORE.search(block.before):
        context = replace(context, one_hot=context.one_hot | {name.split("_")[0]})
    return context


def told_after(context: Context, listed: Sequence[Block], trees: dict[int, Node], line: int) -> Context:
    """With what the words after a display say, to the end of the sentence: "…, where $t$ is positive"."""
    first, *others = listed
    if first.kind != DISPLAY or not AFTER.match(first.after):
        return context
    words = first.after
    context = replace(context, strange=context.strange | strange(words, lambda one: None))
    for block in others:
        if block.kind != INLINE or ENDS.search(words.lstrip(" .,;)")):
            break
        words = block.after
        if block.chains:
            context = told(context, block, trees, line)
        context = replace(context, strange=context.strange | strange(around(block), lambda one: _name(trees.get(one))))
    return context


def _name(tree: Node | None) -> str | None:
    return None if tree is None else spelled(tree)


def _renewed(context: Context, name: str, block: Block) -> Context:
    """The context, in which "let $a$ be" and "for any $a$" make a another thing."""
    every = EVERY.search(block.before)
    anew = (every and (every[1] or "arbitrary" in every[0].lower())) or (
        ANEW.search(block.before) and BE.match(block.after)
    )
    if OF_LAW.match(block.after):
        context = replace(context, laws=tuple(law for law in context.laws if law.variable != name))
    return context.renewing(name) if anew else context.forgetting(name) if every else context


def _propositions(name: str, after: str) -> tuple[Term, ...]:
    """What is said of a number after its name."""
    said: dict[str, Term] = {
        "positive": ("Lt", 0, name),
        "negative": ("Lt", name, 0),
        "not positive": ("Le", name, 0),
        "not negative": ("Le", 0, name),
        "integer": ("Member", name, "Integers"),
        "probability": ("Member", name, ("Interval", 0, 1)),
    }
    return tuple(said[what] for pattern, what in SAID if pattern.match(after))


def _laws(block: Block, trees: dict[int, Node], context: Context) -> Iterator[tuple[str, bool, Term]]:
    """The variables with the laws that they follow, as "X and Y are independent Poisson with rates λ and μ" says at μ:
    to each its own parameter, or the same one to all."""
    words = f"{sentence(block.before)}⟨{block.number}⟩"
    if (called := CALLED.search(words)) is not None:
        yield from _called(called, block, trees, context)
        return
    law, sort, groups = "", "", list[str]()
    if (one := RATES.search(words)) is not None:
        law, sort, groups = NAMES[one[2].lower()], one[3].lower().rstrip("s"), [one[4]]
        law = law if sort in MEANT.get(law, (sort,)) else ""
    elif (two := NORMALS.search(words)) is not None:
        one, law, groups = two, "Normal", [two[3], two[4]]
    if not law or one is None or OTHERS.search(words[: one.start()]) or not GOES_ON.match(block.after):
        return
    variables, *numbers = ([int(number) for number in NUMBER.findall(group)] for group in (one[1], *groups))
    if not all(number in trees for group in (variables, *numbers) for number in group):
        return
    if any((node.kind, node.text) == ("list", "|") for number in variables for node in trees[number].walk()):
        return  # a law once something else is known
    named = [pair for number in variables for pair in variables_in(trees[number])]
    if not all(len(group) in (1, len(named)) for group in numbers):
        return
    for place, (variable, entries) in enumerate(named):
        try:
            chosen = (group[place] if len(group) > 1 else group[0] for group in numbers)
            parameters = [read(trees[number], context.scope)[0].terms[0] for number in chosen]
        except MlceError:
            return
        inverse = law == "Exp" and sort == "mean"
        yield variable, entries, ("Apply", law, *(("Pow", one, -1) if inverse else one for one in parameters))


def _called(
    found: re.Match[str], block: Block, trees: dict[int, Node], context: Context
) -> Iterator[tuple[str, bool, Term]]:
    """The variables with the law that "i.i.d. ⟨N(μ, v)⟩", "i.i.d. Poisson(⟨λ⟩)" or "Gamma⟨(a, b)⟩" says of all."""
    listed, name, opened, last = found.groups()
    variables, numbers = ([int(one) for one in NUMBER.findall(group)] for group in (listed, last))
    after = block.after if not opened else block.after.removeprefix(")") if block.after.startswith(")") else "("
    others = OTHERS.search(found.string[: found.start()])
    if others or not GOES_ON.match(KIND.sub("", after, count=1) if KIND.match(after) else after):
        return
    if not all(one in trees for one in (*variables, *numbers)) or (not name and len(numbers) > 1):
        return
    if any((node.kind, node.text) == ("list", "|") for number in variables for node in trees[number].walk()):
        return
    name = LONG.get(name, name)
    try:
        if name and not opened:  # as in Beta$(a, b)$
            law = read((tree(tokens(rf"\mathrm{{{name}}}{block.text.text}", {})),), context.scope)[0].terms[0]
        else:
            values = [read(trees[one], context.scope)[0].terms[0] for one in numbers]
            law = ("Apply", name, *values) if name else values[0]
    except (MlceError, ReadingError):
        return
    if law_called(law) is not None:
        yield from ((variable, entries, law) for one in variables for variable, entries in variables_in(trees[one]))
