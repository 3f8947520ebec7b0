"""The page "check", in Korean."""

CHECK = {
    "step.check": "확인",
    "check.title": "확인",
    "check.what": (
        "이제 내 얼굴을 이 사건에 있는 얼굴들과 비교합니다. 결과는 나와 비슷한 얼굴이 있는지 알려 "
        "줄 뿐이고, 판단은 본인이 합니다."
    ),
    "check.what_copy": (
        "이제 내 얼굴을 이 확인용 사본에 있는 얼굴들과 비교합니다. 결과는 나와 비슷한 얼굴이 있는 "
        "파일의 번호를 알려 줍니다. 그 얼굴은 다른 사람일 수도 있습니다."
    ),
    "check.no_photo": "아직 내 얼굴 사진이 없습니다. 먼저 내 얼굴 사진을 넣고 다시 와 주세요.",
    "check.face_not_chosen": (
        "사진 속 얼굴 가운데 어느 얼굴이 본인인지 아직 고르지 않았습니다. 먼저 고르고 다시 와 "
        "주세요."
    ),
    "check.other_pack": (
        "내 사진과 이 사건을 서로 다른 비교 모델로 살펴보았습니다. 내 사진을 한 번 더 살펴보아야 "
        "합니다. 카메라로 찍은 사진은 그때 지워지니 다시 찍어 주세요."
    ),
    "check.look_again": "내 사진 다시 살펴보기(&H)",
    "check.to_me": "내 얼굴 넣으러 가기(&F)",
    "check.to_content": "파일 넣으러 가기(&C)",
    "check.waiting": (
        "아직 다 살펴보지 못했습니다. 남은 파일: {count}개. 지금 확인하고 나중에 다시 확인해도 "
        "됩니다. 남은 파일은 이번 결과에 들어가지 않습니다."
    ),
    "check.photos": "확인에 쓰는 내 얼굴 사진: {count}장",
    "check.photos_to_go": (
        "아직 살펴보고 있는 내 사진: {count}장. 잠시 기다려도 되고, 지금 이 사진 없이 확인하고 "
        "나중에 다시 확인해도 됩니다."
    ),
    "check.face_waits": (
        "어느 얼굴이 본인인지 아직 고르지 않은 사진: {names}. 고르기 전에는 이 사진을 쓰지 "
        "않습니다. 먼저 얼굴을 골라도 되고, 지금 이 사진 없이 확인하고 나중에 다시 확인해도 됩니다."
    ),
    "check.choose_face": "내 얼굴 고르러 가기(&Y)",
    # whose face it is
    "check.whose": "누구의 얼굴인가요?",
    "check.whose_why": "한 번에 한 사람만 확인합니다. 고른 내용은 이 사건의 관리 기록에 남습니다.",
    "check.whose.self": "내 얼굴입니다.",
    "check.whose.consent": "이 확인에 동의한 사람의 얼굴입니다.",
    "check.whose.guardian": "나는 이 사람의 부모나 보호자입니다.",
    "check.whose.counsellor": "나는 상담원이고, 이 사람이 도움을 청했습니다.",
    "check.say_whose": "누구의 얼굴인지 먼저 골라 주세요.",
    "check.pack_built_in": (
        "프로그램에 들어 있는 비교 모델은 다음 사람들을 덜 정확하게 구별해, 놓치는 얼굴도 더 많고 "
        "닮은 다른 사람도 더 많이 나옵니다: {people}. 이대로 진행해도 되며, 더 좋은 모델은 "
        "설정에서 추가할 수 있습니다."
    ),
    "check.run": "지금 확인하기(&K)",
    "check.back": "지난 결과로 돌아가기(&B)",
    "check.running": "잠시만 기다려 주세요. 사건에 있는 모든 얼굴과 비교하고 있습니다.",
    "check.stop": "멈추기(&T)",
    "check.interrupted": (
        "결과가 나오기 전에 사건 파일이 잠겨 확인이 멈췄습니다. 내 얼굴 사진을 다시 넣고 다시 "
        "확인해 주세요."
    ),
    # the answer
    "check.face_waited": "어느 얼굴이 본인인지 고르지 않아 쓰지 않은 사진: {names}",
    "check.changed": (
        "이 결과가 나온 뒤에 사건이나 내 사진이 바뀌었습니다. 다시 확인하면 바뀐 내용까지 결과에 "
        "들어갑니다."
    ),
    "check.review": "나온 얼굴 살펴보기(&A)",
    "check.again": "다시 확인하기(&K)",
    "check.more_photos": "사진 더 넣기(&P)",
    "check.cautions": "함께 기억해 주세요",
    "check.unchecked": "확인하지 못한 것",
    "check.unchecked_show": "목록 보기(&S)",
    "check.unchecked_hide": "목록 숨기기(&S)",
    "check.reason": "파일 {count}개: {why}",
    "check.reason_partly": "일부만 살펴본 파일 {count}개: {why}",
    "check.why.pending": "아직 살펴보지 않았습니다. 살펴본 뒤에 다시 확인해 주세요.",
    "check.why.other-pack": (
        "다른 비교 모델로 살펴본 파일입니다. '확인할 파일' 화면에서 다시 살펴볼 수 있습니다."
    ),
    "check.column.item": "파일",
    "check.column.name": "이름",
    "check.column.why": "이유",
    "check.next_scan": (
        "이 사건의 일부는 내 사진과 다른 방식으로 살펴본 것입니다. '확인할 파일' 화면에서 다시 "
        "살펴본 뒤 한 번 더 확인해 보세요."
    ),
    "check.next_export": (
        "나온 얼굴을 모두 판단했습니다. '전달하기' 화면에서 경찰이나 지원센터에 전달할 자료를 만들 "
        "수 있습니다. '나입니다'로 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "check.next_look": (
        "나온 얼굴을 하나씩 살펴보세요. 처음에는 글만 나오고, 보겠다고 하기 전에는 아무 사진도 "
        "보여 주지 않습니다. '나입니다'로 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
}
