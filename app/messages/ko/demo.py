"""The demo, in Korean."""

TEXTS = {
    "demo.what": (
        "예시 사진으로 보관함을 하나 만듭니다. 그중 몇 장에는 한 여성(누구나 쓸 수 있게 공개된\n"
        "인물 사진)을 흔히 쓰이는 여러 방식으로 바꾸어 넣었습니다. 그런 다음 내 얼굴을 확인하듯\n"
        "그 얼굴을 확인합니다."
    ),
    "demo.line": "{name} {how} {found}{mark}",
    "demo.how.mirrored": "그 사람, 좌우를 뒤집음",
    "demo.how.turned_90": "그 사람, 옆으로 눕힘",
    "demo.how.turned_180": "그 사람, 위아래를 뒤집음",
    "demo.how.small": "그 사람, 줄임 (얼굴 폭 33픽셀)",
    "demo.how.grey": "그 사람, 흑백",
    "demo.how.filter": "그 사람, 색 필터",
    "demo.how.recompressed": "그 사람, 다시 압축 (JPEG 30)",
    "demo.how.pasted": "그 사람, 여섯 명 사진에 붙여 넣음",
    "demo.how.composite": "다른 사람 머리에 합성한 그 얼굴",
    "demo.how.video": "그 사람, 동영상 0:02-0:04",
    "demo.how.without": "다른 사람들",
    "demo.how.no_person": "사람 없음",
    "demo.how.damaged": "손상된 사진",
    "demo.how.not_media": "사진 이름이 붙은 글",
    "demo.found.strong": "많이 비슷함",
    "demo.found.some": "조금 비슷함",
    "demo.found.none": "비슷한 얼굴 없음",
    "demo.wrong": "   <- 넣은 것과 다름",
    "demo.left_out": (
        "다른 사람이 나오는 예시 {count}개는 뺐습니다. 그 사진은 설치 프로그램에 담아 배포할 수 "
        "없습니다."
    ),
    "demo.right": (
        "넣은 것을 모두 찾았고, 다른 사람이 '많이 비슷함'으로 나오지 않았으며, 확인하지 못한 것도 "
        "알렸습니다."
    ),
    "demo.not_right": "결과가 넣은 것과 다릅니다. 위의 줄을 확인하세요.",
    "demo.seconds": "걸린 시간: {steps}",
    "demo.step_seconds": "{step} {seconds}초",
    "demo.step.pictures": "사진 만들기",
    "demo.step.case": "보관함 만들기",
    "demo.step.add": "파일 넣기",
    "demo.step.look": "얼굴 찾기",
    "demo.step.check": "확인하기",
    "demo.kept": ("보관함과 사진을 남겨 둔 곳: {folder}\n보관함(sample-case)의 암호: {passphrase}"),
    "demo.gone": "예시 보관함과 사진은 다시 지웠습니다.",
}

ERRORS = {
    "PictureMissingError": (
        "시연에 필요한 사진이 설치되어 있지 않습니다: {name}. 프로그램을 다시 설치해 주세요."
    ),
    "FolderExistsError": "이 폴더는 이미 있습니다: {path}. 다른 이름을 골라 주세요.",
}
