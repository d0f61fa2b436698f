"""Pages of every kind: nothing serious for an accessibility checker, nothing that scrolls, a fair weight."""

import pytest

from .conftest import NARROW, SITE, WIDE

PAGES = (
    *("index", "playground", "checker", "api", "search", "genindex"),
    *("book/index", "book/words", "book/logistic", "book/multivariate-gaussian", "atlas/index", "atlas/gaussian"),
    *("guides/checking", "reference/rules", "reference/certificate", "examples/student"),
)
UNBREAKABLE = 19  # formulas of book and atlas that have no place to break, as cases in a sum, or two of these
HEAVIEST = 2.5  # MB of a page, without what it shares with others
# Boxes that scroll up and down, which no formula needs; and, within the article, those that are wider than the page.
UPRIGHT = """() => [...document.querySelectorAll("article *")].filter(box =>
    /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight + 1 &&
    box.localName !== "textarea").map(box => box.textContent.slice(0, 60))"""
OVER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SCROLLED = """() => [...document.querySelectorAll(".statement, .display, .wide")].filter(box =>
    box.scrollWidth > box.clientWidth + 1).length"""


@pytest.mark.parametrize("scheme, size", [("light", WIDE), ("dark", NARROW)], ids=["light-wide", "dark-narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_everybody(opened, axe, picture, name, scheme, size):
    page = opened(f"{name}.html", scheme, size)
    assert axe(page) == []
    assert page.evaluate(UPRIGHT) == []
    assert page.evaluate(OVER) <= 0
    picture(page, f"{name.replace('/', '-')}-{scheme}")


def test_hardly_a_formula_is_wider_than_its_page(opened, site):
    names = sorted(f"{folder}/{path.name}" for folder in ("book", "atlas") for path in (SITE / folder).glob("*.html"))
    page = opened("index.html")
    scrolled = {}
    for name in names:
        page.goto(f"{site}/{name}")
        scrolled[name] = page.evaluate(SCROLLED)
    assert sum(scrolled.values()) <= UNBREAKABLE, {name: count for name, count in scrolled.items() if count}


def test_pages_are_light(capsys):
    weights = {path: path.stat().st_size / 1e6 for path in SITE.rglob("*.html")}
    heaviest = sorted(weights, key=lambda path: -weights[path])[:3]
    with capsys.disabled():
        print("\nthe heaviest pages:", *(f"{path.relative_to(SITE)} {weights[path]:.2f} MB" for path in heaviest))
    assert weights[heaviest[0]] <= HEAVIEST
