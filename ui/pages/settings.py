"""The settings page; a change counts, and is saved, at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.messages import LANGUAGES, Words
from app.preferences import LOCK_MINUTES, TEXT_SIZES, Theme, settings_file
from app.sandbox import protection
from ui.pages.page import Page
from ui.pages.scan.pack_panel import PackPanel
from ui.safety import capture
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.choices import Choices, check_box
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import breakable, muted, notice, paragraph, show_notice
from ui.widgets.layouts import indented, section, stacked, start_aligned


class SettingsPage(Page):
    """Every change rebuilds the window; the focus stays where it was."""

    name = "settings"
    needs_case = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.locked = notice()
        self.packs = PackPanel(session, words, self._choose_pack)
        self.forget_button = button(self.say("settings.forget.do"), session.forget_preferences)
        self._protecting = self._safety(), self._reveal(), self._forget()
        safety, reveal, forget = self._protecting
        self.fill(
            muted(breakable(self.say("settings.kept", path=str(settings_file())))),
            self._look(),
            self.locked,
            safety,
            reveal,
            self.packs,
            forget,
            None,
        )
        session.opened.connect(self._update_state)
        self._update_state()

    def enter(self) -> None:
        """Read the packs again, since some may have come or gone."""
        self.session.packs.read()

    def _update_state(self) -> None:
        """Disable protective settings behind the lock, where anybody may sit."""
        locked = self.session.locked is not None
        for each in self._protecting:
            each.setEnabled(not locked)
        show_notice(self.locked, self.say("settings.locked") if locked else "")

    def _look(self) -> QWidget:
        return self._part(
            "settings.look",
            self._choice("language", [(each, f"language.{each}") for each in LANGUAGES]),
            self._choice("theme", [(each, f"theme.{each}") for each in Theme]),
            self._choice("text_size", [(each, f"text_size.{each}") for each in TEXT_SIZES]),
        )

    def _safety(self) -> QWidget:
        possible = capture.is_possible()
        on = self.session.preferences.capture_protection and possible
        protect = check_box(self.say("settings.capture"), on, self._changes("capture_protection"))
        protect.setEnabled(possible)
        what = "settings.capture.what" if possible else "settings.capture.impossible"
        return self._part(
            "settings.safety",
            self._lock(),
            muted(self.say("settings.lock.after")),
            stacked(protect, indented(muted(self.say(what)))),
            *self._protection(),
        )

    def _protection(self) -> list[QWidget]:
        """Return the choice of weaker protection, where there is one, and what protection lacks."""
        if not protection.can_be_weaker():
            return []
        allow = self._tick("weaker_protection", "settings.weaker")
        lacking = notice()
        if walls := protection.missing_walls():
            said = self.say("protection.weaker", walls=self.words.walls(walls))
            show_notice(lacking, said)
        return [stacked(allow, indented(muted(self.say("settings.weaker.what")))), lacking]

    def _lock(self) -> QWidget:
        minutes = [
            (each, self.say(f"settings.lock.minutes.{'one' if each == 1 else 'many'}", count=each))
            for each in LOCK_MINUTES
        ]
        return self._labelled(self.say("settings.lock"), minutes, "lock_minutes")

    def _reveal(self) -> QWidget:
        return self._part(
            "settings.reveal",
            paragraph(self.say("settings.reveal.what")),
            self._tick("blur", "settings.blur"),
            self._tick("grey", "settings.grey"),
        )

    def _forget(self) -> QWidget:
        return self._part(
            "settings.forget",
            paragraph(self.say("settings.forget.what")),
            start_aligned(self.forget_button),
        )

    def _part(self, key: str, *things: QWidget) -> QWidget:
        return section(self.say(key), *things)[1]

    def _choice(self, name: str, options: Sequence[tuple[Any, str]]) -> QWidget:
        texts = [(value, self.say(f"settings.{key}")) for value, key in options]
        return self._labelled(self.say(f"settings.{name}"), texts, name)

    def _labelled(self, label: str, options: Sequence[tuple[Any, str]], name: str) -> QWidget:
        chosen = getattr(self.session.preferences, name)
        one = Choices(label, options, chosen, self._changes(name))
        return stacked(paragraph(label), one, gap=1)

    def _tick(self, name: str, key: str) -> QWidget:
        on = getattr(self.session.preferences, name)
        return check_box(self.say(key), on, self._changes(name))

    def _changes(self, name: str) -> Callable[[Any], None]:
        def change(value: Any) -> None:
            self.session.prefer(replace(self.session.preferences, **{name: value}))

        return change

    def _choose_pack(self) -> None:
        prompt = self.say("settings.packs.choose.prompt")
        self.choose(ChooserMode.CONTENT, prompt, self.session.packs.add)
