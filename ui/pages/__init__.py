"""One file for each page of the window, in the order in which they come."""

from ui.pages.cases import PassphrasePage, StartPage
from ui.pages.check import CheckPage
from ui.pages.enrol import MePage
from ui.pages.handover import HandOverPage
from ui.pages.help import HelpPage
from ui.pages.intake import ContentPage
from ui.pages.page import Page
from ui.pages.review import ReviewPage
from ui.pages.settings import SettingsPage

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
