# make check   the main job: hold the articles against their specs
# make test    linters, types, tests and examples, at once
# make tests K=NAME   the tests with this name, or of this file
# make test-all   also what takes longer, the documentation and the page of a report in a browser
# make docs    the documentation as a site, in .site/
PYTHON ?= python3
# the public pairs where they are at hand, else the project's own
PAIRS ?= $(firstword $(wildcard ../shared/bench) tests/claims/comparison/pairs)
# processes for the tests; one alone needs none of its own
WORKERS ?= $(if $(K),0,auto)
VENV := .venv
BIN := $(VENV)/bin
LOWEST := import tomllib; print(*(one.replace('>=', '==') for one in tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies']), sep='\n')

# Tests start some forty processes, and each would compile the package anew.
unexport PYTHONDONTWRITEBYTECODE
# Without these Python reads files, and where the package is, in an encoding that may not have their letters.
unexport LC_ALL
export PYTHONUTF8 := 1

.PHONY: check test lint types tests test-all test-browser chromium accuracy bench docs picture keys lowest clean

check: $(VENV)/.check
	$(BIN)/pytest specs

test: $(VENV)/.test
	$(MAKE) --jobs=3 lint types tests

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/vulture

types: $(VENV)/.test
	$(BIN)/mypy

# a single test is looked for only in the files that have its name or name it
tests: $(VENV)/.test
	$(BIN)/pytest -n $(WORKERS) --maxprocesses 8 --dist worksteal \
		$(if $(K),-k "$(K)" $$(grep -rlE --include='test_*.py' -e "$(K)" tests; find tests -name '*$(K)*.py'),-m "not slow" tests specs)

# a hundred examples of each law instead of thirty, and what is marked as slow
test-all: lint types docs test-browser
	$(BIN)/pytest -n $(WORKERS) --maxprocesses 8 --dist worksteal --hypothesis-profile thorough tests specs

# the page of a report in Chromium, which `make chromium` installs; screenshots of it are in .browser/
test-browser: $(VENV)/.browser
	$(BIN)/python -m pytest -rs tests/reports/browser_html.py

# Chromium and its fonts, on Debian and Ubuntu, if there is none
chromium:
	command -v chromium chromium-browser google-chrome || { \
		as_root=$$([ "$$(id -u)" = 0 ] || command -v sudo); $$as_root apt-get update -qq; \
		$$as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-liberation; }

accuracy: $(VENV)/.test
	$(BIN)/python -m benchmarks.accuracy $(PAIRS)

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

# the site, in .site/
docs: $(VENV)/.docs
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --builder html --doctree-dir .site/.doctrees docs .site

# the picture that the README begins with
picture: $(VENV)/.test
	$(BIN)/python docs/picture.py

# the schema for editors and the generated tables in docs/
keys: $(VENV)/.test
	$(BIN)/python docs/keys.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.check: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@ $(VENV)/.check

$(VENV)/.docs: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs
	touch $@

$(VENV)/.browser: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group browser
	touch $@

# the lowest versions that pyproject.toml allows
lowest:
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	.venv-lowest/bin/python -c "$(LOWEST)" > .venv-lowest/lowest.txt
	.venv-lowest/bin/python -m pip install --quiet --editable . --group dev --requirement .venv-lowest/lowest.txt
	.venv-lowest/bin/pytest -n auto tests specs

clean:
	rm -rf $(VENV) .venv-lowest .site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .browser
