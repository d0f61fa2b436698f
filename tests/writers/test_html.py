"""The page of a document in HTML: well formed, self-contained, with every formula as MathML."""

import re
from xml.etree.ElementTree import fromstring

import pytest

from mlce_sym.writers import html
from mlce_sym.writers.fit import Display, hung, tex_width
from mlce_sym.writers.mathml import mathml
from tests.proved import proved

SAMPLES = ("bernoulli", "gibbs", "nonconvex", "softmax-gradient")


@pytest.fixture(scope="module", params=SAMPLES)
def shown(request):
    return proved(request.param).write("html")


def tree(text):
    """The page as XML: all that HTML leaves open are its two `meta` elements."""
    return fromstring(re.sub(r"<meta ([^>]*)>", r"<meta \1/>", text.removeprefix("<!DOCTYPE html>\n")))


def test_it_is_well_formed_and_needs_nothing_else(shown):
    root = tree(shown)
    assert not [part for part in root.iter() if part.tag in ("script", "link", "iframe")]
    assert all(part.get("src").startswith("data:image/svg+xml;") and part.get("alt") for part in root.iter("img"))
    assert "http" not in shown.replace("http-equiv", "")


def test_no_latex_is_left(shown):
    assert not re.findall(r"\\[A-Za-z]+|\$|\x1f", shown)


def test_every_link_has_a_target_and_no_name_is_given_twice(shown):
    root = tree(shown)
    names = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(set(names)) == len(names)
    assert {part.get("href", "").removeprefix("#") for part in root.iter("a")} <= set(names)


def test_a_line_opens_to_its_rule_with_what_meets_the_condition_and_the_lemma_in_coq():
    page = proved("bernoulli").write("html")
    (opened, *_) = re.findall(r"<summary>log of a product \(every factor positive\)</summary><ul>(.*?)</ul>", page)
    assert "since <math>" in opened and "8.6 (40)" in opened
    assert "<code>log_of_product</code>" in opened


def test_a_step_by_a_theorem_leads_to_it():
    assert '<li><a href="#likelihood">Theorem 1</a></li>' in proved("bernoulli").write("html")


def test_the_last_line_of_each_proof_has_the_sign_of_its_end():
    page, theorems = proved("bernoulli").write("html"), proved("bernoulli").certificate["theorems"]
    assert page.count("□</summary>") == len(theorems)


def test_what_stands_in_prose_is_no_element():
    assert html.prose(("a < b & <b>c</b>",), {}) == "a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;"


MATHML = [
    (r"\log p", '<mi>log</mi><mspace width="0.167em" /><mi>p</mi>'),
    (r"\log(p)", "<mi>log</mi><mo"),
    (r"2\log p", '<mn>2</mn><mspace width="0.167em" /><mi>log</mi>'),
    (r"\operatorname*{arg\,max}_{t \in A} f", "<munder><mi>arg max</mi>"),
    (r"\arg\min_{t} f", "<munder><mi>arg min</mi>"),
    (r"\mathrm{CE}(\theta)", "<mi>CE</mi>"),
    (r"\sum_{i=1}^{n} y_i", "<munderover><mo>∑</mo>"),
    (r"a \iff b", "<mo>⇔</mo>"),
    (r"\mathbf{1}", "𝟏"),
    (r"\log\lvert a\rvert", '<mo stretchy="true" fence="true" form="prefix">|</mo><mi>a</mi>'),
    (r"\bigl\lvert a\bigr\rvert", 'form="prefix">|</mo><mi>a</mi>'),
    (r"\begin{aligned} a &= b && \text{x} \end{aligned}", '<mtd style="text-align: right"><mi>a</mi></mtd>'),
    (r"\Gamma(x)", '<mi mathvariant="normal">Γ</mi>'),
    (r"a\thinspace b", '<mspace width="0.167em" />'),
]


@pytest.mark.parametrize("tex, part", MATHML)
def test_a_formula_as_browsers_show_it(tex, part):
    assert part in mathml(tex)


def test_brackets_that_grow_are_one_fence_where_both_are_in_the_formula():
    assert 'form="prefix"' in mathml(r"\bigl( \frac{a}{b} \bigr)^{2}")
    assert 'minsize="1.2em"' in mathml(r"\bigl( a")


def test_the_display_form_is_said_to_the_browser():
    assert mathml(r"\frac{1}{2}", display=True).startswith('<math displaystyle="true">')
    assert mathml(r"\frac{1}{2}").startswith("<math>")


LONG = "a + b + c + d + e + f + g + h + k + l + m + o + p + q + r + s"  # 16 letters, about 28 em


def lines(left, right, reason="because"):
    return [Display(left, "=", right, reason)]


def test_a_reason_stands_beside_its_line_or_below_where_that_leaves_it_no_room():
    assert '</td><td class="why">because</td></tr>' in html._chain(lines("x", "a + b"))
    below = html._chain(lines("x", f"{LONG} + t + u + v"))
    assert '</td></tr>\n<tr><td colspan="2"></td><td class="why">because</td></tr>' in below


def test_a_left_side_that_is_long_stands_on_a_line_of_its_own():
    alone = html._chain(hung(lines(LONG, LONG), html.LEFT, r"\quad ", tex_width))
    assert alone.count('<td colspan="4"><math') == 1 and alone.count("<tr>") == 3


def test_what_is_short_takes_one_row():
    assert html._chain(lines("x", "y", "")).count("<tr>") == 1
