"""The scripts in a bundle find what Geoul finds, on good bundles and on changed ones."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.handover.check_scripts import POWERSHELL, SHELL, check_scripts
from storage.bundle.bag import KEY as KEY_FILE
from storage.bundle.bag import MANIFEST_256, SIGNATURE, TAG_MANIFEST
from storage.bundle.signing import fingerprint, in_groups, pem_of
from tests.app.handover import powershell_steps
from tests.storage.bundle.resigned import as_folder, files_of, signed, signed_list
from tests.support.bundle_samples import KEY, write
from tests.support.unpackers import openssl

SHELLS = [each for each in ("dash", "bash", "busybox") if shutil.which(each)]
PWSH = shutil.which("pwsh")
OWN = fingerprint(KEY.public_key())
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))

Files = dict[str, bytes]
Answer = tuple[int, set[str]]
KINDS = (
    *("MISSING", "CHANGED", "NO LIST", "TWO LISTS", "ADDED", "SIGNATURE", "NO KEY", "OTHER KEY"),
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A bag with the scripts, signed."""
    path = tmp_path_factory.mktemp("made") / "x.zip"
    write(path)
    plain = files_of(path)
    scripts = {each.name: bytes(each.open().read()) for each in check_scripts()}
    return signed({**scripts, **plain})


def by_shell(shell: str, bag: Path, *told: str, path: str | None = None) -> Answer:
    """The answer of check.sh in a shell, and that it left everything as it was."""
    before = snapshot(bag)
    command = [shell, "sh"] if shell == "busybox" else [shell]
    environment = {**os.environ, "LC_ALL": "C", "PATH": path or os.environ["PATH"]}
    place = shutil.which(command[0]) or ""
    ran = subprocess.run(  # noqa: S603
        [place, *command[1:], str(bag / SHELL), *told],
        env=environment,
        cwd="/",
        capture_output=True,
        check=False,
    )
    assert snapshot(bag) == before
    said = ran.stdout.decode()
    assert not ran.stderr, ran.stderr
    return ran.returncode, {kind for kind in KINDS if f"\n{kind} " in f"\n{said}"}


def snapshot(bag: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in bag.rglob("*") if each.is_file()}


def by_powershell(bag: Path, *told: str, path: str | None = None) -> Answer:
    """The answer of check.ps1 where there is PowerShell, else of its steps in Python."""
    if PWSH and path is None:
        command = [PWSH, "-NoProfile", "-File", str(bag / POWERSHELL), *told]
        ran = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        said = ran.stdout.decode()
        return ran.returncode, {kind for kind in KINDS if f"\n{kind} " in f"\n{said}"}
    there = None if path else shutil.which("openssl")
    status, differs = powershell_steps.run(bag, *told, openssl=there)
    return status, {*differs}


def answers(bag: Path, *told: str) -> Answer:
    """The status, which has to be one, and what all of them name."""
    said = [*(by_shell(shell, bag, *told) for shell in SHELLS), by_powershell(bag, *told)]
    (status,) = {status for status, _ in said}
    return status, set.intersection(*(kinds for _, kinds in said))


@openssl
def test_a_good_bundle_with_its_fingerprint_is_good(files: Files, tmp_path: Path) -> None:
    bag = as_folder(tmp_path, files) / "documents"
    for told in ([OWN], [in_groups(OWN)], in_groups(OWN).upper().split(), [OWN.upper()]):
        assert answers(bag, *told) == (0, set())


@openssl
def test_without_a_fingerprint_whose_key_it_is_stays_open(files: Files, tmp_path: Path) -> None:
    bag = as_folder(tmp_path, files) / "documents"
    assert answers(bag) == (3, set())
    assert answers(bag, "0" * 64) == (1, {"OTHER KEY"})


def flipped(content: bytes) -> bytes:
    return bytes([content[0] ^ 1]) + content[1:]


CHANGES: dict[str, tuple[Callable[[Files], Files], set[str]]] = {
    "payload": (lambda f: {**f, "data/items.json": b"{}"}, {"CHANGED"}),
    "document": (lambda f: {**f, "report.txt": b"x"}, {"CHANGED"}),
    "removed": (lambda f: {n: c for n, c in f.items() if n != "data/items.json"}, {"MISSING"}),
    "added": (lambda f: {**f, "data/more": b"", "more.exe": b""}, {"ADDED"}),
    "added and hidden": (lambda f: {**f, ".more": b""}, {"ADDED"}),
    "list": (
        lambda f: {**f, MANIFEST_256: f[MANIFEST_256] + b"00  data/x\n"},
        {"CHANGED", "MISSING", "TWO LISTS"},
    ),
    "list of lists": (lambda f: {**f, TAG_MANIFEST: flipped(f[TAG_MANIFEST])}, {"SIGNATURE"}),
    "signature": (lambda f: {**f, SIGNATURE: flipped(f[SIGNATURE])}, {"SIGNATURE"}),
    "no list": (lambda f: signed_list(f, b"nothing\n"), {"NO LIST", "ADDED"}),
    "empty list": (lambda f: signed_list(f, b""), {"ADDED"}),
    "list without its last line end": (
        lambda f: signed_list({**f, "report.txt": b"x"}, f[TAG_MANIFEST][:-1]),
        {"CHANGED"},
    ),
    "way out": (
        lambda f: signed_list(f, f[TAG_MANIFEST] + b"0" * 128 + b"  ../x\n"),
        {"NO LIST"},
    ),
}


