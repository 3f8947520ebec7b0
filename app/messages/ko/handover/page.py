"""The page on which evidence is handed over, in Korean."""

TEXTS = {
    "step.handover": "전달하기",
    "handover.person": "누구에 관한 것인가요",
    "handover.person.why": (
        "이 보관함은 여러 사람의 얼굴로 확인했습니다. 증거 묶음에는 그중 한 사람의 확인 결과와 "
        "판단, 얼굴만 들어갑니다."
    ),
    "handover.title": "전달하기",
    "handover.what": (
        "찾은 것을 잠긴 파일 하나(증거 묶음)에 담아 경찰이나 지원센터에 전달할 수 있습니다. 무엇을 "
        "담을지는 직접 정합니다. 프로그램이 보내는 것은 없으니, 직접 전달하면 됩니다."
    ),
    "handover.reading": "본인이라고 확인한 파일을 찾고 있습니다…",
    "handover.copy": (
        "지금 열린 것은 확인용 사본입니다. 이름, 링크, 사진이 없어 여기서는 전달할 것이 없습니다. "
        "본인이라고 확인한 파일의 번호를 이 사본을 준 사람에게 알려 주면, 원래 보관함에서 증거 "
        "묶음을 만들 수 있습니다."
    ),
    "handover.nothing": (
        "아직 본인이라고 확인한 것이 없습니다. 다른 사람의 사진이 전달되지 않도록, 본인이라고 "
        "확인한 파일만 담습니다. 나온 얼굴을 살펴보고 어느 것이 본인인지 먼저 판단해 주세요."
    ),
    "handover.review": "나온 얼굴 살펴보기(&G)",
    "handover.inside": "담기는 것",
    "handover.confirmed.none": "아직 본인이라고 확인한 것이 없습니다.",
    "handover.confirmed.one": "본인이라고 확인한 파일 한 개: {items}번",
    "handover.confirmed.many": "본인이라고 확인한 파일 {count}개: {items}번",
    "handover.items.all": "본인이라고 확인한 파일 모두(&C)",
    "handover.items.some": "번호로 고른 파일만(&N)",
    "handover.items.some.for": (
        "몇 개만 달라고 했거나, 얼굴은 안 나오지만 나와 관련된 파일이 있을 때 고르세요. 다른 "
        "사람에 관한 것은 그 사람이 정할 일입니다."
    ),
    "handover.items.numbers": "파일 번호",
    "handover.items.hint": "예: 3, 7, 12-15",
    "handover.items.left_out.one": "본인이라고 확인했지만 여기에 담기지 않는 파일: {items}번",
    "handover.items.left_out.many": (
        "본인이라고 확인했지만 여기에 담기지 않는 파일 {count}개: {items}번"
    ),
    "handover.facts": (
        "파일마다 언제 어디에서 보았는지, 직접 적은 링크와 이름, 해시값이 들어갑니다. 보고서, "
        "서명할 해시값 확인서, 이 보관함에서 한 일을 적은 관리 기록도 함께 들어갑니다."
    ),
    "handover.unchecked.none": "모든 파일을 끝까지 검사했습니다. 보고서에도 그렇게 적힙니다.",
    "handover.unchecked.one": (
        "파일 1개는 검사하지 못했거나 일부만 검사했습니다. 무엇을 담든 보고서에 그 파일의 이름과 "
        "이유가 적힙니다."
    ),
    "handover.unchecked.many": (
        "파일 {count}개는 검사하지 못했거나 일부만 검사했습니다. 무엇을 담든 보고서에 그 파일들의 "
        "이름과 이유가 적힙니다."
    ),
    "handover.level": "담을 사진",
    "level.list": "사진 없이",
    "level.list.for": (
        "글, 링크, 해시값만 담습니다. 경찰, 지원센터, 변호사, 플랫폼 등 도와주는 곳이라면 어디에나 "
        "전달할 수 있습니다."
    ),
    "level.crops": "내 얼굴만",
    "level.crops.for": (
        "파일마다 내 얼굴만 작게 담습니다. 얼굴 주변이나 다른 사람은 나오지 않습니다. 가린 화면 "
        "캡처도 담깁니다. 본인인지 어떻게 아는지 경찰이나 지원센터가 물을 때 고르세요."
    ),
    "level.originals": "원본 파일 그대로",
    "level.originals.for": (
        "경찰이 달라고 할 때 경찰에만 전달하세요. 이런 파일은 피해자 본인이라도 가지고 있거나 "
        "건네는 것이 법에 어긋날 수 있습니다. 먼저 지원센터에 물어보세요."
    ),
    "level.crops.missing": "이 보관함에는 얼굴 사진이 없습니다.",
    "level.originals.missing": "이 보관함에는 원본 파일이 없습니다. 그 편이 더 안전합니다.",
    "handover.gaps": "아직 빠진 것",
    "handover.gaps.why": (
        "경찰이 물어보는 것들입니다. 모르는 것은 비워 두어도 됩니다. 알아내려고 링크를 누르거나 "
        "대화방에 들어가지 마세요."
    ),
    "handover.gaps.fill.one": "적어 넣기(&F)",
    "handover.gaps.fill.many": "모두에 적어 넣기(&F)",
    "handover.gaps.none": "경찰이 물어보는 것 가운데 빠진 것이 없습니다.",
    "asked.link": "링크",
    "asked.platform": "플랫폼",
    "asked.place": "게시물 제목이나 대화방 이름",
    "asked.account": "올린 계정",
    "asked.time": "올라온 시각",
    "asked.message": "메시지 번호",
    "asked.how_obtained": "알게 된 경위",
    "asked.keywords": "검색어",
    "asked.personal_data": "함께 공개된 개인정보(이름, 학교, 전화번호, 계정)",
    "asked.missing.one": "{what}: 파일 한 개에 빠져 있습니다 ({items}번)",
    "asked.missing.many": "{what}: 파일 {count}개에 빠져 있습니다 ({items}번)",
    "handover.more": "{items} 외 {count}개",
    "handover.language": "보고서의 언어",
    "handover.language.what": (
        "이 창의 언어와 상관없이, 받는 사람의 언어를 고르세요. 처음에는 이 컴퓨터가 있는 나라의 "
        "언어로 정해져 있습니다."
    ),
    "handover.language.ko": "한국어",
    "handover.language.en": "영어",
    "handover.language.both": "한국어와 영어",
    "handover.lock": "증거 묶음을 열 수 있는 사람",
    "handover.lock.passphrase": "암호를 아는 사람(&P)",
    "handover.lock.passphrase.for": (
        "단어 일곱 개로 된 암호를 만들어 한 번만 보여 줍니다. 7-Zip이나 반디집 같은 "
        "프로그램으로 열 수 있습니다. 암호는 전화처럼 파일과 다른 방법으로 알려 주세요."
    ),
    "handover.lock.recipient": "공개 키를 보내 준 사람만(&K)",
    "handover.lock.recipient.for": (
        "경찰이나 지원센터가 age 공개 키를 보내 주었을 때 고르세요. 다른 사람은 열 수 없고, 본인도 "
        "열 수 없습니다."
    ),
    "handover.lock.key": "받은 age 공개 키",
    "handover.lock.hint": "age1로 시작합니다",
    "handover.letters": "함께 만들 것",
    "handover.letters.too": "삭제 요청서도 만들기(&T)",
    "handover.letters.what": (
        "플랫폼, 지원센터, 인터넷의 불법 정보를 심의하는 기관에 보낼 삭제 요청서를 한국어와 영어로 "
        "만듭니다. 본인이라고 확인한 파일의 링크와 해시값이 들어갑니다. 증거 묶음 옆 폴더에 잠기지 "
        "않은 상태로 저장되고, 프로그램이 보내지는 않습니다."
    ),
    "handover.letters.name": "요청서에 적을 이름(&E)",
    "handover.letters.name.hint": "비워 두어도 됩니다",
    "handover.empty": (
        "이 보관함에는 아직 아무것도 없습니다. 확인할 파일이나 링크를 먼저 넣고 다시 와 주세요."
    ),
    "handover.links.one": "파일 없이 링크나 메시지만 있는 것 한 개: {items}번",
    "handover.links.many": "파일 없이 링크나 메시지만 있는 것 {count}개: {items}번",
    "handover.captures": "화면 캡처",
    "handover.captures.what": (
        "경찰은 그것이 어디에 있었는지 보고 싶어 합니다. 주소, 계정, 대화방 이름이 보이게 캡처해 "
        "둔 화면이 있으면 여기에 넣으세요. 캡처하려고 링크를 다시 열지는 마세요."
    ),
    "handover.captures.shows": "화면에 나오는 파일의 번호(&I)",
    "handover.captures.hint": "예: 3",
    "handover.captures.covered": "가린 캡처입니다(&X)",
    "handover.captures.covered.for": (
        "성적인 부분과 다른 사람의 얼굴이 모두 보이지 않을 때 고르세요. 가린 캡처는 보관함에 남고, "
        "내 얼굴을 담을 때 함께 담깁니다. 가리지 않은 캡처는 원본 파일을 남기는 보관함에만 남고, "
        "원본 파일을 담을 때만 함께 담깁니다."
    ),
    "handover.captures.add": "화면 캡처 넣기(&D)",
    "handover.captures.prompt": "넣을 화면 캡처를 골라 주세요",
    "handover.captures.blocked": "사진이 아니거나 그곳에 없어 넣지 못했습니다: {names}",
    "handover.captures.not_kept": (
        "이 보관함은 파일을 남기지 않아 해시값만 적어 두었습니다: {names}번. 성적인 부분과 다른 "
        "사람의 얼굴을 가린 뒤 다시 넣어 주세요."
    ),
    "handover.captures.more": "외 {count}개",
    "handover.capture.alone.screen-capture": "파일 {item}번, 가리지 않음",
    "handover.capture.alone.screen-capture-covered": "파일 {item}번, 가림",
    "handover.capture.of.screen-capture": "파일 {item}번: 파일 {shows}번의 화면, 가리지 않음",
    "handover.capture.of.screen-capture-covered": "파일 {item}번: 파일 {shows}번의 화면, 가림",
    "handover.small_set.too": "온라인 신고용 파일도 만들기(&R)",
    "handover.small_set.what": (
        "온라인 신고에 올릴 보고서, 해시값 확인서, 파일 목록, 가린 화면 캡처를 10MB보다 작게 "
        "나누어 증거 묶음 옆 폴더에 저장합니다. 잠기지 않으며, '사진 없이'를 고르지 않았다면 "
        "보고서에 내 얼굴 사진도 들어갑니다. 올린 뒤에 지우세요."
    ),
    "handover.made.small_set": "온라인 신고용 파일은 여기에 잠기지 않은 상태로 있습니다: {path}",
    "handover.where": "저장할 곳",
    "handover.where.what": "그대로 전달할 USB 메모리가 가장 좋습니다.",
    "handover.where.none": "아직 고르지 않았습니다.",
    "handover.where.chosen": "고른 곳: {path}",
    "handover.choose": "저장할 곳 고르기(&O)",
    "handover.choose.prompt": "증거 묶음을 저장할 곳과 이름을 골라 주세요",
    "handover.file.passphrase": "서류.zip",
    "handover.file.recipient": "서류.age",
    "handover.make": "증거 묶음 만들기(&M)",
    "handover.lacking.numbers": "먼저 담을 파일의 번호를 적어 주세요.",
    "handover.lacking.recipient": "먼저 증거 묶음을 열 사람의 공개 키를 넣어 주세요.",
    "handover.lacking.target": "먼저 저장할 곳을 골라 주세요.",
    "handover.progress": "증거 묶음을 쓰고 다시 읽어 확인하는 중",
    "handover.progress.so_far": "준비하는 중",
    "handover.interrupted": (
        "증거 묶음을 다 만들기 전에 보관함이 잠겨 멈췄습니다. 만들던 파일은 남지 않았고, 고른 "
        "내용은 그대로 있습니다. 오래 걸린다면 설정에서 잠기는 시간을 늘리거나 가끔 마우스를 "
        "움직여 주세요."
    ),
    "handover.left": (
        "{date}에 만들기 시작한 증거 묶음입니다. 암호를 적어 두었다는 확인이 아직 없어 다시 "
        "보여 드립니다."
    ),
    "handover.left.unfinished": (
        "이 파일을 만드는 도중에 프로그램이 끝났습니다: {path}. 파일이 있다면 이 암호로 열립니다. "
        "없다면 계속해서 다시 만들어 주세요."
    ),
    "handover.stopping": "멈추는 중입니다. 만들던 파일은 남지 않습니다.",
    # checking a bundle
    "handover.check.show": "만든 증거 묶음 검사하기",
    "handover.check.hide": "증거 묶음 검사 접기",
    "handover.check.for": (
        "증거 묶음이 만들 때 그대로인지, 이 보관함의 키로 서명되었는지 확인합니다. 파일을 "
        "고르거나, 압축을 푼 폴더 안의 bagit.txt를 고르세요. 아무것도 풀거나 쓰지 않습니다."
    ),
    "handover.check.choose": "증거 묶음 고르기",
    "handover.check.prompt": "어떤 증거 묶음을 검사할까요?",
    "handover.check.chosen": "고른 파일: {path}",
    "handover.check.secret": "증거 묶음의 암호 또는 age 개인 키",
    "handover.check.of_case": "이 보관함에서 만든 것입니다",
    "handover.check.fingerprint": "따로 들었거나 종이에 적힌 지문(있다면)",
    "handover.check.start": "검사하기",
    "handover.check.progress": "증거 묶음을 읽는 중",
    "handover.check.progress.so_far": "증거 묶음을 읽는 중",
    "verify.answer.good": "바뀐 것이 없고, 기대한 키로 서명되어 있습니다.",
    "verify.answer.key-not-compared": (
        "바뀐 것은 없지만 서명한 키를 무엇과도 비교하지 않았습니다. 누가 만들었는지는 증명되지 "
        "않습니다."
    ),
    "verify.answer.bad": "이상이 있습니다.",
    # what was made
    "handover.made": "증거 묶음을 만들었습니다",
    "handover.made.one": (
        "파일 한 개에 관한 내용이 담겨 있습니다. 다시 읽어 보니 이상이 없습니다: {path}"
    ),
    "handover.made.many": (
        "파일 {count}개에 관한 내용이 담겨 있습니다. 다시 읽어 보니 이상이 없습니다: {path}"
    ),
    "handover.made.letters": "삭제 요청서는 그 옆에 잠기지 않은 상태로 있습니다: {path}",
    "handover.passphrase": "증거 묶음의 암호",
    "handover.passphrase.what": (
        "아래 암호를 지금 그대로 적어 두세요. 적어 두었다고 확인할 때까지만 이 보관함 안에 "
        "보관하고, 그 뒤에는 어디에도 남지 않습니다. 이 암호가 없으면 아무도 열 수 없어 증거 "
        "묶음을 새로 만들어야 합니다."
    ),
    "handover.passphrase.words": (
        "아래 한글 단어로 기억하거나 전화로 불러 주면 쉽습니다. 영문 자판 상태에서 이 단어를 "
        "그대로 치면 위의 암호가 됩니다(띄어쓰기 포함)."
    ),
    "handover.written": "적어 두었습니다(&W)",
    "handover.done": "계속하기(&G)",
    "handover.next": "이제 할 일",
    "handover.next.list": (
        "도와주는 곳에 증거 묶음을 전달하세요. 사진은 들어 있지 않습니다. 암호는 파일과 다른 "
        "방법으로 알려 주세요."
    ),
    "handover.next.crops": (
        "경찰이나 지원센터에 증거 묶음을 전달하세요. 암호는 파일과 다른 방법으로 알려 주세요."
    ),
    "handover.next.originals": (
        "원본 파일을 요청한 경찰에만 증거 묶음을 전달하세요. 암호는 파일과 다른 방법으로 알려 "
        "주세요. 다른 사람에게 보내거나 인터넷에 올리지 마세요."
    ),
    "handover.next.key": (
        "공개 키를 보내 준 곳에 증거 묶음을 전달하세요. 다른 사람은 열 수 없고, 따로 알려 줄 "
        "암호는 없습니다."
    ),
    "handover.fingerprint": (
        "증거 묶음에는 디지털 서명이 있습니다. 아래 값(서명 키의 지문)은 이 보관함에서 만든 것임을 "
        "보여 줍니다."
    ),
    "handover.fingerprint.why": (
        "이 값도 파일과 다른 방법으로 알려 주세요. 보고서와 해시값 확인서에도 적혀 있습니다. 이 "
        "값이 있으면 증거 묶음이 바뀌지 않았다는 것을 누구나 확인할 수 있습니다."
    ),
    "handover.digest.show": "시점 확인(타임스탬프)을 받으려면(&T)",
    "handover.digest.hide": "접기(&T)",
    "handover.digest.what": (
        "아래는 증거 묶음 전체의 해시값(SHA-512)입니다. 경찰이나 변호사가 독립된 기관의 시점 "
        "확인(타임스탬프)을 받고 싶다면 이 값으로 받으면 됩니다. 그 기관은 안에 든 내용을 알 수 "
        "없습니다. 받은 파일(.tsr 또는 .ots)은 증거 묶음 옆에 두세요."
    ),
    "handover.digest.code": "증거 묶음 전체의 해시값이 담긴 QR 코드",
    "handover.again": "증거 묶음 하나 더 만들기(&F)",
}
