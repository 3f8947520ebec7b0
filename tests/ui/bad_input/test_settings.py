"""Settings that cannot be kept."""

from dataclasses import replace

from app.preferences import (
    Preferences,
    SettingsNotRemovedError,
    SettingsNotSavedError,
    settings_file,
)
from tests.ui.bad_input.conftest import in_both_languages
from tests.ui.bad_input.person import Person


@in_both_languages
def test_a_choice_that_cannot_be_kept_counts_and_is_said_not_to_be_kept(person: Person) -> None:
    folder = settings_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way of the folder")
    person.goes_to("settings")
    person.session.prefer(replace(person.session.preferences, text_size=125))
    person.waits_for(person.words.error(SettingsNotSavedError(str(settings_file()))))
    assert person.session.preferences.text_size == 125
    person.press("window.dismiss")
    folder.unlink()
    person.session.prefer(replace(person.session.preferences, text_size=150))
    person.waits_until(lambda: Preferences.load().text_size == 150)


def test_settings_that_cannot_be_forgotten_are_not_said_to_be(person: Person) -> None:
    settings_file().mkdir(parents=True)
    person.goes_to("settings")
    person.press("settings.forget.do")
    person.waits_for(person.words.error(SettingsNotRemovedError(str(settings_file()))))
