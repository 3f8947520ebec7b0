import pytest

from face.types import Reason
from storage.captures import Capture, CaptureKind, capture_kind_of
from storage.case import Case
from storage.errors import ContentChangedError, ItemMissingError
from storage.statements import state
from storage.types import Source
from tests.support.case_samples import add, without_rows

WHOLE, COVERED = CaptureKind.WHOLE, CaptureKind.COVERED


def told(case: Case) -> list[tuple[str, object]]:
    """Return action and details of each entry, without what it says of rows."""
    return [(each.action, without_rows(each.details)) for each in case.custody.entries()]


def test_a_capture_names_the_content_that_it_shows(case: Case) -> None:
    post, shot = add(case, "post"), add(case, "shot")
    case.captures.mark(shot, WHOLE, post, "counsellor")
    detail = case.item(shot)
    assert detail.parent_sha256 == case.item(post).item.sha256
    assert capture_kind_of(detail.operation) is WHOLE
    assert case.captures.all() == (Capture(shot, WHOLE, post),)
    assert case.captures.of([post]) == (shot,)
    assert case.captures.of([shot]) == ()
    assert told(case)[-1] == (
        "capture",
        {"item": shot, "kind": "screen-capture", "shows": post},
    )


def test_what_has_no_content_is_named_by_its_number(case: Case) -> None:
    case.placeholders.add(Source("link:x", "x", url="https://t.me/x"), Reason.LINK_ONLY)
    shot = add(case, "shot")
    case.captures.mark(shot, COVERED, 1)
    assert (case.item(shot).parent_sha256, case.item(shot).operation) == (
        None,
        "screen-capture-covered of item 1",
    )
    assert case.captures.of([1]) == (shot,)
    case.placeholders.drop(1)
    assert case.captures.all() == (Capture(shot, COVERED, None),)


def test_marking_again_replaces_and_it_can_be_taken_back(case: Case) -> None:
    post, shot = add(case, "post"), add(case, "shot")
    case.captures.mark(shot, WHOLE, post)
    case.captures.mark(shot, COVERED)
    assert case.captures.all() == (Capture(shot, COVERED, None),)
    assert case.captures.unmark(shot, "self") is True
    assert case.captures.unmark(shot) is False
    assert case.captures.all() == ()
    assert told(case)[-1] == ("capture-taken-back", {"item": shot})
    said = [(each.field, each.value, each.role) for each in case.item(shot).statements]
    assert said[-2:] == [("operation", None, "self"), ("parent_sha256", None, "self")]
    assert not case.contradictions()


def test_it_shows_neither_itself_nor_another_capture_nor_what_is_not_there(case: Case) -> None:
    post, shot, more = add(case, "post"), add(case, "shot"), add(case, "more")
    case.captures.mark(shot, WHOLE, post)
    for wrong in (more, shot):
        with pytest.raises(ValueError, match=str(wrong)):
            case.captures.mark(more, WHOLE, wrong)
    with pytest.raises(ItemMissingError):
        case.captures.mark(more, WHOLE, 99)
    with pytest.raises(ItemMissingError):
        case.captures.mark(99, WHOLE)
    assert len(case.captures.all()) == 1


def test_only_a_covered_one_is_kept_where_no_content_is(case: Case) -> None:
    shot = add(case, "shot", b"its bytes")
    case.captures.mark(shot, WHOLE)
    with pytest.raises(ValueError, match=str(shot)):
        case.captures.keep(shot, [b"its bytes"])
    case.captures.mark(shot, COVERED)
    with pytest.raises(ContentChangedError):
        case.captures.keep(shot, [b"other bytes"])
    case.captures.keep(shot, [b"its ", b"bytes"])
    assert case.original(shot).read() == b"its bytes"


def test_what_was_made_otherwise_is_no_capture(case: Case) -> None:
    item = add(case, "a")
    case.provenance.made_from(item, "0" * 64)
    with pytest.raises(ValueError, match="made-from-photo"):
        case.captures.mark(item, WHOLE)
    assert case.provenance.photo(item) == "0" * 64


@pytest.mark.parametrize("text", [None, "", "redacted", "screen-capture of item x", "screen"])
def test_another_operation_is_no_capture(case: Case, text: str | None) -> None:
    assert capture_kind_of(text) is None
    item = add(case, "a")
    with case.transaction():
        state(case._db, item, None, [("operation", text)], "")
    assert case.captures.all() == ()
    assert case.item(item).operation == text
