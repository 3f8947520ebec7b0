"""The page "hand_over", in Korean."""

HAND_OVER = {
    "step.hand_over": "전달하기",
    "hand_over.title": "전달하기",
}
