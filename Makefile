# `make proof` proves and typesets the Bernoulli theorem; `make book` all theorems as one document; `make test` runs
# the tests, `make test-long` all of what the long and the slow ones try, and `make test-coq` those that run coqc; `make
# certificates` has Coq check the documents of the book. `make figures` draws the figures, `make rules` writes the rule
# table, and `make output` everything else that is generated. All set themselves up.
PYTHON ?= python3
VENV := .venv
MLCE := $(VENV)/bin/mlce
# What pip does for every package but an editable one.
COMPILE = $(VENV)/bin/python -m compileall -q mlce_sym derivations

# pytest keeps what it makes of the tests as bytecode, which saves each worker a quarter of a minute.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := proof
.PHONY: help proof book figures site playground examples test test-long test-coq test-site test-notebooks check certificates rules output bench clean

help:
	@echo 'make proof         proves the Bernoulli theorem: in the terminal, as output/bernoulli.tex, and as a PDF'
	@echo 'make book          all theorems as one document: output/book.tex and book.pdf'
	@echo 'make figures       draws the figures of the book anew'
	@echo 'make site          the book, the loss atlas, guides and reference as pages, in build/site'
	@echo 'make playground    the same, and beside it what the playground runs on, from npm and PyPI'
	@echo 'make examples      runs the notebooks of examples/, and keeps what came out'
	@echo 'make test          the tests; make test-long those that draw at random or are slow, with all they try;'
	@echo '               make test-coq those that run coqc; make test-site those of the site in Chromium;'
	@echo '               make test-notebooks runs those of examples/'
	@echo 'make check         ruff and mypy'
	@echo 'make certificates  has Coq check every document of which there are formal proofs'
	@echo 'make rules         writes the rule table; make output everything that is generated'
	@echo 'make bench         the benchmarks; make clean removes what is made'

proof: $(VENV)/.installed
	@$(MLCE) prove bernoulli
	@$(MLCE) prove bernoulli --pdf -o output/

book: $(VENV)/.installed
	@$(VENV)/bin/python -m mlce_sym.cli.book output

figures: $(VENV)/.installed-dev
	$(VENV)/bin/python -m mlce_sym.figures

site: $(VENV)/.installed-site
	$(VENV)/bin/python -m website build/site

playground: site
	$(VENV)/bin/python -m website.playground build/site

examples: $(VENV)/.installed-dev
	$(VENV)/bin/python -m website.notebooks

# A worker gets neighbours, which share what was derived, and only at the end some of another's.
test: $(VENV)/.installed-dev
	$(VENV)/bin/python -m pytest -n auto --dist worksteal

test-long: $(VENV)/.installed-dev
	MLCE_LONG=1 $(VENV)/bin/python -m pytest -n auto --dist worksteal -m 'long or slow' tests

test-coq: $(VENV)/.installed-dev
	$(VENV)/bin/python -m pytest -n auto --dist worksteal -m coqc tests/coq

test-notebooks: $(VENV)/.installed-dev
	$(VENV)/bin/python -m pytest -n auto -m notebooks tests/website

check: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

test-site: $(VENV)/.installed-browser
	$(VENV)/bin/python -m pytest -m chromium tests/site

certificates: $(VENV)/.installed
	@names=$$($(VENV)/bin/python -c 'from mlce_sym.derivations.order import CERTIFIED; print(*CERTIFIED)') && \
	for name in $$names; do $(MLCE) prove $$name --certify --format coq -o build/coq/ || exit; done

rules: $(VENV)/.installed-dev
	$(VENV)/bin/python -m tests.generated rules

output: $(VENV)/.installed-dev
	$(VENV)/bin/python -m tests.generated

bench: $(VENV)/.installed-dev
	$(VENV)/bin/python -m benchmarks

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "mlce needs Python 3.11 or later: say make PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "python3 -m venv failed: on Debian, apt install python3-venv"; exit 2; }

$(VENV)/.installed: pyproject.toml setup.py | $(VENV)/bin/python
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/.installed-dev: pyproject.toml setup.py | $(VENV)/bin/python
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(COMPILE)
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-site: pyproject.toml setup.py | $(VENV)/bin/python
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[site]'
	@$(COMPILE)
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-browser: pyproject.toml setup.py | $(VENV)/bin/python
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test,browser]'
	@$(COMPILE)
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
