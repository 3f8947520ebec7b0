"""What the window says around its pages, in English."""

WINDOW = {
    "window.title": "Geoul",
    "window.leave": "&Leave now",
    "window.leave_keys": "Leave at once: press Shift three times.",
    "window.steps": "Go to page",
    "window.dismiss": "OK",
    "who": "Who is at this computer now",
    "who.none": "not said",
    "who.why": "The custody log notes it beside whatever is done from now on.",
    "language.en": "English",
    "language.ko": "한국어",
}
