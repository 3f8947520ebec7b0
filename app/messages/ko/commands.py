"""What the commands say, in Korean."""

COMMANDS = {
    "stopped": (
        "멈추었습니다. 끝난 것은 저장되었고 사건은 온전합니다. 같은 명령을 다시 하면 이어서 합니다."
    ),
    "unexpected": "프로그램을 만드는 사람에게 알려 주세요 (아래 줄에 이름은 없습니다): {kind}",
    # passphrases
    "ask.passphrase": "사건의 암호: ",
    "ask.new_passphrase": "새 암호: ",
    "ask.copy_passphrase": "확인용 사본의 암호: ",
    "ask.again": "한 번 더: ",
    "passphrase.short": (
        "암호가 짧습니다. 서로 관계없는 낱말 몇 개를 이으면 훨씬 알아내기 어렵습니다."
    ),
    "passphrase.file_open_to_others": (
        "이 컴퓨터를 쓰는 다른 사람이 이 암호 파일을 읽을 수 있습니다: {path}. 권한을 없애세요: "
        "chmod 600"
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
    "case.made": "사건을 만들었습니다: {path}",
    "case.media.none": (
        "사진과 동영상은 보관하지 않습니다. 해시, 링크, 시각, 그리고 얼굴을 나타내는 숫자만 "
        "보관합니다."
    ),
    "case.media.originals": (
        "원본 파일도 보관합니다. 이런 내용을 가지고 있는 것이 법에 어긋날 수 있으니 지원센터에 "
        "물어보세요."
    ),
    "case.crops.yes": "판단할 수 있게 얼굴마다 작은 사진을 보관합니다.",
    "case.crops.no": "얼굴 사진은 보관하지 않습니다.",
    "case.files_stay": (
        "넣는 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그것을 지우지 않습니다."
    ),
    "recovery.code": "복구 코드 (지금만 보이며 어디에도 보관하지 않습니다):\n\n    {code}\n",
    "recovery.what": (
        "암호를 잊었을 때 사건을 여는 코드입니다. 다른 방법은 없습니다. 적거나 인쇄하여 다른 "
        "사람이 찾지\n"
        "못하는 곳에 두세요. 이것을 가진 사람은 누구나 사건을 열 수 있습니다."
    ),
    "recovery.changed": "암호를 바꾸었습니다. 이전 암호와 이전 코드는 이제 쓸 수 없습니다.",
    # case info
    "info.path": "사건:        {path}",
    "info.id": "번호:        {id}",
    "info.created": "만든 때:     {created}",
    "info.kind.case": "종류:        사건",
    "info.kind.check-copy": "종류:        확인용 사본 (사진, 이름, 링크 없음)",
    "info.media": "보관:        원본: {media}, 얼굴 사진: {crops}",
    "info.pack": "모델 묶음:   {pack} ({pipeline})",
    "info.items": (
        "파일:        {items} (살펴봄: {done}, 얼굴 없음: {no_face}, 확인하지 못함: {unchecked}, "
        "아직 살펴보지 않음: {pending})"
    ),
    "info.faces": "얼굴:        {faces}, 장면마다 한 번씩: {tracks}",
    "info.custody": "관리 기록:   {entries}건, 온전함",
    "info.custody_broken": "관리 기록:   {entries}건. 누군가 바꾸었습니다. 믿지 마세요",
    "info.pending": "아직 살펴보지 않은 파일이 있습니다. 이어서 하기: geoul add 사건",
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
    "question.password": "{name}: 암호로 잠겨 있습니다. 암호를 알려 주세요: --password-file 파일",
    "question.owner": "{name}: 누가 내보낸 대화인가요? 이름을 알려 주세요: --owner 이름",
    "blocked.line": "  {name}: {why}",
    "add.next": "이제 확인하기: geoul check 사건 --me 사진 --attest self",
    # list, show, decide
    "list.line": "{item:>6}  {state}  {name}",
    "list.line_why": "{item:>6}  {state}  {name}: {why}",
    "list.none": "파일이 없습니다.",
    "state.pending": "아직 안 봄   ",
    "state.done": "살펴봄       ",
    "state.no-face": "얼굴 없음    ",
    "state.unchecked": "확인하지 못함",
    "show.line": "{label} {value}",
    "show.item": "파일 {item}번",
    "show.sources": "여기에도 있었음",
    "show.faces": "얼굴: {count}",
    "show.face_line": "  얼굴 {face}번: {time} ({first}부터 {last}까지 보임){decision}",
    "show.decision_line": "파일 전체에 대한 내 판단: {verdict}",
    "decision.confirm": "나입니다",
    "decision.reject": "내가 아닙니다",
    "decision.unsure": "잘 모르겠습니다",
    "decided": "남겼습니다: 파일 {item}번: {verdict}",
    "decided.face": "남겼습니다: 파일 {item}번, 얼굴 {face}번: {verdict}",
    "decided.which_face": (
        "이 파일에는 얼굴이 {count}개 있습니다. 그중 하나를 판단해야(--face 번호) 다음 확인에 쓸 "
        "수 있습니다."
    ),
    # copy
    "copy.made": "확인용 사본을 만들었습니다: {path}",
    "copy.what": (
        "얼굴을 나타내는 숫자와 파일 번호만 들어 있고 사진, 이름, 링크는 없습니다.\n"
        "암호는 다른 방법으로 알려 주세요. 이 숫자는 사건에 나오는 모든 사람의 개인정보이니,\n"
        "확인이 끝나면 사본을 지우기로 약속하세요."
    ),
    # models
    "models.heading": "모델 묶음",
    "models.installed": "{name} (설치됨)",
    "models.missing": "{name} (설치되지 않음)",
    "models.licence": "  사용 조건:          {text}",
    "models.measured": "  재어 본 자료:       {text}",
    "models.poor": "  잘 구별하지 못함:   {people}",
    "licence.research": "비상업적 연구에만 (만든 곳이 다른 사용을 허락하지 않음)",
    "models.uncalibrated": "  아직 재지 않음:     닮은 사람이 얼마나 나올지 알 수 없음",
    "models.how": "폴더나 zip 파일에서 묶음 더하기: geoul models add 경로",
    "models.added": '모델 묶음 "{name}"을(를) 더했습니다.',
    "models.unknown_files": (
        "이 파일들은 이 프로그램이 아는 것과 달라 보증할 수 없습니다: {files}"
    ),
    # what to type after an error
    "hint.ModelError": "더하기: geoul models add 경로",
    "hint.UnknownPackError": "목록: geoul models",
    "hint.PackMismatchError": "다시 살펴보기: geoul add 사건 --pack 이름",
    "hint.CaseMissingError": "만들기: geoul case new 사건",
    "hint.ItemMissingError": "목록: geoul list 사건",
    "hint.FaceMissingError": "목록: geoul show 사건 번호",
}
