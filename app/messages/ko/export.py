"""Evidence bundles, in Korean: making one, checking one, and what lies on top of one."""

EXPORT = {
    "help.export": "경찰이나 지원센터에 건넬, 잠그고 서명한 증거 묶음을 만듭니다",
    "help.verify": "증거 묶음이나 그것을 푼 폴더를 검사해 무엇이 바뀌었는지 알려 줍니다",
    "help.argument.out": "만들 파일. 이미 있는 파일이면 안 됩니다",
    "help.argument.bundle": "증거 묶음 또는 그것을 푼 폴더",
    "help.option.items": "confirmed(기본, 확인한 항목), all(모두) 또는 쉼표로 이은 번호",
    "help.option.level": (
        "list: 사진 없이(기본), crops: 확인한 내 얼굴도, originals: 파일 그대로도"
    ),
    "help.option.bundle-passphrase-file": (
        "증거 묶음의 암호를 이 파일에서 읽습니다. 없으면 새로 만듭니다"
    ),
    "help.option.age": "대신 이 age 공개키(age1...)를 가진 사람만 열 수 있게 잠급니다",
    "help.option.identity-file": "증거 묶음을 여는 age 개인키 파일",
    "usage.not_both": "{other}와 함께 쓸 수 없습니다",
    "ask.bundle_passphrase": "증거 묶음의 암호: ",
    "ask.identity": "age 개인키 (AGE-SECRET-KEY-1...): ",
    "progress.export": "쓰고 다시 읽는 중: {total}바이트 중 {done}바이트",
    "progress.export.so_far": "준비하는 중",
    "progress.verify": "읽는 중: {total}바이트 중 {done}바이트",
    "progress.verify.so_far": "읽는 중: {done}바이트",
    "export.investigation": "거울에 신고된 콘텐츠",
    "export.made": (
        "증거 묶음을 만들고 다시 읽어 보았습니다: {path} (항목 {items}개, 파일 {files}개)"
    ),
    "export.level.list": "사진은 들어 있지 않습니다. 글과 링크와 해시만 있습니다.",
    "export.level.crops": (
        "내가 확인한 내 얼굴만 작게 들어 있습니다. 다른 사람의 얼굴은 없습니다."
    ),
    "export.level.originals": (
        "파일이 그대로 들어 있습니다. 경찰이 요청할 때 경찰에만 주세요. 이런 파일을 가지고 있거나 "
        "건네는 것이 법에 어긋날 수 있습니다."
    ),
    "export.missing": (
        "항목 {count}개는 사건에 파일이 보관되어 있지 않습니다(번호 {items}). 목록에는 있고 표시해 "
        "두었습니다."
    ),
    "export.withheld": (
        "항목 {count}개는 사진이나 동영상인지 확인되지 않아 파일을 넣지 않았습니다(번호 {items}). "
        "목록에는 있고 표시해 두었습니다."
    ),
    "export.fingerprint": (
        "서명한 키의 지문입니다. 적어 두고, 파일과 다른 방법으로 알려 주세요.\n    {fingerprint}"
    ),
    "export.digest": "증거 묶음 전체의 해시값(SHA-512):\n    {digest}",
    "export.passphrase": (
        "증거 묶음의 암호입니다. 지금만 보여 주고 어디에도 보관하지 않습니다.\n\n    {passphrase}\n"
    ),
    "export.passphrase.what": (
        "파일과 다른 방법으로, 예를 들어 전화로 알려 주세요. 잊었다면 증거 묶음을 다시 만드세요."
    ),
    "verify.line": "문제: {name}: {what}",
    "verify.container_name": "파일 전체",
    "verify.changed": "내용이 바뀌었습니다",
    "verify.removed": "없어졌습니다",
    "verify.added": "원래 없던 것인데 누군가 넣었습니다",
    "verify.signature": "서명이 맞지 않습니다. 서명이나 키, 목록 가운데 하나가 바뀌었습니다",
    "verify.custody": "기록이 서로 이어지지 않거나 일부가 없어졌습니다",
    "verify.container": "손상되었거나 잘려서 다 읽지 못했습니다",
    "verify.sound": "바뀐 것이 없습니다. 파일 {files}개가 쓰고 서명한 그대로입니다.",
    "verify.not_sound": "이 증거 묶음은 처음 쓴 그대로가 아닙니다. 믿고 쓰지 마세요.",
    "verify.fingerprint": (
        "이 키로 서명했다고 되어 있습니다. 따로 들었거나 종이에 적힌 지문과 비교하세요. 서명은 "
        "누구나 자기 키로 할 수 있습니다.\n    {fingerprint}"
    ),
    "verify.custody_head": "관리 기록: {entries}건, 마지막 해시값 {sha256}",
    "export.read_me.what": (
        "먼저 읽어 주세요\n"
        "\n"
        "이 폴더는 거울(Geoul)로 만들었습니다. 거울은 신고된 콘텐츠에 자기 얼굴이 나오는지 본인이\n"
        "자기 컴퓨터에서 확인하는 프로그램입니다.\n"
        "만든 때: {made} ({tz}, 이 컴퓨터의 시계 기준)"
    ),
    "export.read_me.level.list": (
        "누가 가져도 되나\n사진도 동영상도 들어 있지 않습니다. 글과 링크와 해시만 있습니다."
    ),
    "export.read_me.level.crops": (
        "누가 가져도 되나\n"
        "만든 사람 본인의 얼굴만 작게 잘라 넣었습니다. 다른 사람의 얼굴은 없습니다.\n"
        "경찰이나 지원센터를 위한 것입니다."
    ),
    "export.read_me.level.originals": (
        "누가 가져도 되나\n"
        "신고된 파일이 그대로 들어 있습니다. 이런 파일을 가지고 있거나 보거나 건네는 것이 법에\n"
        "어긋날 수 있습니다. 파일을 요청한 수사기관만 열어야 합니다. 그렇지 않다면\n"
        "data/originals 안의 것을 열지 말고, 이것을 준 사람에게 알려 주세요."
    ),
    "export.read_me.inside": (
        "들어 있는 것\n"
        "data/items.json, data/items.csv   항목 목록: 어디서 언제 보았는지, 해시값\n"
        "data/custody.jsonl                사건에서 누가 언제 무엇을 했는지 적은 관리 기록\n"
        "data/case.jsonld                  같은 목록을 CASE/UCO 형식으로 적은 것 (수사 도구용)\n"
        "data/crops, data/originals        위에 적혀 있을 때만 있습니다\n"
        "이 폴더는 BagIt 1.0(RFC 8493) 형식입니다."
    ),
    "export.read_me.limits": (
        "말해 주지 않는 것\n"
        "프로그램이 찾은 닮음은 실마리일 뿐입니다. 본인인지는 사람이 판단했고, 그 판단은 목록에\n"
        "적혀 있습니다. MD5와 SHA-1은 찾아보기 위한 값이며 증명에는 쓰지 않습니다. 시각은\n"
        "컴퓨터의 시계를 따릅니다."
    ),
    "export.read_me.check": (
        "거울 없이 검사하는 방법\n"
        "이 폴더(bagit.txt가 있는 곳)에서 합니다.\n"
        "1. 리눅스:  sha256sum -c manifest-sha256.txt\n"
        "            sha512sum -c tagmanifest-sha512.txt\n"
        "   macOS:   shasum -a 256 -c manifest-sha256.txt\n"
        "            shasum -a 512 -c tagmanifest-sha512.txt\n"
        "   윈도우:  certutil -hashfile data\\items.json SHA256\n"
        "            결과를 manifest-sha256.txt의 해당 줄과 비교합니다. 적힌 파일마다 하고,\n"
        "            certutil -hashfile manifest-sha256.txt SHA512\n"
        "            결과를 tagmanifest-sha512.txt의 해당 줄과 비교합니다. 적힌 파일마다 합니다.\n"
        "2. 서명 (OpenSSL 3):\n"
        "            openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin\n"
        "              -in tagmanifest-sha512.txt -sigfile tagmanifest-sha512.txt.sig\n"
        "3. 키. 지문이 따로 들었거나 종이에 적힌 것과 같아야 합니다.\n"
        "            {fingerprint}\n"
        "            openssl pkey -pubin -in signing-key.pem -outform DER | sha256sum\n"
        "4. 관리 기록. data/custody.jsonl 각 줄의 SHA-256(줄 끝 제외)이 다음 줄의\n"
        '            "previous" 값이고, 마지막 줄의 값은 bag-info.txt의 Geoul-Custody-Head입니다.\n'
        "            첫 줄은 이렇게 계산합니다 (둘째 줄부터는 1을 2, 3으로):\n"
        "            sed -n 1p data/custody.jsonl | tr -d '\\n' | sha256sum"
    ),
}

