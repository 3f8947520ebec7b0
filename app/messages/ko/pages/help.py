"""The page "help", in Korean."""

HELP = {
    "step.help": "도움말",
    "help.title": "도움말",
    "help.about_page": "언제든지 볼 수 있습니다. 사건 파일을 열지 않아도 됩니다.",
    "help.part.support": "도와주는 곳",
    "help.to.support": "도와주는 곳(&W)",
    "help.support.what": (
        "당신은 혼자가 아닙니다. 당신의 잘못이 아닙니다. 모두 무료로 도와줍니다. 번호가 바뀌었거나 "
        "연결되지 않으면 다른 곳 어디에든 물어보세요."
    ),
    "help.part.police": "경찰이 물어보는 것",
    "help.to.police": "경찰(&P)",
    "help.police.what": (
        "다 알고 있지 않아도 되고, 일부러 찾지 않아도 됩니다. 알아내려고 링크를 누르거나 대화방에 "
        "들어가지 마세요. 이미 아는 것만 적어 두세요."
    ),
    "help.police.shows_you": "본인이라는 것을 보여 주는 사진이나 내용",
    "help.police.post": "게시물의 제목과 링크, 플랫폼",
    "help.police.account": "올린 계정의 이름(닉네임)과 ID",
    "help.police.room": "대화방의 이름, ID, 링크",
    "help.police.message": "메시지 번호와 올라온 시각",
    "help.police.learned": "알게 된 경위 (예: 누가 알려 주었는지)",
    "help.police.source": "합성에 쓰인 원래 사진을 지금도 가지고 있는지",
    "help.police.first": "그 사진을 처음 올린 곳과, 볼 수 있었던 사람",
    "help.police.keywords": "검색에 쓸 수 있는 말",
    "help.police.keep": (
        "가지고 있는 것은 그대로 두세요. 고치거나 이름을 바꾸거나 다른 사람에게 보내지 마세요. "
        "누군가와 함께 가도 됩니다. 지원센터가 같이 가거나 신고를 도와줄 수도 있습니다."
    ),
    "help.part.traces": "이 컴퓨터에 남는 것",
    "help.to.traces": "남는 것(&T)",
    "help.traces.case": (
        "사건 파일: 암호화된 파일 하나가 직접 정한 곳에, 직접 지은 이름으로 남습니다. 암호 없이는 "
        "뜻 없는 데이터로만 보입니다."
    ),
    "help.traces.settings": "설정을 바꾸었다면, 설정이 담긴 작은 파일: {path}",
    "help.traces.cache": (
        "비교 모델을 다른 형식으로 바꾼 파일. 나에 관한 것은 없고 지워도 됩니다: {path}"
    ),
    "help.traces.packs": "추가한 비교 모델: {path}",
    "help.traces.yours": (
        "직접 만든 것: 확인용 사본, 증거 묶음과 함께 만든 문서, 해시값 목록, 인쇄한 복구 코드."
    ),
    "help.traces.nothing": (
        "그 밖에는 아무것도 남기지 않습니다. 최근 파일 목록, 복사본, 미리보기 사진, 로그 파일을 "
        "만들지 않고 인터넷도 쓰지 않습니다."
    ),
    "help.traces.files": (
        "골라 넣은 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그 파일을 바꾸거나 지우지 "
        "않습니다."
    ),
    "help.traces.system": (
        "프로그램이 막을 수 없는 것: 메모리가 부족하거나 컴퓨터가 최대 절전 모드에 들어갈 때 "
        "시스템이 메모리의 일부를 디스크에 썼을 수 있습니다. 이 프로그램을 열었다는 기록이 "
        "시스템에 남을 수도 있습니다. 지운 파일은 되살려지기도 합니다. 노트북을 덮어만 두지 말고 "
        "컴퓨터를 끄세요. 될 수 있으면 다른 사람이 쓰지 않는 컴퓨터를 쓰세요."
    ),
    "help.part.leaving": "바로 나가기가 하는 일과 하지 못하는 일",
    "help.to.leaving": "바로 나가기(&V)",
    "help.leaving.does": (
        "5초 안에 Shift를 세 번 누르거나 위쪽의 버튼을 누르면, 곧바로 창을 가리고 사건 파일을 닫고 "
        "프로그램을 끝냅니다. 그때까지 끝난 것은 저장되어 있습니다."
    ),
    "help.leaving.not.hide": (
        "이 컴퓨터에 프로그램이 있다는 사실이나 열었던 사실을 숨기지는 못합니다."
    ),
    "help.leaving.not.delete": "사건 파일이나 골라 넣은 파일을 지우지 않습니다.",
    "help.leaving.not.others": "다른 프로그램이나, 다른 곳에 열어 둔 것을 닫지 않습니다.",
    "help.leaving.not.watched": (
        "이 컴퓨터를 몰래 지켜보는 프로그램이나 방 안의 카메라는 막지 못합니다. 그런 것이 있는 것 "
        "같다면 믿을 수 있는 사람의 컴퓨터를 쓰세요."
    ),
    "help.part.keys": "키보드",
    "help.to.keys": "키보드(&K)",
    "help.key.leave": "Shift 세 번",
    "help.key.leave.does": "바로 나가기",
    "help.key.tab": "Tab 키, Shift + Tab",
    "help.key.tab.does": "다음 항목으로, 이전 항목으로",
    "help.key.press": "스페이스바나 Enter",
    "help.key.press.does": "테두리가 있는 것을 누르기",
    "help.key.arrows": "화살표 키",
    "help.key.arrows.does": "여럿 가운데 하나 고르기, 목록에서 움직이기",
    "help.key.page": "Page Up 키, Page Down 키",
    "help.key.page.does": "긴 화면을 위아래로 움직이기",
    "help.key.alt": "Alt + 밑줄 친 글자",
    "help.key.alt.does": "그 글자가 있는 버튼 누르기",
    "help.keys.review": "보고 판단할 때 쓰는 키는 그 화면에 적혀 있습니다.",
    "help.part.limits": "할 수 없는 것",
    "help.to.limits": "할 수 없는 것(&M)",
    "help.limits.none": (
        "비슷한 얼굴을 찾지 못해도 없다는 뜻은 아닙니다. 작거나, 어둡거나, 흐리거나, 가려졌거나, "
        "옆을 본 얼굴은 놓칠 수 있습니다. 프로그램으로 다른 사진에 합성한 얼굴은 원래 사진보다 "
        "본인과 덜 닮아 보일 때가 많으니, 합성 사진은 나오지 않았더라도 없다는 뜻이 아닙니다."
    ),
    "help.limits.others": (
        "비슷한 얼굴이 나와도 닮은 다른 사람일 수 있습니다. 단서일 뿐이고, 판단은 본인만 할 수 "
        "있습니다."
    ),
    "help.limits.people": (
        "프로그램에 들어 있는 비교 모델이 덜 정확하게 구별하는 사람: {people}. 이 경우 놓치는 "
        "얼굴도 더 많고 닮은 다른 사람도 더 많이 나옵니다. 어린이와 청소년의 얼굴로는 거의 시험해 "
        "보지 못했습니다. 모델마다 어떤지는 설정에 있습니다."
    ),
    "help.limits.content": (
        "이 사건에 넣은 것만 살펴봅니다. 인터넷을 검색하지 않으며, 다른 곳에 더 있는지는 알 수 "
        "없습니다."
    ),
    "help.limits.made": "사진을 누가 어떻게 만들었는지, 합성한 것인지는 말해 주지 않습니다.",
    "help.top": "맨 위로",
}
