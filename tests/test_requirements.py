"""What is installed is what somebody approved: pinned, with its digest, declared where imported.

Known holes are not looked up here, for their list comes from the internet: ``make audit``.
"""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions, packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

FILES = sorted(ROOT.glob("requirements*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ROOMS = ("domain", "texts", "ingest", "analysis", "store", "export", "ui", "commands", "pages")
SAFE = {"streamlit": "1.67", "starlette": "1.10"}  # older ones have holes that let strangers in


def pinned(file):
    """Return what a file pins: every requirement with how many digests of it there are."""
    joined = file.read_text("utf-8").replace("\\\n", "")
    lines = (
        line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")
    )
    return [(Requirement(line.split(" --hash")[0]), line.count("--hash=sha256:")) for line in lines]


def version(one):
    (said,) = one.specifier
    assert said.operator == "==", one
    return said.version


def here(file):
    """Return name and version of what a file installs on this machine."""
    return {
        canonicalize_name(one.name): version(one)
        for one, _ in pinned(file)
        if one.marker is None or one.marker.evaluate()
    }


def declared(group=None):
    said = PROJECT["dependency-groups"][group] if group else PROJECT["project"]["dependencies"]
    return [Requirement(one) for one in said]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_package_is_one_version_whose_bytes_are_known(file):
    assert pinned(file)
    for one, digests in pinned(file):
        assert version(one)
        assert digests, f"{one} could be replaced on the way; run make lock"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_pinned_is_what_the_project_asks_for(file):
    group = file.stem.partition("-")[2] or None
    wanted = [*declared(group), *(declared() if group != "audit" else [])]
    found = here(file)
    for one in wanted:
        assert found.get(canonicalize_name(one.name)), f"{one} is missing; run make lock"
        assert one.specifier.contains(found[canonicalize_name(one.name)]), one


def test_all_files_pin_the_same_version():
    of_app = here(ROOT / "requirements.txt")
    for file in FILES:
        also = here(file)
        if file.stem != "requirements-audit":
            assert of_app.items() <= also.items(), file.name


def test_this_machine_has_what_is_pinned():
    installed = {canonicalize_name(one.name): one.version for one in distributions()}
    assert here(ROOT / "requirements-dev.txt").items() <= installed.items()


def test_what_is_installed_fits_together():
    subprocess.run([sys.executable, "-m", "pip", "check"], check=True, cwd=ROOT)


@pytest.mark.parametrize("name", SAFE)
def test_no_version_with_a_known_way_in_can_be_chosen(name):
    (asked,) = [one for one in declared() if one.name == name]
    assert not asked.specifier.contains("1.0")
    assert str(asked.specifier) == f">={SAFE[name]}"


def test_a_package_is_imported_only_where_it_is_declared():
    known = {canonicalize_name(one.name) for one in declared()}
    owners = packages_distributions()
    files = [ROOT / "dashboard.py", ROOT / "manage.py"]
    files += [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    borrowed = {
        (name, str(file.relative_to(ROOT)))
        for file in files
        for name in imported(file.read_text("utf-8"))
        if name in owners and not {canonicalize_name(one) for one in owners[name]} & known
    }
    assert not borrowed


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (re.match(r"\w+", one.name)[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
