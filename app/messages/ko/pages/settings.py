"""The page "settings", in Korean."""

SETTINGS = {
    "step.settings": "설정",
    "settings.title": "설정",
}
