"""The ledger: what was uploaded, by whom and when, and what it says as of any version."""
