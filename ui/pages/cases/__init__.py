"""The pages on which a case is opened and made."""

from ui.pages.cases.make_case import MakeCasePage
from ui.pages.cases.start import StartPage

__all__ = ["MakeCasePage", "StartPage"]
