"""The page "me", in Korean."""

ME = {
    "step.me": "내 얼굴",
    "me.title": "내 얼굴",
}
