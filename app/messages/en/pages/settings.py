"""The page "settings", in English."""

SETTINGS = {
    "step.settings": "Settings",
    "settings.title": "Settings",
}
