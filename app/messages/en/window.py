"""What the window says around its pages, in English."""

WINDOW = {
    "window.title": "Geoul",
    "window.leave": "&Leave now",
    "window.leave_keys": "Leave at once: press Shift three times.",
    "window.steps": "Go to page",
    "window.dismiss": "OK",
    "language.en": "English",
    "language.ko": "한국어",
}
