"""The notebooks of `examples/`: run (`python -m website.notebooks`), and shown on the site with what came out.

What is committed are the notebooks with their outputs; a test runs them again and compares.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples"
KINDS = ("text/markdown", "text/latex", "text/html", "text/plain")  # of outputs that are kept, the richest first
HEADING = re.compile(r"^#+ (.*)$", re.M)  # an output has no place in the contents of the page
ORDER = ("student", "lecturer", "author", "engineer")


def paths() -> list[Path]:
    return [EXAMPLES / f"{name}.ipynb" for name in ORDER]


def executed(path: Path) -> str:
    """The notebook after all of its cells have been run in a new kernel, without times and random names."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, coalesce_streams=True, resources=where).execute()
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [_kept(output) for output in cell.outputs]
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _kept(output: Any) -> Any:
    """An output in its richest form alone."""
    if "data" in output:
        rich = next(kind for kind in KINDS if kind in output["data"])
        return {**output, "data": {rich: output["data"][rich].splitlines(True)}, "metadata": {}}
    return {**output, "text": output["text"].splitlines(True)} if "text" in output else output


def pages() -> Iterator[tuple[str, str]]:
    """The notebooks as pages."""
    for path in paths():
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        yield f"examples/{path.stem}.md", "\n\n".join(part for cell in cells for part in _cell(cell)) + "\n"


def _cell(cell: Any) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield source
    else:
        yield f"```python\n{source}\n```"
        yield from (_output(output) for output in cell["outputs"])


def _output(output: Any) -> str:
    """An output in the richest form that a page shows."""
    data = output.get("data", {"text/plain": output.get("text", "")})
    kind = next(kind for kind in KINDS if kind in data)
    text = "".join(data[kind])
    if kind in ("text/markdown", "text/latex"):
        return HEADING.sub(r"**\1**", text)
    return f"````{{raw}} html\n{text}\n````" if kind == "text/html" else f"```text\n{text.rstrip()}\n```"


if __name__ == "__main__":
    for path in paths():
        path.write_text(executed(path), encoding="utf-8")
        print(path.relative_to(EXAMPLES.parent))
