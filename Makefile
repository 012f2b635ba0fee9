.DEFAULT_GOAL := help
.PHONY: help run demo test test-spark bench check snapshots doctor lock audit
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile -q --no-header --universal --generate-hashes

help:      ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
run:       ## set up what is missing and open the dashboard
	@scripts/prepare run
	@$(BIN)/python -m streamlit run dashboard.py --server.showEmailPrompt=false \
		--server.headless=$(if $(DISPLAY)$(WAYLAND_DISPLAY),false,true)
demo:      ## the same with a made-up year, in a ledger of its own
	@scripts/prepare run
	@$(BIN)/python manage.py demo --year
test:      ## set up what is missing and run the whole gate: style, imports, types, tests
	@scripts/prepare test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pyright
	@$(BIN)/python -m pytest
test-spark: ## the metrics on Spark, in this process and on a cluster of its own; needs java
	@scripts/prepare-spark
	@.venv-spark/bin/python -m pytest -n0 -q -rs tests/spark
bench:     ## measure beside what a user would write; refreshes docs/performance.md
	@scripts/prepare-bench
	@.venv-bench/bin/python -m bench
check:     ## what the gate checks before the tests, in seconds
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/lint-imports && $(BIN)/pyright
snapshots: ## accept the new stories of figures, then read the diff
	@$(BIN)/python -m pytest tests/analysis --snapshot-update
doctor:    ## say what will fail on this machine, and what to do
	@scripts/prepare run
	@$(BIN)/python manage.py doctor
lock:      ## rewrite the pinned requirements and their digests from pyproject.toml
	@$(LOCK) pyproject.toml -o requirements.txt
	@for group in dev bench spark; do \
		$(LOCK) pyproject.toml --group $$group -o requirements-$$group.txt || exit 1; done
	@$(LOCK) --group audit -o requirements-audit.txt
audit:     ## look every pinned package up among the known holes; needs the internet
	@scripts/prepare run
	@$(BIN)/python -m venv .venv-audit
	@.venv-audit/bin/python -m pip install -q --disable-pip-version-check -r requirements-audit.txt
	@.venv-audit/bin/pip-audit --strict --disable-pip $(addprefix -r ,$(wildcard requirements*.txt))
