"""The playground: mlce_sym in the visitor's browser, run by Pyodide.

`answers` is what runs there; `python -m website.playground` puts what it runs on beside the pages (`make playground`):
the runtime from npm, and from PyPI the packages, of the versions and hashes in `package-lock.json` and `wheels.txt`.
"""
