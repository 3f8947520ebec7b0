"""Intake: what is added, where it is from, and the page of the content, in Korean."""

TEXTS = {
    # add
    "add.new": "새로 넣음:             {count}",
    "add.known": "이미 있음:             {count}",
    "add.looked": "이번에 검사함:         {count}",
    "add.faces": "그 안에서 찾은 얼굴:   {count}",
    "add.no_face": "얼굴 없음:             {count}",
    "add.unchecked": "확인하지 못함:         {count}",
    "add.blocked": "넣지 못함:             {count}",
    "add.partly": "일부만 검사함:         {count}",
    "add.absent": "기록만 있고 파일 없음: {count}",
    "add.system_files": "시스템 파일, 건너뜀:   {count}",
    "question.password": (
        "{name}: 비밀번호로 잠겨 있습니다. 비밀번호를 알려 주세요: --password-file FILE"
    ),
    "question.owner": "{name}: 누가 내보낸 대화인가요? 이름을 알려 주세요: --owner NAME",
    "blocked.line": "  {name}: {why}",
    "add.next": "이제 확인하기: geoul check CASE --me PHOTO --attest self",
    "step.intake": "확인할 파일",
    "intake.title": "확인할 파일",
    "intake.intro": (
        "확인하고 싶은 사진이나 동영상, 또는 그것이 든 폴더를 여기에 넣으세요. 파일은 있던 곳에 "
        "그대로 있습니다. 프로그램은 얼굴을 찾기만 하고 화면에는 아무것도 보여 주지 않습니다."
    ),
    "intake.add": "파일이나 폴더 넣기(&A)",
    "intake.drop": "이 화면 아무 곳에나 끌어다 놓아도 됩니다.",
    "intake.choose": "넣을 파일과 폴더를 골라 주세요",
    "intake.origin.show": "출처 적기(&C)",
    "intake.origin.why": "적어 두면 나중에 경찰과 지원센터에 도움이 됩니다.",
    "intake.origin.hide": "출처 접기(&C)",
    "intake.details.platform": "플랫폼 (예: 텔레그램)(&P)",
    "intake.details.url": "링크(&K)",
    "intake.details.personal_data": "함께 공개된 개인정보 (이름, 학교, 전화번호, 계정)(&G)",
    "intake.details.note": "메모(&N)",
    "intake.copy": (
        "이것은 확인용 사본입니다. 숫자만 들어 있어 파일을 넣을 수 없습니다. 넣을 것이 있으면 이 "
        "사본을 준 사람이 원래 보관함에 넣을 수 있습니다."
    ),
    "intake.busy": "앞에 넣은 파일을 아직 읽는 중입니다. 끝난 뒤에 다시 넣어 주세요.",
    "intake.remote": (
        "이 컴퓨터에 있는 파일과 폴더만 넣을 수 있습니다. 링크나 다른 곳에 있는 파일은 먼저 이 "
        "컴퓨터에 저장해 주세요."
    ),
    # what was done
    "intake.did.new": "새로 넣음: {count}개",
    "intake.did.known": "이미 있음: {count}개",
    "intake.did.absent": "기록만 있고 파일은 없음: {count}개",
    "intake.did.blocked": "넣지 못함: {count}개",
    "intake.did.system_files": "건너뛴 시스템 파일: {count}개",
    "intake.did.looked": "검사함: {count}개",
    "intake.did.faces": "찾은 얼굴: {count}개",
    "intake.did.no_face": "얼굴 없음: {count}개",
    "intake.did.unchecked": "확인하지 못함: {count}개",
    "intake.did.partly": "일부만 검사함: {count}개",
    "intake.did.again": "그중 다시 검사함: {count}개",
    "intake.did.kept": "다시 검사하지 못함: {count}개",
    "intake.kept": "파일 {item}번(전에 찾은 결과는 그대로 둠): {why}",
    "intake.kept_list": "다시 검사하지 못한 것과 그 이유",
    "intake.blocked_list": "넣지 못한 것과 그 이유",
    "intake.next": "내 얼굴 넣으러 가기(&F)",
    # what the readers ask
    "intake.ask": "더 넣으려면 알려 주세요",
    "intake.ask.locked.one": "비밀번호로 잠긴 파일이 있습니다: {names}",
    "intake.ask.locked.many": "비밀번호로 잠긴 파일이 {count}개 있습니다: {names}",
    "intake.ask.locked.why": (
        "비밀번호는 파일이 올라온 곳에 함께 적혀 있을 때가 많습니다. 비밀번호를 찾으러 그곳에 "
        "들어가지는 마세요. 입력한 비밀번호는 보관함을 닫거나 잠글 때까지만 기억합니다."
    ),
    "intake.ask.forgotten": (
        "보관함이 잠길 때 입력했던 비밀번호를 지웠습니다. 한 번 더 입력해 주세요."
    ),
    "intake.ask.wrong": (
        "지금까지 입력한 비밀번호로는 열리지 않습니다. 다른 비밀번호를 입력해 보세요."
    ),
    "intake.ask.password": "비밀번호(&D)",
    "intake.ask.more": "{names} 외 {count}개",
    "intake.ask.owner": "{name}: 누구의 휴대전화에서 저장한 대화인가요?",
    "intake.ask.owner.hint": "대화에 나오는 이름 그대로",
    "intake.ask.add": "이대로 다시 넣기(&U)",
    "intake.ask.leave": "그대로 두기(&E)",
    # the list
    "intake.list": "이 보관함에 넣은 파일",
    "intake.column.number": "번호",
    "intake.column.name": "이름",
    "intake.column.kind": "종류",
    "intake.column.state": "상태",
    "intake.column.why": "이유",
    "intake.kind.image": "사진",
    "intake.kind.video": "동영상",
    "intake.state.pending": "검사 전",
    "intake.state.done": "검사함",
    "intake.state.partly": "일부만 검사함",
    "intake.state.no-face": "얼굴 없음",
    "intake.state.unchecked": "확인하지 못함",
    "intake.show": "보여 줄 파일",
    "intake.show.all": "전체 ({count})",
    "intake.show.pending": "검사 전 ({count})",
    "intake.show.unchecked": "확인하지 못함 ({count})",
    "intake.show.partly": "일부만 검사함 ({count})",
    "intake.show.no-face": "얼굴 없음 ({count})",
    "intake.show.done": "검사함 ({count})",
    "intake.search": "이름이나 번호로 찾기",
    "intake.nothing_fits": "찾은 파일이 없습니다. 검색어를 바꿔 보세요.",
    "intake.waiting": "검사하지 않은 파일: {count}개",
    "intake.go_on": "지금 검사하기(&S)",
    "intake.unchecked": "확인하지 못한 파일: {count}개",
    "intake.partly": "일부만 검사한 파일: {count}개",
    "intake.why": "이유 보기(&W)",
    "intake.again": "다시 시도(&R)",
    # said by hand
    "intake.link": "파일 없이 링크만 넣기(&B)",
    "intake.table": "출처를 적은 표(CSV) 불러오기(&O)",
    "intake.table.choose": "표(CSV)를 골라 주세요",
    "intake.table.kept": "표에서 읽음: 파일 {count}개에 적었고, 링크 {links}개를 새로 넣었습니다.",
    "intake.describe": "출처 고치기(&I)",
    "intake.describe.many": "출처 한꺼번에 고치기(&I)",
    "intake.chosen": "고른 파일: {count}개",
    "intake.chosen.what": "출처를 적으면 고른 파일 모두에 똑같이 저장됩니다.",
    "intake.said.item": "파일 {item}번의 출처",
    "intake.said.items": "고른 파일 {count}개의 출처",
    "intake.said.link": "파일 없이 링크만",
    "intake.said.why": (
        "이미 아는 것만 적고 나머지는 비워 두세요. 더 알아보려고 링크를 열거나 대화방에 들어가지 "
        "마세요."
    ),
    "intake.said.first": "여러 곳에서 본 파일입니다. 여기에는 그중 첫 번째 곳의 출처를 적습니다.",
    "intake.said.only_missing": "아직 적히지 않은 곳에만 적기",
    "intake.said.several": "파일마다 다릅니다. 새로 적으면 모두 바뀝니다",
    "intake.said.more": "자세히 적기(&M)",
    "intake.said.less": "간단히 적기(&W)",
    "intake.said.platform": "플랫폼 (예: 텔레그램)",
    "intake.said.url": "링크",
    "intake.said.post_title": "게시물 제목",
    "intake.said.room_title": "대화방이나 채널 이름",
    "intake.said.room_type": "대화방 종류",
    "intake.said.room_id": "대화방 ID",
    "intake.said.room_link": "대화방 링크",
    "intake.said.sender_display": "올린 사람의 닉네임",
    "intake.said.sender_username": "올린 사람의 사용자명",
    "intake.said.sender_id": "올린 사람의 ID",
    "intake.said.message_id": "메시지 번호",
    "intake.said.message_time_unix": "올라온 시각 (예: 2024-08-27 21:05)",
    "intake.said.forwarded_from": "전달 전 출처",
    "intake.said.how_obtained": "알게 된 경위",
    "intake.said.search_keywords": "검색어",
    "intake.said.personal_data": "함께 공개된 개인정보 (이름, 학교, 전화번호, 계정)",
    "intake.said.note": "메모",
    "intake.said.photo": "합성에 쓰인 내 사진",
    "intake.said.photo.what": (
        "사진의 해시값만 남깁니다. 경찰이 물어볼 수 있으니 사진은 지우지 말고 그대로 두세요."
    ),
    "intake.said.photo.none": "고른 사진이 없습니다.",
    "intake.said.photo.one": "고른 사진의 SHA-256 해시값: {sha256}",
    "intake.said.photo.several": "파일마다 고른 사진이 다릅니다.",
    "intake.said.photo.choose": "사진 고르기(&P)",
    "intake.said.photo.choose.prompt": "합성에 쓰인 사진을 골라 주세요",
    "intake.said.photo.none.button": "사진 빼기(&N)",
    "intake.said.keep": "저장(&S)",
    "intake.said.leave": "취소(&C)",
    "intake.said.unfit": "올바르지 않은 내용입니다: {name}",
    "intake.said.kept.one": "파일 1개의 출처를 저장했습니다.",
    "intake.said.kept.many": "파일 {count}개의 출처를 저장했습니다.",
    "intake.said.kept.none": "바뀐 것이 없습니다.",
    "intake.link.new": "링크를 목록에 넣었습니다.",
    "intake.link.known": "이미 목록에 있는 링크입니다.",
    # one item
    "intake.item": "파일 {item}번",
    "intake.item.why": "{state}. 이유: {why}",
    "intake.item.from": "출처",
    "intake.item.also": "이곳에서도 봄",
    "intake.item.numbers": (
        "확인용 사본에는 이 파일에 관한 내용이 더 없습니다. 원래 보관함에서는 이 번호로 찾을 수 "
        "있습니다."
    ),
    "intake.hashes.show": "해시값 보기(&H)",
    "intake.hashes.hide": "해시값 접기(&H)",
    "help.note": "파일의 출처 적기",
    "help.argument.items": "파일 번호. 예: 3 또는 3,5,8-12",
    "help.argument.fields": (
        "저장할 내용. 예: platform=Telegram room_link=https://... (platform= 처럼 뒤를 비우면 "
        "지웁니다). 쓸 수 있는 이름은 geoul show --json에 나옵니다"
    ),
    "help.option.photo": "합성에 쓰인 내 사진. 해시값만 남깁니다",
    "help.option.link": "파일 없이 링크만 있는 것을 넣기",
    "help.option.title": "게시물 제목",
    "help.option.account": "올린 사람의 계정",
    "help.option.room": "대화방이나 채널 이름",
    "help.option.room-link": "대화방이나 채널 링크",
    "help.option.time": "올라온 시각. 예: 2024-08-27 21:05",
    "help.option.how": "알게 된 경위",
    "help.option.personal-data": "함께 공개된 개인정보: 이름, 학교, 전화번호, 계정",
    "help.option.meta": "여러 파일의 출처를 적은 표(CSV). docs/intake.md에 설명이 있습니다",
    "note.changed": "파일 {of}개 가운데 {count}개에 새로 적었습니다.",
    "add.link_new": "링크를 목록에 넣었습니다.",
    "add.link_known": "이미 들어 있는 링크입니다.",
    "add.described": "표에서 읽음: 파일 {count}개에 적었고, 링크 {links}개를 새로 넣었습니다.",
    # a table
    "table.line": "{line}번째 줄: {what}",
    "table.more": "… 이 밖에 {count}개",
    "table.columns": "쓸 수 있는 열: {names}",
    "table.column-unknown": "이런 이름의 열은 없습니다: {column}",
    "table.column-twice": "같은 열이 두 번 있습니다: {column}",
    "table.too-many-cells": "이름이 없는 열에 값이 있습니다",
    "table.value-unfit": "{column} 열에 쓸 수 없는 값입니다: {text}",
    "table.no-item-named": (
        "어느 파일인지 적혀 있지 않습니다(item_no, sha256, path, original_filename 가운데 하나, "
        "링크만 있으면 url)"
    ),
    "table.item-missing": "보관함에 그런 파일이 없습니다({column}: {text})",
    "table.several-items": (
        "같은 이름의 파일이 여러 개입니다. 번호도 함께 적어 주세요({column}: {text})"
    ),
    "table.said-otherwise": "{column} 열의 값이 앞줄과 다릅니다: {text}",
    "field.state": "상태",
    "field.reason": "이유",
    "field.sha256": "SHA-256 해시값",
    "field.sha512": "SHA-512 해시값",
    "field.md5": "MD5 해시값",
    "field.sha1": "SHA-1 해시값",
    "field.pdq": "PDQ 해시값",
    "field.pdq_quality": "PDQ 품질",
    "field.size": "크기 (바이트)",
    "field.mime": "파일 종류",
    "field.width": "가로 (픽셀)",
    "field.height": "세로 (픽셀)",
    "field.duration_ms": "길이 (밀리초)",
    "field.original_filename": "파일 이름",
    "field.path": "파일 위치",
    "field.acquired_at_utc": "넣은 시각",
    "field.acquired_at_local": "넣은 시각 (현지)",
    "field.tz": "시간대",
    "field.acquired_by_role": "넣은 사람",
    "field.how_obtained": "알게 된 경위",
    "field.platform": "플랫폼",
    "field.room_title": "대화방 이름",
    "field.room_type": "대화방 종류",
    "field.room_id": "대화방 ID",
    "field.room_link": "대화방 링크",
    "field.message_id": "메시지 번호",
    "field.message_time_unix": "올라온 시각",
    "field.sender_display": "올린 사람 (닉네임)",
    "field.sender_id": "올린 사람 ID",
    "field.sender_username": "올린 사람 사용자명",
    "field.forwarded_from": "전달 전 출처",
    "field.url": "링크",
    "field.post_title": "게시물 제목",
    "field.search_keywords": "검색어",
    "field.personal_data": "함께 공개된 개인정보",
    "field.note": "메모",
    "field.fs_mtime": "파일 수정 시각",
    "field.is_derivative": "다른 파일로 만듦",
    "field.parent_sha256": "원래 파일 (SHA-256)",
    "field.operation": "만든 방법",
    "field.original_kept": "원본 보관",
    "field.pack": "비교 모델",
    "field.pipeline": "비교 모델 버전",
    # beside what else is told: app.intake.note_flags
    "mark.link-reconstructed": (
        "대화방 ID와 메시지 번호로 만든 링크입니다. 열어서 확인하지는 않았습니다."
    ),
    "mark.time-assumed": "시각에 시간대가 없어 한국이나 이 컴퓨터의 시간대로 계산했습니다.",
    "mark.thumbnail": "작은 미리보기일 뿐입니다. 내보낸 대화에는 이 파일의 원본이 없습니다.",
    "mark.claimed": "주소, 시각, 보낸 사람은 파일에 적힌 그대로이며, 맞는지 확인하지 않았습니다.",
    # platforms
    "platform.telegram": "텔레그램(Telegram)",
    "platform.discord": "디스코드(Discord)",
    "platform.kakaotalk": "카카오톡",
    "platform.whatsapp": "왓츠앱(WhatsApp)",
    "platform.email": "이메일",
    "platform.web": "웹페이지",
    # rooms of Telegram, then of Discord
    "room_type.saved_messages": "저장한 메시지",
    "room_type.personal_chat": "1:1 대화",
    "room_type.bot_chat": "봇과의 대화",
    "room_type.private_group": "비공개 그룹",
    "room_type.private_supergroup": "비공개 그룹(슈퍼그룹)",
    "room_type.public_supergroup": "공개 그룹(슈퍼그룹)",
    "room_type.private_channel": "비공개 채널",
    "room_type.public_channel": "공개 채널",
    "room_type.DirectTextChat": "1:1 대화",
    "room_type.DirectGroupTextChat": "비공개 그룹",
    "room_type.GuildTextChat": "서버의 채널",
    # how an item was made
    "operation.made-from-photo": "본인 사진으로 만듦",
    "operation.screen-capture": "화면 캡처",
    "operation.screen-capture-covered": "가린 화면 캡처",
}

