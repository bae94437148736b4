# make setup         the engine environment .venv, pinned; instant when it is up to date
# make setup-qgis    .venv-qgis: pytest for the system's QGIS (3.22 or later); as root on Debian it installs QGIS too
# make demo          the main job through QGIS itself, on a simulated scene; prints the path of one PNG map
# make package       the plugin as dist/scenefill-VERSION.zip, to install from ZIP or to upload
# make screenshots   the pictures of the documents, from a real QGIS window with simulated scenes
# make translations  read the texts from the sources into resources/i18n/*.ts and make the .qm files from them
#
# make test          lint, types and all tests, on both QGIS versions; any skipped test fails
# make lint          ruff and mypy alone
# make test-engine   the tests of everything that is not QGIS
# make test-qgis     the tests inside the system's QGIS
# make test-qgis-next  the same inside QGIS 3.40: a Debian 13 folder, .qgis-root, that is made first; Linux, as root
# make format        put the sources in shape
# make bench         speed and memory as one table of ratios
#
# PYTHON=python3.11 makes .venv with another interpreter; SCENEFILL_DATA=DIR says where the real chips are;
# PYTEST_ARGS="-k words" goes to pytest.

PYTHON ?= python3
VENV := .venv/bin
VENV_QGIS := .venv-qgis/bin
SCENEFILL_DATA ?= ../shared/data
# A process for each processor (each takes a gigabyte), one thread in each; a test that hangs is ended and says where.
PYTEST := pytest -p scenefill.tests.no_skips -n auto --maxprocesses 4 --dist loadfile --timeout 900

export PYTHON
# A real path: it is shown at the same place inside the Debian 13 folder.
test-engine test-qgis test-qgis-next: export SCENEFILL_DATA := $(abspath $(SCENEFILL_DATA))
test-engine test-qgis test-qgis-next: export OMP_NUM_THREADS ?= 1
.DEFAULT_GOAL := help
.PHONY: help setup setup-qgis setup-qgis-next setup-postgresql demo package screenshots translations test lint test-engine test-qgis \
	test-qgis-next format bench

help:
	@sed -n '/^#/!q;s/^# \{0,1\}//p' Makefile

setup:
	@scripts/setup.sh

setup-qgis:
	@scripts/setup_qgis.sh

setup-postgresql:
	@scripts/setup_postgresql.sh

setup-qgis-next:
	@scripts/qgis_next.sh setup

demo: setup setup-qgis
	@scripts/demo.sh

package: setup
	@$(VENV)/python -I -m scenefill.scripts.package

screenshots: setup setup-qgis
	@scripts/screenshots.sh

translations: setup setup-qgis
	@$(VENV)/python -I -m scenefill.scripts.translations update release

# The package is the checkout's root, whatever the folder is called: mypy is shown it under its real name.
lint: setup
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	@mkdir -p build/typing && ln -sfn ../.. build/typing/scenefill
	MYPYPATH=build/typing $(VENV)/mypy -p scenefill.core

# One after the other and the quick ones first, whatever -j says.
test:
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test-engine
	@$(MAKE) --no-print-directory test-qgis
	@$(MAKE) --no-print-directory test-qgis-next

# pytest by its script, not by `python -m`: that would put the root, and with it `core`, `ui`, `server`, on sys.path.
# The system's QGIS brings what PyQt6 needs and lrelease, which some of the tests use.
test-engine: setup setup-qgis setup-postgresql
	$(VENV)/$(PYTEST) $(PYTEST_ARGS)

test-qgis: setup setup-qgis
	$(VENV_QGIS)/$(PYTEST) tests/qgis $(PYTEST_ARGS)

test-qgis-next: setup setup-qgis-next
	scripts/qgis_next.sh run $(PYTEST) tests/qgis $(PYTEST_ARGS)

format: setup
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

bench: setup setup-qgis
	@# Not from the root: `-m` puts the current folder on sys.path, as above.
	cd benchmarks && ../$(VENV)/python -m scenefill.benchmarks $(BENCH_ARGS)
