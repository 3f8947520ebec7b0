"""The page "settings", in Korean."""

SETTINGS = {
    "step.settings": "설정",
    "settings.title": "설정",
    "settings.kept": (
        "바꾸면 바로 적용됩니다. 바꾼 설정은 이 컴퓨터의 작은 파일에 남습니다. 그 파일에는 "
        "사람이나 사건에 관한 내용이 없습니다: {path}"
    ),
    "settings.look": "화면 모양",
    "settings.language": "언어",
    "settings.language.en": "English (영어)",
    "settings.language.ko": "한국어",
    "settings.theme": "색",
    "settings.theme.system": "컴퓨터 설정과 같게",
    "settings.theme.light": "밝게",
    "settings.theme.dark": "어둡게",
    "settings.theme.contrast": "고대비",
    "settings.text_size": "글자 크기",
    "settings.text_size.100": "보통",
    "settings.text_size.125": "1.25배",
    "settings.text_size.150": "1.5배",
    "settings.text_size.175": "1.75배",
    "settings.text_size.200": "2배",
    "settings.locked": (
        "사건 파일이 잠겨 있습니다. 안전과 관련된 설정은 사건 파일을 다시 연 뒤에 바꿀 수 있습니다."
    ),
    "settings.safety": "안전",
    "settings.lock": "사건 파일 자동 잠금",
    "settings.lock.after": (
        "정한 시간 동안 키보드나 마우스를 쓰지 않거나, 컴퓨터가 절전 상태에 들어가거나, 화면이 "
        "잠기면 사건 파일을 잠급니다. 암호를 넣으면 다시 열리고 저장한 것은 그대로 "
        "있습니다. 내 얼굴 사진과 확인 결과는 지웁니다."
    ),
    "settings.lock.minutes.one": "1분",
    "settings.lock.minutes.many": "{count}분",
    "settings.capture": "화면 캡처 막기",
    "settings.capture.what": (
        "이 창이 화면 캡처, 녹화, 공유에 나오지 않습니다. 화면 앞에서 카메라로 찍는 것은 막지 "
        "못합니다."
    ),
    "settings.capture.impossible": (
        "이 시스템에서는 프로그램이 화면 캡처를 막을 수 없습니다. 계속하기 전에 화면을 녹화하거나 "
        "공유하는 프로그램을 닫아 주세요."
    ),
    "settings.reveal": "사진 전체를 볼 때",
    "settings.reveal.what": (
        "언제나 글이 먼저 나오고, 그다음에 얼굴만 보입니다. 사진 전체는 키나 버튼을 누르고 있는 "
        "동안에만 아래에서 고른 대로 보입니다."
    ),
    "settings.blur": "흐리게",
    "settings.grey": "흑백으로",
    "settings.packs": "비교 모델",
    "settings.packs.what": (
        "비교 모델은 얼굴을 비교하는 부분입니다. 하나는 프로그램에 들어 있습니다. 나에게 더 잘 "
        "맞는 모델이 따로 있을 수 있지만, 프로그램이 내려받지는 않습니다. 믿을 수 있는 컴퓨터에서 "
        "USB 메모리에 담아 오세요."
    ),
    "settings.packs.licence": (
        "다른 비교 모델을 쓰기 전에 이용 조건을 확인하세요. 대부분 비상업적 연구에만 쓸 수 "
        "있습니다."
    ),
    "settings.packs.reading": "비교 모델을 찾고 있습니다…",
    "settings.packs.drop": "비교 모델의 폴더, zip 파일, 모델 파일을 여기에 끌어다 놓으세요",
    "settings.packs.choose": "비교 모델 고르기(&C)",
    "settings.packs.choose.prompt": "비교 모델의 폴더, zip 파일, 모델 파일",
    "settings.packs.adding": "비교 모델을 시험해 보고 있습니다. 몇 초 걸립니다…",
    "settings.packs.use": "새 사건에서 쓸 비교 모델",
    "settings.packs.use.what": "이미 시작한 사건은 처음 쓴 비교 모델을 그대로 씁니다.",
    "settings.packs.unknown": (
        "이 프로그램이 아는 비교 모델이 들어 있지 않아 아무것도 추가하지 않았습니다. 만든 곳에서 "
        "받은 그대로 폴더, zip 파일, 모델 파일을 골라 주세요."
    ),
    "settings.packs.damaged": (
        "비교 모델의 파일이 손상되었거나 이름과 내용이 달라 아무것도 추가하지 않았습니다. 만든 "
        "곳에서 다시 받아 주세요: {pack}, {file}"
    ),
    "settings.pack.installed": "{name}: 쓸 수 있음",
    "settings.pack.missing": "{name}: 아직 없음, 추가할 수 있음",
    "settings.pack.licence": "이용 조건: {text}",
    "settings.pack.measured": "성능을 잰 자료: {text}",
    "settings.pack.well": "잘 구별하는 사람: {people}",
    "settings.pack.poor": "덜 정확하게 구별하는 사람: {people}",
    "settings.pack.well.open": "성능을 잰 사진 속의 다른 어른들",
    "settings.pack.well.better": (
        "공개된 자료에 따르면, 프로그램에 들어 있는 모델보다 동아시아인을 더 잘 구별함"
    ),
    "settings.pack.unmeasured": (
        "이 프로그램에서 아직 성능을 재어 보지 않았습니다. 누구를 잘 구별하고 누구를 잘 구별하지 "
        "못하는지, 우연히 닮은 사람이 얼마나 나올지 알 수 없습니다."
    ),
    "settings.forget": "설정 지우기",
    "settings.forget.what": (
        "언어 말고는 이 화면의 모든 것이 처음으로 돌아가고 작은 파일도 지워집니다. 사건 파일과 "
        "추가한 비교 모델은 그대로 있습니다."
    ),
    "settings.forget.do": "설정 지우기(&F)",
    "settings.forget.done": "지웠습니다. 작은 파일도 이제 없습니다.",
}
