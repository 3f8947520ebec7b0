"""The page "check", in English."""

CHECK = {
    "step.check": "Check",
    "check.title": "Check",
}
