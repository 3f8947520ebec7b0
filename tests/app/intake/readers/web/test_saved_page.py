"""Pages that a browser saved "complete"."""

from pathlib import Path

from tests.support.reading_here import found_at

PAGE = b"<!-- saved from url=(0019)https://example.com/ -->\n<title>b</title>"


def test_what_is_named_as_a_picture_beside_a_page_is_content_even_if_it_is_damaged(
    tmp_path: Path,
) -> None:
    beside = {"1.jpg": b"\xfe\xd8\xff\xe0\0", "2.MP4": b"\0\1\2", "a.css": b"a {}", "b.js": b"\0"}
    (tmp_path / "b_files").mkdir()
    (tmp_path / "b.html").write_bytes(PAGE)
    for name, content in beside.items():
        (tmp_path / "b_files" / name).write_bytes(content)
    found = found_at(tmp_path)
    assert found.names() == ["1.jpg", "2.MP4"]
    assert {each.provenance["url"] for each in found.entries} == {"https://example.com/"}
