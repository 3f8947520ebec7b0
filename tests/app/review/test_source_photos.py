from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.enrol.attestation import Attestation
from app.job import finish
from app.program import Services
from app.review.errors import ItemNotScannedError
from app.review.source_photos import (
    ComparisonTarget,
    NotCompared,
    Resemblance,
    SourcePhotos,
    find_source_photos,
    likeliest_source_photos,
)
from app.sandbox.interfaces import FaceScanner
from face.engine import FaceEngine
from face.types import Reason, Scan
from storage.case import Case
from storage.errors import CheckCopyError, FaceMissingError
from storage.types import Verdict
from tests.support.case_samples import CHEAP, add, make_case
from tests.support.drawn_media import encoded, portrait, video
from tests.support.fake_program import (
    ME,
    ME_ANOTHER_DAY,
    SOMEBODY,
    FakeEngine,
    FakeScanner,
    photo_bytes,
    picture,
)
from tests.support.two_versions import NEW, OLD, TwoVersions

PIPELINE = Services().pipeline("open")
EMPTY = encoded(Image.new("RGB", (90, 90), "white"), "PNG")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case, _ = make_case(tmp_path / "case")
    with case:
        yield case


@pytest.fixture
def scanner() -> FakeScanner:
    return FakeScanner(FakeEngine("open", PIPELINE), False, [])


def scanned_item(case: Case, content: bytes, scanner: FaceScanner) -> int:
    """An item of the case that has been looked at."""
    number = add(case, "item", content)
    opener = photo_bytes("item", content).open
    (scan,) = (each[1] for each in scanner.scan_all([(0, opener)]) if each is not None)
    assert isinstance(scan, Scan)
    case.store_scan(number, scan)
    return number


def sources(
    case: Case, item: int, scanner: FaceScanner, face: int | None = None, **photos: bytes
) -> SourcePhotos:
    openers = [photo_bytes(name, content) for name, content in photos.items()]
    calibration, of = Services().calibration, ComparisonTarget(item, face)
    return finish(
        likeliest_source_photos(case, of, openers, scanner, calibration, Attestation.SELF)
    )


def test_the_photo_that_resembles_it_most_comes_first(case: Case, scanner: FakeScanner) -> None:
    item = scanned_item(case, picture(SOMEBODY, ME), scanner)
    found = sources(
        case,
        item,
        scanner,
        other=picture(ME_ANOTHER_DAY),
        same=picture(ME),
        tall=picture(ME, size=(80, 160)),
    )
    assert [(lead.photo, lead.because) for lead in found.leads] == [
        ("same", Resemblance.SAME_POSE),
        ("tall", Resemblance.RESEMBLES),
        ("other", Resemblance.SAME_POSE),
    ]
    assert {lead.face for lead in found.leads} == {case.item(item).faces[1].number}


def test_photos_that_are_none_are_named_with_why(case: Case, scanner: FakeScanner) -> None:
    item = scanned_item(case, picture(ME), scanner)
    found = sources(case, item, scanner, a=picture(SOMEBODY), b=EMPTY, c=b"text")
    assert found.leads == ()
    assert found.others == (
        ("a", NotCompared.UNLIKE),
        ("b", NotCompared.NO_FACE),
        ("c", Reason.NOT_MEDIA),
    )


def test_only_the_confirmed_face_is_compared(case: Case, scanner: FakeScanner) -> None:
    item = scanned_item(case, picture(SOMEBODY, ME), scanner)
    case.decide(item, Verdict.CONFIRM, case.item(item).faces[1].number)
    found = sources(case, item, scanner, me=picture(ME), friend=picture(SOMEBODY))
    assert [lead.photo for lead in found.leads] == ["me"]


def test_one_face_of_several_is_compared_when_it_is_named(case: Case, scanner: FakeScanner) -> None:
    item = scanned_item(case, picture(SOMEBODY, ME), scanner)
    number = case.item(item).faces[0].number
    found = sources(case, item, scanner, number, me=picture(ME), friend=picture(SOMEBODY))
    assert [lead.photo for lead in found.leads] == ["friend"]
    with pytest.raises(FaceMissingError):
        sources(case, item, scanner, 999, me=picture(ME))


def test_a_photo_that_was_used_whole_comes_before_any_face(
    case: Case, scanner: FakeScanner
) -> None:
    item = scanned_item(case, encoded(portrait(300, 300), "JPEG", quality=60), scanner)
    rows = case.item(item)
    assert rows.pdq_quality == 100
    found = sources(case, item, scanner, whole=encoded(portrait(500, 500), "PNG"), me=picture(ME))
    assert (found.leads[0].photo, found.leads[0].because) == ("whole", Resemblance.SAME_PICTURE)


