"""Hand over: make an evidence bundle."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from app.cases.item_numbers import item_numbers
from app.cli.arguments import USAGE
from app.cli.opening import open_case
from app.cli.passphrase_prompt import from_file
from app.cli.progress import run
from app.cli.terminal import Terminal
from app.handover.bundle import BundleResult
from app.handover.bundle_passphrase import DrawnPassphrase, draw_passphrase, require_good_passphrase
from app.handover.bundle_plan import BundlePlan, ItemSelection, Level
from app.handover.extras import CompanionPaths, Extras
from app.handover.hand_over import make_handover
from app.program import Services
from storage.bundle.age_pipe import recipient_of
from storage.bundle.signing import in_groups
from storage.bundle.write import Lock, ToRecipient, UnderPassphrase
from storage.errors import BundleExistsError


def export(options: Namespace, terminal: Terminal, services: Services) -> int | None:
    """`geoul export`."""
    if options.name and not options.letters:
        terminal.warn("usage.name_without_letters")
        return USAGE
    target = Path(options.out)
    if target.exists():
        raise BundleExistsError(options.out)  # said before anybody waits
    lock, drawn = _lock(options, terminal)
    plan = BundlePlan(
        target,
        lock,
        Level(options.level),
        _items(options.items),
        terminal.words.language,
        options.role,
    )
    with open_case(options, terminal, services) as case:
        extras = Extras(options.letters, options.name, options.small_set)
        job = make_handover(case, plan, extras)
        made, beside = run(job, terminal, "progress.export")
        # while the case is open: should it fail to close, the passphrase has been shown
        terminal.answer({**_record(options.out, made, plan, drawn), **_folders(beside)})
        _say(options.out, made, plan, drawn, terminal)
    for name, folder in _folders(beside).items():
        if folder is not None:
            terminal.say(f"export.{name}", path=folder)
    _warn_of_name(target, lock, terminal)
    return None


def _lock(options: Namespace, terminal: Terminal) -> tuple[Lock, DrawnPassphrase | None]:
    """How the bundle is locked, and the passphrase where it was made up."""
    if options.age:
        recipient_of(options.age)
        return ToRecipient(options.age), None
    if options.bundle_passphrase_file:
        phrase = from_file(terminal, options.bundle_passphrase_file)
        require_good_passphrase(phrase)
        return UnderPassphrase(phrase), None
    drawn = draw_passphrase(terminal.words.language)
    return UnderPassphrase(drawn.passphrase), drawn


def _warn_of_name(target: Path, lock: Lock, terminal: Terminal) -> None:
    """Whoever gets the file opens it with what its name asks for, and would see a damaged one."""
    is_age, ending = isinstance(lock, ToRecipient), target.suffix.lower()
    if is_age and ending == ".zip":
        terminal.warn("export.named_zip", path=str(target.with_suffix(".age")))
    elif not is_age and ending == ".age":
        terminal.warn("export.named_age", path=str(target.with_suffix(".zip")))


def _items(text: str) -> ItemSelection | Sequence[int]:
    if text in (ItemSelection.CONFIRMED, ItemSelection.ALL):
        return ItemSelection(text)
    return item_numbers(text)


def _record(
    path: str, made: BundleResult, plan: BundlePlan, drawn: DrawnPassphrase | None
) -> dict[str, object]:
    return {
        "bundle": path,
        "level": str(plan.level),
        "items": list(made.items),
        "missing_originals": list(made.missing),
        "withheld_originals": list(made.withheld),
        "files": made.files,
        "bytes": made.size,
        "fingerprint": made.fingerprint,
        "digest": made.digest,
        "custody_sound": made.custody_sound,
        "passphrase": drawn and drawn.passphrase,
        "passphrase_words": drawn and drawn.words,
    }


def _folders(beside: CompanionPaths) -> dict[str, str | None]:
    folders = {"letters": beside.letters, "small_set": beside.small_set}
    return {name: str(folder) if folder else None for name, folder in folders.items()}


def _say(
    path: str,
    made: BundleResult,
    plan: BundlePlan,
    drawn: DrawnPassphrase | None,
    terminal: Terminal,
) -> None:
    terminal.say("export.made", path=path, items=len(made.items), files=made.files)
    terminal.say(f"export.level.{plan.level}")
    if made.missing:
        numbers = ", ".join(map(str, made.missing))
        terminal.say("export.missing", count=len(made.missing), items=numbers)
    if made.withheld:
        numbers = ", ".join(map(str, made.withheld))
        terminal.say("export.withheld", count=len(made.withheld), items=numbers)
    if not made.custody_sound:
        terminal.warn("export.custody_changed")
    if not made.noted:
        terminal.say("export.not_noted")
    terminal.blank()
    terminal.say("export.fingerprint", fingerprint=in_groups(made.fingerprint))
    terminal.say("export.digest", digest=made.digest)
    if drawn:
        terminal.blank()
        terminal.say("export.passphrase", passphrase=drawn.passphrase)
        if drawn.words:
            terminal.say("export.passphrase.words", words=drawn.words)
        terminal.say("export.passphrase.what")
