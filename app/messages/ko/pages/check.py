"""The page "check", in Korean."""

CHECK = {
    "step.check": "확인",
    "check.title": "확인",
    "check.what": (
        "이제 내 얼굴을 이 사건에 있는 얼굴들과 견주어 봅니다. 결과는 누가 나와 비슷한지만 알려 "
        "줍니다. 판단은 본인이 합니다."
    ),
    "check.no_photo": (
        "아직 내 얼굴을 알려 주지 않았습니다. 먼저 얼굴 사진을 넣고 다시 와 주세요."
    ),
    "check.other_pack": (
        "내 사진과 이 사건을 서로 다른 모델 묶음으로 살펴보았습니다. 얼굴을 지우고 사진을 다시 "
        "넣어 주세요."
    ),
    "check.to_me": "사진 넣기(&F)",
    "check.to_content": "파일 넣기(&C)",
    "check.waiting": (
        "아직 다 살펴보지 못했습니다. 남은 파일: {count}. 지금 확인하고 나중에 다시 확인해도 "
        "됩니다. 남은 파일은 결과에 들어가지 않습니다."
    ),
    "check.photos": "확인에 쓰는 내 얼굴 사진: {count}",
    # whose face it is
    "check.whose": "누구의 얼굴인가요?",
    "check.whose_why": "한 번에 한 사람만 확인합니다. 고른 내용은 이 사건의 기록에 남습니다.",
    "check.whose.self": "내 얼굴입니다.",
    "check.whose.consent": "이 확인에 동의한 사람의 얼굴입니다.",
    "check.whose.guardian": "나는 이 사람의 부모나 보호자입니다.",
    "check.whose.counsellor": "나는 상담원이고, 이 사람이 도움을 청했습니다.",
    "check.say_whose": "누구의 얼굴인지 먼저 골라 주세요.",
    "check.pack_built_in": (
        "함께 들어 있는 모델 묶음은 다음 사람들을 잘 구별하지 못해, 놓치는 얼굴도 닮은 남이 나오는 "
        "일도 더 많습니다: {people}. 이대로 진행해도 되며, 더 좋은 묶음은 설정에서 더할 수 "
        "있습니다."
    ),
    "check.run": "지금 확인하기(&K)",
    "check.back": "지난 결과로 돌아가기(&B)",
    "check.running": "잠시만 기다려 주세요. 사건에 있는 모든 얼굴과 견주고 있습니다.",
    "check.stop": "멈추기(&T)",
    # the answer
    "check.changed": (
        "이 결과가 나온 뒤로 사건이나 사진이 바뀌었습니다. 다시 확인하면 결과에 들어갑니다."
    ),
    "check.review": "나온 얼굴 살펴보기(&A)",
    "check.again": "다시 확인하기(&K)",
    "check.more_photos": "사진 더 넣기(&P)",
    "check.cautions": "함께 생각할 점",
    "check.unchecked": "확인하지 못한 것",
    "check.unchecked_show": "목록 보기(&S)",
    "check.unchecked_hide": "목록 숨기기(&S)",
    "check.reason": "파일 {count}개: {why}",
    "check.reason_partly": "일부만 살펴본 파일 {count}개: {why}",
    "check.why.pending": "아직 살펴보지 않았습니다. 살펴본 뒤에 다시 확인해 주세요.",
    "check.why.other-pack": "다른 모델 묶음으로 살펴본 것입니다.",
    "check.column.item": "파일",
    "check.column.name": "이름",
    "check.column.why": "까닭",
    "check.next_look": (
        "나온 얼굴을 하나씩 살펴보세요. 처음에는 글만 나오고, 원하지 않으면 아무것도 보여 주지 "
        "않습니다. 내 얼굴이라고 확인한 것은 다음 확인에 쓰여 더 많이 찾게 됩니다."
    ),
}
