"""A full disk, files that vanish, and what must last while content is added and looked at."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.cases.errors import LastBesideCaseError
from app.intake import NO_ANSWERS
from app.intake.source_details import SourceDetails
from storage.case import Case
from storage.errors import DiskFullError
from storage.types import ItemState
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, FakeServices, write_picture
from tests.support.formats.exports import LOCKED_ZIP
from tests.ui.bad_input.conftest import FILES, in_both_languages
from tests.ui.bad_input.faults import fill_up, limit_pages, make_room
from tests.ui.bad_input.person import Person
from tests.ui.conftest import PHRASE
from ui.pages.intake import IntakePage


@pytest.fixture
def case(person: Person, tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    person.makes_a_case(path)
    return path


def page_of(person: Person) -> IntakePage:
    page = person.page
    assert isinstance(page, IntakePage)
    return page


def states(person: Person) -> dict[ItemState, int]:
    info = person.session.info
    return {state: count for state, count in (info.items if info else {}).items() if count}


@in_both_languages
def test_a_full_disk_is_said_nothing_is_lost_and_adding_can_be_tried_again(
    person: Person, case: Path, content: Path
) -> None:
    page = page_of(person)
    page.add_panel.lines["platform"].setText("Telegram")
    fill_up(person.qtbot, person.session)
    page._add([content])
    person.waits_for(person.words.error(DiskFullError(str(case))))
    person.waits_until(person.is_idle)
    assert page.add_panel.lines["platform"].text() == "Telegram"
    assert page.add_panel.add_button.isEnabled()
    make_room(person.qtbot, person.session)
    page._add([content])
    person.waits_until(person.is_idle)
    person.waits_until(lambda: states(person) == {ItemState.DONE: FILES})


def test_a_disk_that_is_full_during_the_scan_keeps_what_was_looked_at(
    person: Person, case: Path, content: Path, tmp_path: Path
) -> None:
    limit_pages(person.qtbot, person.session, 12)
    more = tmp_path / "more"
    more.mkdir()
    for number in range(30):
        write_picture(more / f"{number}.png", ME, (9, 8 * number, 200))
    page_of(person)._add([more])
    person.waits_for(person.words.error(DiskFullError(str(case))))
    person.waits_until(lambda: states(person).get(ItemState.PENDING))
    kept = states(person)
    make_room(person.qtbot, person.session)
    person.press("intake.go_on")
    person.waits_until(person.is_idle)
    person.waits_until(lambda: states(person) == {ItemState.DONE: sum(kept.values())})


@in_both_languages
def test_closing_on_a_full_disk_closes_and_loses_nothing(
    person: Person, case: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.adds([content])
    person.waits_until(person.is_idle)
    fill_up(person.qtbot, person.session)
    close = Case.close

    def close_on_a_full_disk(case: Case) -> None:
        close(case)
        raise DiskFullError(str(case.path))

    with monkeypatch.context() as patch, person.qtbot.waitSignal(person.session.closed):
        patch.setattr(Case, "close", close_on_a_full_disk)
        person.session.close()
    person.waits_for(person.words.error(LastBesideCaseError(f"{case}-wal")))
    person.button("start.open")
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        assert len(opened.items()) == FILES


def test_content_that_vanishes_before_it_is_looked_at_can_be_tried_again(
    person: Person, services: FakeServices, case: Path, content: Path
) -> None:
    away = content.with_name("away")
    scanner = services.scanner

    def without_the_stick(*args: object, **kwargs: object) -> object:
        content.rename(away)
        services.scanner = scanner  # type: ignore[method-assign]
        return scanner(*args, **kwargs)  # type: ignore[arg-type]

    services.scanner = without_the_stick  # type: ignore[method-assign,assignment]
    person.adds([content])
    person.waits_until(person.is_idle)
    person.waits_until(lambda: states(person) == {ItemState.UNCHECKED: FILES})
    away.rename(content)
    person.press("intake.again")
    person.waits_until(lambda: states(person) == {ItemState.DONE: FILES})


def test_what_was_chosen_and_is_gone_is_said(person: Person, case: Path, content: Path) -> None:
    page = page_of(person)
    page._add([content / "0.png", content / "gone.png"])
    person.waits_until(page.outcome.blocked.isVisible)
    person.waits_until(lambda: states(person) == {ItemState.DONE: 1})


@in_both_languages
def test_what_adding_did_is_still_said_after_a_change_of_the_window(
    person: Person, case: Path, content: Path
) -> None:
    page_of(person)._add([content, content / "gone.png"])
    person.waits_until(lambda: person.session.intake.scanned)
    other = "ko" if person.words.language == "en" else "en"
    person.session.prefer(replace(person.session.preferences, language=other))
    page = page_of(person)
    person.waits_for(person.says("intake.did.new", count=FILES))
    person.waits_for(person.says("intake.did.looked", count=FILES))
    assert page.outcome.blocked.isVisible()
    person.session.lock(finish_work=False)
    assert person.session.intake.added is None


@pytest.fixture
def locked(person: Person, case: Path, tmp_path: Path) -> Path:
    """An archive whose password was typed."""
    folder = tmp_path / "room"
    folder.mkdir()
    (folder / "room.zip").write_bytes(LOCKED_ZIP)
    page_of(person)._add([folder])
    person.waits_for(person.says("intake.ask.locked.why"))
    type_password(person)
    person.waits_until(lambda: person.session.intake.scanned and person.is_idle())
    return folder


def type_password(person: Person) -> None:
    field = page_of(person).questions.password
    assert field is not None
    field.line.setText("secret")
    person.press("intake.ask.add")


@in_both_languages
def test_a_password_of_an_archive_is_forgotten_on_locking_and_asked_for_again_in_words(
    person: Person, locked: Path
) -> None:
    assert person.session.intake.answers is not NO_ANSWERS
    person.session.lock(finish_work=False)
    assert person.session.intake.answers is NO_ANSWERS
    person.opens_it_again()
    (locked / "new.zip").write_bytes(LOCKED_ZIP + b"\n")
    person.goes_to("intake")
    page_of(person)._add([locked])
    person.waits_for(person.says("intake.ask.forgotten"))
    type_password(person)
    person.waits_until(lambda: person.session.intake.scanned and person.is_idle())
    assert not page_of(person).questions.isVisible()


def test_work_behind_the_lock_keeps_the_password_until_it_ends(
    person: Person, locked: Path, content: Path
) -> None:
    intake = person.session.intake
    task = intake.add([content], SourceDetails())
    person.session.lock(finish_work=True)
    assert intake.answers is not NO_ANSWERS
    with person.qtbot.waitSignal(task.ended):
        pass
    person.waits_until(lambda: not intake.busy and not person.session._worker.busy)
    assert intake.answers is NO_ANSWERS
    assert intake.added is None


@pytest.mark.parametrize("how", ["the window", "the case"])
def test_closing_during_a_scan_keeps_all_that_was_done(
    person: Person, case: Path, content: Path, how: str
) -> None:
    person.adds([content])
    person.waits_until(lambda: person.session.intake.scanning)
    ways: dict[str, Callable[[], object]] = {
        "the window": lambda: person.session.end(30),
        "the case": person.session.close,
    }
    if how == "the case":
        with person.qtbot.waitSignal(person.session.closed):
            ways[how]()
    else:
        assert ways[how]()
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        info = opened.info()
    assert sum(info.items.values()) == FILES
    assert info.custody_ok
