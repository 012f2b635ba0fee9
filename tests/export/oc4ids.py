"""What OC4IDS 0.9 says of the fields we write, in our own words, as JSON Schema.

No package ships the published schema (docs/decisions/open-data.md); where a copy lies beside,
``OC4IDS_SCHEMA`` names its folder and the tests hold our file against it as well.
"""

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker

from tests.conftest import ROOT

# The standard's own, not ours to ship.
EXAMPLE = ROOT.parent / "shared" / "tables" / "oc4ids_example.json"
STATUSES = [
    "identification",
    "preparation",
    "implementation",
    "completion",
    "completed",
    "cancelled",
    "maintenance",
    "decommissioning",
]
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT"}


def only(required, **properties):
    """Return the schema of an object that has no other fields than these."""
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


def many(items):
    return {"type": "array", "minItems": 1, "items": items}


PERIOD = only([], startDate=MOMENT, endDate=MOMENT)
VALUE = only(["amount", "currency"], amount={"type": "number"}, currency={"enum": ["CNY"]})
OBSERVATION = only(
    ["id"],
    id=TEXT,
    period=PERIOD,
    value=VALUE,
    measure={"type": "string", "pattern": r"^\d+(\.\d+)?$"},
    unit=only(["name"], name=TEXT, id=TEXT, scheme=TEXT),
    dimensions={"type": "object", "additionalProperties": TEXT},
)
PROJECT = only(
    ["id"],
    id=TEXT,
    updated=MOMENT,
    title=TEXT,
    description=TEXT,
    status={"enum": STATUSES},
    period=PERIOD,
    additionalClassifications=many(only(["scheme", "id"], scheme=TEXT, id=TEXT, description=TEXT)),
    budget=only([], amount=VALUE),
    parties=many(only(["id", "name"], id=TEXT, name=TEXT)),
    metrics=many(only(["id"], id=TEXT, title=TEXT, observations=many(OBSERVATION))),
)
PACKAGE = only(
    ["uri", "publisher", "publishedDate", "projects", "version"],
    uri={"type": "string", "format": "uri", "pattern": "^urn:uuid:"},
    publishedDate=MOMENT,
    version={"type": "string", "pattern": r"^\d+\.\d+$"},
    publisher=only(["name"], name=TEXT),
    projects={**many(PROJECT), "uniqueItems": True},
)


def faults(package, schema=PACKAGE):
    """Return what a package does against the schema, as text."""
    checker = Draft4Validator(schema, format_checker=FormatChecker())
    return [
        f"{'/'.join(map(str, one.path))}: {one.message}" for one in checker.iter_errors(package)
    ]


def published_faults(package):
    """Return what a package does against the published schema; skips where there is no copy."""
    folder = os.environ.get("OC4IDS_SCHEMA")
    if not folder:
        pytest.skip("OC4IDS_SCHEMA names no folder with the published schema")
    whole = json.loads((Path(folder) / "project-package-schema.json").read_text("utf-8"))
    project = json.loads((Path(folder) / "project-schema.json").read_text("utf-8"))
    whole["properties"]["projects"]["items"] = {}
    found = list(Draft4Validator(whole).iter_errors(package))
    for one in package["projects"]:
        found += Draft4Validator(project).iter_errors(one)
    return [one.message for one in found]
