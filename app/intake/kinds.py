"""Which readers and containers there are. The first that accepts a place reads it."""

from app.intake.chats.discord import Discord
from app.intake.chats.export import ChatExport
from app.intake.chats.kakaotalk import KakaoTalk
from app.intake.chats.kakaotalk_csv import KakaoTalkCsv
from app.intake.chats.whatsapp import WhatsApp
from app.intake.compound.container import Compound
from app.intake.mail import Mail
from app.intake.office import OfficeDocument
from app.intake.packed_file import PackedFile
from app.intake.pdf import Pdf
from app.intake.reader import Container, Reader
from app.intake.seven_zip import SevenZip
from app.intake.tar_archive import Tar
from app.intake.telegram.html_export import TelegramHtml
from app.intake.telegram.json_export import TelegramJson
from app.intake.web.mhtml import Mhtml
from app.intake.web.single_file import SingleFile
from app.intake.web.warc import Wacz, WarcFile
from app.intake.zip_archive import ZipArchive

CHATS = (Discord(), WhatsApp(), KakaoTalk(), KakaoTalkCsv())
"""Ways in which chats are written down; several may lie in one folder."""

READERS: tuple[Reader, ...] = (
    *(TelegramJson(), TelegramHtml(), ChatExport(CHATS)),
    *(Wacz(), OfficeDocument()),
)
"""Exports: they are asked first, of files and of folders, those in archives included."""

CONTAINERS: tuple[Container, ...] = (
    *(Mhtml(), Mail(), SingleFile(), WarcFile()),
    *(ZipArchive(), SevenZip(), Tar(), PackedFile(), Pdf(), Compound()),
)
"""Files that hold others. The general ones (zip) come after those that are built on them."""
