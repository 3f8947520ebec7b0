"""Which readers and containers there are. The first that accepts a place reads it."""

from app.intake.readers.archives.alzip import AlZip
from app.intake.readers.archives.archive import Archive
from app.intake.readers.archives.later_piece import LaterPiece
from app.intake.readers.chats.discord import Discord
from app.intake.readers.chats.export import ChatExport
from app.intake.readers.chats.kakaotalk import KakaoTalk, KakaoTalkCsv
from app.intake.readers.chats.whatsapp import WhatsApp
from app.intake.readers.core.reader import Container, Reader
from app.intake.readers.documents.compound.container import Compound
from app.intake.readers.documents.inline import Drawing, RichText, VCard
from app.intake.readers.documents.pdf import Pdf
from app.intake.readers.documents.zip_document import ZipDocument
from app.intake.readers.mail.mail import Mail
from app.intake.readers.mail.tnef import WinMail
from app.intake.readers.telegram.html_export import TelegramHtml
from app.intake.readers.telegram.json_export import TelegramJson
from app.intake.readers.web.flash import Flash
from app.intake.readers.web.har import HarFile
from app.intake.readers.web.mhtml import Mhtml
from app.intake.readers.web.saved_page import SavedPages
from app.intake.readers.web.single_file import SingleFile
from app.intake.readers.web.warc import Wacz, WarcFile
from app.intake.readers.web.web_archive import WebArchive

CHATS = (Discord(), WhatsApp(), KakaoTalk(), KakaoTalkCsv())
"""Ways in which chats are written down; several may lie in one folder."""

READERS: tuple[Reader, ...] = (
    *(TelegramJson(), TelegramHtml(), ChatExport(CHATS)),
    *(Wacz(), ZipDocument(), SavedPages()),
)
"""Exports: they are asked first, of files and of folders, those in archives included."""

CONTAINERS: tuple[Container, ...] = (
    *(Mhtml(), Mail(), SingleFile(), WarcFile(), WebArchive(), HarFile()),
    *(WinMail(), VCard(), RichText(), Drawing(), Flash()),
    *(Pdf(), Compound(), LaterPiece(), AlZip(), Archive()),
)
"""Files that hold others. The general ones (zip) come after those that are built on them."""
