from pathlib import Path

import pytest

from tools.i18n import translations


def test_what_was_accepted_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(translations, "KEPT", tmp_path / "translated_from.json")
    english = {"b": "two", "a": "one"}
    translations.accept(english)
    assert translations.kept() == translations.digests(english)


def test_the_digest_changes_with_every_letter() -> None:
    assert translations.digest("Leave now") != translations.digest("Leave now.")
