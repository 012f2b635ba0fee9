"""Exhibits: which tables of the board each chart is drawn from."""
