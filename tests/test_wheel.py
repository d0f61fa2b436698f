"""The wheel works like the checkout, and claims no other name than its own."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def files(room: Path) -> Iterator[Path]:
    """What is written by hand or generated there, but not by Python."""
    return (path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


@pytest.mark.slow
def test_the_wheel_proves_verifies_and_claims_one_name(tmp_path: Path) -> None:
    source = tmp_path / "source"  # a copy, since setuptools leaves a build folder behind
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__"))
    build = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(source))
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"mlce_sym"}
    sources = {path.relative_to(ROOT).as_posix() for room in ("mlce_sym", "derivations") for path in files(ROOT / room)}
    shipped = {name.removeprefix("mlce_sym/") if "/derivations/" in name else name for name in names}
    assert {name for name in shipped if "dist-info" not in name} == sources
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    place = "import mlce_sym, sys; assert mlce_sym.__file__.startswith(sys.argv.pop(1))"
    code = f"{place}; from mlce_sym.cli import main; main()"
    for arguments in (("prove", "bernoulli"), ("prove", "gibbs", "-o", "gibbs.v"), ("rules",), ("loss", "gaussian")):
        command = (sys.executable, "-c", code, str(tmp_path / "site"), *arguments)
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={"PYTHONPATH": str(tmp_path / "site")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
