"""The page "start", in Korean."""

START = {
    "step.start": "시작",
    "start.title": "거울",
    "start.does": "가",
    "start.does_not": "나",
}
