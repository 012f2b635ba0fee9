.DEFAULT_GOAL := help
.PHONY: help run demo test test-spark bench check snapshots doctor lock
BIN := .venv/bin

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
lock:      ## rewrite the pinned requirements from pyproject.toml
	@$(BIN)/uv pip compile -q --no-header --universal pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --no-header --universal --group dev pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile -q --no-header --universal --group bench pyproject.toml -o requirements-bench.txt
