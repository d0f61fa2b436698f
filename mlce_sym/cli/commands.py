"""The command line: `mlce prove`, `mlce loss`, `mlce verify`, `mlce list`, `mlce rules`.

Exit status: 0 proved (or accepted), 1 not proved (or rejected), 2 bad usage or bad input. SymPy is imported only by
the commands that derive something.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from ..terms.errors import MlceError, NoSuchName, Refused
from . import completion, files
from .waiting import waiting

SUFFIXES = {"text": "txt", "tex": "tex", "md": "md", "html": "html", "json": "json", "coq": "v"}


class Usage(click.ClickException):
    """Bad input."""

    exit_code = 2


class OneLine(click.Group):
    """A group that says in one line what is wrong, and never shows a traceback for bad input."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        try:
            sys.exit(super().main(*arguments, **{**options, "standalone_mode": False}) or 0)
        except click.ClickException as problem:
            context = getattr(problem, "ctx", None)
            hint = f" (see `{context.command_path} --help`)" if context else ""
            click.echo(f"mlce: {problem.format_message().rstrip('.')}{hint}", err=True)
            sys.exit(problem.exit_code)
        except MlceError as problem:
            from ..kernel.replay import Rejected

            click.echo(f"mlce: {problem}", err=True)
            sys.exit(1 if isinstance(problem, (Refused, Rejected)) else 2)
        except click.Abort:
            click.echo("mlce: interrupted", err=True)
            sys.exit(130)
        except UnicodeEncodeError as problem:
            letter = problem.object[problem.start : problem.end][:1]
            where = f"the encoding {sys.stdout.encoding} of the output has no {letter!a}"
            click.echo(f"mlce: {where}: set PYTHONIOENCODING=utf-8, or write a file with -o", err=True)
            sys.exit(2)
        except OSError as problem:
            click.echo(f"mlce: the output cannot be written ({problem.strerror})", err=True)
            sys.exit(2)


