"""The page "hand_over", in English."""

HAND_OVER = {
    "step.hand_over": "Hand over",
    "hand_over.title": "Hand over",
}
