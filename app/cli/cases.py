"""Make a case, describe it, change its passphrase, make a check copy."""

import shlex
from argparse import Namespace
from pathlib import Path

from app.cli.opening import open_case
from app.cli.passphrase_prompt import OF_CASE_FROM_NOW_ON, OF_COPY, OF_NEW_CASE, ask_new_passphrase
from app.cli.terminal import Terminal
from app.handover.unconfirmed import unconfirmed
from app.messages import plain_name
from app.messages.times import korean_and_utc
from app.program import Services
from app.scan.case_pack import OlderScans, is_comparable, older_scans, pack_of_case
from storage.audit import Contradictions
from storage.case import Case
from storage.errors import CaseExistsError
from storage.types import CaseInfo, CaseKind, ItemState, KeptMedia, PackUse


def new(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul case new`."""
    path = Path(options.case)
    if path.exists():
        raise CaseExistsError(options.case)  # before she makes up a passphrase
    phrase = ask_new_passphrase(terminal, options.passphrase_file, OF_NEW_CASE)
    media, crops = KeptMedia(options.media), not options.no_crops
    case, code = Case.create(path, phrase, media=media, crops=crops, cost=services.kdf_cost)
    case.close()
    terminal.answer(
        {"case": options.case, "recovery_code": code, "media": str(media), "crops": crops}
    )
    terminal.say("case.made", path=options.case)
    terminal.say(f"case.media.{media}")
    terminal.say("case.crops.yes" if crops else "case.crops.no")
    terminal.say("case.files_stay")
    _say_code(terminal, code)


def info(options: Namespace, terminal: Terminal, services: Services) -> int:
    """Run `geoul case info`; exit status 1 when the case and its custody log disagree."""
    with open_case(options, terminal, services) as case:
        facts = case.info()
        differs = case.contradictions()
        left = unconfirmed(case) if facts.kind is CaseKind.CASE else []
    pack = pack_of_case(facts.packs, services.packs())
    present = pack, services.pipeline(pack)
    waiting = [{"bundle": str(each.target), "begun_utc": each.begun_utc} for each in left]
    terminal.answer({**_info_record(facts, differs, present), "unconfirmed_bundles": waiting})
    _say_info(options.case, facts, present, terminal)
    if differs.decisions:
        terminal.say("info.decisions_unlike_log", items=", ".join(map(str, differs.decisions)))
    if differs.statements:
        terminal.say("info.statements_unlike_log")
    for each in left:
        date = korean_and_utc(each.begun_utc)
        terminal.say("info.unconfirmed", date=date, path=plain_name(str(each.target)))
    return 1 if differs else 0


def passphrase(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul case passphrase`."""
    with open_case(options, terminal, services) as case:
        new = ask_new_passphrase(terminal, options.new_passphrase_file, OF_CASE_FROM_NOW_ON)
        code = case.change_passphrase(new)
    terminal.answer({"case": options.case, "recovery_code": code})
    terminal.say("recovery.changed")
    _say_code(terminal, code)


def copy(options: Namespace, terminal: Terminal, services: Services) -> None:
    """Run `geoul copy`."""
    path = Path(options.checkcopy)
    with open_case(options, terminal, services) as case:
        if path.exists():
            raise CaseExistsError(options.checkcopy)
        phrase = ask_new_passphrase(terminal, options.copy_passphrase_file, OF_COPY)
        code = case.write_check_copy(path, phrase)
    terminal.answer({"check_copy": options.checkcopy, "recovery_code": code})
    terminal.say("copy.made", path=options.checkcopy)
    terminal.say("copy.what")
    _say_code(terminal, code)


def _say_code(terminal: Terminal, code: str) -> None:
    terminal.blank()
    terminal.say("recovery.code", code=code)
    terminal.say("recovery.what")


def _info_record(
    facts: CaseInfo, differs: Contradictions, present: tuple[str, str]
) -> dict[str, object]:
    return {
        "id": facts.id,
        "origin": facts.origin,
        "created_utc": facts.created_utc,
        "kind": str(facts.kind),
        "media": str(facts.media),
        "crops": facts.crops,
        "format": ".".join(map(str, facts.format)),
        "packs": [
            {
                "pack": use.pack,
                "pipeline": use.pipeline,
                "items": use.items,
                "tracks": use.tracks,
                "present": (use.pack, use.pipeline) == present,
                "comparable": is_comparable(use, present[1]),
            }
            for use in facts.packs
        ],
        "present": {"pack": present[0], "pipeline": present[1]},
        "items": {str(state): count for state, count in facts.items.items()},
        "faces": facts.faces,
        "tracks": facts.tracks,
        "custody": {
            "entries": facts.custody_entries,
            "ok": facts.custody_ok,
            "decisions_unlike_log": list(differs.decisions),
            "statements_unlike_log": differs.statements,
        },
    }


def _say_info(path: str, facts: CaseInfo, present: tuple[str, str], terminal: Terminal) -> None:
    yes, no = terminal.words.say("yes"), terminal.words.say("no")
    terminal.say("info.path", path=path)
    terminal.say("info.id", id=facts.id)
    terminal.say("info.created", created=korean_and_utc(facts.created_utc))
    terminal.say(f"info.kind.{facts.kind}")
    terminal.say(
        "info.media",
        media=yes if facts.media is KeptMedia.ORIGINALS else no,
        crops=yes if facts.crops else no,
    )
    otherwise = older_scans(facts.packs, *present)
    for use in facts.packs:
        how = _relation(use, present, otherwise)
        terminal.say("info.pack", pack=use.pack, pipeline=use.pipeline, items=use.items)
        terminal.say(f"info.pack.{how}")
    counts = {str(state).replace("-", "_"): count for state, count in facts.items.items()}
    terminal.say("info.items", items=sum(facts.items.values()), **counts)
    terminal.say("info.faces", faces=facts.faces, tracks=facts.tracks)
    key = "info.custody" if facts.custody_ok else "info.custody_broken"
    terminal.say(key, entries=facts.custody_entries)
    if facts.items[ItemState.PENDING] and facts.kind is CaseKind.CASE:
        terminal.say("info.pending", case=shlex.quote(path))
    if otherwise.items:
        key = "info.otherwise" if facts.kind is CaseKind.CASE else "info.otherwise_copy"
        terminal.say(key, count=otherwise.items, case=shlex.quote(path))


def _relation(use: PackUse, present: tuple[str, str], otherwise: OlderScans) -> str:
    """Return the last part of the text key for how a pack compares with the present one."""
    if (use.pack, use.pipeline) == present:
        return "present"
    if not is_comparable(use, present[1]):
        return "apart"
    return "older" if use in otherwise.uses else "more"
