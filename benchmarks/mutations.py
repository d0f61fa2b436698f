"""`python -m benchmarks mutations`: are errors in the trusted base noticed?

One error at a time (`mutants.py`) is planted in a copy of the checkout, and the tests of that copy are run: first those
that mirror the file, with its doctests, or with the lemmas of the rule table; then those of the rooms that stand on it;
then all. A test that does not end counts as noticed. And, whatever the tests say: what do evaluation and Coq's lemmas
notice alone, where a replay with the error in it reads certificates that are true and certificates that are not
(`corpus.py`)?

Ends with status 1 where an error that nothing notices has no reason in `survivors.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from .mutants import Mutant, changed_row, of_rooms
from .survivors import REASONS

ROOT = Path(__file__).parent.parent
NOT_COPIED = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__")
PYTEST = ("pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--no-header", "-rfE")
STAGES = ("mirrored", "rooms above", "all")
ABOVE = tuple(f"tests/{room}" for room in ("terms", "logic", "kernel", "certificate", "prover", "prompt"))
LEMMAS = "tests/coq/test_lemmas.py"
# The last builds a wheel of the copy, which has nothing to do with what is in it; the first tests this tool.
LEFT_OUT = ("tests/test_mutations.py", "tests/test_wheel.py")
PASSED = (0, 5)  # pytest's codes: nothing fails, and there is no test
NOT_EXPLAINED = "NOT EXPLAINED"

# Run in the copy before anything else: what is installed must not come before what is in the copy.
SITE = """
import importlib.util, sys
COPY = {copy!r}

class Book:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "mlce_sym.derivations":
            place = COPY + "/derivations"
            return importlib.util.spec_from_file_location(
                name, place + "/__init__.py", submodule_search_locations=[place]
            )

sys.meta_path[:] = [Book, *(f for f in sys.meta_path if not getattr(f, "__module__", "").startswith("__editable__"))]
"""
WHERE = "import mlce_sym, mlce_sym.derivations as d, derivations as e; print(mlce_sym.__file__, d.__file__, e.__file__)"


@dataclass(frozen=True)
class Ran:
    """How a process ended; `code` is None where it was stopped."""

    code: int | None
    output: str
    seconds: float
    cpu: float


@dataclass
class Result:
    """What became of a mutant. `stage` is the one that noticed it, or "" for none of the first `stages`; `alone` is
    what evaluation and Coq noticed, by the words of `corpus.judged`."""

    id: str
    digest: str
    before: str
    after: str
    stage: str = ""
    stages: int = len(STAGES)
    timeout: bool = False
    alone: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    cpu: float = 0.0

    @property
    def kind(self) -> tuple[str, str]:
        return self.id.partition("/")[0], self.id.rsplit(":", 2)[1]

    def took(self, what: str, ran: Ran) -> None:
        self.seconds[what] = round(ran.seconds, 2)
        self.cpu = round(self.cpu + ran.cpu, 2)


def digest(mutant: Mutant) -> str:
    return sha256(mutant.source.encode()).hexdigest()[:16]


class Copy:
    """A copy of the checkout in which files are changed and tests are run."""

    def __init__(self, place: Path, corpus: Path) -> None:
        self.root, self.corpus = place / "copy", corpus
        shutil.copytree(ROOT, self.root, ignore=NOT_COPIED)
        (place / "site").mkdir()
        (place / "site" / "sitecustomize.py").write_text(SITE.format(copy=str(self.root)), encoding="utf-8")
        (self.root / "where.py").write_text(WHERE, encoding="utf-8")
        self.warm = subprocess.Popen(
            (sys.executable, "-m", "benchmarks.warm"),
            cwd=self.root,
            env={**os.environ, "MLCE_LONG": "1", "PYTHONPATH": f"{place / 'site'}{os.pathsep}{self.root}"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.baselines: dict[tuple[str, ...], tuple[float, tuple[str, ...]]] = {}
        imported = self.python("where", compiling=True).output.split()
        assert len(imported) == 3 and all(file.startswith(str(self.root)) for file in imported), imported

    def python(self, *arguments: str, seconds: float = 3600, compiling: bool = False) -> Ran:
        """A module of Python is run in the copy. What it compiles goes into files only where no error is planted."""
        assert self.warm.stdin is not None and self.warm.stdout is not None
        print(json.dumps((arguments, seconds, compiling)), file=self.warm.stdin, flush=True)
        return Ran(*json.loads(self.warm.stdout.readline()))

    def tests(self, stage: str, file: str) -> tuple[str, ...]:
        """What pytest is asked to run for an error in a file. Empty where there is nothing to run."""
        path = Path(file)
        there = [place for place in ABOVE if (self.root / place).exists()]
        if stage == "rooms above":  # its own room first: most errors end there
            return tuple(sorted(there, key=lambda place: place != f"tests/{path.parts[0]}"))
        if stage == "all":
            return tuple(f"--ignore={place}" for place in (*there, *LEFT_OUT))
        name = f"tests/{path.parent}/test_{path.stem}.py"
        second = f"mlce_sym/{file}" if path.suffix == ".py" else LEMMAS
        return (*([name] if (self.root / name).exists() else []), second)

    def baseline(self, tests: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
        """How long these tests take without an error, and those that fail even so, as options that leave them out."""
        if (key := tuple(sorted(tests))) not in self.baselines:
            ran = self.python(*(a for a in PYTEST if a != "-x"), *tests, compiling=True)
            failed = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", ran.output, re.M)
            if ran.code not in PASSED and not failed:
                raise SystemExit(f"with no error planted, pytest does not run {tests}:\n{ran.output[-2000:]}")
            for test in failed:
                print(f"left out, as it fails with no error planted: {test}", file=sys.stderr)
            print(f"{ran.seconds:.0f} s with no error planted: {' '.join(tests)}", file=sys.stderr, flush=True)
            self.baselines[key] = ran.seconds, tuple(f"--deselect={test}" for test in failed)
        return self.baselines[key]

    @contextmanager
    def planted(self, mutant: Mutant) -> Iterator[None]:
        """The copy with the error in it. What is compiled of a file goes by the second, which is too coarse here."""
        path = self.root / "mlce_sym" / mutant.file
        original = path.read_bytes()
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
            compiled.unlink()
        path.write_text(mutant.source, encoding="utf-8")
        try:
            yield
        finally:
            path.write_bytes(original)

    def result(self, mutant: Mutant, stages: int, only_tests: bool) -> Result:
        result = Result(mutant.id, digest(mutant), mutant.before, mutant.after, stages=stages)
        if not only_tests:
            result.alone = self._alone(mutant, result)
        for stage in STAGES[:stages]:
            tests = self.tests(stage, mutant.file)
            if not tests:
                continue
            usual, left_out = self.baseline(tests)
            with self.planted(mutant):
                ran = self.python(*PYTEST, *left_out, *tests, seconds=30 + 4 * usual)
            result.took(stage, ran)
            if ran.code not in PASSED:
                result.stage, result.timeout = stage, ran.code is None
                break
        return result

    def _alone(self, mutant: Mutant, result: Result) -> list[str]:
        """What evaluation and Coq's lemmas notice, without the tests."""
        with self.planted(mutant):
            ran = self.python("benchmarks.corpus", "--judge", str(self.corpus), seconds=90)
        result.took("alone", ran)
        if ran.code is None:
            return ["timeout"]
        found = json.loads(ran.output.splitlines()[-1]) if ran.code == 0 else "crash"
        return [*filter(None, (found, "" if has_lemma(mutant) else "no lemma"))]


