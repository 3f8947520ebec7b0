from pathlib import Path

import pytest

from face.types import Reason
from tests.support.formats.exports import write_files, zipped
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at, open_entry

OPEN_XML = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}
WORD = {**OPEN_XML, "word/document.xml": b"<document/>", "word/media/image1.emf": b"\1\0\0\0"}
DOCUMENTS = {
    "docx": {**WORD, "word/media/image1.jpeg": PICTURE},
    "pptx": {**OPEN_XML, "ppt/media/image1.jpeg": PICTURE, "ppt/slides/slide1.xml": b"<sld/>"},
    "odt": {"mimetype": b"application/vnd.oasis.opendocument.text", "Pictures/1.jpeg": PICTURE},
    "hwpx": {"mimetype": b"application/hwp+zip", "BinData/1.jpeg": PICTURE, "a.xml": b"<a/>"},
    "epub": {"mimetype": b"application/epub+zip", "OEBPS/1.jpeg": PICTURE, "b.css": b"a{}"},
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_pictures_of_a_document_are_taken_and_its_texts_are_not(
    tmp_path: Path, kind: str
) -> None:
    (tmp_path / "kept.bin").write_bytes(zipped(DOCUMENTS[kind]))
    found = found_at(tmp_path)
    (entry,) = found.entries
    with open_entry(entry.path) as stream:
        assert stream.read() == PICTURE
    assert found.blocked == []


def test_a_document_in_a_document_is_opened_three_deep(tmp_path: Path) -> None:
    content = zipped(DOCUMENTS["docx"])
    for _ in range(3):
        content = zipped({**DOCUMENTS["pptx"], "ppt/embeddings/in.docx": content})
    (tmp_path / "a").write_bytes(content)
    found = found_at(tmp_path)
    assert len(found.entries) == 3
    assert [each.reason for each in found.blocked] == [Reason.TOO_DEEP]


def test_a_picture_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(zipped({**WORD, "../../odd.xml": PICTURE}))
    assert found_at(tmp_path).names() == ["odd.xml"]


def test_a_zip_or_folder_that_only_looks_like_a_document_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"mimetype": b"text/plain", "b.txt": b"b"}))
    write_files(tmp_path / "unpacked", {**OPEN_XML, "c.txt": b"c"})
    assert found_at(tmp_path).names() == [
        "b.txt",
        "mimetype",
        "[Content_Types].xml",
        ".rels",
        "c.txt",
    ]
