"""The page "passphrase", in Korean."""

PASSPHRASE = {
    "step.passphrase": "암호",
    "passphrase.title": "사건 파일의 암호 정하기",
    "passphrase_field.show": "암호 보기",
    # the words
    "passphrase.what": (
        "사건은 파일 하나에 담깁니다. 이 암호가 없으면 누구도, 이 프로그램을 만든 사람도 그 파일을 "
        "열 수 없습니다."
    ),
    "passphrase.use_drawn": "이 단어들을 쓰겠습니다(&U)",
    "passphrase.use_own": "직접 정하겠습니다(&T)",
    "passphrase.other_words": "다른 단어 뽑기(&W)",
    "passphrase.note_them": (
        "무작위로 뽑은 단어입니다. 외우거나, 적어서 다른 사람이 찾지 못하는 곳에 두세요."
    ),
    "passphrase.first": "암호(&P)",
    "passphrase.second": "한 번 더 입력(&A)",
    "passphrase.not_about_you": (
        "나를 아는 사람이 떠올릴 만한 것은 피하세요. 이름, 생일, 전화번호, 다른 데서 쓰는 암호 "
        "같은 것입니다."
    ),
    "passphrase.strength.empty": "서로 관계없는 단어를 여럿 이으면 알아내기 어렵습니다.",
    "passphrase.strength.weak": (
        "알아내기 쉽습니다. 서로 관계없는 단어를 여럿 이으면 훨씬 안전합니다."
    ),
    "passphrase.strength.fair": "쉽게 알아낼 수는 없습니다. 단어를 하나 더하면 더 안전합니다.",
    "passphrase.strength.strong": "알아내기 어렵습니다. 어떻게 정했는지 아는 사람만 없으면 됩니다.",
    "passphrase.weak_is_wanted": "그대로 쓰겠습니다(&E)",
    "passphrase.problem.empty": "아직 입력하지 않았습니다.",
    "passphrase.problem.differ": "두 암호가 서로 다릅니다. 다시 입력해 주세요.",
    "passphrase.problem.weak": (
        "알아내기 쉬운 암호입니다. 다른 암호로 바꾸거나, 그대로 쓰겠다고 표시해 주세요."
    ),
    "passphrase.next": "계속하기(&G)",
    "passphrase.back": "뒤로(&B)",
    # what is kept
    "passphrase.keeps": "사건 파일에 보관할 것",
    "passphrase.keep_none": "사진·동영상 보관 안 함(&N)",
    "passphrase.none_means": (
        "가장 안전합니다. 링크, 시각, 파일 이름, 해시값, 얼굴을 나타내는 숫자만 남깁니다."
    ),
    "passphrase.keep_originals": "원본 파일도 보관(&O)",
    "passphrase.law": (
        "우리나라에서는 허위영상물(얼굴 등을 합성한 성적인 영상물)을 소지·저장하거나 시청하는 "
        "것만으로도 처벌받을 수 있습니다(성폭력처벌법 제14조의2 제4항: 3년 이하의 징역 또는 3천만 "
        "원 이하의 벌금. 19세 미만이 나오는 것은 청소년성보호법 제11조 제5항: 1년 이상의 징역). "
        "피해자 본인이나 상담원을 위한 예외 규정은 찾지 못했습니다. 먼저 지원센터(02-735-8994)에 "
        "물어보세요."
    ),
    "passphrase.young": "사건 파일에 사진과 동영상을 보관하지 않습니다. 그것이 가장 안전합니다.",
    "passphrase.keep_crops": "얼굴만 작게 보관(&K)",
    "passphrase.crops_mean": (
        "파일마다 얼굴 부분만 작게 남깁니다. 남기지 않으면 원래 파일이 있는 동안에만 그 파일을 "
        "보고 판단할 수 있습니다."
    ),
    "passphrase.files_stay": (
        "넣은 파일은 있던 곳에 그대로 있습니다. 이 프로그램은 그 파일을 지우지 않습니다."
    ),
    "passphrase.choose_where": "둘 곳 고르기(&C)",
    "passphrase.where": (
        "사건 파일을 어디에 둘까요? 무엇인지 드러나지 않는 이름이 좋고, 여럿이 쓰는 컴퓨터보다 내 "
        "USB 메모리가 안전합니다."
    ),
    "passphrase.making": "사건 파일을 만들고 있습니다.",
    "passphrase.no_place": (
        "그곳에는 파일을 둘 수 없어 아무것도 만들지 않았습니다. 폴더가 없어졌거나 쓸 권한이 없을 "
        "수 있습니다. 다른 곳을 골라 주세요."
    ),
    "passphrase.disk_full": "그곳에 공간이 부족해 만들지 못했습니다. 다른 곳을 골라 주세요.",
    # the recovery code
    "passphrase.code": "복구 코드",
    "passphrase.code_what": (
        "암호를 잊었을 때 사건 파일을 여는 유일한 방법입니다. 지금 한 번만 보여 줍니다. 이 코드가 "
        "있으면 누구나 사건 파일을 열 수 있으니, 이 컴퓨터와 떨어진 곳, 다른 사람이 찾지 못하는 "
        "곳에 두세요."
    ),
    "passphrase.print": "인쇄하기(&P)",
    "passphrase.printer": "프린터",
    "passphrase.print_how": (
        "이 프로그램은 인쇄용 파일을 만들지 않습니다. 하지만 프린터와 인쇄 목록에 기록이 남을 수 "
        "있으니 믿을 수 있는 프린터만 쓰세요."
    ),
    "passphrase.print_now": "지금 인쇄(&R)",
    "passphrase.no_printer": "이 컴퓨터에는 설정된 프린터가 없습니다. 코드를 손으로 적어 주세요.",
    "passphrase.sent": "프린터로 보냈습니다.",
    "passphrase.not_printed": "인쇄하지 못했습니다. 코드를 손으로 적어 주세요.",
    "passphrase.on_paper": "안전한 곳에 보관하세요.",
    "passphrase.written": "적어 두었습니다(&W)",
}