@click.group(cls=OneLine, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mlce-sym")
@click.pass_context
def main(context: click.Context) -> None:
    """Maximum likelihood is minimum cross-entropy: proofs that a machine builds, checks and typesets.

    \b
    mlce list                                  the documents that can be proved
    mlce prove bernoulli                       the proof in the terminal
    mlce prove bernoulli -o output --pdf       output/bernoulli.tex and .pdf
    mlce prove bernoulli --format json | mlce verify -
    mlce prove bernoulli --certify             also has Coq check the proof
    mlce check homework.tex                    a verdict for every equation of a document
    mlce loss poisson                          a loss from its density: gradient, estimate, code
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@main.command(short_help="The proof of a document, a theorem or an equation.")
@click.argument("name", shell_complete=completion.documents)
@click.option("--format", "form", type=click.Choice(list(SUFFIXES)), help="Else by the name of the output, or text.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, a folder for NAME.txt (.tex, …), or -.")
@click.option("--pdf", is_flag=True, help="Also run a TeX engine on the LaTeX document.")
@click.option("--fragment", is_flag=True, help=r"LaTeX without a preamble, for \input in a paper or on slides.")
@click.option("--full/--brief", default=False, help="One line per rule, or one per idea (the default).")
@click.option("--read-back", is_flag=True, help="Also read every printed line back with latex2sympy2.")
@click.option("--certify", is_flag=True, help="Also have Coq check the proof: runs coqc, and names the axioms.")
@click.option("--given", multiple=True, help="For an equation: what is assumed, such as '0 < p < 1'; repeatable.")
def prove(
    name: str,
    form: str | None,
    output: Path | None,
    pdf: bool,
    fragment: bool,
    full: bool,
    read_back: bool,
    certify: bool,
    given: tuple[str, ...],
) -> None:
    """Prove the document NAME, one theorem of it as in logistic/convex, or an equation 'LHS = RHS' in LaTeX or text;
    check every step, and write it."""
    if output and output.suffix == ".pdf":
        output, pdf = output.with_suffix(".tex"), True
    form = form or ("tex" if pdf else form_of(output))
    if fragment and form == "text" and (output is None or output.suffix in ("", ".tex")):
        form = "tex"
    if (pdf or fragment) and form != "tex":
        raise Usage("--pdf and --fragment are for LaTeX: leave --format away, or say --format tex")
    if pdf and (fragment or str(output) == "-"):
        raise Usage("--pdf is made of a whole document, in a file: leave --fragment and -o - away")
    if certify:
        _check_coqc()
    proved = _proved_equation(name, given) if "=" in name else _proved(name)
    name = "theorem" if "=" in name else name
    target = files.target(output, _file_name(name, form), default=pdf)
    if target and form == "coq":
        _check_module(target)
    if read_back:
        _read_back(proved)
    accepted = _certified(proved.certificate) if certify else ""
    text = proved.write("fragment" if fragment else form, full=full, columns=files.columns(target))
    if target and form == "coq":
        _deliver_libraries(target, text)
    _deliver(text, target, name, str(proved.report), pdf)
    if accepted:
        click.echo(accepted, err=target is None)


def form_of(output: Path | None) -> str:
    """The format that the ending of a file says; of a folder, or where there is none, text."""
    suffix = output.suffix.removeprefix(".") if output and not output.is_dir() else ""
    known = {"": "text", **{suffix: form for form, suffix in SUFFIXES.items()}}
    if suffix not in known:
        endings = ", ".join(f".{ending}" for ending in (*SUFFIXES.values(), "pdf"))
        raise Usage(f"{output}: nothing is written as .{suffix}; the endings are {endings}, or say --format")
    return known[suffix]


def _file_name(name: str, form: str) -> str:
    """What a document is called in a folder; for Coq, the name of a file is that of a module."""
    name = name.replace("/", "-")
    return f"{name.replace('-', '_') if form == 'coq' else name}.{SUFFIXES[form]}"


def _check_module(target: Path) -> None:
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_']*\.v", target.name):
        raise Usage(f"{target}: is no name for a Coq file: letters, digits and _ only, then .v, as in closed_form.v")
    if re.match(r"mlce(_|$)", target.stem.casefold()):
        raise Usage(f"{target}: is the name of the library, which is written beside the file; choose another one")


def _proved(name: str) -> Any:
    from ..certificate.checked import Rejected
    from ..derivations import page

    try:
        page(name.partition("/")[0])
    except NoSuchName as missing:
        raise Usage(f"{missing}{of_a_family(name)}{of_a_file(name)}") from None
    from ..prompt.prove import prove as proved

    try:
        with waiting("proving"):
            return proved(name)
    except (Refused, Rejected) as reason:
        click.echo(f"mlce: {name} is not proved: {reason}{_stale_rules()}", err=True)
        sys.exit(1)


def _proved_equation(text: str, given: tuple[str, ...]) -> Any:
    from ..certificate.checked import Rejected
    from ..prompt.prove import proof_of
    from ..prompt.typed import verdict

    try:
        with waiting("proving"):
            return proof_of(verdict(text, given))
    except (Refused, Rejected) as reason:
        click.echo(f"mlce: it is not proved: {reason}", err=True)
        sys.exit(1)


def _stale_rules() -> str:
    """What to do where a rule has been declared or changed, but not written to the table that the checker reads."""
    from .. import rules
    from ..border.rule import stale

    names = ", ".join(map(repr, stale(rules.ALL)))
    return f"\nThe rule table is not what the rules declare ({names}): run `make rules`" if names else ""


def _deliver(text: str, target: Path | None, name: str, report: str, pdf: bool) -> None:
    if target is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    files.write(target, text)
    click.echo(f"{target}: {name}. {report}")
    if pdf:
        click.echo(files.typeset(target))


def _deliver_libraries(target: Path, text: str) -> None:
    """What a Coq file requires, beside it."""
    from ..coq.names import library, required

    texts = {target.with_name(f"{name}.v"): library(name) for name in required(text)}
    for place, own in texts.items():
        if place.is_file() and not place.read_text(encoding="utf-8", errors="replace").startswith(own[:40]):
            raise Usage(f"{place}: is another file, and would be written over; choose another folder with -o")
    for place, own in texts.items():
        files.write(place, own)


def _check_coqc() -> None:
    from ..coq.run import program

    program()


def _certified(certificate: Any) -> str:
    from ..coq.run import NotAccepted, certified

    try:
        return str(certified(certificate))
    except NotAccepted as reason:
        click.echo(f"mlce: {reason}", err=True)
        sys.exit(1)


def _read_back(proved: Any) -> None:
    from ..reading.back import readback

    try:
        lines = readback.read_back(proved.certificate)
    except readback.Unread as difference:
        click.echo(f"mlce: {difference}", err=True)
        sys.exit(1)
    click.echo(f"Read back: {lines} printed lines give their own expressions.", err=True)


def of_a_family(name: str) -> str:
    """Where there is a family of that name: that its loss can be derived."""
    from ..families.families import FAMILIES

    known = {family.name for family in FAMILIES}
    return f" (and `mlce loss {name.lower()}` derives the loss of that family)" if name.lower() in known else ""


def of_a_file(name: str) -> str:
    """Where there is a file of that name: what takes it."""
    if not Path(name).is_file():
        return ""
    is_certificate = name.endswith(".json")
    return f" (`mlce {f'verify {name}` replays a certificate' if is_certificate else f'check {name}` judges a file'})"


@main.command(short_help="Replay a certificate, and evaluate its steps.")
@click.argument("file", type=click.Path(allow_dash=True, path_type=Path))
@click.option("--coq", is_flag=True, help="Also have Coq check what the certificate says: runs coqc.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="With --coq: where to write the Coq file.")
def verify(file: Path, coq: bool, output: Path | None) -> None:
    """Replay a certificate, and evaluate its steps.

    FILE is JSON, as `mlce prove NAME --format json` writes it; - is the standard input.
    """
    if output and not coq:
        raise Usage("-o is for the Coq file: say --coq as well")
    if coq:
        _check_coqc()
    from ..certificate.checked import Rejected, check

    data = files.certificate_of(file)
    try:
        report = check(data)
    except Rejected as reason:
        click.echo(f"{file}: rejected: {reason}", err=True)
        sys.exit(1)
    accepted = _certified(data) if coq else ""
    click.echo(f"{file}: accepted. {report}")
    if accepted:
        click.echo(accepted)
    if output:
        _export(data, output)


def _export(certificate: Any, output: Path) -> None:
    """The Coq file of a certificate, beside its libraries."""
    from ..coq.document import document

    target = files.target(output, "certificate.v", default=True)
    assert target is not None
    _check_module(target)
    text = document(certificate)
    _deliver_libraries(target, text)
    files.write(target, text)
    click.echo(f"{target}: what Coq has read")


if __name__ == "__main__":
    main()
