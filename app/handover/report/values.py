"""Values as the report writes them: times in Korea and UTC, sizes, names that strangers chose."""

from app.messages import Words
from app.messages.times import told

ROLES = ("self", "consent", "guardian", "counsellor", "victim", "program")


def role(who: str | None, words: Words) -> str:
    """Who somebody is: in words where the program gave the name, else as it was typed."""
    if not who:
        return words.say("report.role.unsaid")
    return words.say(f"report.role.{who}") if who in ROLES else told(who)


def count(number: int) -> str:
    """1,234,567."""
    return f"{number:,}"


def hex_lines(digest: str) -> list[str]:
    """A hash in lines that fit: 64 digits each."""
    return [digest[at : at + 64] for at in range(0, len(digest), 64)]
