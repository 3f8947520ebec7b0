"""A bundle is checked on the page, and the three answers are told apart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.intake.add_link import add_link
from app.intake.source_details import SourceDetails
from app.messages import Words
from storage.bundle.bag import KEY as KEY_FILE
from storage.bundle.signing import pem_of
from tests.storage.bundle.independent_verifier import members
from tests.storage.bundle.resigned import as_folder, as_zip, signed
from tests.support.bundle_samples import KEY, PHRASE
from ui.pages.handover import HandoverPage
from ui.pages.handover.bundle_check import BundleCheckView
from ui.session.session import Session


@pytest.fixture
def page(qtbot: QtBot, session: Session, case: Path) -> HandoverPage:
    """The page on a case with one link."""
    assert case.exists()
    session.ask(lambda case: add_link(case, SourceDetails("https://t.me/c/1/2", role="self")))
    made = HandoverPage(session, Words("en"))
    qtbot.addWidget(made)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: hasattr(made, "bundle_check"))
    return made


@pytest.fixture
def bundle(qtbot: QtBot, session: Session, page: HandoverPage, tmp_path: Path) -> tuple[Path, str]:
    """A bundle of the case, and its passphrase."""
    page._chosen_place([tmp_path / "documents.zip"])
    page.make_button.click()
    qtbot.waitUntil(lambda: page.result_view is not None)
    assert page.result_view is not None
    phrase = page.result_view.shown.text()
    session.handover.forget_passphrase()
    session.handover.start_over()
    qtbot.waitUntil(lambda: page.result_view is None)
    return tmp_path / "documents.zip", phrase


def check(
    qtbot: QtBot, page: HandoverPage, path: Path, phrase: str = "", *, of_case: bool = True
) -> BundleCheckView:
    """Check it by hand, and wait for the answer."""
    view = page.bundle_check
    if not view.secret.isVisible():
        view.disclosure.toggle_button.click()
    view.choose([path])
    QTest.keyClicks(view.secret.line, phrase)
    if view.of_case.isChecked() is not of_case:
        view.of_case.click()
    QTest.keyClick(view.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.answer.text() or view.problem.text()))
    qtbot.waitUntil(view.start_button.isEnabled)
    assert view.secret.text == ""
    return view


def test_a_bundle_of_the_case_is_good(
    qtbot: QtBot, page: HandoverPage, bundle: tuple[Path, str]
) -> None:
    view = check(qtbot, page, *bundle)
    assert view.answer.text().startswith("It is whole, and signed with the key")
    assert "It is of this case" in view.details.text()


def test_without_anything_to_compare_the_key_with_that_is_said_first(
    qtbot: QtBot, page: HandoverPage, bundle: tuple[Path, str]
) -> None:
    view = check(qtbot, page, *bundle, of_case=False)
    assert "compared with nothing" in view.answer.text()
    own = view.details.text().replace("\u200b", "").split("\n    ")[1].split("\n")[0]
    view.fingerprint.setText(own)
    view = check(qtbot, page, *bundle, of_case=False)
    assert view.answer.text().startswith("It is whole, and signed with the key")
    view.fingerprint.setText("00 " * 32)
    assert "not in order" in check(qtbot, page, *bundle, of_case=False).answer.text()
    view.fingerprint.setText("zebra")
    assert "not a fingerprint" in check(qtbot, page, *bundle).problem.text()


def test_what_a_stranger_changed_and_signed_anew_is_not_in_order(
    qtbot: QtBot, page: HandoverPage, bundle: tuple[Path, str], tmp_path: Path
) -> None:
    path, phrase = bundle
    files = members(path.read_bytes(), phrase)
    made = signed({**files, "report.pdf": b"other", KEY_FILE: pem_of(KEY.public_key())})
    other = as_zip(tmp_path / "other.zip", made)
    view = check(qtbot, page, other, PHRASE)
    assert "not in order" in view.answer.text()
    assert "not of this case" in view.details.text()


def test_an_unpacked_one_is_chosen_by_its_declaration_and_what_was_changed_is_named(
    qtbot: QtBot, page: HandoverPage, bundle: tuple[Path, str], tmp_path: Path
) -> None:
    path, phrase = bundle
    folder = as_folder(tmp_path / "out", members(path.read_bytes(), phrase)) / "documents"
    view = check(qtbot, page, folder / "bagit.txt")
    assert view.answer.text().startswith("It is whole, and signed with the key")
    (folder / "report.pdf").write_bytes(b"x")
    view = check(qtbot, page, folder / "bagit.txt")
    assert "not in order" in view.answer.text()
    assert "report.pdf" in view.details.text()


def test_a_wrong_passphrase_is_said_and_forgotten(
    qtbot: QtBot, page: HandoverPage, bundle: tuple[Path, str]
) -> None:
    view = check(qtbot, page, bundle[0], "wrong")
    assert "does not open the bundle" in view.problem.text()
    assert not view.answer.isVisible()
