"""Other processes for tests: born of a clean server, so that they share no connection with us."""

import multiprocessing

CLEAN = multiprocessing.get_context("forkserver")
CLEAN.set_forkserver_preload(
    ["pytest", "psycopg", "sqlalchemy.dialects.postgresql.psycopg", "tests.store.killing"]
)
