"""The page "content", in Korean."""

CONTENT = {
    "step.content": "확인할 파일",
    "content.title": "확인할 파일",
    "content.intro": (
        "확인하고 싶은 사진이나 동영상, 또는 그것이 든 폴더를 여기에 넣으세요. 파일은 있던 곳에 "
        "그대로 있습니다. 프로그램은 그 안에서 얼굴을 찾을 뿐, 화면에 보여 주지 않습니다."
    ),
    "content.add": "파일이나 폴더 넣기(&A)",
    "content.drop": "이 화면 아무 곳에나 끌어다 놓아도 됩니다.",
    "content.choose": "넣을 파일과 폴더를 골라 주세요",
    "content.origin.show": "어디에서 나온 것인지 적기(&W)",
    "content.origin.why": "적어 두면 나중에 경찰과 지원센터에 도움이 됩니다.",
    "content.origin.hide": "어디에서 나온 것인지 접기(&W)",
    "content.told.platform": "플랫폼 (예: 텔레그램)(&P)",
    "content.told.url": "링크(&K)",
    "content.told.note": "메모(&N)",
    "content.copy": (
        "이것은 확인용 사본입니다. 숫자만 들어 있고 파일을 넣을 수 없습니다. 넣을 것이 있으면 이 "
        "사본을 준 사람이 원래 사건 파일에 넣을 수 있습니다."
    ),
    "content.busy": "앞에 넣은 파일을 아직 읽는 중입니다. 끝난 뒤에 다시 넣어 주세요.",
    "content.remote": (
        "이 컴퓨터에 있는 파일과 폴더만 넣을 수 있습니다. 링크나 다른 곳에 있는 파일은 먼저 이 "
        "컴퓨터에 저장해 주세요."
    ),
    # what was done
    "content.did.new": "새로 넣음: {count}개",
    "content.did.known": "이미 있음: {count}개",
    "content.did.absent": "기록만 있고 파일은 없음: {count}개",
    "content.did.blocked": "넣지 못함: {count}개",
    "content.did.looked": "살펴봄: {count}개",
    "content.did.faces": "찾은 얼굴: {count}개",
    "content.did.no_face": "얼굴 없음: {count}개",
    "content.did.unchecked": "확인하지 못함: {count}개",
    "content.did.partly": "일부만 살펴봄: {count}개",
    "content.blocked_list": "넣지 못한 것과 그 이유",
    "content.next": "내 얼굴 넣으러 가기(&F)",
    # what the readers ask
    "content.ask": "더 넣으려면 알려 주세요",
    "content.ask.locked.one": "비밀번호로 잠긴 파일이 있습니다: {names}",
    "content.ask.locked.many": "비밀번호로 잠긴 파일이 {count}개 있습니다: {names}",
    "content.ask.locked.why": (
        "비밀번호는 파일이 올라온 곳에 함께 적혀 있을 때가 많습니다. 비밀번호를 찾으러 그곳에 "
        "들어가지는 마세요. 적은 비밀번호는 사건 파일을 닫을 때까지만 기억합니다."
    ),
    "content.ask.wrong": "지금까지 적은 비밀번호로는 열리지 않습니다. 다른 비밀번호를 적어 보세요.",
    "content.ask.password": "비밀번호(&D)",
    "content.ask.more": "{names} 외 {count}개",
    "content.ask.owner": "{name}: 누구의 휴대전화에서 저장한 대화인가요?",
    "content.ask.owner.hint": "대화에 나오는 이름 그대로",
    "content.ask.add": "이대로 다시 넣기(&U)",
    "content.ask.leave": "그대로 두기(&E)",
    # the list
    "content.list": "이 사건에 넣은 파일",
    "content.column.number": "번호",
    "content.column.name": "이름",
    "content.column.kind": "종류",
    "content.column.state": "상태",
    "content.column.why": "이유",
    "content.kind.image": "사진",
    "content.kind.video": "동영상",
    "content.state.pending": "아직 안 봄",
    "content.state.done": "살펴봄",
    "content.state.partly": "일부만 살펴봄",
    "content.state.no-face": "얼굴 없음",
    "content.state.unchecked": "확인하지 못함",
    "content.show": "보여 줄 파일",
    "content.show.all": "전체 ({count})",
    "content.show.pending": "아직 안 본 것 ({count})",
    "content.show.unchecked": "확인하지 못한 것 ({count})",
    "content.show.no-face": "얼굴 없는 것 ({count})",
    "content.show.done": "살펴본 것 ({count})",
    "content.search": "이름이나 번호로 찾기",
    "content.nothing_fits": "맞는 파일이 없습니다. 찾는 말을 바꿔 보세요.",
    "content.waiting": "아직 살펴보지 않은 파일: {count}개",
    "content.go_on": "지금 살펴보기(&T)",
    "content.unchecked": "확인하지 못한 파일: {count}개",
    "content.why": "이유 보기(&S)",
    "content.again": "다시 해 보기(&R)",
    # one item
    "content.item": "파일 {item}번",
    "content.item.why": "{state}. 이유: {why}",
    "content.item.from": "어디에서 나온 것인지",
    "content.item.also": "여기에도 있었습니다",
    "content.item.numbers": (
        "확인용 사본에는 이 파일에 대한 내용이 더 들어 있지 않습니다. 원래 사건 파일에서 이 번호로 "
        "찾을 수 있습니다."
    ),
    "content.hashes.show": "해시값 보기(&H)",
    "content.hashes.hide": "해시값 접기(&H)",
}
