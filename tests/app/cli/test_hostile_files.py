"""Files that are made to hurt, added by the command between good photos."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fake_program import ME, SOMEBODY, picture
from tests.support.formats.hostile import HOSTILE

pytestmark = [pytest.mark.slow, pytest.mark.models]

MOST_KIB = 1024 * 1024
"""No process may take more than 1 GB."""


def geoul(home: Path, *arguments: str) -> tuple[int, str, int]:
    """Run the command; return its status, what it printed, and the memory of its largest process
    in KiB."""
    if sys.platform == "win32":
        raise NotImplementedError
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "LC_ALL": "en_US.UTF-8"}
    command = Path(sys.executable).with_name("geoul")
    with subprocess.Popen(  # noqa: S603 - our own program
        [command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, said, used.ru_maxrss


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_itself_only(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.png").write_bytes(picture(ME))
    (folder / name).write_bytes(HOSTILE[name]())
    (folder / "z.png").write_bytes(picture(SOMEBODY))
    phrase = tmp_path / "passphrase"
    phrase.write_text("a passphrase for hostile files\n", "utf-8")
    phrase.chmod(0o600)
    case, home = str(tmp_path / "test.case"), tmp_path / "home"
    with_phrase = ("--passphrase-file", str(phrase))
    assert geoul(home, "case", "new", case, *with_phrase)[0] == 0
    status, said, most = geoul(home, "add", case, str(folder), *with_phrase, "--json")
    assert status == 0
    assert most < MOST_KIB
    added = json.loads(said)
    assert added["new"] >= 2
    status, said, _ = geoul(home, "list", case, *with_phrase, "--json")
    items = {item["name"]: item for item in json.loads(said)["items"]}
    assert items["a.png"]["state"] == items["z.png"]["state"] == "no-face"
    others = [item for each, item in items.items() if each not in ("a.png", "z.png")]
    assert all(item["reason"] for item in others if item["state"] == "unchecked")
