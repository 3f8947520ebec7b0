"""Check: whose face it is, and the answer, which is a lead; a person decides, in Korean."""

TEXTS = {
    # what was compared
    "check.person": "어느 사람인가요?",
    "check.person.why": (
        "이 보관함은 전에도 확인한 적이 있습니다. 판단은 그 사람의 것으로 남고, 증거 묶음에는 한 "
        "사람의 것만 들어갑니다. 얼굴은 저장하지 않으므로 직접 알려 주셔야 합니다."
    ),
    "check.person.same": "전과 같은 사람",
    "check.person.number": "{person}번 사람",
    "check.person.new": "다른 사람",
    "check.say_person": "먼저 어느 사람인지 골라 주세요.",
    "check.person_new": "이 보관함의 {person}번 사람입니다.",
    "check.compared": (
        "파일 {items}개에 있는 얼굴 {tracks}개와 비교했습니다. 동영상 속 얼굴은 장면마다 한 번만 "
        "셉니다."
    ),
    "check.nothing_comparable": (
        "비교할 수 있는 것이 없습니다. 이 보관함에 있는 것은 다른 비교 모델로 검사한 것입니다."
    ),
    "check.older": (
        "비교 모델의 다른 버전으로 검사한 파일: {count}개. 두 버전의 공통된 부분만 비교했으므로 더 "
        "놓치거나 닮은 다른 사람이 더 나올 수 있습니다. 동아시아인의 얼굴에서 특히 그렇습니다."
    ),
    "check.apart": "다른 비교 모델로 검사해서 비교하지 못한 파일: {count}개.",
    "check.nothing": "이 보관함에는 아직 비교할 얼굴이 없습니다.",
    # outcomes
    "outcome.strong": "많이 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.some": "조금 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.new.strong": "새로 나온, 많이 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.new.some": "새로 나온, 조금 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.copy.strong": "많이 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개",
    "outcome.copy.some": "조금 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개",
    "outcome.copy.new.strong": (
        "새로 나온, 많이 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개"
    ),
    "outcome.copy.new.some": (
        "새로 나온, 조금 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개"
    ),
    "outcome.copy.open_before": "전에도 나왔고 이번에도 나온 얼굴: {count}개",
    "outcome.nothing_new": "새로 나온 얼굴은 없습니다. 더 없다는 뜻은 아닙니다.",
    "outcome.open_before": "전에도 나왔고 아직 판단하지 않은 얼굴: {count}개",
    "outcome.decided": "다시 나왔지만 이미 판단한 얼굴: {count}개",
    "outcome.with_confirmed": (
        "이 가운데 내 사진만으로는 나오지 않고, 본인이라고 판단한 얼굴까지 함께 비교해서 나온 "
        "얼굴: {count}개"
    ),
    "outcome.log_changed": (
        "이 보관함의 관리 기록이 바뀌어, 전에 무엇이 나왔는지는 알려 드리지 않습니다."
    ),
    "outcome.none": "비슷한 얼굴을 찾지 못했습니다. 없다는 뜻은 아닙니다.",
    "outcome.not_compared": "비교한 것이 없어서, 이 결과로는 내가 나오는지 알 수 없습니다.",
    "outcome.unchecked": "확인하지 못한 파일: {count}개",
    "outcome.partly": "일부만 검사한 파일: {count}개",
    "outcome.unchecked_none": "확인하지 못한 파일: 없음. 모든 파일을 검사했습니다.",
    "outcome.rejected": "전에 '내가 아닙니다'로 판단해 다시 나오지 않는 얼굴: {count}개",
    "hit.line": "  파일 {item}번, 얼굴 {face}번: {name}",
    "hit.line_time": "  파일 {item}번, 얼굴 {face}번: {name}, {time} ({first}부터 {last}까지 보임)",
    "hit.confirm": "    판단: 나입니다",
    "hit.unsure": "    판단: 잘 모르겠습니다",
    "hit.now": "    이번 결과: {band}",
    "band.strong": "많이 비슷함",
    "band.some": "조금 비슷함",
    "unchecked.line": "  파일 {item}번: {name}: {why}",
    "unchecked.partly": "  파일 {item}번: {name}: 일부만 검사함: {why}",
    "lookalikes": (
        "우연히 닮은 다른 사람도 나올 수 있습니다. 파일이 이 정도일 때, '많이 비슷함'에 다른 "
        "사람이 나오는 일은 {strong}, '조금 비슷함'에 나오는 일은 {some}입니다. 그러니 나온 얼굴이 "
        "다른 사람일 수도 있습니다."
    ),
    "lookalikes.many": "확인할 때마다 {count}번쯤",
    "lookalikes.one": "확인할 때마다 한 번쯤",
    "lookalikes.few": "{checks}번에 한 번쯤",
    "lookalikes.fewest": "{checks}번에 한 번 미만",
    "outcome.swaps": (
        "다른 사진에 합성된 얼굴은 원래 사진보다 본인과 덜 닮아 보일 때가 많습니다. 합성 사진은 "
        "가장 놓치기 쉬우니, 나오지 않았더라도 없다는 뜻이 아닙니다."
    ),
    # next steps
    "next.heading": "다음에 할 수 있는 일",
    "next.look": (
        "  나온 얼굴 자세히 보기:    geoul show {case} ITEM\n"
        "  내 판단 남기기:           geoul decide {case} ITEM confirm|reject|unsure\n"
        "  본인이라고 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "next.export": (
        "  나온 얼굴을 모두 판단했습니다.\n"
        "  본인이라고 판단한 것을 경찰이나 지원센터에 전달하기:\n"
        "                            geoul export {case} OUT.zip\n"
        "  본인이라고 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "next.copy": (
        "  위의 파일 번호를 적어 이 사본을 준 사람에게 보여 주세요. 사본에는 사진이 없지만,\n  "
        "원래 보관함에서 함께 살펴볼 수 있습니다."
    ),
    "next.none": (
        "  다른 날 찍은 내 사진을 더 넣거나, 새 파일이 들어왔을 때 다시 확인해 보세요.\n"
        "  어디에 올라와 있다는 말을 들었다면 지원센터가 함께 찾아 줄 수 있습니다."
    ),
    "next.scan": (
        "  다른 방식으로 검사한 파일을 다시 검사하기:  geoul scan {case}\n  그런 다음 다시 확인해 "
        "보세요."
    ),
    "next.scan_copy": (
        "  이 사본을 준 사람에게 다시 검사해서 확인용 사본을 새로 만들어 달라고 하세요.\n  이 "
        "사본의 일부는 내 사진과 다른 방식으로 검사한 것입니다."
    ),
    "next.unchecked": "  확인하지 못한 파일은 지원센터와 함께 살펴볼 수 있습니다.",
    "next.safe": (
        "  돈을 보내지 말고, 협박에 답하지 말고, 링크를 누르거나 대화방에 들어가지 마세요. 가지고 "
        "있는 것은 지우지 말고 그대로 두세요."
    ),
    "step.check": "확인",
    "check.title": "확인",
    "check.what": (
        "이제 내 얼굴을 이 보관함에 있는 얼굴들과 비교합니다. 결과는 나와 비슷한 얼굴이 있는지 "
        "알려 줄 뿐이고, 판단은 본인이 합니다."
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
        "내 사진과 이 보관함을 서로 다른 비교 모델로 검사했습니다. 내 사진을 한 번 더 검사해야 "
        "합니다. 카메라로 찍은 사진은 그때 지워지니 다시 찍어 주세요."
    ),
    "check.look_again": "내 사진 다시 검사하기(&H)",
    "check.to_me": "내 얼굴 넣으러 가기(&F)",
    "check.to_content": "파일 넣으러 가기(&C)",
    "check.waiting": (
        "아직 다 검사하지 못했습니다. 남은 파일: {count}개. 지금 확인하고 나중에 다시 확인해도 "
        "됩니다. 남은 파일은 이번 결과에 들어가지 않습니다."
    ),
    "check.photos": "확인에 쓰는 내 얼굴 사진: {count}장",
    "check.photos_to_go": (
        "아직 검사하고 있는 내 사진: {count}장. 잠시 기다려도 되고, 지금 이 사진 없이 확인하고 "
        "나중에 다시 확인해도 됩니다."
    ),
    "check.face_waits": (
        "어느 얼굴이 본인인지 아직 고르지 않은 사진: {names}. 고르기 전에는 이 사진을 쓰지 "
        "않습니다. 먼저 얼굴을 골라도 되고, 지금 이 사진 없이 확인하고 나중에 다시 확인해도 됩니다."
    ),
    "check.choose_face": "내 얼굴 고르러 가기(&Y)",
    # whose face it is
    "check.whose": "누구의 얼굴인가요?",
    "check.whose_why": (
        "한 번에 한 사람만 확인합니다. 고른 내용은 이 보관함의 관리 기록에 남습니다."
    ),
    "check.whose.self": "내 얼굴입니다.",
    "check.whose.consent": "이 확인에 동의한 사람의 얼굴입니다.",
    "check.whose.guardian": "나는 이 사람의 부모나 보호자입니다.",
    "check.whose.counsellor": "나는 상담원이고, 이 사람이 도움을 청했습니다.",
    "check.say_whose": "누구의 얼굴인지 먼저 골라 주세요.",
    "check.pack_built_in": (
        "기본 비교 모델은 다음 사람들을 덜 정확하게 비교합니다: {people}. 놓치는 얼굴이 더 많고 "
        "닮은 다른 사람도 더 많이 나옵니다. 이대로 진행해도 되며, 더 좋은 모델은 설정에서 추가할 "
        "수 있습니다."
    ),
    "check.run": "지금 확인하기(&K)",
    "check.back": "지난 결과로 돌아가기(&B)",
    "check.running": "잠시만 기다려 주세요. 보관함에 있는 모든 얼굴과 비교하고 있습니다.",
    "check.stop": "멈추기(&T)",
    "check.interrupted": (
        "결과가 나오기 전에 보관함이 잠겨 확인이 멈췄습니다. 내 얼굴 사진을 다시 넣고 다시 확인해 "
        "주세요."
    ),
    # the answer
    "check.face_waited": "어느 얼굴이 본인인지 고르지 않아 쓰지 않은 사진: {names}",
    "check.changed": (
        "이 결과가 나온 뒤에 보관함이나 내 사진이 바뀌었습니다. 다시 확인하면 바뀐 내용까지 결과에 "
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
    "check.reason_partly": "일부만 검사한 파일 {count}개: {why}",
    "check.why.pending": "아직 검사하지 않았습니다. 검사한 뒤에 다시 확인해 주세요.",
    "check.why.other-pack": (
        "다른 비교 모델로 검사한 파일입니다. '확인할 파일' 화면에서 다시 검사할 수 있습니다."
    ),
    "check.column.item": "파일",
    "check.column.name": "이름",
    "check.column.why": "이유",
    "check.next_scan": (
        "이 보관함의 일부는 내 사진과 다른 방식으로 검사한 것입니다. '확인할 파일' 화면에서 다시 "
        "검사한 뒤 한 번 더 확인해 보세요."
    ),
    "check.next_export": (
        "나온 얼굴을 모두 판단했습니다. '전달하기' 화면에서 경찰이나 지원센터에 전달할 자료를 만들 "
        "수 있습니다. '나입니다'로 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "check.next_look": (
        "나온 얼굴을 하나씩 살펴보세요. 처음에는 글만 나오고, 보겠다고 하기 전에는 아무 사진도 "
        "보여 주지 않습니다. '나입니다'로 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "found.with_confirmed": (
        "내 사진만으로는 나오지 않고, 본인이라고 판단한 얼굴과 함께 비교해서 나왔습니다."
    ),
    "first.answer": "첫 결과 ({date}): {band}",
    "first.with_confirmed": (
        "첫 결과 ({date}, 본인이라고 판단한 얼굴과 함께 비교해서 나옴): {band}"
    ),
}
