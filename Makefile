# git, make and Python 3.11 or newer (on Debian also python3-venv) are all a fresh machine needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

# An environment leads to its folder by absolute paths: in a copy it would run what it was copied from.
HERE := $(shell pwd -P)
ifneq ($(wildcard $(VENV)/.ready),)
MADE_IN := $(shell cat $(VENV)/.ready)
ifneq ($(MADE_IN),$(HERE))
$(info $(VENV) belongs to the folder it was made in, $(or $(MADE_IN),another one); it is made anew for this one.)
$(shell rm -rf $(VENV))
endif
endif

.DEFAULT_GOAL := help
.PHONY: help serve admin build editions check schemas test style types content workflows lint bench audit search lock clean

help: ## What can be asked for
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.ready ## Build the site and serve it with live reload (PORT=8000)
	$(BIN)/newsroom schemas
	$(BIN)/newsroom serve --port $(PORT)

admin: $(VENV)/.ready scripts/admin/node_modules ## Serve the site with the browser editor at admin/ (needs Node.js)
	ADMIN=true $(BIN)/newsroom serve --port $(PORT)

build: $(VENV)/.ready ## Check the content and build the site into site/
	$(BIN)/newsroom build

editions: $(VENV)/.ready-editions ## Make files of the built site to be taken along, in site/take/
	$(BIN)/newsroom edition --all --into site/take

check: $(VENV)/.ready ## Check the content only
	$(BIN)/newsroom check

schemas: $(VENV)/.ready ## Write the formats of data files for VS Code, with the ids there are
	$(BIN)/newsroom schemas

test: $(VENV)/.ready-dev ## Everything: style, types, content, workflows, unit, site and browser tests
	@$(MAKE) --no-print-directory --jobs=2 --output-sync types style content workflows
	@echo 'Tests, about six minutes; the site is built several times first'
	@$(BIN)/pytest

style: $(VENV)/.ready-dev
	@echo 'Style'
	@$(BIN)/ruff format --check scripts tests benchmarks
	@$(BIN)/ruff check scripts tests benchmarks

types: $(VENV)/.ready-dev
	@echo 'Types'
	@$(BIN)/mypy

content: $(VENV)/.ready-dev
	@echo 'Content'
	@$(BIN)/newsroom check

workflows: $(VENV)/.ready-dev
	@echo 'Workflows'
	@$(BIN)/zizmor --offline --quiet --persona auditor .github

lint: $(VENV)/.ready-dev ## Format and repair what can be repaired
	$(BIN)/ruff format scripts tests benchmarks
	$(BIN)/ruff check --fix scripts tests benchmarks

bench: $(VENV)/.ready-dev ## Measure the build beside Hugo and plain MkDocs
	$(BIN)/python -m benchmarks.build

audit: $(VENV)/.ready-dev ## Measure what a reader meets (needs Chromium, Firefox, WebKitGTK, Node.js and Java)
	$(BIN)/python -m benchmarks.open_data
	$(BIN)/python -m benchmarks.audit
	$(BIN)/python -m benchmarks.editions

search: $(VENV)/.ready-dev ## Measure how well the search finds, and what it costs (needs Chromium and Node.js)
	$(BIN)/python -m benchmarks.search

lock: $(VENV)/.ready-dev ## Write the hash-locked requirements anew (needs uv)
	uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	  --extra build -o requirements.txt
	uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	  --extra build --extra editions -c requirements.txt -o requirements-editions.txt
	uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	  --all-extras -c requirements.txt -c requirements-editions.txt -o requirements-dev.txt
	uv pip compile benchmarks/open_data/requirements.in --quiet --universal --generate-hashes --no-header \
	  -o benchmarks/open_data/requirements.txt

clean: ## Remove what was made, environments included
	rm -rf site .site.* .newsroom-cache $(VENV)

# Hatchling is locked like everything else, so nothing is fetched outside the lists.
$(VENV)/.ready: requirements.txt pyproject.toml
	@$(PYTHON) scripts/environment.py $(VENV) requirements.txt --editable
	@echo '$(HERE)' > $@

scripts/admin/node_modules: scripts/admin/package-lock.json
	npm ci --prefix scripts/admin --ignore-scripts --no-audit --no-fund
	@touch $@

# What only editions need: no build has to wait for it.
$(VENV)/.ready-editions: requirements-editions.txt pyproject.toml
	@$(PYTHON) scripts/environment.py $(VENV) requirements-editions.txt --editable
	@echo '$(HERE)' > $(VENV)/.ready
	@touch $@

# All that .ready has is in the longer list, too: one run of pip in place of two.
$(VENV)/.ready-dev: requirements.txt requirements-dev.txt pyproject.toml
	@$(PYTHON) scripts/environment.py $(VENV) requirements-dev.txt --editable
	@echo '$(HERE)' > $(VENV)/.ready
	@touch $@
