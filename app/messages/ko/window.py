"""What the window says, in Korean."""

WINDOW = {
    "window.title": "거울",
    "window.does": (
        "거울은 신고된 자료에 내 얼굴이 들어 있는지 스스로 확인하도록 돕습니다. "
        "이 컴퓨터 안에서만 작동하며, 아무것도 보내거나 받아 오지 않습니다."
    ),
    "window.does_not": (
        "인터넷을 검색하지 않고, 누구인지 말하지 않으며, 대신 판단하지 않습니다. "
        "나타난 얼굴은 단서일 뿐이며, 보고 판단하는 사람은 나 자신입니다."
    ),
    "window.command_line": (
        "이 버전에서는 모든 일을 명령줄에서 합니다. 견본 사진으로 보려면 geoul demo, "
        "시작하려면 geoul --help 를 입력하세요."
    ),
    "window.leave": "나가기(&L)",
    "window.leave_means": (
        "'나가기'를 누르면 이 창이 바로 닫힙니다. 고른 파일은 원래 자리에 그대로 있습니다."
    ),
}
