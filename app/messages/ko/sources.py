"""Which own photo an item was made from, in Korean. It is a lead and never more."""

SOURCES = {
    "help.sources": "이 파일을 만드는 데 쓰였을 수 있는 내 사진을 단서로 찾기",
    "help.argument.photos": (
        "내 사진이 든 폴더. 살펴보기만 하고 남기지 않습니다. 사진 속 얼굴을 모두 비교하므로 따로 "
        "고르지 않아도 됩니다"
    ),
    "sources.find": "만드는 데 쓰인 내 사진 찾기(&O)",
    "sources.choose": "내 사진이 든 폴더를 골라 주세요",
    "sources.note": "만드는 데 쓰인 사진으로 적어 두기(&I)",
    "sources.noted": (
        "사진의 해시값을 적어 두었습니다. 사진 자체는 지우지 말고 그대로 두세요. 경찰이 물어볼 수 "
        "있습니다."
    ),
    "sources.likeliest": "파일 {item}번을 만드는 데 쓰였을 수 있는 사진 (가장 먼저 볼 것):",
    "sources.further": "이 사진들도 함께 살펴보세요 (더 비슷한 순서):",
    "sources.more": "  이 밖에 {count}장",
    "sources.line": "  {name}: {because}",
    "sources.line_time": "  {name}: {because} ({time})",
    "sources.because.same-picture": "사진 전체가 같아 보입니다",
    "sources.because.same-pose": "얼굴의 방향과 표정이 같고 얼굴도 닮았습니다",
    "sources.because.resembles": "얼굴이 닮았지만 방향이나 표정은 다릅니다",
    "sources.only_resembles": (
        "닮았다는 것만으로는 알 수 있는 것이 적습니다. 얼굴을 다른 사람의 몸에 합성하면 얼굴의 "
        "방향과 표정은 바탕이 된 영상을 따르기 때문입니다."
    ),
    "sources.none": "파일 {item}번을 만드는 데 쓰인 것으로 눈에 띄는 사진이 없습니다.",
    "sources.unlike": "닮은 데가 없는 사진: {count}장",
    "sources.not.no-face": "얼굴을 찾지 못했습니다",
    "sources.not.other-pack": (
        "다른 비교 모델로 살펴본 파일이라 얼굴을 비교하지 못했습니다. 먼저 그 파일을 다시 "
        "살펴보세요"
    ),
    "sources.not.unlike": "이 파일과 닮은 데가 없습니다",
    "sources.other": "  {name}: {why}",
    "sources.what": (
        "이것은 단서일 뿐 증거가 아닙니다. 직접 눈으로 비교해 보고, 그 사진을 누가 볼 수 있었는지 "
        "떠올려 보세요. 경찰이나 지원센터에 알려 줄 수 있는 정보가 됩니다."
    ),
}

SOURCES_ERRORS = {
    "ItemNotScannedError": (
        "파일 {item}번은 아직 살펴보지 않았거나 확인할 수 없어서 사진과 비교할 수 없습니다. 이어서 "
        "하기: geoul add CASE"
    ),
}
