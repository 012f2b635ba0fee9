"""Both READMEs promise only what works."""

import re
import shlex
from pathlib import Path

import pytest

import manage
from export.browser import find_browser
from tests.conftest import ROOT

READMES = ("README.md", "README.zh.md")
PAGES = [*READMES, "CHANGELOG.md", *(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))]
PYTHON = ".venv/bin/python manage.py "
NEEDS_BROWSER = {"export", "doctor"}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def commands_of(page):
    """Every line of a block of commands with the exit code it promises."""
    text = (ROOT / page).read_text("utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            command, _, said = line.partition("#")
            promised = re.search(r"(?:exit code|退出码) (\d)", said)
            yield command.strip(), int(promised[1]) if promised else 0


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command of manage.py; what it would write into var/try goes to a folder of its own."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PLAN_STATE", raising=False)

    def run_(command):
        words = [w.replace("var/try", str(tmp_path / "try")) for w in shlex.split(command)]
        if words[0] == "export":
            monkeypatch.setenv(*words[1].split("=", 1))
            return 0
        return manage.main(words[2:])

    return run_


@pytest.mark.xdist_group("browser")
def test_the_examples_end_as_promised(run, capsys):
    for command, promised in commands_of("README.md"):
        if command.startswith("make "):
            continue
        if find_browser() is None and command.removeprefix(PYTHON).split()[0] in NEEDS_BROWSER:
            continue
        assert run(command) == promised, (command, capsys.readouterr().out)


@pytest.mark.parametrize("page", READMES)
def test_every_command_is_known(page):
    for command, _ in commands_of(page):
        if command.startswith("make "):
            assert re.search(rf"^{command.split()[1]}:", MAKEFILE, re.MULTILINE), command
        elif command.startswith(PYTHON):
            assert command.removeprefix(PYTHON).split()[0] in manage.RUNS
        else:
            assert command == "export PLAN_STATE=var/try"


def test_both_languages_give_the_same_commands():
    english, chinese = (list(commands_of(page)) for page in READMES)
    assert english == chinese


def test_every_command_of_the_command_line_has_an_example():
    shown = {c.removeprefix(PYTHON).split()[0] for c, _ in commands_of("README.md")}
    assert set(manage.RUNS) <= shown


def test_every_make_target_in_the_text_is_known():
    for page in PAGES:
        for target in re.findall(r"`make ([\w-]+)`", (ROOT / page).read_text("utf-8")):
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), (page, target)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_picture_exists(page):
    text = (ROOT / page).read_text("utf-8")
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        if not link.startswith("http"):
            assert (ROOT / page).parent.joinpath(link).exists(), link


@pytest.mark.parametrize("page", PAGES)
def test_every_file_named_exists(page):
    """A path in code type with a folder of ours in front is a file or folder of ours."""
    text = (ROOT / page).read_text("utf-8")
    ours = {p.name for p in ROOT.iterdir() if p.is_dir()} - {"var", ".venv"}
    for path in re.findall(r"`([\w.-]+/[\w./-]*)`", text):
        if Path(path).parts[0] in ours:
            assert (ROOT / path).exists(), path


def test_every_room_is_on_the_map():
    for room in ("pages", "ui", "commands", "store", "export", "ingest", "analysis", "texts"):
        for page in READMES:
            assert f"| `{room}/` |" in (ROOT / page).read_text("utf-8")


def test_the_picture_is_small():
    assert (ROOT / "docs/pictures/overview.png").stat().st_size < 300_000
