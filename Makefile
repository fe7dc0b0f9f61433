# Armillary. `make demo` shows what it does, `make test` runs every check; both set themselves up.
# Needs Python 3.11 or newer. uv and Node come from PyPI where they are missing.

PYTHON ?= python3
UV     := $(shell command -v uv 2>/dev/null || echo .stamps/uv/bin/uv)
RUN    := $(UV) run --frozen --no-sync
PAGE   := src/armillary/publish/template.html
NODE   := $(shell node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null || echo --group node)
UI     := $(shell find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print 2>/dev/null)

.PHONY: help setup ui check types imports tests test demo bench specs clean train-causes

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .stamps/setup $(PAGE)  ## the environment, and the page's template

.stamps/uv/bin/uv:
	$(PYTHON) -m venv .stamps/uv
	.stamps/uv/bin/pip install --quiet --disable-pip-version-check uv

.stamps/setup: pyproject.toml uv.lock ui/build_page.py | $(filter .stamps/%,$(UV))
	$(UV) sync --frozen --compile-bytecode --all-extras $(NODE) --python $(PYTHON)
	@mkdir -p .stamps && touch $@

$(PAGE): .stamps/setup $(UI)
	$(RUN) python ui/build_page.py

ui: $(PAGE)  ## the page's template, from ui/

check: setup  ## format, lint, types, imports
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports

tests: setup  ## the tests alone, with coverage
	$(RUN) pytest -n 2 --cov --cov-report=term:skip-covered

test: check tests  ## everything that must hold before a commit

demo: setup  ## the July crisis of 1914: its model and its page
	@mkdir -p demo
	$(RUN) armillary build examples/july-1914.md -o demo/july-1914.json
	$(RUN) armillary build examples/july-1914.md -o demo/july-1914.html
	@echo
	@echo "The page is $(CURDIR)/demo/july-1914.html: open it in a browser."

bench: setup  ## words per second of every stage
	$(RUN) python bench/stages.py

train-causes:  ## the causes model, trained and packed (see training/README.md)
	test -d .cache/train-venv || $(PYTHON) -m venv .cache/train-venv
	.cache/train-venv/bin/pip install --quiet -r training/causes/requirements.txt
	.cache/train-venv/bin/python training/causes/train.py
	.cache/train-venv/bin/python training/causes/pack.py .cache/causes/epoch-10.pt src/armillary/models/causes

clean:  ## remove what was built
	rm -rf .stamps .venv ui/node_modules ui/dist $(PAGE) src/armillary/publish/app.html src/armillary/publish/atlas.html demo
