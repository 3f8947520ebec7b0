"""Review: what came up, shown and decided on; lists of items; source photos, in Korean."""

TEXTS = {
    # list, show, decide
    "list.line": "{item:>6}  {state}  {name}",
    "list.line_why": "{item:>6}  {state}  {name}: {why}",
    "list.line_limit": "{item:>6}  {state}  {name}: {why} [{limit}]",
    "list.none": "파일이 없습니다.",
    "state.pending": "검사 전      ",
    "state.done": "검사함       ",
    "state.no-face": "얼굴 없음    ",
    "state.unchecked": "확인하지 못함",
    "show.line": "{label} {value}",
    "show.item": "파일 {item}번",
    "show.sources": "이곳에서도 봄",
    "show.faces": "얼굴: {count}개",
    "show.face_line": "  얼굴 {face}번: {time} ({first}부터 {last}까지 보임){decision}",
    "show.decision_line": "파일 전체에 대한 내 판단: {verdict}",
    "decision.confirm": "나입니다",
    "decision.reject": "내가 아닙니다",
    "decision.unsure": "잘 모르겠습니다",
    "decided": "판단을 저장했습니다: 파일 {item}번: {verdict}",
    "decided.face": "판단을 저장했습니다: 파일 {item}번, 얼굴 {face}번: {verdict}",
    "decided.which_face": (
        "이 파일에는 얼굴이 {count}개 있습니다. 어느 얼굴인지 하나를 골라 판단해야(--face N) 다음 "
        "확인에 쓸 수 있습니다."
    ),
    "decided.by_nobody": (
        "누가 판단했는지는 적히지 않았습니다. --role victim처럼 알려 주면 관리 기록과 보고서에 "
        "남습니다."
    ),
    "decided.all": (
        "나온 얼굴을 모두 판단했습니다. 본인이라고 판단한 것을 경찰이나 지원센터에 전달하기: "
        "geoul export {case} OUT.zip"
    ),
    "step.review": "보고 판단하기",
    "review.title": "보고 판단하기",
    "review.wait": "잠시만 기다려 주세요 ...",
    "review.lead": (
        "하나씩, 천천히 하셔도 됩니다. 보겠다고 하기 전에는 아무 사진도 나오지 않습니다. 보지 않고 "
        "판단해도 됩니다."
    ),
    # where she is
    "review.place": "{count}개 중 {number}번째",
    "review.band.strong": "많이 비슷한 얼굴입니다. 닮은 다른 사람일 수도 있습니다.",
    "review.band.some": "조금 비슷한 얼굴입니다. 닮은 다른 사람인 경우가 많습니다.",
    "review.progress": "{decided}개를 판단했고 {still}개가 남았습니다.",
    "review.progress_done": "모두 판단했습니다: {decided}개",
    # what is told
    "review.item": "파일 {item}번",
    "review.sent": "올린 시각",
    "review.no_source": "적어 둔 출처가 없습니다.",
    "review.elsewhere": "같은 파일이 나온 다른 곳: {count}곳",
    "review.timeline": "동영상에서 나오는 부분",
    "review.seen": "{first}부터 {last}까지 나옵니다. {time}에 가장 잘 보입니다.",
    "review.seen_of": (
        "{count}개 장면 중 {number}번째: {first}부터 {last}까지 나옵니다. "
        "{time}에 가장 잘 보입니다."
    ),
    # several at once
    "review.copies": (
        "거의 같은 사진 {count}장입니다 (파일 {items}번). 한 번 판단하면 모두에 적용됩니다."
    ),
    "review.scenes": (
        "이 동영상의 {count}개 장면에 비슷한 얼굴이 나옵니다. 한 번 판단하면 모두에 적용됩니다."
    ),
    "review.alone": "함께 묶인 {count}개 중 하나입니다. 이것 하나만 판단합니다.",
    "review.several": "비슷한 얼굴이 둘 이상 나와서 얼굴마다 따로 판단합니다.",
    "review.part": "하나씩 따로 판단하기(&E)",
    "review.join": "다시 한꺼번에 판단하기(&E)",
    # the face
    "review.show_face": "얼굴만 보기(&F)",
    "review.hide_face": "얼굴 감추기(&F)",
    "review.own_face": "내 사진",
    "review.other_face": "파일 {item}번의 얼굴",
    "review.opening": "잠시만 기다려 주세요…",
    "review.no_crop": (
        "이 보관함에는 작은 얼굴 사진이 없습니다. 아래에서 사진 전체를 보거나, 위에 적힌 "
        "내용만으로 판단할 수 있습니다."
    ),
    "review.no_own": (
        "내 사진이 더는 메모리에 없습니다. 나란히 놓고 보려면 '내 얼굴'에서 사진을 다시 골라 "
        "주세요."
    ),
    # the whole picture
    "review.reading": "넣었을 때와 같은 파일인지 확인하는 중: {total}MB 가운데 {done}MB",
    "review.locked": "이 사진은 비밀번호로 잠긴 압축 파일 안에 있습니다.",
    "review.locked.what": (
        "비밀번호는 보관함을 닫을 때까지만 기억합니다. 여기에 비밀번호를 적은 뒤 버튼을 다시 "
        "누르고 계세요."
    ),
    "review.locked.password": "압축 파일의 비밀번호(&D)",
    "review.locked.let_go": (
        "비밀번호로 잠긴 압축 파일 안에 있습니다. 손을 떼고 버튼 아래에 비밀번호를 적어 주세요."
    ),
    "review.locked.use": "이 비밀번호 쓰기(&W)",
    "review.hold": "누르는 동안 전체 보기(&H)",
    "review.let_go": "손을 떼면 바로 사라집니다.",
    "review.blur": "흐리게(&B)",
    "review.grey": "흑백으로(&R)",
    "review.hold_explained": (
        "사진 전체는 버튼을 누르고 있는 동안, 또는 키보드의 스페이스바나 F를 누르고 있는 동안만 "
        "보입니다. 사진을 볼 때마다 보관함의 관리 기록에 남습니다."
    ),
    # decisions
    "review.question": "어떻게 보이나요?",
    "review.was.confirm": "'나입니다'로 판단했습니다. 바꿀 수 있습니다.",
    "review.was.reject": "'내가 아닙니다'로 판단했습니다. 바꿀 수 있습니다.",
    "review.was.unsure": "'잘 모르겠습니다'로 판단했습니다. 바꿀 수 있습니다.",
    "review.confirm": "나입니다(&M) 1",
    "review.reject": "내가 아닙니다(&N) 2",
    "review.unsure": "잘 모르겠습니다(&S) 3",
    "review.back": "이전(&K)",
    "review.undo": "되돌리기(&U)",
    "review.next": "다음(&X)",
    "review.keys": (
        "키보드: 1, 2, 3으로 판단하고, 왼쪽·오른쪽 화살표로 앞뒤를 오갑니다. Ctrl+Z를 누르면 "
        "마지막 판단을 되돌립니다."
    ),
    # behind the last
    "review.end": "끝까지 살펴보았습니다.",
    "review.sum.confirm": "나입니다: {count}개",
    "review.sum.reject": "내가 아닙니다: {count}개",
    "review.sum.unsure": "잘 모르겠습니다: {count}개",
    "review.sum.open": "아직 판단하지 않음: {count}개",
    "review.next_confirmed": (
        "'나입니다'로 판단한 얼굴은 더 찾는 데 도움이 됩니다. 다시 확인하면 내 사진과 함께 "
        "쓰입니다. 경찰이나 지원센터에 전달할 자료를 만들 수도 있습니다."
    ),
    "review.next_none": (
        "'나입니다'로 판단한 얼굴이 없습니다. 없다는 뜻은 아닙니다. 다른 사진으로 다시 확인할 수 "
        "있고, 본 것에 대해 지원센터와 이야기할 수도 있습니다."
    ),
    "review.hand_over": "전달하러 가기(&V)",
    "review.check_again": "다시 확인하기(&C)",
    "review.look_at_open": "아직 판단하지 않은 얼굴 보기(&E)",
    # nothing to go through
    "review.no_check": "아직 볼 것이 없습니다. 넣은 파일에 내 얼굴이 나오는지 먼저 확인해 주세요.",
    "review.to_check": "확인하러 가기(&C)",
    # a check copy
    "review.copy.what": (
        "이것은 확인용 사본입니다. 번호만 있고 사진이 없어서 여기에서는 아무것도 보여 드릴 수 "
        "없습니다. 비슷한 얼굴이 나온 파일의 번호는 다음과 같습니다."
    ),
    "review.copy.take": (
        "번호를 적어서 이 사본을 준 사람에게 가져가세요. 원래 보관함에서 함께 살펴보거나, 그 "
        "사람이 대신 살펴볼 수 있습니다. 보고 싶지 않은 것은 보지 않아도 됩니다."
    ),
    "review.copy.alone": (
        "번호가 나왔다는 것은 비슷한 얼굴이 있다는 뜻일 뿐입니다. 다른 사람일 수도 있습니다."
    ),
    "review.numbers.strong": "많이 비슷한 얼굴: 파일 번호",
    "review.numbers.some": "조금 비슷한 얼굴: 파일 번호",
    "help.sources": "이 파일의 합성에 쓰였을 수 있는 내 사진을 단서로 찾기",
    "help.argument.photos": (
        "내 사진이 든 폴더. 검사하기만 하고 남기지 않습니다. 사진 속 얼굴을 모두 비교하므로 따로 "
        "고르지 않아도 됩니다"
    ),
    "sources.find": "합성에 쓰인 내 사진 찾기(&O)",
    "sources.choose": "내 사진이 든 폴더를 골라 주세요",
    "sources.note": "합성에 쓰인 사진으로 저장(&I)",
    "sources.noted": (
        "사진의 해시값을 저장했습니다. 경찰이 물어볼 수 있으니 사진은 지우지 말고 그대로 두세요."
    ),
    "sources.likeliest": "파일 {item}번의 합성에 쓰였을 수 있는 사진 (가장 먼저 볼 것):",
    "sources.further": "이 사진들도 보세요 (더 비슷한 순서):",
    "sources.more": "  이 밖에 {count}장",
    "sources.line": "  {name}: {because}",
    "sources.line_time": "  {name}: {because} ({time})",
    "sources.because.same-picture": "사진 전체가 같아 보입니다",
    "sources.because.same-pose": "얼굴의 방향과 표정이 같고 얼굴도 닮았습니다",
    "sources.because.resembles": "얼굴이 닮았지만 방향이나 표정은 다릅니다",
    "sources.only_resembles": (
        "닮았다는 것만으로는 알 수 있는 것이 적습니다. 얼굴을 다른 사람의 몸에 합성하면 얼굴의 "
        "방향과 표정은 원래 영상을 따르기 때문입니다."
    ),
    "sources.none": "파일 {item}번의 합성에 쓰인 것으로 보이는 사진이 없습니다.",
    "sources.unlike": "닮은 데가 없는 사진: {count}장",
    "sources.not.no-face": "얼굴을 찾지 못했습니다",
    "sources.not.other-pack": (
        "다른 비교 모델로 검사한 파일이라 얼굴을 비교하지 못했습니다. 먼저 그 파일을 다시 "
        "검사하세요"
    ),
    "sources.not.unlike": "이 파일과 닮은 데가 없습니다",
    "sources.other": "  {name}: {why}",
    "sources.what": (
        "이것은 단서일 뿐 증거가 아닙니다. 직접 눈으로 비교해 보고, 그 사진을 누가 볼 수 있었는지 "
        "떠올려 보세요. 경찰이나 지원센터에 알려 줄 수 있습니다."
    ),
}

ERRORS = {
    "ItemNotScannedError": (
        "파일 {item}번은 아직 검사하지 않았거나 확인할 수 없어서 사진과 비교할 수 없습니다. "
        "계속하기: geoul add CASE"
    ),
    "NothingToRevealError": (
        "이것은 확인용 사본이라 사진 없이 번호만 들어 있습니다. 이 파일의 번호를 사본을 준 "
        "사람에게 알려 주세요. 원래 보관함에서 볼 수 있습니다."
    ),
}
