"""Who helps, in Korean. The numbers are in app/support.py."""

SUPPORT = {
    "support.heading": "혼자가 아닙니다. 무료로 도와주는 곳:",
    "support.korea": "한국",
    "support.elsewhere": "다른 나라",
    "support.day_and_night": "24시간",
    "support.d4u": "디지털성범죄피해자지원센터(D4U)",
    "support.d4u.for": "누구나. 피해물을 함께 찾고 지워 달라고 대신 요청해 줍니다.",
    "support.women": "여성긴급전화",
    "support.women.for": "누구나. 지원센터로도 이어 줍니다.",
    "support.youth": "청소년",
    "support.youth.for": "학교에 다닐 나이라면 누구나.",
    "support.police": "경찰",
    "support.police.for": "위험하거나 지금 바로 신고하고 싶을 때.",
    "support.ecrm": "경찰 온라인 신고",
    "support.ecrm.for": "원하는 때에 글로 신고하고 싶을 때.",
    "support.stopncii": "18세 이상",
    "support.stopncii.for": (
        "내 기기에서 사진의 지문을 만들어 보내면 큰 플랫폼들이 그 사진을 막습니다."
    ),
    "support.take_it_down": "18세가 되기 전에 찍힌 사진",
    "support.take_it_down.for": "사진에 찍힐 때 18세 미만이었다면 누구나. 방법은 같습니다.",
    "support.young": (
        "19세 미만인가요? 당신은 아무 잘못이 없습니다. D4U와 117은 부모님 없이도 도와줍니다."
    ),
}
