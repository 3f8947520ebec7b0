"""The pages of the window, in the order of the steps."""

from ui.pages.cases import MakeCasePage, StartPage
from ui.pages.check import CheckPage
from ui.pages.enrol import EnrolPage
from ui.pages.handover import HandoverPage
from ui.pages.help import HelpPage
from ui.pages.intake import IntakePage
from ui.pages.page import Page
from ui.pages.review import ReviewPage
from ui.pages.settings import SettingsPage

START = StartPage.name

PAGES: tuple[type[Page], ...] = (
    StartPage,
    MakeCasePage,
    IntakePage,
    EnrolPage,
    CheckPage,
    ReviewPage,
    HandoverPage,
    HelpPage,
    SettingsPage,
)
