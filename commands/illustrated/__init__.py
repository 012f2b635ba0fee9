"""An illustrative ledger at size: 500 projects over 36 months, made up by rule and marked."""