@cache
def _lemmas() -> str:
    from mlce_sym.coq.names import LIBRARIES, library

    return "\n".join(map(library, LIBRARIES))


def has_lemma(mutant: Mutant) -> bool:
    """Is the lemma of a rule in the library still the one that the changed rule says? That is a comparison of texts:
    that the lemmas of the library are proved is what `make test-coq` has Coq say."""
    if not mutant.file.endswith(".json"):
        return True
    from mlce_sym.coq.lemmas import statement

    row = changed_row(mutant)
    if row["uncertified"]:
        return True
    try:
        return f"{statement(row)}\nProof.\n" in _lemmas()
    except (ValueError, LookupError, TypeError):
        return False


# The run


_copy: Copy | None = None


def _start(place: str, corpus: str) -> None:
    global _copy
    own = Path(place) / str(os.getpid())
    own.mkdir()
    _copy = Copy(own, Path(corpus))


def _result(mutant: Mutant, stages: int, only_tests: bool) -> Result:
    assert _copy is not None
    return _copy.result(mutant, stages, only_tests)


def results(mutants: list[Mutant], jobs: int, stages: int, only_tests: bool) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="mlce-") as place:
        corpus = Path(place) / "corpus.json"
        if not only_tests:
            subprocess.run((sys.executable, "-m", "benchmarks.corpus", str(corpus)), cwd=ROOT, check=True)
        with ProcessPoolExecutor(jobs, initializer=_start, initargs=(place, str(corpus))) as pool:
            yield from pool.map(partial(_result, stages=stages, only_tests=only_tests), mutants)


def logged(
    log: Path | None, mutants: Iterable[Mutant], stages: int = len(STAGES), only_tests: bool = False
) -> dict[str, Result]:
    """The results that a log has for these mutants, as the files are now. What nothing noticed and no reason explains
    is not among them: there may be a test by now.
    """
    if log is None or not log.exists():
        return {}
    known = {mutant.id: digest(mutant) for mutant in mutants}
    found = [Result(**json.loads(line)) for line in log.read_text(encoding="utf-8").splitlines()]
    decided = (
        result
        for result in found
        if result.stage in STAGES[:stages] or (not result.stage and result.stages >= stages and result.id in REASONS)
    )
    asked = (result for result in decided if only_tests or "alone" in result.seconds)
    return {result.id: result for result in asked if known.get(result.id) == result.digest}


