"""Scan: looking for faces, model packs, and why an item could not be checked, in Korean."""

TEXTS = {
    "protection.weaker": (
        "이 컴퓨터에서는 보호가 약합니다. 해로운 파일이 파일을 여는 부분을 장악하면 다음과 같은 "
        "일이 생길 수 있습니다: {walls}."
    ),
    "wall.files": "이 컴퓨터의 파일을 읽음",
    "wall.network": "네트워크에 연결함",
    "wall.processes": "다른 프로그램을 실행함",
    "wall.memory": "메모리를 모두 써 버림",
    # before a pack is used
    "pack.before": "얼굴 비교에 쓰는 비교 모델: {pack}. 사용 조건: {text}.",
    "pack.instead": (
        "고른 비교 모델이 이제 이 컴퓨터에 없어서({pack}) 기본 모델을 대신 씁니다. 고른 모델을 "
        "쓰려면 설정에서 다시 추가해 주세요."
    ),
    "pack.gone": (
        "이 보관함은 다른 비교 모델로 검사하기 시작했는데, 그 모델이 이제 이 컴퓨터에 없습니다: "
        "{pack}. 설정에서 다시 추가해 주세요. 기본 모델로 계속할 수도 있습니다. 그러면 모든 파일을 "
        "다시 검사하므로 시간이 걸립니다. 지금까지 판단한 것은 그대로 남습니다."
    ),
    "pack.gone_copy": (
        "이 확인용 사본을 만들 때 쓴 비교 모델이 이 컴퓨터에 없습니다: {pack}. 설정에서 추가해 "
        "주세요. 또는 사본을 준 사람에게, 기본 모델로 다시 검사해서 확인용 사본을 새로 만들어 "
        "달라고 하세요."
    ),
    "pack.incomplete": (
        "기본 비교 모델의 파일이 빠져 있어 얼굴을 검사할 수 없습니다. 프로그램을 다시 설치해 "
        "주세요. 보관함에 있는 것은 그대로입니다."
    ),
    # what was looked at in another way than now
    "otherwise.what": (
        "이 보관함의 일부를 검사한 뒤에 얼굴을 측정하는 방식이 바뀌었습니다. 해당하는 파일: "
        "{count}개."
    ),
    "otherwise.compared": (
        "다시 검사할 때까지는 두 방식의 공통된 부분만 비교하므로 더 놓칠 수 있습니다."
    ),
    "otherwise.apart": "다른 비교 모델로 검사해서 전혀 비교할 수 없는 파일: {count}개.",
    "otherwise.how": (
        "있던 곳의 파일이나 보관함에 있는 원본 파일로 다시 검사할 수 있습니다. 시간이 걸리지만 "
        "멈췄다가 계속할 수 있습니다. 이제 없는 파일은 전에 찾은 결과가 그대로 남고, 지금까지 "
        "판단한 것도 사라지지 않습니다."
    ),
    "otherwise.copy": (
        "다시 검사하는 것은 원래 보관함에서만 됩니다. 이 사본을 준 사람에게 다시 검사해서 확인용 "
        "사본을 새로 만들어 달라고 하세요."
    ),
    "otherwise.made_with": "이 확인용 사본을 만들 때 쓴 비교 모델: {packs}",
    "otherwise.again": "다시 검사하기(&G)",
    "pack.settings": "설정 열기",
    "pack.built_in": "기본 모델로 계속하기",
    "otherwise.add": "지금과 다른 방식으로 검사한 파일: {count}개. 다시 검사하기: geoul scan CASE",
    # scan
    "scan.again": "그중 다시 검사함:      {count}",
    "scan.kept": "다시 검사하지 못해 전에 찾은 것을 그대로 둔 파일: {count}개",
    "scan.apart": (
        "아직 비교할 수 없는 파일: {count}개. 다른 비교 모델로 검사한 것인데 지금은 파일을 읽을 수 "
        "없습니다. 파일을 원래 있던 곳에 되돌려 놓고 다시 검사하세요."
    ),
    "scan.nothing": "더 검사할 파일이 없습니다.",
    "scan.next": "이제 확인하기: geoul check {case} --me PHOTO --attest self",
    # models
    "models.heading": "비교 모델",
    "models.installed": "{name} (설치됨)",
    "models.missing": "{name} (설치되지 않음)",
    "models.licence": "  이용 조건:          {text}",
    "models.files": "  필요한 파일:        {files}",
    "models.measured": "  성능을 측정한 자료: {text}",
    "models.poor": "  덜 정확하게 비교:   {people}",
    "licence.research": "비상업적 연구용으로만 (만든 곳에서 다른 이용을 허락하지 않음)",
    "models.uncalibrated": "  성능 측정 전:       우연히 닮은 사람이 얼마나 나올지 알 수 없음",
    "models.how": "폴더, zip 파일, 모델 파일로 비교 모델 추가하기: geoul models add PATH",
    "models.added": "비교 모델을 추가했습니다: {name}",
    "models.unknown_files": (
        "이 프로그램이 아는 파일과 달라서 믿고 써도 되는지 알 수 없습니다: {files}"
    ),
    # whom the pack tells apart poorly
    "pack.used": "비교 모델: {pack}",
    "pack.poor": (
        "이 비교 모델이 덜 정확하게 비교하는 사람: {people}. 놓치는 얼굴이 더 많고 닮은 다른 "
        "사람도 더 많이 나오니, 결과를 조심해서 보세요."
    ),
    "pack.lacks.missing": (
        "기본 비교 모델의 일부가 설치되어 있지 않아 그 부분 없이 비교합니다: {file}. {worse} "
        "프로그램 폴더에서 설치하기: {line}"
    ),
    "pack.lacks.damaged": (
        "기본 비교 모델의 일부가 원래 파일과 다릅니다. 손상되었거나 바뀌었을 수 있어 그 부분 없이 "
        "비교합니다: {file}. {worse} 프로그램 폴더에서 다시 설치하기: {line}"
    ),
    "pack.needs.missing": (
        "기본 비교 모델의 일부가 설치되어 있지 않습니다: {file}. 프로그램 폴더에서 설치하기: {line}"
    ),
    "pack.needs.damaged": (
        "기본 비교 모델의 일부가 원래 파일과 다릅니다. 손상되었거나 바뀌었을 수 있어 쓰지 "
        "않습니다: {file}. 프로그램 폴더에서 다시 설치하기: {line}"
    ),
    "pack.without.sface": (
        "이렇게 하면 동아시아인, 특히 동아시아 여성의 얼굴을 더 많이 놓치고, 닮은 다른 사람도 더 "
        "많이 나옵니다."
    ),
    "pack.without.yunet": "파일을 검사하는 데 시간이 더 걸립니다.",
    "pack.without.centerface": "얼굴을 찾고 비교하는 정확도가 떨어집니다.",
    "pack.without.dlib": "이렇게 하면 다른 사진에 합성된 얼굴을 더 많이 놓칩니다.",
    "pack.uncalibrated": (
        "비교 모델의 이 버전은 성능을 측정한 적이 없습니다. 우연히 닮은 사람의 수는 이 보관함만 "
        "보고 추정한 것이니, 결과를 조심해서 보세요."
    ),
    "measured.open": (
        "유명인 1,046명의 사진 2,615장(대부분 LFW, 젊은 동아시아인 160명 포함), 다른 사람 "
        "1,119명의 사진(UTKFace, SCUT-FBP5500), 합성 사진 70장"
    ),
    "people.east-asian": "동아시아인",
    "people.east-asian-women": "특히 동아시아 여성",
    "people.young-east-asian-women": (
        "서로 비슷한 젊은 동아시아 여성(화장하거나 보정한 사진, 같은 조명의 스튜디오 사진)"
    ),
    "pack.add": (
        "지금은 이 비교 모델만 있습니다. 이대로 진행해도 되며, 성능이 더 좋은 모델을 추가하면 "
        "도움이 됩니다. 믿을 수 있는 컴퓨터에서 {packs} 파일을 받은 뒤 다음과 같이 추가하세요: "
        "geoul models add PATH (목록: geoul models)"
    ),
}

