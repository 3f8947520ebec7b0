import re
from pathlib import Path

import pytest

import app
from app.messages import LANGUAGES, Words
from storage.logged_rows import UNFINISHED

ROOT = Path(app.__file__).parent.parent
NOTED = re.compile(r"""(?:\.append|_append|\blog|\._state)\([^()"]*"([a-z-]+)",""")
"""Of a custody log; nothing else that is appended to takes two arguments."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_that_is_noted_has_words(language: str) -> None:
    sources = (
        path.read_text("utf-8") for top in ("app", "storage") for path in (ROOT / top).rglob("*.py")
    )
    steps = {step for text in sources for step in NOTED.findall(text)}
    steps.add(UNFINISHED)
    assert {"created", "add", "hash-list", "sources", "passphrase-changed"} <= steps
    assert {"decided", "decision-taken-back", "capture", "renumbered", "forgotten"} <= steps
    assert [step for step in steps if not Words(language).knows(f"report.step.{step}")] == []
