"""The playground and the checker: a real page, a real click, a real answer."""

import json

import pytest

from mlce_sym import prove

from .conftest import NARROW, SITE, WIDE, visitor

SECONDS = 180_000  # for the browser, in milliseconds
PAGES = ("playground", "checker")
ANSWERED = "() => !document.querySelector('#send').disabled"
EXAMPLES = {
    "density": ["The loss. Checked: ", "The loss. Checked: ", "The loss. Checked: ", "this is no density: "],
    "identity": ["proved. Checked: 1 theorem", "unknown: it holds where ", "proved. ", "refuted: the values differ: "],
    "derivation": ["2 links: 2 proved", "2 links: 1 proved, 1 refuted"],
}


def ready(page):
    page.wait_for_selector("body[data-ready]", timeout=SECONDS)
    return int(page.get_attribute("body", "data-ready")) / 1000


def answer(page):
    page.wait_for_function(ANSWERED, timeout=SECONDS)
    return page.inner_text("#says")


@pytest.fixture(scope="module")
def playground(browser, site):
    """One playground for several questions, as people use it."""
    with visitor(browser, site) as opened:
        page = opened("playground.html")
        ready(page)
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_the_start_is_told(opened, capsys, name):
    page = opened(f"{name}.html")
    page.wait_for_function("document.querySelector('#says').textContent.endsWith(' …')")
    assert page.is_visible("#bar")
    took = ready(page)
    assert page.inner_text("#says") == "Ready." and page.is_hidden("#bar")
    weight = sum(path.stat().st_size for path in (SITE / "runtime").iterdir()) / 1e6
    with capsys.disabled():
        print(f"\n{name}: ready after {took:.1f} s (the whole runtime has {weight:.0f} MB)")


@pytest.mark.parametrize("scheme, size", [("light", WIDE), ("dark", NARROW)], ids=["light-wide", "dark-narrow"])
def test_every_example_has_its_answer(opened, axe, picture, scheme, size):
    page = opened("playground.html", scheme, size)
    for kind, expected in EXAMPLES.items():
        page.check(f"input[value={kind}]")
        buttons = page.locator(f"fieldset[data-kind={kind}] .examples button")
        assert buttons.count() == len(expected)
        for place, says in enumerate(expected):
            buttons.nth(place).click()
            assert answer(page).startswith(says)
            assert page.locator("#result math").count()
            picture(page, f"playground-{kind}-{place}-{scheme}")
        page.evaluate("for (const closed of document.querySelectorAll('#result details')) closed.open = true")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_keys_are_enough(playground):
    playground.focus("input[value=density]")
    playground.keyboard.press("ArrowRight")
    playground.keyboard.press("Tab")
    assert playground.evaluate("document.activeElement.id") == "identity"
    playground.keyboard.press("Control+a")
    playground.keyboard.type("x + x = 2 x")
    playground.keyboard.press("Control+Enter")
    assert answer(playground).startswith("proved. ")
    assert playground.get_attribute("#says", "role") == "status"


def test_the_address_keeps_the_question(playground, opened):
    playground.check("input[value=identity]")
    playground.fill("#identity", "(a-b)^2 = a^2 - b^2")
    playground.click("#send")
    found = answer(playground)
    again = opened(playground.url.split("/", 3)[3])
    assert again.input_value("#identity") == "(a-b)^2 = a^2 - b^2"
    assert found.startswith("refuted: ") and answer(again) == found


def test_the_page_stays_alive_and_a_question_can_be_stopped(playground):
    playground.check("input[value=derivation]")
    playground.fill("#derivation", "$$(a+b+c+d+e+f)^{30} = (f+e+d+c+b+a)^{30} + 1$$\n" * 200)
    playground.click("#send")
    assert playground.evaluate("1 + 1") == 2
    playground.click("#stop")
    playground.check("input[value=identity]")
    playground.fill("#given", "nothing at all")
    playground.click("#send")
    assert answer(playground).startswith("not understood: ")


@pytest.mark.parametrize(
    "text", [r"$$\text{<img src=x onerror=alert(1)>} = a$$", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))"]
)
def test_what_is_typed_is_text(playground, text):
    playground.check("input[value=derivation]")
    playground.fill("#derivation", text)
    playground.click("#send")
    answer(playground)
    assert playground.locator("#result :is(img, script, [href^=javascript])").count() == 0


def test_a_proof_leads_to_a_certificate_that_the_checker_takes(playground, opened, picture, axe):
    playground.check("input[value=identity]")
    playground.get_by_role("button", name="log of a product").click()
    answer(playground)
    text = playground.evaluate("async () => await (await fetch(document.querySelector('[download]').href)).text()")
    page = opened("checker.html")
    page.fill("#certificate", text)
    page.click("#send")
    assert answer(page).startswith("accepted. Checked: 1 theorem") and page.locator("#result math").count()
    assert not any("sympy" in name for name in loaded(page))
    assert axe(page) == []
    picture(page, "checker-accepted")


def loaded(page):
    return page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")


def test_a_file_is_dropped_or_chosen_and_a_wrong_one_rejected(opened, tmp_path, picture):
    right = json.dumps(prove("remarks").certificate)
    wrong = tmp_path / "wrong.json"
    wrong.write_text(right.replace('"Mul", -1', '"Mul", -2', 1))
    page = opened("checker.html", "dark", NARROW)
    page.set_input_files("#file", wrong)
    page.wait_for_selector("#says.rejected", timeout=SECONDS)
    picture(page, "checker-rejected-dark")
    drop = """text => { const data = new DataTransfer(); data.items.add(new File([text], "right.json"));
        document.querySelector("#ask").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true})); }"""
    page.evaluate(drop, right)
    page.wait_for_selector("#says.accepted", timeout=SECONDS)


def test_without_its_runtime_the_page_says_what_to_do(browser, site):
    page = browser.new_page()
    page.route("**/runtime/*", lambda route: route.fulfill(status=404))
    page.goto(f"{site}/playground.html")
    page.wait_for_selector("#says.refuted")
    assert page.inner_text("#says").endswith("is not beside this page: make playground puts it there")
    page.close()


def test_opened_from_the_disk_it_asks_for_a_server(browser):
    page = browser.new_page()
    page.goto((SITE / "playground.html").as_uri())
    assert "This page needs a server" in page.inner_text("#says") and page.is_disabled("#send")
    page.close()
