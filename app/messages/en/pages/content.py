"""The page "content", in English."""

CONTENT = {
    "step.content": "Content",
    "content.title": "Reported content",
}
