"""The case is on a stick that is pulled out, or its file is moved, on every page."""

from pathlib import Path

import pytest

from app.enrol.attestation import Attestation
from app.intake.source_details import SourceDetails
from storage.case import Case
from storage.errors import DiskFailedError
from storage.types import ItemState, Verdict
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, write_picture
from tests.ui.bad_input.conftest import FILES, in_both_languages
from tests.ui.bad_input.faults import Stick
from tests.ui.bad_input.person import Person
from tests.ui.conftest import PHRASE
from ui.session.open_case import CloseReason


@pytest.fixture
def case(person: Person, stick: Stick, content: Path) -> Path:
    """A case on the stick, with scanned content."""
    path = stick.folder / "notes"
    person.makes_a_case(path)
    person.adds([content])
    person.waits_until(person.is_idle)
    info = person.session.info
    assert info is not None
    return path


def states(path: Path) -> dict[ItemState, int]:
    with Case.open(path, PHRASE, cost=CHEAP) as opened:
        return {state: count for state, count in opened.info().items.items() if count}


def expect_words_and_a_way_on(person: Person) -> None:
    """Assert that the window says what to do first, and asks for the passphrase."""
    person.waits_for(person.says("start.taken_out"))
    assert person.page.name == "start"
    assert not person.session.is_open
    assert not person.window._banner.isVisible()
    person.button("start.open_it")


@in_both_languages
def test_while_content_is_looked_at_nothing_is_lost_and_it_goes_on_when_it_is_back(
    person: Person, case: Path, stick: Stick, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for number in range(FILES):
        write_picture(more / f"{number}.png", ME, (9, 20 + 30 * number, 200))
    person.adds([more])
    stick.take_out()
    expect_words_and_a_way_on(person)
    stick.plug_in()
    person.opens_it_again()
    assert person.session.intake.busy
    person.waits_until(person.is_idle)
    person.session.close()
    person.waits_until(lambda: not person.session._worker.busy)
    assert states(case) == {ItemState.DONE: 2 * FILES}


@pytest.mark.parametrize("name", ["intake", "check", "handover"])
def test_a_page_that_reads_the_case_says_so_at_once(
    person: Person, case: Path, stick: Stick, name: str
) -> None:
    person.goes_to("settings")
    stick.take_out()
    person.goes_to(name)
    expect_words_and_a_way_on(person)


def test_trying_too_early_says_so_and_the_passphrase_can_be_typed_again(
    person: Person, case: Path, stick: Stick
) -> None:
    stick.take_out()
    person.session.refresh()
    expect_words_and_a_way_on(person)
    person.types_the_passphrase()
    person.waits_for(person.says("start.gone", name="notes"))
    stick.plug_in()
    person.opens_it_again()
    assert person.page.name == "intake"


def test_a_check_is_not_answered_and_does_not_wait_for_ever(
    person: Person, case: Path, stick: Stick, tmp_path: Path
) -> None:
    own = person.session.own_face
    own.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: own.state.used)
    person.goes_to("check")
    stick.take_out()
    person.session.check.start(Attestation.SELF)
    expect_words_and_a_way_on(person)
    person.waits_until(lambda: not person.session.check.under_way)
    assert person.session.check.answer is None


def test_a_decision_that_was_not_kept_is_not_shown_as_kept(
    person: Person, case: Path, stick: Stick
) -> None:
    told: list[str] = []
    stick.take_out()
    person.session.ask(
        lambda opened: opened.decide(1, Verdict.CONFIRM),
        lambda _: told.append("kept"),
        lambda _: told.append("not kept"),
    )
    expect_words_and_a_way_on(person)
    assert told == []
    stick.plug_in()
    person.waits_until(lambda: not person.session._worker.busy)
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        assert list(opened.decisions()) == []


def test_closing_ends_all_the_same_and_says_why_it_was_not_as_usual(
    person: Person, case: Path, stick: Stick
) -> None:
    stick.take_out()
    with person.qtbot.waitSignal(person.session.closed):
        person.session.close()
    person.waits_for(person.words.error(DiskFailedError(str(case))))
    person.button("start.open")
    stick.plug_in()
    assert states(case) == {ItemState.DONE: FILES}


def test_locking_and_leaving_end_all_the_same(person: Person, case: Path, stick: Stick) -> None:
    stick.take_out()
    person.session.lock(finish_work=False)
    assert person.session.locked is CloseReason.LOCKED
    assert person.session.end(30)
    stick.plug_in()
    assert states(case) == {ItemState.DONE: FILES}


def test_a_file_that_is_moved_away_keeps_all_and_opens_where_it_is(
    person: Person, case: Path, content: Path
) -> None:
    person.adds([content], SourceDetails(platform="Telegram"))
    person.waits_until(person.is_idle)
    moved = case.with_name("elsewhere")
    case.rename(moved)
    person.goes_to("intake")
    expect_words_and_a_way_on(person)
    person.press("start.other")
    person.waits_until(lambda: person.session.path is None)
    person.opens(moved)
    person.waits_until(lambda: person.session.is_open)
    with_platform: list[int] = []
    person.session.ask(
        lambda opened: sum(
            "Telegram" in {source.platform for source in opened.item(item.item).sources}
            for item in opened.items()
        ),
        with_platform.append,
    )
    person.waits_until(lambda: with_platform == [FILES])
