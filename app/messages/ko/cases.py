"""Cases: making, opening, passphrases, recovery codes, what a case holds, in Korean."""

TEXTS = {
    "passphrase.short": (
        "암호가 짧습니다. 서로 관계없는 단어 몇 개를 이으면 훨씬 알아내기 어렵습니다."
    ),
    "passphrase.file_open_to_others": (
        "이 컴퓨터를 쓰는 다른 사람도 이 암호 파일을 읽을 수 있습니다: {path}. 다른 사람의 읽기 "
        "권한을 없애세요: chmod 600"
    ),
    # case new, passphrase
    "case.made": "보관함을 만들었습니다: {path}",
    "case.media.none": (
        "사진과 동영상은 남기지 않습니다. 해시값, 링크, 시각, 그리고 얼굴을 나타내는 숫자만 "
        "남깁니다."
    ),
    "case.media.originals": (
        "원본 파일도 남깁니다. 이런 파일을 가지고 있는 것만으로도 법에 어긋날 수 있으니 먼저 "
        "지원센터에 물어보세요."
    ),
    "case.crops.yes": "나중에 보고 판단할 수 있도록 얼굴마다 작은 사진을 남깁니다.",
    "case.crops.no": "얼굴 사진은 남기지 않습니다.",
    "case.files_stay": (
        "넣는 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그 파일을 지우지 않습니다."
    ),
    "recovery.code": "복구 코드 (지금만 보이며 어디에도 보관하지 않습니다):\n\n    {code}\n",
    "recovery.what": (
        "암호를 잊었을 때 보관함을 여는 코드입니다. 다른 방법은 없습니다. 적거나 인쇄해서\n"
        "다른 사람이 찾지 못하는 곳에 두세요. 이 코드가 있으면 누구나 보관함을 열 수 있습니다."
    ),
    "recovery.changed": "암호를 바꾸었습니다. 이전 암호와 이전 복구 코드는 이제 쓸 수 없습니다.",
    # case info
    "info.path": "보관함:      {path}",
    "info.id": "번호:        {id}",
    "info.created": "만든 시각:   {created}",
    "info.kind.case": "종류:        보관함",
    "info.kind.check-copy": "종류:        확인용 사본 (사진, 이름, 링크 없음)",
    "info.media": "보관:        원본: {media}, 얼굴 사진: {crops}",
    "info.pack": "비교 모델:   {pack} ({pipeline}), 파일: {items}개",
    "info.pack.present": "             지금 쓰는 방식입니다",
    "info.pack.older": (
        "             다른 버전입니다. 다시 검사할 때까지 두 버전의 공통된 부분만 비교합니다"
    ),
    "info.pack.more": (
        "             이 컴퓨터보다 새롭거나 더 완전한 버전입니다. 공통된 부분만 비교합니다"
    ),
    "info.pack.apart": "             다른 비교 모델입니다. 다시 검사할 때까지 비교하지 않습니다",
    "info.items": (
        "파일:        {items}개 (검사함: {done}, 얼굴 없음: {no_face}, 확인하지 못함: {unchecked}, "
        "검사 전: {pending})"
    ),
    "info.faces": "얼굴:        {faces}개, 동영상은 장면마다 한 번만 세면 {tracks}개",
    "info.unconfirmed": (
        "{date}에 만들기 시작한 증거 묶음의 암호를 적어 두었다는 확인이 없습니다: {path}. 창에서 "
        "보관함을 열면(geoul) 암호가 나옵니다."
    ),
    "info.custody": "관리 기록:   {entries}건, 바뀐 것 없음",
    "info.custody_broken": "관리 기록:   {entries}건. 기록이 바뀌었습니다. 이 기록을 믿지 마세요",
    "info.decisions_unlike_log": (
        "판단:        파일 {items}번의 판단이 관리 기록에 적힌 것과 다릅니다. 이 프로그램이 아닌 "
        "방법으로 바뀐 것입니다"
    ),
    "info.statements_unlike_log": (
        "파일:        파일이나 발견된 곳, 그에 대해 적은 내용이 관리 기록에 적힌 것과 다릅니다. 이 "
        "프로그램이 아닌 방법으로 바뀐 것입니다"
    ),
    "info.pending": "아직 검사하지 않은 파일이 있습니다. 계속하기: geoul scan {case}",
    "info.otherwise": (
        "지금과 다른 방식으로 검사한 파일: {count}개. 다시 검사하기: geoul scan {case}"
    ),
    "info.otherwise_copy": (
        "지금과 다른 방식으로 검사한 파일: {count}개. 다시 검사하는 것은 원래 보관함에서만 됩니다. "
        "보관함을 가진 사람에게 다시 검사해서 확인용 사본을 새로 만들어 달라고 하세요."
    ),
    # copy
    "copy.made": "확인용 사본을 만들었습니다: {path}",
    "copy.what": (
        "얼굴을 나타내는 숫자와 파일 번호만 들어 있고 사진, 이름, 링크는 없습니다.\n"
        "암호는 사본과 다른 방법으로 알려 주세요. 이 숫자는 보관함에 나오는 모든 사람의 "
        "개인정보이니,\n"
        "확인이 끝나면 사본을 지우기로 약속하세요."
    ),
    "step.start": "시작",
    "start.title": "거울",
    "start.no_hangul": (
        "이 컴퓨터에는 한글 글꼴이 없습니다. 글꼴(데비안: fonts-noto-cjk 또는 fonts-nanum)을 "
        "설치하고 프로그램을 다시 시작하거나, 아래에서 영어를 고르세요."
    ),
    "start.language": "언어",
    "start.leave": "먼저, 바로 나가는 방법",
    "start.leave.how": (
        "Shift를 세 번 누르거나 위쪽의 버튼을 누르세요. 창이 곧바로 사라지고, 보관함과 프로그램이 "
        "닫힙니다."
    ),
    "start.leave.not": (
        "이 프로그램이 컴퓨터에 있다는 사실까지 감추지는 못합니다. 고른 파일은 있던 곳에 그대로 "
        "있고, 브라우저와 메신저에 남은 기록도 그대로입니다."
    ),
    "start.does": (
        "내가 넣은 사진과 동영상에서 내 얼굴을 찾아보고, 나와 비슷한 얼굴이 어디에 있는지 알려 "
        "줍니다."
    ),
    "start.offline": (
        "모든 일은 이 컴퓨터 안에서만 이루어집니다. 이 프로그램은 인터넷에 연결할 수 없습니다."
    ),
    "start.does_not": (
        "인터넷을 검색하거나 무언가를 지우지 않습니다. 인공지능(AI)으로 만든 사진인지도 알려 주지 "
        "않습니다."
    ),
    "start.decide": "본인이 맞는지는 오직 본인만 판단합니다. 다른 누구에게도 알리지 않습니다.",
    "start.young": "19세 미만입니다(&U)",
    "start.young.ask": "19세 미만인가요? 말하지 않아도 되지만, 몇 가지가 달라집니다.",
    "start.young.fault": "무슨 일이 있었든, 무엇을 보냈든, 당신의 잘못이 아닙니다.",
    "start.young.lines": (
        "1366(24시간), 디지털성범죄피해자지원센터(D4U, 02-735-8994), 학교폭력 신고센터(117)가 "
        "무료로 도와줍니다. 부모님이 함께하지 않아도 됩니다."
    ),
    "start.young.pictures": (
        "18세가 되기 전에 찍힌 사진이라면 세계 어디서나 Take It Down의 도움을 받을 수 있습니다."
    ),
    "start.young.kept": (
        "새로 만드는 보관함에는 사진과 동영상을 남기지 않습니다. 숫자, 링크, 시각만 남깁니다."
    ),
    "start.young.tell": (
        "믿을 수 있는 사람에게 이야기하면 도움이 됩니다. 꼭 부모님이 아니어도 됩니다. 누가 "
        "안전한지는 본인이 가장 잘 압니다."
    ),
    "start.make": "보관함 만들기(&M)",
    "start.open": "보관함 열기(&O)",
    "start.copy": "확인용 사본 열기(&C)",
    "start.which": "어느 파일이 보관함인가요?",
    "start.which_copy": "받은 확인용 사본은 어느 파일인가요?",
    "start.is_open": "보관함이 열려 있습니다.",
    "start.code_waits": (
        "복구 코드를 적어 두었는지 아직 확인하지 않았습니다. 계속하면 다시 볼 수 있습니다. "
        "보관함을 닫은 뒤에는 누구도 다시 보여 줄 수 없습니다."
    ),
    "start.go_on": "계속하기(&G)",
    "start.close": "보관함 닫기(&S)",
    "start.locked": (
        "보관함이 잠겼습니다. 계속하려면 암호를 다시 입력하세요. 보관함에 저장한 것은 그대로 "
        "있습니다. 내 얼굴 사진, 확인 결과, 한 번만 보여 주는 암호는 다른 사람이 볼 수 없도록 "
        "지웠습니다."
    ),
    "start.taken_out": (
        "보관함을 더 이상 읽을 수 없어 닫았습니다. USB 메모리에 있다면 다시 꽂고, 파일을 옮겼다면 "
        "제자리에 돌려놓거나 지금 있는 곳에서 고르세요. 그런 다음 암호를 입력하세요. 그 전에 "
        "저장한 것은 그대로 있습니다."
    ),
    "start.passphrase": "암호(&P)",
    "start.code": "복구 코드: 글자와 숫자 네 개씩 14묶음(&R)",
    "start.open_it": "열기(&O)",
    "start.opening": "여는 중입니다. 암호를 알아내기 어렵게 하려고 시간이 조금 걸립니다.",
    "start.lost": "암호를 잊었습니다(&H)",
    "start.not_lost": "암호가 있습니다(&H)",
    "start.other": "다른 파일(&F)",
    "start.gone": (
        "파일을 더 이상 읽을 수 없습니다: {name}. USB 메모리에 있다면 다시 꽂은 뒤 시도해 보세요."
    ),
    "step.make_case": "암호",
    "make_case.title": "보관함의 암호 정하기",
    "passphrase_field.show": "암호 보기",
    # the words
    "make_case.what": (
        "보관함은 파일 하나입니다. 이 암호가 없으면 누구도, 이 프로그램을 만든 사람도 열 수 "
        "없습니다."
    ),
    "make_case.use_drawn": "이 단어들로 하겠습니다(&U)",
    "make_case.use_own": "직접 정하겠습니다(&T)",
    "make_case.other_words": "다른 단어로 바꾸기(&W)",
    "make_case.note_them": (
        "무작위로 고른 단어입니다. 외우거나, 적어서 다른 사람이 찾지 못하는 곳에 두세요."
    ),
    "make_case.repeat": "단어를 한 번 입력(&O)",
    "make_case.repeat.why": (
        "제대로 적어 두었는지 확인하도록, 단어를 한 번 입력해 주세요. 단어 사이는 한 칸 띄웁니다."
    ),
    "make_case.see_again": "단어 다시 보기(&W)",
    "make_case.first": "암호(&P)",
    "make_case.second": "암호 다시 입력(&A)",
    "make_case.not_about_you": (
        "나를 아는 사람이 떠올릴 만한 것은 피하세요. 이름, 생일, 전화번호, 다른 데서 쓰는 암호 "
        "같은 것입니다."
    ),
    "make_case.strength.empty": "서로 관계없는 단어를 여러 개 이으면 알아내기 어렵습니다.",
    "make_case.strength.weak": (
        "알아내기 쉽습니다. 서로 관계없는 단어를 여러 개 이으면 훨씬 안전합니다."
    ),
    "make_case.strength.fair": "쉽게 알아낼 수는 없습니다. 단어를 하나 더하면 더 안전합니다.",
    "make_case.strength.strong": (
        "알아내기 어렵습니다. 어떻게 정했는지 다른 사람이 모르기만 하면 됩니다."
    ),
    "make_case.weak_is_wanted": "그래도 쓰겠습니다(&E)",
    "make_case.problem.empty": "아직 입력하지 않았습니다.",
    "make_case.problem.differ": "두 암호가 서로 다릅니다. 다시 입력해 주세요.",
    "make_case.problem.unlike_drawn": (
        "같은 단어가 아닙니다. 단어를 다시 보고 비교해 보세요. Caps Lock이 켜져 있지는 않나요?"
    ),
    "make_case.problem.other_layout": (
        "자판은 맞게 눌렀지만 한글과 영문이 바뀌어 있습니다. 한/영 키를 누르고 다시 입력해 주세요."
    ),
    "make_case.problem.weak": (
        "알아내기 쉬운 암호입니다. 다른 암호로 바꾸거나, 그래도 쓰려면 아래에 표시해 주세요."
    ),
    "make_case.next": "계속하기(&G)",
    "make_case.back": "뒤로(&B)",
    # what is kept
    "make_case.keeps": "보관함에 남길 것",
    "make_case.keep_none": "사진·동영상은 남기지 않음(&N)",
    "make_case.none_means": (
        "가장 안전합니다. 링크, 시각, 파일 이름, 해시값, 얼굴을 나타내는 숫자만 남깁니다."
    ),
    "make_case.keep_originals": "원본 파일도 남김(&O)",
    "make_case.law": (
        "우리나라에서는 허위영상물(얼굴 등을 합성한 성적인 영상물)을 소지·저장하거나 시청하는 "
        "것만으로도 처벌받을 수 있습니다(성폭력처벌법 제14조의2 제4항: 3년 이하의 징역 또는 3천만 "
        "원 이하의 벌금. 19세 미만이 나오는 것은 청소년성보호법 제11조 제5항: 1년 이상의 징역). "
        "피해자 본인이나 상담원을 위한 예외 규정은 찾지 못했습니다. 먼저 지원센터(1366)에 "
        "물어보세요."
    ),
    "make_case.young": "보관함에 사진과 동영상을 남기지 않습니다. 그것이 가장 안전합니다.",
    "make_case.keep_crops": "얼굴만 작게 남김(&K)",
    "make_case.crops_mean": (
        "파일마다 얼굴 부분만 작게 남깁니다. 남기지 않으면 원래 파일이 있는 동안에만 그 파일을 "
        "보고 판단할 수 있습니다."
    ),
    "make_case.files_stay": (
        "넣은 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그 파일을 지우지 않습니다."
    ),
    "make_case.choose_where": "저장할 곳 고르기(&C)",
    "make_case.where": (
        "어디에 저장할까요? 무엇인지 드러나지 않는 이름이 좋고, 여럿이 쓰는 컴퓨터보다 내 USB "
        "메모리가 안전합니다."
    ),
    # Offered for the file; it reveals nothing and has no extension.
    "make_case.file_name": "메모",
    "make_case.making": "보관함을 만들고 있습니다.",
    "make_case.no_place": (
        "그곳에는 저장할 수 없어 아무것도 만들지 않았습니다. 폴더가 없어졌거나 쓸 권한이 없을 수 "
        "있습니다. 다른 곳을 골라 주세요."
    ),
    "make_case.disk_full": "그곳에 공간이 부족해 만들지 못했습니다. 다른 곳을 골라 주세요.",
    # the recovery code
    "make_case.code": "복구 코드",
    "make_case.code_what": (
        "암호를 잊었을 때 보관함을 여는 유일한 방법입니다. 지금 한 번만 보여 줍니다. 이 코드가 "
        "있으면 누구나 보관함을 열 수 있으니, 이 컴퓨터와 떨어진 곳, 다른 사람이 찾지 못하는 곳에 "
        "두세요."
    ),
    "make_case.print": "인쇄하기(&P)",
    "make_case.printer": "프린터",
    "make_case.print_how": (
        "이 프로그램은 인쇄하려고 파일을 따로 만들지 않습니다. 하지만 프린터와 인쇄 목록에 기록이 "
        "남을 수 있으니 믿을 수 있는 프린터만 쓰세요."
    ),
    "make_case.print_now": "지금 인쇄(&R)",
    "make_case.no_printer": "이 컴퓨터에는 설정된 프린터가 없습니다. 코드를 손으로 적어 주세요.",
    "make_case.sent": "프린터로 보냈습니다.",
    "make_case.not_printed": "인쇄하지 못했습니다. 코드를 손으로 적어 주세요.",
    "make_case.on_paper": "안전한 곳에 보관하세요.",
    "make_case.written": "적어 두었습니다(&W)",
}

