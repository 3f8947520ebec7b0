"""What --help says, in Korean."""

HELP = {
    "help.about": (
        "거울(Geoul)은 내가 넣은 사진과 동영상에 내 얼굴이 나오는지, 네트워크 없이 이 컴퓨터에서만 "
        "확인합니다.\n"
        "비슷한 얼굴을 보여 줄 뿐, 판단은 본인이 합니다.\n"
        "명령 없이 실행하면 창이 열립니다."
    ),
    "help.usage": "사용법: ",
    "help.arguments": "인수",
    "help.options": "옵션",
    "help.commands": "명령",
    "help.help": "이 도움말 보기",
    "help.version": "버전 보기",
    "help.lang": "답할 언어",
    "help.demo": "예시 사진으로 전체 과정 보기: 사건 파일 만들기, 확인, 결과",
    "help.case": "사건 파일 만들기, 내용 보기, 암호 바꾸기",
    "help.case.new": "암호화된 사건 파일 새로 만들기",
    "help.case.info": "사건 파일에 무엇이 들어 있는지 보기",
    "help.case.passphrase": "암호 바꾸기. 복구 코드도 새로 나옵니다",
    "help.add": "파일과 폴더를 사건에 넣고 얼굴 찾기. 다시 실행하면 이어서 합니다",
    "help.scan": (
        "아직 살펴보지 않은 파일과, 다른 비교 모델이나 다른 버전으로 살펴본 파일에서 얼굴 찾기"
    ),
    "help.check": "내 얼굴과 비슷한 얼굴이 사건에 있는지 확인하기",
    "help.list": "사건의 파일 목록",
    "help.show": "파일 하나에 대해 아는 것 모두 보기",
    "help.decide": "파일이나 얼굴에 대한 내 판단 남기기",
    "help.copy": "집에서 확인할 수 있는 확인용 사본 만들기 (사진, 이름, 링크 없음)",
    "help.models": "비교 모델 목록 보기, 추가하기",
    "help.models.add": "폴더, zip 파일, 모델 파일로 비교 모델 추가하기",
    "help.argument.case": "사건 파일",
    "help.argument.path": "파일이나 폴더. 적지 않으면 아직 살펴보지 않은 것을 이어서 합니다",
    "help.argument.item": "파일 번호",
    "help.argument.verdict": "confirm (나입니다), reject (내가 아닙니다), unsure (잘 모르겠습니다)",
    "help.argument.checkcopy": "만들 확인용 사본",
    "help.option.quiet": "진행 상황과 덧붙이는 말을 보이지 않음",
    "help.option.json": "JSON으로 답하기",
    "help.option.keep": "예시 사건 파일과 사진을 새 폴더에 남기기",
    "help.option.media": "none: 사진과 동영상을 보관하지 않음(기본), originals: 원본도 보관",
    "help.option.no-crops": "작은 얼굴 사진도 보관하지 않음",
    "help.option.passphrase-file": "이 파일의 첫 줄에서 사건 파일의 암호 읽기",
    "help.option.new-passphrase-file": "이 파일의 첫 줄에서 새 암호 읽기",
    "help.option.copy-passphrase-file": "이 파일의 첫 줄에서 사본의 암호 읽기",
    "help.option.recovery-code-file": "암호 대신 이 파일의 복구 코드로 열기",
    "help.option.url": "발견한 곳의 주소",
    "help.option.platform": "나온 서비스나 앱 (예: 텔레그램)",
    "help.option.note": "적어 둘 메모",
    "help.option.role": "누가 하는 일인지 (victim 피해자, counsellor 상담원 등)",
    "help.option.password-file": "이 파일의 첫 줄에서 압축 파일의 비밀번호 읽기",
    "help.option.owner": "대화를 내보낸 사람의 이름. 내보낸 파일에 '나'로만 적혀 있을 때 씁니다",
    "help.option.pack": "살펴볼 때 쓸 비교 모델. 적지 않으면 사건에서 쓰던 모델",
    "help.option.me": (
        "내 얼굴 사진. 서로 다른 사진으로 8번까지 쓸 수 있습니다. 얼굴이 여럿인 사진은 PHOTO:2처럼 "
        "적으면 두 번째 얼굴입니다 (맨 윗줄부터, 줄마다 왼쪽부터 셉니다)"
    ),
    "help.option.attest": (
        "누구의 얼굴인지: self (내 얼굴), consent (동의한 사람), guardian (보호자로서), counsellor "
        "(상담원으로서)"
    ),
    "help.option.state": "이 상태의 파일만",
    "help.option.face": "얼굴이 여럿일 때 얼굴 번호",
    "usage.wrong": "알아듣지 못했습니다: {detail}. 도움말: {command} --help",
    "usage.required": "빠진 것이 있습니다: {names}",
    "usage.unknown": "그런 명령이나 옵션은 없습니다: {text}",
    "usage.choice": "쓸 수 없는 값입니다: {text} (쓸 수 있는 값: {choices})",
    "usage.no_value": "뒤에 값이 있어야 합니다",
    "usage.takes_no_value": "값을 붙일 수 없습니다: {text}",
    "usage.number": "숫자가 아닙니다: {text}",
    "usage.photos": "한 번에 사진은 {most}장까지입니다. 도움말: geoul check --help",
}
