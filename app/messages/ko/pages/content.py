"""The page "content", in Korean."""

CONTENT = {
    "step.content": "신고된 콘텐츠",
    "content.title": "신고된 콘텐츠",
}
