# Everything a person types here. The first call makes .venv, later ones only when pyproject.toml or constraints.txt changed.

BIN := .venv/bin
PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input -c constraints.txt
ARGS ?=

# Says a heading, runs a command, and shows what the command said only if it failed.
stage = @echo "== $(1)"; said=$$($(2) 2>&1) || { status=$$?; echo "$$said"; exit $$status; }

.DEFAULT_GOAL := help
.PHONY: help run test test-postgresql check fmt bench constraints audit clean
.NOTPARALLEL:

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name what; do printf '%-22s%s\n' "$$name" "$$what"; done

run: .venv/.runtime  ## start the bot (settings: .env, see .env.example); ARGS="--flag" are passed on
	@exec $(BIN)/python -m bot run $(ARGS)

test: check  ## all that CI checks; ARGS="tests/house -k sizes" are passed to pytest
	@echo "== tests"
	@exec $(BIN)/python -m pytest -q -n 2 --dist worksteal $(ARGS)

test-postgresql: .venv/.dev  ## all that can be tested on PostgreSQL, every conversation too; ARGS as with test
	@exec env TOWN=postgresql $(BIN)/python -m pytest -q -n 2 --dist worksteal -m postgres $(ARGS)

check: .venv/.dev  ## the fast part of it: format, lint, types, imports, words
	$(call stage,format,$(BIN)/python -m ruff format --check .)
	$(call stage,lint,$(BIN)/python -m ruff check .)
	$(call stage,types,$(BIN)/python -m mypy)
	$(call stage,imports,$(BIN)/lint-imports --no-logo)
	$(call stage,words,$(BIN)/python -m bot check)

fmt: .venv/.dev  ## format the code and repair what lint can repair
	@$(BIN)/python -m ruff format --quiet .
	@$(BIN)/python -m ruff check --quiet --fix .
	@$(BIN)/python -m ruff format --quiet .

bench: .venv/.dev .venv/bench/.made  ## measure against the budgets; ARGS="turns" or "--write" are passed on
	@exec $(BIN)/python -m tests.bench $(ARGS)

constraints: .venv/.dev  ## write constraints.txt anew with the newest versions
	@$(PIP_INSTALL) uv
	@$(BIN)/python -m uv pip compile --quiet --upgrade --universal --all-extras --python-version 3.11 --no-annotate \
		--custom-compile-command "make constraints" --output-file constraints.txt pyproject.toml

audit: .venv/.made  ## look for known holes in the pinned versions; needs PyPI itself, as mirrors keep no advisories
	@$(BIN)/python -m venv .venv/audit
	@.venv/audit/bin/python -m pip install -qq --disable-pip-version-check --no-input pip-audit
	@exec .venv/audit/bin/pip-audit --strict --requirement constraints.txt --no-deps --disable-pip

clean:  ## remove .venv and what the tools left behind
	@rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/.runtime: pyproject.toml constraints.txt | .venv/.made
	@echo "== installing what the bot needs (once)"
	@$(PIP_INSTALL) --editable .
	@touch $@

.venv/.dev: pyproject.toml constraints.txt | .venv/.made
	@echo "== installing what the bot and its tests need (once)"
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch .venv/.runtime $@

# aiogram, which the bench compares with, does not live with our pydantic.
.venv/bench/.made: tests/bench/aiogram.txt | .venv/.made
	@echo "== installing what the bench compares with (once)"
	@$(BIN)/python -m venv .venv/bench
	@.venv/bench/bin/python -m pip install -qq --disable-pip-version-check --no-input --no-deps -r tests/bench/aiogram.txt
	@touch $@

# A python is good enough if it runs at all (a pyenv shim may not), is 3.11 or newer, and can make an environment.
.venv/.made:
	@for python in $(PYTHONS); do \
		if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			"$$python" -m venv --clear .venv && touch $@ && exit 0 || exit 1; \
		fi; \
	done; \
	echo "Tuntun needs Python 3.11 or newer with its venv module; none of these is: $(PYTHONS)." >&2; \
	echo "On Debian and Ubuntu: apt-get install python3-venv. Elsewhere: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
	exit 1