ERRORS = {
    "UnknownFieldError": (
        "이런 이름으로는 적을 수 없습니다: {field}. 쓸 수 있는 이름: platform, url, post_title, "
        "room_title, room_type, room_id, room_link, sender_display, sender_username, sender_id, "
        "message_id, message_time_unix, forwarded_from, how_obtained, search_keywords, "
        "personal_data, note, parent_sha256. platform=Telegram처럼 적어 주세요"
    ),
    "InvalidValueError": (
        "올바르지 않은 값입니다({field}): {text}. 시각은 2024-08-27 21:05처럼, 사진은 SHA-256 "
        "해시값으로 적어 주세요. 바뀐 것은 없습니다."
    ),
    "NotMadeFromPhotoError": (
        "파일 {item}번은 화면 캡처여서, 합성에 쓰인 사진을 적을 수 없습니다. 바뀐 것은 없습니다."
    ),
    "TableUnreadableError": (
        "읽을 수 있는 표가 아닙니다: {path}. CSV(UTF-8)로 저장한 뒤 다시 해 보세요."
    ),
    "ProvenanceTableError": (
        "표에서 {count}줄을 고쳐야 해서 쓰지 않았습니다: {path}. 바뀐 것은 없습니다. 고친 뒤 다시 "
        "해 보세요."
    ),
    "LinkWithFilesError": "--link는 파일이 없을 때 씁니다. 파일의 출처는 --url로 적어 주세요.",
}
