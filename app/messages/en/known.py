"""What is known of an item where a reader wrote a code, in English."""

KNOWN = {
    # beside what else is told: app.intake.note_flags
    "mark.link-reconstructed": (
        "The link was put together from the ids of the room and the message; nobody has opened it."
    ),
    "mark.time-assumed": (
        "The time was written without a time zone; that of Korea or of this computer was assumed."
    ),
    "mark.thumbnail": (
        "This is only the small preview; the file itself is not in the export of the chat."
    ),
    "mark.claimed": (
        "Address, time and sender are as the file itself says; nobody has checked them."
    ),
    # platforms
    "platform.telegram": "Telegram",
    "platform.discord": "Discord",
    "platform.kakaotalk": "KakaoTalk",
    "platform.whatsapp": "WhatsApp",
    "platform.email": "e-mail",
    "platform.web": "web page",
    # rooms of Telegram, then of Discord
    "room_type.saved_messages": "saved messages",
    "room_type.personal_chat": "chat of two",
    "room_type.bot_chat": "chat with a bot",
    "room_type.private_group": "private group",
    "room_type.private_supergroup": "private group (supergroup)",
    "room_type.public_supergroup": "public group (supergroup)",
    "room_type.private_channel": "private channel",
    "room_type.public_channel": "public channel",
    "room_type.DirectTextChat": "chat of two",
    "room_type.DirectGroupTextChat": "private group",
    "room_type.GuildTextChat": "channel of a server",
    # how an item was made
    "operation.made-from-photo": "made from an own photo",
    "operation.screen-capture": "screen capture",
    "operation.screen-capture-covered": "screen capture, covered",
}
