"""Verifying a bundle, in Korean."""

TEXTS = {
    "verify.line": "문제: {name}: {what}",
    "verify.container_name": "파일 전체",
    "verify.changed": "내용이 바뀌었습니다",
    "verify.removed": "없어졌습니다",
    "verify.added": "원래 없던 파일을 누군가 넣었습니다",
    "verify.signature": "서명이 맞지 않습니다. 서명이나 키, 목록 가운데 하나가 바뀌었습니다",
    "verify.custody": "관리 기록이 서로 이어지지 않거나 일부가 없어졌습니다",
    "verify.case-log": "증거 묶음을 만들기 전에 사건 안에서 이미 바뀌어 있었습니다",
    "verify.form": "거울이 만드는 증거 묶음의 형식과 다릅니다",
    "verify.format": "이 버전의 거울이 모르는 형식입니다. 더 새로운 버전이 필요합니다",
    "verify.twin": "대소문자나 글자 표기 방식만 다르고 이름이 같은 파일이 또 있습니다",
    "verify.name": "증거 묶음의 파일은 이런 이름을 쓰지 않습니다",
    "verify.order": "파일이 목록과 다른 순서로 들어 있습니다",
    "verify.stamp": "이 증거 묶음에 대한 시점 확인이 아닙니다",
    "verify.litter": "{name}: 운영체제가 만들어 둔 파일로, 증거 묶음에 속하지 않습니다",
    "verify.fingerprint.fits": "알려 준 지문과 같은 키로 서명되어 있습니다.\n    {fingerprint}",
    "verify.fingerprint.differs": (
        "알려 준 지문과 다른 키로 서명되어 있습니다. 이유를 알기 전에는 믿고 쓰지 마세요. 이 증거 "
        "묶음의 지문은 다음과 같습니다.\n"
        "    {fingerprint}"
    ),
    "verify.stamp.rfc3161": "RFC 3161 시점 확인",
    "verify.stamp.opentimestamps": "OpenTimestamps 시점 확인",
    "verify.stamp.no_time": "시각은 연결된 블록에 있음",
    "verify.stamp.fits": "{name}: 이 증거 묶음에 대한 {kind} ({time})",
    "verify.stamp.differs": "{name}: {kind}, 그러나 이 증거 묶음에 대한 것이 아님 ({time})",
    "verify.signer.not-checked": (
        "    누가 서명했고 믿을 만한지는 확인하지 않았습니다. 믿는 인증서를 주거나"
        "(--timestamp-roots FILE) openssl ts -verify나 ots verify로 확인하세요."
    ),
    "verify.signer.trusted": (
        "    {signer}의 서명이며, 그 인증서는 당시 믿는 인증서로 이어졌습니다. 취소되었는지는 "
        "확인하지 않았습니다."
    ),
    "verify.signer.signature": "    믿을 수 없습니다. 서명이 내용과 맞지 않습니다.",
    "verify.signer.certificate": (
        "    믿을 수 없습니다. 서명한 쪽의 인증서가 들어 있지 않거나 시점 확인용이 아닙니다."
    ),
    "verify.signer.chain": (
        "    믿을 수 없습니다. 서명한 쪽의 인증서가 당시 믿는 인증서로 이어지지 않았습니다."
    ),
    "verify.case.fits": (
        "이 사건의 증거 묶음이며, 사건의 관리 기록은 증거 묶음에 든 기록에서 그대로 이어집니다. "
        "지금은 모두 {entries}건입니다."
    ),
    "verify.case.broken": (
        "이 사건의 증거 묶음이지만, 사건의 관리 기록이 증거 묶음에 든 기록과 다릅니다. {at}번째 "
        "기록부터 바뀌었거나 순서가 달라졌거나 잘렸습니다."
    ),
    "verify.case.other": "이 사건의 증거 묶음이 아니거나, 이 사건의 키로 서명되지 않았습니다.",
    "verify.container": "손상되었거나 잘렸거나 다른 것이 들어가서 다 읽지 못했습니다",
    "verify.sound.fits": (
        "묶음 안에 바뀐 것이 없습니다. 파일 {files}개가 만들 때 그대로이고, 알려 준 키로 서명되어 "
        "있습니다."
    ),
    "verify.sound.not-compared": (
        "파일 {files}개가 안에 든 서명과 맞습니다. 그러나 누구의 키로 한 서명인지는 비교하지 "
        "않았습니다. 누군가 파일을 바꾸고 새로 서명했어도 같은 결과가 나옵니다."
    ),
    "verify.sound.differs": (
        "파일 {files}개가 안에 든 서명과 맞지만, 서명은 누구나 자기 키로 할 수 있습니다."
    ),
    "verify.not_sound": "이 증거 묶음은 만들었을 때와 다릅니다. 믿고 쓰지 마세요.",
    "verify.log_changed": (
        "파일 {files}개가 안에 든 서명과 맞습니다. 그러나 관리 기록은 증거 묶음을 만들기 전에 사건 "
        "안에서 이미 바뀌어 있었으므로, 관리 기록의 내용은 믿고 쓸 수 없습니다."
    ),
    "verify.too_new": (
        "이 버전의 거울로는 이 증거 묶음을 확인할 수 없습니다. 더 새로운 버전이 필요합니다."
    ),
    "verify.fingerprint.not-compared": (
        "서명한 키의 지문입니다. 따로 들었거나 종이에 적힌 지문과 비교하세요. 그 지문을 "
        "알려 주면(명령줄에서는 --fingerprint HEX) 프로그램이 비교합니다. 서명은 누구나 자기 "
        "키로 할 수 있습니다.\n"
        "    {fingerprint}"
    ),
    "verify.custody_head": "관리 기록: {entries}건, 마지막 해시값 {sha256}",
}
