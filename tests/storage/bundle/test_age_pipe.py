"""A disk that fails is told as one, never as a bundle that was changed."""

import errno
import io
import os
from pathlib import Path
from typing import Any

import pyrage
import pytest

from storage.bundle.age_pipe import AgeDecryptor
from storage.errors import DiskFailedError, WrongBundleIdentityError
from tests.support.bundle_samples import IDENTITY, PHRASE, to_identity, verified, write


class Failing(io.FileIO):
    """A file on a disk that gives so many pieces and no more."""

    left = 0

    def readinto(self, memory: Any, /) -> int | None:
        Failing.left -= 1
        if Failing.left < 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().readinto(memory)


def fail_after(pieces: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(path: Path, *_: Any) -> io.BufferedReader:
        return io.BufferedReader(Failing(path), 512)

    Failing.left = pieces
    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("pieces", [0, 1, 2, 3])
@pytest.mark.parametrize("form", ["zip", "age"])
def test_a_disk_that_fails_is_no_problem_of_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, pieces: int
) -> None:
    path = tmp_path / "bundle"
    write(path, to_identity() if form == "age" else None)
    fail_after(pieces, monkeypatch)
    with pytest.raises(DiskFailedError) as told:
        verified(path, IDENTITY if form == "age" else PHRASE)
    assert told.value.path == str(path)


def test_what_reading_the_source_raised_is_raised(tmp_path: Path) -> None:
    write(tmp_path / "x.age", to_identity())

    class Source:
        def read(self, _: int) -> bytes:
            raise KeyError("anything")

    with AgeDecryptor(IDENTITY, Source()) as plain, pytest.raises(KeyError):
        plain.read(1)


def test_a_bundle_for_somebody_else_is_told_as_such(tmp_path: Path) -> None:
    write(tmp_path / "x.age", to_identity())
    stranger = str(pyrage.x25519.Identity.generate())
    with pytest.raises(WrongBundleIdentityError):
        verified(tmp_path / "x.age", stranger)
