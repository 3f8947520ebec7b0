"""What parts of pages say, in Korean."""

WIDGETS = {
    # choosing files
    "chooser.places": "위치",
    "chooser.home": "내 폴더",
    "chooser.path": "폴더 경로",
    "chooser.up": "위 폴더로(&U)",
    "chooser.list": "파일과 폴더",
    "chooser.column.name": "이름",
    "chooser.column.size": "크기",
    "chooser.column.date": "수정한 날짜",
    "chooser.folder": "폴더",
    "chooser.link": "링크",
    "chooser.hidden": "숨긴 파일도 보기(&F)",
    "chooser.name": "새 파일 이름(&N)",
    "chooser.reading": "폴더를 읽는 중: {count}개",
    "chooser.count": "이 폴더에 있는 것: {count}개",
    "chooser.chosen": "고른 것: {count}개",
    "chooser.choose.file": "이 파일 고르기(&C)",
    "chooser.choose.files": "고르기(&C)",
    "chooser.choose.content": "고르기(&C)",
    "chooser.choose.folder": "이 폴더 고르기(&C)",
    "chooser.choose.new_file": "여기에 저장(&S)",
    "chooser.cancel": "취소",
    "chooser.unreadable": (
        "이 폴더를 읽을 수 없습니다. 권한이 없거나 저장 장치가 빠졌을 수 있습니다. 다른 폴더를 "
        "골라 주세요."
    ),
    "chooser.nothing": "그런 이름의 파일이나 폴더가 없습니다: {path}",
    "chooser.no_folder": "이것은 파일입니다. 폴더를 골라 주세요: {path}",
    "chooser.exists": "같은 이름의 파일이 이미 있습니다: {name}. 다른 이름을 적어 주세요.",
    "chooser.bad_name": "파일 이름으로 쓸 수 없습니다. 다른 이름을 적어 주세요.",
    "chooser.files_only": (
        "여기서는 파일만 고를 수 있습니다. 폴더 안의 파일은 폴더를 열어 골라 주세요."
    ),
    # how far something is
    "task.pause": "잠시 멈춤",
    "task.resume": "이어서 하기",
    "task.stop": "그만하기",
    "task.paused": "{text}. 잠시 멈춰 있습니다.",
    "task.stopping": "그만하는 중입니다. 지금까지 한 것은 그대로 남습니다.",
    # before a pack is used
    "pack.before": "얼굴 비교에 쓰는 비교 모델: {pack}. 사용 조건: {text}.",
    "pack.instead": (
        "고른 비교 모델이 이제 이 컴퓨터에 없어서({pack}) 프로그램에 들어 있는 모델을 "
        "대신 씁니다. 고른 모델을 쓰려면 설정에서 다시 추가해 주세요."
    ),
    "pack.gone": (
        "이 사건은 다른 비교 모델로 살펴보기 시작했는데, 그 모델이 이제 이 컴퓨터에 없습니다: "
        "{pack}. 설정에서 다시 추가해 주세요. 프로그램에 들어 있는 모델로 계속할 수도 있습니다. "
        "그러면 모든 파일을 다시 살펴보므로 시간이 걸립니다. 지금까지 판단한 것은 그대로 남습니다."
    ),
    "pack.gone_copy": (
        "이 확인용 사본을 만들 때 쓴 비교 모델이 이 컴퓨터에 없습니다: {pack}. 설정에서 추가해 "
        "주세요. 또는 사본을 준 사람에게, 프로그램에 들어 있는 모델로 사건을 다시 살펴보고 확인용 "
        "사본을 새로 만들어 달라고 해 주세요."
    ),
    "pack.incomplete": (
        "프로그램에 들어 있는 비교 모델의 파일이 빠져 있어 얼굴을 살펴볼 수 없습니다. 프로그램을 "
        "다시 설치해 주세요. 사건 파일에 있는 것은 그대로입니다."
    ),
    # what was looked at in another way than now
    "otherwise.what": (
        "이 사건의 일부를 살펴본 뒤에 얼굴을 재는 방식이 바뀌었습니다. 해당하는 파일: {count}개."
    ),
    "otherwise.compared": ("그대로 두면 두 방식에 같이 있는 것만 비교하므로 더 놓칠 수 있습니다."),
    "otherwise.apart": "다른 비교 모델로 살펴보아 전혀 비교할 수 없는 파일: {count}개.",
    "otherwise.how": (
        "있던 곳의 파일이나 사건에 보관된 원본 파일로 다시 살펴볼 수 있습니다. 시간이 걸리지만 "
        "멈췄다가 이어서 할 수 있습니다. 이제 없는 파일은 전에 찾은 것이 그대로 남고, 지금까지 "
        "판단한 것도 사라지지 않습니다."
    ),
    "otherwise.copy": (
        "다시 살펴보는 것은 원래 사건에서만 됩니다. 이 사본을 준 사람에게, 다시 살펴보고 확인용 "
        "사본을 새로 만들어 달라고 해 주세요."
    ),
    "otherwise.made_with": "이 확인용 사본을 만들 때 쓴 비교 모델: {packs}",
    "otherwise.again": "다시 살펴보기(&G)",
    "pack.settings": "설정 열기",
    "pack.built_in": "프로그램에 들어 있는 모델로 계속하기",
}
