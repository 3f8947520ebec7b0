"""The take-down pack, in Korean: letters that the person sends; the program sends nothing."""

TAKEDOWN = {
    "takedown.to": "받는 곳: {to}",
    "takedown.to.telegram": "텔레그램(Telegram) 신고 담당자",
    "takedown.to.discord": "디스코드(Discord) 안전 담당자",
    "takedown.to.x": "엑스(X) 안전 담당자",
    "takedown.to.instagram": "인스타그램(Instagram) 안전 담당자",
    "takedown.to.generic": "아래 링크의 서비스를 운영하는 곳",
    "takedown.to.support_centre": "디지털성범죄피해자지원센터(D4U), 전화 02-735-8994",
    "takedown.to.regulator": "방송미디어통신심의위원회(옛 방송통신심의위원회)",
    "takedown.subject": (
        "제목: 동의 없이 제 얼굴을 사용한 성적 콘텐츠를 즉시 삭제해 주시기 바랍니다"
    ),
    "takedown.who": (
        "저는 {name}입니다. 아래 콘텐츠에는 제 얼굴이 성적인 내용과 함께 나옵니다. 저는 이것을 "
        "만드는 데에도, 올리는 데에도 동의한 적이 없습니다. 콘텐츠에 나오는 얼굴이 제 얼굴임을 "
        "확인했습니다."
    ),
    "takedown.to.generic.no_link": "________________ (콘텐츠가 올라와 있는 서비스)",
    "takedown.request": "다음을 요청합니다.",
    "takedown.ask.links": (
        "아래의 모든 링크에 있는 콘텐츠와, 보유하고 있는 모든 사본을 삭제해 주십시오."
    ),
    "takedown.ask.no_link": (
        "귀 서비스 어디에 있든 이 콘텐츠와, 보유하고 있는 모든 사본을 삭제해 주십시오."
    ),
    "takedown.ask.hashes": "아래 해시값을 이용해 다시 올라오지 못하게 막아 주십시오.",
    "takedown.ask.act": (
        "동의 없는 성적 콘텐츠를 금지하는 자체 규정에 따라, 이것을 퍼뜨린 계정, 대화방, 채널을 "
        "조치해 주십시오."
    ),
    "takedown.ask.tell": "언제 어떤 조치를 했는지 서면(이메일 등)으로 알려 주십시오.",
    "takedown.request.support_centre": (
        "아래 콘텐츠가 어디에서 발견되든 저를 대신하여 삭제를 요청해 주시고, 다시 올라오는지 계속 "
        "살펴봐 주시고, 조치한 결과를 알려 주시기 바랍니다. 파일은 첨부하지 않았습니다."
    ),
    "takedown.request.hashes": "해시값은 사본을 찾는 데 쓰입니다.",
    "takedown.request.regulator": (
        "아래 콘텐츠는 사람의 얼굴을 동의 없이 사용한 성적 콘텐츠입니다. 심의하여 삭제 또는 접속 "
        "차단 등의 조치를 해 주시기 바랍니다. 파일은 첨부하지 않았습니다."
    ),
    "takedown.item": "파일 {item}번",
    "takedown.links": "링크:",
    "takedown.links.none": "(알려진 링크가 없습니다. 어디에 있는지 여기에 적어 주세요)",
    "takedown.hashes": "해시값:",
    "takedown.keep": (
        "이것을 올린 계정에 관한 자료는 경찰 수사를 위해 보존해 주십시오. 신고를 했거나 할 수 "
        "있습니다."
    ),
    "takedown.close": ("{name}\n날짜: ________________\n연락처: ________________"),
    "takedown.read_me.what": (
        "삭제 요청서 안내\n"
        "\n"
        "직접 보내는 삭제 요청서입니다. 프로그램이 보낸 것은 없습니다. 본인이라고 확인한\n"
        "파일마다, 그것을 본 플랫폼별로 하나씩 있습니다(item-0001-telegram.txt 등). 지원센터와\n"
        "심의 기관에 보낼 요청서는 모든 파일을 하나에 담았습니다. 링크, 해시값, 직접 정한\n"
        "이름만 들어 있습니다. 보내기 전에 하나씩 읽어 보세요."
    ),
    "takedown.read_me.young": (
        "19세 미만이라면\n"
        "이 요청서를 직접 보내지 마세요. 먼저 D4U(02-735-8994)나 117에 전화하면 대신해 줍니다.\n"
        "부모님이 함께하지 않아도 됩니다. 18세가 되기 전에 찍힌 사진이라면 Take It Down도\n"
        "있습니다. StopNCII.org는 18세 이상을 위한 곳입니다."
    ),
    "takedown.read_me.where": (
        "보내는 곳\n"
        "1. 먼저 지원센터: D4U, 전화 02-735-8994 또는 1366(24시간). 삭제를 대신 요청해 주고,\n"
        "   지금 어디에 요청해야 하는지 알고 있습니다. support_centre.txt와 regulator.txt를\n"
        "   전달하세요.\n"
        "2. 플랫폼: 앱이나 사이트의 도움말 메뉴에 있는 신고 양식에 요청서를 붙여 넣으세요.\n"
        "   그 밖의 서비스에는 이름이 -generic.txt로 끝나는 것을 쓰세요.\n"
        "3. 방송미디어통신심의위원회(2025년 9월까지는 방송통신심의위원회): regulator.txt를 보내면\n"
        "   심의해서 삭제하게 하고, 해외 사이트는 접속을 막습니다. 이 글을 쓸 때 전화는 국번 없이\n"
        "   1377(3번)이었습니다. 바뀌었다면 D4U가 대신 전달해 줍니다.\n"
        "4. 경찰: 삭제보다 먼저, 또는 동시에 112나 ECRM(경찰청 사이버범죄 신고시스템)에\n"
        "   신고하세요. 삭제된 것은 그곳에서 더 이상 확보할 수 없으니, 처벌을 원하면 경찰에 먼저\n"
        "   물어보세요."
    ),
    "takedown.read_me.hashes": (
        "다른 서비스에 쓰는 해시값\n"
        "hashes-pdq.txt(사진의 PDQ와 품질)와 hashes-md5.txt(파일의 MD5)는 해시값을 비교하는\n"
        "서비스를 위한 것입니다. StopNCII.org와 Take It Down은 내 기기에 있는 사진으로 해시값을\n"
        "직접 만들며, 목록은 받지 않습니다."
    ),
    "takedown.read_me.safe": (
        "지워졌는지 보려고 링크를 열거나 대화방에 들어가지 마세요. 확인은 D4U에 맡기세요.\n"
        "요청서에 파일을 첨부하지 마세요. 플랫폼에 집 주소나 전화번호를 적지 마세요. 이 일에만\n"
        "쓰는 이메일이면 충분합니다."
    ),
}
