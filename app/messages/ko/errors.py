"""What happened and what to do, in Korean."""

ERRORS = {
    # anything that nobody expected
    "Exception": "프로그램 안에서 문제가 생겼습니다. 그 전에 저장한 것은 그대로 있습니다.",
    "MemoryError": "컴퓨터의 메모리가 부족합니다. 다른 프로그램을 닫고 다시 해 보세요.",
    "OSError": "파일을 읽거나 쓰지 못했습니다. 저장 장치를 확인하고 다시 해 보세요.",
    # face
    "FaceError": "파일의 내용을 살펴볼 수 없었습니다.",
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
        "서로 다른 비교 모델로 살펴본 얼굴이라 비교할 수 없습니다(필요한 모델: {wanted}, 쓰인 "
        "모델: {found}). 같은 모델로 다시 살펴보세요."
    ),
    # app
    "AppError": "이 작업을 하지 못했습니다.",
    "NoTerminalError": (
        "암호가 필요한데 입력할 터미널이 없습니다. 첫 줄에 암호가 적힌 파일을 알려 주세요: "
        "{option} FILE"
    ),
    "NoTerminalForIdentityError": (
        "age 키를 가진 사람만 열 수 있게 잠근 증거 묶음인데 개인키를 입력할 터미널이 없습니다. "
        "개인키(AGE-SECRET-KEY-1...)가 든 파일을 알려 주세요: {option} FILE"
    ),
    "PassphrasesDifferError": "두 암호가 서로 다릅니다. 아무것도 하지 않았으니 다시 해 보세요.",
    "PassphraseEmptyError": "암호가 비어 있습니다. 아무것도 하지 않았으니 다시 해 보세요.",
    "PassphraseFileError": "이 파일은 암호나 복구 코드로 쓸 수 없습니다: {path}",
    "PassphraseFileMissingError": "암호나 복구 코드가 든 파일을 열 수 없습니다: {path}",
    "PassphraseFileEmptyError": (
        "이 파일의 첫 줄이 비어 있습니다. 첫 줄에 암호나 복구 코드를 적어 주세요: {path}"
    ),
    "PassphraseFileNotTextError": (
        "이 파일은 텍스트(UTF-8)가 아니어서 암호나 복구 코드로 쓰지 않았습니다: {path}"
    ),
    "OwnPhotosUnusableError": (
        "고른 사진으로는 확인할 수 없습니다. 밝은 곳에서 정면을 보고 혼자 나온 사진을 골라 다시 "
        "해 보세요."
    ),
    "OwnFaceNotChosenError": (
        "사진 속 얼굴 가운데 어느 얼굴이 본인인지 아직 알 수 없습니다. 내 사진 목록에 나온 번호를 "
        "붙여 다시 확인해 주세요."
    ),
    "PackOfCaseMissingError": (
        "이 사건을 살펴본 비교 모델이 이 컴퓨터에 없습니다: {pack}. 아무것도 하지 않았습니다."
    ),
    "PackOfCopyMissingError": (
        "이 확인용 사본을 만들 때 쓴 비교 모델이 이 컴퓨터에 없습니다: {pack}. 그 모델을 추가해 "
        "주세요. 또는 사본을 준 사람에게, 프로그램에 들어 있는 모델로 사건을 다시 살펴보고 "
        "확인용 사본을 새로 만들어 달라고 해 주세요."
    ),
    "CheckCopyNotScannableError": (
        "이것은 확인용 사본입니다. 살펴볼 파일이 들어 있지 않아 원래 사건에서만 다시 살펴볼 수 "
        "있습니다. 사건 파일을 가진 사람에게, 다시 살펴보고 확인용 사본을 새로 만들어 달라고 해 "
        "주세요."
    ),
    "LastBesideCaseError": (
        "사건 파일을 닫았지만 저장 공간이 가득 차서, 마지막에 저장한 것은 옆에 있는 다른 파일에 "
        "들어 있습니다: {path}. 잃은 것은 없습니다. 두 파일을 함께 두고, 공간을 비운 다음 사건 "
        "파일을 열었다가 다시 닫아 주세요."
    ),
    "SettingsError": "설정을 저장하지 못했습니다: {path}",
    "SettingsNotKeptError": (
        "고른 대로 바뀌었지만, 저장하지 못해 프로그램을 나가면 남지 않습니다. 디스크가 가득 찼거나 "
        "그곳에 쓸 권한이 없을 수 있습니다: {path}"
    ),
    "SettingsNotRemovedError": (
        "나갈 때까지는 모두 처음 설정대로이지만, 설정이 담긴 작은 파일은 지우지 못했습니다. 직접 "
        "지워 주세요: {path}"
    ),
    "FileMissingError": "그런 이름의 파일이나 폴더가 없습니다: {path}",
    "WorkerStartError": (
        "파일을 안전하게 여는 부분이 시작되지 않았습니다({detail}). 사라진 것은 없습니다. 다른 "
        "프로그램을 닫고 다시 해 보세요. 계속 안 되면 프로그램을 다시 설치해 주세요."
    ),
    "SandboxMissingError": (
        "이 시스템에서는 해로운 파일로부터 프로그램을 보호할 수 없어({detail}) 파일을 하나도 열지 "
        "않았습니다. 시스템을 업데이트하고(리눅스: libseccomp2 패키지) 다시 해 보세요."
    ),
    "BrokenProtocolError": (
        "파일을 여는 부분이 올바르지 않은 값을 내놓았습니다. 그 전에 저장한 것은 그대로 있으니 "
        "다시 해 보세요."
    ),
    # storage
    "StorageError": "사건 파일을 쓸 수 없었습니다: {path}",
    "EmptyPassphraseError": "암호가 비어 있습니다. 아무것도 하지 않았으니 다시 해 보세요.",
    "RecoveryCodeError": (
        "복구 코드가 올바르지 않습니다. 적어 둔 것과 한 글자씩 비교해 보세요. 바뀐 것은 없습니다."
    ),
    "WrongPassphraseError": (
        "이 암호로는 이 파일이 열리지 않습니다. 암호가 맞는지, 파일이 맞는지 확인해 보세요: {path}"
    ),
    "WrongRecoveryCodeError": (
        "이 복구 코드로는 이 파일이 열리지 않습니다. 다른 사건의 코드이거나 암호를 바꾸기 전의 "
        "코드일 수 있습니다: {path}"
    ),
    "LinkLoopError": (
        "이 링크는 자기 자신으로 되돌아와 그 끝에 파일이 없습니다: {path}. 사건 파일의 경로를 직접 "
        "적어 주세요."
    ),
    "CaseMissingError": "사건 파일이 없거나, 사건 파일을 만들 폴더가 없습니다: {path}",
    "CaseExistsError": (
        "같은 이름의 파일이 이미 있어 그대로 두었습니다: {path}. 다른 이름을 골라 주세요."
    ),
    "CaseInUseError": (
        "이 사건 파일은 다른 창이나 프로그램에서 열려 있습니다: {path}. 그곳에서 닫고 다시 해 "
        "보세요."
    ),
    "CaseReadOnlyError": "이곳에 쓸 권한이 없습니다: {path}. 사건 파일을 내 폴더로 옮겨 주세요.",
    "CaseDamagedError": (
        "사건 파일의 일부가 손상되었습니다: {path}. 이 파일은 그대로 두고 복사본으로 작업하세요. "
        "전에 복사해 둔 파일이 있는지도 찾아보세요."
    ),
    "CaseTooNewError": (
        "더 새로운 버전의 거울(Geoul)로 만든 사건 파일입니다: {path}. 그 버전으로 열어 주세요."
    ),
    "CaseClosedError": "사건 파일이 닫혀 있습니다. 연 다음 다시 해 보세요.",
    "DiskFullError": (
        "저장 공간이 가득 찼습니다. 그 전에 저장한 것은 안전합니다. 공간을 비우고 다시 해 보세요."
    ),
    "DiskFailedError": (
        "저장 장치에 쓰거나 읽지 못했습니다. 장치가 빠졌거나 고장 났을 수 있습니다. 확인한 뒤 다시 "
        "해 보세요: {path}"
    ),
    "CaseInternalError": (
        "사건 파일을 쓰다가 프로그램 안에서 문제가 생겼습니다({code}). 그 전에 저장한 것은 "
        "그대로 있습니다."
    ),
    "ItemMissingError": "이 사건에는 {item}번 파일이 없습니다.",
    "FaceMissingError": "파일 {item}번에는 {face}번 얼굴이 없습니다.",
    "ContentChangedError": "읽는 동안 파일이 바뀌어 넣지 않았습니다. 다시 넣어 주세요.",
    "WrongModeError": "이 사건은 원본을 보관하지 않아 꺼낼 것이 없습니다.",
    "CheckCopyError": (
        "이것은 확인용 사본입니다. 사본에는 파일을 넣을 수 없고, 사본에서 파일을 꺼내거나 다시 "
        "사본을 만들 수도 없습니다. 원래 사건 파일을 쓰세요."
    ),
    "WindowMissingError": (
        "창을 열 수 없습니다. 필요한 시스템 구성 요소가 없습니다({part}). 창 없이도 명령으로 쓸 수 "
        "있습니다: geoul --help"
    ),
    "NothingToRevealError": (
        "이것은 확인용 사본이라 사진 없이 번호만 들어 있습니다. 이 파일의 번호를 사본을 준 "
        "사람에게 알려 주세요. 원래 사건 파일에서 볼 수 있습니다."
    ),
    "PictureMissingError": (
        "시연에 필요한 사진이 설치되어 있지 않습니다: {name}. 프로그램을 다시 설치해 주세요."
    ),
    "FolderExistsError": "이 폴더는 이미 있습니다: {path}. 다른 이름을 골라 주세요.",
}

