"""What there is: `mlce list`, `mlce rules`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

import click

from .commands import Usage, of_a_family


@click.command(name="list", short_help="The documents that can be proved, or those for a word.")
@click.argument("word", required=False)
@click.option("--theorems", is_flag=True, help="Also the theorems of each document, by their names.")
def list_(word: str | None, theorems: bool) -> None:
    """The documents that `mlce prove` knows, one line each; with WORD, those that it leads to.

    \b
    mlce list kl                    what has to do with the divergence of Kullback and Leibler
    mlce list convex                with the theorems that have it in their titles: mlce prove logistic/convex
    """
    from ..derivations import NAMES, PARTS, index, page

    width = max(map(len, NAMES)) + 2
    found = {name: tuple(index.titles()[name]) for name in NAMES} if word is None else dict(index.found(word))
    if not found:
        raise Usage(_not_found(word or ""))
    for part, names in PARTS:
        for name in (name for name in names if name in found):
            click.echo(f"{name:<{width}}{page(name).TITLE}" + (f"  [{part}]" if theorems else ""))
            for theorem in found[name] if theorems or word else ():
                click.echo(f"  {f'{name}/{theorem}':<{width + 20}} {_in_text(index.titles()[name][theorem])}")


def _in_text(title: str) -> str:
    from ..writers.prose import plain

    return plain(title)


def _not_found(word: str) -> str:
    from ..derivations import index

    near = index.nearest(word)
    hint = f"did you mean {' or '.join(near)}?" if near else "`mlce list` has all documents"
    return f"no document or theorem goes by {word!r}; {hint}{of_a_family(word)}"


@click.command(short_help="The rules that proofs use, or those with a word.")
@click.argument("word", required=False)
@click.option("--format", "form", type=click.Choice(["text", "md"]), default="text", help="How to write the table.")
def rules(word: str | None, form: str) -> None:
    """Every rule: statement, side conditions, reference; with WORD, such as log_of_product, those whose name,
    conditions or description have it, or else each part of it."""
    from ..kernel.rule_table import rows
    from ..writers.rules import rules_table

    wanted = re.split(r"[\s_-]+", (word or "").casefold())
    whole = [row for row in rows().values() if " ".join(wanted) in _spoken(row)]
    found = whole or [row for row in rows().values() if all(part in _spoken(row) for part in wanted)]
    if not found:
        near = get_close_matches(word or "", (part for name in rows() for part in name.split()), n=1)
        raise Usage(f"no rule has {word!r} in it; {f'did you mean {near[0]}?' if near else '`mlce rules` has all'}")
    click.echo(rules_table(found, form), nl=False)


def _spoken(row: dict[str, Any]) -> str:
    return f"{row['name']} {row.get('needs', '')} {row['words']}".casefold().replace("-", " ")
