"""Links between files become links between pages; and what leads nowhere, or would be fetched, is found."""

import pytest

from website.links import broken, relinked

PAGES = {"docs/check.md": "reference/check.md", "README.md": "index.md"}


@pytest.mark.parametrize(
    "text, file, page, there",
    [
        ("[a](docs/check.md)", "README.md", "guides/checking.md", "[a](../reference/check.md)"),
        ("[a](docs/check.md#scope)", "README.md", "index.md", "[a](reference/check.md#scope)"),
        ("[a](check.md)", "docs/reading.md", "reference/reading.md", "[a](check.md)"),
        ("[`M.v`](../coq/M.v)", "docs/coq.md", "reference/coq.md", "`M.v`"),
        ("[a](https://example.org/x) [b](#c)", "README.md", "index.md", "[a](https://example.org/x) [b](#c)"),
        ("![a](docs/check.md)", "README.md", "index.md", "![a](docs/check.md)"),
    ],
)
def test_a_link_between_files_is_one_between_pages_or_only_its_words(text, file, page, there):
    assert relinked(text, file, page, PAGES) == there


def site(folder, body):
    (folder / "sub").mkdir()
    (folder / "sub" / "other.html").write_text('<p id="here">x</p><a href="../page.html#top">up</a>')
    (folder / "page.html").write_text(f'<h1 id="top">x</h1>{body}')
    return list(broken(folder))


@pytest.mark.parametrize(
    "link", ["sub/other.html", "sub/other.html#here", "#top", "https://example.org/x", "page.html?a=1"]
)
def test_what_leads_somewhere(tmp_path, link):
    assert site(tmp_path, f'<a href="{link}">a</a>') == []


@pytest.mark.parametrize("link", ["sub/none.html", "sub/other.html#there", "#bottom", "none.png"])
def test_what_leads_nowhere(tmp_path, link):
    assert site(tmp_path, f'<a href="{link}">a</a>') == [f"page.html: {link} leads nowhere"]


@pytest.mark.parametrize("tag", ['<script src="{}"></script>', '<link rel="stylesheet" href="{}">', '<img src="{}">'])
def test_nothing_is_fetched_from_elsewhere(tmp_path, tag):
    assert site(tmp_path, tag.format("https://cdn.example/x")) == ["page.html loads https://cdn.example/x"]
