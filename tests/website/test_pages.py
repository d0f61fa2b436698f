"""The pages before they are HTML: theorems with their targets, links between chapters, guides, and search words."""

import re

import pytest
from mlce_sym.derivations import NAMES
from mlce_sym.derivations.aliases import ALIASES

from mlce_sym import prove
from website.chapters import book
from website.guides import ROOT, SECTIONS, guides, pages


@pytest.fixture(scope="module")
def chapters():
    return dict(book([prove(name).certificate for name in ("bernoulli", "iid", "gibbs")]))


@pytest.mark.slow
def test_every_theorem_has_a_target_and_its_number(chapters):
    page = chapters["book/iid.md"]
    assert re.search(r"^\(iid-[a-z-]+\)=\n## Theorem 2\.1 ", page, re.M)
    assert re.findall(r"^## Theorem 1\.(\d+) ", chapters["book/bernoulli.md"], re.M)


@pytest.mark.slow
def test_a_quoted_theorem_stands_in_one_chapter_and_is_linked_from_the_others(chapters):
    everything = "\n".join(chapters.values())
    targets = re.findall(r"^\((.*)\)=$", everything, re.M)
    assert len(targets) == len(set(targets)) >= 15
    links = re.findall(r'href="([a-z-]*)(?:\.html)?#([a-z0-9-]+)"', everything)
    assert {place for _, place in links} <= set(targets)
    assert any(page == "bernoulli" for page, _ in links)


def test_a_chapter_is_found_by_the_words_that_mlce_list_knows(chapters):
    assert f'keywords: "{ALIASES["gibbs"]}"' in chapters["book/gibbs.md"]


def test_the_index_leads_to_theorems_and_chapters(chapters):
    words = chapters["book/words.md"]
    assert "- BCE: [Maximising the Bernoulli" in words
    led_to = re.findall(r"<([a-z-]+)>`", words)
    assert led_to and all(f"({place})=" in "".join(chapters.values()) for place in led_to)


def test_the_figures_are_there(chapters):
    assert "```{figure} ../figures/tangent.svg" in chapters["book/gibbs.md"]


def test_every_section_of_the_readme_that_is_a_guide_is_one():
    written = dict(guides(NAMES))
    assert {f"guides/{name}.md" for name in SECTIONS.values()} <= set(written)
    assert all(text.lstrip().startswith(("# ", "Python\n")) for text in written.values())
    assert "](docs/" not in "".join(written.values())


def test_every_file_in_docs_has_a_page():
    assert {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")} <= set(pages(NAMES))