ERRORS = {
    # face
    "FaceError": "파일의 내용을 검사할 수 없었습니다.",
    "UnreadableMediaError": "이 파일은 확인하지 못했습니다: {why}",
    "ModelError": "비교 모델을 쓸 수 없습니다: {pack}. 다시 추가해 주세요.",
    "ModelMissingError": (
        "비교 모델 {pack}의 파일이 없습니다: {file}. 이 파일이 없으면 얼굴을 찾거나 비교할 수 "
        "없습니다. 프로그램을 다시 설치하거나, 따로 추가한 모델이면 다시 추가해 주세요."
    ),
    "ModelDamagedError": (
        "비교 모델 {pack}의 파일이 원래 것과 다릅니다: {file}. 손상되었거나 바뀌었을 수 있어 쓰지 "
        "않았습니다. 프로그램을 다시 설치하거나, 따로 추가한 모델이면 받은 곳에서 다시 받아 추가해 "
        "주세요."
    ),
    "UnknownPackError": "이 프로그램이 아는 비교 모델이 아니어서 쓰지 않았습니다: {pack}",
    "PackMismatchError": (
        "서로 다른 비교 모델로 검사한 얼굴이라 비교할 수 없습니다(필요한 모델: {wanted}, 쓰인 "
        "모델: {found}). 같은 모델로 다시 검사하세요."
    ),
    "PackOfCaseMissingError": (
        "이 보관함을 검사한 비교 모델이 이 컴퓨터에 없습니다: {pack}. 바뀐 것은 없습니다."
    ),
    "PackOfCopyMissingError": (
        "이 확인용 사본을 만들 때 쓴 비교 모델이 이 컴퓨터에 없습니다: {pack}. 그 모델을 추가해 "
        "주세요. 또는 사본을 준 사람에게, 기본 모델로 다시 검사해서 확인용 사본을 새로 만들어 "
        "달라고 하세요."
    ),
    "WorkerStartError": (
        "파일을 안전하게 여는 부분이 시작되지 않았습니다({detail}). 사라진 것은 없습니다. 다른 "
        "프로그램을 닫고 다시 해 보세요. 계속 안 되면 프로그램을 다시 설치해 주세요."
    ),
    "SandboxMissingError": (
        "이 시스템에서는 해로운 파일로부터 프로그램을 보호할 수 없어({detail}) 파일을 하나도 열지 "
        "않았습니다. 시스템을 업데이트하고(리눅스: libseccomp2 패키지) 프로그램을 root가 아닌 일반 "
        "사용자로 실행해서 다시 해 보세요."
    ),
    "WeakerProtectionError": (
        "이 컴퓨터에서는 보호가 약해서 아무것도 열지 않았습니다. 해로운 파일이 파일을 여는 부분을 "
        "장악하면 다음과 같은 일이 생길 수 있습니다: {walls}. 시스템과 프로그램을 업데이트한 뒤 "
        "다시 해 보세요. 그래도 계속하려면 설정의 '안전'에서 허용해 주세요."
    ),
    "BrokenProtocolError": (
        "파일을 여는 부분이 올바르지 않은 값을 내놓았습니다. 그 전에 저장한 것은 그대로 있으니 "
        "다시 해 보세요."
    ),
}