REASONS = {
    "not-media": "사진이나 동영상이 아니거나, 읽을 수 없는 형식입니다.",
    "empty": "비어 있습니다(0바이트). 받은 곳에서 다시 받아 보세요.",
    "damaged": "손상되어 있습니다. 받은 곳에서 다시 받아 보세요.",
    "truncated": "중간에서 끊겨 있습니다. 받은 곳에서 다시 받아 보세요.",
    "too-large": "안전하게 살펴보기에는 너무 크거나 담긴 것이 너무 많습니다.",
    "too-long": "끝까지 살펴보기에는 너무 깁니다.",
    "no-video": "이 동영상에는 소리나 다른 데이터만 있고 화면이 없습니다.",
    "encrypted": "비밀번호로 잠겨 있습니다.",
    "unreadable-file": "이 파일을 읽을 권한이 없습니다. 권한을 확인하고 다시 넣어 주세요.",
    "changed": "넣은 뒤에 파일이 바뀌었습니다. 다시 넣어 주세요.",
    "gone": "원래 있던 곳에 없습니다. 제자리에 돌려놓거나 다시 넣어 주세요.",
    "decoder-died": "여는 도중 문제가 생겨 멈췄습니다. 손상되었거나 해로운 파일일 수 있습니다.",
    "decoder-timeout": "여는 데 너무 오래 걸려 멈췄습니다.",
    "decoder-memory": "여는 데 메모리가 너무 많이 들어 멈췄습니다.",
    "decoder-lied": "여는 과정에서 올바르지 않은 값이 나와 쓰지 않았습니다.",
    "other-pack": "다른 비교 모델로 살펴본 파일입니다.",
    "locked": (
        "비밀번호를 모르는 압축 파일 안에 있습니다. 압축 파일을 다시 넣고 비밀번호를 알려 주세요."
    ),
    "too-deep": (
        "압축 파일 안에 압축 파일이 너무 여러 겹 들어 있습니다. 바깥쪽을 풀어서 다시 넣어 주세요."
    ),
    "not-in-export": (
        "대화를 내보낼 때 빠졌습니다. 이런 종류의 파일도 포함하고 크기 제한 없이 다시 내보내 "
        "주세요."
    ),
    "over-export-limit": (
        "대화를 내보낼 때 정한 크기보다 큽니다. 크기 제한을 높여 다시 내보내 주세요."
    ),
    "unavailable": "대화를 내보낼 때 불러오지 못한 파일입니다. 대화를 다시 내보내 보세요.",
    "link-only": "파일은 없고 링크만 있습니다.",
    # not of the face package: what the app itself finds
    "pending": "아직 살펴보지 않았습니다.",
    "missing": "그런 이름의 파일이나 폴더가 없습니다.",
    "link": (
        "링크(바로 가기)는 따라가지 않습니다. 링크가 가리키는 파일이나 폴더를 직접 넣어 주세요."
    ),
    "special-file": "파일도 폴더도 아닙니다.",
    "not-of-a-message": "메시지가 아니라 대화를 내보낸 계정에 관한 것이어서 넣지 않았습니다.",
    "the-case": "지금 쓰는 사건 파일입니다.",
    "folder-unreadable": "이 폴더를 열 권한이 없습니다.",
}
