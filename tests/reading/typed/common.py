"""What the tests of a room of typed text share."""

from mlce_sym.reading.typed.declared import Declared, declaration, density
from mlce_sym.reading.typed.mistyped import Mistyped


def names(*texts: str) -> list[Declared]:
    return [declaration(text) for text in texts]


NAMES = names(
    *("y > 0", "a > 0", "b > 0", "k > 0", r"n \in \{1, 2, \dots\}", r"0 < \theta < 1", r"\lambda > 0", "x_m > 0"),
    *(r"\mu \in \mathbb{R}", r"\sigma > 0", r"\delta > 0", r"\kappa > 0"),
)


def read(text: str):
    return density(text, NAMES)


def refusal(text: str, *declared: str) -> str:
    """The message with which a density is refused, without the option."""
    try:
        term = density(text, names(*declared) if declared else NAMES)
    except Mistyped as wrong:
        assert str(wrong).startswith("--density:")
        return str(wrong).removeprefix("--density:")
    raise AssertionError(f"{text} was read as {term}")
