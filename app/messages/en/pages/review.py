"""The page "review", in English."""

REVIEW = {
    "step.review": "Look and decide",
    "review.title": "Look and decide",
}
