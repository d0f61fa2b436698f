"""`python -m benchmarks check`: what `mlce check` makes of documents, of published pages, and of wrong versions.

The inputs are those beside the checkout, `../shared/check` and `../shared/corpus`, where they are there; `--check PATH`
and `--corpus PATH` take others. A case is a line of JSON with a document and the verdict wanted for each link; a corpus
has pages of Markdown and LaTeX in folders, and `mutants.jsonl` with right and wrong versions of single equations.
"""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from mlce_sym import check
from mlce_sym.documents.equations.links import FAILS, REFUTED, UNKNOWN, VERDICTS, Link
from mlce_sym.documents.text.places import Files, Place
from mlce_sym.documents.text.sources import syntax_of
from mlce_sym.documents.walking import Walk
from mlce_sym.prover.seconds import SECONDS

from .beside import beside

BESIDE = Path(__file__).parent.parent.parent / "shared"
SUFFIXES = (".md", ".tex")


def main(arguments: list[str]) -> None:
    """Print all tables for which there are inputs."""
    places = dict(zip(arguments[::2], arguments[1::2], strict=True))
    cases = Path(places.get("--check", BESIDE / "check")) / "cases.jsonl"
    corpus = Path(places.get("--corpus", BESIDE / "corpus"))
    if cases.is_file():
        documents(map(json.loads, cases.read_text(encoding="utf-8").splitlines()))
    if corpus.is_dir():
        if (corpus / "mutants.jsonl").is_file():
            versions(map(json.loads, (corpus / "mutants.jsonl").read_text(encoding="utf-8").splitlines()))
        for folder in sorted({path.parent for path in corpus.rglob("*") if path.suffix in SUFFIXES}):
            pages(sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES))


def documents(cases: Iterable[dict[str, Any]]) -> None:
    """Documents with the verdict that is wanted for each link: what differs, and how many are as wanted."""
    right = total = 0
    for case in cases:
        found = check(case["document"], {"md": "markdown"}.get(case["format"], case["format"]))
        wanted = [link["verdict"] for link in case["links"]]
        given = [link.verdict.status for link in found.links if link.relation in ("=", ":=", "≡")]
        total += 1
        right += wanted == given
        if wanted != given:
            print(f"{case['id']}: {', '.join(given)}, where {', '.join(wanted)} is wanted ({case['why']})")
    print(f"{right} of {total} documents have the verdicts that are wanted for them\n")


def versions(rows: Iterable[dict[str, Any]]) -> None:
    """Single equations, and wrong versions of them."""
    found: dict[str, Counter[str]] = {"right": Counter(), "wrong": Counter()}
    pairs: dict[tuple[str, str], str] = {}
    for row in rows:
        pairs[row["original_lhs"], row["original_rhs"]] = "right"
        pairs[row["lhs"], row["rhs"]] = "wrong"
    for (left, right), kind in pairs.items():
        *_, last = check(f"$$ {left} = {right} $$", "markdown").links
        status = "not read" if last.verdict.reason.startswith("not read") else last.verdict.status
        found[kind][status] += 1
        if (kind, status) in (("right", REFUTED), ("wrong", "proved")):
            print(f"WRONGLY {status}: {left} = {right}")
    for kind, counts in found.items():
        print(f"{kind} equations: {_listed(counts)}")
        print(f"    by latex2sympy2 and simplify: {beside(pair for pair, own in pairs.items() if own == kind)}")
    print()


def pages(paths: list[Path]) -> None:
    """Whole pages: links by verdict, why some are unknown, what is said to be wrong, and the time for a link."""
    seconds: list[float] = []
    links: list[Link] = []
    for path in paths:
        own = [*timed(path)]
        seconds += [spent for _, spent in own]
        links += [link for link, _ in own]
        print(f"{path.name:<44}{_listed(_counts([link for link, _ in own]))}")
    unread = sum(link.verdict.reason.startswith("not read") for link in links)
    print(f"{len(links)} links, of which {len(links) - unread} are read: {_listed(_counts(links))}")
    for why, count in Counter(_reasons(links)).most_common(12):
        print(f"    unknown {count:>4}  {why}")
    for link in links:
        if link.verdict.status in (REFUTED, FAILS):
            print(f"    {link.verdict.status}: {link.place}: {' '.join(f'{link.lhs} = {link.rhs}'.split())[:120]}")
    if len(seconds) > 1:
        late = quantiles(seconds, n=20)[-1]
        print(f"CPU seconds for a link: median {median(seconds):.3f}, 95th percentile {late:.3f}\n")


def timed(path: Path) -> Iterator[tuple[Link, float]]:
    """The links of a file, each with the CPU seconds that it took, not with those of what a claim waits for."""
    files = Files()
    text = files.add(str(path), path.read_text(encoding="utf-8"))
    walk = Timed(files, seconds=SECONDS, folder=path.parent)
    for link in walk.links(text, syntax_of(path.name)):
        yield link, walk.spent[link.place]


@dataclass
class Timed(Walk):
    """A document on the way, with the CPU seconds that each link took: that of a claim where it is judged, too."""

    spent: dict[Place, float] = field(default_factory=lambda: defaultdict(float))

    def _link(self, *arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        found = super()._link(*arguments, **options)
        self.spent[found[0].place] += time.process_time() - start
        return found

    def _settle(self) -> None:
        start, claims = time.process_time(), list(self.claims)
        super()._settle()
        for place in claims:
            self.spent[place] += (time.process_time() - start) / len(claims)


def _counts(links: list[Link]) -> Counter[str]:
    return Counter(link.verdict.status for link in links)


def _reasons(links: list[Link]) -> Iterator[str]:
    for link in links:
        if link.verdict.status == UNKNOWN:
            reason = link.verdict.reason
            yield "a name stands on one side alone" if " side has" in reason else reason.partition(":")[0][:70]


def _listed(counts: Counter[str]) -> str:
    order = (*VERDICTS, "not read")
    return ", ".join(f"{counts[status]} {status}" for status in order if counts[status])
