import pytest

from app.intake.note_flags import NoteFlag, split_flags, with_flags


@pytest.mark.parametrize("text", ["", "from a friend", "two\nlines"])
@pytest.mark.parametrize("marks", [(), (NoteFlag.LINK_RECONSTRUCTED, NoteFlag.TIME_ASSUMED)])
def test_marks_and_text_come_back(marks: tuple[NoteFlag, ...], text: str) -> None:
    assert split_flags(with_flags(marks, text)) == (marks, text)


@pytest.mark.parametrize("note", ["[photo] of her", "[unknown]\ntext", "[link-reconstructed", None])
def test_what_a_person_wrote_is_never_taken_for_marks(note: str | None) -> None:
    assert split_flags(note) == ((), note or "")
