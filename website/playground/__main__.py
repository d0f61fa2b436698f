"""`python -m website.playground SITE`: what the playground runs on, in the folder `runtime` of the site."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
PLATFORM, PYTHON = "pyemscripten_2026_0_wasm32", "3.14"  # of the Pyodide in package-lock.json
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
# An archive for each step of the start; a page that checks certificates needs the first two.
ARCHIVES = {
    "flint": ("flint", "python_flint.libs", "python_flint-*"),
    "mlce": ("answers.pyc", "mlce_sym", "mlce_sym-*", "latex2mathml", "latex2mathml-*"),
    "sympy": ("sympy", "sympy-*", "mpmath", "mpmath-*", "lark", "lark-*"),
}
UNUSED = {"tests", "testing", "test", "benchmarks"}
SOURCES = {".py", ".pyi", ".pxd", ".a"}


class Missing(Exception):
    """A program that is needed and not there."""


def fetched(work: Path) -> None:
    """The runtime below `node_modules`, and every wheel in `wheels`, each with the hash that is committed."""
    for file in ("package.json", "package-lock.json"):
        shutil.copy(HERE / file, work)
    _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", cwd=work)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    own = ("--platform", PLATFORM, "--python-version", PYTHON, "--implementation", "cp", "--abi", "cp314")
    wanted = ("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(HERE / "wheels.txt"))
    _run(*pip, "download", *own, *wanted, "-d", str(work / "wheels"))
    shutil.rmtree(ROOT / "build/lib", ignore_errors=True)  # where modules that are no longer there would be found
    _run(*pip, "wheel", "--no-deps", "-w", str(work / "wheels"), str(ROOT))


def _run(*command: str, cwd: Path | None = None) -> None:
    if shutil.which(command[0]) is None:
        raise Missing(f"{command[0]} is not installed, which the playground needs (Debian: apt install nodejs npm)")
    subprocess.run(command, cwd=cwd, check=True)


def compiled(work: Path) -> Path:
    """The modules of all wheels as bytecode of the Python that runs in the browser."""
    modules = work / "modules"
    for wheel in sorted((work / "wheels").glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(modules)
    shutil.copy(HERE / "answers.py", modules)
    _run("node", str(HERE / "compile.mjs"), str(work / "node_modules/pyodide"), str(modules))
    return modules


def packed(modules: Path, runtime: Path) -> None:
    """The archives, and how large they are, by their names."""
    for name, patterns in ARCHIVES.items():
        with zipfile.ZipFile(runtime / f"{name}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in _files(modules, patterns):
                entry = zipfile.ZipInfo(str(path.relative_to(modules)))  # with no date
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    sizes = {name: (runtime / f"{name}.zip").stat().st_size for name in ARCHIVES}
    (runtime / "sizes.json").write_text(json.dumps(sizes) + "\n", encoding="utf-8")


def _files(modules: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for top in (top for pattern in patterns for top in sorted(modules.glob(pattern))):
        for path in sorted(top.rglob("*")) if top.is_dir() else (top,):
            if path.is_file() and path.suffix not in SOURCES and not UNUSED & set(path.relative_to(modules).parts):
                yield path


def main(site: Path, work: Path) -> int:
    runtime = site / "runtime"
    for folder in (work, runtime):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    try:
        fetched(work)
        packed(compiled(work), runtime)
    except (Missing, subprocess.CalledProcessError) as problem:
        print(f"the playground is not made: {problem}", file=sys.stderr)
        return 2
    for file in RUNTIME:
        shutil.copy(work / "node_modules/pyodide" / file, runtime)
    total = sum(path.stat().st_size for path in runtime.iterdir())
    print(
        f"{runtime}: {total / 1e6:.0f} MB; python -m http.server -d {site}, then http://localhost:8000/playground.html"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path("build/playground")))
