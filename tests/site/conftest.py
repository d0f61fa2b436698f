"""The site as `make playground` has made it, read by a person whom Chromium stands in for (`make test-site`).

Pictures of what was looked at are kept in `build/screenshots`.
"""

import os
import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]
SITE, PICTURES = ROOT / "build/site", ROOT / "build/screenshots"
AXE = ROOT / "build/playground/node_modules/axe-core/axe.min.js"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items):
    """What needs a browser is for `make test-site`."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.chromium)


def missing(what):
    (pytest.fail if os.environ.get("CI") else pytest.skip)(what, allow_module_level=False)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def site():
    """Where the site is served, by a server that knows nothing but files."""
    if not (SITE / "runtime").is_dir():
        missing(f"{SITE} has no playground: make playground")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium")
    if path is None:
        missing("chromium is not installed (Debian: apt install chromium)")
    if os.environ.get("CI"):
        from playwright.sync_api import sync_playwright
    else:
        sync_playwright = pytest.importorskip("playwright.sync_api").sync_playwright
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path)


@contextmanager
def visitor(browser, site):
    """Opens pages of the site; whatever goes wrong in their scripts fails the test."""
    contexts, wrong = [], []

    def page(name, scheme="light", size=WIDE):
        contexts.append(browser.new_context(color_scheme=scheme, viewport=size, reduced_motion="reduce"))
        found = contexts[-1].new_page()
        found.on("pageerror", lambda error: wrong.append(str(error)))
        found.goto(f"{site}/{name}")
        return found

    yield page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def opened(browser, site):
    with visitor(browser, site) as page:
        yield page


@pytest.fixture(scope="session")
def axe():
    """The accessibility checker, which runs in the page: what is serious, by its rule, with the first place."""
    if not AXE.is_file():
        missing(f"{AXE} is not there: make playground")
    text = AXE.read_text(encoding="utf-8")
    run = "async () => (await axe.run()).violations.map(v => [v.impact, v.id, v.nodes[0].html])"

    def serious(page):
        page.evaluate(text)
        return [found for found in page.evaluate(run) if found[0] in ("serious", "critical")]

    return serious


@pytest.fixture(scope="session")
def picture():
    """Keeps a picture of a page."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def taken(page, name):
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    return taken
