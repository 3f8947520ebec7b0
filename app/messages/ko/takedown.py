"""The take-down pack, in Korean: letters that the person sends; the program sends nothing."""

TAKEDOWN = {
    "takedown.to": "받는 곳: {to}",
    "takedown.to.telegram": "텔레그램(Telegram) 신고 담당자",
    "takedown.to.discord": "디스코드(Discord) 안전 담당자",
    "takedown.to.x": "엑스(X) 안전 담당자",
    "takedown.to.instagram": "인스타그램(Instagram) 안전 담당자",
    "takedown.to.generic": "아래 링크의 서비스를 운영하는 곳",
    "takedown.to.support_centre": "디지털성범죄피해자지원센터(D4U), 전화 02-735-8994",
    "takedown.to.regulator": "인터넷의 불법 정보를 심의하는 기관",
    "takedown.subject": "제목: 동의 없이 제 얼굴을 쓴 성적 콘텐츠를 즉시 삭제해 주시기 바랍니다",
    "takedown.who": (
        "저는 {name}입니다. 아래 콘텐츠에는 제 얼굴이 성적인 내용과 함께 나옵니다. 저는 이것을 "
        "만드는 데에도, 올리는 데에도 동의한 적이 없습니다. 제 얼굴임을 확인했습니다."
    ),
    "takedown.request": (
        "다음을 요청합니다.\n"
        "  1. 아래 모든 링크의 콘텐츠와 가지고 있는 모든 사본을 삭제해 주십시오.\n"
        "  2. 아래 해시값으로 다시 올라오지 못하게 막아 주십시오.\n"
        "  3. 동의 없는 성적 콘텐츠를 금지하는 자체 규정에 따라, 이것을 퍼뜨린 계정, 방, "
        "채널을 조치해 주십시오.\n"
        "  4. 언제 무엇을 조치했는지 글로 알려 주십시오."
    ),
    "takedown.request.support_centre": (
        "아래 콘텐츠가 어디에서 발견되든 저를 대신하여 삭제를 요청해 주시고, 다시 올라오는지 "
        "계속 살펴봐 주시고, 조치한 것을 알려 주시기 바랍니다. 해시값은 사본을 찾는 데 쓰이며, "
        "파일은 붙이지 않았습니다."
    ),
    "takedown.request.regulator": (
        "아래 콘텐츠는 사람의 얼굴을 동의 없이 쓴 성적 콘텐츠입니다. 심의하여 삭제하거나 "
        "접속을 막아 주시기 바랍니다. 파일은 붙이지 않았습니다."
    ),
    "takedown.item": "파일 {item}번",
    "takedown.links": "링크:",
    "takedown.links.none": "(알려진 링크가 없습니다. 어디에 있는지 여기에 적어 주세요)",
    "takedown.hashes": "해시값:",
    "takedown.keep": (
        "이것을 올린 계정에 관한 자료는 경찰 수사를 위해 보존해 주십시오. 신고가 진행 중이거나 "
        "진행될 수 있습니다."
    ),
    "takedown.close": ("{name}\n날짜: ________________\n연락받을 곳: ________________"),
    "takedown.read_me.what": (
        "삭제 요청 묶음\n"
        "\n"
        "직접 보낼 편지입니다. 프로그램이 보낸 것은 없습니다. 본인이라고 확인한 파일마다, "
        "그것을 본\n"
        "플랫폼마다 편지가 하나씩 있고(item-0001-telegram.txt 등), 지원센터와 심의 기관에 보낼 "
        "편지는\n"
        "모든 파일을 한 장에 담았습니다. 링크와 해시값, 직접 정한 이름만 들어 있습니다. 보내기 "
        "전에 읽어\n"
        "보세요."
    ),
    "takedown.read_me.young": (
        "19세 미만이라면\n"
        "이 편지를 직접 보내지 않아도 됩니다. 먼저 D4U(02-735-8994)나 117에 전화하세요. "
        "부모님\n"
        "없이도 대신해 줍니다. 18세가 되기 전에 찍힌 사진이라면 Take It Down도 있습니다.\n"
        "StopNCII.org는 18세 이상을 위한 곳입니다."
    ),
    "takedown.read_me.where": (
        "보내는 곳\n"
        "1. 먼저 지원센터: D4U, 전화 02-735-8994. 대신 삭제를 요청해 주고, 지금 어디에 "
        "요청해야\n"
        "   하는지 알고 있습니다. support_centre.txt와 regulator.txt를 건네세요.\n"
        "2. 플랫폼: 앱이나 사이트의 도움말 메뉴에서 찾을 수 있는 신고 양식에 편지를 붙여 "
        "넣으세요.\n"
        "   그 밖의 서비스에는 generic.txt를 쓰세요.\n"
        "3. 경찰: 삭제보다 먼저, 또는 동시에 112나 ECRM에 신고하세요. 지워진 것은 그곳에서 더 "
        "이상\n"
        "   확보할 수 없으니, 처벌을 원하면 경찰에 먼저 물어보세요."
    ),
    "takedown.read_me.hashes": (
        "다른 서비스에 쓰는 해시값\n"
        "hashes-pdq.txt(사진의 PDQ와 품질)와 hashes-md5.txt(파일의 MD5)는 해시값을 견주는 "
        "서비스를 위한\n"
        "것입니다. StopNCII.org와 Take It Down은 내 기기에서 사진으로 직접 해시값을 만들며, "
        "목록은 받지\n"
        "않습니다."
    ),
    "takedown.read_me.safe": (
        "지워졌는지 보려고 링크를 열거나 방에 들어가지 마세요. 그것은 D4U에 맡기세요. 편지에 "
        "파일을 붙이지\n"
        "마세요. 플랫폼에 집 주소나 전화번호를 적지 마세요. 이 일에만 쓰는 이메일이면 "
        "충분합니다."
    ),
}
