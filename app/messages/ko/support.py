"""Who helps, in Korean."""

TEXTS = {
    "support.heading": "당신은 혼자가 아닙니다. 무료로 도와주는 곳:",
    "support.korea": "한국",
    "support.elsewhere": "다른 나라",
    "support.day_and_night": "24시간",
    "support.d4u": "디지털성범죄피해자지원센터(D4U)",
    "support.d4u.for": "누구나. 피해 사진과 영상을 함께 찾고, 삭제를 대신 요청해 줍니다.",
    "support.women": "디지털성범죄 상담 (여성긴급전화)",
    "support.women.for": ("누구나, 가장 먼저. 전국의 디지털성범죄피해자지원센터로 연결해 줍니다."),
    "support.youth": "청소년 (학교폭력 신고센터)",
    "support.youth.for": "학생이나 청소년이라면 누구나.",
    "support.police": "경찰",
    "support.police.for": "위험하거나 지금 바로 신고하고 싶을 때.",
    "support.ecrm": "경찰청 사이버범죄 신고시스템",
    "support.ecrm.for": "원하는 때에 온라인으로 글을 써서 신고하고 싶을 때.",
    "support.stopncii": "18세 이상",
    "support.stopncii.for": (
        "사진은 보내지 않습니다. 내 기기에서 사진의 해시값만 만들어 보내면 큰 플랫폼들이 그 사진을 "
        "막아 줍니다."
    ),
    "support.take_it_down": "18세가 되기 전에 찍힌 사진",
    "support.take_it_down.for": "사진에 찍힐 때 18세 미만이었다면 누구나. 방법은 위와 같습니다.",
    "support.young": (
        "19세 미만인가요? 당신의 잘못이 아닙니다. 1366, D4U, 117은 부모님이 함께하지 않아도 "
        "도와줍니다. 서울에서는 아동·청소년이 나오는 것이라면 본인이나 부모의 요청이 없어도 삭제를 "
        "지원합니다."
    ),
    "support.as_of": (
        "{first}에서 {last} 사이의 자료를 따랐습니다. 바뀐 것이 있으면 1366에 물어보세요."
    ),
}
