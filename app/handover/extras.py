"""What lies beside a bundle, not locked: letters, and a small set for online report forms."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.cases.confirmed import confirmed_items
from app.handover.companion_folder import CompanionFolder, companion_path
from app.handover.export_plan import Documents, ExportPlan, Facts, ItemSelection, Record
from app.handover.letters import FOLDER as LETTERS
from app.handover.letters import TakedownPlan, take_down_pack
from app.handover.records import items_csv
from app.handover.report.small_set import FOLDER as SMALL_SET
from app.handover.report.small_set import MOST, Parts, lists
from app.messages import Words
from storage.bundle.member import Member
from storage.captures import CaptureKind, kind_of
from storage.case import Case


@dataclass(frozen=True, slots=True)
class Extras:
    """What is wanted.

    Attributes:
        letters: That ask for removal of what was confirmed.
        name: Under the letters; empty leaves room for one.
        small_set: Report, hash sheet, list and covered captures in parts below 10 MB.
    """

    letters: bool = False
    name: str = ""
    small_set: bool = False


@dataclass(frozen=True, slots=True)
class CompanionPaths:
    """Where it lies; None: it was not wanted, or there is nothing to put into it."""

    letters: Path | None = None
    small_set: Path | None = None


@dataclass(frozen=True, slots=True)
class CompanionFolders:
    """Folders that grow while a bundle does.

    Attributes:
        documents: Of the bundle; the small set gets them, too.
    """

    places: CompanionPaths
    documents: Documents
    folders: Sequence[CompanionFolder]

    def publish(self) -> None:
        """Give them their names: with the bundle, for without it nobody shall find them."""
        for folder in self.folders:
            folder.publish()


@contextmanager
def companion_folders(
    case: Case, plan: ExportPlan, extras: Extras, documents: Documents
) -> Iterator[CompanionFolders]:
    """Make the folders; they are gone again when the block, which makes the bundle, fails.

    Raises:
        What app.handover.companion_folder.FolderBeside raises.
    """
    about = _confirmed(case, plan) if extras.letters else []
    letters = companion_path(plan.target, LETTERS) if about else None
    small = companion_path(plan.target, SMALL_SET) if extras.small_set else None
    folders: list[CompanionFolder] = []
    with ExitStack() as stack:
        if letters or small:
            said = {"letters": about, "small_set": small is not None}
            case.custody.append("beside", plan.role, said)
        if letters:
            folders.append(stack.enter_context(CompanionFolder(letters)))
            for member in take_down_pack(case, TakedownPlan(about, extras.name)):
                folders[-1].put(member)
        if small:
            folders.append(stack.enter_context(CompanionFolder(small)))
            documents = partial(_for_both, case, folders[-1], documents)
        yield CompanionFolders(CompanionPaths(letters, small), documents, folders)


def _confirmed(case: Case, plan: ExportPlan) -> list[int]:
    """What the letters are about: what is confirmed, and links that were named for the bundle.

    Nobody can confirm by a face what has no file; who names it says that it is about her. A
    picture of a screen is evidence, and nobody is asked to remove it.
    """
    captures = {each.item for each in case.captures.all()}
    confirmed = [item for item in confirmed_items(case) if item not in captures]
    if isinstance(plan.items, ItemSelection):
        return confirmed
    links = {each.item for each in case.items() if each.sha256 is None}
    return sorted({*confirmed, *links} & set(plan.items))


def _for_both(
    case: Case, folder: CompanionFolder, documents: Documents, facts: Facts
) -> Iterator[Member]:
    """Each document for the bundle; the small set gets it before."""
    parts = Parts()
    for member in documents(facts):
        folder.put(parts.place(member))
        yield member
    captures = [_capture(case, fields) for fields in facts.records if _is_covered(fields)]
    too_large = [member.name for member in captures if member.size > MOST]
    with items_csv(facts.records).open() as table:
        rows = list(lists(table.read()))
    for member in (*captures, *rows):
        if member.name not in too_large:
            folder.put(parts.place(member))
    folder.put(_read_me(facts.language, too_large))


def _is_covered(fields: Record) -> bool:
    """Whether it is a capture that is in the bundle and shows nothing that must be locked."""
    covered = kind_of(str(fields["operation"])) is CaptureKind.COVERED
    return covered and fields["original"] is not None


def _capture(case: Case, fields: Record) -> Member:
    name = str(fields["original"]).removeprefix("data/")
    open_it = partial(case.original, int(str(fields["item_no"])))
    return Member(name.replace("/", "-"), int(str(fields["size"])), open_it)


def _read_me(language: str, too_large: Sequence[str]) -> Member:
    say = Words(language).say
    texts = [say("small_set.what"), say("small_set.safe")]
    if too_large:
        texts.append(say("small_set.too_large", names=", ".join(too_large)))
    text = ("\n\n".join(texts) + "\n").replace("\n", "\r\n")
    return Member.of(f"{SMALL_SET}/READ-ME.txt", text.encode("utf-8-sig"))
