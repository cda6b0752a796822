# make demo   set up everything and code the sample reports
# make test   set up everything and run every check
# The other targets are the parts of these two, and what maintainers need.
#
# PYTHON=/path/to/python3 chooses the interpreter, OUT=folder where the demo writes.

BIN := .venv/bin
UV := .venv/tools/bin/uv
OUT ?= out

# An environment that was made for another folder, or has lost its interpreter, is made anew.
ifneq ($(shell $(BIN)/python -c 0 2>/dev/null && cat .venv/ready),$(shell pwd -P))
.PHONY: .venv/ready
endif

# Temporary files stay here where the machine's own folder for them cannot be written to.
ifneq ($(shell test -w "$${TMPDIR:-/tmp}" && echo yes),yes)
export TMPDIR := $(shell pwd -P)/.venv/tmp
endif

.PHONY: demo test check lint types tests packs gate bench compile lock clean

demo: .venv/ready
	@mkdir -p "$(OUT)"
	@$(BIN)/sijill code samples/ar --format table
	@$(BIN)/sijill code samples/ar --format html -o "$(OUT)/demo.html" --quiet
	@$(BIN)/sijill code samples/ar --format jsonl -o "$(OUT)/demo.jsonl" --quiet
	@echo
	@echo "Written: $(OUT)/demo.html (open it in a browser) and $(OUT)/demo.jsonl"

test check: .venv/ready
	@$(MAKE) --no-print-directory lint types packs tests gate

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy
	$(BIN)/python scripts/compile.py --check || test $$? -eq 2

packs: .venv/ready
	$(BIN)/sijill pack check

# Exit code 2 says that there is no compiler here: then the sources alone are tested.
tests: .venv/ready
	@$(BIN)/python scripts/compile.py --missing || test $$? -eq 2
	@mkdir -p "$${TMPDIR:-/tmp}"
	$(BIN)/pytest

# Exit code 2 says that the gold files are not on this machine: then nothing can be held to them.
gate: .venv/ready
	$(BIN)/python scripts/gate.py || test $$? -eq 2

# The engine twice as fast, in a few minutes; where a source is changed after, the sources run.
compile: .venv/ready
	$(BIN)/python scripts/compile.py

bench: .venv/ready
	@$(BIN)/python scripts/compile.py --missing || test $$? -eq 2
	$(BIN)/python benchmarks/stages.py

# Pin every package with its hashes; no index address goes into the files. What is pinned stays
# as it is: make lock UPGRADE=--upgrade takes the newest of all.
COMPILE = UV_PYTHON_DOWNLOADS=never $(UV) pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header $(UPGRADE)
lock: .venv/ready
	$(COMPILE) --group dev pyproject.toml -o requirements/dev.lock
	$(COMPILE) pyproject.toml --constraint requirements/dev.lock -o requirements/run.lock
	$(COMPILE) requirements/installer.in -o requirements/installer.lock

.venv/ready: scripts/bootstrap.sh requirements/dev.lock requirements/installer.lock pyproject.toml
	@sh scripts/bootstrap.sh

clean:
	rm -rf .venv "$(OUT)" build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
