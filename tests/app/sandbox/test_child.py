"""The real child with the real models: every kind of medium must get through the sandbox."""

import io
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from app.sandbox.pool import ScannerPool
from face.engine import FaceEngine
from face.errors import UnreadableMediaError
from face.scan_medium import scan_medium
from face.types import Scan
from tests.app.sandbox.media import media, source

pytestmark = [pytest.mark.models, pytest.mark.slow]


def summary(result: Scan | UnreadableMediaError) -> object:
    if isinstance(result, UnreadableMediaError):
        return result.reason, result.detail
    return result.facts, result.partly, len(result.tracks)


def direct(content: bytes, engine: FaceEngine) -> Scan | UnreadableMediaError:
    try:
        return scan_medium(io.BytesIO(content), len(content), engine)
    except UnreadableMediaError as error:
        return error


def test_a_child_sees_what_is_seen_without_it_and_leaves_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, contents = FaceEngine.open(threads=1), media()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    came: dict[int, Scan | UnreadableMediaError] = {}
    with ScannerPool("open", 1) as pool:
        names = list(contents)
        for outcome in pool.scan_all(
            (number, partial(source, contents[name])) for number, name in enumerate(names)
        ):
            came.update([outcome] if outcome else [])
    for number, name in enumerate(names):
        alone = direct(contents[name], engine)
        assert (name, summary(came[number])) == (name, summary(alone))
        _same_embeddings(came[number], alone)
    made = {path.relative_to(tmp_path / "home").parts[:2] for path in tmp_path.rglob("*.*")}
    assert made <= {(), (".cache",), (".cache", "geoul")}


def _same_embeddings(one: Scan | UnreadableMediaError, other: Scan | UnreadableMediaError) -> None:
    if isinstance(one, Scan) and isinstance(other, Scan):
        for ours, theirs in zip(one.tracks, other.tracks, strict=True):
            np.testing.assert_allclose(ours.embedding, theirs.embedding, atol=1e-4)
