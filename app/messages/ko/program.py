"""The program as a whole: window, settings, help, command line, system errors, in Korean."""

TEXTS = {
    "window.title": "거울",
    "window.leave": "바로 나가기(&L)",
    "window.leave_keys": "바로 나가려면 Shift를 세 번 누르세요.",
    "window.steps": "다른 화면으로",
    "window.dismiss": "닫기",
    "who": "지금 이 컴퓨터를 쓰는 사람",
    "who.none": "밝히고 싶지 않음",
    "who.why": "이제부터 하는 일마다 관리 기록에 함께 적힙니다.",
    "language.en": "English (영어)",
    "language.ko": "한국어",
    # choosing files
    "chooser.places": "위치",
    "chooser.home": "내 폴더",
    "chooser.path": "폴더 경로",
    "chooser.up": "위 폴더로(&U)",
    "chooser.list": "파일과 폴더",
    "chooser.column.name": "이름",
    "chooser.column.size": "크기",
    "chooser.column.date": "수정한 날짜",
    "chooser.folder": "폴더",
    "chooser.link": "링크",
    "chooser.hidden": "숨긴 파일도 보기(&F)",
    "chooser.name": "새 파일 이름(&N)",
    "chooser.reading": "폴더를 읽는 중: {count}개",
    "chooser.count": "이 폴더에 있는 것: {count}개",
    "chooser.chosen": "고른 것: {count}개",
    "chooser.choose.file": "이 파일 고르기(&C)",
    "chooser.choose.files": "고르기(&C)",
    "chooser.choose.content": "고르기(&C)",
    "chooser.choose.folder": "이 폴더 고르기(&C)",
    "chooser.choose.new_file": "여기에 저장(&S)",
    "chooser.cancel": "취소",
    "chooser.unreadable": (
        "이 폴더를 읽을 수 없습니다. 권한이 없거나 저장 장치가 빠졌을 수 있습니다. 다른 폴더를 "
        "골라 주세요."
    ),
    "chooser.nothing": "그런 이름의 파일이나 폴더가 없습니다: {path}",
    "chooser.no_folder": "이것은 파일입니다. 폴더를 골라 주세요: {path}",
    "chooser.exists": "같은 이름의 파일이 이미 있습니다: {name}. 다른 이름을 적어 주세요.",
    "chooser.bad_name": "파일 이름으로 쓸 수 없습니다. 다른 이름을 적어 주세요.",
    "chooser.files_only": (
        "여기서는 파일만 고를 수 있습니다. 폴더 안의 파일은 폴더를 열어 골라 주세요."
    ),
    # how far something is
    "task.pause": "일시 정지",
    "task.resume": "계속하기",
    "task.stop": "그만하기",
    "task.paused": "{text}. 일시 정지됨.",
    "task.stopping": "그만하는 중입니다. 지금까지 한 것은 그대로 남습니다.",
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
    "help.version": "버전 표시 (--verbose를 붙이면 라이브러리 버전까지)",
    "help.lang": "출력할 언어",
    "help.demo": "예시 사진으로 전체 과정 보기: 보관함 만들기, 확인, 결과",
    "help.case": "보관함 만들기, 내용 보기, 암호 바꾸기",
    "help.case.new": "암호화된 보관함 새로 만들기",
    "help.case.info": "보관함에 무엇이 들어 있는지 보기",
    "help.case.passphrase": "암호 바꾸기. 복구 코드도 새로 나옵니다",
    "help.add": "파일과 폴더를 보관함에 넣고 얼굴 찾기. 다시 실행하면 이어서 합니다",
    "help.scan": (
        "아직 검사하지 않은 파일과, 다른 비교 모델이나 다른 버전으로 검사한 파일에서 얼굴 찾기"
    ),
    "help.check": "내 얼굴과 비슷한 얼굴이 보관함에 있는지 확인하기",
    "help.list": "보관함의 파일 목록",
    "help.show": "파일 하나에 대해 아는 것 모두 보기",
    "help.decide": "파일이나 얼굴에 대한 내 판단 남기기",
    "help.copy": "집에서 확인할 수 있는 확인용 사본 만들기 (사진, 이름, 링크 없음)",
    "help.models": "비교 모델 목록 보기, 추가하기",
    "help.models.add": "폴더, zip 파일, 모델 파일로 비교 모델 추가하기",
    "help.argument.case": "보관함",
    "help.argument.path": "파일이나 폴더. 적지 않으면 아직 검사하지 않은 것을 이어서 합니다",
    "help.argument.item": "파일 번호",
    "help.argument.verdict": "confirm (나입니다), reject (내가 아닙니다), unsure (잘 모르겠습니다)",
    "help.argument.checkcopy": "만들 확인용 사본",
    "help.option.person": "누구에 관한 것인지 사람 번호로 지정; 확인할 때는 new도 가능",
    "help.option.only-missing": "아직 적히지 않은 것만 채우기",
    "help.option.quiet": "진행 상황과 안내를 표시하지 않음",
    "help.option.json": "JSON으로 출력",
    "help.option.keep": "예시 보관함과 사진을 새 폴더에 남기기",
    "help.option.media": "none: 사진과 동영상을 보관하지 않음(기본), originals: 원본도 보관",
    "help.option.no-crops": "작은 얼굴 사진도 보관하지 않음",
    "help.option.passphrase-file": "이 파일의 첫 줄에서 보관함의 암호 읽기",
    "help.option.new-passphrase-file": "이 파일의 첫 줄에서 새 암호 읽기",
    "help.option.copy-passphrase-file": "이 파일의 첫 줄에서 사본의 암호 읽기",
    "help.option.recovery-code-file": "암호 대신 이 파일의 복구 코드로 열기",
    "help.option.url": "발견한 곳의 주소",
    "help.option.platform": "출처인 서비스나 앱 (예: 텔레그램)",
    "help.option.note": "남겨 둘 메모",
    "help.option.role": "누가 하는 일인지 (victim 피해자, counsellor 상담원 등)",
    "help.option.password-file": "이 파일의 첫 줄에서 압축 파일의 비밀번호 읽기",
    "help.option.language": (
        "보고서와 해시값 확인서의 언어. 정하지 않으면 이 컴퓨터의 시간대에 따름: 한국이면 한국어, "
        "아니면 영어"
    ),
    "help.option.owner": "대화를 내보낸 사람의 이름. 내보낸 파일에 '나'로만 적혀 있을 때 씁니다",
    "help.option.pack": "검사할 때 쓸 비교 모델. 적지 않으면 보관함에서 쓰던 모델",
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
    "usage.wrong": "명령을 이해하지 못했습니다: {detail}. 도움말: {command} --help",
    "usage.required": "빠진 것이 있습니다: {names}",
    "usage.unknown": "그런 명령이나 옵션은 없습니다: {text}",
    "usage.choice": "쓸 수 없는 값입니다: {text} (쓸 수 있는 값: {choices})",
    "usage.no_value": "뒤에 값이 있어야 합니다",
    "usage.takes_no_value": "값을 붙일 수 없습니다: {text}",
    "usage.number": "숫자가 아닙니다: {text}",
    "usage.photos": "한 번에 사진은 {most}장까지입니다. 도움말: geoul check --help",
    "stopped": (
        "멈췄습니다. 끝난 것은 저장되었고 보관함에는 이상이 없습니다. 같은 명령을 다시 실행하면 "
        "이어서 합니다."
    ),
    "unexpected": (
        "프로그램을 만드는 사람에게 알려 주세요 (아래 줄에 이름은 들어 있지 않습니다): {kind}"
    ),
    # passphrases
    "ask.passphrase": "보관함의 암호: ",
    "ask.new_passphrase": "새 암호: ",
    "ask.copy_passphrase": "확인용 사본의 암호: ",
    "ask.again": "암호 다시 입력: ",
    # progress
    "progress.find": "읽는 중: {total}개 중 {done}개",
    "progress.find.so_far": "파일 찾는 중: {done}개",
    "progress.look": "검사하는 중: {total}개 중 {done}개",
    "progress.look.so_far": "검사하는 중: {done}개",
    "progress.photos": "내 사진 검사하는 중: {total}장 중 {done}장",
    "progress.photos.so_far": "내 사진 검사하는 중: {done}장",
    "progress.demo": "진행 중: {total}개 중 {done}개",
    "progress.demo.so_far": "진행 중: {done}개",
    "left.seconds": "약 {count}초 남음",
    "left.minutes": "약 {count}분 남음",
    "left.hours": "약 {count}시간 남음",
    "yes": "예",
    "no": "아니요",
    # what to type after an error
    "hint.ModelError": "추가하기: geoul models add PATH",
    "hint.built_in": "빠진 파일과 설치 방법: geoul models",
    "hint.UnknownPackError": "목록: geoul models",
    "hint.PackMismatchError": "다시 검사하기: geoul scan CASE",
    "hint.PackOfCaseMissingError": (
        "추가하기: geoul models add PATH. 또는 기본 모델로 모두 다시 검사하기: geoul scan CASE "
        "--pack open"
    ),
    "hint.PackOfCopyMissingError": "추가하기: geoul models add PATH",
    "hint.CaseMissingError": "만들기: geoul case new CASE",
    "hint.ItemMissingError": "목록: geoul list CASE",
    "hint.FaceMissingError": "목록: geoul show CASE ITEM",
    "step.settings": "설정",
    "settings.title": "설정",
    "settings.kept": (
        "바꾸면 바로 적용됩니다. 바꾼 설정은 이 컴퓨터의 작은 파일에 남습니다. 그 파일에는 "
        "사람이나 보관함에 관한 내용이 없습니다: {path}"
    ),
    "settings.look": "화면 모양",
    "settings.language": "언어",
    "settings.language.en": "English (영어)",
    "settings.language.ko": "한국어",
    "settings.theme": "화면 색",
    "settings.theme.system": "컴퓨터 설정대로",
    "settings.theme.light": "밝게",
    "settings.theme.dark": "어둡게",
    "settings.theme.contrast": "고대비",
    "settings.text_size": "글자 크기",
    "settings.text_size.100": "보통",
    "settings.text_size.125": "1.25배",
    "settings.text_size.150": "1.5배",
    "settings.text_size.175": "1.75배",
    "settings.text_size.200": "2배",
    "settings.locked": (
        "보관함이 잠겨 있습니다. 안전과 관련된 설정은 보관함을 다시 연 뒤에 바꿀 수 있습니다."
    ),
    "settings.safety": "안전",
    "settings.lock": "보관함 자동 잠금",
    "settings.lock.after": (
        "정한 시간 동안 키보드나 마우스를 쓰지 않거나, 컴퓨터가 절전 상태에 들어가거나, 화면이 "
        "잠기면 보관함을 잠급니다. 암호를 입력하면 다시 열리고, 저장한 것은 그대로 있습니다. 내 "
        "얼굴 사진과 확인 결과는 지웁니다."
    ),
    "settings.lock.minutes.one": "1분",
    "settings.lock.minutes.many": "{count}분",
    "settings.capture": "화면 캡처 막기",
    "settings.capture.what": (
        "이 창이 화면 캡처, 녹화, 공유에 나오지 않습니다. 화면 앞에서 카메라로 찍는 것은 막지 "
        "못합니다."
    ),
    "settings.capture.impossible": (
        "이 시스템에서는 프로그램이 화면 캡처를 막을 수 없습니다. 계속하기 전에 화면을 녹화하거나 "
        "공유하는 프로그램을 닫아 주세요."
    ),
    "settings.weaker": "보호가 약해도 파일 열기",
    "settings.weaker.what": (
        "파일은 내 파일이나 네트워크, 다른 프로그램에 접근할 수 없는 별도의 공간에서 엽니다. 첫 "
        "파일을 열기 전에 정말 접근할 수 없는지 시험합니다. 하나라도 막히지 않으면, 여기에서 "
        "허용하지 않는 한 아무것도 열지 않습니다."
    ),
    "settings.reveal": "사진 전체를 볼 때",
    "settings.reveal.what": (
        "언제나 글이 먼저 나오고, 그다음에 얼굴만 보입니다. 사진 전체는 키나 버튼을 누르고 있는 "
        "동안에만, 아래에서 고른 대로 보입니다."
    ),
    "settings.blur": "흐리게",
    "settings.grey": "흑백으로",
    "settings.packs": "비교 모델",
    "settings.packs.what": (
        "비교 모델은 얼굴을 비교하는 데 쓰입니다. 프로그램에 기본으로 하나가 들어 있습니다. 나에게 "
        "더 잘 맞는 모델이 있을 수 있지만, 프로그램이 직접 내려받지는 않습니다. 믿을 수 있는 "
        "컴퓨터에서 받아 USB 메모리에 담아 오세요."
    ),
    "settings.packs.licence": (
        "다른 비교 모델을 쓰기 전에 이용 조건을 확인하세요. 대부분 비상업적 연구에만 쓸 수 "
        "있습니다."
    ),
    "settings.packs.reading": "비교 모델을 찾고 있습니다…",
    "settings.packs.drop": "비교 모델의 폴더, zip 파일, 모델 파일을 여기에 끌어다 놓으세요",
    "settings.packs.choose": "비교 모델 고르기(&C)",
    "settings.packs.choose.prompt": "비교 모델의 폴더, zip 파일, 모델 파일",
    "settings.packs.adding": "비교 모델을 시험해 보고 있습니다. 몇 초 걸립니다…",
    "settings.packs.use": "새 보관함에서 쓸 비교 모델",
    "settings.packs.use.what": "이미 쓰고 있는 보관함은 처음에 쓴 비교 모델을 계속 씁니다.",
    "settings.packs.unknown": (
        "이 프로그램이 아는 비교 모델이 아니어서 아무것도 추가하지 않았습니다. 배포처에서 받은 "
        "그대로 폴더, zip 파일, 모델 파일을 골라 주세요."
    ),
    "settings.packs.damaged": (
        "비교 모델의 파일이 손상되었거나 이름과 내용이 달라 아무것도 추가하지 않았습니다. "
        "배포처에서 다시 받아 주세요: {pack}, {file}"
    ),
    "settings.pack.installed": "{name}: 쓸 수 있음",
    "settings.pack.missing": "{name}: 없음, 추가할 수 있음",
    "settings.pack.licence": "이용 조건: {text}",
    "settings.pack.measured": "성능을 측정한 자료: {text}",
    "settings.pack.well": "더 정확하게 비교하는 사람: {people}",
    "settings.pack.poor": "덜 정확하게 비교하는 사람: {people}",
    "settings.pack.well.open": "성능을 측정한 사진 속의 다른 성인",
    "settings.pack.well.better": (
        "공개된 자료에 따르면, 기본 모델보다 동아시아인을 더 정확하게 비교함"
    ),
    "settings.pack.unmeasured": (
        "이 프로그램에서 아직 성능을 측정하지 않았습니다. 누구를 더 정확하게 비교하는지, 우연히 "
        "닮은 사람이 얼마나 나올지 알 수 없습니다."
    ),
    "settings.forget": "설정 초기화",
    "settings.forget.what": (
        "언어를 뺀 이 화면의 설정이 모두 처음으로 돌아가고, 작은 파일도 지워집니다. 보관함과 "
        "추가한 비교 모델은 그대로 있습니다."
    ),
    "settings.forget.do": "초기화(&R)",
    "settings.forget.done": "초기화했습니다. 작은 파일도 지웠습니다.",
    "step.help": "도움말",
    "help.title": "도움말",
    "help.about_page": "언제든지 볼 수 있습니다. 보관함을 열지 않아도 됩니다.",
    "help.part.support": "도와주는 곳",
    "help.to.support": "도와주는 곳(&W)",
    "help.support.what": (
        "당신은 혼자가 아닙니다. 당신의 잘못이 아닙니다. 모두 무료로 도와줍니다. 연결되지 않으면 "
        "다른 곳에 전화해 보세요."
    ),
    "help.part.police": "경찰이 물어보는 것",
    "help.to.police": "경찰(&P)",
    "help.police.what": (
        "다 알고 있지 않아도 되고, 일부러 찾지 않아도 됩니다. 알아내려고 링크를 누르거나 대화방에 "
        "들어가지 마세요. 이미 아는 것만 적어 두세요."
    ),
    "help.police.shows_you": "본인임을 알 수 있는 사진이나 내용",
    "help.police.post": "게시물의 제목과 링크, 플랫폼",
    "help.police.account": "올린 계정의 이름(닉네임)과 ID",
    "help.police.room": "대화방의 이름, ID, 링크",
    "help.police.message": "메시지 번호와 올라온 시각",
    "help.police.learned": "알게 된 경위 (예: 누가 알려 주었는지)",
    "help.police.source": "합성에 쓰인 사진을 지금도 가지고 있는지",
    "help.police.first": "그 사진을 처음 올린 곳과, 볼 수 있었던 사람",
    "help.police.keywords": "검색어",
    "help.police.personal_data": "함께 공개된 개인정보: 이름, 학교, 전화번호, 계정",
    "help.police.keep": (
        "가지고 있는 것은 그대로 두세요. 고치거나 이름을 바꾸거나 다른 사람에게 보내지 마세요. "
        "누군가와 함께 가도 됩니다. 지원센터가 같이 가거나 신고를 도와줄 수도 있습니다."
    ),
    "help.police.undercover": (
        "2025년 6월부터는 성인 피해 사건에서도 경찰이 신분을 숨기고 수사할 수 있습니다. 증거를 "
        "모으려고 대화방에 들어가지 마세요. 경찰에 맡기면 됩니다."
    ),
    "help.support.youtube": (
        "18세 이상의 선택: 유튜브가 새 동영상에서 내 얼굴을 스스로 찾게 할 수 있습니다(유사성 "
        "감지). 그 대신 구글이 내 셀카 동영상을 받습니다."
    ),
    "help.part.traces": "이 컴퓨터에 남는 것",
    "help.to.traces": "남는 것(&T)",
    "help.traces.case": (
        "보관함: 암호화된 파일 하나가 직접 정한 곳에, 직접 지은 이름으로 남습니다. 암호가 없으면 "
        "의미 없는 데이터로만 보입니다."
    ),
    "help.traces.settings": "설정을 바꾸었다면, 설정이 담긴 작은 파일: {path}",
    "help.traces.cache": (
        "비교 모델을 다른 형식으로 바꾼 파일. 나에 관한 내용은 없으며 지워도 됩니다: {path}"
    ),
    "help.traces.packs": "추가한 비교 모델: {path}",
    "help.traces.yours": (
        "직접 만든 것: 확인용 사본, 증거 묶음과 함께 만든 문서, 해시값 목록, 인쇄한 복구 코드."
    ),
    "help.traces.nothing": (
        "그 밖에는 아무것도 남기지 않습니다. 최근 파일 목록, 복사본, 미리보기 사진, 로그 파일을 "
        "만들지 않고 인터넷도 쓰지 않습니다."
    ),
    "help.traces.files": (
        "골라 넣은 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그 파일을 바꾸거나 지우지 "
        "않습니다."
    ),
    "help.traces.system": (
        "프로그램이 막을 수 없는 것: 메모리가 부족하거나 컴퓨터가 최대 절전 모드에 들어갈 때 "
        "시스템이 메모리의 일부를 디스크에 썼을 수 있습니다. 이 프로그램을 열었다는 기록이 "
        "시스템에 남을 수도 있습니다. 지운 파일은 복구될 수도 있습니다. 노트북을 덮어만 두지 말고 "
        "컴퓨터를 끄세요. 가능하면 다른 사람이 쓰지 않는 컴퓨터를 쓰세요."
    ),
    "help.part.leaving": "바로 나가기가 하는 일과 하지 못하는 일",
    "help.to.leaving": "바로 나가기(&V)",
    "help.leaving.does": (
        "5초 안에 Shift를 세 번 누르거나 위쪽의 버튼을 누르면, 곧바로 창을 가리고 보관함을 닫고 "
        "프로그램을 끝냅니다. 그때까지 끝난 것은 저장되어 있습니다."
    ),
    "help.leaving.not.hide": (
        "이 컴퓨터에 프로그램이 있다는 사실이나 열었던 사실을 숨기지는 못합니다."
    ),
    "help.leaving.not.delete": "보관함이나 골라 넣은 파일을 지우지 않습니다.",
    "help.leaving.not.others": "다른 프로그램이나, 다른 곳에 열어 둔 것을 닫지 않습니다.",
    "help.leaving.not.watched": (
        "이 컴퓨터를 몰래 감시하는 프로그램이나 방 안의 카메라는 막지 못합니다. 의심된다면 믿을 수 "
        "있는 사람의 컴퓨터를 쓰세요."
    ),
    "help.part.keys": "키보드",
    "help.to.keys": "키보드(&K)",
    "help.key.leave": "Shift 세 번",
    "help.key.leave.does": "바로 나가기",
    "help.key.tab": "Tab 키, Shift + Tab",
    "help.key.tab.does": "다음 항목으로, 이전 항목으로",
    "help.key.press": "스페이스바나 Enter",
    "help.key.press.does": "테두리가 있는 것을 누르기",
    "help.key.arrows": "화살표 키",
    "help.key.arrows.does": "여럿 가운데 하나 고르기, 목록에서 움직이기",
    "help.key.page": "Page Up 키, Page Down 키",
    "help.key.page.does": "긴 화면을 위아래로 움직이기",
    "help.key.alt": "Alt + 밑줄 친 글자",
    "help.key.alt.does": "그 글자가 있는 버튼 누르기",
    "help.keys.review": "보고 판단할 때 쓰는 키는 그 화면에 적혀 있습니다.",
    "help.part.limits": "할 수 없는 것",
    "help.to.limits": "할 수 없는 것(&M)",
    "help.limits.none": (
        "비슷한 얼굴을 찾지 못해도 없다는 뜻은 아닙니다. 작거나, 어둡거나, 흐리거나, 가려졌거나, "
        "옆을 본 얼굴은 놓칠 수 있습니다. 다른 사진에 합성된 얼굴은 원래 사진보다 본인과 덜 닮아 "
        "보일 때가 많아 가장 놓치기 쉽습니다."
    ),
    "help.limits.others": (
        "비슷한 얼굴이 나와도 닮은 다른 사람일 수 있습니다. 단서일 뿐이고, 판단은 본인만 할 수 "
        "있습니다."
    ),
    "help.limits.people": (
        "기본 비교 모델이 덜 정확하게 비교하는 사람: {people}. 놓치는 얼굴이 더 많고, 닮은 다른 "
        "사람도 더 많이 나옵니다. 어린이와 청소년의 얼굴로는 거의 시험해 보지 못했습니다. 모델마다 "
        "어떤지는 설정에 있습니다."
    ),
    "help.limits.content": (
        "이 보관함에 넣은 것만 검사합니다. 인터넷을 검색하지 않으며, 다른 곳에 더 있는지는 알 수 "
        "없습니다."
    ),
    "help.limits.made": "누가 어떻게 만든 사진인지, 합성한 것인지는 알려 주지 않습니다.",
    "help.top": "맨 위로",
}

