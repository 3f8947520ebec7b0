"""The words in Korean."""

from app.messages.ko.commands import COMMANDS
from app.messages.ko.demo import DEMO
from app.messages.ko.errors import ERRORS, REASONS
from app.messages.ko.help import HELP
from app.messages.ko.results import RESULTS

TEXTS = {**HELP, **COMMANDS, **RESULTS, **DEMO}

__all__ = ["ERRORS", "REASONS", "TEXTS"]
