"""Which own photo an item was made from, in English. It is a lead and never more."""

SOURCES = {
    "help.sources": "look for the photo of yours that an item may be made from, as a lead",
    "help.argument.photos": (
        "folder with your own photos; they are looked at and forgotten. Every face in them is "
        "compared, so none has to be chosen"
    ),
    "sources.find": "Find the ph&oto it was made from",
    "sources.choose": "Choose the folder with your own photos",
    "sources.note": "Keep &it as the source photo",
    "sources.noted": "It was kept, by its hash. Keep the photo itself: it may be asked for.",
    "sources.likeliest": "A photo that item {item} may be made from (look at this one first):",
    "sources.further": "Look at these, too, the more alike first:",
    "sources.more": "  and {count} more",
    "sources.line": "  {name}: {because}",
    "sources.line_time": "  {name}: {because} (at {time})",
    "sources.because.same-picture": "the picture as a whole looks the same",
    "sources.because.same-pose": (
        "your face is turned the same way, with the same expression, and resembles it"
    ),
    "sources.because.resembles": "your face resembles it; pose and expression are others",
    "sources.only_resembles": (
        "Resemblance alone says little: where a face was put on another, pose and expression come "
        "from elsewhere."
    ),
    "sources.none": "No photo stands out as what item {item} may be made from.",
    "sources.unlike": "Photos in which nothing resembles it: {count}",
    "sources.not.no-face": "no face was found in it",
    "sources.not.other-pack": (
        "its faces could not be compared: the item was looked at with another model pack. Look at "
        "the item again first"
    ),
    "sources.not.unlike": "nothing in it resembles the item",
    "sources.other": "  {name}: {why}",
    "sources.what": (
        "This is a lead, not proof. Compare with your own eyes, and think of who could see this "
        "photo: it is something to tell the police or the support centre."
    ),
}

SOURCES_ERRORS = {
    "ItemNotScannedError": (
        "Item {item} was not looked at yet, or could not be checked, so there is nothing to "
        "compare photos with. Go on with: geoul add CASE"
    ),
}
