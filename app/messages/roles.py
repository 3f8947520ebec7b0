"""Roles as people read them."""

from app.messages.plain import plain_value
from app.messages.words import Words

ROLES = ("self", "consent", "guardian", "counsellor", "victim", "program")


def role_text(who: str | None, words: Words) -> str:
    """Return who acted, in words where the program knows the role, else as it was typed."""
    if not who:
        return words.say("report.role.unsaid")
    return words.say(f"report.role.{who}") if who in ROLES else plain_value(who)
