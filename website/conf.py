"""What Sphinx has to know. Formulas are MathML, made by the project itself, so that no script is needed for them."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from mlce_sym.writers.mathml import mathml

project, author, html_title = "mlce_sym", "the mlce_sym authors", "mlce_sym"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
suppress_warnings = ["misc.highlighting_failure"]  # a command line is shown as what it is
highlight_language = "none"
default_role = "code"
nitpicky = True
autodoc_typehints = "none"
autodoc_member_order = "bysource"

html_theme, html_math_renderer = "furo", "mathml"
html_static_path, html_css_files = ["static"], ["mlce.css", "playground/playground.css"]
html_js_files = ["scrolls.js"]
html_favicon = "static/favicon.svg"
html_copy_source, html_show_sourcelink, html_show_copyright = False, False, False
html_theme_options = {"navigation_with_keys": True}


def _inline(writer: Any, node: nodes.math) -> None:
    writer.body.append(mathml(node.astext()))
    raise nodes.SkipNode


def _display(writer: Any, node: nodes.math_block) -> None:
    writer.body.append(f'<div class="display">{mathml(node.astext().strip(), display=True)}</div>\n')
    raise nodes.SkipNode


def _levels(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Sphinx has headings without a level in the navigation, of which a screen reader can make nothing."""
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _levels, priority=900)  # after the theme
    app.add_html_math_renderer("mathml", (_inline, None), (_display, None))
