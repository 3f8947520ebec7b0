import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from face.types import Reason
from tests.app.intake.readers.kept import content_of, put
from tests.support.formats.compound_files import blip, compound, native, records
from tests.support.formats.exports import zipped
from tests.support.reading_here import found_at

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 40
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
WORD = b"\xec\xa5" + bytes(5000)


def encoded(kind: str, mode: str = "RGB") -> bytes:
    picture, content = Image.new(mode, (5, 3), 1), BytesIO()
    picture.save(content, kind)
    return content.getvalue()


@pytest.mark.parametrize(
    ("instance", "kind", "content"),
    [
        (0x46A, 0xF01D, JPEG),
        (0x46B, 0xF01D, JPEG),
        (0x6E2, 0xF02A, JPEG),
        (0x6E0, 0xF01E, PNG),
        (0x6E1, 0xF01E, PNG),
        (0x6E4, 0xF029, encoded("TIFF")),
    ],
)
def test_pictures_of_slides_are_taken_as_they_are(
    tmp_path: Path, instance: int, kind: int, content: bytes
) -> None:
    drawn = blip(JPEG) + blip(b"a drawing", 0x216, 0xF01B) + blip(content, instance, kind)
    slides = compound({"PowerPoint Document": bytes(100), "Pictures": drawn})
    found = found_at(put(tmp_path, slides))
    assert [content_of(each) for each in found.entries] == [JPEG, content]


@pytest.mark.parametrize("mode", ["RGB", "P", "1", "L"])
def test_a_bitmap_gets_the_header_of_its_file(tmp_path: Path, mode: str) -> None:
    bitmap = encoded("BMP", mode)
    drawn = blip(bitmap[14:], 0x7A8, 0xF01F)
    found = found_at(put(tmp_path, compound({"WordDocument": WORD, "Data": drawn})))
    assert found.names() == ["image1.bmp"]
    assert content_of(found.entries[0]) == bitmap


def test_pictures_are_found_wherever_a_stream_is_cut_into_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.intake.readers.documents.compound.compound_file.PIECE", 512)
    text = WORD + b"".join(bytes(n) + blip(JPEG[:700]) for n in range(0, 600, 7))
    found = found_at(put(tmp_path, compound({"WordDocument": text})))
    assert {content_of(each) for each in found.entries} == {JPEG[:700]}
    assert len(found.entries) == 86


def test_pictures_of_a_table_are_put_together(tmp_path: Path) -> None:
    drawn = blip(JPEG) + blip(PNG, 0x6E0, 0xF01E)
    book = records(
        (0x809, bytes(16)),
        (0xEB, drawn[:8000]),
        (0x3C, drawn[8000:16000]),
        (0xEB, drawn[16000:]),
        (0x3C, b""),
        (0xFC, bytes(50)),
        (0x3C, blip(JPEG)),
    )
    found = found_at(put(tmp_path, compound({"Workbook": book})))
    assert [content_of(each) for each in found.entries] == [JPEG, PNG]


def test_files_that_were_dropped_into_a_document_are_taken(tmp_path: Path) -> None:
    document = {
        "WordDocument": WORD,
        "ObjectPool/_1/\x01Ole10Native": native("사진.jpg", JPEG),
        "ObjectPool/_2/Package": zipped({"a.png": PNG}),
        "ObjectPool/_3/CONTENTS": b"%PDF-1.4 broken",
        "ObjectPool/_4/Workbook": records((0x809, bytes(16)), (0xEB, blip(JPEG))),
    }
    found = found_at(put(tmp_path, compound(document)))
    assert found.names() == ["사진.jpg", "a.png", "image1.jpg"]
    assert len(found.blocked) == 1


def test_an_object_of_a_new_document_is_opened(tmp_path: Path) -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b""}
    inner = compound({"\x01Ole10Native": native("a.jpg", JPEG), "\x01CompObj": bytes(20)})
    formula = compound({"Equation Native": bytes(20)})
    document = zipped({**parts, "word/embeddings/1.bin": inner, "word/embeddings/2.bin": formula})
    found = found_at(put(tmp_path, document))
    assert (found.names(), found.blocked) == (["a.jpg"], [])


@pytest.mark.parametrize(
    "streams",
    [
        {"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(100)},
        {"PowerPoint Document": bytes(10), "EncryptedSummary": bytes(10)},
        {
            "PowerPoint Document": bytes(10),
            "Current User": bytes(12) + struct.pack("<I", 0xF3D1C4DF),
        },
        {"WordDocument": b"\xec\xa5" + bytes(8) + b"\0\1" + bytes(100)},
        {"Workbook": records((0x809, bytes(16)), (0x2F, bytes(54)))},
    ],
)
def test_a_locked_document_is_said(tmp_path: Path, streams: dict[str, bytes]) -> None:
    found = found_at(put(tmp_path, compound(streams)))
    assert [each.reason for each in found.blocked] == [Reason.ENCRYPTED]
    assert found.entries == []
