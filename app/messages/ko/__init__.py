"""The words in Korean."""

from app.messages.ko.camera import CAMERA, CAMERA_ERRORS
from app.messages.ko.commands import COMMANDS
from app.messages.ko.custody import CUSTODY
from app.messages.ko.demo import DEMO
from app.messages.ko.errors import ERRORS as OTHER_ERRORS
from app.messages.ko.errors import REASONS
from app.messages.ko.export import EXPORT, EXPORT_ERRORS
from app.messages.ko.fields import FIELDS
from app.messages.ko.first_answers import FIRST_ANSWERS
from app.messages.ko.hash_list import HASH_LIST, HASH_LIST_ERRORS
from app.messages.ko.help import HELP
from app.messages.ko.known import KNOWN
from app.messages.ko.pages import PAGES
from app.messages.ko.provenance import PROVENANCE, PROVENANCE_ERRORS
from app.messages.ko.report import REPORT, REPORT_ERRORS
from app.messages.ko.results import RESULTS
from app.messages.ko.sources import SOURCES, SOURCES_ERRORS
from app.messages.ko.support import SUPPORT
from app.messages.ko.takedown import TAKEDOWN
from app.messages.ko.verify import VERIFY
from app.messages.ko.widgets import WIDGETS
from app.messages.ko.window import WINDOW

TEXTS = {
    **HELP,
    **COMMANDS,
    **FIELDS,
    **KNOWN,
    **CUSTODY,
    **RESULTS,
    **FIRST_ANSWERS,
    **SUPPORT,
    **DEMO,
    **WINDOW,
    **WIDGETS,
    **PAGES,
    **CAMERA,
    **EXPORT,
    **VERIFY,
    **HASH_LIST,
    **SOURCES,
    **PROVENANCE,
    **REPORT,
    **TAKEDOWN,
}

ERRORS = {
    **OTHER_ERRORS,
    **CAMERA_ERRORS,
    **EXPORT_ERRORS,
    **HASH_LIST_ERRORS,
    **REPORT_ERRORS,
    **SOURCES_ERRORS,
    **PROVENANCE_ERRORS,
}

__all__ = ["ERRORS", "REASONS", "TEXTS"]
