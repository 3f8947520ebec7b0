"""The custody log in the report, and what was done in a case, in Korean."""

CUSTODY = {
    "report.custody": "관리 기록: 이 사건에서 한 일",
    "report.custody.what": (
        "프로그램은 모든 일을 관리 기록에 남기며, 각 기록에는 바로 앞 기록의 해시값이 들어갑니다. "
        "기록 전체는 증거 묶음의 data/custody.jsonl에 있습니다."
    ),
    "report.custody.ok": "모든 기록이 바로 앞 기록과 맞습니다.",
    "report.custody.broken": "기록이 바뀌었습니다. 고치거나 옮기거나 없앤 것이 있습니다.",
    "report.custody.no_check": (
        "관리 기록이 바뀌었으므로, 얼굴을 비교한 일에 관해 그 기록에 적힌 것은 여기에 옮기지 "
        "않았습니다."
    ),
    "report.custody.unlike": (
        "사건에 보관된 판단이 관리 기록에 적힌 판단과 다릅니다(파일 {items}번). 이 프로그램이 아닌 "
        "방법으로 바뀐 것입니다. 무엇을 판단했는지는 관리 기록(data/custody.jsonl)에 남아 있습니다."
    ),
    "report.custody.entries": "기록 수",
    "report.custody.head": "마지막 기록 (SHA-256)",
    "report.custody.step": "한 일",
    "report.custody.count": "횟수",
    "report.custody.first": "처음",
    "report.custody.last": "마지막",
    "report.step.created": "사건 파일을 만듦",
    "report.step.unlock": "사건 파일을 엶",
    "report.step.add": "파일을 넣음",
    "report.step.attest": "누구의 얼굴인지 밝힘",
    "report.step.check": "얼굴을 비교함",
    "report.step.view": "파일의 정보를 봄",
    "report.step.reveal": "사진을 봄",
    "report.step.decided": "판단함",
    "report.step.decision-taken-back": "판단을 취소함",
    "report.step.check-copy-written": "확인용 사본을 만듦",
    "report.step.signing-key-made": "서명 키를 만듦",
    "report.step.export": "증거 묶음을 만들기 시작함",
    "report.step.exported": "증거 묶음을 만듦",
    "report.step.export-stopped": "증거 묶음 만들기를 그만둠",
    "report.step.compared": "증거 묶음을 사건과 비교함",
    "report.step.sources": "본인 사진에서 단서를 찾음",
    "report.step.hash-list": "해시값 목록을 만듦",
    "report.step.provenance": "파일의 출처를 적음",
    "report.step.capture": "화면 캡처로 표시함",
    "report.step.capture-taken-back": "화면 캡처 표시를 취소함",
    "report.step.beside": "증거 묶음 옆에 잠기지 않은 파일을 둠",
    "report.step.forgotten": "파일 없는 기록을 뺌",
    "report.step.passphrase-changed": "암호를 바꿈",
}
