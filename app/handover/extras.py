"""What lies beside a bundle, not locked: letters, and a small set for online report forms."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.cases.confirmed import confirmed_items
from app.handover.bundle import DocumentMaker
from app.handover.bundle_plan import BundlePlan, ItemSelection
from app.handover.companion_folder import CompanionFolder, companion_path
from app.handover.letters import FOLDER as LETTERS
from app.handover.letters import TakedownPlan, takedown_pack
from app.handover.small_set import FOLDER as SMALL_SET
from app.handover.small_set import copied_to_small_set
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
    documents: DocumentMaker
    folders: Sequence[CompanionFolder]

    def publish(self) -> None:
        """Give them their names: with the bundle, for without it nobody shall find them."""
        for folder in self.folders:
            folder.publish()


@contextmanager
def companion_folders(
    case: Case, plan: BundlePlan, extras: Extras, documents: DocumentMaker
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
            for member in takedown_pack(case, TakedownPlan(about, extras.name)):
                folders[-1].put(member)
        if small:
            folders.append(stack.enter_context(CompanionFolder(small)))
            documents = partial(copied_to_small_set, case, folders[-1], documents)
        yield CompanionFolders(CompanionPaths(letters, small), documents, folders)


def _confirmed(case: Case, plan: BundlePlan) -> list[int]:
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
