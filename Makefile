# Everything a developer or CI does. `make help` lists it.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
# The first interpreter that is new enough.
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# Versions of everything, build tools included, stand in one file.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check format lint types imports db bench torture screenshots wheel clean help

run: $(VENV)/installed ## Launch clustertui
	@$(BIN)/clustertui

test: $(VENV)/installed-dev ## Run all tests, with coverage
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal --cov --cov-report=term --cov-fail-under=100

check: format lint types imports ## Everything that reads the code without running it

format: $(VENV)/installed-dev
	@$(BIN)/ruff format --check

lint: $(VENV)/installed-dev
	@$(BIN)/ruff check

types: $(VENV)/installed-dev
	@$(BIN)/mypy

imports: $(VENV)/installed-dev ## Check who imports whom
	@$(BIN)/lint-imports

db: $(VENV)/installed ## Rebuild data/clusters.db from data/records
	@$(BIN)/python scripts/build_db.py

# How many talks the generated catalogues have; TALKS=1000000 takes a quarter of an hour.
TALKS := 10000,100000
bench: $(VENV)/installed-dev ## Measure start-up, build, search and key-to-screen
	@$(BIN)/python -m benchmarks --talks $(TALKS)

# SEED= repeats a run; PART=10 tries a tenth of the inputs.
PART := 100
torture: $(VENV)/installed-dev ## Attack it for two hours: text, databases, builds, terminals, keys
	@$(BIN)/python -m torture --part $(PART)

screenshots: $(VENV)/installed-dev ## Draw the pictures of the README anew
	@$(BIN)/python scripts/screenshots.py

wheel: $(VENV)/installed-dev ## Build the wheel into dist/
	@$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what make has made
	rm -rf $(VENV) dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

$(VENV)/created:
	@test -n "$(PYTHON)" || { echo "clustertui needs Python 3.11 or newer, found none." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/created pyproject.toml constraints.txt
	@echo "Installing clustertui into $(VENV) ..." >&2
	@$(BIN)/pip install --quiet --editable '.[intake]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	@echo "Installing what tests and checks need ..." >&2
	@$(BIN)/pip install --quiet --requirement requirements-dev.txt
	@touch $@
