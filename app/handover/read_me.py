"""The README of a bundle: what it is, who may have it, how to check it without Geoul."""

from collections.abc import Iterator

from app.handover.bundle_plan import Level
from app.messages import LANGUAGES, Words
from app.messages.roles import role_text
from app.messages.times import korean_and_utc
from storage.bundle.member import Member
from storage.bundle.signing import in_groups
from storage.clock import Moment


def read_me(
    level: Level, made: Moment, role: str, fingerprint: str, *, captures: bool = False
) -> Iterator[Member]:
    """Yield a README for each language, in UTF-8 with a byte order mark and CRLF.

    Args:
        made: When the bundle was made.
        role: Who made it, as the custody log has it.
        fingerprint: Fingerprint of the key that signs it, lowercase hex.
        captures: Whether the bundle holds screen captures.
    """
    for language in LANGUAGES:
        words = Words(language)
        parts = (
            words.say("export.read_me.what"),
            words.say(
                "export.read_me.made", made=korean_and_utc(made.utc), by=role_text(role, words)
            ),
            words.say(f"export.read_me.level.{level}"),
            *([words.say("export.read_me.captures")] if captures else []),
            words.say("export.read_me.inside"),
            words.say("export.read_me.limits"),
            words.say("export.read_me.check", fingerprint=in_groups(fingerprint)),
        )
        text = "\n\n".join(parts).replace("\n", "\r\n") + "\r\n"
        yield Member.of(f"README-FIRST.{language}.txt", text.encode("utf-8-sig"))
