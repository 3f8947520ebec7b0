"""What a face was called at first, and what confirmed faces brought up, in Korean."""

FIRST_ANSWERS = {
    "found.with_confirmed": (
        "내 사진만으로는 나오지 않고, 본인이라고 판단한 얼굴과 함께 비교해서 나왔습니다."
    ),
    "first.answer": "첫 결과 ({date}): {band}",
    "first.with_confirmed": (
        "첫 결과 ({date}, 본인이라고 판단한 얼굴과 함께 비교해서 나옴): {band}"
    ),
    # in the report
    "report.check.found.with_confirmed": (
        "이 가운데 본인이라고 확인한 얼굴과 함께 비교해야만 나온 얼굴: {count}개"
    ),
    "report.check.left_out": (
        "본인이라고 확인한 얼굴은 다른 얼굴을 찾을 때 본인 사진처럼 함께 썼습니다. 그 얼굴 자신, "
        "거의 같은 얼굴, 같은 사진이나 동영상에 나온 얼굴에는 쓰지 않았습니다. 따라서 본인이라고 "
        "확인했다는 이유로 그 얼굴이 더 비슷한 것으로 나오지는 않습니다."
    ),
    "report.first.answer": "첫 결과",
    "report.first.with_confirmed": "본인이라고 확인한 얼굴과 함께 비교해 나온 결과",
    "report.first.faces": "{band}: 얼굴 {faces}번",
    "report.first.used": (
        "비교 모델: {pack} ({pipeline}). 본인 사진 {photos}장, 전에 본인이라고 확인한 얼굴 "
        "{confirmed}개"
    ),
}