REASONS = {
    "not-media": "사진이나 동영상이 아니거나, 읽을 수 없는 형식입니다.",
    "picture-format": (
        "읽을 수 없는 형식의 사진입니다. 이 사진이 열리는 프로그램에서 JPEG나 PNG로 저장한 뒤 "
        "추가해 주세요."
    ),
    "other-format": (
        "문서나 프로그램처럼 다른 종류의 파일이라 읽지 않았습니다. 안에 사진이나 동영상이 있으면 "
        "따로 저장해 추가해 주세요."
    ),
    "empty": "비어 있습니다(0바이트). 받은 곳에서 다시 받아 보세요.",
    "damaged": "손상되어 있습니다. 받은 곳에서 다시 받아 보세요.",
    "truncated": "중간에서 끊겨 있습니다. 받은 곳에서 다시 받아 보세요.",
    "too-large": "안전하게 검사하기에는 너무 크거나 담긴 것이 너무 많습니다.",
    "too-long": "끝까지 검사하기에는 너무 깁니다.",
    "more-inside": "안에 다른 사진이나 동영상이 더 있는데, 모두 검사하지는 못했습니다.",
    "no-video": "이 동영상에는 소리나 다른 데이터만 있고 영상이 없습니다.",
    "encrypted": "비밀번호로 잠겨 있습니다.",
    "unreadable-file": "이 파일을 읽을 권한이 없습니다. 권한을 확인하고 다시 넣어 주세요.",
    "changed": "넣은 뒤에 파일이 바뀌었습니다. 다시 넣어 주세요.",
    "gone": "원래 있던 곳에 없습니다. 제자리에 돌려놓거나 다시 넣어 주세요.",
    "decoder-died": "여는 도중 문제가 생겨 멈췄습니다. 손상되었거나 해로운 파일일 수 있습니다.",
    "decoder-timeout": "여는 데 너무 오래 걸려 멈췄습니다.",
    "decoder-memory": "여는 데 메모리가 너무 많이 들어 멈췄습니다.",
    "decoder-lied": "여는 과정에서 올바르지 않은 값이 나와 쓰지 않았습니다.",
    "unexpected-error": "읽는 중에 예상하지 못한 문제가 생겼습니다",
    "unknown-packing": (
        "이 프로그램이 풀 수 없는 방식으로 압축되었거나 잠겨 있습니다. 압축한 프로그램으로 풀어서 "
        "안에 있던 것을 넣어 주세요."
    ),
    "one-of-several": (
        "여러 개로 나뉜 압축 파일의 한 조각인데, 빠지거나 손상된 조각이 있습니다. 조각을 모두 한 "
        "폴더에 모아 그 폴더를 넣어 주세요."
    ),
    "part-missing": (
        "압축 파일인데, 압축 파일을 여는 부분(7-Zip)이 설치되어 있지 않습니다. 이렇게 설치해 "
        "주세요: .venv/bin/python -m pip install --force-reinstall --require-hashes --no-deps -r "
        "requirements-files.lock"
    ),
    "other-pack": "다른 비교 모델로 검사한 파일입니다.",
    "locked": (
        "비밀번호를 모르는 압축 파일 안에 있습니다. 압축 파일을 다시 넣고 비밀번호를 알려 주세요."
    ),
    "too-deep": (
        "압축 파일 안에 압축 파일이 너무 여러 겹 들어 있습니다. 바깥쪽을 풀어서 다시 넣어 주세요."
    ),
    "not-in-export": (
        "대화를 내보낼 때 빠졌습니다. 이런 종류의 파일을 포함하고 크기 제한 없이 다시 내보내 "
        "주세요."
    ),
    "over-export-limit": (
        "대화를 내보낼 때 정한 크기보다 큽니다. 크기 제한을 높여 다시 내보내 주세요."
    ),
    "unavailable": "대화를 내보낼 때 불러오지 못한 파일입니다. 대화를 다시 내보내 보세요.",
    "not-understood": (
        "이 대화에는 알 수 없는 형식의 줄이 있어 사진과 동영상이 빠졌을 수 있습니다. 직접 읽어 "
        "보고, 대화에 나오는 사진과 동영상을 추가해 주세요."
    ),
    "link-only": "파일은 없고 링크만 있습니다.",
    # not of the face package: what the app itself finds
    "pending": "아직 검사하지 않았습니다.",
    "missing": "그런 이름의 파일이나 폴더가 없습니다.",
    "link": (
        "링크(바로 가기)는 따라가지 않습니다. 링크가 가리키는 파일이나 폴더를 직접 넣어 주세요."
    ),
    "special-file": "파일도 폴더도 아닙니다.",
    "not-of-a-message": "메시지가 아니라 대화를 내보낸 계정에 관한 것이어서 넣지 않았습니다.",
    "system-file": "운영체제가 남긴 파일이며, 담긴 내용이 없습니다.",
    "the-case": "지금 쓰는 보관함입니다.",
    "folder-unreadable": "이 폴더를 열 권한이 없습니다.",
}
