"""The words in English."""

from app.messages.en.camera import CAMERA, CAMERA_ERRORS
from app.messages.en.commands import COMMANDS
from app.messages.en.custody import CUSTODY
from app.messages.en.demo import DEMO
from app.messages.en.errors import ERRORS as OTHER_ERRORS
from app.messages.en.errors import REASONS
from app.messages.en.export import EXPORT, EXPORT_ERRORS
from app.messages.en.fields import FIELDS
from app.messages.en.first_answers import FIRST_ANSWERS
from app.messages.en.hash_list import HASH_LIST, HASH_LIST_ERRORS
from app.messages.en.help import HELP
from app.messages.en.known import KNOWN
from app.messages.en.pages import PAGES
from app.messages.en.provenance import PROVENANCE, PROVENANCE_ERRORS
from app.messages.en.report import REPORT, REPORT_ERRORS
from app.messages.en.results import RESULTS
from app.messages.en.sources import SOURCES, SOURCES_ERRORS
from app.messages.en.support import SUPPORT
from app.messages.en.takedown import TAKEDOWN
from app.messages.en.verify import VERIFY
from app.messages.en.widgets import WIDGETS
from app.messages.en.window import WINDOW

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