def test_a_photo_that_a_video_shows_is_found_with_its_time(
    case: Case, scanner: FakeScanner
) -> None:
    other = np.asarray(portrait(160, 160).rotate(90))
    shown = np.asarray(portrait(160, 160))
    item = scanned_item(case, video([other] * 50 + [shown] * 50), scanner)
    (lead,) = (
        lead
        for lead in sources(case, item, scanner, a=encoded(portrait(400, 400), "PNG")).leads
        if lead.because is Resemblance.SAME_PICTURE
    )
    assert 1750 <= lead.time_ms <= 3250


def test_hashes_that_say_little_are_no_lead(case: Case, scanner: FakeScanner) -> None:
    item = scanned_item(case, EMPTY, scanner)
    detail = case.item(item)
    assert (detail.pdq_quality or 0) < 50
    assert sources(case, item, scanner, a=EMPTY).leads == ()


def test_what_nobody_looked_at_is_refused(case: Case, scanner: FakeScanner) -> None:
    with pytest.raises(ItemNotScannedError):
        sources(case, add(case, "pending"), scanner, me=picture(ME))


def test_an_item_of_an_older_version_is_compared_by_what_both_have_in_common(case: Case) -> None:
    services = TwoVersions()
    item = scanned_item(case, picture(SOMEBODY, ME), services.scanner_of(OLD))
    now = services.scanner_of(NEW)
    found = sources(case, item, now, same=picture(ME), none=EMPTY, friend=picture((9, 200, 9)))
    assert [(lead.photo, lead.face) for lead in found.leads] == [
        ("same", case.item(item).faces[1].number)
    ]
    assert found.others == (("none", NotCompared.NO_FACE), ("friend", NotCompared.UNLIKE))


def test_of_an_item_of_another_pack_only_the_whole_picture_is_compared(case: Case) -> None:
    whole = encoded(portrait(300, 300), "PNG")
    now = TwoVersions().scanner_of(NEW)
    faces = scanned_item(case, picture(ME), FakeScanner(FakeEngine("other", "another"), False, []))
    assert sources(case, faces, now, me=picture(ME_ANOTHER_DAY)).others == (
        ("me", NotCompared.OTHER_PACK),
    )
    item = scanned_item(case, whole, FakeScanner(FakeEngine("other", "another"), False, []))
    (lead,) = sources(case, item, now, whole=encoded(portrait(500, 500), "PNG")).leads
    assert lead.because is Resemblance.SAME_PICTURE


def test_a_pack_that_is_not_here_does_not_end_it(case: Case, tmp_path: Path) -> None:
    item = scanned_item(case, picture(ME), FakeScanner(FakeEngine("of the future", "9"), False, []))
    photo = tmp_path / "me.png"
    photo.write_bytes(picture(ME_ANOTHER_DAY))
    job = find_source_photos(case, TwoVersions(), ComparisonTarget(item), photo, Attestation.SELF)
    assert finish(job).others == (("me.png", NotCompared.OTHER_PACK),)


def test_a_check_copy_is_refused(case: Case, scanner: FakeScanner, tmp_path: Path) -> None:
    item = scanned_item(case, picture(ME), scanner)
    case.write_check_copy(tmp_path / "copy", "x")
    with Case.open(tmp_path / "copy", "x", cost=CHEAP) as copy, pytest.raises(CheckCopyError):
        sources(copy, item, scanner, me=picture(ME))


def test_the_log_tells_how_many_photos_and_none_of_their_names(
    case: Case, scanner: FakeScanner
) -> None:
    item = scanned_item(case, picture(ME), scanner)
    sources(case, item, scanner, a=picture(ME), b=EMPTY)
    *_, attest, last = case.custody.entries()
    assert (attest.action, attest.role, attest.details) == ("attest", "self", {"photos": 2})
    assert (last.action, last.role) == ("sources", "self")
    assert last.details == {"item": item, "photos": 2}


def test_the_real_engine_finds_the_photo_that_a_face_was_cut_from(case: Case) -> None:
    scanner = FakeScanner(FaceEngine.open("open", threads=1), False, [])
    whole = portrait(512, 512)
    cut = whole.crop((130, 20, 330, 240)).rotate(8, Image.Resampling.BICUBIC, expand=True)
    body = Image.new("RGB", (500, 700), (120, 90, 70))
    body.paste(cut, (120, 60))
    item = scanned_item(case, encoded(body, "JPEG", quality=70), scanner)
    drawn = encoded(Image.fromarray(np.full((64, 64, 3), 90, np.uint8)), "PNG")
    found = sources(case, item, scanner, drawn=drawn, whole=encoded(whole, "PNG"))
    assert [(lead.photo, lead.because) for lead in found.leads] == [
        ("whole", Resemblance.SAME_POSE)
    ]
    assert found.others == (("drawn", NotCompared.NO_FACE),)
