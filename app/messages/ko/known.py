"""What is known of an item where a reader wrote a code, in Korean."""

KNOWN = {
    # beside what else is told: app.intake.note_flags
    "mark.link-reconstructed": (
        "링크는 대화방 ID와 메시지 번호로 만든 것이며, 열어서 확인한 링크가 아닙니다."
    ),
    "mark.time-assumed": (
        "시각에 시간대가 적혀 있지 않아, 한국이나 이 컴퓨터의 시간대로 보고 계산했습니다."
    ),
    "mark.thumbnail": "작은 미리보기일 뿐입니다. 내보낸 대화에는 이 파일의 원본이 없습니다.",
    "mark.claimed": "주소, 시각, 보낸 사람은 파일에 적힌 그대로이며, 맞는지 확인하지 않았습니다.",
    # platforms
    "platform.telegram": "텔레그램(Telegram)",
    "platform.discord": "디스코드(Discord)",
    "platform.kakaotalk": "카카오톡",
    "platform.whatsapp": "왓츠앱(WhatsApp)",
    "platform.email": "이메일",
    "platform.web": "웹페이지",
    # rooms of Telegram, then of Discord
    "room_type.saved_messages": "저장한 메시지",
    "room_type.personal_chat": "1:1 대화",
    "room_type.bot_chat": "봇과의 대화",
    "room_type.private_group": "비공개 그룹",
    "room_type.private_supergroup": "비공개 그룹(슈퍼그룹)",
    "room_type.public_supergroup": "공개 그룹(슈퍼그룹)",
    "room_type.private_channel": "비공개 채널",
    "room_type.public_channel": "공개 채널",
    "room_type.DirectTextChat": "1:1 대화",
    "room_type.DirectGroupTextChat": "비공개 그룹",
    "room_type.GuildTextChat": "서버의 채널",
    # how an item was made
    "operation.made-from-photo": "본인 사진으로 만듦",
    "operation.screen-capture": "화면 캡처",
    "operation.screen-capture-covered": "가린 화면 캡처",
}