@openssl
@pytest.mark.parametrize("what", CHANGES)
def test_what_differs_is_told(files: Files, tmp_path: Path, what: str) -> None:
    change, kinds = CHANGES[what]
    bag = as_folder(tmp_path, change(files)) / "documents"
    status, told = answers(bag, OWN)
    assert status == 1
    assert told >= kinds
    assert answers(bag)[0] == 1


@openssl
def test_a_stranger_who_signs_anew_is_told_by_the_fingerprint_alone(
    files: Files, tmp_path: Path
) -> None:
    made = signed({**files, "report.txt": b"other", KEY_FILE: pem_of(STRANGER.public_key())})
    made[SIGNATURE] = STRANGER.sign(made[TAG_MANIFEST])
    bag = as_folder(tmp_path, made) / "documents"
    assert answers(bag, OWN) == (1, {"OTHER KEY"})
    assert answers(bag) == (3, set())


@openssl
@pytest.mark.parametrize("first", [True, False])
def test_a_second_key_in_the_file_of_the_key_deceives_nobody(
    files: Files, tmp_path: Path, *, first: bool
) -> None:
    ours, theirs = files[KEY_FILE], pem_of(STRANGER.public_key())
    made = signed({**files, KEY_FILE: ours + theirs if first else theirs + ours})
    made[SIGNATURE] = STRANGER.sign(made[TAG_MANIFEST])
    status, told = answers(as_folder(tmp_path, made) / "documents", OWN)
    assert status == 1
    assert "NO KEY" in told


@openssl
def test_what_a_system_and_a_timestamp_left_there_is_no_difference(
    files: Files, tmp_path: Path
) -> None:
    more = (".DS_Store", "data/._items.json", "data/Thumbs.db", "__MACOSX/x", f"{TAG_MANIFEST}.tsr")
    made = {**files, **dict.fromkeys(more, b"x")}
    assert answers(as_folder(tmp_path, made) / "documents", OWN) == (0, set())


def test_a_link_is_no_file_of_the_bundle(files: Files, tmp_path: Path) -> None:
    bag = as_folder(tmp_path, files) / "documents"
    shutil.move(bag / "report.txt", tmp_path / "elsewhere")
    (bag / "report.txt").symlink_to(tmp_path / "elsewhere")
    for shell in SHELLS:
        assert by_shell(shell, bag, OWN)[0] == 1


def test_without_openssl_the_signature_stays_open(files: Files, tmp_path: Path) -> None:
    bag = as_folder(tmp_path, files) / "documents"
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("dirname", "cut", "grep", "find", "sort", "uniq", "sed", "cat", "tr", "base64"):
        (tools / name).symlink_to(shutil.which(name) or "")
    for sums in (("sha256sum", "sha512sum"), ("shasum", "perl")):
        places = [shutil.which(name) for name in sums]
        if not all(places):
            continue
        for place in filter(None, places):
            (tools / Path(place).name).symlink_to(place)
        for shell in SHELLS:
            assert by_shell(shell, bag, OWN, path=str(tools)) == (3, set())
            assert by_shell(shell, bag, "1" * 64, path=str(tools)) == (1, {"OTHER KEY"})
        for name in sums:
            (tools / name).unlink()
    assert by_powershell(bag, OWN, path="none") == (3, set())


def test_the_steps_in_python_are_those_of_the_script() -> None:
    source = Path(powershell_steps.__file__).read_text("utf-8")
    steps = [line.split("# PS: ")[1] for line in source.splitlines() if "# PS: " in line]
    script = {each.name: each.open().read() for each in check_scripts()}[POWERSHELL]
    lines = [line.strip() for line in script.decode("utf-8-sig").splitlines()]
    plain = (
        *("", "}", "else {", "$bad = $false", "$ErrorActionPreference = 'Stop'"),
        *("$ErrorActionPreference = 'Continue'",),
        'function Differs($what, $name) { Write-Host "${what}: $name"; $script:bad = $true }',
        'function NotChecked($what) { Write-Host "NOT CHECKED 확인 못 함: $what"; '
        "$script:open = $true }",
        "function Place($name) { Join-Path $PSScriptRoot $name }",
        "param([Parameter(ValueFromRemainingArguments = $true)][string[]]$Fingerprint)",
        "Write-Host ('    ' + ($key -replace '(....)', '$1 '))",
        "Write-Host 'All of it fits, and it is signed with the key that you told. 모두 맞으며, "
        "알려 준 키로 서명되어 있습니다.'",
    )
    left = [line for line in lines if not line.startswith("#") and line not in plain]
    assert sorted(left) == sorted(steps)


def test_they_are_as_their_programs_want_them() -> None:
    shell, powershell = (each.open().read() for each in check_scripts())
    assert shell.startswith(b"#!/bin/sh\n")
    assert b"\r" not in shell
    assert powershell.startswith(b"\xef\xbb\xbf#")
    assert powershell.count(b"\n") == powershell.count(b"\r\n")
    assert len(shell.splitlines()) < 80
    assert len(powershell.splitlines()) < 80
    assert len({hashlib.sha256(each).hexdigest() for each in (shell, powershell)}) == 2
