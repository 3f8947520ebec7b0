from pathlib import Path

from face.types import Reason
from tests.support.formats.mails import NOON, PAGE, PICTURE, mhtml
from tests.support.reading_here import found_at, open_entry

CDN = "https://cdn.example.com/%EA%B1%B0%EC%9A%B8.jpg?size=large"


def written(folder: Path, content: bytes) -> Path:
    """Write a file whose name tells nothing."""
    (folder / "kept.bin").write_bytes(content)
    return folder / "kept.bin"


def test_pictures_of_a_page_have_its_address_title_and_time_as_claimed(tmp_path: Path) -> None:
    found = found_at(written(tmp_path, mhtml([("image/jpeg", CDN, PICTURE)])))
    (entry,) = found.entries
    assert entry.name == "거울.jpg"
    assert dict(entry.provenance) == {
        "platform": "web",
        "url": PAGE,
        "post_title": "방",
        "message_time_unix": NOON,
        "note": f"[claimed]\n{CDN}",
    }
    with open_entry(entry.path) as stream:
        assert stream.read() == PICTURE
    assert found.blocked == []


def test_texts_styles_and_drawings_of_a_page_are_no_content(tmp_path: Path) -> None:
    parts = [
        ("text/css", "cid:css-1@mhtml.blink", b"body{}"),
        ("image/svg+xml", "https://example.com/a.svg", b"<svg></svg>"),
        ("text/html", "cid:frame-1@mhtml.blink", b"<html></html>"),
        ("text/plain", "https://example.com/really-a-picture", PICTURE),
        ("image/jpeg", "https://example.com/unknown.jpg", b"\0\1\2\3 nothing known"),
    ]
    found = found_at(written(tmp_path, mhtml(parts)))
    assert found.names() == ["really-a-picture", "unknown.jpg"]


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes_and_said(tmp_path: Path) -> None:
    parts = [("image/jpeg", f"https://example.com/{name}.jpg", PICTURE) for name in "ab"]
    found = found_at(written(tmp_path, mhtml(parts)[:-4000]))
    assert found.names() == ["a.jpg", "b.jpg"]
    assert [each.reason for each in found.blocked] == [Reason.TRUNCATED]


def test_addresses_in_a_page_are_never_paths(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    parts = [
        ("image/jpeg", "file:///etc/../secret.jpg", PICTURE),
        ("image/jpeg", "https://example.com/..%2f..%5csecret.jpg", PICTURE),
        ("image/jpeg", "C:\\secret.jpg", PICTURE),
        ("image/jpeg", "cid:../../secret.jpg", PICTURE),
    ]
    folder = tmp_path / "page"
    folder.mkdir()
    found = found_at(written(folder, mhtml(parts)))
    assert found.names() == ["secret.jpg", "secret.jpg", "secret.jpg", "4"]
    for entry in found.entries:
        with open_entry(entry.path) as stream:
            assert stream.read() == PICTURE
