from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.scan.scan import ScanResult, scan
from app.scan.verified_content import READ_AT_ONCE_BYTES
from face.types import Reason
from storage.case import Case
from storage.types import ItemState, KeptMedia
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, SOMEBODY, FakeScanner, FakeServices, write_picture


@pytest.fixture(params=[KeptMedia.NONE, KeptMedia.ORIGINALS])
def media(request: pytest.FixtureRequest) -> KeptMedia:
    return KeptMedia(request.param)


@pytest.fixture
def case(tmp_path: Path, media: KeptMedia) -> Iterator[Case]:
    made, _ = Case.create(tmp_path / "my-case", "pass", media=media, cost=CHEAP)
    with made:
        yield made


def scanned(case: Case, services: FakeServices, pack: str = "open") -> ScanResult:
    return finish(scan(case, partial(services.scanner, pack), pack, services.pipeline(pack)))


def add_all(case: Case, folder: Path) -> None:
    finish(add(case, [folder], SourceDetails()))


def test_every_item_ends_as_done_no_face_or_unchecked(
    case: Case, folder: Path, services: FakeServices
) -> None:
    write_picture(folder / "a.png", ME, SOMEBODY)
    write_picture(folder / "b.png")
    (folder / "c.jpg").write_text("no picture")
    (folder / "d.jpg").touch()
    add_all(case, folder)
    result = scanned(case, services)
    assert result == ScanResult(2, 2, 1, (), ((3, Reason.NOT_MEDIA), (4, Reason.EMPTY)))
    assert [item.state for item in case.items()] == [
        ItemState.DONE,
        ItemState.NO_FACE,
        ItemState.UNCHECKED,
        ItemState.UNCHECKED,
    ]


def test_nothing_is_looked_at_twice(case: Case, folder: Path, services: FakeServices) -> None:
    write_picture(folder / "a.png", ME)
    (folder / "c.jpg").write_text("no picture")
    add_all(case, folder)
    scanned(case, services)
    assert scanned(case, services).scanned == 0
    assert services.scanned == [1, 2]


def test_a_stopped_scan_goes_on_where_it_was(
    case: Case, folder: Path, services: FakeServices
) -> None:
    for number in range(4):
        write_picture(folder / f"{number}.png", ME, size=(60 + number, 60))
    add_all(case, folder)
    job = scan(case, partial(services.scanner, "open"), "open", services.pipeline("open"))
    while next(job).done < 2:
        pass
    job.close()
    assert case.pending() == [3, 4]
    scanned(case, services)
    assert services.scanned == [1, 2, 3, 4]


def test_a_file_that_kills_or_hangs_the_decoder_costs_itself_only(
    case: Case, folder: Path, services: FakeServices
) -> None:
    (folder / "a.png").write_bytes(FakeScanner.KILLS)
    (folder / "b.png").write_bytes(FakeScanner.HANGS)
    write_picture(folder / "c.png", ME)
    add_all(case, folder)
    result = scanned(case, services)
    assert result.scanned == 1
    assert [reason for _, reason in result.unchecked] == [
        Reason.DECODER_DIED,
        Reason.DECODER_TIMEOUT,
    ]


def test_with_no_media_kept_a_changed_or_missing_file_is_said(
    case: Case, folder: Path, services: FakeServices, media: KeptMedia
) -> None:
    changed = write_picture(folder / "a.png", ME)
    gone = write_picture(folder / "b.png", SOMEBODY)
    add_all(case, folder)
    changed.write_bytes(changed.read_bytes() + b"x")
    gone.unlink()
    result = scanned(case, services)
    expected = ((1, Reason.CHANGED), (2, Reason.GONE)) if media is KeptMedia.NONE else ()
    assert result.unchecked == expected


def test_what_was_out_of_reach_is_tried_again(
    tmp_path: Path, folder: Path, services: FakeServices
) -> None:
    path = write_picture(folder / "a.png", ME)
    case, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    with case:
        add_all(case, folder)
        content = path.read_bytes()
        path.unlink()
        assert scanned(case, services).unchecked == ((1, Reason.GONE),)
        path.write_bytes(content)
        assert scanned(case, services).scanned == 1


def test_another_source_stands_in_for_a_missing_one(
    case: Case, folder: Path, services: FakeServices
) -> None:
    first = write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png", ME)
    add_all(case, folder)
    first.unlink()
    assert scanned(case, services).scanned == 1


def test_a_large_file_is_hashed_again_too(
    tmp_path: Path, folder: Path, services: FakeServices
) -> None:
    path = folder / "large.jpg"
    path.write_bytes(b"x" * (READ_AT_ONCE_BYTES + 1))
    case, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    with case:
        add_all(case, folder)
        path.write_bytes(b"y" * (READ_AT_ONCE_BYTES + 1))
        assert scanned(case, services).unchecked == ((1, Reason.CHANGED),)


def test_another_version_looks_again(case: Case, folder: Path, services: FakeServices) -> None:
    write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png")
    add_all(case, folder)
    scanned(case, services)
    services.version = "another version"
    assert scanned(case, services).scanned == 2
    assert len(case.tracks("open", "another version")) == 1


def test_what_another_version_cannot_reach_keeps_what_was_found(
    tmp_path: Path, folder: Path, services: FakeServices
) -> None:
    path = write_picture(folder / "a.png", ME)
    case, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    with case:
        add_all(case, folder)
        scanned(case, services)
        earlier = services.pipeline("open")
        path.unlink()
        services.version = "another version"
        result = scanned(case, services)
        assert (result.unchecked, result.kept) == ((), ((1, Reason.GONE),))
        assert len(case.tracks("open", earlier)) == 1


def test_no_process_is_started_when_nothing_waits(case: Case, services: FakeServices) -> None:
    def refuse() -> FakeScanner:
        raise AssertionError

    assert finish(scan(case, refuse, "open", "x")).scanned == 0  # type: ignore[arg-type]
