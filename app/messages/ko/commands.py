"""What the commands say, in Korean."""

COMMANDS = {
    "stopped": (
        "멈췄습니다. 끝난 것은 저장되었고 사건 파일에는 이상이 없습니다. 같은 명령을 다시 실행하면 "
        "이어서 합니다."
    ),
    "unexpected": (
        "프로그램을 만드는 사람에게 알려 주세요 (아래 줄에 이름은 들어 있지 않습니다): {kind}"
    ),
    # passphrases
    "ask.passphrase": "사건 파일의 암호: ",
    "ask.new_passphrase": "새 암호: ",
    "ask.copy_passphrase": "확인용 사본의 암호: ",
    "ask.again": "한 번 더: ",
    "passphrase.short": (
        "암호가 짧습니다. 서로 관계없는 단어 몇 개를 이으면 훨씬 알아내기 어렵습니다."
    ),
    "passphrase.file_open_to_others": (
        "이 컴퓨터를 쓰는 다른 사람도 이 암호 파일을 읽을 수 있습니다: {path}. 다른 사람의 읽기 "
        "권한을 없애세요: chmod 600"
    ),
    # progress
    "progress.find": "읽는 중: {total}개 중 {done}개",
    "progress.find.so_far": "파일 찾는 중: {done}개",
    "progress.look": "살펴보는 중: {total}개 중 {done}개",
    "progress.look.so_far": "살펴보는 중: {done}개",
    "progress.photos": "내 사진 살펴보는 중: {total}장 중 {done}장",
    "progress.photos.so_far": "내 사진 살펴보는 중: {done}장",
    "progress.demo": "진행 중: {total}개 중 {done}개",
    "progress.demo.so_far": "진행 중: {done}개",
    "left.seconds": "약 {count}초 남음",
    "left.minutes": "약 {count}분 남음",
    "left.hours": "약 {count}시간 남음",
    # case new, passphrase
    "case.made": "사건 파일을 만들었습니다: {path}",
    "case.media.none": (
        "사진과 동영상은 보관하지 않습니다. 해시값, 링크, 시각, 그리고 얼굴을 나타내는 숫자만 "
        "보관합니다."
    ),
    "case.media.originals": (
        "원본 파일도 보관합니다. 이런 파일을 가지고 있는 것만으로도 법에 어긋날 수 있으니 먼저 "
        "지원센터에 물어보세요."
    ),
    "case.crops.yes": "나중에 보고 판단할 수 있도록 얼굴마다 작은 사진을 보관합니다.",
    "case.crops.no": "얼굴 사진은 보관하지 않습니다.",
    "case.files_stay": (
        "넣는 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그 파일을 지우지 않습니다."
    ),
    "recovery.code": "복구 코드 (지금만 보이며 어디에도 보관하지 않습니다):\n\n    {code}\n",
    "recovery.what": (
        "암호를 잊었을 때 사건 파일을 여는 코드입니다. 다른 방법은 없습니다. 적거나 인쇄해서\n"
        "다른 사람이 찾지 못하는 곳에 두세요. 이 코드가 있으면 누구나 사건 파일을 열 수 있습니다."
    ),
    "recovery.changed": "암호를 바꾸었습니다. 이전 암호와 이전 복구 코드는 이제 쓸 수 없습니다.",
    # case info
    "info.path": "사건 파일:   {path}",
    "info.id": "번호:        {id}",
    "info.created": "만든 시각:   {created}",
    "info.kind.case": "종류:        사건 파일",
    "info.kind.check-copy": "종류:        확인용 사본 (사진, 이름, 링크 없음)",
    "info.media": "보관:        원본: {media}, 얼굴 사진: {crops}",
    "info.pack": "비교 모델:   {pack} ({pipeline}), 파일: {items}개",
    "info.pack.present": "             지금 얼굴을 재는 방식입니다",
    "info.pack.older": (
        "             다른 버전입니다. 다시 살펴볼 때까지 두 버전에 같이 있는 것만 비교합니다"
    ),
    "info.pack.more": (
        "             여기보다 새롭거나 더 많이 재는 버전입니다. 같이 있는 것만 비교합니다"
    ),
    "info.pack.apart": "             다른 비교 모델입니다. 다시 살펴볼 때까지 비교하지 않습니다",
    "info.items": (
        "파일:        {items}개 (살펴봄: {done}, 얼굴 없음: {no_face}, 확인하지 못함: {unchecked}, "
        "아직 살펴보지 않음: {pending})"
    ),
    "info.faces": "얼굴:        {faces}개, 동영상은 장면마다 한 번만 세면 {tracks}개",
    "info.custody": "관리 기록:   {entries}건, 바뀐 것 없음",
    "info.custody_broken": (
        "관리 기록:   {entries}건. 기록이 바뀌었습니다. 이 기록을 믿고 쓰지 마세요"
    ),
    "info.decisions_unlike_log": (
        "판단:        파일 {items}번의 판단이 관리 기록에 적힌 것과 다릅니다. 이 프로그램이 아닌 "
        "방법으로 바뀐 것입니다"
    ),
    "info.pending": "아직 살펴보지 않은 파일이 있습니다. 이어서 하기: geoul scan {case}",
    "info.otherwise": (
        "지금과 다른 방식으로 살펴본 파일: {count}개. 다시 살펴보기: geoul scan {case}"
    ),
    "info.otherwise_copy": (
        "지금과 다른 방식으로 살펴본 파일: {count}개. 다시 살펴보는 것은 원래 사건에서만 됩니다. "
        "사건 파일을 가진 사람에게, 다시 살펴보고 확인용 사본을 새로 만들어 달라고 해 주세요."
    ),
    "yes": "예",
    "no": "아니요",
    # add
    "add.new": "새로 넣음:             {count}",
    "add.known": "이미 있음:             {count}",
    "add.looked": "이번에 살펴봄:         {count}",
    "add.faces": "그 안에서 찾은 얼굴:   {count}",
    "add.no_face": "얼굴 없음:             {count}",
    "add.unchecked": "확인하지 못함:         {count}",
    "add.blocked": "넣지 못함:             {count}",
    "add.partly": "일부만 살펴봄:         {count}",
    "add.absent": "기록만 있고 파일 없음: {count}",
    "otherwise.add": (
        "지금과 다른 방식으로 살펴본 파일: {count}개. 다시 살펴보기: geoul scan CASE"
    ),
    # scan
    "scan.again": "그중 다시 살펴봄:      {count}",
    "scan.kept": "다시 살펴보지 못해 전에 찾은 것을 그대로 둔 파일: {count}개",
    "scan.apart": (
        "아직 비교할 수 없는 파일: {count}개. 다른 비교 모델로 살펴본 것인데 지금은 파일을 읽을 수 "
        "없습니다. 파일을 원래 있던 곳에 되돌려 놓고 다시 살펴보세요."
    ),
    "scan.nothing": "더 살펴볼 파일이 없습니다.",
    "scan.next": "이제 확인하기: geoul check {case} --me PHOTO --attest self",
    "question.password": (
        "{name}: 비밀번호로 잠겨 있습니다. 비밀번호를 알려 주세요: --password-file FILE"
    ),
    "question.owner": "{name}: 누가 내보낸 대화인가요? 이름을 알려 주세요: --owner NAME",
    "blocked.line": "  {name}: {why}",
    "add.next": "이제 확인하기: geoul check CASE --me PHOTO --attest self",
    # list, show, decide
    "list.line": "{item:>6}  {state}  {name}",
    "list.line_why": "{item:>6}  {state}  {name}: {why}",
    "list.line_limit": "{item:>6}  {state}  {name}: {why} [{limit}]",
    "list.none": "파일이 없습니다.",
    "state.pending": "아직 안 봄   ",
    "state.done": "살펴봄       ",
    "state.no-face": "얼굴 없음    ",
    "state.unchecked": "확인하지 못함",
    "show.line": "{label} {value}",
    "show.item": "파일 {item}번",
    "show.sources": "여기에도 있었음",
    "show.faces": "얼굴: {count}개",
    "show.face_line": "  얼굴 {face}번: {time} ({first}부터 {last}까지 보임){decision}",
    "show.decision_line": "파일 전체에 대한 내 판단: {verdict}",
    "decision.confirm": "나입니다",
    "decision.reject": "내가 아닙니다",
    "decision.unsure": "잘 모르겠습니다",
    "decided": "판단을 남겼습니다: 파일 {item}번: {verdict}",
    "decided.face": "판단을 남겼습니다: 파일 {item}번, 얼굴 {face}번: {verdict}",
    "decided.which_face": (
        "이 파일에는 얼굴이 {count}개 있습니다. 어느 얼굴인지 하나를 골라 판단해야(--face N) 다음 "
        "확인에 쓸 수 있습니다."
    ),
    "decided.by_nobody": (
        "누가 판단했는지는 적히지 않았습니다. --role victim처럼 알려 주면 관리 기록과 보고서에 "
        "남습니다."
    ),
    "decided.all": (
        "나온 얼굴을 모두 판단했습니다. 본인이라고 판단한 것을 경찰이나 지원센터에 전달하기: "
        "geoul export {case} OUT.zip"
    ),
    # copy
    "copy.made": "확인용 사본을 만들었습니다: {path}",
    "copy.what": (
        "얼굴을 나타내는 숫자와 파일 번호만 들어 있고 사진, 이름, 링크는 없습니다.\n"
        "암호는 사본과 다른 방법으로 알려 주세요. 이 숫자는 사건에 나오는 모든 사람의 "
        "개인정보이니,\n"
        "확인이 끝나면 사본을 지우기로 약속하세요."
    ),
    # models
    "models.heading": "비교 모델",
    "models.installed": "{name} (설치됨)",
    "models.missing": "{name} (설치되지 않음)",
    "models.licence": "  이용 조건:          {text}",
    "models.files": "  필요한 파일:        {files}",
    "models.measured": "  성능을 잰 자료:     {text}",
    "models.poor": "  덜 정확하게 구별:   {people}",
    "licence.research": "비상업적 연구용으로만 (만든 곳에서 다른 이용을 허락하지 않음)",
    "models.uncalibrated": "  성능을 아직 안 잼:  우연히 닮은 사람이 얼마나 나올지 알 수 없음",
    "models.how": "폴더, zip 파일, 모델 파일로 비교 모델 추가하기: geoul models add PATH",
    "models.added": "비교 모델을 추가했습니다: {name}",
    "models.unknown_files": (
        "이 프로그램이 아는 파일과 달라서 믿고 써도 되는지 알 수 없습니다: {files}"
    ),
    # what to type after an error
    "hint.ModelError": "추가하기: geoul models add PATH",
    "hint.built_in": "빠진 파일과 설치 방법: geoul models",
    "hint.UnknownPackError": "목록: geoul models",
    "hint.PackMismatchError": "다시 살펴보기: geoul scan CASE",
    "hint.PackOfCaseMissingError": (
        "추가하기: geoul models add PATH. 또는 프로그램에 들어 있는 모델로 모두 다시 살펴보기: "
        "geoul scan CASE --pack open"
    ),
    "hint.PackOfCopyMissingError": "추가하기: geoul models add PATH",
    "hint.CaseMissingError": "만들기: geoul case new CASE",
    "hint.ItemMissingError": "목록: geoul list CASE",
    "hint.FaceMissingError": "목록: geoul show CASE ITEM",
}
