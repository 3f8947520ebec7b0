import pytest

from app.intake.field_display import display_lines
from app.intake.note_flags import NoteFlag, with_flags
from app.messages import LANGUAGES, Words
from storage.captures import CaptureKind
from storage.provenance import MADE_FROM

EN = Words("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mark", NoteFlag)
def test_a_mark_is_said_in_words(mark: NoteFlag, language: str) -> None:
    first, *rest = display_lines("note", with_flags([mark], "one\ntwo"), Words(language))
    assert str(mark) not in first
    assert rest == ["one", "two"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("operation", [MADE_FROM, *CaptureKind])
def test_how_an_item_was_made_is_said_in_words(operation: str, language: str) -> None:
    assert display_lines("operation", operation, Words(language)) != (operation,)


def test_a_capture_names_the_item_that_it_shows() -> None:
    assert display_lines("operation", "screen-capture of item 3", EN) == ("screen capture: Item 3",)


@pytest.mark.parametrize(
    "typed", ["a note", "[link-reconstructed?] a note", "", "Telegram, room 3"]
)
@pytest.mark.parametrize("field", ["note", "platform", "room_type", "operation", "url"])
def test_what_somebody_typed_stays_as_it_is(field: str, typed: str) -> None:
    assert "".join(display_lines(field, typed, EN)) == typed


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("message_time_unix", "1724246043"),
        ("acquired_at_utc", "2024-08-21T13:14:03.926+00:00"),
        ("fs_mtime", "2024-08-21T13:14:03+00:00"),
    ],
)
def test_a_time_is_said_in_korea_and_in_utc(field: str, value: str) -> None:
    assert display_lines(field, value, EN) == ("2024-08-21 22:14:03 KST (13:14:03 UTC)",)


def test_a_time_that_is_none_stays_as_it_is() -> None:
    assert display_lines("message_time_unix", "soon", EN) == ("soon",)
