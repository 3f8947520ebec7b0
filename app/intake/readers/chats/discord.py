"""Discord chats as JSON of DiscordChatExporter; their media are beside it or on the web."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.intake.note_flags import NoteFlag
from app.intake.readers.chats.message import Attachment, Message
from app.intake.readers.core.json_text import JsonText
from app.intake.readers.core.places import File
from app.intake.readers.web.page import file_name_in_url, percent_decoded, seconds_of
from app.sandbox.reader_limits import MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.types import Reason

PLATFORM = "discord"
NO_GUILD = ("", "0")
"""The ids of the guild in direct messages."""
SITE = "https://discord.com/channels"
_HEAD = re.compile(rb'\s*\{\s*"guild"\s*:\s*\{.*"channel"\s*:\s*\{', re.DOTALL)
_ON_THE_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
Json = Mapping[str, Any]


class Discord:
    """Reads the JSON of DiscordChatExporter."""

    def accepts(self, file: File) -> bool:
        """Return whether the first keys are those of such an export."""
        return _HEAD.match(file.head().removeprefix(b"\xef\xbb\xbf")) is not None

    def messages(self, file: File) -> Iterator[Message]:
        """Yield the messages with media."""
        head: dict[str, Json] = {}
        with file.open() as stream:
            text = JsonText(stream)
            for key in text.keys():  # noqa: SIM118 - not a dictionary
                if key == "messages" and text.comes("["):
                    yield from _messages(text, head)
                elif key in ("guild", "channel"):
                    head[key] = _object(text.value())
                else:
                    text.skip()


def _messages(text: JsonText, head: Mapping[str, Json]) -> Iterator[Message]:
    for number in text.elements():
        if number >= MAX_MESSAGES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
        told = _object(text.value())
        attachments = tuple(_attachments(told))
        if attachments:
            yield _message(told, attachments, head)


def _message(told: Json, attachments: tuple[Attachment, ...], head: Mapping[str, Json]) -> Message:
    guild, channel = head.get("guild", {}), head.get("channel", {})
    author = _object(told.get("author"))
    room, message = _text(channel.get("id")), _text(told.get("id"))
    home = _text(guild.get("id"))
    link = f"{SITE}/{'@me' if home in NO_GUILD else home}/{room}"
    return Message(
        key=(PLATFORM, room, message),
        attachments=attachments,
        fields={
            "platform": PLATFORM,
            "room_title": " / ".join(
                _text(each["name"]) for each in (guild, channel) if "name" in each
            ),
            "room_type": _text(channel.get("type")),
            "room_id": room,
            "room_link": link,
            "message_id": message,
            "message_time_unix": seconds_of(_text(told.get("timestamp"))),
            "sender_display": _text(author.get("nickname")) or _text(author.get("name")),
            "sender_username": _user_name(author),
            "sender_id": _text(author.get("id")),
            "url": f"{link}/{message}",
            "post_title": _text(told.get("content")),
        },
        marks=frozenset((NoteFlag.LINK_RECONSTRUCTED,)),
    )


def _attachments(told: Json) -> Iterator[Attachment]:
    """Yield the attachments, those of a forwarded message, and the previews of links."""
    for each in _objects(told.get("attachments")):
        yield _attachment(_text(each.get("url")), _text(each.get("fileName")))
    for embed in _objects(told.get("embeds")):
        yield from _shown(embed)
    for sticker in _objects(told.get("stickers")):
        if not _ON_THE_WEB.match(_text(sticker.get("sourceUrl"))):
            yield _attachment(_text(sticker.get("sourceUrl")), _text(sticker.get("name")))
    forwarded = _object(told.get("forwardedMessage"))
    if forwarded:
        yield from _attachments({**forwarded, "forwardedMessage": None})


def _shown(embed: Json) -> Iterator[Attachment]:
    """Yield the pictures and videos of a preview; a thumbnail only where it was saved."""
    pictures = [_object(embed.get(name)) for name in ("image", "video")]
    pictures += [each for each in _objects(embed.get("images")) if each not in pictures]
    thumbnail = _object(embed.get("thumbnail"))
    if thumbnail and not _ON_THE_WEB.match(_text(thumbnail.get("url"))):
        pictures.append(thumbnail)
    for each in pictures:
        if _text(each.get("url")):
            yield _attachment(_text(each.get("url")), "")


def _attachment(url: str, name: str) -> Attachment:
    if _ON_THE_WEB.match(url):
        return Attachment((), name or file_name_in_url(url), url)
    path = url.replace("\\", "/")
    return Attachment(
        (path, percent_decoded(path)) if path else (), name or path.rpartition("/")[2]
    )


def _user_name(author: Json) -> str:
    name, number = _text(author.get("name")), _text(author.get("discriminator"))
    return f"{name}#{number}" if number.strip("0") else name


def _objects(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**64:
        return str(value)
    return value if isinstance(value, str) else ""
