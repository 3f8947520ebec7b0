"""One file for each page of the window, in the order in which they come."""

from ui.pages.page import Page
from ui.pages.start import StartPage

START = StartPage.name

PAGES: tuple[type[Page], ...] = (StartPage,)
