"""All files of open data by name, with a manifest that names and seals them."""

import json
from collections.abc import Mapping
from hashlib import sha256

from export.caption import safe_name
from export.captions import zone
from export.open_data.dictionary import dictionary
from export.open_data.oc4ids import package
from export.open_data.source import TABLES, Source
from export.open_data.tables import as_csv, as_parquet
from texts import LANGUAGES, Texts, catalogue

MANIFEST = "manifest.json"


def open_data(source: Source) -> dict[str, bytes]:
    """Return every file by its name, the manifest last; the same version gives the same bytes.

    A ledger without a project has no OC4IDS package, for the standard wants at least one.
    """
    files: dict[str, bytes] = {}
    for table in TABLES:
        files[f"{table.name}.csv"] = as_csv(table, source)
        files[f"{table.name}.parquet"] = as_parquet(table, source)
    files["dictionary.csv"] = dictionary()
    if not source.projects.empty:
        files["projects.oc4ids.json"] = package(source)
    files["README.md"] = _readme(source)
    return {**files, MANIFEST: _manifest(source, files)}


def zip_name(source: Source, t: Texts) -> str:
    """Name the file that holds them all."""
    mark = t("workbook.file_mark") if source.illustrative else ""
    named = {"zone": zone(t, source.plan), "version": source.version, "mark": mark}
    return safe_name(t("open_data.file", **named))


def _readme(source: Source) -> bytes:
    parts: list[str] = []
    for language in LANGUAGES:
        t = catalogue(language)
        zone = source.plan.zone if language == "zh" else source.plan.zone_english
        document, version = source.plan.document, source.version
        parts.append(t("open_data.readme", zone=zone, document=document, version=version))
        if source.illustrative:
            parts.append(t("open_data.illustrative"))
    return "\n".join(parts).encode()


def _manifest(source: Source, files: Mapping[str, bytes]) -> bytes:
    rows = {table.name: len(table.rows(source)) for table in TABLES}
    said = {
        "zone": source.plan.zone,
        "plan": source.plan.title,
        "document": source.plan.document,
        "ledger_version": source.version,
        "ledger_time": source.at.replace(microsecond=0).isoformat(),
        "illustrative": source.illustrative,
        "rows": rows,
        "files": [
            {"file": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files.items()
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
