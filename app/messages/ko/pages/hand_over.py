"""The page "hand_over", in Korean."""

HAND_OVER = {
    "step.hand_over": "넘겨주기",
    "hand_over.title": "넘겨주기",
    "hand_over.what": (
        "찾은 것을 잠긴 파일 하나에 담아 경찰이나 지원센터에 건넬 수 있습니다. 무엇을 담을지는 "
        "직접 정합니다. 프로그램이 보내는 것은 없고, 파일은 직접 건네게 됩니다."
    ),
    "hand_over.reading": "본인이라고 확인한 것을 찾아보고 있습니다…",
    "hand_over.copy": (
        "지금 열린 것은 확인용 사본입니다. 이름, 링크, 사진이 없어 여기서는 넘겨줄 것이 없습니다. "
        "이 사본을 준 사람에게 확인한 파일의 번호를 알려 주면 원래 사건에서 할 수 있습니다."
    ),
    "hand_over.nothing": (
        "아직 본인이라고 확인한 것이 없습니다. 다른 사람의 사진이 넘어가지 않도록, 확인한 것만 "
        "파일에 담습니다. 나온 얼굴을 살펴보고 어느 것이 본인인지 먼저 알려 주세요."
    ),
    "hand_over.review": "살펴보러 가기(&G)",
    "hand_over.inside": "담기는 것",
    "hand_over.confirmed.one": "본인이라고 확인한 파일 한 개: {items}번",
    "hand_over.confirmed.many": "본인이라고 확인한 파일 {count}개: {items}번",
    "hand_over.items.all": "확인한 것 모두(&C)",
    "hand_over.items.some": "번호로 고른 것만(&N)",
    "hand_over.items.some.for": (
        "특정한 것만 달라고 하거나, 얼굴은 안 나오지만 나와 관련된 것이 있을 때 고르세요. 다른 "
        "사람에 관한 것은 그 사람이 정할 일입니다."
    ),
    "hand_over.items.numbers": "파일 번호",
    "hand_over.items.hint": "예: 3, 7, 12",
    "hand_over.facts": (
        "파일마다 언제 어디에서 보았는지, 알려 준 링크와 이름, 해시가 들어갑니다. 글로 쓴 보고서, "
        "서명할 해시값 확인서, 이 사건에서 한 일의 기록도 함께 들어갑니다."
    ),
    "hand_over.unchecked.none": "확인하지 못한 파일은 없습니다. 보고서에도 그렇게 적힙니다.",
    "hand_over.unchecked.one": (
        "확인하지 못한 파일이 한 개 있습니다. 보고서에 까닭과 함께 적히고, 파일은 담기지 않습니다."
    ),
    "hand_over.unchecked.many": (
        "확인하지 못한 파일이 {count}개 있습니다. 보고서에 까닭과 함께 적히고, 파일은 담기지 "
        "않습니다."
    ),
    "hand_over.level": "사진",
    "level.list": "사진 없이",
    "level.list.for": (
        "글, 링크, 해시만 담습니다. 경찰, 지원센터, 변호사, 플랫폼 등 돕는 사람 누구에게나 건넬 수 "
        "있습니다."
    ),
    "level.crops": "내 얼굴만",
    "level.crops.for": (
        "파일마다 내 얼굴만 작게 담습니다. 주변과 다른 사람은 나오지 않습니다. 본인인지 어떻게 "
        "아느냐고 묻는 경찰이나 지원센터에 건네는 것입니다."
    ),
    "level.originals": "파일 그대로",
    "level.originals.for": (
        "경찰이 달라고 할 때 경찰에게만 건네세요. 이런 파일을 가지고 있거나 건네는 일은 찍힌 "
        "본인이라도 법에 어긋날 수 있습니다. 먼저 지원센터에 물어보세요."
    ),
    "level.crops.missing": "이 사건에는 얼굴 사진이 보관되어 있지 않습니다.",
    "level.originals.missing": "이 사건에는 파일이 보관되어 있지 않습니다. 그 편이 더 안전합니다.",
    "hand_over.gaps": "아직 빠진 것",
    "hand_over.gaps.why": (
        "경찰이 물어보는 것들입니다. 모르는 것은 비워 두어도 됩니다. 알아내려고 링크를 누르거나 "
        "방에 들어가지 마세요."
    ),
    "hand_over.gaps.none": "경찰이 물어보는 것 가운데 빠진 것이 없습니다.",
    "asked.link": "링크",
    "asked.platform": "플랫폼",
    "asked.place": "게시물 제목이나 방 이름",
    "asked.account": "올린 계정",
    "asked.time": "올라온 때",
    "asked.message": "메시지 번호",
    "asked.how_obtained": "알게 된 경위",
    "asked.keywords": "검색할 수 있는 말",
    "asked.missing.one": "{what}: 파일 한 개에 없음 ({items}번)",
    "asked.missing.many": "{what}: 파일 {count}개에 없음 ({items}번)",
    "hand_over.more": "{items} 외 {count}개",
    "hand_over.lock": "열 수 있는 사람",
    "hand_over.lock.passphrase": "암호를 아는 사람(&P)",
    "hand_over.lock.passphrase.for": (
        "영어 단어 여섯 개로 된 암호를 만들어 한 번만 보여 줍니다. 7-Zip이나 반디집 같은 "
        "프로그램으로 열립니다. 암호는 전화처럼 파일과 다른 방법으로 알려 주세요."
    ),
    "hand_over.lock.recipient": "나에게 키를 준 사람만(&K)",
    "hand_over.lock.recipient.for": (
        "경찰이나 지원센터에서 age 키를 받았을 때 고르세요. 다른 사람은 열 수 없고, 본인도 열 수 "
        "없습니다."
    ),
    "hand_over.lock.key": "받은 age 공개키",
    "hand_over.lock.hint": "age1로 시작합니다",
    "hand_over.letters": "삭제를 요청하는 글",
    "hand_over.letters.too": "요청문도 만들기(&T)",
    "hand_over.letters.what": (
        "플랫폼, 지원센터, 불법 콘텐츠를 심의하는 기관에 보낼 요청문을 한국어와 영어로 만듭니다. "
        "확인한 파일의 링크와 해시가 들어갑니다. 파일 옆 폴더에 잠기지 않은 채로 놓이고, "
        "프로그램이 보내지는 않습니다."
    ),
    "hand_over.letters.name": "요청문에 적을 이름, 비워 두어도 됩니다(&E)",
    "hand_over.where": "둘 곳",
    "hand_over.where.what": "그대로 건넬 USB 메모리가 가장 좋습니다.",
    "hand_over.where.none": "아직 고르지 않았습니다.",
    "hand_over.where.chosen": "고른 곳: {path}",
    "hand_over.choose": "둘 곳 고르기(&O)",
    "hand_over.choose.prompt": "파일을 둘 곳과 이름을 골라 주세요",
    "hand_over.file.passphrase": "서류.zip",
    "hand_over.file.recipient": "서류.age",
    "hand_over.make": "파일 만들기(&M)",
    "hand_over.lacking.numbers": "먼저 담을 파일의 번호를 적어 주세요.",
    "hand_over.lacking.recipient": "먼저 파일을 열 사람의 키를 적어 주세요.",
    "hand_over.lacking.target": "먼저 둘 곳을 골라 주세요.",
    "hand_over.progress": "파일을 쓰고 다시 읽어 확인하는 중",
    "hand_over.progress.so_far": "준비하는 중",
    "hand_over.stopping": "멈추는 중입니다. 만들던 파일은 남지 않습니다.",
    # what was made
    "hand_over.made": "파일을 만들었습니다",
    "hand_over.made.one": "한 건이 담겨 있습니다. 다시 읽어 보니 이상이 없습니다: {path}",
    "hand_over.made.many": "{count}건이 담겨 있습니다. 다시 읽어 보니 이상이 없습니다: {path}",
    "hand_over.made.letters": "요청문은 그 옆에 잠기지 않은 채로 있습니다: {path}",
    "hand_over.passphrase": "이 파일의 암호",
    "hand_over.passphrase.what": (
        "아래 단어를 지금 순서대로 적어 두세요. 어디에도 보관하지 않으며 다시 볼 수 없습니다. "
        "암호가 없으면 아무도 파일을 열 수 없어 새로 만들어야 합니다."
    ),
    "hand_over.written": "적어 두었습니다(&W)",
    "hand_over.done": "계속하기(&G)",
    "hand_over.next": "이제 할 일",
    "hand_over.next.list": (
        "돕는 사람에게 파일을 건네세요. 사진은 들어 있지 않습니다. 암호는 파일과 다른 방법으로 "
        "알려 주세요."
    ),
    "hand_over.next.crops": (
        "경찰이나 지원센터에 파일을 건네세요. 암호는 파일과 다른 방법으로 알려 주세요."
    ),
    "hand_over.next.originals": (
        "파일을 요청한 경찰에게만 건네세요. 암호는 파일과 다른 방법으로 알려 주세요. 다른 "
        "사람에게 보내거나 인터넷에 올리지 마세요."
    ),
    "hand_over.next.key": (
        "키를 준 곳에 파일을 건네세요. 다른 사람은 열 수 없고, 따로 알려 줄 암호는 없습니다."
    ),
    "hand_over.fingerprint": (
        "이 파일에는 서명이 있습니다. 아래 값은 이 사건에서 나온 것임을 보여 줍니다."
    ),
    "hand_over.fingerprint.why": (
        "이 값도 파일과 다른 방법으로 알려 주세요. 해시값 확인서에도 적혀 있습니다. 이 값이 있으면 "
        "파일이 바뀌지 않았다는 것을 누구나 확인할 수 있습니다."
    ),
    "hand_over.again": "파일 하나 더 만들기(&F)",
}
