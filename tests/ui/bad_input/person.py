"""A person at the window to whom something goes wrong."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.intake.source_details import SourceDetails
from app.messages import Words
from storage.types import KeptMedia
from tests.ui.conftest import PHRASE
from ui.application import Application
from ui.pages.cases import StartPage
from ui.pages.page import Page
from ui.widgets.labels import MAY_WRAP


class Person:
    """Reads what is on the screen and presses enabled buttons."""

    def __init__(self, qtbot: QtBot, application: Application) -> None:
        self.qtbot = qtbot
        self.window = application.window
        self.session = application.session

    @property
    def words(self) -> Words:
        """The messages in the language of the window."""
        return self.window.words

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.window.page

    def screen(self) -> str:
        """Return all visible text."""
        shown = [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]
        return "\n".join(shown).replace(MAY_WRAP, "")

    def sees(self, text: str) -> bool:
        """Return whether a text is visible."""
        return text.replace(MAY_WRAP, "") in self.screen()

    def waits_for(self, text: str) -> None:
        """Wait until a text is visible."""
        assert text
        try:
            self.qtbot.waitUntil(lambda: self.sees(text))
        except Exception as error:
            raise AssertionError(f"{text!r} is not in {self.screen()!r}") from error

    def says(self, key: str, **values: object) -> str:
        """Return the text of a message key."""
        return self.words.say(key, **values)

    def button(self, key: str) -> QAbstractButton:
        """Return the button with the text of that key, as soon as it is enabled."""
        self.waits_until(lambda: self._found(key))
        (found,) = self._found(key)
        return found

    def _found(self, key: str) -> list[QAbstractButton]:
        text, there = self.says(key), self.window.findChildren(QAbstractButton)
        return [
            each for each in there if each.isVisible() and each.isEnabled() and each.text() == text
        ]

    def press(self, key: str) -> None:
        """Click the button with the text of that key."""
        QTest.mouseClick(self.button(key), Qt.MouseButton.LeftButton)

    def goes_to(self, name: str) -> Page:
        """Show the page of that name."""
        self.window.show_page(name)
        return self.page

    # the case

    def makes_a_case(self, path: Path, media: KeptMedia = KeptMedia.NONE) -> None:
        """Make a case without the page that does so."""
        with self.qtbot.waitSignal(self.session.opened):
            self.session.create(path, PHRASE, media, True, lambda _: None, _raise)
        self.session.forget_recovery_code()
        self.goes_to("intake")

    def types_the_passphrase(self, passphrase: str = PHRASE) -> None:
        """Type the passphrase on the start page."""
        page = self.page
        assert isinstance(page, StartPage)
        assert page.unlock_form is not None
        assert page.unlock_form.open_button.isEnabled()
        page.unlock_form.field.line.setText(passphrase)
        QTest.keyClick(page.unlock_form.field.line, Qt.Key.Key_Return)

    def opens(self, path: Path, passphrase: str = PHRASE) -> None:
        """Choose a file and type the passphrase, without waiting for the result."""
        page = self.goes_to("start")
        assert isinstance(page, StartPage)
        page._ask_passphrase(path)
        self.types_the_passphrase(passphrase)

    def opens_it_again(self) -> None:
        """Type the passphrase again, and wait until the case is open."""
        with self.qtbot.waitSignal(self.session.opened):
            self.types_the_passphrase()

    def adds(self, paths: Sequence[Path], told: SourceDetails | None = None) -> None:
        """Add content, without waiting for the result."""
        self.session.intake.add(paths, told or SourceDetails())

    def is_idle(self) -> bool:
        """Return whether nothing is being added or scanned."""
        return not self.session.intake.busy

    def waits_until(self, condition: Callable[[], object]) -> None:
        """Wait until a condition holds."""
        self.qtbot.waitUntil(lambda: bool(condition()))


def _raise(error: Exception) -> None:
    raise error