EXPORT_ERRORS = {
    "NothingToExportError": (
        "건넬 것이 없습니다. 확인한 항목이 없습니다. 먼저 판단하거나(geoul decide CASE ITEM "
        "confirm) 항목을 고르세요: --items N,N"
    ),
    "LevelMissingError": (
        "이 사건에는 건네려는 것이 보관되어 있지 않습니다({level}). --level 없이 하면 글과 링크와 "
        "해시만 담습니다."
    ),
    "BundlePassphraseCharactersError": (
        "증거 묶음의 암호에는 영문자와 숫자, 띄어쓰기, 흔한 기호만 쓸 수 있습니다. 다른 글자는 "
        "프로그램마다 다르게 읽어서 열리지 않는 곳이 있습니다."
    ),
    "BundlePassphraseWeakError": (
        "손을 떠나는 파일에 쓰기에는 알아내기 쉬운 암호입니다. 이 옵션을 빼면 암호를 만들어 줍니다."
    ),
    "ItemNumbersError": (
        "어느 항목인지 알 수 없습니다: {text}. confirmed나 all, 또는 쉼표로 이은 번호(3,7,12)를 "
        "쓰세요."
    ),
    "BundleError": "이 증거 묶음을 쓰거나 읽지 못했습니다: {path}",
    "BundleExistsError": (
        "그 이름의 파일이 이미 있어 그대로 두었습니다: {path}. 다른 이름을 고르세요."
    ),
    "BundleMissingError": "그런 증거 묶음이 없거나, 넣을 폴더가 없습니다: {path}",
    "BundleReadOnlyError": (
        "시스템이 이곳을 읽거나 쓰지 못하게 합니다: {path}. 다른 곳을 고르세요."
    ),
    "NotABundleError": "거울이 만든 증거 묶음이 아니거나 앞부분이 바뀌었습니다: {path}",
    "WrongBundlePassphraseError": (
        "이 암호로는 증거 묶음이 열리지 않습니다: {path}. 암호를 잊으면 아무도 열 수 없습니다. "
        "사건을 가진 사람이 다시 만들 수 있습니다."
    ),
    "BundleRecipientError": (
        "age 받는 사람의 공개키가 아닙니다. age1로 시작합니다. 한 글자씩 살펴보세요."
    ),
    "BundleIdentityError": (
        "age 개인키가 들어 있지 않습니다. AGE-SECRET-KEY-1로 시작합니다. 한 글자씩 살펴보세요."
    ),
    "WrongBundleIdentityError": (
        "이 개인키로는 증거 묶음이 열리지 않습니다: {path}. 다른 사람을 위해 잠갔거나 앞부분이 "
        "바뀌었습니다."
    ),
    "MemberChangedError": (
        "사건의 한 부분이 있어야 할 내용과 달라 증거 묶음을 만들지 않았습니다: {member}. 사건이 "
        "손상되었을 수 있으니 그대로 두고 사본으로 작업하세요."
    ),
}
