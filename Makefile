# make setup    the engine environment .venv, pinned; instant when it is up to date
# make demo     simulate a cloudy scene, fill it, draw infrared and SAR; prints the path of one PNG sheet
# make test     lint, types and tests; any skipped test fails
# make lint     ruff and mypy alone
# make format   put the sources in shape
# make bench    memory, speed and overhead of the engine
#
# PYTHON=python3.11 makes .venv with another interpreter; SCENEFILL_DATA=DIR says where the real chips are.

PYTHON ?= python3
VENV := .venv/bin
SCENEFILL_DATA ?= ../shared/data

export PYTHON
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format bench

help:
	@sed -n 's/^# //p' Makefile

setup:
	@scripts/setup.sh

demo: setup
	@scripts/demo.sh

# The package is the checkout's root, whatever the folder is called: mypy is shown it under its real name.
lint: setup
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	@mkdir -p build/typing && ln -sfn ../.. build/typing/scenefill
	MYPYPATH=build/typing $(VENV)/mypy -p scenefill.core

# pytest by its script, not by `python -m`: that would put the root, and with it `core`, `ui`, `server`, on sys.path.
test: lint
	SCENEFILL_DATA="$(abspath $(SCENEFILL_DATA))" $(VENV)/pytest -p scenefill.tests.no_skips $(PYTEST_ARGS)

format: setup
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

bench: setup
	@# Not from the root: `-m` puts the current folder on sys.path, as above.
	cd benchmarks && ../$(VENV)/python -m scenefill.benchmarks $(BENCH_ARGS)
