"""The whole ledger as open files: tidy tables, their dictionary, OC4IDS, a manifest."""
