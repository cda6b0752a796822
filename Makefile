# make demo   set up everything and code the sample reports
# make test   set up everything and run every check
# The other targets are the parts of these two.

BIN := .venv/bin
OUT ?= out

.PHONY: demo test check lint types tests gate lock bench clean

demo: .venv/ready
	@mkdir -p $(OUT)
	@$(BIN)/sijill code samples/ar --format table
	@$(BIN)/sijill code samples/ar --format html -o $(OUT)/demo.html --quiet
	@$(BIN)/sijill code samples/ar --format jsonl -o $(OUT)/demo.jsonl --quiet
	@echo
	@echo "Written: $(OUT)/demo.html (open it in a browser) and $(OUT)/demo.jsonl"

test: .venv/ready
	@$(MAKE) --no-print-directory lint types tests

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

tests: .venv/ready
	$(BIN)/pytest

bench: .venv/ready
	$(BIN)/python benchmarks/stages.py

# Pin every dependency with its hash; no index address goes into the file.
lock: .venv/ready
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
		--group dev pyproject.toml -o requirements/dev.lock

.venv/ready: scripts/bootstrap.sh requirements/dev.lock pyproject.toml
	@sh scripts/bootstrap.sh

clean:
	rm -rf .venv $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
