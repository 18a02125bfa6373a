# make and Python 3.11 or newer are all a fresh machine needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help serve admin build check schemas test lint bench audit search lock clean

help: ## What can be asked for
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.ready ## Build the site and serve it with live reload (PORT=8000)
	$(BIN)/newsroom schemas
	$(BIN)/newsroom serve --port $(PORT)

admin: $(VENV)/.ready scripts/admin/node_modules ## Serve the site with the browser editor at admin/ (needs Node.js)
	ADMIN=true $(BIN)/newsroom serve --port $(PORT)

build: $(VENV)/.ready ## Check the content and build the site into site/
	$(BIN)/newsroom build

check: $(VENV)/.ready ## Check the content only
	$(BIN)/newsroom check

schemas: $(VENV)/.ready ## Write the formats of data files for VS Code, with the ids there are
	$(BIN)/newsroom schemas

test: $(VENV)/.ready-dev ## Everything: style, types, content, unit, site and browser tests
	$(BIN)/ruff format --check scripts tests benchmarks
	$(BIN)/ruff check scripts tests benchmarks
	$(BIN)/mypy
	$(BIN)/newsroom check
	$(BIN)/zizmor --offline --quiet --persona auditor .github
	$(BIN)/pytest

lint: $(VENV)/.ready-dev ## Format and repair what can be repaired
	$(BIN)/ruff format scripts tests benchmarks
	$(BIN)/ruff check --fix scripts tests benchmarks

bench: $(VENV)/.ready-dev ## Measure the build beside Hugo and plain MkDocs
	$(BIN)/python -m benchmarks.build

audit: $(VENV)/.ready-dev ## Measure what a reader meets (needs Chromium, Node.js and Java)
	$(BIN)/python -m benchmarks.audit

search: $(VENV)/.ready-dev ## Measure how well the search finds, and what it costs (needs Chromium and Node.js)
	$(BIN)/python -m benchmarks.search

lock: $(VENV)/.ready-dev ## Write the hash-locked requirements anew (needs uv)
	uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	  --extra build -o requirements.txt
	uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	  --all-extras -c requirements.txt -o requirements-dev.txt

clean: ## Remove what was made, environments included
	rm -rf site .site.* $(VENV)

# Hatchling is locked like everything else, so nothing is fetched outside the lists.
$(VENV)/.ready: requirements.txt pyproject.toml
	@echo 'Setting up $(VENV) (a minute, the first time only) …'
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --no-index -e .
	@touch $@

scripts/admin/node_modules: scripts/admin/package-lock.json
	npm ci --prefix scripts/admin --ignore-scripts --no-audit --no-fund
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.txt
	@echo 'Adding the tools for tests …'
	$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@
