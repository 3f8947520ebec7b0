"""Evidence bundles: making one, and what lies on top of one, in Korean."""

TEXTS = {
    "help.export": (
        "경찰이나 지원센터에 전달할 증거 묶음 만들기. 암호로 잠그고 디지털 서명을 합니다"
    ),
    "help.capture": "파일을 본 곳의 화면 캡처 넣기, 또는 어느 파일이 화면 캡처인지 표시하기",
    "help.option.of": "캡처에 나오는 파일의 번호",
    "help.option.covered": (
        "성적인 부분과 다른 사람의 얼굴을 모두 가렸습니다. 어느 보관함에나 남고, 내 얼굴 사진과 "
        "함께 전달할 수 있습니다"
    ),
    "help.option.item": "화면 캡처인 파일의 번호. 여러 번 쓸 수 있습니다",
    "help.option.none": "이 파일은 화면 캡처가 아닙니다",
    "capture.added": "화면 캡처 {count}개를 넣었습니다 (번호: {items}).",
    "capture.not_kept": (
        "이 보관함은 파일을 남기지 않아 해시값만 적어 두었습니다 (번호: {items}). 성적인 부분과 "
        "다른 사람의 얼굴을 가리고 --covered로 넣으면 남습니다."
    ),
    "capture.all": "이 보관함의 화면 캡처: {count}개",
    "help.verify": (
        "증거 묶음이나 그것을 푼 폴더를 검사해 바뀐 것이 있는지 알려 주기. 종료 상태: 0(바뀐 것이 "
        "없고 --fingerprint나 --case로 알려 준 키로 서명됨), 3(바뀐 것은 없으나 키는 비교하지 "
        "않음), 1(그 밖)"
    ),
    "help.argument.out": "만들 파일. 같은 이름의 파일이 이미 있으면 안 됩니다",
    "help.argument.bundle": "증거 묶음 또는 그것을 푼 폴더",
    "help.option.items": (
        "confirmed(기본, 본인이라고 확인한 파일), all(모두) 또는 번호(예: 3,5-9). 확인하지 못한 "
        "파일의 이름은 어느 증거 묶음에나 들어갑니다"
    ),
    "help.option.level": (
        "list: 사진 없이(기본), crops: 본인이라고 확인한 내 얼굴도, originals: 원본 파일도"
    ),
    "help.option.bundle-passphrase-file": "증거 묶음의 암호를 이 파일에서 읽기",
    "help.option.age": "암호 대신 이 age 공개 키(age1...)를 가진 사람만 열 수 있게 잠그기",
    "help.option.fingerprint": "따로 들었거나 종이에 적힌 서명 키의 지문. 띄어쓰기는 상관없습니다",
    "help.option.timestamp": (
        "다른 곳에서 받은 시점 확인 파일(RFC 3161 .tsr 또는 OpenTimestamps .ots). BUNDLE.tsr와 "
        "BUNDLE.ots는 알아서 찾습니다"
    ),
    "help.option.timestamp-roots": (
        "시점 확인 서명을 믿을 수 있는 기관의 인증서 파일(PEM). 주면 RFC 3161 시점 확인에 누가 "
        "서명했는지 검사합니다. 인증서가 취소되었는지는 검사하지 않습니다"
    ),
    "help.option.case": "증거 묶음을 만든 보관함. 그 뒤로 관리 기록이 바뀌거나 잘렸는지 비교합니다",
    "help.option.small-set": (
        "온라인 신고에 올릴 보고서, 해시값 확인서, 파일 목록, 가린 화면 캡처를 10MB보다 작게 "
        "나누어 옆에 두기. 잠기지 않습니다. --level crops나 originals이면 보고서에 본인 얼굴이 "
        "나옵니다"
    ),
    "help.option.letters": "삭제 요청서를 옆에 함께 만들기. 잠기지 않습니다",
    "help.option.name": "삭제 요청서에 적을 이름. 없으면 빈칸으로 둡니다",
    "export.letters": "삭제 요청서 (잠기지 않음): {path}",
    "export.small_set": (
        "온라인 신고에 올릴 파일, 10MB보다 작게 나눔 (잠기지 않음. 올린 뒤에 지우세요). "
        "사진 없이(list) 만들지 않았다면 그 안의 보고서에 본인 얼굴이 나옵니다: {path}"
    ),
    "small_set.what": (
        "온라인 신고에 올릴 파일\n"
        "\n"
        "옆에 있는 잠긴 파일(증거 묶음)에 든 보고서, 해시값 확인서, 파일 목록과 똑같은 "
        "파일입니다.\n"
        "폴더(part)마다 10MB보다 작으니, 한꺼번에 올릴 수 없으면 하나씩 올리세요. 해시값은 증거 "
        "묶음\n"
        "안의 목록에 있습니다."
    ),
    "small_set.safe": (
        "잠겨 있지 않습니다\n"
        "이 폴더를 여는 사람은 링크와 이름까지 모두 볼 수 있습니다. 증거 묶음을 사진 없이 만들지\n"
        "않았다면 이 폴더의 보고서에 본인의 얼굴 사진이 있습니다. 올린 뒤에는 지우세요.\n"
        "증거 묶음에 모두 들어 있습니다."
    ),
    "small_set.too_large": ("너무 커서 뺀 것\n증거 묶음에만 있습니다: {names}"),
    "help.option.identity-file": "증거 묶음을 여는 age 개인키 파일",
    "usage.not_both": "함께 쓸 수 없습니다: {other}",
    "ask.bundle_passphrase": "증거 묶음의 암호: ",
    "ask.identity": "age 개인키 (AGE-SECRET-KEY-1...): ",
    "progress.export": "쓰고 다시 읽는 중: {total}바이트 중 {done}바이트",
    "progress.export.so_far": "준비하는 중",
    "progress.verify": "읽는 중: {total}바이트 중 {done}바이트",
    "progress.verify.so_far": "읽는 중: {done}바이트",
    "export.investigation": "거울(Geoul)로 확인한 콘텐츠",
    "export.made": (
        "증거 묶음을 만들고 다시 읽어 확인했습니다: {path} (보관함의 파일 {items}개, 묶음 안의 "
        "파일 모두 {files}개)"
    ),
    "export.level.list": "사진은 들어 있지 않습니다. 글, 링크, 해시값만 있습니다.",
    "export.level.crops": (
        "본인이라고 확인한 내 얼굴만 작게 들어 있습니다. 다른 사람의 얼굴은 없습니다."
    ),
    "export.level.originals": (
        "원본 파일이 그대로 들어 있습니다. 경찰이 요청할 때 경찰에만 전달하세요. 이런 파일은 "
        "가지고 있거나 건네는 것이 법에 어긋날 수 있습니다."
    ),
    "export.missing": (
        "원본이 보관함에 없거나 링크만 있어 원본 없이 담은 것(번호): {items}. 목록에도 그렇게 "
        "표시했습니다."
    ),
    "export.withheld": (
        "사진이나 동영상인지 확인되지 않아 원본을 넣지 않은 파일(번호): {items}. 목록에도 그렇게 "
        "표시했습니다."
    ),
    "export.not_noted": (
        "증거 묶음은 온전하게 만들어졌습니다. 다만 보관함이 있는 저장 장치가 가득 찼거나 빠져 "
        "있어, 다 만들었다는 사실을 관리 기록에 남기지 못했습니다."
    ),
    "export.named_zip": (
        "age 키로 잠근 파일이라 이름은 .zip으로 끝나지만 ZIP 파일이 아닙니다. 압축 프로그램에서는 "
        "손상된 파일로 보입니다. 끝이 .age인 이름으로 바꿔 주세요: {path}"
    ),
    "export.named_age": (
        "암호로 잠근 ZIP 파일이라 이름은 .age로 끝나지만 age로는 열리지 않습니다. 끝이 .zip인 "
        "이름으로 바꿔 주세요: {path}"
    ),
    "export.custody_changed": (
        "증거 묶음을 만들기 전에 이미 이 보관함의 관리 기록이 바뀌어 있었고, 묶음에도 그렇게 적혀 "
        "있습니다. 보관함은 그대로 두고, 묶음을 받는 사람에게도 알려 주세요."
    ),
    "usage.name_without_letters": (
        "--name은 삭제 요청서에 적을 이름인데 삭제 요청서를 만들라는 말이 없습니다. --letters를 "
        "넣거나 --name을 빼 주세요. 도움말: geoul export --help"
    ),
    "export.fingerprint": (
        "서명 키의 지문입니다. 적어 두고, 파일과 다른 방법으로 알려 주세요.\n    {fingerprint}"
    ),
    "export.digest": "증거 묶음 전체의 해시값(SHA-512):\n    {digest}",
    "export.passphrase": (
        "증거 묶음의 암호입니다. 지금만 보여 주고 어디에도 보관하지 않습니다.\n\n    {passphrase}\n"
    ),
    "export.passphrase.words": (
        "영문 자판 상태에서 아래 한글 단어를 그대로 치면 위의 암호가 됩니다(띄어쓰기 포함).\n"
        "    {words}"
    ),
    "export.passphrase.what": (
        "파일과 다른 방법으로, 예를 들어 전화로 알려 주세요. 잃어버리면 증거 묶음을 다시 만드세요."
    ),
    "export.read_me.what": (
        "먼저 읽어 주세요\n"
        "\n"
        "이 폴더는 거울(Geoul)로 만든 증거 묶음입니다. 거울은 신고된 콘텐츠에 본인, 자신이 돌보는\n"
        "아이, 또는 도움을 청한 사람의 얼굴이 나오는지 네트워크에 연결하지 않고 자기 컴퓨터에서\n"
        "확인하는 프로그램입니다."
    ),
    "export.read_me.made": (
        "만든 때: {made}, 이 컴퓨터의 시계 기준\n"
        "만든 사람: {by} (관리 기록 data/custody.jsonl에 적힌 대로)"
    ),
    "export.read_me.level.list": (
        "누가 가지고 있어도 되나\n사진도 동영상도 들어 있지 않습니다. 글, 링크, 해시값만 있습니다."
    ),
    "export.read_me.level.crops": (
        "누가 가지고 있어도 되나\n"
        "찾으려던 사람의 얼굴만 작게 잘라 넣었습니다. 다른 사람의 얼굴은 없습니다.\n"
        "경찰이나 지원센터를 위한 것입니다."
    ),
    "export.read_me.level.originals": (
        "누가 가지고 있어도 되나\n"
        "원본 파일이 그대로 들어 있습니다. 이런 파일은 가지고 있거나 보거나 건네는 것이 법에\n"
        "어긋날 수 있습니다. 파일을 요청한 수사기관만 열어야 합니다. 그렇지 않다면 "
        "data/originals와\n"
        "data/captures 안의 것을 열지 말고, 이것을 준 사람에게 알려 주세요."
    ),
    "export.read_me.captures": (
        "화면 캡처\n"
        "data/captures에는 파일을 어디에서 보았는지(주소, 계정, 대화방) 보여 주는 화면 사진이\n"
        "있습니다. 어느 파일에 관한 것인지는 data/items.json의 capture_of에 있습니다. operation이\n"
        "screen-capture-covered이면 성적인 부분과 다른 사람의 얼굴을 모두 가렸다고 찍은 사람이\n"
        "밝힌 것입니다."
    ),
    "export.read_me.inside": (
        "들어 있는 것\n"
        "report.pdf                        보고서: 무엇을 어디에서 언제 보았고 어떻게 확인했는지\n"
        "hash-sheet.pdf                    해시값 확인서: 인쇄해서 서명하는 문서\n"
        "                                  (길면 report-2.pdf, hash-sheet-2.pdf로 이어지고,\n"
        "                                  두 언어로 만들면 report.ko.pdf처럼 나뉩니다)\n"
        "data/items.json, data/items.csv   파일 목록: 어디에서 언제 보았는지, 해시값\n"
        "data/custody.jsonl                관리 기록: 이 사건에서 누가 언제 무엇을 했는지\n"
        "data/case.jsonld                  같은 목록을 CASE/UCO 형식으로 적은 것 (수사 도구용)\n"
        "data/crops, data/captures,\n"
        "data/originals                    위에 적혀 있을 때만 있습니다\n"
        "이 폴더는 BagIt 1.0(RFC 8493) 형식입니다."
    ),
    "export.read_me.limits": (
        "말해 주지 않는 것\n"
        "프로그램이 찾은 비슷한 얼굴은 단서일 뿐입니다. 본인인지는 사람이 판단했고, 그 판단은\n"
        "목록에 적혀 있습니다. MD5와 SHA-1은 같은 파일을 찾아볼 때 쓰는 값이며, 증명에는 쓰지\n"
        "않습니다. 시각은 이 컴퓨터의 시계를 따릅니다."
    ),
    "export.read_me.check": (
        "거울 없이 검사하는 방법\n"
        "한 번에 하려면(먼저 스크립트를 읽어 보세요) sh check.sh 지문, Windows에서는\n"
        "powershell -ExecutionPolicy Bypass -File check.ps1 지문. 직접 하려면 다음과 같습니다.\n"
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

ERRORS = {
    "NothingToExportError": (
        "전달할 것이 없습니다. 본인이라고 확인한 파일이 없습니다. 먼저 판단하거나(geoul decide "
        "CASE ITEM confirm), 증거 묶음을 만들 때는 파일을 번호로 고를 수도 있습니다: --items 3,5-9"
    ),
    "CaseEmptyError": (
        "이 보관함에는 아직 아무것도 없습니다. 확인할 파일이나 링크를 먼저 넣고 다시 와 주세요: "
        "geoul add CASE PATH"
    ),
    "LevelMissingError": (
        "이 보관함에는 전달하려는 것이 없습니다({level}). --level 없이 하면 글, 링크, 해시값만 "
        "담습니다."
    ),
    "BundlePassphraseCharactersError": (
        "증거 묶음의 암호에는 영문자, 숫자, 빈칸, 흔한 기호만 쓸 수 있습니다. 다른 글자는 "
        "프로그램마다 다르게 읽어서 열리지 않는 곳이 있습니다."
    ),
    "BundlePassphraseWeakError": (
        "다른 사람에게 건네는 파일에 쓰기에는 알아내기 쉬운 암호입니다. 이 옵션을 빼면 암호를 "
        "만들어 줍니다."
    ),
    "CaptureOfCaptureError": "파일 {item}번도 화면 캡처입니다. 캡처에 나오는 파일의 번호를 쓰세요.",
    "FingerprintError": "지문이 아닙니다: {text}. 지문은 숫자와 a부터 f까지의 글자 64개입니다.",
    "TimestampRootsError": (
        "이 파일에 인증서(PEM 여러 개 또는 DER 하나)가 없거나 파일을 읽을 수 없습니다: {path}"
    ),
    "TimestampError": (
        "RFC 3161 시점 확인(.tsr)도 OpenTimestamps 시점 확인(.ots)도 아니거나 읽을 수 없습니다: "
        "{path}"
    ),
    "NotACaptureError": (
        "{item}번은 사진으로 만든 것이라고 적혀 있어 화면 캡처로 표시하지 않았습니다. 바뀐 것은 "
        "없습니다."
    ),
    "BundleError": "이 파일을 쓰거나 읽지 못했습니다: {path}",
    "BundleExistsError": (
        "같은 이름의 파일이 이미 있어 그대로 두었습니다: {path}. 다른 이름을 골라 주세요."
    ),
    "BundleMissingError": "파일이 없거나, 파일을 넣을 폴더가 없습니다: {path}",
    "BundleReadOnlyError": (
        "이곳을 읽거나 이곳에 쓸 권한이 없습니다: {path}. 다른 곳을 골라 주세요."
    ),
    "BundleTooLargeError": (
        "이 저장 장치에는 이만큼 큰 파일을 저장할 수 없습니다: {path}. FAT32 형식의 USB 메모리에는 "
        "4GB 이상의 파일이 들어가지 않습니다. 다른 곳을 고르거나, USB 메모리를 exFAT 형식으로 "
        "바꾸거나, 파일을 나누어 담아 주세요."
    ),
    "NotABundleError": "거울(Geoul)이 만든 증거 묶음이 아니거나 앞부분이 바뀌었습니다: {path}",
    "WrongBundlePassphraseError": (
        "이 암호로는 증거 묶음이 열리지 않습니다: {path}. 프로그램이 만든 암호는 단어 일곱 개이고 "
        "단어 사이는 한 칸만 띄웁니다. 영어 단어는 소문자로 씁니다. 암호를 잃어버리면 아무도 열 수 "
        "없습니다. 보관함을 가진 사람이 증거 묶음을 다시 만들 수 있습니다."
    ),
    "BundleRecipientError": (
        "age 공개 키가 아닙니다. 공개 키는 age1로 시작합니다. 한 글자씩 확인해 보세요."
    ),
    "BundleIdentityError": (
        "age 개인키가 들어 있지 않습니다. 개인키는 AGE-SECRET-KEY-1로 시작합니다. 한 글자씩 확인해 "
        "보세요."
    ),
    "WrongBundleIdentityError": (
        "이 개인키로는 증거 묶음이 열리지 않습니다: {path}. 다른 사람의 키로 잠갔거나 앞부분이 "
        "바뀌었습니다."
    ),
    "MemberChangedError": (
        "보관함의 한 부분이 원래 내용과 달라 증거 묶음을 만들지 않았습니다: {member}. 보관함이 "
        "손상되었을 수 있으니 그대로 두고 복사본으로 작업하세요."
    ),
}
