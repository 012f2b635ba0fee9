"""Makes data/templates anew: `PYTHONPATH=. .venv/bin/python scripts/letter_templates.py`."""  # noqa: INP001 - it is run, nobody imports it

from datetime import UTC, datetime
from pathlib import Path

from domain.letters import Letter
from export.letter_defaults import template

_FOLDER = Path(__file__).parent.parent / "data" / "templates"
_MADE = datetime(2026, 11, 25, tzinfo=UTC)

_FOLDER.mkdir(exist_ok=True)
for one in Letter:
    (_FOLDER / f"{one}.docx").write_bytes(template(one, at=_MADE))
