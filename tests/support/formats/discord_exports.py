"""Exports of Discord channels, made as DiscordChatExporter makes them."""

import json
from collections.abc import Mapping

AUTHOR = {"id": "9", "name": "yun", "discriminator": "0000", "nickname": "윤", "isBot": False}


def message(number: int, *urls: str, **more: object) -> dict[str, object]:
    """Make a message with an attachment at each of these addresses."""
    sent = [
        {"id": str(each), "url": url, "fileName": "a.jpg", "fileSizeBytes": 1}
        for each, url in enumerate(urls)
    ]
    return {
        "id": str(number),
        "type": "Default",
        "timestamp": "2024-08-01T21:00:00.123+09:00",
        "content": "보세요",
        "author": AUTHOR,
        "attachments": sent,
        "embeds": [],
        "stickers": [],
        **more,
    }


def export(*messages: Mapping[str, object], guild: str = "1") -> bytes:
    """Make the export of a channel with these messages."""
    told = {
        "guild": {"id": guild, "name": "모임", "iconUrl": "https://x/y.png"},
        "channel": {"id": "2", "type": "GuildTextChat", "category": "c", "name": "방"},
        "dateRange": {"after": None, "before": None},
        "exportedAt": "2024-08-02T00:00:00+00:00",
        "messages": messages,
        "messageCount": len(messages),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()
