"""Opens archives of every kind that 7-Zip reads, and files that are packed alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import BinaryIO

from app.intake.readers.archives.kinds import ZIP, Kind, kind_of
from app.intake.readers.archives.library import (
    OpenArchive,
    Opening,
    Outcome,
    Property,
    RefusedError,
)
from app.intake.readers.archives.members import ArchiveMembers, Source, seen_that
from app.intake.readers.archives.names import password_forms
from app.intake.readers.archives.packed_alone import members_alone, packs_content
from app.intake.readers.archives.pieces import beside, is_cut, pieces_of
from app.intake.readers.archives.self_extracting import Behind, archive_in
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.places import File
from app.intake.readers.core.reader import Members
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

_MOST_TRIED = 3
"""So many members are tried with a password that seems to be wrong: one of them may be damaged."""

_CHECKED = "AES-"
"""In a zip: how members are encrypted that tell a wrong password from damage."""


class Archive:
    """Opens archives, and files that are packed alone."""

    def accepts(self, file: File) -> bool:
        """Return whether the file is an archive, or packs something but text."""
        file = archive_in(file)
        kind = _kind_of(file)
        if kind is None:
            return False
        if kind.packs_one:
            return packs_content(file, kind)
        return (kind.is_sure and not isinstance(file, Behind)) or _opens(Source(kind, file))

    def members(self, file: File, answers: Answers) -> Members:
        """Read the list of members.

        Raises:
            OSError, UnreadableMediaError: The archive is damaged, too large, or locked.
        """
        file = archive_in(file)
        kind = _kind_of(file)
        if kind is None:
            raise FileNotFoundError
        if kind.packs_one:
            return members_alone(file, kind)
        return _members(file, kind, answers)


def zip_behind(file: File, answers: Answers) -> Members:
    """Open the zip behind a page, as `Archive.members` does."""
    return _members(file, ZIP, answers)


def _members(file: File, kind: Kind, answers: Answers) -> ArchiveMembers:
    missing = [file.name] if is_cut(file) else []
    source = Source(kind, pieces_of(file), Opening(None, file.name, _volumes(file, missing)))
    tries = answers.to(QuestionKind.PASSWORD, file.path)
    try:
        archive, source = _with_password(source, tries)
        return ArchiveMembers(file, source, archive, missing=missing)
    except UnreadableMediaError as error:
        raise seen_that(error, missing) from error


def _kind_of(file: File) -> Kind | None:
    kind = kind_of(file)
    return ZIP if kind is None and is_cut(file) else kind


def _volumes(file: File, missing: list[str]) -> Callable[[str], BinaryIO | None]:
    def volume(name: str) -> BinaryIO | None:
        found = beside(file, name)
        if found is None:
            missing.append(name)
            return None
        return found.open()

    return volume


def _with_password(source: Source, tries: Sequence[str]) -> tuple[OpenArchive, Source]:
    """Open an archive with the first password that fits, or with none."""
    forms = [form for password in tries for form in password_forms(password)]
    for password in (None, *forms):
        tried = replace(source, opening=replace(source.opening, password=password))
        try:
            archive = tried.opened()
        except RefusedError as error:
            if not error.is_locked:
                raise UnreadableMediaError(error.reason) from error
            continue
        if _fits(archive):
            return archive, tried
        archive.close()
    raise UnreadableMediaError(Reason.LOCKED)


def _fits(archive: OpenArchive) -> bool:
    """Whether the password opens what is locked. Raises OSError, UnreadableMediaError."""
    if archive.count > reader_limits.MAX_ENTRIES:
        return True  # it is refused for that
    locked = [n for n, each in enumerate(archive.column(Property.ENCRYPTED)) if each]
    sizes = {n: archive.property(n, Property.SIZE) or 0 for n in locked}
    filled = [n for n in locked if sizes[n]]
    if not filled:
        return True
    if not archive.of_archive(Property.SOLID):
        filled.sort(key=lambda n: sizes[n])
    return any(_is_unlocked(archive, n) for n in filled[:_MOST_TRIED])


def _is_unlocked(archive: OpenArchive, index: int) -> bool:
    method = str(archive.property(index, Property.METHOD))
    try:
        outcome = archive.extract([index], lambda *_: None).get(index)
    except RefusedError as error:
        if error.is_locked:
            return False
        raise UnreadableMediaError(error.reason) from error
    if method.startswith(_CHECKED):
        return outcome is not Outcome.WRONG_PASSWORD
    return outcome in (Outcome.OK, Outcome.DATA_AFTER_END, Outcome.UNSUPPORTED)


def _opens(source: Source) -> bool:
    try:
        archive = source.opened()
    except RefusedError as error:
        return error.is_locked
    except (OSError, UnreadableMediaError):
        return False
    archive.close()
    return archive.count > 0
