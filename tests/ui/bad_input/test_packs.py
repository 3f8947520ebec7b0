"""A model pack that is gone, and one that must not be used for everything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.preferences import Preferences
from face.errors import ModelMissingError
from face.packs import DEFAULT_PACK
from face.packs.registry import Pack
from storage.types import PackUse
from tests.support.fake_program import ME, FakeScanner, FakeServices, write_picture
from tests.ui.bad_input.conftest import in_both_languages
from tests.ui.bad_input.person import Person
from ui.pages.scan.notices import PackNotice

ADDED = "buffalo_l"


class PacksProgram(FakeServices):
    """A program with an added pack, which may be gone again."""

    def __init__(self) -> None:
        super().__init__()
        self.there = {DEFAULT_PACK, ADDED}
        self.used: list[str] = []

    def packs(self) -> list[Pack]:
        """Return the packs that are installed."""
        return [replace(pack, installed=pack.name in self.there) for pack in super().packs()]

    @contextmanager
    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> Iterator[FakeScanner]:
        """Return a scanner that fails as a child process does."""
        if pack not in self.there:
            raise ModelMissingError(pack, "det_10g.onnx")
        self.used.append(pack)
        with super().scanner(pack, children=children, crops=crops, thorough=thorough) as scanner:
            yield scanner


@pytest.fixture
def services() -> PacksProgram:
    return PacksProgram()


@pytest.fixture
def case(person: Person, tmp_path: Path) -> Path:
    """A case that was made when the added pack was preferred."""
    preferences = Preferences(language=person.words.language, pack=ADDED)
    person.session.preferences = preferences
    path = tmp_path / "notes"
    person.makes_a_case(path)
    return path


@pytest.fixture
def begun(person: Person, case: Path, content: Path) -> Path:
    """The case after the added pack has scanned it."""
    person.adds([content])
    person.waits_until(person.is_idle)
    person.waits_until(lambda: packs_of(person) == [ADDED])
    return case


def packs_of(person: Person) -> list[str]:
    info = person.session.info
    packs: tuple[PackUse, ...] = info.packs if info else ()
    return [each.pack for each in packs]


@pytest.mark.parametrize(("name", "language"), [("intake", "ko"), ("enrol", "en"), ("check", "ko")])
def test_the_licence_is_said_before_a_pack_is_used(person: Person, case: Path, name: str) -> None:
    person.goes_to(name)
    person.waits_for(person.says("licence.research"))
    person.waits_for(ADDED)


def test_nothing_is_said_of_the_pack_that_comes_with_the_program(
    person: Person, tmp_path: Path
) -> None:
    person.makes_a_case(tmp_path / "notes")
    person.waits_until(lambda: person.session.packs.known)
    assert not [each for each in person.page.findChildren(PackNotice) if each.isVisible()]


@in_both_languages
def test_a_new_case_falls_back_on_the_built_in_pack_in_words(
    person: Person, services: PacksProgram, case: Path, content: Path, tmp_path: Path
) -> None:
    services.there.remove(ADDED)
    person.session.packs.read()
    person.waits_for(person.says("pack.instead", pack=ADDED))
    person.adds([content])
    person.waits_until(person.is_idle)
    person.goes_to("enrol")
    person.waits_until(lambda: packs_of(person) == [DEFAULT_PACK])
    person.session.own_face.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_until(lambda: person.session.own_face.state.used)
    assert set(services.used) == {DEFAULT_PACK}


def test_a_scan_that_begins_before_the_packs_were_looked_up_falls_back_too(
    person: Person, services: PacksProgram, case: Path, content: Path
) -> None:
    services.there.remove(ADDED)
    person.adds([content])
    person.waits_until(person.is_idle)
    assert services.used == [DEFAULT_PACK]


@pytest.mark.parametrize("name", ["intake", "enrol", "check"])
def test_a_case_that_was_begun_with_a_pack_that_is_gone_leads_to_the_settings(
    person: Person, services: PacksProgram, begun: Path, name: str
) -> None:
    services.there.remove(ADDED)
    person.goes_to("settings")
    person.goes_to(name)
    person.waits_for(person.says("pack.gone", pack=ADDED))
    person.press("pack.settings")
    assert person.page.name == "settings"


@in_both_languages
def test_or_it_goes_on_with_the_built_in_pack_when_she_says_so(
    person: Person, services: PacksProgram, begun: Path
) -> None:
    services.there.remove(ADDED)
    services.used.clear()
    person.session.packs.read()
    person.waits_for(person.says("pack.gone", pack=ADDED))
    person.session.intake.scan()
    person.waits_until(person.is_idle)
    assert services.used == []
    assert packs_of(person) == [ADDED]
    person.press("pack.built_in")
    person.waits_until(person.is_idle)
    person.waits_until(lambda: packs_of(person) == [DEFAULT_PACK])
    assert services.used == [DEFAULT_PACK]
    person.waits_until(lambda: not person.sees(person.says("pack.gone", pack=ADDED)))


def test_her_photos_and_a_pack_that_is_gone_meanwhile(
    person: Person, services: PacksProgram, begun: Path, tmp_path: Path
) -> None:
    person.goes_to("enrol")
    person.session.own_face.release()
    services.there.remove(ADDED)
    person.session.own_face.add([write_picture(tmp_path / "me.png", ME)])
    person.waits_for(person.says("pack.gone", pack=ADDED))
    person.waits_until(lambda: not person.session.own_face.waiting)
    person.button("enrol.choose")


def test_without_the_files_of_the_built_in_pack_it_is_to_be_installed_again(
    person: Person, services: PacksProgram, tmp_path: Path
) -> None:
    services.there.clear()
    person.makes_a_case(tmp_path / "notes")
    person.waits_for(person.says("pack.incomplete"))
