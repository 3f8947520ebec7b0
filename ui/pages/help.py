"""The help page: who helps, what the police ask, traces on the computer, keys, and limits."""

from functools import partial

from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QWidget

from app.messages import Words
from app.messages.support import Country, SupportLine, as_of, lines
from app.preferences import settings_file
from app.scan.pack_text import DEFAULT_POOR_AT, people_text
from face.folders import cache_folder, data_folder
from ui.pages.page import Page
from ui.session.session import Session
from ui.widgets.buttons import button, quiet_button
from ui.widgets.labels import breakable, heading, muted, paragraph, strong
from ui.widgets.layouts import FlowLayout, bullet_list, section, stacked, start_aligned

POLICE = (
    "shows_you",
    "post",
    "account",
    "room",
    "message",
    "learned",
    "source",
    "first",
    "keywords",
    "personal_data",
)
LEAVING = ("hide", "delete", "others", "watched")
KEYS = ("leave", "tab", "press", "arrows", "page", "alt")
LIMITS = ("none", "others", "people", "content", "made")


class HelpPage(Page):
    """One long column of sections; the buttons at its top lead to them."""

    name = "help"
    needs_case = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        made = {
            "support": self._support(),
            "police": self._police(),
            "traces": self._traces(),
            "leaving": self._leaving(),
            "keys": self._keys(),
            "limits": self._limits(),
        }
        parts = {name: section(self.say(f"help.part.{name}"), *made[name]) for name in made}
        self.headings: dict[str, QLabel] = {name: head for name, (head, _) in parts.items()}
        self.index: dict[str, QPushButton] = {
            name: button(self.say(f"help.to.{name}"), partial(self.jump_to, head))
            for name, head in self.headings.items()
        }
        self.top_button = quiet_button(self.say("help.top"), self._to_the_top)
        index = QWidget()
        index.setLayout(FlowLayout(*self.index.values()))
        self.fill(
            muted(self.say("help.about_page")),
            index,
            *(whole for _, whole in parts.values()),
            start_aligned(self.top_button),
            None,
        )

    def _to_the_top(self) -> None:
        first = next(iter(self.index.values()))
        self.jump_to(first)

    def _support(self) -> tuple[QWidget | QLayout, ...]:
        return (
            paragraph(self.say("help.support.what")),
            *(self._country(country) for country in Country),
            paragraph(self.say("support.young")),
            paragraph(self.say("help.support.youtube")),
            muted(self.say("support.as_of", **as_of())),
        )

    def _country(self, country: Country) -> QWidget:
        contacts = [self._line(line) for line in lines(country)]
        return stacked(muted(self.say(f"support.{country}")), *contacts, gap=2)

    def _line(self, line: SupportLine) -> QWidget:
        hours = f", {self.say('support.day_and_night')}" if line.day_and_night else ""
        return stacked(
            strong(self.say(f"support.{line.key}") + hours),
            heading(line.contact),
            muted(self.say(f"support.{line.key}.for")),
        )

    def _police(self) -> tuple[QWidget | QLayout, ...]:
        return (
            paragraph(self.say("help.police.what")),
            bullet_list(*(self.say(f"help.police.{each}") for each in POLICE)),
            paragraph(self.say("help.police.undercover")),
            paragraph(self.say("help.police.keep")),
        )

    def _traces(self) -> tuple[QWidget | QLayout, ...]:
        return (
            bullet_list(
                self.say("help.traces.case"),
                breakable(self.say("help.traces.settings", path=str(settings_file()))),
                breakable(self.say("help.traces.cache", path=str(cache_folder()))),
                breakable(self.say("help.traces.packs", path=str(data_folder() / "models"))),
                self.say("help.traces.yours"),
            ),
            paragraph(self.say("help.traces.nothing")),
            paragraph(self.say("help.traces.files")),
            paragraph(self.say("help.traces.system")),
        )

    def _leaving(self) -> tuple[QWidget | QLayout, ...]:
        return (
            paragraph(self.say("help.leaving.does")),
            bullet_list(*(self.say(f"help.leaving.not.{each}") for each in LEAVING)),
        )

    def _keys(self) -> tuple[QWidget | QLayout, ...]:
        keys = [
            stacked(
                strong(self.say(f"help.key.{key}")), paragraph(self.say(f"help.key.{key}.does"))
            )
            for key in KEYS
        ]
        return stacked(*keys, gap=1), muted(self.say("help.keys.review"))

    def _limits(self) -> tuple[QWidget | QLayout, ...]:
        poorly = people_text(DEFAULT_POOR_AT, self.words)
        return (bullet_list(*(self.say(f"help.limits.{each}", people=poorly) for each in LIMITS)),)
