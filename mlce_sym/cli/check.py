r"""`mlce check`: a verdict for every equation of a person's document.

Exit status: 0 where nothing is wrong, 1 where something is refuted or does not follow (with --strict, also where
something is unknown), 2 for bad usage or bad input.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import files as output_files
from .colour import coloured
from .commands import Usage
from .waiting import waiting

if TYPE_CHECKING:
    from ..documents.checked import Checked

ENDINGS = {
    "json": (".json", ".jsonl"),
    "sarif": (".sarif", ".json"),
    "html": (".html", ".htm"),
    None: (".txt", ".log", ""),
}
NAMES_STANDARD_STREAM = "-"


@click.command(short_help="A verdict for every equation of a document.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(allow_dash=True, path_type=Path))
@click.option("--strict", is_flag=True, help="Exit status 1 also where something is unknown.")
@click.option("-q", "--quiet", is_flag=True, help="Only what is wrong, and the summary.")
@click.option("--json", is_flag=True, help="One JSON object for each link, in document order.")
@click.option("--sarif", is_flag=True, help="SARIF 2.1.0, for code review tools.")
@click.option("--html", is_flag=True, help="A page with each formula beside its verdict; works offline.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file for it; else, or with -, standard output."
)
@click.option("--seconds", type=click.FloatRange(min=0.1), default=10.0, help="CPU time for one link; 10 if not said.")
@click.option("--second-reader", is_flag=True, help="Say where latex2sympy2 reads a formula otherwise.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="How many files are checked at the same time.")
def check(
    paths: tuple[Path, ...],
    strict: bool,
    quiet: bool,
    output: Path | None,
    seconds: float,
    second_reader: bool,
    jobs: int,
    **forms: bool,
) -> None:
    """Judge every equation of a document: proved, refuted with values that show it, or unknown with the reason.

    FILE is LaTeX (.tex), Markdown (.md) or a notebook (.ipynb); - is the standard input.

    \b
    mlce check homework.tex
    mlce check --html -o report.html paper.tex
    mlce check --json notes.md | jq 'select(.verdict == "refuted")'
    """
    output = None if str(output) == NAMES_STANDARD_STREAM else output
    form = _form(forms, output)
    checked = _checked(paths, seconds, jobs, second_reader)
    text = _written(checked, form, quiet)
    if output:
        output_files.write(output, text)
        click.echo(f"{output}: {_total(checked)}")
    else:
        click.echo(text if form else coloured(text), nl=False)
    counts = _counts(checked)
    sys.exit(1 if any(one.wrong for one in checked) or (strict and counts["unknown"]) else 0)


def _form(forms: dict[str, bool], output: Path | None) -> str | None:
    """The one form that is asked for, if any; the ending of a file has to be one of that form's."""
    chosen = [form for form, wanted in forms.items() if wanted]
    if len(chosen) > 1:
        raise Usage(f"{' and '.join(f'--{form}' for form in sorted(chosen))} are different forms: say one of them")
    form = chosen[0] if chosen else None
    if output and output.suffix not in ENDINGS[form] and not output_files.is_device(output):
        what, endings = f"--{form}" if form else "the list", " or ".join(filter(None, ENDINGS[form]))
        raise Usage(
            f"{output}: {what} is not written as {output.suffix or 'a file without an ending'}; write {endings}"
        )
    return form


@click.command(short_help="A verdict for one equation.")
@click.argument("equation")
@click.option(
    "--given",
    multiple=True,
    help="What is assumed, in LaTeX or text; repeatable: '0 < p < 1', 'f(x) = x^2', 'X ~ Poisson(a)'.",
)
@click.option("--seconds", type=click.FloatRange(min=0.1), default=10.0, help="CPU time for it; 10 if not said.")
def judge(equation: str, given: tuple[str, ...], seconds: float) -> None:
    """Judge one equation, such as '\\log(ab) = \\log a + \\log b', where --given holds.

    Exit status: 0 proved, 1 refuted or unknown, 2 bad input.
    """
    from ..prompt.typed import verdict
    from ..verdicts.judge import PROVED

    with waiting("judging"):
        found = verdict(equation, given, seconds)
    click.echo(coloured(str(found)))
    sys.exit(0 if found.status == PROVED else 1)


def _checked(paths: tuple[Path, ...], seconds: float, jobs: int, twice: bool) -> list[Checked]:
    from ..documents.checked import check_text
    from ..prompt.check import bounded, check_files

    found: list[Checked] = []
    named = [path for path in paths if str(path) != NAMES_STANDARD_STREAM]
    with bounded(), waiting("checking") if len(paths) == 1 else nullcontext():
        checked = iter(
            check_files(named, jobs=jobs, seconds=seconds, progress=_progress(len(named)), second_reader=twice)
        )
        for path in paths:
            if str(path) == NAMES_STANDARD_STREAM:
                from ..documents.text.sources import decoded

                text = decoded(sys.stdin.buffer.read(), "standard input")
                found.append(check_text(text, seconds=seconds, twice=twice))
            else:
                found.append(next(checked))
    return found


def _progress(total: int) -> Any:
    """Says on a terminal which file is done, where there are several."""
    if total < 2 or not sys.stderr.isatty():
        return None
    return lambda number, name: click.echo(f"\r{number}/{total} {name}\x1b[K", nl=number == total, err=True)


def _written(checked: list[Checked], form: str | None, quiet: bool) -> str:
    if form == "json":
        from ..documents.checked import as_json

        return "".join(f"{as_json(link)}\n" for one in checked for link in one.links)
    if form == "sarif":
        from ..documents.sarif import sarif

        return sarif(checked)
    if form == "html":
        from ..documents.html import page

        return page(checked)
    lines = [line for one in checked for line in one.lines(quiet)]
    return "\n".join([*lines, *([_total(checked)] if len(checked) > 1 else [])]) + "\n"


def _counts(checked: list[Checked]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in checked:
        total.update(one.counts)
    return total


def _total(checked: list[Checked]) -> str:
    from ..documents.checked import summary
    from ..documents.equations.links import VERDICTS

    counts = _counts(checked)
    files = f"{len(checked)} files, " if len(checked) > 1 else ""
    return files + summary({status: counts[status] for status in VERDICTS if counts[status]})