ERRORS = {
    "ItemNumbersError": (
        "어느 파일인지 알 수 없습니다: {text}. 번호를 3,5-9처럼 적어 주세요. 증거 묶음을 만들 때는 "
        "confirmed나 all도 됩니다."
    ),
    "CheckCopyNotScannableError": (
        "이것은 확인용 사본입니다. 검사할 파일이 들어 있지 않아 원래 보관함에서만 다시 검사할 수 "
        "있습니다. 보관함을 가진 사람에게 다시 검사해서 확인용 사본을 새로 만들어 달라고 하세요."
    ),
    "LastBesideCaseError": (
        "보관함을 닫았지만 저장 공간이 가득 차서, 마지막에 저장한 것은 옆에 있는 다른 파일에 들어 "
        "있습니다: {path}. 잃은 것은 없습니다. 두 파일을 함께 두고, 공간을 비운 다음 보관함을 "
        "열었다가 다시 닫아 주세요."
    ),
    # storage
    "StorageError": "보관함을 쓸 수 없습니다: {path}",
    "EmptyPassphraseError": "암호가 비어 있습니다. 바뀐 것은 없습니다. 다시 해 보세요.",
    "RecoveryCodeError": (
        "복구 코드에 잘못 입력한 글자가 있습니다. 적어 둔 것과 한 글자씩 비교해 보세요. 바뀐 것은 "
        "없습니다."
    ),
    "WrongPassphraseError": (
        "이 암호로는 이 파일이 열리지 않습니다. 한/영을 바꾸어서도 해 보았습니다. Caps Lock이 켜져 "
        "있지 않은지, 파일이 맞는지 확인해 보세요: {path}"
    ),
    "WrongRecoveryCodeError": (
        "이 복구 코드로는 이 파일이 열리지 않습니다. 다른 보관함의 코드이거나 암호를 바꾸기 전의 "
        "코드일 수 있습니다: {path}"
    ),
    "LinkLoopError": (
        "이 링크는 자기 자신으로 되돌아와 그 끝에 파일이 없습니다: {path}. 보관함의 경로를 직접 "
        "적어 주세요."
    ),
    "CaseMissingError": "보관함이 없거나, 보관함을 만들 폴더가 없습니다: {path}",
    "CaseExistsError": (
        "같은 이름의 파일이 이미 있어 그대로 두었습니다: {path}. 다른 이름을 골라 주세요."
    ),
    "CaseInUseError": (
        "이 보관함은 다른 창이나 프로그램에서 열려 있습니다: {path}. 그곳에서 닫고 다시 해 보세요."
    ),
    "CaseReadOnlyError": "이곳에 쓸 권한이 없습니다: {path}. 보관함을 내 폴더로 옮겨 주세요.",
    "CaseDamagedError": (
        "보관함의 일부가 손상되었습니다: {path}. 이 파일은 그대로 두고 복사본으로 작업하세요. 전에 "
        "복사해 둔 파일이 있는지도 찾아보세요."
    ),
    "CaseTooNewError": (
        "더 새로운 버전의 거울(Geoul)로 만든 보관함입니다: {path}. 그 버전으로 열어 주세요."
    ),
    "CaseTooOldError": (
        "거울(Geoul)의 시험 버전으로 만든 보관함입니다(형식 {found}): {path}. 이 버전이 읽는 형식: "
        "{known}. 보관함을 새로 만들고 파일을 다시 넣어 주세요."
    ),
    "PersonNotSaidError": (
        "이 보관함은 여러 사람의 얼굴로 확인했습니다: {people}번. 누구에 관한 것인지 골라 "
        "주세요(명령줄에서는 --person N)."
    ),
    "PersonMissingError": "이 보관함에는 {person}번 사람으로 확인한 기록이 없습니다.",
    "PersonUnlikeError": (
        "이 사진들은 {person}번 사람으로 확인된 얼굴 중 어느 것과도 닮지 않았습니다. 전과 같은 "
        "사람인지 다른 사람인지 알려 주세요(명령줄에서는 --person {person} 또는 --person new)."
    ),
    "DecisionsUnlikeLogError": (
        "이 보관함의 판단이 관리 기록에 적힌 것과 다릅니다(파일 {items}번). 이 프로그램이 아닌 "
        "방법으로 바뀌었거나, 예전 복사본의 일부가 파일에 섞였습니다. 이 파일은 그대로 두고 다른 "
        "복사본이 있는지 찾아보세요."
    ),
    "StatementsUnlikeLogError": (
        "이 보관함의 파일이나 그에 대해 적은 내용이 관리 기록에 적힌 것과 다릅니다. 이 프로그램이 "
        "아닌 방법으로 바뀌었거나, 예전 복사본의 일부가 파일에 섞였습니다. 이 파일은 그대로 두고 "
        "다른 복사본이 있는지 찾아보세요."
    ),
    "LogChangedError": (
        "이 보관함의 관리 기록이 이 프로그램이 아닌 방법으로 바뀌었습니다. 증거 묶음은 그래도 만들 "
        "수 있으며, 묶음에 그 사실이 적힙니다."
    ),
    "CaseClosedError": "보관함이 닫혀 있습니다. 연 다음 다시 해 보세요.",
    "DiskFullError": (
        "저장 공간이 가득 찼습니다. 그 전에 저장한 것은 안전합니다. 공간을 비우고 다시 해 보세요."
    ),
    "DiskFailedError": (
        "저장 장치에 쓰거나 읽지 못했습니다. 장치가 빠졌거나 고장 났을 수 있습니다. 확인한 뒤 다시 "
        "해 보세요: {path}"
    ),
    "CaseInternalError": (
        "보관함을 쓰다가 프로그램에 문제가 생겼습니다({code}). 그 전에 저장한 것은 그대로 있습니다."
    ),
    "ItemMissingError": "이 보관함에는 {item}번 파일이 없습니다.",
    "FaceMissingError": "파일 {item}번에는 {face}번 얼굴이 없습니다.",
    "ContentChangedError": "읽는 동안 파일이 바뀌어 넣지 않았습니다. 다시 넣어 주세요.",
    "WrongModeError": "이 보관함은 원본을 남기지 않아 꺼낼 것이 없습니다.",
    "CheckCopyError": (
        "이것은 확인용 사본입니다. 사본에는 파일을 넣을 수 없고, 사본에서 파일을 꺼내거나 다시 "
        "사본을 만들 수도 없습니다. 원래 보관함을 쓰세요."
    ),
}
