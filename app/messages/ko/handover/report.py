"""The report, the hash sheet, and the custody log in them, in Korean."""

TEXTS = {
    # in the report
    "report.check.found.with_confirmed": (
        "이 가운데 본인이라고 확인한 얼굴과 함께 비교해야만 나온 얼굴: {count}개"
    ),
    "report.check.left_out": (
        "본인이라고 확인한 얼굴은 다른 얼굴을 찾을 때 본인 사진처럼 함께 썼습니다. 그 얼굴 자신, "
        "거의 같은 얼굴, 같은 사진이나 동영상에 나온 얼굴에는 쓰지 않았습니다. 따라서 본인이라고 "
        "확인했다는 이유로 그 얼굴이 더 비슷한 것으로 나오지는 않습니다."
    ),
    "report.first.check": "{number}차 비교",
    "report.first.used": "본인 사진 {photos}장, 전에 본인이라고 확인한 얼굴 {confirmed}개",
    "report.first.threshold": "기준 점수: 많이 비슷함 {strong} 이상, 조금 비슷함 {some} 이상",
    "report.first.pack": "비교 모델: {pack} ({pipeline})",
    "report.found.photos": "본인 사진만으로 찾은 것",
    "report.found.confirmed": "본인이라고 확인한 얼굴과 함께 비교해야만 나온 것",
    "report.found.unknown": "처음에 어떤 결과였는지 알 수 없는 것",
    "report.found.not": "얼굴 비교에서 나오지 않은 것",
    # both documents
    "report.head": "{title} · 사건 파일 {case}",
    "report.foot.manifest": "증거 묶음 (manifest-sha512.txt의 SHA-512)",
    "report.end": "보고서 끝",
    "report.end_of_volume": "제{number}권 끝",
    "report.page": "{page} / {pages}쪽",
    "report.footer": "거울(Geoul) {version} · 사건 파일 {case} · 작성 {made}",
    "report.bytes": "{count}바이트",
    "report.role.self": "본인",
    "report.role.consent": "본인의 동의를 받은 사람",
    "report.role.guardian": "보호자",
    "report.role.counsellor": "상담원",
    "report.role.victim": "피해자 본인",
    "report.role.program": "프로그램",
    "report.role.unsaid": "밝히지 않음",
    # head
    "report.title": "피해 의심 콘텐츠 보고서",
    "report.eyebrow": "증거 묶음 · 사건 파일 {case}",
    "report.of_volume": "{text} · 제{number}권 (모두 {of}권)",
    "report.short.volumes": (
        "이 보고서는 모두 {of}권입니다. 이것은 제1권이며, 나머지 파일은 다음 권에 있습니다."
    ),
    "report.crop.more": "이 얼굴의 사진 {count}장이 data/crops에 더 있습니다.",
    "report.case": "사건 파일 번호",
    "report.made": "작성 시각",
    "report.made_by": "작성한 사람",
    "report.tool": "작성 도구",
    "report.tool.value": "거울(Geoul) {version}. 네트워크에 연결하지 않고 작성함",
    "report.level": "담긴 사진",
    "report.level.list": "없음. 글, 링크, 해시값만 있음",
    "report.level.crops": "피해자 본인의 얼굴만 잘라 낸 사진. 다른 사람은 없음",
    "report.level.originals": "등록된 파일의 원본. 고치지 않음",
    "report.zone": "시각의 기준",
    "report.zone.value": "이 컴퓨터의 시계({tz}). 다른 곳에서 확인받은 시각은 아님",
    # in short
    "report.short": "요약",
    "report.short.items.one": "이 사건에 등록된 파일 {all}개 가운데 1개를 제출합니다.",
    "report.short.items.many": "이 사건에 등록된 파일 {all}개 가운데 {count}개를 제출합니다.",
    "report.short.confirmed": (
        "본인이라고 사람이 판단한 파일: {count}개. 모든 판단은 함께 적힌 사람이 한 것이며, "
        "프로그램이 한 것이 아닙니다."
    ),
    "report.short.confirmed.unsaid": (
        "본인이라고 사람이 판단한 파일: {count}개. 모든 판단은 사람이 한 것이며, 프로그램이 한 "
        "것이 아닙니다. '밝히지 않음'으로 적힌 것은 누가 판단했는지 밝히지 않은 것입니다."
    ),
    "report.short.check": (
        "마지막 확인에서 파일 {items}개에 있는 얼굴 {tracks}개와 비교했고, 많이 비슷한 얼굴 "
        "{strong}개와 조금 비슷한 얼굴 {some}개가 나왔습니다(확인 필요)."
    ),
    "report.short.listed": (
        "이 {found}개 가운데 {listed}개를 제{part}장에 적었습니다. 본인이라고 판단한 파일에 나온 "
        "것이며, 사람이 본인이 아니라고 했거나 잘 모르겠다고 한 얼굴은 뺐습니다."
    ),
    "report.short.check_none": (
        "마지막 확인에서 파일 {items}개에 있는 얼굴 {tracks}개와 비교했으나 비슷한 얼굴을 찾지 "
        "못했습니다. 없다는 뜻은 아닙니다."
    ),
    "report.short.no_check": (
        "이 사건에서는 얼굴을 비교하지 않았습니다. 프로그램이 비교한 얼굴은 없습니다."
    ),
    "report.short.person": (
        "이 보관함은 {count}명의 얼굴로 확인했습니다. 이 증거 묶음은 {person}번 사람에 관한 "
        "것입니다. 안에 든 확인 결과와 판단, 얼굴 사진은 이 사람의 것뿐입니다. 관리 기록은 보관함 "
        "전체를 번호로만 담고 있습니다."
    ),
    "report.short.unclear": (
        "전부 또는 일부를 확인하지 못한 파일: {count}개. 제{part}장에 이유와 함께 적었습니다."
    ),
    "report.short.unclear_none": "확인하지 못한 파일: 없음. 모든 파일을 검사했습니다.",
    "report.lead": (
        "비슷하다는 것은 단서일 뿐, 본인이라는 판정이 아닙니다. 프로그램은 사람이 살펴볼 얼굴의 "
        "차례를 정할 뿐이며, 본인인지는 사람이 판단했습니다."
    ),
    "report.short.found": "{what}: {count}개.",
    "report.short.apart": "이 파일들을 제{part}장에 나누어 적었습니다.",
    # list of exhibits
    "report.overview": "제출 목록",
    "report.overview.item": "번호",
    "report.overview.where": "발견한 곳",
    "report.overview.when": "시각",
    "report.overview.first": "첫 결과",
    "report.overview.decision": "사람의 판단",
    "report.overview.attached": "첨부한 것",
    "report.overview.posted": "게시",
    "report.overview.captured": "수집",
    "report.overview.more_places": "그 밖에 {count}곳",
    "report.overview.further": "목록은 다음 권에 이어집니다.",
    "report.attached.original": "원본 파일",
    "report.attached.capture": "화면 캡처 파일",
    "report.attached.face": "얼굴 사진 1장",
    "report.attached.faces": "얼굴 사진 {count}장",
    "report.attached.captures": "화면 캡처: 파일 {items}번",
    "report.attached.no_file": "파일 없음. 링크나 메시지만 있음",
    "report.attached.nothing": "해시값만 있음",
    # items
    "report.items": "제출하는 파일, 발견한 곳과 시각",
    "report.items.none": "제출하는 파일이 없습니다.",
    "report.item": "파일 {item}번",
    "report.verdict.confirm": "본인이라고 사람이 판단함",
    "report.verdict.reject": "본인이 아니라고 사람이 판단함",
    "report.verdict.unsure": "사람이 보았으나 잘 모르겠다고 함",
    "report.verdict.none": "아직 판단하지 않음",
    "report.name": "파일 이름",
    "report.kind": "종류와 크기",
    "report.kind.size": "{width} x {height}픽셀",
    "report.kind.length": "길이 {length}",
    "report.pdq": "PDQ (품질)",
    "report.lookup": "조회용 MD5, SHA-1",
    "report.derived": "원래 파일",
    "report.capture": "화면 캡처",
    "report.capture_of": "파일 {item}번의 화면 캡처",
    "report.screen-capture": "사람이 화면을 있는 그대로 찍은 것",
    "report.screen-capture-covered": (
        "사람이 화면을 찍고, 성적인 부분과 다른 사람의 얼굴을 모두 가렸다고 밝힌 것"
    ),
    "report.captured": "화면 캡처",
    "report.captured.value": "파일 {items}번",
    "report.kept": "원본 파일",
    "report.kept.inside": "이 증거 묶음에 있음",
    "report.kept.case": "사건 파일에 보관되어 있고 이 증거 묶음에는 없음",
    "report.kept.none": "파일 없음. 링크나 메시지만 신고됨",
    "report.kept.nowhere": "보관하지 않음. 해시값만 있음",
    "report.place": "발견한 곳 {number}",
    "report.place.only": "발견한 곳",
    "report.place.acquired": "사건에 등록한 시각",
    "report.place.role": "등록한 사람",
    "report.place.how": "알게 된 경위",
    "report.place.platform": "플랫폼",
    "report.place.room": "대화방",
    "report.place.room_link": "대화방 링크",
    "report.place.url": "링크",
    "report.place.post": "게시물 제목",
    "report.place.message": "메시지 번호",
    "report.place.sent": "게시 시각",
    "report.place.sender": "올린 계정",
    "report.place.forwarded": "전달 전 출처",
    "report.place.keywords": "검색어",
    "report.place.personal": "함께 공개된 개인정보",
    "report.place.note": "메모",
    "report.place.changed": "파일 수정 시각",
    "report.seen": "얼굴",
    "report.seen.time": "나오는 때",
    "report.seen.span": "{first}부터 {last}까지",
    "report.seen.best": "잘 보이는 때",
    "report.seen.first": "첫 결과",
    "report.seen.band": "마지막 확인 결과",
    "report.seen.picture": "사진",
    "report.seen.undecided": "마지막 확인에서 나왔으나 하나하나 판단하지는 않은 것",
    "report.band.none": "나오지 않음",
    "report.crop.alt": "파일 {item}번에서 확인한 얼굴만 잘라 낸 사진 (얼굴 {face}번)",
    # the check
    "report.check": "얼굴을 비교한 방법",
    "report.check.none": "얼굴을 비교하지 않았습니다.",
    "report.check.when": "마지막 확인",
    "report.check.whose": "누구의 얼굴",
    "report.attest.self": "본인의 얼굴이라고 밝힘",
    "report.attest.consent": "다른 사람의 얼굴이며 그 사람의 동의를 받았다고 밝힘",
    "report.attest.guardian": "보호자가 자신이 돌보는 아동·청소년의 얼굴이라고 밝힘",
    "report.attest.counsellor": "상담원이 도움을 청한 사람의 얼굴이라고 밝힘",
    "report.challenge": "카메라 촬영",
    "report.challenge.passed": "카메라로 찍음. 요청한 동작을 모두 함",
    "report.challenge.skipped": "카메라로 찍음. 요청한 동작은 하지 않음",
    "report.challenge.none": "없음. 사진을 골라 씀",
    "report.check.version": "프로그램",
    "report.check.pack": "비교 모델",
    "report.check.file": "모델 파일 (SHA-256)",
    "report.check.photos": "사용한 본인 사진",
    "report.check.photos.value": "{photos}장, 전에 본인이라고 확인한 얼굴 {confirmed}개",
    "report.check.compared": "비교한 얼굴 수 (N)",
    "report.check.compared.value": (
        "파일 {items}개에 있는 {tracks}개. 동영상 속 얼굴은 장면마다 한 번만 셈"
    ),
    "report.check.older": "그중 다른 버전으로 검사한 것",
    "report.check.threshold": "기준 점수",
    "report.check.threshold.value": "많이 비슷함 {strong} 이상, 조금 비슷함 {some} 이상",
    "report.check.crowd": "비교 집단",
    "report.crowd.case": "이 사건의 다른 얼굴 {count}개",
    "report.crowd.case+pack": "이 사건의 다른 얼굴과 비교 모델의 가상 얼굴을 합하여 {count}개",
    "report.crowd.pack": "비교 모델의 가상 얼굴 {count}개. 이 사건의 얼굴이 너무 적음",
    "report.check.expected": "나올 수 있는 닮은 사람",
    "report.check.expected.value": "많이 비슷함: {strong}. 조금 비슷함: {some}",
    "report.check.found": "나온 얼굴",
    "report.check.found.value": "많이 비슷함 {strong}개, 조금 비슷함 {some}개",
    "report.check.unmeasured": (
        "비교 모델의 이 버전은 성능을 측정한 적이 없습니다. 우연히 닮은 사람의 수는 이 사건만 보고 "
        "추정한 것입니다."
    ),
    "report.check.poor": (
        "이 비교 모델이 덜 정확하게 비교하는 사람: {people}. 놓치는 얼굴이 더 많고 닮은 다른 "
        "사람도 더 많이 나옵니다."
    ),
    # what could not be checked
    "report.unclear": "확인하지 못한 파일",
    "report.unclear.what": (
        "아래 파일에 본인이 나오는지는 알 수 없습니다. 제{part}장에 함께 적힌 것이 아니면 제출하는 "
        "파일에 들어 있지 않습니다."
    ),
    "report.unclear.item": "파일",
    "report.unclear.why": "이유",
    "report.unclear.partly": "일부만 검사함: {why}",
    "report.reason.not-media": "사진도 동영상도 아님",
    "report.reason.picture-format": "읽을 수 없는 형식의 사진",
    "report.reason.other-format": "다른 종류의 파일이라 읽지 않음",
    "report.reason.empty": "비어 있음",
    "report.reason.damaged": "손상됨",
    "report.reason.truncated": "중간에 끊김",
    "report.reason.too-large": "안전하게 검사하기에는 너무 크거나 많음",
    "report.reason.too-long": "끝까지 검사하기에는 너무 긺",
    "report.reason.more-inside": "안에 다른 사진이나 동영상이 더 있으나 모두 검사하지 못함",
    "report.reason.no-video": "영상이 없는 동영상",
    "report.reason.encrypted": "비밀번호로 잠겨 있음",
    "report.reason.unreadable-file": "읽을 권한이 없음",
    "report.reason.changed": "넣은 뒤에 바뀜",
    "report.reason.gone": "원래 있던 곳에 없음",
    "report.reason.link": "다른 파일을 가리키는 링크",
    "report.reason.locked": "비밀번호를 모르는 압축 파일 안에 있음",
    "report.reason.too-deep": "너무 여러 겹의 압축 파일 안에 있음",
    "report.reason.not-in-export": "대화 내보내기에서 빠짐",
    "report.reason.over-export-limit": "대화 내보내기의 크기 제한을 넘음",
    "report.reason.unavailable": "대화를 내보낼 때 불러오지 못함",
    "report.reason.not-understood": "대화에 알 수 없는 방식으로 쓰인 줄이 있음",
    "report.reason.link-only": "링크만 있고 파일은 없음",
    "report.reason.decoder-died": "여는 도중 문제가 생겨 멈춤",
    "report.reason.decoder-timeout": "여는 데 너무 오래 걸림",
    "report.reason.decoder-memory": "여는 데 메모리가 너무 많이 듦",
    "report.reason.decoder-lied": "여는 과정에서 올바르지 않은 값이 나옴",
    "report.reason.unexpected-error": "읽는 도중 예상하지 못한 오류로 멈춤",
    "report.reason.unknown-packing": "풀 수 없는 방식으로 압축되었거나 잠겨 있음",
    "report.reason.one-of-several": "여러 개로 나뉜 압축 파일의 한 조각이며 나머지 조각이 없음",
    "report.reason.part-missing": "압축 파일인데 압축 파일을 여는 부분이 없었음",
    "report.reason.other-pack": "다른 비교 모델로만 검사함",
    "report.reason.pending": "검사 전",
    # decisions
    "report.decisions": "사람이 판단한 것",
    "report.decisions.none": "이 파일들에 대해 판단한 사람이 아직 없습니다.",
    "report.decisions.item": "파일",
    "report.decisions.face": "얼굴",
    "report.decisions.whole": "파일 전체",
    "report.decisions.what": "판단",
    "report.decisions.who": "판단한 사람",
    "report.decisions.when": "시각",
    "report.decided.confirm": "본인이라고 판단함",
    "report.decided.reject": "본인이 아니라고 판단함",
    "report.decided.unsure": "잘 모르겠다고 함",
    # limits
    "report.limits": "이 보고서가 말해 주지 않는 것",
    "report.limits.items": (
        "이 보고서는 여기에 적힌 파일에 관한 것이며, 다른 파일에 관해서는 아무것도 말하지 "
        "않습니다. 전달할 때에는 일부가 아니라 전체를 전달해 주십시오."
    ),
    "report.limits.lead": (
        "두 얼굴이 비슷하다고 해서 누구인지 확실히 알 수 있는 것은 아닙니다. 비교에서 놓치는 "
        "얼굴도 있고, 닮은 다른 사람이 나오기도 합니다."
    ),
    "report.limits.groups": "이런 오류는 여성, 어린 사람, 동아시아인의 얼굴에서 더 잦습니다.",
    "report.limits.made": (
        "프로그램은 사진이 편집·합성되었는지, 인공지능(AI)으로 만들어졌는지 판정하지 않으며, "
        "나이를 추정하지 않습니다."
    ),
    "report.limits.told": (
        "어디에서 언제 보았는지는 사람이 알려 주었거나 내보낸 대화 파일에 적힌 것입니다. "
        "프로그램은 네트워크에 연결하지 않으며 어떤 링크도 열지 않았습니다."
    ),
    "report.limits.hashes": (
        "SHA-256과 SHA-512는 파일이 바뀌지 않았음을 보여 줍니다. MD5, SHA-1, PDQ는 같은 파일이나 "
        "비슷한 사진을 찾아볼 때 쓰는 값입니다."
    ),
    "report.limits.time": "관리 기록의 시각은 모두 이 컴퓨터의 시계를 따른 것입니다.",
    "report.spelling": (
        "이 문서의 글꼴에 없거나 눈에 보이지 않는 글자는 \\U0001f525처럼 유니코드 번호로 "
        "적었습니다. 정확한 글자는 data/items.json에 있습니다."
    ),
    # how to check
    "report.seal": "이 증거 묶음을 확인하는 방법",
    "report.seal.what": (
        "이 증거 묶음에는 디지털 서명이 있습니다. 아래 지문을, 이것을 전달한 사람에게 들었거나 "
        "종이로 받은 지문과 비교해 주십시오. 그 밖의 것을 거울(Geoul) 없이 확인하는 방법은 "
        "README-FIRST에 있습니다."
    ),
    "report.seal.fingerprint": "서명 키의 지문 (SHA-256)",
    "report.seal.manifest": "data/ 아래 모든 파일의 목록 manifest-sha512.txt의 SHA-512",
    "report.seal.alt": "서명 키의 지문이 담긴 QR 코드",
    "report.seal.manifest.alt": "manifest-sha512.txt의 SHA-512가 담긴 QR 코드",
    "report.seal.none": "이 문서는 서명된 증거 묶음에 들어 있지 않습니다.",
    # the way of the bundle, the officer, help
    "report.transfer": "인수인계 기록",
    "report.transfer.what": "증거 묶음을 다른 사람에게 넘길 때마다 손으로 적습니다.",
    "report.transfer.when": "날짜와 시각 (시간대)",
    "report.transfer.from": "넘긴 사람 (성명, 서명)",
    "report.transfer.to": "받은 사람 (성명, 서명)",
    "report.transfer.why": "이유와 방법",
    "report.officer": "접수 담당자 기재란",
    "report.officer.name": "성명",
    "report.officer.office": "소속",
    "report.officer.number": "접수·사건 번호",
    "report.officer.received": "접수일",
    "report.officer.telephone": "전화",
    "report.officer.signature": "서명",
    "report.officer.notes": "비고",
    "report.help": "도움받을 수 있는 곳",
    "report.help.who": "기관",
    "report.help.contact": "연락처",
    "report.help.for": "대상",
    # hash sheet
    "sheet.title": "해시값 확인서",
    "sheet.what": (
        "아래 파일의 SHA-256 해시값은 거울(Geoul) {version} 프로그램이 함께 적힌 시각에 파일을 "
        "읽어 계산한 것입니다. 두 파일의 SHA-256 해시값이 같으면 그 내용은 마지막 비트까지 "
        "같습니다."
    ),
    "sheet.number": "번호",
    "sheet.file": "파일 이름",
    "sheet.size": "크기 (바이트)",
    "sheet.captured": "등록 시각 (KST / UTC)",
    "sheet.hash": "SHA-256 해시값",
    "sheet.no_content": "파일 없음. 링크나 기록만 있음",
    "sheet.count": "파일 수",
    "sheet.end": "해시값 확인서 끝",
    "sheet.seal": "이 확인서가 속한 증거 묶음",
    "sheet.seal.what": (
        "증거 묶음을 받은 사람은 검사할 때 나오는 값을 아래 값과 비교해 주십시오. 두 값이 같으면 "
        "이 확인서와 함께 만든 증거 묶음이며, 그 뒤로 바뀌지 않은 것입니다."
    ),
    "sheet.sign": "서명",
    "sheet.sign.what": (
        "아래 서명은 이 확인서를 이대로 주고받았음을 뜻합니다. 파일에 무엇이 나오는지를 확인하는 "
        "서명이 아닙니다."
    ),
    "sheet.victim": "피해자 본인",
    "sheet.guardian": "피해자의 보호자",
    "sheet.counsellor": "상담원",
    "sheet.officer": "접수 담당자",
    "sheet.name": "성명",
    "sheet.office": "소속",
    "sheet.date": "날짜",
    "sheet.signature": "서명",
    "report.custody": "관리 기록: 이 사건에서 한 일",
    "report.custody.what": (
        "프로그램은 모든 일을 관리 기록에 남기며, 각 기록에는 바로 앞 기록의 해시값이 들어갑니다. "
        "기록 전체는 증거 묶음의 data/custody.jsonl에 있습니다."
    ),
    "report.custody.ok": "모든 기록이 바로 앞 기록과 맞습니다.",
    "report.custody.broken": "기록이 바뀌었습니다. 고치거나 옮기거나 없앤 것이 있습니다.",
    "report.custody.no_check": (
        "관리 기록이 바뀌었으므로, 얼굴을 비교한 일에 관해 그 기록에 적힌 것은 여기에 옮기지 "
        "않았습니다."
    ),
    "report.custody.unlike": (
        "사건에 보관된 판단이 관리 기록에 적힌 판단과 다릅니다(파일 {items}번). 이 프로그램이 아닌 "
        "방법으로 바뀐 것입니다. 무엇을 판단했는지는 관리 기록(data/custody.jsonl)에 남아 있습니다."
    ),
    "report.custody.statements_unlike": (
        "파일이나 발견된 곳, 그에 대해 적은 내용이 관리 기록에 적힌 것과 다릅니다. 이 프로그램이 "
        "아닌 방법으로 바뀐 것입니다."
    ),
    "report.custody.entries": "기록 수",
    "report.custody.head": "마지막 기록 (SHA-256)",
    "report.custody.step": "한 일",
    "report.custody.count": "횟수",
    "report.custody.first": "처음",
    "report.custody.last": "마지막",
    "report.step.created": "사건 파일을 만듦",
    "report.step.unlock": "사건 파일을 엶",
    "report.step.add": "파일을 넣음",
    "report.step.add-unfinished": "끝나지 않은 넣기에서 들어온 파일",
    "report.step.attest": "누구의 얼굴인지 밝힘",
    "report.step.check": "얼굴을 비교함",
    "report.step.renumbered": "같은 얼굴을 다른 번호로 다시 찾음",
    "report.step.view": "파일의 정보를 봄",
    "report.step.reveal": "사진을 봄",
    "report.step.decided": "판단함",
    "report.step.decision-taken-back": "판단을 취소함",
    "report.step.check-copy-written": "확인용 사본을 만듦",
    "report.step.signing-key-made": "서명 키를 만듦",
    "report.step.export": "증거 묶음을 만들기 시작함",
    "report.step.exported": "증거 묶음을 만듦",
    "report.step.export-stopped": "증거 묶음 만들기를 그만둠",
    "report.step.passphrase-noted": "증거 묶음 암호를 적어 둠",
    "report.step.compared": "증거 묶음을 사건과 비교함",
    "report.step.sources": "본인 사진에서 단서를 찾음",
    "report.step.hash-list": "해시값 목록을 만듦",
    "report.step.provenance": "파일의 출처를 적거나 고침",
    "report.step.capture": "화면 캡처로 표시함",
    "report.step.capture-taken-back": "화면 캡처 표시를 취소함",
    "report.step.beside": "증거 묶음 옆에 잠기지 않은 파일을 둠",
    "report.step.forgotten": "파일 없는 기록을 접어 둠",
    "report.step.passphrase-changed": "암호를 바꿈",
}

ERRORS = {
    "KoreanFontMissingError": (
        "보고서에 한글이 있는데 이 컴퓨터에 한글 글꼴이 없습니다. 글꼴({package})을 설치한 뒤 다시 "
        "해 주세요."
    ),
}
