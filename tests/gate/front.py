"""The nginx file as it is shipped, before servers on ports of this machine."""

import contextlib
import os
import shutil
import socket
import subprocess
from urllib.parse import urlsplit

from tests.conftest import ROOT

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
SHIPPED = (ROOT / "deploy/nginx.conf").read_text("utf-8")
HOST = "plan.example"
_SERVER = "server 127.0.0.1:8501;"


@contextlib.contextmanager
def before(addresses, folder, shipped=SHIPPED):
    """Start nginx in front of the servers at these addresses; yield its encrypted port."""
    port, plain = free(), free()
    config(folder, [urlsplit(address).port for address in addresses], port, plain, shipped)
    with subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)]) as nginx:
        try:
            await_port(nginx, port)
            yield port
        finally:
            nginx.terminate()


def certificate(folder):
    """Make a certificate for the name readers use."""
    made = ["-keyout", str(folder / "plan.key"), "-out", str(folder / "plan.crt")]
    about = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    kind = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*kind, *about, *made], check=True, capture_output=True)


def config(folder, behind, port, plain, shipped):
    """Change what the file says may be changed, and the two ports, which only root may open."""
    ours = shipped.replace(_SERVER, "".join(f"server 127.0.0.1:{one};" for one in behind))
    ours = ours.replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl")
    ours = ours.replace("listen 80", f"listen 127.0.0.1:{plain}").replace("/etc/nginx", str(folder))
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    same_user = "user root; " if os.getuid() == 0 else ""  # else its workers may read nothing here
    (folder / "nginx.conf").write_text(
        f"{same_user}daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {temporary}\n{ours}\n}}"
    )


def free():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def await_port(nginx, port):
    for _ in range(200):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        with contextlib.suppress(subprocess.TimeoutExpired):
            nginx.wait(0.1)
            break
    raise AssertionError(port)
