# make run     serve the app, with the demo corpus analysed on first start
# make test    lint, types, imports, tests
# make measure score the engine against the labelled texts in tests/gold
# make bench   speed and memory, as ratios against a named peer in the same run
# Each does its own set-up: .venv is made and filled when requirements change.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501
ADDRESS ?= 127.0.0.1

.PHONY: run test lint measure bench screenshot

.venv/run: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

run: .venv/run
	$(BIN)/python -m streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT) --server.headless true

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest

measure: .venv/run
	$(BIN)/python -m tests.gold.score
	$(BIN)/python -m tests.gold.issue_score

bench: .venv/run
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.model
	$(BIN)/python -m bench.memory

screenshot: .venv/dev
	$(BIN)/python scripts/screenshot.py
