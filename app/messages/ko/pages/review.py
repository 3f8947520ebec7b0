"""The page "review", in Korean."""

REVIEW = {
    "step.review": "보고 결정하기",
    "review.title": "보고 결정하기",
}
