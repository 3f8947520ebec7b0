from dataclasses import replace

import pytest

from app.scan.case_pack import OlderScans, older_scans, pack_of_case, require_pack_of_case
from app.scan.errors import PackOfCaseMissingError, PackOfCopyMissingError
from storage.types import CaseInfo, CaseKind, KeptMedia, PackUse
from tests.support.fake_program import FakeServices
from tests.support.two_versions import NEW, OF_THE_FUTURE, OLD, OTHER_PACK, SECOND_ALONE

EARLIER = PackUse("open", OLD, 5, 7, 128)
PRESENT = PackUse("open", NEW, 3, 4, 256)
ADDED = PackUse("buffalo_l", OTHER_PACK, 9, 9, 512)
UNKNOWN = PackUse("mirror", OF_THE_FUTURE, 2, 2, 77)


def info_of(*uses: PackUse, kind: CaseKind = CaseKind.CASE) -> CaseInfo:
    return CaseInfo("0", None, "", kind, KeptMedia.NONE, True, (1, 0), uses, {}, 0, 0, 0, True)


def test_the_pack_that_looked_at_most_goes_on_if_it_is_known() -> None:
    known = FakeServices().packs()
    assert pack_of_case([ADDED, EARLIER], known) == "buffalo_l"
    assert pack_of_case([UNKNOWN, ADDED], known) == "buffalo_l"
    assert pack_of_case([UNKNOWN], known) == "open"
    assert pack_of_case([UNKNOWN], []) == "mirror"
    assert pack_of_case([], known, "sface") == "sface"


@pytest.mark.parametrize(
    ("kind", "error"),
    [(CaseKind.CASE, PackOfCaseMissingError), (CaseKind.CHECK_COPY, PackOfCopyMissingError)],
)
def test_one_that_is_not_installed_is_said(
    kind: CaseKind, error: type[PackOfCaseMissingError]
) -> None:
    services = FakeServices()
    with pytest.raises(error) as raised:
        require_pack_of_case(info_of(ADDED, EARLIER, kind=kind), services.packs())
    assert raised.type is error
    assert raised.value.pack == "buffalo_l"
    assert require_pack_of_case(info_of(UNKNOWN, kind=kind), services.packs()) == "open"


def test_what_other_versions_and_packs_looked_at_is_counted() -> None:
    uses = [ADDED, EARLIER, PRESENT, UNKNOWN]
    otherwise = older_scans(uses, "open", NEW)
    assert otherwise == OlderScans((ADDED, EARLIER, UNKNOWN), 16, 11)
    assert older_scans([PRESENT], "open", NEW) == OlderScans()


def test_a_pack_that_found_no_face_is_compared_like_one_that_did() -> None:
    nothing = replace(EARLIER, tracks=0, dimension=0)
    assert older_scans([nothing], "open", NEW).not_comparable == 0


def test_what_looks_with_less_takes_nothing_away() -> None:
    assert older_scans([PRESENT], "open", SECOND_ALONE) == OlderScans()
    assert older_scans([EARLIER], "open", SECOND_ALONE).items == 5
