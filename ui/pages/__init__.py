"""One file for each page of the window, in the order in which they come."""

from ui.pages.check import CheckPage
from ui.pages.content import ContentPage
from ui.pages.hand_over import HandOverPage
from ui.pages.help import HelpPage
from ui.pages.me import MePage
from ui.pages.page import Page
from ui.pages.passphrase import PassphrasePage
from ui.pages.review import ReviewPage
from ui.pages.settings import SettingsPage
from ui.pages.start import StartPage

START = StartPage.name

PAGES: tuple[type[Page], ...] = (
    StartPage,
    PassphrasePage,
    ContentPage,
    MePage,
    CheckPage,
    ReviewPage,
    HandOverPage,
    HelpPage,
    SettingsPage,
)
