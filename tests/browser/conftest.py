"""A real JupyterLab in an empty home, and a headless Chromium that looks at it."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from graders.authoring.pictures import ARGUMENTS, browser_path
from graders.paths import ROOT

PATIENCE = 90_000
"""How long to wait for JupyterLab, in milliseconds: a first start on a busy machine is slow."""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab.

    Args:
        folder: what it serves.
        settings: where a user's settings of JupyterLab lie.
        address: where, without a slash at the end.
        token: what lets a browser in.
    """

    folder: Path
    settings: Path
    address: str
    token: str

    def url(self, notebook: str) -> str:
        return f"{self.address}/lab/tree/{quote(notebook)}?token={self.token}&reset"


@pytest.fixture(scope="session")
def browser_installed() -> str:
    """Return where the browser is; without one the tests fail, and say what to install."""
    try:
        return browser_path()
    except RuntimeError as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="module")
def browser(browser_installed: str) -> Iterator[Browser]:
    # Only one Playwright may run in a thread, and the pictures start their own.
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_installed, args=list(ARGUMENTS)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1600})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    home = tmp_path_factory.mktemp("home")
    folder = tmp_path_factory.mktemp("lab")
    token = secrets.token_hex(16)
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ip=127.0.0.1", "--port=0", f"--ServerApp.root_dir={folder}"),
        *(f"--IdentityProvider.token={token}", "--LabApp.extension_manager=readonly"),
    ]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, env=_environment(home), stdout=log, stderr=log)
        try:
            yield Lab(folder, home / "settings", _address(server, home), token)
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _environment(home: Path) -> dict[str, str]:
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "NBGRADER"))}
    return kept | {
        "HOME": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONPATH": str(ROOT),
    }


def _address(server: subprocess.Popen[bytes], home: Path) -> str:
    """Wait until the server says where it listens."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline and server.poll() is None:
        for path in (home / "runtime").glob("jpserver-*.json"):
            try:
                return f"http://127.0.0.1:{json.loads(path.read_text())['port']}"
            except (ValueError, KeyError):
                continue  # it is being written
        time.sleep(0.2)
    log = (home / "log").read_text(errors="replace")[-3000:]
    pytest.fail(f"JupyterLab did not start. Its log ends with:\n{log}")
