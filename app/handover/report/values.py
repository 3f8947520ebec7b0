"""Values as the report writes them: times in Korea and UTC, sizes, names that strangers chose."""

from datetime import UTC, datetime, timedelta, timezone

from app.messages import Words, plain

KST = timezone(timedelta(hours=9), "KST")
ROLES = ("self", "consent", "guardian", "counsellor", "victim", "program")
NONE = "-"
LONGEST = 2000
"""Characters of one value; a longer one keeps its beginning and its end. items.json has it all."""


def told(value: object) -> str:
    """What somebody typed or a file is called, on one line and safe to print."""
    text = plain(str(value))
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def kst(utc: str | None) -> str:
    """2026-11-22 23:31:05, from ISO 8601; what is no time stays as it is."""
    return _clock(utc, KST)


def utc_clock(utc: str | None) -> str:
    """The same moment in UTC."""
    return _clock(utc, UTC)


def both(utc: str | None) -> str:
    """A moment in Korea and in UTC."""
    if not utc:
        return NONE
    return f"{kst(utc)} KST ({utc_clock(utc)} UTC)"


def both_unix(seconds: int | None) -> str:
    """The same from seconds since 1970; a number that is no time stays a number."""
    if seconds is None:
        return ""
    try:
        return both(datetime.fromtimestamp(seconds, UTC).isoformat())
    except (ValueError, OverflowError, OSError):
        return str(seconds)


def unix(utc: str) -> int:
    """Seconds since 1970."""
    return int(datetime.fromisoformat(utc).timestamp())


def role(who: str | None, words: Words) -> str:
    """Who somebody is: in words where the program gave the name, else as it was typed."""
    if not who:
        return words.say("report.role.unsaid")
    return words.say(f"report.role.{who}") if who in ROLES else told(who)


def _clock(utc: str | None, zone: timezone) -> str:
    if not utc:
        return ""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return told(utc)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    except OverflowError:
        return told(utc)


def count(number: int) -> str:
    """1,234,567."""
    return f"{number:,}"


def hex_lines(digest: str) -> list[str]:
    """A hash in lines that fit: 64 digits each."""
    return [digest[at : at + 64] for at in range(0, len(digest), 64)]
