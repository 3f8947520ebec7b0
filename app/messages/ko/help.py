"""What --help says, in Korean."""

HELP = {
    "help.about": (
        "Geoul(거울)은 신고된 사진과 동영상에 내 얼굴이 있는지 네트워크 없이 이 컴퓨터에서만 "
        "확인합니다.\n"
        "누가 나와 닮았는지 보여 줄 뿐, 판단은 본인이 합니다.\n"
        "명령 없이 실행하면 창이 열립니다."
    ),
    "help.usage": "쓰는 법: ",
    "help.arguments": "인자",
    "help.options": "선택 사항",
    "help.commands": "명령",
    "help.help": "이 도움말 보기",
    "help.version": "버전 보기",
    "help.lang": "답하는 언어",
    "help.demo": "견본 사진으로 전체 과정 보기: 사건, 확인, 결과",
    "help.case": "사건을 만들고, 내용을 보고, 암호를 바꾸기",
    "help.case.new": "암호화된 새 사건 만들기",
    "help.case.info": "사건에 무엇이 들어 있는지 보기",
    "help.case.passphrase": "암호 바꾸기 (새 복구 코드가 나옵니다)",
    "help.add": "파일과 폴더를 사건에 넣고 얼굴 찾기. 다시 실행하면 이어서 합니다",
    "help.check": "사건 속 얼굴이 내 얼굴과 닮았는지 확인하기",
    "help.list": "사건의 파일 목록",
    "help.show": "파일 하나에 대해 아는 것 모두 보기",
    "help.decide": "파일이나 얼굴에 대한 내 판단 남기기",
    "help.copy": "집에서 확인할 확인용 사본 만들기 (사진, 이름, 링크 없음)",
    "help.models": "모델 묶음 목록을 보거나 더하기",
    "help.models.add": "폴더나 zip 파일에서 모델 묶음 더하기",
    "help.argument.case": "사건 파일",
    "help.argument.path": "파일이나 폴더. 없으면 아직 살펴보지 않은 것을 이어서 합니다",
    "help.argument.item": "파일 번호",
    "help.argument.verdict": "confirm (나입니다), reject (아닙니다), unsure (모르겠습니다)",
    "help.argument.checkcopy": "만들 확인용 사본",
    "help.option.quiet": "진행 상황과 덧붙이는 말 없이",
    "help.option.json": "JSON으로 답하기",
    "help.option.keep": "견본 사건과 사진을 새 폴더에 남기기",
    "help.option.media": "none: 사진과 동영상을 보관하지 않음(기본), originals: 원본도 보관",
    "help.option.no-crops": "작은 얼굴 사진도 보관하지 않음",
    "help.option.passphrase-file": "이 파일의 첫 줄에서 암호 읽기",
    "help.option.new-passphrase-file": "이 파일의 첫 줄에서 새 암호 읽기",
    "help.option.copy-passphrase-file": "이 파일의 첫 줄에서 사본의 암호 읽기",
    "help.option.recovery-code-file": "암호 대신 이 파일의 복구 코드로 열기",
    "help.option.url": "발견한 곳의 주소",
    "help.option.platform": "나온 서비스나 앱",
    "help.option.note": "적어 둘 말",
    "help.option.role": "누가 하는 일인지: 피해자, 상담원 등",
    "help.option.pack": "살펴볼 때 쓸 모델 묶음. 없으면 사건의 것",
    "help.option.me": "내 얼굴 사진. 서로 다른 사진으로 8번까지",
    "help.option.attest": (
        "누구의 얼굴인지: self (나), consent (동의한 사람), guardian (보호자), counsellor (상담원)"
    ),
    "help.option.state": "이 상태의 파일만",
    "help.option.face": "얼굴이 여럿일 때 얼굴 번호",
    "usage.wrong": "알아듣지 못했습니다: {detail}. 도움말: {command} --help",
    "usage.number": "숫자가 아닙니다: {text}",
    "usage.photos": "한 번에 사진은 {most}장까지입니다. 도움말: geoul check --help",
}
