"""A case that another version of the program, or another pack, has looked at."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.enrol.attestation import Attestation
from storage.types import KeptMedia
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.support.two_versions import NEW, OF_THE_FUTURE, OLD, SECOND_ALONE, ChangingServices
from tests.ui.bad_input.conftest import FILES, in_both_languages
from tests.ui.bad_input.person import Person
from tests.ui.conftest import PHRASE
from ui.pages.check import CheckPage
from ui.pages.intake import IntakePage

ADDED = "buffalo_l"


@pytest.fixture
def services() -> ChangingServices:
    made = ChangingServices(ADDED)
    made.version = OLD
    return made


@pytest.fixture
def old(person: Person, services: ChangingServices, content: Path, tmp_path: Path) -> Path:
    """A case that an older version has scanned, open in the newer one."""
    path = tmp_path / "notes"
    person.makes_a_case(path)
    person.adds([content])
    person.waits_until(lambda: uses(person) == {OLD: FILES} and person.is_idle())
    changes(person, services, NEW)
    return path


def changes(person: Person, services: ChangingServices, version: str) -> None:
    """Give the program another version from now on."""
    services.version = version
    person.session.packs.read()
    person.waits_until(lambda: person.session.packs.pipeline("open") == version)


def uses(person: Person) -> dict[str, int]:
    info = person.session.info
    return {each.pipeline: each.items for each in info.packs} if info else {}


def buttons(person: Person, key: str) -> list[QAbstractButton]:
    return person._found(key)


@in_both_languages
def test_it_is_told_when_it_is_opened_and_one_button_looks_again(
    person: Person, services: ChangingServices, old: Path
) -> None:
    person.session.close()
    person.opens(old)
    person.waits_for(person.says("otherwise.what", count=FILES))
    person.waits_for(person.says("otherwise.compared"))
    person.waits_for(person.says("otherwise.how"))
    person.press("otherwise.again")
    person.waits_until(lambda: uses(person) == {NEW: FILES} and person.is_idle())
    person.waits_until(lambda: not person.sees(person.says("otherwise.what", count=FILES)))
    person.waits_for(person.says("intake.did.again", count=FILES))
    assert not buttons(person, "otherwise.again")


@in_both_languages
def test_what_could_not_be_looked_at_again_is_counted_and_named(
    person: Person, old: Path, content: Path
) -> None:
    (content / "0.png").unlink()
    (content / "3.png").unlink()
    person.press("otherwise.again")
    person.waits_until(lambda: uses(person) == {NEW: FILES - 2, OLD: 2} and person.is_idle())
    person.waits_for(person.says("intake.did.kept", count=2))
    person.waits_for(person.says("otherwise.what", count=2))
    page = person.page
    assert isinstance(page, IntakePage)
    model = page.outcome.kept.model()
    lines = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    why = person.words.reason("gone")
    assert lines == [person.says("intake.kept", item=item, why=why) for item in (1, 4)]
    assert page.outcome.kept.isVisible()


def test_adding_does_not_look_at_everything_unasked(
    person: Person, old: Path, tmp_path: Path
) -> None:
    person.adds([write_picture(tmp_path / "new.png", ME)])
    person.waits_until(lambda: uses(person) == {OLD: FILES, NEW: 1} and person.is_idle())
    person.waits_for(person.says("otherwise.what", count=FILES))


def test_looking_again_goes_on_after_the_lock(person: Person, old: Path) -> None:
    person.session.intake.rescan()
    person.session.lock(finish_work=False)
    person.goes_to("start")
    person.opens_it_again()
    person.waits_until(lambda: uses(person) == {NEW: FILES} and person.is_idle())


def test_looking_again_can_be_stopped_and_what_was_done_stays(person: Person, old: Path) -> None:
    person.press("otherwise.again")
    scanning = person.session.intake.scanning
    assert scanning is not None
    scanning.cancel()
    person.waits_until(person.is_idle)
    person.waits_until(lambda: sum(uses(person).values()) == FILES)
    person.press("otherwise.again")
    person.waits_until(lambda: uses(person) == {NEW: FILES} and person.is_idle())


def test_with_less_than_before_nothing_is_asked_for(
    person: Person, services: ChangingServices, old: Path
) -> None:
    person.session.intake.rescan()
    person.waits_until(lambda: uses(person) == {NEW: FILES} and person.is_idle())
    changes(person, services, SECOND_ALONE)
    assert not buttons(person, "otherwise.again")


@in_both_languages
def test_a_pack_that_nobody_knows_leads_to_looking_again(
    person: Person, services: ChangingServices, content: Path, tmp_path: Path
) -> None:
    services.version = OF_THE_FUTURE
    person.makes_a_case(tmp_path / "notes")
    person.adds([content])
    person.waits_until(lambda: uses(person) == {OF_THE_FUTURE: FILES} and person.is_idle())
    changes(person, services, NEW)
    person.waits_for(person.says("otherwise.apart", count=FILES))
    assert not person.sees(person.says("otherwise.compared"))
    person.press("otherwise.again")
    person.waits_until(lambda: uses(person) == {NEW: FILES} and person.is_idle())


@in_both_languages
def test_a_check_says_how_much_is_older_and_where_to_look_again(
    person: Person, old: Path, tmp_path: Path
) -> None:
    person.session.own_face.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: person.session.own_face.state.used)
    page = person.goes_to("check")
    assert isinstance(page, CheckPage)
    person.session.check.start(Attestation.SELF)
    person.waits_until(page.answer_view.isVisible)
    person.waits_for(person.says("check.older", count=FILES))
    person.waits_for(person.says("check.next_scan"))
    assert not person.sees("geoul scan")
    assert not person.session.check.is_stale
    person.session.intake.rescan()
    person.waits_until(lambda: uses(person) == {NEW: FILES} and person.is_idle())
    person.waits_until(lambda: person.session.check.is_stale)
    person.waits_for(person.says("check.changed"))


@in_both_languages
def test_a_check_copy_says_with_which_pack_it_was_made_and_where_to_get_a_new_one(
    person: Person, old: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    person.session.ask(lambda case: case.write_check_copy(copy, PHRASE))
    person.waits_until(copy.exists)
    person.session.close()
    person.opens(copy)
    person.waits_until(lambda: person.page.name == "enrol")
    for name in ("enrol", "intake"):
        person.goes_to(name)
        person.waits_for(person.says("otherwise.made_with", packs="open"))
        person.waits_for(person.says("otherwise.what", count=FILES))
        person.waits_for(person.says("otherwise.copy"))
        assert not buttons(person, "otherwise.again")


@in_both_languages
def test_a_check_copy_of_a_pack_that_is_not_here_leads_on(
    person: Person, services: ChangingServices, content: Path, tmp_path: Path
) -> None:
    person.session.preferences = replace(person.session.preferences, pack=ADDED)
    person.makes_a_case(tmp_path / "notes", KeptMedia.NONE)
    person.adds([content])
    person.waits_until(lambda: bool(uses(person)) and person.is_idle())
    copy = tmp_path / "copy"
    person.session.ask(lambda case: case.write_check_copy(copy, PHRASE))
    person.waits_until(copy.exists)
    services.there.remove(ADDED)
    person.session.close()
    person.opens(copy)
    person.waits_for(person.says("pack.gone_copy", pack=ADDED))
    assert not buttons(person, "pack.built_in")
    person.press("pack.settings")


@in_both_languages
def test_photos_that_another_pack_measured_are_measured_again(
    person: Person, services: ChangingServices, content: Path, tmp_path: Path
) -> None:
    person.session.preferences = replace(person.session.preferences, pack=ADDED)
    person.makes_a_case(tmp_path / "notes")
    face = person.session.own_face
    face.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: face.state.pack == ADDED and not face.waiting)
    services.there.remove(ADDED)
    person.session.packs.read()
    person.adds([content])
    person.waits_until(lambda: uses(person) == {OLD: FILES} and person.is_idle())
    person.goes_to("check")
    person.waits_for(person.says("check.other_pack"))
    person.press("check.look_again")
    person.waits_until(lambda: face.state.pack == "open" and not face.waiting)
    assert [photo.name for photo in face.state.photos] == ["me.png"]
    assert person.page.name == "enrol"
    person.waits_for(person.says("enrol.looked_again"))
    person.goes_to("check")
    person.waits_until(lambda: not person.sees(person.says("check.other_pack")))


def test_a_photo_that_waits_for_her_to_choose_is_measured_again_too(
    person: Person, services: ChangingServices, old: Path, tmp_path: Path
) -> None:
    face = person.session.own_face
    changes(person, services, OLD)
    face.add([write_picture(tmp_path / "us.png", ME, SOMEBODY)])
    person.waits_until(lambda: any(photo.waits for photo in face.state.photos))
    changes(person, services, NEW)
    face.release()
    face.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: face.state.used == 1 and not face.waiting)
    assert [(each.name, each.waits) for each in face.state.photos] == [
        ("us.png", True),
        ("me.png", False),
    ]


def test_one_more_photo_has_those_before_it_measured_again(
    person: Person, services: ChangingServices, old: Path, tmp_path: Path
) -> None:
    face = person.session.own_face
    changes(person, services, OLD)
    face.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: face.state.used == 1 and not face.waiting)
    changes(person, services, NEW)
    face.release()
    face.add([write_picture(tmp_path / "again.png", (200, 40, 30))])
    person.waits_until(lambda: face.state.used == 2 and not face.waiting)
    assert [photo.name for photo in face.state.photos] == ["me.png", "again.png"]
    assert face.state.scanned_again
