r"""`check` and `check_files`: the verdict on every equation of what a person has written.

>>> found = check(r"Let $0 < p < 1$. Then $\log p^2 = 2 \log p$ and $\log (2p) = 2 \log p$.")
>>> [link.verdict.status for link in found.links]
['proved', 'refuted']
>>> found.wrong[0].verdict.counterexample
{'p': '1/2'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock

from ..documents.checked import Checked, check_path, check_text
from ..documents.memory import bound, bounded
from ..documents.text.sources import is_path
from ..prover.seconds import SECONDS

Progress = Callable[[int, str], None]
ONE_AT_A_TIME = Lock()


def check(
    text: str | Path, syntax: str | None = None, seconds: float | None = SECONDS, *, second_reader: bool = False
) -> Checked:
    """The links of a text, or of the file of that name, with their verdicts; `syntax` is "tex" or "markdown", else it
    is seen from the text.

    A link that takes more CPU `seconds` (None: however many) is unknown, and says so. With `second_reader`
    latex2sympy2 reads each formula again, as far as it is known to read it right: where it reads otherwise, both
    readings are said with the verdict. Raises NoReader where it is not installed, and Unreadable for a file.
    """
    if isinstance(text, Path) or (isinstance(text, str) and is_path(text)):
        return check_path(text, seconds=seconds, twice=second_reader)
    if not isinstance(text, str):
        raise TypeError(f"{text!r} is no text; write it as in check(r'$a + a = 2 a$'), or name a .tex or .md file")
    return check_text(text, syntax=syntax, seconds=seconds, twice=second_reader)


def check_files(
    paths: Iterable[Path | str],
    executor: Executor | None = None,
    *,
    jobs: int | None = None,
    seconds: float | None = SECONDS,
    progress: Progress | None = None,
    second_reader: bool = False,
) -> tuple[Checked, ...]:
    """The links of each file, in the order of the paths, whatever is done first.

    `executor` is any executor of `concurrent.futures`, or what has `submit` like it, as Dask's client has; without one,
    `jobs` processes share the files (None: as many as there are processors), each of which gets 1 GiB for them. Raises
    Unreadable for what is no document.
    """
    listed = [Path(path) for path in paths]
    job = partial(_alone, seconds=seconds, twice=second_reader)
    if executor is not None:
        return tuple(_told(_submitted(executor, job, listed), progress))
    if jobs == 1 or len(listed) < 2:
        return tuple(_told(map(job, listed), progress))
    with ProcessPoolExecutor(max_workers=jobs, initializer=bound) as processes:
        return tuple(_told(_submitted(processes, job, listed), progress))


def _alone(path: Path, seconds: float | None, twice: bool) -> Checked:
    """A file's links; of several threads one at a time, for the precision of balls is that of the whole process."""
    with ONE_AT_A_TIME:
        return check_path(path, seconds=seconds, twice=twice)


def _submitted(executor: Executor, job: Callable[[Path], Checked], listed: list[Path]) -> Iterator[Checked]:
    """The results in the order of the paths, and what comes first to be had first."""
    waiting = [executor.submit(job, path) for path in listed]
    yield from (future.result() for future in waiting)


def _told(found: Iterable[Checked], progress: Progress | None) -> Iterator[Checked]:
    for number, checked in enumerate(found, 1):
        if progress is not None:
            progress(number, checked.name)
        yield checked


__all__ = ["bounded", "check", "check_files"]
