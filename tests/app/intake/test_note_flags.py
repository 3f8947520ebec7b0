import pytest

from app.intake.note_flags import Mark, marks_of, noted


@pytest.mark.parametrize("text", ["", "from a friend", "two\nlines"])
@pytest.mark.parametrize("marks", [(), (Mark.LINK_RECONSTRUCTED, Mark.TIME_ASSUMED)])
def test_marks_and_text_come_back(marks: tuple[Mark, ...], text: str) -> None:
    assert marks_of(noted(marks, text)) == (marks, text)


@pytest.mark.parametrize("note", ["[photo] of her", "[unknown]\ntext", "[link-reconstructed", None])
def test_what_a_person_wrote_is_never_taken_for_marks(note: str | None) -> None:
    assert marks_of(note) == ((), note or "")
