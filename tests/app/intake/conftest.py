"""A case to add content to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.case import Case
from tests.support.case_samples import CHEAP


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case, open."""
    made, _ = Case.create(tmp_path / "my-case", "pass", cost=CHEAP)
    with made:
        yield made
