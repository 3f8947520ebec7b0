"""The page "check", in Korean."""

CHECK = {
    "step.check": "확인",
    "check.title": "확인",
}
