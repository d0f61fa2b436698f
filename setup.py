"""Which packages there are; everything else is said in `pyproject.toml`.

The book lives at the top of the checkout; in an installation it belongs to the package, for `derivations` is nobody's
name.
"""

from setuptools import find_packages, setup

BOOK = "derivations"

setup(
    packages=[
        *find_packages(include=["mlce_sym", "mlce_sym.*"]),
        *(f"mlce_sym.{package}" for package in find_packages(include=[BOOK, f"{BOOK}.*"])),
    ],
    package_dir={f"mlce_sym.{BOOK}": BOOK},
)
