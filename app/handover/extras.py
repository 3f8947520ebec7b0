"""The unlocked folders beside a bundle: take-down letters, a small set for online report forms."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.cases.confirmed import confirmed_items
from app.cases.people import person_meant
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
    """Which folders to put beside a bundle.

    Attributes:
        letters: Whether to write letters that ask for the removal of confirmed items.
        name: Name under the letters; empty leaves room for one.
        small_set: Whether to write the report, hash sheet, list and covered captures in parts
            below 10 MB.
    """

    letters: bool = False
    name: str = ""
    small_set: bool = False


@dataclass(frozen=True, slots=True)
class CompanionPaths:
    """Where the folders lie; None for one that was not wanted or would be empty."""

    letters: Path | None = None
    small_set: Path | None = None


@dataclass(frozen=True, slots=True)
class CompanionFolders:
    """Folders that are filled while a bundle is written.

    Attributes:
        documents: Makes the documents of the bundle, and copies them to the small set.
    """

    places: CompanionPaths
    documents: DocumentMaker
    folders: Sequence[CompanionFolder]

    def publish(self) -> None:
        """Give the folders their names, together with the bundle: none must exist without it."""
        for folder in self.folders:
            folder.publish()


@contextmanager
def companion_folders(
    case: Case, plan: BundlePlan, extras: Extras, documents: DocumentMaker
) -> Iterator[CompanionFolders]:
    """Fill the folders; remove them again when the block, which makes the bundle, fails.

    Raises:
        What `CompanionFolder` raises.
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
    """Return the items to ask about: confirmed ones, and links that were named for the bundle.

    A link without a file has no face to confirm; naming it says that it is about her. A screen
    capture is evidence of her own, and nobody is asked to remove it.
    """
    captures = {each.item for each in case.captures.all()}
    person = person_meant(case, plan.person)
    confirmed = [item for item in confirmed_items(case, person) if item not in captures]
    if isinstance(plan.items, ItemSelection):
        return confirmed
    links = {each.item for each in case.items() if each.sha256 is None}
    return sorted({*confirmed, *links} & set(plan.items))
