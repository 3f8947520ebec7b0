"""Who helps, in English."""

TEXTS = {
    "support.heading": "You are not alone. People who help, free of charge:",
    "support.korea": "In Korea",
    "support.elsewhere": "In other countries",
    "support.day_and_night": "day and night",
    "support.d4u": "D4U, support centre for digital sex crimes",
    "support.d4u.for": "For everybody. They look for the content with you and have it taken down.",
    "support.women": "One number for every centre for digital sex crimes",
    "support.women.for": (
        "For everybody, first of all. They put you through to the support centre (D4U)."
    ),
    "support.youth": "Young people (report of violence at school)",
    "support.youth.for": "For everybody at school age.",
    "support.police": "Police",
    "support.police.for": "When you are in danger, or want to report it now.",
    "support.ecrm": "Police, online report of cybercrime",
    "support.ecrm.for": "To report in writing, at a time of your own.",
    "support.stopncii": "From 18 years on",
    "support.stopncii.for": (
        "No picture is sent: your own device makes a fingerprint of it, a hash, and large "
        "platforms block what has the same."
    ),
    "support.take_it_down": "Pictures from before you were 18",
    "support.take_it_down.for": (
        "The same for everybody who was under 18 when the picture was taken."
    ),
    "support.young": (
        "Under 19? You have done nothing wrong. 1366, D4U and 117 help you, also without your "
        "parents. In Seoul, content that shows somebody under 19 can be removed even if neither "
        "they nor their parents ask for it."
    ),
    "support.as_of": "As of {first} to {last}. If something has changed, ask 1366.",
}
