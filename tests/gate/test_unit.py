"""The delivered systemd unit: systemd understands it, and its command serves and stops."""

import shlex
import shutil
import signal
import subprocess
from http.client import HTTPConnection

import pytest

from bench.viewers.served import ROOT, started

UNIT = ROOT / "deploy" / "plan-dashboard@.service"
FOREIGN = "/srv/plan-delivery-dashboard"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_understands_every_line_of_the_unit(tmp_path):
    here = tmp_path / "plan-dashboard@8501.service"
    here.write_text(UNIT.read_text("utf-8").replace(FOREIGN, str(ROOT)), "utf-8")
    held = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", here],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (held.returncode, held.stderr) == (0, "")


def test_the_command_of_the_unit_serves_and_ends_when_systemd_says_so(tmp_path):
    (line,) = [one for one in UNIT.read_text("utf-8").splitlines() if one.startswith("ExecStart=")]
    command = shlex.split(line.removeprefix("ExecStart=").replace(FOREIGN, str(ROOT)))
    here = [word.replace("%i", "{port}") for word in command]
    environ = {"PLAN_STATE": str(tmp_path / "state")}
    with started(here, environ, tmp_path / "log", healthy="/readyz") as server:
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(30)
        port = int(server.address.rsplit(":", 1)[1])
        with pytest.raises(ConnectionRefusedError):
            HTTPConnection("127.0.0.1", port, timeout=1).connect()
