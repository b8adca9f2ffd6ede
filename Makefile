# The two commands that matter: `make verify` and `make test`.  `make check` needs nothing but Python.

PYTHON ?= python3
VENV   ?= .venv
PY     := $(VENV)/bin/python
STAMP  := $(VENV)/.stamp
LOCK   := requirements/dev.txt

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: setup help verify test quick check supplement prove prove-independent prove-both native lint versions bench base forge forgery mutants attack \
  counts kills fuzz nightly dist update lock clean proofs fixtures tests docs benchmarks

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*##/make \1 -/p' $(MAKEFILE_LIST)

setup: $(STAMP)  ## set up .venv

verify: $(STAMP)  ## recompute every statement, compare the certificates, run the checker
	@$(VENV)/bin/stillproof verify

WHICH ?=
test: $(STAMP)  ## run the tests, on all cores (WHICH="not native": those with these markers)
	@$(PY) -m pytest -q -n auto --dist loadgroup -m "$(WHICH)"

quick: $(STAMP)  ## lint, types, rooms, the flagship, and the forgeries of what you touched: a minute or so
	@$(PY) dev/quick.py

NAMES ?=
check:  ## run the checker alone on the committed certificates: no environment, no packages (NAMES="...": on some)
	@$(PYTHON) -I -S proofs fixtures proofs/certificates $(NAMES)

ONLY ?=
prove:  ## compile the formal theory and let the kernel check the instances (needs Coq; ONLY="...": some of them)
	@$(PYTHON) -I -S proofs/theory/prove.py $(if $(ONLY),--only $(ONLY))

prove-independent:  ## let coqchk read the compiled theory again, and list its axioms (needs Coq)
	@$(PYTHON) -I -S proofs/theory/prove.py --independent

prove-both:  ## both, compiled once (needs Coq)
	@$(PYTHON) -I -S proofs/theory/prove.py --both

native:  ## extract the proved checker to OCaml and compile it, into build/native/ (needs Coq and OCaml)
	@command -v coqc >/dev/null || { echo "coqc is missing: see docs/theory.md"; exit 11; }
	@command -v ocamlopt >/dev/null || { echo "ocamlopt is missing: see docs/theory.md"; exit 11; }
	@$(MAKE) -s -C proofs/native

supplement: $(STAMP)  ## write the supplement of all protocols to build/supplement
	@rm -rf build/supplement
	@$(VENV)/bin/stillproof supplement --all -o build/supplement

lint: $(STAMP)  ## ruff and mypy --strict
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

versions: $(STAMP)  ## the quick tier on every Python that pyproject.toml names and this machine has
	@$(PY) dev/versions.py $(OTHERS) $(WHOLE)

bench: $(STAMP)  ## measure ratios against named peers, into benchmarks/results.md
	@$(PY) benchmarks/run.py

forge: $(STAMP)  ## write tests/forged.json, the manifest of the forgeries, again
	@$(PY) tests/support/all_forgeries.py

NAME ?=
base: $(STAMP)  ## write the certificate of a base of the forgeries (NAME=golay-wigner)
	@$(PY) tests/support/certify_base.py $(NAME)

ID ?=
forgery: $(STAMP)  ## lay out a forgery below build/forgery/, and say what is false about it (ID=map.output/3)
	@test -n "$(ID)" || { echo "which one? ID=map.output/3, or ID=map.output for all of a check"; exit 2; }
	@$(PY) tests/support/all_forgeries.py $(ID)

mutants: $(STAMP)  ## delete and negate every check of the checker; a forgery must notice each time
	@$(PY) tests/checker/mutation.py

ATTEMPTS ?= 1000000
SEED ?=
attack: $(STAMP)  ## spoil good files ATTEMPTS times
	@$(PY) tests/checker/attack.py --attempts $(ATTEMPTS) $(if $(SEED),--seed $(SEED))

counts: $(STAMP)  ## write tests/checker/work.json, the work of every claim, again
	@PYTHONPATH=tests:tests/support $(PY) tests/checker/test_work.py

kills: $(STAMP)  ## kill certify 200 times: no file is half-written
	@PYTHONPATH=tests $(PY) tests/checker/test_channel.py

MINUTES ?= 10
fuzz: build/fuzz/.stamp  ## fuzz the loader for MINUTES, guided by coverage; the corpus is kept
	@mkdir -p build/fuzz/found
	@build/fuzz/venv/bin/python tests/checker/fuzz.py tests/checker/fuzz_corpus -max_total_time=$$(($(MINUTES) * 60)) -max_len=6000 $(if $(SEED),-seed=$(SEED)) \
	  -timeout=20 -rss_limit_mb=1024 -artifact_prefix=build/fuzz/found/

nightly: $(STAMP)  ## what is longer than a change can wait for, recorded on docs/soundness.md (needs Coq and OCaml)
	@$(PY) dev/night.py

build/fuzz/.stamp: requirements/fuzz.txt
	@$(PYTHON) -m venv build/fuzz/venv
	@build/fuzz/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	@touch $@

TRY ?= 3.11,3.12,3.13
dist: build/dist/.stamp  ## build sdist and wheel into dist/, the same bytes twice, and install and run them (TRY=3.11,3.13)
	@build/dist/venv/bin/python dev/dist.py --versions $(TRY)

build/dist/.stamp: requirements/dist.txt
	@$(PYTHON) -m venv build/dist/venv
	@build/dist/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dist.txt
	@touch $@

HTML ?= build/docs/html
docs: build/docs/.stamp  ## build the pages into build/docs/html; a warning is an error
	@build/docs/venv/bin/python -m sphinx -q -W --keep-going -E -b html -d $(HTML)-doctrees docs $(HTML)
	@echo "$(HTML)/index.html"

build/docs/.stamp: requirements/docs.txt pyproject.toml
	@$(PYTHON) -m venv build/docs/venv
	@build/docs/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/docs.txt
	@touch $@

update: $(STAMP)  ## regenerate everything that is generated and committed
	@$(VENV)/bin/stillproof verify --update
	@$(PYTHON) -I -S proofs/native/others.py
	@$(PY) docs/figures.py
	@$(PY) docs/schemas.py
	@$(PY) docs/generate.py

lock:  ## recompute requirements/dev.txt, docs.txt and dist.txt (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --extra paper --extra test pyproject.toml -o $(LOCK)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --extra docs pyproject.toml -o requirements/docs.txt
	printf 'hatchling>=1.27\ntwine>=6.1\n' | uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url - -o requirements/dist.txt

clean:  ## remove what the other targets built
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "stillproof needs Python 3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || { echo "python3-venv is missing (Debian: apt-get install python3-venv)"; exit 1; }
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r $(LOCK)
	@$(PY) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
