"""The page "start", in English."""

START = {
    "step.start": "Start",
    "start.title": "Geoul",
    "start.does": "...",
    "start.does_not": "...",
}
