"""A case to work with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.case import Case
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP, PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a case can be made."""
    return tmp_path / "case"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    """An empty case without media."""
    case, _ = Case.create(path, PASSPHRASE, cost=CHEAP)
    with case:
        yield case


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Case]:
    """An empty case that keeps originals."""
    case, _ = Case.create(tmp_path / "keeping", PASSPHRASE, media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case:
        yield case
