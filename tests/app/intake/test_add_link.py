"""Bare links become items without a file."""

from app.intake.add_link import add_link
from app.intake.source_details import SourceDetails
from face.types import Reason
from storage.case import Case
from tests.support.case_samples import without_rows

URL = "https://example.org/1"


def test_a_bare_link_is_an_item_that_could_not_be_checked(case: Case) -> None:
    assert add_link(
        case, SourceDetails(url=URL, post_title="a title", room_title="방", role="counsellor")
    )
    (item,) = case.items()
    assert (item.name, item.reason) == ("a title", Reason.LINK_ONLY)
    (source,) = case.item(item.item).sources
    assert (source.url, source.room_title, source.role) == (URL, "방", "counsellor")


def test_the_same_link_is_the_same_item_and_what_is_new_of_it_is_kept(case: Case) -> None:
    add_link(case, SourceDetails(url=URL))
    assert not add_link(
        case, SourceDetails(url=URL, sender_username="@x", message_time_unix=1724760300)
    )
    (source,) = case.item(1).sources
    assert (source.sender_username, source.message_time_unix) == ("@x", 1724760300)
    *_, entry = case.custody.entries()
    assert entry.action == "add"
    assert without_rows(entry.details) == {"new": 0, "known": 1, "link": 1}
