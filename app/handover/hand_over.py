"""Hand over: make a bundle with its documents, the folders beside it, and its passphrase.

`bundle` writes the encrypted file alone; this module joins it with everything that goes along.
"""

from pathlib import Path

from app.handover.bundle import BundleResult, build_bundle
from app.handover.bundle_passphrase import DrawnPassphrase, draw_passphrase
from app.handover.bundle_plan import BundlePlan, ItemSelection
from app.handover.extras import CompanionPaths, Extras, companion_folders
from app.handover.handover_choices import HandoverChoices, LockedFor
from app.handover.unconfirmed import HandoverResult, kept_until_confirmed
from app.job import Job
from storage.bundle.age_pipe import recipient_of
from storage.bundle.write import Lock, ToRecipient, UnderPassphrase
from storage.case import Case


def hand_over(
    case: Case, plan: HandoverChoices, target: Path, language: str, role: str = ""
) -> Job[HandoverResult]:
    """Make the bundle that was chosen, under a new passphrase or for its recipient.

    The passphrase is kept in the case until `unconfirmed.confirm`.

    Args:
        target: Path of the bundle.
        language: Language of the words of the passphrase, "ko" or "en".
        role: Who hands over, for the custody log.

    Raises:
        BundleRecipientError; and what `make_handover` raises.
    """
    lock, passphrase = _lock(plan, language)
    items = ItemSelection.CONFIRMED if plan.items is None else plan.items
    wanted = BundlePlan(target, lock, plan.level, items, plan.language, role, plan.person)
    extras = Extras(plan.letters, plan.name, plan.small_set)
    with kept_until_confirmed(case, target, passphrase) as kept:
        exported, beside = yield from make_handover(case, wanted, extras)
    return kept.made(exported, beside)


NO_EXTRAS = Extras()


def make_handover(
    case: Case, plan: BundlePlan, extras: Extras = NO_EXTRAS
) -> Job[tuple[BundleResult, CompanionPaths]]:
    """Make a bundle with report and hash sheet, and the folders beside it.

    Raises:
        KoreanFontMissingError, before anything is done; and what `build_bundle` and
        `companion_folders` raise.
    """
    # Typst is slow to import: nobody waits for it before.
    from app.handover.report.bundle_documents import bundle_documents
    from app.handover.report.typesetting import Typesetter

    typesetter = Typesetter()
    for language in plan.language.languages:
        typesetter.require_fonts(language)
    own = bundle_documents(case, typesetter)
    with companion_folders(case, plan, extras, own) as laid:
        exported = yield from build_bundle(case, plan, laid.documents, laid.publish)
    return exported, laid.places


def _lock(plan: HandoverChoices, language: str) -> tuple[Lock, DrawnPassphrase | None]:
    if plan.locked_for is LockedFor.RECIPIENT:
        recipient_of(plan.recipient)
        return ToRecipient(plan.recipient), None
    drawn = draw_passphrase(language)
    return UnderPassphrase(drawn.passphrase), drawn
