"""What the pages of the window say, one file for each."""

from app.messages.ko.pages.check import CHECK
from app.messages.ko.pages.content import CONTENT
from app.messages.ko.pages.hand_over import HAND_OVER
from app.messages.ko.pages.help import HELP
from app.messages.ko.pages.me import ME
from app.messages.ko.pages.passphrase import PASSPHRASE
from app.messages.ko.pages.review import REVIEW
from app.messages.ko.pages.settings import SETTINGS
from app.messages.ko.pages.start import START

PAGES = {
    **START,
    **PASSPHRASE,
    **CONTENT,
    **ME,
    **CHECK,
    **REVIEW,
    **HAND_OVER,
    **HELP,
    **SETTINGS,
}
