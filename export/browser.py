"""Which browser on this machine can draw."""

import os
import shutil
import sys
from pathlib import Path

SETTING = "BROWSER_PATH"
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_USUAL_PLACES = {
    "win32": (
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ),
    "darwin": ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",),
}


def find_browser() -> Path | None:
    """Return the browser named by BROWSER_PATH, else the first one found; None without one.

    A BROWSER_PATH that cannot be run is not replaced by a guess: somebody meant that browser.
    """
    named = os.environ.get(SETTING)
    if named:
        return usable(Path(named))
    on_path = (found for name in _NAMES if (found := shutil.which(name)))
    places = (*on_path, *_USUAL_PLACES.get(sys.platform, ()))
    return next((browser for place in places if (browser := usable(Path(place)))), None)


def usable(path: Path) -> Path | None:
    """Return ``path`` when it is a file that may be run."""
    return path if path.is_file() and os.access(path, os.X_OK) else None
