"""The page "me", in English."""

ME = {
    "step.me": "My face",
    "me.title": "My face",
}
