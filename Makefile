PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVALDATA ?= ../shared/evaldata
FUZZ_SECONDS ?= 180

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check fix i18n shots soak fuzz eval eval-cross eval-swaps bench \
	package package-compare package-test lock

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

setup: $(VENV)/installed ## make .venv with everything that Geoul needs

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# requirements.lock: what the program needs; -files: packages whose files it uses (models, the
# library of 7-Zip, a font, pictures) and none of whose code, nor what that depends on; -dev: what
# tests, checks and measurements need; -build: what builds the two packages that come as source;
# -package: what makes installers.
LOCKS := requirements-build.lock requirements.lock requirements-files.lock requirements-dev.lock
$(VENV)/installed: $(LOCKS) pyproject.toml
	@$(PYTHON) tools/system_libraries.py
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "Installing the pinned packages into $(VENV) (a few minutes the first time)."
	@$(PIP) --require-hashes -r requirements-build.lock
	@$(PIP) --require-hashes --no-deps --no-build-isolation -r requirements.lock
	@$(PIP) --require-hashes --no-deps --no-build-isolation -r requirements-files.lock
	@$(PIP) --require-hashes --no-deps --no-build-isolation -r requirements-dev.lock
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
	@$(PYTEST) -n 3 -m "not slow and not storm"

# What is for another system is unreachable on this one.
TYPES_ON = $(BIN)/mypy --platform $(1) --no-warn-unreachable --cache-dir .mypy_cache/$(1)

check: setup ## what a change must pass: format, lint, types, import directions, words, every test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(foreach system,win32 darwin,$(call TYPES_ON,$(system)) &&) true
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.i18n
	@$(BIN)/python -m tools.third_party
	@$(PYTEST) -n 2 -m "not storm"

soak: setup ## a minute of interrupts, and the whole way through the window, 20 times in a row
	@$(PYTHON) tools/system_libraries.py --tests
	@$(BIN)/python -m pytest -q -m storm tests/storage/bundle
	@$(BIN)/python -m pytest -q tests/ui/end_to_end --times 20

fuzz: setup ## attack every reader with changed files, and the scan with broken pictures (JSON)
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

# What is given away is made by an environment of its own, without what development needs.
PACKAGING := .venv-package
PIP_PACKAGING := $(PACKAGING)/bin/python -m pip install --quiet --disable-pip-version-check \
	--require-hashes --no-deps
$(PACKAGING)/installed: $(LOCKS) requirements-package.lock pyproject.toml
	@$(PYTHON) tools/system_libraries.py
	@$(PYTHON) -m venv --clear $(PACKAGING)
	@$(PIP_PACKAGING) -r requirements-build.lock
	@$(PIP_PACKAGING) --no-build-isolation -r requirements.lock
	@$(PIP_PACKAGING) --no-build-isolation -r requirements-files.lock
	@$(PACKAGING)/bin/python -m pip uninstall --quiet --yes opencv-python
	@$(PIP_PACKAGING) -r requirements-package.lock
	@$(PACKAGING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@

package: $(PACKAGING)/installed ## build the Debian package and the portable archive, into dist/
	@$(PACKAGING)/bin/python packaging/build.py

package-compare: ## build two clones of this commit, and compare what they give byte for byte
	@$(PYTHON) packaging/compare.py

package-test: ## install what `make package` built into bare Debian systems, and try it (as root)
	@$(PYTHON) packaging/try_out.py

PIN := uv pip compile -q --python-version 3.11 --universal --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

lock: ## pin the newest allowed versions of everything, with hashes (needs uv)
	@$(PIN) pyproject.toml -o requirements.lock
	@$(PIN) --no-config --no-deps --group files -o requirements-files.lock
	@for group in dev build package; do \
		$(PIN) --group $$group --constraint requirements.lock -o requirements-$$group.lock; done
