"""What the window says around its pages, in Korean."""

WINDOW = {
    "window.title": "거울",
    "window.leave": "바로 나가기(&L)",
    "window.leave_keys": "바로 나가려면 Shift를 세 번 누르세요.",
    "window.steps": "다른 화면으로",
    "window.dismiss": "확인",
    "who": "지금 이 컴퓨터를 쓰는 사람",
    "who.none": "밝히지 않음",
    "who.why": "이제부터 하는 일마다 관리 기록에 함께 적힙니다.",
    "language.en": "English (영어)",
    "language.ko": "한국어",
}
