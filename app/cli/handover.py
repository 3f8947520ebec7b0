"""Hand over: export and verify evidence bundles, write hash lists, add screen captures."""

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.cases.item_numbers import parse_item_numbers
from app.check.whose_face import whose_face
from app.cli.arguments import USAGE_STATUS
from app.cli.errors import PassphraseFileMissingError, PassphraseFileNotTextError
from app.cli.opening import open_case
from app.cli.passphrase_prompt import IDENTITY, OF_BUNDLE, ask_passphrase, passphrase_from_file
from app.cli.progress import run_with_progress
from app.cli.scan import scan_case
from app.cli.terminal import Terminal
from app.handover.bundle import BundleResult
from app.handover.bundle_passphrase import (
    DrawnPassphrase,
    draw_passphrase,
    require_strong_passphrase,
)
from app.handover.bundle_plan import BundlePlan, ItemSelection, Level
from app.handover.captures import CaptureDetails, CapturesAdded, add_captures, mark_capture
from app.handover.compare import (
    BundleAnswer,
    CaseMatch,
    ComparedBundle,
    TimestampMatch,
    match_case,
    match_timestamps,
    parse_fingerprint,
    read_roots,
    secrets_of,
    timestamp_files,
    verify_with_any,
)
from app.handover.document_language import DocumentLanguage, usual_language
from app.handover.extras import CompanionPaths, Extras
from app.handover.hand_over import make_handover
from app.handover.hash_list import HashKind, write_hash_list
from app.handover.unconfirmed import confirm, kept_until_confirmed
from app.intake import NO_ANSWERS
from app.intake.source_details import SourceDetails
from app.messages import plain_name
from app.program import Services
from app.scan.case_pack import require_pack_of_case
from storage.bundle.age_pipe import recipient_of
from storage.bundle.signing import in_groups
from storage.bundle.verify import ContainerKind, Verification, container_kind_of
from storage.bundle.write import Lock, ToRecipient, UnderPassphrase
from storage.case import Case
from storage.errors import BundleExistsError, StorageError


def export(options: Namespace, terminal: Terminal, services: Services) -> int | None:
    """Run `geoul export`."""
    if options.name and not options.letters:
        terminal.warn("usage.name_without_letters")
        return USAGE_STATUS
    target = Path(options.out)
    if target.exists():
        raise BundleExistsError(options.out)  # before anybody waits
    lock, drawn = _bundle_lock(options, terminal)
    plan = BundlePlan(
        target,
        lock,
        Level(options.level),
        _selected_items(options.items),
        DocumentLanguage(options.language) if options.language else usual_language(),
        options.role,
        options.person,
    )
    with open_case(options, terminal, services) as case:
        terminal.speak_of(whose_face(case))
        extras = Extras(options.letters, options.name, options.small_set)
        with kept_until_confirmed(case, target, drawn) as kept:
            job = make_handover(case, plan, extras)
            made, beside = run_with_progress(job, terminal, "progress.export")
        result = kept.made(made, beside)
        # while the case is open: should it fail to close, the passphrase has been shown
        terminal.answer(
            {**_export_record(options.out, made, plan, drawn), **_companion_folders(beside)}
        )
        _say_exported(options.out, made, plan, drawn, terminal)
        with suppress(StorageError):  # it is in the case then, and `case info` says so
            confirm(case, result, options.role)
    for name, folder in _companion_folders(beside).items():
        if folder is not None:
            terminal.say(f"export.{name}", path=folder)
    _warn_of_suffix(target, lock, terminal)
    return None


def _bundle_lock(options: Namespace, terminal: Terminal) -> tuple[Lock, DrawnPassphrase | None]:
    """Return how the bundle is locked, and the passphrase if it was drawn."""
    if options.age:
        recipient_of(options.age)
        return ToRecipient(options.age), None
    if options.bundle_passphrase_file:
        phrase = passphrase_from_file(terminal, options.bundle_passphrase_file)
        require_strong_passphrase(phrase)
        return UnderPassphrase(phrase), None
    drawn = draw_passphrase(terminal.words.language)
    return UnderPassphrase(drawn.passphrase), drawn


