# What a clone needs: Python 3.11 and make. Everything else is fetched into .venv and
# node_modules. A finished step leaves a stamp, so the next run starts at once.

PYTHON := $(shell for python in python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
VENV := .venv/bin
ASSETS := node_modules/.package-lock.json
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
COMPILE := env UV_CUSTOM_COMPILE_COMMAND="make requirements" $(VENV)/uv pip compile \
	--no-config --python-version 3.11 --generate-hashes --no-emit-index-url --quiet

.DELETE_ON_ERROR:
.PHONY: run test bench check types requirements upgrade

run: .venv/.run-stamp $(ASSETS) $(CATALOGUES)
	@$(VENV)/python manage.py serve

test: .venv/.test-stamp $(ASSETS) $(CATALOGUES)
	$(VENV)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: .venv/.test-stamp $(ASSETS) $(CATALOGUES)
	$(VENV)/python -m bench

check: .venv/.test-stamp
	$(VENV)/ruff check
	$(VENV)/ruff format --check

types: .venv/.test-stamp
	$(VENV)/mypy

# Both keep the versions they find; `make upgrade` takes the newest that are allowed.
requirements: .venv/.test-stamp
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt

upgrade: .venv/.test-stamp
	$(COMPILE) --upgrade requirements.in -o requirements.txt
	$(COMPILE) --upgrade requirements-dev.in -o requirements-dev.txt

$(VENV)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 is needed, and neither python3.11" \
		"nor python3 is that version. Install it and run make again."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.run-stamp: requirements.txt | $(VENV)/python
	$(VENV)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/.test-stamp: requirements-dev.txt .venv/.run-stamp
	$(VENV)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Node comes from the wheel; nothing a package brings is run.
$(ASSETS): package.json package-lock.json .npmrc | .venv/.run-stamp
	PATH="$(CURDIR)/$(VENV):$$PATH" $(VENV)/npm ci --ignore-scripts
	@touch $@

%.mo: %.po | .venv/.run-stamp
	$(VENV)/pybabel --quiet compile --input-file $< --output-file $@
