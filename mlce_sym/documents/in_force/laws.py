r"""What follows a law, as X ∼ Poisson(λ): its density by whatever name a text uses, its expectations and variances.

They are used where the text itself does not say otherwise; nothing is refuted by them, for p may be another density.

>>> here = following((), "X", ("Apply", "Poiss", "lambda"), 3)
>>> written_out(("Apply", "E", ("Pow", "X", 2)), here)[0][:3]
('Sum', 'x', ('From', 0))
>>> written_out(("Apply", "p_x", 2), here)[0]
('Mul', ('Pow', 'lambda', 2), ('exp', ('Mul', -1, 'lambda')), ('Pow', ('factorial', 2), -1))
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...certificate.names import every_name
from ...reading.walk.laws import (
    BERNOULLI,
    BETA,
    EXPONENTIAL,
    GAMMA,
    LAWS,
    LOGNORMAL,
    NORMAL,
    POISSON,
    Law,
    formula_of,
    law_called,
)
from ...reading.walk.readings import read
from ...terms.terms import Term, children, compound, free, fresh, is_a, rebuilt, substitute
from ..equations.meaning import exchanged, is_square
from ..equations.mentions import applied, subterms
from ..equations.roles import is_accented, stem
from .events import probability
from .expectations import atoms, covariance, expected, variance
from .followed import MEANS, VALUE, Followed, Form, Laws

VARIANCES = frozenset(("Var", "var", "bb_V", "V"))
DIVERGENCES = frozenset(("KL_from", "D_KL_from", "kl_from", "dKL_from"))
ENTROPIES = frozenset(("h", "H"))
DEVIATIONS = frozenset(("SD", "sd", "std"))
COVARIANCES = frozenset(("Cov", "cov"))
TOGETHER = frozenset((*COVARIANCES, "Corr", "corr", "MSE", "Bias", "bias"))
NOT_WORKED_OUT = "a probability or a mean that is not worked out from the law that the text states"
CALLED = {  # what words may call the parameters, in each formula of the density
    **{NORMAL: ("mean location|variance",), BERNOULLI: ("mean",), POISSON: ("mean rate",)},
    **{EXPONENTIAL: ("rate", "scale"), GAMMA: ("shape|rate", "shape|scale"), BETA: ("shape|shape",)},
}
KINDS = {"gaussian": "normal"}
# laws whose parameters are all positive, in whatever order and however they are meant
POSITIVE = frozenset(("Wald", "IG", "InvGauss", "Weibull", "Weib", "Pareto", "Lomax", "Rayleigh", "Nakagami", "InvGam"))
OF_NORMAL = (
    ("standard", 2),
    ("precision", -1),
)  # what else the second may be, and the power of it
RANDOM = frozenset(("U", "V", "W", "X", "Y", "Z", "epsilon", "varepsilon"))
ONE = 3  # parts of the application of a function to one argument


def following(
    laws: Laws,
    left: Term,
    right: Term,
    line: int,
    label: str = "",
    entries: bool = False,
    sure: bool = False,
    exact: bool = False,
) -> Laws:
    """The laws with what X ∼ D(a, b) says, if D has a known density; with `entries` it is said of all X_1, X_2, …; it
    is `sure` where b is a variance, and `exact` where words say what the parameters are."""
    law = law_called(right)
    if not isinstance(left, str) or law is None:
        return laws
    values = compound(right)[2:]
    unclear = law is NORMAL and isinstance(values[-1], str) and not sure  # it may be a standard deviation
    if unclear or (law is LOGNORMAL and not (values[-1] == 1 or any(map(is_square, subterms(values[-1]))))):
        return laws
    value = fresh(VALUE, frozenset[str]().union(*map(every_name, values)))
    forms = tuple(_forms(law, values, value, exact))
    support = substitute(law.support, dict(zip(law.parameters, values, strict=True)))
    others = (one for one in laws if one.variable != left or (one.label not in ("", label) and label))
    return (*others, Followed(left, forms[0].density, support, line, label, entries=entries, forms=forms, value=value))


def _forms(law: Law, values: Sequence[Term], value: str, exact: bool) -> Iterator[Form]:
    """What D(a, b) may mean; the first alone where words say it."""
    called = CALLED.get(law, ("",) * len(law.formulas))
    for formula, words in [*zip(law.formulas, called, strict=True)][: 1 if exact else None]:
        density = substitute(read(formula_of(formula))[0].terms[0], {VALUE: value} if value != VALUE else {})
        given = dict(zip(law.parameters, values, strict=True))
        kinds = (*words.split("|"), *("",) * (len(values) - 1))
        yield Form(substitute(density, given), tuple(zip(values, kinds, strict=False)))
        is_variance = exact or values[-1] == 1 or any(map(is_square, subterms(values[-1])))
        for word, power in () if law is not NORMAL or is_variance else OF_NORMAL:
            given = {"m": values[0], "v": ("Pow", values[-1], power)}
            yield Form(substitute(density, given), ((values[0], "mean location"), (values[-1], word)))


def is_distribution(left: Term, right: Term) -> bool:
    """Is it p = N(μ, v): a letter for a density, and a law with its parameters alone?"""
    return left in ("p", "q", "f", "g", "P", "Q") and law_called(right) is not None


def is_called(law: Followed, word: str) -> bool:
    """Is it of the kind that a word names?

    >>> (law,) = following((), "X", ("Apply", "Exp", "lambda"), 1)
    >>> [is_called(law, word) for word in ("exponential", "Poisson")]
    [True, False]
    """
    wanted = KINDS.get(word.lower(), word.lower())
    kind = next((one for name, one in LAWS.items() if name.split("_")[0].lower() == wanted), None)
    values = [value for value, _ in law.parameters]
    if kind is None or len(values) != len(kind.parameters):
        return False
    return law.density in {form.density for form in _forms(kind, values, law.value, exact=False)}


def of_parameters(right: Term) -> tuple[Term, ...]:
    """What D(a, b) says of those of its parameters that are names.

    >>> of_parameters(("Apply", "Exp", "theta")), of_parameters(("Apply", "U", 0, "theta"))
    ((('Lt', 0, 'theta'),), (('Lt', 0, 'theta'),))
    >>> of_parameters(("Apply", "Exp", ("Pow", "theta", -1))), of_parameters(("Apply", "Wald", "gamma", 2))
    ((('Lt', 0, 'theta'),), (('Lt', 0, 'gamma'),))
    """
    law = law_called(right)
    if law is None:
        known = is_a(right, "Apply") and right[1] in POSITIVE
        return tuple(("Lt", 0, one) for one in compound(right)[2:] if isinstance(one, str)) if known else ()
    pairs = [*zip(law.parameters, compound(right)[2:], strict=True)]
    given: dict[str, Term] = {name: value for name, value in pairs if isinstance(value, (str, int))}
    inverse = {name: compound(value)[1] for name, value in pairs if is_a(value, "Pow") and value[2] == -1}
    own = (substitute(one, given) for one in law.given if free(one) <= set(given))
    positive = (("Lt", 0, value) for name, value in inverse.items() if ("Lt", 0, name) in law.given)
    return tuple(said for said in (*own, *positive) if free(said))


def written_out(term: Term, laws: Laws) -> tuple[Term, Laws]:
    """The term with expectations, variances and densities of what follows a law, and the laws that were used."""
    for law in laws:
        over = _over_support(term, law)
        if over is not None:
            again, used = written_out(over, laws)
            return again, tuple(dict.fromkeys((law, *used)))
    found = [written_out(part, laws) for part in children(term)]
    whole = rebuilt(term, tuple(part for part, _ in found))
    used = tuple(law for _, some in found for law in some)
    for law in laws:
        other = _meant(whole, law, laws)
        if other is not None:
            named = tuple(one for one in laws if any(atoms(whole, (one,))))
            return other, tuple(dict.fromkeys((*used, *(named or (law,)))))
    return whole, tuple(dict.fromkeys(used))


def within_support(term: Term, laws: Laws) -> Term:
    """The term with integrals over all numbers that have a density in them over those where it is not 0."""
    term = rebuilt(term, tuple(within_support(part, laws) for part in children(term)))
    if not is_a(term, "ImproperIntegral") or term[2] != "Reals":
        return term
    for law in laws:
        if any(("Apply", name, term[1]) in _factors(term[3]) for name in law.names):
            return ("ImproperIntegral", term[1], law.support, term[3])
    return term


def is_of_law(term: Term, laws: Laws) -> bool:
    """Is it a probability, a mean or the like of what follows a law? Then what is said of it is a claim. A density at
    any value is none, for a text may mean its own parameters.

    >>> is_of_law(("Apply", "P_X_above", "t"), following((), "X", ("Apply", "Exp", "lambda"), 1))
    True
    """
    return any(_is_averaged(term, law) or _is_probability(term, law) for law in laws)


def sure_of(terms: Sequence[Term], laws: Laws) -> Laws:
    """The laws of whose means and probabilities terms speak; none where there is a p(x), which may be another density,
    or where a variable has two laws.

    >>> here = following((), "X", ("Apply", "Exp", "lambda"), 1)
    >>> len(sure_of((("Apply", "E", "X"), 2), here)), sure_of((("Apply", "p_x", 1), ("Apply", "E", "X")), here)
    (1, ())
    """
    parts = [part for term in terms for part in subterms(term)]
    own = tuple(law for law in laws if any(is_of_law(part, (law,)) for part in parts))
    called = {name for term in terms for name in applied(term)}
    others = {name for law in own for name in law.names if not name.startswith(("P", "bb_P"))}
    others |= ENTROPIES | DIVERGENCES  # which may be in bits
    return () if called & others or any(law.label for law in own) else own


def unworked(term: Term, laws: Laws) -> bool:
    """Is it such a thing, and not written out by the law?"""
    return is_of_law(term, laws) and written_out(term, laws)[0] == term


def _is_averaged(term: Term, law: Followed) -> bool:
    if not is_a(term, "Apply") or not any(atoms(term, (law,))):
        return False
    if law.moments is not None and law.moments[1] is None and term[1] in VARIANCES:
        return False  # the mean alone is known
    is_entropy = compound(term)[1] in ENTROPIES and law.variable in free(term)  # h(t) may be a hazard rate
    return is_entropy or is_moment(term)


def _is_probability(term: Term, law: Followed) -> bool:
    letter, *words = str(compound(term)[1]).removeprefix("bb_").split("_") if is_event(term) else ["", ""]
    return letter in ("P", "Pr", "p") and bool({law.variable, law.variable.lower()} & {*words})


def is_moment(term: Term) -> bool:
    """Is it a mean, a variance or the like?

    >>> is_moment(("Apply", "E", "Y")), is_moment(("Apply", "f", "Y"))
    (True, False)
    """
    name = str(term[1]) if is_a(term, "Apply") else ""
    return name in (*VARIANCES, *DEVIATIONS, *TOGETHER) or bool(MEANS.fullmatch(name))


def is_event(term: Term) -> bool:
    """Is it P(X = 2), P(X > t), or P(1 < X < 2), and no P(X = x)?"""
    if not is_a(term, "Apply"):
        return False
    letter, *words = str(term[1]).removeprefix("bb_").split("_")
    at_name = len(words) == 1 and isinstance(term[-1], str)
    return letter in ("P", "Pr", "p") and bool(words) and "given" not in words and not at_name


def _factors(term: Term) -> tuple[Term, ...]:
    return term[1:] if is_a(term, "Mul") else (term,)


def _over_support(term: Term, law: Followed) -> Term | None:
    r"""A sum or integral over \mathcal{X} over the values of X."""
    values = f"cal_{law.variable.upper()}" if not law.moments else ""
    if is_a(term, "ImproperIntegral") and term[2] == ("Interval", f"lower_{values}", f"upper_{values}"):
        return law.total(str(term[1]), term[3])
    if is_a(term, "Sum") and term[2] == ("Range", 1, f"size_{values}"):
        return law.total(str(term[1]), exchanged(term[3], ("Indexed", f"elements_{values}", term[1]), term[1]))
    return None


def _meant(term: Term, law: Followed, laws: Laws) -> Term | None:
    if is_a(term, "Apply") and term[1] in DIVERGENCES:
        return _divergence(term, law, laws)
    random = {one.variable for one in laws}
    laws = tuple(one for one in laws if not {*map(stem, every_name(one.density))} & (random - {one.variable}))
    if law not in laws and is_event(term):
        return None
    if (event := probability(term, law)) is not None:
        return event[0]
    if not is_a(term, "Apply"):
        return None
    if term[1] in law.names and (len(term) == ONE or (law.entries and len(term) == ONE + 1)):  # as P(X_i = x)
        return law.at(term[-1])
    if term[1] in COVARIANCES and len(term) == ONE + 1 and all(any(atoms(one, laws)) for one in term[2:]):
        return covariance(term[2], term[3], [other for other in laws if other.is_first])
    if len(term) != ONE:
        return None
    if term[1] in ENTROPIES and term[2] == law.variable and not law.moments:
        return ("Mul", -1, law.total(law.value, ("Mul", law.density, ("log", law.density))))
    own = [other for other in laws if other.is_averaged(str(term[1])) or (term[1] in VARIANCES and other.is_first)]
    if law not in own or (term[1] in ("E", *VARIANCES) and not any(atoms(term[2], own))):
        return None
    if any(_is_random(name) and not any(law.is_of(name) for law in laws) for name in free(term[2])):
        return None
    return variance(term[2], own) if term[1] in VARIANCES else expected(term[2], own)


def _is_random(name: str) -> bool:
    """Is it a letter for a random variable, or an estimate? Of one without a law no mean is known."""
    return stem(name) in RANDOM or is_accented(name)


def needed(term: Term, laws: Laws) -> tuple[Term, ...]:
    """That the limits of events in a term are values of the variables."""
    own = (one for law in laws if (found := probability(term, law)) is not None for one in found[1])
    return tuple(dict.fromkeys((*own, *(one for part in children(term) for one in needed(part, laws)))))


def _divergence(term: Term, law: Followed, laws: Laws) -> Term | None:
    """KL(P ‖ Q), where the law is P, and there is one for Q."""
    first, *others = compound(term)[2:]
    for other in laws:
        own = (law.label, law.support, law.value)
        if others == [other.label] and (first, other.support, other.value) == own:
            ratio: Term = ("Mul", law.density, ("Pow", other.density, -1))
            return law.total(law.value, ("Mul", law.density, ("log", ratio)))
    return None
