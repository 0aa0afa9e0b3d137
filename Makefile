# make demo    builds the graph from the shipped data, checks it, writes a network page
# make browser builds the scripts of the explorer's pages, where Node is there
# make test    runs every test
# make check   lints, formats, types and floors
# make bench   measures, side by side with the named peers

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
BUILT := viz/explorer/static/built/manifest.json
CLIENTS := tests/engines/node_modules/.package-lock.json
BROWSER := $(shell find browser -type f -not -path '*/node_modules/*')

.PHONY: demo test ready check style mypy pyright floors pages bench browser format lock clean system

demo: $(VENV)/.runtime $(BUILT)
	@mkdir -p $(DEMO)
	$(BIN)/maillage build
	$(BIN)/maillage check --format html > $(DEMO)/constats.html
	$(BIN)/maillage network --out $(DEMO)/reseau.html
	@printf '\n%s\n%s\n%s\n' \
		"Le réseau / the network:        ouvrez / open $(DEMO)/reseau.html" \
		"Les constats / the findings:    ouvrez / open $(DEMO)/constats.html" \
		"L'explorateur / the explorer:   $(BIN)/maillage serve, puis / then http://127.0.0.1:8000/"

test: ready
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

# What the tests stand on; with `make --jobs` each is made beside the others.
ready: $(VENV)/.dev system $(BUILT) $(CLIENTS)

# Each of these is independent of the others, but for the scripts of the pages: checks and build share their libraries.
check: style mypy pyright floors pages

style: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

mypy pyright: $(VENV)/.dev
	$(BIN)/$@

floors: $(VENV)/.dev
	$(BIN)/lint-imports

pages: $(BUILT)
	scripts/browser.sh check

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	scripts/browser.sh format

browser: $(BUILT)

# What the pages run in a browser; built again where its sources changed, left out where Node is missing.
$(BUILT): $(BROWSER) scripts/browser.sh
	@scripts/browser.sh build

# A client of others in JavaScript, which asks the endpoint in the tests; its test is omitted where Node is missing.
$(CLIENTS): tests/engines/package-lock.json
	@command -v npm >/dev/null 2>&1 && cd tests/engines && npm ci --ignore-scripts --no-progress --loglevel=error || true

# What the tests need of the system (a browser, OCR): installed where that is possible, named where it is not.
system:
	@scripts/install_system.sh

lock: $(VENV)/.dev
	scripts/lock.sh $(BIN)

$(VENV)/.runtime: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) build browser/node_modules viz/explorer/static/built .maillage .mypy_cache .ruff_cache .pytest_cache .hypothesis