ERRORS = {
    # anything that nobody expected
    "Exception": "프로그램에 문제가 생겼습니다. 그 전에 저장한 것은 그대로 있습니다.",
    "MemoryError": "컴퓨터의 메모리가 부족합니다. 다른 프로그램을 닫고 다시 해 보세요.",
    "OSError": "파일을 읽거나 쓰지 못했습니다. 저장 장치를 확인하고 다시 해 보세요.",
    # app
    "AppError": "이 작업을 하지 못했습니다.",
    "NoTerminalError": (
        "암호가 필요한데 입력할 터미널이 없습니다. 첫 줄에 암호가 적힌 파일을 지정해 주세요: "
        "{option} FILE"
    ),
    "NoTerminalForIdentityError": (
        "age 키를 가진 사람만 열 수 있게 잠근 증거 묶음인데 개인키를 입력할 터미널이 없습니다. "
        "개인키(AGE-SECRET-KEY-1...)가 든 파일을 지정해 주세요: {option} FILE"
    ),
    "PassphrasesDifferError": "두 암호가 서로 다릅니다. 바뀐 것은 없습니다. 다시 해 보세요.",
    "PassphraseEmptyError": "암호가 비어 있습니다. 바뀐 것은 없습니다. 다시 해 보세요.",
    "PassphraseFileError": "이 파일은 암호나 복구 코드로 쓸 수 없습니다: {path}",
    "PassphraseFileMissingError": "암호나 복구 코드가 든 파일을 열 수 없습니다: {path}",
    "PassphraseFileEmptyError": (
        "이 파일의 첫 줄이 비어 있습니다. 첫 줄에 암호나 복구 코드를 적어 주세요: {path}"
    ),
    "PassphraseFileNotTextError": (
        "이 파일은 텍스트(UTF-8)가 아니어서 암호나 복구 코드로 쓰지 않았습니다: {path}"
    ),
    "SettingsError": "설정을 저장하지 못했습니다: {path}",
    "SettingsNotSavedError": (
        "고른 설정은 나갈 때까지만 적용됩니다. 디스크가 가득 찼거나 쓸 권한이 없어 저장하지 "
        "못했습니다: {path}"
    ),
    "SettingsNotRemovedError": (
        "나갈 때까지는 처음 설정이 적용되지만, 설정이 담긴 작은 파일은 지우지 못했습니다. 직접 "
        "지워 주세요: {path}"
    ),
    "FileMissingError": "그런 이름의 파일이나 폴더가 없습니다: {path}",
    "WindowMissingError": (
        "창을 열 수 없습니다. 필요한 시스템 구성 요소가 없습니다({part}). 창 없이도 명령으로 쓸 수 "
        "있습니다: geoul --help"
    ),
}
