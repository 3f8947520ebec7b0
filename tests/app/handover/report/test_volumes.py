from dataclasses import replace

from app.handover.report.volumes import MOST_ITEMS, MOST_PICTURE_BYTES, MOST_ROWS, volumes
from tests.app.handover.report.samples import exhibit, report


def test_a_short_report_is_one_volume() -> None:
    (volume,) = volumes(report())
    assert (volume.report, volume.number, volume.of) == (report(), 1, 1)


def test_an_empty_report_is_one_volume() -> None:
    assert len(volumes(report(0, 0))) == 1


def test_nothing_is_lost_between_volumes() -> None:
    whole = report(2 * MOST_ITEMS + 1, 3 * MOST_ROWS + 1)
    parts = [volume.report for volume in volumes(whole)]
    assert len(parts) == 4
    for name in ("exhibits", "unclear", "decisions"):
        assert tuple(each for part in parts for each in getattr(part, name)) == getattr(whole, name)


def test_pictures_make_volumes_smaller() -> None:
    half = bytes(MOST_PICTURE_BYTES // 2)
    whole = replace(report(), exhibits=tuple(exhibit(n, half) for n in range(1, 6)))
    assert [len(each.report.exhibits) for each in volumes(whole)] == [2, 2, 1]
