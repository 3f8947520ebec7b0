import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.preferences import (
    LOCK_MINUTES,
    TEXT_SIZES,
    Preferences,
    SettingsNotRemovedError,
    SettingsNotSavedError,
    Theme,
    forget,
    settings_file,
)

CHOSEN = Preferences(
    language="ko",
    theme=Theme.DARK,
    text_size=150,
    lock_minutes=3,
    capture_protection=False,
    weaker_protection=True,
    pack="sface",
    blur=False,
    grey=False,
)


@pytest.fixture(autouse=True)
def nothing_kept_yet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C")


def kept(content: str | bytes) -> Preferences:
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return Preferences.load()


def test_nothing_is_written_until_something_is_changed() -> None:
    assert Preferences.load() == Preferences()
    assert not settings_file().parent.exists()


def test_the_first_language_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert Preferences.load().language == "ko"


def test_what_was_chosen_is_there_the_next_time() -> None:
    CHOSEN.keep()
    assert Preferences.load() == CHOSEN


def test_the_file_speaks_of_nothing_but_the_program() -> None:
    CHOSEN.keep()
    assert set(json.loads(settings_file().read_text("utf-8"))) == {
        "language",
        "theme",
        "text_size",
        "lock_minutes",
        "capture_protection",
        "pack",
        "weaker_protection",
        "blur",
        "grey",
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '"dark"',
        b"\xff\xfe\x00",
        b"\x00" * 64,
        "[" * 100_000,
        '{"text_size": ' + "9" * 5000 + "}",
    ],
    ids=[
        "empty",
        "cut",
        "list",
        "null",
        "text",
        "not-utf8",
        "zeros",
        "deep",
        "huge-number",
    ],
)
def test_a_damaged_file_is_as_none(content: str | bytes) -> None:
    assert kept(content) == Preferences()


def test_a_folder_in_the_place_of_the_file_is_as_none() -> None:
    settings_file().mkdir(parents=True)
    assert Preferences.load() == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("language", 1),
        ("language", None),
        ("language", ["ko"]),
        ("theme", "pink"),
        ("theme", {"dark": True}),
        ("text_size", 110),
        ("text_size", "150"),
        ("text_size", 150.5),
        ("text_size", True),
        ("text_size", -100),
        ("lock_minutes", 0),
        ("lock_minutes", 10**9),
        ("lock_minutes", True),
        ("lock_minutes", False),
        ("capture_protection", "no"),
        ("capture_protection", 0),
        ("weaker_protection", 1),
        ("pack", "somebody/else"),
        ("pack", 1),
        ("blur", 1),
        ("grey", None),
    ],
)
def test_a_value_that_makes_no_sense_is_as_on_the_first_day(name: str, value: object) -> None:
    others = {"theme": "contrast"} if name != "theme" else {"blur": False}
    read = kept(json.dumps({**others, name: value}))
    assert getattr(read, name) == getattr(Preferences(), name)
    assert type(getattr(read, name)) is type(getattr(Preferences(), name))
    assert read != Preferences()  # what makes sense beside it counts


def test_a_setting_of_another_version_is_passed_over() -> None:
    assert kept('{"colour_of_the_sky": "blue", "text_size": 200}') == replace(
        Preferences(), text_size=200
    )


def test_a_theme_is_read_as_a_theme() -> None:
    assert kept('{"theme": "dark"}').theme is Theme.DARK


def test_the_first_day_is_among_what_can_be_chosen() -> None:
    assert Preferences().lock_minutes in LOCK_MINUTES
    assert Preferences().text_size in TEXT_SIZES


def test_forgetting_removes_every_trace() -> None:
    CHOSEN.keep()
    forget()
    assert not settings_file().parent.exists()
    assert Preferences.load() == Preferences()


def test_forgetting_twice_is_no_error() -> None:
    forget()
    forget()


def test_forgetting_leaves_added_model_packs_alone() -> None:
    CHOSEN.keep()
    pack = settings_file().parent / "models"
    pack.mkdir()
    forget()
    assert pack.is_dir()
    assert not settings_file().exists()


def test_settings_that_cannot_be_written_leave_those_of_before() -> None:
    Preferences(language="ko").keep()
    settings_file().with_suffix(".new").mkdir()  # nothing can be written in its place
    with pytest.raises(SettingsNotSavedError):
        Preferences(language="en").keep()
    assert Preferences.load().language == "ko"


def test_without_a_folder_nothing_is_kept_and_nothing_is_there_to_be_forgotten() -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("in the way")
    with pytest.raises(SettingsNotSavedError):
        Preferences().keep()
    forget()


def test_a_settings_file_that_cannot_be_removed_is_told_of() -> None:
    settings_file().mkdir(parents=True)
    with pytest.raises(SettingsNotRemovedError):
        forget()
