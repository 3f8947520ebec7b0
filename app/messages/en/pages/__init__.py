"""What the pages of the window say, one file for each."""

from app.messages.en.pages.check import CHECK
from app.messages.en.pages.content import CONTENT
from app.messages.en.pages.hand_over import HAND_OVER
from app.messages.en.pages.help import HELP
from app.messages.en.pages.me import ME
from app.messages.en.pages.passphrase import PASSPHRASE
from app.messages.en.pages.review import REVIEW
from app.messages.en.pages.settings import SETTINGS
from app.messages.en.pages.start import START

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
