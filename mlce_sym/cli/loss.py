"""`mlce loss`: the loss of a likelihood, as a report, as a page, as theorems, as code, or as a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from . import completion, files
from .commands import SUFFIXES, Usage, form_of
from .waiting import waiting

MODEL = ("density", "formula", "data", "parameters", "known", "given", "contribution")
CLEARED = "\r\x1b[K"  # the line of a terminal, to be written anew
LIBRARIES = ["numpy", "python", "torch", "jax"]


@click.command(short_help="The loss of a family, or of a density of your own.")
@click.argument("name", required=False, shell_complete=completion.families)
@click.option("--density", help="A density or mass function, in LaTeX or SymPy syntax: '\\lambda e^{-\\lambda y}'.")
@click.option("--loss", "formula", help="The loss of one observation instead of a density: '(y - m)^2'.")
@click.option("--data", multiple=True, help="The observation and its support: 'y > 0', 'y \\in \\{0, 1\\}'.")
@click.option("--parameter", "parameters", multiple=True, help="A parameter and its domain; repeatable: '0 < p < 1'.")
@click.option("--known", multiple=True, help="A known constant, or one of each observation: 'k > 0', 'v_i > 0'.")
@click.option("--given", multiple=True, help="A fact that the declarations cannot say: 'b < 1'; repeatable.")
@click.option("--contribution", is_flag=True, help="It is a contribution to a likelihood, and need be no density.")
@click.option("--link", help="The first parameter is the inverse of this function at η: log, logit, probit, …")
@click.option("--shipped", help="Of which family a library's loss is: torch.PoissonNLLLoss; or 'all' of them.")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
@click.option("--format", "form", type=click.Choice(list(SUFFIXES)), help="Else by the name of the output, or text.")
@click.option("--code", type=click.Choice(LIBRARIES), help="The loss, gradient and Hessian as code for this library.")
@click.option("--plot", type=click.Path(path_type=Path), help="Also a picture of it: a file .svg, .png or .pdf.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file for what is written.")
@click.option("--pdf", is_flag=True, help="Also run a TeX engine on the LaTeX document.")
@click.option("--proof", metavar="[FORMAT]", is_flag=False, flag_value="", help="The theorems behind it, instead.")
def loss(name: str | None, proof: str | None, link: str | None, shipped: str | None, **options: Any) -> None:
    """The loss of a likelihood: of the family NAME, or of a density that is typed in.

    \b
    mlce loss                       the families
    mlce loss poisson               NLL, loss, what is dropped, gradient, Hessian, estimate
    mlce loss poisson --code numpy  the same as code, without overflow or cancellation
    mlce loss --density '\\lambda e^{-\\lambda y}' --data 'y > 0' --parameter '\\lambda > 0'
    """
    if shipped:
        return _shipped(shipped)
    if name is None and proof and proof not in SUFFIXES:
        name, proof = proof, ""  # click takes the word after --proof for its format
    model = {key: options.pop(key) for key in MODEL}
    model["data"] = _once("--data", model["data"])
    if name is None and not any(model.values()):
        return _families()
    _check_model(name, **model)
    found = _loss(name, **{key: "" if value is None else value for key, value in model.items()}, link=link or "")
    is_none = found.density.kind in ("differs", "negative") and not model["formula"]
    if is_none:
        instead = "; if it is the contribution of an observation to a likelihood, say --contribution"
        click.echo(f"mlce: this is no density: {str(found.density).partition(': ')[2]}{instead}", err=True)
    _deliver(found, proof, **options)
    sys.exit(1 if is_none else 0)


def _shipped(name: str) -> None:
    """What is known of the loss of a library, or of all of them; each theorem is checked."""
    from ..families.shipped import SHIPPED
    from ..losses.audit import audit, shipped
    from ..prompt.prove import prove as proved

    wanted = SHIPPED if name == "all" else (shipped(name),)
    for one in wanted:
        with waiting(one.names[0]):
            found = audit(one)
            if found.proof is not None:
                proved(found.proof)
        click.echo(str(found), nl=len(wanted) > 1)


def _deliver(
    found: Any,
    proof: str | None,
    *,
    as_json: bool,
    form: str | None,
    code: str | None,
    plot: Path | None,
    output: Path | None,
    pdf: bool,
) -> None:
    """What is asked for, where it is asked for."""
    if output and output.suffix == ".pdf":
        output, pdf = output.with_suffix(".tex"), True
    form = "json" if as_json else form or proof or ("text" if code else "tex" if pdf else form_of(output))
    if pdf and (form != "tex" or code or str(output) == "-"):
        raise Usage("--pdf is made of a LaTeX document, in a file: leave --format, --code and -o - away")
    text = _written(found, proof, code, form)
    if plot:
        from ..losses.plots import save

        save(found, plot)
    target = files.target(output, f"{found.family.name}.{'py' if code else SUFFIXES[form]}", default=pdf)
    if target:
        files.write(target, text)
    else:
        click.echo(text, nl=False)
    if pdf and target:
        click.echo(files.typeset(target))


def _once(option: str, texts: tuple[str, ...]) -> str | None:
    """What is said of the observation; of two sayings the second would hide the first."""
    if len(texts) > 1:
        raise Usage(f"{option} is said {len(texts)} times; say it once, as in {option} '0 < y < 1'")
    return texts[0] if texts else None


def _check_model(name: str | None, **model: Any) -> None:
    """A family, or a density with what belongs to it."""
    if [name, model["density"], model["formula"]].count(None) != 2:
        raise Usage(
            "give the name of a family, or --density with --data and --parameter, or --loss with these, not both"
        )
    if name is None and not (model["data"] and model["parameters"]):
        option = "--loss" if model["formula"] else "--density"
        wanted = "--data 'y > 0', the observation and its support, and at least one --parameter 'b > 0'"
        raise Usage(f"{option} needs {wanted}")
    if name is not None and any(model.values()):
        raise Usage(
            "--data, --parameter, --known, --given and --contribution belong to --density; a family has its own"
        )


def _written(found: Any, proof: str | None, code: str | None, form: str) -> str:
    """What is asked for: the theorems, the code, or the loss."""
    if proof and proof not in SUFFIXES:
        raise Usage(f"{proof!r} is no format of proofs; there are {', '.join(SUFFIXES)}")
    if proof is not None:
        from ..prompt.prove import prove as proved

        return str(proved(found.document).write(proof or form))
    if code:
        return str(found.code(code))
    if form == "coq":
        raise Usage("the theorems are what Coq can check: say --proof coq")
    ways = {"json": found.to_json, "md": found._repr_markdown_, "tex": found.to_tex, "html": found.to_html}
    return str(ways.get(form, found.__str__)())


def _families() -> None:
    from ..families.families import ALIASES, FAMILIES
    from ..losses.vector_families import VECTORS

    for family in (*FAMILIES, *(vectors.family for vectors in VECTORS.values())):
        also = ", ".join(name for name, plain in ALIASES.items() if plain == family.name)
        called = f" → {family.called}" if family.called else ""
        click.echo(f"{family.name:<26}{family.title}{called}{f' (also: {also})' if also else ''}")


def _loss(name: str | None, **typed: Any) -> Any:
    """What the prompt makes of it; on a terminal it is said what is worked on."""
    from ..prompt.loss import loss as derived

    if not sys.stderr.isatty():
        return derived(name, **typed)
    try:
        return derived(name, **typed, progress=lambda stage: click.echo(f"{CLEARED}{stage} …", nl=False, err=True))
    finally:
        click.echo(CLEARED, nl=False, err=True)
