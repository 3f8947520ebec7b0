"""Make the bundle that somebody wants, with its documents, and the passphrase for it."""

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from app.bundle_plan import BundlePlan, LockedFor
from app.evidence_fields import confirmed_items
from app.export.plan import ExportPlan, Which, draw_passphrase
from app.export.run import Exported, export
from app.job import Job
from app.takedown import TakedownPlan, take_down_pack
from app.takedown_folder import LettersFolder, folder_beside
from storage.bundle.age_pipe import recipient_of
from storage.bundle.write import Lock, ToRecipient, UnderPassphrase
from storage.case import Case


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A bundle that was made and read back.

    Attributes:
        passphrase: That was drawn for it; None when it is for the holder of a key.
        letters: The folder with letters that ask for removal; None where none were wanted.
    """

    exported: Exported
    target: Path
    passphrase: str | None
    letters: Path | None


def hand_over(case: Case, plan: BundlePlan, target: Path, language: str) -> Job[HandedOver]:
    """Make the bundle of a plan at the target, with documents in that language.

    Raises:
        BundleRecipientError; and what export_with_documents raises.
    """
    lock, passphrase = _lock(plan)
    items = Which.CONFIRMED if plan.numbers is None else plan.numbers
    wanted = ExportPlan(target, lock, plan.level, items, language)
    about = _confirmed(case, plan) if plan.letters else []
    letters = folder_beside(target) if about else None
    pack = take_down_pack(case, TakedownPlan(about, plan.name))
    with LettersFolder(letters, pack) if letters else nullcontext():
        exported = yield from export_with_documents(case, wanted)
    return HandedOver(exported, target, passphrase, letters)


def _confirmed(case: Case, plan: BundlePlan) -> list[int]:
    """What the letters are about, whatever else goes into the bundle."""
    return [item for item in confirmed_items(case) if plan.numbers is None or item in plan.numbers]


def export_with_documents(case: Case, plan: ExportPlan) -> Job[Exported]:
    """A bundle with report and hash sheet.

    Raises:
        KoreanFontMissingError, before anything is done; and what app.export.run.export raises.
    """
    from app.report.documents import bundle_documents  # Typst: nobody waits for it before
    from app.report.typesetting import Typesetter

    typesetter = Typesetter()
    typesetter.require_fonts(plan.language)
    return (yield from export(case, plan, bundle_documents(case, typesetter)))


def _lock(plan: BundlePlan) -> tuple[Lock, str | None]:
    if plan.locked_for is LockedFor.RECIPIENT:
        recipient_of(plan.recipient)
        return ToRecipient(plan.recipient), None
    drawn = draw_passphrase()
    return UnderPassphrase(drawn), drawn
