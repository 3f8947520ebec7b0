import csv
import io
from collections.abc import Iterable, Iterator

import pytest

from app.handover.small_set import PartNames, list_parts
from app.messages import Words
from storage.bundle.member import Member

TABLE = "item_no,note\r\n" + "".join(f'{n},"two\r\nlines {n}"\r\n' for n in range(100))
CSV = TABLE.encode("utf-8-sig")


def content(member: Member) -> bytes:
    with member.open() as stream:
        return stream.read()


def small_set(documents: Iterable[Member], table: bytes, most: int) -> Iterator[Member]:
    parts = PartNames(most)
    return map(parts.place, [*documents, *list_parts(table, most)])


def test_what_fits_is_one_part() -> None:
    members = list(small_set([Member.of("report.pdf", b"x" * 10)], b"a\r\n1\r\n", 100))
    assert [each.name for each in members] == [
        "small-set/part-1/report.pdf",
        "small-set/part-1/items.csv",
    ]


def test_no_part_is_larger_than_a_form_takes() -> None:
    documents = [Member.of(f"report-{n}.pdf", b"x" * 400) for n in range(5)]
    sizes: dict[str, int] = {}
    for member in small_set(documents, CSV, 1000):
        part = member.name.split("/")[1]
        sizes[part] = sizes.get(part, 0) + member.size
    assert max(sizes.values()) <= 1000
    assert len(sizes) > 3


def test_a_list_is_cut_between_rows_and_keeps_its_columns() -> None:
    rows = []
    for member in small_set([], CSV, 500):
        text = content(member).decode("utf-8-sig")
        head, *piece = csv.reader(io.StringIO(text, newline=""))
        assert head == ["item_no", "note"]
        rows += piece
    assert rows == [[str(n), f"two\r\nlines {n}"] for n in range(100)]


def test_a_document_that_never_fits_is_refused() -> None:
    with pytest.raises(ValueError, match="1001"):
        list(small_set([Member.of("report.pdf", bytes(1001))], b"", 1000))


@pytest.mark.parametrize(
    "key",
    ["small_set.safe", "handover.small_set.what", "export.small_set", "help.option.small-set"],
)
@pytest.mark.parametrize(("language", "face"), [("en", "face"), ("ko", "얼굴")])
def test_that_her_face_is_in_what_is_not_locked_is_said(key: str, language: str, face: str) -> None:
    assert face in Words(language).say(key, path="set")
