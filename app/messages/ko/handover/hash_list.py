"""Lists of hashes for other services, in Korean."""

TEXTS = {
    "help.hashes": "본인이라고 확인한 파일의 해시값을, 유포를 막아 주는 서비스에 줄 파일로 만들기",
    "help.option.kind": (
        "pdq: 사진의 생김새(기본), vpdq: 동영상의 생김새(1초마다), md5: 동영상 파일 그 자체"
    ),
    "hashes.show": "다른 서비스에 줄 해시값 목록 만들기(&H)",
    "hashes.hide": "해시값 목록 접기(&H)",
    "hashes.for": (
        "같은 파일이 다시 올라오지 않게 막는 서비스는 이런 해시값으로 비교합니다. 본인이라고 "
        "확인한 파일이 모두 들어갑니다."
    ),
    "hashes.kind.pdq": "사진의 생김새로 비교 (PDQ)",
    "hashes.kind.vpdq": "동영상의 생김새로 비교 (vPDQ)",
    "hashes.kind.md5": "똑같은 동영상 파일만 (MD5)",
    "hashes.save": "목록 저장하기(&S)",
    "hashes.choose": "목록을 저장할 곳을 골라 주세요",
    "hashes.file": "해시값-{kind}.txt",
    "hashes.made": "해시값 목록을 만들었습니다: {path} ({lines}줄, 파일 {items}개)",
    "hashes.what.pdq": "한 줄이 사진 하나의 PDQ 해시값입니다.",
    "hashes.what.vpdq": (
        "한 줄이 동영상 하나의 vPDQ입니다. 1초마다 해시값, 품질, 시각(초)을 적었습니다."
    ),
    "hashes.what.md5": "한 줄이 동영상 파일 하나의 MD5입니다. 완전히 같은 파일만 찾을 수 있습니다.",
    "hashes.left_out": (
        "본인이라고 확인한 파일 가운데 그런 해시값이 없거나 비교하기에 부족해서 뺀 것"
        "(번호): {items}"
    ),
    "hashes.care": (
        "사진이나 이름은 들어 있지 않습니다. 그래도 믿을 수 있는 서비스에만 주세요. 같은 파일을 "
        "가진 사람은 해시값을 보고 그 파일이 신고되었다는 것을 알 수 있습니다."
    ),
}

ERRORS = {
    "NoHashesError": (
        "본인이라고 확인한 파일에 이런 해시값({kind})이 없어 목록을 만들지 않았습니다. pdq는 "
        "사진에, vpdq와 md5는 동영상에 씁니다."
    ),
}