# The report

COLUMNS = ("mutants", "mirrored", "wider", "timeouts", "survive", "noticed", "alone", "evaluation", "lemma")


def table(found: Iterable[Result]) -> list[str]:
    """For each room and kind: how many mutants, how many noticed by the mirrored tests, by the wider suite, by a
    timeout, by nothing, the share that is noticed; then without the tests: the share that is noticed, how many because
    evaluation refuses what the replay accepts, how many because a rule has no lemma any more."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    for result in found:
        for row in dict.fromkeys((result.kind, (result.kind[0], "in all"), ("all rooms", "in all"))):
            counts = counted.setdefault(row, Counter())
            counts["mutants"] += 1
            counts["survive"] += not result.stage
            counts["timeouts"] += result.timeout
            counts["mirrored"] += result.stage == "mirrored" and not result.timeout
            counts["wider"] += result.stage in STAGES[1:] and not result.timeout
            counts["alone"] += bool(result.alone)
            counts["evaluation"] += "caught by evaluation" in result.alone
            counts["lemma"] += "no lemma" in result.alone
    lines = [f"{'room':<10}{'kind':<22}" + "".join(f"{column:>11}" for column in COLUMNS)]
    for (room, kind), counts in sorted(counted.items(), key=lambda item: (item[0][0], item[0][1] == "in all")):
        shares = {"noticed": 1 - counts["survive"] / counts["mutants"], "alone": counts["alone"] / counts["mutants"]}
        cells = (f"{shares[c]:>11.0%}" if c in shares else f"{counts[c]:>11}" for c in COLUMNS)
        lines.append(f"{room:<10}{kind:<22}" + "".join(cells))
    return lines


def survivors(found: Mapping[str, Result], existing: Iterable[str]) -> tuple[list[str], int]:
    """Those that nothing notices, with their reasons; and how many have none, or have a reason and are noticed."""
    lines, wrong = [], 0
    for result in found.values():
        reason = REASONS.get(result.id, "")
        if not result.stage:
            lines += [result.id, f"    {result.before}  →  {result.after}", f"    {reason or NOT_EXPLAINED}"]
            wrong += not reason
        elif reason:
            lines += [result.id, "    has a reason in survivors.py, and is noticed"]
            wrong += 1
    gone = sorted(REASONS.keys() - set(existing))
    return [*lines, *(f"{name}\n    has a reason in survivors.py, and does not exist" for name in gone)], wrong + len(
        gone
    )


def chosen(mutants: list[Mutant], only: str, sample: int) -> list[Mutant]:
    """Those of a room, a file or with a name that begins so; of these, `sample`, drawn by lot.

    The lots are the names' hashes: a larger sample has the smaller one in it, and so has one after a change elsewhere.
    """
    found = [m for m in mutants if not only or m.room == only or m.id.startswith(only)]
    if not 0 < sample < len(found):
        return found
    drawn = set(sorted(sha256(m.id.encode()).digest() for m in found)[:sample])
    return [m for m in found if sha256(m.id.encode()).digest() in drawn]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks mutations", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="only N of them, drawn by lot")
    parser.add_argument("--only", default="", metavar="ROOM_OR_FILE", help="logic, logic/algebra.py, or a name")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument(
        "--stages", type=int, default=3, choices=(1, 2, 3), help="only the first of: " + ", ".join(STAGES)
    )
    parser.add_argument("--only-tests", action="store_true", help="do not ask evaluation and Coq")
    parser.add_argument("--log", type=Path, metavar="FILE", help="results are appended here, and not asked for again")
    parser.add_argument("--list", action="store_true", help="say what there is, and run nothing")
    asked = parser.parse_args(arguments)
    everything = list(of_rooms())
    mutants = chosen(everything, asked.only, asked.sample)
    if asked.list:
        print(*(f"{m.id}: {m.before}  →  {m.after}" for m in mutants), f"{len(mutants)} mutants", sep="\n")
        return 0
    found = logged(asked.log, mutants, asked.stages, asked.only_tests)
    waiting = [mutant for mutant in mutants if mutant.id not in found]
    for result in results(waiting, asked.jobs, asked.stages, asked.only_tests) if waiting else ():
        found[result.id] = result
        if asked.log is not None:
            with asked.log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(result)) + "\n")
        print(f"{result.stage or 'SURVIVED':<12}{result.id} {result.seconds}", file=sys.stderr, flush=True)
    lines, wrong = survivors(found, (mutant.id for mutant in everything))
    hours = sum(result.cpu for result in found.values()) / 3600
    print(*table(found.values()), "", f"{hours:.2f} hours of CPU", "", *lines, sep="\n")
    return 1 if wrong else 0