def _warn_of_suffix(target: Path, lock: Lock, terminal: Terminal) -> None:
    """Warn when the suffix names another format: the receiver's program would find it damaged."""
    is_age, ending = isinstance(lock, ToRecipient), target.suffix.lower()
    if is_age and ending == ".zip":
        terminal.warn("export.named_zip", path=str(target.with_suffix(".age")))
    elif not is_age and ending == ".age":
        terminal.warn("export.named_age", path=str(target.with_suffix(".zip")))


def _selected_items(text: str) -> ItemSelection | Sequence[int]:
    if text in (ItemSelection.CONFIRMED, ItemSelection.ALL):
        return ItemSelection(text)
    return parse_item_numbers(text)


def _export_record(
    path: str, made: BundleResult, plan: BundlePlan, drawn: DrawnPassphrase | None
) -> dict[str, object]:
    return {
        "bundle": path,
        "level": str(plan.level),
        "language": str(plan.language),
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


def _companion_folders(beside: CompanionPaths) -> dict[str, str | None]:
    folders = {"letters": beside.letters, "small_set": beside.small_set}
    return {name: str(folder) if folder else None for name, folder in folders.items()}


def _say_exported(
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


MOST_IDENTITY_BYTES = 1 << 16
"""How much of an identity file is read."""

VERIFY_STATUS = {
    BundleAnswer.GOOD: 0,
    BundleAnswer.BAD: 1,
    BundleAnswer.KEY_NOT_COMPARED: 3,
}
"""The exit status of `geoul verify`; 2 is a wrong option, as everywhere."""


def verify(options: Namespace, terminal: Terminal, services: Services) -> int:
    """Run `geoul verify`.

    The exit status is 0 only when every byte is as it was signed and the key is the one that was
    told, 3 when there was nothing to compare the key with, and 1 when anything does not fit.
    """
    path = Path(options.bundle)
    wanted = parse_fingerprint(options.fingerprint) if options.fingerprint else None
    roots = read_roots(Path(options.timestamp_roots)) if options.timestamp_roots else []
    secrets = _secrets_to_try(container_kind_of(path), options, terminal)
    found = run_with_progress(verify_with_any(path, secrets), terminal, "progress.verify")
    files = timestamp_files(path, options.timestamp or ())
    stamps = tuple(match_timestamps(found, files, roots))
    fits = None if wanted is None else wanted == found.fingerprint
    verified = ComparedBundle(
        found, fits, stamps, _compare_with_case(found, options, terminal, services)
    )
    terminal.answer(_verify_record(verified))
    _say_verified(verified, terminal)
    return VERIFY_STATUS[verified.answer]


def _compare_with_case(
    found: Verification, options: Namespace, terminal: Terminal, services: Services
) -> CaseMatch | None:
    if not options.case:
        return None
    with open_case(options, terminal, services) as case:
        return match_case(case, found)


def _verify_record(verified: ComparedBundle) -> dict[str, object]:
    found, case = verified.found, verified.case
    return {
        "ok": verified.answer is BundleAnswer.GOOD,
        "whole": found.is_whole,
        "key": str(verified.key),
        "problems": [{"member": each.member, "problem": str(each.kind)} for each in found.problems],
        "litter": list(found.litter),
        "files": found.files,
        "bytes": found.size,
        "digest": found.digest,
        "fingerprint": found.fingerprint,
        "fingerprint_fits": verified.fingerprint_fits,
        "custody": found.custody
        and {"entries": found.custody.entries, "sha256": found.custody.sha256},
        "timestamps": [
            {
                "name": each.name,
                "kind": str(each.stamp.kind),
                "at_utc": each.stamp.at_utc,
                "fits": each.fits,
                "signer": str(each.signer.answer),
                "signed_by": each.signer.name,
            }
            for each in verified.stamps
        ],
        "case": case
        and {"is_of_case": case.is_of_case, "entries": case.entries, "broken_at": case.broken_at},
    }


def _secrets_to_try(form: ContainerKind, options: Namespace, terminal: Terminal) -> tuple[str, ...]:
    """Return what may open the bundle, to be tried in turn."""
    if form is ContainerKind.FOLDER:
        return secrets_of(form, "")
    if form is ContainerKind.ZIP:
        phrase = ask_passphrase(terminal, options.bundle_passphrase_file, OF_BUNDLE)
        return secrets_of(form, phrase)
    if options.identity_file:
        return secrets_of(form, _identity_text(Path(options.identity_file)))
    return secrets_of(form, ask_passphrase(terminal, None, IDENTITY))


def _identity_text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_IDENTITY_BYTES).decode()
    except OSError as error:
        raise PassphraseFileMissingError(str(path)) from error
    except UnicodeDecodeError as error:
        raise PassphraseFileNotTextError(str(path)) from error


def _say_verified(verified: ComparedBundle, terminal: Terminal) -> None:
    found = verified.found
    for line in verified.problem_lines(terminal.words):
        terminal.write(line)
    for _good, text in verified.judgements(terminal.words):
        terminal.write(text)
        terminal.blank()
    if found.custody:
        head = found.custody
        terminal.say("verify.custody_head", entries=head.entries, sha256=plain_name(head.sha256))
    _say_timestamps(verified.stamps, terminal)
    for name in found.litter:
        terminal.say("verify.litter", name=plain_name(name))


def _say_timestamps(stamps: Sequence[TimestampMatch], terminal: Terminal) -> None:
    for each in stamps:
        terminal.write(each.line(terminal.words))
        terminal.say(
            f"verify.signer.{each.signer.answer}", signer=plain_name(each.signer.name or "")
        )


def hashes(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul hashes`."""
    kind = HashKind(options.kind)
    with open_case(options, terminal, services) as case:
        made = write_hash_list(case, Path(options.out), kind, options.role, options.person)
    terminal.answer(
        {
            "file": options.out,
            "kind": options.kind,
            "items": list(made.items),
            "left_out": list(made.left_out),
            "lines": made.lines,
        }
    )
    terminal.say("hashes.made", path=options.out, lines=made.lines, items=len(made.items))
    terminal.say(f"hashes.what.{kind}")
    if made.left_out:
        numbers = ", ".join(map(str, made.left_out))
        terminal.say("hashes.left_out", count=len(made.left_out), items=numbers)
    terminal.say("hashes.care")


def capture(options: Namespace, terminal: Terminal, services: Services) -> int:
    """Run `geoul capture`; exit status 1 when something could not be added."""
    of_place = SourceDetails(options.url, options.platform, options.note, options.role)
    told = CaptureDetails(options.of, options.covered, of_place)
    with open_case(options, terminal, services) as case:
        _mark_captures(case, options.item or (), told, none=options.none)
        paths = [Path(each) for each in options.path]
        done = run_with_progress(add_captures(case, paths, told), terminal, "progress.find")
        if done.items:  # only scanned items may leave the case
            pack = require_pack_of_case(case.info(), services.packs())
            scan_case(case, pack, NO_ANSWERS, terminal, services, again=False)
        all_of_them = case.captures.all()
    terminal.answer(
        {
            "added": list(done.items),
            "kept": list(done.kept),
            "blocked": [
                {"name": each.name, "path": each.path, "reason": str(each.reason)}
                for each in done.blocked
            ],
            "captures": [
                {"item": each.item, "kind": str(each.kind), "shows": each.shows}
                for each in all_of_them
            ],
        }
    )
    _say_captured(done, len(all_of_them), terminal)
    return 1 if done.blocked else 0


def _mark_captures(
    case: Case, items: list[int] | tuple[()], details: CaptureDetails, *, none: bool
) -> None:
    for item in items:
        if none:
            case.item(item)
            case.captures.unmark(item, details.source.role)
        else:
            mark_capture(case, item, details)


def _say_captured(done: CapturesAdded, count: int, terminal: Terminal) -> None:
    if done.items:
        numbers = ", ".join(map(str, done.items))
        terminal.say("capture.added", count=len(done.items), items=numbers)
    if not_kept := [item for item in done.items if item not in done.kept]:
        terminal.say("capture.not_kept", items=", ".join(map(str, not_kept)))
    for each in done.blocked:
        why = terminal.words.reason(each.reason)
        terminal.say("blocked.line", name=plain_name(each.name or each.path), why=why)
    terminal.say("capture.all", count=count)
