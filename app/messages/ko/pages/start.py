"""The page "start", in Korean."""

START = {
    "step.start": "시작",
    "start.title": "거울",
    "start.no_hangul": (
        "이 컴퓨터에는 한글 글꼴이 없습니다. 글꼴(데비안: fonts-noto-cjk 또는 fonts-nanum)을 "
        "설치하고 프로그램을 다시 시작하거나, 아래에서 영어를 고르세요."
    ),
    "start.language": "언어",
    "start.leave": "먼저, 빨리 나가는 방법",
    "start.leave.how": (
        "Shift를 세 번 누르거나 위쪽의 단추를 누르세요. 창이 바로 사라지고, 사건이 닫힌 뒤 "
        "프로그램이 끝납니다."
    ),
    "start.leave.not": (
        "이 프로그램이 컴퓨터에 있다는 사실까지 감추지는 못합니다. 고른 파일은 있던 곳에 그대로 "
        "있고, 브라우저와 메신저에 남은 기록도 그대로입니다."
    ),
    "start.does": (
        "직접 넣은 사진과 동영상에서 내 얼굴을 찾아보고, 나와 닮은 얼굴이 어디에 있는지 알려 "
        "줍니다."
    ),
    "start.offline": "모든 일은 이 컴퓨터 안에서만 이루어집니다. 인터넷에는 연결하지 않습니다.",
    "start.does_not": (
        "인터넷을 뒤지거나 무언가를 지우지 않으며, 기계로 만든 사진인지 가려 주지도 않습니다."
    ),
    "start.decide": "본인이 맞는지는 스스로만 정합니다. 다른 누구에게도 알리지 않습니다.",
    "start.young": "19세 미만입니다(&U)",
    "start.young.ask": "19세 미만인가요? 말하지 않아도 되지만, 몇 가지가 달라집니다.",
    "start.young.fault": ("무슨 일이 있었든, 무엇을 보냈든, 당신은 아무 잘못이 없습니다."),
    "start.young.lines": (
        "D4U(02-735-8994)와 청소년 전화 117은 무료이고, 부모님 없이도 도와줍니다."
    ),
    "start.young.pictures": (
        "18세가 되기 전에 찍힌 사진이라면 세계 어디서나 Take It Down의 도움을 받을 수 있습니다."
    ),
    "start.young.kept": (
        "새로 만드는 사건에는 사진이나 동영상을 보관하지 않고 숫자와 링크, 시각만 보관합니다."
    ),
    "start.young.tell": (
        "믿을 수 있는 사람에게 이야기하면 도움이 됩니다. 꼭 부모님이 아니어도 됩니다. 누가 "
        "안전한지는 본인이 가장 잘 압니다."
    ),
    "start.make": "사건 만들기(&M)",
    "start.open": "사건 열기(&O)",
    "start.copy": "확인용 사본 열기(&C)",
    "start.which": "어느 파일이 사건인가요?",
    "start.which_copy": "받은 확인용 사본은 어느 파일인가요?",
    "start.is_open": "사건이 열려 있습니다.",
    "start.go_on": "계속하기(&G)",
    "start.close": "사건 닫기(&S)",
    "start.locked": "잠겼습니다. 계속하려면 암호를 다시 입력하세요. 잃은 것은 없습니다.",
    "start.passphrase": "암호(&P)",
    "start.code": "복구 코드: 글자와 숫자 네 개씩 14묶음(&R)",
    "start.open_it": "열기(&O)",
    "start.opening": "여는 중입니다. 짐작하기 어렵게 하려고 조금 걸립니다.",
    "start.lost": "암호를 잃어버렸습니다(&H)",
    "start.not_lost": "암호가 있습니다(&H)",
    "start.other": "다른 파일(&F)",
    "start.gone": (
        "파일을 더 이상 읽을 수 없습니다: {name}. 저장 장치에 있다면 다시 꽂고 해 보세요."
    ),
}
