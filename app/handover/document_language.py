"""The language of the documents in a bundle: of whoever reads them, not of whoever makes them."""

from datetime import datetime
from enum import StrEnum

from app.messages.support import Country

KOREAN_CLOCKS = frozenset({"KST", "Korea Standard Time", "대한민국 표준시"})
"""Names that systems give to the time of Korea, Windows in English and in Korean among them."""


class DocumentLanguage(StrEnum):
    """In which language the report and the hash sheet are.

    The words are "handover.language.NAME".
    """

    KOREAN = "ko"
    ENGLISH = "en"
    BOTH = "both"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, Korean first."""
        return ("ko", "en") if self is DocumentLanguage.BOTH else (str(self),)

    def in_name(self, language: str) -> str:
        """Return what a file's name says of its language: ".ko" where there are both, else ""."""
        return f".{language}" if self is DocumentLanguage.BOTH else ""


LANGUAGE_OF = {
    Country.KOREA: DocumentLanguage.KOREAN,
    Country.ELSEWHERE: DocumentLanguage.ENGLISH,
}


def receiving_country() -> Country:
    """Return the country whose police and centres are likely to receive a bundle that is made here.

    It is the country of the computer's clock, which does not change with the window's language.
    """
    zone = datetime.now().astimezone().tzname()
    return Country.KOREA if zone in KOREAN_CLOCKS else Country.ELSEWHERE


def usual_language() -> DocumentLanguage:
    """Return the language of the receiving country, which stands while nobody chose another."""
    return LANGUAGE_OF[receiving_country()]
