"""Changed bundles are verified: none is called whole, and nothing but an answer comes of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from app.job import finish
from storage.bundle.age_pipe import AgeDecryptor
from storage.bundle.tar_archive import read_members
from storage.bundle.verify import Verification, verify
from storage.errors import BundleError
from tests.support.bundle_samples import (
    IDENTITY,
    PHRASE,
    to_identity,
    whole,
    write,
)
from tools.fuzz.guard import FoundError, guarded
from tools.fuzz.mutation import DROP, EDITS, SPLICE, Change, Files, changed, changes

_SECRETS = {"zip": PHRASE, "age": IDENTITY, "folder": ""}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A changed bundle: its form and the changes."""

    form: str
    changes: tuple[Change, ...]


def bundles() -> st.SearchStrategy[Bundle]:
    """Generate any changed bundle."""
    some = st.lists(changes((*EDITS, SPLICE, DROP)), min_size=1, max_size=3).map(tuple)
    return st.builds(Bundle, st.sampled_from(tuple(_SECRETS)), some)


class Bundles:
    """Keeps honest bundles, made once, to be changed."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        write(scratch / "honest.zip")
        write(scratch / "honest.age", to_identity())
        age = (scratch / "honest.age").read_bytes()
        self._honest: dict[str, Files] = {
            "zip": {"bundle": (scratch / "honest.zip").read_bytes()},
            "age": {"bundle": age},
            "folder": dict(_unpacked(scratch / "honest.age")),
        }

    def check(self, bundle: Bundle) -> None:
        """Verify a changed bundle.

        Raises:
            FoundError: It is called whole although it was changed.
            Exception: Anything but the errors of bundles.
        """
        honest = self._honest[bundle.form]
        files = dict(honest)
        for change in bundle.changes:
            files = changed(files, change, tuple(honest.values()))
        with _written(self._scratch / "bundle", files) as path:
            try:
                with guarded(path):
                    found: Verification = finish(verify(path, _SECRETS[bundle.form]))
            except BundleError:
                return
        if found.is_whole and files != honest:
            raise FoundError("a changed bundle is called whole")


def _unpacked(path: Path) -> Iterator[tuple[str, bytes]]:
    with path.open("rb") as stream, AgeDecryptor(IDENTITY, stream) as plain:
        for member in read_members(plain):
            yield member.name, whole(member)


@contextmanager
def _written(path: Path, files: Files) -> Iterator[Path]:
    lone = set(files) <= {"bundle"}
    try:
        if lone and files:
            path.write_bytes(files["bundle"])
        for name, content in {} if lone else files.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content)
        yield path
    finally:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
