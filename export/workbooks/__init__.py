"""Workbooks for the office: the one writer of XLSX, the ledger of a period, the template."""
